// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace catalogue {

inline constexpr int FormatVersion = 1; // of veta_ tables and of the rules in docs/file-format.md
inline constexpr int SchemaVersion = 2; // of the shared tables

// A column that names a row of another shared table.
struct Reference
{
    int column = 0;
    std::string table;
};

// A shared table: journaled, digested, merged. Columns in their order; column 0 is id.
struct SharedTable
{
    std::string name;
    std::vector<std::string> columns;
    std::vector<Reference> references;
};

// The shared tables of a database: those whose names begin with none of veta_, gpkg_, sqlite_,
// rtree_.
class SharedSchema
{
public:
    explicit SharedSchema(SQLite::Database& database);
    // Only the tables that today's schema has, with its columns: what another program added to the
    // file (QGIS keeps styles in a table of its own) is none of ours.
    static SharedSchema ofToday(SQLite::Database& database);
    const std::vector<SharedTable>& tables() const { return m_tables; }
    const SharedTable* find(const std::string& name) const;
    // Its place in tables(); -1 if there is none of that name.
    int indexOf(const std::string& name) const;

private:
    std::vector<SharedTable> m_tables;
};

// How the shared tables of a file of today's version differ from today's schema: tables and columns
// that are missing, and columns that another program added ("sites.colour").
struct SchemaDifference
{
    std::vector<std::string> missing;
    std::vector<std::string> added;
};
SchemaDifference differenceFromToday(SQLite::Database& database);

// Makes every table of today's schema in an empty database, and the rows of gpkg_contents.
void createSchema(SQLite::Database& database);
// The shared tables alone, empty, in a scratch database.
void createSharedTables(SQLite::Database& database);
// What a later version adds to the one before it.
void appendSchema(SQLite::Database& database, int version);

} // namespace catalogue
