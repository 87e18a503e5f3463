// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/hillshade.h"

#include "base/parallel.h"
#include "geo/measure.h"
#include "geo/raster_state.h"
#include <QByteArray>
#include <QHashFunctions>
#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_string.h>
#include <gdal_utils.h>
#include <limits>
#include <set>

namespace geo {

namespace {

constexpr int Side = RasterTile::Side;
constexpr int Framed = Side + 2; // with the pixels around it
constexpr float Missing = std::numeric_limits<float>::quiet_NaN();

double metresOfUnit(const QString& unit)
{
    const QString name = unit.trimmed().toLower();
    for (const char* feet : {"ft", "foot", "feet", "ftus", "us-ft", "us survey foot"})
        if (name == QLatin1String(feet))
            return 0.3048;
    return name == QLatin1String("km") ? 1000 : 1;
}

// How far it is on the ground from a pixel of a level to the next one in its row and its column.
QSizeF metresAt(const RasterSource::State& state, const Operation& toWgs84,
                const RasterLevel& level, QPointF pixel)
{
    const std::array<double, 6>& g = state.transform;
    const auto placed = [&](double x, double y) {
        const double column = x * level.across;
        const double row = y * level.down;
        return QPointF(g[0] + column * g[1] + row * g[2], g[3] + column * g[4] + row * g[5]);
    };
    std::array<QPointF, 4> points{
        placed(pixel.x() - 0.5, pixel.y()), placed(pixel.x() + 0.5, pixel.y()),
        placed(pixel.x(), pixel.y() - 0.5), placed(pixel.x(), pixel.y() + 0.5)};
    toWgs84.forward(points);
    return {geodesicMetres(points[0], points[1]), geodesicMetres(points[2], points[3])};
}

// A tile's values with those around it; NaN beyond the raster.
std::vector<float> framed(const RasterTiles& values, TilePlace place)
{
    std::vector<float> pixels(std::size_t(Framed) * Framed, Missing);
    for (int y = 0; y < Framed; ++y) {
        const int row = place.first * Side + y - 1;
        for (int part = -1; part <= 1; ++part) {
            const auto tile =
                row < 0 ? values.end() : values.find({row / Side, place.second + part});
            if (tile == values.end())
                continue;
            const float* from = tile->second->values.data() + std::ptrdiff_t(row % Side) * Side;
            float* to = pixels.data() + std::ptrdiff_t(y) * Framed;
            if (part < 0)
                to[0] = from[Side - 1];
            else if (part > 0)
                to[Framed - 1] = from[0];
            else
                std::copy_n(from, Side, to + 1);
        }
    }
    return pixels;
}

// Beyond the raster's edges a surface goes on as it came.
void extendBeyond(std::vector<float>& pixels, const RasterLevel& level, TilePlace place)
{
    const auto at = [&](int x, int y) -> float& {
        return pixels[std::size_t(y) * Framed + std::size_t(x)];
    };
    const int right = level.size.width() - place.second * Side + 1;
    const int bottom = level.size.height() - place.first * Side + 1;
    const bool wide = level.size.width() > 1;
    const bool high = level.size.height() > 1;
    for (int y = 0; y < Framed; ++y) {
        if (place.second == 0)
            at(0, y) = wide ? 2 * at(1, y) - at(2, y) : at(1, y);
        if (right < Framed)
            at(right, y) = right > 2 ? 2 * at(right - 1, y) - at(right - 2, y) : at(right - 1, y);
    }
    for (int x = 0; x < Framed; ++x) {
        if (place.first == 0)
            at(x, 0) = high ? 2 * at(x, 1) - at(x, 2) : at(x, 1);
        if (bottom < Framed)
            at(x, bottom) =
                bottom > 2 ? 2 * at(x, bottom - 1) - at(x, bottom - 2) : at(x, bottom - 1);
    }
}

class Shading
{
public:
    Shading(const RasterSource::State& state, const Operation& toWgs84, const RasterLevel& level,
            const Relief& relief)
        : m_state(state)
        , m_toWgs84(toWgs84)
        , m_level(level)
    {
        const std::array<double, 6>& g = state.transform;
        const bool turned = g[2] != 0 || g[4] != 0;
        const double up = turned ? std::atan2(-g[2], -g[5]) * 180 / M_PI : 0;
        m_downward = turned ? g[1] * g[5] < g[2] * g[4] : g[5] < 0;
        const auto number = [](double value) { return QByteArray::number(value, 'g', 17); };
        for (const QByteArray& word :
             {QByteArray("-of"), QByteArray("MEM"), QByteArray("-az"), number(relief.azimuth - up),
              QByteArray("-alt"), number(relief.altitude), QByteArray("-z"),
              number(relief.exaggeration * metresOfUnit(state.unit)), QByteArray("-compute_edges")})
            m_words.AddString(word.constData());
    }

