// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_labels.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/painter_state.h"
#include <QHash>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {

namespace {

constexpr double LowestArea = 8; // pixels
constexpr std::size_t MostConsidered = 2000;
constexpr double AnyRoom = 1e9;
constexpr double HalfHeight = 6;    // of the words, in pixels
constexpr double LeastRoom = 12;    // pixels
constexpr double TooLarge = 4;      // pictures: the place of an area's words is far out of sight
constexpr double Straight = 0.97;   // of a line's length, as the crow flies
constexpr double Apart = 200;       // pixels between the same name on two lines
constexpr std::size_t Between = 64; // features

// The widest stretch of a horizontal line through an area: where words fit best. Pixels.
struct Stretch
{
    double left = 0;
    double right = 0;
    double width() const { return right - left; }
};

using Rings = std::vector<std::vector<QPointF>>; // in pixels

Stretch widestStretch(const Rings& rings, double y, const Stretch& within)
{
    std::vector<double> crossings;
    for (const std::vector<QPointF>& ring : rings) {
        QPointF before = ring.back();
        for (const QPointF& now : ring) {
            if ((before.y() <= y) != (now.y() <= y))
                crossings.push_back(before.x() + (y - before.y()) / (now.y() - before.y()) *
                                                     (now.x() - before.x()));
            before = now;
        }
    }
    std::sort(crossings.begin(), crossings.end());
    Stretch best;
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        const Stretch each{std::max(crossings[i - 1], within.left),
                           std::min(crossings[i], within.right)};
        if (each.width() > best.width())
            best = each;
    }
    return best;
}

double lengthOf(std::span<const QPointF> line)
{
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    return length;
}

QPointF pointAt(std::span<const QPointF> line, double at)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const double length = std::hypot(way.x(), way.y());
        if (at <= length && length > 0)
            return line[i - 1] + way * (at / length);
        at -= length;
    }
    return line.back();
}

// Squares along the words, so that slanting ones take no more room than they need.
std::vector<QRectF> boxesOf(QPointF middle, QSizeF words, double angle)
{
    if (angle == 0) {
        QRectF box(QPointF(), words);
        box.moveCenter(middle);
        return {box.adjusted(-2, 0, 2, 0)};
    }
    std::vector<QRectF> boxes;
    const double side = words.height();
    const int count = std::max(1, int(std::ceil(words.width() / side)));
    const double turn = angle * std::numbers::pi / 180;
    const QPointF along(std::cos(turn), std::sin(turn));
    for (int i = 0; i < count; ++i) {
        QRectF box(0, 0, side, side);
        box.moveCenter(middle + along * ((i + 0.5) / count - 0.5) * words.width());
        boxes.push_back(box);
    }
    return boxes;
}

bool isArea(PartKind kind)
{
    return kind == PartKind::Outer || kind == PartKind::Hole;
}

} // namespace

// Finds where the words of one feature may stand.
class FeatureLabels::Finder
{
public:
    Finder(const CookedLayer& layer, const MapView& view)
        : m_layer(layer)
        , m_view(view)
        , m_level(layer.levelFor(view.unitsPerPixel()))
        , m_frame(QPointF(), view.size())
    {
    }

