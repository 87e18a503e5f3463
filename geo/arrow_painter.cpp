// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/arrow_painter.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/measure.h"
#include "geo/pixel_geometry.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <span>
#include <utility>

namespace geo {

namespace {

// Logical pixels.
constexpr double Short = 10; // an arrow ends so far from the middle of the symbol it points to
constexpr double Head = 10;
constexpr double Beside = 14; // between legs that join the same sites
constexpr double LineHeight = 16;

double lengthOf(QPointF way)
{
    return std::hypot(way.x(), way.y());
}

double lengthOf(std::span<const QPointF> line)
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += lengthOf(line[i] - line[i - 1]);
    return sum;
}

struct Spot
{
    QPointF at;
    QPointF along; // of length 1
};

// The place `distance` pixels along a line of two or more points.
Spot spotAt(std::span<const QPointF> line, double distance)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const double length = lengthOf(way);
        if (length > 0 && (distance <= length || i + 1 == line.size()))
            return {line[i - 1] + way * (distance / length), way / length};
        distance -= length;
    }
    return {line.back(), {1, 0}};
}

// Drops the first `distance` pixels of a line; leaves nothing of a line that is shorter.
void dropStart(std::vector<QPointF>& line, double distance)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const double length = lengthOf(way);
        if (length > distance) {
            const QPointF start = line[i - 1] + way * (distance / length);
            line.erase(line.begin(), line.begin() + std::ptrdiff_t(i) - 1);
            line.front() = start;
            return;
        }
        distance -= length;
    }
    line.clear();
}

void dropEnd(std::vector<QPointF>& line, double distance)
{
    std::reverse(line.begin(), line.end());
    dropStart(line, distance);
    std::reverse(line.begin(), line.end());
}

QPainterPath pathOf(std::span<const QPointF> line)
{
    QPainterPath path(line.front());
    for (const QPointF& point : line.subspan(1))
        path.lineTo(point);
    return path;
}

QPainterPath headAt(const Spot& tip)
{
    const QPointF across(-tip.along.y(), tip.along.x());
    const QPointF back = tip.at - tip.along * Head;
    QPainterPath head(tip.at);
    head.lineTo(back + across * (Head * 0.45));
    head.lineTo(back - across * (Head * 0.45));
    head.closeSubpath();
    return head;
}

// What is seen of a leg.
struct Leg
{
    std::vector<std::vector<QPointF>> lines;
    std::vector<QPainterPath> heads;
    std::vector<QPointF> longest; // of the lines: the words stand on it
};

Leg seenLeg(const MapView& view, QPointF from, QPointF to, double aside)
{
    Leg leg;
    std::vector<std::vector<QPointF>> pieces = legPixels(view, from, to, aside);
    if (pieces.empty())
        return leg;
    const auto start = view.fromLonLat(from);
    const auto end = view.fromLonLat(to);
    if (start && end && pieces.size() == 1 && lengthOf(pieces.front()) < 2 * Short + Head)
        return leg; // the symbols touch
    const QRectF frame(QPointF(), view.size());
    if (start && lengthOf(pieces.front().front() - *start) < 1)
        dropStart(pieces.front(), Short);
    const bool arrives = end && frame.contains(*end) && !pieces.back().empty() &&
                         lengthOf(pieces.back().back() - *end) < 1;
    if (arrives) {
        dropEnd(pieces.back(), Short);
        if (pieces.back().size() > 1) {
            const double length = lengthOf(pieces.back());
            const Spot neck = spotAt(pieces.back(), std::max(0.0, length - Head));
            const QPointF tip = pieces.back().back();
            const QPointF way = tip - neck.at;
            leg.heads.push_back(headAt({tip, way / std::max(1e-9, lengthOf(way))}));
            dropEnd(pieces.back(), Head * 0.8);
        }
    }
    std::vector<QPointF> scratch;
    for (const auto& piece : pieces)
        clipLine(piece, frame.adjusted(-8, -8, 8, 8), scratch, [&](std::span<const QPointF> line) {
            leg.lines.emplace_back(line.begin(), line.end());
        });
    double most = 0;
    for (const auto& line : leg.lines) {
        const double length = lengthOf(line);
        if (length <= most)
            continue;
        most = length;
        leg.longest = line;
    }
    if (!arrives && most > 4 * Head)
        leg.heads.push_back(headAt(spotAt(leg.longest, most / 2 + Head / 2)));
    return leg;
}

