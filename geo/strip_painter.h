// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/strip_frame.h"
#include <QImage>
#include <QRect>
#include <cstdint>
#include <span>
#include <vector>

namespace geo {

// What QPainter draws of a layer in one horizontal strip of a picture. Internal to this room.

// Where in a strip some features lie: rectangles of its whole height, side by side, with two pixels
// of room on either side.
std::vector<QRect> placesOf(const StripFrame& frame, std::span<const std::uint32_t> features,
                            QSize strip);

// The fills of features that overlap others, one by one in the layer's order, without anti-aliasing
// at twice the resolution and averaged: so neighbours meet without a seam.
QImage paintOverlaps(const StripFrame& frame, QSize strip);

// One colour laid over another, both premultiplied, of shapes that mostly lie beside each other:
// what the upper one leaves free of a pixel is the lower one's, up to all of it. (The "disjoint
// over" of the X Render extension.) `at`: where in the lower one the upper one lies.
void layBeside(const QImage& upper, QPoint at, QImage& lower);

// One pixel each for areas without neighbours that are smaller than that.
void paintSpecks(const StripFrame& frame, QImage& strip);

bool isHatched(const Symbol& look);
// The hatches of areas that are large enough to show one.
void paintHatches(const StripFrame& frame, QImage& strip);

// Lines (their casings below all of them), points and, if asked for, outlines of areas.
void paintStrokes(const StripFrame& frame, bool outlines, QImage& strip);

} // namespace geo
