// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/extent.h"
#include "geo/operation.h"
#include <QPointF>
#include <optional>
#include <span>
#include <vector>

namespace geo {

// An operation over a limited extent, thirty times as fast: what PROJ gives on a grid, and between
// its nodes the cubic through the four nearest in each direction (Lagrange). It is as good as it
// says, for it was compared with PROJ all over the extent when it was made.
class OperationGrid
{
public:
    // `tolerance`: the farthest that any point may be from PROJ's, in units of the operation's
    // target; `extent` in those of its source. nullopt where no grid of a reasonable size holds it:
    // the operation tears the extent, leaves points out, or has bends (as a datum grid may).
    // Throws base::Cancelled.
    static std::optional<OperationGrid> over(const Operation& operation, const Extent& extent,
                                             double tolerance,
                                             const base::Progress& progress = base::Progress());

    // As Operation::forward(). Points outside the extent are moved by PROJ itself.
    void forward(std::span<QPointF> points) const;

    double worst() const { return m_worst; } // of the points that were compared, in target units
    int cells() const { return m_cells; }    // a side

private:
    OperationGrid(Operation operation, const Extent& extent, int cells);
    bool moveNodes(const base::Progress& progress);
    bool holds(double tolerance, const base::Progress& progress);
    QPointF interpolated(QPointF point) const;

    Operation m_operation;
    Extent m_extent;
    int m_cells;
    QPointF m_cell; // size
    std::vector<QPointF> m_nodes;
    double m_worst = 0;
};

} // namespace geo
