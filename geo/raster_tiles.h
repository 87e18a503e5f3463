// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <compare>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace geo {

// Internal to this room: decoded pieces of rasters, so that what is panned or zoomed is not decoded
// again.

enum class TileContent : std::uint8_t { Colors, Values, Shade };

// Side x Side pixels of one level of a raster, by rows from the top; what lies beyond the raster's
// edge is empty.
struct RasterTile
{
    static constexpr int Side = 256;
    static constexpr std::size_t Pixels = std::size_t(Side) * Side;

    std::vector<QRgb> colors;  // Colors: premultiplied
    std::vector<float> values; // Values, and Shade from 1 to 255; NaN where there is none

    std::int64_t bytes() const
    {
        return std::int64_t(colors.size() * sizeof(QRgb) + values.size() * sizeof(float));
    }
};
using RasterTilePtr = std::shared_ptr<const RasterTile>;

struct RasterTileKey
{
    std::uint64_t raster = 0;
    TileContent content = TileContent::Colors;
    std::uint64_t variant = 0; // of Shade: how it was lit
    int level = 0;             // 0 is the raster itself, each further one half of that
    int column = 0;
    int row = 0;
    auto operator<=>(const RasterTileKey&) const = default;
};

// Tiles of all rasters under one limit; what was not used for longest goes. Thread-safe.
class RasterTileCache
{
public:
    static constexpr std::int64_t MostBytesByDefault = 384LL << 20;

    // What every raster of the program uses.
    static RasterTileCache& shared();
    explicit RasterTileCache(std::int64_t mostBytes = MostBytesByDefault)
        : m_most(mostBytes)
    {
    }

    // nullptr where it is not kept.
    RasterTilePtr find(const RasterTileKey& key);
    void insert(const RasterTileKey& key, RasterTilePtr tile);
    void forget(std::uint64_t raster);
    std::int64_t bytes() const;

private:
    struct Entry
    {
        RasterTileKey key;
        RasterTilePtr tile;
    };
    using Entries = std::list<Entry>;
    void drop(Entries::iterator entry);

    mutable std::mutex m_mutex;
    std::int64_t m_most;
    std::int64_t m_bytes = 0;
    Entries m_entries; // the last used first
    std::map<RasterTileKey, Entries::iterator> m_places;
};

} // namespace geo
