// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "geo/gdal_session.h"
#include <QByteArray>
#include <QDateTime>
#include <QFileInfo>
#include <QString>
#include <QStringList>
#include <vector>

namespace geo {

// Internal to this room: the file that somebody chose, and what may be opened because of it.

enum class SourceKind {
    Vector,
    Raster,
    Table, // sheets of a workbook and dBase tables, besides what of Vector states its fields
};

// Of the files that are looked for in an archive, in lower case.
const QStringList& endingsOf(SourceKind kind);

// A file, or a folder that is one source (a file geodatabase, a binary ESRI grid), on disk or as
// bytes in memory; an archive (.zip, .kmz) with its members.
class SourceFile
{
public:
    // Throws base::Error: not there, a device, a folder of other things, nothing readable in it.
    static SourceFile onDisk(const QString& path, SourceKind kind);
    static SourceFile inMemory(const QByteArray& bytes, const QString& fileName, SourceKind kind);
    ~SourceFile();
    SourceFile(SourceFile&& other) noexcept;
    SourceFile& operator=(SourceFile&& other) noexcept;

    const QString& name() const { return m_name; } // without folder, for messages
    // The file itself, or those files of an archive that may be read, as GDAL names them.
    const QStringList& members() const { return m_members; }
    // Those that can hold a layer of that name; all where it is empty or none can.
    QStringList membersFor(const QString& wanted) const;
    bool isArchive() const { return m_archive; }
    // Its bytes were kept elsewhere, and its name is not the one it was given at first.
    bool isInMemory() const { return m_diskPath.isEmpty(); }
    // Of what lies on disk; not valid where it is in memory or gone.
    QDateTime lastModified() const
    {
        return isInMemory() ? QDateTime() : QFileInfo(m_diskPath).lastModified();
    }
    // A member's path within the archive, without ending where no other is called so.
    QString memberName(const QString& member) const;
    // The same as it was called before endings told two members apart.
    QString shortName(const QString& member) const;
    // Members that were left out, with the reason.
    const std::vector<base::Issue>& issues() const { return m_issues; }

    // Refuses what would lead elsewhere or eat the machine, and copies to memory what GDAL cannot
    // or should not read in place. Returns what open() is to be given; what was mended is told in
    // `issues`. Throws base::Error.
    QString stage(const QString& member, std::vector<base::Issue>& issues);

    // A path in memory that goes with this object.
    QString makeMemoryPath(const QString& fileName);

    // Read-only, with the drivers allowed for its kind. `part`: GDAL's name of a dataset within
    // the member. Throws base::Error.
    GdalDataset open(const QString& staged, const QStringList& options = {},
                     const QString& part = {}) const;

    // Throws base::Error where the driver that opened the file has nothing to do with its ending.
    void refuseOtherContent(GDALDatasetH dataset) const;

private:
    SourceFile() = default;
    void findMembers(const QString& gdalPath);
    void takeMembers(const QStringList& found, qint64 outside);
    QString memoryFolder();
    QString stageShapefile(const QString& member, std::vector<base::Issue>& issues);
    QString stageFolder();
    QString stageXml(const QString& member, std::vector<base::Issue>& issues);
    QString stageRaster(const QString& member);
    [[noreturn]] void refuse(const QString& member, const QString& cause) const;
    QStringList databaseOptions(const QString& member) const;

    QString m_name;
    SourceKind m_kind = SourceKind::Vector;
    QString m_diskPath;   // empty: in memory
    QString m_memoryPath; // a folder under /vsimem/ that goes with this object
    int m_stagedCount = 0;
    QByteArray m_bytes;
    QString m_archivePath; // as GDAL names it
    bool m_archive = false;
    QStringList m_members;
    QStringList m_ambiguous; // names without ending that several members have
    std::vector<base::Issue> m_issues;
};

} // namespace geo
