// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/raster_style.h"
#include <QColor>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace geo {

// Colours for classes of a number, in perceptually even steps that colour-blind eyes can tell
// apart: all but the diverging one grow steadily lighter or darker, and that one does so from its
// middle to both ends, in hues (blue, orange) that no common colour blindness mixes up.
enum class ValueRamp {
    Viridis,    // Smith & van der Walt 2015
    Cividis,    // Nuñez, Anderton & Renslow 2018, made for colour-blind eyes
    Ochre,      // pale yellow to dark brown, in OKLCH
    Grey,       // pale to dark, for black and white print
    BlueOrange, // diverging: blue below, orange above, pale in the middle, in OKLCH
};

// At 0 to 1.
QColor rampColor(ValueRamp ramp, double at);
QColor rampColor(RasterRamp ramp, double at);
// `count` of them, evenly from one end to the other; a single one from the middle.
std::vector<QColor> rampColors(ValueRamp ramp, std::size_t count, bool reversed = false);
// Which ramp has these colours, as near as another program's table of it, and whether from its
// other end.
struct RampFound
{
    ValueRamp ramp = ValueRamp::Viridis;
    bool reversed = false;
};
std::optional<RampFound> rampOf(std::span<const QColor> colors);

void drawRampSample(QPainter& painter, const QRectF& box, ValueRamp ramp, bool reversed = false);
void drawRampSample(QPainter& painter, const QRectF& box, RasterRamp ramp, bool reversed = false);

} // namespace geo
