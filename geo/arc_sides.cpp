// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/arc_sides.h"

#include "geo/segment.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <unordered_map>

namespace geo {

namespace {

constexpr std::uint32_t None = CookedLayer::None;

// One closed run of arcs of a ring.
struct Loop
{
    std::vector<std::uint32_t> places; // of its references
    double twiceArea = 0;              // positive anticlockwise
};

CookedPoint startOf(const RingArcs& cut, std::uint32_t reference)
{
    const auto run = cut.arcs[reference >> 1];
    return (reference & 1) != 0 ? run.back() : run.front();
}

double twiceLoopArea(const RingArcs& cut, std::span<const std::uint32_t> places)
{
    double sum = 0;
    const CookedPoint base = startOf(cut, cut.references[places.front()]);
    for (const std::uint32_t place : places) {
        const std::uint32_t reference = cut.references[place];
        const auto run = cut.arcs[reference >> 1];
        double own = 0;
        for (std::size_t i = 1; i < run.size(); ++i)
            own += twiceArea(base, run[i - 1], run[i]);
        sum += (reference & 1) != 0 ? -own : own;
    }
    return sum;
}

// What lies inside a loop, for a ring may have as many loops as points.
class LoopInside
{
public:
    LoopInside(const RingArcs& cut, const Loop& loop)
    {
        for (const std::uint32_t place : loop.places) {
            const auto arc = cut.arcs[cut.references[place] >> 1];
            for (std::size_t from = 0; from + 1 < arc.size(); from += RunPoints - 1) {
                const auto run = arc.subspan(from, std::min(RunPoints, arc.size() - from));
                m_runs.push_back(run);
                CookedBox& box = m_boxes.emplace_back();
                for (const CookedPoint& point : run)
                    box.add(point);
            }
        }
        m_above = BoxTree::above(m_boxes);
    }

    bool contains(CookedPoint point) const
    {
        const CookedBox ray{point.x, point.y, std::numeric_limits<std::int32_t>::max(), point.y};
        bool inside = false;
        BoxTree(m_boxes, m_above).query(ray, [&](std::uint32_t i) {
            const auto run = m_runs[i];
            if (m_boxes[i].west > point.x) { // then its ends tell
                inside ^= (run.front().y <= point.y) != (run.back().y <= point.y);
                return;
            }
            for (std::size_t k = 1; k < run.size(); ++k)
                inside ^= crossesRay(run[k - 1], run[k], point);
        });
        return inside;
    }

private:
    static constexpr std::size_t RunPoints = 64;
    std::vector<std::span<const CookedPoint>> m_runs;
    std::vector<CookedBox> m_boxes;
    std::vector<CookedBox> m_above;
};

// A ring that comes back to a point of its own falls into loops there.
std::vector<Loop> loopsOf(const RingArcs& cut, std::size_t ring)
{
    constexpr std::size_t Few = 16; // among so many looking at each is the fastest
    const auto keyOf = [&cut](std::uint32_t place) {
        const CookedPoint start = startOf(cut, cut.references[place]);
        return std::uint64_t(std::uint32_t(start.x)) << 32 | std::uint32_t(start.y);
    };
    std::vector<Loop> loops;
    std::vector<std::uint32_t> open; // places of references that are in no loop yet
    const std::uint32_t end = cut.firstReferences[ring + 1];
    const bool many = end - cut.firstReferences[ring] > Few;
    std::unordered_map<std::uint64_t, std::size_t> known; // by start: which of the open ones
    for (std::uint32_t place = cut.firstReferences[ring]; place < end; ++place) {
        const std::uint64_t key = keyOf(place);
        auto same = open.end();
        if (!many)
            same = std::find_if(open.begin(), open.end(),
                                [&](std::uint32_t earlier) { return keyOf(earlier) == key; });
        else if (const auto found = known.find(key); found != known.end())
            same = open.begin() + std::ptrdiff_t(found->second);
        if (same != open.end()) {
            for (auto each = same; many && each != open.end(); ++each)
                known.erase(keyOf(*each));
            loops.push_back({{same, open.end()}, 0});
            open.erase(same, open.end());
        }
        if (many)
            known.emplace(key, open.size());
        open.push_back(place);
    }
    if (!open.empty())
        loops.push_back({std::move(open), 0});
    for (Loop& loop : loops)
        loop.twiceArea = twiceLoopArea(cut, loop.places);
    return loops;
}

class SideFinder
{
public:
    SideFinder(RingArcs& cut, CookedLayer::Content& content, std::vector<std::uint8_t>& marked)
        : m_cut(cut)
        , m_content(content)
        , m_marked(marked)
    {
        content.arcs.resize(cut.arcs.count());
    }

