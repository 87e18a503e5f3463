// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/method.h"

#include <QtTest>

using Values = std::vector<std::vector<std::optional<double>>>;

class MethodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightsCountByTheirRatios()
    {
        const Values values{{1.0, 0.0}, {0.25, 0.75}};
        const auto small = shortlist::WeightedSum().score(values, {1, 3});
        const auto large = shortlist::WeightedSum().score(values, {25, 75});
        for (size_t i = 0; i < values.size(); ++i)
            QCOMPARE(small.alternatives[i].score, large.alternatives[i].score);
        QCOMPARE(small.alternatives[0].score, 0.25);
        QCOMPARE(small.alternatives[1].score, 0.625);
        QCOMPARE(small.alternatives[1].contributions[1], 0.5625);
    }

    void whatIsNotKnownTakesItsWeightAlong()
    {
        const auto result = shortlist::WeightedSum().score({{0.5, std::nullopt}}, {20, 80});
        QCOMPARE(result.alternatives[0].score, 0.5);
        QCOMPARE(result.alternatives[0].coverage, 0.2);
        QVERIFY(!result.alternatives[0].contributions[1]);
    }

    void nothingKnownIsNoScore()
    {
        const auto result = shortlist::WeightedSum().score({{std::nullopt}}, {1});
        QVERIFY(!result.alternatives[0].score);
        QCOMPARE(result.alternatives[0].coverage, 0.0);
    }

    void equalScoresShareAPlace()
    {
        const auto places = shortlist::ranks({0.2, 0.7, std::nullopt, 0.7, 0.9});
        const std::vector<std::optional<int>> expected{4, 2, std::nullopt, 2, 1};
        QCOMPARE(places, expected);
    }
};

QTEST_APPLESS_MAIN(MethodTest)
#include "method_test.moc"
