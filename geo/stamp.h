// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/parallel.h"
#include <QImage>
#include <QPointF>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace geo {

// Internal to this room: small pictures that are laid into a large one very often.

// Both premultiplied; two channels at a time.
inline QRgb over(QRgb source, QRgb below)
{
    const std::uint32_t rest = 256 - (source >> 24);
    const std::uint32_t even = ((below & 0xff00ff) * rest >> 8) & 0xff00ff;
    const std::uint32_t odd = ((below >> 8) & 0xff00ff) * rest & 0xff00ff00;
    return source + (even | odd);
}

// The same for four pixels side by side.
inline void overFour(const QRgb* source, QRgb* target)
{
#ifdef __SSE2__
    auto* const place = reinterpret_cast<__m128i*>(target);
    const __m128i above = _mm_loadu_si128(reinterpret_cast<const __m128i*>(source));
    const __m128i below = _mm_loadu_si128(place);
    const __m128i alpha = _mm_srli_epi32(above, 24);
    const __m128i rest =
        _mm_sub_epi16(_mm_set1_epi16(256), _mm_or_si128(alpha, _mm_slli_epi32(alpha, 16)));
    const __m128i low = _mm_set1_epi32(0xff00ff);
    const __m128i even = _mm_srli_epi16(_mm_mullo_epi16(_mm_and_si128(below, low), rest), 8);
    const __m128i odd =
        _mm_andnot_si128(low, _mm_mullo_epi16(_mm_and_si128(_mm_srli_epi32(below, 8), low), rest));
    _mm_storeu_si128(place, _mm_add_epi32(above, _mm_or_si128(even, odd)));
#else
    for (int i = 0; i < 4; ++i)
        target[i] = over(source[i], target[i]);
#endif
}

// Rows of a picture (Format_ARGB32_Premultiplied) that one thread draws into.
struct PictureStrip
{
    QRgb* pixels = nullptr; // of the whole picture
    std::ptrdiff_t stride = 0;
    int width = 0;
    int top = 0;
    int bottom = 0; // the first row that is another's
};

// The pixels of a small picture that have something on them, row by row.
class Stamp
{
public:
    // The place it stands for is the middle of the image's middle logical pixel.
    explicit Stamp(const QImage& image)
        : m_height(image.height())
        , m_middle((std::floor(image.width() / image.devicePixelRatio() / 2) + 0.5) *
                   image.devicePixelRatio())
    {
        const int width = image.width();
        for (int y = 0; y < m_height; ++y) {
            const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            const auto isInk = [](QRgb pixel) { return qAlpha(pixel) != 0; };
            const auto first = std::find_if(row, row + width, isInk);
            const auto last = std::find_if(std::make_reverse_iterator(row + width),
                                           std::make_reverse_iterator(first), isInk)
                                  .base();
            const int fours = int((last - first + 3) / 4);
            m_rows.push_back({int(first - row), int(last - row), fours, int(m_pixels.size())});
            m_right = std::max(m_right, int(first - row) + fours * 4);
            m_pixels.insert(m_pixels.end(), first, last);
            m_pixels.resize(std::size_t(m_rows.back().offset + fours * 4), 0);
        }
    }

    // At a place in device pixels, which is not far outside the picture.
    void lay(const PictureStrip& strip, QPointF place) const
    {
        constexpr int Far = 1 << 20; // so that what is cut off is positive
        const int x = int(place.x() - m_middle + (Far + 0.5)) - Far;
        const int y = int(place.y() - m_middle + (Far + 0.5)) - Far;
        const int firstRow = std::max(0, strip.top - y);
        const int lastRow = std::min(m_height, strip.bottom - y);
        if (x >= 0 && x + m_right <= strip.width) {
            for (int row = firstRow; row < lastRow; ++row) {
                const Row& ink = m_rows[std::size_t(row)];
                const QRgb* source = m_pixels.data() + ink.offset;
                QRgb* target =
                    strip.pixels + std::ptrdiff_t(y + row) * strip.stride + x + ink.first;
                for (int i = 0; i < ink.fours; ++i)
                    overFour(source + i * 4, target + i * 4);
            }
            return;
        }
        for (int row = firstRow; row < lastRow; ++row) {
            const Row& ink = m_rows[std::size_t(row)];
            const int from = std::max(ink.first, -x);
            const int to = std::min(ink.last, strip.width - x);
            const QRgb* source = m_pixels.data() + ink.offset - ink.first;
            QRgb* target = strip.pixels + std::ptrdiff_t(y + row) * strip.stride + x;
            for (int column = from; column < to; ++column)
                target[column] = over(source[column], target[column]);
        }
    }

private:
    struct Row
    {
        int first; // columns that have something
        int last;
        int fours;  // how many times four pixels they are, with transparent ones at the end
        int offset; // of m_pixels
    };

    int m_height;
    int m_right = 0; // beyond the last four pixels of any row
    double m_middle;
    std::vector<Row> m_rows;
    std::vector<QRgb> m_pixels;
};

// Calls draw(strip) for the rows of a picture, as many strips as there are threads.
template <typename Draw>
void inStrips(QImage& picture, const base::Progress& progress, Draw&& draw)
{
    auto* const pixels = reinterpret_cast<QRgb*>(picture.bits());
    const std::ptrdiff_t stride = picture.bytesPerLine() / qsizetype(sizeof(QRgb));
    const std::size_t strips = base::workerCount();
    const auto height = std::size_t(picture.height());
    base::inParallel(strips, 1, progress, [&](std::size_t strip, std::size_t) {
        draw(PictureStrip{pixels, stride, picture.width(), int(height * strip / strips),
                          int(height * (strip + 1) / strips)});
    });
}

} // namespace geo
