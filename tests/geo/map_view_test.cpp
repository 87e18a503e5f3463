// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_view.h"
#include <QtTest>
#include <cmath>
#include <geodesic.h>

namespace {

geo::MapView viewOf(const char* crs, QSizeF size = {800, 600})
{
    return {geo::Crs::fromText(QLatin1String(crs)), size};
}

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

} // namespace

class MapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheAreaOfUse();
    void pixelsAndMapUnitsAreInverse();
    void zoomKeepsThePointUnderTheCursor();
    void zoomStopsSomewhere();
    void panFollowsTheHand();
    void fitShowsTheWholeExtent();
    void fitLonLatShowsTheWholeBox_data();
    void fitLonLatShowsTheWholeBox();
    void fitCrosses180();
    void scaleIsTrueOnTheGround_data();
    void scaleIsTrueOnTheGround();
    void scaleDenominatorCanBeSet();
    void anotherCrsKeepsPlaceAndScale();
    void outsideTheReachIsNothing();
};

void MapViewTest::beginsWithTheAreaOfUse()
{
    const geo::MapView view = viewOf("EPSG:6372");
    for (const QPointF& place : {QPointF(-99.13, 19.43), QPointF(-117.0, 32.5), QPointF(-87, 20)}) {
        const auto pixel = view.fromLonLat(place);
        QVERIFY(pixel && QRectF(QPointF(), view.size()).contains(*pixel));
    }
}

void MapViewTest::pixelsAndMapUnitsAreInverse()
{
    const geo::MapView view = viewOf("EPSG:6372");
    for (const QPointF& pixel : {QPointF(0, 0), QPointF(800, 600), QPointF(123.25, 77.5)}) {
        QVERIFY(length(view.toPixel(view.toMap(pixel)) - pixel) < 1e-9);
        const auto degrees = view.toLonLat(pixel);
        QVERIFY(degrees.has_value());
        QVERIFY(length(*view.fromLonLat(*degrees) - pixel) < 1e-3);
    }
    // North is up, east is right.
    QVERIFY(view.toMap({0, 0}).y() > view.toMap({0, 600}).y());
    QVERIFY(view.toMap({800, 0}).x() > view.toMap({0, 0}).x());
    const geo::Extent extent = view.extent();
    QCOMPARE(QPointF(extent.west, extent.north), view.toMap({0, 0}));
    QCOMPARE(QPointF(extent.east, extent.south), view.toMap({800, 600}));
}

void MapViewTest::zoomKeepsThePointUnderTheCursor()
{
    geo::MapView view = viewOf("EPSG:6372");
    const QPointF pixel(650, 120);
    const QPointF before = view.toMap(pixel);
    const double units = view.unitsPerPixel();
    for (const double factor : {2.0, 1.25, 0.5, 0.1, 30.0}) {
        view.zoomAt(pixel, factor);
        QVERIFY(length(view.toMap(pixel) - before) < 1e-6);
    }
    QVERIFY(std::fabs(view.unitsPerPixel() * 2 * 1.25 * 0.5 * 0.1 * 30 / units - 1) < 1e-12);
}

void MapViewTest::zoomStopsSomewhere()
{
    geo::MapView view = viewOf("EPSG:6372");
    for (int i = 0; i < 200; ++i)
        view.zoomAt({10, 10}, 2);
    QVERIFY(view.unitsPerPixel() > 0 && std::isfinite(view.centre().x()));
    for (int i = 0; i < 400; ++i)
        view.zoomAt({10, 10}, 0.5);
    QVERIFY(std::isfinite(view.unitsPerPixel()));
    view.zoomAt({10, 10}, 0);
    view.zoomAt({10, 10}, std::nan(""));
    view.setCentre({std::nan(""), 0});
    QVERIFY(std::isfinite(view.unitsPerPixel()) && std::isfinite(view.centre().x()));
}

void MapViewTest::panFollowsTheHand()
{
    geo::MapView view = viewOf("EPSG:6372");
    const QPointF grabbed = view.toMap({100, 100});
    view.pan({37, -21});
    QVERIFY(length(view.toPixel(grabbed) - QPointF(137, 79)) < 1e-9);
}

void MapViewTest::fitShowsTheWholeExtent()
{
    geo::MapView view = viewOf("EPSG:6372");
    view.fit({1000000, 500000, 4000000, 700000}, 0.1);
    const QPointF west = view.toPixel({1000000, 700000});
    const QPointF east = view.toPixel({4000000, 500000});
    QVERIFY(std::fabs(west.x() - 80) < 1e-6 && std::fabs(east.x() - 720) < 1e-6);
    QVERIFY(west.y() > 0 && east.y() < 600);
    QVERIFY(std::fabs(west.y() + east.y() - 600) < 1e-6);
    const double units = view.unitsPerPixel();
    view.fit({0, 0, std::nan(""), 1});
    QCOMPARE(view.unitsPerPixel(), units);
    view.fit({2000000, 600000, 2000000, 600000}); // a point: there, at the scale there was
    QCOMPARE(view.unitsPerPixel(), units);
    QCOMPARE(view.centre(), QPointF(2000000, 600000));
}

