// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs.h"
#include "geo/place_text.h"
#include "geo/source_crs.h"
#include "tests/fuzz/fuzz.h"

// What a file or a column says of its CRS.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    geo::hasUnreadableCrs(bytes);
    // A mere name is searched for in PROJ's tables, for a third of a second.
    if (!bytes.contains('[') && !bytes.contains('=') && !bytes.startsWith('{'))
        return 0;
    fuzz::guarded([&] {
        const geo::Crs crs = geo::Crs::fromText(QString::fromUtf8(bytes));
        crs.metresPerUnit();
        crs.turn();
        crs.areaOfUse();
        fuzz::require(geo::Crs::fromText(crs.toText()) == crs, "a CRS comes back from its text");
    });
    return 0;
}
