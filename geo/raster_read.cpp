// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/gdal_session.h"
#include "geo/raster_source.h"
#include "geo/raster_state.h"
#include "geo/raster_window.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace geo {

namespace {

// Premultiplied means of two pixels' channels.
QRgb mixed(QRgb a, QRgb b, double share)
{
    const auto channel = [&](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return qRgba(channel(qRed(a), qRed(b)), channel(qGreen(a), qGreen(b)),
                 channel(qBlue(a), qBlue(b)), channel(qAlpha(a), qAlpha(b)));
}

} // namespace

QImage RasterSource::readWarped(const RasterTarget& target, base::Progress& progress) const
{
    if (!m_state->coloured) {
        const auto range = valueRange(progress);
        const RasterValues values = readValues(target, progress);
        QImage image(values.size, QImage::Format_ARGB32_Premultiplied);
        std::size_t at = 0;
        for (int y = 0; y < image.height(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x, ++at) {
                const double value = double(values.values[at]);
                if (std::isnan(value) || !range) {
                    row[x] = 0;
                    continue;
                }
                const double span = range->second - range->first;
                const double share = span > 0 ? (value - range->first) / span : 0.5;
                const int grey = int(std::lround(std::clamp(share, 0.0, 1.0) * 255));
                row[x] = qRgb(grey, grey, grey);
            }
        }
        return image;
    }

    QImage image(target.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const PixelGrid grid = m_state->grid(target, m_operation.value());
    const RasterWindow window = windowFor(grid, m_state->size, target.size);
    if (window.size.isEmpty())
        return image;
    progress.check();

    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    const std::size_t count = std::size_t(window.size.width()) * std::size_t(window.size.height());
    const auto read = [&](GDALRasterBandH band, bool average) {
        std::vector<GByte> bytes(count);
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = average ? GRIORA_Average : GRIORA_NearestNeighbour;
        extra.pfnProgress = gdalProgress;
        extra.pProgressData = &progress;
        const CPLErr error = GDALRasterIOEx(
            band, GF_Read, int(window.x), int(window.y), int(window.width), int(window.height),
            bytes.data(), window.size.width(), window.size.height(), GDT_Byte, 0, 0, &extra);
        progress.check();
        if (error != CE_None)
            m_state->failed(complaints);
        return bytes;
    };
    GDALRasterBandH first = GDALGetRasterBand(dataset.get(), 1);
    std::vector<QRgb> pixels(count);
    const std::vector<GByte> mask = read(GDALGetMaskBand(first), false);
    if (m_state->palette) {
        GDALColorTableH table = GDALGetRasterColorTable(first);
        const std::vector<GByte> index = read(first, false);
        const int colors = GDALGetColorEntryCount(table);
        for (std::size_t i = 0; i < count; ++i) {
            if (mask[i] == 0 || index[i] >= colors)
                continue;
            const GDALColorEntry* entry = GDALGetColorEntry(table, index[i]);
            pixels[i] = qPremultiply(qRgba(entry->c1, entry->c2, entry->c3, entry->c4));
        }
    } else {
        const std::vector<GByte> red = read(first, true);
        const std::vector<GByte> green = read(GDALGetRasterBand(dataset.get(), 2), true);
        const std::vector<GByte> blue = read(GDALGetRasterBand(dataset.get(), 3), true);
        for (std::size_t i = 0; i < count; ++i)
            pixels[i] = qPremultiply(qRgba(red[i], green[i], blue[i], mask[i]));
    }

    const double perX = window.size.width() / window.width;
    const double perY = window.size.height() / window.height;
    const int width = window.size.width();
    const int height = window.size.height();
    const auto pixel = [&](int x, int y) {
        return pixels[std::size_t(std::clamp(y, 0, height - 1)) * std::size_t(width) +
                      std::size_t(std::clamp(x, 0, width - 1))];
    };
    for (int y = 0; y < image.height(); ++y) {
        if (y % 32 == 0)
            progress.check();
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QPointF at = grid.at(x, y);
            if (!(at.x() >= 0 && at.y() >= 0 && at.x() < m_state->size.width() &&
                  at.y() < m_state->size.height()))
                continue;
            const double u = (at.x() - window.x) * perX;
            const double v = (at.y() - window.y) * perY;
            if (m_state->palette) { // codes have no mean
                row[x] = pixel(int(u), int(v));
                continue;
            }
            const double left = std::floor(u - 0.5);
            const double top = std::floor(v - 0.5);
            const int i = int(left);
            const int j = int(top);
            row[x] =
                mixed(mixed(pixel(i, j), pixel(i + 1, j), u - 0.5 - left),
                      mixed(pixel(i, j + 1), pixel(i + 1, j + 1), u - 0.5 - left), v - 0.5 - top);
        }
    }
    return image;
}

RasterValues RasterSource::readValues(const RasterTarget& target, base::Progress& progress) const
{
    constexpr float Missing = std::numeric_limits<float>::quiet_NaN();
    RasterValues result{target.size, {}};
    result.values.assign(std::size_t(target.size.width()) * std::size_t(target.size.height()),
                         Missing);
    const PixelGrid grid = m_state->grid(target, m_operation.value());
    const RasterWindow window = windowFor(grid, m_state->size, target.size);
    if (window.size.isEmpty())
        return result;
    progress.check();

    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    GDALRasterBandH band = GDALGetRasterBand(dataset.get(), 1);
    const std::size_t count = std::size_t(window.size.width()) * std::size_t(window.size.height());
    std::vector<float> values(count);
    std::vector<GByte> mask(count);
    // Overviews serve; a value is always one that the file holds.
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.pfnProgress = gdalProgress;
    extra.pProgressData = &progress;
    const auto read = [&](GDALRasterBandH from, void* into, GDALDataType type) {
        const CPLErr error = GDALRasterIOEx(
            from, GF_Read, int(window.x), int(window.y), int(window.width), int(window.height),
            into, window.size.width(), window.size.height(), type, 0, 0, &extra);
        progress.check();
        if (error != CE_None)
            m_state->failed(complaints);
    };
    read(band, values.data(), GDT_Float32);
    read(GDALGetMaskBand(band), mask.data(), GDT_Byte);

    const double perX = window.size.width() / window.width;
    const double perY = window.size.height() / window.height;
    std::size_t to = 0;
    for (int y = 0; y < target.size.height(); ++y) {
        if (y % 32 == 0)
            progress.check();
        for (int x = 0; x < target.size.width(); ++x, ++to) {
            const QPointF at = grid.at(x, y);
            const double u = (at.x() - window.x) * perX;
            const double v = (at.y() - window.y) * perY;
            if (!(u >= 0 && v >= 0 && u < window.size.width() && v < window.size.height()))
                continue;
            const std::size_t from =
                std::size_t(v) * std::size_t(window.size.width()) + std::size_t(u);
            if (mask[from] != 0)
                result.values[to] = m_state->scaled(values[from]);
        }
    }
    return result;
}

std::vector<std::optional<double>> RasterSource::valueAt(QPointF lonLat) const
{
    std::vector<std::optional<double>> values(std::size_t(m_state->bands));
    std::array<QPointF, 1> point{lonLat};
    m_operation.value().inverse(point);
    const std::array<double, 6> g = inverted(m_state->transform);
    const double x = inTurn(g[0] + point[0].x() * g[1] + point[0].y() * g[2],
                            m_state->size.width() / 2.0, m_state->turn(m_operation->from()));
    const double y = g[3] + point[0].x() * g[4] + point[0].y() * g[5];
    if (!(x >= 0 && y >= 0 && x < m_state->size.width() && y < m_state->size.height()))
        return values;
    const GdalComplaints complaints;
    const GdalDataset dataset = m_state->open();
    for (int i = 0; i < m_state->bands; ++i) {
        GDALRasterBandH band = GDALGetRasterBand(dataset.get(), i + 1);
        double value = 0;
        GByte mask = 0;
        if (GDALRasterIO(band, GF_Read, int(x), int(y), 1, 1, &value, 1, 1, GDT_Float64, 0, 0) !=
                CE_None ||
            GDALRasterIO(GDALGetMaskBand(band), GF_Read, int(x), int(y), 1, 1, &mask, 1, 1,
                         GDT_Byte, 0, 0) != CE_None)
            m_state->failed(complaints);
        if (mask != 0)
            values[std::size_t(i)] =
                GDALGetRasterOffset(band, nullptr) + value * GDALGetRasterScale(band, nullptr);
    }
    return values;
}

} // namespace geo
