// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rules, weights, marks and decisions in a project file, and what a round makes of them.
#include "base/error.h"
#include "catalogue/project.h"
#include "catalogue/site_store.h"
#include "shortlist/decision.h"
#include "shortlist/round.h"
#include "tests/support/scratch_project.h"

#include <QtTest>

using shortlist::JudgementStore;

namespace {

const base::Id Us = catalogue::delegationId(QStringLiteral("US"));
const base::Id Mx = catalogue::delegationId(QStringLiteral("MX"));

shortlist::Criterion members(const char* name)
{
    shortlist::Criterion criterion;
    criterion.name.en = QString::fromLatin1(name);
    criterion.measure.kind = shortlist::MeasureKind::Members;
    criterion.valueFunction.points = {{0, 0}, {4, 1}};
    return criterion;
}

shortlist::Criterion tonnes()
{
    shortlist::Criterion criterion = members("Tonnes");
    criterion.measure.kind = shortlist::MeasureKind::Tonnes;
    criterion.valueFunction.points = {{0, 0}, {100, 1}};
    return criterion;
}

} // namespace

class RoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rulesComeBackChangeAndGo();
    void weightsBelongToTheirDelegation();
    void aWeightIsNotNegative();
    void marksComeBackAndGoWithTheirCriterion();
    void decisionsComeBackAndCanBeTakenBack();
    void everySayIsEqual();
    void aMissingScoreIsNoJointScore();
    void coverageIsWhatIsKnownOfTheWeight();
    void whoFailsAGateHasNoRank();
    void whatIsSwitchedOffTakesNoPart();
    void removingAProjectTakesMarksAndDecisionAlong();

private:
    template <class Work>
    void edit(Work work)
    {
        m_file->edit(support::Ana, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}},
                     [&](catalogue::Edit& edit) { work(edit); });
    }
    template <class Read>
    auto read(Read work)
    {
        std::optional<decltype(work(std::declval<const catalogue::ReadAccess&>()))> result;
        m_file->read([&](const catalogue::ReadAccess& access) { result = work(access); });
        return *result;
    }
    shortlist::Round round() { return read(shortlist::readRound); }
    shortlist::Evaluation evaluate()
    {
        base::Progress progress;
        return shortlist::evaluate(round(), base::Translation(base::Language::English), progress);
    }
    base::Id project(const char* name, int sites, std::optional<double> ore)
    {
        base::Id id = 0;
        edit([&](catalogue::Edit& edit) {
            catalogue::Project made;
            made.name.en = QString::fromLatin1(name);
            for (int i = 0; i < sites; ++i) {
                catalogue::Site site;
                site.name = QStringLiteral("%1 %2").arg(made.name.en).arg(i);
                catalogue::Member member;
                member.site = catalogue::addSite(edit, site);
                member.role = QStringLiteral("extraction");
                member.position = i + 1;
                made.members.push_back(member);
                if (i == 0 && ore) {
                    catalogue::Estimate estimate;
                    estimate.commodity = QStringLiteral("copper");
                    estimate.tonnes = ore;
                    catalogue::addEstimate(edit, member.site, estimate);
                }
            }
            id = catalogue::addProject(edit, made);
        });
        return id;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<catalogue::ProjectFile> m_file;
};

void RoundTest::init()
{
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = catalogue::ProjectFile::create(m_folder->filePath(QStringLiteral("r.veta.gpkg")),
                                            QStringLiteral("R"), support::Ana);
    edit([](catalogue::Edit& edit) {
        for (const char* code : {"US", "MX"}) {
            catalogue::Delegation delegation;
            delegation.code = QString::fromLatin1(code);
            catalogue::addDelegation(edit, delegation);
        }
    });
}

