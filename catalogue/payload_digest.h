// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.h"

#include <QByteArray>
#include <QString>

namespace catalogue {

// SHA-256 over the SHA-256 of each uncompressed piece of an entry.
class PayloadDigest
{
public:
    void add(const QByteArray& piece) { m_digests += base::sha256(piece); }
    void addSha256(const QByteArray& ofPiece) { m_digests += ofPiece; }
    QString text() const { return QString::fromLatin1(base::sha256(m_digests).toHex()); }

private:
    QByteArray m_digests;
};

} // namespace catalogue
