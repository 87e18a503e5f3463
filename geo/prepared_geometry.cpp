// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/prepared_geometry.h"

#include "base/parallel.h"
#include "geo/feature_layer.h"
#include "geo/pixel_geometry.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace geo {

namespace {

constexpr double LongestEdge = 1; // degrees
constexpr double MetresPerDegree = 111320;
constexpr double SeamMargin = 1e-7; // degrees kept clear of the tear: a centimetre
constexpr std::size_t FeaturesPerCheck = 256;
constexpr std::size_t Block = 32768; // points between two looks at the Cancel button

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

bool isRing(PartKind kind)
{
    return kind == PartKind::Outer || kind == PartKind::Hole;
}

// Longitudes made continuous: where they jump by more than half the globe, by adding whole turns.
void unwind(std::span<const QPointF> degrees, std::vector<QPointF>& unwound, bool turning)
{
    unwound.clear();
    double turns = 0;
    QPointF before;
    for (const QPointF& point : degrees) {
        if (!isFinite(point) || std::fabs(point.y()) > 90.0001)
            continue;
        const double step = unwound.empty() ? 0 : point.x() - before.x();
        if (turning && std::fabs(step) > 180)
            turns += step > 0 ? -360 : 360;
        before = point;
        unwound.emplace_back(point.x() + turns, point.y());
    }
}

double spanOf(std::span<const QPointF> degrees)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const QPointF& point : degrees) {
        low = std::min(low, point.x());
        high = std::max(high, point.x());
    }
    return high - low;
}

// The ring is not closed by a repeated point.
void appendDivided(PartKind kind, std::span<const QPointF> degrees, std::vector<QPointF>& points)
{
    const auto divide = [&points](QPointF a, QPointF b) {
        const double longest = std::max(std::fabs(b.x() - a.x()), std::fabs(b.y() - a.y()));
        if (longest <= LongestEdge)
            return;
        const int pieces = int(std::ceil(longest / LongestEdge));
        for (int i = 1; i < pieces; ++i)
            points.push_back(a + (b - a) * (double(i) / pieces));
    };
    for (std::size_t i = 0; i < degrees.size(); ++i) {
        if (i > 0 && kind != PartKind::Point)
            divide(degrees[i - 1], degrees[i]);
        points.push_back(degrees[i]);
    }
    if (isRing(kind) && !degrees.empty())
        divide(degrees.back(), degrees.front());
}

} // namespace

void divideEdges(PartKind kind, std::span<const QPointF> degrees, std::vector<QPointF>& divided)
{
    divided.clear();
    divided.reserve(degrees.size());
    if (isRing(kind) && degrees.size() > 1 && degrees.front() == degrees.back())
        degrees = degrees.first(degrees.size() - 1);
    appendDivided(kind, degrees, divided);
}

std::optional<double> seamOf(const Operation& fromWgs84)
{
    constexpr double Parallel = 30;
    constexpr int Steps = 360;
    const auto project = [&fromWgs84](double lon) {
        QPointF point(lon, Parallel);
        fromWgs84.forward(std::span(&point, 1));
        return point;
    };
    const auto distance = [](QPointF a, QPointF b) {
        return isFinite(a) && isFinite(b) ? std::hypot(b.x() - a.x(), b.y() - a.y())
                                          : std::numeric_limits<double>::infinity();
    };
    std::vector<QPointF> round;
    for (int i = 0; i <= Steps; ++i)
        round.emplace_back(-180 + i * 360.0 / Steps, Parallel);
    fromWgs84.forward(round);

    // Where part of the parallel is out of reach, the middle of that part.
    int longest = 0;
    int longestEnd = 0;
    int run = 0;
    for (int i = 0; i < 2 * Steps; ++i) {
        run = isFinite(round[std::size_t(i % Steps)]) ? 0 : run + 1;
        if (run > longest && run < Steps) {
            longest = run;
            longestEnd = i;
        }
    }
    if (longest > 0)
        return std::remainder(-180 + (longestEnd - (longest - 1) / 2.0) * 360.0 / Steps, 360.0);

    std::vector<double> steps;
    steps.reserve(Steps);
    for (int i = 0; i < Steps; ++i)
        steps.push_back(distance(round[std::size_t(i)], round[std::size_t(i) + 1]));
    std::vector<double> sorted = steps;
    std::nth_element(sorted.begin(), sorted.begin() + Steps / 2, sorted.end());
    const double usual = sorted[Steps / 2];
    if (distance(round.front(), round.back()) > 10 * usual)
        return 180.0;
    const auto widest = std::max_element(steps.begin(), steps.end());
    if (!(*widest > 10 * usual))
        return std::nullopt;
    double low = -180 + double(widest - steps.begin()) * 360.0 / Steps;
    double high = low + 360.0 / Steps;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        (distance(project(low), project(middle)) > 5 * usual ? high : low) = middle;
    }
    return (low + high) / 2;
}

