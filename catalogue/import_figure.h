// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_columns.h"
#include "catalogue/import_terms.h"
#include "catalogue/quantity.h"
#include "catalogue/site.h"

namespace catalogue {

// One figure that a row states, or why it is not taken; internal to the import.
struct ImportedFigure
{
    std::optional<Estimate> estimate; // nullopt too where the row states none
    const char* problem = nullptr;    // a reason of setAsideText(), or null
    QString column;
    QString said; // the spelling or the number that was not understood
};

// Reads the figures of one group of columns. A figure is taken whole or not at all: a tonnage
// whose unit is not understood would be a guess.
class FigureReader
{
public:
    // Throws base::Error where a column is not there, or the mapping gives an ambiguous unit a
    // meaning that it cannot have.
    FigureReader(const ImportTable& table, const std::vector<ImportMapping::Part>& parts,
                 const ImportMapping& mapping, TermReader& terms);

    // `only`: the commodity where the row names none and the site has but one; else empty.
    ImportedFigure read(const ImportTable::Row& row, const QString& only);
    bool isMapped() const;

private:
    // What a tonnage, contained metal or cut-off of one column is; false: `out` says why not.
    bool readTonnage(const ImportTable::Row& row, const ImportField& value, const ImportField& unit,
                     std::optional<double>& tonnes, TonnageUnit& read, ImportedFigure& out);
    bool readGrade(const ImportTable::Row& row, const ImportField& value, const ImportField& unit,
                   std::optional<double>& grade, GradeUnit& read, ImportedFigure& out);
    bool readNumber(const ImportTable::Row& row, const ImportField& value,
                    std::optional<double>& number, ImportedFigure& out) const;
    static bool fail(ImportedFigure& out, const char* problem, const ImportField& where,
                     const QString& said);

    TermReader& m_terms;
    UnitReader m_units;
    bool m_zeroIsMissing;
    ImportField m_tonnes, m_tonnesUnit, m_grade, m_gradeUnit, m_commodity, m_contained,
        m_containedUnit, m_cutoff, m_cutoffUnit, m_category, m_date, m_code, m_note;
};

} // namespace catalogue
