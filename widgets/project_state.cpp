// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/project_state.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"

namespace widgets {

std::shared_ptr<const ProjectState> readState(const catalogue::ProjectFile& file,
                                              const ProjectState* previous, bool sitesChanged,
                                              base::Progress& progress)
{
    auto state = std::make_shared<ProjectState>();
    state->info = file.info();
    file.read([&](const catalogue::ReadAccess& access) {
        state->mapCrs = catalogue::readMapCrs(access);
        state->siteDisplay = catalogue::readSiteDisplay(access);
        state->toMap = previous != nullptr && previous->mapCrs == state->mapCrs
                           ? previous->toMap
                           : geo::Operation::between(geo::Crs::wgs84(), state->mapCrs);
        state->layers = catalogue::readLayers(access);
        state->round = shortlist::readRound(access);
        state->sites = previous != nullptr && !sitesChanged
                           ? previous->sites
                           : catalogue::SiteList::load(access, progress);
    });
    state->undoable = file.undoable();
    state->redoable = file.redoable();
    return state;
}

} // namespace widgets
