// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/extent.h"
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace geo {

// A packed R-tree over boxes, sorted along a Hilbert curve and built at once (Kamel & Faloutsos
// 1993; the flat layout is V. Agafonkin's flatbush). Items are the places of their boxes in the
// list it was built from; empty boxes are never found. A value; reading is safe from any thread.
class SpatialIndex
{
public:
    SpatialIndex() = default;
    // Throws base::Cancelled.
    explicit SpatialIndex(std::span<const Extent> boxes,
                          const base::Progress& progress = base::Progress());

    std::size_t size() const { return m_items; }
    Extent extent() const;

    // All items whose boxes meet the extent (touching counts), in ascending order.
    std::vector<std::uint32_t> query(const Extent& extent) const;

    struct Found
    {
        std::uint32_t item = 0;
        double distance = 0;
    };
    // The nearest items, nearest first, equal ones by number. `toBox` bounds the distance to
    // anything inside a box from below; `toItem` measures an item, given what it has to beat (it
    // may return anything greater once it knows). Nothing farther than `most` is found.
    using ToBox = std::function<double(const Extent&)>;
    using ToItem = std::function<double(std::uint32_t, double)>;
    std::vector<Found> nearest(std::size_t count, const ToBox& toBox, const ToItem& toItem,
                               double most) const;

private:
    template <typename Visit>
    void children(std::size_t node, Visit&& visit) const;

    static constexpr std::size_t NodeSize = 16;
    std::size_t m_items = 0;
    std::vector<Extent> m_boxes;          // items in Hilbert order, then each level up to the root
    std::vector<std::uint32_t> m_indices; // of an item: its number; of a node: its first child
    std::vector<std::size_t> m_levelEnds;
};

} // namespace geo
