// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/project_map.h"
#include "shortlist/round.h"

#include <QDateTime>
#include <map>

namespace report {

// What a project file says of its shortlist, in memory: what every report is made of.
struct ShortlistContent
{
    QString title;
    QString handling; // stands in header and footer; empty: nothing
    QDateTime date;   // of the last entry, UTC
    std::vector<catalogue::Delegation> delegations;
    shortlist::Round round;
    shortlist::Evaluation evaluation; // its sentences are in the language it was read for
    std::map<base::Id, catalogue::SiteRecord> sites; // the members
    MapContent map;
};

ShortlistContent readShortlistContent(const catalogue::ProjectFile& file,
                                      const base::Translation& words, base::Progress& progress);

// Passed, failed, not known.
QString outcomeText(shortlist::GateOutcome outcome, const base::Translation& words);

} // namespace report
