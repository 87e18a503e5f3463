// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Value functions, measures and gates: what each promises of one figure.
#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/measure.h"
#include "shortlist/criterion.h"
#include "shortlist/gate.h"
#include "shortlist/method.h"
#include "tests/support/layers.h"

#include <QtTest>

using shortlist::CandidateSite;
using shortlist::Condition;
using shortlist::Direction;
using shortlist::Gate;
using shortlist::GateOutcome;
using shortlist::Measure;
using shortlist::Measured;
using shortlist::MeasureKind;
using shortlist::ValueFunction;

namespace {

ValueFunction points(ValueFunction::Kind kind, std::vector<QPointF> at)
{
    ValueFunction function;
    function.kind = kind;
    function.points = std::move(at);
    return function;
}

Measured number(double figure)
{
    Measured measured;
    measured.number = figure;
    return measured;
}

Measured word(const char* key)
{
    Measured measured;
    measured.word = QString::fromLatin1(key);
    return measured;
}

CandidateSite site(const char* name, const char* role, std::optional<QPointF> lonLat = {})
{
    CandidateSite made;
    made.id = base::Id(qHash(QByteArray(name)));
    made.name = QString::fromLatin1(name);
    made.role = QString::fromLatin1(role);
    made.lonLat = lonLat;
    return made;
}

catalogue::Estimate estimate(const char* commodity, std::optional<double> tonnes,
                             std::optional<double> grade = {}, const char* unit = "")
{
    catalogue::Estimate made;
    made.commodity = QString::fromLatin1(commodity);
    made.tonnes = tonnes;
    made.grade = grade;
    made.gradeUnit = QString::fromLatin1(unit);
    return made;
}

// Two squares of a degree beside each other, and a point of each.
std::shared_ptr<const geo::FeatureLayer> squares()
{
    return support::layerOf(
        R"({"type":"Feature","properties":{"unit":"Qal"},"geometry":{"type":"Polygon","coordinates":
        [[[-111,31],[-110,31],[-110,32],[-111,32],[-111,31]]]}},
        {"type":"Feature","properties":{"unit":"Kg"},"geometry":{"type":"Polygon","coordinates":
        [[[-110,31],[-109,31],[-109,32],[-110,32],[-110,31]]]}})");
}

class Context
{
public:
    Measured of(const Measure& what, const std::vector<CandidateSite>& members)
    {
        return shortlist::measure(what, members, {agreed, layers, words});
    }
    QStringList agreed;
    shortlist::LayerFeatures layers;
    base::Translation words{base::Language::English};
};

Gate gate(const Measure& measure, const Condition& condition)
{
    Gate made;
    made.measure = measure;
    made.condition = condition;
    return made;
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesRunStraightAndLevelOutside();
    void stepsHoldUntilTheNextPoint();
    void wordsHaveTheirPlaces();
    void whatIsNotKnownHasNoValue();
    void aFunctionComesBackFromItsText();
    void aWrongFunctionIsRefused_data();
    void aWrongFunctionIsRefused();
    void pointsMayNotGoAgainstTheDirection();
    void theWeightedSumOfAPublishedTable();
    void countsCommoditiesOnceOnLists();
    void countsAgreedMinerals();
    void takesTheLargestTonnage();
    void takesTheGradeOfTheLargestEstimateInItsUnit();
    void takesTheMostAdvancedStage();
    void countsCountriesAndMembers();
    void onlyTheRolesAskedForCount();
    void measuresDistanceOverTheGround();
    void knowsInsideFromOutside();
    void readsTheUnitUnderTheFirstMember();
    void aMeasureComesBackFromItsText();
    void gatesPassFailOrDoNotKnow();
    void gatesCompareStagesByTheirOrder();
    void gatesSayWhyInBothLanguages();
};

