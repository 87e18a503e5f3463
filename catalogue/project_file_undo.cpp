// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/made_ahead.h"
#include "catalogue/bulk_rows.h"
#include "catalogue/changeset.h"
#include "catalogue/project_file_private.h"
#include "catalogue/recorder.h"
#include "catalogue/text.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <sqlite3.h>
#include <utility>

namespace catalogue {

namespace {

// An entry whose pieces take more, as they are kept, is turned round in bulk.
constexpr qint64 LargeEntryBytes = 256 << 10;
constexpr qint64 LargestBulkBytes = 256 << 20;

} // namespace

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

namespace {

// Of an entry that is turned round.
struct TurnedReferences
{
    bool open = false;      // some name rows that are gone
    bool unchecked = false; // something was written that SQLite did not look at
};

// Each of these leaves nothing but a rollback where it throws StepStands: something is not as the
// entry left it.

void turnPiece(Edit& edit, const QByteArray& piece, bool removes, TurnedReferences& references)
{
    requireFits(piece, edit.recorder().schema());
    if (!applyExactly(edit.database().getHandle(), removes ? inverse(piece) : piece,
                      &references.open))
        throw StepStands();
    edit.flush();
}

// Row by row; `pieces` in the order in which they are to be turned.
void turnPieces(Edit& edit, const std::vector<QByteArray>& pieces, bool removes,
                TurnedReferences& references, base::Progress& progress)
{
    qint64 done = 0;
    for (const QByteArray& raw : pieces) {
        progress.check();
        turnPiece(edit, decompressed(raw), removes, references);
        progress.advance(++done);
    }
}

// Rows that were inserted are put back or taken away many at a time.
void turnInBulk(Edit& edit, std::vector<QByteArray> pieces, bool removes,
                TurnedReferences& references, base::Progress& progress)
{
    Recorder& recorder = edit.recorder();
    BulkRows rows(recorder.schema());
    const auto turnRows = [&] {
        if (!removes)
            recorder.insert(rows, progress);
        else if (!recorder.remove(rows, progress))
            throw StepStands();
        else
            references.open =
                rows.areNamed(edit.database().getHandle(), progress) || references.open;
        rows.clear();
    };
    qint64 done = 0;
    for (QByteArray& raw : pieces) {
        progress.check();
        const QByteArray piece = decompressed(std::exchange(raw, {}));
        if (const auto inserted = insertedRows(piece, recorder.schema())) {
            rows.add(piece, *inserted);
            if (rows.bytes() > LargestBulkBytes)
                turnRows();
        } else {
            turnRows();
            turnPiece(edit, piece, removes, references);
            references.unchecked = true;
        }
        progress.advance(++done);
    }
    turnRows();
}

// A piece, and what the journal keeps of its rows' removal.
struct PieceToTakeBack
{
    std::optional<std::vector<InsertedRows>> inserted;
    QByteArray changeset; // where it does not only insert
    KeptPieces::Kept kept;
};

PieceToTakeBack pieceToTakeBack(const QByteArray& raw, const SharedSchema& schema)
{
    QByteArray changeset = decompressed(raw);
    PieceToTakeBack piece{insertedRows(changeset, schema), {}, {}};
    if (!piece.inserted) {
        piece.changeset = changeset;
        return piece;
    }
    for (const InsertedRows& rows : *piece.inserted)
        makeRemoving(*rows.table, changeset, rows.firstRow, rows.end);
    piece.kept = {base::sha256(changeset), compressed(changeset)};
    return piece;
}

// The sum over what is left in the tables, or what is left of the sum: whichever is less work.
CanonicalDigest digestWithout(Edit& edit, const CanonicalDigest& before,
                              const std::vector<QByteArray>& pieces, qint64 removed,
                              base::Progress& progress)
{
    const SharedSchema& schema = edit.recorder().schema();
    qint64 left = 0;
    for (const SharedTable& table : schema.tables()) {
        SQLite::Statement count(edit.database(), "SELECT count(*) FROM main.\"" + table.name + '"');
        count.executeStep();
        left += count.getColumn(0).getInt64();
    }
    CanonicalDigest digest;
    if (left < removed) {
        digest.addAll(edit.database(), schema, progress);
        return digest;
    }
    digest = before;
    for (const QByteArray& raw : pieces) {
        progress.check();
        const QByteArray changeset = decompressed(raw);
        if (const auto inserted = insertedRows(changeset, schema))
            for (const InsertedRows& rows : *inserted) {
                CanonicalDigest gone;
                gone.addInserts(*rows.table, QByteArrayView(changeset).sliced(
                                                 rows.firstRow, rows.end - rows.firstRow));
                digest.remove(gone);
            }
    }
    return digest;
}

// Nothing was changed since the entry was made, as the digest tells: its rows are as it inserted
// them, and need not be looked at. What the journal keeps is worked out ahead on another thread.
void takeBackLast(Edit& edit, const std::vector<QByteArray>& pieces, TurnedReferences& references,
                  base::Progress& progress)
{
    Recorder& recorder = edit.recorder();
    const SharedSchema& schema = recorder.schema();
    BulkRows rows(schema);
    std::vector<QByteArray> gathered; // the pieces of the rows
    const auto takeBackRows = [&] {
        if (!recorder.removeKnown(rows, progress))
            throw StepStands();
        references.open = rows.areNamed(edit.database().getHandle(), progress) || references.open;
        recorder.setDigest(digestWithout(edit, recorder.digest(), gathered, rows.rows(), progress));
        rows.clear();
        gathered.clear();
    };
    base::MadeAhead<PieceToTakeBack> ahead(
        [&pieces, &schema](const base::MadeAhead<PieceToTakeBack>::Put& put) {
            for (const QByteArray& raw : pieces) {
                PieceToTakeBack piece = pieceToTakeBack(raw, schema);
                const qsizetype size = piece.changeset.size() + piece.kept.compressed.size();
                if (!put(std::move(piece), size))
                    return;
            }
        });
    qint64 done = 0;
    ahead.takeAll([&](PieceToTakeBack& piece) {
        progress.check();
        if (piece.inserted) {
            rows.addPlaces(*piece.inserted);
            recorder.addPiece(piece.kept);
            gathered.push_back(pieces[size_t(done)]);
        } else {
            takeBackRows();
            turnPiece(edit, piece.changeset, true, references);
            references.unchecked = true;
        }
        progress.advance(++done);
    });
    takeBackRows();
}

} // namespace

Entry ProjectFile::Private::turnRound(const Author& author, EntryKind kind, const Entry& target,
                                      const Sentence& sentence, base::Progress& progress)
{
    requireUnchangedOutside();
    std::vector<QByteArray> pieces = journal->rawPieces(target);
    const bool removes = kind == EntryKind::Undo;
    if (removes)
        std::reverse(pieces.begin(), pieces.end());
    const qint64 bytes =
        std::accumulate(pieces.begin(), pieces.end(), qint64(0),
                        [](qint64 sum, const QByteArray& piece) { return sum + piece.size(); });
    const bool isLarge = bytes > LargeEntryBytes;
    TurnedReferences references;
    const auto work = [&](Edit& edit) {
        progress.begin(removes ? Text::tr("Undoing") : Text::tr("Redoing"), qint64(pieces.size()));
        if (!isLarge)
            turnPieces(edit, pieces, removes, references, progress);
        else if (removes && journal->digest().text() == target.digest)
            takeBackLast(edit, pieces, references, progress);
        else
            turnInBulk(edit, std::move(pieces), removes, references, progress);
    };
    const auto hasBrokenReference = [&] {
        SQLite::Statement broken(*database, "PRAGMA main.foreign_key_check");
        return broken.executeStep();
    };
    std::optional<Entry> entry;
    try {
        entry = journal->record(
            author, kind, withReason(sentence), target.hash, work,
            [&](const Entry& made) {
                bool open = references.open || (references.unchecked && hasBrokenReference());
                follow(made, open);
                if (open && hasBrokenReference())
                    throw StepStands();
            },
            {}, !isLarge);
    } catch (const SQLite::Exception& exception) {
        if ((exception.getErrorCode() & 0xff) == SQLITE_CONSTRAINT)
            throw StepStands();
        throw;
    }
    if (!entry)
        throw base::Error(Text::tr("There was nothing left of this step to turn round."));
    return *entry;
}

namespace {

Sentence about(const char* text, const Entry& target, const QString& reason = {})
{
    return {QString::fromLatin1(text),
            {QLatin1Char('#') + QString::fromUtf8(toJson(target.sentence))},
            reason};
}

} // namespace

Entry ProjectFile::undo(const Author& author, base::Progress& progress)
{
    d->requireWritable();
    const auto target = undoable();
    if (!target)
        throw base::Error(Text::tr("There is nothing to undo."));
    return turnRound(author, EntryKind::Undo, *target,
                     about(QT_TRANSLATE_NOOP("Journal", "Undid: %1"), *target), progress);
}

Entry ProjectFile::redo(const Author& author, base::Progress& progress)
{
    d->requireWritable();
    const auto target = redoable();
    if (!target)
        throw base::Error(Text::tr("There is nothing to redo."));
    return turnRound(author, EntryKind::Redo, *target,
                     about(QT_TRANSLATE_NOOP("Journal", "Redid: %1"), *target), progress);
}

Entry ProjectFile::revert(const Author& author, const QString& entryHash, const QString& reason,
                          base::Progress& progress)
{
    d->requireWritable();
    const std::vector<Entry> entries = history();
    const auto withHash = [&](const QString& hash) {
        const auto at = std::find_if(entries.begin(), entries.end(),
                                     [&](const Entry& entry) { return entry.hash == hash; });
        if (at == entries.end())
            throw base::Error(Text::tr("There is no such entry in the history."));
        return *at;
    };
    Entry target = withHash(entryHash);
    EntryKind kind = EntryKind::Undo;
    switch (target.kind) {
    case EntryKind::Create:
        throw base::Error(Text::tr("The making of the project file cannot be reverted."));
    case EntryKind::Undo: // which is to do again what it undid
        kind = EntryKind::Redo;
        target = withHash(target.target);
        break;
    case EntryKind::Redo:
        target = withHash(target.target);
        break;
    default:
        break;
    }
    return turnRound(author, kind, target,
                     kind == EntryKind::Undo
                         ? about(QT_TRANSLATE_NOOP("Journal", "Reverted: %1"), target, reason)
                         : about(QT_TRANSLATE_NOOP("Journal", "Redid: %1"), target, reason),
                     progress);
}

Entry ProjectFile::turnRound(const Author& author, EntryKind kind, const Entry& target,
                             const Sentence& sentence, base::Progress& progress)
{
    try {
        return guarded(d->path,
                       [&] { return d->turnRound(author, kind, target, sentence, progress); });
    } catch (const StepStands&) {
        throw RevertRefused(
            Text::tr("This step cannot be turned round any more: something it changed was changed "
                     "again since, or is needed by something newer. Change it by hand instead, or "
                     "revert what came after it first."),
            guarded(d->path, [&] { return d->dependents(target, progress); }));
    }
}

std::vector<Entry> ProjectFile::Private::dependents(const Entry& target,
                                                    base::Progress& progress) const
{
    constexpr int WholeRow = -1;
    struct Cell
    {
        int table = 0;
        qint64 row = 0;
        int column = WholeRow;
        auto operator<=>(const Cell&) const = default;
    };
    const SharedSchema& schema = journal->schema();
    std::vector<Cell> cells;
    journal->forEachPiece(target, [&](const QByteArray& piece) {
        progress.check();
        forEachRawChange(piece, [&](const RawChange& change) {
            const int table = schema.indexOf(change.table);
            if (change.kind != ChangeKind::Update)
                cells.push_back({table, change.id, WholeRow});
            else
                for (int column = 1; column < change.columns; ++column)
                    if (!change.after[size_t(column)].isLeftOut())
                        cells.push_back({table, change.id, column});
        });
    });
    std::sort(cells.begin(), cells.end());
    const auto has = [&](int table, qint64 row, int column) {
        return std::binary_search(cells.begin(), cells.end(), Cell{table, row, column});
    };
    const auto touches = [&](const RawChange& change) {
        const int table = schema.indexOf(change.table);
        if (has(table, change.id, WholeRow))
            return true;
        const auto first =
            std::lower_bound(cells.begin(), cells.end(), Cell{table, change.id, WholeRow});
        const bool knowsRow =
            first != cells.end() && first->table == table && first->row == change.id;
        if (knowsRow && change.kind != ChangeKind::Update)
            return true;
        for (int column = 1; knowsRow && column < change.columns; ++column)
            if (!change.after[size_t(column)].isLeftOut() && has(table, change.id, column))
                return true;
        for (const Reference& reference : schema.tables()[size_t(table)].references) {
            const auto column = size_t(reference.column);
            if (column < change.after.size() && change.after[column].type == SQLITE_INTEGER &&
                has(schema.indexOf(reference.table), qint64(change.after[column].bits()), WholeRow))
                return true;
        }
        return false;
    };
    std::vector<Entry> all = journal->entries();
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&](const Entry& entry) { return entry.hash == target.hash; });
    std::set<QString> undone;
    for (auto later = at; later != all.end(); ++later) {
        if (later->kind == EntryKind::Undo)
            undone.insert(later->target);
        else if (later->kind == EntryKind::Redo)
            undone.erase(later->target);
    }
    std::vector<Entry> found;
    for (auto later = at == all.end() ? at : std::next(at); later != all.end(); ++later) {
        if (later->kind == EntryKind::Undo || later->kind == EntryKind::Redo ||
            undone.contains(later->hash))
            continue;
        bool isMeant = false;
        journal->forEachPiece(*later, [&](const QByteArray& piece) {
            progress.check();
            if (!isMeant)
                forEachRawChange(
                    piece, [&](const RawChange& change) { isMeant = isMeant || touches(change); });
        });
        if (isMeant)
            found.push_back(*later);
    }
    return found;
}

void ProjectFile::readChanges(const Entry& entry,
                              const std::function<void(const RawChange&)>& visit,
                              base::Progress& progress) const
{
    guarded(d->path, [&] {
        d->journal->forEachPiece(entry, [&](const QByteArray& piece) {
            progress.check();
            forEachRawChange(piece, visit);
        });
    });
}

} // namespace catalogue
