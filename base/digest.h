// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <memory>

namespace base {

class Progress;

// SHA-256 (FIPS 180-4), the only digest shown anywhere in the program: what `sha256sum` prints.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    void add(QByteArrayView bytes);
    QByteArray result(); // 32 bytes; begin() before more is added
    void begin();        // anew

private:
    struct State;
    std::unique_ptr<State> m_state;
};

QByteArray sha256(QByteArrayView bytes);

// Hexadecimal SHA-256 of a file's bytes. Throws Error naming the file if it cannot be read.
QString sha256OfFile(const QString& path, Progress& progress);

} // namespace base
