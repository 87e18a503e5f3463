// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/cooked_layer.h"

#include <cmath>

namespace geo {

namespace {

constexpr double Largest = 2147483000.0;

struct Owned
{
    CookedLayer::Content content;
    std::vector<CookedBox> featureBoxes;
};

std::int32_t held(double quanta)
{
    return std::int32_t(std::clamp(quanta, -Largest, Largest));
}

} // namespace

CookedLayer::CookedLayer()
    : CookedLayer(Content{})
{
}

CookedLayer::CookedLayer(Content content)
{
    auto owned = std::make_shared<Owned>();
    owned->content = std::move(content);
    Content& kept = owned->content;
    owned->featureBoxes.reserve(kept.features.size());
    for (const Feature& feature : kept.features) {
        owned->featureBoxes.push_back(feature.box);
        m_head.hasOverlaps = m_head.hasOverlaps || (feature.flags & Overlaps) != 0;
        m_head.hasAlone = m_head.hasAlone || (feature.flags & Alone) != 0;
    }
    m_head.hasLinesOrPoints =
        std::any_of(kept.parts.begin(), kept.parts.end(), [](const Part& part) {
            return part.kind == PartKind::Point || part.kind == PartKind::Line;
        });
    kept.featureTree = BoxTree::above(owned->featureBoxes);
    kept.pieceTree = BoxTree::above(kept.pieceBoxes);
    if (kept.levels[0].firsts.empty())
        kept.levels[0].firsts.push_back(0);
    m_head.origin = kept.origin;
    m_head.quantum = kept.quantum;
    m_head.resolutions = kept.resolutions;
    m_arrays.features = kept.features;
    m_arrays.parts = kept.parts;
    m_arrays.references = kept.references;
    m_arrays.arcs = kept.arcs;
    m_arrays.pieceArcs = kept.pieceArcs;
    m_arrays.pieceBoxes = kept.pieceBoxes;
    for (std::size_t i = 0; i < Levels; ++i) {
        const bool own = !kept.levels[i].firsts.empty();
        m_arrays.firsts[i] = own ? kept.levels[i].firsts : m_arrays.firsts[i - 1];
        m_arrays.levels[i] = own ? kept.levels[i].points : m_arrays.levels[i - 1];
    }
    m_arrays.points = kept.points;
    m_arrays.featureBoxes = owned->featureBoxes;
    m_arrays.featureTree = kept.featureTree;
    m_arrays.pieceTree = kept.pieceTree;
    for (const CookedBox& box : m_arrays.featureBoxes)
        m_head.box.unite(toMap(box));
    m_owner = std::move(owned);
}

CookedLayer::CookedLayer(const Head& head, const Arrays& arrays, std::shared_ptr<const void> owner)
    : m_owner(std::move(owner))
    , m_head(head)
    , m_arrays(arrays)
{
}

std::size_t CookedLayer::levelFor(double unitsPerPixel) const
{
    std::size_t level = 0;
    while (level + 1 < Levels && m_head.resolutions[level + 1] <= unitsPerPixel)
        ++level;
    return level;
}

Extent CookedLayer::toMap(const CookedBox& box) const
{
    if (box.isEmpty())
        return {};
    const QPointF low = toMap(CookedPoint{box.west, box.south});
    const QPointF high = toMap(CookedPoint{box.east, box.north});
    return {low.x(), low.y(), high.x(), high.y()};
}

CookedBox CookedLayer::toQuanta(const Extent& extent) const
{
    return {held(std::floor((extent.west - m_head.origin.x()) / m_head.quantum)),
            held(std::floor((extent.south - m_head.origin.y()) / m_head.quantum)),
            held(std::ceil((extent.east - m_head.origin.x()) / m_head.quantum)),
            held(std::ceil((extent.north - m_head.origin.y()) / m_head.quantum))};
}

void CookedLayer::assemble(const Part& part, std::size_t level, std::vector<QPointF>& points) const
{
    points.clear();
    if (part.kind == PartKind::Point) {
        for (const CookedPoint& point : pointsOf(part))
            points.push_back(toMap(point));
        return;
    }
    // Where one piece follows another their common end is taken once.
    const auto append = [&](const auto begin, const auto end) {
        for (auto point = points.empty() ? begin : begin + 1; point != end; ++point)
            points.push_back(toMap(*point));
    };
    for (const std::uint32_t reference : m_arrays.references.subspan(part.first, part.count)) {
        const Arc& arc = m_arrays.arcs[reference >> 1];
        for (std::uint32_t i = 0; i < arc.pieceCount; ++i) {
            const bool backwards = (reference & 1) != 0;
            const std::uint32_t piece = arc.firstPiece + (backwards ? arc.pieceCount - 1 - i : i);
            const auto run = this->points(level, piece);
            if (backwards)
                append(run.rbegin(), run.rend());
            else
                append(run.begin(), run.end());
        }
    }
    const bool ring = part.kind == PartKind::Outer || part.kind == PartKind::Hole;
    if (ring && points.size() > 1)
        points.pop_back();
}

} // namespace geo
