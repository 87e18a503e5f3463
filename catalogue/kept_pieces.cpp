// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/kept_pieces.h"

#include "base/digest.h"
#include "catalogue/changeset.h"
#include "catalogue/gpkg_contents.h"

#include <utility>

namespace catalogue {

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

void KeptPieces::add(const BulkRows::Piece& piece)
{
    m_thread.start([this, piece] {
        try {
            if (m_failure == nullptr)
                keep(piece);
        } catch (...) {
            m_failure = std::current_exception();
        }
    });
}

void KeptPieces::keep(const BulkRows::Piece& piece)
{
    const QByteArrayView rows = QByteArrayView(piece.changeset).sliced(piece.firstRow);
    m_digest.addInserts(*piece.table, rows);
    m_contents.noteInserts(*piece.table, rows);
    m_kept.emplace(piece.place, Kept{base::sha256(piece.changeset), compressed(piece.changeset)});
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
