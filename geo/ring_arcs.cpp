// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ring_arcs.h"

#include "base/os.h"
#include "base/parallel.h"
#include "geo/segment.h"
#include <algorithm>
#include <bit>
#include <map>
#include <mutex>
#include <optional>

namespace geo {

namespace {

constexpr std::uint32_t Nothing = 0xffffffff;
constexpr std::size_t PointsPerCheck = 1 << 16;
constexpr std::size_t Ahead = 16; // points

std::uint64_t scattered(std::uint64_t key)
{
    key *= 0x9E3779B97F4A7C15ULL;
    key ^= key >> 29;
    key *= 0xBF58476D1CE4E5B9ULL;
    return key ^ key >> 32;
}

std::uint64_t pairOf(std::uint32_t a, std::uint32_t b)
{
    return std::uint64_t(a) << 32 | b;
}

// Numbers for different points: the same for the same.
class PointNumbers
{
public:
    explicit PointNumbers(std::size_t count)
    {
        // A quarter of the slots stays free: in a full table a search has no end.
        const std::size_t slots = std::bit_ceil(std::max<std::size_t>(16, count + count / 3));
        base::reserveFilled(m_slots, slots);
        m_slots.resize(slots, Nothing);
        base::reserveFilled(points, count / 2 + 1024);
    }
    // Fetches what number() will look at, which lies anywhere in memory.
    void expect(CookedPoint point) const { __builtin_prefetch(&m_slots[slotOf(point)]); }
    std::uint32_t number(CookedPoint point)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = slotOf(point);
        while (m_slots[slot] != Nothing && !(points[m_slots[slot]] == point))
            slot = (slot + 1) & mask;
        if (m_slots[slot] == Nothing) {
            m_slots[slot] = std::uint32_t(points.size());
            points.push_back(point);
        }
        return m_slots[slot];
    }
    std::vector<CookedPoint> points; // by number

private:
    std::size_t slotOf(CookedPoint point) const
    {
        return scattered(pairOf(std::uint32_t(point.x), std::uint32_t(point.y))) &
               (m_slots.size() - 1);
    }
    std::vector<std::uint32_t> m_slots;
};

// What stands for an arc: its end and the point next to it, at the end where it begins.
class ArcNumbers
{
public:
    explicit ArcNumbers(std::size_t expected)
    {
        grow(std::bit_ceil(std::max<std::size_t>(16, expected)));
    }
    // The number known for the key, or `fresh`, which then is.
    std::uint32_t find(std::uint64_t key, std::uint32_t fresh)
    {
        if (m_count * 2 > m_keys.size())
            grow(m_keys.size() * 2);
        const std::size_t slot = slotOf(key);
        if (m_values[slot] == Nothing) {
            m_keys[slot] = key;
            m_values[slot] = fresh;
            ++m_count;
        }
        return m_values[slot];
    }

private:
    std::size_t slotOf(std::uint64_t key) const
    {
        const std::size_t mask = m_keys.size() - 1;
        std::size_t slot = scattered(key) & mask;
        while (m_values[slot] != Nothing && m_keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }
    void grow(std::size_t size)
    {
        std::vector<std::uint64_t> keys(size);
        std::vector<std::uint32_t> values(size, Nothing);
        keys.swap(m_keys);
        values.swap(m_values);
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (values[i] != Nothing) {
                const std::size_t slot = slotOf(keys[i]);
                m_keys[slot] = keys[i];
                m_values[slot] = values[i];
            }
    }
    std::vector<std::uint64_t> m_keys;
    std::vector<std::uint32_t> m_values;
    std::size_t m_count = 0;
};

// The first two edges, by number of the point they begin at, that cross; of a run of points.
std::optional<std::pair<std::size_t, std::size_t>> firstCrossing(std::span<const CookedPoint> run,
                                                                 const base::Progress& progress)
{
    constexpr std::size_t Few = 48;
    constexpr std::size_t VisitsPerCheck = 1 << 16;
    const std::size_t edges = run.size() - 1;
    const auto cross = [&](std::size_t i, std::size_t k) {
        return crossing(run[i], run[i + 1], run[k], run[k + 1]);
    };
    if (edges <= Few) {
        for (std::size_t i = 0; i + 2 < edges; ++i) {
            const CookedPoint a = run[i];
            const CookedPoint b = run[i + 1];
            const auto [west, east] = std::minmax(a.x, b.x);
            const auto [south, north] = std::minmax(a.y, b.y);
            for (std::size_t k = i + 2; k < edges; ++k) {
                const CookedPoint c = run[k];
                const CookedPoint d = run[k + 1];
                if ((c.x < west && d.x < west) || (c.x > east && d.x > east) ||
                    (c.y < south && d.y < south) || (c.y > north && d.y > north))
                    continue;
                if (cross(i, k))
                    return std::pair(i, k);
            }
        }
        return std::nullopt;
    }
    // Neighbours in a run are neighbours on the map: a tree over its edges as they come.
    std::vector<CookedBox> boxes(edges);
    for (std::size_t i = 0; i < edges; ++i) {
        if (i % PointsPerCheck == 0)
            progress.check();
        boxes[i].add(run[i]);
        boxes[i].add(run[i + 1]);
    }
    const std::vector<CookedBox> above = BoxTree::above(boxes);
    const BoxTree tree(boxes, above);
    // Where all boxes lie over each other the search ends: what crosses then is painted by itself.
    std::size_t budget = 1'000'000 + 200 * edges;
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i + 2 < edges && !found && budget > 0; ++i)
        tree.query(boxes[i], [&](std::uint32_t k) {
            if (budget % VisitsPerCheck == 0)
                progress.check();
            budget -= budget > 0 ? 1 : 0;
            if (!found && k > i + 1 && cross(i, k))
                found = std::pair(i, std::size_t(k));
        });
    return found;
}

void turnLoopsOfAll(PointRuns& arcs, const base::Progress& progress)
{
    std::map<std::size_t, std::vector<CookedPoint>> turned;
    std::mutex mutex;
    base::inParallel(arcs.count(), 8192, progress, [&](std::size_t begin, std::size_t end) {
        std::vector<CookedPoint> run;
        for (std::size_t i = begin; i < end; ++i) {
            const auto arc = arcs[i];
            if (arc.size() < 4 || !firstCrossing(arc, progress))
                continue;
            run.assign(arc.begin(), arc.end());
            if (!turnLoops(run, progress))
                continue;
            const std::lock_guard lock(mutex);
            turned.emplace(i, run);
        }
    });
    if (turned.empty())
        return;
    PointRuns result;
    result.points.reserve(arcs.points.size() + 2 * turned.size());
    result.firsts.reserve(arcs.firsts.size());
    for (std::size_t i = 0; i < arcs.count(); ++i) {
        const auto found = turned.find(i);
        const auto run =
            found == turned.end() ? arcs[i] : std::span<const CookedPoint>(found->second);
        result.points.insert(result.points.end(), run.begin(), run.end());
        result.firsts.push_back(std::uint32_t(result.points.size()));
    }
    arcs = std::move(result);
}

} // namespace

