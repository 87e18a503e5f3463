// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ring_arcs.h"

#include "base/error.h"
#include "geo/segment.h"
#include <QtTest>
#include <map>
#include <random>
#include <set>

namespace {

using Ring = std::vector<geo::CookedPoint>;

geo::PointRuns runsOf(const std::vector<Ring>& rings)
{
    geo::PointRuns runs;
    for (const Ring& ring : rings) {
        runs.points.insert(runs.points.end(), ring.begin(), ring.end());
        runs.firsts.push_back(std::uint32_t(runs.points.size()));
    }
    return runs;
}

geo::RingArcs cut(const std::vector<Ring>& rings)
{
    const base::Progress progress;
    return geo::cutIntoArcs(runsOf(rings), progress);
}

// A ring put together again from its arcs, beginning at its least point.
Ring assembled(const geo::RingArcs& arcs, std::size_t ring)
{
    Ring points;
    for (std::uint32_t k = arcs.firstReferences[ring]; k < arcs.firstReferences[ring + 1]; ++k) {
        const auto run = arcs.arcs[arcs.references[k] >> 1];
        Ring own(run.begin(), run.end());
        if ((arcs.references[k] & 1) != 0)
            std::reverse(own.begin(), own.end());
        if (!points.empty() && !(points.back() == own.front()))
            return {}; // the arcs do not meet
        points.insert(points.end(), points.empty() ? own.begin() : own.begin() + 1, own.end());
    }
    if (points.size() > 1 && points.front() == points.back())
        points.pop_back();
    const auto least = std::min_element(points.begin(), points.end(), [](auto& a, auto& b) {
        return std::pair(a.x, a.y) < std::pair(b.x, b.y);
    });
    std::rotate(points.begin(), least, points.end());
    return points;
}

Ring rotated(Ring ring)
{
    const auto least = std::min_element(ring.begin(), ring.end(), [](auto& a, auto& b) {
        return std::pair(a.x, a.y) < std::pair(b.x, b.y);
    });
    std::rotate(ring.begin(), least, ring.end());
    return ring;
}

// What is left of a ring's edges where it walks them there and back: what its area is made of.
QMap<QPair<QPair<int, int>, QPair<int, int>>, int> edgesOf(const Ring& ring)
{
    QMap<QPair<QPair<int, int>, QPair<int, int>>, int> edges;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const geo::CookedPoint a = ring[i];
        const geo::CookedPoint b = ring[(i + 1) % ring.size()];
        const bool turned = std::pair(b.x, b.y) < std::pair(a.x, a.y);
        const QPair<int, int> low = turned ? qMakePair(b.x, b.y) : qMakePair(a.x, a.y);
        const QPair<int, int> high = turned ? qMakePair(a.x, a.y) : qMakePair(b.x, b.y);
        edges[{low, high}] += turned ? -1 : 1;
    }
    edges.removeIf([](const auto edge) { return edge.value() == 0; });
    return edges;
}

} // namespace

class RingArcsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursShareAnArc();
    void aRingAloneIsOneArc();
    void anIslandFillsItsHole();
    void anEdgeThatNobodySharesIsOneSided();
    void aRingThatTouchesItself();
    void aSpikeAlongANeighboursEdge();
    void everyRingComesBack();
    void everyRandomWalkComesBack();
    void everyEdgeIsThereOnce();
    void loopsAreTurned();
    void aCombIsNoWorse_data();
    void aCombIsNoWorse();
    void cancelStops();
};

void RingArcsTest::neighboursShareAnArc()
{
    // Two squares side by side with one point in the middle of their common edge; one runs the
    // other way round.
    const auto arcs = cut({{{0, 0}, {10, 0}, {10, 5}, {10, 10}, {0, 10}},
                           {{10, 0}, {10, 5}, {10, 10}, {20, 10}, {20, 0}}});
    QCOMPARE(arcs.arcs.count(), std::size_t(3));
    std::map<std::uint32_t, int> uses;
    for (const std::uint32_t reference : arcs.references)
        ++uses[reference >> 1];
    int shared = 0;
    for (const auto& [arc, count] : uses)
        if (count == 2) {
            ++shared;
            QCOMPARE(arcs.arcs[arc].size(), std::size_t(3)); // from corner to corner
        }
    QCOMPARE(shared, 1);
}

void RingArcsTest::aRingAloneIsOneArc()
{
    const auto arcs = cut({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}});
    QCOMPARE(arcs.arcs.count(), std::size_t(1));
    QCOMPARE(arcs.arcs[0].size(), std::size_t(5));
    QVERIFY(arcs.arcs[0].front() == arcs.arcs[0].back());
}

