// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "catalogue/import_mapping.h"
#include "catalogue/import_table.h"
#include "catalogue/project_file.h"
#include "catalogue/site_store.h"
#include "geo/operation.h"

namespace catalogue {

// What an import does, or did, row by row. rows = imported + setAside.size() + alreadyThere.
struct ImportOutcome
{
    base::Id source = 0; // its row in sources
    qint64 rows = 0;
    qint64 imported = 0;
    qint64 withoutPosition = 0;     // of those imported
    qint64 alreadyThere = 0;        // records of the same file that an earlier import took
    qint64 mended = 0;              // of those imported: rows an earlier import had set aside
    std::vector<SetAside> setAside; // in order of lines
    std::vector<base::Issue> issues;

    // How positions of one coordinate system went to WGS 84: one pinned operation for all of them.
    struct System
    {
        QString crs; // as kept in the project file
        QString name;
        qint64 rows = 0;
        geo::OperationInfo operation;
    };
    std::vector<System> systems;

    // The first rows that would be imported, as they are understood.
    struct Preview
    {
        qint64 line = 0;
        Site site;
        std::vector<SiteCommodity> commodities;
        std::optional<Estimate> estimate;
    };
    std::vector<Preview> preview;
};

// Reads every row as importSites() would and writes nothing. Throws base::Error, base::Cancelled.
ImportOutcome planImport(const ImportTable& table, const ImportMapping& mapping,
                         base::Progress& progress);

// Imports a table of sites: one transaction, one entry of the journal; cancelled means unchanged.
// The file becomes a source with its digest and the mapping as it was applied; each row is kept as
// it came as a record, whose id is a hash of source and record key, so that two copies that import
// the same file get the same rows. A row that cannot be understood is kept too, set aside with its
// reason. A row without a position is a site without a position.
ImportOutcome importSites(ProjectFile& file, const Author& author, const ImportTable& table,
                          const ImportMapping& mapping, base::Progress& progress);
// The same within an edit that is open (the window's). `sentence()` is the entry's.
ImportOutcome importSites(Edit& edit, const ImportTable& table, const ImportMapping& mapping,
                          base::Progress& progress);
Sentence importSentence(const ImportTable& table);

// The rows set aside as CSV, to be mended and imported again: the file's own columns, then
// veta_line, veta_column, veta_value, veta_reason (in the program's language), and veta_source and
// veta_set_aside, by which the import knows the mended row again: it takes the place of the one set
// aside, with the ids it would have had.
QByteArray setAsideCsv(const std::vector<QString>& columns, const std::vector<SetAside>& rows);

} // namespace catalogue
