// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"

#include "base/error.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <bit>
#include <cstring>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <utility>
#include <zstd.h>

namespace catalogue {

namespace {

constexpr unsigned long long LargestPieceBytes = 1ULL << 31;
constexpr int CompressionLevel = 1;

[[noreturn]] void damaged(const QString& cause)
{
    throw base::Error(Text::tr("An entry of the journal is damaged and cannot be read. Run "
                               "veta-cli verify on the file, or go on with a copy of it."),
                      cause);
}

void require(int code)
{
    if (code != SQLITE_OK)
        damaged(QString::fromLatin1(sqlite3_errstr(code)));
}

int onConflict(void* context, int conflict, sqlite3_changeset_iter* /*change*/)
{
    auto* referencesOpen = static_cast<bool*>(context);
    if (conflict != SQLITE_CHANGESET_FOREIGN_KEY || referencesOpen == nullptr)
        return SQLITE_CHANGESET_ABORT;
    *referencesOpen = true;
    return SQLITE_CHANGESET_OMIT;
}

QByteArray takeBuffer(void* buffer, int bytes)
{
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(buffer, &sqlite3_free);
    return QByteArray(static_cast<const char*>(buffer), bytes);
}

// A changeset, byte by byte (the format is described at the head of sqlite3session.c): for each
// table 'T', the number of columns, a byte a column that says whether it belongs to the key, the
// name and a zero byte; then its rows: the operation, a flag, and the old values, the new ones, or
// both.
class Reader
{
public:
    explicit Reader(const QByteArray& bytes)
        : m_begin(bytes.constData())
        , m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }

    const RawChange& row() const { return m_row; }
    qsizetype at() const { return m_at - m_begin; }

    bool next()
    {
        while (m_at != m_end && *m_at == 'T')
            readTable();
        if (m_at == m_end)
            return false;
        if (m_row.columns == 0)
            damaged(QStringLiteral("a row before the first table"));
        m_row.at = at();
        const char operation = byte();
        const char indirect = byte();
        if (indirect != 0 && indirect != 1)
            damaged(QStringLiteral("a row with an unknown flag"));
        m_row.before.clear();
        m_row.after.clear();
        switch (operation) {
        case SQLITE_INSERT:
            m_row.kind = ChangeKind::Insert;
            readWhole(m_row.after);
            break;
        case SQLITE_DELETE:
            m_row.kind = ChangeKind::Delete;
            readWhole(m_row.before);
            break;
        case SQLITE_UPDATE:
            m_row.kind = ChangeKind::Update;
            readUpdate();
            break;
        default:
            damaged(QStringLiteral("an unknown operation"));
        }
        return true;
    }

private:
    void readTable()
    {
        m_row.head = at();
        ++m_at;
        m_row.columns = int(length(2000));
        const char* key = take(m_row.columns);
        for (int i = 0; i < m_row.columns; ++i)
            if ((key[i] != 0) != (i == 0))
                damaged(QStringLiteral("a table whose key is not its first column"));
        const auto* end = static_cast<const char*>(std::memchr(m_at, 0, size_t(m_end - m_at)));
        if (end == nullptr || end == m_at || m_row.columns == 0)
            damaged(QStringLiteral("a table without name or columns"));
        m_row.table.assign(m_at, end);
        m_at = end + 1;
    }
    void readWhole(std::vector<RawValue>& values)
    {
        for (int column = 0; column < m_row.columns; ++column) {
            const RawValue value = readValue();
            if (value.isLeftOut())
                damaged(QStringLiteral("a row with a column left out"));
            values.push_back(value);
        }
        setId(values.front());
    }
    void readUpdate()
    {
        for (int column = 0; column < m_row.columns; ++column)
            m_row.before.push_back(readValue());
        setId(m_row.before.front());
        for (int column = 0; column < m_row.columns; ++column) {
            m_row.after.push_back(readValue());
            const bool expected = column > 0 && !m_row.before[size_t(column)].isLeftOut();
            if (expected == m_row.after.back().isLeftOut())
                damaged(QStringLiteral("a change without its former value"));
        }
    }
    void setId(const RawValue& value)
    {
        if (value.type != SQLITE_INTEGER)
            damaged(QStringLiteral("a row without an id"));
        m_row.id = qint64(value.bits());
    }
    RawValue readValue()
    {
        RawValue value;
        value.type = byte();
        switch (value.type) {
        case RawValue::LeftOut:
        case SQLITE_NULL:
            break;
        case SQLITE_INTEGER:
        case SQLITE_FLOAT:
            value.bytes = {take(8), 8};
            break;
        case SQLITE_TEXT:
        case SQLITE_BLOB: {
            const qsizetype size = length(m_end - m_at);
            value.bytes = {take(size), size};
            break;
        }
        default:
            damaged(QStringLiteral("a value of an unknown type"));
        }
        return value;
    }
    // SQLite's variable-length integer; our lengths need four of its at most nine bytes.
    qsizetype length(qsizetype atMost)
    {
        quint64 number = 0;
        for (int i = 0; i < 5; ++i) {
            const auto part = quint8(byte());
            number = number << 7 | (part & 0x7f);
            if ((part & 0x80) == 0) {
                if (number > quint64(atMost))
                    break;
                return qsizetype(number);
            }
        }
        damaged(QStringLiteral("a length beyond the end"));
    }
    char byte() { return *take(1); }
    const char* take(qsizetype bytes)
    {
        if (bytes > m_end - m_at)
            damaged(QStringLiteral("it ends too early"));
        return std::exchange(m_at, m_at + bytes);
    }

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    RawChange m_row;
};

void requireKnown(const RawChange& row, const SharedTable* table)
{
    if (table == nullptr || row.columns > int(table->columns.size()))
        throw base::Error(
            Text::tr("An entry of the journal speaks of a table or column of %1 that this "
                     "version does not know. Take it over with a newer Veta.")
                .arg(QString::fromStdString(row.table)));
}

} // namespace

