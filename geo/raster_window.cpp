// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_window.h"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr int GridStep = 16; // pixels of the target between points that are moved exactly

} // namespace

double inTurn(double column, double middle, double turn)
{
    return turn == 0 ? column : middle + std::remainder(column - middle, turn);
}

std::array<double, 6> inverted(const std::array<double, 6>& g)
{
    const double determinant = g[1] * g[5] - g[2] * g[4];
    return {(g[2] * g[3] - g[0] * g[5]) / determinant,  g[5] / determinant,  -g[2] / determinant,
            (-g[1] * g[3] + g[0] * g[4]) / determinant, -g[4] / determinant, g[1] / determinant};
}

PixelGrid::PixelGrid(const RasterTarget& target, const Operation& toWgs84,
                     const std::array<double, 6>& pixelOf, double turn, int sourceColumns)
    : m_turn(turn)
    , m_middle(sourceColumns / 2.0)
    , m_columns((target.size.width() + GridStep - 1) / GridStep + 1)
    , m_rows((target.size.height() + GridStep - 1) / GridStep + 1)
    , m_points(std::size_t(m_columns) * std::size_t(m_rows))
{
    const double perColumn = target.extent.width() / target.size.width();
    const double perRow = target.extent.height() / target.size.height();
    std::size_t at = 0;
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column, ++at)
            m_points[at] = {target.extent.west + column * GridStep * perColumn,
                            target.extent.north - row * GridStep * perRow};
    target.fromWgs84.inverse(m_points);
    toWgs84.inverse(m_points);
    for (QPointF& point : m_points)
        point = {
            inTurn(pixelOf[0] + point.x() * pixelOf[1] + point.y() * pixelOf[2], m_middle, m_turn),
            pixelOf[3] + point.x() * pixelOf[4] + point.y() * pixelOf[5]};
}

QPointF PixelGrid::at(int x, int y) const
{
    const double u = (x + 0.5) / GridStep;
    const double v = (y + 0.5) / GridStep;
    const int column = std::min(int(u), m_columns - 2);
    const int row = std::min(int(v), m_rows - 2);
    const QPointF* upper = m_points.data() + std::size_t(row) * std::size_t(m_columns) + column;
    const QPointF* lower = upper + m_columns;
    const double a = u - column;
    const double b = v - row;
    if (m_turn == 0)
        return (upper[0] * (1 - a) + upper[1] * a) * (1 - b) +
               (lower[0] * (1 - a) + lower[1] * a) * b;
    const auto beside = [&](QPointF point) {
        return QPointF(inTurn(point.x(), upper[0].x(), m_turn), point.y());
    };
    const QPointF between = (upper[0] * (1 - a) + beside(upper[1]) * a) * (1 - b) +
                            (beside(lower[0]) * (1 - a) + beside(lower[1]) * a) * b;
    return {inTurn(between.x(), m_middle, m_turn), between.y()};
}

bool PixelGrid::goesRound() const
{
    if (m_turn == 0)
        return false;
    const auto far = [&](const QPointF& a, const QPointF& b) {
        return std::abs(a.x() - b.x()) > m_turn / 2;
    };
    for (std::size_t i = 1; i < m_points.size(); ++i)
        if ((i % std::size_t(m_columns) != 0 && far(m_points[i - 1], m_points[i])) ||
            (i >= std::size_t(m_columns) && far(m_points[i - std::size_t(m_columns)], m_points[i])))
            return true;
    return false;
}

RasterWindow windowFor(const PixelGrid& grid, QSize source, QSize target)
{
    Extent box;
    for (const QPointF& point : grid.points())
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            box.add(point);
    if (box.isEmpty())
        return {};
    if (grid.goesRound()) {
        box.west = std::min(box.west, 0.0);
        box.east = std::max(box.east, double(source.width()));
    }
    const double left = std::clamp(std::floor(box.west) - 1, 0.0, double(source.width()));
    const double right = std::clamp(std::ceil(box.east) + 1, 0.0, double(source.width()));
    const double top = std::clamp(std::floor(box.south) - 1, 0.0, double(source.height()));
    const double bottom = std::clamp(std::ceil(box.north) + 1, 0.0, double(source.height()));
    if (right - left < 1 || bottom - top < 1)
        return {};
    // File pixels to a target pixel, as the whole box has them.
    const double across = std::max(1.0, box.width() / target.width());
    const double down = std::max(1.0, box.height() / target.height());
    return {
        left, top, right - left, bottom - top,
        QSize(std::max(1, int((right - left) / across)), std::max(1, int((bottom - top) / down)))};
}

} // namespace geo
