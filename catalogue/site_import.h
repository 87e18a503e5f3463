// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "catalogue/import_preset.h"
#include "catalogue/import_terms.h"
#include "catalogue/project_file.h"
#include "catalogue/site_store.h"
#include "geo/operation.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace catalogue {

// What an import does, or did, row by row.
// rows = imported + attached + setAside.size() + alreadyThere.
struct ImportOutcome
{
    base::Id source = 0; // of the table of sites: its row in sources; 0 where few rows were planned
    qint64 rows = 0;
    qint64 imported = 0;
    qint64 attached = 0;            // rows of figures that went to sites of another table
    qint64 withoutPosition = 0;     // of those imported
    qint64 alreadyThere = 0;        // records of the same file that an earlier import took
    qint64 mended = 0;              // of those taken: rows an earlier import had set aside
    std::vector<SetAside> setAside; // by table, in order of lines
    std::vector<base::Issue> issues;
    std::vector<ImportWord> words; // what each word of the file was taken for

    // How positions of one coordinate system went to WGS 84: one pinned operation for all of them.
    struct System
    {
        QString crs; // as kept in the project file
        QString name;
        qint64 rows = 0;
        geo::OperationInfo operation;
    };
    std::vector<System> systems;

    // The first rows, as they are understood.
    struct Preview
    {
        qint64 line = 0;
        Site site;
        std::vector<SiteCommodity> commodities;
        std::vector<Estimate> estimates;
        QString reason; // a reason of setAsideText() where it is not taken, and
        QString column; // the column that it is about, where there is one
    };
    std::vector<Preview> preview;
    // Where they lie, in degrees of WGS 84: all of them, or every n-th of very many.
    std::vector<QPointF> points;
};

// The records that a project file holds of the sources which an import could meet again, or whose
// sites its rows could be figures about.
struct KnownRecords
{
    std::unordered_map<base::Id, base::Id> siteOfRecord;
    std::vector<base::Id> joined;         // sources of the presets that the steps join
    std::unordered_set<base::Id> sources; // that are there already
};
KnownRecords readKnownRecords(const ReadAccess& access, const std::vector<ImportStep>& steps);

// Reads every row, or the first `most` of each table, as importSites() would and writes nothing.
// Throws base::Error, base::Cancelled.
ImportOutcome planImport(const std::vector<ImportStep>& steps, const KnownRecords& known,
                         base::Progress& progress, const std::optional<size_t>& most = {});

// Imports tables of sites and of figures about them: one transaction, one entry of the journal;
// cancelled means unchanged. Each table becomes a source with its digest and the mapping as it was
// applied; each row is kept as it came as a record, whose id is a hash of source and record key, so
// that two copies that import the same file get the same rows. A row that cannot be understood is
// kept too, set aside with its reason. A row without a position is a site without a position.
ImportOutcome importSites(ProjectFile& file, const Author& author,
                          const std::vector<ImportStep>& steps, base::Progress& progress);
// The same within an edit that is open (the window's). `sentence()` is the entry's.
ImportOutcome importSites(Edit& edit, const std::vector<ImportStep>& steps,
                          base::Progress& progress);
Sentence importSentence(const ImportTable& table);

// The rows set aside as CSV, to be mended and imported again: the file's own columns, then
// veta_line, veta_column, veta_value, veta_reason (in the program's language), and veta_source and
// veta_set_aside, by which the import knows the mended row again: it takes the place of the one set
// aside, with the ids it would have had.
QByteArray setAsideCsv(const std::vector<QString>& columns, const std::vector<SetAside>& rows);
// How they are read once they are mended: as the table of `source` was. Throws base::Error.
ImportMapping mendMapping(const Source& source);
// How the columns of that table wrote their numbers, as ImportTable::Options takes it.
std::map<QString, char> mendSigns(const Source& source);

} // namespace catalogue