LayerPreparation::LayerPreparation(const Operation& fromWgs84)
    : m_fromWgs84(fromWgs84)
    , m_seam(seamOf(fromWgs84))
{
}

void LayerPreparation::beginFeature(std::uint32_t source)
{
    PreparedLayer::Feature feature;
    feature.source = source;
    feature.firstPart = std::uint32_t(m_layer.m_parts.size());
    m_layer.m_features.push_back(feature);
}

void LayerPreparation::add(PartKind kind, std::span<const QPointF> degrees)
{
    if (kind != PartKind::Hole)
        ++m_polygon;
    if (kind == PartKind::Point) {
        addPiece(kind, degrees);
        return;
    }
    unwind(degrees, m_unwound, true);
    // A box round the world would lose its width: its sides of 360 degrees are drawn on purpose.
    if (m_unwound.size() > 2 && spanOf(m_unwound) < 1e-6 && spanOf(degrees) > 359)
        unwind(degrees, m_unwound, false);
    if (m_unwound.empty())
        return;
    if (isRing(kind)) {
        const QPointF first = m_unwound.front();
        const QPointF last = m_unwound.back();
        if (std::fabs(std::fabs(last.x() - first.x()) - 360) < 1e-6 && last.y() == first.y() &&
            m_unwound.size() > 3) {
            // A ring round a pole: closed by way of it, but where the map goes on beyond it.
            const double pole = first.y() + last.y() < 0 ? -90 : 90;
            QPointF onMap(0, pole);
            if (!m_seam && m_fromWgs84.forward(std::span(&onMap, 1)) == 0) {
                addPiece(PartKind::Line, m_unwound); // its ends are one point of the map
                m_layer.m_parts.back().kind = kind;
                return;
            }
            m_unwound.emplace_back(last.x(), pole);
            m_unwound.emplace_back(first.x(), pole);
        } else if (m_unwound.size() > 1 && first == last) {
            m_unwound.pop_back();
        }
        if (m_unwound.size() < 3)
            return;
    }
    if (!m_seam) {
        addPiece(kind, m_unwound);
        return;
    }
    const auto [low, high] = std::minmax_element(m_unwound.begin(), m_unwound.end(),
                                                 [](auto& a, auto& b) { return a.x() < b.x(); });
    const double west = low->x();
    const double east = high->x();
    for (double window = *m_seam + 360 * std::floor((west - *m_seam) / 360); window < east;
         window += 360) {
        const double shift = *m_seam - 360 - window;
        const QRectF inside(QPointF(window + SeamMargin, -100),
                            QPointF(window + 360 - SeamMargin, 100));
        const bool whole = west >= inside.left() && east <= inside.right();
        std::vector<QPointF> piece;
        const auto take = [&](std::span<const QPointF> points) {
            piece.assign(points.begin(), points.end());
            for (QPointF& point : piece)
                point.rx() += shift;
            addPiece(kind, piece);
        };
        if (whole) {
            take(m_unwound);
        } else if (isRing(kind)) {
            std::vector<QPointF> ring = m_unwound;
            clipRing(ring, inside);
            if (ring.size() > 2)
                take(ring);
        } else {
            clipLine(m_unwound, inside, m_scratch, take);
        }
        if (west == east)
            break;
    }
}

void LayerPreparation::addPiece(PartKind kind, std::span<const QPointF> degrees)
{
    std::vector<QPointF>& points = m_layer.m_points;
    PreparedLayer::Part part;
    part.kind = kind;
    part.polygon = m_polygon;
    part.first = std::uint32_t(points.size());
    appendDivided(kind, degrees, points);
    part.count = std::uint32_t(points.size()) - part.first;
    m_layer.m_parts.push_back(part);
    ++m_layer.m_features.back().partCount;
}

