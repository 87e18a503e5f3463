// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/map_snapshot.h"
#include <QRectF>
#include <vector>

namespace geo {

// Where drawDecorations() (map_renderer.h) will put legend, scale bar and the lines at the foot, in
// logical pixels: no name is written there.
std::vector<QRectF> decorationBoxes(const MapSnapshot& snapshot);

} // namespace geo
