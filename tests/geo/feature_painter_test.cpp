// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/feature_painter.h"
#include "geo/layer_cooking.h"
#include "geo/map_view.h"
#include "geo/prepared_geometry.h"
#include "tests/support/coverage.h"
#include "tests/support/golden_image.h"
#include <QElapsedTimer>
#include <QPainter>
#include <QtTest>
#include <cmath>
#include <numbers>
#include <random>
#include <thread>

namespace {

using support::coverage;
using support::Geos;
using support::Polygon;
using support::Ring;
using support::Shape;

geo::PreparedLayer prepared(const std::vector<Shape>& shapes, const geo::Operation& fromWgs84)
{
    geo::LayerPreparation preparation(fromWgs84);
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        preparation.beginFeature(i);
        for (const Polygon& polygon : shapes[i].polygons)
            for (std::size_t k = 0; k < polygon.size(); ++k)
                preparation.add(k == 0 ? geo::PartKind::Outer : geo::PartKind::Hole, polygon[k]);
    }
    base::Progress progress;
    return preparation.finish(progress);
}

// What drawFeatures() takes: the layer cooked and in its colours.
geo::StyledLayer styledLayer(const geo::PreparedLayer& moved, const geo::MapView& view,
                             geo::StyledFeatures features)
{
    base::Progress progress;
    return {std::make_shared<const geo::CookedLayer>(
                geo::cookLayer(moved, view.crs().metresPerUnit(), progress)),
            std::make_shared<const geo::StyledFeatures>(std::move(features))};
}

geo::StyledFeatures styled(const std::vector<Shape>& shapes, const std::optional<QColor>& stroke)
{
    geo::StyledFeatures result;
    for (const Shape& shape : shapes) {
        geo::Symbol symbol;
        symbol.fill = shape.color;
        symbol.stroke = stroke;
        result.look.push_back(std::uint32_t(result.looks.size()));
        result.looks.push_back(symbol);
    }
    result.symbol.stroke = stroke;
    return result;
}

geo::MapView viewOf(const QString& crs, QSize size, QPointF centre, double unitsPerPixel)
{
    geo::MapView view(geo::Crs::fromText(crs), size);
    view.setCentre(centre);
    view.setUnitsPerPixel(unitsPerPixel);
    return view;
}

geo::ToPixels toPixelsOf(const geo::MapView& view)
{
    const QPointF corner = view.toMap({0, 0});
    return {corner.x(), corner.y(), 1 / view.unitsPerPixel()};
}

QImage drawn(const std::vector<Shape>& shapes, const geo::MapView& view,
             const QColor& background = Qt::white, const std::optional<QColor>& stroke = {})
{
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    base::Progress progress;
    geo::drawFeatures(image,
                      styledLayer(prepared(shapes, view.fromWgs84()), view, styled(shapes, stroke)),
                      toPixelsOf(view), 1, 1, progress);
    return image;
}

Ring star(QPointF centre, double radius, int points, double inner)
{
    Ring ring;
    for (int i = 0; i <= 2 * points; ++i) {
        const double angle = (i % (2 * points)) * std::numbers::pi / points;
        const double r = i % 2 == 0 ? radius : radius * inner;
        ring.push_back(centre + r * QPointF(std::sin(angle), std::cos(angle)));
    }
    return ring;
}

Ring boxRing(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

} // namespace

class FeaturePainterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPixelHasItsPolygonsColour_data();
    void everyPixelHasItsPolygonsColour();
    void aCoverageHasNoSeam_data();
    void aCoverageHasNoSeam();
    void awkwardRings();
    void acrossTheAntimeridian_data();
    void acrossTheAntimeridian();
    void roundThePole();
    void outOfReachIsLeftOut();
    void aBoxRoundTheWorldKeepsItsWidth();
    void parallelsAreCurves();
    void smallPolygonsAreSeen();
    void outlinesFade();
    void outlinesLieOverAllFills();
    void dashesRunAcrossStrips();
    void hatchesLieBetweenFillsAndOutlines();
    void aHatchMovesWithTheMap();
    void casingsLieBelowAllLines();
    void cancelStopsAtOnce();
};

void FeaturePainterTest::everyPixelHasItsPolygonsColour_data()
{
    QTest::addColumn<double>("unitsPerPixel");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("full") << 0.004 << 1u;
    QTest::newRow("half") << 0.002 << 2u;
    QTest::newRow("close") << 0.0004 << 3u;
    QTest::newRow("very close") << 0.00002 << 4u;
}

