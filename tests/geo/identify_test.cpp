// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/identify.h"

#include "geo/cooked_layer.h"
#include "geo/map_view.h"

#include "geo/measure.h"
#include "tests/support/layers.h"
#include "tests/support/real_data.h"
#include <QRandomGenerator>
#include <QtTest>
#include <cmath>
#include <geos_c.h>

namespace {

QByteArray feature(const QByteArray& name, const QByteArray& type, const QByteArray& coordinates)
{
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name +
           "\"},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
}

QByteArray square(const QByteArray& name, double west, double south, double side)
{
    const auto corner = [](double x, double y) {
        return '[' + QByteArray::number(x, 'g', 17) + ',' + QByteArray::number(y, 'g', 17) + ']';
    };
    return feature(name, "Polygon",
                   "[[" + corner(west, south) + ',' + corner(west + side, south) + ',' +
                       corner(west + side, south + side) + ',' + corner(west, south + side) + ',' +
                       corner(west, south) + "]]");
}

QStringList namesAt(const geo::FeatureLayer& layer, QPointF place, double tolerance)
{
    QStringList names;
    for (const geo::Identified& found : geo::identify(layer, place, tolerance))
        names << layer.columns()[0].text(found.feature);
    return names;
}

QString polygonNameAt(const geo::FeatureLayer& layer, QPointF place)
{
    const auto found = geo::polygonAt(layer, place);
    return found ? layer.columns()[0].text(*found) : QString();
}

QStringList list(const char* names)
{
    return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class IdentifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUnitUnderAPoint();
    void holesAreOutside();
    void theSmallestComesFirst();
    void thenTheNearestWithinTheTolerance();
    void theToleranceIsInMetresEverywhere();
    void aSharedEdgeBelongsToOne();
    void aMosaicLeavesNoGap();
    void acrossTheAntimeridian();
    void nothingThere();
    void agreesWithGeosOnArizona();
    void aMapHoldsTheSame();
    void aMapHoldsTheSameOfArizona();
};

void IdentifyTest::theUnitUnderAPoint()
{
    const auto layer = support::layerOf(square("a", -111, 31, 1) + ',' + square("b", -110, 31, 1));
    QCOMPARE(polygonNameAt(*layer, {-110.5, 31.5}), QStringLiteral("a"));
    QCOMPARE(polygonNameAt(*layer, {-109.5, 31.5}), QStringLiteral("b"));
    QCOMPARE(polygonNameAt(*layer, {-109.5, 32.5}), QString());
    QCOMPARE(namesAt(*layer, {-110.5, 31.5}, 100), list("a"));
    QCOMPARE(geo::identify(*layer, {-110.5, 31.5}, 100)[0].metres, 0.0);
    QVERIFY(geo::contains(*layer, 0, {-110.5, 31.5}));
    QVERIFY(!geo::contains(*layer, 1, {-110.5, 31.5}));
}

void IdentifyTest::holesAreOutside()
{
    const auto layer = support::layerOf(
        feature("ring", "Polygon",
                "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[3,3],[3,6],[6,6],[6,3],[3,3]]]") +
        ',' +
        feature("islands", "MultiPolygon",
                "[[[[20,0],[21,0],[21,1],[20,1],[20,0]]],[[[23,0],[24,0],[24,1],[23,1],[23,0]]]]") +
        ',' + feature("line", "LineString", "[[0,0],[9,0],[9,9],[0,0]]"));
    QVERIFY(geo::contains(*layer, 0, {1, 4.5}));
    QVERIFY(!geo::contains(*layer, 0, {4.5, 4.5}));
    QVERIFY(geo::contains(*layer, 1, {20.5, 0.5}) && geo::contains(*layer, 1, {23.5, 0.5}));
    QVERIFY(!geo::contains(*layer, 1, {22, 0.5}));
    QVERIFY(!geo::contains(*layer, 2, {7, 3})); // a line encloses nothing
    QCOMPARE(polygonNameAt(*layer, {4.5, 4.5}), QString());
}

void IdentifyTest::theSmallestComesFirst()
{
    // Written in the order large, small, middle.
    const auto layer =
        support::layerOf(square("state", -112, 30, 4) + ',' + square("claim", -110.5, 31.4, 0.1) +
                         ',' + square("county", -111, 31, 1));
    QCOMPARE(namesAt(*layer, {-110.45, 31.45}, 10), list("claim county state"));
    QCOMPARE(polygonNameAt(*layer, {-110.45, 31.45}), QStringLiteral("claim"));
    QCOMPARE(polygonNameAt(*layer, {-110.2, 31.2}), QStringLiteral("county"));
    QCOMPARE(polygonNameAt(*layer, {-108.5, 33}), QStringLiteral("state"));
}

void IdentifyTest::thenTheNearestWithinTheTolerance()
{
    // A degree of latitude is 110.9 km here, of longitude 95.5.
    const auto layer = support::layerOf(
        feature("far", "Point", "[-110,31.03]") + ',' + feature("near", "Point", "[-110,31.01]") +
        ',' + feature("fault", "LineString", "[[-111,31.02],[-109,31.02]]") + ',' +
        square("county", -110.5, 30.5, 1) + ',' + square("next", -109.98, 30.5, 1));
    // The polygons that hold the place, then by distance: 1.1, 1.9, 2.2, 3.3 km.
    QCOMPARE(namesAt(*layer, {-110, 31}, 5000), list("county near next fault far"));
    QCOMPARE(namesAt(*layer, {-110, 31}, 2000), list("county near next"));
    QCOMPARE(namesAt(*layer, {-110, 31}, 1000), list("county"));
    const auto found = geo::identify(*layer, {-110, 31}, 5000);
    QCOMPARE(found[0].metres, 0.0);
    for (std::size_t i = 1; i < found.size(); ++i) {
        QVERIFY(found[i].metres > found[i - 1].metres);
        QVERIFY(std::fabs(found[i].metres - geo::metresTo(*layer, found[i].feature, {-110, 31})) <
                0.001);
    }
    QCOMPARE(found[1].metres, geo::geodesicMetres({-110, 31}, {-110, 31.01}));
}

void IdentifyTest::theToleranceIsInMetresEverywhere()
{
    // Points 990 and 1010 m off in each of four directions, from the equator to Alaska.
    for (const double latitude : {0.0, 31.0, 70.0, -55.0, 88.0}) {
        const QPointF place(-110, latitude);
        const double north = geo::geodesicMetres(place, place + QPointF(0, 0.001)) / 0.001;
        const double east = geo::geodesicMetres(place, place + QPointF(0.001, 0)) / 0.001;
        QByteArray features;
        for (const auto& [name, metres] : {std::pair("in", 990.0), std::pair("out", 1010.0)})
            for (const QPointF& way : {QPointF(1 / east, 0), QPointF(-1 / east, 0),
                                       QPointF(0, 1 / north), QPointF(0, -1 / north)}) {
                const QPointF there = place + way * metres;
                features += (features.isEmpty() ? "" : ",") +
                            feature(name, "Point",
                                    '[' + QByteArray::number(there.x(), 'g', 17) + ',' +
                                        QByteArray::number(there.y(), 'g', 17) + ']');
            }
        const auto layer = support::layerOf(features);
        QCOMPARE(namesAt(*layer, place, 1000), list("in in in in"));
    }
    // Around the pole a tolerance reaches over it.
    const auto pole = support::layerOf(feature("beyond", "Point", "[90,89.99]"));
    QCOMPARE(namesAt(*pole, {-90, 89.99}, 5000), list("beyond"));
}

void IdentifyTest::aSharedEdgeBelongsToOne()
{
    // Two neighbours whose common edge leans, written in opposite directions as maps do.
    const auto layer = support::layerOf(
        feature("west", "Polygon", "[[[0,0],[0.7,0.1],[0.3,0.9],[0,1],[0,0]]]") + ',' +
        feature("east", "Polygon", "[[[0.7,0.1],[1,0],[1,1],[0.3,0.9],[0.7,0.1]]]"));
    const QPointF low(0.7, 0.1);
    const QPointF high(0.3, 0.9);
    for (int i = 1; i < 1000; ++i) {
        const QPointF place = low + (high - low) * (i / 1000.0);
        QCOMPARE(int(geo::contains(*layer, 0, place)) + int(geo::contains(*layer, 1, place)), 1);
    }
}

void IdentifyTest::aMosaicLeavesNoGap()
{
    // Squares corner to corner, and every point on the lines between them.
    QByteArray features;
    for (int x = 0; x < 6; ++x)
        for (int y = 0; y < 6; ++y)
            features += (features.isEmpty() ? "" : ",") + square("s", x * 0.1, y * 0.1, 0.1);
    const auto layer = support::layerOf(features);
    for (double x = 0.05; x < 0.59; x += 0.025)
        for (double y = 0.05; y < 0.59; y += 0.025) {
            int holding = 0;
            for (std::size_t i = 0; i < layer->size(); ++i)
                holding += geo::contains(*layer, i, {x, y}) ? 1 : 0;
            QCOMPARE(holding, 1);
            QVERIFY(geo::polygonAt(*layer, {x, y}).has_value());
        }
}

void IdentifyTest::acrossTheAntimeridian()
{
    const auto layer = support::layerOf(square("fiji", 178, -19, 4) + ',' +
                                        feature("east", "Point", "[-179.999,52]") + ',' +
                                        feature("west", "Point", "[179.999,52]"));
    for (const double longitude : {179.5, -179.5, 180.5, -180.5})
        QCOMPARE(polygonNameAt(*layer, {longitude, -17}), QStringLiteral("fiji"));
    QCOMPARE(polygonNameAt(*layer, {177.5, -17}), QString());
    QCOMPARE(polygonNameAt(*layer, {-177.5, -17}), QString());
    QCOMPARE(namesAt(*layer, {179.9999, 52}, 1000), list("west east"));
    QCOMPARE(namesAt(*layer, {-179.9999, 52}, 1000), list("east west"));
    QCOMPARE(namesAt(*layer, {-178, -17}, 1000), list("fiji"));
    QCOMPARE(namesAt(*layer, {-177.999, -17}, 1000), list("fiji"));
}

void IdentifyTest::nothingThere()
{
    const auto layer = support::layerOf(
        square("a", -111, 31, 1) +
        ",{\"type\":\"Feature\",\"properties\":{\"name\":\"none\"},\"geometry\":null}");
    QVERIFY(geo::identify(*layer, {0, 0}, 1000).empty());
    QVERIFY(!geo::contains(*layer, 1, {0, 0}));
    const double nan = std::nan("");
    QVERIFY(geo::identify(*layer, {nan, 31.5}, 1000).empty());
    QVERIFY(!geo::polygonAt(*layer, {-110.5, nan}).has_value());
    const auto empty =
        support::layerOf("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}");
    QVERIFY(geo::identify(*empty, {0, 0}, 1e9).empty());
}

void IdentifyTest::agreesWithGeosOnArizona()
{
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    const auto layer = support::layerAt(path);
    // The same rings in GEOS, which decides for itself.
    GEOSContextHandle_t geos = GEOS_init_r();
    std::vector<GEOSGeometry*> polygons;
    for (std::size_t i = 0; i < layer->size(); ++i) {
        std::vector<GEOSGeometry*> rings;
        for (const geo::FeatureLayer::Part& part : layer->parts(i)) {
            GEOSCoordSequence* points = GEOSCoordSeq_create_r(geos, part.count, 2);
            unsigned at = 0;
            for (const QPointF& point : layer->points(part))
                GEOSCoordSeq_setXY_r(geos, points, at++, point.x(), point.y());
            rings.push_back(GEOSGeom_createLinearRing_r(geos, points));
        }
        polygons.push_back(
            GEOSGeom_createPolygon_r(geos, rings[0], rings.data() + 1, unsigned(rings.size() - 1)));
    }
    QRandomGenerator random(5);
    const geo::Extent extent = layer->extent();
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < 3000; ++i) {
        const QPointF place(extent.west + random.generateDouble() * extent.width(),
                            extent.south + random.generateDouble() * extent.height());
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(geos, place.x(), place.y());
        for (const std::uint32_t k :
             layer->index().query({place.x(), place.y(), place.x(), place.y()})) {
            const bool inside = GEOSIntersects_r(geos, polygons[k], point) == 1;
            found += inside ? 1 : 0;
            wrong += inside == geo::contains(*layer, k, place) ? 0 : 1;
            if (inside && geo::polygonAt(*layer, place) != k &&
                !geo::contains(*layer, *geo::polygonAt(*layer, place), place))
                ++wrong;
        }
        GEOSGeom_destroy_r(geos, point);
    }
    for (GEOSGeometry* polygon : polygons)
        GEOSGeom_destroy_r(geos, polygon);
    GEOS_finish_r(geos);
    QVERIFY(found > 1500);
    QCOMPARE(wrong, 0);
}

