// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_qml.h"

#include "base/error.h"
#include "tests/support/style_samples.h"
#include <QtTest>

using geo::GeometryKind;
using geo::StyleKind;

class StyleQmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void symbolsComeBack();
    void hatchesAndCasingsComeBack();
    void readsPatternsOfQgis();
    void saysWhatQgisCannot();
    void readsCategoriesOfQgis();
    void readsRangesOfQgis();
    void readsALineOfQgis();
    void readsUnits_data();
    void readsUnits();
    void readsOlderFiles();
    void openRangesAreOpen();
    void labelsAndFieldsByExpression();
    void refusesOtherRenderers();
    void namesTheLine();
};

void StyleQmlTest::comesBackAsItWas_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("geometry");
    for (const auto kind : {StyleKind::Single, StyleKind::Categorised, StyleKind::Graduated,
                            StyleKind::FromColorColumn})
        for (const auto geometry : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon})
            QTest::addRow("%d %d", int(kind), int(geometry)) << int(kind) << int(geometry);
}

void StyleQmlTest::comesBackAsItWas()
{
    QFETCH(int, kind);
    QFETCH(int, geometry);
    geo::StyleToWrite given = support::styleSample(StyleKind(kind), GeometryKind(geometry));
    given.style.labelField = QStringLiteral("name");
    given.opacity = 0.5;
    const geo::StyleBytes written = geo::writeQml(given);
    QCOMPARE(support::textsOf(written.issues), QStringList());
    const geo::StyleFile read = geo::readQml(written.bytes, QStringLiteral("a.qml"));
    QCOMPARE(support::textsOf(read.issues), QStringList());
    QCOMPARE(read.kind, GeometryKind(geometry));
    QCOMPARE(read.opacity, std::optional(0.5));
    QCOMPARE(geo::styleToJson(read.style), geo::styleToJson(given.style));
}

void StyleQmlTest::symbolsComeBack()
{
    const auto back = [](const geo::StyleToWrite& given) {
        return geo::readQml(geo::writeQml(given).bytes, QStringLiteral("a.qml")).style.symbol;
    };
    auto given = support::styleSample(StyleKind::Single, GeometryKind::Point);
    for (const auto dash : {geo::Dash::Dashed, geo::Dash::Dotted, geo::Dash::DashDotted}) {
        given.style.symbol.dash = dash;
        QVERIFY(back(given) == given.style.symbol);
    }
    for (const auto shape : {geo::PointShape::Square, geo::PointShape::Triangle,
                             geo::PointShape::Diamond, geo::PointShape::Cross}) {
        given.style.symbol.shape = shape;
        given.style.symbol.pointSize += 1.625;
        QVERIFY(back(given) == given.style.symbol);
    }
    given.style.symbol.fill = QColor(1, 2, 3, 44);
    given.style.symbol.stroke = QColor(5, 6, 7, 88);
    QVERIFY(back(given) == given.style.symbol);
    given.kind = GeometryKind::Polygon;
    given.style.symbol = {};
    given.style.symbol.fill.reset();
    QVERIFY(back(given) == given.style.symbol);
    given.style.symbol = {};
    given.style.symbol.stroke.reset();
    QVERIFY(!back(given).stroke && back(given).fill == given.style.symbol.fill);
}

void StyleQmlTest::hatchesAndCasingsComeBack()
{
    const auto back = [](const geo::StyleToWrite& given) {
        return geo::readQml(geo::writeQml(given).bytes, QStringLiteral("a.qml")).style;
    };
    for (const geo::StyleToWrite& given : support::hatchesAndCasings())
        QCOMPARE(geo::styleToJson(back(given)), geo::styleToJson(given.style));
}

