// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/map_view.h"

#include <optional>
#include <vector>

namespace widgets {

// Where the map looked before, and after that again: previous and next view.
class ViewHistory
{
public:
    // Where it looks now. Views after this one are forgotten; the same place is not kept twice.
    void visit(const geo::MapView& view);
    void clear();
    bool hasPrevious() const { return m_at > 0; }
    bool hasNext() const { return m_at + 1 < m_views.size(); }
    // nullopt where there is none.
    std::optional<geo::MapView> previous();
    std::optional<geo::MapView> next();

private:
    static constexpr std::size_t Most = 100;
    std::vector<geo::MapView> m_views;
    std::size_t m_at = 0; // the one that is shown
};

} // namespace widgets
