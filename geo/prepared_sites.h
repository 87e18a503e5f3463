// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/map_snapshot.h"
#include "geo/symbols.h"
#include <QPointF>
#include <cstdint>
#include <vector>

namespace geo {

// Sites in map units, in the order of the list they come from; a site that the CRS cannot show has
// no finite position. Three hundred thousand are looked through in a millisecond, so there is no
// index to keep.
struct PreparedSites
{
    struct Look
    {
        SiteLook look;
        std::uint8_t size = 4; // SiteSymbol::size
    };
    std::vector<QPointF> positions;
    std::vector<Look> looks;         // those that occur
    std::vector<std::uint32_t> look; // by site: index of looks
};

PreparedSites prepareSites(const Sites& sites, const MapView& view, base::Progress& progress);

struct SeenSite
{
    std::uint32_t index; // of the list
    QPointF at;          // logical pixels
};

// Those within a rectangle of logical pixels of a view, in the order of the list.
std::vector<SeenSite> sitesInView(const PreparedSites& prepared, const MapView& view,
                                  const QRectF& pixels);

} // namespace geo
