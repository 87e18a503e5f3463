// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/raster_level.h"
#include "geo/raster_window.h"
#include <QSize>
#include <vector>

namespace geo {

// Internal to this room: from the tiles of a level to the pixels of a target.

enum class Sampling {
    Nearest, // codes have no mean
    Smooth,  // bilinear; where a neighbour holds no value, of those that do
};

// Tiles of a level, to be read like one picture.
template <typename Pixel>
class TileField
{
public:
    TileField(const RasterLevel& level, const RasterTiles& tiles);

    // Of the whole level, in its pixels; held within it.
    Pixel at(int x, int y) const;
    // Where in a tile a pixel is; the next ones in its row and column follow within the tile.
    const Pixel* place(int x, int y) const
    {
        constexpr int Side = RasterTile::Side;
        return m_tiles[std::size_t(y / Side - m_firstRow) * std::size_t(m_columns) +
                       std::size_t(x / Side - m_firstColumn)] +
               y % Side * Side + x % Side;
    }
    QSize size() const { return m_size; }

private:
    QSize m_size;
    int m_firstColumn = 0;
    int m_firstRow = 0;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<const Pixel*> m_tiles;
    RasterTiles m_kept; // so that they stay while they are read
};
extern template class TileField<QRgb>;
extern template class TileField<float>;

// Which level and tiles of a raster a target needs, and how its pixels come from them.
class RasterSampler
{
public:
    RasterSampler(const PixelGrid& grid, QSize raster, QSize target);

    bool isEmpty() const { return m_places.empty(); } // nothing of the raster is in sight
    const RasterLevel& level() const { return m_level; }
    const std::vector<TilePlace>& places() const { return m_places; } // sorted

    // The target comes in bands of PixelGrid::Step rows.
    int bands() const { return m_grid.cellRows(); }
    int bandHeight(int band) const;
    // A band's pixels, by rows: 0 or NaN where there is nothing.
    void sample(const TileField<QRgb>& field, Sampling sampling, int band, QRgb* pixels) const;
    void sample(const TileField<float>& field, Sampling sampling, int band, float* pixels) const;

private:
    template <typename Pixel>
    void sampleBand(const TileField<Pixel>& field, Sampling sampling, int band,
                    Pixel* pixels) const;
    void findPlaces();

    const PixelGrid& m_grid;
    QSize m_raster;
    QSize m_target;
    RasterLevel m_level;
    std::vector<TilePlace> m_places;
};

} // namespace geo