void FeaturePainterTest::everyPixelHasItsPolygonsColour()
{
    QFETCH(double, unitsPerPixel);
    QFETCH(unsigned, seed);
    const std::vector<Shape> shapes = coverage(10, 8, seed);
    Geos geos;
    for (const Shape& shape : shapes)
        geos.add(shape);
    const geo::MapView view =
        viewOf(QStringLiteral("EPSG:4326"), {500, 400}, {-111.02, 30.79}, unitsPerPixel);
    const QImage image = drawn(shapes, view);
    std::mt19937 random(seed);
    int asked = 0;
    for (int i = 0; i < 1500; ++i) {
        const QPoint pixel(int(random() % 500), int(random() % 400));
        const QPointF at = view.toMap(QPointF(pixel) + QPointF(0.5, 0.5));
        const int holder = geos.holder(at, 2 * unitsPerPixel);
        if (holder < 0)
            continue;
        ++asked;
        QCOMPARE(QColor(image.pixel(pixel)).name(), shapes[std::size_t(holder)].color.name());
    }
    QVERIFY(asked > 500);
}

void FeaturePainterTest::aCoverageHasNoSeam_data()
{
    everyPixelHasItsPolygonsColour_data();
}

void FeaturePainterTest::aCoverageHasNoSeam()
{
    QFETCH(double, unitsPerPixel);
    QFETCH(unsigned, seed);
    const std::vector<Shape> shapes = coverage(10, 8, seed);
    const geo::MapView view =
        viewOf(QStringLiteral("EPSG:4326"), {500, 400}, {-111.02, 30.79}, unitsPerPixel);
    // Where anything of the ground showed, a black and a white one would make a difference.
    const QImage onBlack = drawn(shapes, view, Qt::black);
    const QImage onWhite = drawn(shapes, view, Qt::white);
    int covered = 0;
    for (int y = 0; y < 400; ++y) {
        for (int x = 0; x < 500; ++x) {
            const QPointF at = view.toMap(QPointF(x, y));
            if (at.x() < -111.9 || at.x() > -110.1 || at.y() < 30.1 || at.y() > 31.5)
                continue;
            ++covered;
            QVERIFY2(onBlack.pixel(x, y) == onWhite.pixel(x, y),
                     qPrintable(QStringLiteral("the ground shows at %1, %2: %3 and %4")
                                    .arg(x)
                                    .arg(y)
                                    .arg(onBlack.pixel(x, y), 8, 16)
                                    .arg(onWhite.pixel(x, y), 8, 16)));
        }
    }
    QVERIFY(covered > 100000);
}

void FeaturePainterTest::awkwardRings()
{
    Ring reversedHole = star({6, 6}, 1.5, 5, 0.5);
    std::reverse(reversedHole.begin(), reversedHole.end());
    Ring spike = boxRing(12, 1, 18, 5);
    spike.insert(spike.begin() + 1, {{15, 1}, {15, -1.5}, {15, 1}});
    Ring repeated;
    for (const QPointF& point : star({6, 16}, 4, 7, 0.6))
        repeated.insert(repeated.end(), 3, point);
    const std::vector<Shape> shapes{
        {{{star({6, 6}, 5, 24, 0.9), reversedHole}}, QColor(0xd0, 0x60, 0x50)}, // a hole
        {{{star({6, 6}, 0.7, 4, 0.7)}}, QColor(0x30, 0x60, 0xb0)},              // an island
        {{{spike}}, QColor(0x60, 0xa0, 0x60)},                                  // a spike
        {{{repeated}}, QColor(0xc0, 0xa0, 0x40)},                               // repeats
        {{{{{12, 12}, {18, 18}, {18, 12}, {12, 18}, {12, 12}}}},
         QColor(0x80, 0x50, 0xa0)}, // bow tie
        {{{boxRing(21, 1, 24, 4)}, {boxRing(25, 5, 28, 8), boxRing(26, 6, 27, 7)}},
         QColor(0x40, 0xa0, 0xb0)}, // two polygons
        {{{{{21, 12}, {28, 12}, {28, 19}, {24.5, 15}, {21, 19}, {24.5, 15}, {21, 12}}}},
         QColor(0xb0, 0x70, 0x30)},                                  // touches itself
        {{{{{29.5, 1}, {29.5, 19}, {29.5, 1}}}}, QColor(Qt::black)}, // no area
    };
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {310, 210}, {15, 9.5}, 0.1);
    const QImage image = drawn(shapes, view, Qt::white, QColor(0x40, 0x40, 0x40));
    QCOMPARE(support::differsFromGolden(image, QStringLiteral("geo/awkward_rings.png")), QString());
    const auto at = [&](double lon, double lat) {
        return QColor(image.pixel(view.toPixel({lon, lat}).toPoint())).name();
    };
    QCOMPARE(at(6, 6), shapes[1].color.name());
    QCOMPARE(at(6, 7.0), QStringLiteral("#ffffff")); // between island and hole's edge
    QCOMPARE(at(6, 9), shapes[0].color.name());
    QCOMPARE(at(15, 3), shapes[2].color.name());
    QCOMPARE(at(6, 16), shapes[3].color.name());
    QCOMPARE(at(17, 13.5), shapes[4].color.name());
    QCOMPARE(at(15, 13), QStringLiteral("#ffffff"));
    QCOMPARE(at(22, 2), shapes[5].color.name());
    QCOMPARE(at(26.5, 6.5), QStringLiteral("#ffffff"));
    QCOMPARE(at(25.5, 6.5), shapes[5].color.name());
    QCOMPARE(at(26.5, 14), shapes[6].color.name());
}

