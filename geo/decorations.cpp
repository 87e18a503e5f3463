// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/decorations.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/measure.h"
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <numbers>

namespace geo {

namespace {

constexpr double MetresPerMile = 1609.344;
constexpr double MetresPerFoot = 0.3048;

double roundDown(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    const double leading = value / power;
    return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
}

// Metres on the ground between two pixels level with the centre, `pixels` apart.
std::optional<double> groundLength(const MapView& view, double pixels)
{
    const QPointF middle(view.size().width() / 2, view.size().height() / 2);
    const auto left = view.toLonLat(middle - QPointF(pixels / 2, 0));
    const auto right = view.toLonLat(middle + QPointF(pixels / 2, 0));
    if (!left || !right)
        return std::nullopt;
    return geodesicMetres(*left, *right);
}

ScaleBar scaleBar(const MapView& view, double maximumPixels, base::Language language,
                  double metresPerUnit, double metresPerSmallUnit, const QString& unit,
                  const QString& smallUnit)
{
    ScaleBar bar;
    const double metresPerPixel = view.metresPerPixel();
    if (!(metresPerPixel > 0) || !std::isfinite(metresPerPixel))
        return bar;
    const double longest = metresPerPixel * maximumPixels;
    const bool small = longest < metresPerUnit;
    const double inUnits = small ? metresPerSmallUnit : metresPerUnit;
    const double units = roundDown(longest / inUnits);
    bar.metres = units * inUnits;
    const double first = bar.metres / metresPerPixel;
    bar.pixels = first;
    // The scale varies along a long bar; a few steps find the length that measures right. On a map
    // of half the globe there may be none: then the scale at the centre has to do.
    for (int i = 0; i < 8; ++i) {
        const auto length = groundLength(view, bar.pixels);
        bar.pixels = length && *length > 0 ? bar.pixels * bar.metres / *length : 0;
        if (!(bar.pixels > first / 2 && bar.pixels < first * 2)) {
            bar.pixels = first;
            break;
        }
    }
    const QString number = base::localeOf(language).toString(
        units, 'f', units < 1 ? int(std::ceil(-std::log10(units))) : 0);
    bar.text = QStringLiteral("%1 %2").arg(number, small ? smallUnit : unit);
    return bar;
}

} // namespace

ScaleBar metricScaleBar(const MapView& view, double maximumPixels, base::Language language)
{
    return scaleBar(view, maximumPixels, language, 1000, 1, QStringLiteral("km"),
                    QStringLiteral("m"));
}

ScaleBar mileScaleBar(const MapView& view, double maximumPixels, base::Language language)
{
    return scaleBar(view, maximumPixels, language, MetresPerMile, MetresPerFoot,
                    QStringLiteral("mi"), QStringLiteral("ft"));
}

double northDirection(const MapView& view)
{
    const QPointF middle(view.size().width() / 2, view.size().height() / 2);
    const auto here = view.toLonLat(middle);
    if (!here)
        return 0;
    const double step = here->y() > 89.99 ? -1e-4 : 1e-4;
    const auto there = view.fromLonLat({here->x(), here->y() + step});
    if (!there)
        return 0;
    const QPointF way = (*there - middle) * (step > 0 ? 1 : -1);
    return std::atan2(way.x(), -way.y()) * 180 / std::numbers::pi;
}

void drawScaleBar(QPainter& painter, const MapView& view, QPointF lowerLeft,
                  base::Language language)
{
    const double most = std::min(180.0, view.size().width() / 3);
    const ScaleBar metric = metricScaleBar(view, most, language);
    const ScaleBar miles = mileScaleBar(view, most, language);
    if (!(metric.pixels > 0))
        return;
    const QFont font = mapFont(11);
    const QColor ink(0x1f, 0x1f, 0x1f);
    const double y = std::round(lowerLeft.y() - 20);
    const double x = std::round(lowerLeft.x());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto bracket = [&](const ScaleBar& bar, double height, const QColor& color,
                             double width) {
        const double end = x + bar.pixels;
        const QPointF points[4] = {{x, y + height}, {x, y}, {end, y}, {end, y + height}};
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawPolyline(points, 4);
    };
    for (const auto& [color, width] : {std::pair(QColor(255, 255, 255, 215), 4.0), {ink, 1.5}}) {
        bracket(metric, -6, color, width);
        bracket(miles, 6, color, width);
    }
    const auto text = [&](const ScaleBar& bar, double top) {
        QRectF box = textBox(font, bar.text);
        box.moveTopLeft({x + 5, top});
        drawHaloText(painter, font, box, bar.text, ink);
    };
    const double height = textBox(font, metric.text).height();
    text(metric, y - 2 - height);
    text(miles, y + 2);
    painter.restore();
}

void drawNorthArrow(QPainter& painter, const MapView& view, QPointF centre, base::Language language)
{
    const QColor ink(0x1f, 0x1f, 0x1f);
    const QColor ground(255, 255, 255, 215);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.rotate(northDirection(view));
    QPainterPath left;
    left.moveTo(0, -16);
    left.lineTo(-8, 10);
    left.lineTo(0, 5);
    left.closeSubpath();
    QPainterPath right;
    right.moveTo(0, -16);
    right.lineTo(8, 10);
    right.lineTo(0, 5);
    right.closeSubpath();
    painter.strokePath(left.united(right),
                       QPen(ground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(left, ink);
    painter.fillPath(right, Qt::white);
    painter.strokePath(left, QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(right, QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QFont font = mapFont(12, FontWeight::Bold);
    const QString north = base::Translation(language).text("Geo", QT_TRANSLATE_NOOP("Geo", "N"));
    QRectF box = textBox(font, north);
    box.moveCenter({0, -24});
    drawHaloText(painter, font, box, north, ink);
    painter.restore();
}

} // namespace geo
