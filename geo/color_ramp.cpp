// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/color_ramp.h"

#include "geo/color.h"
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

template <typename Ramp>
void drawSample(QPainter& painter, const QRectF& box, Ramp ramp, bool reversed)
{
    QLinearGradient gradient(reversed ? box.topRight() : box.topLeft(),
                             reversed ? box.topLeft() : box.topRight());
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, rampColor(ramp, i / 16.0));
    painter.fillRect(box, gradient);
}

} // namespace

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

QColor rampColor(ValueRamp ramp, double at)
{
    const double place = std::clamp(at, 0.0, 1.0);
    switch (ramp) {
    case ValueRamp::Viridis:
        return between(Viridis, place);
    case ValueRamp::Cividis:
        return between(Cividis, place);
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
    drawSample(painter, box, ramp, reversed);
}

void drawRampSample(QPainter& painter, const QRectF& box, RasterRamp ramp, bool reversed)
{
    drawSample(painter, box, ramp, reversed);
}

} // namespace geo
