// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/crs_evidence.h"
#include <memory>

namespace geo {

class FeatureLayer;

// Which CRS coordinates may be in when nobody says, or what is said cannot be true: a list to
// choose from, with reasons. The first is a proposal and no more; a person decides.

// Where data is expected, and what the places there are called.
struct CrsRegion
{
    // Degrees: the United States, Mexico and Canada.
    std::vector<Extent> boxes{{-125.5, 14, -52, 50},
                              {-141.5, 41, -52, 84},
                              {-170, 50, -129, 72},
                              {-161, 18, -154, 23},
                              {-68, 17, -64, 19}};
    // Polygons with the columns name, name_es and country ("MX"), as the program's own states
    // have them; nullptr: places go by longitude and latitude, and land is not told from sea.
    std::shared_ptr<const FeatureLayer> states;
};

struct CrsCandidate
{
    Crs crs;
    QString reason;  // sentences for a person: what speaks for it, where the data would lie
    double rank = 0; // only to compare: the greater the likelier
    // Where the data would lie, to some hundred metres; a west greater than the east crosses 180
    // degrees. nullopt: nowhere.
    std::optional<Extent> degrees;
    std::vector<QPointF> lonLats; // the evidence's points there, -180 to 180 degrees
};

struct CrsProposal
{
    QString finding;                      // what is wrong, and what the numbers look like
    std::vector<CrsCandidate> candidates; // best first; may be empty
    // Most points are degrees with the latitude first: no CRS helps, the file is to be mended.
    bool isSwapped = false;

    // The data would lie where it is expected, and nothing else that is half as likely would put it
    // elsewhere; which datum it is in may still be open.
    bool isClear() const;
};

// Whether most of the points cannot be in this CRS: metres taken for degrees, degrees taken for
// metres, or all of it far from where the CRS is meant to be used.
bool contradicts(const Crs& crs, const CrsEvidence& evidence);

// Looks at WGS 84, NAD83, NAD27 and Mexico's datums in degrees; UTM, Lambert, Albers and Web
// Mercator; state planes in feet where a word hints at them or nothing else fits; and whatever the
// names themselves say. Takes some tenths of a second. Throws base::Error where PROJ's database is
// missing.
CrsProposal proposeCrs(const CrsEvidence& evidence, const CrsRegion& region,
                       base::Language language);

// The same of one CRS that a person chose.
CrsCandidate candidateFor(const Crs& crs, const CrsEvidence& evidence, const CrsRegion& region,
                          base::Language language);

} // namespace geo
