// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/cooked_layer.h"
#include "geo/coverage_painter.h"
#include "geo/pixel_geometry.h"
#include "geo/styled_features.h"
#include <QImage>
#include <functional>
#include <memory>

namespace geo {

// A layer in the colours of a style, worked out once for many frames.
struct StyledLayer
{
    StyledLayer(std::shared_ptr<const CookedLayer> cooked,
                std::shared_ptr<const StyledFeatures> features);

    std::shared_ptr<const CookedLayer> layer;
    std::shared_ptr<const StyledFeatures> styled;
    CoverageColors colors;      // of what overlaps nothing
    bool fillsCoverage = false; // any of it is filled
    // Filled features that lie over others, and those without neighbours: cooked, in the order of
    // the layer.
    std::vector<std::uint32_t> overlapping;
    std::vector<std::uint32_t> alone;
    bool hasLinesOrPoints = false;
};

// Draws one layer of features on top of `picture`: fills, above them outlines, lines and points.
// Polygons that overlap nothing are filled together (see CoveragePainter), the rest one by one in
// the order of the layer. Neighbours meet without a seam, and the direction of rings does not
// matter. Outlines fade below three pixels; an area without neighbours that is smaller than a pixel
// is seen as one. Works in horizontal strips, a thread each; `stripDone` is called on the calling
// thread now and then, while nobody writes to the picture.
//
// devicePixelRatio scales widths and symbol sizes. Throws base::Cancelled; the strips that were
// done then stand in the picture.
void drawFeatures(QImage& picture, const StyledLayer& layer, const ToPixels& toPixels,
                  double devicePixelRatio, double opacity, base::Progress& progress,
                  const std::function<void()>& stripDone = {});

} // namespace geo
