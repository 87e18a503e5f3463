// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check_run.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <array>
#include <map>

namespace catalogue {

namespace {

void checkClaims(CheckRun& run)
{
    if (run.wants(Rule::ClaimWithoutSource))
        run.each("SELECT id, site_id, field, value FROM main.claims WHERE source_id IS NULL AND "
                 "COALESCE(author, '') = '' ORDER BY site_id, id",
                 [&](SQLite::Statement& row) {
                     run.add(
                         Rule::ClaimWithoutSource, "claims", row.getColumn(0).getInt64(),
                         row.getColumn(1).getInt64(),
                         QT_TRANSLATE_NOOP("Text", "The claim “%2” for the field “%1” has "
                                                   "neither a source nor an author."),
                         {QStringLiteral("!claims.") + textAt(row, 2), textAt(row, 3).left(80)});
                 });
    if (run.wants(Rule::ClaimsBothPreferred))
        run.each("SELECT MIN(id), site_id, field, COUNT(*) FROM main.claims WHERE preferred = 1 "
                 "GROUP BY site_id, field HAVING COUNT(*) > 1 ORDER BY site_id",
                 [&](SQLite::Statement& row) {
                     run.add(Rule::ClaimsBothPreferred, "claims", row.getColumn(0).getInt64(),
                             row.getColumn(1).getInt64(),
                             QT_TRANSLATE_NOOP("Text", "%2 claims for the field “%1” are marked as "
                                                       "the one that stands, as after a merge: "
                                                       "choose one."),
                             {QStringLiteral("!claims.") + textAt(row, 2), textAt(row, 3)});
                 });
    if (run.wants(Rule::ClaimNotInForce)) {
        static constexpr std::array<const char*, 7> Fields{
            "name", "kind", "stage", "stage_date", "country", "admin1", "deposit_type"};
        for (const char* field : Fields)
            run.each(
                (std::string("SELECT c.id, c.site_id, c.field, c.value, s.") + field +
                 " FROM main.claims c JOIN main.sites s ON s.id = c.site_id WHERE c.preferred = 1 "
                 "AND c.field = '" +
                 field + "' AND c.value IS NOT s." + field +
                 " AND NOT EXISTS (SELECT 1 FROM main.claims o WHERE o.site_id = c.site_id AND "
                 "o.field = c.field AND o.preferred = 1 AND o.value IS s." +
                 field + ") ORDER BY c.site_id")
                    .c_str(),
                [&](SQLite::Statement& row) {
                    const auto said = [&row](int column) {
                        return row.getColumn(column).isNull() ? QStringLiteral("–")
                                                              : textAt(row, column).left(80);
                    };
                    run.add(Rule::ClaimNotInForce, "claims", row.getColumn(0).getInt64(),
                            row.getColumn(1).getInt64(),
                            QT_TRANSLATE_NOOP("Text", "The claim “%2” for the field “%1” is marked "
                                                      "as the one that stands, but the site says "
                                                      "“%3”."),
                            {QStringLiteral("!claims.") + textAt(row, 2), said(3), said(4)});
                });
    }
}

void checkCitations(CheckRun& run)
{
    if (run.wants(Rule::SiteWithoutSource))
        for (const CheckedSite& site : run.sites)
            if (!site.source && !site.hasClaim)
                run.add(Rule::SiteWithoutSource, site,
                        QT_TRANSLATE_NOOP("Text", "Nothing says where the values of this site come "
                                                  "from: it cites no source, and no claim does."));
    if (run.wants(Rule::FactWithoutSource))
        for (const char* table :
             {"site_owners", "site_processes", "site_stages", "site_permits", "site_offtakes"})
            run.each((std::string("SELECT id, site_id FROM main.") + table +
                      " WHERE source_id IS NULL ORDER BY site_id, id")
                         .c_str(),
                     [&](SQLite::Statement& row) {
                         run.add(
                             Rule::FactWithoutSource, table, row.getColumn(0).getInt64(),
                             row.getColumn(1).getInt64(),
                             QT_TRANSLATE_NOOP("Text", "A row of the site cites no source: %1."),
                             {QStringLiteral("!") + QLatin1String(table)});
                     });
    if (run.wants(Rule::SourceIncomplete))
        run.each("SELECT id, title, publisher, url, published, accessed, file_name FROM "
                 "main.sources ORDER BY title, id",
                 [&](SQLite::Statement& row) {
                     QStringList missing;
                     if (textAt(row, 1).trimmed().isEmpty())
                         missing << QStringLiteral("sources.title");
                     if (row.getColumn(2).isNull() && row.getColumn(3).isNull())
                         missing << QStringLiteral("sources.publisher");
                     if (row.getColumn(4).isNull() && row.getColumn(5).isNull())
                         missing << QStringLiteral("sources.published");
                     if (missing.isEmpty())
                         return;
                     Finding& finding = run.check.add(
                         Rule::SourceIncomplete, "sources", row.getColumn(0).getInt64(),
                         QT_TRANSLATE_NOOP("Text", "The source cannot be cited in "
                                                   "full. Missing: %1"),
                         {QStringLiteral("!") + missing.join(u';')});
                     finding.subject = row.getColumn(1).isNull() ? textAt(row, 6) : textAt(row, 1);
                 });
    if (run.wants(Rule::RowsSetAside))
        run.each("SELECT s.id, COALESCE(s.title, s.file_name), COUNT(*) FROM main.set_aside a "
                 "JOIN main.sources s ON s.id = a.source_id GROUP BY s.id ORDER BY 2",
                 [&](SQLite::Statement& row) {
                     Finding& finding = run.check.add(
                         Rule::RowsSetAside, "sources", row.getColumn(0).getInt64(),
                         QT_TRANSLATE_NOOP("Text", "Rows of this source that could not be "
                                                   "understood wait to be mended: %1"),
                         {checkNumber(row.getColumn(2).getDouble())});
                     finding.subject = textAt(row, 1);
                 });
}

// Rows that name a row of another table which is not there.
void checkReferences(CheckRun& run)
{
    if (!run.wants(Rule::DanglingReference))
        return;
    const SharedSchema schema = SharedSchema::ofToday(run.access.database());
    struct Broken
    {
        std::string table;
        base::Id row;
        int key;
    };
    std::vector<Broken> found;
    run.each("PRAGMA main.foreign_key_check", [&](SQLite::Statement& row) {
        if (!row.getColumn(1).isNull())
            found.push_back({row.getColumn(0).getString(), row.getColumn(1).getInt64(),
                             row.getColumn(3).getInt()});
    });
    struct Key
    {
        QString column;
        bool isNeeded = false;
    };
    std::map<std::pair<std::string, int>, Key> keys;
    for (const Broken& broken : found) {
        const SharedTable* table = schema.find(broken.table);
        if (table == nullptr)
            continue;
        const std::string quoted = "'" + table->name + "'";
        if (!keys.contains({broken.table, broken.key})) {
            std::string sql = "SELECT k.id, k.\"from\", c.\"notnull\" FROM ";
            sql.append("pragma_foreign_key_list(").append(quoted);
            sql.append(") k JOIN pragma_table_info(").append(quoted);
            sql.append(") c ON c.name = k.\"from\"");
            run.each(sql.c_str(), [&](SQLite::Statement& row) {
                keys[{broken.table, row.getColumn(0).getInt()}] = {textAt(row, 1),
                                                                   row.getColumn(2).getInt() != 0};
            });
        }
        const Key& key = keys[{broken.table, broken.key}];
        base::Id site = 0;
        if (key.column != QLatin1String("site_id") &&
            std::find(table->columns.begin(), table->columns.end(), "site_id") !=
                table->columns.end())
            run.each(("SELECT site_id FROM main." + table->name +
                      " WHERE id = " + std::to_string(broken.row))
                         .c_str(),
                     [&](SQLite::Statement& row) { site = idAt(row, 0).value_or(0); });
        if (broken.table == "sites")
            site = broken.row;
        // A name that outlives this: that of the static list below.
        static constexpr std::array<const char*, 28> Tables{"sites",
                                                            "records",
                                                            "set_aside",
                                                            "site_names",
                                                            "site_external_ids",
                                                            "site_commodities",
                                                            "estimates",
                                                            "site_processes",
                                                            "site_owners",
                                                            "site_stages",
                                                            "site_permits",
                                                            "site_offtakes",
                                                            "attachments",
                                                            "claims",
                                                            "styles",
                                                            "project_members",
                                                            "weights",
                                                            "marks",
                                                            "decisions",
                                                            "site_merges",
                                                            "countries_of_concern",
                                                            "layers",
                                                            "sources",
                                                            "projects",
                                                            "gates",
                                                            "criteria",
                                                            "settlements",
                                                            "waivers"};
        const auto name = std::find(Tables.begin(), Tables.end(), broken.table);
        if (name == Tables.end())
            continue;
        Finding& finding = run.add(
            Rule::DanglingReference, *name, broken.row, site,
            QT_TRANSLATE_NOOP("Text", "A row (%1) names another one that is not in the file (%2)."),
            {QStringLiteral("!") + QString::fromStdString(broken.table),
             QStringLiteral("!") + QString::fromStdString(broken.table) + u'.' + key.column});
        if (key.isNeeded) {
            finding.removal = true;
            finding.fixText = QT_TRANSLATE_NOOP("Text", "Remove the row");
        } else {
            run.each(("SELECT " + key.column.toStdString() + " FROM main." + broken.table +
                      " WHERE id = " + std::to_string(broken.row))
                         .c_str(),
                     [&](SQLite::Statement& row) {
                         finding.fix = {{key.column, textAt(row, 0), {}}};
                     });
            finding.fixText = QT_TRANSLATE_NOOP("Text", "Take the reference away, keep the row");
        }
    }
}

} // namespace

void checkSources(CheckRun& run)
{
    run.progress.begin(Text::tr("Checking sources and claims"));
    checkClaims(run);
    checkCitations(run);
    checkReferences(run);
}

} // namespace catalogue
