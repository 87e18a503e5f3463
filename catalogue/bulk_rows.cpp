// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/bulk_rows.h"

#include "base/made_ahead.h"
#include "base/os.h"
#include "catalogue/changeset.h"
#include "catalogue/changeset_bytes.h"
#include "catalogue/schema.h"

#include <QtEndian>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <sqlite3.h>

namespace catalogue {

namespace {

constexpr qsizetype PieceBytes = 8 << 20;
constexpr qint64 RowsPerCheck = 1024;
// The types of values as sqlite3session.c writes them.
constexpr char Null = 5;

constexpr qsizetype NumberBytes = 9; // with its type
constexpr qsizetype HeadBytes = 6;   // type and length of a text

// What a value takes at most.
qsizetype mostBytes(const BulkRows::Content& value)
{
    constexpr qsizetype Utf8Bytes = 3; // of one code unit of UTF-16
    if (const auto* view = std::get_if<QByteArrayView>(&value))
        return HeadBytes + view->size();
    if (const auto* text = std::get_if<QString>(&value))
        return HeadBytes + Utf8Bytes * text->size();
    if (const auto* blob = std::get_if<QByteArray>(&value))
        return HeadBytes + blob->size();
    return NumberBytes;
}

// SQLite's variable-length integer, of a length below 2^31.
char* putLength(char* at, qsizetype length)
{
    char bytes[5];
    int count = 0;
    for (auto rest = quint64(length); count == 0 || rest > 0; rest >>= 7) {
        bytes[4 - count] = char((rest & 0x7f) | (count > 0 ? 0x80 : 0));
        ++count;
    }
    std::memcpy(at, bytes + 5 - count, size_t(count));
    return at + count;
}

char* putNumber(char* at, char type, quint64 bits)
{
    *at++ = type;
    qToBigEndian(bits, at);
    return at + sizeof bits;
}

char* putBytes(char* at, char type, QByteArrayView bytes)
{
    *at++ = type;
    at = putLength(at, bytes.size());
    std::memcpy(at, bytes.data(), size_t(bytes.size()));
    return at + bytes.size();
}

char* putText(char* at, const QString& text)
{
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c < u'\x80'; });
    if (!isAscii)
        return putBytes(at, SQLITE_TEXT, text.toUtf8());
    *at++ = SQLITE_TEXT;
    at = putLength(at, text.size());
    return std::transform(text.begin(), text.end(), at, [](QChar c) { return char(c.unicode()); });
}

// Behind what it puts there.
char* put(char* at, const BulkRows::Content& value)
{
    if (const auto* integer = std::get_if<qint64>(&value))
        return putNumber(at, SQLITE_INTEGER, quint64(*integer));
    if (const auto* real = std::get_if<double>(&value))
        return putNumber(at, SQLITE_FLOAT, std::bit_cast<quint64>(*real));
    if (const auto* view = std::get_if<QByteArrayView>(&value))
        return putBytes(at, SQLITE_TEXT, *view);
    if (const auto* text = std::get_if<QString>(&value))
        return putText(at, *text);
    if (const auto* blob = std::get_if<QByteArray>(&value))
        return putBytes(at, SQLITE_BLOB, *blob);
    *at = Null;
    return at + 1;
}

void require(int code, sqlite3* connection)
{
    if (code != SQLITE_OK && code != SQLITE_DONE)
        throw SQLite::Exception(connection, code);
}

// The bytes stay where they are.
void bind(sqlite3_stmt* statement, int index, const InsertedValue& value)
{
    switch (value.type) {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, index, sqlite3_int64(value.bits()));
        break;
    case SQLITE_FLOAT:
        sqlite3_bind_double(statement, index, std::bit_cast<double>(value.bits()));
        break;
    case SQLITE_TEXT:
        sqlite3_bind_text(statement, index, value.bytes.data(), int(value.bytes.size()),
                          SQLITE_STATIC);
        break;
    case SQLITE_BLOB:
        sqlite3_bind_blob(statement, index, value.bytes.data(), int(value.bytes.size()),
                          SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_null(statement, index);
    }
}

