// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/map_view.h"
#include "geo/style.h"
#include <QImage>

namespace geo {

class RasterSource;

// A raster as it lies in the view, in `size` device pixels, transparent where it has no value.
// Throws base::Error where it cannot be read, base::Cancelled.
QImage warpedRaster(const RasterSource& raster, const MapView& view, QSize size,
                    const RasterStyle& style, base::Progress& progress);

} // namespace geo
