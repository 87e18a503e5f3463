// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/legend.h"
#include "tests/support/golden_image.h"
#include "tests/support/layers.h"
#include <QPainter>
#include <QtTest>

namespace {

geo::LegendEntry entry(geo::Swatch swatch, const QString& text, std::optional<qint64> count = {})
{
    geo::LegendEntry result;
    result.swatch = swatch;
    result.label = {text, text + QStringLiteral(" (es)")};
    result.count = count;
    return result;
}

geo::Legend longLegend(int units)
{
    geo::Legend legend;
    legend.entries.push_back(entry(geo::Swatch::Heading, QStringLiteral("Geology")));
    for (int i = 0; i < units; ++i)
        legend.entries.push_back(entry(geo::Swatch::Area, QStringLiteral("Unit %1").arg(i + 1), i));
    return legend;
}

QImage drawn(const geo::Legend& legend, QSizeF area, QRectF* used = nullptr)
{
    QImage image(area.toSize(), QImage::Format_RGB32);
    image.fill(QColor(10, 200, 10));
    QPainter painter(&image);
    const QRectF box =
        geo::drawLegend(painter, QRectF(QPointF(), area), legend, base::Language::English);
    if (used)
        *used = box;
    return image;
}

} // namespace

class LegendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysInItsArea_data();
    void staysInItsArea();
    void sizeIsKnownBeforehand();
    void moreRoomShowsMore();
    void noRoomDrawsNothing();
    void sitesInUseOnly();
    void fitsWhereNoWordIsCutShort();
    void headingsAreNotCounted();
    void columnsAreAboutAsLong();
    void onceEachIsNotSaid();
    void schematicIsSaidOnce();
    void everySwatchIsDrawn();
    void matchesGolden();
};

void LegendTest::staysInItsArea_data()
{
    QTest::addColumn<QSizeF>("area");
    QTest::addColumn<int>("units");
    QTest::newRow("roomy") << QSizeF(300, 400) << 5;
    QTest::newRow("columns") << QSizeF(300, 120) << 14;
    QTest::newRow("overflow") << QSizeF(300, 120) << 200;
    QTest::newRow("narrow") << QSizeF(90, 300) << 40;
    QTest::newRow("low") << QSizeF(500, 52) << 40;
}

void LegendTest::staysInItsArea()
{
    QFETCH(QSizeF, area);
    QFETCH(int, units);
    QRectF used;
    const QImage image = drawn(longLegend(units), area, &used);
    QVERIFY(!used.isEmpty());
    QVERIFY(QRectF(QPointF(), area).adjusted(-0.01, -0.01, 0.01, 0.01).contains(used));
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!used.adjusted(-1, -1, 1, 1).contains(QPointF(x + 0.5, y + 0.5)))
                QCOMPARE(image.pixel(x, y), qRgb(10, 200, 10));
}

void LegendTest::sizeIsKnownBeforehand()
{
    for (const int units : {1, 10, 100}) {
        QRectF used;
        drawn(longLegend(units), {320, 200}, &used);
        QCOMPARE(geo::legendSize({320, 200}, longLegend(units), base::Language::English),
                 used.size());
    }
}

void LegendTest::moreRoomShowsMore()
{
    // What does not fit is said; with room for all, the legend grows no further.
    const geo::Legend legend = longLegend(12);
    const auto size = [&](double height) {
        return geo::legendSize({150, height}, legend, base::Language::English);
    };
    QVERIFY(size(100).height() <= 100);
    QVERIFY(size(200).height() > size(100).height());
    QCOMPARE(size(900), size(400));
    QVERIFY(size(900).height() > 12 * 15);
}

void LegendTest::noRoomDrawsNothing()
{
    QRectF used;
    drawn(longLegend(5), {20, 10}, &used);
    QVERIFY(used.isEmpty());
    QCOMPARE(geo::legendOverflow({20, 10}, longLegend(5), base::Language::English), 5);
    drawn({}, {300, 300}, &used);
    QVERIFY(used.isEmpty());
}

void LegendTest::sitesInUseOnly()
{
    const QString mine = QStringLiteral("mine");
    const QString deposit = QStringLiteral("deposit");
    const QString production = QStringLiteral("production");
    const geo::Sites sites{{1, {-110, 30}, mine, production, {}, false},
                           {2, {-110, 31}, mine, {}, {}, false},
                           {3, {-110, 32}, deposit, production, {}, false},
                           {4, {-110, 33}, QStringLiteral("waste"), {}, {}, true}};
    geo::SiteWords words;
    words.kinds[mine] = {QStringLiteral("Mine"), QStringLiteral("Mina")};
    words.stages[production] = {QStringLiteral("Production"), QStringLiteral("Producción")};
    const auto entries = geo::siteEntries(sites, words);
    QStringList seen;
    for (const geo::LegendEntry& each : entries) {
        QVERIFY(each.swatch == geo::Swatch::Site);
        seen << QStringLiteral("%1 %2").arg(each.label.en).arg(*each.count);
    }
    // Most frequent first; what is outside the filter is not in the legend; a key stands for
    // itself.
    QCOMPARE(seen,
             QStringList({QStringLiteral("Mine 2"), QStringLiteral("deposit 1"),
                          QStringLiteral("Production 2"), QStringLiteral("Stage not stated 1")}));
    QCOMPARE(entries[0].label.es, QStringLiteral("Mina"));
}