bool turnLoops(std::vector<CookedPoint>& arc, const base::Progress& progress)
{
    // Each costs a look at the whole arc.
    const std::size_t most = std::clamp<std::size_t>((1U << 20) / (arc.size() + 1), 4, 64);
    bool any = false;
    for (std::size_t i = 0; i < most && arc.size() > 3; ++i) {
        const auto found = firstCrossing(arc, progress);
        if (!found)
            break;
        const auto [first, second] = *found;
        const auto at = crossing(arc[first], arc[first + 1], arc[second], arc[second + 1]);
        std::reverse(arc.begin() + std::ptrdiff_t(first) + 1,
                     arc.begin() + std::ptrdiff_t(second) + 1);
        arc.insert(arc.begin() + std::ptrdiff_t(second) + 1, *at);
        arc.insert(arc.begin() + std::ptrdiff_t(first) + 1, *at);
        arc.erase(std::unique(arc.begin(), arc.end()), arc.end());
        any = true;
    }
    return any;
}

RingArcs cutIntoArcs(PointRuns rings, const base::Progress& progress)
{
    const std::size_t count = rings.points.size();
    PointNumbers numbers(count);
    std::vector<std::uint32_t> ids;
    base::reserveFilled(ids, count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % PointsPerCheck == 0)
            progress.check();
        if (i + Ahead < count)
            numbers.expect(rings.points[i + Ahead]);
        ids.push_back(numbers.number(rings.points[i]));
    }
    const std::vector<CookedPoint> points = std::move(numbers.points);
    numbers = PointNumbers(0);
    std::vector<CookedPoint>().swap(rings.points);

    // A point with more than two different neighbours is the end of arcs; so is one where a ring
    // turns back along the edge it came by, perhaps in the midst of what is one arc for others.
    std::vector<std::uint64_t> neighbours;
    base::reserveFilled(neighbours, points.size());
    neighbours.resize(points.size(), pairOf(Nothing, Nothing));
    std::vector<std::uint8_t> isEnd(points.size(), 0);
    const auto meet = [&](std::uint32_t point, std::uint32_t neighbour) {
        std::uint64_t& known = neighbours[point];
        const auto first = std::uint32_t(known >> 32);
        const auto second = std::uint32_t(known);
        if (first == neighbour || second == neighbour)
            return;
        if (first == Nothing)
            known = pairOf(neighbour, second);
        else if (second == Nothing)
            known = pairOf(first, neighbour);
        else
            isEnd[point] = 1;
    };
    std::size_t seen = 0; // of points
    const auto check = [&] {
        if (seen++ % PointsPerCheck == 0)
            progress.check();
    };
    for (std::size_t ring = 0; ring < rings.count(); ++ring) {
        const std::uint32_t begin = rings.firsts[ring];
        const std::uint32_t end = rings.firsts[ring + 1];
        std::uint32_t before = ids[end - 1];
        for (std::uint32_t i = begin; i < end; ++i) {
            check();
            const std::uint32_t now = ids[i];
            meet(now, before);
            meet(before, now);
            if (before == ids[i + 1 < end ? i + 1 : begin])
                isEnd[now] = 1;
            before = now;
        }
    }
    std::vector<std::uint64_t>().swap(neighbours);

    RingArcs cut;
    base::reserveFilled(cut.arcs.points, points.size() + points.size() / 8);
    ArcNumbers known(rings.count() * 2);
    for (std::size_t ring = 0; ring < rings.count(); ++ring) {
        const std::uint32_t begin = rings.firsts[ring];
        const std::uint32_t size = rings.firsts[ring + 1] - begin;
        const std::span<const std::uint32_t> ids_ = std::span(ids).subspan(begin, size);
        // It starts at the first end of an arc; a ring without any, at its lowest number, which is
        // the same one for a neighbour that has all of the ring.
        std::uint32_t start = 0;
        while (start < size && !isEnd[ids_[start]])
            ++start;
        if (start == size) {
            start = std::uint32_t(std::min_element(ids_.begin(), ids_.end()) - ids_.begin());
            isEnd[ids_[start]] = 1;
        }
        const auto at = [&](std::uint32_t place) {
            const std::uint32_t i = start + place;
            return ids_[i < size ? i : i - size];
        };
        for (std::uint32_t from = 0; from < size;) {
            std::uint32_t to = from + 1;
            for (; to < size && !isEnd[at(to)]; ++to)
                check();
            check();
            const auto last = [&](std::uint32_t place) { return at(place == size ? 0 : place); };
            const std::uint64_t forwards = pairOf(at(from), last(from + 1));
            const std::uint64_t backwards = pairOf(last(to), at(to - 1));
            const bool turned = backwards < forwards;
            const std::uint32_t arc =
                known.find(std::min(forwards, backwards), std::uint32_t(cut.arcs.count()));
            if (arc == cut.arcs.count()) {
                for (std::uint32_t i = from; i <= to; ++i)
                    cut.arcs.points.push_back(points[last(turned ? to - (i - from) : i)]);
                cut.arcs.firsts.push_back(std::uint32_t(cut.arcs.points.size()));
            }
            cut.references.push_back(arc << 1 | (turned ? 1U : 0U));
            from = to;
        }
        cut.firstReferences.push_back(std::uint32_t(cut.references.size()));
    }
    turnLoopsOfAll(cut.arcs, progress);
    return cut;
}

} // namespace geo
