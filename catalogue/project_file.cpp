// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/project_file.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/id.h"
#include "base/os.h"
#include "catalogue/changeset.h"
#include "catalogue/file_safety.h"
#include "catalogue/journal.h"
#include "catalogue/lock_file.h"
#include "catalogue/merge.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"
#include "catalogue/value.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <sqlite3.h>

namespace catalogue {

namespace {

constexpr int BusyTimeoutMs = 3000;

std::string uri(const QString& path)
{
    return QFileInfo(path).absoluteFilePath().toStdString();
}

// This machine and this path, so that a file that went elsewhere is known to be another copy.
QString homeOf(const QString& path)
{
    const QByteArray place =
        base::hostName().toUtf8() + '\n' + QFileInfo(path).canonicalFilePath().toUtf8();
    return QString::fromLatin1(base::sha256(place).toHex().left(32));
}

// Runs it, and says what SQLite reports in the person's words.
template <typename Work>
auto guarded(const QString& path, Work&& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw fileError(path, exception.getErrorCode(), QString::fromUtf8(exception.what()));
    }
}

} // namespace

struct ProjectFile::Private
{
    QString path;
    OpenMode mode = OpenMode::ReadOnly;
    QTemporaryDir recovered; // where a file on a read-only medium was recovered
    std::unique_ptr<LockFile> lock;
    std::unique_ptr<SQLite::Database> database;
    std::unique_ptr<Journal> journal;

    void requireWritable() const
    {
        if (mode == OpenMode::ReadOnly)
            throw FileProblem(
                FileProblem::Kind::ReadOnly,
                Text::tr("%1 is open for reading only. Save a copy of it and work on that.")
                    .arg(path));
    }
    void requireUnchangedOutside() const
    {
        if (journal->meta("change_counter").toUInt() == journal->changeCounter())
            return;
        base::Progress progress;
        CanonicalDigest sum;
        sum.addAll(*database, journal->schema(), progress);
        if (sum != journal->digest())
            throw base::Error(
                Text::tr(
                    "%1 was changed by another program since it was last saved here. Look at what "
                    "changed and take it in or turn it back first (veta-cli verify).")
                    .arg(path));
    }
    EntrySet entrySet(std::vector<Entry> entries) const
    {
        return EntrySet(
            journal->schema(), std::move(entries),
            [this](const Entry& entry, const std::function<void(const QByteArray&)>& visit) {
                journal->forEachPiece(entry, visit);
            });
    }
    std::vector<Conflict> openConflicts() const;
    Entry turnRound(const Author& author, EntryKind kind, const Entry& target,
                    base::Progress& progress);
    struct UndoStack
    {
        std::vector<Entry> undo;
        std::vector<Entry> redo;
    };
    UndoStack undoStack() const;
    QString replayToFile(const QTemporaryDir& dir, base::Progress& progress) const;
    // How the tables differ from what the entries make of them.
    QByteArray outsideDifference(base::Progress& progress) const;
};

