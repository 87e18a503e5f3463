// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/project_map.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"
#include "catalogue/vocabulary.h"
#include "geo/layer_store.h"
#include "geo/overview.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace report {

namespace {

SiteScores readScores(const catalogue::ProjectFile& file,
                      const std::vector<catalogue::LoadedLayer>& layers, base::Progress& progress)
{
    shortlist::Round round;
    file.read([&](const catalogue::ReadAccess& access) { round = shortlist::readRound(access); });
    fillLayers(round, layers, progress);
    const base::Translation words(base::Language::English); // of texts that are not used
    return siteScores(round, shortlist::evaluate(round, words, progress));
}

} // namespace

void fillLayers(shortlist::Round& round, const std::vector<catalogue::LoadedLayer>& layers,
                base::Progress& progress)
{
    const std::vector<base::Id> ids = round.layersNeeded();
    const std::set<base::Id> needed(ids.begin(), ids.end());
    for (const catalogue::LoadedLayer& layer : layers)
        if (layer.features && needed.contains(layer.layer.id))
            round.layers[layer.layer.id] = catalogue::measurableFeatures(layer.features, progress);
}

MapContent readMapContent(const catalogue::ProjectFile& file, base::Progress& progress)
{
    MapContent content;
    std::vector<catalogue::Layer> layers;
    file.read([&](const catalogue::ReadAccess& access) {
        content.crs = catalogue::readMapCrs(access);
        content.siteDisplay = catalogue::readSiteDisplay(access);
        content.sites = catalogue::SiteList::load(access, progress);
        content.projects = catalogue::readProjects(access);
        layers = catalogue::readLayers(access);
    });
    const catalogue::LayerCache cache{
        geo::LayerStore::ofUser(), geo::Operation::between(geo::Crs::wgs84(), content.crs), {}};
    for (const catalogue::Layer& layer : layers) {
        const catalogue::LayerContent from = catalogue::layerContent(file, layer);
        content.layers.push_back(catalogue::loadLayer(from, progress, cache));
        catalogue::checkLayer(content.layers.back(), from, progress, cache);
    }
    if (content.siteDisplay.colors == catalogue::SiteColors::Score)
        content.scores = readScores(file, content.layers, progress);
    return content;
}

std::vector<geo::ProjectArrow> projectArrows(const std::vector<catalogue::Project>& projects,
                                             const catalogue::SiteList& sites,
                                             base::Language language,
                                             const std::optional<base::Id>& highlighted)
{
    std::vector<geo::ProjectArrow> arrows;
    for (const catalogue::Project& project : projects) {
        geo::ProjectArrow arrow;
        arrow.id = project.id;
        for (const catalogue::Member& member : project.members)
            if (const auto row = sites.rowOf(member.site); row && sites[*row].lonLat)
                arrow.lonLats.push_back(*sites[*row].lonLat);
        arrow.highlighted = highlighted == project.id;
        arrow.distances = arrow.highlighted;
        if (arrow.highlighted)
            arrow.label = project.nameIn(language);
        if (arrow.lonLats.size() >= 2)
            arrows.push_back(std::move(arrow));
    }
    return arrows;
}

geo::SiteWords siteWords()
{
    geo::SiteWords words;
    for (const catalogue::Term& term : catalogue::siteKinds().terms())
        words.kinds[term.key] = term.label;
    for (const catalogue::Term& term : catalogue::stages().terms())
        words.stages[term.key] = term.label;
    return words;
}

geo::Extent extentOf(const catalogue::SiteList& list, const std::vector<size_t>& rows)
{
    geo::Extent extent;
    for (const size_t row : rows)
        if (list[row].lonLat)
            extent.add(*list[row].lonLat);
    return extent.isEmpty() ? geo::Extent{-118, 14, -86, 50} : extent;
}

geo::Extent homeExtent(const catalogue::SiteList& list, const std::vector<size_t>& rows,
                       const std::vector<geo::MapLayer>& layers)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const size_t row : rows)
        if (const auto& place = list[row].lonLat) {
            xs.push_back(place->x());
            ys.push_back(place->y());
        }
    if (xs.empty())
        if (const geo::Extent shown = geo::degreesOf(layers); !shown.isEmpty())
            return shown;
    constexpr size_t Few = 20;
    if (xs.size() < Few)
        return extentOf(list, rows);
    std::sort(xs.begin(), xs.end());
    std::sort(ys.begin(), ys.end());
    const auto at = [](const std::vector<double>& sorted, double share) {
        return sorted[size_t(share * double(sorted.size() - 1))];
    };
    constexpr double Cut = 0.1;
    constexpr double Room = 1.0; // degrees
    return {at(xs, Cut) - Room, at(ys, Cut) - Room, at(xs, 1 - Cut) + Room, at(ys, 1 - Cut) + Room};
}

geo::MapSnapshot mapSnapshot(const MapContent& content, const geo::MapView& view,
                             base::Language language)
{
    geo::MapSnapshot snapshot(view);
    for (const catalogue::LoadedLayer& layer : content.layers)
        snapshot.layers.push_back(catalogue::mapLayer(layer));
    if (content.sites) {
        std::vector<size_t> rows(content.sites->size());
        std::iota(rows.begin(), rows.end(), size_t(0));
        if (content.siteDisplay.visible)
            snapshot.sites = mapSites(*content.sites, rows, content.siteDisplay, content.scores);
        snapshot.siteDrawing = siteDrawing(content.siteDisplay);
        snapshot.decorations.siteLabels = content.siteDisplay.labels;
        snapshot.arrows = projectArrows(content.projects, *content.sites, language);
    }
    snapshot.siteWords = siteWords();
    snapshot.language = language;
    return snapshot;
}

} // namespace report
