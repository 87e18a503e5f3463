// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/changeset.h"
#include "catalogue/schema.h"
#include "catalogue/value.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace catalogue {

void bindValue(SQLite::Statement& statement, int index, const Value& value);
Value valueOf(const SQLite::Column& column);

// Single rows of the shared tables, read and written by statements that are prepared once: a merge
// touches hundreds of thousands. For the .cpp files of this room only.
class RowWriter
{
public:
    RowWriter(SQLite::Database& database, const SharedSchema& schema);

    // The statement of that text, ready to be bound.
    SQLite::Statement& statement(const std::string& sql);

    bool exists(int table, qint64 id);
    // True where a row of another table names this one.
    bool isReferred(int table, qint64 id);
    // The row's cells, the id first; empty if there is no such row.
    std::vector<Value> row(int table, qint64 id);

    // False where the row was there already; it stays as it is then.
    bool insert(int table, const std::vector<Value>& cells);
    bool remove(int table, qint64 id);
    // As a changeset says it; false where an inserted row was there or a changed one was not.
    bool apply(int table, const RowChange& change);
    void set(int table, qint64 id, int column, const Value& value);

private:
    SQLite::Database& m_database;
    const SharedSchema& m_schema;
    std::unordered_map<std::string, SQLite::Statement> m_statements;
};

} // namespace catalogue
