// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"
#include "catalogue/project_file_private.h"
#include "catalogue/text.h"

namespace catalogue {

void ProjectFile::Private::requireUnchangedOutside() const
{
    if (journal->meta("change_counter").toUInt() == journal->changeCounter())
        return;
    base::Progress progress;
    CanonicalDigest sum;
    sum.addAll(*database, journal->schema(), progress);
    if (sum != journal->digest())
        throw base::Error(
            Text::tr(
                "%1 was changed by another program since it was last saved here. See what with: "
                "veta-cli verify \"%1\"; then keep it with --take-in or undo it with "
                "--turn-back.")
                .arg(path));
}

QString ProjectFile::computeDigest(base::Progress& progress) const
{
    return guarded(d->path, [&] {
        CanonicalDigest sum;
        sum.addAll(*d->database, d->journal->schema(), progress);
        return sum.text();
    });
}

QString ProjectFile::recordedDigest() const
{
    return guarded(d->path, [&] { return d->journal->digest().text(); });
}

bool ProjectFile::changedOutside(base::Progress& progress) const
{
    return guarded(d->path, [&] {
        SQLite::Statement touch(*d->database,
                                "SELECT count(*) FROM veta_meta"); // takes in the present header
        touch.executeStep();
        if (d->journal->meta("change_counter").toUInt() == d->journal->changeCounter())
            return false;
        CanonicalDigest sum;
        sum.addAll(*d->database, d->journal->schema(), progress);
        return sum != d->journal->digest();
    });
}

QString ProjectFile::Private::replayToFile(const QTemporaryDir& dir, base::Progress& progress) const
{
    QString scratch = dir.filePath(QStringLiteral("replay.gpkg"));
    SQLite::Database database(scratch.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA synchronous = OFF");
    database.exec("PRAGMA journal_mode = OFF");
    createSharedTables(database);
    database.exec("BEGIN");
    entrySet(journal->entries()).replay(database, progress);
    database.exec("COMMIT");
    return scratch;
}

QByteArray ProjectFile::Private::outsideDifference(base::Progress& progress) const
{
    const QTemporaryDir dir;
    const QString scratch = replayToFile(dir, progress);
    SQLite::Statement attach(*database, "ATTACH ? AS before");
    attach.bind(1, scratch.toStdString());
    attach.exec();
    QByteArray difference;
    try {
        Session session(database->getHandle(), journal->schema());
        session.addDifferenceFrom("before", journal->schema());
        difference = session.changeset();
    } catch (...) {
        database->exec("DETACH before");
        throw;
    }
    database->exec("DETACH before");
    return difference;
}

std::vector<base::Issue> ProjectFile::Private::outsideChanges(base::Progress& progress) const
{
    constexpr size_t Most = 200;
    std::vector<base::Issue> found;
    const auto words = [](const Value& value) {
        return toText(value).value_or(QStringLiteral("–")).left(200);
    };
    try {
        forEachChange(outsideDifference(progress), [&](const RowChange& row) {
            const QString table = QString::fromStdString(row.table);
            const SharedTable* shared = journal->schema().find(row.table);
            const auto add = [&](const QString& text, const QString& column) {
                if (found.size() < Most)
                    found.push_back({base::Severity::Note, text, {path, 0, column, {}}});
            };
            if (row.kind == ChangeKind::Insert)
                add(Text::tr("Row %1 of %2 was added.").arg(row.id).arg(table), {});
            else if (row.kind == ChangeKind::Delete)
                add(Text::tr("Row %1 of %2 was removed.").arg(row.id).arg(table), {});
            else
                for (const CellChange& cell : row.cells) {
                    const QString column =
                        QString::fromStdString(shared->columns[size_t(cell.column)]);
                    add(Text::tr("Row %1 of %2: “%3” became “%4”.")
                            .arg(row.id)
                            .arg(table, words(cell.before), words(cell.after)),
                        column);
                }
        });
    } catch (const base::Error&) {
        found.clear(); // the journal itself is damaged, which is reported besides
    } catch (const SQLite::Exception&) {
        found.clear();
    }
    return found;
}

void ProjectFile::readOutsideChanges(const std::function<void(const RawChange&)>& visit,
                                     base::Progress& progress) const
{
    guarded(d->path, [&] { forEachRawChange(d->outsideDifference(progress), visit); });
}

Entry ProjectFile::adoptOutsideChanges(const Author& author, base::Progress& progress)
{
    d->requireWritable();
    return guarded(d->path, [&] {
        const QByteArray difference = d->outsideDifference(progress);
        if (difference.isEmpty())
            throw base::Error(
                Text::tr("Nothing that Veta keeps in %1 was changed by another program.")
                    .arg(d->path));
        // The rows are turned back and changed again, so that the entry is recorded like any other.
        const auto apply = [&](const QByteArray& changeset) {
            if (!applyExactly(d->database->getHandle(), changeset))
                throw base::Error(
                    Text::tr(
                        "The changes in %1 could not be taken in: they break a reference between "
                        "tables. Turn them back, or go back to your last copy.")
                        .arg(d->path));
        };
        return *d->record(
            author, EntryKind::Outside,
            {QStringLiteral(
                 QT_TRANSLATE_NOOP("Journal", "Took in changes made by another program")),
             {}},
            {}, [&](Edit&) { apply(difference); }, [&] { apply(inverse(difference)); });
    });
}

void ProjectFile::revertOutsideChanges(base::Progress& progress)
{
    d->requireWritable();
    guarded(d->path, [&] {
        const QByteArray difference = d->outsideDifference(progress);
        d->journal->transaction([&] {
            if (!difference.isEmpty() &&
                !applyExactly(d->database->getHandle(), inverse(difference)))
                throw base::Error(Text::tr("The changes in %1 could not be turned back. Go back to "
                                           "your last copy of it.")
                                      .arg(d->path));
        });
    });
}

std::vector<base::Issue> ProjectFile::verify(base::Progress& progress) const
{
    return guarded(d->path, [&] {
        std::vector<base::Issue> issues;
        const auto report = [&](const QString& text) {
            issues.push_back({base::Severity::Error, text, {d->path, 0, {}, {}}});
        };
        SQLite::Statement integrity(*d->database, "PRAGMA integrity_check(1)");
        if (integrity.executeStep() && integrity.getColumn(0).getString() != "ok")
            report(Text::tr("The database is damaged: %1")
                       .arg(QString::fromStdString(integrity.getColumn(0).getString())));
        integrity.reset();
        SQLite::Statement keys(*d->database, "PRAGMA foreign_key_check");
        while (keys.executeStep())
            report(Text::tr("A row of %1 refers to a row that is not there.")
                       .arg(QString::fromStdString(keys.getColumn(0).getString())));

        const std::vector<Entry> entries = d->journal->entries();
        std::map<std::pair<QString, qint64>, QString> hashes;
        for (const Entry& entry : entries)
            hashes[{entry.copyId, entry.number}] = entry.hash;
        progress.begin(Text::tr("Verifying the journal"), qint64(entries.size()));
        qint64 done = 0;
        for (const Entry& entry : entries) {
            const QString name =
                Text::tr("Entry %1 of copy %2").arg(entry.number).arg(entry.copyId.left(8));
            if (hashOf(entry) != entry.hash)
                report(Text::tr("%1 was altered after it was made.").arg(name));
            const auto previous = hashes.find({entry.copyId, entry.number - 1});
            if (entry.number > 1 &&
                (previous == hashes.end() || previous->second != entry.previous))
                report(Text::tr("%1 does not follow the entry before it.").arg(name));
            PayloadDigest payload;
            try {
                d->journal->forEachPiece(entry,
                                         [&](const QByteArray& piece) { payload.add(piece); });
                if (payload.text() != entry.payloadDigest)
                    report(Text::tr("The content of %1 was altered or is missing.").arg(name));
            } catch (const base::Error&) {
                report(Text::tr("The content of %1 cannot be read.").arg(name));
            }
            progress.advance(++done);
        }
        CanonicalDigest present;
        present.addAll(*d->database, d->journal->schema(), progress);
        if (present != d->journal->digest()) {
            report(Text::tr("The tables were changed by another program since the last entry."));
            for (base::Issue& change : d->outsideChanges(progress))
                issues.push_back(std::move(change));
        }
        if (issues.empty()) {
            const QTemporaryDir dir;
            SQLite::Database scratch(d->replayToFile(dir, progress).toStdString(),
                                     SQLite::OPEN_READONLY);
            CanonicalDigest replayed;
            replayed.addAll(scratch, d->journal->schema(), progress);
            if (replayed != present)
                report(
                    Text::tr("The tables are not what the entries of the journal make of them."));
            const auto conflicts = [](SQLite::Database& database) {
                SQLite::Statement select(database,
                                         "SELECT id, candidates FROM veta_conflict ORDER BY id");
                std::vector<std::pair<qint64, std::string>> rows;
                while (select.executeStep())
                    rows.emplace_back(select.getColumn(0).getInt64(),
                                      select.getColumn(1).getString());
                return rows;
            };
            if (conflicts(scratch) != conflicts(*d->database))
                report(Text::tr(
                    "The open conflicts are not what the entries of the journal make of them."));
        }
        return issues;
    });
}

} // namespace catalogue