void StyleQmlTest::readsPatternsOfQgis()
{
    const QByteArray head = "<qgis><renderer-v2 type='singleSymbol'><symbols><symbol type='fill' "
                            "name='0'>";
    const QByteArray tail = "</symbol></symbols></renderer-v2></qgis>";
    const geo::StyleFile read = geo::readQml(
        head +
            "<layer class='SimpleFill'><prop k='color' v='1,2,3,255'/><prop k='style' v='solid'/>"
            "<prop k='outline_style' v='no'/></layer>"
            "<layer class='LinePatternFill'><prop k='angle' v='140'/><prop k='color' "
            "v='0,0,0,255'/><symbol type='line'><layer class='SimpleLine'><prop k='line_color' "
            "v='7,8,9,255'/></layer></symbol></layer>" +
            tail,
        QStringLiteral("a.qml"));
    QVERIFY(read.style.symbol.fill == QColor(1, 2, 3));
    QCOMPARE(read.style.symbol.hatch, geo::Hatch::Falling);
    QCOMPARE(read.style.symbol.hatchColor, QColor(7, 8, 9));
    QCOMPARE(
        support::textsOf(read.issues),
        QStringList({QStringLiteral("A pattern is drawn by the nearest of Veta’s own hatches.")}));
}

void StyleQmlTest::saysWhatQgisCannot()
{
    auto given = support::styleSample(StyleKind::Graduated, GeometryKind::Point);
    given.style.otherColor = QColor(1, 2, 3);
    QCOMPARE(geo::writeQml(given).issues.size(), std::size_t(1));
    given = support::styleSample(StyleKind::Categorised, GeometryKind::Point);
    given.style.categories.push_back({QString(), QColor(9, 9, 9), {}, true});
    const geo::StyleBytes written = geo::writeQml(given);
    QCOMPARE(written.issues.size(), std::size_t(1));
    const geo::StyleFile read = geo::readQml(written.bytes, QStringLiteral("a.qml"));
    QCOMPARE(read.style.categories.size(), std::size_t(3));
    QVERIFY(read.style.otherColor == given.style.otherColor);
}

void StyleQmlTest::readsCategoriesOfQgis()
{
    const geo::StyleFile read =
        geo::readQml(support::styleData("units.qml"), QStringLiteral("units.qml"));
    const geo::Style& style = read.style;
    QCOMPARE(read.kind, GeometryKind::Polygon);
    QCOMPARE(read.opacity, std::optional(0.75));
    QCOMPARE(style.kind, StyleKind::Categorised);
    QCOMPARE(style.field, QStringLiteral("unit"));
    QCOMPARE(style.labelField, QStringLiteral("name"));
    QStringList seen;
    for (const geo::Category& each : style.categories)
        seen << QStringLiteral("%1 %2 %3 %4")
                    .arg(each.value, each.color.name(QColor::HexArgb), each.label.es)
                    .arg(each.visible);
    QCOMPARE(seen, QStringList({QStringLiteral("Qal #80ffffc8 Alluvium 1"),
                                QStringLiteral("Kg #fff08080 Granite 0"),
                                QStringLiteral("Tv \"andesite\" & <tuff> #ff58a618 Volcanics 1"),
                                QStringLiteral("Tb #ff58a618 Volcanics 1"),
                                QStringLiteral("Pz #ff123456  1")}));
    QCOMPARE(style.otherColor->name(), QStringLiteral("#808080"));
    QCOMPARE(style.symbol.stroke->name(), QStringLiteral("#232323"));
    QVERIFY(std::abs(style.symbol.strokeWidth - 0.26 * 96 / 25.4) < 1e-6);
    QCOMPARE(support::textsOf(read.issues),
             QStringList(
                 {QStringLiteral("A pattern is drawn by the nearest of Veta’s own hatches (Pz)."),
                  QStringLiteral("Some classes differ in more than their colour; all are "
                                 "drawn as “Alluvium” (Volcanics, Pz)."),
                  QStringLiteral("A hatch becomes an even colour (Volcanics).")}));
    for (const base::Issue& issue : read.issues)
        QVERIFY(issue.where.line > 2 && issue.where.file == QStringLiteral("units.qml"));
}

