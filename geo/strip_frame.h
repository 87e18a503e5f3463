// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/feature_painter.h"
#include <QPainterPath>
#include <QRectF>
#include <cstdint>
#include <span>
#include <vector>

class QPainter;

namespace geo {

// What those who draw one horizontal strip of a picture have in common. Internal to this room.
struct StripFrame
{
    const StyledLayer& layer;
    ToPixels toPixels; // of the strip
    double devicePixelRatio;
    const base::Progress& progress;
};

constexpr double SnapGrid = 0.25;  // device pixels
constexpr double StripMargin = 16; // device pixels: how far out of sight rings are cut

// Counts points, and asks now and then whether to stop.
class Meter
{
public:
    explicit Meter(const base::Progress& progress)
        : m_progress(progress)
    {
    }
    void add(std::size_t points)
    {
        m_points += points + 16;
        if (m_points < 20000)
            return;
        m_points = 0;
        m_progress.check();
    }

private:
    const base::Progress& m_progress;
    std::size_t m_points = 0;
};

Extent boxOf(const ToPixels& toPixels, const QRectF& pixels);
bool isWithin(const Extent& inner, const Extent& outer);

// nullptr: it is not drawn.
const Symbol* lookOf(const StripFrame& frame, const CookedLayer::Feature& feature);
bool isFilled(const Symbol& look);
bool isArea(const CookedLayer::Part& part);

// Those of some features that meet an extent.
std::vector<std::uint32_t> featuresIn(const CookedLayer& layer, const Extent& extent,
                                      std::span<const std::uint32_t> some);
// All that meet an extent, in the order of the source.
std::vector<std::uint32_t> featuresIn(const CookedLayer& layer, const Extent& extent);

// The longer side of a box, in pixels.
double acrossOf(const CookedLayer& layer, const CookedBox& box, const ToPixels& toPixels);

// Draws the polygons of features one after the other, as a painter's pen and brush have it.
class PolygonDrawing
{
public:
    // `size` is the picture's, `toPixels` its own; `grid` in its pixels. The level is that of
    // `unitsPerPixel`.
    PolygonDrawing(const CookedLayer& layer, const ToPixels& toPixels, QSizeF size, double grid,
                   double unitsPerPixel, const base::Progress& progress);
    const Extent& seen() const { return m_seen; }
    void draw(QPainter& painter, const CookedLayer::Feature& feature);

private:
    const CookedLayer& m_layer;
    ToPixels m_toPixels;
    double m_grid;
    QRectF m_reach;
    Extent m_seen;
    Extent m_clip;
    std::size_t m_level;
    Meter m_meter;
    QPainterPath m_path;
    std::vector<QPointF> m_points;
    std::vector<QPointF> m_ring;
};

} // namespace geo