struct Words
{
    QRectF box;
    QString text;
    bool bold;
};

// What is written stays off the line.
void blockLine(std::span<const QPointF> line, LabelPlaces& places)
{
    constexpr double Step = 6;
    double at = 0; // along the segment
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const double length = lengthOf(way);
        for (; at < length; at += Step)
            places.blockLine(
                QRectF(line[i - 1] + way * (at / length) - QPointF(2, 2), QSizeF(4, 4)));
        at -= length;
    }
}

// A block of one or two lines beside the leg, or on it, wherever all of it has room.
void placeWords(const Leg& leg, const QStringList& lines, bool firstIsName, LabelPlaces& places,
                std::vector<Words>& words)
{
    const double length = lengthOf(leg.longest);
    const QFont plain = mapFont(11);
    const QFont bold = mapFont(11, FontWeight::Bold);
    std::vector<double> widths;
    for (const QString& line : lines)
        widths.push_back(textBox(firstIsName && widths.empty() ? bold : plain, line).width());
    const double width = *std::max_element(widths.begin(), widths.end());
    const double height = LineHeight * double(lines.size());
    struct Try
    {
        double share;
        double side;
    };
    std::vector<Try> tries;
    for (const double share : {0.5, 0.38, 0.62, 0.26, 0.74})
        for (const double side : {-1.0, 1.0})
            tries.push_back({share, side});
    for (const double share : {0.5, 0.38, 0.62})
        tries.push_back({share, 0.0});
    for (const auto& [share, side] : tries) {
        const Spot spot = spotAt(leg.longest, length * share);
        const QPointF across(-spot.along.y(), spot.along.x());
        const double off =
            std::fabs(across.x()) * width / 2 + std::fabs(across.y()) * height / 2 + 4;
        const QPointF middle = spot.at + across * (side * off);
        const QRectF block(std::round(middle.x() - width / 2), std::round(middle.y() - height / 2),
                           width, height);
        if (!places.take(block.adjusted(0, 0.5, 0, -0.5),
                         side == 0 ? LabelPlaces::Lines::Cross : LabelPlaces::Lines::Avoid))
            continue;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const double own = widths[std::size_t(i)];
            words.push_back({QRectF(std::round(block.center().x() - own / 2),
                                    block.top() + LineHeight * double(i), own, LineHeight),
                             lines[i], firstIsName && i == 0});
        }
        return;
    }
}

// Counts legs that join the same two places, whichever way.
class Neighbours
{
public:
    explicit Neighbours(const std::vector<ProjectArrow>& arrows)
    {
        for (const ProjectArrow& arrow : arrows)
            for (std::size_t i = 1; i < arrow.lonLats.size(); ++i)
                ++m_pairs[keyOf(arrow.lonLats[i - 1], arrow.lonLats[i])].count;
    }
    // How far aside the next leg between two places lies: in the middle if it is the only one.
    double aside(QPointF from, QPointF to)
    {
        Pair& pair = m_pairs[keyOf(from, to)];
        if (pair.count < 2)
            return 0;
        // Seen from one end, whichever way a leg runs.
        const double place = (double(pair.drawn++) - double(pair.count - 1) / 2) * Beside;
        return isOrdered(from, to) ? place : -place;
    }

private:
    using Key = std::array<double, 4>;
    struct Pair
    {
        int count = 0;
        int drawn = 0;
    };
    static bool isOrdered(QPointF a, QPointF b)
    {
        return std::pair(a.x(), a.y()) < std::pair(b.x(), b.y());
    }
    static Key keyOf(QPointF a, QPointF b)
    {
        if (!isOrdered(a, b))
            std::swap(a, b);
        return {a.x(), a.y(), b.x(), b.y()};
    }
    std::map<Key, Pair> m_pairs;
};

} // namespace

