// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/bulk_rows.h"
#include "catalogue/canonical_digest.h"

#include <QThreadPool>
#include <exception>
#include <map>

namespace catalogue {

class GpkgContents;

// Turns a changeset of rows inserted in one table into that which removes them: a row that is
// removed stands there as one that is inserted does, but for the operation.
void makeRemoving(const SharedTable& table, QByteArray& changeset, qsizetype firstRow,
                  qsizetype end);

// What the journal keeps of the pieces of a bulk, worked out on a thread of its own while rows
// are inserted, or gathered. Internal to the journal.
class KeptPieces
{
public:
    // Of `contents`, which is the thread's own until finish().
    explicit KeptPieces(GpkgContents& contents);
    ~KeptPieces();

    // Of what is inserted, or of what removes the piece's rows.
    enum class Way { Insert, Remove };
    void add(const BulkRows::Piece& piece, Way way = Way::Insert);
    void finish(); // throws what went wrong on the thread

    struct Kept
    {
        QByteArray sha256;
        QByteArray compressed;
    };
    // After finish(): what was added since the last time, in the order in which it can be applied,
    // and the digest of its rows.
    std::vector<Kept> take(CanonicalDigest& digest);

private:
    void keep(const BulkRows::Piece& piece, Way way);

    GpkgContents& m_contents;
    QThreadPool m_thread;
    std::map<BulkRows::Piece::Place, Kept> m_kept;
    CanonicalDigest m_digest;
    std::exception_ptr m_failure;
};

} // namespace catalogue
