// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/value_curve.h"

#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

constexpr int Digits = 6;
constexpr double Overhang = 0.06; // of the width: how it goes on outside its points

} // namespace

ValueCurve::ValueCurve(base::Language language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ValueCurve::setFunction(const shortlist::ValueFunction& function)
{
    m_function = function;
    const QLocale locale = base::localeOf(m_language);
    QStringList points;
    for (const QPointF& point : function.points)
        points << QStringLiteral("%1: %2").arg(locale.toString(point.x(), 'g', Digits),
                                               locale.toString(point.y(), 'g', Digits));
    setAccessibleName(tr("Picture of the value function"));
    setAccessibleDescription(points.join(QStringLiteral("; ")));
    update();
}

QSize ValueCurve::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 7};
}

QSize ValueCurve::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 5};
}

void ValueCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = fontMetrics();
    const QRectF frame =
        QRectF(rect()).adjusted(metrics.horizontalAdvance(QStringLiteral("0")) + 6,
                                metrics.height() / 2.0, -2, -metrics.height() - 2.0);
    QPen grid(palette().color(QPalette::Mid), 1);
    painter.setPen(grid);
    painter.setBrush(palette().base());
    painter.drawRect(frame);
    grid.setStyle(Qt::DotLine);
    painter.setPen(grid);
    painter.drawLine(QPointF(frame.left(), frame.center().y()),
                     QPointF(frame.right(), frame.center().y()));

    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF left(0, 0, frame.left() - 4, metrics.height());
    for (const auto& [text, y] : {std::pair(QStringLiteral("1"), frame.top()),
                                  std::pair(QStringLiteral("0"), frame.bottom())})
        painter.drawText(left.translated(0, y - metrics.height() / 2.0),
                         Qt::AlignRight | Qt::AlignVCenter, text);
    const auto& points = m_function.points;
    if (points.empty())
        return;
    const QLocale locale = base::localeOf(m_language);
    const double from = points.front().x();
    const double to = points.back().x();
    const QRectF below(frame.left(), frame.bottom() + 2, frame.width(), metrics.height());
    painter.drawText(below, Qt::AlignLeft, locale.toString(from, 'g', Digits));
    if (to > from)
        painter.drawText(below, Qt::AlignRight, locale.toString(to, 'g', Digits));

    const double room = Overhang * frame.width();
    const auto at = [&](const QPointF& point) {
        const double share = to > from ? (point.x() - from) / (to - from) : 0.5;
        return QPointF(frame.left() + room + share * (frame.width() - 2 * room),
                       frame.bottom() - point.y() * frame.height());
    };
    QPainterPath path(QPointF(frame.left(), at(points.front()).y()));
    for (const QPointF& point : points) {
        if (m_function.kind == shortlist::ValueFunction::Kind::Steps)
            path.lineTo(at(point).x(), path.currentPosition().y());
        path.lineTo(at(point));
    }
    path.lineTo(frame.right(), at(points.back()).y());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawPath(path);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.setPen(Qt::NoPen);
    for (const QPointF& point : points)
        painter.drawEllipse(at(point), 3, 3);
}

} // namespace widgets
