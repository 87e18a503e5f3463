// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/columns.h"

#include "base/error.h"
#include "catalogue/text.h"

namespace catalogue {

QString textAt(SQLite::Statement& row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    return cell.isNull() ? QString() : QString::fromUtf8(cell.getText(), cell.getBytes());
}

std::optional<double> realAt(SQLite::Statement& row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    return cell.isNull() ? std::nullopt : std::optional(cell.getDouble());
}

std::optional<int> integerAt(SQLite::Statement& row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    return cell.isNull() ? std::nullopt : std::optional(cell.getInt());
}

std::optional<base::Id> idAt(SQLite::Statement& row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    return cell.isNull() ? std::nullopt : std::optional<base::Id>(cell.getInt64());
}

Citation citationAt(SQLite::Statement& row, int column)
{
    return {idAt(row, column), textAt(row, column + 1)};
}

RowValues& RowValues::set(const char* column, const QString& text)
{
    if (text.isEmpty())
        m_cells.push_back({column, {}});
    else
        m_cells.push_back({column, text});
    return *this;
}

RowValues& RowValues::set(const char* column, const std::optional<double>& real)
{
    if (real)
        m_cells.push_back({column, *real});
    else
        m_cells.push_back({column, {}});
    return *this;
}

RowValues& RowValues::set(const char* column, const std::optional<int>& integer)
{
    if (integer)
        m_cells.push_back({column, qint64(*integer)});
    else
        m_cells.push_back({column, {}});
    return *this;
}

RowValues& RowValues::setId(const char* column, const std::optional<base::Id>& id)
{
    if (id)
        m_cells.push_back({column, qint64(*id)});
    else
        m_cells.push_back({column, {}});
    return *this;
}

RowValues& RowValues::setUtf8(const char* column, QByteArrayView text)
{
    if (text.isEmpty())
        m_cells.push_back({column, {}});
    else
        m_cells.push_back({column, text});
    return *this;
}

RowValues& RowValues::setBlob(const char* column, const QByteArray& blob)
{
    if (blob.isEmpty())
        m_cells.push_back({column, {}});
    else
        m_cells.push_back({column, blob});
    return *this;
}

RowValues& RowValues::setCitation(const Citation& cite)
{
    return setId("source_id", cite.source).set("reference", cite.reference);
}

void RowValues::bind(SQLite::Statement& statement) const
{
    int index = 0;
    for (const BulkRows::Cell& cell : m_cells) {
        ++index;
        if (const auto* integer = std::get_if<qint64>(&cell.value))
            statement.bind(index, int64_t(*integer));
        else if (const auto* real = std::get_if<double>(&cell.value))
            statement.bind(index, *real);
        else if (const auto* text = std::get_if<QString>(&cell.value))
            statement.bind(index, text->toStdString());
        else if (const auto* view = std::get_if<QByteArrayView>(&cell.value))
            statement.bind(index, std::string(view->data(), size_t(view->size())));
        else if (const auto* blob = std::get_if<QByteArray>(&cell.value))
            statement.bind(index, blob->constData(), int(blob->size()));
        else
            statement.bind(index);
    }
}

bool RowValues::exists(base::Id id) const
{
    SQLite::Statement& statement =
        m_edit->statement(std::string("SELECT 1 FROM main.") + m_table + " WHERE id = ?");
    statement.bind(1, int64_t(id));
    const bool found = statement.executeStep();
    statement.reset();
    return found;
}

base::Id RowValues::insert(base::Id id)
{
    if (BulkRows* bulk = m_edit->bulk()) {
        if (id == 0)
            id = base::randomId();
        bulk->add(m_table, id, m_cells);
        return id;
    }
    if (id == 0)
        id = base::randomId();
    else if (exists(id))
        throw base::Error(Text::tr("This is in the project file already."),
                          QStringLiteral("%1 %2").arg(QLatin1String(m_table)).arg(id));
    std::string sql = std::string("INSERT INTO main.") + m_table + " (";
    std::string marks;
    for (const BulkRows::Cell& cell : m_cells) {
        sql += std::string(cell.column) + ", ";
        marks += "?, ";
    }
    SQLite::Statement& statement = m_edit->statement(sql + "id) VALUES (" + marks + "?)");
    bind(statement);
    statement.bind(int(m_cells.size()) + 1, int64_t(id));
    statement.exec();
    return id;
}

void RowValues::update(base::Id id)
{
    if (!exists(id))
        throw base::Error(Text::tr("This is no longer in the project file; somebody removed it."),
                          QStringLiteral("%1 %2").arg(QLatin1String(m_table)).arg(id));
    std::string sql = std::string("UPDATE main.") + m_table + " SET ";
    for (qsizetype i = 0; i < m_cells.size(); ++i)
        sql += std::string(i == 0 ? "" : ", ") + m_cells[i].column + " = ?";
    SQLite::Statement& statement = m_edit->statement(sql + " WHERE id = ?");
    bind(statement);
    statement.bind(int(m_cells.size()) + 1, int64_t(id));
    statement.exec();
}

void RowValues::put(base::Id id)
{
    if (exists(id))
        update(id);
    else
        insert(id);
}

bool rowExists(const ReadAccess& access, const char* table, base::Id id)
{
    SQLite::Statement statement(access.database(),
                                std::string("SELECT 1 FROM main.") + table + " WHERE id = ?");
    statement.bind(1, int64_t(id));
    return statement.executeStep();
}

bool removeRow(Edit& edit, const char* table, base::Id id)
{
    SQLite::Statement statement(edit.database(),
                                std::string("DELETE FROM main.") + table + " WHERE id = ?");
    statement.bind(1, int64_t(id));
    return statement.exec() > 0;
}

void removeRowsOf(Edit& edit, const char* table, const char* column, base::Id id)
{
    SQLite::Statement statement(edit.database(), std::string("DELETE FROM main.") + table +
                                                     " WHERE " + column + " = ?");
    statement.bind(1, int64_t(id));
    statement.exec();
}

} // namespace catalogue
