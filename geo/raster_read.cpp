// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/gdal_session.h"
#include "geo/raster_painter.h"
#include "geo/raster_sampler.h"
#include "geo/raster_source.h"
#include "geo/raster_state.h"
#include <cmath>
#include <limits>

namespace geo {

QImage RasterSource::readWarped(const RasterTarget& target, base::Progress& progress) const
{
    return warpedRaster(*this, target, RasterStyle{}, progress);
}

RasterValues RasterSource::readValues(const RasterTarget& target, base::Progress& progress) const
{
    RasterValues result{target.size, {}};
    result.values.assign(std::size_t(target.size.width()) * std::size_t(target.size.height()),
                         std::numeric_limits<float>::quiet_NaN());
    progress.check();
    const PixelGrid grid = m_state->grid(target, m_operation.value());
    const RasterSampler sampler(grid, m_state->size, target.size);
    if (sampler.isEmpty())
        return result;
    const TileField<float> field(
        sampler.level(),
        levelTiles(*m_state, TileContent::Values, sampler.level(), sampler.places(), progress));
    for (int band = 0; band < sampler.bands(); ++band) {
        progress.check();
        sampler.sample(field, Sampling::Nearest, band,
                       result.values.data() +
                           std::size_t(band * PixelGrid::Step) * std::size_t(target.size.width()));
    }
    return result;
}

std::optional<QPointF> RasterSource::pixelAt(QPointF lonLat) const
{
    std::array<QPointF, 1> point{lonLat};
    m_operation.value().inverse(point);
    const std::array<double, 6> g = inverted(m_state->transform);
    const double x = inTurn(g[0] + point[0].x() * g[1] + point[0].y() * g[2],
                            m_state->size.width() / 2.0, m_state->turn(m_operation->from()));
    const double y = g[3] + point[0].x() * g[4] + point[0].y() * g[5];
    if (!(x >= 0 && y >= 0 && x < m_state->size.width() && y < m_state->size.height()))
        return std::nullopt;
    return QPointF(x, y);
}

RasterSource::PlaceValue RasterSource::knownValueAt(QPointF lonLat) const
{
    const std::optional<QPointF> pixel = pixelAt(lonLat);
    if (!pixel)
        return {true, std::nullopt};
    constexpr int Side = RasterTile::Side;
    const int x = int(pixel->x());
    const int y = int(pixel->y());
    const RasterTilePtr tile = RasterTileCache::shared().find(
        {m_state->id, TileContent::Values, 0, 0, x / Side, y / Side});
    if (!tile)
        return {};
    const float value = tile->values[std::size_t(y % Side) * Side + std::size_t(x % Side)];
    return {true, std::isnan(value) ? std::nullopt : std::optional(double(value))};
}

void RasterSource::readAround(QPointF lonLat, base::Progress& progress) const
{
    if (const std::optional<QPointF> pixel = pixelAt(lonLat))
        levelTiles(*m_state, TileContent::Values, RasterLevel::of(m_state->size, 0),
                   {{int(pixel->y()) / RasterTile::Side, int(pixel->x()) / RasterTile::Side}},
                   progress);
}

std::vector<std::optional<double>> RasterSource::valueAt(QPointF lonLat) const
{
    std::vector<std::optional<double>> values(std::size_t(m_state->bands));
    const std::optional<QPointF> pixel = pixelAt(lonLat);
    if (!pixel)
        return values;
    const int x = int(pixel->x());
    const int y = int(pixel->y());
    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    for (int i = 0; i < m_state->bands; ++i) {
        GDALRasterBandH band = GDALGetRasterBand(dataset.get(), i + 1);
        double value = 0;
        GByte mask = 0;
        if (GDALRasterIO(band, GF_Read, x, y, 1, 1, &value, 1, 1, GDT_Float64, 0, 0) != CE_None ||
            GDALRasterIO(GDALGetMaskBand(band), GF_Read, x, y, 1, 1, &mask, 1, 1, GDT_Byte, 0, 0) !=
                CE_None)
            m_state->failed(complaints);
        if (mask != 0)
            values[std::size_t(i)] =
                GDALGetRasterOffset(band, nullptr) + value * GDALGetRasterScale(band, nullptr);
    }
    return values;
}

} // namespace geo