Value RawValue::value() const
{
    switch (type) {
    case SQLITE_INTEGER:
        return qint64(bits());
    case SQLITE_FLOAT:
        return std::bit_cast<double>(bits());
    case SQLITE_TEXT:
        return std::string(bytes.data(), size_t(bytes.size()));
    case SQLITE_BLOB:
        return QByteArray(bytes.data(), bytes.size());
    default:
        return Value();
    }
}

bool RawValue::isInteger(qint64 number) const
{
    return type == SQLITE_INTEGER && qint64(bits()) == number;
}

RowChange RawChange::taken() const
{
    RowChange change;
    change.table = table;
    change.kind = kind;
    change.id = id;
    for (int column = 0; column < columns; ++column) {
        CellChange cell;
        cell.column = column;
        const auto place = size_t(column);
        if (kind == ChangeKind::Update && (column == 0 || before[place].isLeftOut()))
            continue;
        if (kind != ChangeKind::Insert)
            cell.before = before[place].value();
        if (kind != ChangeKind::Delete)
            cell.after = after[place].value();
        change.cells.push_back(std::move(cell));
    }
    return change;
}

void forEachRawChange(const QByteArray& changeset,
                      const std::function<void(const RawChange&)>& visit)
{
    Reader reader(changeset);
    while (reader.next())
        visit(reader.row());
}

void forEachChange(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit)
{
    Reader reader(changeset);
    while (reader.next())
        visit(reader.row().taken());
}

void requireFits(const QByteArray& changeset, const SharedSchema& schema)
{
    Reader reader(changeset);
    qsizetype head = -1;
    while (reader.next())
        if (std::exchange(head, reader.row().head) != reader.row().head)
            requireKnown(reader.row(), schema.find(reader.row().table));
}

