// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/strip_frame.h"

#include <QPainter>
#include <algorithm>

namespace geo {

Extent boxOf(const ToPixels& toPixels, const QRectF& pixels)
{
    Extent box;
    box.add({toPixels.left + pixels.left() / toPixels.pixelsPerUnit,
             toPixels.top - pixels.top() / toPixels.pixelsPerUnit});
    box.add({toPixels.left + pixels.right() / toPixels.pixelsPerUnit,
             toPixels.top - pixels.bottom() / toPixels.pixelsPerUnit});
    return box;
}

bool isWithin(const Extent& inner, const Extent& outer)
{
    return inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south &&
           inner.north <= outer.north;
}

const Symbol* lookOf(const StripFrame& frame, const CookedLayer::Feature& feature)
{
    const StyledFeatures& styled = *frame.layer.styled;
    const std::uint32_t index = styled.look[feature.source];
    return index == StyledFeatures::NotDrawn ? nullptr : &styled.looks[index];
}

bool isFilled(const Symbol& look)
{
    return look.fill && look.fill->alpha() > 0;
}

bool isArea(const CookedLayer::Part& part)
{
    return part.kind == PartKind::Outer || part.kind == PartKind::Hole;
}

// Those of some features that meet an extent.
std::vector<std::uint32_t> featuresIn(const CookedLayer& layer, const Extent& extent,
                                      std::span<const std::uint32_t> some)
{
    const CookedBox asked = layer.toQuanta(extent);
    std::vector<std::uint32_t> found;
    for (const std::uint32_t feature : some)
        if (layer.features()[feature].box.meets(asked))
            found.push_back(feature);
    return found;
}

// All that meet an extent, in the order of the source.
std::vector<std::uint32_t> featuresIn(const CookedLayer& layer, const Extent& extent)
{
    std::vector<std::uint32_t> found;
    layer.featureTree().query(layer.toQuanta(extent),
                              [&](std::uint32_t feature) { found.push_back(feature); });
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        return layer.features()[a].source < layer.features()[b].source;
    });
    return found;
}

double acrossOf(const CookedLayer& layer, const CookedBox& box, const ToPixels& toPixels)
{
    return std::max(double(box.east) - double(box.west), double(box.north) - double(box.south)) *
           layer.quantum() * toPixels.pixelsPerUnit;
}

PolygonDrawing::PolygonDrawing(const CookedLayer& layer, const ToPixels& toPixels, QSizeF size,
                               double grid, double unitsPerPixel, const base::Progress& progress)
    : m_layer(layer)
    , m_toPixels(toPixels)
    , m_grid(grid)
    , m_reach(
          QRectF(QPointF(), size).adjusted(-StripMargin, -StripMargin, StripMargin, StripMargin))
    , m_seen(boxOf(toPixels, QRectF(QPointF(), size)))
    , m_clip(boxOf(toPixels, m_reach))
    , m_level(layer.levelFor(unitsPerPixel))
    , m_meter(progress)
{
}

void PolygonDrawing::draw(QPainter& painter, const CookedLayer::Feature& feature)
{
    const auto parts = m_layer.parts(feature);
    for (std::size_t i = 0; i < parts.size();) {
        // One polygon: its outer ring (in pieces, where the map's edge cuts it) and holes.
        std::size_t end = i + 1;
        while (end < parts.size() && parts[end].polygon == parts[i].polygon)
            ++end;
        if (!isArea(parts[i])) {
            i = end;
            continue;
        }
        const bool single = end == i + 1;
        m_path.clear();
        for (; i < end; ++i) {
            const Extent box = m_layer.toMap(parts[i].box);
            if (!box.meets(m_seen))
                continue;
            m_layer.assemble(parts[i], m_level, m_points);
            m_meter.add(m_points.size());
            snapToGrid(m_points, m_toPixels, m_grid, m_ring);
            if (!isWithin(box, m_clip))
                clipRing(m_ring, m_reach);
            if (m_ring.size() < 3)
                continue;
            if (single) {
                painter.drawPolygon(m_ring.data(), int(m_ring.size()), Qt::OddEvenFill);
            } else {
                m_path.moveTo(m_ring.front());
                for (std::size_t k = 1; k < m_ring.size(); ++k)
                    m_path.lineTo(m_ring[k]);
                m_path.closeSubpath();
            }
        }
        if (!single && !m_path.isEmpty())
            painter.drawPath(m_path);
    }
}

} // namespace geo
