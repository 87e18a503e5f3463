// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/feature_painter.h"
#include <QImage>

namespace geo {

// What QPainter draws of a layer in one horizontal strip of a picture. Internal to this room.
struct StripFrame
{
    const StyledLayer& layer;
    ToPixels toPixels; // of the strip
    double devicePixelRatio;
    const base::Progress& progress;
};

// The fills of features that overlap others, one by one in the layer's order, without anti-aliasing
// at twice the resolution and averaged: so neighbours meet without a seam. Null where there is none
// in the strip.
QImage paintOverlaps(const StripFrame& frame, QSize strip);

// One colour laid over another, both premultiplied, of shapes that mostly lie beside each other:
// what the upper one leaves free of a pixel is the lower one's, up to all of it. (The "disjoint
// over" of the X Render extension.)
void layBeside(const QImage& upper, QImage& lower);

// One pixel each for areas without neighbours that are smaller than that.
void paintSpecks(const StripFrame& frame, QImage& strip);

// Lines, points and, if asked for, outlines of areas.
void paintStrokes(const StripFrame& frame, bool outlines, QImage& strip);

} // namespace geo
