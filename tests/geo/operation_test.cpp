// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/operation.h"

#include "base/error.h"
#include "geo/measure.h"
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <proj.h>
#include <thread>

namespace {

const geo::Extent Border{-117.2, 25.8, -97.1, 37};

geo::Crs crsOf(const char* text)
{
    return geo::Crs::fromText(QLatin1String(text));
}

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

// A line to the north along 108.6 W, a point a metre (in degrees of a sphere, exactly enough).
constexpr double Longitude = -108.6;
constexpr double MetreOfLatitude = 1 / 110'900.0;
constexpr int Metres = 3000; // either way

std::vector<QPointF> northward(double latitude)
{
    std::vector<QPointF> points;
    for (int i = -Metres; i <= Metres; ++i)
        points.emplace_back(Longitude, latitude + i * MetreOfLatitude);
    return points;
}

// The longest and the shortest step between neighbours.
template <typename Distance>
std::pair<double, double> steps(const std::vector<QPointF>& points, Distance&& distance)
{
    double least = HUGE_VAL;
    double most = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double step = distance(points[i - 1], points[i]);
        least = std::min(least, step);
        most = std::max(most, step);
    }
    return {least, most};
}

double plane(QPointF a, QPointF b)
{
    return length(b - a);
}

// What PROJ does when it is left to choose for each point.
std::vector<QPointF> throughProjsOwnChoice(std::vector<QPointF> points, const char* from,
                                           const char* to)
{
    PJ_CONTEXT* context = proj_context_create();
    PJ* made = proj_create_crs_to_crs(context, from, to, nullptr);
    PJ* upright = proj_normalize_for_visualization(context, made);
    for (QPointF& point : points) {
        const PJ_COORD moved =
            proj_trans(upright, PJ_FWD, proj_coord(point.x(), point.y(), 0, HUGE_VAL));
        point = {moved.xy.x, moved.xy.y};
    }
    proj_destroy(upright);
    proj_destroy(made);
    proj_context_destroy(context);
    return points;
}

} // namespace

class OperationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheWaysThereAre();
    void ordersByWhereThePointsLie();
    void theSameSystemMovesNothing();
    void aProjectionIsExact();
    void aBallparkSaysSo();
    void aLayerIsNotTorn_data();
    void aLayerIsNotTorn();
    void theSameForEveryPoint();
    void aPinnedOneComesBack();
    void aPinnedOneIsNeverReplaced();
    void refusesKeysOfStrangers_data();
    void refusesKeysOfStrangers();
    void movesKnownPoints_data();
    void movesKnownPoints();
    void thereAndBack_data();
    void thereAndBack();
    void outOfReachIsNaN();
    void movesBoxes();
    void roughDegreesDoubts();
    void servesSeveralThreads();
};

void OperationTest::listsTheWaysThereAre()
{
    const auto ways = geo::Operation::candidates(crsOf("EPSG:4267"), geo::Crs::wgs84(), Border);
    QVERIFY(ways.size() >= 4);
    for (const geo::OperationInfo& way : ways) {
        QVERIFY(!way.key.isEmpty() && !way.name.isEmpty());
        QVERIFY(way.usable() == way.missingGrids.empty());
        if (way.ballpark) {
            QVERIFY(!way.accuracyMetres.has_value());
        } else {
            QVERIFY2(way.accuracyMetres && *way.accuracyMetres > 0 && *way.accuracyMetres < 60,
                     qPrintable(way.name));
            QVERIFY(!way.area.isEmpty());
        }
        QCOMPARE(std::count_if(ways.begin(), ways.end(),
                               [&](const auto& other) { return other.key == way.key; }),
                 std::ptrdiff_t(1));
    }
    // EPSG:1173, 1175, 1187: what the authority states.
    const auto accuracyOf = [&](const QString& name) -> std::optional<double> {
        for (const geo::OperationInfo& way : ways)
            if (way.name == name)
                return way.accuracyMetres;
        return std::nullopt;
    };
    QCOMPARE(accuracyOf(QStringLiteral("NAD27 to WGS 84 (4)")), std::optional(10.0));
    QCOMPARE(accuracyOf(QStringLiteral("NAD27 to WGS 84 (6)")), std::optional(7.0));
    QCOMPARE(accuracyOf(QStringLiteral("NAD27 to WGS 84 (18)")), std::optional(12.0));
    // The best that can be done comes first, and is what between() takes.
    const auto best = geo::Operation::between(crsOf("EPSG:4267"), geo::Crs::wgs84(), Border);
    const auto first = std::find_if(ways.begin(), ways.end(),
                                    [](const auto& way) { return way.usable() && !way.ballpark; });
    QVERIFY(first != ways.end());
    QCOMPARE(best.info().key, first->key);
    QVERIFY(best.info().accuracyMetres.has_value());
}

