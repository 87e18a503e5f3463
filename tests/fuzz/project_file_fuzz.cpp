// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/project_file.h"
#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace {

// A project file as it should be, on which the input is laid as patches of four bytes of place,
// one of length, and what stands there; an input that is a database by itself is taken whole.
QByteArray patched(const QByteArray& given, QByteArray whole)
{
    if (given.startsWith("SQLite format 3"))
        return given;
    for (qsizetype at = 0; at + 5 < given.size();) {
        quint32 place = 0;
        for (qsizetype i = 0; i < 4; ++i)
            place = place << 8 | quint8(given[at + i]);
        const qsizetype length = std::min<qsizetype>(quint8(given[at + 4]), given.size() - at - 5);
        place %= quint32(whole.size());
        whole.replace(place, std::min<qsizetype>(length, whole.size() - place),
                      given.sliced(at + 5, std::min<qsizetype>(length, whole.size() - place)));
        at += 5 + length;
    }
    return whole;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const fuzz::Scratch scratch;
    static const QByteArray whole = [] {
        qputenv("XDG_CACHE_HOME", scratch.path(QStringLiteral("cache")).toUtf8());
        const QString path = scratch.path(QStringLiteral("whole.veta.gpkg"));
        catalogue::ProjectFile::create(path, QStringLiteral("T"),
                                       {QStringLiteral("MX"), QStringLiteral("Ana")});
        QFile file(path);
        fuzz::require(file.open(QIODevice::ReadOnly), "a project file can be made");
        return file.readAll();
    }();
    const QByteArray bytes = patched(fuzz::bytesOf(data, size), whole);
    const QString path = scratch.write(QStringLiteral("a.veta.gpkg"), bytes);
    fuzz::guarded([&] {
        base::Progress progress;
        const auto file =
            catalogue::ProjectFile::open(path, catalogue::OpenMode::ReadOnly, progress);
        file->info();
        file->history();
        file->verify(progress);
        file->conflicts();
    });
    QFile file(path);
    fuzz::require(file.open(QIODevice::ReadOnly) && file.readAll() == bytes,
                  "opening a file for reading does not change it");
    return 0;
}