void RulesTest::linesRunStraightAndLevelOutside()
{
    const auto f = points(ValueFunction::Kind::Linear, {{10, 0}, {20, 0.5}, {40, 1}});
    QCOMPARE(f.at(5), 0.0);
    QCOMPARE(f.at(10), 0.0);
    QCOMPARE(f.at(15), 0.25);
    QCOMPARE(f.at(20), 0.5);
    QCOMPARE(f.at(30), 0.75);
    QCOMPARE(f.at(1e9), 1.0);
    QCOMPARE(f.value(number(25)), std::optional(0.625));
    // Falling, for what is better small.
    const auto near = points(ValueFunction::Kind::Linear, {{0, 1}, {400, 0}});
    QCOMPARE(near.at(100), 0.75);
    QCOMPARE(near.at(500), 0.0);
}

void RulesTest::stepsHoldUntilTheNextPoint()
{
    const auto f = points(ValueFunction::Kind::Steps, {{1, 0.2}, {2, 0.6}, {3, 1}});
    QCOMPARE(f.at(0), 0.2);
    QCOMPARE(f.at(1), 0.2);
    QCOMPARE(f.at(1.999), 0.2);
    QCOMPARE(f.at(2), 0.6);
    QCOMPARE(f.at(7), 1.0);
}

void RulesTest::wordsHaveTheirPlaces()
{
    auto f = points(ValueFunction::Kind::Steps, {{0, 0}, {1, 0.4}, {2, 1}});
    f.of = {{QStringLiteral("*")},
            {QStringLiteral("feasibility")},
            {QStringLiteral("construction"), QStringLiteral("production")}};
    QCOMPARE(f.value(word("production")), std::optional(1.0));
    QCOMPARE(f.value(word("construction")), std::optional(1.0));
    QCOMPARE(f.value(word("feasibility")), std::optional(0.4));
    QCOMPARE(f.value(word("exploration")), std::optional(0.0)); // any other
    f.of[0] = {QStringLiteral("exploration")};
    QVERIFY(!f.value(word("closed"))); // stands nowhere
}

void RulesTest::whatIsNotKnownHasNoValue()
{
    const auto f = points(ValueFunction::Kind::Linear, {{0, 0}, {1, 1}});
    QVERIFY(!f.value(Measured()));
    QVERIFY(!f.value(word("production"))); // a word where a number is wanted
}

void RulesTest::aFunctionComesBackFromItsText()
{
    auto f = points(ValueFunction::Kind::Steps, {{0, 0}, {2.5, 0.125}});
    f.of = {{QStringLiteral("a")}, {QStringLiteral("b"), QStringLiteral("*")}};
    QVERIFY(shortlist::valueFunctionFromJson(shortlist::valueFunctionToJson(f)) == f);
}

void RulesTest::aWrongFunctionIsRefused_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("no point") << R"({"kind":"linear","points":[]})";
    QTest::newRow("not ascending") << R"({"kind":"linear","points":[[2,0],[1,1]]})";
    QTest::newRow("twice the same") << R"({"kind":"linear","points":[[1,0],[1,1]]})";
    QTest::newRow("above 1") << R"({"kind":"linear","points":[[0,0],[1,1.5]]})";
    QTest::newRow("below 0") << R"({"kind":"steps","points":[[0,-0.1]]})";
    QTest::newRow("no kind that is known") << R"({"kind":"curve","points":[[0,0]]})";
    QTest::newRow("no JSON") << QStringLiteral("linear");
}

void RulesTest::aWrongFunctionIsRefused()
{
    QFETCH(QString, json);
    QVERIFY_THROWS_EXCEPTION(base::Error, shortlist::valueFunctionFromJson(json));
}

void RulesTest::pointsMayNotGoAgainstTheDirection()
{
    shortlist::Criterion criterion;
    criterion.name.en = QStringLiteral("Near");
    criterion.valueFunction = points(ValueFunction::Kind::Linear, {{0, 1}, {400, 0}});
    criterion.direction = Direction::Minimise;
    shortlist::checkCriterion(criterion);
    criterion.direction = Direction::Maximise;
    QVERIFY_THROWS_EXCEPTION(base::Error, shortlist::checkCriterion(criterion));
}

