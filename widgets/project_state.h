// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/project_file.h"
#include "catalogue/site_list.h"
#include "report/project_map.h"
#include "shortlist/round.h"

#include <memory>

namespace widgets {

// What the window shows of the open project file: a value that is read on the file's thread, shared
// and never changed. Layers come without their content.
struct ProjectState
{
    catalogue::FileInfo info;
    geo::Crs mapCrs = geo::Crs::wgs84();
    geo::Operation toMap = geo::Operation::between(geo::Crs::wgs84(), mapCrs);
    std::shared_ptr<const catalogue::SiteList> sites;
    std::vector<catalogue::Layer> layers; // from the bottom
    catalogue::SiteDisplay siteDisplay;
    shortlist::Round round; // without layers
    std::optional<catalogue::Entry> undoable;
    std::optional<catalogue::Entry> redoable;
};

// `previous`: its sites are taken over where they did not change.
std::shared_ptr<const ProjectState> readState(const catalogue::ProjectFile& file,
                                              const ProjectState* previous, bool sitesChanged,
                                              base::Progress& progress);

} // namespace widgets
