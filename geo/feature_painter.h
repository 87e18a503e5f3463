// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/pixel_geometry.h"
#include "geo/prepared_geometry.h"
#include "geo/styled_features.h"
#include <QImage>
#include <functional>

namespace geo {

// Draws one layer of features on top of `picture`. Fills are drawn without anti-aliasing at twice
// the resolution and averaged, each polygon by itself under the odd-even rule: so neighbours meet
// without a seam, and the direction of rings does not matter. Outlines lie above all fills and fade
// below three pixels. Works in horizontal strips, a thread each; `stripDone` is called on the
// calling thread whenever a strip has joined the picture.
//
// devicePixelRatio scales widths and symbol sizes. Throws base::Cancelled; the strips that were
// done then stand in the picture.
void drawFeatures(QImage& picture, const PreparedLayer& layer, const StyledFeatures& styled,
                  const ToPixels& toPixels, double devicePixelRatio, double opacity,
                  base::Progress& progress, const std::function<void()>& stripDone = {});

} // namespace geo
