// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <cstdint>

namespace geo {

class CookedLayer;

// The outline of a feature (by its number in the layer's table) in map units, as fine as a picture
// of so many map units a pixel shows; empty for points and for a feature that the map cannot show.
QPainterPath featureOutline(const CookedLayer& layer, std::uint32_t feature, double unitsPerPixel);

} // namespace geo
