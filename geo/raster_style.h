// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <optional>
#include <utility>

namespace geo {

struct ValueDistribution;

// How a raster of one band, without a palette, is drawn.

// Colours for values from low to high. All but Terrain grow steadily in lightness, in even steps,
// and can be told apart by colour-blind eyes; BlueRed does so from its middle to both ends.
enum class RasterRamp {
    Grey,
    Viridis, // Smith & van der Walt 2015
    Cividis, // Nuñez, Anderton & Renslow 2018
    Magma,   // Smith & van der Walt 2015
    BlueRed, // for anomalies about a middle: straight lines in OKLab
    Terrain, // lowland green to bare rock and snow
};

enum class RasterLook {
    Ramp,
    Hillshade,  // relief alone, in greys
    ShadedRamp, // the ramp's colours, lighter and darker by the relief
};

// Between which values the ramp lies. What is beyond has the colour of its end.
enum class RasterRange {
    Percentiles, // of the raster's values
    Deviations,  // so many standard deviations about their mean
};

// Light on a surface. Degrees.
struct Relief
{
    double azimuth = 315; // where the light comes from, clockwise from the grid's north
    double altitude = 45; // above the horizon
    double exaggeration = 1;
    bool operator==(const Relief&) const = default;
};

struct RasterStyle
{
    RasterLook look = RasterLook::Ramp;
    RasterRamp ramp = RasterRamp::Grey;
    bool reversed = false;
    RasterRange range = RasterRange::Percentiles;
    double lowPercentile = 2;
    double highPercentile = 98;
    double deviations = 2;
    // Chosen by hand; a missing one is that of `range`.
    std::optional<double> minimum;
    std::optional<double> maximum;
    Relief relief;
    bool operator==(const RasterStyle&) const = default;
};

// The ends of the ramp, from low to high; nullopt where they are neither chosen nor known.
std::optional<std::pair<double, double>> rampRange(const RasterStyle& style,
                                                   const std::optional<ValueDistribution>& values);

// Of the style's JSON (style.h), anything at its default left out:
//   {"look": "ramp" | "hillshade" | "shaded_ramp",
//    "ramp": "grey" | "viridis" | "cividis" | "magma" | "blue_red" | "terrain", "reversed": true,
//    "range": "percentiles" | "deviations", "low": %, "high": %, "deviations": …,
//    "minimum": …, "maximum": …, "azimuth": °, "altitude": °, "exaggeration": …}
QJsonObject rasterStyleToJson(const RasterStyle& style);
// Throws base::Error for what is no such style.
RasterStyle rasterStyleFromJson(const QJsonObject& json);
// Whether version 1 of styles, which knew grey, viridis and terrain between two bounds, had it all.
bool isOldRasterStyle(const RasterStyle& style);

} // namespace geo