void OperationTest::ordersByWhereThePointsLie()
{
    const geo::Crs nad27 = crsOf("EPSG:4267");
    // South of every state of the US: areas of use are boxes, and a box of the US holds Sonora too.
    const auto jalisco =
        geo::Operation::between(nad27, geo::Crs::wgs84(), geo::Extent{-105, 18.5, -101, 22});
    const auto kansas =
        geo::Operation::between(nad27, geo::Crs::wgs84(), geo::Extent{-99, 38, -97, 39});
    QVERIFY(jalisco.info().key != kansas.info().key);
    QVERIFY2(jalisco.info().area.contains(QStringLiteral("Mexico")),
             qPrintable(jalisco.info().area));
    QVERIFY(kansas.info().area.contains(QStringLiteral("United States")));
}

void OperationTest::theSameSystemMovesNothing()
{
    for (const char* other : {"EPSG:4326", "OGC:CRS84", "+proj=longlat +datum=WGS84"}) {
        const auto still = geo::Operation::between(crsOf(other), geo::Crs::wgs84());
        QVERIFY(still.isIdentity());
        QCOMPARE(still.info().accuracyMetres, std::optional(0.0));
        std::array<QPointF, 2> points{QPointF(-110.123456789012, 31.5), QPointF(500, 900)};
        const auto before = points;
        QCOMPARE(still.forward(points), std::size_t(0));
        QCOMPARE(still.inverse(points), std::size_t(0));
        QVERIFY(points == before);
        // Kept, it comes back as what it is.
        QVERIFY(geo::Operation::fromKey(crsOf(other), geo::Crs::wgs84(), still.info().key)
                    .isIdentity());
    }
    QVERIFY(!geo::Operation::between(crsOf("EPSG:4267"), geo::Crs::wgs84()).isIdentity());
}

void OperationTest::aProjectionIsExact()
{
    const auto way = geo::Operation::between(crsOf("EPSG:32614"), geo::Crs::wgs84());
    QVERIFY(!way.isIdentity() && !way.info().ballpark);
    QCOMPARE(way.info().accuracyMetres, std::optional(0.0));
    // With a change of datum it is as exact as that.
    const auto moved = geo::Operation::between(crsOf("EPSG:26712"), geo::Crs::wgs84(), Border);
    QVERIFY(moved.info().accuracyMetres && *moved.info().accuracyMetres > 0);
}

void OperationTest::aBallparkSaysSo()
{
    // An ellipsoid without a datum: nobody knows how it lies.
    const auto guess = geo::Operation::between(
        geo::Crs::fromText(QStringLiteral("+proj=longlat +ellps=clrk66")), geo::Crs::wgs84());
    QVERIFY(guess.info().ballpark);
    QVERIFY(!guess.info().accuracyMetres.has_value());
    // It is the last resort.
    QVERIFY(
        !geo::Operation::between(crsOf("EPSG:4267"), geo::Crs::wgs84(), Border).info().ballpark);
    const auto everywhere = geo::Operation::candidates(crsOf("EPSG:4267"), geo::Crs::wgs84());
    QVERIFY(everywhere.size() > 1);
    QVERIFY(std::any_of(everywhere.begin(), everywhere.end(),
                        [](const auto& way) { return way.ballpark; }));
    QVERIFY(!geo::Operation::between(crsOf("EPSG:4267"), geo::Crs::wgs84()).info().ballpark);
}

