// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/color_ramp.h"
#include <QtTest>
#include <array>
#include <cmath>

namespace {

constexpr std::array<geo::ValueRamp, 5> Ramps{geo::ValueRamp::Viridis, geo::ValueRamp::Cividis,
                                              geo::ValueRamp::Ochre, geo::ValueRamp::Grey,
                                              geo::ValueRamp::BlueOrange};

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

// CIE L* of 1976, D65.
double lightness(const QColor& color)
{
    const double y = 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) +
                     0.0722 * linear(color.blue());
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

// As deuteranopes see it: Viénot, Brettel & Mollon (1999), in linear RGB.
std::array<double, 3> asDeuteranope(const QColor& color)
{
    const double r = linear(color.red());
    const double g = linear(color.green());
    const double b = linear(color.blue());
    const double yellow = 0.29275 * r + 0.70725 * g;
    return {std::cbrt(yellow), std::cbrt(-0.02234 * r + 0.02234 * g + b), lightness(color) / 100};
}

} // namespace

class ColorRampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnds();
    void lightnessGoesInEvenSteps();
    void staysApartForColourBlindEyes();
    void isFoundAgain();
};

void ColorRampTest::theEnds()
{
    QCOMPARE(geo::rampColor(geo::ValueRamp::Viridis, 0).name(), QStringLiteral("#440154"));
    QCOMPARE(geo::rampColor(geo::ValueRamp::Viridis, 7).name(), QStringLiteral("#fde725"));
    QCOMPARE(geo::rampColor(geo::ValueRamp::Cividis, -1).name(), QStringLiteral("#00224e"));
    QCOMPARE(geo::rampColor(geo::ValueRamp::Cividis, 1).name(), QStringLiteral("#fee838"));
    QCOMPARE(geo::rampColors(geo::ValueRamp::Grey, 3, true).front(),
             geo::rampColor(geo::ValueRamp::Grey, 1));
    QCOMPARE(geo::rampColors(geo::ValueRamp::Grey, 1).front(),
             geo::rampColor(geo::ValueRamp::Grey, 0.5));
}

void ColorRampTest::lightnessGoesInEvenSteps()
{
    for (const geo::ValueRamp ramp : Ramps) {
        const bool diverging = ramp == geo::ValueRamp::BlueOrange;
        const double from = diverging ? 0.5 : 0;
        std::vector<double> steps;
        for (int i = 0; i < 10; ++i) {
            const double here = from + (1 - from) * i / 10;
            const double there = from + (1 - from) * (i + 1) / 10;
            steps.push_back(lightness(geo::rampColor(ramp, there)) -
                            lightness(geo::rampColor(ramp, here)));
        }
        double sum = 0;
        for (const double step : steps)
            sum += step;
        for (const double step : steps)
            QVERIFY2(step / sum > 0.05 && step / sum < 0.17,
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(int(ramp)).arg(step).arg(sum)));
        QVERIFY2(std::abs(sum) > 35, qPrintable(QString::number(sum)));
    }
}

void ColorRampTest::staysApartForColourBlindEyes()
{
    for (const geo::ValueRamp ramp : Ramps) {
        const auto colors = geo::rampColors(ramp, 7);
        for (std::size_t i = 0; i < colors.size(); ++i)
            for (std::size_t k = i + 1; k < colors.size(); ++k) {
                const auto a = asDeuteranope(colors[i]);
                const auto b = asDeuteranope(colors[k]);
                const double apart = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
                QVERIFY2(apart > 0.06, qPrintable(QStringLiteral("%1: %2 %3 %4")
                                                      .arg(int(ramp))
                                                      .arg(colors[i].name(), colors[k].name())
                                                      .arg(apart)));
            }
    }
}

void ColorRampTest::isFoundAgain()
{
    for (const geo::ValueRamp ramp : Ramps)
        for (const bool reversed : {false, true}) {
            const auto colors = geo::rampColors(ramp, 5, reversed);
            const auto found = geo::rampOf(colors);
            QVERIFY(found && found->ramp == ramp && found->reversed == reversed);
        }
    auto colors = geo::rampColors(geo::ValueRamp::Viridis, 5);
    colors[2] = Qt::red;
    QVERIFY(!geo::rampOf(colors));
    QVERIFY(!geo::rampOf({}));
}

QTEST_APPLESS_MAIN(ColorRampTest)
#include "color_ramp_test.moc"
