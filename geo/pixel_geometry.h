// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace geo {

// From map units to pixels of a picture: right and down, from the upper left corner.
struct ToPixels
{
    double left = 0; // map units at pixel 0, 0
    double top = 0;
    double pixelsPerUnit = 1;
    QPointF operator()(QPointF map) const
    {
        return {(map.x() - left) * pixelsPerUnit, (top - map.y()) * pixelsPerUnit};
    }
};

// A line or ring in pixels, each point moved to the nearest corner of a grid (`grid` pixels wide)
// and repeats dropped. What becomes of a point depends on nothing but the point, so neighbours
// that share an edge still share it, and no gap opens between them.
void snapToGrid(std::span<const QPointF> map, const ToPixels& toPixels, double grid,
                std::vector<QPointF>& pixels);

// The part of a ring inside a rectangle: Sutherland & Hodgman (1974). Where it leaves the
// rectangle the ring runs along its sides, so the sides must lie out of sight. Under odd-even
// filling the inside is exact, also for concave rings that fall into pieces.
void clipRing(std::vector<QPointF>& ring, const QRectF& rectangle);

// The pieces of a line inside a rectangle (Liang & Barsky 1984), each handed to `piece`.
template <typename Piece>
void clipLine(std::span<const QPointF> line, const QRectF& rectangle, std::vector<QPointF>& scratch,
              Piece&& piece);

// The strokes of a dashed line as far as they meet a rectangle. `pattern` is stroke, gap, stroke,
// gap … in pixels; it runs from the line's first point, whatever is in sight of it.
template <typename Piece>
void dashLine(std::span<const QPointF> line, std::span<const double> pattern,
              const QRectF& rectangle, std::vector<QPointF>& scratch, Piece&& piece);

// Where the segment a + t * (b - a) lies inside the rectangle; false where it does not.
bool clipSegment(QPointF a, QPointF b, const QRectF& rectangle, double& from, double& to);

template <typename Piece>
void clipLine(std::span<const QPointF> line, const QRectF& rectangle, std::vector<QPointF>& scratch,
              Piece&& piece)
{
    scratch.clear();
    const auto flush = [&] {
        if (scratch.size() > 1)
            piece(std::span<const QPointF>(scratch));
        scratch.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        double from = 0;
        double to = 1;
        if (!clipSegment(line[i - 1], line[i], rectangle, from, to)) {
            flush();
            continue;
        }
        const QPointF way = line[i] - line[i - 1];
        if (scratch.empty())
            scratch.push_back(from == 0 ? line[i - 1] : line[i - 1] + from * way);
        scratch.push_back(to == 1 ? line[i] : line[i - 1] + to * way);
        if (to < 1)
            flush();
    }
    flush();
}

template <typename Piece>
void dashLine(std::span<const QPointF> line, std::span<const double> pattern,
              const QRectF& rectangle, std::vector<QPointF>& scratch, Piece&& piece)
{
    double period = 0;
    for (const double length : pattern)
        period += length;
    scratch.clear();
    const auto flush = [&] {
        if (scratch.size() > 1)
            piece(std::span<const QPointF>(scratch));
        scratch.clear();
    };
    double before = 0; // length of the line up to the segment
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const double length = std::hypot(way.x(), way.y());
        double from = 0;
        double to = 1;
        if (!(length > 0))
            continue;
        if (!clipSegment(line[i - 1], line[i], rectangle, from, to)) {
            flush();
            before += length;
            continue;
        }
        double at = before + from * length;
        const double end = before + to * length;
        std::size_t mark = 0;
        double markStart = std::floor(at / period) * period;
        while (markStart + pattern[mark] <= at) {
            markStart += pattern[mark];
            mark = (mark + 1) % pattern.size();
        }
        while (at < end) {
            const double stop = std::min(end, markStart + pattern[mark]);
            if (mark % 2 == 0) {
                if (scratch.empty())
                    scratch.push_back(line[i - 1] + way * ((at - before) / length));
                scratch.push_back(line[i - 1] + way * ((stop - before) / length));
            }
            if (stop < end) {
                markStart += pattern[mark];
                mark = (mark + 1) % pattern.size();
                flush();
            }
            at = stop;
        }
        if (to < 1)
            flush();
        before += length;
    }
    flush();
}

} // namespace geo
