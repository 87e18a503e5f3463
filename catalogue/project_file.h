// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/issue.h"
#include "base/progress.h"
#include "catalogue/author.h"
#include "catalogue/sentence.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace catalogue {

class ReadAccess;
class Edit;
struct RawChange;

enum class OpenMode { ReadOnly, ReadWrite };

enum class EntryKind { Create, Edit, Import, Undo, Redo, Outside, Settle };

// One line of the journal.
struct Entry
{
    QString hash;
    QString copyId;
    qint64 number = 0; // in its copy's chain, from 1
    QString previous;
    std::map<QString, qint64> heads; // the other chains it had seen, and how far
    EntryKind kind = EntryKind::Edit;
    QString target; // what an undo or redo turns round
    Author author;
    QDateTime madeAt; // UTC
    Sentence sentence;
    int schemaVersion = 0;
    QString digest;        // of the shared tables after it, in its own copy
    QString payloadDigest; // of its changesets
};

// Two entries that changed the same cell, or an edit and a deletion of the same row, neither
// knowing of the other. The first candidate is the value that stands meanwhile.
struct Conflict
{
    struct Candidate
    {
        QString entry;
        Author author;
        std::optional<QString> value; // as text; nullopt: NULL, or for a row: deleted
    };
    qint64 id = 0;
    QString table;
    qint64 row = 0;
    QString column; // empty: the row itself, edited here and deleted there
    std::vector<Candidate> candidates;
    bool settled = false;
};

struct FileInfo
{
    QString path;
    QString fileId; // the same in all copies
    QString copyId; // of this copy
    int formatVersion = 0;
    int schemaVersion = 0;
    QString title;
    std::map<QString, qint64> heads; // last entry number of each chain
    qint64 entries = 0;
    std::map<QString, qint64> rows; // by shared table
    bool readOnly = false;
};

// That an entry cannot be turned round, and the later entries that changed the same since, or that
// need what it added.
class RevertRefused : public base::Error
{
public:
    RevertRefused(QString message, std::vector<Entry> later)
        : base::Error(std::move(message))
        , m_later(std::move(later))
    {
    }
    const std::vector<Entry>& later() const { return m_later; }

private:
    std::vector<Entry> m_later;
};

// Why a file was not opened, where the person can be offered a way on.
class FileProblem : public base::Error
{
public:
    enum class Kind {
        NotOurs,
        Damaged,
        Newer,
        Older,
        Wal,
        KnownTriggers,
        UnknownObjects,
        Held,
        ReadOnly
    };
    FileProblem(Kind kind, QString message, QString cause = {})
        : base::Error(std::move(message), std::move(cause))
        , m_kind(kind)
    {
    }
    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

// A project file (.veta.gpkg) that is open. It owns the one writing connection and belongs to the
// thread that opened it; every call may take as long as the disk does. Everything that can go wrong
// is thrown as base::Error naming the file and saying what to do; the file is then as it was
// before.
class ProjectFile
{
public:
    // Makes a new file; refuses one that exists.
    static std::unique_ptr<ProjectFile> create(const QString& path, const QString& title,
                                               const Author& author);
    // Refuses: not a GeoPackage, a GeoPackage that is not ours, a newer format (says the version it
    // needs), damage, unknown triggers or views, WAL (says how to convert), a file somebody else
    // holds. Opening writes nothing but what recovery after a crash must.
    static std::unique_ptr<ProjectFile> open(const QString& path, OpenMode mode,
                                             base::Progress& progress);
    ~ProjectFile();

    const QString& path() const;
    FileInfo info() const;

    // One transaction, one entry. `work` writes through the Edit; if it throws, nothing happened.
    // An edit that changed nothing leaves no entry. Returns the entry, if there is one.
    std::optional<Entry> edit(const Author& author, EntryKind kind, const Sentence& sentence,
                              const std::function<void(Edit&)>& work);
    void read(const std::function<void(const ReadAccess&)>& work) const;
    // Why what follows is done: goes with every entry whose sentence has no reason of its own.
    void setReason(const QString& reason);

    // The last entry of this copy's chain that undo, or redo, would turn round.
    std::optional<Entry> undoable() const;
    std::optional<Entry> redoable() const;
    // Throw RevertRefused where a later entry of another copy changed the same values.
    Entry undo(const Author& author, base::Progress& progress);
    Entry redo(const Author& author, base::Progress& progress);

    std::vector<Entry> history() const; // all chains, oldest first, causes before effects
    // Every row that an entry changed, in the order in which they are kept; catalogue/history.h
    // says them in words.
    void readChanges(const Entry& entry, const std::function<void(const RawChange&)>& visit,
                     base::Progress& progress) const;

    // Turns an older entry round, of whatever copy, as one of its own: what it changed must be as
    // it left it, and no newer row may need what it added. Throws RevertRefused where that is not
    // so.
    Entry revert(const Author& author, const QString& entryHash, const QString& reason,
                 base::Progress& progress);

    // Brings every entry of the other copy that this one lacks into this one. Throws where the
    // other is not a copy of the same file.
    struct MergeResult
    {
        qint64 entries = 0;
        std::vector<Conflict> openConflicts;
    };
    MergeResult mergeFrom(const QString& otherPath, base::Progress& progress);
    std::vector<Conflict> conflicts() const; // open and settled
    // The person's answer: which candidate stands.
    Entry settle(const Author& author, qint64 conflictId, size_t candidate, const QString& reason);

    // A copy to give away: same file id, new copy id, no free pages.
    void copyTo(const QString& path, base::Progress& progress) const;

    // Canonical digest of the shared tables, computed from the rows (hexadecimal SHA-256).
    QString computeDigest(base::Progress& progress) const;
    QString recordedDigest() const;

    // True where the file was changed by another program since the last entry (quick check first,
    // the full digest where that is not conclusive).
    bool changedOutside(base::Progress& progress) const;
    // How the rows differ from what the entries make of them: every row that it changed.
    void readOutsideChanges(const std::function<void(const RawChange&)>& visit,
                            base::Progress& progress) const;
    Entry adoptOutsideChanges(const Author& author, base::Progress& progress);
    void revertOutsideChanges(base::Progress& progress);

    // Chains unbroken, hashes right, payloads present, digest equal, rows as the entries say.
    std::vector<base::Issue> verify(base::Progress& progress) const;

    // Embedded layers and attachments, outside the journal, named in it by digest.
    QString putBlob(const QByteArray& bytes, const QString& suffix);
    struct Blob
    {
        QByteArray bytes;
        QString suffix;
    };
    std::optional<Blob> blob(const QString& digest) const;

private:
    struct Private;
    Entry turnRound(const Author& author, EntryKind kind, const Entry& target,
                    const Sentence& sentence, base::Progress& progress);
    explicit ProjectFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace catalogue
