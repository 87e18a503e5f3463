// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        QString value; // as text; empty optional in JSON null is shown as ""
        bool isNull = false;
    };
    qint64 id = 0;
    bool isDeletion = false;
    QString table;
    qint64 row = 0;
    QString column;
    std::vector<Candidate> candidates;
    QString settledBy; // empty: open
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

    // The last entry of this copy's chain that undo, or redo, would turn round.
    std::optional<Entry> undoable() const;
    std::optional<Entry> redoable() const;
    // Throws where a later entry of another copy changed the same values.
    Entry undo(const Author& author, base::Progress& progress);
    Entry redo(const Author& author, base::Progress& progress);

    std::vector<Entry> history() const; // all chains, oldest first, causes before effects

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
    explicit ProjectFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// Writes a copy of an older file in today's format beside it and puts it in its place, the old one
// kept as NAME.before-vN.veta.gpkg. Returns false where nothing had to be done.
bool migrate(const QString& path, base::Progress& progress);
// Converts a file that another program left in WAL mode back to a single file.
void convertFromWal(const QString& path);

} // namespace catalogue
