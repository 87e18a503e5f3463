// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/row_writer.h"

#include <utility>

namespace catalogue {

namespace {

std::string quotedName(const std::string& name)
{
    return '"' + name + '"';
}

} // namespace

void bindValue(SQLite::Statement& statement, int index, const Value& value)
{
    if (const auto* integer = std::get_if<qint64>(&value))
        statement.bind(index, int64_t(*integer));
    else if (const auto* real = std::get_if<double>(&value))
        statement.bind(index, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        statement.bind(index, *text);
    else if (const auto* blob = std::get_if<QByteArray>(&value))
        statement.bind(index, blob->constData(), int(blob->size()));
    else
        statement.bind(index);
}

Value valueOf(const SQLite::Column& column)
{
    if (column.isInteger())
        return qint64(column.getInt64());
    if (column.isFloat())
        return column.getDouble();
    if (column.isText())
        return column.getString();
    if (column.isBlob())
        return QByteArray(static_cast<const char*>(column.getBlob()), column.getBytes());
    return std::monostate{};
}

RowWriter::RowWriter(SQLite::Database& database, const SharedSchema& schema)
    : m_database(database)
    , m_schema(schema)
{
}

SQLite::Statement& RowWriter::statement(const std::string& sql)
{
    auto at = m_statements.find(sql);
    if (at == m_statements.end())
        at = m_statements
                 .emplace(std::piecewise_construct, std::forward_as_tuple(sql),
                          std::forward_as_tuple(m_database, sql))
                 .first;
    at->second.tryReset();
    return at->second;
}

bool RowWriter::exists(int table, qint64 id)
{
    SQLite::Statement& select =
        statement("SELECT 1 FROM main." + quotedName(m_schema.tables()[size_t(table)].name) +
                  " WHERE id = ?");
    select.bind(1, int64_t(id));
    const bool found = select.executeStep();
    select.reset();
    return found;
}

bool RowWriter::isReferred(int table, qint64 id)
{
    const std::string& name = m_schema.tables()[size_t(table)].name;
    for (const SharedTable& other : m_schema.tables())
        for (const Reference& reference : other.references) {
            if (reference.table != name)
                continue;
            SQLite::Statement& select =
                statement("SELECT 1 FROM main." + quotedName(other.name) + " WHERE " +
                          quotedName(other.columns[size_t(reference.column)]) + " = ? LIMIT 1");
            select.bind(1, int64_t(id));
            const bool found = select.executeStep();
            select.reset();
            if (found)
                return true;
        }
    return false;
}

std::vector<Value> RowWriter::row(int table, qint64 id)
{
    SQLite::Statement& select =
        statement("SELECT * FROM main." + quotedName(m_schema.tables()[size_t(table)].name) +
                  " WHERE id = ?");
    select.bind(1, int64_t(id));
    std::vector<Value> cells;
    if (select.executeStep())
        for (int i = 0; i < select.getColumnCount(); ++i)
            cells.push_back(valueOf(select.getColumn(i)));
    select.reset();
    return cells;
}

bool RowWriter::insert(int table, const std::vector<Value>& cells)
{
    const SharedTable& into = m_schema.tables()[size_t(table)];
    std::string names;
    std::string marks;
    for (size_t i = 0; i < cells.size(); ++i) {
        names += (i == 0 ? "" : ", ") + quotedName(into.columns[i]);
        marks += i == 0 ? "?" : ", ?";
    }
    // Only the key can clash (there is no other UNIQUE); a NOT NULL that is broken still throws.
    SQLite::Statement& insert =
        statement("INSERT INTO main." + quotedName(into.name) + " (" + names + ") VALUES (" +
                  marks + ") ON CONFLICT (id) DO NOTHING");
    for (size_t i = 0; i < cells.size(); ++i)
        bindValue(insert, int(i) + 1, cells[i]);
    return insert.exec() == 1;
}

bool RowWriter::remove(int table, qint64 id)
{
    SQLite::Statement& remove = statement(
        "DELETE FROM main." + quotedName(m_schema.tables()[size_t(table)].name) + " WHERE id = ?");
    remove.bind(1, int64_t(id));
    return remove.exec() == 1;
}

bool RowWriter::apply(int table, const RowChange& change)
{
    if (change.kind == ChangeKind::Delete)
        return remove(table, change.id);
    if (change.kind == ChangeKind::Insert) {
        std::vector<Value> cells;
        cells.reserve(change.cells.size());
        for (const CellChange& cell : change.cells)
            cells.push_back(cell.after);
        return insert(table, cells);
    }
    const SharedTable& into = m_schema.tables()[size_t(table)];
    std::string sql = "UPDATE main." + quotedName(into.name) + " SET ";
    for (size_t i = 0; i < change.cells.size(); ++i)
        sql += (i == 0 ? "" : ", ") + quotedName(into.columns[size_t(change.cells[i].column)]) +
               " = ?";
    SQLite::Statement& update = statement(sql + " WHERE id = ?");
    for (size_t i = 0; i < change.cells.size(); ++i)
        bindValue(update, int(i) + 1, change.cells[i].after);
    update.bind(int(change.cells.size()) + 1, int64_t(change.id));
    return update.exec() == 1;
}

void RowWriter::set(int table, qint64 id, int column, const Value& value)
{
    const SharedTable& into = m_schema.tables()[size_t(table)];
    SQLite::Statement& update =
        statement("UPDATE main." + quotedName(into.name) + " SET " +
                  quotedName(into.columns[size_t(column)]) + " = ? WHERE id = ?");
    bindValue(update, 1, value);
    update.bind(2, int64_t(id));
    update.exec();
}

} // namespace catalogue
