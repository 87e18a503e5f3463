// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_style.h"

#include "base/error.h"
#include "geo/raster_source.h"
#include "geo/text.h"
#include <array>
#include <cmath>

namespace geo {

namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<RasterRamp, 6> RampNames{{{RasterRamp::Grey, "grey"},
                                          {RasterRamp::Viridis, "viridis"},
                                          {RasterRamp::Cividis, "cividis"},
                                          {RasterRamp::Magma, "magma"},
                                          {RasterRamp::BlueRed, "blue_red"},
                                          {RasterRamp::Terrain, "terrain"}}};
constexpr Names<RasterLook, 3> LookNames{{{RasterLook::Ramp, "ramp"},
                                          {RasterLook::Hillshade, "hillshade"},
                                          {RasterLook::ShadedRamp, "shaded_ramp"}}};
constexpr Names<RasterRange, 2> RangeNames{
    {{RasterRange::Percentiles, "percentiles"}, {RasterRange::Deviations, "deviations"}}};

[[noreturn]] void refuse(const char* key)
{
    throw base::Error(Text::tr("A layer's style in this file cannot be understood. Choose a new "
                               "style for the layer."),
                      QStringLiteral("raster: %1").arg(QLatin1String(key)));
}

template <typename Enum, std::size_t N>
void put(QJsonObject& json, const char* key, const Names<Enum, N>& names, Enum value, Enum plain)
{
    for (const auto& [each, name] : names)
        if (each == value && value != plain)
            json.insert(QLatin1String(key), QLatin1String(name));
}

template <typename Enum, std::size_t N>
void take(const QJsonObject& json, const char* key, const Names<Enum, N>& names, Enum& value)
{
    const QJsonValue stated = json.value(QLatin1String(key));
    if (stated.isUndefined())
        return;
    for (const auto& [each, name] : names)
        if (stated.toString() == QLatin1String(name)) {
            value = each;
            return;
        }
    refuse(key);
}

// Numbers of a style with the bounds that make sense.
struct Number
{
    const char* key;
    double& (*of)(RasterStyle&);
    double least;
    double most;
};

constexpr std::array<Number, 6> Numbers{{
    {"low", [](RasterStyle& style) -> double& { return style.lowPercentile; }, 0, 100},
    {"high", [](RasterStyle& style) -> double& { return style.highPercentile; }, 0, 100},
    {"deviations", [](RasterStyle& style) -> double& { return style.deviations; }, 0.01, 100},
    {"azimuth", [](RasterStyle& style) -> double& { return style.relief.azimuth; }, 0, 360},
    {"altitude", [](RasterStyle& style) -> double& { return style.relief.altitude; }, 1, 90},
    {"exaggeration", [](RasterStyle& style) -> double& { return style.relief.exaggeration; }, 0.001,
     10000},
}};

} // namespace

std::optional<std::pair<double, double>> rampRange(const RasterStyle& style,
                                                   const std::optional<ValueDistribution>& values)
{
    if (style.minimum && style.maximum)
        return std::pair(*style.minimum, *style.maximum);
    if (!values)
        return std::nullopt;
    std::pair<double, double> range(values->percentile(style.lowPercentile),
                                    values->percentile(style.highPercentile));
    if (style.range == RasterRange::Deviations) {
        const double away = style.deviations * values->deviation;
        range = {values->mean - away, values->mean + away};
    }
    return std::pair(style.minimum.value_or(range.first), style.maximum.value_or(range.second));
}

QJsonObject rasterStyleToJson(const RasterStyle& style)
{
    RasterStyle plain;
    RasterStyle own = style;
    QJsonObject json;
    put(json, "look", LookNames, style.look, plain.look);
    put(json, "ramp", RampNames, style.ramp, plain.ramp);
    put(json, "range", RangeNames, style.range, plain.range);
    if (style.reversed)
        json.insert(QLatin1String("reversed"), true);
    for (const Number& number : Numbers)
        if (number.of(own) != number.of(plain))
            json.insert(QLatin1String(number.key), number.of(own));
    if (style.minimum)
        json.insert(QLatin1String("minimum"), *style.minimum);
    if (style.maximum)
        json.insert(QLatin1String("maximum"), *style.maximum);
    return json;
}

RasterStyle rasterStyleFromJson(const QJsonObject& json)
{
    RasterStyle style;
    take(json, "look", LookNames, style.look);
    take(json, "ramp", RampNames, style.ramp);
    take(json, "range", RangeNames, style.range);
    style.reversed = json.value(QLatin1String("reversed")).toBool();
    for (const Number& number : Numbers) {
        const QJsonValue stated = json.value(QLatin1String(number.key));
        if (stated.isUndefined())
            continue;
        const double value = stated.toDouble(std::nan(""));
        if (!(value >= number.least && value <= number.most))
            refuse(number.key);
        number.of(style) = value;
    }
    if (style.lowPercentile > style.highPercentile)
        refuse("low");
    const auto bound = [&json](const char* key) -> std::optional<double> {
        const QJsonValue value = json.value(QLatin1String(key));
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    style.minimum = bound("minimum");
    style.maximum = bound("maximum");
    return style;
}

bool isOldRasterStyle(const RasterStyle& style)
{
    RasterStyle old;
    old.ramp = style.ramp;
    old.minimum = style.minimum;
    old.maximum = style.maximum;
    return style == old && (old.ramp == RasterRamp::Grey || old.ramp == RasterRamp::Viridis ||
                            old.ramp == RasterRamp::Terrain);
}

} // namespace geo
