// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/duplicates.h"

#include "base/issue.h"

namespace catalogue {

// How well duplicates are found, on pairs whose truth is known (docs/duplicates.md says what came
// of it).

struct MatchFigures
{
    qint64 truePairs = 0;  // there are
    qint64 foundPairs = 0; // of at least `leastBits`
    qint64 rightPairs = 0; // of those
    double leastBits = 0;
    double precision() const;
    double recall() const;
    double f1() const;
};

// Real records with copies of themselves, as other catalogues would hold them: names abbreviated,
// translated, misspelt, without their kind; positions moved within their accuracy, written with
// fewer decimals, or NAD27 read as WGS 84; fields lost. The same seed gives the same set.
struct CopiedRecords
{
    std::vector<MatchRecord> records;                 // ids from 1
    std::vector<std::pair<base::Id, base::Id>> truth; // lower id first, ascending
};
// Takes `count` of the records that have a position at random, or as many as there are, each with
// one to three copies. Passed over is what may be a double of one that was taken, as nobody has
// judged that: within 100 m, within 1 km with the same commodities, or within some 5 km with a word
// of its name that begins alike.
CopiedRecords copyRecords(const std::vector<MatchRecord>& real, size_t count, quint64 seed);
MatchFigures evaluateCopies(const CopiedRecords& copied, const std::optional<MatchModel>& model,
                            double leastBits, base::Progress& progress);

// A pair that a person judged, with what both records say. CSV with a header line: pair, part,
// verdict (same or different), reason, and for each of a and b: a_source, a_key, a_name,
// a_country, a_state, a_lon, a_lat, a_commodities (separated by ;), a_kind, a_deposit_type.
struct JudgedPair
{
    QString name; // of the pair
    QString part; // tuned, held_out
    QString reason;
    bool same = false;
    MatchRecord a;
    MatchRecord b;
    double bits = 0; // after evaluateJudged()
};
// Rows that cannot be understood are left out and become issues. Throws base::Error where it is no
// such table.
std::vector<JudgedPair> judgedPairs(const QByteArray& csv, std::vector<base::Issue>& issues);
// Puts them among the records of a catalogue, which say how rare names are and how crowded places
// (none: they stand alone), and weighs each.
void weighJudged(std::vector<JudgedPair>& pairs, std::vector<MatchRecord> among,
                 const std::optional<MatchModel>& model, base::Progress& progress);
// Of those of one part; of all where it is empty.
MatchFigures judgedFigures(const std::vector<JudgedPair>& pairs, const QString& part,
                           double leastBits);

} // namespace catalogue
