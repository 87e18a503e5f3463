// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_painter.h"

#include "base/parallel.h"
#include "geo/color_ramp.h"
#include "geo/hillshade.h"
#include "geo/raster_sampler.h"
#include "geo/raster_source.h"
#include "geo/raster_state.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

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

// A grey for each shade.
class ShadeBands : public Bands
{
public:
    ShadeBands(const RasterSampler& sampler, int width, TileField<float> shade)
        : m_sampler(sampler)
        , m_width(width)
        , m_shade(std::move(shade))
    {
    }

    void band(int band, QRgb* pixels) const override
    {
        const std::vector<float> shades = shadesOf(band);
        for (std::size_t i = 0; i < shades.size(); ++i) {
            const int grey = std::isnan(shades[i]) ? 0 : int(std::lround(shades[i]));
            pixels[i] = std::isnan(shades[i]) ? 0 : qRgb(grey, grey, grey);
        }
    }

    std::vector<float> shadesOf(int band) const
    {
        std::vector<float> shades(std::size_t(m_width) * std::size_t(m_sampler.bandHeight(band)));
        m_sampler.sample(m_shade, Sampling::Smooth, band, shades.data());
        return shades;
    }

private:
    const RasterSampler& m_sampler;
    int m_width;
    TileField<float> m_shade;
};

// Values by a ramp.
class RampBands : public Bands
{
public:
    RampBands(const RasterSampler& sampler, int width, const RasterStyle& style,
              std::pair<double, double> range, Sampling sampling, TileField<float> values)
        : m_sampler(sampler)
        , m_width(width)
        , m_sampling(sampling)
        , m_low(float(range.first))
        , m_perUnit(range.second > range.first
                        ? float(double(Colors - 1) / (range.second - range.first))
                        : 0)
        , m_values(std::move(values))
    {
        for (std::size_t i = 0; i < Colors; ++i) {
            const double at = double(i) / double(Colors - 1);
            m_colors[i] = rampColor(style.ramp, style.reversed ? 1 - at : at).rgba();
        }
    }

    void band(int band, QRgb* pixels) const override
    {
        const std::size_t count = std::size_t(m_width) * std::size_t(m_sampler.bandHeight(band));
        std::vector<float> values(count);
        m_sampler.sample(m_values, m_sampling, band, values.data());
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
    TileField<float> m_values;
};

// The ramp's colours, as dark as the shade is beside that of a level surface, and towards white
// where it is lighter.
class ShadedBands : public Bands
{
public:
    ShadedBands(RampBands ramp, ShadeBands shade, const Relief& relief)
        : m_ramp(std::move(ramp))
        , m_shade(std::move(shade))
        , m_flat(float(flatShade(relief)))
    {
    }

    void band(int band, QRgb* pixels) const override
    {
        m_ramp.band(band, pixels);
        const std::vector<float> shades = m_shade.shadesOf(band);
        for (std::size_t i = 0; i < shades.size(); ++i)
            if (!std::isnan(shades[i]) && pixels[i] != 0)
                pixels[i] = lit(pixels[i], shades[i]);
    }

private:
    QRgb lit(QRgb color, float shade) const
    {
        constexpr float TowardsWhite = 0.6F;
        if (shade <= m_flat) {
            const int part = int(shade / m_flat * 256);
            const auto dark = [part](int channel) { return channel * part >> 8; };
            return qRgb(dark(qRed(color)), dark(qGreen(color)), dark(qBlue(color)));
        }
        const int part = int((shade - m_flat) / std::max(1.0F, 255 - m_flat) * TowardsWhite * 256);
        const auto light = [part](int channel) { return channel + ((255 - channel) * part >> 8); };
        return qRgb(light(qRed(color)), light(qGreen(color)), light(qBlue(color)));
    }

    RampBands m_ramp;
    ShadeBands m_shade;
    float m_flat;
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
    const RasterLevel& level = sampler.level();
    const auto shade = [&] {
        return ShadeBands(
            sampler, width,
            TileField<float>(level, shadeTiles(state, *raster.operation(), level, sampler.places(),
                                               style.relief, progress)));
    };
    if (style.look == RasterLook::Hillshade)
        return std::make_unique<ShadeBands>(shade());
    const bool chosen = style.minimum && style.maximum;
    const auto range = rampRange(style, chosen ? std::nullopt : raster.distribution(progress));
    if (!range)
        return nullptr;
    RampBands ramp(sampler, width, style, *range,
                   state.categories ? Sampling::Nearest : Sampling::Smooth,
                   TileField<float>(level, levelTiles(state, TileContent::Values, level,
                                                      sampler.places(), progress)));
    if (style.look == RasterLook::ShadedRamp)
        return std::make_unique<ShadedBands>(std::move(ramp), shade(), style.relief);
    return std::make_unique<RampBands>(std::move(ramp));
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

QPainter::CompositionMode compositionMode(Blend blend)
{
    return blend == Blend::Multiply ? QPainter::CompositionMode_Multiply
                                    : QPainter::CompositionMode_SourceOver;
}

void drawRaster(QImage& picture, const RasterSource& raster, const MapView& view,
                const RasterStyle& style, const Laying& laying, base::Progress& progress)
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
        painter.setOpacity(laying.opacity);
        painter.setCompositionMode(compositionMode(laying.blend));
        painter.drawImage(0, 0, over);
    });
}

} // namespace geo
