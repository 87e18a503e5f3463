// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/extent.h"
#include <QPointF>
#include <QString>
#include <cstdint>

namespace geo {

enum class GeometryKind : std::uint8_t {
    None, // a feature without a place
    Point,
    Line,
    Polygon,
};

// What a run of points is: Point holds one or more separate points; a ring repeats its first point
// at its end; an outer ring is followed by the holes of its polygon.
enum class PartKind : std::uint8_t { Point, Line, Outer, Hole };

} // namespace geo
