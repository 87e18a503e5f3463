// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/progress.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

struct sqlite3;

namespace catalogue {

struct InsertedRows;
struct SharedTable;
class SharedSchema;

// New rows of the shared tables, gathered and then written in the order of their ids. They are kept
// as changesets, so that the journal needs no session to record them: what is inserted is what is
// recorded. Internal to the project file's journal.
class BulkRows
{
public:
    explicit BulkRows(const SharedSchema& schema);
    ~BulkRows();

    // The value of one column; a column that is not set is NULL. Its name must live as long as
    // this object (a literal).
    using Content =
        std::variant<std::monostate, qint64, double, QByteArrayView, QString, QByteArray>;
    struct Cell
    {
        const char* column = nullptr;
        Content value; // QByteArrayView (UTF-8) and QString: text; QByteArray: a blob
    };
    void add(const char* table, base::Id id, std::span<const Cell> cells);

    // The rows that a changeset inserts, found by insertedRows().
    void add(const QByteArray& changeset, const std::vector<InsertedRows>& rows);

    // The same without their content, for removeFrom() alone.
    void addPlaces(const std::vector<InsertedRows>& rows);

    qint64 bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes == 0; }

    // Inserts all of them. A row that is there already throws, and so does one that names a row of
    // another table which is not; the connection's own checking of references may be off. Where
    // they are more than the table holds, its indexes are made anew behind them. Hears `progress`
    // cancelled. Not recorded by any session if none is enabled.
    void insertInto(sqlite3* connection, base::Progress& progress);
    // Removes all of them; false, and nothing but a rollback left to the caller, where one is not
    // there as it would be inserted. `known`: that it is so, and is not looked at. Whether other
    // rows name them is not asked.
    bool removeFrom(sqlite3* connection, bool known, base::Progress& progress);
    qint64 rows() const;
    void forEachTable(const std::function<void(const SharedTable&)>& visit) const; // that has some
    // Whether a row of any table names one of these.
    bool areNamed(sqlite3* connection, base::Progress& progress) const;
    // The changesets, of bounded size and one table each.
    struct Piece
    {
        using Place = std::pair<size_t, size_t>; // pieces can be applied in the order of these
        const SharedTable* table = nullptr;
        Place place;
        QByteArray changeset;
        qsizetype firstRow = 0; // where its rows begin
    };
    // Each is visited once: those that were filled meanwhile, or all that are left.
    enum class Pieces { Filled, All };
    void forEachNewPiece(Pieces which, const std::function<void(const Piece&)>& visit);
    void clear();

private:
    struct Table;
    Table& tableOf(const char* name);
    // Puts the rows in the order of their ids, and finds the parents that are not among them.
    void arrange(Table& table) const;
    static void sortById(Table& table);
    static void checkElsewhere(const Table& table, sqlite3* connection);

    std::vector<std::unique_ptr<Table>> m_tables;        // parents before what names them
    std::vector<std::pair<const char*, Table*>> m_known; // by the literal's address
    qint64 m_bytes = 0;
    int m_filled = 0; // pieces, since they were last visited
};

} // namespace catalogue
