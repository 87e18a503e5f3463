// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <array>

namespace SQLite {
class Database;
}
namespace base {
class Progress;
}

namespace catalogue {

class SharedSchema;
struct SharedTable;

// The canonical digest of the shared tables: a sum over cells, so that it follows a changeset
// without reading the tables (an incremental multiset hash, Bellare & Micciancio 1997, over
// BLAKE2b-256). It shows accident, not malice.
//   sum = Σ BLAKE2b-256(table 00 id column 00 value) modulo 2^256, over the cells that are not
//   NULL, id as 8 bytes big-endian, value as appendCanonical() writes it; text() = hex SHA-256 of
//   the sum, little-endian. The cell of the id counts, so a row of NULLs is present; a NULL does
//   not, so a column that a later schema appends changes nothing.
class CanonicalDigest
{
public:
    CanonicalDigest() = default;
    static CanonicalDigest fromHex(const QByteArray& hex);
    QByteArray toHex() const; // the sum itself, as veta_meta keeps it

    void apply(const QByteArray& changeset, const SharedSchema& schema);
    // Rows as a changeset of inserts holds them behind the table's head, well formed.
    void addInserts(const SharedTable& table, QByteArrayView rows);
    void add(const CanonicalDigest& other);    // of other cells
    void remove(const CanonicalDigest& other); // of some of these cells
    void addAll(SQLite::Database& database, const SharedSchema& schema, base::Progress& progress);
    QString text() const;
    bool operator==(const CanonicalDigest&) const = default;

private:
    void add(const std::array<quint64, 4>& sum);
    void add(const QByteArray& cell);
    void subtract(const std::array<quint64, 4>& sum);
    void subtract(const QByteArray& cell);

    std::array<quint64, 4> m_sum{}; // least significant first
};

} // namespace catalogue
