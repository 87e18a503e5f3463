// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/cooked_layer.h"

#include "geo/arc_levels.h"
#include "geo/feature_overlaps.h"
#include "geo/identify.h"
#include "geo/layer_cooking.h"
#include "geo/segment.h"
#include <QtTest>
#include <cmath>
#include <numbers>
#include <random>
#include <set>

namespace {

using Ring = std::vector<QPointF>;
using Polygon = std::vector<Ring>;

// Each a feature of one polygon, in metres.
geo::CookedLayer cooked(const std::vector<Polygon>& polygons)
{
    geo::Extent extent;
    for (const Polygon& polygon : polygons)
        for (const QPointF& point : polygon.front())
            extent.add(point);
    geo::LayerCooker cooker(extent, 1);
    for (std::uint32_t i = 0; i < polygons.size(); ++i) {
        cooker.beginFeature(i);
        for (std::size_t k = 0; k < polygons[i].size(); ++k)
            cooker.add(k == 0 ? geo::PartKind::Outer : geo::PartKind::Hole, i, polygons[i][k]);
    }
    base::Progress progress;
    return cooker.finish(progress);
}

Ring box(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

// The numbers, in the source, of the features with a flag.
std::set<std::uint32_t> flagged(const geo::CookedLayer& layer, std::uint32_t flag)
{
    std::set<std::uint32_t> found;
    for (const auto& feature : layer.features())
        if ((feature.flags & flag) != 0)
            found.insert(feature.source);
    return found;
}

using Numbers = std::set<std::uint32_t>;

} // namespace

class CookedLayerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCoverageOverlapsNowhere();
    void theLaterOfTwoOverlaps();
    void roundingIsNoOverlap();
    void whatCrossesOverlaps();
    void whatLiesInsideWithItsNeighboursOverlaps();
    void everySideIsKnown();
    void aRingComesBackAtEveryLevel();
    void levelsKeepEndsAndShrink();
    void spikesStay();
    void simplifiedIsNearby();
    void longArcsAreCutInPieces();
    void treesFindAll();
    void quantaAreFineAndWideEnough();
    void aLongRingIsWhole();
    void baysAreOutside();
    void comparingIsBounded_data();
    void comparingIsBounded();
};

void CookedLayerTest::aCoverageOverlapsNowhere()
{
    std::vector<Polygon> cells;
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x)
            cells.push_back({box(x * 100, y * 100, x * 100 + 100, y * 100 + 100)});
    // A hole that another feature fills.
    cells[45].push_back(box(520, 220, 560, 260));
    cells.push_back({box(520, 220, 560, 260)});
    const geo::CookedLayer layer = cooked(cells);
    QCOMPARE(flagged(layer, geo::CookedLayer::Overlaps), Numbers());
    QCOMPARE(flagged(layer, geo::CookedLayer::Alone), Numbers());
}

void CookedLayerTest::theLaterOfTwoOverlaps()
{
    // One inside another that has no hole for it; one drawn twice; one that touches nothing.
    const geo::CookedLayer layer = cooked({{box(0, 0, 100, 100)},
                                           {box(40, 40, 60, 60)},
                                           {box(200, 0, 300, 100)},
                                           {box(200, 0, 300, 100)},
                                           {box(400, 0, 500, 100)}});
    QCOMPARE(flagged(layer, geo::CookedLayer::Overlaps), (Numbers{1, 3}));
    QVERIFY(layer.hasOverlaps());
    QVERIFY(flagged(layer, geo::CookedLayer::Alone).contains(4));
    // The small one first: then the large one is the one that lies over it.
    QCOMPARE(
        flagged(cooked({{box(40, 40, 60, 60)}, {box(0, 0, 100, 100)}}), geo::CookedLayer::Overlaps),
        Numbers{1});
}

void CookedLayerTest::roundingIsNoOverlap()
{
    // The right one has a point on the other's long edge, a hundredth of a millimetre off it.
    const geo::CookedLayer layer =
        cooked({{{{0, 0}, {100, 0}, {113, 997}, {0, 1000}}},
                {{{100, 0}, {300, 0}, {300, 1000}, {113, 997}, {106.52001, 500.00001}}}});
    QCOMPARE(flagged(layer, geo::CookedLayer::Overlaps), Numbers());
}

