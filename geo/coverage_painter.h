// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/cooked_layer.h"
#include "geo/pixel_geometry.h"
#include "geo/pixel_lanes.h"
#include <QImage>
#include <QRect>
#include <span>
#include <vector>

namespace geo {

// What a coverage is painted with.
struct CoverageColors
{
    static constexpr std::uint32_t Nothing = 0; // of `fills`
    std::vector<Lanes> fills;                   // premultiplied, 0 to 255; the first is nothing
    std::vector<std::uint32_t> fill;            // by cooked feature: index of fills
    std::vector<std::uint8_t> outlined;         // by cooked feature: 1 where its outline is drawn
    Lanes outline{};                            // premultiplied
};

// Fills features that cover no place twice, all at once: along every arc the difference of the
// colours on its two sides is added up, weighted by the area of each pixel that lies to its right;
// the sum along a row is then every pixel's colour, as if each feature's exact share of the pixel
// had been painted. So neighbours meet without a seam and holes come of themselves. (The signed
// areas are those of font rasterisers: R. Levien, font-rs, 2016.) Thin outlines are added up on the
// same way, as the share of a pixel that they cover; they fade where a feature is less than three
// pixels wide.
//
// One object is the tool of one thread; its memory is used again for each strip.
class CoveragePainter
{
public:
    // `toPixels` of the whole picture, whose width is in pixels, as is that of the outlines; they
    // fade by logical pixels.
    CoveragePainter(const CookedLayer& layer, const CoverageColors& colors,
                    const ToPixels& toPixels, int width, double outlineWidth,
                    double devicePixelRatio);

    struct What
    {
        bool fills = true;
        bool outlines = true;
    };
    // The rows top up to top + rows of the picture: adds up, to be followed by paint(). Throws
    // base::Cancelled; what was added up is lost then.
    void addUp(int top, int rows, What what, const base::Progress& progress);
    // Lays what was added up over the same rows, which `target` is alone. Outlines within the
    // places of `later` are kept for another call, for outlines alone.
    void paint(QImage& target, double opacity, What what, std::span<const QRect> later = {});

private:
    struct Point
    {
        float x;
        float y;
    };
    void addPiece(std::uint32_t piece, const CookedBox& inSight);
    template <bool Fill, bool Outline>
    void addRun(std::span<const CookedPoint> run, Lanes difference, float outline, bool far);
    template <bool Fill, bool Outline>
    void addFar(QPointF from, QPointF to, Lanes difference, float outline);
    template <bool Fill, bool Outline>
    void add(Point from, Point to, Lanes difference, float outline)
    {
        if constexpr (Fill)
            addEdge(from, to, difference);
        if constexpr (Outline)
            addOutline(from, to, outline);
    }
    void addEdge(Point from, Point to, Lanes difference);
    void addOutline(Point from, Point to, float width);
    void touch(std::uint8_t* row, int pixel) { row[pixel / Block] = 1; }
    float outlineOf(const CookedLayer::Arc& arc) const;
    void begin(int rows);
    void paintOutlines(QImage& target, double opacity);

    static constexpr int Block = 16; // pixels that are looked at together

    const CookedLayer& m_layer;
    const CoverageColors& m_colors;
    int m_width;
    double m_outlineWidth;
    float m_ratio;
    What m_what;
    int m_pitch;
    std::size_t m_level;
    double m_scale; // pixels to a quantum
    double m_left;  // pixels of the layer's origin, in the strip
    double m_originTop;
    double m_top = 0;
    int m_rows = 0;
    std::vector<Lanes> m_sums;
    std::vector<float> m_lines;
    std::vector<std::uint8_t> m_touched;
    std::vector<std::uint8_t> m_later; // by block
};

} // namespace geo
