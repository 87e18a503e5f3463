// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include "base/digest.h"

#include <QVarLengthArray>
#include <QtEndian>
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
    QVarLengthArray<char, 512> bytes;
    for (const QByteArrayView part : parts) {
        bytes.append(part.data(), part.size());
        bytes.append('\0');
    }
    const Id id = Id(qFromBigEndian<quint64>(sha256(bytes).constData()) >> 11);
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
