// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/box_tree.h"
#include <cstdint>
#include <span>
#include <vector>

namespace geo {

// Runs of points one after the other: run i is points[firsts[i]] up to points[firsts[i + 1]].
struct PointRuns
{
    std::vector<CookedPoint> points;
    std::vector<std::uint32_t> firsts{0};
    std::size_t count() const { return firsts.size() - 1; }
    std::span<const CookedPoint> operator[](std::size_t run) const
    {
        return std::span(points).subspan(firsts[run], firsts[run + 1] - firsts[run]);
    }
};

// Rings cut where they begin and cease to share edges.
struct RingArcs
{
    PointRuns arcs; // each once, both ends included; the end of one is the beginning of another
    // By ring: its arcs in order; twice the arc, plus one where it is run through backwards.
    std::vector<std::uint32_t> references;
    std::vector<std::uint32_t> firstReferences{0}; // by ring, and one more for the end
};

// Edges are shared where both ends are the very same two points; an edge that no other ring has is
// an arc of its own. Rings: at least three points, no two that follow each other the same, not
// closed by a repeated point. The method is that of TopoJSON (M. Bostock 2013): a point is the end
// of an arc where the rings through it have more than two neighbours there. An arc that crosses
// itself is made to run round its loops the other way, so that its two sides stay the same all
// along. Throws base::Cancelled.
RingArcs cutIntoArcs(PointRuns rings, const base::Progress& progress);

// The loops of an arc that crosses itself turned round (it then touches itself there, in a new
// point rounded to whole quanta), up to some dozens of them; false where it does not cross itself.
// Throws base::Cancelled.
bool turnLoops(std::vector<CookedPoint>& arc, const base::Progress& progress);

} // namespace geo