// Rows are read in the order of their ids, which is none in memory.
void expectRead(const char* row)
{
    constexpr qsizetype CacheLine = 64; // bytes
    constexpr qsizetype Expected = 4 * CacheLine;
    for (qsizetype at = 0; at < Expected; at += CacheLine)
        __builtin_prefetch(row + at);
}

class Statement
{
public:
    Statement(sqlite3* connection, const std::string& sql)
    {
        require(sqlite3_prepare_v2(connection, sql.c_str(), -1, &m_statement, nullptr), connection);
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    sqlite3_stmt* get() const { return m_statement; }

private:
    sqlite3_stmt* m_statement = nullptr;
};

// How much of the file SQLite keeps in memory while this stands.
class CacheSize
{
public:
    CacheSize(sqlite3* connection, int kibibytes)
        : m_connection(connection)
    {
        const Statement size(connection, "PRAGMA main.cache_size");
        sqlite3_step(size.get());
        m_before = sqlite3_column_int(size.get(), 0);
        set(-kibibytes);
    }
    ~CacheSize() { set(m_before); }
    CacheSize(const CacheSize&) = delete;
    CacheSize& operator=(const CacheSize&) = delete;

private:
    void set(int size) const
    {
        const std::string sql = "PRAGMA main.cache_size = " + std::to_string(size);
        sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr);
    }

    sqlite3* m_connection;
    int m_before = 0;
};

// Indexes that many rows would fill one by one, in no order: dropped, and made anew at once from
// what is there then, unless the table is so wide that reading it again costs more. What fails in
// between is rolled back with the transaction.
class IndexesAside
{
public:
    IndexesAside(sqlite3* connection, const std::string& table, size_t rows, qint64 bytes)
        : m_connection(connection)
    {
        const Statement held(connection, "SELECT count(*) FROM (SELECT 1 FROM main.\"" + table +
                                             "\" LIMIT " + std::to_string(rows) + ')');
        sqlite3_step(held.get());
        const sqlite3_int64 count = sqlite3_column_int64(held.get(), 0);
        sqlite3_reset(held.get()); // an open reader would lock the index
        if (rows < FewRows || count >= sqlite3_int64(rows) || bytes > WideRowBytes * qint64(rows))
            return;
        std::vector<std::string> names;
        const Statement known(connection, "SELECT name, sql FROM main.sqlite_master WHERE type = "
                                          "'index' AND sql IS NOT NULL AND tbl_name = '" +
                                              table + '\'');
        while (sqlite3_step(known.get()) == SQLITE_ROW) {
            names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(known.get(), 0)));
            m_sql.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(known.get(), 1)));
        }
        sqlite3_reset(known.get());
        for (const std::string& name : names)
            run("DROP INDEX main.\"" + name + '"');
    }
    void putBack() const
    {
        // SQLite sorts on a thread of its own what it has read, each time as much as its cache
        // holds.
        constexpr int SortedAtOnce = 1 << 10; // KiB
        const CacheSize cache(m_connection, SortedAtOnce);
        for (const std::string& sql : m_sql)
            run(sql);
    }

private:
    void run(const std::string& sql) const
    {
        require(sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr), m_connection);
    }

    static constexpr size_t FewRows = 20000;
    static constexpr qint64 WideRowBytes = 150;
    sqlite3* m_connection;
    std::vector<std::string> m_sql;
};

} // namespace

struct BulkRows::Table
{
    explicit Table(const SharedTable& sharedTable)
        : shared(sharedTable)
        , head("T")
    {
        std::array<char, HeadBytes> columnCount{};
        const char* end = putLength(columnCount.data(), qsizetype(shared.columns.size()));
        head.append(columnCount.data(), end - columnCount.data());
        head.append('\1'); // the id is the key
        head.append(qsizetype(shared.columns.size()) - 1, '\0');
        head.append(shared.name.c_str(), qsizetype(shared.name.size()) + 1);
    }

    int columnOf(const char* name)
    {
        for (const auto& [known, index] : columns)
            if (known == name)
                return index;
        const auto at = std::find(shared.columns.begin(), shared.columns.end(), name);
        Q_ASSERT(at != shared.columns.end());
        const int index = int(at - shared.columns.begin());
        columns.emplace_back(name, index);
        return index;
    }

