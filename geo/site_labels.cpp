// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/site_labels.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <tuple>

namespace geo {

namespace {

constexpr std::size_t MostLabels = 300;
} // namespace

SiteLabels::SiteLabels(const MapSnapshot& snapshot)
    : m_snapshot(snapshot)
    , m_places(QRectF(QPointF(), snapshot.view.size()).adjusted(-Margin, -Margin, Margin, Margin))
{
}

int SiteLabels::rank(const SiteSymbol& site) const
{
    return m_snapshot.highlighted == site.id ? 0 : m_snapshot.selected.contains(site.id) ? 1 : 2;
}

void SiteLabels::draw(QPainter& painter, const std::vector<SeenSite>& seen, Density density,
                      const std::vector<QRectF>& covered)
{
    const Sites& sites = *m_snapshot.sites;
    struct Wanted
    {
        SeenSite site;
        int rank;
    };
    std::vector<Wanted> wanted;
    for (const SeenSite& site : seen) {
        const SiteSymbol& symbol = sites[site.index];
        const int rank = this->rank(symbol);
        if (!symbol.label.isEmpty() && !symbol.dimmed && (density == Density::Symbols || rank < 2))
            wanted.push_back({site, rank});
    }
    const auto first = [&](const Wanted& a, const Wanted& b) {
        return std::tuple(a.rank, -sites[a.site.index].priority, a.site.index) <
               std::tuple(b.rank, -sites[b.site.index].priority, b.site.index);
    };
    const auto most = wanted.begin() + std::ptrdiff_t(std::min(wanted.size(), MostLabels));
    std::partial_sort(wanted.begin(), most, wanted.end(), first);
    wanted.erase(most, wanted.end());
    for (const Wanted& each : wanted) // names keep clear of the symbols that are named
        m_places.block(QRectF(each.site.at - QPointF(6, 6), QSizeF(12, 12)));

    const QRectF frame(QPointF(), m_snapshot.view.size());
    for (const Wanted& each : wanted) {
        const bool chosen = each.rank < 2;
        const SiteSymbol& symbol = sites[each.site.index];
        const QFont font = mapFont(11, chosen ? FontWeight::Bold : FontWeight::Regular);
        QRectF box = textBox(font, symbol.label);
        const double gap =
            symbolSize(Density::Symbols, symbol.size) / 2 + (chosen ? 8 : 4); // past the ring
        const QPointF at(std::round(each.site.at.x()), std::round(each.site.at.y()));
        const double slant = gap * 0.7;
        const QPointF corners[8] = {
            {at.x() + gap, at.y() - box.height() / 2},
            {at.x() - gap - box.width(), at.y() - box.height() / 2},
            {at.x() - box.width() / 2, at.y() - gap - box.height() + 2},
            {at.x() - box.width() / 2, at.y() + gap - 2},
            {at.x() + slant, at.y() - slant - box.height() + 2},
            {at.x() + slant, at.y() + slant - 2},
            {at.x() - slant - box.width(), at.y() - slant - box.height() + 2},
            {at.x() - slant - box.width(), at.y() + slant - 2},
        };
        for (const QPointF& corner : corners) {
            box.moveTopLeft({std::round(corner.x()), std::round(corner.y())});
            if (!m_places.take(box))
                continue;
            const bool hidden =
                std::any_of(covered.begin(), covered.end(), [&](const QRectF& other) {
                    return other.intersects(box) || other.contains(each.site.at);
                });
            if (frame.contains(box) && !hidden)
                drawHaloText(painter, font, box, symbol.label);
            break;
        }
    }
}

} // namespace geo
