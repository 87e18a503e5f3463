// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/site_clusters.h"

#include "geo/site_stamps.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace geo {

namespace {

constexpr double CellPixels = 48;
constexpr double Apart = 2; // logical pixels between circles
constexpr std::size_t Block = 8192;
constexpr std::size_t MostKinds = 16; // the last is all the rest

double radiusOf(qint64 count)
{
    return count < 2 ? SymbolSize / 2 + 2 : 11 + 4 * std::log10(double(count));
}

// What lies in a cell of the grid, and once cells were joined, in a circle.
struct Gathered
{
    qint64 count = 0;
    double x = 0; // sums
    double y = 0;
    Extent extent;
    std::uint32_t last = 0; // a site of it
    std::array<std::uint32_t, MostKinds> kinds{};

    QPointF middle() const { return {x / double(count), y / double(count)}; }
    void take(const Gathered& other)
    {
        count += other.count;
        x += other.x;
        y += other.y;
        extent.unite(other.extent);
        for (std::size_t i = 0; i < MostKinds; ++i)
            kinds[i] += other.kinds[i];
    }
};

// The kinds of site among the looks, and the number of each look's.
struct Kinds
{
    explicit Kinds(const PreparedSites& prepared)
    {
        for (const PreparedSites::Look& each : prepared.looks) {
            const auto found = std::find(names.begin(), names.end(), each.look.kind);
            const auto number = std::size_t(found - names.begin());
            if (found == names.end() && names.size() < MostKinds)
                names.push_back(each.look.kind);
            ofLook.push_back(std::min(number, MostKinds - 1));
        }
    }
    std::vector<QString> names;
    std::vector<std::size_t> ofLook;
};

} // namespace

SiteClusters::SiteClusters(const Sites& sites, const PreparedSites& prepared, const MapView& view,
                           base::Progress& progress)
    : m_sites(sites)
    , m_prepared(prepared)
{
    // Lines of the grid are whole multiples of a cell in map units, so they stay where they are
    // when the view moves; two cells more on every side, so that what is in view is joined alike.
    constexpr int Margin = 2;
    const double cell = CellPixels * view.unitsPerPixel();
    m_perCell = 1 / cell;
    const Extent extent = view.extent();
    m_origin = {(std::floor(extent.west / cell) - Margin) * cell,
                (std::floor(extent.south / cell) - Margin) * cell};
    m_columns = int(std::ceil((extent.east - m_origin.x()) / cell)) + Margin;
    m_rows = int(std::ceil((extent.north - m_origin.y()) / cell)) + Margin;

    const Kinds kinds(prepared);
    std::vector<Gathered> cells(std::size_t(m_columns) * std::size_t(m_rows));
    for (std::uint32_t i = 0; i < prepared.positions.size(); ++i) {
        if (i % Block == 0)
            progress.check();
        const std::int32_t number = cellOf(prepared.positions[i]);
        if (number < 0 || sites[i].dimmed)
            continue;
        Gathered& cell = cells[std::size_t(number)];
        const QPointF at = prepared.positions[i];
        ++cell.count;
        cell.x += at.x();
        cell.y += at.y();
        cell.extent.add(at);
        cell.last = i;
        ++cell.kinds[kinds.ofLook[prepared.look[i]]];
    }

    // The greatest takes in what its circle would lie over, and so on.
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < cells.size(); ++i)
        if (cells[i].count > 0)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return cells[a].count > cells[b].count;
    });
    std::vector<std::uint32_t> joined(cells.size());
    std::iota(joined.begin(), joined.end(), 0U);
    constexpr int Reach = 2; // cells: circles are at most that wide
    for (const std::uint32_t great : order) {
        if (joined[great] != great)
            continue;
        const int row = int(great) / m_columns;
        const int column = int(great) % m_columns;
        for (int y = std::max(0, row - Reach); y <= std::min(m_rows - 1, row + Reach); ++y)
            for (int x = std::max(0, column - Reach); x <= std::min(m_columns - 1, column + Reach);
                 ++x) {
                const auto small = std::uint32_t(y * m_columns + x);
                if (small == great || joined[small] != small || cells[small].count == 0 ||
                    cells[small].count > cells[great].count)
                    continue;
                const QPointF way = cells[small].middle() - cells[great].middle();
                if (std::hypot(way.x(), way.y()) / view.unitsPerPixel() >=
                    radiusOf(cells[great].count) + radiusOf(cells[small].count) + Apart)
                    continue;
                cells[great].take(cells[small]);
                joined[small] = great;
            }
    }

    m_clusterOfCell.assign(cells.size(), -1);
    const QRectF picture(QPointF(), view.size());
    for (const std::uint32_t number : order) {
        const Gathered& cell = cells[number];
        if (joined[number] != number)
            continue;
        if (cell.count == 1) {
            m_single.push_back(cell.last);
            continue;
        }
        const double radius = radiusOf(cell.count);
        const QPointF at = view.toPixel(cell.middle());
        if (!picture.adjusted(-radius, -radius, radius, radius).contains(at))
            continue;
        SiteCluster cluster{at, radius, cell.count, cell.extent, {}};
        for (std::size_t i = 0; i < kinds.names.size(); ++i)
            if (cell.kinds[i] > 0)
                cluster.kinds.emplace_back(kinds.names[i], cell.kinds[i]);
        std::stable_sort(cluster.kinds.begin(), cluster.kinds.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        m_clusterOfCell[number] = std::int32_t(m_clusters.size());
        m_clusters.push_back(std::move(cluster));
    }
    for (const std::uint32_t number : order) {
        std::uint32_t great = number;
        while (joined[great] != great)
            great = joined[great];
        m_clusterOfCell[number] = m_clusterOfCell[great];
    }
    std::sort(m_single.begin(), m_single.end());
}

std::int32_t SiteClusters::cellOf(const QPointF& position) const
{
    const double column = (position.x() - m_origin.x()) * m_perCell;
    const double row = (position.y() - m_origin.y()) * m_perCell;
    // Also false for what is not finite.
    if (!(column >= 0 && row >= 0 && column < m_columns && row < m_rows))
        return -1;
    return std::int32_t(row) * m_columns + std::int32_t(column);
}

std::vector<std::uint32_t> SiteClusters::sitesOf(std::size_t cluster) const
{
    std::vector<std::uint32_t> sites;
    for (std::uint32_t i = 0; i < m_prepared.positions.size(); ++i) {
        const std::int32_t cell = cellOf(m_prepared.positions[i]);
        if (cell >= 0 && m_clusterOfCell[std::size_t(cell)] == std::int32_t(cluster) &&
            !m_sites[i].dimmed)
            sites.push_back(i);
    }
    return sites;
}

std::optional<std::size_t> SiteClusters::at(QPointF pixel) const
{
    for (std::size_t i = 0; i < m_clusters.size(); ++i) {
        const QPointF way = m_clusters[i].at - pixel;
        if (std::hypot(way.x(), way.y()) <= m_clusters[i].radius)
            return i;
    }
    return std::nullopt;
}

} // namespace geo
