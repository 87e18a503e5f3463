// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/color.h"
#include "geo/style.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <cmath>
#include <set>

class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsStayOutOfTheJson();
    void everyPartSurvivesTheRoundTrip();
    void absentColoursSurvive();
    void gradesSurviveInASecondVersion();
    void hatchesAndCasingsSurviveInAThird();
    void refusesWhatIsNoStyle_data();
    void refusesWhatIsNoStyle();
    void namesANewerVersion();
    void ignoresUnknownKeys();
    void parsesColours_data();
    void parsesColours();
    void aValueKeepsItsColour();
    void paletteStaysApart();
};

void StyleTest::defaultsStayOutOfTheJson()
{
    QCOMPARE(geo::styleToJson({}), QStringLiteral("{\"kind\":\"single\",\"version\":1}"));
    QVERIFY(geo::styleFromJson(geo::styleToJson({})) == geo::Style{});
}

void StyleTest::everyPartSurvivesTheRoundTrip()
{
    geo::Style style;
    style.kind = geo::StyleKind::Categorised;
    style.field = QStringLiteral("mapunit");
    style.nameField = QStringLiteral("name");
    style.labelField = QStringLiteral("código");
    style.otherColor = QColor(1, 2, 3, 128);
    style.symbol.fill = QColor(10, 20, 30, 40);
    style.symbol.stroke = QColor(50, 60, 70);
    style.symbol.strokeWidth = 1.25;
    style.symbol.dash = geo::Dash::DashDotted;
    style.symbol.shape = geo::PointShape::Triangle;
    style.symbol.pointSize = 9;
    style.categories = {{QStringLiteral("Qal"),
                         QColor(255, 255, 200),
                         {QStringLiteral("Alluvium"), QStringLiteral("Aluvión")},
                         true},
                        {QStringLiteral(""), QColor(0, 0, 0, 10), {}, false}};
    style.ordered = true;
    style.raster.ramp = geo::RasterRamp::Terrain;
    style.raster.minimum = -12.5;
    style.raster.maximum = 3000;
    const QString json = geo::styleToJson(style);
    const geo::Style read = geo::styleFromJson(json);
    QVERIFY(read == style);
    QCOMPARE(geo::styleToJson(read), json);

    for (const auto kind : {geo::StyleKind::Single, geo::StyleKind::FromColorColumn}) {
        style.kind = kind;
        QVERIFY(geo::styleFromJson(geo::styleToJson(style)) == style);
    }
    for (const auto dash : {geo::Dash::Solid, geo::Dash::Dashed, geo::Dash::Dotted}) {
        style.symbol.dash = dash;
        QVERIFY(geo::styleFromJson(geo::styleToJson(style)) == style);
    }
    for (const auto shape : {geo::PointShape::Circle, geo::PointShape::Square,
                             geo::PointShape::Diamond, geo::PointShape::Cross}) {
        style.symbol.shape = shape;
        QVERIFY(geo::styleFromJson(geo::styleToJson(style)) == style);
    }
}

void StyleTest::absentColoursSurvive()
{
    geo::Style style;
    style.symbol.fill.reset();
    style.symbol.stroke.reset();
    style.otherColor.reset();
    QVERIFY(geo::styleFromJson(geo::styleToJson(style)) == style);
    QVERIFY(!(geo::styleFromJson(geo::styleToJson(style)) == geo::Style{}));
}

void StyleTest::gradesSurviveInASecondVersion()
{
    geo::Style style;
    style.kind = geo::StyleKind::Graduated;
    style.field = QStringLiteral("ppm");
    style.grading = {geo::BreakMethod::Jenks, geo::ValueRamp::BlueOrange, true};
    style.classes = geo::classesBetween({0.1, 1.0 / 3, 1e6}, style.grading);
    style.classes[0].lower.reset();
    style.classes[0].visible = false;
    style.classes[1].label = {QStringLiteral("High"), QStringLiteral("Alto")};
    const QString json = geo::styleToJson(style);
    QVERIFY2(json.contains(QStringLiteral("\"version\":2")), qPrintable(json));
    QVERIFY(geo::styleFromJson(json) == style);
    for (const auto ramp : {geo::ValueRamp::Viridis, geo::ValueRamp::Cividis, geo::ValueRamp::Ochre,
                            geo::ValueRamp::Grey}) {
        style.grading.ramp = ramp;
        QVERIFY(geo::styleFromJson(geo::styleToJson(style)) == style);
    }
    for (const auto method :
         {geo::BreakMethod::Quantile, geo::BreakMethod::EqualInterval, geo::BreakMethod::ByHand}) {
        style.grading.method = method;
        QVERIFY(geo::styleFromJson(geo::styleToJson(style)) == style);
    }
    // What needs no second version has none: an older Veta goes on reading it.
    style.kind = geo::StyleKind::Categorised;
    QVERIFY(geo::styleToJson(style).contains(QStringLiteral("\"version\":1")));
}

