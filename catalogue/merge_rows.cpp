// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EntrySet that works rows out from their histories.

#include "base/id.h"
#include "base/progress.h"
#include "catalogue/changeset.h"
#include "catalogue/conflict_json.h"
#include "catalogue/merge.h"
#include "catalogue/row_writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace catalogue {

namespace {

constexpr size_t RowsInMemory = 50000;
constexpr int NoEntry = -1; // of a candidate that stands because other rows need the row

} // namespace

struct EntrySet::Write
{
    int entry = 0;
    Value value;
    bool isInsertion = false;
};

// Something that gives a row life, or takes it.
struct EntrySet::Life
{
    int entry = 0;
    bool lives = true;
};

struct EntrySet::History
{
    std::vector<Life> life;
    std::map<int, std::vector<Write>> writes; // by column

    void live(int entry, bool lives)
    {
        if (!life.empty() && life.back().entry == entry)
            life.back().lives = lives;
        else
            life.push_back({entry, lives});
    }
    void refer(int entry)
    {
        if (life.empty() || life.back().entry != entry)
            life.push_back({entry, true});
    }
    void write(int column, int entry, const Value& value, bool isInsertion)
    {
        std::vector<Write>& all = writes[column];
        if (!all.empty() && all.back().entry == entry)
            all.back() = {entry, value, isInsertion};
        else
            all.push_back({entry, value, isInsertion});
    }
};

EntrySet::Histories EntrySet::collect(const RowKeys& rows, base::Progress& progress) const
{
    Histories histories;
    for (const RowKey& key : rows)
        histories[key];
    const auto historyOf = [&](const RowKey& key, int entry) -> History* {
        const auto at = histories.find(key);
        return at == histories.end() || isVoid(key, entry) ? nullptr : &at->second;
    };
    for (int index = 0; index < int(m_entries.size()); ++index) {
        m_pieces(m_entries[size_t(index)], [&](const QByteArray& piece) {
            progress.check();
            forEachChange(piece, [&](const RowChange& change) {
                if (History* history =
                        historyOf({m_schema.indexOf(change.table), change.id}, index)) {
                    history->live(index, change.kind != ChangeKind::Delete);
                    if (change.kind != ChangeKind::Delete)
                        for (const CellChange& cell : change.cells)
                            history->write(cell.column, index, cell.after,
                                           change.kind == ChangeKind::Insert);
                }
                forEachParent(change, true, [&](RowKey parent) {
                    if (History* history = historyOf(parent, index))
                        history->refer(index);
                });
                const auto target = settlementTarget(change);
                History* history = target ? historyOf(*target, index) : nullptr;
                if (history == nullptr)
                    return;
                const auto* column = std::get_if<std::string>(&change.cells[3].after);
                const auto* bytes = std::get_if<QByteArray>(&change.cells[4].after);
                const Value value = bytes != nullptr ? fromCanonical(*bytes) : Value();
                if (column == nullptr) {
                    history->live(index, sameValue(value, qint64(1)));
                    return;
                }
                const auto& names = m_schema.tables()[size_t(target->table)].columns;
                const auto name = std::find(names.begin(), names.end(), *column);
                if (name == names.end())
                    return;
                history->refer(index);
                history->write(int(name - names.begin()), index, value, false);
            });
        });
    }
    return histories;
}

template <typename Op>
std::vector<Op> EntrySet::maximal(const std::vector<Op>& ops) const
{
    // Only what stands later in causal order can come after it.
    const auto isSurpassed = [&](size_t i) {
        return std::any_of(ops.begin() + qsizetype(i) + 1, ops.end(),
                           [&](const Op& later) { return precedes(ops[i].entry, later.entry); });
    };
    std::vector<Op> result;
    for (size_t i = 0; i < ops.size(); ++i)
        if (!isSurpassed(i))
            result.push_back(ops[i]);
    if constexpr (std::is_same_v<Op, Write>) {
        // An equal insertion by somebody else, which has been replaced, was this one.
        std::vector<Op> rest = result;
        std::erase_if(rest, [&](const Op& write) {
            return write.isInsertion && std::any_of(ops.begin(), ops.end(), [&](const Op& other) {
                       return other.isInsertion && !precedes(other.entry, write.entry) &&
                              sameValue(other.value, write.value) &&
                              std::any_of(ops.begin(), ops.end(), [&](const Op& later) {
                                  return later.entry != other.entry &&
                                         precedes(other.entry, later.entry);
                              });
                   });
        });
        if (!rest.empty())
            result = std::move(rest);
    }
    std::sort(result.begin(), result.end(), [&](const Op& a, const Op& b) {
        return m_entries[size_t(a.entry)].hash > m_entries[size_t(b.entry)].hash;
    });
    return result;
}

void EntrySet::note(RowWriter& writer, const RowKey& key, const std::string& column,
                    const std::vector<std::pair<int, Value>>& candidates) const
{
    const std::string& table = m_schema.tables()[size_t(key.table)].name;
    std::vector<Conflict::Candidate> list;
    std::vector<QByteArray> values;
    QByteArrayList hashes;
    for (const auto& [entry, value] : candidates) {
        Conflict::Candidate candidate;
        candidate.value = toText(value);
        if (entry != NoEntry) {
            candidate.entry = m_entries[size_t(entry)].hash;
            candidate.author = m_entries[size_t(entry)].author;
        }
        QByteArray bytes;
        appendCanonical(bytes, value);
        values.push_back(bytes);
        hashes.push_back(candidate.entry.toLatin1());
        list.push_back(std::move(candidate));
    }
    std::sort(hashes.begin(), hashes.end());
    SQLite::Statement& insert =
        writer.statement("INSERT OR REPLACE INTO main.veta_conflict VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, int64_t(base::hashedId({QByteArrayView(table), base::idBytes(key.id),
                                           QByteArrayView(column), hashes.join(' ')})));
    insert.bind(2, table);
    insert.bind(3, int64_t(key.id));
    if (column.empty())
        insert.bind(4);
    else
        insert.bind(4, column);
    insert.bind(5, candidatesJson(list, values).toStdString());
    insert.exec();
}

