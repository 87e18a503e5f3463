// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_overlaps.h"

#include "base/parallel.h"
#include "geo/segment.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <optional>
#include <set>

namespace geo {

namespace {

using Content = CookedLayer::Content;
constexpr std::uint32_t None = CookedLayer::None;
constexpr std::size_t MostCompared = 1 << 18; // edges with others, for one piece
constexpr double Noise = 3; // quanta by which two arcs may cross and still only touch

std::span<const CookedPoint> pointsOf(const Content& content, std::uint32_t piece)
{
    const auto& level = content.levels[0];
    return std::span(level.points)
        .subspan(level.firsts[piece], level.firsts[piece + 1] - level.firsts[piece]);
}

double length(CookedPoint a, CookedPoint b)
{
    return std::hypot(double(b.x) - a.x, double(b.y) - a.y);
}

// Two edges that cross, each reaching farther beyond the other than rounding can bring it.
bool crossClearly(CookedPoint a, CookedPoint b, CookedPoint c, CookedPoint d)
{
    if (!crossing(a, b, c, d))
        return false;
    const double ab = length(a, b);
    const double cd = length(c, d);
    const auto depth = [](double area, double base) { return std::fabs(area) / base; };
    return std::min(depth(twiceArea(a, b, c), ab), depth(twiceArea(a, b, d), ab)) > Noise &&
           std::min(depth(twiceArea(c, d, a), cd), depth(twiceArea(c, d, b), cd)) > Noise;
}

// The flags of the features, set by several threads.
class Marks
{
public:
    explicit Marks(std::vector<std::uint8_t>& marks)
        : m_marks(marks)
    {
    }
    bool has(std::uint32_t feature) const
    {
        return std::atomic_ref(m_marks[feature]).load(std::memory_order_relaxed) != 0;
    }
    void set(std::uint32_t feature)
    {
        if (feature != None)
            std::atomic_ref(m_marks[feature]).store(1, std::memory_order_relaxed);
    }
    // Whether an arc still has a side that is not marked.
    bool isOpen(const CookedLayer::Arc& arc) const
    {
        return (arc.left != None && !has(arc.left)) || (arc.right != None && !has(arc.right));
    }

private:
    std::vector<std::uint8_t>& m_marks;
};

// How far comparing has come.
struct Effort
{
    std::size_t left = 0; // of the piece at hand
    std::size_t spent = 0;
    bool take(std::size_t edges)
    {
        spent += edges;
        left -= std::min(left, edges);
        return left > 0;
    }
};

bool piecesCross(const Content& content, std::uint32_t one, std::uint32_t other,
                 std::vector<std::uint32_t>& edges, Effort& effort)
{
    const CookedBox& a = content.pieceBoxes[one];
    const CookedBox& b = content.pieceBoxes[other];
    const CookedBox common{std::max(a.west, b.west), std::max(a.south, b.south),
                           std::min(a.east, b.east), std::min(a.north, b.north)};
    // Of two pieces that meet at their ends, the boxes have no more than that in common.
    if (std::int64_t(common.east) - common.west <= 2 ||
        std::int64_t(common.north) - common.south <= 2)
        return false;
    const auto within = [&common](CookedPoint from, CookedPoint to) {
        return std::max(from.x, to.x) >= common.west && std::min(from.x, to.x) <= common.east &&
               std::max(from.y, to.y) >= common.south && std::min(from.y, to.y) <= common.north;
    };
    const auto first = pointsOf(content, one);
    edges.clear();
    for (std::uint32_t i = 0; i + 1 < first.size(); ++i)
        if (within(first[i], first[i + 1]))
            edges.push_back(i);
    if (edges.empty())
        return false;
    const auto second = pointsOf(content, other);
    for (std::size_t k = 0; k + 1 < second.size(); ++k) {
        if (!within(second[k], second[k + 1]))
            continue;
        const auto [west, east] = std::minmax(second[k].x, second[k + 1].x);
        const auto [south, north] = std::minmax(second[k].y, second[k + 1].y);
        for (const std::uint32_t i : edges) {
            const CookedPoint from = first[i];
            const CookedPoint to = first[i + 1];
            if ((from.x < west && to.x < west) || (from.x > east && to.x > east) ||
                (from.y < south && to.y < south) || (from.y > north && to.y > north))
                continue;
            if (crossClearly(from, to, second[k], second[k + 1]))
                return true;
        }
        if (!effort.take(edges.size()))
            return false;
    }
    return false;
}

bool haveSameFeatures(const CookedLayer::Arc& a, const CookedLayer::Arc& b)
{
    return std::minmax(a.left, a.right) == std::minmax(b.left, b.right);
}

std::size_t markCrossings(const Content& content, Marks& marks, const base::Progress& progress)
{
    const std::vector<CookedBox> above = BoxTree::above(content.pieceBoxes);
    const BoxTree tree(content.pieceBoxes, above);
    std::atomic<std::size_t> spent{0};
    base::inParallel(
        content.pieceBoxes.size(), 256, progress, [&](std::size_t begin, std::size_t end) {
            std::vector<std::uint32_t> edges;
            Effort effort;
            for (auto piece = std::uint32_t(begin); piece < end; ++piece) {
                const CookedLayer::Arc& own = content.arcs[content.pieceArcs[piece]];
                if (!marks.isOpen(own))
                    continue;
                progress.check();
                effort.left = MostCompared;
                tree.query(content.pieceBoxes[piece], [&](std::uint32_t other) {
                    const CookedLayer::Arc& arc = content.arcs[content.pieceArcs[other]];
                    if (other == piece || (arc.left == None && arc.right == None) ||
                        (other < piece && marks.isOpen(arc)) ||
                        !(marks.isOpen(own) || marks.isOpen(arc)))
                        return;
                    const bool cross =
                        effort.take(1) && piecesCross(content, piece, other, edges, effort);
                    if (!cross && (effort.left > 0 || haveSameFeatures(own, arc)))
                        return;
                    for (const std::uint32_t feature : {own.left, own.right, arc.left, arc.right})
                        marks.set(feature);
                });
            }
            spent += effort.spent;
        });
    return spent;
}

// Whether a point is inside a polygon feature: odd-even over its rings, which are closed.
class Insides
{
public:
    explicit Insides(const Content& content)
        : m_content(content)
    {
    }

