// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_painter.h"

#include "geo/raster_source.h"
#include "geo/symbol_painter.h"
#include <array>
#include <cmath>

namespace geo {

QImage warpedRaster(const RasterSource& raster, const MapView& view, QSize size,
                    const RasterStyle& style, base::Progress& progress)
{
    const RasterTarget target{view.fromWgs84(), view.extent(), size};
    if (raster.isColoured() || style == RasterStyle{})
        return raster.readWarped(target, progress);

    double low = style.minimum.value_or(0);
    double high = style.maximum.value_or(1);
    if (!style.minimum || !style.maximum) {
        const auto range = raster.valueRange(progress);
        if (!range)
            return {};
        low = style.minimum.value_or(range->first);
        high = style.maximum.value_or(range->second);
    }
    std::array<QRgb, 256> colors;
    for (std::size_t i = 0; i < colors.size(); ++i)
        colors[i] = rampColor(style.ramp, double(i) / 255).rgba();
    const RasterValues values = raster.readValues(target, progress);
    QImage image(values.size, QImage::Format_ARGB32_Premultiplied);
    std::size_t at = 0;
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++at) {
            const double value = double(values.values[at]);
            const double share = high > low ? (value - low) / (high - low) : 0.5;
            row[x] = std::isnan(value)
                         ? 0
                         : colors[std::size_t(std::lround(std::clamp(share, 0.0, 1.0) * 255))];
        }
    }
    return image;
}

} // namespace geo
