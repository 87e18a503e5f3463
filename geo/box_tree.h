// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace geo {

// Coordinates in whole quanta (see CookedLayer).
struct CookedPoint
{
    std::int32_t x = 0;
    std::int32_t y = 0;
    bool operator==(const CookedPoint&) const = default;
};

struct CookedBox
{
    std::int32_t west = std::numeric_limits<std::int32_t>::max();
    std::int32_t south = std::numeric_limits<std::int32_t>::max();
    std::int32_t east = std::numeric_limits<std::int32_t>::min();
    std::int32_t north = std::numeric_limits<std::int32_t>::min();

    bool isEmpty() const { return west > east; }
    void add(CookedPoint point)
    {
        west = std::min(west, point.x);
        south = std::min(south, point.y);
        east = std::max(east, point.x);
        north = std::max(north, point.y);
    }
    void unite(const CookedBox& other)
    {
        west = std::min(west, other.west);
        south = std::min(south, other.south);
        east = std::max(east, other.east);
        north = std::max(north, other.north);
    }
    bool meets(const CookedBox& other) const
    {
        return west <= other.east && other.west <= east && south <= other.north &&
               other.south <= north;
    }
    bool contains(CookedPoint point) const
    {
        return point.x >= west && point.x <= east && point.y >= south && point.y <= north;
    }
};

// Where a point lies along a Hilbert curve over a square of 65536 cells a side: things sorted by it
// have their neighbours near them. (J. K. Lawder 2000; the loop is the usual one of rotations.)
inline std::uint32_t hilbertPlace(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t place = 0;
    for (std::uint32_t side = 1U << 15; side > 0; side >>= 1) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        place += side * side * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right != 0) {
                x = 65535 - x;
                y = 65535 - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

// A packed R-tree over boxes that stand in an order which keeps neighbours together: every Fan of
// them have a box above them, and every Fan of those, up to one. It owns nothing, so that the boxes
// may lie in a mapped file.
class BoxTree
{
public:
    static constexpr std::size_t Fan = 16;

    // What stands above the leaves, from the lowest row to the top.
    static std::vector<CookedBox> above(std::span<const CookedBox> leaves)
    {
        std::vector<CookedBox> rows;
        std::span<const CookedBox> below = leaves;
        std::size_t begin = 0;
        while (below.size() > 1) {
            const std::size_t count = (below.size() + Fan - 1) / Fan;
            rows.reserve(begin + 2 * count + 8);
            for (std::size_t i = 0; i < count; ++i) {
                CookedBox box;
                for (std::size_t k = i * Fan; k < std::min(below.size(), (i + 1) * Fan); ++k)
                    box.unite(below[k]);
                rows.push_back(box);
            }
            below = std::span(rows).subspan(begin, count);
            begin += count;
        }
        return rows;
    }

    BoxTree(std::span<const CookedBox> leaves, std::span<const CookedBox> above)
    {
        m_rows[0] = leaves;
        m_height = 1;
        std::size_t below = leaves.size();
        std::size_t begin = 0;
        while (below > 1 && m_height < m_rows.size()) {
            const std::size_t count = (below + Fan - 1) / Fan;
            if (begin + count > above.size())
                break;
            m_rows[m_height++] = above.subspan(begin, count);
            begin += count;
            below = count;
        }
    }

    // Calls visit(i) for every leaf whose box meets this one, in order.
    template <typename Visit>
    void query(const CookedBox& box, Visit&& visit) const
    {
        const std::size_t top = m_height - 1;
        for (std::size_t i = 0; i < m_rows[top].size(); ++i)
            descend(top, i, box, visit);
    }

private:
    template <typename Visit>
    void descend(std::size_t row, std::size_t i, const CookedBox& box, Visit& visit) const
    {
        if (!m_rows[row][i].meets(box))
            return;
        if (row == 0) {
            visit(std::uint32_t(i));
            return;
        }
        const std::size_t end = std::min(m_rows[row - 1].size(), (i + 1) * Fan);
        for (std::size_t k = i * Fan; k < end; ++k)
            descend(row - 1, k, box, visit);
    }

    std::array<std::span<const CookedBox>, 10> m_rows; // leaves first
    std::size_t m_height = 0;
};

} // namespace geo
