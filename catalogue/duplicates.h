// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/match_model.h"
#include "catalogue/match_record.h"

#include <QStringList>

namespace catalogue {

// Which records of a table are of one mine: candidates by place and name (match_blocks.h), weights
// after Fellegi and Sunter 1969 (match_model.h), their chances from the table itself. The method
// and what it was measured on: docs/duplicates.md.

struct DuplicatePair
{
    uint32_t a = 0; // rows of the table, the lower first
    uint32_t b = 0;
    float bits = 0; // odds that they are one: 0 as likely as not, 10 a thousand to one
};

struct DuplicateSearch
{
    std::vector<DuplicatePair> pairs; // most likely first
    MatchModel model;
    qint64 candidates = 0; // pairs that were compared
};
// Pairs of at least so many bits. Without a model the table's own is estimated, with one it is
// taken as it is. Holds 12 bytes a candidate. Throws base::Cancelled.
DuplicateSearch findDuplicates(const MatchTable& table, const std::optional<MatchModel>& model,
                               double leastBits, base::Progress& progress);

// m by expectation maximisation over the candidates, with the built-in model as what is believed
// before (so that a small file does not mislead it); u from pairs of neighbours drawn at random
// (Winkler 1988, “Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model of
// Record Linkage”; Herzog, Scheuren and Winkler 2007, “Data Quality and Record Linkage
// Techniques”, ch. 8 and 9). The same table gives the same model.
MatchModel estimateModel(const MatchTable& table, base::Progress& progress);

// “names 0.94 +4.1; 1.2 km apart, both positions ± 1 km +3.0; …; before comparing −11.2”, in the
// order of the fields; what says nothing is left out.
struct MatchReason
{
    QString text;
    double bits = 0;
};
std::vector<MatchReason> explain(const MatchTable& table, size_t a, size_t b,
                                 const MatchModel& model, base::Language language);
QString toText(const std::vector<MatchReason>& reasons, base::Language language);

} // namespace catalogue