void RoundTest::rulesComeBackChangeAndGo()
{
    shortlist::Criterion criterion = tonnes();
    criterion.unit = QStringLiteral("t");
    criterion.name.es = QStringLiteral("Toneladas");
    shortlist::Gate gate;
    gate.name.en = QStringLiteral("Big");
    gate.measure.kind = shortlist::MeasureKind::Tonnes;
    gate.condition.atLeast = 5;
    edit([&](catalogue::Edit& edit) {
        criterion.id = shortlist::addCriterion(edit, criterion);
        gate.id = shortlist::addGate(edit, gate);
    });
    const auto criteria = read(shortlist::readCriteria);
    QCOMPARE(criteria.size(), size_t(1));
    QVERIFY(criteria[0].valueFunction == criterion.valueFunction);
    QVERIFY(criteria[0].measure == criterion.measure);
    QCOMPARE(criteria[0].unit, QStringLiteral("t"));
    QCOMPARE(criteria[0].nameIn(base::Language::Spanish), QStringLiteral("Toneladas"));
    const auto gates = read(shortlist::readGates);
    QVERIFY(gates.at(0).condition == gate.condition);
    const auto found = [&](const char* name) {
        return read([&](const catalogue::ReadAccess& access) {
            return shortlist::findCriterion(access, QString::fromUtf8(name));
        });
    };
    QCOMPARE(found("toneladas"), criterion.id);
    QVERIFY_THROWS_EXCEPTION(base::Error, found("weight"));
    criterion.enabled = false;
    edit([&](catalogue::Edit& edit) {
        shortlist::updateCriterion(edit, criterion);
        shortlist::removeGate(edit, gate.id);
    });
    QVERIFY(!read(shortlist::readCriteria)[0].enabled);
    QVERIFY(read(shortlist::readGates).empty());
    gate.id = 0;
    gate.condition = {};
    gate.condition.atLeastWord = QStringLiteral("nonsense");
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             edit([&](catalogue::Edit& edit) { shortlist::addGate(edit, gate); }));
    base::Progress progress;
    m_file->undo(support::Ana, progress);
    QVERIFY(read(shortlist::readCriteria)[0].enabled);
    QCOMPARE(read(shortlist::readGates).size(), size_t(1));
}

void RoundTest::weightsBelongToTheirDelegation()
{
    base::Id criterion = 0;
    edit([&](catalogue::Edit& edit) {
        criterion = shortlist::addCriterion(edit, members("Members"));
        JudgementStore(Us).writeWeight(edit, criterion, 3);
        JudgementStore(Mx).writeWeight(edit, criterion, 0);
    });
    const auto weights = [&](base::Id owner) {
        return read([&](const catalogue::ReadAccess& access) {
            return JudgementStore(owner).readWeights(access);
        });
    };
    QCOMPARE(weights(Us), (std::map<base::Id, double>{{criterion, 3}}));
    QCOMPARE(weights(Mx), (std::map<base::Id, double>{{criterion, 0}})); // 0 is a weight
    edit([&](catalogue::Edit& edit) {
        JudgementStore(Us).writeWeight(edit, criterion, std::nullopt);
    });
    QVERIFY(weights(Us).empty());
    QCOMPARE(weights(Mx).size(), size_t(1));
}

void RoundTest::aWeightIsNotNegative()
{
    QVERIFY_THROWS_EXCEPTION(base::Error, edit([&](catalogue::Edit& edit) {
                                 const base::Id id =
                                     shortlist::addCriterion(edit, members("Members"));
                                 JudgementStore(Us).writeWeight(edit, id, -1);
                             }));
    QVERIFY(read(shortlist::readCriteria).empty()); // the whole entry was dropped
}

void RoundTest::marksComeBackAndGoWithTheirCriterion()
{
    const base::Id candidate = project("A", 1, {});
    base::Id criterion = 0;
    edit([&](catalogue::Edit& edit) {
        shortlist::Criterion judged = members("Judged");
        judged.measure.kind = shortlist::MeasureKind::Mark;
        judged.valueFunction.points = {{0, 0}, {1, 1}};
        criterion = shortlist::addCriterion(edit, judged);
        JudgementStore(Us).writeMark(edit, candidate, criterion,
                                     shortlist::Mark{0.75, QStringLiteral("seen it")});
        JudgementStore(Us).writeWeight(edit, criterion, 1);
    });
    const auto marks = read(
        [](const catalogue::ReadAccess& access) { return JudgementStore(Us).readMarks(access); });
    QCOMPARE(marks.at({candidate, criterion}).value, 0.75);
    QCOMPARE(marks.at({candidate, criterion}).reason, QStringLiteral("seen it"));
    QCOMPARE(evaluate().candidates[0].parties[0].score, std::optional(0.75));
    edit([&](catalogue::Edit& edit) { shortlist::removeCriterion(edit, criterion); });
    QVERIFY(read([](const catalogue::ReadAccess& access) {
                return JudgementStore(Us).readMarks(access);
            }).empty());
}

