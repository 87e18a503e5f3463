// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/extent.h"
#include <QPointF>
#include <QString>
#include <utility>
#include <vector>

namespace geo {

// Sites that lie closer together than their symbols can be told apart, as one circle.
struct SiteCluster
{
    QPointF at;        // logical pixels
    double radius = 0; // logical pixels
    qint64 count = 0;
    Extent extent;                                 // of its sites, in map units
    std::vector<std::pair<QString, qint64>> kinds; // site kinds, most first
};

} // namespace geo
