// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/kept_pieces.h"

#include "base/digest.h"
#include "catalogue/changeset.h"
#include "catalogue/changeset_bytes.h"
#include "catalogue/gpkg_contents.h"

#include <utility>

namespace catalogue {

void makeRemoving(const SharedTable& table, QByteArray& changeset, qsizetype firstRow,
                  qsizetype end)
{
    char* bytes = changeset.data();
    const char* at = bytes + firstRow;
    while (at != bytes + end) {
        bytes[at - bytes] = SQLITE_DELETE;
        at += 2;
        for (size_t column = 0; column < table.columns.size(); ++column)
            takeInserted(at);
    }
}

KeptPieces::KeptPieces(GpkgContents& contents)
    : m_contents(contents)
{
    m_thread.setMaxThreadCount(1);
}

KeptPieces::~KeptPieces()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void KeptPieces::add(const BulkRows::Piece& piece, Way way)
{
    m_thread.start([this, piece, way] {
        try {
            if (m_failure == nullptr)
                keep(piece, way);
        } catch (...) {
            m_failure = std::current_exception();
        }
    });
}

void KeptPieces::keep(const BulkRows::Piece& piece, Way way)
{
    const QByteArrayView rows = QByteArrayView(piece.changeset).sliced(piece.firstRow);
    CanonicalDigest digest;
    digest.addInserts(*piece.table, rows);
    m_contents.noteInserts(*piece.table, rows);
    QByteArray changeset = piece.changeset;
    if (way == Way::Insert) {
        m_digest.add(digest);
    } else {
        m_digest.remove(digest);
        makeRemoving(*piece.table, changeset, piece.firstRow, changeset.size());
    }
    m_kept.emplace(piece.place, Kept{base::sha256(changeset), compressed(changeset)});
}

void KeptPieces::finish()
{
    m_thread.waitForDone();
    if (m_failure != nullptr)
        std::rethrow_exception(m_failure);
}

std::vector<KeptPieces::Kept> KeptPieces::take(CanonicalDigest& digest)
{
    digest.add(std::exchange(m_digest, {}));
    std::vector<Kept> taken;
    for (auto& [place, kept] : std::exchange(m_kept, {}))
        taken.push_back(std::move(kept));
    return taken;
}

} // namespace catalogue
