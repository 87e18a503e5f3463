// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/color.h"
#include "geo/legend.h"
#include "geo/style.h"
#include "geo/styled_features.h"
#include "tests/support/layers.h"
#include "tests/support/real_data.h"
#include <QtTest>
#include <set>

namespace {

QByteArray square(int at, const QByteArray& properties)
{
    const QByteArray x = QByteArray::number(at);
    const QByteArray e = QByteArray::number(at + 1);
    return "{\"type\":\"Feature\",\"properties\":{" + properties +
           "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + x + ",0],[" + e + ",0],[" +
           e + ",1],[" + x + ",1],[" + x + ",0]]]}}";
}

std::shared_ptr<const geo::FeatureLayer> squares(const QList<QByteArray>& properties)
{
    QByteArrayList features;
    for (int i = 0; i < properties.size(); ++i)
        features << square(i, properties[i]);
    return support::layerOf(features.join(','));
}

} // namespace

class StyleProposalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFilesOwnColours_data();
    void takesTheFilesOwnColours();
    void aColourColumnMustHoldColours();
    void takesAUnitField();
    void manyValuesAreNoCategories();
    void categoriesKeepTheirColours();
    void plainLayersGetOneColour();
    void followsTheFieldThatWasChosen();
    void stylesFeatures();
    void unstatedColoursAreOthers();
    void hiddenCategoriesAreNotDrawn();
    void namesComeInBothLanguages();
    void legendCounts();
    void arizonaHasItsOwnColours();
};

void StyleProposalTest::takesTheFilesOwnColours_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("first");
    QTest::newRow("gems") << QByteArray("AreaFillRGB") << QByteArray("255;170;0");
    QTest::newRow("shapefile") << QByteArray("ArFlRGB") << QByteArray("255;170;0");
    QTest::newRow("lower case") << QByteArray("areafillrgb") << QByteArray("255;170;0");
    QTest::newRow("hex") << QByteArray("color") << QByteArray("#ffaa00");
    QTest::newRow("underscore") << QByteArray("fill_color") << QByteArray("#FFAA00");
}

void StyleProposalTest::takesTheFilesOwnColours()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, first);
    const auto layer = squares({"\"" + name + "\":\"" + first + "\",\"mapunit\":\"Qal\"",
                                "\"" + name + "\":\"#102030\",\"mapunit\":\"Tv\""});
    const geo::Style style = geo::proposeStyle(*layer);
    QVERIFY(style.kind == geo::StyleKind::FromColorColumn);
    QCOMPARE(style.field, QString::fromUtf8(name));
    QCOMPARE(style.nameField, QStringLiteral("mapunit"));
    const geo::StyledFeatures styled = geo::styleFeatures(*layer, style, base::Language::English);
    QCOMPARE(styled.looks[styled.look[0]].fill->name(), QStringLiteral("#ffaa00"));
    QCOMPARE(styled.looks[styled.look[1]].fill->name(), QStringLiteral("#102030"));
}

void StyleProposalTest::aColourColumnMustHoldColours()
{
    const auto layer = squares(
        {"\"color\":\"brown\",\"mapunit\":\"Qal\"", "\"color\":\"grey\",\"mapunit\":\"Tv\""});
    const geo::Style style = geo::proposeStyle(*layer);
    QVERIFY(style.kind == geo::StyleKind::Categorised);
    QCOMPARE(style.field, QStringLiteral("mapunit"));
}

void StyleProposalTest::takesAUnitField()
{
    for (const char* name : {"MapUnit", "UNIDAD", "Litología", "rock_type1", "ROCKTYPE1"}) {
        const QByteArray key = QByteArray("\"") + name + "\":";
        const auto layer =
            squares({key + "\"a\",\"id\":1", key + "\"b\",\"id\":2", key + "\"a\",\"id\":3"});
        const geo::Style style = geo::proposeStyle(*layer);
        QVERIFY2(style.kind == geo::StyleKind::Categorised, name);
        QCOMPARE(style.field, QString::fromUtf8(name));
        QCOMPARE(style.categories.size(), std::size_t(2));
    }
}

