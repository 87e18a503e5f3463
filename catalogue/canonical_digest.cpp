// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/canonical_digest.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/progress.h"
#include "catalogue/changeset_bytes.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"
#include "catalogue/value.h"

#include <QtEndian>
#include <SQLiteCpp/SQLiteCpp.h>
#include <bit>
#include <cstring>
#include <memory>
#include <sodium.h>
#include <sqlite3.h>

namespace catalogue {

namespace {

using Hash = std::array<quint64, 4>;

Hash hashOf(const QByteArray& cell)
{
    std::array<unsigned char, 32> bytes{};
    crypto_generichash(bytes.data(), bytes.size(),
                       reinterpret_cast<const unsigned char*>(cell.constData()),
                       static_cast<unsigned long long>(cell.size()), nullptr, 0);
    Hash hash{};
    for (size_t i = 0; i < hash.size(); ++i)
        hash[i] = qFromLittleEndian<quint64>(bytes.data() + 8 * i);
    return hash;
}

// The bytes that are hashed, rebuilt in place from cell to cell of a row.
class CellBytes
{
public:
    void setTable(const std::string& table)
    {
        m_bytes.resize(0);
        m_bytes.append(table.c_str(), qsizetype(table.size()) + 1);
        m_tableEnd = m_bytes.size();
    }
    void setRow(qint64 id)
    {
        m_bytes.resize(m_tableEnd + qsizetype(sizeof id));
        qToBigEndian(id, m_bytes.data() + m_tableEnd);
        m_rowEnd = m_bytes.size();
    }

    // Null for a value that does not count.
    template <typename V>
    const QByteArray* cell(const std::string& column, const V& value)
    {
        putColumn(column, 0);
        const qsizetype head = m_bytes.size();
        appendCanonical(m_bytes, value);
        return m_bytes.size() == head ? nullptr : &m_bytes;
    }
    const QByteArray* cell(const std::string& column, const InsertedValue& value)
    {
        if (value.type == SQLITE_FLOAT)
            return cell(column, Value(std::bit_cast<double>(value.bits())));
        if (!value.isNumber() && !value.isBytes())
            return nullptr;
        char* at = putColumn(column, 1 + value.bytes.size());
        *at = value.type == SQLITE_INTEGER ? 'I' : value.type == SQLITE_TEXT ? 'T' : 'B';
        std::memcpy(at + 1, value.bytes.data(), size_t(value.bytes.size()));
        return &m_bytes;
    }

private:
    // Behind the column; there is room for so many bytes.
    char* putColumn(const std::string& column, qsizetype room)
    {
        const auto columnBytes = qsizetype(column.size()) + 1;
        m_bytes.resize(m_rowEnd + columnBytes + room);
        char* at = m_bytes.data() + m_rowEnd;
        std::memcpy(at, column.c_str(), size_t(columnBytes));
        return at + columnBytes;
    }

    QByteArray m_bytes;
    qsizetype m_tableEnd = 0;
    qsizetype m_rowEnd = 0;
};

} // namespace

CanonicalDigest CanonicalDigest::fromHex(const QByteArray& hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    CanonicalDigest digest;
    if (bytes.size() == 32)
        for (size_t i = 0; i < 4; ++i)
            digest.m_sum[i] = qFromLittleEndian<quint64>(bytes.constData() + 8 * i);
    return digest;
}

QByteArray CanonicalDigest::toHex() const
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (size_t i = 0; i < 4; ++i)
        qToLittleEndian(m_sum[i], bytes.data() + 8 * i);
    return bytes.toHex();
}

QString CanonicalDigest::text() const
{
    return QString::fromLatin1(base::sha256(QByteArray::fromHex(toHex())).toHex());
}

void CanonicalDigest::add(const CanonicalDigest& other)
{
    add(other.m_sum);
}

void CanonicalDigest::remove(const CanonicalDigest& other)
{
    subtract(other.m_sum);
}

void CanonicalDigest::add(const QByteArray& cell)
{
    add(hashOf(cell));
}

void CanonicalDigest::add(const std::array<quint64, 4>& hash)
{
    unsigned char carry = 0;
    for (size_t i = 0; i < 4; ++i) {
        const quint64 before = m_sum[i];
        const quint64 partial = before + hash[i];
        m_sum[i] = partial + carry;
        carry = (partial < before || m_sum[i] < partial) ? 1 : 0;
    }
}