void RulesTest::theWeightedSumOfAPublishedTable()
{
    // The matrix of Hwang & Yoon 1981 as Tzeng & Huang 2011 print it, weights .3 .4 .3.
    const auto result = shortlist::WeightedSum().score({{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}},
                                                       {0.3, 0.4, 0.3});
    const std::vector<double> expected{5.9, 6.9, 7.4, 5.5};
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(*result.alternatives[i].score, expected[i]);
}

void RulesTest::countsCommoditiesOnceOnLists()
{
    Context context;
    CandidateSite mine = site("mine", "extraction");
    mine.commodities = {QStringLiteral("lithium"), QStringLiteral("copper"),
                        QStringLiteral("gold")};
    CandidateSite plant = site("plant", "processing");
    plant.commodities = {QStringLiteral("lithium")};
    Measure what;
    what.kind = MeasureKind::CommoditiesOnList;
    what.lists = {QStringLiteral("us_2022")};
    // Copper came with the list of 2025; gold is on neither.
    QCOMPARE(context.of(what, {mine, plant}).number, std::optional(1.0));
    what.lists = {QStringLiteral("us_2025")};
    QCOMPARE(context.of(what, {mine, plant}).number, std::optional(2.0));
    what.lists = {QStringLiteral("us_2022"), QStringLiteral("us_2025")};
    QCOMPARE(context.of(what, {mine, plant}).number, std::optional(2.0));
}

void RulesTest::countsAgreedMinerals()
{
    Context context;
    context.agreed = {QStringLiteral("copper"), QStringLiteral("zinc")};
    CandidateSite mine = site("mine", "extraction");
    mine.commodities = {QStringLiteral("copper"), QStringLiteral("gold")};
    Measure what;
    what.kind = MeasureKind::AgreedMinerals;
    QCOMPARE(context.of(what, {mine}).number, std::optional(1.0));
}

void RulesTest::takesTheLargestTonnage()
{
    Context context;
    CandidateSite small = site("small", "extraction");
    small.estimates = {estimate("copper", 2e6)};
    CandidateSite large = site("large", "extraction");
    large.estimates = {estimate("copper", 5e6), estimate("zinc", std::nullopt)};
    Measure what;
    what.kind = MeasureKind::Tonnes;
    const Measured found = context.of(what, {small, large});
    QCOMPARE(found.number, std::optional(5e6));
    QCOMPARE(found.site, large.id);
    QVERIFY(found.from.contains(QStringLiteral("large")));
    // Missing stays missing, with the reason.
    const Measured none = context.of(what, {site("bare", "extraction")});
    QVERIFY(!none.known());
    QVERIFY(!none.missing.isEmpty());
    what.kind = MeasureKind::Estimates;
    QCOMPARE(context.of(what, {small, large}).number, std::optional(3.0));
}

void RulesTest::takesTheGradeOfTheLargestEstimateInItsUnit()
{
    Context context;
    CandidateSite mine = site("mine", "extraction");
    mine.estimates = {estimate("copper", 9e6, 0.4, "percent"),
                      estimate("copper", 2e6, 0.9, "percent"), estimate("gold", 99e6, 1.5, "g/t")};
    Measure what;
    what.kind = MeasureKind::Grade;
    what.commodity = QStringLiteral("copper");
    what.unit = QStringLiteral("percent");
    QCOMPARE(context.of(what, {mine}).number, std::optional(0.4));
    what.unit = QStringLiteral("g/t"); // 0.4 % is 4 kg in a tonne
    const Measured converted = context.of(what, {mine});
    QVERIFY(converted.number.has_value());
    QVERIFY(std::abs(*converted.number - 4000) < 1e-6);
    what.commodity = QStringLiteral("zinc");
    QVERIFY(!context.of(what, {mine}).known());
}

void RulesTest::takesTheMostAdvancedStage()
{
    Context context;
    CandidateSite closed = site("closed", "extraction");
    closed.stage = QStringLiteral("closed");
    CandidateSite begun = site("begun", "extraction");
    begun.stage = QStringLiteral("exploration");
    Measure what;
    what.kind = MeasureKind::Stage;
    // A closed mine has to begin again.
    QCOMPARE(context.of(what, {closed, begun}).word, QStringLiteral("exploration"));
    QVERIFY(!context.of(what, {site("bare", "extraction")}).known());
}

