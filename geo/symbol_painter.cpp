// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/symbol_painter.h"

#include "geo/hatch.h"
#include "geo/styled_features.h"
#include <QPainter>
#include <QPainterPath>

namespace geo {

QPen strokePen(const Symbol& symbol)
{
    if (!symbol.stroke || symbol.strokeWidth <= 0)
        return QPen(Qt::NoPen);
    QPen pen(*symbol.stroke, symbol.strokeWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    switch (symbol.dash) {
    case Dash::Solid:
        break;
    case Dash::Dashed:
        pen.setStyle(Qt::DashLine);
        break;
    case Dash::Dotted:
        pen.setStyle(Qt::DotLine);
        break;
    case Dash::DashDotted:
        pen.setStyle(Qt::DashDotLine);
        break;
    }
    return pen;
}

void drawPointSymbol(QPainter& painter, QPointF centre, const Symbol& symbol)
{
    const double r = symbol.pointSize / 2;
    QPainterPath path;
    switch (symbol.shape) {
    case PointShape::Circle:
        path.addEllipse(centre, r, r);
        break;
    case PointShape::Square:
        path.addRect(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r));
        break;
    case PointShape::Triangle:
        path.addPolygon(QPolygonF({centre + QPointF(0, -r), centre + QPointF(r, r),
                                   centre + QPointF(-r, r), centre + QPointF(0, -r)}));
        break;
    case PointShape::Diamond:
        path.addPolygon(
            QPolygonF({centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r),
                       centre + QPointF(-r, 0), centre + QPointF(0, -r)}));
        break;
    case PointShape::Cross: {
        const double w = r / 3;
        path.addRect(QRectF(centre.x() - r, centre.y() - w, 2 * r, 2 * w));
        QPainterPath upright;
        upright.addRect(QRectF(centre.x() - w, centre.y() - r, 2 * w, 2 * r));
        path = path.united(upright);
        break;
    }
    }
    painter.setPen(strokePen(symbol));
    painter.setBrush(symbol.fill ? QBrush(*symbol.fill) : QBrush(Qt::NoBrush));
    painter.drawPath(path);
}

void drawAreaSample(QPainter& painter, const QRectF& box, const Symbol& symbol)
{
    painter.setPen(strokePen(symbol));
    painter.setBrush(symbol.fill ? QBrush(*symbol.fill) : QBrush(Qt::NoBrush));
    if (symbol.hatch == Hatch::None) {
        painter.drawRect(box);
        return;
    }
    painter.fillRect(box, painter.brush());
    drawHatch(painter, box, symbol);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void drawLineSample(QPainter& painter, QPointF from, QPointF to, const Symbol& symbol)
{
    if (const auto casing = casingOf(symbol)) {
        painter.setPen(strokePen(*casing));
        painter.drawLine(from, to);
    }
    painter.setPen(strokePen(symbol));
    painter.drawLine(from, to);
}

} // namespace geo