void FeaturePainterTest::acrossTheAntimeridian_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<QPointF>("centre");
    QTest::addColumn<double>("unitsPerPixel");
    QTest::newRow("plate") << QStringLiteral("EPSG:4326") << QPointF(0, 0) << 1.2;
    QTest::newRow("mercator") << QStringLiteral("EPSG:3857") << QPointF(0, 0) << 134000.0;
    QTest::newRow("pacific") << QStringLiteral("EPSG:3832") << QPointF(0, 0) << 134000.0;
    QTest::newRow("lambert") << QStringLiteral("EPSG:6372") << QPointF(2500000, 2500000) << 70000.0;
}

void FeaturePainterTest::acrossTheAntimeridian()
{
    QFETCH(QString, crs);
    QFETCH(QPointF, centre);
    QFETCH(double, unitsPerPixel);
    // Written either way: past 180, and jumping from 180 to -180.
    const std::vector<Shape> shapes{
        {{{{{170, 10}, {190, 10}, {190, 30}, {170, 30}, {170, 10}}}}, QColor(200, 60, 60)},
        {{{{{170, 35}, {-170, 35}, {-170, 50}, {170, 50}, {170, 35}},
           {{175, 40}, {-175, 40}, {-175, 45}, {175, 45}, {175, 40}}}},
         QColor(60, 60, 200)},
        {{{boxRing(-20, -30, 20, -10)}}, QColor(60, 160, 60)},
        {{{boxRing(60, 20, 100, 40)}}, QColor(160, 120, 40)}, // across the seam of EPSG:6372
    };
    const geo::MapView view = viewOf(crs, {300, 240}, centre, unitsPerPixel);
    const QImage image = drawn(shapes, view);
    // Each pixel, by where it lies on the globe; within two degrees of an edge anything goes.
    int seen = 0;
    for (int y = 0; y < 240; ++y) {
        for (int x = 0; x < 300; ++x) {
            const auto at = view.toLonLat(QPointF(x, y) + QPointF(0.5, 0.5));
            if (!at || std::fabs(at->y()) > 75)
                continue;
            const double lon = at->x();
            const double turned = lon < 0 ? lon + 360 : lon;
            const double lat = at->y();
            const auto in = [](double v, double low, double high, double by) {
                return v > low + by && v < high - by;
            };
            const auto colorWith = [&](double by) {
                if (in(turned, 170, 190, by) && in(lat, 10, 30, by))
                    return shapes[0].color;
                if (in(turned, 170, 190, by) && in(lat, 35, 50, by) &&
                    !(in(turned, 175, 185, -by) && in(lat, 40, 45, -by)))
                    return shapes[1].color;
                if (in(lon, -20, 20, by) && in(lat, -30, -10, by))
                    return shapes[2].color;
                if (in(lon, 60, 100, by) && in(lat, 20, 40, by))
                    return shapes[3].color;
                return QColor(Qt::white);
            };
            if (colorWith(2) != colorWith(-2) || std::fabs(std::remainder(lon - 78, 360)) < 2 ||
                std::fabs(std::remainder(lon - 180, 360)) < 2 ||
                std::fabs(std::remainder(lon + 30, 360)) < 2)
                continue; // near an edge, or near where one of these maps tears
            seen += colorWith(0) != QColor(Qt::white) ? 1 : 0;
            QVERIFY2(QColor(image.pixel(x, y)).name() == colorWith(0).name(),
                     qPrintable(QStringLiteral("%1 %2").arg(lon).arg(lat)));
        }
    }
    QVERIFY(seen > 200);
    QCOMPARE(support::differsFromGolden(image, QStringLiteral("geo/antimeridian_%1.png")
                                                   .arg(QLatin1String(QTest::currentDataTag()))),
             QString());
}

