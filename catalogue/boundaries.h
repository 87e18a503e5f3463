// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/crs_proposal.h"

#include <memory>

namespace catalogue {

// The boundaries of North America and some other countries that come with the program (Natural
// Earth), for pictures and names of places that need no project: in degrees of WGS 84, with the
// columns name and name_es.
struct Boundaries
{
    std::shared_ptr<const geo::FeatureLayer> countries;
    std::shared_ptr<const geo::FeatureLayer> states; // with the column country, "MX"
};

// Read once, then kept. Safe from several threads. Throws base::Error, base::Cancelled.
const Boundaries& boundaries(base::Progress& progress);

// geo::proposeCrs() with the program's own states. Throws base::Error, base::Cancelled.
geo::CrsProposal proposeCrs(const geo::CrsEvidence& evidence, base::Language language,
                            base::Progress& progress);

} // namespace catalogue
