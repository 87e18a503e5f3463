// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <algorithm>
#include <limits>

namespace geo {

// A box, empty at first. In degrees of WGS 84 (x longitude) or in the units of a map's CRS; names
// and comments say which. Where degrees come from outside (an area of use, what a person asked to
// see), a west greater than the east means a box across 180 degrees; add() and the tests below
// never make or expect one.
struct Extent
{
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return !(west <= east && south <= north); }
    double width() const { return east - west; }
    double height() const { return north - south; }
    QPointF centre() const { return {(west + east) / 2, (south + north) / 2}; }
    void add(QPointF point)
    {
        west = std::min(west, point.x());
        east = std::max(east, point.x());
        south = std::min(south, point.y());
        north = std::max(north, point.y());
    }
    void unite(const Extent& other)
    {
        west = std::min(west, other.west);
        east = std::max(east, other.east);
        south = std::min(south, other.south);
        north = std::max(north, other.north);
    }
    bool contains(QPointF point) const
    {
        return point.x() >= west && point.x() <= east && point.y() >= south && point.y() <= north;
    }
    bool meets(const Extent& other) const
    {
        return west <= other.east && other.west <= east && south <= other.north &&
               other.south <= north;
    }
    bool operator==(const Extent&) const = default;
};

} // namespace geo