    void addRing(std::size_t ring, std::uint32_t feature, bool hole)
    {
        const std::vector<Loop> loops = loopsOf(m_cut, ring);
        const Loop& largest =
            *std::max_element(loops.begin(), loops.end(), [](const Loop& a, const Loop& b) {
                return std::fabs(a.twiceArea) < std::fabs(b.twiceArea);
            });
        const bool insideIsLeft = (largest.twiceArea > 0) != hole;
        // One that runs the other way round is a bay that touches the ring where it lies inside,
        // and the second half of an 8 where it does not.
        std::vector<bool> turned(loops.size(), false);
        std::optional<LoopInside> inside;
        for (std::size_t i = 0; i < loops.size(); ++i) {
            if ((loops[i].twiceArea > 0) == (largest.twiceArea > 0) || loops[i].twiceArea == 0)
                continue;
            if (!inside)
                inside.emplace(m_cut, largest);
            const auto run = m_cut.arcs[m_cut.references[loops[i].places.front()] >> 1];
            turned[i] = !inside->contains(run[run.size() / 2]);
        }
        for (std::size_t i = 0; i < loops.size(); ++i)
            for (const std::uint32_t place : loops[i].places)
                claim(m_cut.references[place], feature, insideIsLeft != turned[i]);
    }

private:
    void claim(std::uint32_t& reference, std::uint32_t feature, bool insideIsLeft)
    {
        const bool left = insideIsLeft != ((reference & 1) != 0);
        std::uint32_t& side = sideOf(reference >> 1, left);
        if (side == None) {
            side = feature;
            return;
        }
        if (side != feature) {
            const auto& features = m_content.features;
            m_marked[features[side].source < features[feature].source ? feature : side] = 1;
        }
        reference = copyOf(reference >> 1) << 1 | (reference & 1);
        sideOf(reference >> 1, left) = feature;
    }
    std::uint32_t& sideOf(std::uint32_t arc, bool left)
    {
        return left ? m_content.arcs[arc].left : m_content.arcs[arc].right;
    }
    std::uint32_t copyOf(std::uint32_t arc)
    {
        PointRuns& runs = m_cut.arcs;
        const std::vector<CookedPoint> run(runs[arc].begin(), runs[arc].end());
        runs.points.insert(runs.points.end(), run.begin(), run.end());
        runs.firsts.push_back(std::uint32_t(runs.points.size()));
        m_content.arcs.emplace_back();
        return std::uint32_t(m_content.arcs.size() - 1);
    }

    RingArcs& m_cut;
    CookedLayer::Content& m_content;
    std::vector<std::uint8_t>& m_marked;
};

} // namespace

void findSides(RingArcs& cut, CookedLayer::Content& content, std::vector<std::uint8_t>& marked,
               const base::Progress& progress)
{
    SideFinder sides(cut, content, marked);
    for (std::uint32_t i = 0; i < content.features.size(); ++i) {
        if (i % 4096 == 0)
            progress.check();
        const CookedLayer::Feature& feature = content.features[i];
        for (const CookedLayer::Part& part :
             std::span(content.parts).subspan(feature.firstPart, feature.partCount))
            if (part.kind == PartKind::Outer || part.kind == PartKind::Hole)
                sides.addRing(part.first, i, part.kind == PartKind::Hole);
    }
}

} // namespace geo
