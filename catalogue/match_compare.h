// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/match_model.h"
#include "catalogue/match_record.h"

namespace catalogue {

// How alike two names are, 0 to 1: their words are aligned whatever their order, each pair counts
// by its Jaro-Winkler likeness and by how rare it is (after Cohen, Ravikumar and Fienberg 2003, “A
// Comparison of String Distance Metrics for Name-Matching Tasks”, SoftTFIDF), words of one meaning
// in English and Spanish count as equal.
struct NameComparison
{
    float score = 0;
    float sharedBits = 0;     // how rare the words are that both have
    bool otherNumber = false; // “No. 2” and “No. 3”, “North” and “South” of one name
};
NameComparison compareNames(const MatchTable& table, const MatchTable::Name& a,
                            const MatchTable::Name& b);

// Two records of one table. Uses of the model only the uncertainty of positions and the rarity of a
// typical name.
Comparison compareRecords(const MatchTable& table, size_t a, size_t b, const MatchModel& model);

// On the sphere, which is within 0.6 % of the geodesic: for what is compared with uncertainties.
double roughMetres(double lonA, double latA, double lonB, double latB);

} // namespace catalogue