    // Where the next row goes.
    QByteArray& piece()
    {
        if (pieces.empty() || pieces.back().size() > PieceBytes) {
            pieces.emplace_back();
            pieces.back().reserve(PieceBytes + PieceBytes / 8);
            base::expectFilled(pieces.back().data(), PieceBytes);
            pieces.back().append(head);
        }
        return pieces.back();
    }

    const SharedTable& shared;
    QByteArray head;
    std::vector<std::pair<const char*, int>> columns; // by the literal's address
    std::vector<const Content*> row;                  // of the one being added, by column
    std::vector<QByteArray> pieces;                   // changesets
    size_t visited = 0;                               // of them
    qint64 bytes = 0;
    struct Place
    {
        qint64 id = 0;
        quint32 piece = 0;
        quint32 begin = 0;
    };
    const char* at(const Place& place) const
    {
        constexpr int OperationBytes = 2;
        return pieces[place.piece].constData() + place.begin + OperationBytes;
    }

    std::vector<Place> places;
    std::vector<std::vector<qint64>> elsewhere; // by reference: parents that are not among the rows
};

BulkRows::BulkRows(const SharedSchema& schema)
{
    for (const SharedTable& table : schema.tables())
        m_tables.push_back(std::make_unique<Table>(table));
    // A row whose parent is there costs SQLite one look; one that waits for it, many.
    std::vector<std::string> placed;
    const auto isPlaced = [&](const Reference& reference) {
        return std::find(placed.begin(), placed.end(), reference.table) != placed.end();
    };
    for (size_t at = 0; at < m_tables.size(); ++at) {
        const auto next = std::find_if(
            m_tables.begin() + std::ptrdiff_t(at), m_tables.end(), [&](const auto& table) {
                const std::vector<Reference>& references = table->shared.references;
                return std::all_of(references.begin(), references.end(), isPlaced);
            });
        if (next == m_tables.end())
            break;
        std::rotate(m_tables.begin() + std::ptrdiff_t(at), next, next + 1);
        placed.push_back(m_tables[at]->shared.name);
    }
    // arrange() looks among parents that were arranged before.
    Q_ASSERT(placed.size() == m_tables.size());
}

BulkRows::~BulkRows() = default;

BulkRows::Table& BulkRows::tableOf(const char* name)
{
    for (const auto& [known, table] : m_known)
        if (known == name)
            return *table;
    const auto table = std::find_if(m_tables.begin(), m_tables.end(),
                                    [&](const auto& each) { return each->shared.name == name; });
    Q_ASSERT(table != m_tables.end());
    m_known.emplace_back(name, table->get());
    return **table;
}

void BulkRows::add(const char* name, base::Id id, std::span<const Cell> cells)
{
    Table& table = tableOf(name);
    table.row.assign(table.shared.columns.size(), nullptr);
    for (const Cell& cell : cells)
        table.row[size_t(table.columnOf(cell.column))] = &cell.value;
    const size_t pieces = table.pieces.size();
    QByteArray& bytes = table.piece();
    m_filled += table.pieces.size() > pieces ? 1 : 0;
    const qsizetype begin = bytes.size();
    table.places.push_back({id, quint32(table.pieces.size() - 1), quint32(begin)});
    qsizetype most = 2 + NumberBytes * qsizetype(table.row.size());
    for (const Cell& cell : cells)
        most += mostBytes(cell.value);
    bytes.resize(begin + most);
    char* at = bytes.data() + begin;
    *at++ = SQLITE_INSERT;
    *at++ = '\0'; // not indirect
    at = putNumber(at, SQLITE_INTEGER, quint64(id));
    static const Content none;
    for (size_t column = 1; column < table.row.size(); ++column)
        at = put(at, table.row[column] == nullptr ? none : *table.row[column]);
    bytes.resize(at - bytes.constData());
    table.bytes += bytes.size() - begin;
    m_bytes += bytes.size() - begin;
}