// Asked of what a map shows: polygons the smallest first, then lines and points by distance.
void IdentifyTest::aMapHoldsTheSame()
{
    const auto layer = support::layerOf(
        square("large", -111, 31, 2) + "," + square("small", -110.5, 31.5, 0.5) +
        R"(,{"type":"Feature","properties":{"name":"hole"},"geometry":{"type":"Polygon",)"
        R"("coordinates":[[[-100,20],[-99,20],[-99,21],[-100,21],[-100,20]],)"
        R"([[-99.7,20.3],[-99.3,20.3],[-99.3,20.7],[-99.7,20.7],[-99.7,20.3]]]}})"
        R"(,{"type":"Feature","properties":{"name":"road"},"geometry":{"type":"LineString",)"
        R"("coordinates":[[-105,25],[-104,26]]}})"
        R"(,{"type":"Feature","properties":{"name":"mine"},"geometry":{"type":"Point",)"
        R"("coordinates":[-104.5,25.5001]}})");
    base::Progress progress;
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(100, 100));
    const geo::CookedLayer cooked = layer->cook(view.fromWgs84(), progress);
    const auto names = [&](QPointF place, double metres) {
        view.fromWgs84().forward(std::span(&place, 1));
        QStringList found;
        for (const geo::Identified& each : geo::identify(cooked, place, metres))
            found << layer->column(QStringLiteral("name"))->text(each.feature);
        return found;
    };
    QCOMPARE(names({-110.3, 31.7}, 0), QStringList({"small", "large"}));
    QCOMPARE(names({-109.2, 32.8}, 0), QStringList({"large"}));
    QCOMPARE(names({-109.2, 33.2}, 0), QStringList());
    QCOMPARE(names({-109.2, 33.01}, 2000), QStringList({"large"}));
    QCOMPARE(names({-99.5, 20.5}, 1000), QStringList());
    QCOMPARE(names({-99.9, 20.5}, 1000), QStringList({"hole"}));
    QCOMPARE(names({-104.5, 25.5001}, 500), QStringList({"mine", "road"}));
    QCOMPARE(names({-104.5, 25.5001}, 1), QStringList({"mine"}));
    QVERIFY(geo::identify(cooked, {std::nan(""), 0}, 10).empty());
    QVERIFY(!geo::polygonAt(cooked, {0, std::nan("")}));
    QVERIFY(geo::identify(geo::CookedLayer(), {0, 0}, 1e9).empty());
}

void IdentifyTest::aMapHoldsTheSameOfArizona()
{
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    const auto layer = support::layerAt(path);
    base::Progress progress;
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(100, 100));
    const geo::CookedLayer cooked = layer->cook(view.fromWgs84(), progress);
    QRandomGenerator random(6);
    const geo::Extent extent = layer->extent();
    int found = 0;
    int other = 0;
    for (int i = 0; i < 20000; ++i) {
        const QPointF place(extent.west + random.generateDouble() * extent.width(),
                            extent.south + random.generateDouble() * extent.height());
        QPointF onMap = place;
        view.fromWgs84().forward(std::span(&onMap, 1));
        const auto exact = geo::polygonAt(*layer, place);
        const auto shown = geo::polygonAt(cooked, onMap);
        found += exact ? 1 : 0;
        other += exact == shown ? 0 : 1;
    }
    QVERIFY(found > 10000);
    // Edges that are straight in degrees are a little bent there: some metres.
    QVERIFY2(other < 20, qPrintable(QString::number(other)));
}

QTEST_GUILESS_MAIN(IdentifyTest)
#include "identify_test.moc"