void RingArcsTest::anIslandFillsItsHole()
{
    // The hole and the island begin at different points and run opposite ways.
    const Ring hole{{3, 3}, {3, 7}, {7, 7}, {7, 3}};
    const Ring island{{7, 7}, {3, 7}, {3, 3}, {7, 3}};
    const auto arcs = cut({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, hole, island});
    QCOMPARE(arcs.arcs.count(), std::size_t(2));
    QCOMPARE(arcs.references[1] >> 1, arcs.references[2] >> 1);
}

void RingArcsTest::anEdgeThatNobodySharesIsOneSided()
{
    // The second square has no point where the first has one: nothing is shared, nothing fails.
    const auto arcs = cut(
        {{{0, 0}, {10, 0}, {10, 5}, {10, 10}, {0, 10}}, {{10, 0}, {20, 0}, {20, 10}, {10, 10}}});
    std::set<std::uint32_t> different;
    for (const std::uint32_t reference : arcs.references)
        different.insert(reference >> 1);
    QCOMPARE(different.size(), arcs.references.size());
}

void RingArcsTest::aRingThatTouchesItself()
{
    const Ring ring{{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}};
    const auto arcs = cut({ring});
    QCOMPARE(assembled(arcs, 0), rotated(ring));
}

// Rings of a grid of cells with wavy edges, some joined to larger ones by leaving edges out.
std::vector<Ring> randomRings(unsigned seed)
{
    std::mt19937 random(seed);
    const auto corner = [seed](int x, int y) {
        std::mt19937 own(seed * 7919U + unsigned(x * 131 + y));
        return geo::CookedPoint{x * 1000 + int(own() % 400), y * 1000 + int(own() % 400)};
    };
    const auto edge = [&](geo::CookedPoint a, geo::CookedPoint b, Ring& ring) {
        const bool turned = std::pair(b.x, b.y) < std::pair(a.x, a.y);
        const geo::CookedPoint low = turned ? b : a;
        const geo::CookedPoint high = turned ? a : b;
        std::mt19937 own(seed + unsigned(low.x * 31 + low.y * 17 + high.x * 13 + high.y));
        Ring points;
        const int pieces = 1 + int(own() % 6);
        for (int i = 1; i < pieces; ++i)
            points.push_back({low.x + (high.x - low.x) * i / pieces + int(own() % 60),
                              low.y + (high.y - low.y) * i / pieces + int(own() % 60)});
        if (turned)
            std::reverse(points.begin(), points.end());
        ring.push_back(a);
        ring.insert(ring.end(), points.begin(), points.end());
    };
    std::vector<Ring> rings;
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 6; ++x) {
            Ring ring;
            const geo::CookedPoint at[4] = {corner(x, y), corner(x + 1, y), corner(x + 1, y + 1),
                                            corner(x, y + 1)};
            for (int side = 0; side < 4; ++side)
                edge(at[side], at[(side + 1) % 4], ring);
            if (random() % 2 == 0)
                std::reverse(ring.begin(), ring.end());
            std::rotate(ring.begin(), ring.begin() + int(random() % ring.size()), ring.end());
            if (random() % 8 != 0)
                rings.push_back(ring);
        }
    return rings;
}

// It turns back in the midst of what is one arc for the neighbour.
void RingArcsTest::aSpikeAlongANeighboursEdge()
{
    const Ring square{{0, 0}, {10, 0}, {20, 0}, {30, 0}, {30, 30}, {0, 30}};
    const Ring below{{0, 0}, {10, 0}, {20, 0}, {10, 0}, {0, 0}, {0, -30}, {-30, -30}, {-30, 0}};
    for (const std::vector<Ring>& rings :
         {std::vector<Ring>{square, below}, std::vector<Ring>{below, square}}) {
        const geo::RingArcs arcs = cut(rings);
        for (std::size_t i = 0; i < rings.size(); ++i)
            QCOMPARE(edgesOf(assembled(arcs, i)), edgesOf(rings[i]));
    }
}

