// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/identify.h"

#include "geo/feature_layer.h"
#include "geo/measure.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {

namespace {

// A box that holds every place within some metres; whole parallels near the poles.
Extent around(QPointF lonLat, double metres)
{
    constexpr double MetresPerDegree = 110'500; // of latitude, at least
    const double latitude = metres / MetresPerDegree;
    const double farthest = std::abs(lonLat.y()) + latitude;
    const double longitude =
        farthest < 90 ? std::min(180.0, latitude / std::cos(farthest * std::numbers::pi / 180))
                      : 180;
    return {lonLat.x() - longitude, lonLat.y() - latitude, lonLat.x() + longitude,
            lonLat.y() + latitude};
}

// Features whose boxes meet one, ascending; a longitude is the same place 360 degrees on.
std::vector<std::uint32_t> meeting(const FeatureLayer& layer, const Extent& box)
{
    std::vector<std::uint32_t> found;
    const Extent whole = layer.extent();
    for (const double turn : {-360.0, 0.0, 360.0}) {
        const Extent turned{box.west + turn, box.south, box.east + turn, box.north};
        if (!turned.meets(whole))
            continue;
        const std::vector<std::uint32_t> some = layer.index().query(turned);
        found.insert(found.end(), some.begin(), some.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

bool contains(const FeatureLayer& layer, std::size_t feature, QPointF lonLat)
{
    if (layer.kind(feature) != GeometryKind::Polygon)
        return false;
    const Extent& box = layer.box(feature);
    if (!box.contains(lonLat)) // perhaps it crosses 180 degrees, or the place is written beyond
        lonLat.rx() = box.centre().x() + std::remainder(lonLat.x() - box.centre().x(), 360.0);
    if (!box.contains(lonLat))
        return false;
    bool inside = false;
    for (const FeatureLayer::Part& part : layer.parts(feature)) {
        const std::span<const QPointF> ring = layer.points(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            // The lower end belongs to an edge, the upper one to the next: so a point on a shared
            // edge is in exactly one of its two polygons. The edge is walked upwards, so that both
            // of them calculate the very same.
            QPointF low = ring[i - 1];
            QPointF high = ring[i];
            if (low.y() > high.y())
                std::swap(low, high);
            if (lonLat.y() < low.y() || lonLat.y() >= high.y())
                continue;
            const double x =
                low.x() + (lonLat.y() - low.y()) / (high.y() - low.y()) * (high.x() - low.x());
            if (lonLat.x() < x)
                inside = !inside;
        }
    }
    return inside;
}

std::vector<Identified> identify(const FeatureLayer& layer, QPointF lonLat, double toleranceMetres)
{
    std::vector<Identified> found;
    std::vector<std::pair<double, Identified>> holding;
    for (const std::uint32_t feature : meeting(layer, around(lonLat, toleranceMetres))) {
        if (contains(layer, feature, lonLat)) {
            holding.emplace_back(geodesicSquareMetres(layer, feature), Identified{feature, 0});
            continue;
        }
        const double metres = metresTo(layer, feature, lonLat, toleranceMetres);
        if (metres <= toleranceMetres)
            found.push_back({feature, metres});
    }
    std::stable_sort(holding.begin(), holding.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::stable_sort(found.begin(), found.end(),
                     [](const Identified& a, const Identified& b) { return a.metres < b.metres; });
    std::vector<Identified> all;
    all.reserve(holding.size() + found.size());
    for (const auto& [area, feature] : holding)
        all.push_back(feature);
    all.insert(all.end(), found.begin(), found.end());
    return all;
}

std::optional<std::uint32_t> polygonAt(const FeatureLayer& layer, QPointF lonLat)
{
    std::optional<std::uint32_t> best;
    double least = 0;
    std::vector<std::uint32_t> holding;
    for (const std::uint32_t feature :
         meeting(layer, {lonLat.x(), lonLat.y(), lonLat.x(), lonLat.y()}))
        if (contains(layer, feature, lonLat))
            holding.push_back(feature);
    if (holding.size() == 1)
        return holding.front();
    for (const std::uint32_t feature : holding) {
        const double area = geodesicSquareMetres(layer, feature);
        if (!best || area < least) {
            best = feature;
            least = area;
        }
    }
    return best;
}

} // namespace geo