ProjectFile::ProjectFile(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

ProjectFile::~ProjectFile() = default;

std::unique_ptr<ProjectFile> ProjectFile::create(const QString& path, const QString& title,
                                                 const Author& author)
{
    if (QFileInfo::exists(path))
        throw base::Error(
            Text::tr("%1 exists already. Choose another name, or remove it first.").arg(path));
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable())
        throw base::Error(
            Text::tr("%1 cannot be made: its folder does not exist or may not be written.")
                .arg(path));
    auto d = std::make_unique<Private>();
    d->path = path;
    d->mode = OpenMode::ReadWrite;
    d->lock = std::make_unique<LockFile>(path);
    try {
        guarded(path, [&] {
            d->database = std::make_unique<SQLite::Database>(
                uri(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyTimeoutMs);
            harden(*d->database);
            d->database->exec("BEGIN IMMEDIATE");
            createSchema(*d->database);
            d->database->exec("COMMIT");
            d->journal = std::make_unique<Journal>(*d->database, homeOf(path));
            d->journal->transaction([&] {
                d->journal->setMeta("format_version", QString::number(FormatVersion));
                d->journal->setMeta("schema_version", QString::number(SchemaVersion));
                d->journal->setMeta("file_id", base::randomToken());
                d->journal->setMeta("copy_id", base::randomToken());
                d->journal->setMeta("home", homeOf(path));
                d->journal->setMeta("digest_sum", QString::fromLatin1(CanonicalDigest().toHex()));
            });
            d->journal->record(
                author, EntryKind::Create,
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Made the project file %1")), {title}},
                {}, [&](Edit& edit) {
                    SQLite::Statement insert(edit.database(),
                                             "INSERT INTO settings VALUES (?, 'title', ?)");
                    insert.bind(1, int64_t(base::hashedId({"settings", "title"})));
                    insert.bind(2, title.toStdString());
                    insert.exec();
                });
        });
        base::syncToDisk(QFileInfo(path).absolutePath());
    } catch (...) {
        d->journal.reset();
        d->database.reset();
        QFile::remove(path);
        QFile::remove(path + QStringLiteral("-journal"));
        throw;
    }
    return std::unique_ptr<ProjectFile>(new ProjectFile(std::move(d)));
}

std::unique_ptr<ProjectFile> ProjectFile::open(const QString& path, OpenMode mode,
                                               base::Progress& progress)
{
    auto d = std::make_unique<Private>();
    d->path = path;
    d->mode = mode;
    checkHeader(path);
    const QFileInfo info(path);
    const bool writable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
    if (mode == OpenMode::ReadWrite && !writable)
        throw FileProblem(FileProblem::Kind::ReadOnly,
                          Text::tr("%1 may not be written. Open it for reading, or save a copy of "
                                   "it and work on that.")
                              .arg(path));
    QString actual = path;
    const QFileInfo hot(path + QStringLiteral("-journal"));
    if (!writable && hot.exists() && hot.size() > 0) {
        // What a crash left half written is turned back on a copy; the medium stays as it is.
        actual = d->recovered.filePath(info.fileName());
        if (!QFile::copy(path, actual) ||
            !QFile::copy(hot.filePath(), actual + QStringLiteral("-journal")))
            throw base::Error(
                Text::tr(
                    "%1 was left half written and lies where nothing may be written; the copy to "
                    "recover it on could not be made. Make room in the folder for temporary files.")
                    .arg(path));
        QFile::setPermissions(actual, QFile::ReadOwner | QFile::WriteOwner);
        QFile::setPermissions(actual + QStringLiteral("-journal"),
                              QFile::ReadOwner | QFile::WriteOwner);
    }
    if (mode == OpenMode::ReadWrite)
        d->lock = std::make_unique<LockFile>(path);
    guarded(path, [&] {
        const bool recovers =
            actual != path || (mode == OpenMode::ReadOnly && writable && hot.exists());
        d->database = std::make_unique<SQLite::Database>(uri(actual),
                                                         mode == OpenMode::ReadWrite || recovers
                                                             ? SQLite::OPEN_READWRITE
                                                             : SQLite::OPEN_READONLY,
                                                         BusyTimeoutMs);
        harden(*d->database);
        if (recovers)
            d->database->exec(
                "SELECT count(*) FROM sqlite_master"); // SQLite turns the journal back here
        if (mode == OpenMode::ReadOnly)
            d->database->exec("PRAGMA query_only = ON");
        checkObjects(*d->database, path, mode);
        checkIntegrity(*d->database, path, progress);
        d->journal = std::make_unique<Journal>(*d->database, homeOf(path));
    });
    return std::unique_ptr<ProjectFile>(new ProjectFile(std::move(d)));
}

const QString& ProjectFile::path() const
{
    return d->path;
}

FileInfo ProjectFile::info() const
{
    return guarded(d->path, [&] {
        FileInfo info;
        info.path = d->path;
        info.fileId = d->journal->meta("file_id");
        info.copyId = d->journal->meta("copy_id");
        info.formatVersion = d->journal->meta("format_version").toInt();
        info.schemaVersion = d->journal->meta("schema_version").toInt();
        info.readOnly = d->mode == OpenMode::ReadOnly;
        SQLite::Statement title(*d->database, "SELECT value FROM settings WHERE key = 'title'");
        if (title.executeStep())
            info.title = QString::fromStdString(title.getColumn(0).getString());
        SQLite::Statement heads(
            *d->database, "SELECT copy_id, max(number), count(*) FROM veta_entry GROUP BY copy_id");
        while (heads.executeStep()) {
            info.heads[QString::fromStdString(heads.getColumn(0).getString())] =
                heads.getColumn(1).getInt64();
            info.entries += heads.getColumn(2).getInt64();
        }
        for (const SharedTable& table : d->journal->schema().tables()) {
            SQLite::Statement count(*d->database, "SELECT count(*) FROM \"" + table.name + '"');
            count.executeStep();
            info.rows[QString::fromStdString(table.name)] = count.getColumn(0).getInt64();
        }
        return info;
    });
}

std::optional<Entry> ProjectFile::edit(const Author& author, EntryKind kind,
                                       const Sentence& sentence,
                                       const std::function<void(Edit&)>& work)
{
    d->requireWritable();
    return guarded(d->path, [&] {
        d->requireUnchangedOutside();
        return d->journal->record(author, kind, sentence, {}, work);
    });
}

void ProjectFile::read(const std::function<void(const ReadAccess&)>& work) const
{
    guarded(d->path, [&] { work(ReadAccess(*d->database)); });
}

ProjectFile::Private::UndoStack ProjectFile::Private::undoStack() const
{
    UndoStack stack;
    for (const Entry& entry : journal->ownLine()) {
        switch (entry.kind) {
        case EntryKind::Edit:
        case EntryKind::Import:
        case EntryKind::Settle:
            stack.undo.push_back(entry);
            stack.redo.clear();
            break;
        case EntryKind::Undo:
        case EntryKind::Redo: {
            auto& from = entry.kind == EntryKind::Undo ? stack.undo : stack.redo;
            auto& to = entry.kind == EntryKind::Undo ? stack.redo : stack.undo;
            const auto at = std::find_if(from.rbegin(), from.rend(), [&](const Entry& candidate) {
                return candidate.hash == entry.target;
            });
            if (at != from.rend()) {
                to.push_back(*at);
                from.erase(std::next(at).base());
            }
            break;
        }
        case EntryKind::Create:
        case EntryKind::Outside:
            break;
        }
    }
    return stack;
}

std::optional<Entry> ProjectFile::undoable() const
{
    return guarded(d->path, [&]() -> std::optional<Entry> {
        const auto stack = d->undoStack();
        return stack.undo.empty() ? std::nullopt : std::optional(stack.undo.back());
    });
}

std::optional<Entry> ProjectFile::redoable() const
{
    return guarded(d->path, [&]() -> std::optional<Entry> {
        const auto stack = d->undoStack();
        return stack.redo.empty() ? std::nullopt : std::optional(stack.redo.back());
    });
}

Entry ProjectFile::Private::turnRound(const Author& author, EntryKind kind, const Entry& target,
                                      base::Progress& progress)
{
    requireUnchangedOutside();
    const Sentence sentence{kind == EntryKind::Undo
                                ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Undid: %1"))
                                : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Redid: %1")),
                            {QLatin1Char('#') + QString::fromUtf8(toJson(target.sentence))}};
    const auto entry = journal->record(author, kind, sentence, target.hash, [&](Edit& edit) {
        std::vector<QByteArray> pieces = journal->rawPieces(target);
        if (kind == EntryKind::Undo)
            std::reverse(pieces.begin(), pieces.end());
        progress.begin(kind == EntryKind::Undo ? Text::tr("Undoing") : Text::tr("Redoing"),
                       qint64(pieces.size()));
        qint64 done = 0;
        for (const QByteArray& raw : pieces) {
            const QByteArray piece = decompressed(raw);
            if (!applyExactly(database->getHandle(),
                              kind == EntryKind::Undo ? inverse(piece) : piece))
                throw base::Error(Text::tr(
                    "This step cannot be turned round any more: something it changed was changed "
                    "again since, or is needed by something newer. Change it by hand instead."));
            edit.flush();
            progress.advance(++done);
        }
    });
    if (!entry)
        throw base::Error(Text::tr("There was nothing left of this step to turn round."));
    return *entry;
}

Entry ProjectFile::undo(const Author& author, base::Progress& progress)
{
    d->requireWritable();
    const auto target = undoable();
    if (!target)
        throw base::Error(Text::tr("There is nothing to undo."));
    return guarded(d->path,
                   [&] { return d->turnRound(author, EntryKind::Undo, *target, progress); });
}

Entry ProjectFile::redo(const Author& author, base::Progress& progress)
{
    d->requireWritable();
    const auto target = redoable();
    if (!target)
        throw base::Error(Text::tr("There is nothing to redo."));
    return guarded(d->path,
                   [&] { return d->turnRound(author, EntryKind::Redo, *target, progress); });
}

std::vector<Entry> ProjectFile::history() const
{
    return guarded(d->path, [&] { return d->journal->entries(); });
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
        std::map<std::pair<QString, qint64>, QString> known;
        for (const Entry& entry : all)
            known[{entry.copyId, entry.number}] = entry.hash;
        const bool mineIsOneLine = EntrySet::isOneLine(all);
        const size_t before = all.size();

        std::vector<Entry> added;
        for (const Entry& entry : theirs.entries()) {
            const auto at = known.find({entry.copyId, entry.number});
            if (at != known.end() && at->second == entry.hash)
                continue;
            if (at != known.end())
                throw base::Error(
                    Text::tr(
                        "%1 and %2 both went on from the same copy without knowing it, which "
                        "happens "
                        "when a file is copied behind Veta's back at the same place. Make the next "
                        "change in a copy saved by Veta.")
                        .arg(d->path, otherPath));
            if (hashOf(entry) != entry.hash)
                throw base::Error(Text::tr("%1 holds an entry that was altered after it was made; "
                                           "nothing was taken over. "
                                           "Ask for the file again.")
                                      .arg(otherPath),
                                  entry.hash);
            if (entry.schemaVersion > SchemaVersion)
                throw base::Error(
                    Text::tr("%1 was made by a newer Veta. Install the newer one to take it over.")
                        .arg(otherPath));
            added.push_back(entry);
        }
        MergeResult result;
        result.entries = qint64(added.size());
        if (added.empty()) {
            result.openConflicts = d->openConflicts();
            return result;
        }
        mine.transaction([&] {
            progress.begin(Text::tr("Taking over entries"), qint64(added.size()));
            qint64 done = 0;
            for (const Entry& entry : added) {
                const std::vector<QByteArray> raw = theirs.rawPieces(entry);
                PayloadDigest payload;
                for (const QByteArray& piece : raw)
                    payload.add(decompressed(piece));
                if (payload.text() != entry.payloadDigest)
                    throw base::Error(Text::tr("%1 holds an entry whose content was altered; "
                                               "nothing was taken over. Ask "
                                               "for the file again.")
                                          .arg(otherPath),
                                      entry.hash);
                mine.insert(entry, raw);
                progress.advance(++done);
            }
            all.insert(all.end(), added.begin(), added.end());
            sortCausally(all);
            SQLite::Statement open(*d->database, "SELECT count(*) FROM veta_conflict");
            open.executeStep();
            const bool simple =
                mineIsOneLine && open.getColumn(0).getInt() == 0 && EntrySet::isOneLine(all) &&
                std::none_of(all.begin(), all.begin() + qsizetype(before), [&](const Entry& entry) {
                    return !known.contains({entry.copyId, entry.number});
                });
            open.reset();
            mine.followChanges([&] {
                if (simple) {
                    std::vector<Entry> rest(all.begin() + qsizetype(before), all.end());
                    for (const Entry& entry : rest)
                        mine.forEachPiece(entry, [&](const QByteArray& piece) {
                            progress.check();
                            if (!applyExactly(d->database->getHandle(), piece))
                                throw base::Error(Text::tr("%1 does not go on from the state of "
                                                           "%2. Verify both files.")
                                                      .arg(otherPath, d->path));
                        });
                    return;
                }
                const EntrySet set = d->entrySet(all);
                set.settle(*d->database, set.rowsOf(added, progress), progress);
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
        const auto entry = d->journal->record(
            author, EntryKind::Settle,
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Settled a conflict in %1: %2")),
             {QString::fromStdString(isRow ? table : table + '.' + column),
              list[candidate].value.value_or(QString())}},
            {}, [&](Edit& edit) {
                SQLite::Statement insert(
                    edit.database(),
                    "INSERT INTO settlements (id, table_name, row_id, column_name, "
                    "value, candidates, reason) VALUES (?, ?, ?, ?, ?, ?, ?)");
                const auto bindValue = [&](SQLite::Statement& statement, int index) {
                    if (const auto* integer = std::get_if<qint64>(&value))
                        statement.bind(index, int64_t(*integer));
                    else if (const auto* real = std::get_if<double>(&value))
                        statement.bind(index, *real);
                    else if (const auto* text = std::get_if<std::string>(&value))
                        statement.bind(index, *text);
                    else if (const auto* blob = std::get_if<QByteArray>(&value))
                        statement.bind(index, blob->constData(), int(blob->size()));
                };
                insert.bind(1, int64_t(base::randomId()));
                insert.bind(2, table);
                insert.bind(3, int64_t(row));
                if (!isRow)
                    insert.bind(4, column);
                bindValue(insert, 5);
                insert.bind(6, candidates);
                insert.bind(7, reason.toStdString());
                insert.exec();
                if (!isRow) {
                    SQLite::Statement update(edit.database(), "UPDATE \"" + table + "\" SET \"" +
                                                                  column + "\" = ? WHERE id = ?");
                    bindValue(update, 1);
                    update.bind(2, int64_t(row));
                    update.exec();
                } else if (sameValue(value, qint64(0))) {
                    SQLite::Statement remove(edit.database(),
                                             "DELETE FROM \"" + table + "\" WHERE id = ?");
                    remove.bind(1, int64_t(row));
                    remove.exec();
                }
                SQLite::Statement forget(edit.database(), "DELETE FROM veta_conflict WHERE id = ?");
                forget.bind(1, int64_t(conflictId));
                forget.exec();
            });
        return *entry;
    });
}

void ProjectFile::copyTo(const QString& path, base::Progress& progress) const
{
    if (QFileInfo::exists(path))
        throw base::Error(
            Text::tr("%1 exists already. Choose another name, or remove it first.").arg(path));
    progress.begin(Text::tr("Saving a copy"));
    try {
        guarded(path, [&] {
            SQLite::Statement vacuum(*d->database, "VACUUM INTO ?");
            vacuum.bind(1, uri(path));
            vacuum.exec();
            SQLite::Database copy(uri(path), SQLite::OPEN_READWRITE, BusyTimeoutMs);
            harden(copy);
            Journal journal(copy, QString());
            // The empty home makes the copy its own at the first change, wherever it is then.
            journal.transaction([&] { journal.setMeta("home", QStringLiteral("nowhere")); });
        });
        base::syncToDisk(path);
        base::syncToDisk(QFileInfo(path).absolutePath());
    } catch (...) {
        QFile::remove(path);
        throw;
    }
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
    const QString scratch = dir.filePath(QStringLiteral("replay.gpkg"));
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
        return *d->journal->record(
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
        if (present != d->journal->digest())
            report(Text::tr("The tables were changed by another program since the last entry."));
        if (issues.empty()) {
            const QTemporaryDir dir;
            SQLite::Database scratch(d->replayToFile(dir, progress).toStdString(),
                                     SQLite::OPEN_READONLY);
            CanonicalDigest replayed;
            replayed.addAll(scratch, SharedSchema(scratch), progress);
            if (replayed != present)
                report(
                    Text::tr("The tables are not what the entries of the journal make of them."));
        }
        return issues;
    });
}

QString ProjectFile::putBlob(const QByteArray& bytes, const QString& suffix)
{
    d->requireWritable();
    const QString digest = QString::fromLatin1(base::sha256(bytes).toHex());
    guarded(d->path, [&] {
        d->requireUnchangedOutside();
        d->journal->transaction([&] {
            SQLite::Statement insert(*d->database,
                                     "INSERT OR IGNORE INTO veta_blob VALUES (?, ?, ?)");
            insert.bind(1, digest.toStdString());
            insert.bind(2, suffix.toStdString());
            insert.bind(3, bytes.constData(), int(bytes.size()));
            insert.exec();
        });
    });
    return digest;
}

std::optional<ProjectFile::Blob> ProjectFile::blob(const QString& digest) const
{
    return guarded(d->path, [&]() -> std::optional<Blob> {
        SQLite::Statement select(*d->database,
                                 "SELECT bytes, suffix FROM veta_blob WHERE digest = ?");
        select.bind(1, digest.toStdString());
        if (!select.executeStep())
            return std::nullopt;
        const SQLite::Column bytes = select.getColumn(0);
        Blob blob{QByteArray(static_cast<const char*>(bytes.getBlob()), bytes.getBytes()),
                  QString::fromStdString(select.getColumn(1).getString())};
        if (QString::fromLatin1(base::sha256(blob.bytes).toHex()) != digest)
            throw base::Error(
                Text::tr("A file embedded in %1 is damaged. Add it again.").arg(d->path), digest);
        return blob;
    });
}

} // namespace catalogue