// An edge far longer on the map than on the ground is halved, and its longer half again: where the
// projection is continuous the halves shrink, across a tear the jump stays.
bool LayerPreparation::isTorn(QPointF fromDegrees, QPointF toDegrees, QPointF from,
                              QPointF to) const
{
    const auto length = [](QPointF a, QPointF b) {
        return std::hypot(b.x() - a.x(), b.y() - a.y());
    };
    const double whole = length(from, to);
    // Towards a pole that lies at infinity every edge is long.
    if (std::max(std::fabs(fromDegrees.y()), std::fabs(toDegrees.y())) > 89.9)
        return false;
    if (whole < 15 * MetresPerDegree * (length(fromDegrees, toDegrees) + 1e-6))
        return false;
    for (int i = 0; i < 6; ++i) {
        const QPointF middleDegrees = (fromDegrees + toDegrees) / 2;
        QPointF middle = middleDegrees;
        m_fromWgs84.forward(std::span(&middle, 1));
        if (!isFinite(middle))
            return true;
        if (length(from, middle) > length(middle, to)) {
            to = middle;
            toDegrees = middleDegrees;
        } else {
            from = middle;
            fromDegrees = middleDegrees;
        }
    }
    return length(from, to) > 0.5 * whole;
}

PreparedLayer LayerPreparation::finish(base::Progress& progress)
{
    std::vector<QPointF>& points = m_layer.m_points;
    const std::vector<QPointF> degrees = points;
    base::inParallel(points.size(), Block, progress, [&](std::size_t from, std::size_t to) {
        m_fromWgs84.forward(std::span(points).subspan(from, to - from));
    });
    progress.check();
    // What could not be projected goes; a line falls into pieces there.
    PreparedLayer clean;
    clean.m_points.reserve(points.size());
    clean.m_parts.reserve(m_layer.m_parts.size());
    std::optional<std::uint32_t> tornPolygon;
    for (std::size_t i = 0; PreparedLayer::Feature feature : m_layer.m_features) {
        if (i++ % FeaturesPerCheck == 0)
            progress.check();
        const auto parts = m_layer.parts(feature);
        feature.firstPart = std::uint32_t(clean.m_parts.size());
        for (const PreparedLayer::Part& part : parts) {
            if (tornPolygon == part.polygon && part.kind == PartKind::Hole)
                continue;
            PreparedLayer::Part kept = part;
            const auto begin = [&] {
                kept.box = {};
                kept.first = std::uint32_t(clean.m_points.size());
            };
            const auto drop = [&] { clean.m_points.resize(kept.first); };
            const auto end = [&] {
                const std::uint32_t least = isRing(part.kind)             ? 3
                                            : part.kind == PartKind::Line ? 2
                                                                          : 1;
                kept.count = std::uint32_t(clean.m_points.size()) - kept.first;
                if (kept.count < least) {
                    drop();
                    return false;
                }
                feature.box.unite(kept.box);
                clean.m_parts.push_back(kept);
                return true;
            };
            begin();
            bool torn = false;
            for (std::uint32_t i = part.first; i < part.first + part.count && !torn; ++i) {
                if (i % Block == 0)
                    progress.check();
                const bool follows = part.kind != PartKind::Point &&
                                     clean.m_points.size() > kept.first && i > part.first;
                if (!isFinite(points[i])) {
                    if (part.kind == PartKind::Line) {
                        end();
                        begin();
                    }
                    continue;
                }
                if (follows && isFinite(points[i - 1]) &&
                    isTorn(degrees[i - 1], degrees[i], points[i - 1], points[i])) {
                    torn = isRing(part.kind);
                    if (!torn) {
                        end();
                        begin();
                    }
                }
                clean.m_points.push_back(points[i]);
                kept.box.add(points[i]);
            }
            if (torn)
                drop();
            if ((torn || !end()) && part.kind == PartKind::Outer)
                tornPolygon = part.polygon;
        }
        feature.partCount = std::uint32_t(clean.m_parts.size()) - feature.firstPart;
        if (feature.partCount == 0)
            continue;
        clean.m_box.unite(feature.box);
        clean.m_features.push_back(feature);
    }
    clean.m_points.shrink_to_fit();
    return clean;
}

PreparedLayer prepareLayer(const FeatureLayer& layer, const Operation& fromWgs84,
                           base::Progress& progress)
{
    LayerPreparation preparation(fromWgs84);
    for (std::size_t feature = 0; feature < layer.size(); ++feature) {
        if (feature % FeaturesPerCheck == 0)
            progress.check();
        preparation.beginFeature(std::uint32_t(feature));
        for (const FeatureLayer::Part& part : layer.parts(feature))
            preparation.add(part.kind, layer.points(part));
    }
    return preparation.finish(progress);
}

} // namespace geo
