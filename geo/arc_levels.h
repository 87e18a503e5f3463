// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/box_tree.h"
#include <cstdint>
#include <span>
#include <vector>

namespace geo {

// The points of a run that a coarser picture needs: those whose triangle with their neighbours has
// less than `area` (square quanta) go, the smallest of a neighbourhood first, until none is left
// (M. Visvalingam & J. D. Whyatt 1993). Both ends stay. Appended to `simple`.
void simplifyRun(std::span<const CookedPoint> run, double area, std::vector<CookedPoint>& simple);

// All of some runs that lie behind each other, as in CookedLayer::Content::Level. Throws
// base::Cancelled.
struct SimplifiedRuns
{
    std::vector<std::uint32_t> firsts;
    std::vector<CookedPoint> points;
};
SimplifiedRuns simplifyRuns(std::span<const std::uint32_t> firsts,
                            std::span<const CookedPoint> points, double area,
                            const base::Progress& progress);

} // namespace geo
