// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "geo/crs.h"
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace geo {

// One table in a file that somebody gave us.
struct TableInfo
{
    QString name;
    std::optional<qint64> rows; // of a sheet, all of them, its header too; nullopt: not known yet
    bool hasPlaces = false;
};

// The rows of a workbook's sheet (XLSX, ODS), of a dBase table or of a vector layer, as text; also
// inside a .zip. Nothing is written, no formula is computed, and a workbook that would fill the
// memory is refused before it is read. Belongs to the thread that opened it.
class TableSource
{
public:
    using Fields = std::span<const std::optional<QString>>;
    // Returns false to stop.
    using Visitor =
        std::function<bool(qint64 row, Fields fields, const std::optional<QString>& wkt)>;

    // Whether open() is the way to read it, by its ending and, where two formats share one, by its
    // beginning; of a .zip, whether it holds such a file. False where there is no such file.
    static bool reads(const QString& path);
    // Throws base::Error naming the file if it cannot be read.
    static std::vector<TableInfo> listTables(const QString& path);
    // Without a name: the only table; throws base::Error listing the names if there are several.
    static TableSource open(const QString& path, const QString& table = {});

    TableSource(TableSource&&) noexcept;
    TableSource& operator=(TableSource&&) noexcept;
    ~TableSource();

    QString table() const;
    // As they come, two of one name possible; of a sheet, none: its header is among its rows.
    const std::vector<QString>& columns() const;
    bool isSheet() const;
    std::optional<Crs> crs() const; // of the places; nullopt: there are none or it does not say
    QString driver() const;         // GDAL's name of the format
    QString encoding() const;       // the character set the file names for its text; may be empty
    std::optional<qint64> rows() const;

    // Every row in order, from the first: its number in the file from 1, its fields, and its place
    // as WKT "POINT (x y)" in crs(): a point on the surface of a polygon, the middle of a line.
    // Fields are nullopt where missing: an empty cell, an error such as #N/A, a formula whose
    // result was not saved. A sheet's rows all have as many fields as its widest. Numbers in C
    // locale, in the shortest form that reads back; dates and times ISO 8601. Throws base::Error,
    // base::Cancelled.
    void forEachRow(base::Progress& progress, const Visitor& visit);

    // What is not as it seems: merged cells, formulas without a result, and what forEachRow() met.
    const std::vector<base::Issue>& issues() const;

private:
    struct State;
    explicit TableSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace geo
