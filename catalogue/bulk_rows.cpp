// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/bulk_rows.h"

#include "base/made_ahead.h"
#include "base/os.h"
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
