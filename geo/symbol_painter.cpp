// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/symbol_painter.h"

#include "geo/color.h"
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace geo {

namespace {

// Viridis (Smith & van der Walt 2015), every eighth of the way.
constexpr std::array<QRgb, 9> Viridis{0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e, 0xff21918c,
                                      0xff28ae80, 0xff5ec962, 0xffaddc30, 0xfffde725};
// Lowland green to bare rock and snow.
constexpr std::array<QRgb, 6> Terrain{0xff7fa37a, 0xffb9c79a, 0xffe8dfb5,
                                      0xffcfae83, 0xffa98968, 0xfff4f2ee};
constexpr std::array<QRgb, 10> Cividis{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173,
                                       0xff8a8678, 0xffa59c74, 0xffc3b369, 0xffe1cc55, 0xfffee838};
constexpr std::array<QRgb, 17> Magma{0xff000004, 0xff0a0822, 0xff1d1046, 0xff36106a, 0xff50127b,
                                     0xff6a1c81, 0xff822581, 0xff9b2e7f, 0xffb6367a, 0xffd04170,
                                     0xffe65164, 0xfff46a5c, 0xfffb8761, 0xfffea571, 0xfffec387,
                                     0xfffde0a1, 0xfffcfdbf};
constexpr std::array<QRgb, 2> Grey{0xff000000, 0xffffffff};

template <std::size_t N>
QColor between(const std::array<QRgb, N>& stops, double at)
{
    const double place = std::clamp(at, 0.0, 1.0) * double(N - 1);
    const std::size_t index = std::min(std::size_t(place), N - 2);
    const double share = place - double(index);
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    const QRgb a = stops[index];
    const QRgb b = stops[index + 1];
    return QColor(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

// From the middle to both ends along straight lines in OKLab (Ottosson 2020).
QColor blueRed(double at)
{
    constexpr double Middle = 0.97;
    constexpr double End = 0.42;
    constexpr double Chroma = 0.14;
    const double away = std::abs(at - 0.5) * 2;
    return fromOklch(Middle + (End - Middle) * away, Chroma * away, at < 0.5 ? 255 : 30);
}

} // namespace

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
    painter.drawRect(box);
}

void drawLineSample(QPainter& painter, QPointF from, QPointF to, const Symbol& symbol)
{
    painter.setPen(strokePen(symbol));
    painter.drawLine(from, to);
}

QColor rampColor(RasterRamp ramp, double at)
{
    switch (ramp) {
    case RasterRamp::Viridis:
        return between(Viridis, at);
    case RasterRamp::Cividis:
        return between(Cividis, at);
    case RasterRamp::Magma:
        return between(Magma, at);
    case RasterRamp::BlueRed:
        return blueRed(std::clamp(at, 0.0, 1.0));
    case RasterRamp::Terrain:
        return between(Terrain, at);
    case RasterRamp::Grey:
        break;
    }
    return between(Grey, at);
}

void drawRampSample(QPainter& painter, const QRectF& box, RasterRamp ramp, bool reversed)
{
    QLinearGradient gradient(reversed ? box.topRight() : box.topLeft(),
                             reversed ? box.topLeft() : box.topRight());
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, rampColor(ramp, i / 16.0));
    painter.fillRect(box, gradient);
}

} // namespace geo
