// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/site_labels.h"

#include "geo/fonts.h"
#include "geo/map_text.h"
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace geo {

namespace {

constexpr std::size_t MostLabels = 300;

// Where a name may stand about its site: to the right first.
std::array<QRectF, 8> sidesOf(QPointF site, const SiteSymbol& symbol, bool chosen,
                              const QFont& font)
{
    const QSizeF size = textBox(font, symbol.label).size();
    const double gap =
        symbolSize(Density::Symbols, symbol.size) / 2 + (chosen ? 8 : 4); // past the ring
    const double slant = gap * 0.7;
    const QPointF at(std::round(site.x()), std::round(site.y()));
    const QPointF corners[8] = {
        {at.x() + gap, at.y() - size.height() / 2},
        {at.x() - gap - size.width(), at.y() - size.height() / 2},
        {at.x() - size.width() / 2, at.y() - gap - size.height() + 2},
        {at.x() - size.width() / 2, at.y() + gap - 2},
        {at.x() + slant, at.y() - slant - size.height() + 2},
        {at.x() + slant, at.y() + slant - 2},
        {at.x() - slant - size.width(), at.y() - slant - size.height() + 2},
        {at.x() - slant - size.width(), at.y() + slant - 2},
    };
    std::array<QRectF, 8> sides;
    for (std::size_t i = 0; i < sides.size(); ++i)
        sides[i] = QRectF({std::round(corners[i].x()), std::round(corners[i].y())}, size);
    return sides;
}
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

void SiteLabels::place(const std::vector<SeenSite>& seen, Density density,
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
    const auto meetsCovered = [&](const auto& what) {
        return std::any_of(covered.begin(), covered.end(), what);
    };
    // What would leave the picture, or be covered, tries its other sides once all others stand; so
    // it moves none of them.
    std::vector<const Wanted*> hidden;
    for (const bool again : {false, true}) {
        const auto write = [&](const Wanted& each) {
            const SiteSymbol& symbol = sites[each.site.index];
            const QFont font = mapFont(11, each.rank < 2 ? FontWeight::Bold : FontWeight::Regular);
            for (const QRectF& box : sidesOf(each.site.at, symbol, each.rank < 2, font)) {
                const bool isHidden =
                    !frame.contains(box) ||
                    meetsCovered([&](const QRectF& other) { return other.intersects(box); });
                if ((again && isHidden) || !m_places.take(box))
                    continue;
                if (isHidden)
                    hidden.push_back(&each);
                else
                    m_names.push_back({box, font, symbol.label});
                return;
            }
        };
        if (again) {
            for (const Wanted* each : std::exchange(hidden, {}))
                if (frame.contains(each->site.at) && !meetsCovered([&](const QRectF& other) {
                        return other.contains(each->site.at);
                    }))
                    write(*each);
        } else {
            for (const Wanted& each : wanted)
                write(each);
        }
    }
}

void SiteLabels::draw(QPainter& painter) const
{
    for (const Name& name : m_names)
        drawHaloText(painter, name.font, name.box, name.text);
}

std::vector<QRectF> SiteLabels::boxes() const
{
    std::vector<QRectF> boxes;
    for (const Name& name : m_names)
        boxes.push_back(name.box);
    return boxes;
}

} // namespace geo
