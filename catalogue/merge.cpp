// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/merge.h"

#include "base/error.h"
#include "base/id.h"
#include "base/progress.h"
#include "catalogue/changeset.h"
#include "catalogue/journal.h"
#include "catalogue/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace catalogue {

namespace {

constexpr size_t RowsInMemory = 50000;

struct Write
{
    int entry = 0;
    Value value;
};

// Something that gives a row life, or takes it.
struct Life
{
    int entry = 0;
    bool lives = true;
};

std::string quotedName(const std::string& name)
{
    return '"' + name + '"';
}

void bindValue(SQLite::Statement& statement, int index, const Value& value)
{
    if (const auto* integer = std::get_if<qint64>(&value))
        statement.bind(index, int64_t(*integer));
    else if (const auto* real = std::get_if<double>(&value))
        statement.bind(index, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        statement.bind(index, *text);
    else if (const auto* blob = std::get_if<QByteArray>(&value))
        statement.bind(index, blob->constData(), int(blob->size()));
    else
        statement.bind(index);
}

Value read(const SQLite::Column& column)
{
    if (column.isInteger())
        return qint64(column.getInt64());
    if (column.isFloat())
        return column.getDouble();
    if (column.isText())
        return column.getString();
    if (column.isBlob())
        return QByteArray(static_cast<const char*>(column.getBlob()), column.getBytes());
    return std::monostate{};
}

} // namespace

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
    void write(int column, int entry, const Value& value)
    {
        std::vector<Write>& all = writes[column];
        if (!all.empty() && all.back().entry == entry)
            all.back().value = value;
        else
            all.push_back({entry, value});
    }
};

EntrySet::EntrySet(const SharedSchema& schema, std::vector<Entry> entries, PieceReader pieces)
    : m_schema(schema)
    , m_entries(std::move(entries))
    , m_pieces(std::move(pieces))
{
}

std::optional<EntrySet::RowKey> EntrySet::settlementTarget(const RowChange& change) const
{
    if (change.kind != ChangeKind::Insert || change.table != "settlements" ||
        change.cells.size() < 5)
        return std::nullopt;
    const auto* table = std::get_if<std::string>(&change.cells[1].after);
    const auto* row = std::get_if<qint64>(&change.cells[2].after);
    if (table == nullptr || row == nullptr)
        return std::nullopt;
    const int index = m_schema.indexOf(*table);
    return index < 0 ? std::nullopt : std::optional(RowKey{index, *row});
}

EntrySet::RowKeys EntrySet::rowsOf(const std::vector<Entry>& some, base::Progress& progress) const
{
    RowKeys rows;
    for (const Entry& entry : some) {
        m_pieces(entry, [&](const QByteArray& piece) {
            progress.check();
            forEachChange(piece, [&](const RowChange& change) {
                const int table = m_schema.indexOf(change.table);
                if (table < 0)
                    return;
                rows.insert({table, change.id});
                for (const Reference& reference : m_schema.tables()[size_t(table)].references)
                    for (const CellChange& cell : change.cells)
                        if (cell.column == reference.column)
                            if (const auto* id = std::get_if<qint64>(&cell.after))
                                rows.insert({m_schema.indexOf(reference.table), *id});
                if (const auto target = settlementTarget(change))
                    rows.insert(*target);
            });
        });
    }
    return rows;
}

EntrySet::Histories EntrySet::collect(const RowKeys& rows, base::Progress& progress) const
{
    Histories histories;
    for (const RowKey& key : rows)
        histories[key];
    for (int index = 0; index < int(m_entries.size()); ++index) {
        m_pieces(m_entries[size_t(index)], [&](const QByteArray& piece) {
            progress.check();
            forEachChange(piece, [&](const RowChange& change) {
                const int table = m_schema.indexOf(change.table);
                if (table < 0)
                    return;
                if (const auto at = histories.find({table, change.id}); at != histories.end()) {
                    at->second.live(index, change.kind != ChangeKind::Delete);
                    if (change.kind != ChangeKind::Delete)
                        for (const CellChange& cell : change.cells)
                            at->second.write(cell.column, index, cell.after);
                }
                for (const Reference& reference : m_schema.tables()[size_t(table)].references) {
                    for (const CellChange& cell : change.cells) {
                        const auto* id = std::get_if<qint64>(&cell.after);
                        if (cell.column != reference.column || id == nullptr)
                            continue;
                        const auto at = histories.find({m_schema.indexOf(reference.table), *id});
                        if (at != histories.end())
                            at->second.refer(index);
                    }
                }
                if (const auto target = settlementTarget(change)) {
                    const auto at = histories.find(*target);
                    if (at == histories.end())
                        return;
                    const auto* column = std::get_if<std::string>(&change.cells[3].after);
                    const Value& value = change.cells[4].after;
                    if (column == nullptr) {
                        at->second.live(index, sameValue(value, qint64(1)));
                        return;
                    }
                    const auto& names = m_schema.tables()[size_t(target->table)].columns;
                    const auto name = std::find(names.begin(), names.end(), *column);
                    if (name == names.end())
                        return;
                    at->second.refer(index);
                    at->second.write(int(name - names.begin()), index, value);
                }
            });
        });
    }
    return histories;
}

