// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/prepared_sites.h"
#include "geo/site_cluster.h"
#include <QPointF>
#include <optional>
#include <vector>

namespace geo {

// Internal to this room: all clusters of a view, by a grid that lies still on the ground while the
// map is panned: sites of a cell are one, and circles that would overlap become one, the greater
// first. Dimmed sites are in none.
class SiteClusters
{
public:
    SiteClusters(const Sites& sites, const PreparedSites& prepared, const MapView& view,
                 base::Progress& progress);

    const std::vector<SiteCluster>& clusters() const { return m_clusters; } // two sites and more
    const std::vector<std::uint32_t>& single() const { return m_single; }   // indexes of sites
    // Indexes of the sites of a cluster, in the order of the list.
    std::vector<std::uint32_t> sitesOf(std::size_t cluster) const;
    // The cluster whose circle holds a pixel.
    std::optional<std::size_t> at(QPointF pixel) const;

private:
    std::int32_t cellOf(const QPointF& position) const; // -1: none

    const Sites& m_sites;
    const PreparedSites& m_prepared;
    double m_perCell = 1; // cells to a map unit
    QPointF m_origin;     // map units, lower left
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::int32_t> m_clusterOfCell; // -1: none, or a single site
    std::vector<SiteCluster> m_clusters;
    std::vector<std::uint32_t> m_single;
};

} // namespace geo
