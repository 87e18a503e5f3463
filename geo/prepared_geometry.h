// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/extent.h"
#include "geo/geometry.h"
#include "geo/operation.h"
#include <QPointF>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace geo {

class FeatureLayer;

// A layer's features in the units of a map's CRS, flat in memory and ready to draw: no point that
// is not finite, rings not closed by a repeated point, nothing torn across the edge of the map.
class PreparedLayer
{
public:
    struct Part
    {
        Extent box;
        std::uint32_t first = 0; // of points
        std::uint32_t count = 0;
        std::uint32_t polygon = 0; // rings of one polygon share it; an outer ring comes first
        PartKind kind = PartKind::Point;
    };
    struct Feature
    {
        Extent box;
        std::uint32_t source = 0; // its place in the FeatureLayer
        std::uint32_t firstPart = 0;
        std::uint32_t partCount = 0;
    };

    const std::vector<Feature>& features() const { return m_features; }
    std::span<const Part> parts(const Feature& feature) const
    {
        return {m_parts.data() + feature.firstPart, feature.partCount};
    }
    std::span<const QPointF> points(const Part& part) const
    {
        return {m_points.data() + part.first, part.count};
    }
    const Extent& box() const { return m_box; }

private:
    friend class LayerPreparation;
    std::vector<QPointF> m_points;
    std::vector<Part> m_parts;
    std::vector<Feature> m_features;
    Extent m_box;
};

// The meridian along which a projection tears the globe, found by walking round a parallel;
// nullopt where it does not tear (azimuthal projections).
std::optional<double> seamOf(const Operation& fromWgs84);

// Makes a PreparedLayer out of degrees of WGS 84. Rings and lines that cross 180 degrees are
// unwound and cut where the map's CRS tears; edges longer than a degree are divided, so that a
// parallel is drawn as the curve it is; points outside the projection's reach are dropped, and so
// are rings that it tears elsewhere (far from its centre a transverse Mercator does).
class LayerPreparation
{
public:
    explicit LayerPreparation(const Operation& fromWgs84);

    void beginFeature(std::uint32_t source);
    void add(PartKind kind, std::span<const QPointF> degrees);
    // Projects; throws base::Cancelled.
    PreparedLayer finish(base::Progress& progress);

private:
    void addPiece(PartKind kind, std::span<const QPointF> degrees);
    bool isTorn(QPointF fromDegrees, QPointF toDegrees, QPointF from, QPointF to) const;

    const Operation& m_fromWgs84;
    std::optional<double> m_seam;
    std::uint32_t m_polygon = 0;
    PreparedLayer m_layer;
    std::vector<QPointF> m_unwound;
    std::vector<QPointF> m_scratch;
};

// A run of points in degrees whose edges are at most a degree long, so that a parallel is drawn as
// the curve it is; of a ring, without its closing point, whose edge is divided like the others.
void divideEdges(PartKind kind, std::span<const QPointF> degrees, std::vector<QPointF>& divided);

// The whole of a layer. Throws base::Cancelled.
PreparedLayer prepareLayer(const FeatureLayer& layer, const Operation& fromWgs84,
                           base::Progress& progress);

} // namespace geo
