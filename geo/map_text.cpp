// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_text.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <vector>

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

namespace {

constexpr double HaloWidth = 2.6;

// The parts of a text between gaps that no halo bridges. Qt's rasteriser takes time with the square
// of what stands in a line, so a long line is much faster in parts, and looks the same.
std::vector<QPainterPath> wordsOf(const QPainterPath& path)
{
    std::vector<QPainterPath> words;
    double right = 0;
    const auto add = [&](const QPainterPath& outline) {
        if (outline.isEmpty())
            return;
        const QRectF box = outline.controlPointRect();
        if (words.empty() || box.left() > right + HaloWidth + 1)
            words.emplace_back();
        right = words.back().isEmpty() ? box.right() : std::max(right, box.right());
        words.back().addPath(outline);
    };
    QPainterPath outline;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            add(outline);
            outline = QPainterPath(element);
            break;
        case QPainterPath::LineToElement:
            outline.lineTo(element);
            break;
        case QPainterPath::CurveToElement:
            outline.cubicTo(element, path.elementAt(i + 1), path.elementAt(i + 2));
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    add(outline);
    return words;
}

} // namespace

void drawHaloText(QPainter& painter, const QFont& font, const QRectF& box, const QString& text,
                  const QColor& color)
{
    const QFontMetricsF metrics(font);
    const QPointF start(box.left(), box.top() + metrics.ascent());
    QPainterPath path;
    path.addText(start, font, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen halo(QColor(255, 255, 255, 215), HaloWidth, Qt::SolidLine, Qt::RoundCap,
                    Qt::RoundJoin);
    for (const QPainterPath& word : wordsOf(path))
        painter.strokePath(word, halo);
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
