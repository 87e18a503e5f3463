// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"
#include "catalogue/schema.h"
#include "tests/fuzz/fuzz.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace {

struct Tables
{
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    catalogue::SharedSchema schema = made(database);

    static catalogue::SharedSchema made(SQLite::Database& database)
    {
        catalogue::createSharedTables(database);
        return catalogue::SharedSchema(database);
    }
};

} // namespace

// A changeset of a stranger's journal, or one compressed: read, fitted, applied, turned round.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static Tables tables;
    const QByteArray given = fuzz::bytesOf(data, size);
    QByteArray changeset = given;
    fuzz::guarded([&] { changeset = catalogue::decompressed(given); });
    fuzz::guarded([&] { catalogue::forEachChange(changeset, [](const catalogue::RowChange&) {}); });
    fuzz::guarded([&] {
        catalogue::requireFits(changeset, tables.schema);
        catalogue::inverse(changeset);
        const SQLite::Transaction undone(tables.database);
        catalogue::applyExactly(tables.database.getHandle(), changeset);
    });
    return 0;
}
