// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/site.h"

#include <QString>
#include <optional>
#include <vector>

namespace catalogue {

// Tonnes of ore and of the commodity in it.
struct EstimateSum
{
    int rows = 0;
    std::optional<double> oreTonnes;
    // Stated, else ore times grade; nullopt where one of the rows gives neither.
    std::optional<double> containedTonnes;
    // Mean by tonnage, of 1; nullopt where a row lacks tonnes or a grade by mass.
    std::optional<double> grade;
    bool isEmpty() const { return rows == 0; }
};

// What the estimates of one commodity of a site come to.
//
// A report is what one source says for one date. The newest report counts and replaces the older
// ones (a report without a date is dated by its source; between reports of one date the one of the
// source of the lower rank counts, then the one with more ore); its rows add up. Where it states a
// sum beside its parts (measured and indicated, beside measured), they count once: as parts if
// these are all there, else as the sum. Whether resources hold the reserves is what people have
// said (Estimate::includesReserves) and is never guessed.
struct EstimateTotals
{
    QString commodity;
    std::optional<base::Id> source;
    QString date; // of the report; empty: not known

    EstimateSum reserves;          // proved, probable
    EstimateSum measuredIndicated; // measured, indicated
    EstimateSum inferred;
    EstimateSum mixed;        // stated with inferred in one sum, and not to be taken apart
    EstimateSum unclassified; // no category, or none of a code
    // Exploration targets are no resources: in no sum.
    std::optional<bool> includesReserves; // what the resources' rows say, where they agree

    // All of it, each tonne once. Holds inferred beside better known ones where needsLabel; nullopt
    // where there are reserves and resources, and nobody has said whether these hold those.
    std::optional<EstimateSum> screening;
    bool needsLabel = false; // screeningLabel() goes with the sum wherever it is shown

    std::vector<base::Id> counted;  // rows
    std::vector<base::Id> replaced; // by the newer report
    std::vector<base::Id> repeated; // stated again as a sum or as parts
};

// By commodity, that of the most ore first. `sources`: those that the rows cite.
std::vector<EstimateTotals> estimateTotals(const std::vector<Estimate>& estimates,
                                           const std::vector<Source>& sources);

// "screening sum by Veta, not a code-compliant total".
QString screeningLabel(const base::Translation& words);
// A name and what it comes to, as "Inferred" and "70 Mt at 1.5 %, 1.05 Mt contained": a line for
// each sum there is, and for all of it together, with its label where that is wanted.
struct TotalLine
{
    QString name;
    QString text;
};
std::vector<TotalLine> inWords(const EstimateTotals& totals, const base::Translation& words);

// The share of the commodity in the ore, of 1; nullopt for a unit that is not by mass.
std::optional<double> gradeOfOne(double grade, const QString& unit);

} // namespace catalogue