void CookedLayerTest::whatCrossesOverlaps()
{
    // A cross: no corner of one lies inside the other. And a ring that crosses itself in arcs which
    // neighbours share.
    const geo::CookedLayer layer =
        cooked({{box(0, 40, 100, 60)}, {box(40, 0, 60, 100)}, {box(200, 0, 300, 100)}});
    QVERIFY(flagged(layer, geo::CookedLayer::Overlaps).contains(1));
    QVERIFY(!flagged(layer, geo::CookedLayer::Overlaps).contains(2));
}

void CookedLayerTest::whatLiesInsideWithItsNeighboursOverlaps()
{
    // Nine cells on one large one: the middle cell has no edge of its own to find it by.
    std::vector<Polygon> polygons{{box(0, 0, 1000, 1000)}};
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 3; ++x)
            polygons.push_back({box(300 + x * 100, 300 + y * 100, 400 + x * 100, 400 + y * 100)});
    QCOMPARE(flagged(cooked(polygons), geo::CookedLayer::Overlaps),
             (Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void CookedLayerTest::everySideIsKnown()
{
    // Either way round, with and without a hole: left of an arc is its left.
    for (const bool turned : {false, true}) {
        Ring left = box(0, 0, 100, 100);
        Ring hole = box(20, 20, 40, 40);
        if (turned) {
            std::reverse(left.begin(), left.end());
            std::reverse(hole.begin(), hole.end());
        }
        const geo::CookedLayer layer = cooked({{left, hole}, {box(100, 0, 200, 100)}});
        for (std::uint32_t piece = 0; piece < layer.pieceCount(); ++piece) {
            const auto run = layer.points(0, piece);
            const geo::CookedLayer::Arc& arc = layer.arcs()[layer.arcOf(piece)];
            for (std::size_t i = 1; i < run.size(); ++i) {
                const QPointF a = layer.toMap(run[i - 1]);
                const QPointF b = layer.toMap(run[i]);
                const QPointF way = b - a;
                const QPointF aside = QPointF(-way.y(), way.x()) / std::hypot(way.x(), way.y());
                const auto holder = [&](QPointF at) {
                    const bool inHole = at.x() > 20 && at.x() < 40 && at.y() > 20 && at.y() < 40;
                    if (at.y() < 0 || at.y() > 100 || at.x() < 0 || at.x() > 200 || inHole)
                        return geo::CookedLayer::None;
                    return at.x() < 100 ? 0U : 1U;
                };
                const auto sourceOf = [&](std::uint32_t feature) {
                    return feature == geo::CookedLayer::None ? feature
                                                             : layer.features()[feature].source;
                };
                QCOMPARE(sourceOf(arc.left), holder((a + b) / 2 + aside));
                QCOMPARE(sourceOf(arc.right), holder((a + b) / 2 - aside));
            }
        }
    }
}

Ring circle(QPointF middle, double radius, int points)
{
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.push_back(middle + radius * QPointF(std::cos(angle), std::sin(angle)));
    }
    return ring;
}

void CookedLayerTest::aRingComesBackAtEveryLevel()
{
    const Ring ring = circle({500, 500}, 400, 3000);
    const geo::CookedLayer layer = cooked({{ring}, {box(900, 0, 1000, 1000)}});
    for (const auto& feature : layer.features()) {
        if (feature.source != 0)
            continue;
        const auto parts = layer.parts(feature);
        QCOMPARE(parts.size(), std::size_t(1));
        std::vector<QPointF> points;
        layer.assemble(parts[0], 0, points);
        QCOMPARE(points.size(), ring.size());
        for (const QPointF& point : points)
            QVERIFY(std::fabs(std::hypot(point.x() - 500, point.y() - 500) - 400) < 0.02);
        for (std::size_t level = 1; level < geo::CookedLayer::Levels; ++level) {
            layer.assemble(parts[0], level, points);
            QVERIFY(points.size() > 8);
            double area = 0;
            for (std::size_t i = 0; i < points.size(); ++i) {
                const QPointF& a = points[i];
                const QPointF& b = points[(i + 1) % points.size()];
                area += (a.x() * b.y() - b.x() * a.y()) / 2;
            }
            QVERIFY(std::fabs(std::fabs(area) / (400 * 400 * std::numbers::pi) - 1) < 0.01);
        }
    }
}

std::vector<geo::CookedPoint> walk(unsigned seed, int points)
{
    std::mt19937 random(seed);
    std::vector<geo::CookedPoint> run;
    geo::CookedPoint at;
    for (int i = 0; i < points; ++i) {
        run.push_back(at);
        at = {at.x + 30 + int(random() % 100), at.y + int(random() % 60) - 30};
    }
    return run;
}

void CookedLayerTest::levelsKeepEndsAndShrink()
{
    for (unsigned seed = 1; seed < 50; ++seed) {
        const auto run = walk(seed, 2 + int(seed * 5 % 250));
        std::vector<geo::CookedPoint> before = run;
        for (const double area : {100.0, 1000.0, 10000.0}) {
            std::vector<geo::CookedPoint> simple;
            geo::simplifyRun(before, area, simple);
            QVERIFY(simple.size() >= 2 && simple.size() <= before.size());
            QVERIFY(simple.front() == run.front() && simple.back() == run.back());
            // What is left is in the order it came in, and no triangle of it is small.
            auto place = before.begin();
            for (const geo::CookedPoint& point : simple) {
                place = std::find(place, before.end(), point);
                QVERIFY(place != before.end());
            }
            // (What goes mostly to the east has no spikes, which would stay.)
            for (std::size_t i = 1; i + 1 < simple.size(); ++i)
                QVERIFY(std::fabs(geo::twiceArea(simple[i - 1], simple[i], simple[i + 1])) >=
                        2 * area);
            before = simple;
        }
    }
}

void CookedLayerTest::spikesStay()
{
    // There and back by the same points, which themselves may go.
    std::vector<geo::CookedPoint> run{{0, 0}, {5000, 0}};
    for (int i = 1; i <= 8; ++i)
        run.push_back({5000, i * 1000});
    for (int i = 7; i >= 0; --i)
        run.push_back({5000, i * 1000});
    run.push_back({10000, 10});
    std::vector<geo::CookedPoint> simple;
    geo::simplifyRun(run, 1000 * 1000, simple);
    QVERIFY(simple.size() < 7);
    QVERIFY(std::find(simple.begin(), simple.end(), geo::CookedPoint{5000, 8000}) != simple.end());
}

void CookedLayerTest::simplifiedIsNearby()
{
    // Of a smooth line what goes is less than a pixel away: a pixel's share is its area by a side.
    std::vector<geo::CookedPoint> run;
    for (int i = 0; i <= 250; ++i)
        run.push_back({i * 40, int(std::lround(2000 * std::sin(i * 0.05)))});
    const double pixel = 200;
    std::vector<geo::CookedPoint> simple;
    geo::simplifyRun(run, pixel * pixel / 4, simple);
    QVERIFY(simple.size() < run.size() / 3);
    std::size_t segment = 0;
    for (const geo::CookedPoint& point : run) {
        while (segment + 2 < simple.size() && simple[segment + 1].x < point.x)
            ++segment;
        const geo::CookedPoint a = simple[segment];
        const geo::CookedPoint b = simple[segment + 1];
        const double distance = std::fabs(geo::twiceArea(a, b, point)) /
                                std::hypot(double(b.x) - a.x, double(b.y) - a.y);
        QVERIFY(distance < pixel);
    }
}

void CookedLayerTest::longArcsAreCutInPieces()
{
    const geo::CookedLayer layer = cooked({{circle({0, 0}, 10000, 5000)}});
    QCOMPARE(layer.arcs().size(), std::size_t(1));
    QVERIFY(layer.pieceCount() >= 5000 / geo::CookedLayer::PiecePoints);
    for (std::uint32_t piece = 0; piece < layer.pieceCount(); ++piece) {
        QVERIFY(layer.points(0, piece).size() <= geo::CookedLayer::PiecePoints);
        for (const geo::CookedPoint& point : layer.points(0, piece))
            QVERIFY(layer.pieceBox(piece).contains(point));
    }
}

void CookedLayerTest::treesFindAll()
{
    std::mt19937 random(3);
    std::vector<Polygon> polygons;
    for (int i = 0; i < 3000; ++i) {
        const double x = double(random() % 100000);
        const double y = double(random() % 100000);
        polygons.push_back({box(x, y, x + double(1 + random() % 900), y + 300)});
    }
    const geo::CookedLayer layer = cooked(polygons);
    for (int i = 0; i < 100; ++i) {
        const double x = double(random() % 100000);
        const double y = double(random() % 100000);
        const geo::CookedBox asked = layer.toQuanta({x, y, x + 5000, y + 2000});
        std::vector<std::uint32_t> found;
        layer.featureTree().query(asked, [&](std::uint32_t each) { found.push_back(each); });
        std::vector<std::uint32_t> expected;
        for (std::uint32_t k = 0; k < layer.features().size(); ++k)
            if (layer.features()[k].box.meets(asked))
                expected.push_back(k);
        QCOMPARE(found, expected);
    }
}

void CookedLayerTest::quantaAreFineAndWideEnough()
{
    const geo::CookedLayer mine = cooked({{box(500000, 3000000, 500300, 3000200)}});
    QCOMPARE(mine.quantum(), 0.01);
    const geo::CookedLayer world = cooked({{box(-3e7, -3e7, 3e7, 3e7)}});
    QVERIFY(world.quantum() < 0.02);
    const geo::Extent extent = world.box();
    QVERIFY(std::fabs(extent.west + 3e7) < 0.1 && std::fabs(extent.north - 3e7) < 0.1);
    const geo::CookedLayer nothing = cooked({});
    QVERIFY(nothing.features().empty() && nothing.box().isEmpty());
}

// A coast of many points that nowhere crosses itself, 1,400 km across.
Ring coast(std::size_t points)
{
    std::mt19937 random(0);
    std::uniform_real_distribution<double> by(-1, 1);
    std::vector<double> radius(points, 700000);
    double swing = 200000;
    for (std::size_t corners = 4; corners < points; corners *= 4, swing /= 2) {
        std::vector<double> off(corners);
        for (double& each : off)
            each = swing * by(random);
        for (std::size_t i = 0; i < points; ++i) {
            const double at = double(i) / double(points) * double(corners);
            const auto corner = std::size_t(at);
            radius[i] += std::lerp(off[corner], off[(corner + 1) % corners], at - double(corner));
        }
    }
    Ring ring;
    for (std::size_t i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * double(i) / double(points);
        ring.push_back(std::max(1000.0, radius[i]) * QPointF(std::cos(angle), std::sin(angle)));
    }
    return ring;
}

bool isWithin(const Ring& ring, QPointF point)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[(i + 1) % ring.size()];
        if ((a.y() <= point.y()) != (b.y() <= point.y()))
            inside ^= point.x() < a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
    }
    return inside;
}

