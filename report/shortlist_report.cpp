// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/shortlist_report.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"
#include "catalogue/site_store.h"
#include "report/text.h"

namespace report {

ShortlistContent readShortlistContent(const catalogue::ProjectFile& file,
                                      const base::Translation& words, base::Progress& progress)
{
    ShortlistContent content;
    content.map = readMapContent(file, progress);
    file.read([&](const catalogue::ReadAccess& access) {
        content.title = catalogue::readTitle(access);
        content.handling = catalogue::readHandling(access);
        content.delegations = catalogue::readDelegations(access);
        content.round = shortlist::readRound(access);
        for (const shortlist::Candidate& candidate : content.round.candidates)
            for (const catalogue::Member& member : candidate.project.members)
                if (!content.sites.contains(member.site))
                    if (const auto record = catalogue::readSiteRecord(access, member.site))
                        content.sites.emplace(member.site, *record);
    });
    for (const catalogue::Entry& entry : file.history())
        if (!content.date.isValid() || entry.madeAt > content.date)
            content.date = entry.madeAt;
    fillLayers(content.round, content.map.layers, progress);
    content.evaluation = shortlist::evaluate(content.round, words, progress);
    content.map.scores = siteScores(content.round, content.evaluation);
    return content;
}

QString outcomeText(shortlist::GateOutcome outcome, const base::Translation& words)
{
    switch (outcome) {
    case shortlist::GateOutcome::Passed:
        return words.text("Report", QT_TRANSLATE_NOOP("Report", "passed"));
    case shortlist::GateOutcome::Failed:
        return words.text("Report", QT_TRANSLATE_NOOP("Report", "failed"));
    case shortlist::GateOutcome::Unknown:
        break;
    }
    return words.text("Report", QT_TRANSLATE_NOOP("Report", "not known"));
}

} // namespace report
