// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include "base/error.h"
#include "base/progress.h"

#include <QCoreApplication>
#include <QFile>
#include <sodium.h>

namespace base {

struct Sha256::State
{
    crypto_hash_sha256_state state;
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    crypto_hash_sha256_init(&m_state->state);
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    crypto_hash_sha256_update(&m_state->state, reinterpret_cast<const unsigned char*>(bytes.data()),
                              static_cast<unsigned long long>(bytes.size()));
}

QByteArray Sha256::result()
{
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&m_state->state, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

QByteArray sha256(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

QString sha256OfFile(const QString& path, Progress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("Base", "%1 cannot be read. Check that the file "
                                                        "exists and that you may open it.")
                        .arg(path),
                    file.errorString());
    Sha256 hash;
    constexpr qint64 BlockBytes = qint64(1) << 20;
    QByteArray block(BlockBytes, Qt::Uninitialized);
    for (;;) {
        progress.check();
        const qint64 read = file.read(block.data(), BlockBytes);
        if (read < 0)
            throw Error(QCoreApplication::translate("Base",
                                                    "Reading %1 stopped part-way. Check the "
                                                    "disk or the network drive it is on.")
                            .arg(path),
                        file.errorString());
        if (read == 0)
            break;
        hash.add(QByteArrayView(block.constData(), read));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace base
