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

constexpr std::size_t MostConsidered = 2000;
constexpr double AnyRoom = 1e9;
constexpr double HalfHeight = 6; // of the words, in pixels

// The widest stretch of a horizontal line through an area: where words fit best. Pixels.
struct Stretch
{
    double left = 0;
    double right = 0;
};

Stretch widestStretch(const PreparedLayer& layer, std::span<const PreparedLayer::Part> parts,
                      const MapView& view, double y, double leftmost, double rightmost)
{
    std::vector<double> crossings;
    for (const PreparedLayer::Part& part : parts) {
        const auto points = layer.points(part);
        QPointF before = view.toPixel(points.back());
        for (const QPointF& point : points) {
            const QPointF now = view.toPixel(point);
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

void FeatureLabels::add(const PreparedLayer& layer, const StyledFeatures& styled,
                        const MapView& view)
{
    if (styled.labels.empty())
        return;
    const Extent seen = view.extent();
    for (const std::uint32_t index : layer.index().query(seen)) {
        const PreparedLayer::Feature& feature = layer.features()[index];
        const QString& text = styled.labels[feature.source];
        if (text.isEmpty() || styled.look[feature.source] == StyledFeatures::NotDrawn)
            continue;
        const auto parts = layer.parts(feature);
        const auto extentOf = [](const PreparedLayer::Part& part) {
            return (part.box.east - part.box.west) + (part.box.north - part.box.south);
        };
        const auto largest =
            std::max_element(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
                return extentOf(a) < extentOf(b);
            });
        if (!largest->box.meets(seen))
            continue;
        if (largest->kind == PartKind::Point) {
            m_wanted.push_back(
                {text, view.toPixel(layer.points(*largest).front()), 0, AnyRoom, true});
        } else if (largest->kind == PartKind::Line) {
            const auto points = layer.points(*largest);
            m_wanted.push_back({text, view.toPixel(points[points.size() / 2]),
                                extentOf(*largest) / view.unitsPerPixel(), AnyRoom, false});
        } else {
            const double top = std::max(0.0, view.toPixel({0, largest->box.north}).y());
            const double bottom =
                std::min(m_picture.height(), view.toPixel({0, largest->box.south}).y());
            if (bottom - top < 8)
                continue;
            std::size_t end = std::size_t(largest - parts.begin()) + 1;
            while (end < parts.size() && parts[end].polygon == largest->polygon)
                ++end;
            const std::size_t first = std::size_t(largest - parts.begin());
            Stretch best;
            double at = 0;
            for (const double share : {0.5, 0.4, 0.6, 0.28, 0.72}) {
                const double y = top + (bottom - top) * share;
                Stretch each{0, m_picture.width()};
                for (const double line : {y, y - HalfHeight, y + HalfHeight})
                    each = widestStretch(layer, parts.subspan(first, end - first), view, line,
                                         each.left, each.right);
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
