// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"

#include "base/error.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <QtEndian>
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
        : m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }

    const std::string& table() const { return m_row.table; }
    int columns() const { return m_columns; }
    const RowChange& row() const { return m_row; }

    bool next()
    {
        while (m_at != m_end && *m_at == 'T')
            readTable();
        if (m_at == m_end)
            return false;
        if (m_columns == 0)
            damaged(QStringLiteral("a row before the first table"));
        const char operation = byte();
        const char indirect = byte();
        if (indirect != 0 && indirect != 1)
            damaged(QStringLiteral("a row with an unknown flag"));
        m_row.cells.clear();
        switch (operation) {
        case SQLITE_INSERT:
            m_row.kind = ChangeKind::Insert;
            break;
        case SQLITE_DELETE:
            m_row.kind = ChangeKind::Delete;
            break;
        case SQLITE_UPDATE:
            m_row.kind = ChangeKind::Update;
            break;
        default:
            damaged(QStringLiteral("an unknown operation"));
        }
        if (m_row.kind == ChangeKind::Update)
            readUpdate();
        else
            readWhole();
        return true;
    }

private:
    void readTable()
    {
        ++m_at;
        m_columns = int(length(2000));
        const char* key = take(m_columns);
        for (int i = 0; i < m_columns; ++i)
            if ((key[i] != 0) != (i == 0))
                damaged(QStringLiteral("a table whose key is not its first column"));
        const auto* end = static_cast<const char*>(std::memchr(m_at, 0, size_t(m_end - m_at)));
        if (end == nullptr || end == m_at || m_columns == 0)
            damaged(QStringLiteral("a table without name or columns"));
        m_row.table.assign(m_at, end);
        m_at = end + 1;
    }
    void readWhole()
    {
        const bool inserted = m_row.kind == ChangeKind::Insert;
        for (int column = 0; column < m_columns; ++column) {
            std::optional<Value> value = readValue();
            if (!value)
                damaged(QStringLiteral("a row with a column left out"));
            if (column == 0)
                setId(*value);
            CellChange cell;
            cell.column = column;
            (inserted ? cell.after : cell.before) = std::move(*value);
            m_row.cells.push_back(std::move(cell));
        }
    }
    void readUpdate()
    {
        for (int column = 0; column < m_columns; ++column) {
            std::optional<Value> value = readValue();
            if (column == 0)
                setId(value.value_or(Value()));
            else if (value)
                m_row.cells.push_back({column, std::move(*value), {}});
        }
        size_t changed = 0;
        for (int column = 0; column < m_columns; ++column) {
            std::optional<Value> value = readValue();
            const bool expected =
                changed < m_row.cells.size() && m_row.cells[changed].column == column;
            if (expected != value.has_value())
                damaged(QStringLiteral("a change without its former value"));
            if (value)
                m_row.cells[changed++].after = std::move(*value);
        }
    }
    void setId(const Value& value)
    {
        if (const auto* id = std::get_if<qint64>(&value))
            m_row.id = *id;
        else
            damaged(QStringLiteral("a row without an id"));
    }
    std::optional<Value> readValue()
    {
        switch (byte()) {
        case 0:
            return std::nullopt;
        case SQLITE_INTEGER:
            return qFromBigEndian<qint64>(take(8));
        case SQLITE_FLOAT: {
            const auto bits = qFromBigEndian<quint64>(take(8));
            double number = 0;
            std::memcpy(&number, &bits, sizeof number);
            return number;
        }
        case SQLITE_TEXT: {
            const qsizetype size = length(m_end - m_at);
            return std::string(take(size), size_t(size));
        }
        case SQLITE_BLOB: {
            const qsizetype size = length(m_end - m_at);
            return QByteArray(take(size), size);
        }
        case SQLITE_NULL:
            return Value();
        default:
            damaged(QStringLiteral("a value of an unknown type"));
        }
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

    const char* m_at;
    const char* m_end;
    int m_columns = 0;
    RowChange m_row;
};

} // namespace

void forEachChange(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit)
{
    Reader reader(changeset);
    while (reader.next())
        visit(reader.row());
}

void requireFits(const QByteArray& changeset, const SharedSchema& schema)
{
    Reader reader(changeset);
    std::string current;
    while (reader.next()) {
        if (reader.table() == current)
            continue;
        current = reader.table();
        const SharedTable* table = schema.find(current);
        if (table == nullptr || reader.columns() > int(table->columns.size()))
            throw base::Error(
                Text::tr("An entry of the journal speaks of a table or column of %1 that this "
                         "version does not know. Take it over with a newer Veta.")
                    .arg(QString::fromStdString(current)));
    }
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
