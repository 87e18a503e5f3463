// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/cooked_layer.h"
#include <cstdint>
#include <span>
#include <vector>

namespace geo {

// Which features of a layer lie over others, measured on its arcs: those whose arcs cross another
// arc (by more than a few quanta: what rounding does is no overlap), and the later one of two where
// an arc of one lies inside the other. What is left covers no place twice. By feature: 1 where it
// overlaps. `content` holds all but the levels beyond 0, flags and trees; `marked` are features
// already known to overlap. Where so much lies within one box that comparing all of it would take
// long, features count as crossing each other, and not themselves. Returns how many edges were
// compared. Throws base::Cancelled.
std::size_t findOverlaps(const CookedLayer::Content& content, std::vector<std::uint8_t>& marked,
                         const base::Progress& progress);

} // namespace geo