    // The part that bears the name: the largest.
    const CookedLayer::Part& largestOf(const CookedLayer::Feature& feature) const
    {
        const auto parts = m_layer.parts(feature);
        return *std::max_element(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
            return extentOf(a) < extentOf(b);
        });
    }

    void onPoint(const CookedLayer::Part& part, Wanted& wanted)
    {
        wanted.kind = GeometryKind::Point;
        wanted.place = {m_view.toPixel(m_layer.toMap(m_layer.pointsOf(part).front())), AnyRoom, 0};
    }

    void onLine(const CookedLayer::Part& part, double words, Wanted& wanted)
    {
        wanted.kind = GeometryKind::Line;
        assemble(part);
        const double length = lengthOf(m_points);
        wanted.rank = length;
        if (m_points.size() < 2 || length < words)
            return;
        double best = 0;
        for (const double share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const double at = std::clamp(share * length, words / 2, length - words / 2);
            const QPointF from = pointAt(m_points, at - words / 2);
            const QPointF to = pointAt(m_points, at + words / 2);
            const QPointF way = to - from;
            const double straight = std::hypot(way.x(), way.y()) / words;
            if (straight <= best)
                continue;
            best = straight;
            double angle = std::atan2(way.y(), way.x()) * 180 / std::numbers::pi;
            if (angle > 90 || angle <= -90) // never upside down
                angle += angle > 0 ? -180 : 180;
            wanted.place = {(from + to) / 2, AnyRoom, angle};
            if (straight > Straight)
                return;
        }
    }

    void onArea(const CookedLayer::Feature& feature, const CookedLayer::Part& largest,
                Wanted& wanted)
    {
        wanted.kind = GeometryKind::Polygon;
        const Extent box = m_layer.toMap(largest.box);
        const double top = m_view.toPixel({0, box.north}).y();
        const double bottom = m_view.toPixel({0, box.south}).y();
        const double wide = box.width() / m_view.unitsPerPixel();
        const bool tooLarge =
            wide > TooLarge * m_frame.width() || bottom - top > TooLarge * m_frame.height();
        assembleRings(feature, largest);
        if (m_rings.empty())
            return;
        if (!tooLarge)
            wanted.place = inArea(top, bottom, {-AnyRoom, AnyRoom});
        const bool isWhole = top >= 0 && bottom <= m_frame.bottom() &&
                             m_view.toPixel({box.west, 0}).x() >= 0 &&
                             m_view.toPixel({box.east, 0}).x() <= m_frame.right();
        if (!isWhole)
            wanted.inSight = inArea(std::max(0.0, top), std::min(m_frame.bottom(), bottom),
                                    {0, m_frame.right()});
        const std::optional<Place>& known = wanted.place ? wanted.place : wanted.inSight;
        wanted.rank = known ? known->room : 0;
    }

private:
    double extentOf(const CookedLayer::Part& part) const
    {
        const Extent box = m_layer.toMap(part.box);
        return box.width() + box.height();
    }

    void assemble(const CookedLayer::Part& part)
    {
        m_layer.assemble(part, m_level, m_points);
        for (QPointF& point : m_points)
            point = m_view.toPixel(point);
    }

    // Of the polygon that begins with a part.
    void assembleRings(const CookedLayer::Feature& feature, const CookedLayer::Part& largest)
    {
        const auto parts = m_layer.parts(feature);
        m_rings.clear();
        for (auto part = std::size_t(&largest - parts.data());
             part < parts.size() && parts[part].polygon == largest.polygon; ++part) {
            assemble(parts[part]);
            if (!m_points.empty())
                m_rings.push_back(m_points);
        }
    }

    std::optional<Place> inArea(double top, double bottom, const Stretch& within) const
    {
        if (bottom - top < LowestArea)
            return std::nullopt;
        Stretch best;
        double at = 0;
        for (const double share : {0.5, 0.4, 0.6, 0.28, 0.72}) {
            const double y = top + (bottom - top) * share;
            Stretch each = within;
            for (const double line : {y, y - HalfHeight, y + HalfHeight})
                each = widestStretch(m_rings, line, each);
            // Away from the middle only where there is clearly more room.
            if (each.width() > 1.1 * best.width()) {
                best = each;
                at = y;
            }
        }
        if (best.width() <= LeastRoom)
            return std::nullopt;
        return Place{{(best.left + best.right) / 2, at}, best.width(), 0};
    }

    const CookedLayer& m_layer;
    const MapView& m_view;
    std::size_t m_level;
    QRectF m_frame;
    std::vector<QPointF> m_points;
    Rings m_rings;
};

FeatureLabels::FeatureLabels(QSizeF picture)
    : m_picture(picture)
{
}

