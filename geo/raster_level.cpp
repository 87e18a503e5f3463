// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_level.h"

#include "base/parallel.h"
#include "geo/raster_state.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace geo {

namespace {

constexpr int Side = RasterTile::Side;
constexpr int MostTilesAtOnce = 16; // in a row, so that rows of a striped file are decoded once

// Neighbours in a row of tiles that are read together.
struct Run
{
    int row = 0;
    int column = 0;
    int count = 0;
};

std::vector<Run> runsOf(const std::vector<TilePlace>& places)
{
    std::vector<Run> runs;
    for (const auto& [row, column] : places) {
        Run* last = runs.empty() ? nullptr : &runs.back();
        if (last && last->row == row && last->column + last->count == column &&
            last->count < MostTilesAtOnce)
            ++last->count;
        else
            runs.push_back({row, column, 1});
    }
    return runs;
}

int goesOn(double, const char*, void* progress)
{
    return static_cast<const base::Progress*>(progress)->isCancelled() ? 0 : 1;
}

// What GDAL is asked of a run: a window of the file and the pixels to make of it.
struct Window
{
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    QSize size;
    GDALRasterIOExtraArg extra{};
};

Window windowOf(const Run& run, const RasterLevel& level, QSize raster, base::Progress& progress)
{
    Window window;
    const int left = run.column * Side;
    const int top = run.row * Side;
    window.size = QSize(std::min(run.count * Side, level.size.width() - left),
                        std::min(Side, level.size.height() - top));
    INIT_RASTERIO_EXTRA_ARG(window.extra);
    window.extra.bFloatingPointWindowValidity = TRUE;
    window.extra.dfXOff = left * level.across;
    window.extra.dfYOff = top * level.down;
    window.extra.dfXSize = window.size.width() * level.across;
    window.extra.dfYSize = window.size.height() * level.down;
    const auto whole = [](double from, double count, int most, int& at, int& size) {
        at = std::clamp(int(from), 0, most - 1);
        size = std::clamp(int(std::ceil(from + count)) - at, 1, most - at);
    };
    whole(window.extra.dfXOff, window.extra.dfXSize, raster.width(), window.x, window.width);
    whole(window.extra.dfYOff, window.extra.dfYSize, raster.height(), window.y, window.height);
    window.extra.dfXSize = std::min(window.extra.dfXSize, raster.width() - window.extra.dfXOff);
    window.extra.dfYSize = std::min(window.extra.dfYSize, raster.height() - window.extra.dfYOff);
    window.extra.pfnProgress = goesOn;
    window.extra.pProgressData = &progress;
    return window;
}

class Reader
{
public:
    Reader(const RasterSource::State& state, const RasterLevel& level, base::Progress& progress)
        : m_state(state)
        , m_level(level)
        , m_progress(progress)
    {
    }

