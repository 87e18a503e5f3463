// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/graduated_style.h"

#include "base/error.h"
#include "geo/legend.h"
#include "geo/styled_features.h"
#include "tests/support/layers.h"
#include <QtTest>

class GraduatedStyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colorsByClass();
    void theLegendSaysRangesAndCounts();
    void rangesInTheReadersNumbers_data();
    void rangesInTheReadersNumbers();
    void openClasses();
    void boundsThatAPersonGives();
    void refusesWhatHoldsNoNumbers();
};

namespace {

std::shared_ptr<const geo::FeatureLayer> points(const QList<QByteArray>& properties)
{
    QByteArrayList features;
    for (const QByteArray& each : properties)
        features << "{\"type\":\"Feature\",\"properties\":{" + each +
                        "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" +
                        QByteArray::number(features.size()) + ",0]}}";
    return support::layerOf(features.join(','));
}

QStringList wordsOf(const std::vector<geo::ValueClass>& classes, base::Language language)
{
    QStringList words;
    for (const base::Label& label : geo::rangeLabels(classes))
        words << label.in(language);
    return words;
}

std::vector<geo::ValueClass> between(const std::vector<double>& bounds)
{
    return geo::classesBetween(bounds, {});
}

} // namespace

void GraduatedStyleTest::colorsByClass()
{
    const auto layer = points(
        {"\"a\":0", "\"a\":10", "\"a\":10.5", "\"a\":20", "\"a\":null", "\"a\":30", "\"a\":-1"});
    geo::Style style =
        geo::graduatedStyle(*layer, QStringLiteral("A"), {geo::BreakMethod::EqualInterval}, 3);
    QCOMPARE(style.kind, geo::StyleKind::Graduated);
    QCOMPARE(style.field, QStringLiteral("a"));
    style.classes = between({0, 10, 20});
    style.classes[0].color = QColor(1, 1, 1);
    style.classes[1].color = QColor(2, 2, 2);
    style.otherColor = QColor(9, 9, 9);
    const auto colors = [&] {
        QString text;
        const auto styled = geo::styleFeatures(*layer, style, base::Language::English);
        for (const std::uint32_t look : styled.look)
            text += look == geo::StyledFeatures::NotDrawn
                        ? QStringLiteral("-")
                        : QString::number(styled.looks[look].fill->red());
        return text;
    };
    // The bound between two classes belongs to the lower one.
    QCOMPARE(colors(), QStringLiteral("1122999"));
    style.otherColor.reset();
    QCOMPARE(colors(), QStringLiteral("1122---"));
    style.classes[0].visible = false;
    QCOMPARE(colors(), QStringLiteral("--22---"));
    style.classes[1].upper.reset();
    QCOMPARE(colors(), QStringLiteral("--22-2-"));
}

void GraduatedStyleTest::theLegendSaysRangesAndCounts()
{
    geo::MapLayer shown;
    shown.features = points({"\"a\":1", "\"a\":2", "\"a\":5000", "\"a\":null", "\"a\":10000"});
    shown.style = geo::graduatedStyle(*shown.features, QStringLiteral("a"),
                                      {geo::BreakMethod::EqualInterval}, 3);
    QStringList seen;
    for (const geo::LegendEntry& entry : geo::legendEntries(shown))
        seen << QStringLiteral("%1 (%2)").arg(entry.label.en).arg(*entry.count);
    QCOMPARE(seen,
             QStringList({QStringLiteral("1 – 3,334 (2)"), QStringLiteral("3,334 – 6,667 (1)"),
                          QStringLiteral("6,667 – 10,000 (1)"),
                          QStringLiteral("No value, or another (1)")}));
    shown.style.classes[1].visible = false;
    shown.style.otherColor.reset();
    QCOMPARE(geo::legendEntries(shown).size(), std::size_t(2));
}

void GraduatedStyleTest::rangesInTheReadersNumbers_data()
{
    QTest::addColumn<QList<double>>("bounds");
    QTest::addColumn<QString>("first");
    QTest::newRow("whole") << QList<double>{1250, 3400, 9000} << QStringLiteral("1,250 – 3,400");
    QTest::newRow("parts") << QList<double>{0, 0.25, 0.5} << QStringLiteral("0.00 – 0.25");
    QTest::newRow("long") << QList<double>{0, 1.0 / 3, 2.0 / 3} << QStringLiteral("0.000 – 0.333");
    QTest::newRow("narrow") << QList<double>{100.001, 100.002, 500}
                            << QStringLiteral("100.001 – 100.002");
    QTest::newRow("tiny") << QList<double>{1e-15, 2e-15, 1} << QStringLiteral("1e-15 – 2e-15");
    QTest::newRow("large") << QList<double>{1e18, 3e18, 4e18} << QStringLiteral("1e+18 – 3e+18");
    QTest::newRow("negative") << QList<double>{-20, -10, 0} << QStringLiteral("-20 – -10");
    QTest::newRow("one value") << QList<double>{7, 7} << QStringLiteral("7");
}

void GraduatedStyleTest::rangesInTheReadersNumbers()
{
    QFETCH(QList<double>, bounds);
    QFETCH(QString, first);
    const auto classes = between({bounds.begin(), bounds.end()});
    QCOMPARE(wordsOf(classes, base::Language::English).front().toLower(), first);
}

void GraduatedStyleTest::openClasses()
{
    auto classes = between({0, 10, 20, 30});
    classes.front().lower.reset();
    classes.back().upper.reset();
    QCOMPARE(wordsOf(classes, base::Language::English),
             QStringList({QStringLiteral("up to 10"), QStringLiteral("10 – 20"),
                          QStringLiteral("over 20")}));
    QCOMPARE(wordsOf(classes, base::Language::Spanish),
             QStringList({QStringLiteral("hasta 10"), QStringLiteral("10 – 20"),
                          QStringLiteral("más de 20")}));
    classes[1].label.es = QStringLiteral("medio");
    QCOMPARE(wordsOf(classes, base::Language::English)[1], QStringLiteral("medio"));
    QCOMPARE(geo::boundsOf(classes), (std::vector<double>{10, 20}));
}

void GraduatedStyleTest::boundsThatAPersonGives()
{
    const auto classes = geo::classesBetween(
        {30, 10, 20, std::nan("")}, {geo::BreakMethod::ByHand, geo::ValueRamp::Grey, true});
    QCOMPARE(classes.size(), std::size_t(2));
    QVERIFY(classes[0].lower == 10 && classes[0].upper == 20 && classes[1].upper == 30);
    QCOMPARE(classes[0].color, geo::rampColor(geo::ValueRamp::Grey, 1));
    QVERIFY(geo::classesBetween({5}, {}).empty());
}

void GraduatedStyleTest::refusesWhatHoldsNoNumbers()
{
    const auto layer = points({"\"a\":\"Qal\",\"n\":1,\"t\":\"4\"", "\"a\":\"Kg\",\"t\":\"8\""});
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::graduatedStyle(*layer, QStringLiteral("a"), {}, 4));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::graduatedStyle(*layer, QStringLiteral("b"), {}, 4));
    QCOMPARE(geo::numberFields(*layer), std::vector<QString>{QStringLiteral("n")});
    // Numbers that a table keeps as text count too.
    QCOMPARE(geo::graduatedStyle(*layer, QStringLiteral("t"), {}, 2).classes.size(),
             std::size_t(2));
}

QTEST_GUILESS_MAIN(GraduatedStyleTest)
#include "graduated_style_test.moc"
