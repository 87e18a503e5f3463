// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/class_breaks.h"
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using geo::BreakMethod;
using geo::classBreaks;

namespace {

// Squares within classes, by the definition.
double squaresWithin(std::vector<double> values, const std::vector<double>& bounds)
{
    std::sort(values.begin(), values.end());
    double squares = 0;
    std::size_t at = 0;
    for (std::size_t i = 1; i < bounds.size(); ++i) {
        const std::size_t begin = at;
        double sum = 0;
        for (; at < values.size() && values[at] <= bounds[i]; ++at)
            sum += values[at];
        for (std::size_t k = begin; k < at; ++k)
            squares += std::pow(values[k] - sum / double(at - begin), 2);
    }
    return at == values.size() ? squares : std::numeric_limits<double>::infinity();
}

// Every way to choose upper bounds among the different values.
double leastOfAll(const std::vector<double>& values, std::size_t classes)
{
    std::vector<double> different = values;
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    std::vector<bool> chosen(different.size() - 1, false);
    std::fill(chosen.begin(), chosen.begin() + std::ptrdiff_t(classes - 1), true);
    double least = std::numeric_limits<double>::infinity();
    do {
        std::vector<double> bounds{different.front()};
        for (std::size_t i = 0; i < chosen.size(); ++i)
            if (chosen[i])
                bounds.push_back(different[i]);
        bounds.push_back(different.back());
        least = std::min(least, squaresWithin(values, bounds));
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    return least;
}

} // namespace

class ClassBreaksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalIntervals();
    void quantilesAreThoseOfR();
    void jenksOfAnExample();
    void jenksIsTheBestOfAll();
    void jenksKeepsItsDigits();
    void manyValuesAreGrouped();
    void fewValuesGiveFewClasses();
    void countsAreBroughtIntoBounds();
};

void ClassBreaksTest::equalIntervals()
{
    QCOMPARE(classBreaks({10, 0, 3, 4}, BreakMethod::EqualInterval, 4),
             (std::vector<double>{0, 2.5, 5, 7.5, 10}));
    // The last bound is the greatest value itself, whatever rounding does.
    const auto bounds = classBreaks({0.1, 0.7}, BreakMethod::EqualInterval, 6);
    QCOMPARE(bounds.size(), std::size_t(7));
    QVERIFY(bounds.front() == 0.1 && bounds.back() == 0.7);
}

// R: quantile(c(1, 2, 4, 8, 16, 32, 64), (0:4) / 4), and the same by hand: (n - 1) p = 1.5, 3, 4.5.
void ClassBreaksTest::quantilesAreThoseOfR()
{
    QCOMPARE(classBreaks({64, 1, 2, 4, 8, 16, 32}, BreakMethod::Quantile, 4),
             (std::vector<double>{1, 3, 8, 24, 64}));
    // What falls together is one class.
    QCOMPARE(classBreaks({0, 0, 0, 0, 0, 0, 0, 9}, BreakMethod::Quantile, 4),
             (std::vector<double>{0, 0, 9}));
}

// A textbook's example: of 4, 5, 9, 10 in two classes the squares within are 14, 1 and 14.
void ClassBreaksTest::jenksOfAnExample()
{
    QCOMPARE(classBreaks({4, 5, 9, 10}, BreakMethod::Jenks, 2), (std::vector<double>{4, 5, 10}));
    QCOMPARE(squaresWithin({4, 5, 9, 10}, {4, 5, 10}), 1.0);
    QCOMPARE(squaresWithin({4, 5, 9, 10}, classBreaks({4, 5, 9, 10}, BreakMethod::Jenks, 3)), 0.5);
    // That of the package Ckmeans.1d.dp (Wang & Song 2011): four of -1, three of 2, and 4, 5, 6.
    QCOMPARE(classBreaks({-1, 2, -1, 2, 4, 5, 6, -1, 2, -1}, BreakMethod::Jenks, 3),
             (std::vector<double>{-1, -1, 2, 6}));
}

void ClassBreaksTest::jenksIsTheBestOfAll()
{
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const int different = 4 + int(random() % 8);
        std::vector<double> values;
        for (int i = 0; i < different; ++i)
            values.insert(values.end(), 1 + random() % 3,
                          std::ldexp(double(random() % 1000), int(random() % 4)));
        std::vector<double> unique = values;
        std::sort(unique.begin(), unique.end());
        unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
        for (std::size_t classes = 2; classes <= std::min<std::size_t>(6, unique.size());
             ++classes) {
            const auto bounds = classBreaks(values, BreakMethod::Jenks, classes);
            QCOMPARE(bounds.size(), classes + 1);
            const double squares = squaresWithin(values, bounds);
            const double least = leastOfAll(values, classes);
            QVERIFY2(squares <= least * (1 + 1e-9) + 1e-9,
                     qPrintable(QStringLiteral("%1 > %2").arg(squares).arg(least)));
        }
    }
}

void ClassBreaksTest::jenksKeepsItsDigits()
{
    // Squares of what lies a million million away must not swallow steps of a hundredth.
    std::vector<double> values;
    for (const double step : {0.00, 0.01, 0.02, 0.50, 0.51, 0.98, 0.99})
        values.push_back(1e12 + step);
    const auto bounds = classBreaks(values, BreakMethod::Jenks, 3);
    QCOMPARE(bounds, (std::vector<double>{values[0], values[2], values[4], values[6]}));
}

void ClassBreaksTest::manyValuesAreGrouped()
{
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal(0, 1);
    std::vector<double> values;
    for (int i = 0; i < 300'000; ++i)
        values.push_back(normal(random) + (i % 3) * 20);
    const auto bounds = classBreaks(values, BreakMethod::Jenks, 3);
    QCOMPARE(bounds.size(), std::size_t(4));
    QVERIFY2(bounds[1] > 2.5 && bounds[1] < 15, qPrintable(QString::number(bounds[1])));
    QVERIFY2(bounds[2] > 22.5 && bounds[2] < 35, qPrintable(QString::number(bounds[2])));
    QCOMPARE(bounds.back(), *std::max_element(values.begin(), values.end()));
}

void ClassBreaksTest::fewValuesGiveFewClasses()
{
    const double none = std::nan("");
    for (const auto method :
         {BreakMethod::EqualInterval, BreakMethod::Quantile, BreakMethod::Jenks}) {
        QVERIFY(classBreaks({}, method, 5).empty());
        QVERIFY(classBreaks({none, std::numeric_limits<double>::infinity()}, method, 5).empty());
        QCOMPARE(classBreaks({7, none, 7}, method, 5), (std::vector<double>{7, 7}));
    }
    QCOMPARE(classBreaks({1, 2, 2, 3}, BreakMethod::Jenks, 5), (std::vector<double>{1, 1, 2, 3}));
}

void ClassBreaksTest::countsAreBroughtIntoBounds()
{
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i)
        values.push_back(i);
    QCOMPARE(classBreaks(values, BreakMethod::EqualInterval, 0).size(), std::size_t(3));
    QCOMPARE(classBreaks(values, BreakMethod::Jenks, 99).size(), std::size_t(13));
}

QTEST_APPLESS_MAIN(ClassBreaksTest)
#include "class_breaks_test.moc"