    std::vector<std::shared_ptr<RasterTile>> read(GDALDatasetH dataset, TileContent content,
                                                  const Run& run)
    {
        Window window = windowOf(run, m_level, m_state.size, m_progress);
        std::vector<std::shared_ptr<RasterTile>> tiles;
        for (int i = 0; i < run.count; ++i)
            tiles.push_back(std::make_shared<RasterTile>());
        if (content == TileContent::Colors) {
            const std::vector<QRgb> pixels = colors(dataset, window);
            for (auto& tile : tiles)
                tile->colors.resize(RasterTile::Pixels, 0);
            cut(pixels, window.size, [&](std::size_t i) { return tiles[i]->colors.data(); });
        } else {
            const std::vector<float> pixels = values(dataset, window);
            for (auto& tile : tiles)
                tile->values.resize(RasterTile::Pixels, std::numeric_limits<float>::quiet_NaN());
            cut(pixels, window.size, [&](std::size_t i) { return tiles[i]->values.data(); });
        }
        return tiles;
    }

private:
    template <typename Pixel, typename Into>
    static void cut(const std::vector<Pixel>& pixels, QSize size, Into&& into)
    {
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); x += Side)
                std::copy_n(pixels.data() + std::size_t(y) * std::size_t(size.width()) + x,
                            std::min(Side, size.width() - x),
                            into(std::size_t(x / Side)) + std::ptrdiff_t(y) * Side);
    }

    void readBand(GDALRasterBandH band, Window& window, void* into, GDALDataType type, bool mean)
    {
        window.extra.eResampleAlg = mean ? GRIORA_Average : GRIORA_NearestNeighbour;
        check(GDALRasterIOEx(band, GF_Read, window.x, window.y, window.width, window.height, into,
                             window.size.width(), window.size.height(), type, 0, 0, &window.extra));
    }

    void check(CPLErr error)
    {
        m_progress.check();
        if (error != CE_None)
            m_state.failed(m_complaints);
    }

    // 255 where there is a value; the means of a band that says so itself.
    std::vector<GByte> mask(GDALRasterBandH band, Window& window)
    {
        std::vector<GByte> bytes(std::size_t(window.size.width()) *
                                 std::size_t(window.size.height()));
        const int flags = GDALGetMaskFlags(band);
        const bool mean = (flags & GMF_NODATA) == 0 && m_level.number > 0 && !m_state.categories;
        readBand(GDALGetMaskBand(band), window, bytes.data(), GDT_Byte, mean);
        return bytes;
    }

    std::vector<QRgb> colors(GDALDatasetH dataset, Window& window)
    {
        const int width = window.size.width();
        std::vector<QRgb> pixels(std::size_t(width) * std::size_t(window.size.height()));
        GDALRasterBandH first = GDALGetRasterBand(dataset, 1);
        if (m_state.palette) {
            std::vector<GByte> index(pixels.size());
            readBand(first, window, index.data(), GDT_Byte, false);
            GDALColorTableH table = GDALGetRasterColorTable(first);
            std::array<QRgb, 256> color{};
            for (int i = 0; i < std::min(256, GDALGetColorEntryCount(table)); ++i) {
                const GDALColorEntry* entry = GDALGetColorEntry(table, i);
                color[std::size_t(i)] =
                    qPremultiply(qRgba(entry->c1, entry->c2, entry->c3, entry->c4));
            }
            std::transform(index.begin(), index.end(), pixels.begin(),
                           [&](GByte code) { return color[code]; });
        } else {
            // Blue, green and red are the first three bytes of a QRgb.
            static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN);
            std::fill(pixels.begin(), pixels.end(), qRgb(0, 0, 0));
            std::array<int, 3> bands{3, 2, 1};
            window.extra.eResampleAlg =
                m_level.number > 0 ? GRIORA_Average : GRIORA_NearestNeighbour;
            check(GDALDatasetRasterIOEx(dataset, GF_Read, window.x, window.y, window.width,
                                        window.height, pixels.data(), width, window.size.height(),
                                        GDT_Byte, 3, bands.data(), 4, GSpacing(width) * 4, 1,
                                        &window.extra));
        }
        if (GDALGetMaskFlags(first) == GMF_ALL_VALID)
            return pixels;
        const std::vector<GByte> valid = mask(first, window);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            if (valid[i] != 255)
                pixels[i] = m_state.palette
                                ? (valid[i] == 0 ? 0 : pixels[i])
                                : qPremultiply((pixels[i] & RGB_MASK) | QRgb(valid[i]) << 24);
        return pixels;
    }

    std::vector<float> values(GDALDatasetH dataset, Window& window)
    {
        constexpr float Missing = std::numeric_limits<float>::quiet_NaN();
        std::vector<float> pixels(std::size_t(window.size.width()) *
                                  std::size_t(window.size.height()));
        GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
        readBand(band, window, pixels.data(), GDT_Float32,
                 m_level.number > 0 && !m_state.categories);
        const int flags = GDALGetMaskFlags(band);
        std::vector<GByte> valid;
        if (flags != GMF_ALL_VALID && (flags & GMF_NODATA) == 0)
            valid = mask(band, window);
        // A mean of nothing is the value that stands for none.
        const bool hasNone = m_state.noData && (flags & GMF_NODATA) != 0;
        constexpr double Greatest = double(std::numeric_limits<float>::max());
        const float none =
            hasNone ? float(std::clamp(*m_state.noData, -Greatest, Greatest)) : Missing;
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = !std::isfinite(pixels[i]) || (hasNone && pixels[i] == none) ||
                                (!valid.empty() && valid[i] == 0)
                            ? Missing
                            : m_state.scaled(pixels[i]);
        return pixels;
    }

    GdalComplaints m_complaints;
    const RasterSource::State& m_state;
    const RasterLevel& m_level;
    base::Progress& m_progress;
};

} // namespace

RasterLevel RasterLevel::of(QSize raster, int number)
{
    RasterLevel level;
    level.number = number;
    const auto halved = [number](int pixels) {
        const std::int64_t step = std::int64_t(1) << number;
        return int((pixels + step - 1) / step);
    };
    level.size = QSize(halved(raster.width()), halved(raster.height()));
    level.across = double(raster.width()) / level.size.width();
    level.down = double(raster.height()) / level.size.height();
    return level;
}

RasterLevel RasterLevel::nearest(QSize raster, double pixels)
{
    constexpr double FromThreeQuarters = 0.415; // log2(4/3)
    const int most = int(std::ceil(std::log2(std::max({1, raster.width(), raster.height()}))));
    const double wanted = pixels > 1 ? std::floor(std::log2(pixels) + FromThreeQuarters) : 0;
    return of(raster, int(std::min(wanted, double(most))));
}

RasterTiles levelTiles(const RasterSource::State& state, TileContent content,
                       const RasterLevel& level, const std::vector<TilePlace>& places,
                       base::Progress& progress)
{
    RasterTiles tiles;
    std::vector<TilePlace> missing;
    const auto keyOf = [&](const TilePlace& place) {
        return RasterTileKey{state.id, content, 0, level.number, place.second, place.first};
    };
    RasterTileCache& cache = RasterTileCache::shared();
    for (const TilePlace& place : places) {
        RasterTilePtr tile = cache.find(keyOf(place));
        if (!tile)
            missing.push_back(place);
        tiles.emplace(place, std::move(tile));
    }
    if (missing.empty())
        return tiles;
    std::sort(missing.begin(), missing.end());
    const std::vector<Run> runs = runsOf(missing);
    std::mutex mutex;
    std::vector<GdalDataset> idle;
    base::inParallel(runs.size(), 1, progress, [&](std::size_t begin, std::size_t) {
        const Run& run = runs[begin];
        Reader reader(state, level, progress);
        GdalDataset dataset;
        {
            const std::scoped_lock lock(mutex);
            if (!idle.empty()) {
                dataset = std::move(idle.back());
                idle.pop_back();
            }
        }
        if (!dataset)
            dataset = state.openAgain();
        const auto read = reader.read(dataset.get(), content, run);
        const std::scoped_lock lock(mutex);
        for (int i = 0; i < run.count; ++i) {
            const TilePlace place(run.row, run.column + i);
            cache.insert(keyOf(place), read[std::size_t(i)]);
            tiles[place] = read[std::size_t(i)];
        }
        idle.push_back(std::move(dataset));
    });
    return tiles;
}

} // namespace geo
