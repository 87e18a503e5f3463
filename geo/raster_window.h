// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/operation.h"
#include "geo/raster_source.h"
#include <QPointF>
#include <QSize>
#include <array>
#include <vector>

namespace geo {

// Internal to this room: which pixels of a raster lie where in a target.

// A window of the source as it was read: `size` pixels for `width` x `height` of the file's.
struct RasterWindow
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    QSize size;
};

// The column nearest to `middle` among those that are the same place, `turn` apart.
double inTurn(double column, double middle, double turn);

// Of a geotransform: from units of the CRS to pixels.
std::array<double, 6> inverted(const std::array<double, 6>& transform);

// Source pixel coordinates of target pixels, exact at the corners of a grid and linear between.
class PixelGrid
{
public:
    // `turn`: what of the source goes round the globe, in columns of it; 0 where it does not lie in
    // degrees along its rows. A raster may run from 0 to 360 degrees.
    PixelGrid(const RasterTarget& target, const Operation& toWgs84,
              const std::array<double, 6>& pixelOf, double turn, int sourceColumns);

    // Of the middle of a target pixel.
    QPointF at(int x, int y) const;
    // The place where the source's columns begin again lies within the target.
    bool goesRound() const;
    const std::vector<QPointF>& points() const { return m_points; }

private:
    double m_turn;
    double m_middle;
    int m_columns;
    int m_rows;
    std::vector<QPointF> m_points;
};

// What part of the source a target needs, and how finely; an empty size where they do not meet.
RasterWindow windowFor(const PixelGrid& grid, QSize source, QSize target);

} // namespace geo
