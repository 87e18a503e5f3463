// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What the fuzz targets share. A target gives the program bytes as a stranger might; it may refuse
// them by base::Error, and nothing else.
namespace fuzz {

// Ends the program as a crash does, so that libFuzzer keeps the input.
inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline QByteArray bytesOf(const uint8_t* data, size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(data), qsizetype(size));
}

// Lets it refuse.
template <typename Work>
void guarded(Work&& work)
{
    try {
        work();
    } catch (const base::Error& error) {
        require(!error.message().isEmpty(), "an error says something");
    }
}

// A file in memory, for readers that take a path. One a program; written anew for each input.
class Scratch
{
public:
    Scratch()
        : m_folder(QStringLiteral("/dev/shm/veta-fuzz-XXXXXX"))
    {
        require(m_folder.isValid(), "a folder can be made in /dev/shm");
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
                "the scratch file can be written");
        return file.fileName();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace fuzz
