// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/label_places.h"
#include "geo/map_snapshot.h"
#include <QPointF>
#include <vector>

class QPainter;

namespace geo {

// The geodesic from one place to another as it lies in a view, in logical pixels, with `aside`
// pixels of a bulge to the right of the way; in several pieces where the view's CRS cannot show it
// or tears it.
std::vector<std::vector<QPointF>> legPixels(const MapView& view, QPointF fromLonLat,
                                            QPointF toLonLat, double aside = 0);

// A snapshot's project arrows: along the geodesic, leg by leg in the order of the sites, with a
// head where each leg arrives (and half-way along what is in sight, where that is out of sight),
// the project's name on its first leg and the length on each. Legs that join the same two sites
// lie beside each other.
void drawArrows(const MapSnapshot& snapshot, QPainter& painter, LabelPlaces& places);

} // namespace geo
