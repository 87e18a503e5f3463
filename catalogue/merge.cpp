// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/merge.h"

#include "base/progress.h"
#include "catalogue/changeset.h"
#include "catalogue/row_writer.h"

#include <QHash>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace catalogue {

namespace {

// What an entry did to a row, where it did not insert it.
constexpr size_t Referred = 0;
constexpr size_t Changed = 1;

} // namespace

// The rows with an open conflict, so that a bulk of changes need not ask the table for each.
class EntrySet::OpenConflicts
{
public:
    OpenConflicts(RowWriter& writer, const SharedSchema& schema)
        : m_writer(writer)
        , m_schema(schema)
    {
        SQLite::Statement& select =
            writer.statement("SELECT table_name, row_id FROM main.veta_conflict");
        while (select.executeStep())
            m_rows.insert(
                {schema.indexOf(select.getColumn(0).getString()), select.getColumn(1).getInt64()});
        select.reset();
    }
    bool isEmpty() const { return m_rows.empty(); }
    // Whoever wrote to it knew what it was about.
    void endRow(const RowKey& key) { end(key, " AND column_name IS NULL", {}); }
    void endCell(const RowKey& key, const std::string& column)
    {
        end(key, " AND column_name = ?", column);
    }
    void endAll(const RowKey& key) { end(key, "", {}); }

private:
    void end(const RowKey& key, const char* which, const std::string& column)
    {
        if (!m_rows.contains(key))
            return;
        SQLite::Statement& remove = m_writer.statement(
            std::string("DELETE FROM main.veta_conflict WHERE table_name = ? AND row_id = ?") +
            which);
        remove.bind(1, m_schema.tables()[size_t(key.table)].name);
        remove.bind(2, int64_t(key.id));
        if (!column.empty())
            remove.bind(3, column);
        remove.exec();
    }

    RowWriter& m_writer;
    const SharedSchema& m_schema;
    RowKeys m_rows;
};

EntrySet::EntrySet(const SharedSchema& schema, std::vector<Entry> entries, PieceReader pieces)
    : m_schema(schema)
    , m_entries(std::move(entries))
    , m_pieces(std::move(pieces))
{
    QHash<QString, int> copies;
    for (const Entry& entry : m_entries) {
        const auto at = copies.constFind(entry.copyId);
        m_copy.push_back(at == copies.cend() ? *copies.insert(entry.copyId, int(copies.size()))
                                             : *at);
    }
    for (const Entry& entry : m_entries) {
        std::vector<qint64> clock(size_t(copies.size()), 0);
        for (const auto& [copy, number] : entry.heads)
            if (const auto at = copies.constFind(copy); at != copies.cend())
                clock[size_t(*at)] = number;
        clock[size_t(copies.value(entry.copyId))] = entry.number;
        m_clock.push_back(std::move(clock));
    }
    findSettlements();
}

bool EntrySet::precedes(int cause, int effect) const
{
    return m_clock[size_t(effect)][size_t(m_copy[size_t(cause)])] >=
           m_entries[size_t(cause)].number;
}

void EntrySet::findSettlements()
{
    m_undone.assign(m_entries.size(), false);
    if (std::none_of(m_entries.begin(), m_entries.end(),
                     [](const Entry& entry) { return entry.kind == EntryKind::Settle; }))
        return;
    QHash<QString, std::vector<int>> turns; // the undos and redos of an entry, in order
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry& entry = m_entries[size_t(i)];
        if (entry.kind == EntryKind::Undo || entry.kind == EntryKind::Redo)
            turns[entry.target].push_back(i);
    }
    for (int i = 0; i < int(m_entries.size()); ++i) {
        const Entry& entry = m_entries[size_t(i)];
        const std::vector<int> turned = turns.value(entry.hash);
        if (!turned.empty() && m_entries[size_t(turned.back())].kind == EntryKind::Undo) {
            m_undone[size_t(i)] = true;
            for (const int turn : turned)
                m_undone[size_t(turn)] = true;
        }
        if (entry.kind != EntryKind::Settle)
            continue;
        m_pieces(entry, [&](const QByteArray& piece) {
            forEachChange(piece, [&](const RowChange& change) {
                if (const auto target = settlementTarget(change))
                    m_settled[*target].push_back(i);
            });
        });
    }
}

