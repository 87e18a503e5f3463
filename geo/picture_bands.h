// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/map_snapshot.h"
#include <QRect>
#include <vector>

class QPainter;

namespace geo {

// Internal to this room: a large picture in pieces, so that none of them takes much memory. A piece
// is a rectangle of whole device pixels of the picture.

// Device pixels of the whole picture of a snapshot.
QSize pixelSize(const MapSnapshot& snapshot);

// What of the picture the painter's clip lets through; all of it without one.
QRect pixelsInSight(const MapSnapshot& snapshot, const QPainter& painter);

// The same from top to bottom in bands of some two million pixels. Each begins `overlap` rows
// within the one above it: on paper no gap opens between opaque ones that are drawn in order.
std::vector<QRect> bandsInSight(const MapSnapshot& snapshot, const QPainter& painter, int overlap);

// The view of a piece alone, and where it lies in the picture, in logical pixels.
MapView viewOf(const MapSnapshot& snapshot, const QRect& pixels);
QRectF placeOf(const MapSnapshot& snapshot, const QRect& pixels);

} // namespace geo
