// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/access.h"
#include "catalogue/canonical_digest.h"
#include "catalogue/payload_digest.h"
#include "catalogue/project_file.h"
#include "catalogue/schema.h"

#include <functional>
#include <memory>
#include <vector>

namespace catalogue {

// The journal of one open project file: writes entries, reads them, keeps the digest.
// Everything here runs on the file's one writing connection.
class Journal
{
public:
    // `home` tells this machine and path from others: a file that is written to elsewhere than
    // before becomes a copy of its own, so that two people who went on from one file never share a
    // chain.
    Journal(SQLite::Database& database, QString home);
    ~Journal();

    const SharedSchema& schema() const { return m_schema; }

    // What veta_meta holds.
    QString meta(const char* key) const;
    void setMeta(const char* key, const QString& value);

    // A transaction around `work`, committed with the digest and the file's change counter brought
    // up to date; rolled back where it throws.
    // Without checksReferences what `work` writes must keep them by itself.
    void transaction(const std::function<void()>& work, bool checksReferences = true);

    // One transaction and one entry; nullopt where nothing changed. `prepare` runs first in the
    // same transaction and is not recorded. `follow` runs last, and what it changes is not recorded
    // either, because it follows from the entries (the digest does follow it).
    // Without checksReferences what `work` writes must keep them by itself; so does an import.
    std::optional<Entry> record(const Author& author, EntryKind kind, const Sentence& sentence,
                                const QString& target, const std::function<void(Edit&)>& work,
                                const std::function<void(const Entry&)>& follow,
                                const std::function<void()>& prepare = {},
                                bool checksReferences = true);

    // Runs inside transaction(): `work` changes shared tables without making an entry (a merge, a
    // revert); the digest follows. It is given a function to call now and then, so that memory
    // stays bounded.
    void followChanges(const std::function<void(const std::function<void()>& flush)>& work);

    // The entries that this copy went through itself, its ancestors' included: what undo walks
    // back.
    std::vector<Entry> ownLine() const;
    // Every entry, causes before effects; equal sets give equal orders.
    std::vector<Entry> entries() const;
    // Its changesets, decompressed, one after the other; throws where one does not fit the schema.
    void forEachPiece(const Entry& entry,
                      const std::function<void(const QByteArray&)>& visit) const;
    std::vector<QByteArray> rawPieces(const Entry& entry) const; // as they are kept
    QByteArray decompressedPiece(const QByteArray& raw) const;
    void insert(const Entry& entry, const std::vector<QByteArray>& rawPieces);

    CanonicalDigest digest() const;
    // Bytes 24 to 27 of the file, which SQLite counts up at every commit of any program.
    quint32 changeCounter() const;

private:
    void becomeOwnCopy();

    SQLite::Database& m_database;
    SharedSchema m_schema;
    QString m_home;
};

// The entry's own canonical form and its hash, see docs/file-format.md.
QString hashOf(const Entry& entry);
// True where `cause` was known to whoever made `effect`, or is `effect`.
bool precedesOrIs(const Entry& cause, const Entry& effect);
void sortCausally(std::vector<Entry>& entries);

QString kindKey(EntryKind kind);

} // namespace catalogue