void RulesTest::countsCountriesAndMembers()
{
    Context context;
    CandidateSite us = site("us", "extraction");
    us.country = QStringLiteral("US");
    CandidateSite mx = site("mx", "processing");
    mx.country = QStringLiteral("MX");
    CandidateSite cl = site("cl", "processing");
    cl.country = QStringLiteral("CL");
    Measure what;
    what.kind = MeasureKind::Countries;
    what.among = {QStringLiteral("US"), QStringLiteral("MX")};
    QCOMPARE(context.of(what, {us, mx, cl}).number, std::optional(2.0));
    QCOMPARE(context.of(what, {cl}).number, std::optional(0.0));
    what = {};
    what.kind = MeasureKind::Members;
    QCOMPARE(context.of(what, {us, mx, cl}).number, std::optional(3.0));
    what.country = QStringLiteral("CL");
    QCOMPARE(context.of(what, {us, mx, cl}).number, std::optional(1.0));
}

void RulesTest::onlyTheRolesAskedForCount()
{
    Context context;
    Measure what;
    what.kind = MeasureKind::Members;
    what.roles = {QStringLiteral("processing")};
    QCOMPARE(
        context
            .of(what, {site("a", "extraction"), site("b", "processing"), site("c", "processing")})
            .number,
        std::optional(2.0));
}

void RulesTest::measuresDistanceOverTheGround()
{
    Context context;
    context.layers[7] = support::layerOf(
        R"({"type":"Feature","properties":{"name":"Nogales"},"geometry":{"type":"Point",
        "coordinates":[-110.94,31.33]}},{"type":"Feature","properties":{"name":"El Paso"},
        "geometry":{"type":"Point","coordinates":[-106.49,31.76]}})");
    Measure what;
    what.kind = MeasureKind::DistanceKm;
    what.layer = 7;
    const QPointF cananea(-110.29, 30.98);
    const Measured found =
        context.of(what, {site("mine", "extraction", cananea), site("lost", "processing")});
    const double expected = geo::geodesicMetres(cananea, {-110.94, 31.33}) / 1000;
    QVERIFY(found.number.has_value());
    QVERIFY2(std::abs(*found.number - expected) < 1e-6, qPrintable(QString::number(*found.number)));
    QVERIFY(std::abs(expected - 73.0) < 1.5); // by hand: 0.65 deg of longitude, 0.35 of latitude
    QVERIFY(found.from.contains(QStringLiteral("Nogales")));
    QVERIFY(!context.of(what, {site("lost", "processing")}).known());
    what.layer = 8; // no longer there
    const Measured gone = context.of(what, {site("mine", "extraction", cananea)});
    QVERIFY(!gone.known() && !gone.missing.isEmpty());
}

void RulesTest::knowsInsideFromOutside()
{
    Context context;
    context.layers[1] = squares();
    Measure what;
    what.kind = MeasureKind::Inside;
    what.layer = 1;
    const auto inside = site("in", "extraction", QPointF(-110.5, 31.5));
    const auto outside = site("out", "processing", QPointF(-112, 31.5));
    QCOMPARE(context.of(what, {outside, inside}).number, std::optional(1.0));
    QCOMPARE(context.of(what, {outside}).number, std::optional(0.0));
    QVERIFY(!context.of(what, {site("lost", "extraction")}).known());
}

void RulesTest::readsTheUnitUnderTheFirstMember()
{
    Context context;
    context.layers[1] = squares();
    Measure what;
    what.kind = MeasureKind::UnitAttribute;
    what.layer = 1;
    what.field = QStringLiteral("unit");
    const auto west = site("west", "extraction", QPointF(-110.5, 31.5));
    const auto east = site("east", "processing", QPointF(-109.5, 31.5));
    QCOMPARE(context.of(what, {west, east}).word, QStringLiteral("Qal"));
    QCOMPARE(context.of(what, {east, west}).word, QStringLiteral("Kg"));
    const Measured nowhere = context.of(what, {site("far", "extraction", QPointF(-120, 31.5))});
    QVERIFY(!nowhere.known() && !nowhere.missing.isEmpty());
}