void CookedLayerTest::aLongRingIsWhole()
{
    const Ring ring = coast(200000);
    const geo::CookedLayer layer = cooked({{ring}});
    QCOMPARE(layer.arcs().size(), std::size_t(1));
    QVERIFY(!layer.hasOverlaps());
    std::vector<QPointF> points;
    layer.assemble(layer.parts(layer.features()[0])[0], 0, points);
    QCOMPARE(points.size(), ring.size());
    std::mt19937 random(1);
    std::uniform_real_distribution<double> place(-1e6, 1e6);
    int inside = 0;
    for (int i = 0; i < 1000; ++i) {
        const QPointF at(place(random), place(random));
        QCOMPARE(geo::polygonAt(layer, at).has_value(), isWithin(ring, at));
        inside += isWithin(ring, at) ? 1 : 0;
    }
    QVERIFY(inside > 200 && inside < 800);
}

// A square out of whose sides bays are cut that touch them at a point: each is a loop of its own,
// and half of them run as the square does.
void CookedLayerTest::baysAreOutside()
{
    constexpr int Bays = 40000;
    Ring ring;
    for (int i = 0; i < Bays; ++i) {
        const double x = 10.0 * i;
        ring.insert(ring.end(), {{x, 0}, {x + 2, 6}, {x - 2, 6}, {x, 0}});
        if (i % 2 == 0)
            std::swap(ring[ring.size() - 3], ring[ring.size() - 2]);
    }
    ring.insert(ring.end(), {{10.0 * Bays, 0}, {10.0 * Bays, 1000}, {-10, 1000}, {-10, 0}});
    const geo::CookedLayer layer = cooked({{ring}});
    QVERIFY(layer.arcs().size() > Bays);
    int seen = 0;
    for (const geo::CookedLayer::Arc& arc : layer.arcs()) {
        QVERIFY((arc.left == 0) != (arc.right == 0));
        const auto run = layer.points(0, arc.firstPiece);
        if (run.size() != 4 || !(run.front() == run.back()))
            continue;
        // Bays that run the other way round are outside, the others lie twice within.
        const bool left = geo::twiceArea(run[0], run[1], run[2]) > 0;
        const QPointF middle =
            (layer.toMap(run[0]) + layer.toMap(run[1]) + layer.toMap(run[2])) / 3;
        const bool turned = std::lround(middle.x() / 10) % 2 == 0;
        QCOMPARE(left ? arc.left == 0 : arc.right == 0, !turned);
        ++seen;
    }
    QCOMPARE(seen, Bays);
}

