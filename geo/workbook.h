// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/sheet_counter.h"
#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

// What has to be known of a workbook before and beside what GDAL makes of it; internal to this
// room. Its parts are counted in one pass of bounded memory; their cells are read by GDAL.
class Workbook
{
public:
    // `gdalPath`: the file as GDAL names it; `name` for messages. Throws base::Error: encrypted,
    // of the old binary kind, no workbook, or one that unpacks to more than is reasonable.
    static Workbook examine(const QString& gdalPath, const QString& name);
    ~Workbook();
    Workbook(Workbook&& other) noexcept;
    Workbook& operator=(Workbook&& other) noexcept;

    // What GDAL is to open.
    const QString& gdalPath() const { return m_gdalPath; }
    const SheetFacts* sheet(const QString& name) const;
    const std::vector<SheetFacts>& sheets() const { return m_sheets; }
    // Days to be added to the dates GDAL makes: the workbook may count from 1904.
    int dateShift() const { return m_dateShift; }

private:
    Workbook() = default;
    void examineOpenXml(const QString& root, const QString& name);
    void examineOpenDocument(const QString& root, const QString& name);

    QString m_gdalPath;
    QString m_memoryPath; // a folder under /vsimem/ that goes with this object
    QByteArray m_content; // what lies there
    std::vector<SheetFacts> m_sheets;
    int m_dateShift = 0;
};

// While one lives, GDAL takes every row of a sheet on this thread as data and as text, and computes
// nothing.
class SheetReading
{
public:
    SheetReading();
    ~SheetReading();
    SheetReading(const SheetReading&) = delete;
    SheetReading& operator=(const SheetReading&) = delete;

private:
    std::vector<std::optional<QByteArray>> m_before;
};

// A cell as GDAL gives it, as TableSource promises it. `dateShift` in days.
std::optional<QString> cellText(const QString& given, int dateShift);

// A real number in C locale, the shortest text that reads back; a whole one without ".0".
QString shortestText(double number);

} // namespace geo