void RulesTest::aMeasureComesBackFromItsText()
{
    for (const MeasureKind kind : shortlist::allMeasureKinds()) {
        Measure what;
        what.kind = kind;
        what.roles = {QStringLiteral("extraction")};
        const Measure same = shortlist::measureFromJson(shortlist::measureToJson(what));
        QVERIFY(same.kind == kind);
        QCOMPARE(same.roles, what.roles);
        QCOMPARE(shortlist::measureKindFromKey(shortlist::measureKindKey(kind)),
                 std::optional(kind));
        QStringList names;
        for (const auto language : {base::Language::English, base::Language::Spanish})
            names << shortlist::measureKindName(kind, base::Translation(language));
        QVERIFY(!names[0].isEmpty() && names[0] != names[1]);
    }
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             shortlist::measureFromJson(QStringLiteral("{\"kind\":\"beauty\"}")));
}

void RulesTest::gatesPassFailOrDoNotKnow()
{
    const base::Translation words(base::Language::English);
    Measure what;
    what.kind = MeasureKind::Tonnes;
    Condition atLeast;
    atLeast.atLeast = 1e6;
    const Gate big = gate(what, atLeast);
    QVERIFY(shortlist::judge(big, number(1e6), words).outcome == GateOutcome::Passed); // inclusive
    QVERIFY(shortlist::judge(big, number(999'999), words).outcome == GateOutcome::Failed);
    Measured missing;
    missing.missing = QStringLiteral("no estimate");
    const auto unknown = shortlist::judge(big, missing, words);
    QVERIFY(unknown.outcome == GateOutcome::Unknown); // never failed for want of a figure
    QVERIFY(unknown.reason.contains(QStringLiteral("no estimate")));
    Condition between;
    between.atLeast = 1;
    between.atMost = 2;
    QVERIFY(shortlist::judge(gate(what, between), number(2), words).outcome == GateOutcome::Passed);
    QVERIFY(shortlist::judge(gate(what, between), number(2.1), words).outcome ==
            GateOutcome::Failed);
    Condition oneOf;
    oneOf.oneOf = {QStringLiteral("Qal"), QStringLiteral("Kg")};
    what.kind = MeasureKind::UnitAttribute;
    QVERIFY(shortlist::judge(gate(what, oneOf), word("Kg"), words).outcome == GateOutcome::Passed);
    QVERIFY(shortlist::judge(gate(what, oneOf), word("Tv"), words).outcome == GateOutcome::Failed);
    QVERIFY(shortlist::conditionFromJson(shortlist::conditionToJson(between)) == between);
    QVERIFY(shortlist::conditionFromJson(shortlist::conditionToJson(oneOf)) == oneOf);
}

void RulesTest::gatesCompareStagesByTheirOrder()
{
    const base::Translation words(base::Language::English);
    Measure what;
    what.kind = MeasureKind::Stage;
    Condition condition;
    condition.atLeastWord = QStringLiteral("pre_feasibility");
    const Gate ready = gate(what, condition);
    const auto outcome = [&](const char* stage) {
        return shortlist::judge(ready, word(stage), words).outcome;
    };
    QVERIFY(outcome("pre_feasibility") == GateOutcome::Passed);
    QVERIFY(outcome("production") == GateOutcome::Passed);
    QVERIFY(outcome("exploration") == GateOutcome::Failed);
    QVERIFY(outcome("closed") == GateOutcome::Failed);
}

void RulesTest::gatesSayWhyInBothLanguages()
{
    Measure what;
    what.kind = MeasureKind::DistanceKm;
    Condition condition;
    condition.atMost = 400;
    const Gate near = gate(what, condition);
    const QString english =
        shortlist::judge(near, number(512), base::Translation(base::Language::English)).reason;
    const QString spanish =
        shortlist::judge(near, number(512), base::Translation(base::Language::Spanish)).reason;
    QVERIFY(english.contains(QStringLiteral("512")) && english.contains(QStringLiteral("400")));
    QVERIFY(spanish.contains(QStringLiteral("512")));
    QVERIFY(english != spanish);
}

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"
