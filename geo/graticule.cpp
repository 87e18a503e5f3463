// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/decorations.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/pixel_geometry.h"
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace geo {

namespace {

constexpr double Nan = std::numeric_limits<double>::quiet_NaN();
constexpr QPointF Nowhere(Nan, Nan);

struct Range
{
    double low = 0;
    double high = 0;
};

// Degrees seen in the frame; longitudes run on past 180 so that the range is one piece.
struct Seen
{
    Range lon;
    Range lat;
    bool any = false;
};

Seen degreesSeen(const MapView& view)
{
    constexpr int Steps = 24;
    Seen seen;
    double reference = 0;
    const QSizeF size = view.size();
    for (int pass = 0; pass < 2; ++pass) {
        for (int row = 0; row <= Steps; ++row) {
            for (int column = 0; column <= Steps; ++column) {
                const auto at =
                    view.toLonLat({size.width() * column / Steps, size.height() * row / Steps});
                if (!at)
                    continue;
                if (!seen.any) {
                    const auto middle = view.toLonLat({size.width() / 2, size.height() / 2});
                    reference = middle ? middle->x() : at->x();
                    seen = {{reference, reference}, {at->y(), at->y()}, true};
                }
                const double lon = reference + std::remainder(at->x() - reference, 360.0);
                seen.lon = {std::min(seen.lon.low, lon), std::max(seen.lon.high, lon)};
                seen.lat = {std::min(seen.lat.low, at->y()), std::max(seen.lat.high, at->y())};
            }
        }
    }
    // A pole in view is where all meridians meet.
    for (const double pole : {90.0, -90.0}) {
        const auto pixel = seen.any ? view.fromLonLat({reference, pole}) : std::nullopt;
        if (pixel && QRectF(QPointF(), size).contains(*pixel)) {
            seen.lon = {reference - 180, reference + 180};
            (pole > 0 ? seen.lat.high : seen.lat.low) = pole;
        }
    }
    return seen;
}

double niceStep(const Seen& seen, QSizeF size)
{
    constexpr std::array Steps{30.0,       20.0,       10.0,        5.0,         2.0,
                               1.0,        0.5,        20 / 60.0,   10 / 60.0,   5 / 60.0,
                               2 / 60.0,   1 / 60.0,   30 / 3600.0, 20 / 3600.0, 10 / 3600.0,
                               5 / 3600.0, 2 / 3600.0, 1 / 3600.0};
    const double wanted = std::max(2.0, std::max(size.width(), size.height()) / 190);
    const double span =
        std::max(seen.lon.high - seen.lon.low, seen.lat.high - seen.lat.low) / wanted;
    double best = Steps.back();
    for (const double step : Steps)
        if (std::fabs(std::log(step / span)) < std::fabs(std::log(best / span)))
            best = step;
    return best;
}

// "110°", "31°30′", "31°30′15″", and the hemisphere in the reader's language.
QString degreesText(double degrees, bool isLongitude, const base::Translation& words)
{
    if (isLongitude)
        degrees = std::remainder(degrees, 360.0);
    const qint64 seconds = std::llround(std::fabs(degrees) * 3600);
    QString text = QStringLiteral("%1°").arg(seconds / 3600);
    if (seconds % 3600 != 0)
        text += QStringLiteral("%1′").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
    if (seconds % 60 != 0)
        text += QStringLiteral("%1″").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds == 0 || (isLongitude && seconds == qint64(180) * 3600))
        return text;
    const char* pattern =
        isLongitude
            ? (degrees < 0 ? QT_TRANSLATE_NOOP("Geo", "%1 W") : QT_TRANSLATE_NOOP("Geo", "%1 E"))
            : (degrees < 0 ? QT_TRANSLATE_NOOP("Geo", "%1 S") : QT_TRANSLATE_NOOP("Geo", "%1 N"));
    return words.text("Geo", pattern).arg(text);
}

// The part of a line inside the frame, in pieces; breaks where the projection jumps and where a
// point is Nowhere.
void clipInto(std::vector<std::vector<QPointF>>& lines, std::vector<Graticule::Mark>& marks,
              const std::vector<QPointF>& points, QSizeF size, const QString& text, bool isMeridian)
{
    const QRectF frame(QPointF(), size);
    std::vector<QPointF> piece;
    const auto flush = [&] {
        if (piece.size() > 1)
            lines.push_back(piece);
        piece.clear();
    };
    const auto mark = [&](QPointF at) {
        const double distances[4] = {at.y(), size.height() - at.y(), at.x(), size.width() - at.x()};
        const auto nearest = std::min_element(distances, distances + 4) - distances;
        constexpr Qt::Edge Edges[4] = {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge};
        const Qt::Edge edge = Edges[nearest];
        const bool upright = edge == Qt::TopEdge || edge == Qt::BottomEdge;
        if (upright == isMeridian)
            marks.push_back({at, edge, text});
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF a = points[i - 1];
        const QPointF b = points[i];
        const QPointF d = b - a;
        if (!std::isfinite(d.x()) || !std::isfinite(d.y())) {
            flush();
            continue;
        }
        double from = 0;
        double to = 1;
        if (std::hypot(d.x(), d.y()) > 4 * (size.width() + size.height()) ||
            !clipSegment(a, b, frame, from, to)) {
            flush();
            continue;
        }
        if (from > 0)
            mark(a + from * d);
        if (piece.empty())
            piece.push_back(a + from * d);
        piece.push_back(a + to * d);
        if (to < 1) {
            mark(a + to * d);
            flush();
        }
    }
    flush();
}

} // namespace

