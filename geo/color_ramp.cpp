// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/color_ramp.h"

#include "geo/color.h"
#include "geo/symbol_painter.h"
#include <QLinearGradient>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace geo {

namespace {

constexpr std::array<ValueRamp, 5> AllRamps{ValueRamp::Viridis, ValueRamp::Cividis,
                                            ValueRamp::Ochre, ValueRamp::Grey,
                                            ValueRamp::BlueOrange};

constexpr int Near = 3; // of 255: as another program's table of the same ramp has it

// Every ninth of the way.
constexpr std::array<QRgb, 10> Cividis{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173,
                                       0xff8a8678, 0xffa59c74, 0xffc3b369, 0xffe1cc55, 0xfffee838};

QColor cividis(double at)
{
    const double place = at * double(Cividis.size() - 1);
    const std::size_t index = std::min(std::size_t(place), Cividis.size() - 2);
    const double share = place - double(index);
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    const QRgb a = Cividis[index];
    const QRgb b = Cividis[index + 1];
    return QColor(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QColor ochre(double at)
{
    // The chroma rises and falls, as sRGB has little of it at either end.
    const double chroma = 0.05 + 0.09 * std::sin(std::min(1.0, at * 1.05) * 2.6);
    return fromOklch(0.96 - 0.62 * at, chroma, 100 - 55 * at);
}

QColor blueOrange(double at)
{
    const double away = std::abs(at - 0.5) * 2;
    return fromOklch(0.95 - 0.45 * away, 0.13 * std::pow(away, 0.8), at < 0.5 ? 255 : 52);
}

} // namespace

QColor rampColor(ValueRamp ramp, double at)
{
    const double place = std::clamp(at, 0.0, 1.0);
    switch (ramp) {
    case ValueRamp::Viridis:
        return rampColor(RasterRamp::Viridis, place);
    case ValueRamp::Cividis:
        return cividis(place);
    case ValueRamp::Ochre:
        return ochre(place);
    case ValueRamp::BlueOrange:
        return blueOrange(place);
    case ValueRamp::Grey:
        break;
    }
    return fromOklch(0.93 - 0.63 * place, 0, 0);
}

std::vector<QColor> rampColors(ValueRamp ramp, std::size_t count, bool reversed)
{
    std::vector<QColor> colors;
    colors.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = count == 1 ? 0.5 : double(i) / double(count - 1);
        colors.push_back(rampColor(ramp, reversed ? 1 - at : at));
    }
    return colors;
}

std::optional<RampFound> rampOf(std::span<const QColor> colors)
{
    if (colors.size() < 2)
        return std::nullopt;
    for (const ValueRamp ramp : AllRamps)
        for (const bool reversed : {false, true}) {
            const std::vector<QColor> own = rampColors(ramp, colors.size(), reversed);
            if (std::equal(own.begin(), own.end(), colors.begin(), colors.end(),
                           [](const QColor& a, const QColor& b) {
                               return std::abs(a.red() - b.red()) <= Near &&
                                      std::abs(a.green() - b.green()) <= Near &&
                                      std::abs(a.blue() - b.blue()) <= Near;
                           }))
                return RampFound{ramp, reversed};
        }
    return std::nullopt;
}

void drawRampSample(QPainter& painter, const QRectF& box, ValueRamp ramp, bool reversed)
{
    QLinearGradient gradient(box.topLeft(), box.topRight());
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, rampColor(ramp, reversed ? 1 - i / 16.0 : i / 16.0));
    painter.fillRect(box, gradient);
}

} // namespace geo
