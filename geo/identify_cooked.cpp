// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/identify.h"

#include "geo/cooked_layer.h"
#include "geo/segment.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace geo {

namespace {

bool isRing(PartKind kind)
{
    return kind == PartKind::Outer || kind == PartKind::Hole;
}

// Calls visit(piece) for each piece of a part's arcs.
template <typename Visit>
void eachPiece(const CookedLayer& layer, const CookedLayer::Part& part, Visit&& visit)
{
    const auto& arrays = layer.arrays();
    for (const std::uint32_t reference : arrays.references.subspan(part.first, part.count)) {
        const CookedLayer::Arc& arc = arrays.arcs[reference >> 1];
        for (std::uint32_t piece = arc.firstPiece; piece < arc.firstPiece + arc.pieceCount; ++piece)
            visit(piece);
    }
}

// Even-odd over all rings. A piece that lies to the east as a whole is crossed an odd number of
// times where its ends lie on either side.
bool holds(const CookedLayer& layer, const CookedLayer::Feature& feature, CookedPoint place)
{
    bool inside = false;
    for (const CookedLayer::Part& part : layer.parts(feature)) {
        if (!isRing(part.kind) || part.box.south > place.y || part.box.north < place.y)
            continue;
        eachPiece(layer, part, [&](std::uint32_t piece) {
            const CookedBox& box = layer.pieceBox(piece);
            if (box.south > place.y || box.north < place.y || box.east < place.x)
                return;
            const auto points = layer.points(0, piece);
            if (box.west > place.x) {
                inside ^= (points.front().y <= place.y) != (points.back().y <= place.y);
                return;
            }
            for (std::size_t i = 1; i < points.size(); ++i)
                inside ^= crossesRay(points[i - 1], points[i], place);
        });
    }
    return inside;
}

double distance(CookedPoint a, CookedPoint b, CookedPoint place)
{
    const double dx = double(b.x) - a.x;
    const double dy = double(b.y) - a.y;
    const double x = double(place.x) - a.x;
    const double y = double(place.y) - a.y;
    const double length = dx * dx + dy * dy;
    const double share = length > 0 ? std::clamp((x * dx + y * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(x - share * dx, y - share * dy);
}

// In quanta; infinite where nothing of it lies in `near`.
double distance(const CookedLayer& layer, const CookedLayer::Feature& feature,
                const CookedBox& near, CookedPoint place)
{
    double least = std::numeric_limits<double>::infinity();
    for (const CookedLayer::Part& part : layer.parts(feature)) {
        if (part.kind == PartKind::Point) {
            for (const CookedPoint& point : layer.pointsOf(part))
                least = std::min(least, distance(point, point, place));
            continue;
        }
        eachPiece(layer, part, [&](std::uint32_t piece) {
            if (!layer.pieceBox(piece).meets(near))
                return;
            const auto points = layer.points(0, piece);
            for (std::size_t i = 1; i < points.size(); ++i)
                least = std::min(least, distance(points[i - 1], points[i], place));
        });
    }
    return least;
}

// In square quanta.
double areaOf(const CookedLayer& layer, const CookedLayer::Feature& feature)
{
    double area = 0;
    std::vector<QPointF> ring;
    for (const CookedLayer::Part& part : layer.parts(feature)) {
        if (!isRing(part.kind))
            continue;
        layer.assemble(part, 0, ring);
        double twice = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i] - ring.front();
            const QPointF b = ring[(i + 1) % ring.size()] - ring.front();
            twice += a.x() * b.y() - a.y() * b.x();
        }
        area += part.kind == PartKind::Outer ? std::fabs(twice) : -std::fabs(twice);
    }
    return area;
}

CookedBox around(const CookedLayer& layer, QPointF place, double mapUnits)
{
    return layer.toQuanta(
        {place.x() - mapUnits, place.y() - mapUnits, place.x() + mapUnits, place.y() + mapUnits});
}

CookedPoint nearestQuantum(const CookedLayer& layer, QPointF place)
{
    const CookedBox box = around(layer, place, 0);
    return {box.west, box.south};
}

// The smallest first.
std::vector<std::uint32_t> holding(const CookedLayer& layer, QPointF place)
{
    std::vector<std::pair<double, std::uint32_t>> found;
    const CookedPoint at = nearestQuantum(layer, place);
    layer.featureTree().query({at.x, at.y, at.x, at.y}, [&](std::uint32_t index) {
        const CookedLayer::Feature& feature = layer.features()[index];
        if (holds(layer, feature, at))
            found.emplace_back(0, index);
    });
    if (found.size() > 1)
        for (auto& [area, index] : found)
            area = areaOf(layer, layer.features()[index]);
    std::sort(found.begin(), found.end());
    std::vector<std::uint32_t> features;
    features.reserve(found.size());
    for (const auto& [area, index] : found)
        features.push_back(index);
    return features;
}

} // namespace

std::vector<Identified> identify(const CookedLayer& layer, QPointF place, double tolerance)
{
    std::vector<Identified> found;
    if (!std::isfinite(place.x()) || !std::isfinite(place.y()))
        return found;
    const std::vector<std::uint32_t> inside = holding(layer, place);
    for (const std::uint32_t index : inside)
        found.push_back({layer.features()[index].source, 0});
    const CookedBox near = around(layer, place, tolerance);
    const CookedPoint at = nearestQuantum(layer, place);
    std::vector<Identified> beside;
    layer.featureTree().query(near, [&](std::uint32_t index) {
        if (std::find(inside.begin(), inside.end(), index) != inside.end())
            return;
        const CookedLayer::Feature& feature = layer.features()[index];
        const double away = distance(layer, feature, near, at) * layer.quantum();
        if (away <= tolerance)
            beside.push_back({feature.source, away});
    });
    std::stable_sort(beside.begin(), beside.end(),
                     [](const Identified& a, const Identified& b) { return a.metres < b.metres; });
    found.insert(found.end(), beside.begin(), beside.end());
    return found;
}

std::optional<std::uint32_t> polygonAt(const CookedLayer& layer, QPointF place)
{
    if (!std::isfinite(place.x()) || !std::isfinite(place.y()))
        return std::nullopt;
    const std::vector<std::uint32_t> inside = holding(layer, place);
    return inside.empty() ? std::nullopt : std::optional(layer.features()[inside.front()].source);
}

} // namespace geo