Graticule graticuleOf(const MapView& view, base::Language language)
{
    Graticule graticule;
    const Seen seen = degreesSeen(view);
    const QSizeF size = view.size();
    if (!seen.any || !(seen.lat.high > seen.lat.low) || size.isEmpty())
        return graticule;
    const double step = niceStep(seen, size);
    graticule.stepDegrees = step;
    const base::Translation words(language);
    constexpr int Samples = 160;
    const auto line = [&](auto degreesAt, const QString& text, bool isMeridian) {
        std::vector<QPointF> points;
        points.reserve(Samples + 1);
        for (int i = 0; i <= Samples; ++i)
            points.push_back(view.fromLonLat(degreesAt(double(i) / Samples)).value_or(Nowhere));
        clipInto(graticule.lines, graticule.marks, points, size, text, isMeridian);
    };
    const double south = std::max(-90.0, seen.lat.low - step);
    const double north = std::min(90.0, seen.lat.high + step);
    const double west = seen.lon.low - step;
    const double east = std::min(west + 360, seen.lon.high + step);
    for (double index = std::ceil(west / step); index * step <= east; ++index) {
        const double lon = index * step;
        line(
            [&](double t) {
                return QPointF(std::remainder(lon, 360.0), south + t * (north - south));
            },
            degreesText(lon, true, words), true);
    }
    for (double index = std::ceil(south / step); index * step <= north; ++index) {
        const double lat = index * step;
        if (std::fabs(lat) > 89.999)
            continue;
        line(
            [&](double t) { return QPointF(std::remainder(west + t * (east - west), 360.0), lat); },
            degreesText(lat, false, words), false);
    }
    return graticule;
}

void drawGraticule(QPainter& painter, const MapView& view, base::Language language,
                   const std::vector<QRectF>& occupied)
{
    const Graticule graticule = graticuleOf(view, language);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x30, 0x50, 0x70, 110), 0.7));
    for (const std::vector<QPointF>& line : graticule.lines)
        painter.drawPolyline(line.data(), int(line.size()));
    const QFont font = mapFont(10);
    const QRectF frame(QPointF(), view.size());
    std::vector<QRectF> taken = occupied;
    for (const Graticule::Mark& mark : graticule.marks) {
        QRectF box = textBox(font, mark.text);
        switch (mark.edge) {
        case Qt::TopEdge:
            box.moveTopLeft(mark.at + QPointF(3, 2));
            break;
        case Qt::BottomEdge:
            box.moveBottomLeft(mark.at + QPointF(3, -2));
            break;
        case Qt::LeftEdge:
            box.moveBottomLeft(mark.at + QPointF(3, -2));
            break;
        case Qt::RightEdge:
            box.moveBottomRight(mark.at + QPointF(-3, -2));
            break;
        }
        const bool overlaps = std::any_of(
            taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
        if (!frame.contains(box) || overlaps)
            continue;
        taken.push_back(box);
        drawHaloText(painter, font, box, mark.text, QColor(0x30, 0x50, 0x70));
    }
    painter.restore();
}

} // namespace geo
