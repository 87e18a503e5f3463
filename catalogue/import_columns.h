// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_mapping.h"
#include "catalogue/import_table.h"

#include <map>

namespace catalogue {

// What one field of a mapping finds in a row; internal to the import.
class ImportField
{
public:
    struct Slot
    {
        std::optional<size_t> column;
        QByteArray always;
        QString name;       // of the column
        char decimal = '.'; // how the column writes its numbers, or UndecidedSign
    };

    bool isMapped() const { return !m_slots.empty(); }
    const std::vector<Slot>& slotList() const { return m_slots; }
    // Of the first column: where it is set aside.
    QString columnName() const { return m_slots.empty() ? QString() : m_slots.front().name; }

    // Of the first of its columns that says something, trimmed; empty where none does.
    QByteArrayView bytes(const ImportTable::Row& row) const;
    QString text(const ImportTable::Row& row) const; // white space made single
    // nullopt where it says nothing or is no number; `said` tells which.
    std::optional<double> number(const ImportTable::Row& row, QByteArrayView* said) const;

    static QByteArrayView bytes(const Slot& slot, const ImportTable::Row& row);

private:
    friend class ImportColumns;
    std::vector<Slot> m_slots;
};

// The columns of a table by the fields of a mapping's parts.
class ImportColumns
{
public:
    // Throws base::Error where a column is not there.
    ImportColumns(const ImportTable& table, const std::vector<ImportMapping::Part>& parts,
                  const QString& decimal);
    // An empty one where it is not mapped.
    const ImportField& operator[](const QString& field) const;

private:
    std::map<QString, ImportField> m_fields;
};

// The words that files use for nothing: <Null>, n/a, unknown …
bool saysNothing(QByteArrayView text);

// A number as files write it: 1234.5, 1,234.5, 1.234,5, 12,5 or 1 234. nullopt for anything else.
// What could be read either way (1,234) is read by the decimal sign: '.' makes it 1234, and it is
// none where that is UndecidedSign.
constexpr char UndecidedSign = '?';
std::optional<double> parseNumber(QByteArrayView text, char decimal = '.');
// The decimal sign of each column: as its own numbers can only be read, else as those of the other
// columns, else by the separator; UndecidedSign where "1,234" stands and nothing says what it is.
std::vector<char> decimalSigns(const ImportTable& table);

} // namespace catalogue
