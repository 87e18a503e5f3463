// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/pixel_geometry.h"

#include <algorithm>
#include <cmath>

namespace geo {

void snapToGrid(std::span<const QPointF> map, const ToPixels& toPixels, double grid,
                std::vector<QPointF>& pixels)
{
    pixels.clear();
    const double perGrid = 1 / grid;
    const double scale = toPixels.pixelsPerUnit * perGrid;
    double lastX = std::nan("");
    double lastY = lastX;
    for (const QPointF& point : map) {
        const double x = std::floor((point.x() - toPixels.left) * scale + 0.5);
        const double y = std::floor((toPixels.top - point.y()) * scale + 0.5);
        if (x == lastX && y == lastY)
            continue;
        lastX = x;
        lastY = y;
        pixels.emplace_back(x * grid, y * grid);
    }
}

void clipRing(std::vector<QPointF>& ring, const QRectF& rectangle)
{
    std::vector<QPointF> result;
    result.reserve(ring.size() + 8);
    // One side at a time: `inside` is how far a point lies within it, `cross` where an edge meets
    // it.
    const auto against = [&](auto inside, auto cross) {
        result.clear();
        if (ring.empty())
            return;
        QPointF before = ring.back();
        bool wasInside = inside(before) >= 0;
        for (const QPointF& point : ring) {
            const bool isInside = inside(point) >= 0;
            if (isInside != wasInside)
                result.push_back(cross(before, point));
            if (isInside)
                result.push_back(point);
            before = point;
            wasInside = isInside;
        }
        ring.swap(result);
    };
    const auto atX = [](double x) {
        return [x](QPointF a, QPointF b) {
            return QPointF(x, a.y() + (b.y() - a.y()) * ((x - a.x()) / (b.x() - a.x())));
        };
    };
    const auto atY = [](double y) {
        return [y](QPointF a, QPointF b) {
            return QPointF(a.x() + (b.x() - a.x()) * ((y - a.y()) / (b.y() - a.y())), y);
        };
    };
    const double left = rectangle.left();
    const double right = rectangle.right();
    const double top = rectangle.top();
    const double bottom = rectangle.bottom();
    against([=](QPointF p) { return p.x() - left; }, atX(left));
    against([=](QPointF p) { return right - p.x(); }, atX(right));
    against([=](QPointF p) { return p.y() - top; }, atY(top));
    against([=](QPointF p) { return bottom - p.y(); }, atY(bottom));
}

bool clipSegment(QPointF a, QPointF b, const QRectF& rectangle, double& from, double& to)
{
    from = 0;
    to = 1;
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const double p[4] = {-dx, dx, -dy, dy};
    const double q[4] = {a.x() - rectangle.left(), rectangle.right() - a.x(),
                         a.y() - rectangle.top(), rectangle.bottom() - a.y()};
    for (int side = 0; side < 4; ++side) {
        if (p[side] == 0) {
            if (q[side] < 0)
                return false;
        } else if (p[side] < 0) {
            from = std::max(from, q[side] / p[side]);
        } else {
            to = std::min(to, q[side] / p[side]);
        }
    }
    return from < to;
}

} // namespace geo
