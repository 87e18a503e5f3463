// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/match_record.h"

namespace catalogue {

// Which pairs of a table are worth comparing, each once, the lower row first, ascending:
//   * neighbours: within twice their uncertainty, at least 1 km and at most 2.5 km;
//   * names that share their two rarest words (or their only one), misspelt or translated or not,
//     within 30 km; where few records have them also anywhere, and where a position is missing;
//   * a number in somebody's system that both bear.
// Memory: 8 bytes a pair.
struct CandidatePair
{
    uint32_t a = 0;
    uint32_t b = 0;
    auto operator<=>(const CandidatePair&) const = default;
};
std::vector<CandidatePair> candidatePairs(const MatchTable& table, double leastUncertaintyMetres,
                                          const base::Progress& progress);

} // namespace catalogue