void RoundTest::decisionsComeBackAndCanBeTakenBack()
{
    const base::Id candidate = project("A", 1, {});
    shortlist::Decision decision;
    decision.kind = QStringLiteral("reserve");
    decision.reason.en = QStringLiteral("after the study");
    edit([&](catalogue::Edit& edit) { shortlist::writeDecision(edit, candidate, decision); });
    const auto decisions = read(shortlist::readDecisions);
    QCOMPARE(decisions.at(candidate).kind, QStringLiteral("reserve"));
    QCOMPARE(decisions.at(candidate).reasonIn(base::Language::Spanish),
             QStringLiteral("after the study")); // the one there is
    QVERIFY_THROWS_EXCEPTION(base::Error, edit([&](catalogue::Edit& edit) {
                                 decision.kind = QStringLiteral("maybe");
                                 shortlist::writeDecision(edit, candidate, decision);
                             }));
    edit([&](catalogue::Edit& edit) { shortlist::writeDecision(edit, candidate, std::nullopt); });
    QVERIFY(read(shortlist::readDecisions).empty());
}

void RoundTest::everySayIsEqual()
{
    const base::Id many = project("Many", 4, 0);
    const base::Id heavy = project("Heavy", 2, 100);
    edit([&](catalogue::Edit& edit) {
        const base::Id count = shortlist::addCriterion(edit, members("Members"));
        const base::Id ore = shortlist::addCriterion(edit, tonnes());
        JudgementStore(Us).writeWeight(edit, count, 75);
        JudgementStore(Us).writeWeight(edit, ore, 25);
        JudgementStore(Mx).writeWeight(edit, count, 1); // another scale: only ratios count
        JudgementStore(Mx).writeWeight(edit, ore, 3);
    });
    const shortlist::Round asked = round();
    const shortlist::Evaluation found = evaluate();
    QCOMPARE(found.parties.size(), size_t(2));
    const auto result = [&](base::Id id) -> const shortlist::CandidateResult& {
        for (size_t i = 0; i < asked.candidates.size(); ++i)
            if (asked.candidates[i].project.id == id)
                return found.candidates[i];
        qFatal("no such project");
    };
    const size_t us = found.parties[0].delegation.code == QLatin1String("US") ? 0 : 1;
    QCOMPARE(result(many).parties[us].score, std::optional(0.75));
    QCOMPARE(result(many).parties[1 - us].score, std::optional(0.25));
    QCOMPARE(result(heavy).parties[us].score, std::optional(0.625));
    QCOMPARE(result(heavy).parties[1 - us].score, std::optional(0.875));
    QCOMPARE(result(many).jointScore, std::optional(0.5));
    QCOMPARE(result(heavy).jointScore, std::optional(0.75));
    QCOMPARE(result(heavy).jointRank, std::optional(1));
    QCOMPARE(result(many).parties[us].rank, std::optional(1));
    // The contributions make up the score.
    double sum = 0;
    for (const auto& part : result(heavy).jointContributions)
        sum += part.value_or(0);
    QCOMPARE(sum, 0.75);
}

void RoundTest::aMissingScoreIsNoJointScore()
{
    project("No figures", 1, {});
    edit([&](catalogue::Edit& edit) {
        const base::Id count = shortlist::addCriterion(edit, members("Members"));
        const base::Id ore = shortlist::addCriterion(edit, tonnes());
        JudgementStore(Us).writeWeight(edit, count, 1);
        JudgementStore(Mx).writeWeight(edit, ore, 1); // which nobody knows
    });
    const shortlist::CandidateResult result = evaluate().candidates[0];
    const int scored =
        int(result.parties[0].score.has_value()) + int(result.parties[1].score.has_value());
    QCOMPARE(scored, 1);
    QVERIFY(!result.jointScore && !result.jointRank);
}

