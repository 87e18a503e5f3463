// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_tiles.h"

#include <limits>

namespace geo {

RasterTileCache& RasterTileCache::shared()
{
    static RasterTileCache cache;
    return cache;
}

RasterTilePtr RasterTileCache::find(const RasterTileKey& key)
{
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.find(key);
    if (place == m_places.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, place->second);
    return place->second->tile;
}

void RasterTileCache::insert(const RasterTileKey& key, RasterTilePtr tile)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_places.find(key); known != m_places.end())
        drop(known->second);
    m_bytes += tile->bytes();
    m_entries.push_front({key, std::move(tile)});
    m_places.emplace(key, m_entries.begin());
    while (m_bytes > m_most && !m_entries.empty())
        drop(std::prev(m_entries.end()));
}

void RasterTileCache::forget(std::uint64_t raster)
{
    const std::scoped_lock lock(m_mutex);
    RasterTileKey first;
    first.raster = raster;
    first.level = first.column = first.row = std::numeric_limits<int>::min();
    auto place = m_places.lower_bound(first);
    while (place != m_places.end() && place->first.raster == raster)
        drop((place++)->second);
}

std::int64_t RasterTileCache::bytes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_bytes;
}

void RasterTileCache::drop(Entries::iterator entry)
{
    m_bytes -= entry->tile->bytes();
    m_places.erase(entry->key);
    m_entries.erase(entry);
}

} // namespace geo
