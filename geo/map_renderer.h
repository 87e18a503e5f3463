// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "geo/map_snapshot.h"
#include "geo/prepared_layer.h"
#include "geo/site_cluster.h"
#include <QImage>
#include <functional>
#include <vector>

class QPainter;

namespace geo {

// Draws snapshots. All of it may run on any thread; nothing here is kept between calls but what
// the caller's cache holds.

// Told now and then, on the drawing thread, of the picture as far as it is drawn; the image is a
// copy and the receiver's to keep.
using PartialPicture = std::function<void(const QImage&)>;

// Background and layers, in an image of view.size() x devicePixelRatio pixels (its own
// devicePixelRatio is set). A layer that cannot be drawn is left out and named in `issues`; the
// rest is drawn. Throws base::Cancelled within some milliseconds of progress.cancel(); what was
// drawn until then went to onPartial, once more on the way out.
QImage renderLayers(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                    const PartialPicture& onPartial = {},
                    std::vector<base::Issue>* issues = nullptr);

// Sites, arrows and their labels over it, in logical pixels of the view: symbols that shrink where
// there are many, or circles where sites are clustered. Vectors but for very many symbols.
void drawSites(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
               base::Progress& progress);

// Graticule, scale bar, north arrow, legend and the line at the foot, as far as they are wanted.
void drawDecorations(const MapSnapshot& snapshot, QPainter& painter);

// The whole map: layers (as images at devicePixelRatio), sites, arrows, names, decorations and, if
// asked for, the legend of what is in sight, in the painter's rectangle 0, 0, view.size(). Of the
// layers no more is drawn at once than a band of some two million pixels, and nothing that the
// painter's clip hides: a large picture may be drawn piece by piece, each the same as if it were
// drawn whole. On paper all but the layers are vectors. The PDF, the printer and pictures of a
// sheet come from here.
void renderMap(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
               base::Progress& progress, std::vector<base::Issue>* issues = nullptr);
// The same into an image of its own.
QImage renderMap(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                 std::vector<base::Issue>* issues = nullptr);

// The drawn site nearest to a pixel, within `tolerance` logical pixels; of several on one spot the
// one on top. For hovering and clicking.
std::optional<base::Id> siteAt(const MapSnapshot& snapshot, PreparedCache& cache, QPointF pixel,
                               double tolerance = 8);
// Where sites are clustered: the circle that holds a pixel and, if asked for, its sites.
std::optional<SiteCluster> clusterAt(const MapSnapshot& snapshot, PreparedCache& cache,
                                     QPointF pixel, std::vector<base::Id>* sites = nullptr);
// All sites within a rectangle of logical pixels.
std::vector<base::Id> sitesIn(const MapSnapshot& snapshot, PreparedCache& cache,
                              const QRectF& pixels);

} // namespace geo
