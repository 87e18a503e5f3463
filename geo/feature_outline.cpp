// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_outline.h"

#include "geo/cooked_layer.h"
#include <vector>

namespace geo {

QPainterPath featureOutline(const CookedLayer& layer, std::uint32_t feature, QPointF place,
                            double unitsPerPixel)
{
    const CookedLayer::Feature* found = nullptr;
    Extent here;
    here.add(place);
    layer.featureTree().query(layer.toQuanta(here), [&](std::uint32_t i) {
        if (layer.features()[i].source == feature)
            found = &layer.features()[i];
    });
    QPainterPath path;
    if (found == nullptr)
        return path;
    path.setFillRule(Qt::OddEvenFill);
    const std::size_t level = layer.levelFor(unitsPerPixel);
    std::vector<QPointF> points;
    for (const CookedLayer::Part& part : layer.parts(*found)) {
        if (part.kind == PartKind::Point)
            continue;
        points.clear();
        layer.assemble(part, level, points);
        if (points.size() < 2)
            continue;
        path.moveTo(points.front());
        for (std::size_t i = 1; i < points.size(); ++i)
            path.lineTo(points[i]);
        if (part.kind != PartKind::Line)
            path.closeSubpath();
    }
    return path;
}

} // namespace geo
