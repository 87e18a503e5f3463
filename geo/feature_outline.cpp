// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_outline.h"

#include "geo/cooked_layer.h"
#include <algorithm>
#include <vector>

namespace geo {

QPainterPath featureOutline(const CookedLayer& layer, std::uint32_t feature, double unitsPerPixel)
{
    const auto features = layer.features();
    const auto found =
        std::find_if(features.begin(), features.end(),
                     [&](const CookedLayer::Feature& each) { return each.source == feature; });
    QPainterPath path;
    if (found == features.end())
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
