// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/box_tree.h"
#include <cmath>
#include <optional>

namespace geo {

// Twice the area of the triangle a, b, c: positive where it runs anticlockwise with y upwards.
// Exact while the points lie within 67 million quanta of each other.
inline double twiceArea(CookedPoint a, CookedPoint b, CookedPoint c)
{
    return (double(b.x) - a.x) * (double(c.y) - a.y) - (double(c.x) - a.x) * (double(b.y) - a.y);
}

// Whether a ray to the east from the point crosses an edge, whose lower end belongs to it: inside a
// ring is where an odd number of its edges do.
inline bool crossesRay(CookedPoint a, CookedPoint b, CookedPoint point)
{
    if ((a.y <= point.y) == (b.y <= point.y))
        return false;
    return point.x < a.x + (double(point.y) - a.y) / (double(b.y) - a.y) * (double(b.x) - a.x);
}

// Where two edges cross, inside both of them, rounded to whole quanta; nullopt where they only
// touch, or lie along each other.
inline std::optional<CookedPoint> crossing(CookedPoint a, CookedPoint b, CookedPoint c,
                                           CookedPoint d)
{
    const double toC = twiceArea(a, b, c);
    const double toD = twiceArea(a, b, d);
    if (!((toC > 0 && toD < 0) || (toC < 0 && toD > 0)))
        return std::nullopt;
    const double toA = twiceArea(c, d, a);
    const double toB = twiceArea(c, d, b);
    if (!((toA > 0 && toB < 0) || (toA < 0 && toB > 0)))
        return std::nullopt;
    const double share = toA / (toA - toB);
    return CookedPoint{std::int32_t(std::lround(a.x + share * (double(b.x) - a.x))),
                       std::int32_t(std::lround(a.y + share * (double(b.y) - a.y)))};
}

} // namespace geo
