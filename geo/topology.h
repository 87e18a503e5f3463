// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/feature_layer.h"
#include <QPointF>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

// Something wrong with polygons, and where (degrees).
struct TopologyFault
{
    enum class Kind {
        Invalid, // a polygon that crosses itself or is otherwise no polygon (OGC 06-103r4)
        Overlap, // two features cover the same ground
        Gap,     // a hole that the features together leave open
    };
    Kind kind = Kind::Invalid;
    QPointF at;
    std::uint32_t feature = 0;
    std::optional<std::uint32_t> other; // Overlap
    double squareMetres = 0;            // Overlap, Gap
    QString cause;                      // Invalid: in the words of GEOS
};

// Every polygon by itself.
std::vector<TopologyFault> invalidPolygons(const FeatureLayer& layer, base::Progress& progress);

// Whether the polygons of a layer are a coverage: valid, no overlap, no gap, decided by GEOS on
// the very coordinates of the layer. Faults of at most `slack` square metres are passed over.
std::vector<TopologyFault> coverageFaults(const FeatureLayer& layer, base::Progress& progress,
                                          double slackSquareMetres = 0);

} // namespace geo
