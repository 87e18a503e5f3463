// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace geo {

namespace {

constexpr int Side = RasterTile::Side;

// Places of pixels are whole numbers of this part of one.
constexpr int Bits = 16;
constexpr std::int64_t One = std::int64_t(1) << Bits;

template <typename Pixel>
constexpr Pixel Blank = 0;
template <>
constexpr float Blank<float> = std::numeric_limits<float>::quiet_NaN();

const std::vector<QRgb>& pixelsOf(const RasterTile& tile, QRgb)
{
    return tile.colors;
}

const std::vector<float>& pixelsOf(const RasterTile& tile, float)
{
    return tile.values;
}

template <typename Pixel>
const Pixel* blankTile()
{
    static const std::vector<Pixel> blank(RasterTile::Pixels, Blank<Pixel>);
    return blank.data();
}

// The mean of two pixels of a row and the two below them. `x`, `y`: how much the right and the
// lower ones count, of One.
QRgb mixed(const QRgb* upper, const QRgb* lower, std::int64_t x, std::int64_t y)
{
    const int across = int(x >> (Bits - 8));
    const int down = int(y >> (Bits - 8));
#ifdef __SSE2__
    const __m128i zero = _mm_setzero_si128();
    const auto pair = [&](const QRgb* at) {
        return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at)), zero);
    };
    const __m128i rows = _mm_srli_epi16(
        _mm_add_epi16(_mm_mullo_epi16(pair(upper), _mm_set1_epi16(short(256 - down))),
                      _mm_mullo_epi16(pair(lower), _mm_set1_epi16(short(down)))),
        8);
    const __m128i left = _mm_set1_epi16(short(256 - across));
    const __m128i right = _mm_set1_epi16(short(across));
    const __m128i sides = _mm_mullo_epi16(rows, _mm_unpacklo_epi64(left, right));
    const __m128i sum = _mm_srli_epi16(_mm_add_epi16(sides, _mm_srli_si128(sides, 8)), 8);
    return QRgb(_mm_cvtsi128_si32(_mm_packus_epi16(sum, zero)));
#else
    const auto channel = [&](int shift) {
        const auto of = [shift](QRgb pixel) { return int(pixel >> shift & 0xff); };
        const int left = (of(upper[0]) * (256 - down) + of(lower[0]) * down) >> 8;
        const int right = (of(upper[1]) * (256 - down) + of(lower[1]) * down) >> 8;
        return QRgb((left * (256 - across) + right * across) >> 8) << shift;
    };
    return channel(0) | channel(8) | channel(16) | channel(24);
#endif
}

float mixed(const float* upper, const float* lower, std::int64_t x, std::int64_t y)
{
    const float across = float(x) / float(One);
    const float down = float(y) / float(One);
    const float left = upper[0] + (lower[0] - upper[0]) * down;
    const float right = upper[1] + (lower[1] - upper[1]) * down;
    const float mean = left + (right - left) * across;
    if (!std::isnan(mean)) [[likely]]
        return mean;
    const std::array<float, 4> values{upper[0], upper[1], lower[0], lower[1]};
    const std::array<float, 4> shares{(1 - across) * (1 - down), across * (1 - down),
                                      (1 - across) * down, across * down};
    if (std::isnan(values[(down >= 0.5F ? 2U : 0U) + (across >= 0.5F ? 1U : 0U)]))
        return mean;
    float sum = 0;
    float share = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i])) {
            sum += values[i] * shares[i];
            share += shares[i];
        }
    return sum / share;
}

// Pixels of a row of the target within a cell. `from`: the place of the first one in the level,
// `step` to the next; `inner`: they and their neighbours are in the level.
struct Span
{
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t stepX = 0;
    std::int64_t stepY = 0;
    int count = 0;
    bool inner = false;

    Span(QPointF from, QPointF step, int pixels, bool isInner)
        : x(std::llround(from.x() * One))
        , y(std::llround(from.y() * One))
        , stepX(std::llround(step.x() * One))
        , stepY(std::llround(step.y() * One))
        , count(pixels)
        , inner(isInner)
    {
    }
};

template <typename Pixel>
bool isIn(const TileField<Pixel>& field, std::int64_t x, std::int64_t y)
{
    return x >= 0 && y >= 0 && x < field.size().width() * One && y < field.size().height() * One;
}

