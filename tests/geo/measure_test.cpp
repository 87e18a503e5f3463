// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/measure.h"

#include "tests/support/layers.h"
#include <QRandomGenerator>
#include <QtTest>
#include <cmath>

namespace {

QByteArray feature(const QByteArray& type, const QByteArray& coordinates)
{
    return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"" + type +
           "\",\"coordinates\":" + coordinates + "}}";
}

QByteArray written(QPointF place)
{
    return '[' + QByteArray::number(place.x(), 'g', 17) + ',' +
           QByteArray::number(place.y(), 'g', 17) + ']';
}

// Of a cell between two meridians and two parallels, in closed form: Snyder, Map Projections
// (USGS Professional Paper 1395, 1987), 3-12 and 3-11.
double cellSquareMetres(double degreesWide, double south, double north)
{
    const double f = 1 / 298.257223563;
    const double b = 6378137 * (1 - f);
    const double e = std::sqrt(f * (2 - f));
    const auto upTo = [&](double latitude) {
        const double s = std::sin(latitude * M_PI / 180);
        return s / (1 - e * e * s * s) + std::atanh(e * s) / e;
    };
    return b * b / 2 * degreesWide * M_PI / 180 * (upTo(north) - upTo(south));
}

// The least distance to a segment that is straight in degrees, by looking everywhere.
double distanceByLooking(QPointF from, QPointF to, QPointF place)
{
    double low = 0;
    double high = 1;
    double best = HUGE_VAL;
    for (int pass = 0; pass < 6; ++pass) {
        constexpr int Steps = 400;
        int nearest = 0;
        for (int i = 0; i <= Steps; ++i) {
            const double share = low + (high - low) * i / Steps;
            const double metres = geo::geodesicMetres(place, from + (to - from) * share);
            if (metres < best) {
                best = metres;
                nearest = i;
            }
        }
        const double width = (high - low) / Steps;
        const double middle = low + width * nearest;
        low = std::max(0.0, middle - 2 * width);
        high = std::min(1.0, middle + 2 * width);
    }
    return best;
}

} // namespace

class MeasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distancesAsPublished_data();
    void distancesAsPublished();
    void notANumberStaysNone();
    void theWayDivides();
    void lengthsAddUp();
    void areasAsPublished_data();
    void areasAsPublished();
    void aCellOfDegrees_data();
    void aCellOfDegrees();
    void holesAndPartsCount();
    void distanceToALine_data();
    void distanceToALine();
    void distanceToAnythingIsThatOfLooking();
    void insideIsNothing();
    void toPointsAndNowhere();
    void acrossTheAntimeridian();
    void knowsWhenItIsFarther();
    void nearestOfMany();
    void noPlaceInABoxIsNearer();
};

void MeasureTest::distancesAsPublished_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<double>("metres");
    QTest::addColumn<double>("tolerance");
    // C. F. F. Karney, geodtest.c (GeographicLib), of which these are the first.
    QTest::newRow("set 1") << QPointF(-139.44815, 35.60777) << QPointF(-69.95921, -11.17491)
                           << 8935244.5604818305 << 1e-6;
    QTest::newRow("set 2") << QPointF(106.05087, 55.52454) << QPointF(197.18234, 77.03196)
                           << 4105086.1713924406 << 1e-6;
    QTest::newRow("set 3") << QPointF(142.59065, -21.97856) << QPointF(98.56635, 41.84138)
                           << 8394328.894657671 << 1e-6;
    QTest::newRow("set 4") << QPointF(112.2363, -66.99028) << QPointF(285.90344, -12.70631)
                           << 11150344.2312080241 << 1e-6;
    QTest::newRow("set 5") << QPointF(173.34268, -17.42761) << QPointF(5.93557, -15.84784)
                           << 16076603.1631180673 << 1e-6;
    QTest::newRow("short line") << QPointF(0, 36.493349428792)
                                << QPointF(.0000008, 36.49334942879201) << 0.072 << 0.5e-3;
    // Karney 2013, table 5: nearly antipodal.
    QTest::newRow("antipodal") << QPointF(0, -30) << QPointF(179.8, 29.9) << 19989832.827610
                               << 1e-6;
    // GeographicLib's manual: Wellington to Salamanca; JFK to Paris CDG, to the metre.
    QTest::newRow("Wellington-Salamanca")
        << QPointF(174.81, -41.32) << QPointF(-5.50, 40.96) << 19959679.267 << 1e-3;
    QTest::newRow("JFK-CDG") << QPointF(-73.8, 40.6) << QPointF(2.55, 49.01666667) << 5853226.0
                             << 0.5;
    // PROJ's geod +ellps=WGS84 -I.
    QTest::newRow("JFK-LHR") << QPointF(-73.8, 40.6) << QPointF(-0.5, 51.6) << 5551759.400 << 1e-3;
    // By definition: a degree of the equator is a 360th of 2 pi a.
    QTest::newRow("a degree of the equator")
        << QPointF(0, 0) << QPointF(1, 0) << 2 * M_PI * 6378137 / 360 << 1e-6;
    QTest::newRow("quarter meridian") << QPointF(20, 0) << QPointF(20, 90) << 10001965.729 << 1e-3;
    QTest::newRow("nothing") << QPointF(-110, 31) << QPointF(-110, 31) << 0.0 << 0.0;
    QTest::newRow("once around") << QPointF(-110, 31) << QPointF(250, 31) << 0.0 << 1e-9;
}