void StyleProposalTest::manyValuesAreNoCategories()
{
    QList<QByteArray> many;
    for (int i = 0; i < 61; ++i)
        many << "\"unit\":\"u" + QByteArray::number(i) + "\"";
    QVERIFY(geo::proposeStyle(*squares(many)).kind == geo::StyleKind::Single);
    many.removeLast();
    QVERIFY(geo::proposeStyle(*squares(many)).kind == geo::StyleKind::Categorised);
    QVERIFY(geo::proposeStyle(*squares({"\"unit\":\"a\"", "\"unit\":\"a\""})).kind ==
            geo::StyleKind::Single);
}

void StyleProposalTest::categoriesKeepTheirColours()
{
    QList<QByteArray> many;
    for (int i = 0; i < 36; ++i)
        many << "\"unit\":\"u" + QByteArray::number(i) + "\"";
    const geo::Style style = geo::proposeStyle(*squares(many));
    std::set<QString> colors;
    int own = 0;
    for (const geo::Category& category : style.categories) {
        colors.insert(category.color.name());
        own += category.color == geo::categoryColor(category.value) ? 1 : 0;
    }
    QCOMPARE(colors.size(), std::size_t(36)); // all different while the palette lasts
    QVERIFY(own >= 12);                       // and its own colour where no other had it first
    // The order of features does not matter.
    std::reverse(many.begin(), many.end());
    QVERIFY(geo::proposeStyle(*squares(many)) == style);
}

void StyleProposalTest::followsTheFieldThatWasChosen()
{
    QList<QByteArray> properties;
    for (int i = 0; i < 70; ++i)
        properties << "\"note\":\"n" + QByteArray::number(i) + "\",\"shade\":\"#0" +
                          QByteArray::number(i + 10) + "\"";
    for (int i = 0; i < 3; ++i)
        properties << "\"note\":\"common\",\"shade\":\"#123\"";
    const auto layer = squares(properties);
    QCOMPARE(geo::proposeStyle(*layer).kind, geo::StyleKind::Single);
    QCOMPARE(geo::singleStyle(*layer), geo::proposeStyle(*layer));
    const geo::Style categories = geo::categorisedStyle(*layer, QStringLiteral("NOTE"));
    QCOMPARE(categories.kind, geo::StyleKind::Categorised);
    QCOMPARE(categories.field, QStringLiteral("note"));
    QCOMPARE(categories.categories.size(), geo::MostCategories);
    QVERIFY(std::any_of(categories.categories.begin(), categories.categories.end(),
                        [](const geo::Category& c) { return c.value == QLatin1String("common"); }));
    QCOMPARE(geo::colorFields(*layer), std::vector<QString>{QStringLiteral("shade")});
    QCOMPARE(geo::colorColumnStyle(*layer, QStringLiteral("shade")).kind,
             geo::StyleKind::FromColorColumn);
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::colorColumnStyle(*layer, QStringLiteral("note")));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::categorisedStyle(*layer, QStringLiteral("absent")));
}