void FeaturePainterTest::roundThePole()
{
    // A cap round the south pole whose ring does not say so, seen from above the pole.
    Ring ring;
    for (int lon = -180; lon <= 180; lon += 5)
        ring.emplace_back(lon, -70 + 4 * std::sin(lon * std::numbers::pi / 60));
    const std::vector<Shape> shapes{{{{ring}}, QColor(90, 120, 200)}};
    const geo::MapView polar = viewOf(QStringLiteral("EPSG:3031"), {200, 200}, {0, 0}, 30000);
    const QImage image = drawn(shapes, polar);
    QCOMPARE(QColor(image.pixel(100, 100)).name(), shapes[0].color.name());
    QCOMPARE(QColor(image.pixel(100, 60)).name(), shapes[0].color.name());
    QCOMPARE(QColor(image.pixel(60, 100)).name(), shapes[0].color.name());
    QCOMPARE(QColor(image.pixel(2, 2)).name(), QStringLiteral("#ffffff"));
    QCOMPARE(support::differsFromGolden(image, QStringLiteral("geo/pole.png")), QString());
    const geo::MapView plate = viewOf(QStringLiteral("EPSG:4326"), {360, 180}, {0, 0}, 1);
    const QImage flat = drawn(shapes, plate);
    for (int x = 2; x < 358; x += 7) {
        QCOMPARE(QColor(flat.pixel(x, 175)).name(), shapes[0].color.name());
        QCOMPARE(QColor(flat.pixel(x, 90)).name(), QStringLiteral("#ffffff"));
    }
}

void FeaturePainterTest::outOfReachIsLeftOut()
{
    // Infinite in Mercator, torn in a transverse Mercator far from its meridian, and not a number.
    const std::vector<Shape> shapes{
        {{{boxRing(-120, 80, -60, 90)}}, QColor(200, 0, 0)},
        {{{boxRing(10, -5, 40, 5)}}, QColor(0, 200, 0)},
        {{{{{-110, 20}, {std::nan(""), 25}, {-100, 20}, {-100, 30}, {-110, 30}, {-110, 20}}}},
         QColor(0, 0, 200)},
    };
    for (const char* crs : {"EPSG:3857", "EPSG:32613", "EPSG:6372"}) {
        const geo::MapView start(geo::Crs::fromText(QLatin1String(crs)), QSizeF(300, 300));
        const geo::PreparedLayer layer = prepared(shapes, start.fromWgs84());
        for (const auto& feature : layer.features())
            for (const auto& part : layer.parts(feature))
                for (const QPointF& point : layer.points(part))
                    QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
        geo::MapView view = start;
        view.fitLonLat({-118, 14, -86, 33});
        const QImage image = drawn(shapes, view);
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 300; ++x) {
                const QColor color(image.pixel(x, y));
                QVERIFY2(color.red() >= color.blue() || color.blue() > 150, crs);
                QVERIFY2(!(color.red() > 150 && color.green() < 100), crs);
                QVERIFY2(!(color.green() > 150 && color.red() < 100), crs);
            }
        const auto middle = view.fromLonLat({-105, 25});
        QVERIFY(middle.has_value());
        QCOMPARE(QColor(image.pixel(middle->toPoint())).name(), QStringLiteral("#0000c8"));
    }
}

