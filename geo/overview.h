// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/map_renderer.h"
#include <QImage>
#include <optional>
#include <vector>

namespace geo {

// Around all layers that are shown, in degrees; empty where nothing is known of any.
Extent degreesOf(const std::vector<MapLayer>& layers);

// All that a map holds, small, in the map's CRS: what an inset shows, with the place of the map in
// it.
struct Overview
{
    QImage image;
    MapView view; // of the image
};

// `size` in logical pixels. The layers that are shown without their names, and the sites as they
// are drawn where there are very many; nullopt where there is neither. Throws base::Cancelled.
std::optional<Overview> renderOverview(const MapSnapshot& snapshot, QSizeF size,
                                       PreparedCache& cache, base::Progress& progress);

} // namespace geo
