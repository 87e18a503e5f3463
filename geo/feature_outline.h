// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <cstdint>

namespace geo {

class CookedLayer;

// The outline of a feature (by its number in the layer's table) in map units, as fine as a picture
// of so many map units a pixel shows. `place`: in map units, in the box about the feature. Empty
// for points and where the feature is not.
QPainterPath featureOutline(const CookedLayer& layer, std::uint32_t feature, QPointF place,
                            double unitsPerPixel);

} // namespace geo