    bool contains(std::uint32_t feature, CookedPoint point) const
    {
        const CookedLayer::Feature& asked = m_content.features[feature];
        if (!asked.box.contains(point))
            return false;
        bool inside = false;
        for (std::uint32_t i = 0; i < asked.partCount; ++i) {
            const CookedLayer::Part& part = m_content.parts[asked.firstPart + i];
            if (part.kind != PartKind::Outer && part.kind != PartKind::Hole)
                continue;
            if (!(part.box.south <= point.y && point.y <= part.box.north))
                continue;
            for (std::uint32_t k = 0; k < part.count; ++k) {
                const CookedLayer::Arc& arc =
                    m_content.arcs[m_content.references[part.first + k] >> 1];
                for (std::uint32_t p = 0; p < arc.pieceCount; ++p)
                    inside = inside != isOdd(arc.firstPiece + p, point);
            }
        }
        return inside;
    }

private:
    // Whether a ray to the east from the point crosses a piece an odd number of times.
    bool isOdd(std::uint32_t piece, CookedPoint point) const
    {
        const CookedBox& box = m_content.pieceBoxes[piece];
        if (point.y < box.south || point.y > box.north || point.x > box.east)
            return false;
        const auto run = pointsOf(m_content, piece);
        if (point.x < box.west)
            return (run.front().y <= point.y) != (run.back().y <= point.y);
        bool odd = false;
        for (std::size_t i = 1; i < run.size(); ++i)
            odd = odd != crossesRay(run[i - 1], run[i], point);
        return odd;
    }

