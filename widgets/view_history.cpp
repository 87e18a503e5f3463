// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/view_history.h"

#include <cmath>

namespace widgets {

namespace {

bool isSame(const geo::MapView& a, const geo::MapView& b)
{
    const QPointF way = (a.centre() - b.centre()) / a.unitsPerPixel();
    return a.crs() == b.crs() && std::hypot(way.x(), way.y()) < 1 &&
           std::abs(a.unitsPerPixel() / b.unitsPerPixel() - 1) < 1e-3;
}

} // namespace

void ViewHistory::visit(const geo::MapView& view)
{
    if (!m_views.empty() && isSame(m_views[m_at], view))
        return;
    if (!m_views.empty())
        m_views.erase(m_views.begin() + std::ptrdiff_t(m_at) + 1, m_views.end());
    m_views.push_back(view);
    if (m_views.size() > Most)
        m_views.erase(m_views.begin());
    m_at = m_views.size() - 1;
}

void ViewHistory::clear()
{
    m_views.clear();
    m_at = 0;
}

std::optional<geo::MapView> ViewHistory::previous()
{
    if (!hasPrevious())
        return {};
    return m_views[--m_at];
}

std::optional<geo::MapView> ViewHistory::next()
{
    if (!hasNext())
        return {};
    return m_views[++m_at];
}

} // namespace widgets
