// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "catalogue/canonical_digest.h"
#include "catalogue/changeset.h"
#include "catalogue/gpkg_contents.h"
#include "catalogue/kept_pieces.h"
#include "catalogue/payload_digest.h"
#include "catalogue/schema.h"

#include <memory>

namespace SQLite {
class Database;
}

namespace catalogue {

class BulkRows;

// Records one entry's changes piece by piece, so that a long one keeps its memory bounded, and what
// follows from them: its payload's digest, that of the tables, gpkg_contents. Internal to the
// journal and to what turns entries round.
class Recorder
{
public:
    Recorder(SQLite::Database& database, const SharedSchema& schema, QString copyId, qint64 number);

    // What the session has seen since the last time becomes a piece.
    void flush();

    // Rows that no session has seen.
    void insert(BulkRows& rows, base::Progress& progress);
    // Begins with what can be worked out of the rows before they are inserted, where there is a
    // core to spare beside those that read and gather them.
    void workAhead(BulkRows& rows);

    // False, and nothing but a rollback left, where one is not there as it would be inserted.
    bool remove(BulkRows& rows, base::Progress& progress);
    // The same of rows that are known to be so (BulkRows::addPlaces()), in pieces that the caller
    // makes, and the digest too: addPiece(), setDigest().
    bool removeKnown(BulkRows& rows, base::Progress& progress);
    void addPiece(const KeptPieces::Kept& piece);
    void setDigest(const CanonicalDigest& digest) { m_digest = digest; }

    const SharedSchema& schema() const { return m_schema; }
    bool isEmpty() const { return m_pieces == 0; }
    const CanonicalDigest& digest() const { return m_digest; }
    QString payloadDigest() const { return m_payload.text(); }
    void updateContents() { m_contents.write(m_database); }

private:
    bool removeFrom(BulkRows& rows, bool known, base::Progress& progress);

    SQLite::Database& m_database;
    const SharedSchema& m_schema;
    QString m_copyId;
    qint64 m_number;
    std::unique_ptr<Session> m_session;
    CanonicalDigest m_digest;
    PayloadDigest m_payload;
    GpkgContents m_contents;
    KeptPieces m_kept{m_contents};
    int m_pieces = 0;
};

} // namespace catalogue