bool EntrySet::isVoid(const RowKey& key, int entry) const
{
    if (m_settled.empty() || !m_undone[size_t(entry)])
        return false;
    const auto at = m_settled.find(key);
    return at != m_settled.end() &&
           std::any_of(at->second.begin(), at->second.end(), [&](int settlement) {
               return m_undone[size_t(settlement)] && precedes(settlement, entry);
           });
}

std::optional<EntrySet::RowKey> EntrySet::settlementTarget(const RowChange& change) const
{
    if (change.kind != ChangeKind::Insert || change.table != "settlements" ||
        change.cells.size() < 5)
        return std::nullopt;
    const auto* table = std::get_if<std::string>(&change.cells[1].after);
    const auto* row = std::get_if<qint64>(&change.cells[2].after);
    const int index = table == nullptr || row == nullptr ? -1 : m_schema.indexOf(*table);
    return index < 0 ? std::nullopt : std::optional(RowKey{index, *row});
}

void EntrySet::forEachParent(const RowChange& change, bool after,
                             const std::function<void(RowKey)>& visit) const
{
    const SharedTable* table = m_schema.find(change.table);
    if (table == nullptr)
        return;
    for (const Reference& reference : table->references)
        for (const CellChange& cell : change.cells)
            if (cell.column == reference.column)
                if (const auto* id = std::get_if<qint64>(after ? &cell.after : &cell.before))
                    visit({m_schema.indexOf(reference.table), *id});
}

std::vector<bool> EntrySet::relevant(const std::vector<bool>& added) const
{
    std::vector<bool> result = added;
    for (int i = 0; i < int(m_entries.size()); ++i)
        for (int j = 0; j < int(m_entries.size()) && !result[size_t(i)]; ++j)
            result[size_t(i)] = added[size_t(j)] && !precedes(i, j) && !precedes(j, i);
    return result;
}

EntrySet::Contest EntrySet::contest(const std::vector<bool>& relevant,
                                    base::Progress& progress) const
{
    Contest result;
    std::vector<int> some;
    for (int i = 0; i < int(m_entries.size()); ++i)
        if (relevant[size_t(i)])
            some.push_back(i);
    bool isLine = true;
    for (size_t i = 1; i < some.size(); ++i)
        isLine = isLine && precedes(some[i - 1], some[i]);
    if (isLine)
        return result;

    struct Touch
    {
        RowKey key;
        int entry = 0;
        size_t print = Referred; // or Changed, or a hash of the row that was inserted
        auto operator<=>(const Touch&) const = default;
    };
    std::vector<Touch> touches;
    for (const int entry : some) {
        const auto begin = qsizetype(touches.size());
        m_pieces(m_entries[size_t(entry)], [&](const QByteArray& piece) {
            progress.check();
            const auto pieceBegin = qsizetype(touches.size());
            forEachChange(piece, [&](const RowChange& change) {
                const int table = m_schema.indexOf(change.table);
                size_t print = Changed;
                if (change.kind == ChangeKind::Insert) {
                    QByteArray bytes;
                    for (const CellChange& cell : change.cells) {
                        bytes.append('\0');
                        appendCanonical(bytes, cell.after);
                    }
                    print = qHash(bytes) | 2;
                }
                touches.push_back({{table, change.id}, entry, print});
                forEachParent(change, true, [&](RowKey parent) {
                    touches.push_back({parent, entry, Referred});
                });
                if (const auto target = settlementTarget(change))
                    touches.push_back({*target, entry, Changed});
            });
            std::sort(touches.begin() + pieceBegin, touches.end());
            touches.erase(std::unique(touches.begin() + pieceBegin, touches.end()), touches.end());
        });
        std::sort(touches.begin() + begin, touches.end());
        touches.erase(std::unique(touches.begin() + begin, touches.end()), touches.end());
    }
    std::sort(touches.begin(), touches.end());
    for (size_t from = 0, to = 0; from < touches.size(); from = to) {
        bool inOrder = true;
        bool changed = false; // otherwise it was only referred to
        bool equal = true;
        size_t print = Referred;
        std::set<int> touched;
        std::set<int> inserting;
        for (to = from; to < touches.size() && touches[to].key == touches[from].key; ++to) {
            const Touch& touch = touches[to];
            inOrder = inOrder && (to == from || precedes(touches[to - 1].entry, touch.entry));
            changed = changed || touch.print != Referred;
            touched.insert(touch.entry);
            if (touch.print == Referred)
                continue;
            equal = equal && touch.print != Changed && (print == Referred || print == touch.print);
            print = touch.print;
            inserting.insert(touch.entry);
        }
        if (inOrder || !changed)
            continue;
        // Each entry inserted it, and equally; beside that it was at most referred to there.
        (equal && touched == inserting ? result.equal : result.contested).insert(touches[from].key);
    }
    return result;
}