void MeasureTest::distancesAsPublished()
{
    QFETCH(QPointF, from);
    QFETCH(QPointF, to);
    QFETCH(double, metres);
    QFETCH(double, tolerance);
    QVERIFY2(std::fabs(geo::geodesicMetres(from, to) - metres) <= tolerance,
             qPrintable(QString::number(geo::geodesicMetres(from, to), 'f', 6)));
    QVERIFY(std::fabs(geo::geodesicMetres(to, from) - metres) <= tolerance);
}

void MeasureTest::notANumberStaysNone()
{
    const double nan = std::nan("");
    for (const QPointF& bad : {QPointF(nan, 0), QPointF(0, nan), QPointF(HUGE_VAL, 0)}) {
        QVERIFY(std::isnan(geo::geodesicMetres(bad, {1, 1})));
        QVERIFY(std::isnan(geo::geodesicMetres({1, 1}, bad)));
    }
    const auto layer = support::layerOf(feature("Point", "[1,1]"));
    QVERIFY(std::isnan(geo::metresTo(*layer, 0, {nan, 1})));
    QVERIFY(!geo::nearestFeature(*layer, {1, nan}).has_value());
}

void MeasureTest::theWayDivides()
{
    const QPointF from(-110.3, 31);
    const QPointF to(-99.13, 19.43);
    const auto points = geo::geodesicPoints(from, to, 7);
    QCOMPARE(points.size(), std::size_t(8));
    QCOMPARE(points.front(), from);
    QCOMPARE(points.back(), to);
    const double whole = geo::geodesicMetres(from, to);
    for (std::size_t i = 1; i < points.size(); ++i)
        QVERIFY(std::fabs(geo::geodesicMetres(points[i - 1], points[i]) - whole / 7) < 1e-6);
    QVERIFY(std::fabs(geo::geodesicLength(points) - whole) < 1e-6);
    // A geodesic, not a parallel: from coast to coast it runs north of its ends.
    const auto north = geo::geodesicPoints({-120, 40}, {-75, 40}, 2);
    QVERIFY(north[1].y() > 42);
    QCOMPARE(geo::geodesicPoints(from, to, 1).size(), std::size_t(2));
}

void MeasureTest::lengthsAddUp()
{
    const std::vector<QPointF> line{{0, 0}, {1, 0}, {2, 0}};
    QVERIFY(std::fabs(geo::geodesicLength(line) - 4 * M_PI * 6378137 / 360) < 1e-6);
    QCOMPARE(geo::geodesicLength(std::span(line).first(1)), 0.0);
    QCOMPARE(geo::geodesicLength({}), 0.0);
    const auto layer =
        support::layerOf(feature("MultiLineString", "[[[0,0],[1,0]],[[5,0],[6,0],[7,0]]]") + ',' +
                         feature("Polygon", "[[[0,0],[1,0],[1,1],[0,1],[0,0]],"
                                            "[[0.2,0.2],[0.2,0.4],[0.4,0.4],[0.2,0.2]]]") +
                         ',' + feature("MultiPoint", "[[0,0],[1,1]]"));
    QVERIFY(std::fabs(geo::geodesicLength(*layer, 0) - 6 * M_PI * 6378137 / 360) < 1e-5);
    const double outline =
        geo::geodesicLength(std::vector<QPointF>{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}) +
        geo::geodesicLength(std::vector<QPointF>{{0.2, 0.2}, {0.2, 0.4}, {0.4, 0.4}, {0.2, 0.2}});
    QVERIFY(std::fabs(geo::geodesicLength(*layer, 1) - outline) < 1e-6);
    QCOMPARE(geo::geodesicLength(*layer, 2), 0.0);
}

