// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "catalogue/access.h"
#include "catalogue/bulk_rows.h"
#include "catalogue/site.h"

#include <QVarLengthArray>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

namespace catalogue {

// Reading and writing the columns of a row, for the stores; internal to rooms that may hold SQL.

QString textAt(SQLite::Statement& row, int column); // empty for NULL
std::optional<double> realAt(SQLite::Statement& row, int column);
std::optional<int> integerAt(SQLite::Statement& row, int column);
std::optional<base::Id> idAt(SQLite::Statement& row, int column);
Citation citationAt(SQLite::Statement& row, int column); // source_id and the column after it

// The values of a row by column, gathered and then written. An empty text is NULL. Names of tables
// and columns are literals.
class RowValues
{
public:
    RowValues(Edit& edit, const char* table)
        : m_edit(&edit)
        , m_table(table)
    {
    }
    RowValues& set(const char* column, const QString& text);
    RowValues& set(const char* column, const std::optional<double>& real);
    RowValues& set(const char* column, const std::optional<int>& integer);
    RowValues& setId(const char* column, const std::optional<base::Id>& id);
    RowValues& setUtf8(const char* column, QByteArrayView text); // which must outlive the writing
    RowValues& setBlob(const char* column, const QByteArray& blob); // empty: NULL
    RowValues& setCitation(const Citation& cite);

    // With the id, or a random one for 0. Throws base::Error where the row is there already.
    base::Id insert(base::Id id = 0);
    // Throws base::Error where there is no such row.
    void update(base::Id id);
    // Inserts it, or updates the one that is there.
    void put(base::Id id);

private:
    void bind(SQLite::Statement& statement) const;
    bool exists(base::Id id) const;
    Edit* m_edit;
    const char* m_table;
    QVarLengthArray<BulkRows::Cell, 32> m_cells; // most rows have no more columns
};

bool rowExists(const ReadAccess& access, const char* table, base::Id id);
// False where there was none.
bool removeRow(Edit& edit, const char* table, base::Id id);
// All rows of a table whose column holds an id.
void removeRowsOf(Edit& edit, const char* table, const char* column, base::Id id);

} // namespace catalogue
