// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_text.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace geo {

QRectF textBox(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    return {0, 0, std::ceil(metrics.horizontalAdvance(text)), std::ceil(metrics.height())};
}

void drawMapText(QPainter& painter, const QFont& font, QPointF start, const QString& text,
                 const QColor& color)
{
    painter.save();
    if (painter.device() && painter.device()->devType() == QInternal::Image) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addText(start, font, text);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(path, color);
    } else {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(start, text);
    }
    painter.restore();
}

void drawHaloText(QPainter& painter, const QFont& font, const QRectF& box, const QString& text,
                  const QColor& color)
{
    const QFontMetricsF metrics(font);
    const QPointF start(box.left(), box.top() + metrics.ascent());
    QPainterPath path;
    path.addText(start, font, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(
        path, QPen(QColor(255, 255, 255, 215), 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
    drawMapText(painter, font, start, text, color);
}

QString distanceText(double metres, base::Language language)
{
    const QLocale locale = base::localeOf(language);
    const auto number = [&locale](double value) {
        return locale.toString(value, 'f', value < 9.95 ? 1 : 0);
    };
    const QString miles = number(metres / 1609.344);
    if (metres < 1000)
        return QStringLiteral("%1 m (%2 mi)").arg(locale.toString(metres, 'f', 0), miles);
    return QStringLiteral("%1 km (%2 mi)").arg(number(metres / 1000), miles);
}

} // namespace geo