void EntrySet::take(SQLite::Database& database, const std::set<QString>& addedHashes,
                    base::Progress& progress, const std::function<void()>& pieceDone) const
{
    std::vector<bool> added;
    added.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        added.push_back(addedHashes.contains(entry.hash));
    Contest contest = this->contest(relevant(added), progress);
    for (const auto& [key, settlements] : m_settled)
        contest.contested.insert(key);

    RowWriter writer(database, m_schema);
    OpenConflicts open(writer, m_schema);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!added[i])
            continue;
        m_pieces(m_entries[i], [&](const QByteArray& piece) {
            progress.check();
            forEachChange(piece, [&](const RowChange& change) {
                const RowKey key{m_schema.indexOf(change.table), change.id};
                if (contest.contested.contains(key))
                    return;
                if (!writer.apply(key.table, change) && !contest.equal.contains(key)) {
                    contest.contested.insert(key); // the row is not what the entry's maker saw
                    return;
                }
                if (open.isEmpty())
                    return;
                if (change.kind == ChangeKind::Delete)
                    open.endAll(key);
                else
                    open.endRow(key);
                for (const CellChange& cell : change.cells)
                    open.endCell(key,
                                 m_schema.tables()[size_t(key.table)].columns[size_t(cell.column)]);
                forEachParent(change, true, [&](RowKey parent) { open.endRow(parent); });
            });
            if (pieceDone)
                pieceDone();
        });
    }
    evaluate(writer, contest.contested, progress);
    releaseForced(writer);
    // What the other side deleted may be needed by a row that only this side has.
    RowKeys missing;
    SQLite::Statement& broken = writer.statement("PRAGMA main.foreign_key_check");
    std::vector<std::pair<int, qint64>> orphans;
    while (broken.executeStep())
        if (const int table = m_schema.indexOf(broken.getColumn(0).getString()); table >= 0)
            orphans.emplace_back(table, broken.getColumn(1).getInt64());
    broken.reset();
    for (const auto& [table, id] : orphans)
        missing.insert({table, id});
    evaluate(writer, missing, progress);
}

void EntrySet::follow(SQLite::Database& database, base::Progress& progress) const
{
    const Entry& last = m_entries.back();
    const bool turns = last.kind == EntryKind::Undo || last.kind == EntryKind::Redo;
    RowWriter writer(database, m_schema);
    OpenConflicts open(writer, m_schema);
    RowKeys history; // rows to be worked out from theirs
    m_pieces(last, [&](const QByteArray& piece) {
        progress.check();
        forEachChange(piece, [&](const RowChange& change) {
            const RowKey key{m_schema.indexOf(change.table), change.id};
            if (turns && m_settled.contains(key))
                history.insert(key);
            if (turns && change.table == "settlements")
                for (const auto& [target, settlements] : m_settled)
                    history.insert(target);
            if (change.kind == ChangeKind::Delete)
                open.endAll(key);
            else
                open.endRow(key);
            for (const CellChange& cell : change.cells)
                open.endCell(key,
                             m_schema.tables()[size_t(key.table)].columns[size_t(cell.column)]);
            forEachParent(change, true, [&](RowKey parent) {
                open.endRow(parent);
                if (turns && !writer.exists(parent.table, parent.id))
                    history.insert(parent); // it had gone with the row that comes back
            });
            if (const auto target = settlementTarget(change)) {
                open.endRow(*target);
                if (const auto* column = std::get_if<std::string>(&change.cells[3].after))
                    open.endCell(*target, *column);
            }
        });
    });
    evaluate(writer, history, progress);
    releaseForced(writer);
}

void EntrySet::replay(SQLite::Database& database, base::Progress& progress) const
{
    std::set<QString> all;
    for (const Entry& entry : m_entries)
        all.insert(entry.hash);
    take(database, all, progress);
}

} // namespace catalogue
