// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_painter.h"

#include "base/os.h"
#include "base/parallel.h"
#include "geo/raster_sampler.h"
#include "geo/raster_source.h"
#include "geo/raster_state.h"
#include "geo/symbol_painter.h"
#include <QPainter>
#include <array>
#include <cmath>

namespace geo {

namespace {

// The colours of a target's bands.
class Bands
{
public:
    virtual ~Bands() = default;
    virtual void band(int band, QRgb* pixels) const = 0;
};

// Colours of the file's own.
class ColorBands : public Bands
{
public:
    ColorBands(const RasterSampler& sampler, const RasterSource::State& state,
               base::Progress& progress)
        : m_sampler(sampler)
        , m_sampling(state.palette ? Sampling::Nearest : Sampling::Smooth)
        , m_field(sampler.level(), levelTiles(state, TileContent::Colors, sampler.level(),
                                              sampler.places(), progress))
    {
    }

    void band(int band, QRgb* pixels) const override
    {
        m_sampler.sample(m_field, m_sampling, band, pixels);
    }

private:
    const RasterSampler& m_sampler;
    Sampling m_sampling;
    TileField<QRgb> m_field;
};

// Values by a ramp.
class RampBands : public Bands
{
public:
    RampBands(const RasterSampler& sampler, const RasterSource::State& state, int width,
              const RasterStyle& style, std::pair<double, double> range, base::Progress& progress)
        : m_sampler(sampler)
        , m_width(width)
        , m_sampling(state.categories ? Sampling::Nearest : Sampling::Smooth)
        , m_low(float(range.first))
        , m_perUnit(range.second > range.first
                        ? float(double(Colors - 1) / (range.second - range.first))
                        : 0)
        , m_field(sampler.level(), levelTiles(state, TileContent::Values, sampler.level(),
                                              sampler.places(), progress))
    {
        for (std::size_t i = 0; i < Colors; ++i)
            m_colors[i] = rampColor(style.ramp, double(i) / double(Colors - 1)).rgba();
    }

    void band(int band, QRgb* pixels) const override
    {
        const std::size_t count = std::size_t(m_width) * std::size_t(m_sampler.bandHeight(band));
        std::vector<float> values(count);
        m_sampler.sample(m_field, m_sampling, band, values.data());
        // A range of no width is in the middle of the ramp.
        const float from = m_perUnit > 0 ? 0.5F : float(Colors) / 2;
        for (std::size_t i = 0; i < count; ++i) {
            const float at = (values[i] - m_low) * m_perUnit + from;
            pixels[i] = std::isnan(values[i])
                            ? 0
                            : m_colors[std::size_t(std::clamp(at, 0.0F, float(Colors - 1)))];
        }
    }

private:
    static constexpr std::size_t Colors = 512;
    const RasterSampler& m_sampler;
    int m_width;
    Sampling m_sampling;
    float m_low;
    float m_perUnit;
    std::array<QRgb, Colors> m_colors;
    TileField<float> m_field;
};

// Nothing where no pixel has a colour.
std::unique_ptr<Bands> bandsOf(const RasterSource& raster, const RasterSampler& sampler, int width,
                               const RasterStyle& style, base::Progress& progress)
{
    const RasterSource::State& state = raster.state();
    if (sampler.isEmpty())
        return nullptr;
    if (state.coloured)
        return std::make_unique<ColorBands>(sampler, state, progress);
    std::pair<double, double> range(style.minimum.value_or(0), style.maximum.value_or(1));
    if (!style.minimum || !style.maximum) {
        const auto known = raster.valueRange(progress);
        if (!known)
            return nullptr;
        range = {style.minimum.value_or(known->first), style.maximum.value_or(known->second)};
    }
    return std::make_unique<RampBands>(sampler, state, width, style, range, progress);
}

} // namespace

QImage warpedRaster(const RasterSource& raster, const RasterTarget& target,
                    const RasterStyle& style, base::Progress& progress)
{
    progress.check();
    QImage image(target.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const PixelGrid grid = raster.state().grid(target, raster.operation().value());
    const RasterSampler sampler(grid, raster.size(), target.size);
    const auto bands = bandsOf(raster, sampler, target.size.width(), style, progress);
    if (!bands)
        return image;
    auto* const pixels = reinterpret_cast<QRgb*>(image.bits());
    base::inParallel(std::size_t(sampler.bands()), 1, progress, [&](std::size_t band, std::size_t) {
        bands->band(int(band), pixels + band * PixelGrid::Step * std::size_t(target.size.width()));
    });
    return image;
}

void drawRaster(QImage& picture, const RasterSource& raster, const MapView& view,
                const RasterStyle& style, double opacity, base::Progress& progress)
{
    progress.check();
    const QSize size = picture.size();
    const PixelGrid grid =
        raster.state().grid({view.fromWgs84(), view.extent(), size}, raster.operation().value());
    const RasterSampler sampler(grid, raster.size(), size);
    const auto bands = bandsOf(raster, sampler, size.width(), style, progress);
    if (!bands)
        return;
    uchar* const bits = picture.bits();
    const qsizetype perLine = picture.bytesPerLine();
    base::inParallel(std::size_t(sampler.bands()), 1, progress, [&](std::size_t band, std::size_t) {
        const int height = sampler.bandHeight(int(band));
        QImage over(size.width(), height, QImage::Format_ARGB32_Premultiplied);
        bands->band(int(band), reinterpret_cast<QRgb*>(over.bits()));
        QImage strip(bits + qsizetype(band) * PixelGrid::Step * perLine, size.width(), height,
                     perLine, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&strip);
        painter.setOpacity(opacity);
        painter.drawImage(0, 0, over);
    });
}

} // namespace geo
