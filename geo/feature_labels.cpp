// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_labels.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double LowestArea = 8; // pixels
constexpr std::size_t MostConsidered = 2000;
constexpr double AnyRoom = 1e9;
constexpr double HalfHeight = 6; // of the words, in pixels

// The widest stretch of a horizontal line through an area: where words fit best. Pixels.
struct Stretch
{
    double left = 0;
    double right = 0;
};

// The rings are in pixels.
Stretch widestStretch(std::span<const std::vector<QPointF>> rings, double y, double leftmost,
                      double rightmost)
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
        const Stretch each{std::max(crossings[i - 1], leftmost), std::min(crossings[i], rightmost)};
        if (each.right - each.left > best.right - best.left)
            best = each;
    }
    return best;
}

} // namespace

FeatureLabels::FeatureLabels(QSizeF picture)
    : m_picture(picture)
{
}

void FeatureLabels::add(const CookedLayer& layer, const StyledFeatures& styled, const MapView& view)
{
    if (!styled.names.exist())
        return;
    const Extent seen = view.extent();
    const CookedBox inSight = layer.toQuanta(seen);
    const std::size_t level = layer.levelFor(view.unitsPerPixel());
    // An area too low for a line of text is passed over at once: there may be hundreds of
    // thousands.
    const double lowest = LowestArea * view.unitsPerPixel() / layer.quantum();
    std::vector<std::uint32_t> features;
    layer.featureTree().query(inSight, [&](std::uint32_t i) {
        const CookedLayer::Feature& feature = layer.features()[i];
        const PartKind kind = layer.parts(feature).front().kind;
        const bool area = kind == PartKind::Outer || kind == PartKind::Hole;
        if (!area || double(feature.box.north) - feature.box.south >= lowest)
            features.push_back(i);
    });
    std::sort(features.begin(), features.end(), [&](std::uint32_t a, std::uint32_t b) {
        return layer.features()[a].source < layer.features()[b].source;
    });
    std::vector<QPointF> points;
    for (const std::uint32_t index : features) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const QString text = styled.label(feature.source);
        if (text.isEmpty() || styled.look[feature.source] == StyledFeatures::NotDrawn)
            continue;
        const auto parts = layer.parts(feature);
        const auto extentOf = [&layer](const CookedLayer::Part& part) {
            const Extent box = layer.toMap(part.box);
            return box.width() + box.height();
        };
        const auto largest =
            std::max_element(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
                return extentOf(a) < extentOf(b);
            });
        if (!largest->box.meets(inSight))
            continue;
        if (largest->kind == PartKind::Point) {
            m_wanted.push_back({text, view.toPixel(layer.toMap(layer.pointsOf(*largest).front())),
                                0, AnyRoom, true});
        } else if (largest->kind == PartKind::Line) {
            layer.assemble(*largest, level, points);
            m_wanted.push_back({text, view.toPixel(points[points.size() / 2]),
                                extentOf(*largest) / view.unitsPerPixel(), AnyRoom, false});
        } else {
            const Extent box = layer.toMap(largest->box);
            const double top = std::max(0.0, view.toPixel({0, box.north}).y());
            const double bottom = std::min(m_picture.height(), view.toPixel({0, box.south}).y());
            if (bottom - top < LowestArea)
                continue;
            std::size_t end = std::size_t(largest - parts.begin()) + 1;
            while (end < parts.size() && parts[end].polygon == largest->polygon)
                ++end;
            const std::size_t first = std::size_t(largest - parts.begin());
            std::vector<std::vector<QPointF>> rings;
            for (const CookedLayer::Part& part : parts.subspan(first, end - first)) {
                layer.assemble(part, level, points);
                for (QPointF& point : points)
                    point = view.toPixel(point);
                if (!points.empty())
                    rings.push_back(points);
            }
            Stretch best;
            double at = 0;
            for (const double share : {0.5, 0.4, 0.6, 0.28, 0.72}) {
                const double y = top + (bottom - top) * share;
                Stretch each{0, m_picture.width()};
                for (const double line : {y, y - HalfHeight, y + HalfHeight})
                    each = widestStretch(rings, line, each.left, each.right);
                // Away from the middle only where there is clearly more room.
                if (each.right - each.left > 1.1 * (best.right - best.left)) {
                    best = each;
                    at = y;
                }
            }
            const double room = best.right - best.left;
            if (room > 12)
                m_wanted.push_back({text, {(best.left + best.right) / 2, at}, room, room, false});
        }
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
    std::vector<QRectF> taken;
    for (const Wanted& wanted : m_wanted) {
        QRectF box = textBox(font, wanted.text);
        if (box.width() > wanted.room)
            continue;
        if (wanted.beside)
            box.moveTopLeft(wanted.at + QPointF(6, -box.height() / 2));
        else
            box.moveCenter(wanted.at);
        box.moveTopLeft({std::round(box.left()), std::round(box.top())});
        const bool overlaps = std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) {
            return other.intersects(box.adjusted(-2, 0, 2, 0));
        });
        if (overlaps || !frame.contains(box))
            continue;
        taken.push_back(box);
        drawHaloText(painter, font, box, wanted.text, QColor(0x30, 0x2c, 0x26));
    }
}

} // namespace geo
