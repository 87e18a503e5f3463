// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/measure.h"

#include "geo/feature_layer.h"
#include "geo/identify.h"
#include <algorithm>
#include <cmath>
#include <geodesic.h>
#include <numbers>

namespace geo {

namespace {

constexpr double Radians = std::numbers::pi / 180;
// Less than the least radius of curvature of WGS 84, 6,335,439 m along the meridian at the equator.
constexpr double LeastRadius = 6'335'000;

geod_geodesic makeEllipsoid()
{
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    return ellipsoid;
}

const geod_geodesic& ellipsoid()
{
    static const geod_geodesic wgs84 = makeEllipsoid();
    return wgs84;
}

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

// Around the shorter way, in degrees.
double longitudeBetween(double from, double to)
{
    return std::remainder(to - from, 360.0);
}

QPointF between(QPointF from, QPointF to, double share)
{
    return from + (to - from) * share;
}

// Where on a segment (straight in degrees) a place is nearest, in the plane that is true to scale
// half-way: exact enough to begin from.
double nearestShare(QPointF from, QPointF to, QPointF place)
{
    const double scale = std::cos((place.y() + (from.y() + to.y()) / 2) / 2 * Radians);
    const QPointF along((to.x() - from.x()) * scale, to.y() - from.y());
    const QPointF off(longitudeBetween(from.x(), place.x()) * scale, place.y() - from.y());
    const double square = QPointF::dotProduct(along, along);
    return square > 0 ? std::clamp(QPointF::dotProduct(off, along) / square, 0.0, 1.0) : 0;
}

double metresToSegment(QPointF from, QPointF to, QPointF place, double most)
{
    const double share = nearestShare(from, to, place);
    double best = geodesicMetres(place, between(from, to, share));
    const double length = geodesicMetres(from, to);
    // The plane is off by the square of the distances; where that cannot matter it is left at that.
    if (best - length > most || length < 1)
        return best;
    double low = 0;
    double high = 1;
    if (best + length < 100'000) {
        low = std::max(0.0, share - 0.02);
        high = std::min(1.0, share + 0.02);
    }
    constexpr double Golden = 0.6180339887498949;
    double left = high - Golden * (high - low);
    double right = low + Golden * (high - low);
    double atLeft = geodesicMetres(place, between(from, to, left));
    double atRight = geodesicMetres(place, between(from, to, right));
    while ((high - low) * length > 0.01) {
        if (atLeft < atRight) {
            high = right;
            right = left;
            atRight = atLeft;
            left = high - Golden * (high - low);
            atLeft = geodesicMetres(place, between(from, to, left));
        } else {
            low = left;
            left = right;
            atLeft = atRight;
            right = low + Golden * (high - low);
            atRight = geodesicMetres(place, between(from, to, right));
        }
    }
    best = std::min({best, atLeft, atRight});
    return best;
}

// Central angle in radians.
double angleBetween(double latitude1, double latitude2, double longitudes)
{
    const double a = std::sin((latitude2 - latitude1) / 2);
    const double b = std::sin(longitudes / 2);
    const double h = a * a + std::cos(latitude1) * std::cos(latitude2) * b * b;
    return 2 * std::asin(std::min(1.0, std::sqrt(h)));
}

// From a place to a meridian between two latitudes; radians.
double angleToMeridian(double latitude, double longitudes, double south, double north)
{
    double best = std::min(angleBetween(latitude, south, longitudes),
                           angleBetween(latitude, north, longitudes));
    if (std::cos(longitudes) > 0) {
        const double foot =
            std::clamp(std::atan(std::tan(latitude) / std::cos(longitudes)), south, north);
        best = std::min(best, angleBetween(latitude, foot, longitudes));
    }
    return best;
}

} // namespace

double geodesicMetres(QPointF from, QPointF to)
{
    double metres = 0;
    geod_inverse(&ellipsoid(), from.y(), from.x(), to.y(), to.x(), &metres, nullptr, nullptr);
    return metres;
}

std::vector<QPointF> geodesicPoints(QPointF from, QPointF to, int steps)
{
    geod_geodesicline line;
    geod_inverseline(&line, &ellipsoid(), from.y(), from.x(), to.y(), to.x(), 0);
    std::vector<QPointF> points;
    points.reserve(std::size_t(steps) + 1);
    points.push_back(from);
    for (int i = 1; i < steps; ++i) {
        double lat = 0;
        double lon = 0;
        geod_position(&line, line.s13 * i / steps, &lat, &lon, nullptr);
        points.emplace_back(lon, lat);
    }
    points.push_back(to);
    return points;
}

double geodesicLength(std::span<const QPointF> lonLats)
{
    double metres = 0;
    for (std::size_t i = 1; i < lonLats.size(); ++i)
        metres += geodesicMetres(lonLats[i - 1], lonLats[i]);
    return metres;
}

double geodesicSquareMetres(std::span<const QPointF> ring)
{
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    std::size_t count = ring.size();
    if (count > 1 && ring.front() == ring.back())
        --count;
    for (std::size_t i = 0; i < count; ++i)
        geod_polygon_addpoint(&ellipsoid(), &polygon, ring[i].y(), ring[i].x());
    double area = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

double geodesicSquareMetres(const FeatureLayer& layer, std::size_t feature)
{
    double area = 0;
    for (const FeatureLayer::Part& part : layer.parts(feature)) {
        if (part.kind == PartKind::Outer)
            area += geodesicSquareMetres(layer.points(part));
        else if (part.kind == PartKind::Hole)
            area -= geodesicSquareMetres(layer.points(part));
    }
    return area;
}

double geodesicLength(const FeatureLayer& layer, std::size_t feature)
{
    double metres = 0;
    for (const FeatureLayer::Part& part : layer.parts(feature))
        if (part.kind != PartKind::Point)
            metres += geodesicLength(layer.points(part));
    return metres;
}

double metresTo(const FeatureLayer& layer, std::size_t feature, QPointF lonLat, double most)
{
    if (!isFinite(lonLat))
        return std::numeric_limits<double>::quiet_NaN();
    if (layer.kind(feature) == GeometryKind::Polygon && contains(layer, feature, lonLat))
        return 0;
    double best = std::numeric_limits<double>::infinity();
    for (const FeatureLayer::Part& part : layer.parts(feature)) {
        const std::span<const QPointF> points = layer.points(part);
        if (part.kind == PartKind::Point || points.size() == 1) {
            for (const QPointF& point : points)
                best = std::min(best, geodesicMetres(lonLat, point));
            continue;
        }
        for (std::size_t i = 1; i < points.size(); ++i) {
            Extent box;
            box.add(points[i - 1]);
            box.add(points[i]);
            if (leastMetresTo(box, lonLat) > std::min(best, most))
                continue;
            best = std::min(best, metresToSegment(points[i - 1], points[i], lonLat, best));
        }
    }
    return best;
}

std::optional<Nearest> nearestFeature(const FeatureLayer& layer, QPointF lonLat, double most)
{
    if (!isFinite(lonLat))
        return std::nullopt;
    const auto found = layer.index().nearest(
        1, [&](const Extent& box) { return leastMetresTo(box, lonLat); },
        [&](std::uint32_t feature, double toBeat) {
            return metresTo(layer, feature, lonLat, toBeat);
        },
        most);
    if (found.empty() || !std::isfinite(found.front().distance))
        return std::nullopt;
    return Nearest{found.front().item, found.front().distance};
}

double leastMetresTo(const Extent& box, QPointF lonLat)
{
    if (box.isEmpty())
        return std::numeric_limits<double>::infinity();
    const double latitude = lonLat.y() * Radians;
    const double south = std::clamp(box.south, -90.0, 90.0) * Radians;
    const double north = std::clamp(box.north, -90.0, 90.0) * Radians;
    const double middle = (box.west + box.east) / 2;
    const double off = std::abs(longitudeBetween(middle, lonLat.x())) - box.width() / 2;
    if (off <= 0) { // in its meridians
        if (latitude >= south && latitude <= north)
            return 0;
        return LeastRadius * (latitude < south ? south - latitude : latitude - north);
    }
    return LeastRadius *
           std::min(angleToMeridian(latitude, off * Radians, south, north), std::numbers::pi);
}

} // namespace geo