void StyleTest::refusesWhatIsNoStyle_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("empty") << QString();
    QTest::newRow("list") << QStringLiteral("[]");
    QTest::newRow("no version") << QStringLiteral("{\"kind\":\"single\"}");
    QTest::newRow("kind") << QStringLiteral("{\"version\":1,\"kind\":\"rainbow\"}");
    QTest::newRow("no field") << QStringLiteral("{\"version\":1,\"kind\":\"categorised\"}");
    QTest::newRow("colour") << QStringLiteral(
        "{\"version\":1,\"kind\":\"single\",\"symbol\":{\"fill\":\"fast red\"}}");
    QTest::newRow("width") << QStringLiteral(
        "{\"version\":1,\"kind\":\"single\",\"symbol\":{\"strokeWidth\":-1}}");
    QTest::newRow("huge") << QStringLiteral(
        "{\"version\":1,\"kind\":\"single\",\"symbol\":{\"size\":1e9}}");
    QTest::newRow("category") << QStringLiteral("{\"version\":1,\"kind\":\"categorised\",\"field\":"
                                                "\"f\",\"categories\":[{\"value\":\"a\"}]}");
    QTest::newRow("class") << QStringLiteral(
        "{\"version\":2,\"kind\":\"graduated\",\"field\":\"f\",\"classes\":[{\"from\":1}]}");
    QTest::newRow("method") << QStringLiteral(
        "{\"version\":2,\"kind\":\"graduated\",\"field\":\"f\",\"method\":\"dice\"}");
}

void StyleTest::refusesWhatIsNoStyle()
{
    QFETCH(QString, json);
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::styleFromJson(json));
}

void StyleTest::hatchesAndCasingsSurviveInAThird()
{
    for (const geo::Hatch hatch :
         {geo::Hatch::Horizontal, geo::Hatch::Vertical, geo::Hatch::Rising, geo::Hatch::Falling,
          geo::Hatch::Cross, geo::Hatch::DiagonalCross, geo::Hatch::Dots}) {
        geo::Style style;
        style.symbol.hatch = hatch;
        style.symbol.hatchColor = QColor(1, 2, 3, 77);
        const QString json = geo::styleToJson(style);
        QVERIFY2(json.contains(QStringLiteral("\"version\":3")), qPrintable(json));
        QCOMPARE(geo::styleFromJson(json), style);
    }
    geo::Style cased;
    cased.symbol.casing = QColor(250, 250, 250);
    cased.symbol.casingWidth = 2.5;
    const QString json = geo::styleToJson(cased);
    QVERIFY2(json.contains(QStringLiteral("\"version\":3")), qPrintable(json));
    QCOMPARE(geo::styleFromJson(json), cased);
}

void StyleTest::namesANewerVersion()
{
    try {
        geo::styleFromJson(QStringLiteral("{\"version\":7,\"kind\":\"single\"}"));
        QFAIL("a newer style was read");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("7")), qPrintable(error.message()));
    }
}

void StyleTest::ignoresUnknownKeys()
{
    const geo::Style style = geo::styleFromJson(QStringLiteral(
        "{\"version\":1,\"kind\":\"single\",\"sparkle\":true,\"symbol\":{\"glow\":3}}"));
    QVERIFY(style == geo::Style{});
}

void StyleTest::parsesColours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name"); // empty: no colour
    const auto row = [](const char* text, const char* name) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(name);
    };
    row("255;170;0", "#ffaa00");
    row(" 0;0;0 ", "#000000");
    row("012;255;000", "#0cff00");
    row("12,34,56", "#0c2238");
    row("12, 34, 56", "#0c2238");
    row("12 34 56", "#0c2238");
    row("12/34/56", "#0c2238");
    row("rgb(12, 34, 56)", "#0c2238");
    row("RGB(12,34,56)", "#0c2238");
    row("#FFaa00", "#ffaa00");
    row("FFAA00", "#ffaa00");
    row("#fa0", "#ffaa00");
    row("256;0;0", "");
    row("1;2", "");
    row("1;2;3;4", "");
    row("-1;2;3", "");
    row("fa0", "");
    row("red", "");
    row("Qal", "");
    row("", "");
    row("#12345", "");
}

void StyleTest::parsesColours()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    const auto color = geo::parseColor(text);
    QCOMPARE(color ? color->name() : QString(), name);
}

void StyleTest::aValueKeepsItsColour()
{
    // SHA-256, first four bytes, modulo 36, by another program: another Qt, machine or order of
    // values must not change them.
    QCOMPARE(geo::categorySlot(QStringLiteral("Qal")), std::size_t(19));
    QCOMPARE(geo::categoryColor(QStringLiteral(" Qal ")),
             geo::categoryColor(QStringLiteral("Qal")));
    std::set<std::size_t> slots_;
    for (int i = 0; i < 500; ++i)
        slots_.insert(geo::categorySlot(QStringLiteral("unit %1").arg(i)));
    QCOMPARE(slots_.size(), geo::categoryPalette().size());
}

void StyleTest::paletteStaysApart()
{
    const auto& palette = geo::categoryPalette();
    QCOMPARE(palette.size(), std::size_t(36));
    const auto distance = [](const QColor& a, const QColor& b) {
        return std::hypot(a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue());
    };
    for (std::size_t i = 0; i < palette.size(); ++i) {
        // Calm: dark words stay readable on all of them, at 4.5 to 1 (WCAG 2.1, 1.4.3).
        const auto linear = [](int channel) {
            const double c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        const double light = 0.2126 * linear(palette[i].red()) +
                             0.7152 * linear(palette[i].green()) +
                             0.0722 * linear(palette[i].blue());
        QVERIFY2((light + 0.05) / 0.05 > 4.5, qPrintable(palette[i].name()));
        for (std::size_t k = i + 1; k < palette.size(); ++k)
            QVERIFY2(distance(palette[i], palette[k]) > 9,
                     qPrintable(palette[i].name() + palette[k].name()));
    }
}

QTEST_APPLESS_MAIN(StyleTest)
#include "style_test.moc"
