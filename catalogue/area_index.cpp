// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/area_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace catalogue {

namespace {

constexpr double BandsPerDegree = 8;
constexpr double MetresPerDegree = 111'195; // of a great circle, mean radius 6,371 km

int bandOf(double lat)
{
    return int(std::floor(lat * BandsPerDegree));
}

double squared(const QPointF& vector)
{
    return vector.x() * vector.x() + vector.y() * vector.y();
}

// Of the origin from a segment.
double squaredDistance(const QPointF& from, const QPointF& to)
{
    const QPointF along = to - from;
    const double length = squared(along);
    const double part =
        length > 0 ? std::clamp(-QPointF::dotProduct(from, along) / length, 0.0, 1.0) : 0;
    return squared(from + part * along);
}

} // namespace

AreaIndex::AreaIndex(std::shared_ptr<const geo::FeatureLayer> layer, const base::Progress& progress)
    : m_layer(std::move(layer))
    , m_areas(m_layer->size())
{
    for (size_t i = 0; i < m_areas.size(); ++i) {
        progress.check();
        Area& area = m_areas[i];
        area.box = m_layer->box(i);
        if (m_layer->kind(i) != geo::GeometryKind::Polygon || area.box.isEmpty())
            continue;
        area.firstBand = bandOf(area.box.south);
        area.bands.resize(size_t(bandOf(area.box.north) - area.firstBand) + 1);
        for (const geo::FeatureLayer::Part& part : m_layer->parts(i)) {
            const auto points = m_layer->points(part);
            for (size_t k = 0; k < points.size(); ++k) {
                const Edge edge{points[k], points[k + 1 < points.size() ? k + 1 : 0]};
                if (edge.from == edge.to)
                    continue;
                const double low = std::min(edge.from.y(), edge.to.y());
                const double high = std::max(edge.from.y(), edge.to.y());
                for (int band = bandOf(low); band <= bandOf(high); ++band)
                    area.bands[size_t(band - area.firstBand)].push_back(edge);
            }
        }
    }
}

bool AreaIndex::contains(size_t area, const QPointF& lonLat) const
{
    const Area& in = m_areas[area];
    const int band = bandOf(lonLat.y()) - in.firstBand;
    if (in.bands.empty() || !in.box.contains(lonLat) || band < 0 || size_t(band) >= in.bands.size())
        return false;
    bool inside = false;
    for (const Edge& edge : in.bands[size_t(band)])
        if ((edge.from.y() <= lonLat.y()) != (edge.to.y() <= lonLat.y()) &&
            lonLat.x() < edge.from.x() + (lonLat.y() - edge.from.y()) /
                                             (edge.to.y() - edge.from.y()) *
                                             (edge.to.x() - edge.from.x()))
            inside = !inside;
    return inside;
}

std::optional<size_t> AreaIndex::areaAt(const QPointF& lonLat) const
{
    for (size_t i = 0; i < m_areas.size(); ++i)
        if (contains(i, lonLat))
            return i;
    return {};
}

double AreaIndex::metresToEdge(size_t area, const QPointF& lonLat, double most) const
{
    const Area& in = m_areas[area];
    const double perLon =
        MetresPerDegree * std::max(0.01, std::cos(lonLat.y() * std::numbers::pi / 180));
    const double reachLon = most / perLon;
    const double reachLat = most / MetresPerDegree;
    constexpr double Infinite = std::numeric_limits<double>::infinity();
    if (in.bands.empty() || lonLat.x() < in.box.west - reachLon ||
        lonLat.x() > in.box.east + reachLon)
        return Infinite;
    const int first = std::max(bandOf(lonLat.y() - reachLat) - in.firstBand, 0);
    const int last =
        std::min(bandOf(lonLat.y() + reachLat) - in.firstBand, int(in.bands.size()) - 1);
    const auto inPlane = [&](const QPointF& point) {
        return QPointF((point.x() - lonLat.x()) * perLon,
                       (point.y() - lonLat.y()) * MetresPerDegree);
    };
    double least = most * most;
    bool found = false;
    for (int band = first; band <= last; ++band)
        for (const Edge& edge : in.bands[size_t(band)]) {
            if (std::min(edge.from.x(), edge.to.x()) > lonLat.x() + reachLon ||
                std::max(edge.from.x(), edge.to.x()) < lonLat.x() - reachLon)
                continue;
            const double distance = squaredDistance(inPlane(edge.from), inPlane(edge.to));
            if (distance <= least) {
                least = distance;
                found = true;
            }
        }
    return found ? std::sqrt(least) : Infinite;
}

double AreaIndex::metresTo(size_t area, const QPointF& lonLat, double most) const
{
    return contains(area, lonLat) ? 0 : metresToEdge(area, lonLat, most);
}

} // namespace catalogue