void MeasureTest::areasAsPublished_data()
{
    QTest::addColumn<QList<QPointF>>("ring");
    QTest::addColumn<double>("squareMetres");
    QTest::addColumn<double>("metres"); // around
    QTest::addColumn<double>("tolerance");
    // geodtest.c, Planimeter0 and Planimeter5; GeographicLib's manual for Antarctica.
    QTest::newRow("around the pole") << QList<QPointF>{{0, 89}, {90, 89}, {180, 89}, {270, 89}}
                                     << 24952305678.0 << 631819.8745 << 1.0;
    QTest::newRow("about the origin")
        << QList<QPointF>{{-1, 0}, {0, -1}, {1, 0}, {0, 1}} << 24619419146.0 << 627598.2731 << 1.0;
    QTest::newRow("an eighth of the earth")
        << QList<QPointF>{{0, 90}, {0, 0}, {90, 0}} << 63758202715511.0 << 30022685.0 << 1.0;
    QTest::newRow("Antarctica") << QList<QPointF>{{-58, -63.1},  {-74, -72.9},  {-102, -71.9},
                                                  {-102, -74.9}, {-131, -74.3}, {-163, -77.5},
                                                  {163, -77.4},  {172, -71.7},  {140, -65.9},
                                                  {113, -65.7},  {88, -66.6},   {59, -66.9},
                                                  {25, -69.8},   {-4, -70.0},   {-14, -71.0},
                                                  {-33, -77.3},  {-46, -77.9},  {-61, -74.7}}
                                << 13662703680020.1 << 16831067.893 << 1.0;
}

void MeasureTest::areasAsPublished()
{
    QFETCH(QList<QPointF>, ring);
    QFETCH(double, squareMetres);
    QFETCH(double, metres);
    QFETCH(double, tolerance);
    std::vector<QPointF> points(ring.begin(), ring.end());
    QVERIFY(std::fabs(geo::geodesicSquareMetres(points) - squareMetres) < tolerance);
    std::reverse(points.begin(), points.end());
    QVERIFY(std::fabs(geo::geodesicSquareMetres(points) - squareMetres) < tolerance);
    points.push_back(points.front()); // closed
    QVERIFY(std::fabs(geo::geodesicSquareMetres(points) - squareMetres) < tolerance);
    QVERIFY(std::fabs(geo::geodesicLength(points) - metres) < 1);
    QCOMPARE(geo::geodesicSquareMetres(std::span(points).first(2)), 0.0);
}

void MeasureTest::aCellOfDegrees_data()
{
    QTest::addColumn<double>("south");
    for (const double south : {0.0, 19.0, 31.0, 60.0, 89.0})
        QTest::newRow(qPrintable(QString::number(south))) << south;
}

void MeasureTest::aCellOfDegrees()
{
    QFETCH(double, south);
    // Its parallels in a thousand geodesics, which come as close to them.
    std::vector<QPointF> ring;
    for (int i = 0; i <= 1000; ++i)
        ring.emplace_back(-110 + i / 1000.0, south);
    for (int i = 1000; i >= 0; --i)
        ring.emplace_back(-110 + i / 1000.0, south + 1);
    const double expected = cellSquareMetres(1, south, south + 1);
    QVERIFY2(std::fabs(geo::geodesicSquareMetres(ring) / expected - 1) < 1e-7,
             qPrintable(QStringLiteral("%1 %2")
                            .arg(geo::geodesicSquareMetres(ring), 0, 'f', 1)
                            .arg(expected, 0, 'f', 1)));
    // By four geodesics it is a little different, for a parallel is none.
    const std::vector<QPointF> corners{
        {-110, south}, {-109, south}, {-109, south + 1}, {-110, south + 1}};
    QVERIFY(std::fabs(geo::geodesicSquareMetres(corners) / expected - 1) < 2e-4 || south > 80);
}