// Walks from crossing to crossing of a few streets, there and back, over each other in any way.
void RingArcsTest::everyRandomWalkComesBack()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        std::vector<Ring> rings;
        while (rings.size() < 12) {
            Ring ring{{std::int32_t(random() % 5), std::int32_t(random() % 5)}};
            const auto step = [&](int dx, int dy) {
                const geo::CookedPoint next{ring.back().x + dx, ring.back().y + dy};
                if (next.x >= 0 && next.x < 5 && next.y >= 0 && next.y < 5)
                    ring.push_back(next);
            };
            for (int i = int(random() % 20); i > 0; --i)
                random() % 2 == 0 ? step(random() % 2 == 0 ? 1 : -1, 0)
                                  : step(0, random() % 2 == 0 ? 1 : -1);
            while (ring.back().x != ring.front().x)
                step(ring.back().x < ring.front().x ? 1 : -1, 0);
            while (ring.back().y != ring.front().y)
                step(0, ring.back().y < ring.front().y ? 1 : -1);
            ring.pop_back();
            if (ring.size() >= 3)
                rings.push_back(ring);
        }
        const geo::RingArcs arcs = cut(rings);
        for (std::size_t i = 0; i < rings.size(); ++i)
            QVERIFY2(edgesOf(assembled(arcs, i)) == edgesOf(rings[i]),
                     qPrintable(QStringLiteral("seed %1, ring %2").arg(seed).arg(i)));
    }
}

void RingArcsTest::everyRingComesBack()
{
    for (unsigned seed = 1; seed < 40; ++seed) {
        const std::vector<Ring> rings = randomRings(seed);
        const auto arcs = cut(rings);
        QCOMPARE(arcs.firstReferences.size(), rings.size() + 1);
        for (std::size_t i = 0; i < rings.size(); ++i)
            QCOMPARE(assembled(arcs, i), rotated(rings[i]));
    }
}

void RingArcsTest::everyEdgeIsThereOnce()
{
    for (unsigned seed = 1; seed < 40; ++seed) {
        const auto arcs = cut(randomRings(seed));
        std::set<std::array<int, 4>> edges;
        std::size_t count = 0;
        for (std::size_t i = 0; i < arcs.arcs.count(); ++i) {
            const auto run = arcs.arcs[i];
            for (std::size_t k = 1; k < run.size(); ++k, ++count) {
                auto a = std::pair(run[k - 1].x, run[k - 1].y);
                auto b = std::pair(run[k].x, run[k].y);
                if (b < a)
                    std::swap(a, b);
                edges.insert({a.first, a.second, b.first, b.second});
            }
        }
        QCOMPARE(edges.size(), count);
    }
}

void RingArcsTest::loopsAreTurned()
{
    const base::Progress progress;
    // A bow: it goes over its own way in (5, 5), and then only touches it.
    std::vector<geo::CookedPoint> arc{{0, 0}, {10, 10}, {10, 0}, {0, 10}};
    QVERIFY(geo::turnLoops(arc, progress));
    const std::vector<geo::CookedPoint> expected{{0, 0},   {5, 5}, {10, 0},
                                                 {10, 10}, {5, 5}, {0, 10}};
    QCOMPARE(arc, expected);
    QVERIFY(!geo::turnLoops(arc, progress));

    // The same with many points between, which another search finds.
    std::vector<geo::CookedPoint> path;
    for (int i = 0; i <= 400; ++i)
        path.push_back({i * 10, i % 2});
    for (int i = 0; i <= 100; ++i)
        path.push_back({4000 - i, 50 + i * 10});
    path.push_back({1005, 1000});
    path.push_back({1005, -500});
    const std::size_t before = path.size();
    QVERIFY(geo::turnLoops(path, progress));
    QCOMPARE(path.size(), before + 2);
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        for (std::size_t k = i + 2; k + 1 < path.size(); ++k)
            QVERIFY(!geo::crossing(path[i], path[i + 1], path[k], path[k + 1]));
}

void RingArcsTest::aCombIsNoWorse_data()
{
    QTest::addColumn<bool>("upright");
    QTest::newRow("upright") << true;
    QTest::newRow("lying") << false;
}

// Long thin teeth, each as long as the ring is wide; a search of every pair of edges would take
// hours, so this ends or it does not.
void RingArcsTest::aCombIsNoWorse()
{
    QFETCH(bool, upright);
    constexpr int Teeth = 400000;
    Ring ring;
    for (int i = 0; i < Teeth; ++i)
        ring.push_back({(i % 2) * 100000, i * 10});
    ring.push_back({-100000, Teeth * 10});
    ring.push_back({-100000, 0});
    if (upright)
        for (geo::CookedPoint& point : ring)
            std::swap(point.x, point.y);
    const auto arcs = cut({ring});
    QCOMPARE(arcs.arcs.count(), std::size_t(1));
    QCOMPARE(arcs.arcs.points.size(), ring.size() + 1);
}

void RingArcsTest::cancelStops()
{
    base::Progress progress;
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, geo::cutIntoArcs(runsOf(randomRings(1)), progress));
}

QTEST_APPLESS_MAIN(RingArcsTest)
#include "ring_arcs_test.moc"
