// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/operation.h"
#include "geo/raster_source.h"
#include <QPointF>
#include <QSize>
#include <array>
#include <optional>
#include <vector>

namespace geo {

// Internal to this room: which pixels of a raster lie where in a target.

// The column nearest to `middle` among those that are the same place, `turn` apart.
double inTurn(double column, double middle, double turn);

// Of a geotransform: from units of the CRS to pixels.
std::array<double, 6> inverted(const std::array<double, 6>& transform);

// Source pixel coordinates of target pixels, exact at the corners of cells and linear between.
class PixelGrid
{
public:
    static constexpr int Step = 16; // pixels of the target along a cell

    // Corners of a cell in source pixels, beside each other even where the source goes round.
    struct Cell
    {
        QPointF upperLeft;
        QPointF upperRight;
        QPointF lowerLeft;
        QPointF lowerRight;
        Extent box() const;
    };

    // `turn`: what of the source goes round the globe, in columns of it; 0 where it does not lie in
    // degrees along its rows. A raster may run from 0 to 360 degrees.
    PixelGrid(const RasterTarget& target, const Operation& toWgs84,
              const std::array<double, 6>& pixelOf, double turn, int sourceColumns);

    int cellColumns() const { return m_columns - 1; }
    int cellRows() const { return m_rows - 1; }
    // A corner that lies nowhere is no number.
    Cell cell(int column, int row) const;
    // How far to move a cell that lies about `column` so that it lies in the source.
    double shift(double column) const { return inTurn(column, m_middle, m_turn) - column; }
    // The source's columns begin again within the cell.
    bool isTorn(const Extent& cell) const;
    double turn() const { return m_turn; }
    // The side of a target pixel in source pixels, in the middle of what is in sight; nullopt where
    // nothing of the source is.
    std::optional<double> pixelSide(QSize source) const;

private:
    double m_turn;
    double m_middle;
    int m_columns;
    int m_rows;
    std::vector<QPointF> m_points;
};

} // namespace geo