void CanonicalDigest::subtract(const QByteArray& cell)
{
    subtract(hashOf(cell));
}

void CanonicalDigest::subtract(const std::array<quint64, 4>& hash)
{
    unsigned char borrow = 0;
    for (size_t i = 0; i < 4; ++i) {
        const quint64 before = m_sum[i];
        const quint64 partial = before - hash[i];
        m_sum[i] = partial - borrow;
        borrow = (before < hash[i] || partial < borrow) ? 1 : 0;
    }
}

void CanonicalDigest::apply(const QByteArray& changeset, const SharedSchema& schema)
{
    sqlite3_changeset_iter* iterator = nullptr;
    if (sqlite3changeset_start(&iterator, int(changeset.size()),
                               const_cast<char*>(changeset.constData())) != SQLITE_OK)
        throw std::bad_alloc();
    const std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> owner(
        iterator, &sqlite3changeset_finalize);
    CellBytes bytes;
    std::string current;
    const SharedTable* shared = nullptr;
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
        if (current != table) {
            current = table;
            shared = schema.find(current);
            bytes.setTable(current);
        }
        if (shared == nullptr)
            throw base::Error(Text::tr("An entry names the table %1, which this version does not "
                                       "know. Open the file with a newer Veta.")
                                  .arg(QString::fromUtf8(table)));
        sqlite3_value* id = nullptr;
        if (operation == SQLITE_INSERT)
            sqlite3changeset_new(iterator, 0, &id);
        else
            sqlite3changeset_old(iterator, 0, &id);
        bytes.setRow(id != nullptr ? sqlite3_value_int64(id) : 0);
        for (int column = 0; column < columns && column < int(shared->columns.size()); ++column) {
            sqlite3_value* before = nullptr;
            sqlite3_value* after = nullptr;
            if (operation != SQLITE_INSERT)
                sqlite3changeset_old(iterator, column, &before);
            if (operation != SQLITE_DELETE)
                sqlite3changeset_new(iterator, column, &after);
            if (operation == SQLITE_UPDATE && after == nullptr)
                continue; // not changed (the id, or an untouched cell)
            const std::string& name = shared->columns[size_t(column)];
            if (before != nullptr)
                if (const QByteArray* cell = bytes.cell(name, before))
                    subtract(*cell);
            if (after != nullptr)
                if (const QByteArray* cell = bytes.cell(name, after))
                    add(*cell);
        }
    }
}

void CanonicalDigest::addInserts(const SharedTable& table, QByteArrayView rows)
{
    CellBytes bytes;
    bytes.setTable(table.name);
    forEachInsertedValue(table, rows, [&](size_t column, const InsertedValue& value) {
        if (column == 0)
            bytes.setRow(qint64(value.bits()));
        if (const QByteArray* cell = bytes.cell(table.columns[column], value))
            add(*cell);
    });
}

void CanonicalDigest::addAll(SQLite::Database& database, const SharedSchema& schema,
                             base::Progress& progress)
{
    CellBytes bytes;
    qint64 rows = 0;
    for (const SharedTable& table : schema.tables()) {
        bytes.setTable(table.name);
        const std::string query = "SELECT * FROM main.\"" + table.name + '"';
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database.getHandle(), query.c_str(), -1, &statement, nullptr) !=
            SQLITE_OK)
            throw SQLite::Exception(database.getHandle());
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owner(statement,
                                                                               &sqlite3_finalize);
        for (;;) {
            const int code = sqlite3_step(statement);
            if (code == SQLITE_DONE)
                break;
            if (code != SQLITE_ROW)
                throw SQLite::Exception(database.getHandle());
            if ((++rows & 0x3ff) == 0)
                progress.check();
            bytes.setRow(sqlite3_column_int64(statement, 0));
            for (size_t column = 0; column < table.columns.size(); ++column) {
                sqlite3_value* value = sqlite3_column_value(statement, int(column));
                if (const QByteArray* cell = bytes.cell(table.columns[column], value))
                    add(*cell);
            }
        }
    }
}

} // namespace catalogue
