// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/gpkg_contents.h"

#include "catalogue/changeset_bytes.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <memory>
#include <sqlite3.h>

namespace catalogue {

GpkgContents::GpkgContents(const SharedSchema& schema)
{
    if (const SharedTable* sites = schema.find("sites")) {
        const auto at = std::find(sites->columns.begin(), sites->columns.end(), "geom");
        if (at != sites->columns.end())
            m_geometryColumn = int(at - sites->columns.begin());
    }
}

void GpkgContents::note(const QByteArray& changeset)
{
    sqlite3_changeset_iter* iterator = nullptr;
    if (sqlite3changeset_start(&iterator, int(changeset.size()),
                               const_cast<char*>(changeset.constData())) != SQLITE_OK)
        throw std::bad_alloc();
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> owner(
        iterator, &sqlite3changeset_finalize);
    std::string current;
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
        if (current != table) {
            current = table;
            m_tables.insert(current);
        }
        if (operation == SQLITE_DELETE || current != "sites" || m_geometryColumn < 0)
            continue;
        sqlite3_value* geometry = nullptr;
        sqlite3changeset_new(iterator, m_geometryColumn, &geometry);
        if (geometry == nullptr || sqlite3_value_type(geometry) != SQLITE_BLOB)
            continue;
        notePoint({static_cast<const char*>(sqlite3_value_blob(geometry)),
                   sqlite3_value_bytes(geometry)});
    }
}

void GpkgContents::notePoint(QByteArrayView blob)
{
    const auto point = decodeGpkgPoint(blob);
    if (!point)
        return;
    m_minX = std::min(m_minX, point->lon);
    m_minY = std::min(m_minY, point->lat);
    m_maxX = std::max(m_maxX, point->lon);
    m_maxY = std::max(m_maxY, point->lat);
}

void GpkgContents::noteTable(const SharedTable& table)
{
    m_tables.insert(table.name);
}

void GpkgContents::noteInserts(const SharedTable& table, QByteArrayView rows)
{
    m_tables.insert(table.name);
    if (table.name != "sites" || m_geometryColumn < 0)
        return;
    forEachInsertedValue(table, rows, [&](size_t column, const InsertedValue& value) {
        if (int(column) == m_geometryColumn && value.type == SQLITE_BLOB)
            notePoint(value.bytes);
    });
}

void GpkgContents::write(SQLite::Database& database)
{
    SQLite::Statement change(database,
                             "UPDATE gpkg_contents SET last_change = "
                             "strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?");
    for (const std::string& table : m_tables) {
        change.bind(1, table);
        change.exec();
        change.reset();
    }
    if (m_minX > m_maxX)
        return;
    SQLite::Statement extent(
        database, "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), "
                  "min_y = min(coalesce(min_y, ?2), ?2), max_x = max(coalesce(max_x, ?3), ?3), "
                  "max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = 'sites'");
    extent.bind(1, m_minX);
    extent.bind(2, m_minY);
    extent.bind(3, m_maxX);
    extent.bind(4, m_maxY);
    extent.exec();
}

} // namespace catalogue
