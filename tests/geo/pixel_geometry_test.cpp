// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/pixel_geometry.h"
#include <QPolygonF>
#include <QtTest>
#include <cmath>
#include <random>

namespace {

bool isInside(const std::vector<QPointF>& ring, QPointF at)
{
    return QPolygonF(QList<QPointF>(ring.begin(), ring.end())).containsPoint(at, Qt::OddEvenFill);
}

} // namespace

class PixelGeometryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clippedRingsKeepTheirInside();
    void clippedRingsStayInTheRectangle();
    void linesAreCutIntoPieces();
    void sharedEdgesStayShared();
    void snappingMovesNoPointFar();
};

void PixelGeometryTest::clippedRingsKeepTheirInside()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> far(-300, 400);
    std::uniform_real_distribution<double> near(0, 100);
    const QRectF rectangle(0, 0, 100, 100);
    int inside = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<QPointF> ring; // crosses itself: the odd-even rule must hold all the same
        for (int i = 0; i < 12; ++i)
            ring.emplace_back(far(random), far(random));
        std::vector<QPointF> clipped = ring;
        geo::clipRing(clipped, rectangle);
        for (int i = 0; i < 50; ++i) {
            const QPointF at(near(random), near(random));
            const bool expected = isInside(ring, at);
            inside += expected ? 1 : 0;
            QCOMPARE(isInside(clipped, at), expected);
        }
    }
    QVERIFY(inside > 1000 && inside < 9000); // both answers were asked for
}

void PixelGeometryTest::clippedRingsStayInTheRectangle()
{
    std::vector<QPointF> ring{{-1e9, -1e9}, {1e9, -2e8}, {5e8, 1e9}, {50, 60}, {-1e9, 1e9}};
    const QRectF rectangle(-16, -16, 132, 132);
    geo::clipRing(ring, rectangle);
    QVERIFY(ring.size() >= 3);
    for (const QPointF& point : ring)
        QVERIFY(rectangle.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(point));
    std::vector<QPointF> outside{{200, 200}, {300, 200}, {300, 300}};
    geo::clipRing(outside, rectangle);
    QVERIFY(outside.empty());
}

void PixelGeometryTest::linesAreCutIntoPieces()
{
    const std::vector<QPointF> line{{-50, 50}, {150, 50}, {150, 20}, {50, 20}, {50, -40}};
    std::vector<std::vector<QPointF>> pieces;
    std::vector<QPointF> scratch;
    geo::clipLine(line, QRectF(0, 0, 100, 100), scratch, [&](std::span<const QPointF> piece) {
        pieces.emplace_back(piece.begin(), piece.end());
    });
    const std::vector<std::vector<QPointF>> expected{{{0, 50}, {100, 50}},
                                                     {{100, 20}, {50, 20}, {50, 0}}};
    QCOMPARE(pieces, expected);
}

void PixelGeometryTest::sharedEdgesStayShared()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> step(-40, 60);
    std::vector<QPointF> edge{{300000.3, 2000000.7}};
    for (int i = 0; i < 500; ++i)
        edge.push_back(edge.back() + QPointF(step(random), step(random)));
    const geo::ToPixels toPixels{299000, 2030000, 0.013};
    std::vector<QPointF> forward;
    geo::snapToGrid(edge, toPixels, 0.25, forward);
    std::reverse(edge.begin(), edge.end());
    std::vector<QPointF> backward;
    geo::snapToGrid(edge, toPixels, 0.25, backward);
    std::reverse(backward.begin(), backward.end());
    QCOMPARE(forward, backward);
    QVERIFY(forward.size() < edge.size());
}

void PixelGeometryTest::snappingMovesNoPointFar()
{
    const std::vector<QPointF> points{{0.1, 0.1}, {77.77, -33.3}, {-12.34, 5.6}};
    const geo::ToPixels toPixels{-100, 100, 2.5};
    std::vector<QPointF> snapped;
    geo::snapToGrid(points, toPixels, 0.25, snapped);
    QCOMPARE(snapped.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF way = snapped[i] - toPixels(points[i]);
        QVERIFY(std::hypot(way.x(), way.y()) <= 0.1768);
    }
}

QTEST_APPLESS_MAIN(PixelGeometryTest)
#include "pixel_geometry_test.moc"
