// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_window.h"

#include "base/parallel.h"
#include <algorithm>
#include <cmath>
#include <span>

namespace geo {

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
    , m_columns((target.size.width() + Step - 1) / Step + 1)
    , m_rows((target.size.height() + Step - 1) / Step + 1)
    , m_points(std::size_t(m_columns) * std::size_t(m_rows))
{
    const double perColumn = target.extent.width() / target.size.width();
    const double perRow = target.extent.height() / target.size.height();
    std::size_t at = 0;
    for (int row = 0; row < m_rows; ++row)
        for (int column = 0; column < m_columns; ++column, ++at)
            m_points[at] = {target.extent.west + column * Step * perColumn,
                            target.extent.north - row * Step * perRow};
    // PROJ takes a microsecond for a point.
    constexpr std::size_t PointsAtOnce = 1024;
    base::inParallel(
        m_points.size(), PointsAtOnce, base::Progress(), [&](std::size_t begin, std::size_t end) {
            const auto points = std::span(m_points).subspan(begin, end - begin);
            target.fromWgs84.inverse(points);
            toWgs84.inverse(points);
            for (QPointF& point : points)
                point = {inTurn(pixelOf[0] + point.x() * pixelOf[1] + point.y() * pixelOf[2],
                                m_middle, m_turn),
                         pixelOf[3] + point.x() * pixelOf[4] + point.y() * pixelOf[5]};
        });
}

Extent PixelGrid::Cell::box() const
{
    Extent box;
    for (const QPointF& corner : {upperLeft, upperRight, lowerLeft, lowerRight})
        box.add(corner);
    return box;
}

PixelGrid::Cell PixelGrid::cell(int column, int row) const
{
    const QPointF* upper = m_points.data() + std::size_t(row) * std::size_t(m_columns) + column;
    const QPointF* lower = upper + m_columns;
    const auto beside = [&](QPointF point) {
        return QPointF(inTurn(point.x(), upper[0].x(), m_turn), point.y());
    };
    return {upper[0], beside(upper[1]), beside(lower[0]), beside(lower[1])};
}

bool PixelGrid::isTorn(const Extent& cell) const
{
    return m_turn != 0 && shift(cell.west) != shift(cell.east);
}

std::optional<double> PixelGrid::pixelSide(QSize source) const
{
    const Extent whole{0, 0, double(source.width()), double(source.height())};
    std::vector<double> areas;
    for (int row = 0; row < cellRows(); ++row)
        for (int column = 0; column < cellColumns(); ++column) {
            const Cell cell = this->cell(column, row);
            Extent box = cell.box();
            const double aside = shift((box.west + box.east) / 2);
            box.west += aside;
            box.east += aside;
            const QPointF down = cell.lowerRight - cell.upperLeft;
            const QPointF up = cell.upperRight - cell.lowerLeft;
            const double area = std::abs(down.x() * up.y() - down.y() * up.x()) / 2;
            if (std::isfinite(area) && box.meets(whole))
                areas.push_back(area);
        }
    if (areas.empty())
        return std::nullopt;
    const auto middle = areas.begin() + std::ptrdiff_t(areas.size() / 2);
    std::nth_element(areas.begin(), middle, areas.end());
    return std::sqrt(*middle) / Step;
}

} // namespace geo
