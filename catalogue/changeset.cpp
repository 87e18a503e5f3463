// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"

#include "base/error.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <memory>
#include <sqlite3.h>
#include <zstd.h>

namespace catalogue {

namespace {

constexpr unsigned long long LargestPieceBytes = 1ULL << 31;
constexpr int CompressionLevel = 3;

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

struct FinalizeIterator
{
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};
using Iterator = std::unique_ptr<sqlite3_changeset_iter, FinalizeIterator>;

int abortOnConflict(void* /*context*/, int /*conflict*/, sqlite3_changeset_iter* /*change*/)
{
    return SQLITE_CHANGESET_ABORT;
}

QByteArray takeBuffer(void* buffer, int bytes)
{
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(buffer, &sqlite3_free);
    return QByteArray(static_cast<const char*>(buffer), bytes);
}

RowChange readRow(sqlite3_changeset_iter* iterator)
{
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    require(sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect));
    RowChange row;
    row.table = table;
    row.kind = operation == SQLITE_INSERT   ? ChangeKind::Insert
               : operation == SQLITE_DELETE ? ChangeKind::Delete
                                            : ChangeKind::Update;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value* before = nullptr;
        sqlite3_value* after = nullptr;
        if (row.kind != ChangeKind::Insert)
            require(sqlite3changeset_old(iterator, column, &before));
        if (row.kind != ChangeKind::Delete)
            require(sqlite3changeset_new(iterator, column, &after));
        if (column == 0) {
            sqlite3_value* id = row.kind == ChangeKind::Insert ? after : before;
            if (id == nullptr || sqlite3_value_type(id) != SQLITE_INTEGER)
                damaged(QStringLiteral("a row without an id in %1").arg(QString::fromUtf8(table)));
            row.id = sqlite3_value_int64(id);
        }
        const bool changed = row.kind == ChangeKind::Update ? after != nullptr : true;
        if (!changed)
            continue;
        CellChange cell;
        cell.column = column;
        if (before != nullptr)
            cell.before = valueOf(before);
        if (after != nullptr)
            cell.after = valueOf(after);
        row.cells.push_back(std::move(cell));
    }
    return row;
}

} // namespace

void forEachChange(const QByteArray& changeset, const std::function<void(const RowChange&)>& visit)
{
    sqlite3_changeset_iter* raw = nullptr;
    require(sqlite3changeset_start(&raw, int(changeset.size()),
                                   const_cast<char*>(changeset.constData())));
    const Iterator iterator(raw);
    for (;;) {
        const int code = sqlite3changeset_next(raw);
        if (code == SQLITE_DONE)
            return;
        if (code != SQLITE_ROW)
            damaged(QString::fromLatin1(sqlite3_errstr(code)));
        visit(readRow(raw));
    }
}

QByteArray inverse(const QByteArray& changeset)
{
    int bytes = 0;
    void* buffer = nullptr;
    require(sqlite3changeset_invert(int(changeset.size()), changeset.constData(), &bytes, &buffer));
    return takeBuffer(buffer, bytes);
}

bool applyExactly(sqlite3* connection, const QByteArray& changeset)
{
    const int code = sqlite3changeset_apply(connection, int(changeset.size()),
                                            const_cast<char*>(changeset.constData()), nullptr,
                                            abortOnConflict, nullptr);
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
