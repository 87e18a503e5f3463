// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include "base/digest.h"

#include <sodium.h>

namespace base {

Id randomId()
{
    for (;;) {
        quint64 bits = 0;
        randombytes_buf(&bits, sizeof bits);
        const Id id = Id(bits >> 11);
        if (id != 0)
            return id;
    }
}

Id hashedId(std::initializer_list<QByteArrayView> parts)
{
    Sha256 hash;
    for (const QByteArrayView part : parts) {
        hash.add(part);
        hash.add(QByteArrayView("\0", 1));
    }
    const QByteArray digest = hash.result();
    quint64 bits = 0;
    for (int i = 0; i < 8; ++i)
        bits = (bits << 8) | quint8(digest[i]);
    const Id id = Id(bits >> 11);
    return id != 0 ? id : 1;
}

QByteArray idBytes(Id id)
{
    return QByteArray::number(id);
}

QString randomToken()
{
    QByteArray bytes(16, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace base
