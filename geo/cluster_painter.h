// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "base/progress.h"
#include "geo/site_cluster.h"
#include <QImage>
#include <vector>

class QPainter;

namespace geo {

// Internal to this room. A cluster is a circle with the number of its sites, and around it a ring
// of the colours of their kinds, each its share of the way round, from the top with the clock.

// As vectors, in logical pixels.
void drawCluster(QPainter& painter, const SiteCluster& cluster, base::Language language);

// The same, into a picture that may have something on it already (Format_ARGB32_Premultiplied): by
// pixels, on several threads, for the hundreds of circles of a map.
void layClusters(QImage& picture, const std::vector<SiteCluster>& clusters, base::Language language,
                 base::Progress& progress);

} // namespace geo
