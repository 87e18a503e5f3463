// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_mapping.h"
#include "geo/crs_proposal.h"

namespace base {
class Progress;
}

namespace catalogue {

struct Source;

// Whether positions are mapped that neither the mapping nor a column says the CRS of.
bool lacksCrs(const ImportMapping& mapping);

// Of a mapping what says where its rows lie, but for the CRS: where it is the same, the same is
// known of the CRS.
ImportMapping placesOnly(const ImportMapping& mapping);

// What may be answered where a person is asked for the CRS of a table's positions; with a column of
// UTM zones, for their datum.
struct ImportCrsQuestion
{
    geo::CrsEvidence evidence; // in degrees where the table states the UTM zones
    geo::CrsProposal proposal;
};
// `path`: of the file the table is in. Looks at some thousand of its first 100,000 rows, and takes
// some tenths of a second. Throws base::Error, base::Cancelled.
ImportCrsQuestion askForCrs(const QString& path, const ImportTable& table,
                            const ImportMapping& mapping, base::Language language,
                            base::Progress& progress);

// What was said for tables with the same columns, read in the same way; nothing where they differ.
struct EarlierCrs
{
    QString crs;
    QString fileName;
};
std::optional<EarlierCrs> crsSaidBefore(const std::vector<Source>& sources,
                                        const ImportTable& table, const ImportMapping& mapping);

} // namespace catalogue
