// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/spatial_index.h"

#include "base/parallel.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

namespace geo {

namespace {

// Distance along the Hilbert curve of order 16, without branches: public domain,
// threadlocalmutex.com (github.com/rawrunprotected/hilbert_curves).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t a = x ^ y;
    std::uint32_t b = 0xFFFF ^ a;
    std::uint32_t c = 0xFFFF ^ (x | y);
    std::uint32_t d = x & (y ^ 0xFFFF);
    std::uint32_t A = a | (b >> 1);
    std::uint32_t B = (a >> 1) ^ a;
    std::uint32_t C = ((c >> 1) ^ (b & (d >> 1))) ^ c;
    std::uint32_t D = ((a & (c >> 1)) ^ (d >> 1)) ^ d;
    for (const int shift : {2, 4}) {
        a = A;
        b = B;
        c = C;
        d = D;
        A = (a & (a >> shift)) ^ (b & (b >> shift));
        B = (a & (b >> shift)) ^ (b & ((a ^ b) >> shift));
        C ^= (a & (c >> shift)) ^ (b & (d >> shift));
        D ^= (b & (c >> shift)) ^ ((a ^ b) & (d >> shift));
    }
    a = A;
    b = B;
    c = C;
    d = D;
    C ^= (a & (c >> 8)) ^ (b & (d >> 8));
    D ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8));
    a = C ^ (C >> 1);
    b = D ^ (D >> 1);
    std::uint32_t i0 = x ^ y;
    std::uint32_t i1 = b | (0xFFFF ^ (i0 | a));
    const auto spread = [](std::uint32_t v) {
        v = (v | (v << 8)) & 0x00FF00FF;
        v = (v | (v << 4)) & 0x0F0F0F0F;
        v = (v | (v << 2)) & 0x33333333;
        return (v | (v << 1)) & 0x55555555;
    };
    return (spread(i1) << 1) | spread(i0);
}

bool isUsable(const Extent& box)
{
    return !box.isEmpty() && std::isfinite(box.west) && std::isfinite(box.east) &&
           std::isfinite(box.south) && std::isfinite(box.north);
}

} // namespace

SpatialIndex::SpatialIndex(std::span<const Extent> boxes, const base::Progress& progress)
{
    std::vector<std::uint32_t> order;
    Extent all;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!isUsable(boxes[i]))
            continue;
        order.push_back(std::uint32_t(i));
        all.unite(boxes[i]);
    }
    m_items = order.size();
    if (m_items == 0)
        return;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> placed; // along the curve
    placed.reserve(m_items);
    const auto cell = [](double value, double low, double width) {
        return width > 0 ? std::uint32_t(65535 * (value - low) / width) : 0U;
    };
    for (const std::uint32_t item : order) {
        const QPointF centre = boxes[item].centre();
        placed.emplace_back(hilbert(cell(centre.x(), all.west, all.width()),
                                    cell(centre.y(), all.south, all.height())),
                            item);
    }
    base::sortInParallel(placed, progress);
    m_boxes.reserve(m_items + m_items / (NodeSize - 1) + 8);
    m_indices.reserve(m_boxes.capacity());
    for (const auto& [place, item] : placed) {
        m_boxes.push_back(boxes[item]);
        m_indices.push_back(item);
    }
    m_levelEnds.push_back(m_items);
    for (std::size_t first = 0; m_levelEnds.back() - first > 1;) {
        const std::size_t end = m_levelEnds.back();
        for (std::size_t child = first; child < end; child += NodeSize) {
            Extent node;
            for (std::size_t i = child; i < std::min(child + NodeSize, end); ++i)
                node.unite(m_boxes[i]);
            m_boxes.push_back(node);
            m_indices.push_back(std::uint32_t(child));
        }
        first = end;
        m_levelEnds.push_back(m_boxes.size());
    }
}

Extent SpatialIndex::extent() const
{
    return m_boxes.empty() ? Extent{} : m_boxes.back();
}

template <typename Visit>
void SpatialIndex::children(std::size_t node, Visit&& visit) const
{
    const std::size_t first = m_indices[node];
    const std::size_t end = std::min(
        first + NodeSize, *std::upper_bound(m_levelEnds.begin(), m_levelEnds.end(), first));
    for (std::size_t i = first; i < end; ++i)
        visit(i);
}

std::vector<std::uint32_t> SpatialIndex::query(const Extent& extent) const
{
    std::vector<std::uint32_t> found;
    if (m_items == 0 || !m_boxes.back().meets(extent))
        return found;
    std::vector<std::size_t> open{m_boxes.size() - 1};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        if (at < m_items) {
            found.push_back(m_indices[at]);
            continue;
        }
        children(at, [&](std::size_t child) {
            if (m_boxes[child].meets(extent))
                open.push_back(child);
        });
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<SpatialIndex::Found> SpatialIndex::nearest(std::size_t count, const ToBox& toBox,
                                                       const ToItem& toItem, double most) const
{
    struct Candidate
    {
        double distance;
        std::size_t at;
        bool operator<(const Candidate& other) const { return distance > other.distance; }
    };
    const auto before = [](const Found& a, const Found& b) {
        return std::pair(a.distance, a.item) < std::pair(b.distance, b.item);
    };
    std::vector<Found> found; // sorted
    if (m_items == 0 || count == 0)
        return found;
    double limit = most;
    std::priority_queue<Candidate> open;
    open.push({toBox(m_boxes.back()), m_boxes.size() - 1});
    while (!open.empty() && open.top().distance <= limit) {
        const std::size_t at = open.top().at;
        open.pop();
        if (at < m_items) {
            const double distance = toItem(m_indices[at], limit);
            if (!(distance <= limit))
                continue;
            const Found one{m_indices[at], distance};
            found.insert(std::upper_bound(found.begin(), found.end(), one, before), one);
            if (found.size() > count)
                found.pop_back();
            if (found.size() == count)
                limit = std::min(most, found.back().distance);
            continue;
        }
        children(at, [&](std::size_t child) {
            const double distance = toBox(m_boxes[child]);
            if (distance <= limit)
                open.push({distance, child});
        });
    }
    return found;
}

} // namespace geo
