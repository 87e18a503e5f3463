// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/arc_levels.h"

#include "base/os.h"
#include "base/parallel.h"
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr std::size_t Block = 1024; // runs a thread takes at once

// How much a point matters: twice the area of its triangle; where the run turns back on itself, and
// the triangle has no width, twice the square of its shorter side, for a spike is seen all the
// same.
double weight(CookedPoint before, CookedPoint point, CookedPoint after)
{
    const double ax = double(before.x) - point.x;
    const double ay = double(before.y) - point.y;
    const double bx = double(after.x) - point.x;
    const double by = double(after.y) - point.y;
    const double area = std::fabs(ax * by - ay * bx);
    if (ax * bx + ay * by > 10 * area)
        return 2 * std::min(ax * ax + ay * ay, bx * bx + by * by);
    return area;
}

} // namespace

void simplifyRun(std::span<const CookedPoint> run, double area, std::vector<CookedPoint>& simple)
{
    const std::size_t first = simple.size();
    simple.insert(simple.end(), run.begin(), run.end());
    const double twice = 2 * area;
    // Round after round, every point goes that is small, and smaller than the one before it was
    // when that one stayed; two neighbours never go in one round.
    for (bool changed = run.size() > 2; changed;) {
        changed = false;
        std::size_t kept = first + 1;
        const std::size_t end = simple.size();
        if (end - first < 3)
            break;
        double before = HUGE_VAL; // of the point before, if it stayed
        for (std::size_t i = first + 1; i + 1 < end; ++i) {
            const double own = weight(simple[kept - 1], simple[i], simple[i + 1]);
            const double after =
                i + 2 < end ? weight(simple[i], simple[i + 1], simple[i + 2]) : HUGE_VAL;
            if (own < twice && own <= after && own <= before) {
                changed = true;
                before = HUGE_VAL;
                // Its successor stays in this round: its triangle is another one now.
                if (i + 2 < end) {
                    ++i;
                    simple[kept++] = simple[i];
                }
                continue;
            }
            before = own;
            simple[kept++] = simple[i];
        }
        simple[kept++] = simple[end - 1];
        simple.resize(kept);
    }
}

SimplifiedRuns simplifyRuns(std::span<const std::uint32_t> firsts,
                            std::span<const CookedPoint> points, double area,
                            const base::Progress& progress)
{
    const std::size_t count = firsts.size() - 1;
    struct Made
    {
        std::vector<CookedPoint> points;
        std::vector<std::uint32_t> sizes;
    };
    std::vector<Made> made((count + Block - 1) / Block);
    base::inParallel(count, Block, progress, [&](std::size_t begin, std::size_t end) {
        Made& own = made[begin / Block];
        own.sizes.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            const std::size_t before = own.points.size();
            simplifyRun(points.subspan(firsts[i], firsts[i + 1] - firsts[i]), area, own.points);
            own.sizes.push_back(std::uint32_t(own.points.size() - before));
        }
    });
    SimplifiedRuns result;
    std::size_t total = 0;
    for (const Made& each : made)
        total += each.points.size();
    base::reserveFilled(result.points, total);
    result.firsts.reserve(count + 1);
    result.firsts.push_back(0);
    for (Made& each : made) {
        result.points.insert(result.points.end(), each.points.begin(), each.points.end());
        for (const std::uint32_t size : each.sizes)
            result.firsts.push_back(result.firsts.back() + size);
        each = {};
    }
    return result;
}

} // namespace geo