std::optional<std::vector<InsertedRows>> insertedRows(const QByteArray& changeset,
                                                      const SharedSchema& schema)
{
    std::vector<InsertedRows> found;
    bool onlyInserts = true;
    Reader reader(changeset);
    while (reader.next()) {
        const RawChange& row = reader.row();
        if (found.empty() || found.back().begin != row.head) {
            const SharedTable* table = schema.find(row.table);
            requireKnown(row, table);
            onlyInserts = onlyInserts && row.columns == int(table->columns.size());
            found.push_back({table, row.head, row.at, row.at, {}});
        }
        onlyInserts = onlyInserts && row.kind == ChangeKind::Insert;
        if (onlyInserts)
            found.back().rows.push_back({row.id, row.at});
        found.back().end = reader.at();
    }
    if (!onlyInserts)
        return std::nullopt;
    return found;
}

QByteArray inverse(const QByteArray& changeset)
{
    int bytes = 0;
    void* buffer = nullptr;
    require(sqlite3changeset_invert(int(changeset.size()), changeset.constData(), &bytes, &buffer));
    return takeBuffer(buffer, bytes);
}

bool applyExactly(sqlite3* connection, const QByteArray& changeset, bool* referencesOpen)
{
    const int code = sqlite3changeset_apply(connection, int(changeset.size()),
                                            const_cast<char*>(changeset.constData()), nullptr,
                                            onConflict, referencesOpen);
    if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
        return false;
    if (code == SQLITE_CORRUPT || code == SQLITE_SCHEMA || code == SQLITE_MISUSE)
        require(code);
    if (code != SQLITE_OK)
        throw base::Error(Text::tr("The change could not be written. Check that the "
                                   "disk has space and is still there."),
                          QString::fromUtf8(sqlite3_errmsg(connection)));
    return true;
}

Session::Session(sqlite3* connection, const SharedSchema& schema)
{
    require(sqlite3session_create(connection, "main", &m_session));
    for (const SharedTable& table : schema.tables())
        require(sqlite3session_attach(m_session, table.name.c_str()));
}

Session::~Session()
{
    sqlite3session_delete(m_session);
}

bool Session::isEmpty() const
{
    return sqlite3session_isempty(m_session) != 0;
}

qint64 Session::memoryBytes() const
{
    return sqlite3session_memory_used(m_session);
}

QByteArray Session::changeset() const
{
    int bytes = 0;
    void* buffer = nullptr;
    require(sqlite3session_changeset(m_session, &bytes, &buffer));
    return takeBuffer(buffer, bytes);
}

void Session::addDifferenceFrom(const char* from, const SharedSchema& schema)
{
    for (const SharedTable& table : schema.tables()) {
        char* message = nullptr;
        const int code = sqlite3session_diff(m_session, from, table.name.c_str(), &message);
        const std::unique_ptr<char, decltype(&sqlite3_free)> owner(message, &sqlite3_free);
        if (code != SQLITE_OK)
            damaged(QString::fromUtf8(message != nullptr ? message : sqlite3_errstr(code)));
    }
}

void Session::enable(bool on)
{
    sqlite3session_enable(m_session, on ? 1 : 0);
}

QByteArray compressed(const QByteArray& bytes)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t written = ZSTD_compress(out.data(), size_t(out.size()), bytes.constData(),
                                         size_t(bytes.size()), CompressionLevel);
    if (ZSTD_isError(written) != 0)
        damaged(QString::fromLatin1(ZSTD_getErrorName(written)));
    out.truncate(qsizetype(written));
    return out;
}

QByteArray decompressed(const QByteArray& bytes)
{
    const unsigned long long size =
        ZSTD_getFrameContentSize(bytes.constData(), size_t(bytes.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
        size > LargestPieceBytes)
        damaged(QStringLiteral("not a zstd frame of known size"));
    QByteArray out(qsizetype(size), Qt::Uninitialized);
    const size_t written =
        ZSTD_decompress(out.data(), size_t(out.size()), bytes.constData(), size_t(bytes.size()));
    if (ZSTD_isError(written) != 0 || written != size)
        damaged(QStringLiteral("the zstd frame is damaged"));
    return out;
}

} // namespace catalogue