void OperationTest::aLayerIsNotTorn_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<QString>("target");
    QTest::addColumn<double>("gap"); // metres by which PROJ's own choice tears there, at least
    // Where the areas of use of EPSG's operations for NAD27 end along 108.6 W.
    QTest::newRow("24.41 to Mexico") << 24.41 << "EPSG:6372" << 4.0;
    QTest::newRow("25.83 to Mexico") << 25.83 << "EPSG:6372" << 0.5;
    QTest::newRow("32.72 to Mexico") << 32.72 << "EPSG:6372" << 50.0;
    QTest::newRow("24.41 to WGS 84") << 24.41 << "EPSG:4326" << 4.0;
    QTest::newRow("25.83 to WGS 84") << 25.83 << "EPSG:4326" << 0.5;
    QTest::newRow("32.72 to WGS 84") << 32.72 << "EPSG:4326" << 0.0;
}

void OperationTest::aLayerIsNotTorn()
{
    QFETCH(double, latitude);
    QFETCH(QString, target);
    QFETCH(double, gap);
    const geo::Crs nad27 = crsOf("EPSG:4267");
    const geo::Crs to = geo::Crs::fromText(target);
    const auto distance = [&](QPointF a, QPointF b) {
        return to.isGeographic() ? geo::geodesicMetres(a, b) : plane(a, b);
    };
    const std::vector<QPointF> before = northward(latitude);
    const auto [leastBefore, mostBefore] = steps(before, geo::geodesicMetres);
    QVERIFY(leastBefore > 0.99 && mostBefore < 1.01);

    // Every way that can be used, and the one taken by itself for the whole border.
    std::vector<geo::Operation> ways{geo::Operation::between(nad27, to, Border)};
    for (const geo::OperationInfo& info : geo::Operation::candidates(nad27, to, Border))
        if (info.usable())
            ways.push_back(geo::Operation::fromKey(nad27, to, info.key));
    QVERIFY(ways.size() > 3);
    for (const geo::Operation& way : ways) {
        std::vector<QPointF> points = before;
        QCOMPARE(way.forward(points), std::size_t(0));
        const auto [least, most] = steps(points, distance);
        // The scale of a Lambert projection is off by some per cent, no more.
        QVERIFY2(
            least > 0.97 && most < 1.03,
            qPrintable(QStringLiteral("%1: %2 to %3 m").arg(way.info().name).arg(least).arg(most)));
        QVERIFY(most - least < 0.001);
    }

    // The same line, through what PROJ chooses for itself.
    const auto torn = throughProjsOwnChoice(before, "EPSG:4267", target.toLatin1().constData());
    const auto [least, most] = steps(torn, distance);
    QVERIFY2(std::max(most - 1, 1 - least) >= gap,
             qPrintable(QStringLiteral("%1 to %2 m").arg(least).arg(most)));
}

void OperationTest::theSameForEveryPoint()
{
    // A crowd of points moves as each of them does alone, far out of the operation's own area too.
    const auto way = geo::Operation::between(crsOf("EPSG:4267"), crsOf("EPSG:6372"), Border);
    std::vector<QPointF> all;
    for (double latitude = 15; latitude <= 45; latitude += 0.25)
        all.emplace_back(Longitude, latitude);
    std::vector<QPointF> moved = all;
    QCOMPARE(way.forward(moved), std::size_t(0));
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::array<QPointF, 1> one{all[i]};
        way.forward(one);
        QCOMPARE(one[0], moved[i]);
    }
}

void OperationTest::aPinnedOneComesBack()
{
    const geo::Crs from = crsOf("EPSG:26712"); // NAD27 / UTM zone 12N
    for (const geo::OperationInfo& info :
         geo::Operation::candidates(from, geo::Crs::wgs84(), Border)) {
        if (!info.usable())
            continue;
        const auto again = geo::Operation::fromKey(from, geo::Crs::wgs84(), info.key);
        QCOMPARE(again.info().key, info.key);
        QVERIFY(again.from() == from && again.to() == geo::Crs::wgs84());
        std::array<QPointF, 1> here{QPointF(500000, 3500000)};
        auto there = here;
        again.forward(here);
        geo::Operation::fromKey(from, geo::Crs::wgs84(), info.key).forward(there);
        QVERIFY(here == there && std::fabs(here[0].x() + 111) < 0.01);
    }
    // What was pinned is named as it was, with its accuracy.
    const auto best = geo::Operation::between(from, geo::Crs::wgs84());
    const auto kept = geo::Operation::fromKey(from, geo::Crs::wgs84(), best.info().key);
    QCOMPARE(kept.info().name, best.info().name);
    QCOMPARE(kept.info().accuracyMetres, best.info().accuracyMetres);
    QCOMPARE(kept.info().area, best.info().area);
}

