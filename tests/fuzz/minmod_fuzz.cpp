// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/minmod_json.h"
#include "catalogue/table_rows.h"
#include "tests/fuzz/fuzz.h"

// Mineral sites in JSON.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const fuzz::Scratch scratch;
    const QString path = scratch.write(QStringLiteral("sites.json"), fuzz::bytesOf(data, size));
    fuzz::guarded([&] {
        base::Progress progress;
        catalogue::isMinmodJson(path);
        const catalogue::MinmodTables tables = catalogue::readMinmodJson(path, progress);
        const auto check = [&](const catalogue::KeptRows& rows, qsizetype columns) {
            rows.forEach(progress, [&](const catalogue::TableRows::Row& row) {
                fuzz::require(qsizetype(row.fields.size()) == columns, "a row has every column");
                return true;
            });
        };
        check(*tables.sites, catalogue::minmodSiteColumns().size());
        check(*tables.inventory, catalogue::minmodInventoryColumns().size());
    });
    return 0;
}
