// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_sld.h"

#include "base/error.h"
#include "tests/support/style_samples.h"
#include <QtTest>

using geo::GeometryKind;
using geo::StyleKind;

namespace {

const QString Name = QStringLiteral("a.sld");

QByteArray sld(const QByteArray& rules)
{
    return "<StyledLayerDescriptor version='1.0.0' xmlns='http://www.opengis.net/sld' "
           "xmlns:ogc='http://www.opengis.net/ogc'><NamedLayer><Name>n</Name><UserStyle>"
           "<FeatureTypeStyle>" +
           rules + "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
}

QByteArray rule(const QByteArray& title, const QByteArray& filter, const QByteArray& color)
{
    return "<Rule><Title>" + title + "</Title>" +
           (filter.isEmpty() ? QByteArray() : "<ogc:Filter>" + filter + "</ogc:Filter>") +
           "<PolygonSymbolizer><Fill><CssParameter name='fill'>" + color +
           "</CssParameter></Fill></PolygonSymbolizer></Rule>";
}

QByteArray compare(const QByteArray& how, const QByteArray& value, const QByteArray& field = "a")
{
    return "<ogc:" + how + "><ogc:PropertyName>" + field + "</ogc:PropertyName><ogc:Literal>" +
           value + "</ogc:Literal></ogc:" + how + ">";
}

} // namespace

class StyleSldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void symbolsComeBack();
    void hatchesAndCasingsComeBack_data();
    void hatchesAndCasingsComeBack();
    void opacityGoesIntoTheColours();
    void readsCategoriesOfQgis();
    void readsRangesOfQgis();
    void readsConditions();
    void readsRangesOfAnyForm();
    void leavesOutWhatIsNoClass();
    void readsWhatIsPlain();
    void refusesWhatIsNone();
};

void StyleSldTest::comesBackAsItWas_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("geometry");
    QTest::addColumn<bool>("first"); // of the two versions
    for (const bool first : {true, false})
        for (const auto kind : {StyleKind::Single, StyleKind::Categorised, StyleKind::Graduated,
                                StyleKind::FromColorColumn})
            for (const auto geometry :
                 {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon})
                QTest::addRow("%d %d %d", int(kind), int(geometry), int(first))
                    << int(kind) << int(geometry) << first;
}

void StyleSldTest::comesBackAsItWas()
{
    QFETCH(int, kind);
    QFETCH(int, geometry);
    QFETCH(bool, first);
    geo::StyleToWrite given = support::styleSample(StyleKind(kind), GeometryKind(geometry));
    given.style.labelField = QStringLiteral("name");
    const geo::StyleBytes written =
        geo::writeSld(given, first ? geo::SldVersion::V1_0 : geo::SldVersion::V1_1);
    QCOMPARE(written.bytes.contains("se:"), !first);
    QCOMPARE(written.issues.empty(), StyleKind(kind) != StyleKind::FromColorColumn);
    const geo::StyleFile read = geo::readSld(written.bytes, Name);
    QCOMPARE(support::textsOf(read.issues), QStringList());
    QCOMPARE(read.kind, GeometryKind(geometry));
    if (StyleKind(kind) == StyleKind::FromColorColumn) {
        // Which colour stands in where the field says none cannot be written.
        QCOMPARE(read.style.kind, StyleKind::FromColorColumn);
        QCOMPARE(read.style.field, given.style.field);
        return;
    }
    QCOMPARE(geo::styleToJson(read.style), geo::styleToJson(given.style));
}

