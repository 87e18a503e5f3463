// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/table_source.h"
#include "tests/fuzz/fuzz.h"

// First byte: the ending. The rest: a workbook or dBase table, as GDAL reads it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const fuzz::Scratch scratch;
    if (size == 0)
        return 0;
    static const char* const names[] = {"t.xlsx", "t.ods", "t.dbf"};
    const QString path = scratch.write(QString::fromLatin1(names[data[0] % std::size(names)]),
                                       fuzz::bytesOf(data + 1, size - 1));
    fuzz::guarded([&] {
        for (const geo::TableInfo& table : geo::TableSource::listTables(path)) {
            geo::TableSource source = geo::TableSource::open(path, table.name);
            base::Progress progress;
            qint64 rows = 0;
            source.forEachRow(progress, [&](qint64, geo::TableSource::Fields, const auto&) {
                return ++rows < 1000;
            });
        }
    });
    QFile::remove(path);
    return 0;
}
