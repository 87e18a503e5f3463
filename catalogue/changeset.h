// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/value.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>
#include <functional>
#include <optional>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_session;

namespace catalogue {

class SharedSchema;
struct SharedTable;

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

// A value as it stands in a changeset; it lives as long as the changeset does.
struct RawValue
{
    static constexpr char LeftOut = 0; // of a row that is updated: not changed
    char type = LeftOut;               // else as SQLite numbers them: SQLITE_INTEGER …
    QByteArrayView bytes;              // a number in 8 bytes, big-endian; a text or blob

    bool isLeftOut() const { return type == LeftOut; }
    quint64 bits() const { return qFromBigEndian<quint64>(bytes.data()); } // of a number
    Value value() const;
    bool isInteger(qint64 number) const; // that one
};

// One row of a changeset, without a copy of anything.
struct RawChange
{
    std::string table;
    int columns = 0;
    ChangeKind kind = ChangeKind::Insert;
    qint64 id = 0;
    std::vector<RawValue> before; // by column; empty for an insert
    std::vector<RawValue> after;  // empty for a delete
    qsizetype head = 0;           // where its table begins in the changeset
    qsizetype at = 0;             // and the row

    RowChange taken() const;
};

// Goes through a changeset as SQLite's session extension writes it, with a reader of our own:
// SQLite's trusts what the bytes say of themselves, and these may be a stranger's. Throws
// base::Error if they are damaged.
void forEachChange(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit);
// The same, many times as fast; each row is there while it is visited.
void forEachRawChange(const QByteArray& changeset,
                      const std::function<void(const RawChange&)>& visit);

// Throws base::Error where it is damaged, names a table that is not shared, or has more columns
// than the table: SQLite would leave such rows out without a word.
void requireFits(const QByteArray& changeset, const SharedSchema& schema);

// The rows of one table that a changeset inserts.
struct InsertedRows
{
    const SharedTable* table = nullptr;
    qsizetype begin = 0; // of the table's head in the changeset
    qsizetype firstRow = 0;
    qsizetype end = 0;
    struct Row
    {
        qint64 id = 0;
        qsizetype at = 0; // its operation's place in the changeset
    };
    std::vector<Row> rows;
};
// Where they stand, table by table; nothing where it holds anything but rows inserted with all of
// today's columns. Refuses what requireFits() does.
std::optional<std::vector<InsertedRows>> insertedRows(const QByteArray& changeset,
                                                      const SharedSchema& schema);

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
