// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/late_digest.h"

#include "base/digest.h"

#include <utility>

namespace catalogue {

LateDigest::LateDigest(const QString& known)
{
    m_promise.set_value(known);
}

LateDigest::LateDigest(QByteArray bytes)
    : m_thread([this, bytes = std::move(bytes)]() mutable {
        constexpr qsizetype BlockBytes = 1 << 20;
        base::Sha256 hash;
        for (qsizetype at = 0; at < bytes.size() && !m_isUnwanted; at += BlockBytes)
            hash.add(QByteArrayView(bytes).sliced(at, std::min(BlockBytes, bytes.size() - at)));
        bytes = {};
        m_promise.set_value(QString::fromLatin1(hash.result().toHex()));
    })
{
}

LateDigest::~LateDigest()
{
    m_isUnwanted = true;
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace catalogue
