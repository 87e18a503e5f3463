// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/feature_layer.h"

#include <QPointF>
#include <memory>
#include <optional>
#include <vector>

namespace catalogue {

// The polygons of a layer with their edges in bands of latitude, so that some hundred thousand
// places can be asked about in a second. Places are degrees of WGS 84, edges straight in degrees; a
// distance is worked out in a plane about the place, which is good to a percent within 100 km.
class AreaIndex
{
public:
    // Throws base::Cancelled.
    AreaIndex(std::shared_ptr<const geo::FeatureLayer> layer, const base::Progress& progress);

    size_t size() const { return m_areas.size(); }
    const geo::FeatureLayer& layer() const { return *m_layer; }

    // Even-odd over all rings, as geo::contains().
    bool contains(size_t area, const QPointF& lonLat) const;
    // The first that holds it.
    std::optional<size_t> areaAt(const QPointF& lonLat) const;
    // To the nearest edge, from within as well; infinite where it is farther than `most`.
    double metresToEdge(size_t area, const QPointF& lonLat, double most) const;
    // 0 within; infinite where it is farther than `most`.
    double metresTo(size_t area, const QPointF& lonLat, double most) const;

private:
    struct Edge
    {
        QPointF from;
        QPointF to;
    };
    struct Area
    {
        geo::Extent box;
        int firstBand = 0;
        std::vector<std::vector<Edge>> bands; // an edge stands in each that it touches
    };
    std::shared_ptr<const geo::FeatureLayer> m_layer;
    std::vector<Area> m_areas;
};

} // namespace catalogue