template <typename Op, typename IndexOf>
std::vector<Op> EntrySet::maximal(const std::vector<Op>& ops, IndexOf indexOf) const
{
    std::vector<Op> result;
    for (size_t i = 0; i < ops.size(); ++i) {
        const Entry& entry = m_entries[size_t(indexOf(ops[i]))];
        // Only what stands later in causal order can come after it.
        const bool surpassed =
            std::any_of(ops.begin() + qsizetype(i) + 1, ops.end(), [&](const Op& later) {
                return precedesOrIs(entry, m_entries[size_t(indexOf(later))]);
            });
        if (!surpassed)
            result.push_back(ops[i]);
    }
    std::sort(result.begin(), result.end(), [&](const Op& a, const Op& b) {
        return m_entries[size_t(indexOf(a))].hash > m_entries[size_t(indexOf(b))].hash;
    });
    return result;
}

void EntrySet::settle(SQLite::Database& database, const RowKeys& rows,
                      base::Progress& progress) const
{
    if (rows.size() > RowsInMemory) {
        auto next = rows.begin();
        while (next != rows.end()) {
            RowKeys some;
            while (next != rows.end() && some.size() < RowsInMemory)
                some.insert(*next++);
            settle(database, some, progress);
        }
        return;
    }

    const auto exists = [&](const RowKey& key) -> bool {
        SQLite::Statement select(
            database, "SELECT 1 FROM main." +
                          quotedName(m_schema.tables()[size_t(key.table)].name) + " WHERE id = ?");
        select.bind(1, int64_t(key.id));
        return bool(select.executeStep());
    };
    const auto isReferred = [&](const RowKey& key) -> bool {
        const std::string& name = m_schema.tables()[size_t(key.table)].name;
        for (const SharedTable& table : m_schema.tables())
            for (const Reference& reference : table.references) {
                if (reference.table != name)
                    continue;
                SQLite::Statement select(
                    database, "SELECT 1 FROM main." + quotedName(table.name) + " WHERE " +
                                  quotedName(table.columns[size_t(reference.column)]) +
                                  " = ? LIMIT 1");
                select.bind(1, int64_t(key.id));
                if (select.executeStep())
                    return true;
            }
        return false;
    };

    RowKeys forced; // rows that must live because a living row refers to them
    RowKeys pending = rows;
    while (!pending.empty()) {
        const Histories histories = collect(pending, progress);
        RowKeys dead;
        RowKeys alive;
        for (const auto& [key, history] : histories) {
            progress.check();
            const SharedTable& table = m_schema.tables()[size_t(key.table)];
            SQLite::Statement forget(
                database, "DELETE FROM veta_conflict WHERE table_name = ? AND row_id = ?");
            forget.bind(1, table.name);
            forget.bind(2, int64_t(key.id));
            forget.exec();

            const auto note = [&](const std::string& column,
                                  const std::vector<std::pair<int, Value>>& candidates) {
                std::vector<Conflict::Candidate> list;
                std::vector<QByteArray> values;
                std::vector<QByteArray> hashes;
                for (const auto& [entry, value] : candidates) {
                    const Entry& made = m_entries[size_t(entry)];
                    list.push_back({made.hash, made.author, toText(value)});
                    QByteArray bytes;
                    appendCanonical(bytes, value);
                    values.push_back(bytes);
                    hashes.push_back(made.hash.toLatin1());
                }
                std::sort(hashes.begin(), hashes.end());
                SQLite::Statement insert(
                    database, "INSERT OR REPLACE INTO veta_conflict VALUES (?, ?, ?, ?, ?)");
                insert.bind(
                    1,
                    int64_t(base::hashedId(
                        {QByteArrayView(table.name), base::idBytes(key.id), QByteArrayView(column),
                         QByteArray(
                             hashes.size() == 1
                                 ? hashes.front()
                                 : QByteArrayList(hashes.begin(), hashes.end()).join(' '))})));
                insert.bind(2, table.name);
                insert.bind(3, int64_t(key.id));
                if (!column.empty())
                    insert.bind(4, column);
                insert.bind(5, candidatesJson(list, values).toStdString());
                insert.exec();
            };

            const std::vector<Life> life =
                maximal(history.life, [](const Life& op) { return op.entry; });
            const bool lives =
                std::any_of(life.begin(), life.end(), [](const Life& op) { return op.lives; });
            const bool killed =
                std::any_of(life.begin(), life.end(), [](const Life& op) { return !op.lives; });
            if (!lives && !forced.contains(key)) {
                dead.insert(key);
                continue;
            }
            alive.insert(key);
            if (killed) {
                std::vector<std::pair<int, Value>> candidates;
                for (const bool side : {true, false}) // the standing one, life, first
                    for (const Life& op : life)
                        if (op.lives == side)
                            candidates.emplace_back(op.entry, side ? Value(qint64(1)) : Value());
                note({}, candidates);
            }

            std::vector<Value> values(table.columns.size());
            values[0] = key.id;
            for (const auto& [column, writes] : history.writes) {
                if (column <= 0 || column >= int(values.size()))
                    continue;
                const std::vector<Write> last =
                    maximal(writes, [](const Write& write) { return write.entry; });
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
                    note(table.columns[size_t(column)], distinct);
            }

            SQLite::Statement present(database, "SELECT * FROM main." + quotedName(table.name) +
                                                    " WHERE id = ?");
            present.bind(1, int64_t(key.id));
            if (!present.executeStep()) {
                std::string marks;
                for (size_t i = 0; i < values.size(); ++i)
                    marks += i == 0 ? "?" : ", ?";
                SQLite::Statement insert(database, "INSERT INTO main." + quotedName(table.name) +
                                                       " VALUES (" + marks + ")");
                for (size_t i = 0; i < values.size(); ++i)
                    bindValue(insert, int(i) + 1, values[i]);
                insert.exec();
                continue;
            }
            for (size_t i = 1; i < values.size(); ++i) {
                if (sameValue(read(present.getColumn(int(i))), values[i]))
                    continue;
                SQLite::Statement update(database, "UPDATE main." + quotedName(table.name) +
                                                       " SET " + quotedName(table.columns[i]) +
                                                       " = ? WHERE id = ?");
                bindValue(update, 1, values[i]);
                update.bind(2, int64_t(key.id));
                update.exec();
            }
        }

        pending.clear();
        for (const RowKey& key : alive) {
            const SharedTable& table = m_schema.tables()[size_t(key.table)];
            for (const Reference& reference : table.references) {
                SQLite::Statement select(
                    database, "SELECT " + quotedName(table.columns[size_t(reference.column)]) +
                                  " FROM main." + quotedName(table.name) + " WHERE id = ?");
                select.bind(1, int64_t(key.id));
                if (!select.executeStep() || select.getColumn(0).isNull())
                    continue;
                const RowKey parent{m_schema.indexOf(reference.table),
                                    select.getColumn(0).getInt64()};
                if (parent.table >= 0 && (dead.contains(parent) || !exists(parent))) {
                    dead.erase(parent);
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
                if (exists(*it) && isReferred(*it)) {
                    ++it;
                    continue;
                }
                SQLite::Statement remove(database,
                                         "DELETE FROM main." +
                                             quotedName(m_schema.tables()[size_t(it->table)].name) +
                                             " WHERE id = ?");
                remove.bind(1, int64_t(it->id));
                remove.exec();
                it = dead.erase(it);
                progressMade = true;
            }
        }
        for (const RowKey& key : dead) {
            forced.insert(key);
            pending.insert(key);
        }
    }
}

void EntrySet::replay(SQLite::Database& database, base::Progress& progress) const
{
    if (isOneLine(m_entries)) {
        for (const Entry& entry : m_entries)
            m_pieces(entry, [&](const QByteArray& piece) {
                progress.check();
                if (!applyExactly(database.getHandle(), piece))
                    throw base::Error(
                        Text::tr("The journal does not fit together at entry %1. Go on "
                                 "with a copy of the file that verifies.")
                            .arg(entry.number));
            });
        return;
    }
    settle(database, rowsOf(m_entries, progress), progress);
}

bool EntrySet::isOneLine(const std::vector<Entry>& entries)
{
    for (size_t i = 1; i < entries.size(); ++i)
        if (!precedesOrIs(entries[i - 1], entries[i]))
            return false;
    return true;
}

QByteArray candidatesJson(const std::vector<Conflict::Candidate>& candidates,
                          const std::vector<QByteArray>& canonicalValues)
{
    QJsonArray array;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const Conflict::Candidate& candidate = candidates[i];
        array.append(QJsonObject{
            {QStringLiteral("entry"), candidate.entry},
            {QStringLiteral("author"), candidate.author.name},
            {QStringLiteral("delegation"), candidate.author.delegation},
            {QStringLiteral("text"), candidate.value ? QJsonValue(*candidate.value) : QJsonValue()},
            {QStringLiteral("value"),
             canonicalValues[i].isEmpty()
                 ? QJsonValue()
                 : QJsonValue(QString::fromLatin1(canonicalValues[i].toBase64()))},
        });
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<Conflict::Candidate> candidatesFromJson(const QByteArray& json)
{
    std::vector<Conflict::Candidate> candidates;
    for (const QJsonValue& item : QJsonDocument::fromJson(json).array()) {
        Conflict::Candidate candidate;
        candidate.entry = item[QLatin1String("entry")].toString();
        candidate.author = {item[QLatin1String("delegation")].toString(),
                            item[QLatin1String("author")].toString()};
        if (item[QLatin1String("text")].isString())
            candidate.value = item[QLatin1String("text")].toString();
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

QByteArray candidateValue(const QByteArray& json, size_t candidate)
{
    const QJsonValue value =
        QJsonDocument::fromJson(json).array().at(qsizetype(candidate))[QLatin1String("value")];
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace catalogue
