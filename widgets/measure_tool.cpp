// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/measure_tool.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/measure.h"
#include "widgets/map_canvas.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

constexpr double SquareMetresOfAcre = 4046.8564224; // the international acre
constexpr int StepsOfLeg = 32;                      // a geodesic is drawn as the curve it is

QString areaText(double squareMetres, base::Language language)
{
    const QLocale locale = base::localeOf(language);
    const auto number = [&locale](double value) {
        return locale.toString(value, 'f', value < 99.95 ? 2 : 0);
    };
    if (squareMetres < 1e6)
        return MeasureTool::tr("%1 ha (%2 acres)")
            .arg(number(squareMetres / 1e4), number(squareMetres / SquareMetresOfAcre));
    return MeasureTool::tr("%1 km² (%2 acres)")
        .arg(number(squareMetres / 1e6), number(squareMetres / SquareMetresOfAcre));
}

} // namespace

MeasureTool::MeasureTool(Measure measure, base::Language language)
    : m_measure(measure)
    , m_language(language)
{
}

QString MeasureTool::words(Measure measure, const std::vector<QPointF>& lonLats,
                           base::Language language)
{
    if (measure == Measure::Length) {
        if (lonLats.size() < 2)
            return tr("Click the corners of a line; a double click ends it.");
        return tr("%1, geodesic on WGS 84")
            .arg(geo::distanceText(geo::geodesicLength(lonLats), language));
    }
    if (lonLats.size() < 3)
        return tr("Click the corners of an area; a double click ends it.");
    return tr("%1, geodesic on WGS 84").arg(areaText(geo::geodesicSquareMetres(lonLats), language));
}

void MeasureTool::press(MapCanvas& canvas, const QMouseEvent& event)
{
    if (event.button() == Qt::LeftButton)
        m_pressed = event.position();
    NavigateTool::press(canvas, event);
}

void MeasureTool::move(MapCanvas& canvas, const QMouseEvent& event)
{
    m_cursor = canvas.view().toLonLat(event.position());
    if (event.buttons() != Qt::NoButton)
        NavigateTool::move(canvas, event);
    canvas.update();
}

void MeasureTool::release(MapCanvas& canvas, const QMouseEvent& event)
{
    const bool click =
        event.button() == Qt::LeftButton && m_pressed &&
        (event.position() - *m_pressed).manhattanLength() < QApplication::startDragDistance();
    m_pressed.reset();
    if (!click) {
        NavigateTool::release(canvas, event);
        return;
    }
    forget(canvas); // what was a click is no click on a site
    if (const auto place = canvas.view().toLonLat(event.position())) {
        if (m_ended)
            m_corners.clear();
        m_ended = false;
        m_corners.push_back(*place);
    }
    canvas.update();
}

bool MeasureTool::doubleClick(MapCanvas& canvas, const QMouseEvent&)
{
    end(); // its first click was the last corner
    canvas.update();
    return true;
}

bool MeasureTool::key(MapCanvas& canvas, const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        end();
        break;
    case Qt::Key_Backspace:
        if (!m_corners.empty())
            m_corners.pop_back();
        break;
    case Qt::Key_Space: // by keyboard: the middle of the map is a corner
        if (const auto place =
                canvas.view().toLonLat(QPointF(canvas.width() / 2.0, canvas.height() / 2.0))) {
            if (m_ended)
                m_corners.clear();
            m_ended = false;
            m_corners.push_back(*place);
            m_cursor.reset();
        }
        break;
    default:
        return false;
    }
    canvas.update();
    return true;
}

void MeasureTool::end()
{
    m_ended = !m_corners.empty();
    m_cursor.reset();
}

void MeasureTool::paint(const MapCanvas& canvas, QPainter& painter) const
{
    std::vector<QPointF> corners = m_corners;
    if (!m_ended && m_cursor && !corners.empty() && corners.back() != *m_cursor)
        corners.push_back(*m_cursor);
    QPainterPath path;
    const auto leg = [&](QPointF from, QPointF to) {
        for (const QPointF& each : geo::geodesicPoints(from, to, StepsOfLeg))
            if (const auto at = canvas.view().fromLonLat(each)) {
                if (path.elementCount() == 0)
                    path.moveTo(*at);
                else
                    path.lineTo(*at);
            }
    };
    for (std::size_t i = 1; i < corners.size(); ++i)
        leg(corners[i - 1], corners[i]);
    const bool area = m_measure == Measure::Area && corners.size() > 2;
    if (area)
        leg(corners.back(), corners.front());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent(0x00, 0x5f, 0xcc);
    if (area) {
        QColor fill = accent;
        fill.setAlpha(45);
        painter.fillPath(path, fill);
    }
    painter.strokePath(path, QPen(Qt::white, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(accent);
    for (const QPointF& corner : corners)
        if (const auto at = canvas.view().fromLonLat(corner))
            painter.drawEllipse(*at, 4, 4);

    // Beside the last corner, within the map; before the first one, at the top.
    const QString text = words(m_measure, corners, m_language);
    const QFont font = geo::mapFont(13, geo::FontWeight::Bold);
    QRectF box = geo::textBox(font, text);
    QPointF at(canvas.width() / 2.0 - box.width() / 2, 12);
    if (!corners.empty())
        if (const auto last = canvas.view().fromLonLat(corners.back()))
            at = *last + QPointF(12, -12 - box.height());
    box.moveTopLeft({std::clamp(at.x(), 6.0, std::max(6.0, canvas.width() - box.width() - 6)),
                     std::clamp(at.y(), 6.0, std::max(6.0, canvas.height() - box.height() - 6))});
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.drawRoundedRect(box.adjusted(-5, -2, 5, 2), 3, 3);
    geo::drawHaloText(painter, font, box, text);
    painter.restore();
}

} // namespace widgets