void RoundTest::coverageIsWhatIsKnownOfTheWeight()
{
    project("Half known", 4, {});
    edit([&](catalogue::Edit& edit) {
        const base::Id count = shortlist::addCriterion(edit, members("Members"));
        const base::Id ore = shortlist::addCriterion(edit, tonnes());
        for (const base::Id party : {Us, Mx}) {
            JudgementStore(party).writeWeight(edit, count, 30);
            JudgementStore(party).writeWeight(edit, ore, 70);
        }
    });
    const shortlist::CandidateResult result = evaluate().candidates[0];
    QCOMPARE(result.parties[0].coverage, 0.3);
    QCOMPARE(result.jointCoverage, 0.3);
    QCOMPARE(result.jointScore, std::optional(1.0)); // of what is known; never as if it were 0
}

void RoundTest::whoFailsAGateHasNoRank()
{
    const base::Id failing = project("Failing", 4, 1);
    const base::Id unknown = project("Unknown", 3, {});
    const base::Id passing = project("Passing", 2, 50);
    edit([&](catalogue::Edit& edit) {
        const base::Id count = shortlist::addCriterion(edit, members("Members"));
        for (const base::Id party : {Us, Mx})
            JudgementStore(party).writeWeight(edit, count, 1);
        shortlist::Gate gate;
        gate.name.en = QStringLiteral("Big");
        gate.measure.kind = shortlist::MeasureKind::Tonnes;
        gate.condition.atLeast = 10;
        shortlist::addGate(edit, gate);
    });
    const shortlist::Round asked = round();
    const shortlist::Evaluation found = evaluate();
    std::map<base::Id, shortlist::CandidateResult> results;
    for (size_t i = 0; i < asked.candidates.size(); ++i)
        results[asked.candidates[i].project.id] = found.candidates[i];
    QVERIFY(results[failing].outcome == shortlist::GateOutcome::Failed);
    QVERIFY(!results[failing].jointRank);
    QVERIFY(results[unknown].outcome == shortlist::GateOutcome::Unknown);
    QCOMPARE(results[unknown].jointRank, std::optional(1)); // not failed for want of a figure
    QCOMPARE(results[passing].jointRank, std::optional(2));
    // Failing ones stand last.
    QCOMPARE(asked.candidates[found.order.back()].project.id, failing);
}

void RoundTest::whatIsSwitchedOffTakesNoPart()
{
    project("A", 2, 1);
    edit([&](catalogue::Edit& edit) {
        shortlist::Criterion off = tonnes();
        off.enabled = false;
        const base::Id ore = shortlist::addCriterion(edit, off);
        const base::Id count = shortlist::addCriterion(edit, members("Members"));
        shortlist::Gate gate;
        gate.name.en = QStringLiteral("Never");
        gate.measure.kind = shortlist::MeasureKind::Members;
        gate.condition.atLeast = 99;
        gate.enabled = false;
        shortlist::addGate(edit, gate);
        for (const base::Id party : {Us, Mx}) {
            JudgementStore(party).writeWeight(edit, ore, 9);
            JudgementStore(party).writeWeight(edit, count, 1);
        }
    });
    const shortlist::Evaluation found = evaluate();
    QCOMPARE(found.criteria.size(), size_t(1));
    QVERIFY(found.gates.empty());
    QCOMPARE(found.candidates[0].jointScore, std::optional(0.5));
    QCOMPARE(found.candidates[0].jointRank, std::optional(1));
}

void RoundTest::removingAProjectTakesMarksAndDecisionAlong()
{
    const base::Id candidate = project("A", 1, {});
    edit([&](catalogue::Edit& edit) {
        const base::Id criterion = shortlist::addCriterion(edit, members("Members"));
        JudgementStore(Us).writeMark(edit, candidate, criterion, shortlist::Mark{1, {}});
        shortlist::Decision decision;
        decision.kind = QStringLiteral("declined");
        shortlist::writeDecision(edit, candidate, decision);
    });
    edit([&](catalogue::Edit& edit) { shortlist::removeProject(edit, candidate); });
    QVERIFY(round().candidates.empty());
    for (const char* table : {"marks", "decisions", "project_members"})
        QCOMPARE(support::value(*m_file, std::string("SELECT count(*) FROM ") + table),
                 QStringLiteral("0"));
    base::Progress progress;
    m_file->undo(support::Ana, progress);
    QCOMPARE(round().candidates.size(), size_t(1));
    QCOMPARE(read(shortlist::readDecisions).size(), size_t(1));
}

QTEST_GUILESS_MAIN(RoundTest)
#include "round_test.moc"
