// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_layer.h"
#include <QPointF>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace geo {

// Measuring on the ellipsoid of WGS 84, positions in degrees (x longitude): Karney, "Algorithms
// for geodesics", J. Geodesy 87 (2013), as it stands in PROJ. Not finite in, NaN out.

double geodesicMetres(QPointF from, QPointF to);
// Both ends and the points that divide the geodesic between them into equal steps.
std::vector<QPointF> geodesicPoints(QPointF from, QPointF to, int steps);
// Along a line of geodesics.
double geodesicLength(std::span<const QPointF> lonLats);
// Enclosed by a ring of geodesics, whichever way it runs and whether or not it is closed.
double geodesicSquareMetres(std::span<const QPointF> ring);
double geodesicSquareMetres(const FeatureLayer& layer, std::size_t feature);
double geodesicLength(const FeatureLayer& layer,
                      std::size_t feature); // of lines; outlines of polygons

// From a place to the nearest point of a feature, whose edges are straight in degrees; 0 inside a
// polygon; infinite for a feature without a place. `most`: once it is known to be farther, anything
// greater may be returned.
double metresTo(const FeatureLayer& layer, std::size_t feature, QPointF lonLat,
                double most = std::numeric_limits<double>::infinity());

struct Nearest
{
    std::uint32_t feature = 0;
    double metres = 0;
};
// The nearest of all features; nullopt where the layer has none within `most` metres.
std::optional<Nearest> nearestFeature(const FeatureLayer& layer, QPointF lonLat,
                                      double most = std::numeric_limits<double>::infinity());

// No place in the box (degrees) is nearer than this.
double leastMetresTo(const Extent& box, QPointF lonLat);

} // namespace geo
