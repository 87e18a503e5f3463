// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/estimate_totals.h"

#include <QtTest>

using catalogue::Estimate;
using catalogue::EstimateTotals;
using catalogue::estimateTotals;
using catalogue::Source;

namespace {

constexpr base::Id Report = 1;
constexpr base::Id OtherReport = 2;

Estimate row(base::Id id, const char* category, double megatonnes, double percent,
             const char* date = "2020", base::Id source = Report)
{
    Estimate estimate;
    estimate.id = id;
    estimate.commodity = QStringLiteral("copper");
    estimate.category = QString::fromLatin1(category);
    estimate.tonnes = megatonnes * 1e6;
    estimate.grade = percent;
    estimate.gradeUnit = QStringLiteral("percent");
    estimate.effectiveDate = QString::fromLatin1(date);
    estimate.cite.source = source;
    return estimate;
}

EstimateTotals totalsOf(const std::vector<Estimate>& rows, const std::vector<Source>& sources = {})
{
    const auto all = estimateTotals(rows, sources);
    return all.empty() ? EstimateTotals() : all.front();
}

std::optional<double> megatonnes(const std::optional<double>& tonnes)
{
    return tonnes ? std::optional(*tonnes / 1e6) : std::nullopt;
}

} // namespace

class EstimateTotalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Published: 100 Mt at 1 % indicated and 70 Mt at 1.5 % inferred of one report hold 2.05 Mt.
    void rowsOfOneReportAddUp()
    {
        const auto totals = totalsOf({row(1, "indicated", 100, 1), row(2, "inferred", 70, 1.5)});
        QCOMPARE(*megatonnes(totals.screening->oreTonnes), 170.0);
        QCOMPARE(*megatonnes(totals.screening->containedTonnes), 2.05);
        QVERIFY(qAbs(*totals.screening->grade - 2.05 / 170) < 1e-12);
        // Inferred is never added to better known tonnes without the label.
        QVERIFY(totals.needsLabel);
        QCOMPARE(*megatonnes(totals.measuredIndicated.oreTonnes), 100.0);
        QCOMPARE(*megatonnes(totals.inferred.containedTonnes), 1.05);
        QCOMPARE(totals.counted, (std::vector<base::Id>{1, 2}));
        const base::Translation english(base::Language::English);
        auto lines = catalogue::inWords(totals, english);
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[0].name, QStringLiteral("Measured and indicated"));
        QCOMPARE(lines[1].text.replace(QChar::Nbsp, u' '),
                 QStringLiteral("70 Mt at 1.5 %, 1.05 Mt contained"));
        QVERIFY(lines[2].text.contains(catalogue::screeningLabel(english)));
        const base::Translation spanish(base::Language::Spanish);
        QVERIFY(catalogue::inWords(totals, spanish)[2].text.contains(
            catalogue::screeningLabel(spanish)));
        QVERIFY(catalogue::screeningLabel(spanish) != catalogue::screeningLabel(english));
    }

    // Published: a newer date of the same source replaces the older: 70 Mt, 1.05 Mt.
    void aNewerReportReplacesAnOlderOne()
    {
        const auto totals =
            totalsOf({row(1, "indicated", 100, 1, "2018"), row(2, "inferred", 70, 1.5, "2020-05")});
        QCOMPARE(*megatonnes(totals.screening->oreTonnes), 70.0);
        QCOMPARE(*megatonnes(totals.screening->containedTonnes), 1.05);
        QVERIFY(!totals.needsLabel); // inferred alone says so itself
        QCOMPARE(totals.replaced, std::vector<base::Id>{1});
        QCOMPARE(totals.date, QStringLiteral("2020-05"));
    }

    void aNewerSourceReplacesAnOlderOne()
    {
        Source source;
        source.id = OtherReport;
        source.published = QStringLiteral("2022");
        const auto totals = totalsOf(
            {row(1, "measured", 100, 1, "2021"), row(2, "measured", 80, 1, "", OtherReport)},
            {source});
        QCOMPARE(*totals.source, OtherReport);
        QCOMPARE(*megatonnes(totals.measuredIndicated.oreTonnes), 80.0);
    }

    void ofOneDateTheLowerRankCounts()
    {
        std::vector<Source> sources(2);
        sources[0].id = Report;
        sources[1].id = OtherReport;
        sources[1].rank = 1;
        const std::vector<Estimate> rows{row(1, "measured", 100, 1),
                                         row(2, "measured", 80, 1, "2020", OtherReport)};
        QCOMPARE(*totalsOf(rows, sources).source, OtherReport);
        sources[1].rank.reset();
        QCOMPARE(*totalsOf(rows, sources).source, Report); // the one with more ore
    }

    void aSumAndItsPartsCountOnce_data()
    {
        QTest::addColumn<QStringList>("categories"); // 10, 20, 30 … Mt
        QTest::addColumn<double>("ore");
        QTest::addColumn<int>("repeated");
        const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
        QTest::newRow("parts that are all there")
            << words("measured indicated measured_indicated") << 30.0 << 1;
        QTest::newRow("one part is missing") << words("measured measured_indicated") << 20.0 << 1;
        QTest::newRow("sums within sums")
            << words("measured_indicated inferred measured_indicated_inferred") << 30.0 << 1;
        QTest::newRow("of reserves") << words("proved probable proved_probable") << 30.0 << 1;
        QTest::newRow("two ore bodies of one sum")
            << words("measured_indicated measured_indicated") << 30.0 << 0;
        QTest::newRow("two ore bodies of one part") << words("measured measured") << 30.0 << 0;
        QTest::newRow("nothing repeats") << words("measured_indicated inferred") << 30.0 << 0;
    }
    void aSumAndItsPartsCountOnce()
    {
        QFETCH(QStringList, categories);
        QFETCH(double, ore);
        QFETCH(int, repeated);
        std::vector<Estimate> rows;
        for (int i = 0; i < int(categories.size()); ++i)
            rows.push_back(row(i + 1, qPrintable(categories[i]), 10 * (i + 1), 1));
        const auto totals = totalsOf(rows);
        QVERIFY(totals.screening.has_value());
        QCOMPARE(*megatonnes(totals.screening->oreTonnes), ore);
        QCOMPARE(int(totals.repeated.size()), repeated);
        QCOMPARE(totals.counted.size() + totals.repeated.size(), rows.size());
    }

    void whetherResourcesHoldReservesIsAsked()
    {
        std::vector<Estimate> rows{row(1, "measured_indicated", 100, 1),
                                   row(2, "proved_probable", 60, 1)};
        auto totals = totalsOf(rows);
        QVERIFY(!totals.screening);
        QVERIFY(catalogue::inWords(totals, base::Translation(base::Language::English))
                    .back()
                    .text.startsWith(QStringLiteral("not added")));
        QCOMPARE(*megatonnes(totals.reserves.oreTonnes), 60.0);
        rows[0].includesReserves = true;
        QCOMPARE(*megatonnes(totalsOf(rows).screening->oreTonnes), 100.0);
        rows[0].includesReserves = false;
        totals = totalsOf(rows);
        QCOMPARE(*megatonnes(totals.screening->oreTonnes), 160.0);
        QVERIFY(!totals.needsLabel);
        rows.push_back(row(3, "inferred", 10, 1)); // which says nothing
        QVERIFY(!totalsOf(rows).screening);
    }

    void metalIsStatedOrDerived()
    {
        auto stated = row(1, "measured", 100, 1);
        stated.containedTonnes = 0.9e6; // after losses: the source's word counts
        QCOMPARE(*megatonnes(totalsOf({stated}).screening->containedTonnes), 0.9);
        auto gold = row(1, "measured", 10, 2.5);
        gold.gradeUnit = QStringLiteral("g/t");
        QCOMPARE(*totalsOf({gold}).screening->containedTonnes, 25.0);
        auto brine = row(1, "measured", 10, 400);
        brine.gradeUnit = QStringLiteral("mg/L");
        QVERIFY(!totalsOf({brine}).screening->containedTonnes);
        QVERIFY(!totalsOf({brine}).screening->grade);
        // One row without a figure makes the sum unknown, not smaller.
        auto bare = row(2, "indicated", 10, 1);
        bare.grade.reset();
        QVERIFY(!totalsOf({stated, bare}).screening->containedTonnes);
        QCOMPARE(*megatonnes(totalsOf({stated, bare}).screening->oreTonnes), 110.0);
    }

    void targetsAreNoResources()
    {
        const auto totals = totalsOf({row(1, "exploration_target", 500, 1)});
        QVERIFY(!totals.screening);
        QVERIFY(totals.counted.empty());
        QVERIFY(estimateTotals({}, {}).empty());
    }

    void commoditiesStandApart()
    {
        auto zinc = row(2, "measured", 300, 4);
        zinc.commodity = QStringLiteral("zinc");
        const auto all = estimateTotals({row(1, "measured", 100, 1), zinc}, {});
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].commodity, QStringLiteral("zinc"));
        QCOMPARE(*megatonnes(all[0].screening->containedTonnes), 12.0);
    }
};

QTEST_GUILESS_MAIN(EstimateTotalsTest)
#include "estimate_totals_test.moc"