void OperationTest::aPinnedOneIsNeverReplaced()
{
    const geo::Crs nad27 = crsOf("EPSG:4267");
    int missing = 0;
    for (const geo::OperationInfo& info :
         geo::Operation::candidates(nad27, geo::Crs::wgs84(), geo::Extent{-112, 31, -109, 36})) {
        if (info.usable())
            continue;
        ++missing;
        try {
            geo::Operation::fromKey(nad27, geo::Crs::wgs84(), info.key);
            QFAIL(qPrintable(QStringLiteral("%1 was made without its grid").arg(info.name)));
        } catch (const base::Error& error) {
            QVERIFY(error.message().contains(QStringLiteral("NAD27")));
            QVERIFY(error.message().contains(QStringLiteral("grid")));
            QVERIFY(error.cause().contains(info.key));
        }
    }
    if (missing == 0)
        QSKIP("this machine has every grid of PROJ");
}

void OperationTest::refusesKeysOfStrangers_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("nothing") << QString();
    QTest::newRow("nonsense") << QStringLiteral("+proj=teleport");
    QTest::newRow("words") << QStringLiteral("the usual one");
    QTest::newRow("a crs") << QStringLiteral("EPSG:4326");
    QTest::newRow("a file") << QStringLiteral(
        "+proj=pipeline +step +proj=hgridshift +grids=/etc/hostname");
    QTest::newRow("an optional file")
        << QStringLiteral("+proj=pipeline +step +proj=hgridshift +grids=@../../etc/hostname");
    QTest::newRow("a model") << QStringLiteral("+proj=defmodel +model=/etc/hostname");
}

void OperationTest::refusesKeysOfStrangers()
{
    QFETCH(QString, key);
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             geo::Operation::fromKey(crsOf("EPSG:4267"), geo::Crs::wgs84(), key));
}

void OperationTest::movesKnownPoints_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<QPointF>("expected");
    QTest::addColumn<double>("tolerance");
    // Natural origins and false origins are exact by definition.
    QTest::newRow("natural origin of Mexico's Lambert")
        << "EPSG:6365"
        << "EPSG:6372" << QPointF(-102, 12) << QPointF(2500000, 0) << 1e-6;
    QTest::newRow("central meridian")
        << "EPSG:4326"
        << "EPSG:32612" << QPointF(-111, 0) << QPointF(500000, 0) << 1e-6;
    QTest::newRow("edge of web Mercator")
        << "EPSG:4326"
        << "EPSG:3857" << QPointF(180, 0) << QPointF(M_PI * 6378137, 0) << 1e-6;
    // EPSG Guidance Note 7-2, 3.2.4 (Lambert Conic Conformal, 2SP): NAD27 / Texas South Central,
    // 28 30' N 96 W; its unit is the US survey foot.
    QTest::newRow("Texas South Central")
        << "EPSG:4267"
        << "EPSG:32040" << QPointF(-96, 28.5) << QPointF(2963503.91, 254759.80) << 0.01;
}

void OperationTest::movesKnownPoints()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QPointF, point);
    QFETCH(QPointF, expected);
    QFETCH(double, tolerance);
    const auto way = geo::Operation::between(geo::Crs::fromText(from), geo::Crs::fromText(to));
    std::array<QPointF, 1> points{point};
    QCOMPARE(way.forward(points), std::size_t(0));
    QVERIFY2(
        length(points[0] - expected) < tolerance,
        qPrintable(
            QStringLiteral("%1 %2").arg(points[0].x(), 0, 'f', 4).arg(points[0].y(), 0, 'f', 4)));
}

void OperationTest::thereAndBack_data()
{
    QTest::addColumn<QString>("crs");
    for (const char* crs : {"EPSG:6372", "EPSG:26912", "EPSG:26712", "EPSG:4267", "EPSG:3857",
                            "EPSG:2223", "ESRI:102008"})
        QTest::newRow(crs) << QString::fromLatin1(crs);
}

