// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <gdal.h>
#include <memory>
#include <vector>

namespace geo {

// The one place where GDAL is set up and files are opened with it; internal to this room.

// Once a program; everything here does it itself.
void prepareGdal();

enum class SourceKind { Vector, Raster };

struct GdalCloser
{
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<void, GdalCloser>;

// While one lives, what GDAL complains of on this thread is kept here and goes nowhere else.
class GdalComplaints
{
public:
    GdalComplaints();
    ~GdalComplaints();
    GdalComplaints(const GdalComplaints&) = delete;
    GdalComplaints& operator=(const GdalComplaints&) = delete;

    bool failed() const { return m_failures > 0; }
    QString text() const { return m_texts.join(QStringLiteral("; ")); }
    void clear();

private:
    static void hear(int severity, int number, const char* text);
    int m_failures = 0;
    QStringList m_texts; // the first few
};

// A file that somebody chose, on disk or as bytes in memory, and what may be opened because of it.
class SourceFile
{
public:
    // Throws base::Error: not there, a folder, nothing readable in it.
    static SourceFile onDisk(const QString& path, SourceKind kind);
    static SourceFile inMemory(const QByteArray& bytes, const QString& fileName, SourceKind kind);
    ~SourceFile();
    SourceFile(SourceFile&& other) noexcept;
    SourceFile& operator=(SourceFile&& other) noexcept;

    const QString& name() const { return m_name; } // without folder, for messages
    // The file itself, or those files of an archive that may be read, as GDAL names them.
    const QStringList& members() const { return m_members; }
    bool isArchive() const { return m_archive; }
    // A member's path within the archive, without ending.
    QString memberName(const QString& member) const;

    // Read-only, with the drivers allowed for its kind. Throws base::Error.
    GdalDataset open(const QString& member, const QStringList& options = {}) const;

private:
    SourceFile() = default;
    void findMembers(const QString& gdalPath);
    [[noreturn]] void refuse(const QString& member, const QString& cause) const;
    void refuseForeignReferences(const QString& member) const;
    QStringList databaseOptions(const QString& member) const;

    QString m_name;
    SourceKind m_kind = SourceKind::Vector;
    QString m_diskPath;   // empty: in memory
    QString m_memoryPath; // a folder under /vsimem/ that goes with this object
    QByteArray m_bytes;
    QString m_archivePath; // as GDAL names it
    bool m_archive = false;
    QStringList m_members;
};

// Of a file that GDAL can name; fewer where it is shorter, none where it cannot be read.
QByteArray firstBytes(const QString& gdalPath, qsizetype most);

// Text as a file holds it: UTF-8 where it is valid UTF-8, else the character set named (GDAL's
// name), else Windows-1252. Never yields anything that is not text.
QString decodeText(QByteArrayView bytes, const QString& encoding);

// A reading function that cannot throw across GDAL: 1 goes on, 0 stops. Its data is a
// base::Progress.
int gdalProgress(double done, const char* text, void* progress);

} // namespace geo
