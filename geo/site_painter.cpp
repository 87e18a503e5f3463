// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_renderer.h"

#include "geo/arrow_painter.h"
#include "geo/cluster_painter.h"
#include "geo/label_places.h"
#include "geo/map_decorations.h"
#include "geo/picture_bands.h"
#include "geo/prepared_sites.h"
#include "geo/site_clusters.h"
#include "geo/site_labels.h"
#include "geo/site_stamps.h"
#include "geo/symbols.h"
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr std::size_t Block = 8192;
constexpr std::size_t FewSites = 300;
constexpr double WidestSymbol = 40; // of the largest size, with its ring

QRectF reach(const MapSnapshot& snapshot, double margin)
{
    return QRectF(QPointF(), snapshot.view.size()).adjusted(-margin, -margin, margin, margin);
}

bool isImage(const QPainter& painter)
{
    return painter.device() && painter.device()->devType() == QInternal::Image;
}

// The symbols that show in a piece of the picture, as pixels.
void stampSymbols(const MapSnapshot& snapshot, const PreparedSites& prepared,
                  const std::vector<SeenSite>& seen, Density density,
                  const std::vector<SiteCluster>& clusters, const QRect& pixels, QPainter& painter,
                  base::Progress& progress)
{
    const QRectF place = placeOf(snapshot, pixels);
    const QRectF near = place.adjusted(-WidestSymbol, -WidestSymbol, WidestSymbol, WidestSymbol);
    std::vector<SeenSite> here;
    here.reserve(seen.size());
    for (const SeenSite& site : seen)
        if (near.contains(site.at))
            here.push_back({site.index, site.at - place.topLeft()});
    std::vector<SiteCluster> circles = clusters;
    for (SiteCluster& circle : circles)
        circle.at -= place.topLeft();
    QImage picture = stampedSites(*snapshot.sites, prepared, here, density, place.size(),
                                  snapshot.devicePixelRatio, progress);
    layClusters(picture, circles, snapshot.language, progress);
    painter.drawImage(place.topLeft(), picture);
}

// Into a picture of pixels as pixels; on paper as vectors, but where they are so many that nobody
// could take one of them.
void drawSymbols(const MapSnapshot& snapshot, const PreparedSites& prepared,
                 const std::vector<SeenSite>& seen, Density density,
                 const std::vector<SiteCluster>& clusters, QPainter& painter,
                 base::Progress& progress)
{
    const Sites& sites = *snapshot.sites;
    if (isImage(painter) || density == Density::Dots) {
        for (const QRect& pixels : isImage(painter) ? std::vector{pixelsInSight(snapshot, painter)}
                                                    : bandsInSight(snapshot, painter, 0))
            if (!pixels.isEmpty())
                stampSymbols(snapshot, prepared, seen, density, clusters, pixels, painter,
                             progress);
        return;
    }
    std::size_t done = 0;
    for (const bool dimmed : {true, false}) {
        for (const SeenSite& site : seen) {
            if (sites[site.index].dimmed != dimmed)
                continue;
            if (++done % Block == 0)
                progress.check();
            const PreparedSites::Look& look = prepared.looks[prepared.look[site.index]];
            SiteLook each = look.look;
            each.dimmed = dimmed;
            drawSite(painter, site.at, symbolSize(density, look.size), each);
        }
    }
    for (const SiteCluster& cluster : clusters) {
        progress.check();
        drawCluster(painter, cluster, snapshot.language);
    }
}

// Those that the person has chosen stand out, whatever lies over them.
void drawChosen(const MapSnapshot& snapshot, const PreparedSites& prepared, QPainter& painter)
{
    if (snapshot.selected.empty() && !snapshot.highlighted)
        return;
    const std::vector<SeenSite> seen =
        sitesInView(prepared, snapshot.view, reach(snapshot, WidestSymbol));
    for (const bool highlighted : {false, true}) {
        for (const SeenSite& site : seen) {
            const SiteSymbol& symbol = (*snapshot.sites)[site.index];
            const bool isHighlighted = snapshot.highlighted == symbol.id;
            const bool isSelected = snapshot.selected.count(symbol.id) > 0;
            if (isHighlighted != highlighted || !(isHighlighted || isSelected))
                continue;
            const QPointF at(std::floor(site.at.x()) + 0.5, std::floor(site.at.y()) + 0.5);
            const PreparedSites::Look& look = prepared.looks[prepared.look[site.index]];
            SiteLook each = look.look;
            each.selected = isSelected;
            each.highlighted = isHighlighted;
            drawSite(painter, at, symbolSize(Density::Symbols, look.size), each);
        }
    }
}

// What is drawn for the sites in and about the picture.
struct Shown
{
    std::vector<SeenSite> sites; // each for itself, as far as the margin of their names
    Density density = Density::Symbols;
    std::vector<SiteCluster> clusters;
};

Shown shownSites(const MapSnapshot& snapshot, const PreparedSites& prepared,
                 base::Progress& progress)
{
    Shown shown;
    if (snapshot.siteDrawing.clustered) {
        const SiteClusters clusters(*snapshot.sites, prepared, snapshot.view, progress);
        for (const std::uint32_t index : clusters.single())
            shown.sites.push_back({index, snapshot.view.toPixel(prepared.positions[index])});
        shown.clusters = clusters.clusters();
        return shown;
    }
    shown.sites = sitesInView(prepared, snapshot.view, reach(snapshot, SiteLabels::Margin));
    progress.check();
    const QRectF frame = reach(snapshot, 0);
    const auto inFrame = std::count_if(shown.sites.begin(), shown.sites.end(),
                                       [&](const auto& site) { return frame.contains(site.at); });
    shown.density = densityOf(frame.size(), std::size_t(inFrame));
    return shown;
}

