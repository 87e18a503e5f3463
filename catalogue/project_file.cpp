// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/project_file_private.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/id.h"
#include "base/os.h"
#include "catalogue/migration.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <SQLiteCpp/Backup.h>
#include <algorithm>
#include <sqlite3.h>

namespace catalogue {

namespace {

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

} // namespace

void ProjectFile::Private::requireWritable() const
{
    if (mode == OpenMode::ReadOnly)
        throw FileProblem(
            FileProblem::Kind::ReadOnly,
            Text::tr("%1 is open for reading only. Save a copy of it and work on that.").arg(path));
}

EntrySet ProjectFile::Private::entrySet(std::vector<Entry> entries) const
{
    return EntrySet(
        journal->schema(), std::move(entries),
        [this](const Entry& entry, const std::function<void(const QByteArray&)>& visit) {
            journal->forEachPiece(entry, visit);
        });
}

Sentence ProjectFile::Private::withReason(Sentence sentence) const
{
    if (sentence.reason.isEmpty())
        sentence.reason = reason;
    return sentence;
}

std::optional<Entry> ProjectFile::Private::record(const Author& author, EntryKind kind,
                                                  const Sentence& sentence, const QString& target,
                                                  const std::function<void(Edit&)>& work,
                                                  const std::function<void()>& prepare)
{
    return journal->record(
        author, kind, withReason(sentence), target, work,
        [this](const Entry& entry) { follow(entry, false); }, prepare);
}

void ProjectFile::Private::follow(const Entry& entry, bool referencesOpen) const
{
    const auto any = [&](const char* sql) {
        SQLite::Statement select(*database, sql);
        return select.executeStep();
    };
    const bool turns = entry.kind == EntryKind::Undo || entry.kind == EntryKind::Redo;
    if (!referencesOpen && !any("SELECT 1 FROM veta_conflict LIMIT 1") &&
        !(turns && any("SELECT 1 FROM veta_entry WHERE kind = 'settle' LIMIT 1")))
        return;
    std::vector<Entry> all = journal->entries();
    all.push_back(entry);
    base::Progress progress;
    entrySet(std::move(all)).follow(*database, progress);
}

namespace {

// For reading a file of an earlier version, which stays as it is.
std::unique_ptr<SQLite::Database> copyOfToday(SQLite::Database& older, const QString& path,
                                              base::Progress& progress)
{
    const QString working = path + QStringLiteral(".today");
    auto copy = std::make_unique<SQLite::Database>(
        uri(working), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
        BusyTimeoutMs);
    SQLite::Backup(*copy, older).executeStep();
    harden(*copy);
    copy->exec("BEGIN IMMEDIATE");
    bringUpToDate(*copy, progress);
    copy->exec("COMMIT");
    copy->exec("PRAGMA query_only = ON");
    return copy;
}

} // namespace

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
                uri(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
                BusyTimeoutMs);
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
                {},
                [&](Edit& edit) {
                    SQLite::Statement insert(edit.database(),
                                             "INSERT INTO settings VALUES (?, 'title', ?)");
                    insert.bind(1, int64_t(base::hashedId({"settings", "title"})));
                    insert.bind(2, title.toStdString());
                    insert.exec();
                },
                {});
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
        d->database = std::make_unique<SQLite::Database>(
            uri(actual),
            mode == OpenMode::ReadWrite || recovers ? SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX
                                                    : SQLite::OPEN_READONLY,
            BusyTimeoutMs);
        harden(*d->database);
        if (recovers)
            d->database->exec(
                "SELECT count(*) FROM sqlite_master"); // SQLite turns the journal back here
        if (mode == OpenMode::ReadOnly)
            d->database->exec("PRAGMA query_only = ON");
        bool isOlder = false;
        try {
            checkObjects(*d->database, path, mode);
        } catch (const FileProblem& problem) {
            isOlder = problem.kind() == FileProblem::Kind::Older && mode == OpenMode::ReadOnly;
            if (!isOlder)
                throw;
        }
        checkIntegrity(*d->database, path, progress);
        if (isOlder)
            d->database =
                copyOfToday(*d->database, d->recovered.filePath(info.fileName()), progress);
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
        return d->record(author, kind, sentence, {}, work);
    });
}

void ProjectFile::setReason(const QString& reason)
{
    d->reason = reason;
}

void ProjectFile::read(const std::function<void(const ReadAccess&)>& work) const
{
    guarded(d->path, [&] { work(ReadAccess(*d->database)); });
}

std::vector<Entry> ProjectFile::history() const
{
    return guarded(d->path, [&] { return d->journal->entries(); });
}

void ProjectFile::copyTo(const QString& path, base::Progress& progress) const
{
    if (QFileInfo::exists(path))
        throw base::Error(
            Text::tr("%1 exists already. Choose another name, or remove it first.").arg(path));
    progress.begin(Text::tr("Saving a copy"));
    try {
        guarded(path, [&] {
            d->database->exec(
                "PRAGMA query_only = OFF"); // which would hinder writing elsewhere too
            SQLite::Statement vacuum(*d->database, "VACUUM INTO ?");
            vacuum.bind(1, uri(path));
            const int code = vacuum.tryExecuteStep();
            vacuum.tryReset();
            if (d->mode == OpenMode::ReadOnly)
                d->database->exec("PRAGMA query_only = ON");
            if (code != SQLITE_DONE)
                throw fileError(path, code, QString::fromUtf8(d->database->getErrorMsg()));
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

QString ProjectFile::putBlob(const QByteArray& bytes, const QString& suffix)
{
    d->requireWritable();
    QString digest = QString::fromLatin1(base::sha256(bytes).toHex());
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
