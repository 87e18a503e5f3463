// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include "base/error.h"
#include "base/progress.h"

#include <QCoreApplication>
#include <QFile>
#include <new>
#include <openssl/evp.h>

namespace base {

namespace {

// Found once: finding it takes longer than the digest of a short text.
const EVP_MD* algorithm()
{
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found;
}

struct FreeContext
{
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

} // namespace

struct Sha256::State
{
    std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    begin();
}

Sha256::~Sha256() = default;

void Sha256::begin()
{
    if (EVP_DigestInit_ex2(m_state->context.get(), algorithm(), nullptr) != 1)
        throw std::bad_alloc(); // the only way in which a digest of bytes in memory can fail
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), size_t(bytes.size()));
}

QByteArray Sha256::result()
{
    constexpr qsizetype DigestBytes = 32;
    QByteArray digest(DigestBytes, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char*>(digest.data()),
                       nullptr);
    return digest;
}

QByteArray sha256(QByteArrayView bytes)
{
    static thread_local Sha256 hash;
    hash.begin();
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
