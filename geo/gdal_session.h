// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <gdal.h>
#include <memory>

namespace geo {

// The one place where GDAL is set up and files are opened with it; internal to this room.

// Once a program; everything here does it itself.
void prepareGdal();

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

// Of a file that GDAL can name; fewer where it is shorter, none where it cannot be read.
QByteArray firstBytes(const QString& gdalPath, qsizetype most);

// A reading function that cannot throw across GDAL: 1 goes on, 0 stops. Its data is a
// base::Progress.
int gdalProgress(double done, const char* text, void* progress);

} // namespace geo
