// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/project_file.h"
#include "catalogue/schema.h"

#include <QByteArray>
#include <functional>
#include <set>
#include <vector>

namespace SQLite {
class Database;
}

namespace catalogue {

// The state of the shared tables is a function of the SET of entries, whatever the order in which
// they arrived; so two copies that hold the same entries hold the same rows and the same conflicts.
//
// One entry precedes another if its maker knew it (entry.heads). Of all writes to a cell those
// count that precede no other; if they differ, that is a conflict, and the write of the greatest
// entry hash stands meanwhile. A row lives while some touch of it (its insertion, an edit, a
// reference to it from another row) precedes no deletion, so an edit outlives a deletion it did not
// know; and a row that a living row refers to lives. A settlement is a write like any other, and
// comes after what it settles.
class EntrySet
{
public:
    using PieceReader =
        std::function<void(const Entry&, const std::function<void(const QByteArray&)>&)>;

    // `entries` causes before effects.
    EntrySet(const SharedSchema& schema, std::vector<Entry> entries, PieceReader pieces);

    struct RowKey
    {
        int table = 0; // index in SharedSchema::tables()
        qint64 id = 0;
        auto operator<=>(const RowKey&) const = default;
    };
    using RowKeys = std::set<RowKey>;

    // The rows that these entries changed, or refer to, or settle.
    RowKeys rowsOf(const std::vector<Entry>& some, base::Progress& progress) const;

    // Brings these rows of the database, and whatever must live or go with them, to the state the
    // set gives them, and writes their open conflicts to veta_conflict.
    void settle(SQLite::Database& database, const RowKeys& rows, base::Progress& progress) const;

    // Applies every entry to empty tables.
    void replay(SQLite::Database& database, base::Progress& progress) const;

    // True where each entry was made knowing the one before it: then replaying is applying.
    static bool isOneLine(const std::vector<Entry>& entries);

private:
    struct History;
    using Histories = std::map<RowKey, History>;
    Histories collect(const RowKeys& rows, base::Progress& progress) const;
    std::optional<RowKey> settlementTarget(const struct RowChange& change) const;
    template <typename Op, typename IndexOf>
    std::vector<Op> maximal(const std::vector<Op>& ops, IndexOf indexOf) const;

    const SharedSchema& m_schema;
    std::vector<Entry> m_entries;
    PieceReader m_pieces;
};

QByteArray candidatesJson(const std::vector<Conflict::Candidate>& candidates,
                          const std::vector<QByteArray>& canonicalValues);
std::vector<Conflict::Candidate> candidatesFromJson(const QByteArray& json);
// The canonical bytes of the candidate's value; empty for NULL.
QByteArray candidateValue(const QByteArray& json, size_t candidate);

} // namespace catalogue