void MapViewTest::fitLonLatShowsTheWholeBox_data()
{
    QTest::addColumn<QString>("crs");
    for (const char* crs : {"EPSG:6372", "EPSG:3857", "EPSG:4326", "EPSG:32612", "ESRI:102008"})
        QTest::newRow(crs) << QString::fromLatin1(crs);
}

void MapViewTest::fitLonLatShowsTheWholeBox()
{
    QFETCH(QString, crs);
    geo::MapView view(geo::Crs::fromText(crs), QSizeF(800, 600));
    const geo::Extent box{-120, 20, -100, 40};
    view.fitLonLat(box);
    const QRectF frame(QPointF(), view.size());
    QRectF used;
    for (double t = 0; t <= 1; t += 0.02) {
        for (const QPointF& place : {QPointF(-120 + 20 * t, 20), QPointF(-120 + 20 * t, 40),
                                     QPointF(-120, 20 + 20 * t), QPointF(-100, 20 + 20 * t)}) {
            const auto pixel = view.fromLonLat(place);
            QVERIFY(pixel && frame.contains(*pixel));
            used |= QRectF(*pixel, QSizeF(1e-9, 1e-9));
        }
    }
    QVERIFY(used.width() > 0.9 * 800 || used.height() > 0.9 * 600);
}

void MapViewTest::fitCrosses180()
{
    geo::MapView view = viewOf("EPSG:3832"); // Mercator of the Pacific
    view.fitLonLat({170, -10, -170, 10});
    const auto fiji = view.fromLonLat({179.9, 0});
    const auto samoa = view.fromLonLat({-179.9, 0});
    QVERIFY(fiji && samoa);
    QVERIFY(samoa->x() > fiji->x() && samoa->x() - fiji->x() < 20);
}

void MapViewTest::scaleIsTrueOnTheGround_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<QPointF>("place");
    QTest::newRow("lambert") << QStringLiteral("EPSG:6372") << QPointF(-111, 32);
    QTest::newRow("mercator") << QStringLiteral("EPSG:3857") << QPointF(-111, 60);
    QTest::newRow("degrees") << QStringLiteral("EPSG:4326") << QPointF(-111, 45);
}

void MapViewTest::scaleIsTrueOnTheGround()
{
    QFETCH(QString, crs);
    QFETCH(QPointF, place);
    geo::MapView view(geo::Crs::fromText(crs), QSizeF(800, 600));
    view.fitLonLat({place.x() - 1, place.y() - 1, place.x() + 1, place.y() + 1});
    // PROJ's geodesic, asked here, over a hundred pixels about the centre.
    const auto west = view.toLonLat({350, 300});
    const auto east = view.toLonLat({450, 300});
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
    double metres = 0;
    geod_inverse(&ellipsoid, west->y(), west->x(), east->y(), east->x(), &metres, nullptr, nullptr);
    QVERIFY(std::fabs(view.metresPerPixel() * 100 / metres - 1) < 1e-3);
    QVERIFY(std::fabs(view.scaleDenominator() - view.metresPerPixel() * 96 / 0.0254) < 1e-3);
}

void MapViewTest::scaleDenominatorCanBeSet()
{
    for (const char* crs : {"EPSG:6372", "EPSG:3857", "EPSG:4326"}) {
        geo::MapView view = viewOf(crs);
        view.fitLonLat({-112, 30, -110, 32});
        view.setScaleDenominator(2500000);
        QVERIFY2(std::fabs(view.scaleDenominator() / 2500000 - 1) < 1e-3, crs);
    }
}

void MapViewTest::anotherCrsKeepsPlaceAndScale()
{
    geo::MapView view = viewOf("EPSG:6372");
    view.fitLonLat({-114, 30, -108, 34});
    const geo::MapView other = view.in(geo::Crs::fromText(QStringLiteral("EPSG:3857")));
    const auto here = view.toLonLat({400, 300});
    const auto there = other.toLonLat({400, 300});
    QVERIFY(length(*here - *there) < 1e-6);
    QVERIFY(std::fabs(other.metresPerPixel() / view.metresPerPixel() - 1) < 1e-3);
}

void MapViewTest::outsideTheReachIsNothing()
{
    geo::MapView view = viewOf("EPSG:4326");
    view.setCentre({0, 0});
    view.setUnitsPerPixel(1);
    QVERIFY(!view.toLonLat({400, 0}).has_value()); // 300 degrees north
    QVERIFY(view.toLonLat({400, 300}).has_value());
}

QTEST_GUILESS_MAIN(MapViewTest)
#include "map_view_test.moc"
