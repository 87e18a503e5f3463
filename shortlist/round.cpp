// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/round.h"

#include "catalogue/settings.h"
#include "catalogue/site_store.h"
#include "shortlist/figure.h"
#include "shortlist/method.h"
#include "shortlist/text.h"

#include <algorithm>
#include <set>

namespace shortlist {

std::vector<base::Id> Round::layersNeeded() const
{
    std::set<base::Id> ids;
    for (const Gate& gate : gates)
        if (gate.measure.layer != 0)
            ids.insert(gate.measure.layer);
    for (const Criterion& criterion : criteria)
        if (criterion.measure.layer != 0)
            ids.insert(criterion.measure.layer);
    return {ids.begin(), ids.end()};
}

Round readRound(const catalogue::ReadAccess& access)
{
    Round round;
    const std::map<base::Id, Decision> decisions = readDecisions(access);
    for (catalogue::Project& project : catalogue::readProjects(access)) {
        Candidate candidate;
        for (const catalogue::Member& member : project.members) {
            const auto record = catalogue::readSiteRecord(access, member.site);
            if (!record)
                continue;
            CandidateSite site;
            site.id = record->site.id;
            site.name = record->site.name;
            site.kind = record->site.kind;
            site.stage = record->site.stage;
            site.country = record->site.country;
            site.lonLat = record->site.lonLat;
            for (const catalogue::SiteCommodity& commodity : record->commodities)
                site.commodities.push_back(commodity.commodity);
            site.estimates = record->estimates;
            site.role = member.role;
            candidate.members.push_back(std::move(site));
        }
        const auto decision = decisions.find(project.id);
        if (decision != decisions.end())
            candidate.decision = decision->second;
        candidate.project = std::move(project);
        round.candidates.push_back(std::move(candidate));
    }
    round.gates = readGates(access);
    round.criteria = readCriteria(access);
    for (const catalogue::Delegation& delegation : catalogue::readDelegations(access)) {
        const JudgementStore store(delegation.id);
        round.parties.push_back({delegation, store.readWeights(access), store.readMarks(access)});
    }
    round.agreedMinerals = catalogue::readMineralsOfInterest(access);
    return round;
}

QString jointRankingNote(const base::Translation& words)
{
    return words.text(
        "Shortlist",
        QT_TRANSLATE_NOOP(
            "Shortlist", "Joint score: the mean of the delegations’ scores, each with equal say. A "
                         "score is the weighted sum of the values that are known; coverage is the "
                         "share of the weight that is known."));
}

namespace {

void judgeGates(const Evaluation& evaluation, const Candidate& candidate,
                const MeasureContext& context, CandidateResult& result)
{
    for (const Gate& gate : evaluation.gates) {
        result.gates.push_back(
            judge(gate, measure(gate.measure, candidate.members, context), context.words));
        const GateOutcome outcome = result.gates.back().outcome;
        if (outcome == GateOutcome::Failed)
            result.outcome = GateOutcome::Failed;
        else if (outcome == GateOutcome::Unknown && result.outcome == GateOutcome::Passed)
            result.outcome = GateOutcome::Unknown;
    }
}

void valueCriteria(const Evaluation& evaluation, const Candidate& candidate,
                   const MeasureContext& context, CandidateResult& result)
{
    result.parties.resize(evaluation.parties.size());
    for (const Criterion& criterion : evaluation.criteria) {
        CriterionResult of;
        std::optional<double> value;
        if (criterion.measure.kind != MeasureKind::Mark) {
            of.measured = measure(criterion.measure, candidate.members, context);
            of.text = figureText(criterion.measure, of.measured, context.words);
            value = criterion.valueFunction.value(of.measured);
        }
        for (size_t i = 0; i < evaluation.parties.size(); ++i) {
            std::optional<double> own = value;
            if (criterion.measure.kind == MeasureKind::Mark) {
                const auto& marks = evaluation.parties[i].marks;
                const auto mark = marks.find({candidate.project.id, criterion.id});
                if (mark != marks.end()) {
                    Measured judged;
                    judged.number = mark->second.value;
                    own = criterion.valueFunction.value(judged);
                    of.text += (of.text.isEmpty() ? QString() : QStringLiteral("; ")) +
                               evaluation.parties[i].delegation.code + QChar::Space +
                               figureText(criterion.measure, judged, context.words);
                }
            }
            result.parties[i].values.push_back(own);
        }
        result.criteria.push_back(std::move(of));
    }
}

// Scores and ranks of one delegation, among the candidates that fail no gate.
void scoreParty(Evaluation& evaluation, size_t party, const Method& method)
{
    std::vector<double> weights;
    for (const Criterion& criterion : evaluation.criteria) {
        const auto& given = evaluation.parties[party].weights;
        const auto found = given.find(criterion.id);
        weights.push_back(found == given.end() ? 0.0 : found->second);
    }
    std::vector<std::vector<std::optional<double>>> values;
    values.reserve(evaluation.candidates.size());
    for (const CandidateResult& candidate : evaluation.candidates)
        values.push_back(candidate.parties[party].values);
    const MethodResult scored = method.score(values, weights);
    std::vector<std::optional<double>> ranked;
    ranked.reserve(evaluation.candidates.size());
    for (size_t i = 0; i < evaluation.candidates.size(); ++i) {
        PartyResult& result = evaluation.candidates[i].parties[party];
        result.score = scored.alternatives[i].score;
        result.coverage = scored.alternatives[i].coverage;
        result.contributions = scored.alternatives[i].contributions;
        ranked.push_back(evaluation.candidates[i].outcome == GateOutcome::Failed ? std::nullopt
                                                                                 : result.score);
    }
    const auto places = ranks(ranked);
    for (size_t i = 0; i < places.size(); ++i)
        evaluation.candidates[i].parties[party].rank = places[i];
}

void scoreJointly(Evaluation& evaluation)
{
    std::vector<std::optional<double>> ranked;
    ranked.reserve(evaluation.candidates.size());
    for (CandidateResult& candidate : evaluation.candidates) {
        candidate.jointContributions.resize(evaluation.criteria.size());
        double sum = 0;
        double coverage = 0;
        size_t scored = 0;
        for (const PartyResult& party : candidate.parties) {
            if (!party.score)
                continue;
            sum += *party.score;
            coverage += party.coverage;
            ++scored;
        }
        // Equal say means every delegation: where one of them knows nothing there is no joint
        // score.
        if (scored > 0 && scored == candidate.parties.size()) {
            const double share = 1.0 / double(scored);
            candidate.jointScore = sum * share;
            candidate.jointCoverage = coverage * share;
            for (const PartyResult& party : candidate.parties)
                for (size_t i = 0; i < party.contributions.size(); ++i)
                    if (party.contributions[i])
                        candidate.jointContributions[i] =
                            candidate.jointContributions[i].value_or(0) +
                            *party.contributions[i] * share;
        }
        ranked.push_back(candidate.outcome == GateOutcome::Failed ? std::nullopt
                                                                  : candidate.jointScore);
    }
    const auto places = ranks(ranked);
    for (size_t i = 0; i < places.size(); ++i)
        evaluation.candidates[i].jointRank = places[i];
}

} // namespace

Evaluation evaluate(const Round& round, const base::Translation& words, base::Progress& progress)
{
    Evaluation evaluation;
    std::copy_if(round.gates.begin(), round.gates.end(), std::back_inserter(evaluation.gates),
                 [](const Gate& gate) { return gate.enabled; });
    std::copy_if(round.criteria.begin(), round.criteria.end(),
                 std::back_inserter(evaluation.criteria),
                 [](const Criterion& criterion) { return criterion.enabled; });
    std::copy_if(round.parties.begin(), round.parties.end(), std::back_inserter(evaluation.parties),
                 [&](const Party& party) {
                     return std::any_of(evaluation.criteria.begin(), evaluation.criteria.end(),
                                        [&](const Criterion& criterion) {
                                            const auto weight = party.weights.find(criterion.id);
                                            return weight != party.weights.end() &&
                                                   weight->second > 0;
                                        });
                 });
    const MeasureContext context{round.agreedMinerals, round.layers, words};
    progress.begin(words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "Evaluating projects")),
                   qint64(round.candidates.size()));
    for (const Candidate& candidate : round.candidates) {
        progress.check();
        CandidateResult result;
        judgeGates(evaluation, candidate, context, result);
        valueCriteria(evaluation, candidate, context, result);
        evaluation.candidates.push_back(std::move(result));
        progress.advance(qint64(evaluation.candidates.size()));
    }
    const WeightedSum method;
    for (size_t party = 0; party < evaluation.parties.size(); ++party)
        scoreParty(evaluation, party, method);
    scoreJointly(evaluation);

    for (size_t i = 0; i < evaluation.candidates.size(); ++i)
        evaluation.order.push_back(i);
    std::stable_sort(evaluation.order.begin(), evaluation.order.end(), [&](size_t a, size_t b) {
        const auto key = [&](size_t i) {
            const CandidateResult& candidate = evaluation.candidates[i];
            const int group = candidate.jointRank                        ? 0
                              : candidate.outcome != GateOutcome::Failed ? 1
                                                                         : 2;
            return std::pair(group, candidate.jointRank.value_or(0));
        };
        return key(a) < key(b);
    });
    return evaluation;
}

} // namespace shortlist