void BulkRows::add(const QByteArray& changeset, const std::vector<InsertedRows>& found)
{
    for (const InsertedRows& rows : found) {
        Table& table = tableOf(rows.table->name.c_str());
        const bool isWhole = rows.begin == 0 && rows.end == changeset.size();
        const auto piece = quint32(table.pieces.size());
        table.pieces.push_back(isWhole ? changeset
                                       : changeset.mid(rows.begin, rows.end - rows.begin));
        for (const InsertedRows::Row& row : rows.rows)
            table.places.push_back({row.id, piece, quint32(row.at - rows.begin)});
        table.bytes += rows.end - rows.firstRow;
        m_bytes += rows.end - rows.firstRow;
        ++m_filled;
    }
}

void BulkRows::addPlaces(const std::vector<InsertedRows>& found)
{
    for (const InsertedRows& rows : found) {
        Table& table = tableOf(rows.table->name.c_str());
        for (const InsertedRows::Row& row : rows.rows)
            table.places.push_back({row.id, 0, 0});
    }
}

qint64 BulkRows::rows() const
{
    qint64 count = 0;
    for (const auto& table : m_tables)
        count += qint64(table->places.size());
    return count;
}

void BulkRows::forEachTable(const std::function<void(const SharedTable&)>& visit) const
{
    for (const auto& table : m_tables)
        if (!table->places.empty())
            visit(table->shared);
}

void BulkRows::forEachNewPiece(Pieces which, const std::function<void(const Piece&)>& visit)
{
    if (which == Pieces::Filled && m_filled == 0)
        return;
    for (size_t rank = 0; rank < m_tables.size(); ++rank) {
        Table& table = *m_tables[rank];
        const size_t end =
            table.pieces.size() - (which == Pieces::Filled && !table.pieces.empty() ? 1 : 0);
        for (; table.visited < end; ++table.visited)
            visit({&table.shared,
                   {rank, table.visited},
                   table.pieces[table.visited],
                   table.head.size()});
    }
    m_filled = 0;
}

void BulkRows::arrange(Table& table) const
{
    table.elsewhere.clear();
    for (const Reference& reference : table.shared.references) {
        std::vector<qint64> wanted;
        for (const Table::Place& place : table.places) { // as they stand in memory
            const char* at = table.at(place);
            for (int column = 0; column < reference.column; ++column)
                takeInserted(at);
            const InsertedValue parent = takeInserted(at);
            if (parent.type != SQLITE_INTEGER)
                continue;
            const auto id = qint64(parent.bits());
            if (wanted.empty() || wanted.back() != id) // rows of one parent follow each other
                wanted.push_back(id);
        }
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        const auto parent = std::find_if(m_tables.begin(), m_tables.end(), [&](const auto& each) {
            return each->shared.name == reference.table;
        });
        const std::vector<Table::Place>& own = (*parent)->places; // arranged before
        std::erase_if(wanted, [&](qint64 id) {
            const auto at =
                std::lower_bound(own.begin(), own.end(), id,
                                 [](const Table::Place& a, qint64 b) { return a.id < b; });
            return at != own.end() && at->id == id;
        });
        table.elsewhere.push_back(std::move(wanted));
    }
    sortById(table);
}

void BulkRows::sortById(Table& table)
{
    std::sort(table.places.begin(), table.places.end(),
              [](const Table::Place& a, const Table::Place& b) { return a.id < b.id; });
}

void BulkRows::checkElsewhere(const Table& table, sqlite3* connection)
{
    for (size_t i = 0; i < table.elsewhere.size(); ++i) {
        const Statement look(connection, "SELECT 1 FROM main.\"" +
                                             table.shared.references[i].table + "\" WHERE id = ?");
        for (const qint64 id : table.elsewhere[i]) {
            sqlite3_bind_int64(look.get(), 1, id);
            const int code = sqlite3_step(look.get());
            sqlite3_reset(look.get());
            if (code != SQLITE_ROW)
                throw SQLite::Exception("FOREIGN KEY constraint failed",
                                        SQLITE_CONSTRAINT_FOREIGNKEY);
        }
    }
}

