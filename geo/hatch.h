// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style.h"
#include <QBrush>
#include <QRectF>

class QPainter;

namespace geo {

// A symbol's hatch over a box in logical pixels, from its upper left corner, as vectors.
void drawHatch(QPainter& painter, const QRectF& box, const Symbol& symbol);

// The same to fill any area of an image with, from the painter's brush origin; it is repeated every
// hatchPeriod() device pixels to the right and downwards.
int hatchPeriod(Hatch hatch, double devicePixelRatio);
QBrush hatchBrush(const Symbol& symbol, double devicePixelRatio);

} // namespace geo
