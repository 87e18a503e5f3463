// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/value.h"

#include <QByteArray>
#include <functional>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_session;

namespace catalogue {

class SharedSchema;

enum class ChangeKind { Insert, Update, Delete };

// One cell of a changed row; `before` is not set for an insert, `after` not for a delete.
struct CellChange
{
    int column = 0;
    Value before;
    Value after;
};

// One row of a changeset. An update names its changed cells only; an insert or delete all of them,
// the id in column 0 included.
struct RowChange
{
    std::string table;
    ChangeKind kind = ChangeKind::Insert;
    qint64 id = 0;
    std::vector<CellChange> cells;
};

// Goes through a changeset as SQLite's session extension writes it, with a reader of our own:
// SQLite's trusts what the bytes say of themselves, and these may be a stranger's. Throws
// base::Error if they are damaged.
void forEachChange(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit);

// Throws base::Error where it is damaged, names a table that is not shared, or has more columns
// than the table: SQLite would leave such rows out without a word.
void requireFits(const QByteArray& changeset, const SharedSchema& schema);

// The changeset that turns this one round.
QByteArray inverse(const QByteArray& changeset);

// Applies it to the main database of the connection; every row must be as the changeset expects.
// False, and nothing but a rollback left to the caller, where one is not. A reference to a row that
// is not there is refused too, unless the caller takes `referencesOpen`, because a later piece may
// bring the row: where it is true at the end, only PRAGMA foreign_key_check tells (the session
// extension forgets SQLite's own count).
bool applyExactly(sqlite3* connection, const QByteArray& changeset, bool* referencesOpen = nullptr);

// Records what happens to the shared tables of a connection while it lives.
class Session
{
public:
    Session(sqlite3* connection, const SharedSchema& schema);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    bool isEmpty() const;
    qint64 memoryBytes() const;
    QByteArray changeset() const;
    // Records instead how the attached database `from` would have to change to become main.
    void addDifferenceFrom(const char* from, const SharedSchema& schema);
    void enable(bool on);

private:
    sqlite3_session* m_session = nullptr;
};

// A session records nothing while one lives.
class SessionPause
{
public:
    explicit SessionPause(Session& session)
        : m_session(session)
    {
        m_session.enable(false);
    }
    ~SessionPause() { m_session.enable(true); }
    SessionPause(const SessionPause&) = delete;
    SessionPause& operator=(const SessionPause&) = delete;

private:
    Session& m_session;
};

// zstd, as the pieces of the journal are kept.
QByteArray compressed(const QByteArray& bytes);
// Throws base::Error where the bytes are damaged or claim to be larger than any piece we write.
QByteArray decompressed(const QByteArray& bytes);

} // namespace catalogue