void FeaturePainterTest::aBoxRoundTheWorldKeepsItsWidth()
{
    const std::vector<Shape> shapes{{{{boxRing(-180, -90, 180, 90)}}, QColor(120, 160, 200)}};
    for (const char* crs : {"EPSG:4326", "EPSG:3857", "EPSG:6372"}) {
        geo::MapView view(geo::Crs::fromText(QLatin1String(crs)), QSizeF(100, 80));
        view.fitLonLat({-118, 14, -86, 33});
        const QImage image = drawn(shapes, view);
        for (int y = 0; y < 80; y += 9)
            for (int x = 0; x < 100; x += 9)
                QVERIFY2(QColor(image.pixel(x, y)) == shapes[0].color, crs);
    }
}

void FeaturePainterTest::parallelsAreCurves()
{
    // A box with four corners: its northern side must follow the parallel, not the chord.
    const std::vector<Shape> shapes{{{{boxRing(-125, 20, -80, 49)}}, QColor(120, 160, 200)}};
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(600, 500));
    view.fitLonLat({-130, 15, -75, 55});
    const QImage image = drawn(shapes, view);
    for (double lon = -123; lon < -82; lon += 2.5) {
        const auto inside = view.fromLonLat({lon, 48.7});
        const auto outside = view.fromLonLat({lon, 49.3});
        QCOMPARE(QColor(image.pixel(inside->toPoint())).name(), shapes[0].color.name());
        QCOMPARE(QColor(image.pixel(outside->toPoint())).name(), QStringLiteral("#ffffff"));
    }
}

void FeaturePainterTest::smallPolygonsAreSeen()
{
    std::vector<Shape> shapes;
    for (int i = 0; i < 20; ++i)
        shapes.push_back({{{boxRing(i, 5, i + 0.01, 5.01)}}, QColor(200, 0, 0)});
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {220, 100}, {10.3, 5.03}, 0.1);
    const QImage image = drawn(shapes, view);
    int red = 0;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 220; ++x)
            red += image.pixel(x, y) == qRgb(200, 0, 0) ? 1 : 0;
    QCOMPARE(red, 20);
}

void FeaturePainterTest::outlinesFade()
{
    // The same square at 40, 2 and 0.6 pixels: how dark its outline makes the middle of its side.
    const auto darkness = [](double pixels) {
        const std::vector<Shape> shapes{{{{boxRing(0, 0, 1, 1)}}, QColor(255, 255, 255)}};
        const geo::MapView view =
            viewOf(QStringLiteral("EPSG:4326"), {100, 100}, {0.5, 0.5}, 1 / pixels);
        const QImage image = drawn(shapes, view, Qt::white, QColor(Qt::black));
        int dark = 255;
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 100; ++x)
                dark = std::min(dark, qGray(image.pixel(x, y)));
        return 255 - dark;
    };
    QVERIFY(darkness(40) > 100);
    QVERIFY(darkness(2) < darkness(40));
    QVERIFY(darkness(2) > 0);
    QCOMPARE(darkness(0.6), 0);
}

void FeaturePainterTest::outlinesLieOverAllFills()
{
    // The second lies over the first one's eastern side, the third on nothing; and all of it once
    // more with a ring that crosses itself and its neighbour, so that nothing is left to add up.
    const QColor light(250, 240, 200);
    const auto dark = [](const QImage& image, const geo::MapView& view, double lon, double lat) {
        const QPoint at = view.toPixel({lon, lat}).toPoint();
        int darkest = 255;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                darkest = std::min(darkest, qGray(image.pixel(at.x() + dx, at.y() + dy)));
        return darkest < 200;
    };
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {300, 200}, {1.5, 1}, 0.01);
    const std::vector<Shape> shapes{{{{boxRing(0.2, 0.2, 1.2, 1.2)}}, light},
                                    {{{boxRing(0.7, 0.5, 1.7, 0.9)}}, light},
                                    {{{boxRing(2, 0.2, 2.5, 1.2)}}, light}};
    const QImage image = drawn(shapes, view, Qt::white, QColor(Qt::black));
    QVERIFY(dark(image, view, 1.2, 0.7)); // under the second
    QVERIFY(dark(image, view, 0.7, 0.7)); // on the first
    QVERIFY(dark(image, view, 1.0, 0.9));
    QVERIFY(dark(image, view, 2.0, 0.7));
    QVERIFY(!dark(image, view, 1.0, 0.7));
    const std::vector<Shape> crossing{
        {{{{{0.2, 0.2}, {1.4, 1.5}, {1.4, 0.2}, {0.2, 1.3}, {0.2, 0.2}}}}, light},
        {{{{{1.0, 0.1}, {1.2, 1.7}, {2.0, 1.0}, {1.0, 0.1}}}}, light}};
    const QImage crossed = drawn(crossing, view, Qt::white, QColor(Qt::black));
    QVERIFY(dark(crossed, view, 1.4, 0.7));
    QVERIFY(dark(crossed, view, 1.6, 1.35));
}

