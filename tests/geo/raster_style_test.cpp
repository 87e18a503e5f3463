// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/legend.h"
#include "geo/raster_source.h"
#include "geo/style.h"
#include "geo/symbol_painter.h"
#include <QJsonDocument>
#include <QtTest>
#include <array>
#include <cmath>

Q_DECLARE_METATYPE(geo::RasterRamp)

namespace {

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

using Lab = std::array<double, 3>;

// OKLab (Ottosson 2020) of light in sRGB's primaries.
Lab oklab(double r, double g, double b)
{
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

// As those see it who lack the medium or the long cones: Machado, Oliveira & Fernandes (2009), full
// severity.
constexpr std::array<double, 9> Deuteranopia{0.367322, 0.860646,  -0.227968, 0.280085, 0.672501,
                                             0.047413, -0.011820, 0.042940,  0.968881};
constexpr std::array<double, 9> Protanopia{0.152286, 1.052583,  -0.204868, 0.114503, 0.786281,
                                           0.099216, -0.003882, -0.048116, 1.051998};
constexpr std::array<double, 9> Normal{1, 0, 0, 0, 1, 0, 0, 0, 1};

Lab seen(const QColor& color, const std::array<double, 9>& eye)
{
    const std::array<double, 3> light{linear(color.red()), linear(color.green()),
                                      linear(color.blue())};
    std::array<double, 3> changed{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            changed[i] += eye[i * 3 + j] * light[j];
    return oklab(std::max(0.0, changed[0]), std::max(0.0, changed[1]), std::max(0.0, changed[2]));
}

double distance(const Lab& a, const Lab& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

geo::RasterStyle roundTrip(const geo::RasterStyle& style)
{
    return geo::rasterStyleFromJson(geo::rasterStyleToJson(style));
}

} // namespace

class RasterStyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartSurvivesTheRoundTrip();
    void oldStylesKeepTheirVersion();
    void refusesWhatIsNoStyle_data();
    void refusesWhatIsNoStyle();
    void rampsAreEvenForEveryEye_data();
    void rampsAreEvenForEveryEye();
    void theMiddleOfAnomaliesIsPale();
    void rangesFollowTheirKind();
    void endsAreWrittenAsTheReaderWrites();
};

void RasterStyleTest::everyPartSurvivesTheRoundTrip()
{
    QVERIFY(geo::rasterStyleToJson({}).isEmpty());
    geo::RasterStyle style;
    style.look = geo::RasterLook::ShadedRamp;
    style.ramp = geo::RasterRamp::Cividis;
    style.reversed = true;
    style.range = geo::RasterRange::Deviations;
    style.lowPercentile = 0.5;
    style.highPercentile = 99.5;
    style.deviations = 1.5;
    style.minimum = -12.25;
    style.maximum = 0;
    style.relief = {300, 30, 2.5};
    QVERIFY(roundTrip(style) == style);
    for (const auto look : {geo::RasterLook::Ramp, geo::RasterLook::Hillshade}) {
        style.look = look;
        QVERIFY(roundTrip(style) == style);
    }
    for (const auto ramp : {geo::RasterRamp::Grey, geo::RasterRamp::Viridis, geo::RasterRamp::Magma,
                            geo::RasterRamp::BlueRed, geo::RasterRamp::Terrain}) {
        style.ramp = ramp;
        QVERIFY(roundTrip(style) == style);
    }
    geo::Style whole;
    whole.raster = style;
    whole.blend = geo::Blend::Multiply;
    QVERIFY(geo::styleFromJson(geo::styleToJson(whole)) == whole);
}

void RasterStyleTest::oldStylesKeepTheirVersion()
{
    const auto version = [](const geo::Style& style) {
        return QJsonDocument::fromJson(geo::styleToJson(style).toUtf8())
            .object()
            .value(QStringLiteral("version"))
            .toInt();
    };
    geo::Style style;
    style.raster.ramp = geo::RasterRamp::Terrain;
    style.raster.minimum = 3;
    QCOMPARE(version(style), 1);
    // What an older program would draw otherwise, or not at all, it is to refuse.
    for (const auto change : {+[](geo::Style& s) { s.blend = geo::Blend::Multiply; },
                              +[](geo::Style& s) { s.raster.reversed = true; },
                              +[](geo::Style& s) { s.raster.ramp = geo::RasterRamp::Magma; },
                              +[](geo::Style& s) { s.raster.look = geo::RasterLook::Hillshade; },
                              +[](geo::Style& s) { s.raster.lowPercentile = 5; }}) {
        geo::Style changed = style;
        change(changed);
        QCOMPARE(version(changed), 2);
    }
    const geo::Style old = geo::styleFromJson(
        QStringLiteral("{\"version\":1,\"kind\":\"single\",\"raster\":{\"ramp\":\"viridis\","
                       "\"minimum\":-1.5,\"maximum\":20}}"));
    QCOMPARE(old.raster.ramp, geo::RasterRamp::Viridis);
    QCOMPARE(old.raster.minimum, std::optional(-1.5));
    QCOMPARE(old.raster.maximum, std::optional(20.0));
    QCOMPARE(old.raster.look, geo::RasterLook::Ramp);
}

void RasterStyleTest::refusesWhatIsNoStyle_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char* json :
         {R"({"ramp":"turbo"})", R"({"look":"glossy"})", R"({"range":"all"})", R"({"low":-1})",
          R"({"high":101})", R"({"low":60,"high":40})", R"({"altitude":0})", R"({"azimuth":"N"})",
          R"({"exaggeration":0})", R"({"deviations":0})"})
        QTest::newRow(json) << QByteArray(json);
}

