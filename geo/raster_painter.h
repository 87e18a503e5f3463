// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/map_view.h"
#include "geo/style.h"
#include <QImage>

namespace geo {

class RasterSource;
struct RasterTarget;

// A raster as it lies in the target, ARGB32_Premultiplied, transparent where it has no value.
// Throws base::Error where it cannot be read, base::Cancelled.
QImage warpedRaster(const RasterSource& raster, const RasterTarget& target,
                    const RasterStyle& style, base::Progress& progress);

// The same laid over a picture of the view, by all processors.
void drawRaster(QImage& picture, const RasterSource& raster, const MapView& view,
                const RasterStyle& style, double opacity, base::Progress& progress);

} // namespace geo
