// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/schema.h"

#include <QByteArrayView>
#include <QtEndian>
#include <sqlite3.h>

namespace catalogue {

// Rows of a changeset of inserts that this program has just made, as BulkRows writes them. No bytes
// of a stranger are read with this: nothing is checked. Internal to the journal.

// A value as it stands there: a number in 8 bytes, big-endian; a text or blob; nothing for NULL.
struct InsertedValue
{
    char type = SQLITE_NULL;
    QByteArrayView bytes;

    bool isNumber() const { return type == SQLITE_INTEGER || type == SQLITE_FLOAT; }
    bool isBytes() const { return type == SQLITE_TEXT || type == SQLITE_BLOB; }
    quint64 bits() const { return qFromBigEndian<quint64>(bytes.data()); } // of a number
};

// The value that begins at `at`, which goes behind it.
inline InsertedValue takeInserted(const char*& at)
{
    InsertedValue value;
    value.type = *at++;
    if (value.isNumber()) {
        value.bytes = {at, 8};
    } else if (value.isBytes()) {
        qsizetype length = 0; // SQLite's variable-length integer
        char byte = 0;
        do {
            byte = *at++;
            length = length << 7 | (byte & 0x7f);
        } while ((byte & 0x80) != 0);
        value.bytes = {at, length};
    }
    at += value.bytes.size();
    return value;
}

// visit(column, value) for every value of the rows that stand behind the head of the table, row by
// row; column 0 is the id.
template <typename Visit>
void forEachInsertedValue(const SharedTable& table, QByteArrayView rows, const Visit& visit)
{
    const char* at = rows.data();
    const char* end = at + rows.size();
    while (at != end) {
        at += 2; // the operation and its flag
        for (size_t column = 0; column < table.columns.size(); ++column)
            visit(column, takeInserted(at));
    }
}

} // namespace catalogue