void StyleSldTest::symbolsComeBack()
{
    const auto back = [](const geo::StyleToWrite& given) {
        return geo::readSld(geo::writeSld(given).bytes, Name).style.symbol;
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
    given.kind = GeometryKind::Polygon;
    given.style.symbol = {};
    given.style.symbol.fill = QColor(1, 2, 3, 51);
    QVERIFY(back(given) == given.style.symbol);
    given.style.symbol.fill.reset();
    QVERIFY(back(given) == given.style.symbol);
}

void StyleSldTest::hatchesAndCasingsComeBack_data()
{
    QTest::addColumn<bool>("first"); // of the two versions
    QTest::newRow("1.0") << true;
    QTest::newRow("1.1") << false;
}

void StyleSldTest::hatchesAndCasingsComeBack()
{
    QFETCH(bool, first);
    const auto back = [first](const geo::StyleToWrite& given) {
        return geo::readSld(
                   geo::writeSld(given, first ? geo::SldVersion::V1_0 : geo::SldVersion::V1_1)
                       .bytes,
                   Name)
            .style;
    };
    for (const geo::StyleToWrite& given : support::hatchesAndCasings())
        QCOMPARE(geo::styleToJson(back(given)), geo::styleToJson(given.style));
}

void StyleSldTest::opacityGoesIntoTheColours()
{
    auto given = support::styleSample(StyleKind::Single, GeometryKind::Polygon);
    given.style.symbol.fill = QColor(1, 2, 3, 204); // 0.8
    given.opacity = 0.5;
    const geo::StyleBytes written = geo::writeSld(given);
    QCOMPARE(written.issues.size(), std::size_t(1));
    const geo::StyleFile read = geo::readSld(written.bytes, Name);
    QCOMPARE(read.style.symbol.fill->alpha(), 102);
    QVERIFY(!read.opacity);
}

void StyleSldTest::readsCategoriesOfQgis()
{
    const geo::StyleFile read =
        geo::readSld(support::styleData("units.sld"), QStringLiteral("units.sld"));
    QCOMPARE(read.kind, GeometryKind::Polygon);
    QCOMPARE(read.style.kind, StyleKind::Categorised);
    QCOMPARE(read.style.field, QStringLiteral("unit"));
    QCOMPARE(read.style.labelField, QStringLiteral("name"));
    QStringList seen;
    for (const geo::Category& each : read.style.categories)
        seen << each.value + u' ' + each.color.name(QColor::HexArgb) + u' ' + each.label.en;
    QCOMPARE(seen.mid(0, 2), QStringList({QStringLiteral("Qal #80ffffc8 Alluvium"),
                                          QStringLiteral("Kg #fff08080 Granite")}));
    // QGIS loses the values of a category that has several.
    QVERIFY2(seen.contains(QStringLiteral("Pz #ff123456 ")), qPrintable(seen.join(u'\n')));
    QVERIFY(!support::textsOf(read.issues).filter(QStringLiteral("hatch")).isEmpty());
}

void StyleSldTest::readsRangesOfQgis()
{
    const geo::StyleFile read =
        geo::readSld(support::styleData("samples.sld"), QStringLiteral("samples.sld"));
    QCOMPARE(support::textsOf(read.issues), QStringList());
    QCOMPARE(read.style.kind, StyleKind::Graduated);
    QCOMPARE(geo::boundsOf(read.style.classes), (std::vector<double>{0, 2.5, 45.5, 900}));
    QCOMPARE(read.style.classes[2].label.en, QStringLiteral("high"));
    QCOMPARE(read.style.symbol.shape, geo::PointShape::Square);
    const geo::StyleFile line =
        geo::readSld(support::styleData("faults.sld"), QStringLiteral("faults.sld"));
    QCOMPARE(line.style.symbol.dash, geo::Dash::DashDotted);
    QCOMPARE(line.style.symbol.stroke->name(), QStringLiteral("#c81e1e"));
    QCOMPARE(line.issues.size(), std::size_t(1));
}

void StyleSldTest::readsConditions()
{
    const geo::StyleFile read = geo::readSld(
        sld(rule("A and B",
                 "<ogc:Or>" + compare("PropertyIsEqualTo", "x") +
                     compare("PropertyIsEqualTo", "y") + "</ogc:Or>",
                 "#010101") +
            rule("None",
                 "<ogc:PropertyIsNull><ogc:PropertyName>a</ogc:PropertyName>"
                 "</ogc:PropertyIsNull>",
                 "#020202") +
            "<Rule><ElseFilter/><PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule>"),
        Name);
    QCOMPARE(support::textsOf(read.issues), QStringList());
    QCOMPARE(read.style.categories.size(), std::size_t(3));
    QCOMPARE(read.style.categories[1].value, QStringLiteral("y"));
    QCOMPARE(read.style.categories[2].value, QString());
    QCOMPARE(read.style.otherColor->name(), QStringLiteral("#808080"));
    QVERIFY(!read.style.symbol.stroke);
}

void StyleSldTest::readsRangesOfAnyForm()
{
    const geo::StyleFile read = geo::readSld(
        sld(rule("low", compare("PropertyIsLessThanOrEqualTo", "10"), "#010101") +
            rule("middle",
                 "<ogc:PropertyIsBetween><ogc:PropertyName>a</ogc:PropertyName><ogc:LowerBoundary>"
                 "<ogc:Literal>10</ogc:Literal></ogc:LowerBoundary><ogc:UpperBoundary><ogc:Literal>"
                 "20</ogc:Literal></ogc:UpperBoundary></ogc:PropertyIsBetween>",
                 "#020202") +
            rule("high",
                 "<ogc:PropertyIsLessThan><ogc:Literal>20</ogc:Literal><ogc:PropertyName>a"
                 "</ogc:PropertyName></ogc:PropertyIsLessThan>",
                 "#030303")),
        Name);
    QCOMPARE(support::textsOf(read.issues), QStringList());
    const auto& classes = read.style.classes;
    QCOMPARE(classes.size(), std::size_t(3));
    QVERIFY(!classes[0].lower && classes[0].upper == 10);
    QVERIFY(classes[1].lower == 10 && classes[1].upper == 20);
    QVERIFY(classes[2].lower == 20 && !classes[2].upper);
    const geo::StyleFile strict =
        geo::readSld(sld(rule("low", compare("PropertyIsLessThan", "10"), "#010101")), Name);
    QCOMPARE(strict.issues.size(), std::size_t(1)); // 10 itself is in the class now
}

void StyleSldTest::leavesOutWhatIsNoClass()
{
    const geo::StyleFile read =
        geo::readSld(sld(rule("A", compare("PropertyIsEqualTo", "x"), "#010101") +
                         rule("other field", compare("PropertyIsEqualTo", "x", "b"), "#020202") +
                         rule("range", compare("PropertyIsLessThan", "3"), "#030303") +
                         rule("like", compare("PropertyIsLike", "x*"), "#040404") +
                         "<Rule><LineSymbolizer><Stroke/></LineSymbolizer></Rule>"),
                     Name);
    QCOMPARE(read.style.categories.size(), std::size_t(1));
    QCOMPARE(support::textsOf(read.issues).join(u'\n'),
             QStringLiteral("A rule is left out whose condition is not one value or range of the "
                            "field that the others go by (other field, range, like).\n"
                            "A symbol for another kind of geometry is left out."));
    for (const base::Issue& issue : read.issues)
        QCOMPARE(issue.where.line, qint64(1));
}

void StyleSldTest::readsWhatIsPlain()
{
    // A mark without anything is grey with a black outline, six pixels high.
    const geo::StyleFile read = geo::readSld(
        sld("<Rule><PointSymbolizer><Graphic><Mark><WellKnownName>star</WellKnownName></Mark>"
            "</Graphic></PointSymbolizer></Rule>"),
        Name);
    QCOMPARE(read.style.symbol.fill->name(), QStringLiteral("#808080"));
    QCOMPARE(read.style.symbol.stroke->name(), QStringLiteral("#000000"));
    QCOMPARE(read.style.symbol.pointSize, 6.0);
    QCOMPARE(support::textsOf(read.issues),
             QStringList(QStringLiteral("The shape “star” becomes a circle.")));
}

void StyleSldTest::refusesWhatIsNone()
{
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::readSld("<kml/>", Name));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::readSld(sld(""), Name));
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             geo::readSld(sld("<Rule><RasterSymbolizer/></Rule>"), Name));
}

QTEST_APPLESS_MAIN(StyleSldTest)
#include "style_sld_test.moc"
