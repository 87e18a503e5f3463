// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/prepared_sites.h"

#include "base/os.h"
#include "base/parallel.h"
#include <map>
#include <span>
#include <tuple>

namespace geo {

PreparedSites prepareSites(const Sites& sites, const MapView& view, base::Progress& progress)
{
    constexpr std::size_t Block = 8192;
    PreparedSites prepared;
    prepared.positions.reserve(sites.size());
    prepared.look.reserve(sites.size());
    std::map<std::tuple<QString, QString, QRgb, std::uint8_t>, std::uint32_t> looks;
    for (const SiteSymbol& site : sites) {
        prepared.positions.push_back(site.lonLat);
        const auto [found, isNew] = looks.try_emplace(
            {site.kind, site.stage, site.color, site.size}, std::uint32_t(prepared.looks.size()));
        if (isNew) {
            SiteLook look{site.kind, site.stage};
            look.color = site.color;
            prepared.looks.push_back({look, site.size});
        }
        prepared.look.push_back(found->second);
    }
    base::inParallel(sites.size(), Block, progress, [&](std::size_t from, std::size_t to) {
        view.fromWgs84().forward(std::span(prepared.positions).subspan(from, to - from));
    });
    return prepared;
}

std::vector<SeenSite> sitesInView(const PreparedSites& prepared, const MapView& view,
                                  const QRectF& pixels)
{
    std::vector<SeenSite> seen;
    base::reserveFilled(seen, prepared.positions.size());
    const QPointF corner = view.toMap({0, 0});
    const double scale = 1 / view.unitsPerPixel();
    for (std::uint32_t i = 0; i < prepared.positions.size(); ++i) {
        const QPointF at((prepared.positions[i].x() - corner.x()) * scale,
                         (corner.y() - prepared.positions[i].y()) * scale);
        // Also false for what is not finite.
        if (at.x() >= pixels.left() && at.x() <= pixels.right() && at.y() >= pixels.top() &&
            at.y() <= pixels.bottom())
            seen.push_back({i, at});
    }
    return seen;
}

} // namespace geo
