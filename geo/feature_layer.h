// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "geo/feature_table.h"
#include "geo/layer_drafts.h"
#include "geo/spatial_index.h"
#include <QPointF>
#include <span>
#include <vector>

namespace geo {

// Everything of one vector layer in memory, in degrees of WGS 84 (x longitude), and where it came
// from.
class FeatureLayer : public FeatureTable
{
public:
    struct Part
    {
        std::uint32_t first = 0; // of points
        std::uint32_t count = 0;
        PartKind kind = PartKind::Point;
    };
    // Points are counted by 32 bits.
    static constexpr std::size_t MostPoints = 4'000'000'000;
    // How many can be read and then cooked in so much memory; a feature without its points counts
    // as PointsOfFeature of them.
    static std::size_t mostPointsIn(qint64 bytes);
    static constexpr std::size_t PointsOfFeature = 4;

    // Reads all features through the pinned operation, whose from() is the source's CRS or, where
    // it has none, the one a person named. Curves become lines; long edges of a projected CRS are
    // divided so that they stay where they were drawn; features without a usable place are kept
    // with kind None and counted in `issues`. A file of more than `mostPoints`, or of more than
    // this machine has memory for, is refused. Throws base::Error, base::Cancelled.
    static FeatureLayer read(VectorSource& source, const Operation& toWgs84,
                             base::Progress& progress, std::vector<base::Issue>* issues = nullptr,
                             std::size_t mostPoints = MostPoints,
                             const LayerDrafts* drafts = nullptr);

    const Extent& box(std::size_t feature) const { return m_features[feature].box; }
    std::span<const Part> parts(std::size_t feature) const
    {
        return {m_parts.data() + m_features[feature].firstPart, m_features[feature].partCount};
    }
    std::span<const QPointF> points(const Part& part) const
    {
        return {m_points.data() + part.first, part.count};
    }
    std::size_t pointCount() const { return m_points.size(); }
    const SpatialIndex& index() const { return m_index; } // of box()

    // Shows all of a large layer in parts; a small one is drawn as soon as its parts would be.
    void showDrafts(const LayerDrafts& drafts, base::Progress& progress) const;

    CookedLayer cook(const Operation& fromWgs84, base::Progress& progress,
                     const LayerDrafts* drafts = nullptr) const override;

private:
    friend class FeatureLayerBuilder;
    // The places of some features on a grid of such cells, in degrees; without columns.
    FeatureLayer onGrid(std::size_t begin, std::size_t end, double cell) const;
    struct Feature
    {
        Extent box;
        std::uint32_t firstPart = 0;
        std::uint32_t partCount = 0;
    };
    explicit FeatureLayer(const Operation& operation);

    std::vector<Feature> m_features;
    std::vector<Part> m_parts;
    std::vector<QPointF> m_points;
    SpatialIndex m_index;
};

} // namespace geo
