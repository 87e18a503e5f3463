// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check_run.h"
#include "catalogue/text.h"

#include <algorithm>
#include <map>

namespace catalogue {

namespace {

constexpr double Whole = 100.5; // percent: shares are rounded

struct Report
{
    QString stage;
    QString date;
    QDate first; // of the days that it may mean
    QDate last;
};

// By site: what reports say of its stage, the latest first.
std::map<base::Id, std::vector<Report>> stageReports(CheckRun& run)
{
    std::map<base::Id, std::vector<Report>> reports;
    run.each("SELECT site_id, stage, date FROM main.site_stages WHERE date IS NOT NULL "
             "ORDER BY site_id, id",
             [&](SQLite::Statement& row) {
                 const QString date = textAt(row, 2);
                 if (const auto last = lastDay(date))
                     reports[row.getColumn(0).getInt64()].push_back(
                         {textAt(row, 1), date, *firstDay(date), *last});
             });
    for (auto& [site, all] : reports)
        std::stable_sort(all.begin(), all.end(),
                         [](const Report& a, const Report& b) { return a.last > b.last; });
    return reports;
}

void checkStages(CheckRun& run)
{
    if (!run.wantsAny(Rule::StageStale, Rule::StageUndated, Rule::StageNotLatest))
        return;
    const auto reports = stageReports(run);
    std::map<base::Id, QString> published; // by source
    run.each(
        "SELECT id, published FROM main.sources WHERE published IS NOT NULL",
        [&](SQLite::Statement& row) { published[row.getColumn(0).getInt64()] = textAt(row, 1); });
    std::map<base::Id, QString> claimed; // by site: when a person said it
    run.each(
        "SELECT site_id, MAX(claimed_on) FROM main.claims WHERE field = 'stage' AND "
        "preferred = 1 AND claimed_on IS NOT NULL AND author IS NOT NULL GROUP BY site_id",
        [&](SQLite::Statement& row) { claimed[row.getColumn(0).getInt64()] = textAt(row, 1); });
    const QDate limit = run.staleBefore();
    for (const CheckedSite& site : run.sites) {
        const auto known = reports.find(site.id);
        if (known != reports.end()) {
            const Report& latest = known->second.front();
            const auto dated = lastDay(site.stageDate);
            const bool contradicted =
                latest.stage != site.stage && (!dated || latest.first > *dated) &&
                std::none_of(known->second.begin(), known->second.end(), [&](const Report& each) {
                    return each.last >= latest.first && each.stage == site.stage;
                });
            if (contradicted && !claimed.contains(site.id) && !site.stage.isEmpty()) {
                Finding& finding =
                    run.add(Rule::StageNotLatest, site,
                            QT_TRANSLATE_NOOP("Text", "The stage stands as “%1”, but the latest "
                                                      "report of it says “%2” (%3)."),
                            {QStringLiteral("@stages/") + site.stage,
                             QStringLiteral("@stages/") + latest.stage, latest.date});
                finding.fix = {{QStringLiteral("stage"), site.stage, latest.stage},
                               {QStringLiteral("stage_date"), site.stageDate, latest.date}};
                finding.fixText = QT_TRANSLATE_NOOP("Text", "Take the stage of the latest report");
            }
        }
        // What is closed stays closed.
        if (site.stage.isEmpty() || site.stage == QLatin1String("closed"))
            continue;
        QString confirmed = site.stageDate;
        std::optional<QDate> last = lastDay(confirmed);
        const auto take = [&](const QString& date) {
            if (const auto day = lastDay(date.left(10)); day && (!last || *day > *last)) {
                confirmed = date;
                last = day;
            }
        };
        if (known != reports.end())
            for (const Report& each : known->second)
                if (each.stage == site.stage)
                    take(each.date);
        if (const auto person = claimed.find(site.id); person != claimed.end())
            take(person->second);
        if (last) {
            if (*last < limit)
                run.add(Rule::StageStale, site,
                        QT_TRANSLATE_NOOP("Text", "The stage “%1” was last confirmed in %2."),
                        {QStringLiteral("@stages/") + site.stage, confirmed});
            continue;
        }
        const auto source = site.source ? published.find(*site.source) : published.end();
        if (source != published.end())
            last = lastDay(source->second);
        if (last && *last < limit)
            run.add(Rule::StageStale, site,
                    QT_TRANSLATE_NOOP("Text", "The stage “%1” has no date, and its source is of "
                                              "%2."),
                    {QStringLiteral("@stages/") + site.stage, source->second});
        else
            run.add(Rule::StageUndated, site,
                    QT_TRANSLATE_NOOP("Text", "The stage “%1” has no date."),
                    {QStringLiteral("@stages/") + site.stage});
    }
}

void checkPermits(CheckRun& run)
{
    if (!run.wants(Rule::PermitExpired))
        return;
    run.each("SELECT id, site_id, kind, name, expires FROM main.site_permits WHERE status = "
             "'granted' AND expires IS NOT NULL ORDER BY site_id, id",
             [&](SQLite::Statement& row) {
                 const auto last = lastDay(textAt(row, 4));
                 if (!last || *last >= run.today())
                     return;
                 Finding& finding = run.add(
                     Rule::PermitExpired, "site_permits", row.getColumn(0).getInt64(),
                     row.getColumn(1).getInt64(),
                     QT_TRANSLATE_NOOP("Text", "A permit stands as granted, but ran out in %3: "
                                               "%1 %2"),
                     {QStringLiteral("@permit_kinds/") + textAt(row, 2), textAt(row, 3),
                      textAt(row, 4)});
                 finding.fix = {{QStringLiteral("status"), QStringLiteral("granted"),
                                 QStringLiteral("expired")}};
                 finding.fixText = QT_TRANSLATE_NOOP("Text", "Let it stand as expired");
             });
}

void checkShares(CheckRun& run)
{
    // What one source says for one date adds up; owners of different years need not.
    if (run.wants(Rule::OwnersAboveWhole))
        run.each("SELECT MIN(id), site_id, SUM(share_percent), as_of, MAX(share_percent), "
                 "MIN(share_percent) FROM main.site_owners WHERE share_percent IS NOT NULL "
                 "GROUP BY site_id, COALESCE(as_of, ''), COALESCE(source_id, 0)",
                 [&](SQLite::Statement& row) {
                     const double sum = row.getColumn(2).getDouble();
                     const double least = row.getColumn(5).getDouble();
                     if (sum > Whole)
                         run.add(Rule::OwnersAboveWhole, "site_owners", row.getColumn(0).getInt64(),
                                 row.getColumn(1).getInt64(),
                                 QT_TRANSLATE_NOOP("Text",
                                                   "The shares of the owners make %1 %, as one "
                                                   "source gives them for one date."),
                                 {checkNumber(sum)});
                     else if (least < 0)
                         run.add(Rule::OwnersAboveWhole, "site_owners", row.getColumn(0).getInt64(),
                                 row.getColumn(1).getInt64(),
                                 QT_TRANSLATE_NOOP("Text", "An owner has a share below 0: %1 %."),
                                 {checkNumber(least)});
                 });
    if (run.wants(Rule::OfftakeAboveWhole))
        run.each("SELECT MIN(id), site_id, SUM(share_percent), commodity FROM main.site_offtakes "
                 "WHERE share_percent IS NOT NULL GROUP BY site_id, COALESCE(commodity, ''), "
                 "COALESCE(from_date, ''), COALESCE(source_id, 0)",
                 [&](SQLite::Statement& row) {
                     if (row.getColumn(2).getDouble() > Whole)
                         run.add(Rule::OfftakeAboveWhole, "site_offtakes",
                                 row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
                                 QT_TRANSLATE_NOOP("Text", "Buyers are promised %1 % of the "
                                                           "production."),
                                 {checkNumber(row.getColumn(2).getDouble())});
                 });
}

void checkProjects(CheckRun& run)
{
    if (run.wants(Rule::MemberIncomplete))
        run.each("SELECT m.id, m.site_id, m.role, COALESCE(p.name_en, p.name_es) FROM "
                 "main.project_members m JOIN main.projects p ON p.id = m.project_id ORDER BY 4, "
                 "m.position, m.id",
                 [&](SQLite::Statement& row) {
                     const CheckedSite* site = run.site(row.getColumn(1).getInt64());
                     if (site == nullptr)
                         return; // a dangling reference
                     QStringList missing;
                     if (!site->lonLat)
                         missing << QStringLiteral("sites.geom");
                     if (site->name.isEmpty())
                         missing << QStringLiteral("sites.name");
                     if (site->kind.isEmpty())
                         missing << QStringLiteral("sites.kind");
                     if (site->stage.isEmpty())
                         missing << QStringLiteral("sites.stage");
                     if (site->country.isEmpty())
                         missing << QStringLiteral("sites.country");
                     if (!site->hasCommodity)
                         missing << QStringLiteral("site_commodities");
                     if (!site->hasEstimate && textAt(row, 2) == QLatin1String("extraction"))
                         missing << QStringLiteral("estimates");
                     if (!site->source && !site->hasClaim)
                         missing << QStringLiteral("sources");
                     if (!missing.isEmpty())
                         run.add(Rule::MemberIncomplete, "project_members",
                                 row.getColumn(0).getInt64(), site->id,
                                 QT_TRANSLATE_NOOP("Text",
                                                   "The project “%1” rests on this site, which "
                                                   "lacks: %2"),
                                 {textAt(row, 3), QStringLiteral("!") + missing.join(u';')});
                 });
    if (run.wants(Rule::ProjectWithoutSites))
        run.each("SELECT id, COALESCE(name_en, name_es) FROM main.projects WHERE id NOT IN "
                 "(SELECT project_id FROM main.project_members) ORDER BY 2",
                 [&](SQLite::Statement& row) {
                     run.check
                         .add(Rule::ProjectWithoutSites, "projects", row.getColumn(0).getInt64(),
                              QT_TRANSLATE_NOOP("Text", "The project has no site."))
                         .subject = textAt(row, 1);
                 });
}

} // namespace

void checkStatus(CheckRun& run)
{
    run.progress.begin(Text::tr("Checking stages, permits, owners and projects"));
    checkStages(run);
    checkPermits(run);
    checkShares(run);
    checkProjects(run);
}

} // namespace catalogue
