// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_notes.h"
#include "catalogue/import_row.h"
#include "catalogue/site_import.h"

namespace catalogue {

// A row of a table as it is understood, with its place in degrees of WGS 84; internal to the
// import.
struct UnderstoodRow
{
    ImportedRow row;
    // Its fields as they came: a JSON list of texts, null where empty; and one by one where the row
    // is not taken, or joins a site that may not be there.
    QByteArray content;
    std::vector<std::optional<QString>> fields;
};

// Reads one table of an import on a thread of its own, ahead of whoever writes its rows.
class ImportReading
{
public:
    // Goes through the positions: where those of a coordinate system lie decides which operation is
    // pinned for it. The step and `progress`, whose steps are thousandths of the table, must
    // outlive this. Throws base::Error as RowReader does; base::Cancelled.
    ImportReading(const ImportStep& step, const std::optional<size_t>& most,
                  base::Progress& progress);

    // Each row once, in order, on the thread that calls; call it once. `source` is what the ids of
    // the rows are hashed from.
    void takeAll(base::Id source, const std::function<void(UnderstoodRow&)>& visit);

    // The rows of each are counted by takeAll().
    std::vector<ImportOutcome::System> systems() const;
    // After takeAll(): what to know of the rows that were taken.
    std::vector<base::Issue> issues() const;
    std::vector<ImportWord> words() const { return m_reader->words(); }

private:
    // A coordinate system of the file, and the one operation all its positions take.
    struct Way
    {
        QString crs; // as kept in the project file
        QString name;
        geo::Extent extent;
        qint64 rows = 0;
        std::optional<geo::Operation> operation;
        std::optional<geo::Extent> area;
    };

    void findWays();
    void place(ImportedRow& row, const ImportTable::Row& each);
    UnderstoodRow understand(const ImportTable::Row& each);

    const ImportStep& m_step;
    std::optional<size_t> m_most;
    base::Progress& m_progress;
    std::optional<RowReader> m_reader; // from takeAll() on
    std::vector<Way> m_ways;
    std::map<QString, CountedRows> m_foreign; // positions outside the country that is named
};

} // namespace catalogue