void FeatureLabels::add(const CookedLayer& layer, const StyledFeatures& styled, const MapView& view,
                        const base::Progress& progress)
{
    if (!styled.names.exist())
        return;
    const double margin = Margin * view.unitsPerPixel();
    const Extent seen = view.extent();
    Extent near = seen;
    near.add({seen.west - margin, seen.south - margin});
    near.add({seen.east + margin, seen.north + margin});
    const CookedBox asked = layer.toQuanta(near);
    // An area too low for a line of text is passed over at once: there may be hundreds of
    // thousands.
    const double lowest = LowestArea * view.unitsPerPixel() / layer.quantum();
    std::vector<std::uint32_t> features;
    layer.featureTree().query(asked, [&](std::uint32_t i) {
        const CookedLayer::Feature& feature = layer.features()[i];
        const PartKind kind = layer.parts(feature).front().kind;
        if (!isArea(kind) || double(feature.box.north) - feature.box.south >= lowest)
            features.push_back(i);
    });
    std::sort(features.begin(), features.end(), [&](std::uint32_t a, std::uint32_t b) {
        return layer.features()[a].source < layer.features()[b].source;
    });
    const QFont font = mapFont(11);
    Finder finder(layer, view);
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (i % Between == 0)
            progress.check();
        const CookedLayer::Feature& feature = layer.features()[features[i]];
        Wanted wanted;
        wanted.text = styled.label(feature.source);
        if (wanted.text.isEmpty() || styled.look[feature.source] == StyledFeatures::NotDrawn)
            continue;
        const CookedLayer::Part& largest = finder.largestOf(feature);
        if (!largest.box.meets(asked))
            continue;
        if (largest.kind == PartKind::Point)
            finder.onPoint(largest, wanted);
        else if (largest.kind == PartKind::Line)
            finder.onLine(largest, textBox(font, wanted.text).width(), wanted);
        else
            finder.onArea(feature, largest, wanted);
        if (wanted.place || wanted.inSight)
            m_wanted.push_back(std::move(wanted));
    }
}

void FeatureLabels::draw(QPainter& painter)
{
    std::stable_sort(m_wanted.begin(), m_wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return a.rank > b.rank; });
    if (m_wanted.size() > MostConsidered)
        m_wanted.resize(MostConsidered);
    const QFont font = mapFont(11);
    const QRectF frame(QPointF(), m_picture);
    const QRectF wide = frame.adjusted(-Margin, -Margin, Margin, Margin);
    LabelPlaces places(wide);
    for (const QRectF& box : m_avoided)
        places.block(box);
    QHash<QString, std::vector<QPointF>> onLines;

    enum class Result { Written, OutOfSight, NoPlace };
    const auto write = [&](const Wanted& wanted, const Place& place) {
        const QRectF words = textBox(font, wanted.text);
        if (words.width() > place.room)
            return Result::NoPlace;
        QPointF middle = place.middle;
        if (wanted.kind == GeometryKind::Point) // to its right
            middle += QPointF(6 + words.width() / 2, 0);
        if (wanted.kind == GeometryKind::Line) {
            std::vector<QPointF>& same = onLines[wanted.text];
            if (std::any_of(same.begin(), same.end(), [&](QPointF other) {
                    return std::hypot(other.x() - middle.x(), other.y() - middle.y()) < Apart;
                }))
                return Result::NoPlace;
        }
        const std::vector<QRectF> boxes = boxesOf(middle, words.size(), place.angle);
        const auto areIn = [&](const QRectF& area) {
            return std::all_of(boxes.begin(), boxes.end(),
                               [&](const QRectF& box) { return area.contains(box); });
        };
        if (!areIn(wide))
            return Result::OutOfSight;
        if (!places.takeAll(boxes))
            return Result::NoPlace;
        if (wanted.kind == GeometryKind::Line)
            onLines[wanted.text].push_back(middle);
        if (!areIn(frame))
            return Result::OutOfSight;
        const PainterState state(painter);
        QRectF box(QPointF(), words.size());
        if (place.angle == 0) {
            box.moveCenter(middle);
            box.moveTopLeft({std::round(box.left()), std::round(box.top())});
        } else {
            painter.translate(middle);
            painter.rotate(place.angle);
            box.moveCenter({0, 0});
        }
        drawHaloText(painter, font, box, wanted.text, QColor(0x30, 0x2c, 0x26));
        return Result::Written;
    };
    // What would leave the picture comes last, so that it moves none of the others.
    std::vector<const Wanted*> hidden;
    for (const Wanted& wanted : m_wanted) {
        const bool stands = wanted.place && write(wanted, *wanted.place) != Result::OutOfSight;
        if (!stands && wanted.inSight)
            hidden.push_back(&wanted);
    }
    for (const Wanted* wanted : hidden)
        write(*wanted, *wanted->inSight);
}

} // namespace geo