// Long teeth that lean over each other's boxes.
Ring comb(int teeth)
{
    Ring ring;
    const double wide = 100000.0 / teeth;
    for (int i = 0; i < teeth; ++i) {
        const double x = wide * i;
        ring.insert(ring.end(),
                    {{x, 0}, {x + 2000, 50000}, {x + 2000 + wide / 2, 50000}, {x + wide / 2, 10}});
    }
    ring.insert(ring.end(), {{100000, -1000}, {0, -1000}});
    return ring;
}

std::size_t comparedIn(const geo::CookedLayer& layer)
{
    const auto whole = [](auto& kept, const auto& array) {
        kept.assign(array.begin(), array.end());
    };
    const geo::CookedLayer::Arrays& arrays = layer.arrays();
    geo::CookedLayer::Content content;
    whole(content.features, arrays.features);
    whole(content.parts, arrays.parts);
    whole(content.references, arrays.references);
    whole(content.arcs, arrays.arcs);
    whole(content.pieceArcs, arrays.pieceArcs);
    whole(content.pieceBoxes, arrays.pieceBoxes);
    whole(content.levels[0].firsts, arrays.firsts[0]);
    whole(content.levels[0].points, arrays.levels[0]);
    std::vector<std::uint8_t> marked(content.features.size(), 0);
    const base::Progress progress;
    return geo::findOverlaps(content, marked, progress);
}

void CookedLayerTest::comparingIsBounded_data()
{
    QTest::addColumn<bool>("leaning");
    QTest::newRow("a coast") << false;
    QTest::newRow("a comb") << true;
}

// However many points there are, each is compared with so many.
void CookedLayerTest::comparingIsBounded()
{
    QFETCH(bool, leaning);
    for (const int size : {10000, 40000}) {
        const Ring ring = leaning ? comb(size) : coast(std::size_t(4 * size));
        const geo::CookedLayer layer = cooked({{ring}});
        const double each = double(comparedIn(layer)) / double(ring.size());
        qInfo("%.0f with each of %.0f points", each, double(ring.size()));
        QVERIFY2(each < (leaning ? 1100 : 50), qPrintable(QString::number(each)));
        QVERIFY(!layer.hasOverlaps());
    }
}

QTEST_APPLESS_MAIN(CookedLayerTest)
#include "cooked_layer_test.moc"