QRectF boxOf(const SiteCluster& cluster)
{
    return QRectF(cluster.at - QPointF(cluster.radius, cluster.radius),
                  QSizeF(2 * cluster.radius, 2 * cluster.radius));
}

QRectF symbolBox(QPointF at)
{
    return QRectF(at - QPointF(6, 6), QSizeF(12, 12));
}

} // namespace

void drawSites(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
               base::Progress& progress)
{
    LabelPlaces places(reach(snapshot, 0));
    const std::vector<QRectF> covered = decorationBoxes(snapshot);
    for (const QRectF& box : covered)
        places.block(box);
    if (!snapshot.sites) {
        drawArrows(snapshot, painter, places);
        return;
    }
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    SiteLabels labels(snapshot);
    const auto& [drawn, density, clusters] = shownSites(snapshot, *prepared, progress);
    drawSymbols(snapshot, *prepared, drawn, density, clusters, painter, progress);
    for (const SiteCluster& cluster : clusters)
        labels.avoid(boxOf(cluster));
    // The words of arrows keep clear of symbols, where these are few.
    if (density == Density::Symbols && drawn.size() <= FewSites)
        for (const SeenSite& site : drawn)
            places.block(symbolBox(site.at));
    const auto before = std::ptrdiff_t(places.taken().size());
    drawArrows(snapshot, painter, places);
    drawChosen(snapshot, *prepared, painter);
    if (snapshot.decorations.siteLabels) {
        for (auto box = places.taken().begin() + before; box != places.taken().end(); ++box)
            labels.avoid(*box);
        for (const QRectF& line : places.lines())
            labels.avoidLine(line);
        labels.place(drawn, density, covered);
        labels.draw(painter);
    }
}

std::vector<QRectF> siteBoxes(const MapSnapshot& snapshot, PreparedCache& cache,
                              base::Progress& progress)
{
    if (!snapshot.sites)
        return {};
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    std::vector<QRectF> boxes;
    SiteLabels labels(snapshot);
    const Shown shown = shownSites(snapshot, *prepared, progress);
    for (const SiteCluster& cluster : shown.clusters) {
        boxes.push_back(boxOf(cluster));
        labels.avoid(boxes.back());
    }
    if (shown.density == Density::Symbols && shown.sites.size() <= FewSites)
        for (const SeenSite& site : shown.sites)
            boxes.push_back(symbolBox(site.at));
    if (snapshot.decorations.siteLabels) {
        labels.place(shown.sites, shown.density, decorationBoxes(snapshot));
        for (const QRectF& box : labels.boxes())
            boxes.push_back(box);
    }
    return boxes;
}

std::optional<base::Id> siteAt(const MapSnapshot& snapshot, PreparedCache& cache, QPointF pixel,
                               double tolerance)
{
    if (!snapshot.sites)
        return std::nullopt;
    base::Progress progress;
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    const QRectF near(pixel - QPointF(tolerance, tolerance), QSizeF(2 * tolerance, 2 * tolerance));
    std::optional<base::Id> best;
    std::pair<bool, double> bestRank{true, tolerance};
    std::optional<SiteClusters> clusters;
    if (snapshot.siteDrawing.clustered)
        clusters.emplace(*snapshot.sites, *prepared, snapshot.view, progress);
    for (const SeenSite& site : sitesInView(*prepared, snapshot.view, near)) {
        if (clusters &&
            !std::binary_search(clusters->single().begin(), clusters->single().end(), site.index))
            continue;
        const SiteSymbol& symbol = (*snapshot.sites)[site.index];
        const QPointF way = site.at - pixel;
        const std::pair<bool, double> rank{symbol.dimmed, std::hypot(way.x(), way.y())};
        if (rank <= bestRank) {
            best = symbol.id;
            bestRank = rank;
        }
    }
    return best;
}

std::vector<base::Id> sitesIn(const MapSnapshot& snapshot, PreparedCache& cache,
                              const QRectF& pixels)
{
    std::vector<base::Id> ids;
    if (!snapshot.sites)
        return ids;
    base::Progress progress;
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    for (const SeenSite& site : sitesInView(*prepared, snapshot.view, pixels.normalized()))
        if (!(*snapshot.sites)[site.index].dimmed)
            ids.push_back((*snapshot.sites)[site.index].id);
    return ids;
}

std::optional<SiteCluster> clusterAt(const MapSnapshot& snapshot, PreparedCache& cache,
                                     QPointF pixel, std::vector<base::Id>* sites)
{
    if (!snapshot.sites || !snapshot.siteDrawing.clustered)
        return std::nullopt;
    base::Progress progress;
    const auto prepared = cache.sites(snapshot.sites, snapshot.view, progress);
    const SiteClusters clusters(*snapshot.sites, *prepared, snapshot.view, progress);
    const auto found = clusters.at(pixel);
    if (!found)
        return std::nullopt;
    if (sites != nullptr) {
        sites->clear();
        for (const std::uint32_t index : clusters.sitesOf(*found))
            sites->push_back((*snapshot.sites)[index].id);
    }
    return clusters.clusters()[*found];
}

} // namespace geo