void StyleQmlTest::readsRangesOfQgis()
{
    const geo::StyleFile read =
        geo::readQml(support::styleData("samples.qml"), QStringLiteral("samples.qml"));
    const geo::Style& style = read.style;
    QCOMPARE(support::textsOf(read.issues), QStringList());
    QCOMPARE(style.kind, StyleKind::Graduated);
    QCOMPARE(style.field, QStringLiteral("ppm"));
    QCOMPARE(style.grading.method, geo::BreakMethod::Jenks);
    QCOMPARE(geo::boundsOf(style.classes), (std::vector<double>{0, 2.5, 45.5, 900}));
    QVERIFY(!style.classes[1].visible && style.classes[0].visible);
    QCOMPARE(style.classes[2].label.en, QStringLiteral("high"));
    QVERIFY(style.classes[0].label.en.isEmpty()); // "0 - 2.5" is the range itself
    QCOMPARE(style.classes[0].color.name(), QStringLiteral("#440154"));
    QCOMPARE(style.symbol.shape, geo::PointShape::Square);
    QCOMPARE(style.symbol.pointSize, 8.0);
    QCOMPARE(style.symbol.strokeWidth, 1.0); // QGIS's thinnest line
    QVERIFY(!style.otherColor);
}

void StyleQmlTest::readsALineOfQgis()
{
    const geo::StyleFile read =
        geo::readQml(support::styleData("faults.qml"), QStringLiteral("faults.qml"));
    QCOMPARE(read.kind, GeometryKind::Line);
    QCOMPARE(read.style.kind, StyleKind::Single);
    QCOMPARE(read.style.symbol.stroke->name(), QStringLiteral("#c81e1e"));
    QCOMPARE(read.style.symbol.strokeWidth, 2.0);
    QCOMPARE(read.style.symbol.dash, geo::Dash::DashDotted);
    QVERIFY(!read.style.symbol.fill);
    QCOMPARE(support::textsOf(read.issues),
             QStringList({QStringLiteral("Turning and shifting of symbols is left out.")}));
}

void StyleQmlTest::readsUnits_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<double>("pixels"); // of 3 of them
    QTest::addColumn<int>("issues");
    QTest::newRow("mm") << QByteArray("MM") << 3 * 96 / 25.4 << 0;
    QTest::newRow("none") << QByteArray("") << 3 * 96 / 25.4 << 0;
    QTest::newRow("point") << QByteArray("Point") << 4.0 << 0;
    QTest::newRow("pixel") << QByteArray("Pixel") << 3.0 << 0;
    QTest::newRow("inch") << QByteArray("Inch") << 100.0 << 0; // no wider than a style may have
    QTest::newRow("map") << QByteArray("MapUnit") << geo::Symbol().strokeWidth << 1;
    QTest::newRow("ground") << QByteArray("RenderMetersInMapUnits") << geo::Symbol().strokeWidth
                            << 1;
}

void StyleQmlTest::readsUnits()
{
    QFETCH(QByteArray, unit);
    QFETCH(double, pixels);
    QFETCH(int, issues);
    const geo::StyleFile read = geo::readQml(
        "<qgis><renderer-v2 type='singleSymbol'><symbols><symbol type='line' name='0'><layer "
        "class='SimpleLine'><Option type='Map'><Option name='line_color' "
        "value='1,2,3,255,rgb:0.1,0.2,0.3,1'/><Option name='line_width' value='3'/><Option "
        "name='line_width_unit' value='" +
            unit + "'/></Option></layer></symbol></symbols></renderer-v2></qgis>",
        QStringLiteral("a.qml"));
    QVERIFY2(std::abs(read.style.symbol.strokeWidth - pixels) < 1e-6,
             qPrintable(QString::number(read.style.symbol.strokeWidth)));
    QCOMPARE(read.style.symbol.stroke, std::optional(QColor(1, 2, 3)));
    QCOMPARE(int(read.issues.size()), issues);
}