void OperationTest::thereAndBack()
{
    QFETCH(QString, crs);
    const auto way = geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(crs), Border);
    std::vector<QPointF> points;
    for (double x = -117; x <= -98; x += 1)
        for (double y = 25; y <= 37; y += 1)
            points.emplace_back(x, y);
    std::vector<QPointF> moved = points;
    QCOMPARE(way.forward(moved), std::size_t(0));
    QVERIFY(moved != points);
    QCOMPARE(way.inverse(moved), std::size_t(0));
    for (std::size_t i = 0; i < points.size(); ++i)
        QVERIFY(geo::geodesicMetres(points[i], moved[i]) < 0.001);
}

void OperationTest::outOfReachIsNaN()
{
    const auto way = geo::Operation::between(geo::Crs::wgs84(), crsOf("EPSG:3857"));
    std::array<QPointF, 4> points{QPointF(-110, 30), QPointF(0, 95), QPointF(std::nan(""), 10),
                                  QPointF(-100, 20)};
    QCOMPARE(way.forward(points), std::size_t(2));
    QVERIFY(std::isfinite(points[0].x()) && std::isfinite(points[3].y()));
    for (const std::size_t i : {1, 2})
        QVERIFY(std::isnan(points[i].x()) && std::isnan(points[i].y()));
    // One that failed does not spoil the next call.
    std::array<QPointF, 1> good{QPointF(-110, 30)};
    QCOMPARE(way.forward(good), std::size_t(0));
    QCOMPARE(good[0], points[0]);
    QCOMPARE(way.forward(std::span<QPointF>()), std::size_t(0));
}

void OperationTest::movesBoxes()
{
    const auto way = geo::Operation::between(geo::Crs::wgs84(), crsOf("EPSG:6372"));
    const geo::Extent degrees{-117, 25, -97, 33};
    const geo::Extent box = way.forward(degrees);
    // Parallels sag in a Lambert projection: the lowest point of the southern side is not a corner.
    std::vector<QPointF> south;
    for (double x = -117; x <= -97; x += 0.25)
        south.emplace_back(x, 25);
    way.forward(south);
    for (const QPointF& point : south)
        QVERIFY(point.y() >= box.south - 100);
    QVERIFY(box.south < std::min(south.front().y(), south.back().y()) - 5'000);
    const geo::Extent back = way.inverse(box);
    QVERIFY(back.west <= -117 && back.east >= -97 && back.south <= 25.01 && back.north >= 33);
    QVERIFY(way.forward(geo::Extent()).isEmpty());
}

void OperationTest::roughDegreesDoubts()
{
    const auto utm = geo::roughDegrees(crsOf("EPSG:26912"), {300000, 3450000, 700000, 3900000});
    QVERIFY(utm.has_value());
    QVERIFY(utm->west > -113.5 && utm->east < -108.5 && utm->south > 31 && utm->north < 35.5);
    // Metres that claim to be degrees.
    for (const char* degrees : {"EPSG:4326", "EPSG:4267", "EPSG:4269"})
        QVERIFY2(!geo::roughDegrees(crsOf(degrees), {300000, 3450000, 700000, 3900000}), degrees);
    // Longitudes from 0 to 360 are longitudes.
    QVERIFY(geo::roughDegrees(geo::Crs::wgs84(), {0, -90, 360, 90}).has_value());
}

void OperationTest::servesSeveralThreads()
{
    const auto way = geo::Operation::between(crsOf("EPSG:4267"), crsOf("EPSG:6372"), Border);
    std::vector<QPointF> points;
    for (int i = 0; i < 20'000; ++i)
        points.emplace_back(-117 + i * 0.001, 25 + (i % 700) * 0.01);
    std::vector<QPointF> expected = points;
    way.forward(expected);
    std::array<std::vector<QPointF>, 4> results;
    results.fill(points);
    {
        std::vector<std::jthread> threads;
        for (std::vector<QPointF>& result : results)
            threads.emplace_back([&way, &result] {
                const geo::Operation copy = way;
                const std::span all(result);
                for (std::size_t i = 0; i < all.size(); i += 1000)
                    copy.forward(all.subspan(i, 1000));
            });
    }
    for (const std::vector<QPointF>& result : results)
        QVERIFY(result == expected);
}

QTEST_GUILESS_MAIN(OperationTest)
#include "operation_test.moc"
