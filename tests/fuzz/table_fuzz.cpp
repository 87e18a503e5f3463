// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_import.h"
#include "tests/fuzz/fuzz.h"

// A table of text as veta-cli import --dry-run takes it: header, proposal, positions, figures.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const fuzz::Scratch scratch;
    const QString path = scratch.write(QStringLiteral("t.csv"), fuzz::bytesOf(data, size));
    fuzz::guarded([&] {
        base::Progress progress;
        const auto table = std::make_shared<const catalogue::ImportTable>(
            catalogue::ImportTable::open(path, {}, progress));
        for (const catalogue::ImportProposal& proposal : catalogue::proposeImport(*table)) {
            catalogue::ImportMapping mapping = proposal.mapping;
            const QByteArray json = catalogue::toJson(mapping);
            fuzz::require(catalogue::toJson(catalogue::importMappingFromJson(json)) == json,
                          "a mapping comes back from its JSON");
            if (mapping.crs.isEmpty())
                mapping.crs = QStringLiteral("EPSG:4326");
            fuzz::guarded([&] {
                const catalogue::ImportOutcome outcome = catalogue::planImport(
                    catalogue::importSteps(path, table, mapping, progress), {}, progress);
                fuzz::require(outcome.rows == outcome.imported + outcome.attached +
                                                  qint64(outcome.setAside.size()) +
                                                  outcome.alreadyThere,
                              "every row is accounted for");
                for (const QPointF& point : outcome.points)
                    fuzz::require(std::abs(point.x()) <= 180 && std::abs(point.y()) <= 90,
                                  "a site lies on the earth");
                catalogue::setAsideCsv(table->columns(), outcome.setAside);
            });
        }
    });
    return 0;
}
