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
// no finite position. One hundred thousand are looked through in a tenth of a millisecond, so
// there is no index to keep.
struct PreparedSites
{
    std::vector<QPointF> positions;
    std::vector<SiteLook> looks;     // the kinds and stages that occur
    std::vector<std::uint32_t> look; // by site: index of looks
};

PreparedSites prepareSites(const Sites& sites, const MapView& view, base::Progress& progress);

} // namespace geo
