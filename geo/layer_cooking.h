// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/cooked_layer.h"
#include "geo/extent.h"
#include "geo/ring_arcs.h"
#include <QPointF>
#include <span>
#include <vector>

namespace geo {

// Takes features in map units one by one and makes a CookedLayer of them.
class LayerCooker
{
public:
    // `extent`: around all that will come; what lies outside is moved to its edge. `metresPerUnit`
    // of the map's CRS decides the quantum: a centimetre, or more where the extent is too wide.
    LayerCooker(const Extent& extent, double metresPerUnit);

    void expect(std::size_t points); // about so many will come
    void beginFeature(std::uint32_t source);
    // Rings are not closed by a repeated point and may run either way. Those of one polygon share
    // its number and follow each other, the outer one first.
    void add(PartKind kind, std::uint32_t polygon, std::span<const QPointF> mapUnits);
    // The same in two steps, the first of which several threads may do at once.
    void quantise(PartKind kind, std::span<const QPointF> mapUnits,
                  std::vector<CookedPoint>& quanta) const; // appended
    void add(PartKind kind, std::uint32_t polygon, std::span<const CookedPoint> quanta);

    // Throws base::Cancelled.
    CookedLayer finish(base::Progress& progress);

private:
    struct RawPart
    {
        std::uint32_t first = 0; // of m_points
        std::uint32_t count = 0;
        std::uint32_t polygon = 0;
        PartKind kind = PartKind::Point;
    };
    struct RawFeature
    {
        CookedBox box;
        std::uint32_t source = 0;
        std::uint32_t firstPart = 0;
        std::uint32_t partCount = 0;
    };
    CookedPoint quantised(QPointF point) const;
    void sortFeatures(const base::Progress& progress);
    PointRuns takeRings(CookedLayer::Content& content, PointRuns& lines,
                        const base::Progress& progress);

    QPointF m_origin;
    double m_quantum;
    std::vector<CookedPoint> m_quanta; // of the part at hand
    std::vector<CookedPoint> m_points;
    std::vector<RawPart> m_parts;
    std::vector<RawFeature> m_features;
};

class FeatureLayer;
class Operation;

// The whole of a layer, moved to a map's CRS: a large one that no seam of the projection touches by
// a grid (see OperationGrid), within two centimetres; any other by LayerPreparation. Throws
// base::Cancelled.
CookedLayer cookLayer(const FeatureLayer& layer, const Operation& fromWgs84,
                      base::Progress& progress);

class PreparedLayer;
CookedLayer cookLayer(const PreparedLayer& moved, double metresPerUnit, base::Progress& progress);

} // namespace geo