// As QGIS 2.0 wrote them: <prop> alone, other names of the outline.
void StyleQmlTest::readsOlderFiles()
{
    const geo::StyleFile read = geo::readQml(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version='2.0.1-Dufour'>"
        "<renderer-v2 attr='UNIT' type='categorizedSymbol'><categories><category symbol='0' "
        "value='a' label='A'/></categories><symbols><symbol alpha='0.5' type='fill' name='0'>"
        "<layer pass='0' class='SimpleFill'><prop k='color' v='10,20,30,255'/><prop "
        "k='color_border'"
        " v='0,0,0,255'/><prop k='style' v='solid'/><prop k='style_border' v='dot'/><prop "
        "k='width_border' v='0.5'/></layer></symbol></symbols></renderer-v2></qgis>",
        QStringLiteral("a.qml"));
    QCOMPARE(read.style.categories.at(0).color, QColor(10, 20, 30, 128));
    QCOMPARE(read.style.symbol.dash, geo::Dash::Dotted);
    QVERIFY(read.issues.empty());
}

void StyleQmlTest::openRangesAreOpen()
{
    auto given = support::styleSample(StyleKind::Graduated, GeometryKind::Polygon);
    given.style.classes.front().lower.reset();
    given.style.classes.back().upper.reset();
    const geo::StyleFile read = geo::readQml(geo::writeQml(given).bytes, QStringLiteral("a.qml"));
    QVERIFY(!read.style.classes.front().lower && !read.style.classes.back().upper);
    QCOMPARE(read.style.classes.back().label.en, QStringLiteral("high"));
}

void StyleQmlTest::labelsAndFieldsByExpression()
{
    const auto read = [](const QByteArray& attribute, const QByteArray& label) {
        return geo::readQml(
            "<qgis labelsEnabled='1'><renderer-v2 type='categorizedSymbol' attr='" + attribute +
                "'><symbols><symbol type='fill' name='0'><layer class='SimpleFill'><prop k='color' "
                "v='1,2,3,255'/></layer></symbol></symbols></renderer-v2><labeling type='simple'>"
                "<settings><text-style isExpression='1' fieldName='" +
                label + "'/></settings></labeling></qgis>",
            QStringLiteral("a.qml"));
    };
    geo::StyleFile file = read("&quot;map unit&quot;", "&quot;name&quot;");
    QCOMPARE(file.style.field, QStringLiteral("map unit"));
    QCOMPARE(file.style.labelField, QStringLiteral("name"));
    QVERIFY(file.issues.empty());
    file = read("left(unit, 1)", "unit || age");
    QCOMPARE(file.style.kind, StyleKind::Single);
    QCOMPARE(file.style.symbol.fill, std::optional(QColor(1, 2, 3)));
    QVERIFY(file.style.labelField.isEmpty());
    QCOMPARE(file.issues.size(), std::size_t(2));
    QCOMPARE(read("unidad geológica", "x").style.field, QStringLiteral("unidad geológica"));
}

void StyleQmlTest::refusesOtherRenderers()
{
    for (const char* body : {"<renderer-v2 type='RuleRenderer'/>", "<pipe/>", ""}) {
        try {
            geo::readQml(QByteArray("<qgis>") + body + "</qgis>", QStringLiteral("some.qml"));
            QFAIL(body);
        } catch (const base::Error& error) {
            QVERIFY(error.message().contains(QStringLiteral("some.qml")));
        }
    }
}

void StyleQmlTest::namesTheLine()
{
    QByteArray bytes = support::styleData("units.qml");
    bytes.truncate(bytes.size() / 2);
    try {
        geo::readQml(bytes, QStringLiteral("half.qml"));
        QFAIL("half a file was read");
    } catch (const base::Error& error) {
        const int lines = int(bytes.count('\n')) + 1;
        QVERIFY2(error.message().contains(QString::number(lines)), qPrintable(error.message()));
    }
}

QTEST_APPLESS_MAIN(StyleQmlTest)
#include "style_qml_test.moc"
