// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_drafts.h"

#include "geo/feature_layer.h"
#include <algorithm>

namespace geo {

namespace {

// Points of a part: few of the first one, so that it comes soon.
constexpr std::size_t FirstPoints = 1 << 18;
constexpr std::size_t LargestPart = 1 << 23;

template <typename Value>
std::span<const Value> cut(std::span<const Value> whole, std::size_t begin, std::size_t end)
{
    return whole.empty() ? whole : whole.subspan(begin, end - begin);
}

Column columnOf(const Column& whole, std::size_t begin, std::size_t end)
{
    Column::Arrays arrays = whole.arrays();
    arrays.words = cut(arrays.words, begin, end);
    arrays.integers = cut(arrays.integers, begin, end);
    arrays.missing = cut(arrays.missing, begin, end);
    arrays.reals = cut(arrays.reals, begin, end);
    return {whole.field(), arrays, std::make_shared<const Column>(whole)};
}

} // namespace

FeatureLayer FeatureLayer::onGrid(std::size_t begin, std::size_t end, double cell) const
{
    FeatureLayer draft(m_operation);
    draft.m_fileName = m_fileName;
    draft.m_kind = GeometryKind::Polygon;
    const double cells = 1 / cell;
    const auto snap = [&](double degrees) {
        const double at = degrees * cells;
        return double(qint64(at < 0 ? at - 0.5 : at + 0.5)) * cell;
    };
    std::vector<Extent> boxes;
    for (std::size_t i = begin; i < end; ++i) {
        const FeatureLayer::Feature& whole = m_features[i];
        FeatureLayer::Feature feature;
        feature.firstPart = std::uint32_t(draft.m_parts.size());
        for (const FeatureLayer::Part& each :
             std::span(m_parts).subspan(whole.firstPart, whole.partCount)) {
            FeatureLayer::Part part;
            part.kind = each.kind;
            part.first = std::uint32_t(draft.m_points.size());
            for (const QPointF& point : points(each)) {
                const QPointF snapped(snap(point.x()), snap(point.y()));
                if (draft.m_points.size() == part.first || draft.m_points.back() != snapped) {
                    draft.m_points.push_back(snapped);
                    feature.box.add(snapped);
                }
            }
            part.count = std::uint32_t(draft.m_points.size()) - part.first;
            draft.m_parts.push_back(part);
        }
        feature.partCount = std::uint32_t(draft.m_parts.size()) - feature.firstPart;
        draft.m_features.push_back(feature);
        draft.m_kinds.push_back(m_kinds[i]);
        boxes.push_back(feature.box);
    }
    draft.m_index = SpatialIndex(boxes);
    draft.m_extent = draft.m_index.extent();
    return draft;
}

void FeatureLayer::showDrafts(const LayerDrafts& drafts, base::Progress& progress) const
{
    if (m_points.size() < FirstPoints)
        return;
    const double cell = std::max({m_extent.width(), m_extent.height(), 1e-6}) / LayerDrafts::Cells;
    std::size_t most = FirstPoints;
    for (std::size_t begin = 0, end = 0; begin < size(); begin = end) {
        std::size_t points = 0;
        for (; end < size() && points < most; ++end)
            for (const Part& part : parts(end))
                points += part.count;
        progress.check();
        FeatureLayer draft = onGrid(begin, end, cell);
        for (const QString& field : drafts.fields)
            if (const Column* whole = column(field))
                draft.m_columns.push_back(columnOf(*whole, begin, end));
        drafts.show(std::make_shared<const FeatureLayer>(std::move(draft)));
        most = std::min(3 * most, LargestPart);
    }
}

} // namespace geo