void FeaturePainterTest::dashesRunAcrossStrips()
{
    // A long dashed line down a tall picture is cut by several strips; against one QPainter pass.
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {120, 900}, {0, 0}, 0.01);
    const std::vector<QPointF> line{{-0.4, -4.4}, {0.3, 0.1}, {-0.2, 4.4}};
    geo::LayerPreparation preparation(view.fromWgs84());
    preparation.beginFeature(0);
    preparation.add(geo::PartKind::Line, line);
    base::Progress progress;
    const geo::PreparedLayer layer = preparation.finish(progress);
    geo::StyledFeatures style;
    style.symbol.fill.reset();
    style.symbol.stroke = QColor(0, 0, 0);
    style.symbol.strokeWidth = 2;
    style.symbol.dash = geo::Dash::Dashed;
    style.looks = {style.symbol};
    style.look = {0};
    const geo::StyledLayer ready = styledLayer(layer, view, style);
    QImage image(120, 900, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    geo::drawFeatures(image, ready, toPixelsOf(view), 1, 1, progress);

    QImage expected(120, 900, QImage::Format_ARGB32_Premultiplied);
    expected.fill(Qt::white);
    QPainter painter(&expected);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(QColor(0, 0, 0), 2, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin);
    painter.setPen(pen);
    std::vector<QPointF> pixels;
    for (const QPointF& point : layer.points(layer.parts(layer.features()[0])[0]))
        pixels.push_back(view.toPixel(point));
    painter.drawPolyline(pixels.data(), int(pixels.size()));
    painter.end();
    QCOMPARE(support::pixelsWithoutPeer(image, expected), 0);
    QCOMPARE(support::pixelsWithoutPeer(expected, image), 0);
}

namespace {

// Two areas side by side, hatched, in a picture of a degree to 100 pixels.
QImage hatched(geo::Hatch hatch, const std::optional<QColor>& stroke, QPointF centre = {0, 0})
{
    const std::vector<Shape> shapes{{{{boxRing(-1, -1, 0, 1)}}, QColor(255, 255, 0)},
                                    {{{boxRing(0, -1, 1, 1)}}, QColor(0, 255, 255)}};
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {300, 300}, centre, 0.01);
    geo::StyledFeatures features = styled(shapes, stroke);
    features.symbol.hatch = hatch;
    features.symbol.strokeWidth = 1.4;
    for (geo::Symbol& look : features.looks) {
        look.hatch = hatch;
        look.strokeWidth = 1.4;
        look.hatchColor = Qt::black;
    }
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    base::Progress progress;
    geo::drawFeatures(image, styledLayer(prepared(shapes, view.fromWgs84()), view, features),
                      toPixelsOf(view), 1, 1, progress);
    return image;
}

} // namespace

void FeaturePainterTest::hatchesLieBetweenFillsAndOutlines()
{
    const QImage plain = hatched(geo::Hatch::None, {});
    QCOMPARE(plain.pixelColor(100, 150), QColor(255, 255, 0));
    std::vector<QImage> seen{plain};
    for (const geo::Hatch hatch :
         {geo::Hatch::Horizontal, geo::Hatch::Vertical, geo::Hatch::Rising, geo::Hatch::Falling,
          geo::Hatch::Cross, geo::Hatch::DiagonalCross, geo::Hatch::Dots}) {
        const QImage image = hatched(hatch, {});
        for (const QImage& other : seen)
            QVERIFY(image != other);
        seen.push_back(image);
        // A tenth to half of an area is dark, and what lies beside it is not.
        double dark = 0;
        for (int y = 60; y < 240; ++y)
            for (int x = 60; x < 240; ++x)
                dark += 1 - image.pixelColor(x, y).greenF();
        dark /= 180 * 180;
        QVERIFY2(dark > 0.05 && dark < 0.4, qPrintable(QString::number(dark)));
        QCOMPARE(image.copy(0, 0, 300, 45), plain.copy(0, 0, 300, 45));
        QCOMPARE(image.copy(0, 0, 45, 300), plain.copy(0, 0, 45, 300));
    }
    // The outline between the two is over the lines, all along it.
    const QImage outlined = hatched(geo::Hatch::Horizontal, QColor(255, 0, 0));
    for (int y = 60; y < 240; ++y)
        QVERIFY(outlined.pixelColor(150, y).red() > 120 || outlined.pixelColor(149, y).red() > 120);
}

