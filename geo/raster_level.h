// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/raster_source.h"
#include "geo/raster_tiles.h"
#include <QSize>
#include <map>
#include <utility>
#include <vector>

namespace geo {

// Internal to this room: the levels of a raster, each half as fine as the one before, as GDAL makes
// overviews. A level that the file has as an overview is read from it; one that it does not have,
// from the next finer one.
struct RasterLevel
{
    int number = 0;
    QSize size;        // pixels
    double across = 1; // the raster's pixels to one of this level's
    double down = 1;

    static RasterLevel of(QSize raster, int number);
    // The level whose pixels are nearest to `pixels` of the raster's, between 0.75 and 1.5 of it.
    static RasterLevel nearest(QSize raster, double pixels);
    int tileColumns() const { return (size.width() + RasterTile::Side - 1) / RasterTile::Side; }
    int tileRows() const { return (size.height() + RasterTile::Side - 1) / RasterTile::Side; }
};

using TilePlace = std::pair<int, int>; // row, column
using RasterTiles = std::map<TilePlace, RasterTilePtr>;

// Those tiles, from the cache or read, by all processors. Throws base::Error where the file cannot
// be read or is no longer the one that was opened, base::Cancelled.
RasterTiles levelTiles(const RasterSource::State& state, TileContent content,
                       const RasterLevel& level, const std::vector<TilePlace>& places,
                       base::Progress& progress);

} // namespace geo
