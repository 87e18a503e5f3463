// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/crs_hints.h"
#include "geo/crs_proposal.h"

namespace geo {

// Where coordinates would lie on the ground; internal to this room.

// The evidence's points; its extent's corners, sides and middle where it has none.
std::vector<QPointF> pointsOf(const CrsEvidence& evidence);

struct Landing
{
    std::vector<QPointF> lonLats; // degrees, -180 to 180; those without a place left out
    Extent degrees;               // empty: none; a west greater than the east crosses 180 degrees
    std::size_t lost = 0;         // points without a place
    bool turned = false;          // longitudes ran beyond 180 degrees
};

// Without change of datum where the CRS is geographic. `whole`: the extent that the points are some
// of; it counts where every point has a place, so that no stray number tears it open.
Landing landingOf(const Crs& crs, const std::vector<QPointF>& points, const Extent& whole = {});

// How much of a landing lies in some box, 0 to 1.
double shareIn(const Landing& landing, const Extent& degrees, double margin = 0);

// What a landing meets of the region's states.
struct Places
{
    std::optional<double> land; // 0 to 1; nullopt without states
    QString text;      // "Hidalgo and Puebla", or "98.9° W to 98.2° W, 19.8° N to 20.3° N"
    QString country;   // of most points: "MX"; empty where unknown
    double hinted = 0; // share in a state that the words name
    QString hint;      // that state
};
Places placesOf(const Landing& landing, const CrsRegion& region, const CrsHints& hints,
                base::Language language);
// Whether the words name a state at all.
bool namesState(const CrsRegion& region, const CrsHints& hints);

QString rangeText(const Extent& degrees, base::Language language);

} // namespace geo