void BulkRows::insertInto(sqlite3* connection, base::Progress& progress)
{
    constexpr int CacheWhileInserting = 32 << 10; // KiB: rows come in order, memory is left to them
    const CacheSize cache(connection, CacheWhileInserting);
    qint64 done = 0;
    base::MadeAhead<Table*> arranged([this](const base::MadeAhead<Table*>::Put& put) {
        for (const auto& table : m_tables) {
            if (table->places.empty())
                continue;
            arrange(*table);
            if (!put(table.get(), table->bytes))
                return;
        }
    });
    arranged.takeAll([&](Table* table) {
        checkElsewhere(*table, connection);
        const IndexesAside indexes(connection, table->shared.name, table->places.size(),
                                   table->bytes);
        std::string sql = "INSERT INTO main.\"" + table->shared.name + "\" VALUES (?";
        for (size_t i = 1; i < table->shared.columns.size(); ++i)
            sql += ",?";
        const Statement insert(connection, sql + ')');
        constexpr size_t RowsAhead = 8;
        for (size_t i = 0; i < table->places.size(); ++i) {
            if (++done % RowsPerCheck == 0)
                progress.check();
            if (i + RowsAhead < table->places.size())
                expectRead(table->at(table->places[i + RowsAhead]));
            const char* at = table->at(table->places[i]);
            for (int column = 0; column < int(table->shared.columns.size()); ++column)
                bind(insert.get(), column + 1, takeInserted(at));
            require(sqlite3_step(insert.get()), connection);
            require(sqlite3_reset(insert.get()), connection);
        }
        indexes.putBack();
        table->pieces = {}; // later tables look for their references among the places
    });
}

namespace {

// As SQLite's IS has it, so that 5 is 5.0.
bool holds(sqlite3_stmt* row, int column, const InsertedValue& value)
{
    const int type = sqlite3_column_type(row, column);
    switch (value.type) {
    case SQLITE_INTEGER:
        return type == SQLITE_INTEGER
                   ? quint64(sqlite3_column_int64(row, column)) == value.bits()
                   : type == SQLITE_FLOAT &&
                         sqlite3_column_double(row, column) == double(qint64(value.bits()));
    case SQLITE_FLOAT:
        return (type == SQLITE_FLOAT || type == SQLITE_INTEGER) &&
               sqlite3_column_double(row, column) == std::bit_cast<double>(value.bits());
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        if (type != value.type)
            return false;
        const void* bytes = sqlite3_column_blob(row, column); // of a text too, as it stands
        const qsizetype size = sqlite3_column_bytes(row, column);
        return size == value.bytes.size() &&
               (size == 0 || std::memcmp(bytes, value.bytes.data(), size_t(size)) == 0);
    }
    default:
        return type == SQLITE_NULL;
    }
}

bool holds(sqlite3_stmt* row, const SharedTable& table, const char* inserted)
{
    for (int column = 0; column < int(table.columns.size()); ++column)
        if (!holds(row, column, takeInserted(inserted)))
            return false;
    return true;
}

qint64 number(sqlite3* connection, const std::string& sql)
{
    const Statement statement(connection, sql);
    const int code = sqlite3_step(statement.get());
    if (code != SQLITE_ROW)
        require(code, connection);
    return sqlite3_column_int64(statement.get(), 0);
}

void run(sqlite3* connection, const std::string& sql)
{
    require(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), connection);
}

// Empties a table but for a few rows, far faster than removing all others one by one.
void keepOnly(sqlite3* connection, const std::string& table, const std::vector<qint64>& ids)
{
    if (!ids.empty()) {
        run(connection,
            "CREATE TEMP TABLE veta_rest AS SELECT * FROM main.\"" + table + "\" WHERE 0");
        const Statement take(connection, "INSERT INTO temp.veta_rest SELECT * FROM main.\"" +
                                             table + "\" WHERE id = ?");
        for (const qint64 id : ids) {
            sqlite3_bind_int64(take.get(), 1, id);
            require(sqlite3_step(take.get()), connection);
            require(sqlite3_reset(take.get()), connection);
        }
    }
    run(connection, "DELETE FROM main.\"" + table + '"');
    if (!ids.empty()) {
        run(connection,
            "INSERT INTO main.\"" + table + "\" SELECT * FROM temp.veta_rest ORDER BY id");
        run(connection, "DROP TABLE temp.veta_rest");
    }
}

} // namespace

