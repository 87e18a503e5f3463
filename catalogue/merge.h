// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/project_file.h"
#include "catalogue/schema.h"
#include "catalogue/value.h"

#include <QByteArray>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
}

namespace catalogue {

class RowWriter;
struct RowChange;

// The state of the shared tables, and the conflicts that stand open, are a function of the SET of
// entries, whatever the order in which they arrived; so two copies that hold the same entries hold
// the same rows and the same conflicts.
//
// One entry precedes another if its maker knew it (entry.heads). Of all writes to a cell those
// count that precede no other; if they differ, that is a conflict, and the write of the greatest
// entry hash stands meanwhile. Equal insertions of a row are one: what replaced one of them
// replaced both. A row lives while some touch of it (its insertion, an edit, a reference to it from
// another row) precedes no deletion, so an edit outlives a deletion it did not know; and a row that
// a living row refers to lives for as long as it does. A settlement is a write like any other, and
// comes after what it settles; once it is undone, it and what was done and undone after it count
// for nothing on the row it settled.
class EntrySet
{
public:
    using PieceReader =
        std::function<void(const Entry&, const std::function<void(const QByteArray&)>&)>;

    // `entries` causes before effects.
    EntrySet(const SharedSchema& schema, std::vector<Entry> entries, PieceReader pieces);

    // Brings a database in the state of the other entries to that of all. Rows that no two unaware
    // entries touched are written straight away; the rest are worked out from their histories.
    // `pieceDone` is called after each piece of an added entry.
    void take(SQLite::Database& database, const std::set<QString>& addedHashes,
              base::Progress& progress, const std::function<void()>& pieceDone = {}) const;

    // After the last entry was written by its maker, who knew all others: ends the conflicts it
    // answers, and lets go what only lived because a row now gone referred to it.
    void follow(SQLite::Database& database, base::Progress& progress) const;

    // Applies every entry to empty tables.
    void replay(SQLite::Database& database, base::Progress& progress) const;

private:
    struct RowKey
    {
        int table = 0; // index in SharedSchema::tables()
        qint64 id = 0;
        auto operator<=>(const RowKey&) const = default;
    };
    using RowKeys = std::set<RowKey>;
    struct History;
    using Histories = std::map<RowKey, History>;
    struct Write;
    struct Life;
    class OpenConflicts;
    // Rows that unaware entries touched, and rows that they inserted equally.
    struct Contest
    {
        RowKeys contested;
        RowKeys equal;
    };

    bool precedes(int cause, int effect) const; // or is
    std::vector<bool> relevant(const std::vector<bool>& added) const;
    Contest contest(const std::vector<bool>& relevant, base::Progress& progress) const;
    void evaluate(RowWriter& writer, const RowKeys& rows, base::Progress& progress) const;
    void evaluateSome(RowWriter& writer, const RowKeys& rows, base::Progress& progress) const;
    Histories collect(const RowKeys& rows, base::Progress& progress) const;
    // Writes one row as its history gives it; false where it is dead and not `forced` to live.
    bool write(RowWriter& writer, const RowKey& key, const History& history, bool forced) const;
    void note(RowWriter& writer, const RowKey& key, const std::string& column,
              const std::vector<std::pair<int, Value>>& candidates) const;
    void releaseForced(RowWriter& writer) const;

    void forEachParent(const RowChange& change, bool after,
                       const std::function<void(RowKey)>& visit) const;
    std::optional<RowKey> settlementTarget(const RowChange& change) const;
    void findSettlements();
    bool isVoid(const RowKey& key, int entry) const;

    template <typename Op>
    std::vector<Op> maximal(const std::vector<Op>& ops) const;

    const SharedSchema& m_schema;
    std::vector<Entry> m_entries;
    PieceReader m_pieces;
    std::vector<int> m_copy;                      // of each entry, as a number
    std::vector<std::vector<qint64>> m_clock;     // of each entry: how far it knew each copy
    std::map<RowKey, std::vector<int>> m_settled; // rows with the settlements made of them
    std::vector<bool> m_undone;                   // entries undone, and their undos and redos
};

} // namespace catalogue
