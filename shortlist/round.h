// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "catalogue/project.h"
#include "shortlist/criterion.h"
#include "shortlist/decision.h"
#include "shortlist/gate.h"
#include "shortlist/judgement.h"

namespace shortlist {

struct Candidate
{
    catalogue::Project project;
    std::vector<CandidateSite> members; // in order of role
    std::optional<Decision> decision;
};

// A delegation with what it holds of the candidates.
struct Party
{
    catalogue::Delegation delegation;
    std::map<base::Id, double> weights;                  // by criterion
    std::map<std::pair<base::Id, base::Id>, Mark> marks; // by project and criterion
};

// All that a joint evaluation depends on, as a value: it can be evaluated on any thread.
struct Round
{
    std::vector<Candidate> candidates;
    std::vector<Gate> gates;
    std::vector<Criterion> criteria;
    std::vector<Party> parties;
    QStringList agreedMinerals;
    LayerFeatures layers; // those that measures name; filled by whoever loads layers
    // The layers that gates and criteria ask for.
    std::vector<base::Id> layersNeeded() const;
};
Round readRound(const catalogue::ReadAccess& access);

struct CriterionResult
{
    Measured measured; // not of marks
    QString text;      // the figure as a reader sees it
};

struct PartyResult
{
    std::vector<std::optional<double>> values; // 0 to 1, by criterion
    std::optional<double> score;
    std::optional<int> rank; // among those that fail no gate
    double coverage = 0;
    std::vector<std::optional<double>> contributions; // by criterion
};

struct CandidateResult
{
    std::vector<GateResult> gates;
    GateOutcome outcome =
        GateOutcome::Passed; // failed if one is; unknown if one is and none failed
    std::vector<CriterionResult> criteria;
    std::vector<PartyResult> parties;
    std::optional<double> jointScore; // the mean of the delegations' scores: equal say
    std::optional<int> jointRank;
    double jointCoverage = 0;
    std::vector<std::optional<double>> jointContributions;
};

// Only enabled gates and criteria take part; the lists here say which.
struct Evaluation
{
    std::vector<Gate> gates;
    std::vector<Criterion> criteria;
    std::vector<Party> parties;              // those with a weight on one of the criteria
    std::vector<CandidateResult> candidates; // as in the round
    // Candidates by joint rank; then those without a score; then those that fail a gate.
    std::vector<size_t> order;
};
// How the joint ranking comes about, for a reader.
QString jointRankingNote(const base::Translation& words);

Evaluation evaluate(const Round& round, const base::Translation& words, base::Progress& progress);

} // namespace shortlist
