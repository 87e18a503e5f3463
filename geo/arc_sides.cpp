// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/arc_sides.h"

#include "geo/segment.h"
#include <algorithm>
#include <cmath>
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

bool isInside(const RingArcs& cut, const Loop& loop, CookedPoint point)
{
    bool inside = false;
    for (const std::uint32_t place : loop.places) {
        const auto run = cut.arcs[cut.references[place] >> 1];
        for (std::size_t i = 1; i < run.size(); ++i)
            inside = inside != crossesRay(run[i - 1], run[i], point);
    }
    return inside;
}

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
        for (const Loop& loop : loops) {
            // One that runs the other way round is a bay that touches the ring where it lies
            // inside, and the second half of an 8 where it does not.
            bool turned = false;
            if ((loop.twiceArea > 0) != (largest.twiceArea > 0) && loop.twiceArea != 0) {
                const auto run = m_cut.arcs[m_cut.references[loop.places.front()] >> 1];
                turned = !isInside(m_cut, largest, run[run.size() / 2]);
            }
            for (const std::uint32_t place : loop.places)
                claim(m_cut.references[place], feature, insideIsLeft != turned);
        }
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
