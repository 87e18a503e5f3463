// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/operation_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {

namespace {

constexpr int FewestCells = 16;
constexpr int MostCells = 256;
constexpr int ChecksPerCell = 3; // in each direction, and never fewer than FewestChecks in all
constexpr int FewestChecks = 128;
constexpr std::size_t MovedAtOnce = 4096;

std::array<double, 4> weights(double t)
{
    return {-t * (t - 1) * (t - 2) / 6, (t + 1) * (t - 1) * (t - 2) / 2, -(t + 1) * t * (t - 2) / 2,
            (t + 1) * t * (t - 1) / 6};
}

} // namespace

OperationGrid::OperationGrid(Operation operation, const Extent& extent, int cells)
    : m_operation(std::move(operation))
    , m_extent(extent)
    , m_cells(cells)
    , m_cell(extent.width() / cells, extent.height() / cells)
{
    // One row more on every side, for the cubic through the outermost cells.
    for (int row = -1; row <= cells + 1; ++row)
        for (int column = -1; column <= cells + 1; ++column)
            m_nodes.emplace_back(extent.west + column * m_cell.x(),
                                 extent.south + row * m_cell.y());
}

// Whether the operation moves all of them.
bool OperationGrid::moveNodes(const base::Progress& progress)
{
    const auto nodes = std::span(m_nodes);
    for (std::size_t from = 0; from < nodes.size(); from += MovedAtOnce) {
        progress.check();
        if (m_operation.forward(nodes.subspan(from, std::min(MovedAtOnce, nodes.size() - from))) >
            0)
            return false;
    }
    return true;
}

// Compared with PROJ, row by row.
bool OperationGrid::holds(double tolerance, const base::Progress& progress)
{
    const int checks = std::max(FewestChecks, m_cells * ChecksPerCell);
    std::vector<QPointF> asked;
    for (int row = 0; row <= checks; ++row) {
        progress.check();
        asked.clear();
        for (int column = 0; column <= checks; ++column)
            asked.emplace_back(m_extent.west + m_extent.width() * column / checks,
                               m_extent.south + m_extent.height() * row / checks);
        std::vector<QPointF> exact = asked;
        if (m_operation.forward(exact) > 0)
            return false;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const QPointF off = interpolated(asked[i]) - exact[i];
            m_worst = std::max(m_worst, std::hypot(off.x(), off.y()));
        }
        // Between the points that are compared it may be a little worse.
        if (m_worst * 1.5 > tolerance)
            return false;
    }
    return true;
}

std::optional<OperationGrid> OperationGrid::over(const Operation& operation, const Extent& extent,
                                                 double tolerance, const base::Progress& progress)
{
    if (extent.isEmpty() || !(extent.width() > 0) || !(extent.height() > 0))
        return std::nullopt;
    for (int cells = FewestCells; cells <= MostCells; cells *= 2) {
        OperationGrid grid(operation, extent, cells);
        if (!grid.moveNodes(progress))
            return std::nullopt;
        if (grid.holds(tolerance, progress))
            return grid;
    }
    return std::nullopt;
}

QPointF OperationGrid::interpolated(QPointF point) const
{
    const double across = (point.x() - m_extent.west) / m_cell.x();
    const double up = (point.y() - m_extent.south) / m_cell.y();
    const int column = std::clamp(int(across), 0, m_cells - 1);
    const int row = std::clamp(int(up), 0, m_cells - 1);
    const std::array<double, 4> byX = weights(across - column);
    const std::array<double, 4> byY = weights(up - row);
    const std::size_t pitch = std::size_t(m_cells) + 3;
    double x = 0;
    double y = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        const QPointF* nodes =
            m_nodes.data() + (std::size_t(row) + k) * pitch + std::size_t(column);
        x += byY[k] * (byX[0] * nodes[0].x() + byX[1] * nodes[1].x() + byX[2] * nodes[2].x() +
                       byX[3] * nodes[3].x());
        y += byY[k] * (byX[0] * nodes[0].y() + byX[1] * nodes[1].y() + byX[2] * nodes[2].y() +
                       byX[3] * nodes[3].y());
    }
    return {x, y};
}

void OperationGrid::forward(std::span<QPointF> points) const
{
    for (QPointF& point : points) {
        if (m_extent.contains(point))
            point = interpolated(point);
        else
            m_operation.forward(std::span(&point, 1));
    }
}

} // namespace geo
