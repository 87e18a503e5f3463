// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_layer.h"
#include <QPointF>
#include <cstdint>
#include <vector>

namespace geo {

struct Identified
{
    std::uint32_t feature = 0;
    double metres = 0; // geodesic; 0 inside a polygon
};

// The features at a place: polygons that hold it (smallest first), then whatever else lies within
// the tolerance, nearest first.
std::vector<Identified> identify(const FeatureLayer& layer, QPointF lonLat, double toleranceMetres);

// Even-odd over all rings of a feature, so that holes are outside; edges are straight in degrees.
// Of two polygons that share an edge exactly one holds each point of it.
bool contains(const FeatureLayer& layer, std::size_t feature, QPointF lonLat);

// The polygon that holds a place; of several that overlap there the smallest.
std::optional<std::uint32_t> polygonAt(const FeatureLayer& layer, QPointF lonLat);

} // namespace geo