void RasterStyleTest::refusesWhatIsNoStyle()
{
    QFETCH(QByteArray, json);
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             geo::rasterStyleFromJson(QJsonDocument::fromJson(json).object()));
}

void RasterStyleTest::rampsAreEvenForEveryEye_data()
{
    QTest::addColumn<geo::RasterRamp>("ramp");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("grey") << geo::RasterRamp::Grey << 0.0 << 1.0;
    QTest::newRow("viridis") << geo::RasterRamp::Viridis << 0.0 << 1.0;
    QTest::newRow("cividis") << geo::RasterRamp::Cividis << 0.0 << 1.0;
    QTest::newRow("magma") << geo::RasterRamp::Magma << 0.0 << 1.0;
    QTest::newRow("blue to the middle") << geo::RasterRamp::BlueRed << 0.0 << 0.5;
    QTest::newRow("red to the middle") << geo::RasterRamp::BlueRed << 1.0 << 0.5;
}

void RasterStyleTest::rampsAreEvenForEveryEye()
{
    QFETCH(geo::RasterRamp, ramp);
    QFETCH(double, from);
    QFETCH(double, to);
    constexpr int Steps = 10;
    const auto color = [&](int step) {
        return geo::rampColor(ramp, from + (to - from) * step / Steps);
    };
    for (const auto& eye : {Normal, Deuteranopia, Protanopia}) {
        double least = 10;
        double most = 0;
        for (int step = 1; step <= Steps; ++step) {
            const Lab before = seen(color(step - 1), eye);
            const Lab after = seen(color(step), eye);
            QVERIFY2(after[0] > before[0], "it does not grow lighter");
            least = std::min(least, distance(before, after));
            most = std::max(most, distance(before, after));
        }
        // No step is lost to any eye, and none stands out as an edge that is not in the values.
        QVERIFY2(least > 0.02, qPrintable(QString::number(least)));
        QVERIFY2(most < 4 * least, qPrintable(QStringLiteral("%1 %2").arg(least).arg(most)));
    }
}

void RasterStyleTest::theMiddleOfAnomaliesIsPale()
{
    const QColor middle = geo::rampColor(geo::RasterRamp::BlueRed, 0.5);
    QVERIFY(middle.lightness() > 235 && middle.hsvSaturation() < 10);
    const QColor low = geo::rampColor(geo::RasterRamp::BlueRed, 0);
    const QColor high = geo::rampColor(geo::RasterRamp::BlueRed, 1);
    QVERIFY(low.blue() > low.red() + 60 && high.red() > high.blue() + 60);
    // Both ends lie equally far.
    QVERIFY(std::abs(seen(low, Normal)[0] - seen(high, Normal)[0]) < 0.02);
}

void RasterStyleTest::rangesFollowTheirKind()
{
    geo::ValueDistribution values;
    values.mean = 40;
    values.deviation = 10;
    for (int i = 0; i <= 1000; ++i)
        values.parts.push_back(float(i) / 10);
    const auto is = [&](const geo::RasterStyle& style, double low, double high) {
        const auto range = geo::rampRange(style, values);
        return range && std::abs(range->first - low) < 1e-4 &&
               std::abs(range->second - high) < 1e-4;
    };
    geo::RasterStyle style;
    QVERIFY(is(style, 2, 98));
    style.lowPercentile = 0;
    style.highPercentile = 99.95;
    QVERIFY(is(style, 0, 99.95));
    style.range = geo::RasterRange::Deviations;
    style.deviations = 1.5;
    QVERIFY(is(style, 25, 55));
    style.maximum = 70;
    QVERIFY(is(style, 25, 70));
    QVERIFY(!geo::rampRange(style, std::nullopt));
    style.minimum = -3;
    QVERIFY(geo::rampRange(style, std::nullopt) == std::optional(std::pair(-3.0, 70.0)));
}

void RasterStyleTest::endsAreWrittenAsTheReaderWrites()
{
    const auto text = [](double low, double high, const char* unit) {
        QString words =
            geo::valueRangeText({low, high}, QString::fromUtf8(unit), base::Language::English);
        return words.replace(QChar::Nbsp, u' ');
    };
    QCOMPARE(text(120.4, 3199.6, "m"), QStringLiteral("120 – 3,200 m"));
    QCOMPARE(text(0.123, 0.456, ""), QStringLiteral("0.123 – 0.456"));
    QCOMPARE(text(5, 5, "nT"), QStringLiteral("5 – 5 nT"));
    const QString spanish =
        geo::valueRangeText({1234.5, 99999}, QString(), base::Language::Spanish);
    const QLocale locale = base::localeOf(base::Language::Spanish);
    QCOMPARE(spanish, QStringLiteral("%1 – %2").arg(locale.toString(1234.5, 'f', 0),
                                                    locale.toString(99999.0, 'f', 0)));
}

QTEST_GUILESS_MAIN(RasterStyleTest)
#include "raster_style_test.moc"