    const Content& m_content;
};

// The middle of an arc, where it is farthest from where others touch it.
CookedPoint middleOf(const Content& content, const CookedLayer::Arc& arc)
{
    const auto run = pointsOf(content, arc.firstPiece + arc.pieceCount / 2);
    if (run.size() > 2)
        return run[run.size() / 2];
    return {std::int32_t((std::int64_t(run.front().x) + run.back().x) / 2),
            std::int32_t((std::int64_t(run.front().y) + run.back().y) / 2)};
}

// A point within an outline's own width of the other's edge is not inside it.
bool isClearlyInside(const Insides& insides, std::uint32_t feature, CookedPoint point)
{
    constexpr std::int32_t Reach = 4;
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(Reach, Reach), std::pair(-Reach, Reach),
                               std::pair(Reach, -Reach), std::pair(-Reach, -Reach)})
        if (!insides.contains(feature, {point.x + x, point.y + y}))
            return false;
    return true;
}

} // namespace

std::size_t findOverlaps(const CookedLayer::Content& content, std::vector<std::uint8_t>& marked,
                         const base::Progress& progress)
{
    Marks marks(marked);
    const std::size_t compared = markCrossings(content, marks, progress);

    std::vector<CookedBox> boxes;
    boxes.reserve(content.features.size());
    for (const CookedLayer::Feature& feature : content.features)
        boxes.push_back(feature.box);
    const std::vector<CookedBox> above = BoxTree::above(boxes);
    const BoxTree tree(boxes, above);
    const Insides insides(content);
    const auto later = [&](std::uint32_t a, std::uint32_t b) {
        return content.features[a].source < content.features[b].source ? b : a;
    };
    // An arc with a feature on one side only, inside another: then what lies on its other side,
    // and beyond that, lies inside it as well, as far as arcs that are inside lead.
    std::mutex mutex;
    std::set<std::pair<std::uint32_t, std::uint32_t>> found; // the inner one, the outer one
    base::inParallel(content.arcs.size(), 4096, progress, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (i % 64 == 0)
                progress.check();
            const CookedLayer::Arc& arc = content.arcs[i];
            if ((arc.left == None) == (arc.right == None))
                continue;
            const std::uint32_t own = arc.left == None ? arc.right : arc.left;
            const CookedPoint middle = middleOf(content, arc);
            tree.query({middle.x, middle.y, middle.x, middle.y}, [&](std::uint32_t other) {
                if (other == own || (marks.has(own) && marks.has(other)) ||
                    !isClearlyInside(insides, other, middle))
                    return;
                marks.set(later(own, other));
                const std::lock_guard lock(mutex);
                found.emplace(own, other);
            });
        }
    });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open(found.begin(), found.end());
    while (!open.empty()) {
        progress.check();
        const auto [inner, outer] = open.back();
        open.pop_back();
        const CookedLayer::Feature& feature = content.features[inner];
        for (std::uint32_t i = 0; i < feature.partCount; ++i) {
            const CookedLayer::Part& part = content.parts[feature.firstPart + i];
            if (part.kind != PartKind::Outer && part.kind != PartKind::Hole)
                continue;
            for (std::uint32_t k = 0; k < part.count; ++k) {
                if (k % 16 == 0)
                    progress.check();
                const CookedLayer::Arc& arc = content.arcs[content.references[part.first + k] >> 1];
                const std::uint32_t beyond = arc.left == inner ? arc.right : arc.left;
                if (beyond == None || beyond == inner || beyond == outer ||
                    found.contains({beyond, outer}) ||
                    !isClearlyInside(insides, outer, middleOf(content, arc)))
                    continue;
                found.emplace(beyond, outer);
                marks.set(later(beyond, outer));
                open.emplace_back(beyond, outer);
            }
        }
    }
    return compared;
}

} // namespace geo
