// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/layer.h"
#include "catalogue/project.h"
#include "catalogue/project_file.h"
#include "catalogue/site_list.h"
#include "geo/map_snapshot.h"
#include "report/site_picture.h"

#include <memory>
#include <vector>

namespace report {

// What of a project file is on its map, in memory.
struct MapContent
{
    geo::Crs crs = geo::Crs::wgs84();
    std::vector<catalogue::LoadedLayer> layers; // from the bottom
    std::shared_ptr<const catalogue::SiteList> sites;
    std::vector<catalogue::Project> projects;
    catalogue::SiteDisplay siteDisplay;
    SiteScores scores; // where colours show them
};
// The features that gates and criteria of a round measure on.
void fillLayers(shortlist::Round& round, const std::vector<catalogue::LoadedLayer>& layers,
                base::Progress& progress);
// Reads sites, projects and all layers. Layers that are missing or unreadable are in it, with
// their words.
MapContent readMapContent(const catalogue::ProjectFile& file, base::Progress& progress);

// The arrow of a project, where two or more of its sites have a position.
std::vector<geo::ProjectArrow> projectArrows(const std::vector<catalogue::Project>& projects,
                                             const catalogue::SiteList& sites,
                                             base::Language language,
                                             const std::optional<base::Id>& highlighted = {});
geo::SiteWords siteWords();
// Around all sites with a position, in degrees; the border region where there is none.
geo::Extent extentOf(const catalogue::SiteList& list, const std::vector<size_t>& rows);

// Where most of the sites are (the middle eight tenths either way, with some room), so that a few
// far away do not make the rest small. Where no site has a position, around the layers that are
// shown; where there is none either, the border region.
geo::Extent homeExtent(const catalogue::SiteList& list, const std::vector<size_t>& rows,
                       const std::vector<geo::MapLayer>& layers = {});

// A picture of all of it in a view.
geo::MapSnapshot mapSnapshot(const MapContent& content, const geo::MapView& view,
                             base::Language language);

} // namespace report
