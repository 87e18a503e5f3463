// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/operation.h"
#include "geo/raster_level.h"
#include "geo/raster_style.h"

namespace geo {

// Internal to this room: the light that falls on a raster of elevations, as GDAL's hillshade (Horn
// 1981) reckons it on a level of the raster. Slopes are of metres by metres: how long a pixel is on
// the ground is measured along the ellipsoid where it lies, in degrees as in any projection, and
// elevations that are stated in feet are taken as such.
RasterTiles shadeTiles(const RasterSource::State& state, const Operation& toWgs84,
                       const RasterLevel& level, const std::vector<TilePlace>& places,
                       const Relief& relief, base::Progress& progress);

// What shade a level surface has, 1 to 255.
double flatShade(const Relief& relief);

} // namespace geo