void MeasureTest::holesAndPartsCount()
{
    const auto layer = support::layerOf(
        feature("MultiPolygon",
                "[[[[0,0],[3,0],[3,3],[0,3],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]],"
                "[[[10,0],[11,0],[11,1],[10,1],[10,0]]]]") +
        ',' + feature("LineString", "[[0,0],[1,1],[0,0]]"));
    const auto square = [](double x, double y, double side) {
        return geo::geodesicSquareMetres(
            std::vector<QPointF>{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
    };
    QVERIFY(std::fabs(geo::geodesicSquareMetres(*layer, 0) -
                      (square(0, 0, 3) - square(1, 1, 1) + square(10, 0, 1))) < 1);
    QCOMPARE(geo::geodesicSquareMetres(*layer, 1), 0.0);
}

void MeasureTest::distanceToALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QPointF>("place");
    QTest::addColumn<double>("metres");
    // Along the equator and a meridian the nearest point is known.
    QTest::newRow("north of the equator")
        << QByteArray("[[0,0],[10,0]]") << QPointF(4, 1) << geo::geodesicMetres({4, 1}, {4, 0});
    QTest::newRow("beyond its end")
        << QByteArray("[[0,0],[10,0]]") << QPointF(12, 1) << geo::geodesicMetres({12, 1}, {10, 0});
    QTest::newRow("on it") << QByteArray("[[0,0],[10,0]]") << QPointF(3, 0) << 0.0;
    QTest::newRow("at its end") << QByteArray("[[-110,31],[-109,32]]") << QPointF(-109, 32) << 0.0;
    QTest::newRow("half way on it")
        << QByteArray("[[-110,31],[-109,32]]") << QPointF(-109.5, 31.5) << 0.0;
    QTest::newRow("beside the last part") << QByteArray("[[0,0],[10,0],[10,10]]") << QPointF(10, 11)
                                          << geo::geodesicMetres({10, 11}, {10, 10});
    QTest::newRow("a line of one place")
        << QByteArray("[[5,5],[5,5]]") << QPointF(5, 6) << geo::geodesicMetres({5, 6}, {5, 5});
    // Straight in degrees: a parallel, not the geodesic between its ends.
    QTest::newRow("north of a parallel")
        << QByteArray("[[-130,40],[-70,40]]") << QPointF(-100, 40) << 0.0;
    // Over the pole.
    QTest::newRow("near the pole") << QByteArray("[[-90,89],[-90,80]]") << QPointF(90, 89)
                                   << geo::geodesicMetres({90, 89}, {-90, 89});
    // Around the whole globe but for 20 degrees.
    QTest::newRow("a long parallel") << QByteArray("[[-170,10],[170,10]]") << QPointF(0, 10) << 0.0;
    QTest::newRow("off a long parallel") << QByteArray("[[-170,0],[170,0]]") << QPointF(120, 5)
                                         << geo::geodesicMetres({120, 5}, {120, 0});
}

void MeasureTest::distanceToALine()
{
    QFETCH(QByteArray, line);
    QFETCH(QPointF, place);
    QFETCH(double, metres);
    const auto layer = support::layerOf(feature("LineString", line));
    const double found = geo::metresTo(*layer, 0, place);
    QVERIFY2(std::fabs(found - metres) < 0.001,
             qPrintable(QStringLiteral("%1 %2").arg(found, 0, 'f', 6).arg(metres, 0, 'f', 6)));
    // Drawn the other way round it is as far.
    QVERIFY(std::fabs(geo::metresTo(*layer, 0, place - QPointF(360, 0)) - metres) < 0.001);
}

void MeasureTest::distanceToAnythingIsThatOfLooking()
{
    QRandomGenerator random(20'260'101);
    const auto between = [&](double low, double high) {
        return low + random.generateDouble() * (high - low);
    };
    double worst = 0;
    QString where;
    for (int i = 0; i < 400; ++i) {
        // From outcrops to states, at latitudes up to Alaska's.
        const double size = std::pow(10, between(-4, 1.3));
        const QPointF from(between(-125, -85), between(10, 70));
        const QPointF to = from + QPointF(between(-size, size), between(-size, size));
        const double off = std::pow(10, between(-4, 1));
        const QPointF place = from + QPointF(between(-off, off), between(-off, off));
        const auto layer =
            support::layerOf(feature("LineString", '[' + written(from) + ',' + written(to) + ']'));
        const double error =
            std::fabs(geo::metresTo(*layer, 0, place) - distanceByLooking(from, to, place));
        if (error > worst) {
            worst = error;
            where = QStringLiteral("%1 m: (%2, %3) to (%4, %5) from (%6, %7)")
                        .arg(error)
                        .arg(from.x())
                        .arg(from.y())
                        .arg(to.x())
                        .arg(to.y())
                        .arg(place.x())
                        .arg(place.y());
        }
    }
    QVERIFY2(worst < 0.001, qPrintable(where));
}

void MeasureTest::insideIsNothing()
{
    const auto layer = support::layerOf(
        feature("Polygon", "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,3],[3,3],[3,1],[1,1]]]"));
    QCOMPARE(geo::metresTo(*layer, 0, {0.5, 0.5}), 0.0);
    QCOMPARE(geo::metresTo(*layer, 0, {3.5, 2}), 0.0);
    // In the hole it is as far as the hole's edge; outside as far as the outline.
    QVERIFY(std::fabs(geo::metresTo(*layer, 0, {1.25, 2}) -
                      distanceByLooking({1, 1}, {1, 3}, {1.25, 2})) < 0.001);
    QVERIFY(std::fabs(geo::metresTo(*layer, 0, {5, 2}) -
                      distanceByLooking({4, 0}, {4, 4}, {5, 2})) < 0.001);
}

void MeasureTest::toPointsAndNowhere()
{
    const auto layer =
        support::layerOf(feature("MultiPoint", "[[0,0],[5,5]]") + ',' + feature("Point", "[1,1]") +
                         ",{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}");
    QCOMPARE(geo::metresTo(*layer, 0, {5, 4}), geo::geodesicMetres({5, 4}, {5, 5}));
    QCOMPARE(geo::metresTo(*layer, 1, {5, 4}), geo::geodesicMetres({5, 4}, {1, 1}));
    QVERIFY(std::isinf(geo::metresTo(*layer, 2, {5, 4})));
    QCOMPARE(geo::nearestFeature(*layer, {0.9, 0.9})->feature, std::uint32_t(1));
    const auto nowhere = support::layerOf("{\"type\":\"Feature\",\"properties\":{},"
                                          "\"geometry\":null}");
    QVERIFY(!geo::nearestFeature(*nowhere, {0, 0}).has_value());
}

void MeasureTest::acrossTheAntimeridian()
{
    const auto layer = support::layerOf(
        feature("Point", "[179.9,52]") + ',' + feature("LineString", "[[179,10],[181,10]]") + ',' +
        feature("Polygon", "[[[178,-20],[182,-20],[182,-16],[178,-16],[178,-20]]]"));
    const double metres = geo::geodesicMetres({179.9, 52}, {-179.9, 52});
    QVERIFY(metres < 14'000);
    QVERIFY(std::fabs(geo::metresTo(*layer, 0, {-179.9, 52}) - metres) < 1e-6);
    const auto nearest = geo::nearestFeature(*layer, {-179.9, 52});
    QVERIFY(nearest && nearest->feature == 0);
    QVERIFY(std::fabs(nearest->metres - metres) < 1e-6);
    // On the other half of the line, and in the other half of the polygon.
    QVERIFY(geo::metresTo(*layer, 1, {-179.5, 10}) < 0.001);
    QVERIFY(geo::metresTo(*layer, 1, {179.5, 10}) < 0.001);
    QCOMPARE(geo::metresTo(*layer, 2, {-179, -18}), 0.0);
    QCOMPARE(geo::metresTo(*layer, 2, {179, -18}), 0.0);
    QVERIFY(std::fabs(geo::metresTo(*layer, 2, {-177, -18}) -
                      distanceByLooking({182, -20}, {182, -16}, {183, -18})) < 0.001);
    QCOMPARE(geo::nearestFeature(*layer, {-177, -18})->feature, std::uint32_t(2));
    const std::vector<QPointF> ring{{178, -20}, {-178, -20}, {-178, -16}, {178, -16}};
    QVERIFY(std::fabs(geo::geodesicSquareMetres(ring) - geo::geodesicSquareMetres(*layer, 2)) < 1);
}

void MeasureTest::knowsWhenItIsFarther()
{
    const auto layer = support::layerOf(feature("LineString", "[[0,0],[0,1],[1,1],[9,3]]"));
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        const QPointF place(random.generateDouble() * 20 - 5, random.generateDouble() * 20 - 5);
        const double whole = geo::metresTo(*layer, 0, place);
        for (const double most : {1000.0, 100'000.0, 1'000'000.0}) {
            const double bounded = geo::metresTo(*layer, 0, place, most);
            if (whole <= most)
                QVERIFY(std::fabs(bounded - whole) < 0.001);
            else
                QVERIFY(bounded > most);
        }
    }
}

void MeasureTest::nearestOfMany()
{
    // Lines and points strewn about, against all of them one by one.
    QRandomGenerator random(11);
    const auto between = [&](double low, double high) {
        return low + random.generateDouble() * (high - low);
    };
    QByteArray features;
    for (int i = 0; i < 600; ++i) {
        const QPointF from(between(-180, 180), between(-80, 80));
        const QPointF to = from + QPointF(between(-3, 3), between(-3, 3));
        features +=
            (i > 0 ? "," : "") +
            (i % 3 == 0 ? feature("Point", written(from))
                        : feature("LineString", '[' + written(from) + ',' + written(to) + ']'));
    }
    const auto layer = support::layerOf(features);
    for (int i = 0; i < 200; ++i) {
        const QPointF place(between(-180, 180), between(-89, 89));
        double least = HUGE_VAL;
        for (std::size_t k = 0; k < layer->size(); ++k)
            least = std::min(least, geo::metresTo(*layer, k, place));
        const auto found = geo::nearestFeature(*layer, place);
        QVERIFY(found.has_value());
        QVERIFY2(std::fabs(found->metres - least) < 0.001,
                 qPrintable(QStringLiteral("%1 %2").arg(found->metres).arg(least)));
        QVERIFY(!geo::nearestFeature(*layer, place, least * 0.99).has_value());
        QVERIFY(geo::nearestFeature(*layer, place, least * 1.01).has_value());
    }
}

void MeasureTest::noPlaceInABoxIsNearer()
{
    QRandomGenerator random(13);
    const auto between = [&](double low, double high) {
        return low + random.generateDouble() * (high - low);
    };
    for (int i = 0; i < 400; ++i) {
        geo::Extent box;
        box.add({between(-200, 200), between(-90, 90)});
        box.add(QPointF(box.west, box.south) + QPointF(between(0, 60), between(0, 20)));
        box.north = std::min(box.north, 90.0);
        const QPointF place(between(-180, 180), between(-90, 90));
        const double bound = geo::leastMetresTo(box, place);
        double least = HUGE_VAL;
        for (int x = 0; x <= 12; ++x)
            for (int y = 0; y <= 12; ++y)
                least = std::min(least,
                                 geo::geodesicMetres(place, {box.west + box.width() * x / 12,
                                                             box.south + box.height() * y / 12}));
        QVERIFY2(bound <= least + 1e-6, qPrintable(QStringLiteral("%1 %2").arg(bound).arg(least)));
        // And not uselessly small: within some per cent and what the samples leave open.
        const double open = geo::geodesicMetres({0, 0}, {box.width() / 12, box.height() / 12});
        QVERIFY(bound >= least * 0.97 - open);
    }
    QVERIFY(std::isinf(geo::leastMetresTo({}, {0, 0})));
    QCOMPARE(geo::leastMetresTo({-10, -10, 10, 10}, {3, 3}), 0.0);
    QCOMPARE(geo::leastMetresTo({170, -10, 190, 10}, {-175, 3}), 0.0);
}

QTEST_GUILESS_MAIN(MeasureTest)
#include "measure_test.moc"