bool BulkRows::removeFrom(sqlite3* connection, bool known, base::Progress& progress)
{
    constexpr qint64 MuchMore =
        4; // than are removed: what a table may hold and still be read whole
    constexpr int CacheWhileRemoving = 64 << 10; // KiB: rows go in order
    const CacheSize cache(connection, CacheWhileRemoving);
    qint64 done = 0;
    const auto count = [&] {
        if (++done % RowsPerCheck == 0)
            progress.check();
    };
    for (const auto& each : m_tables) {
        Table& table = *each;
        if (table.places.empty())
            continue;
        sortById(table);
        const std::string name = "main.\"" + table.shared.name + '"';
        const auto wanted = qint64(table.places.size());
        const qint64 held = number(connection, "SELECT count(*) FROM " + name);
        if (held < wanted)
            return false;
        const bool keepsFew = held - wanted <= wanted / MuchMore;
        std::vector<qint64> others;
        if (!known || (keepsFew && held > wanted)) {
            const bool readsAll = held / MuchMore <= wanted;
            const Statement rows(connection,
                                 std::string(known ? "SELECT id FROM " : "SELECT * FROM ") + name +
                                     (readsAll ? " ORDER BY id" : " WHERE id = ?"));
            size_t next = 0;
            while (next < table.places.size() || (readsAll && keepsFew)) {
                count();
                if (!readsAll) {
                    require(sqlite3_reset(rows.get()), connection);
                    sqlite3_bind_int64(rows.get(), 1, table.places[next].id);
                }
                const int code = sqlite3_step(rows.get());
                if (code == SQLITE_DONE)
                    break;
                if (code != SQLITE_ROW)
                    require(code, connection);
                const qint64 id = sqlite3_column_int64(rows.get(), 0);
                if (next == table.places.size() || id < table.places[next].id) {
                    others.push_back(id);
                    continue;
                }
                if (id != table.places[next].id ||
                    !(known || holds(rows.get(), table.shared, table.at(table.places[next]))))
                    return false;
                ++next;
            }
            if (next < table.places.size())
                return false;
        }
        if (keepsFew) {
            keepOnly(connection, table.shared.name, others);
        } else {
            const Statement remove(connection, "DELETE FROM " + name + " WHERE id = ?");
            for (const Table::Place& place : table.places) {
                count();
                sqlite3_bind_int64(remove.get(), 1, place.id);
                require(sqlite3_step(remove.get()), connection);
                require(sqlite3_reset(remove.get()), connection);
            }
        }
    }
    return true;
}

bool BulkRows::areNamed(sqlite3* connection, base::Progress& progress) const
{
    for (const auto& naming : m_tables)
        for (const Reference& reference : naming->shared.references) {
            progress.check();
            const auto named =
                std::find_if(m_tables.begin(), m_tables.end(), [&](const auto& each) {
                    return each->shared.name == reference.table;
                });
            const std::vector<Table::Place>& removed = (*named)->places; // by id
            if (removed.empty())
                continue;
            const std::string& column = naming->shared.columns[size_t(reference.column)];
            std::string sql = "SELECT DISTINCT \"";
            sql.append(column).append("\" FROM main.\"").append(naming->shared.name);
            sql.append("\" WHERE \"").append(column).append("\" IS NOT NULL");
            const Statement ids(connection, sql);
            int code = SQLITE_ROW;
            while ((code = sqlite3_step(ids.get())) == SQLITE_ROW) {
                const qint64 id = sqlite3_column_int64(ids.get(), 0);
                const auto at =
                    std::lower_bound(removed.begin(), removed.end(), id,
                                     [](const Table::Place& a, qint64 b) { return a.id < b; });
                if (at != removed.end() && at->id == id)
                    return true;
            }
            require(code, connection);
        }
    return false;
}

void BulkRows::clear()
{
    for (const auto& table : m_tables) {
        table->places = {};
        table->elsewhere = {};
        table->pieces = {};
        table->bytes = 0;
        table->visited = 0;
    }
    m_bytes = 0;
    m_filled = 0;
}

} // namespace catalogue
