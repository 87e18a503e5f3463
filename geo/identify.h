// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_layer.h"
#include <QPointF>
#include <cstdint>
#include <optional>
#include <vector>

namespace geo {

class CookedLayer;

struct Identified
{
    std::uint32_t feature = 0;
    double metres = 0; // 0 inside a polygon
};

// The features at a place: polygons that hold it (smallest first), then whatever else lies within
// the tolerance, nearest first by geodesics.
std::vector<Identified> identify(const FeatureLayer& layer, QPointF lonLat, double toleranceMetres);

// Even-odd over all rings of a feature, so that holes are outside; edges are straight in degrees.
// Of two polygons that share an edge exactly one holds each point of it.
bool contains(const FeatureLayer& layer, std::size_t feature, QPointF lonLat);

// The polygon that holds a place; of several that overlap there the smallest.
std::optional<std::uint32_t> polygonAt(const FeatureLayer& layer, QPointF lonLat);

// The same by what a map shows: a place, a tolerance and distances in its plane, in map units (the
// distance stands in `metres`). Features are numbered as in the layer's table.
std::vector<Identified> identify(const CookedLayer& layer, QPointF place, double tolerance);
std::optional<std::uint32_t> polygonAt(const CookedLayer& layer, QPointF place);

} // namespace geo