    RasterTilePtr tile(const RasterTiles& values, TilePlace place) const
    {
        auto tile = std::make_shared<RasterTile>();
        tile->values.resize(RasterTile::Pixels, Missing);
        std::vector<float> pixels = framed(values, place);
        extendBeyond(pixels, m_level, place);
        const auto metres = [&](int row) {
            return metresAt(m_state, m_toWgs84, m_level,
                            {(place.second + 0.5) * Side, double(place.first * Side + row)});
        };
        // In degrees a pixel grows narrower towards the poles: rows are lit together as long as
        // they are alike to a hundredth.
        constexpr double Alike = 0.01;
        const int height = std::min(Side, m_level.size.height() - place.first * Side);
        const double change = std::abs(std::log(metres(0).width() / metres(height).width()));
        const int parts = std::isfinite(change) ? std::clamp(int(change / Alike) + 1, 1, 32) : 32;
        for (int part = 0; part < parts; ++part) {
            const int from = height * part / parts;
            const int to = height * (part + 1) / parts;
            if (to > from)
                light(pixels, from, to, metres((from + to) / 2), *tile);
        }
        return tile;
    }

private:
    void light(const std::vector<float>& pixels, int from, int to, QSizeF metres,
               RasterTile& tile) const
    {
        if (!(metres.width() > 0 && metres.height() > 0))
            return;
        const int height = to - from + 2;
        const GdalComplaints complaints;
        const GdalDataset source(
            GDALCreate(GDALGetDriverByName("MEM"), "", Framed, height, 1, GDT_Float32, nullptr));
        std::array<double, 6> transform{
            0, metres.width(), 0, 0, 0, m_downward ? -metres.height() : metres.height()};
        GDALSetGeoTransform(source.get(), transform.data());
        GDALRasterBandH band = GDALGetRasterBand(source.get(), 1);
        GDALSetRasterNoDataValue(band, std::nan(""));
        const std::unique_ptr<GDALDEMProcessingOptions, decltype(&GDALDEMProcessingOptionsFree)>
            options(GDALDEMProcessingOptionsNew(const_cast<char**>(m_words.List()), nullptr),
                    GDALDEMProcessingOptionsFree);
        int wrong = 0;
        std::vector<GByte> shade(std::size_t(Framed) * std::size_t(height));
        if (GDALRasterIO(band, GF_Write, 0, 0, Framed, height,
                         const_cast<float*>(pixels.data()) + std::ptrdiff_t(from) * Framed, Framed,
                         height, GDT_Float32, 0, 0) != CE_None)
            m_state.failed(complaints);
        const GdalDataset lit(
            GDALDEMProcessing("", source.get(), "hillshade", nullptr, options.get(), &wrong));
        if (!lit || GDALRasterIO(GDALGetRasterBand(lit.get(), 1), GF_Read, 0, 0, Framed, height,
                                 shade.data(), Framed, height, GDT_Byte, 0, 0) != CE_None)
            m_state.failed(complaints);
        for (int y = from; y < to; ++y) {
            const GByte* row = shade.data() + std::ptrdiff_t(y - from + 1) * Framed + 1;
            float* into = tile.values.data() + std::ptrdiff_t(y) * Side;
            for (int x = 0; x < Side; ++x)
                if (row[x] != 0)
                    into[x] = float(row[x]);
        }
    }

    const RasterSource::State& m_state;
    const Operation& m_toWgs84;
    const RasterLevel& m_level;
    bool m_downward = true; // rows run from the north
    CPLStringList m_words;
};

} // namespace

double flatShade(const Relief& relief)
{
    return 1 + 254 * std::sin(relief.altitude * M_PI / 180);
}

RasterTiles shadeTiles(const RasterSource::State& state, const Operation& toWgs84,
                       const RasterLevel& level, const std::vector<TilePlace>& places,
                       const Relief& relief, base::Progress& progress)
{
    RasterTileCache& cache = RasterTileCache::shared();
    const std::uint64_t variant =
        qHashMulti(1, relief.azimuth, relief.altitude, relief.exaggeration);
    const auto keyOf = [&](const TilePlace& place) {
        return RasterTileKey{state.id,     TileContent::Shade, variant,
                             level.number, place.second,       place.first};
    };
    RasterTiles tiles;
    std::vector<TilePlace> missing;
    std::set<TilePlace> needed;
    for (const TilePlace& place : places) {
        RasterTilePtr tile = cache.find(keyOf(place));
        if (!tile) {
            missing.push_back(place);
            for (int row = std::max(0, place.first - 1);
                 row <= std::min(level.tileRows() - 1, place.first + 1); ++row)
                for (int column = std::max(0, place.second - 1);
                     column <= std::min(level.tileColumns() - 1, place.second + 1); ++column)
                    needed.emplace(row, column);
        }
        tiles.emplace(place, std::move(tile));
    }
    if (missing.empty())
        return tiles;
    const RasterTiles values =
        levelTiles(state, TileContent::Values, level,
                   std::vector<TilePlace>(needed.begin(), needed.end()), progress);
    const Shading shading(state, toWgs84, level, relief);
    std::mutex mutex;
    base::inParallel(missing.size(), 1, progress, [&](std::size_t at, std::size_t) {
        RasterTilePtr tile = shading.tile(values, missing[at]);
        cache.insert(keyOf(missing[at]), tile);
        const std::scoped_lock lock(mutex);
        tiles[missing[at]] = std::move(tile);
    });
    return tiles;
}

} // namespace geo
