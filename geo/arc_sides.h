// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/cooked_layer.h"
#include "geo/ring_arcs.h"
#include <cstdint>
#include <vector>

namespace geo {

// Says of every arc which features lie beside it: fills `content.arcs`, whose features and parts
// are there, a ring's `first` being its number among the rings that were cut. Rings may run either
// way; one that touches itself falls into loops, each of which has its inside. Where two features
// claim one side of an arc the later comer gets an arc of its own (appended to `cut`), and the
// later one of the two in the source is marked. Throws base::Cancelled.
void findSides(RingArcs& cut, CookedLayer::Content& content, std::vector<std::uint8_t>& marked,
               const base::Progress& progress);

} // namespace geo
