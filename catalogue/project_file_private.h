// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/file_safety.h"
#include "catalogue/journal.h"
#include "catalogue/lock_file.h"
#include "catalogue/merge.h"
#include "catalogue/project_file.h"

#include <QTemporaryDir>
#include <SQLiteCpp/SQLiteCpp.h>

namespace catalogue {

// What the three files of ProjectFile share: opening and editing, merging, checking.

inline constexpr int BusyTimeoutMs = 3000;

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

// Why turnRound() left everything as it was.
struct StepStands
{
};

struct ProjectFile::Private
{
    QString path;
    OpenMode mode = OpenMode::ReadOnly;
    QString reason;
    QTemporaryDir recovered; // where a file on a read-only medium was recovered
    std::unique_ptr<LockFile> lock;
    std::unique_ptr<SQLite::Database> database;
    std::unique_ptr<Journal> journal;

    void requireWritable() const;
    Sentence withReason(Sentence sentence) const;
    // Throws where another program changed the shared tables since the last entry.
    void requireUnchangedOutside() const;
    EntrySet entrySet(std::vector<Entry> entries) const;
    // Journal::record, after which conflicts and rows are as the entries give them.
    std::optional<Entry> record(const Author& author, EntryKind kind, const Sentence& sentence,
                                const QString& target, const std::function<void(Edit&)>& work,
                                const std::function<void()>& prepare = {});
    // `referencesOpen`: the entry refers to rows that are not there.
    void follow(const Entry& entry, bool referencesOpen) const;
    std::vector<Conflict> openConflicts() const;
    std::vector<Entry> newEntries(const std::vector<Entry>& mine, const Journal& theirs,
                                  const QString& otherPath) const;
    // Throws StepStands where something it changed is not as it left it.
    Entry turnRound(const Author& author, EntryKind kind, const Entry& target,
                    const Sentence& sentence, base::Progress& progress);
    // The entries after it that changed what it changed, or name what it added, and still count.
    std::vector<Entry> dependents(const Entry& target, base::Progress& progress) const;
    struct UndoStack
    {
        std::vector<Entry> undo;
        std::vector<Entry> redo;
    };
    UndoStack undoStack() const;
    QString replayToFile(const QTemporaryDir& dir, base::Progress& progress) const;
    // How the tables differ from what the entries make of them.
    QByteArray outsideDifference(base::Progress& progress) const;
    // The same in words, the first of them.
    std::vector<base::Issue> outsideChanges(base::Progress& progress) const;
};

} // namespace catalogue
