// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRgb>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace geo {

// Blue, green, red and alpha of a pixel side by side, premultiplied, 0 to 255; the processor works
// on the four at once. (The vector extension of GCC and clang.)
using Lanes = float __attribute__((vector_size(16)));

inline Lanes lanes(float value)
{
    return Lanes{value, value, value, value};
}

inline Lanes lanesOf(const QColor& color)
{
    const float alpha = float(color.alphaF());
    return Lanes{float(color.blue()) * alpha, float(color.green()) * alpha,
                 float(color.red()) * alpha, 255 * alpha};
}

// From and to QImage::Format_ARGB32_Premultiplied; rounded, and held within 0 to 255.
inline Lanes lanesOf(QRgb pixel)
{
#ifdef __SSE2__
    const __m128i zero = _mm_setzero_si128();
    const __m128i bytes = _mm_cvtsi32_si128(int(pixel));
    return _mm_cvtepi32_ps(_mm_unpacklo_epi16(_mm_unpacklo_epi8(bytes, zero), zero));
#else
    return Lanes{float(qBlue(pixel)), float(qGreen(pixel)), float(qRed(pixel)),
                 float(qAlpha(pixel))};
#endif
}

inline QRgb pixelOf(Lanes value)
{
#ifdef __SSE2__
    const __m128i whole = _mm_cvtps_epi32(value);
    const __m128i words = _mm_packs_epi32(whole, whole);
    return QRgb(_mm_cvtsi128_si32(_mm_packus_epi16(words, words)));
#else
    const auto byte = [](float lane) {
        return std::uint32_t(lane <= 0 ? 0 : lane >= 255 ? 255 : lane + 0.5F);
    };
    return byte(value[3]) << 24 | byte(value[2]) << 16 | byte(value[1]) << 8 | byte(value[0]);
#endif
}

} // namespace geo