bool EntrySet::write(RowWriter& writer, const RowKey& key, const History& history,
                     bool forced) const
{
    const SharedTable& table = m_schema.tables()[size_t(key.table)];
    SQLite::Statement& forget =
        writer.statement("DELETE FROM main.veta_conflict WHERE table_name = ? AND row_id = ?");
    forget.bind(1, table.name);
    forget.bind(2, int64_t(key.id));
    forget.exec();

    const std::vector<Life> life = maximal(history.life);
    const auto isLife = [](const Life& op) { return op.lives; };
    const bool lives = std::any_of(life.begin(), life.end(), isLife);
    if (!lives && !forced)
        return false;
    if (!std::all_of(life.begin(), life.end(), isLife)) {
        std::vector<std::pair<int, Value>> candidates;
        if (!lives)
            candidates.emplace_back(NoEntry, qint64(1));
        for (const bool side : {true, false}) // the standing one, life, first
            for (const Life& op : life)
                if (op.lives == side)
                    candidates.emplace_back(op.entry, side ? Value(qint64(1)) : Value());
        note(writer, key, {}, candidates);
    }

    std::vector<Value> values(table.columns.size());
    values[0] = key.id;
    for (const auto& [column, writes] : history.writes) {
        if (column <= 0 || column >= int(values.size()))
            continue;
        const std::vector<Write> last = maximal(writes);
        if (last.empty())
            continue;
        values[size_t(column)] = last.front().value;
        std::vector<std::pair<int, Value>> distinct;
        for (const Write& write : last)
            if (std::none_of(distinct.begin(), distinct.end(), [&](const auto& known) {
                    return sameValue(known.second, write.value);
                }))
                distinct.emplace_back(write.entry, write.value);
        if (distinct.size() > 1)
            note(writer, key, table.columns[size_t(column)], distinct);
    }
    const std::vector<Value> present = writer.row(key.table, key.id);
    if (present.empty())
        writer.insert(key.table, values);
    for (size_t i = 1; i < values.size() && i < present.size(); ++i)
        if (!sameValue(present[i], values[i]))
            writer.set(key.table, key.id, int(i), values[i]);
    return true;
}

void EntrySet::evaluate(RowWriter& writer, const RowKeys& rows, base::Progress& progress) const
{
    auto next = rows.begin();
    while (next != rows.end()) {
        RowKeys some;
        while (next != rows.end() && some.size() < RowsInMemory)
            some.insert(*next++);
        evaluateSome(writer, some, progress);
    }
    if (rows.size() > RowsInMemory)
        releaseForced(writer);
}

void EntrySet::evaluateSome(RowWriter& writer, const RowKeys& rows, base::Progress& progress) const
{
    RowKeys forced; // rows that must live because a living row refers to them
    RowKeys pending = rows;
    while (!pending.empty()) {
        const Histories histories = collect(pending, progress);
        RowKeys dead;
        RowKeys alive;
        for (const auto& [key, history] : histories) {
            progress.check();
            (write(writer, key, history, forced.contains(key)) ? alive : dead).insert(key);
        }
        pending.clear();
        for (const RowKey& key : alive) {
            const std::vector<Value> row = writer.row(key.table, key.id);
            for (const Reference& reference : m_schema.tables()[size_t(key.table)].references) {
                const auto* id = std::get_if<qint64>(&row[size_t(reference.column)]);
                if (id == nullptr)
                    continue;
                const RowKey parent{m_schema.indexOf(reference.table), *id};
                if (dead.erase(parent) > 0 || !writer.exists(parent.table, parent.id)) {
                    forced.insert(parent);
                    pending.insert(parent);
                }
            }
        }
        // Children first: a row goes once nothing refers to it; what is left is referred to by the
        // living.
        for (bool progressMade = true; progressMade;) {
            progressMade = false;
            for (auto it = dead.begin(); it != dead.end();) {
                if (writer.exists(it->table, it->id) && writer.isReferred(it->table, it->id)) {
                    ++it;
                    continue;
                }
                writer.remove(it->table, it->id);
                it = dead.erase(it);
                progressMade = true;
            }
        }
        forced.insert(dead.begin(), dead.end());
        pending.insert(dead.begin(), dead.end());
    }
}

void EntrySet::releaseForced(RowWriter& writer) const
{
    for (bool released = true; released;) {
        released = false;
        RowKeys forced;
        SQLite::Statement& select = writer.statement(
            "SELECT table_name, row_id, candidates FROM main.veta_conflict WHERE column_name IS "
            "NULL");
        while (select.executeStep()) {
            const auto candidates =
                candidatesFromJson(QByteArray::fromStdString(select.getColumn(2).getString()));
            const int table = m_schema.indexOf(select.getColumn(0).getString());
            if (table >= 0 && !candidates.empty() && candidates.front().entry.isEmpty())
                forced.insert({table, select.getColumn(1).getInt64()});
        }
        select.reset();
        for (const RowKey& key : forced) {
            if (writer.isReferred(key.table, key.id))
                continue;
            writer.remove(key.table, key.id);
            SQLite::Statement& forget = writer.statement(
                "DELETE FROM main.veta_conflict WHERE table_name = ? AND row_id = ?");
            forget.bind(1, m_schema.tables()[size_t(key.table)].name);
            forget.bind(2, int64_t(key.id));
            forget.exec();
            released = true;
        }
    }
}

} // namespace catalogue