std::vector<std::vector<QPointF>> legPixels(const MapView& view, QPointF fromLonLat,
                                            QPointF toLonLat, double aside)
{
    const double metres = geodesicMetres(fromLonLat, toLonLat);
    if (!std::isfinite(metres) || metres <= 0)
        return {};
    // Between points 20 km apart the geodesic leaves a straight line by less than 10 m.
    const int steps = std::clamp(int(std::ceil(metres / 20'000)), 2, 1024);
    std::vector<QPointF> points = geodesicPoints(fromLonLat, toLonLat, steps);
    view.fromWgs84().forward(points);
    for (QPointF& point : points)
        point = view.toPixel(point);
    // A step this long is a tear of the projection, which stretches by less.
    const double torn =
        std::max(40 * metres / steps / view.metresPerPixel(), lengthOf(QPointF(1, 1)));
    std::vector<std::vector<QPointF>> pieces;
    bool open = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i].x()) || !std::isfinite(points[i].y())) {
            open = false;
            continue;
        }
        if (!open || lengthOf(points[i] - points[i - 1]) > torn)
            pieces.emplace_back();
        pieces.back().push_back(points[i]);
        open = true;
    }
    std::erase_if(pieces, [](const auto& piece) { return piece.size() < 2; });
    if (aside == 0 || pieces.size() != 1)
        return pieces;
    std::vector<QPointF>& line = pieces.front();
    const QPointF way = line.back() - line.front();
    const QPointF right = QPointF(-way.y(), way.x()) / std::max(1e-9, lengthOf(way));
    for (std::size_t i = 0; i < line.size(); ++i)
        line[i] +=
            right * (aside * std::sin(std::numbers::pi * double(i) / double(line.size() - 1)));
    return pieces;
}

void drawArrows(const MapSnapshot& snapshot, QPainter& painter, LabelPlaces& places)
{
    const QColor pale(255, 255, 255, 200);
    Neighbours neighbours(snapshot.arrows);
    std::vector<Words> words;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // The words of what is highlighted are placed first, its lines are drawn last.
    std::vector<const ProjectArrow*> ordered;
    for (const bool highlighted : {true, false})
        for (const ProjectArrow& arrow : snapshot.arrows)
            if (arrow.highlighted == highlighted)
                ordered.push_back(&arrow);
    struct Drawn
    {
        const ProjectArrow* arrow;
        Leg leg;
        QStringList lines;
        bool named;
    };
    std::vector<Drawn> legs;
    for (const ProjectArrow* arrow : ordered) {
        bool named = !arrow->label.isEmpty();
        for (std::size_t i = 1; i < arrow->lonLats.size(); ++i) {
            const QPointF from = arrow->lonLats[i - 1];
            const QPointF to = arrow->lonLats[i];
            Leg leg = seenLeg(snapshot.view, from, to, neighbours.aside(from, to));
            if (leg.lines.empty())
                continue;
            for (const auto& line : leg.lines)
                blockLine(line, places);
            QStringList lines;
            if (named)
                lines << arrow->label;
            if (arrow->distances)
                lines << distanceText(geodesicMetres(from, to), snapshot.language);
            legs.push_back({arrow, std::move(leg), lines, named});
            named = false;
        }
    }
    for (const Drawn& each : legs)
        if (!each.lines.isEmpty() && !each.leg.longest.empty())
            placeWords(each.leg, each.lines, each.named, places, words);
    std::reverse(legs.begin(), legs.end());
    for (const auto& [arrow, leg, lines, named] : legs) {
        const QColor ink = arrow->highlighted ? QColor(0x00, 0x5f, 0xcc) : QColor(0x24, 0x3b, 0x5a);
        const double width = arrow->highlighted ? 2.4 : 1.6;
        painter.setBrush(Qt::NoBrush);
        for (const QPainterPath& head : leg.heads)
            painter.strokePath(head, QPen(pale, 2.4));
        for (const auto& line : leg.lines)
            painter.strokePath(pathOf(line), QPen(pale, width + 2.4, Qt::SolidLine, Qt::FlatCap));
        for (const auto& line : leg.lines)
            painter.strokePath(pathOf(line), QPen(ink, width, Qt::SolidLine, Qt::FlatCap));
        for (const QPainterPath& head : leg.heads)
            painter.fillPath(head, ink);
    }
    const QFont plain = mapFont(11);
    const QFont bold = mapFont(11, FontWeight::Bold);
    for (const Words& each : words)
        drawHaloText(painter, each.bold ? bold : plain, each.box, each.text,
                     QColor(0x24, 0x3b, 0x5a));
    painter.restore();
}

} // namespace geo
