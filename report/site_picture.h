// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site_display.h"
#include "catalogue/site_list.h"
#include "geo/map_snapshot.h"
#include "shortlist/round.h"

#include <map>
#include <memory>
#include <vector>

namespace report {

// By site: the best joint score (0 to 1) of the candidates it is a member of.
using SiteScores = std::map<base::Id, double>;
SiteScores siteScores(const shortlist::Round& round, const shortlist::Evaluation& evaluation);

// The sites of some rows of a list, as the map draws them. Names of sites in candidate projects
// (those of `scores`, whatever they are) come first, then by ore, then by stage.
std::shared_ptr<const geo::Sites> mapSites(const catalogue::SiteList& list,
                                           const std::vector<size_t>& rows,
                                           const catalogue::SiteDisplay& display = {},
                                           const SiteScores& scores = {});

// What their legend says of colours and sizes.
geo::SiteDrawing siteDrawing(const catalogue::SiteDisplay& display);

} // namespace report
