// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/schema.h"

#include "base/error.h"
#include "catalogue/text.h"

#include <QFile>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>

namespace catalogue {

namespace {

std::string resource(const QString& name)
{
    QFile file(QStringLiteral(":/schema/") + name);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(Text::tr("The program's own file %1 is missing. "
                                   "Install Veta again.")
                              .arg(file.fileName()));
    return file.readAll().toStdString();
}

bool isShared(const std::string& name)
{
    for (const char* prefix : {"veta_", "gpkg_", "sqlite_", "rtree_"})
        if (name.rfind(prefix, 0) == 0)
            return false;
    return true;
}

std::string quotedName(const std::string& name)
{
    return '"' + name + '"';
}

SharedSchema todaysSchema()
{
    SQLite::Database scratch(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    createSharedTables(scratch);
    return SharedSchema(scratch);
}

} // namespace

SharedSchema::SharedSchema(SQLite::Database& database)
{
    SQLite::Statement names(
        database, "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name");
    while (names.executeStep()) {
        SharedTable table;
        table.name = names.getColumn(0).getString();
        if (!isShared(table.name))
            continue;
        SQLite::Statement columns(database,
                                  "PRAGMA main.table_info(" + quotedName(table.name) + ")");
        while (columns.executeStep())
            table.columns.push_back(columns.getColumn(1).getString());
        SQLite::Statement keys(database,
                               "PRAGMA main.foreign_key_list(" + quotedName(table.name) + ")");
        while (keys.executeStep()) {
            const std::string column = keys.getColumn(3).getString();
            const auto at = std::find(table.columns.begin(), table.columns.end(), column);
            if (at != table.columns.end())
                table.references.push_back(
                    {int(at - table.columns.begin()), keys.getColumn(2).getString()});
        }
        m_tables.push_back(std::move(table));
    }
}

SharedSchema SharedSchema::ofToday(SQLite::Database& database)
{
    const SharedSchema today = todaysSchema();
    SharedSchema schema(database);
    std::erase_if(schema.m_tables, [&](SharedTable& table) {
        const SharedTable* known = today.find(table.name);
        if (known != nullptr && table.columns.size() > known->columns.size())
            table.columns.resize(known->columns.size());
        return known == nullptr;
    });
    return schema;
}

SchemaDifference differenceFromToday(SQLite::Database& database)
{
    SchemaDifference difference;
    const SharedSchema present(database);
    const SharedSchema today = todaysSchema();
    for (const SharedTable& table : today.tables()) {
        const SharedTable* found = present.find(table.name);
        if (found == nullptr) {
            difference.missing.push_back(table.name);
            continue;
        }
        for (size_t i = 0; i < table.columns.size(); ++i)
            if (i >= found->columns.size() || found->columns[i] != table.columns[i])
                difference.missing.push_back(table.name + '.' + table.columns[i]);
        for (size_t i = table.columns.size(); i < found->columns.size(); ++i)
            difference.added.push_back(table.name + '.' + found->columns[i]);
    }
    return difference;
}

const SharedTable* SharedSchema::find(const std::string& name) const
{
    const int index = indexOf(name);
    return index < 0 ? nullptr : &m_tables[size_t(index)];
}

int SharedSchema::indexOf(const std::string& name) const
{
    const auto at = std::lower_bound(
        m_tables.begin(), m_tables.end(), name,
        [](const SharedTable& table, const std::string& wanted) { return table.name < wanted; });
    return at == m_tables.end() || at->name != name ? -1 : int(at - m_tables.begin());
}

namespace {

void runScript(SQLite::Database& database, int version)
{
    static constexpr std::array<const char*, SchemaVersion> Names{"001_spine", "002_catalogue"};
    database.exec(resource(QLatin1String(Names[size_t(version) - 1]) + QStringLiteral(".sql")));
}

// In gpkg_contents, where they are not there yet.
void listTables(SQLite::Database& database)
{
    const SharedSchema schema(database);
    for (const SharedTable& table : schema.tables()) {
        SQLite::Statement known(database, "SELECT 1 FROM gpkg_contents WHERE table_name = ?");
        known.bind(1, table.name);
        if (known.executeStep())
            continue;
        const bool features = table.name == "sites";
        SQLite::Statement insert(
            database, "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
                      "VALUES (?, ?, ?, ?)");
        insert.bind(1, table.name);
        insert.bind(2, features ? "features" : "attributes");
        insert.bind(3, table.name);
        if (features)
            insert.bind(4, 4326);
        insert.exec();
    }
}

} // namespace

void createSchema(SQLite::Database& database)
{
    database.exec(resource(QStringLiteral("000_geopackage.sql")));
    createSharedTables(database);
    listTables(database);
    database.exec(
        "INSERT INTO gpkg_geometry_columns VALUES ('sites', 'geom', 'POINT', 4326, 0, 0)");
}

void createSharedTables(SQLite::Database& database)
{
    for (int version = 1; version <= SchemaVersion; ++version)
        runScript(database, version);
}

void appendSchema(SQLite::Database& database, int version)
{
    runScript(database, version);
    listTables(database);
}

} // namespace catalogue