template <typename Pixel>
void nearest(const TileField<Pixel>& field, Span span, Pixel* pixels)
{
    for (int i = 0; i < span.count; ++i, span.x += span.stepX, span.y += span.stepY)
        if (span.inner || isIn(field, span.x, span.y))
            pixels[i] = *field.place(int(span.x >> Bits), int(span.y >> Bits));
}

template <typename Pixel>
void smooth(const TileField<Pixel>& field, Span span, Pixel* pixels)
{
    constexpr std::int64_t Half = One / 2;
    for (int i = 0; i < span.count; ++i, span.x += span.stepX, span.y += span.stepY) {
        if (!span.inner && !isIn(field, span.x, span.y))
            continue;
        const std::int64_t x = span.x - Half;
        const std::int64_t y = span.y - Half;
        const int column = int(x >> Bits);
        const int row = int(y >> Bits);
        if (span.inner && column % Side != Side - 1 && row % Side != Side - 1) [[likely]] {
            const Pixel* upper = field.place(column, row);
            pixels[i] = mixed(upper, upper + Side, x & (One - 1), y & (One - 1));
            continue;
        }
        const std::array<Pixel, 2> upper{field.at(column, row), field.at(column + 1, row)};
        const std::array<Pixel, 2> lower{field.at(column, row + 1), field.at(column + 1, row + 1)};
        pixels[i] = mixed(upper.data(), lower.data(), x & (One - 1), y & (One - 1));
    }
}

// Farther off nothing of a raster is seen, and a place times One must fit its whole number.
constexpr double Farthest = double(std::int64_t(1) << 40);

bool isInReach(const PixelGrid::Cell& cell)
{
    for (const QPointF corner : {cell.upperLeft, cell.upperRight, cell.lowerLeft, cell.lowerRight})
        if (!(std::abs(corner.x()) < Farthest && std::abs(corner.y()) < Farthest))
            return false;
    return true;
}

} // namespace

template <typename Pixel>
TileField<Pixel>::TileField(const RasterLevel& level, const RasterTiles& tiles)
    : m_size(level.size)
    , m_kept(tiles)
{
    if (tiles.empty())
        return;
    int lastColumn = 0;
    m_firstRow = tiles.begin()->first.first;
    m_firstColumn = tiles.begin()->first.second;
    for (const auto& [place, tile] : tiles) {
        m_firstColumn = std::min(m_firstColumn, place.second);
        lastColumn = std::max(lastColumn, place.second);
    }
    m_columns = lastColumn - m_firstColumn + 1;
    m_rows = tiles.rbegin()->first.first - m_firstRow + 1;
    m_tiles.assign(std::size_t(m_columns) * std::size_t(m_rows), blankTile<Pixel>());
    for (const auto& [place, tile] : tiles)
        m_tiles[std::size_t(place.first - m_firstRow) * std::size_t(m_columns) +
                std::size_t(place.second - m_firstColumn)] = pixelsOf(*tile, Pixel()).data();
}

template <typename Pixel>
Pixel TileField<Pixel>::at(int x, int y) const
{
    // What was not asked for lies farther off than a neighbour.
    const int column = std::clamp(x, m_firstColumn * Side,
                                  std::min(m_size.width(), (m_firstColumn + m_columns) * Side) - 1);
    const int row = std::clamp(y, m_firstRow * Side,
                               std::min(m_size.height(), (m_firstRow + m_rows) * Side) - 1);
    return *place(column, row);
}

template class TileField<QRgb>;
template class TileField<float>;

RasterSampler::RasterSampler(const PixelGrid& grid, QSize raster, QSize target)
    : m_grid(grid)
    , m_raster(raster)
    , m_target(target)
{
    const std::optional<double> pixels = grid.pixelSide(raster);
    if (!pixels)
        return;
    m_level = RasterLevel::nearest(raster, *pixels);
    findPlaces();
}

