// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/map_view.h"
#include "geo/style.h"
#include <QImage>
#include <QPainter>

namespace geo {

class RasterSource;
struct RasterTarget;

// A raster as it lies in the target, ARGB32_Premultiplied, transparent where it has no value.
// Throws base::Error where it cannot be read, base::Cancelled.
QImage warpedRaster(const RasterSource& raster, const RasterTarget& target,
                    const RasterStyle& style, base::Progress& progress);

// How a layer is laid over a picture.
struct Laying
{
    double opacity = 1;
    Blend blend = Blend::Normal;
};
QPainter::CompositionMode compositionMode(Blend blend);

// The same laid over a picture of the view, by all processors.
void drawRaster(QImage& picture, const RasterSource& raster, const MapView& view,
                const RasterStyle& style, const Laying& laying, base::Progress& progress);

} // namespace geo