void FeaturePainterTest::aHatchMovesWithTheMap()
{
    for (const geo::Hatch hatch : {geo::Hatch::Rising, geo::Hatch::Dots, geo::Hatch::Cross}) {
        const QImage still = hatched(hatch, {});
        const QImage moved = hatched(hatch, {}, QPointF(0.13, -0.07));
        QCOMPARE(moved.copy(60, 60, 150, 150), still.copy(73, 67, 150, 150));
    }
}

void FeaturePainterTest::casingsLieBelowAllLines()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {200, 200}, {0, 0}, 0.01);
    geo::LayerPreparation preparation(view.fromWgs84());
    preparation.beginFeature(0);
    preparation.add(geo::PartKind::Line, Ring{{-1, 0.005}, {1, 0.005}});
    preparation.beginFeature(1); // drawn after it, and across it
    preparation.add(geo::PartKind::Line, Ring{{0.005, -1}, {0.005, 1}});
    geo::StyledFeatures features;
    features.symbol.fill.reset();
    features.symbol.stroke = Qt::black;
    features.symbol.strokeWidth = 3;
    features.symbol.casing = QColor(255, 0, 0);
    features.symbol.casingWidth = 2;
    features.looks = {features.symbol};
    features.look = {0, 0};
    base::Progress progress;
    QImage image(200, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    geo::drawFeatures(image, styledLayer(preparation.finish(progress), view, features),
                      toPixelsOf(view), 1, 1, progress);
    QCOMPARE(image.pixelColor(30, 99), QColor(Qt::black));
    QCOMPARE(image.pixelColor(30, 96), QColor(255, 0, 0));
    QCOMPARE(image.pixelColor(30, 90), QColor(Qt::white));
    // Where they cross, the casing of neither cuts the other.
    for (int i = 90; i < 110; ++i) {
        QCOMPARE(image.pixelColor(i, 99), QColor(Qt::black));
        QCOMPARE(image.pixelColor(100, i), QColor(Qt::black));
    }
}

void FeaturePainterTest::cancelStopsAtOnce()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {1600, 1200}, {0, 0}, 0.05);
    geo::LayerPreparation preparation(view.fromWgs84());
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-40, 40);
    std::uniform_real_distribution<double> lat(-30, 30);
    for (std::uint32_t i = 0; i < 20000; ++i) {
        preparation.beginFeature(i);
        preparation.add(geo::PartKind::Outer, star({lon(random), lat(random)}, 2, 60, 0.8));
    }
    base::Progress unhurried;
    const geo::PreparedLayer layer = preparation.finish(unhurried);
    geo::StyledFeatures style;
    style.looks = {geo::Symbol{}};
    style.look.assign(20000, 0);
    const geo::StyledLayer ready = styledLayer(layer, view, style);
    QImage image(1600, 1200, QImage::Format_ARGB32_Premultiplied);
    QElapsedTimer clock;
    clock.start();
    geo::drawFeatures(image, ready, toPixelsOf(view), 1, 1, unhurried);
    const qint64 whole = clock.elapsed();

    base::Progress hurried;
    std::atomic<qint64> cancelledAt{0};
    clock.restart();
    std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(std::max<qint64>(1, whole / 10)));
        cancelledAt = clock.elapsed();
        hurried.cancel();
    });
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             geo::drawFeatures(image, ready, toPixelsOf(view), 1, 1, hurried));
    const qint64 late = clock.elapsed() - cancelledAt;
    QVERIFY2(late < std::max<qint64>(200, whole / 4),
             qPrintable(QStringLiteral("%1 of %2 ms").arg(late).arg(whole)));
}

QTEST_MAIN(FeaturePainterTest)
#include "feature_painter_test.moc"