void StyleProposalTest::plainLayersGetOneColour()
{
    const auto line = support::layerOf(
        "{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":{\"type\":\"LineString\","
        "\"coordinates\":[[0,0],[1,1]]}}");
    const geo::Style style = geo::proposeStyle(*line);
    QVERIFY(style.kind == geo::StyleKind::Single);
    QVERIFY(!style.symbol.fill && style.symbol.stroke);
}

void StyleProposalTest::stylesFeatures()
{
    const auto layer =
        squares({"\"unit\":\"a\"", "\"unit\":\"b\"", "\"unit\":null", "\"unit\":\"a\""});
    geo::Style style;
    style.kind = geo::StyleKind::Categorised;
    style.field = QStringLiteral("UNIT");
    style.categories = {{QStringLiteral("a"), QColor(1, 2, 3), {}, true},
                        {QStringLiteral("b"), QColor(4, 5, 6, 128), {}, true}};
    style.otherColor = QColor(7, 8, 9);
    const auto colors = [&] {
        QStringList names;
        const geo::StyledFeatures styled =
            geo::styleFeatures(*layer, style, base::Language::English);
        for (const std::uint32_t look : styled.look)
            names << (look == geo::StyledFeatures::NotDrawn
                          ? QStringLiteral("none")
                          : styled.looks[look].fill->name(QColor::HexArgb));
        return names.join(u' ');
    };
    QCOMPARE(colors(), QStringLiteral("#ff010203 #80040506 #ff070809 #ff010203"));
    style.otherColor.reset();
    QCOMPARE(colors(), QStringLiteral("#ff010203 #80040506 none #ff010203"));
    style.field = QStringLiteral("nowhere");
    QCOMPARE(colors(), QStringLiteral("none none none none"));
}

void StyleProposalTest::unstatedColoursAreOthers()
{
    const auto layer = squares({"\"color\":\"1;2;3\"", "\"color\":\"?\"", "\"color\":null"});
    geo::Style style;
    style.kind = geo::StyleKind::FromColorColumn;
    style.field = QStringLiteral("color");
    const geo::StyledFeatures styled = geo::styleFeatures(*layer, style, base::Language::English);
    QCOMPARE(styled.looks[styled.look[0]].fill->name(), QStringLiteral("#010203"));
    QVERIFY(styled.looks[styled.look[1]].fill == style.otherColor);
    QVERIFY(styled.looks[styled.look[2]].fill == style.otherColor);
}

void StyleProposalTest::hiddenCategoriesAreNotDrawn()
{
    const auto layer = squares({"\"unit\":\"a\"", "\"unit\":\"b\""});
    geo::Style style = geo::proposeStyle(*layer);
    style.categories[0].visible = false;
    const geo::StyledFeatures styled = geo::styleFeatures(*layer, style, base::Language::English);
    QCOMPARE(styled.look[0], geo::StyledFeatures::NotDrawn);
    QVERIFY(styled.look[1] != geo::StyledFeatures::NotDrawn);
}

void StyleProposalTest::namesComeInBothLanguages()
{
    const auto layer = squares({"\"unit\":\"a\",\"name_en\":\"Salt\",\"name_es\":\"Sal\"",
                                "\"unit\":\"b\",\"name_en\":\"Clay\",\"name_es\":\"Arcilla\""});
    geo::MapLayer shown;
    shown.features = layer;
    shown.style = geo::proposeStyle(*layer);
    QCOMPARE(shown.style.nameField, QStringLiteral("name"));
    shown.style.labelField = QStringLiteral("name");
    QCOMPARE(geo::styleFeatures(*layer, shown.style, base::Language::Spanish).label(1),
             QStringLiteral("Arcilla"));
    QCOMPARE(geo::styleFeatures(*layer, shown.style, base::Language::English).label(1),
             QStringLiteral("Clay"));
    const auto entries = geo::legendEntries(shown);
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].label.es, QStringLiteral("Sal"));
    QCOMPARE(entries[0].label.en, QStringLiteral("Salt"));
}

void StyleProposalTest::legendCounts()
{
    geo::MapLayer shown;
    shown.features = squares(
        {"\"unit\":\"a\"", "\"unit\":\"b\"", "\"unit\":\"b\"", "\"unit\":\"z\"", "\"unit\":null"});
    shown.style.kind = geo::StyleKind::Categorised;
    shown.style.field = QStringLiteral("unit");
    shown.style.categories = {{QStringLiteral("a"),
                               QColor(1, 2, 3),
                               {QStringLiteral("Unit A"), QStringLiteral("Unidad A")},
                               true},
                              {QStringLiteral("b"), QColor(4, 5, 6), {}, true},
                              {QStringLiteral("unused"), QColor(9, 9, 9), {}, true}};
    QStringList seen;
    for (const geo::LegendEntry& entry : geo::legendEntries(shown))
        seen << QStringLiteral("%1 %2 %3")
                    .arg(entry.label.en)
                    .arg(*entry.count)
                    .arg(entry.symbol.fill->name());
    QCOMPARE(seen, QStringList({QStringLiteral("b 2 #040506"), QStringLiteral("Unit A 1 #010203"),
                                QStringLiteral("Others 2 #cfcfcf")}));
    shown.style.ordered = true;
    QCOMPARE(geo::legendEntries(shown).front().label.en, QStringLiteral("Unit A"));
}

void StyleProposalTest::arizonaHasItsOwnColours()
{
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    geo::MapLayer shown;
    shown.features = support::layerAt(path);
    shown.style = geo::proposeStyle(*shown.features);
    QVERIFY(shown.style.kind == geo::StyleKind::FromColorColumn);
    QCOMPARE(shown.style.field, QStringLiteral("areafillrgb"));
    qint64 counted = 0;
    for (const geo::LegendEntry& entry : geo::legendEntries(shown))
        counted += *entry.count;
    QCOMPARE(counted, qint64(shown.features->size()));
}

QTEST_GUILESS_MAIN(StyleProposalTest)
#include "style_proposal_test.moc"
