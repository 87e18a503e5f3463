// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <algorithm>
#include <cmath>
#include <geos_c.h>
#include <map>
#include <numbers>
#include <random>
#include <vector>

// Coverages drawn by chance, and GEOS to ask what lies where in them.
namespace support {

using Ring = std::vector<QPointF>;
using Polygon = std::vector<Ring>; // the outer ring, then holes

struct Shape
{
    std::vector<Polygon> polygons;
    QColor color;
};

// A wavy edge between two corners: the same points whichever of its two neighbours asks.
inline Ring wavy(QPointF a, QPointF b, int points)
{
    const bool turned = std::pair(b.x(), b.y()) < std::pair(a.x(), a.y());
    if (turned)
        std::swap(a, b);
    Ring ring;
    const QPointF way = b - a;
    const double phase = a.x() * 12.9898 + b.y() * 78.233 + a.y() * 37.7 + b.x() * 4.1;
    for (int i = 0; i <= points; ++i) {
        const double t = double(i) / points;
        const double swing = std::sin(t * std::numbers::pi) * 0.12 * std::sin(7 * t + phase);
        ring.push_back(a + t * way + swing * QPointF(-way.y(), way.x()));
    }
    if (turned)
        std::reverse(ring.begin(), ring.end());
    return ring;
}

// A coverage without gap: wavy cells in degrees, some joined to one feature of two polygons, some
// with a hole that another feature fills, rings running either way round.
inline std::vector<Shape> coverage(int columns, int rows, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> jitter(-0.3, 0.3);
    std::map<std::pair<int, int>, QPointF> corners;
    for (int row = 0; row <= rows; ++row)
        for (int column = 0; column <= columns; ++column)
            corners[{column, row}] = {-112 + 0.2 * (column + jitter(random)),
                                      30 + 0.2 * (row + jitter(random))};
    const auto color = [&random] {
        return QColor(int(random() % 256), int(random() % 256), int(random() % 256));
    };
    std::vector<Shape> shapes;
    std::vector<Shape> islands;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QPointF at[5] = {corners[{column, row}], corners[{column + 1, row}],
                                   corners[{column + 1, row + 1}], corners[{column, row + 1}],
                                   corners[{column, row}]};
            Ring outer;
            for (int side = 0; side < 4; ++side) {
                const Ring edge = wavy(at[side], at[side + 1], 40);
                outer.insert(outer.end(), edge.begin(), edge.end() - 1);
            }
            outer.push_back(outer.front());
            Polygon polygon{outer};
            if (random() % 3 == 0) {
                const QPointF middle = (at[0] + at[2]) / 2;
                Ring hole;
                for (int i = 0; i <= 24; ++i) {
                    const double angle = (i % 24) * std::numbers::pi / 12;
                    hole.push_back(middle + 0.02 * QPointF(std::cos(angle), std::sin(angle)));
                }
                islands.push_back({{{hole}}, color()});
                if (random() % 2 == 0)
                    std::reverse(hole.begin(), hole.end());
                polygon.push_back(hole);
            }
            if (random() % 2 == 0)
                std::reverse(polygon[0].begin(), polygon[0].end());
            if (!shapes.empty() && random() % 4 == 0)
                shapes[random() % shapes.size()].polygons.push_back(polygon);
            else
                shapes.push_back({{polygon}, color()});
        }
    }
    shapes.insert(shapes.end(), islands.begin(), islands.end());
    return shapes;
}

// GEOS, asked about the very degrees that were given to the painter.
class Geos
{
public:
    Geos()
        : m_context(GEOS_init_r())
    {
    }
    ~Geos()
    {
        for (GEOSGeometry* each : m_geometries)
            GEOSGeom_destroy_r(m_context, each);
        GEOS_finish_r(m_context);
    }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    void add(const Shape& shape)
    {
        std::vector<GEOSGeometry*> polygons;
        for (const Polygon& polygon : shape.polygons) {
            std::vector<GEOSGeometry*> rings;
            for (const Ring& ring : polygon) {
                GEOSCoordSequence* points =
                    GEOSCoordSeq_create_r(m_context, unsigned(ring.size()), 2);
                for (unsigned i = 0; i < ring.size(); ++i)
                    GEOSCoordSeq_setXY_r(m_context, points, i, ring[i].x(), ring[i].y());
                rings.push_back(GEOSGeom_createLinearRing_r(m_context, points));
            }
            polygons.push_back(GEOSGeom_createPolygon_r(m_context, rings[0], rings.data() + 1,
                                                        unsigned(rings.size() - 1)));
        }
        m_geometries.push_back(GEOSGeom_createCollection_r(
            m_context, GEOS_MULTIPOLYGON, polygons.data(), unsigned(polygons.size())));
    }
    // The shape that holds a point, if no edge of any shape is within `clear` of it.
    int holder(QPointF at, double clear) const
    {
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(m_context, at.x(), at.y());
        int found = -1;
        for (std::size_t i = 0; i < m_geometries.size(); ++i) {
            GEOSGeometry* edge = GEOSBoundary_r(m_context, m_geometries[i]);
            double distance = 0;
            GEOSDistance_r(m_context, edge, point, &distance);
            GEOSGeom_destroy_r(m_context, edge);
            if (distance < clear) {
                found = -1;
                break;
            }
            if (GEOSContains_r(m_context, m_geometries[i], point) == 1)
                found = int(i);
        }
        GEOSGeom_destroy_r(m_context, point);
        return found;
    }

private:
    GEOSContextHandle_t m_context;
    std::vector<GEOSGeometry*> m_geometries;
};

} // namespace support
