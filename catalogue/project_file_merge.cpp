// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "catalogue/conflict_json.h"
#include "catalogue/project_file_private.h"
#include "catalogue/row_writer.h"
#include "catalogue/text.h"

#include <algorithm>

namespace catalogue {

// What the other copy has and this one lacks. Throws where its chains are not what they must be.
std::vector<Entry> ProjectFile::Private::newEntries(const std::vector<Entry>& mine,
                                                    const Journal& theirs,
                                                    const QString& otherPath) const
{
    std::map<std::pair<QString, qint64>, QString> known;
    for (const Entry& entry : mine)
        known[{entry.copyId, entry.number}] = entry.hash;
    const auto altered = [&](const Entry& entry) {
        throw base::Error(Text::tr("%1 holds an entry that was altered after it was made; nothing "
                                   "was taken over. Ask for the file again.")
                              .arg(otherPath),
                          entry.hash);
    };
    std::vector<Entry> added;
    for (const Entry& entry : theirs.entries()) { // causes before effects
        const auto at = known.find({entry.copyId, entry.number});
        if (at != known.end() && at->second == entry.hash)
            continue;
        if (at != known.end())
            throw base::Error(
                Text::tr("%1 and %2 both went on from the same copy without knowing it, which "
                         "happens when a file is copied behind Veta's back at the same place. "
                         "Make the next change in a copy saved by Veta.")
                    .arg(path, otherPath));
        const auto previous = known.find({entry.copyId, entry.number - 1});
        const QString wanted = previous == known.end() ? QString() : previous->second;
        if (hashOf(entry) != entry.hash || entry.number < 1 || entry.previous != wanted ||
            (entry.number > 1 && previous == known.end()))
            altered(entry);
        for (const auto& [copy, number] : entry.heads)
            if (!known.contains({copy, number}))
                altered(entry);
        if (entry.schemaVersion > SchemaVersion)
            throw base::Error(
                Text::tr("%1 was made by a newer Veta. Install the newer one to take it over.")
                    .arg(otherPath));
        known[{entry.copyId, entry.number}] = entry.hash;
        added.push_back(entry);
    }
    return added;
}

ProjectFile::MergeResult ProjectFile::mergeFrom(const QString& otherPath, base::Progress& progress)
{
    d->requireWritable();
    const auto other = open(otherPath, OpenMode::ReadOnly, progress);
    return guarded(d->path, [&] {
        d->requireUnchangedOutside();
        Journal& mine = *d->journal;
        const Journal& theirs = *other->d->journal;
        if (mine.meta("file_id") != theirs.meta("file_id"))
            throw base::Error(
                Text::tr(
                    "%1 is not a copy of %2: they were made separately. Import its sites instead.")
                    .arg(otherPath, d->path));
        std::vector<Entry> all = mine.entries();
        std::vector<Entry> added = d->newEntries(all, theirs, otherPath);
        MergeResult result;
        result.entries = qint64(added.size());
        if (added.empty()) {
            result.openConflicts = d->openConflicts();
            return result;
        }
        mine.transaction([&] {
            progress.begin(Text::tr("Taking over entries"), qint64(added.size()));
            qint64 done = 0;
            std::set<QString> addedHashes;
            for (const Entry& entry : added) {
                progress.check();
                const std::vector<QByteArray> raw = theirs.rawPieces(entry);
                PayloadDigest payload;
                for (const QByteArray& piece : raw)
                    payload.add(theirs.decompressedPiece(piece));
                if (payload.text() != entry.payloadDigest)
                    throw base::Error(Text::tr("%1 holds an entry whose content was altered; "
                                               "nothing was taken over. Ask "
                                               "for the file again.")
                                          .arg(otherPath),
                                      entry.hash);
                mine.insert(entry, raw);
                addedHashes.insert(entry.hash);
                progress.advance(++done);
            }
            all.insert(all.end(), added.begin(), added.end());
            sortCausally(all);
            mine.followChanges([&](const std::function<void()>& flush) {
                d->entrySet(all).take(*d->database, addedHashes, progress, flush);
            });
            SQLite::Statement blobs(*other->d->database,
                                    "SELECT digest, suffix, bytes FROM veta_blob");
            SQLite::Statement take(*d->database,
                                   "INSERT OR IGNORE INTO veta_blob VALUES (?, ?, ?)");
            while (blobs.executeStep()) {
                const SQLite::Column bytes = blobs.getColumn(2);
                take.bind(1, blobs.getColumn(0).getString());
                take.bind(2, blobs.getColumn(1).getString());
                take.bind(3, bytes.getBlob(), bytes.getBytes());
                take.exec();
                take.reset();
            }
        });
        result.openConflicts = d->openConflicts();
        return result;
    });
}

std::vector<Conflict> ProjectFile::Private::openConflicts() const
{
    std::vector<Conflict> conflicts;
    SQLite::Statement select(*database,
                             "SELECT id, table_name, row_id, coalesce(column_name, ''), candidates "
                             "FROM veta_conflict ORDER BY id");
    while (select.executeStep()) {
        Conflict conflict;
        conflict.id = select.getColumn(0).getInt64();
        conflict.table = QString::fromStdString(select.getColumn(1).getString());
        conflict.row = select.getColumn(2).getInt64();
        conflict.column = QString::fromStdString(select.getColumn(3).getString());
        conflict.candidates =
            candidatesFromJson(QByteArray::fromStdString(select.getColumn(4).getString()));
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

std::vector<Conflict> ProjectFile::conflicts() const
{
    return guarded(d->path, [&] {
        std::vector<Conflict> conflicts = d->openConflicts();
        SQLite::Statement select(
            *d->database, "SELECT id, table_name, row_id, coalesce(column_name, ''), candidates "
                          "FROM settlements ORDER BY id");
        while (select.executeStep()) {
            Conflict conflict;
            conflict.id = select.getColumn(0).getInt64();
            conflict.table = QString::fromStdString(select.getColumn(1).getString());
            conflict.row = select.getColumn(2).getInt64();
            conflict.column = QString::fromStdString(select.getColumn(3).getString());
            conflict.candidates =
                candidatesFromJson(QByteArray::fromStdString(select.getColumn(4).getString()));
            conflict.settled = true;
            conflicts.push_back(std::move(conflict));
        }
        return conflicts;
    });
}

Entry ProjectFile::settle(const Author& author, qint64 conflictId, size_t candidate,
                          const QString& reason)
{
    d->requireWritable();
    return guarded(d->path, [&] {
        SQLite::Statement select(
            *d->database,
            "SELECT table_name, row_id, column_name, candidates FROM veta_conflict WHERE id = ?");
        select.bind(1, int64_t(conflictId));
        if (!select.executeStep())
            throw base::Error(
                Text::tr("This conflict is settled already, or is not in %1.").arg(d->path));
        const std::string table = select.getColumn(0).getString();
        const qint64 row = select.getColumn(1).getInt64();
        const bool isRow = select.getColumn(2).isNull();
        const std::string column = isRow ? std::string() : select.getColumn(2).getString();
        const std::string candidates = select.getColumn(3).getString();
        select.reset();
        const QByteArray json = QByteArray::fromStdString(candidates);
        const auto list = candidatesFromJson(json);
        if (candidate >= list.size() || d->journal->schema().find(table) == nullptr)
            throw base::Error(Text::tr("There is no such value to choose."));
        Value value = fromCanonical(candidateValue(json, candidate));
        if (isRow && std::holds_alternative<std::monostate>(value))
            value = qint64(0);
        const auto entry =
            d->record(author, EntryKind::Settle,
                      {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Settled a conflict in %1: %2")),
                       {QString::fromStdString(isRow ? table : table + '.' + column),
                        list[candidate].value.value_or(QString())}},
                      {}, [&](Edit& edit) {
                          QByteArray bytes;
                          appendCanonical(bytes, value);
                          SQLite::Statement insert(
                              edit.database(),
                              "INSERT INTO settlements (id, table_name, row_id, column_name, "
                              "value, candidates, reason) VALUES (?, ?, ?, ?, ?, ?, ?)");
                          insert.bind(1, int64_t(base::randomId()));
                          insert.bind(2, table);
                          insert.bind(3, int64_t(row));
                          if (!isRow)
                              insert.bind(4, column);
                          if (!bytes.isEmpty())
                              insert.bind(5, bytes.constData(), int(bytes.size()));
                          insert.bind(6, candidates);
                          insert.bind(7, reason.toStdString());
                          insert.exec();
                          RowWriter writer(edit.database(), d->journal->schema());
                          const int index = d->journal->schema().indexOf(table);
                          const auto& names = d->journal->schema().tables()[size_t(index)].columns;
                          if (const auto at = std::find(names.begin(), names.end(), column);
                              !isRow && at != names.end())
                              writer.set(index, row, int(at - names.begin()), value);
                          if (isRow && sameValue(value, qint64(0))) {
                              if (writer.isReferred(index, row))
                                  throw base::Error(Text::tr(
                                      "This row cannot go while other rows refer to it. Settle or "
                                      "delete those first, or keep it."));
                              writer.remove(index, row);
                          }
                      });
        return *entry;
    });
}

} // namespace catalogue