void RasterSampler::findPlaces()
{
    // By rows of tiles, from which column to which: what is in sight has few gaps.
    std::vector<std::pair<int, int>> columns(std::size_t(m_level.tileRows()), {INT_MAX, -1});
    const auto mark = [&](const Extent& box, double aside) {
        const double left = (box.west + aside) / m_level.across - 1;
        const double right = (box.east + aside) / m_level.across + 1;
        const double top = box.south / m_level.down - 1;
        const double bottom = box.north / m_level.down + 1;
        if (right < 0 || bottom < 0 || left >= m_level.size.width() || top >= m_level.size.height())
            return;
        const auto tile = [](double at, int count) {
            return int(std::clamp(at / Side, 0.0, double(count - 1)));
        };
        for (int row = tile(top, m_level.tileRows()); row <= tile(bottom, m_level.tileRows());
             ++row) {
            auto& [first, last] = columns[std::size_t(row)];
            first = std::min(first, tile(left, m_level.tileColumns()));
            last = std::max(last, tile(right, m_level.tileColumns()));
        }
    };
    for (int row = 0; row < m_grid.cellRows(); ++row)
        for (int column = 0; column < m_grid.cellColumns(); ++column) {
            const PixelGrid::Cell cell = m_grid.cell(column, row);
            if (!isInReach(cell))
                continue;
            const Extent box = cell.box();
            mark(box, m_grid.shift(box.west));
            if (m_grid.isTorn(box))
                mark(box, m_grid.shift(box.east));
        }
    for (int row = 0; row < int(columns.size()); ++row)
        for (int column = columns[std::size_t(row)].first;
             column <= columns[std::size_t(row)].second; ++column)
            m_places.emplace_back(row, column);
}

int RasterSampler::bandHeight(int band) const
{
    return std::min(PixelGrid::Step, m_target.height() - band * PixelGrid::Step);
}

template <typename Pixel>
void RasterSampler::sampleBand(const TileField<Pixel>& field, Sampling sampling, int band,
                               Pixel* pixels) const
{
    const int width = m_target.width();
    const int height = bandHeight(band);
    std::fill_n(pixels, std::size_t(width) * std::size_t(height), Blank<Pixel>);
    const auto take = sampling == Sampling::Smooth ? smooth<Pixel> : nearest<Pixel>;
    const QSizeF size(m_level.size);
    const auto inLevel = [&](QPointF source) {
        return QPointF(source.x() / m_level.across, source.y() / m_level.down);
    };
    for (int column = 0; column < m_grid.cellColumns(); ++column) {
        PixelGrid::Cell cell = m_grid.cell(column, band);
        if (!isInReach(cell))
            continue;
        const bool torn = m_grid.isTorn(cell.box());
        const double aside = torn ? 0 : m_grid.shift(cell.box().west);
        for (QPointF* corner :
             {&cell.upperLeft, &cell.upperRight, &cell.lowerLeft, &cell.lowerRight})
            *corner = torn ? *corner : inLevel(*corner + QPointF(aside, 0));
        const Extent box = cell.box();
        if (!torn && (box.east < 0 || box.north < 0 || box.west >= size.width() ||
                      box.south >= size.height()))
            continue;
        const bool inner = !torn && box.west >= 0.5 && box.south >= 0.5 &&
                           box.east < size.width() - 1 && box.north < size.height() - 1;
        const int left = column * PixelGrid::Step;
        const int count = std::min(PixelGrid::Step, width - left);
        for (int y = 0; y < height; ++y) {
            const double down = (y + 0.5) / PixelGrid::Step;
            const QPointF from = cell.upperLeft + (cell.lowerLeft - cell.upperLeft) * down;
            const QPointF to = cell.upperRight + (cell.lowerRight - cell.upperRight) * down;
            const QPointF step = (to - from) / PixelGrid::Step;
            Pixel* row = pixels + std::ptrdiff_t(y) * width + left;
            if (!torn) {
                take(field, Span(from + step / 2, step, count, inner), row);
                continue;
            }
            for (int x = 0; x < count; ++x) {
                const QPointF at = from + step * (x + 0.5);
                take(field,
                     Span(inLevel(at + QPointF(m_grid.shift(at.x()), 0)), QPointF(), 1, false),
                     row + x);
            }
        }
    }
}

void RasterSampler::sample(const TileField<QRgb>& field, Sampling sampling, int band,
                           QRgb* pixels) const
{
    sampleBand(field, sampling, band, pixels);
}

void RasterSampler::sample(const TileField<float>& field, Sampling sampling, int band,
                           float* pixels) const
{
    sampleBand(field, sampling, band, pixels);
}

} // namespace geo
