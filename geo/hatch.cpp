// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/hatch.h"

#include "geo/painter_state.h"
#include <QImage>
#include <QPainter>
#include <cmath>

namespace geo {

namespace {

// Logical pixels.
constexpr double Distance = 7; // between lines, along the sides of the box
constexpr double DiagonalDistance = 10;
constexpr double DotDistance = 9;
constexpr double LineWidth = 1;
constexpr double DotRadius = 1.1;

double periodOf(Hatch hatch)
{
    switch (hatch) {
    case Hatch::Rising:
    case Hatch::Falling:
    case Hatch::DiagonalCross:
        return DiagonalDistance;
    case Hatch::Dots:
        return DotDistance;
    default:
        return Distance;
    }
}

void drawDots(QPainter& painter, const QRectF& box, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (double y = box.top(); y < box.bottom(); y += DotDistance)
        for (double x = box.left(); x < box.right(); x += DotDistance)
            for (const double share : {0.25, 0.75})
                painter.drawEllipse(QPointF(x, y) + QPointF(share, share) * DotDistance, DotRadius,
                                    DotRadius);
}

void drawLines(QPainter& painter, const QRectF& box, Hatch hatch, const QColor& color)
{
    painter.setPen(QPen(color, LineWidth, Qt::SolidLine, Qt::FlatCap));
    const double period = periodOf(hatch);
    if (hatch == Hatch::Horizontal || hatch == Hatch::Cross)
        for (double y = box.top() + period / 2; y < box.bottom(); y += period)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    if (hatch == Hatch::Vertical || hatch == Hatch::Cross)
        for (double x = box.left() + period / 2; x < box.right(); x += period)
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
    const double high = std::ceil(box.height() / period) * period;
    for (double x = box.left() - high; x < box.right() + high; x += period) {
        if (hatch == Hatch::Rising || hatch == Hatch::DiagonalCross)
            painter.drawLine(QPointF(x, box.top() + high), QPointF(x + high, box.top()));
        if (hatch == Hatch::Falling || hatch == Hatch::DiagonalCross)
            painter.drawLine(QPointF(x, box.top()), QPointF(x + high, box.top() + high));
    }
}

} // namespace

void drawHatch(QPainter& painter, const QRectF& box, const Symbol& symbol)
{
    if (symbol.hatch == Hatch::None)
        return;
    const PainterState state(painter);
    painter.setClipRect(box, Qt::IntersectClip);
    if (symbol.hatch == Hatch::Dots)
        drawDots(painter, box, symbol.hatchColor);
    else
        drawLines(painter, box, symbol.hatch, symbol.hatchColor);
}

int hatchPeriod(Hatch hatch, double devicePixelRatio)
{
    return std::max(2, int(std::lround(periodOf(hatch) * devicePixelRatio)));
}

QBrush hatchBrush(const Symbol& symbol, double devicePixelRatio)
{
    const int period = hatchPeriod(symbol.hatch, devicePixelRatio);
    QImage tile(period, period, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    // What leaves the tile on one side comes in on the other, and the colour's own opacity comes
    // last: where lines cross they are no darker.
    Symbol opaque = symbol;
    opaque.hatchColor.setAlpha(255);
    const double logical = periodOf(symbol.hatch);
    painter.scale(period / logical, period / logical);
    drawHatch(painter, QRectF(-logical, -logical, 3 * logical, 3 * logical), opaque);
    painter.resetTransform();
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.fillRect(tile.rect(), QColor(0, 0, 0, symbol.hatchColor.alpha()));
    painter.end();
    return QBrush(tile);
}

} // namespace geo