void LegendTest::fitsWhereNoWordIsCutShort()
{
    geo::Legend legend = longLegend(5);
    QVERIFY(geo::legendFits({600, 300}, legend, base::Language::English));
    QVERIFY(!geo::legendFits({600, 60}, longLegend(40), base::Language::English));
    legend.entries.back().label.en = QStringLiteral("Western volcanic belt ").repeated(3);
    // It is listed either way; over a map its words are cut, on paper they need not be.
    QCOMPARE(geo::legendOverflow({600, 300}, legend, base::Language::English), 0);
    QVERIFY(geo::legendFits({600, 300}, legend, base::Language::English));
    QVERIFY(!geo::legendFits({300, 300}, legend, base::Language::English));
    QCOMPARE(geo::legendOverflow({300, 300}, legend, base::Language::English), 0);
    QImage paper(600, 300, QImage::Format_RGB32);
    QPainter painter(&paper);
    const double narrow =
        geo::drawLegend(painter, {0, 0, 600, 300}, legend, base::Language::English).width();
    const double wide =
        geo::drawLegend(painter, {0, 0, 600, 300}, legend, base::Language::English, 600).width();
    QVERIFY(wide > narrow);
}

void LegendTest::headingsAreNotCounted()
{
    // One narrow column. Of its rows one is the heading and, where not all fit, one the line.
    const auto leftOut = [](double rows) {
        return geo::legendOverflow({120, 16 + 17 * rows}, longLegend(30), base::Language::English);
    };
    QCOMPARE(leftOut(31), 0);
    QCOMPARE(leftOut(30), 2);
    QCOMPARE(leftOut(10), 22);
    QCOMPARE(leftOut(3), 29);
    QCOMPARE(leftOut(2), 30); // a heading with nothing under it is taken back
}

void LegendTest::columnsAreAboutAsLong()
{
    // Thirty rows and a heading, with room for two columns or more: none is left half empty.
    const geo::Legend legend = longLegend(30);
    const QSizeF roomy = geo::legendSize({320, 25 * 17 + 16}, legend, base::Language::English);
    QCOMPARE(geo::legendOverflow({320, 25 * 17 + 16}, legend, base::Language::English), 0);
    QVERIFY2(roomy.height() <= 16 * 17 + 16, qPrintable(QString::number(roomy.height())));
    QVERIFY(roomy.height() >= 8 * 17);
}

void LegendTest::onceEachIsNotSaid()
{
    const auto width = [](const geo::Legend& legend) {
        return geo::legendSize({300, 400}, legend, base::Language::English).width();
    };
    geo::Legend legend = longLegend(6);
    for (geo::LegendEntry& each : legend.entries)
        each.count = 1;
    geo::Legend uncounted = legend;
    for (geo::LegendEntry& each : uncounted.entries)
        each.count.reset();
    QCOMPARE(width(legend), width(uncounted));
    legend.entries.back().count = 2;
    QVERIFY(width(legend) > width(uncounted));
}

void LegendTest::schematicIsSaidOnce()
{
    geo::MapSnapshot snapshot(
        geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(100, 100)));
    geo::MapLayer layer;
    layer.features =
        support::layerOf("{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                         "\"coordinates\":[-105,25]}}");
    layer.schematic = true;
    layer.title = {QStringLiteral("Provinces"), QStringLiteral("Provincias")};
    snapshot.layers = {layer};
    QCOMPARE(geo::legendOf(snapshot).entries[0].label.en, QStringLiteral("Provinces (schematic)"));
    snapshot.layers[0].title.en = QStringLiteral("Provinces (schematic)");
    QCOMPARE(geo::legendOf(snapshot).entries[0].label.en, QStringLiteral("Provinces (schematic)"));
    QCOMPARE(geo::legendOf(snapshot).entries[0].label.es, QStringLiteral("Provincias"));
}

void LegendTest::everySwatchIsDrawn()
{
    for (const auto swatch : {geo::Swatch::Area, geo::Swatch::Line, geo::Swatch::Point,
                              geo::Swatch::Site, geo::Swatch::Ramp}) {
        const QImage image = geo::swatchImage(entry(swatch, QString()), {22, 16}, 2);
        QCOMPARE(image.size(), QSize(44, 32));
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
        QVERIFY2(inked > 20, qPrintable(QString::number(int(swatch))));
    }
}

void LegendTest::matchesGolden()
{
    geo::Legend legend;
    legend.entries.push_back(entry(geo::Swatch::Heading, QStringLiteral("Sites")));
    geo::LegendEntry site = entry(geo::Swatch::Site, QStringLiteral("Mine"), 1204);
    site.siteKind = QStringLiteral("mine");
    site.siteStage = QStringLiteral("production");
    legend.entries.push_back(site);
    legend.entries.push_back(entry(geo::Swatch::Heading, QStringLiteral("Faults")));
    legend.entries.push_back(entry(geo::Swatch::Line, QStringLiteral("Active fault")));
    const geo::Legend units = longLegend(30);
    legend.entries.insert(legend.entries.end(), units.entries.begin(), units.entries.end());
    legend.entries[6].label.en =
        QStringLiteral("A unit whose name is far too long for any legend to hold");
    const QImage image = drawn(legend, {420, 220});
    QCOMPARE(support::differsFromGolden(image, QStringLiteral("geo/legend.png")), QString());
}

QTEST_MAIN(LegendTest)
#include "legend_test.moc"
