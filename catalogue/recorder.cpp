// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/recorder.h"

#include "catalogue/bulk_rows.h"

#include <QThread>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

namespace catalogue {

Recorder::Recorder(SQLite::Database& database, const SharedSchema& schema, QString copyId,
                   qint64 number)
    : m_database(database)
    , m_schema(schema)
    , m_copyId(std::move(copyId))
    , m_number(number)
    , m_session(std::make_unique<Session>(database.getHandle(), schema))
    , m_contents(schema)
{
}

void Recorder::flush()
{
    if (m_session->isEmpty())
        return;
    const QByteArray changeset = m_session->changeset();
    m_session = std::make_unique<Session>(m_database.getHandle(), m_schema);
    if (changeset.isEmpty())
        return;
    m_digest.apply(changeset, m_schema);
    m_kept.finish(); // which notes contents as well
    m_contents.note(changeset);
    addPiece({base::sha256(changeset), compressed(changeset)});
}

void Recorder::insert(BulkRows& rows, base::Progress& progress)
{
    if (rows.isEmpty())
        return;
    flush();
    rows.forEachNewPiece(BulkRows::Pieces::All,
                         [this](const BulkRows::Piece& piece) { m_kept.add(piece); });
    const SessionPause pause(*m_session);
    rows.insertInto(m_database.getHandle(), progress);
    m_kept.finish();
    rows.clear();
    for (const KeptPieces::Kept& piece : m_kept.take(m_digest))
        addPiece(piece);
}

void Recorder::workAhead(BulkRows& rows)
{
    static const bool hasSpareCore = QThread::idealThreadCount() > 2;
    if (!hasSpareCore)
        return;
    rows.forEachNewPiece(BulkRows::Pieces::Filled,
                         [this](const BulkRows::Piece& piece) { m_kept.add(piece); });
}

bool Recorder::remove(BulkRows& rows, base::Progress& progress)
{
    if (rows.isEmpty())
        return true;
    flush();
    rows.forEachNewPiece(BulkRows::Pieces::All, [this](const BulkRows::Piece& piece) {
        m_kept.add(piece, KeptPieces::Way::Remove);
    });
    const bool removed = removeFrom(rows, false, progress);
    m_kept.finish();
    std::vector<KeptPieces::Kept> pieces = m_kept.take(m_digest);
    std::reverse(pieces.begin(), pieces.end()); // what names others goes first
    for (const KeptPieces::Kept& piece : pieces)
        addPiece(piece);
    return removed;
}

bool Recorder::removeKnown(BulkRows& rows, base::Progress& progress)
{
    rows.forEachTable([this](const SharedTable& table) { m_contents.noteTable(table); });
    return removeFrom(rows, true, progress);
}

bool Recorder::removeFrom(BulkRows& rows, bool known, base::Progress& progress)
{
    m_session.reset(); // while one lives, SQLite empties a table row by row
    const bool removed = rows.removeFrom(m_database.getHandle(), known, progress);
    m_session = std::make_unique<Session>(m_database.getHandle(), m_schema);
    return removed;
}

void Recorder::addPiece(const KeptPieces::Kept& piece)
{
    m_payload.addSha256(piece.sha256);
    SQLite::Statement insert(m_database, "INSERT INTO veta_entry_piece VALUES (?, ?, ?, ?)");
    insert.bind(1, m_copyId.toStdString());
    insert.bind(2, int64_t(m_number));
    insert.bind(3, m_pieces++);
    insert.bind(4, piece.compressed.constData(), int(piece.compressed.size()));
    insert.exec();
}

} // namespace catalogue
