// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_store.h"

#include "catalogue/columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <set>

namespace catalogue {

namespace {

// Calls visit(row) for each row of a query about one site.
template <class Visit>
void eachRow(const ReadAccess& access, const char* sql, base::Id site, Visit&& visit)
{
    SQLite::Statement row(access.database(), sql);
    row.bind(1, int64_t(site));
    while (row.executeStep())
        visit(row);
}

} // namespace

const Source* SiteRecord::source(const Citation& cite) const
{
    if (!cite.source)
        return nullptr;
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& each) { return each.id == *cite.source; });
    return found == sources.end() ? nullptr : &*found;
}

Citation SiteRecord::citeOf(const QString& field) const
{
    for (const Claim& claim : claims)
        if (claim.preferred && claim.field == field)
            return claim.cite;
    return site.cite;
}

std::optional<SiteRecord> readSiteRecord(const ReadAccess& access, base::Id id)
{
    const std::optional<Site> site = readSite(access, id);
    if (!site)
        return {};
    SiteRecord record;
    record.site = *site;
    using Row = SQLite::Statement;
    eachRow(access,
            "SELECT id, name, language, source_id, reference FROM main.site_names "
            "WHERE site_id = ? ORDER BY name, id",
            id, [&](Row& row) {
                record.names.push_back({row.getColumn(0).getInt64(), textAt(row, 1), textAt(row, 2),
                                        citationAt(row, 3)});
            });
    eachRow(access,
            "SELECT id, system, value FROM main.site_external_ids WHERE site_id = ? "
            "ORDER BY system, value, id",
            id, [&](Row& row) {
                record.externalIds.push_back(
                    {row.getColumn(0).getInt64(), textAt(row, 1), textAt(row, 2)});
            });
    eachRow(access,
            "SELECT id, commodity, role, position, source_id, reference FROM "
            "main.site_commodities WHERE site_id = ? ORDER BY position IS NULL, position, id",
            id, [&](Row& row) {
                record.commodities.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                              textAt(row, 2), integerAt(row, 3),
                                              citationAt(row, 4)});
            });
    eachRow(access,
            "SELECT id, commodity, category, tonnes, grade, grade_unit, contained_tonnes, cutoff, "
            "cutoff_unit, effective_date, code, source_id, reference, handling, note, "
            "includes_reserves, unfc FROM "
            "main.estimates WHERE site_id = ? ORDER BY tonnes DESC, id",
            id, [&](Row& row) {
                record.estimates.push_back({row.getColumn(0).getInt64(),
                                            textAt(row, 1),
                                            textAt(row, 2),
                                            realAt(row, 3),
                                            realAt(row, 4),
                                            textAt(row, 5),
                                            realAt(row, 6),
                                            realAt(row, 7),
                                            textAt(row, 8),
                                            textAt(row, 9),
                                            textAt(row, 10),
                                            citationAt(row, 11),
                                            textAt(row, 13),
                                            textAt(row, 14),
                                            {},
                                            textAt(row, 16)});
                if (const auto includes = integerAt(row, 15))
                    record.estimates.back().includesReserves = *includes != 0;
            });
    eachRow(access,
            "SELECT id, process, feed, product, capacity_tonnes_per_year, year, source_id, "
            "reference FROM main.site_processes WHERE site_id = ? ORDER BY id",
            id, [&](Row& row) {
                record.processes.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                            textAt(row, 2), textAt(row, 3), realAt(row, 4),
                                            integerAt(row, 5), citationAt(row, 6)});
            });
    eachRow(access,
            "SELECT id, name, share_percent, country, parent, as_of, source_id, reference FROM "
            "main.site_owners WHERE site_id = ? ORDER BY share_percent DESC, name, id",
            id, [&](Row& row) {
                record.owners.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                         realAt(row, 2), textAt(row, 3), textAt(row, 4),
                                         textAt(row, 5), citationAt(row, 6)});
            });
    eachRow(access,
            "SELECT id, stage, date, source_id, reference FROM main.site_stages "
            "WHERE site_id = ? ORDER BY date, id",
            id, [&](Row& row) {
                record.stages.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                         textAt(row, 2), citationAt(row, 3)});
            });
    eachRow(access,
            "SELECT id, field, value, source_id, reference, claimed_on, author, preferred, "
            "chosen_by FROM "
            "main.claims WHERE site_id = ? ORDER BY field, preferred DESC, claimed_on, id",
            id, [&](Row& row) {
                record.claims.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                         textAt(row, 2), citationAt(row, 3), textAt(row, 5),
                                         textAt(row, 6), row.getColumn(7).getInt() != 0,
                                         textAt(row, 8)});
            });
    eachRow(access,
            "SELECT id, kind, name, authority, status, date, expires, source_id, reference, "
            "handling, note FROM main.site_permits WHERE site_id = ? ORDER BY kind, date, id",
            id, [&](Row& row) {
                record.permits.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                          textAt(row, 2), textAt(row, 3), textAt(row, 4),
                                          textAt(row, 5), textAt(row, 6), citationAt(row, 7),
                                          textAt(row, 9), textAt(row, 10)});
            });
    eachRow(access,
            "SELECT id, buyer, country, commodity, share_percent, tonnes_per_year, from_date, "
            "until_date, source_id, reference, handling, note FROM main.site_offtakes "
            "WHERE site_id = ? ORDER BY buyer, id",
            id, [&](Row& row) {
                record.offtakes.push_back({row.getColumn(0).getInt64(), textAt(row, 1),
                                           textAt(row, 2), textAt(row, 3), realAt(row, 4),
                                           realAt(row, 5), textAt(row, 6), textAt(row, 7),
                                           citationAt(row, 8), textAt(row, 10), textAt(row, 11)});
            });
    eachRow(access,
            "SELECT id, site_id, source_id, title, path, digest, page, handling, note FROM "
            "main.attachments WHERE site_id = ? ORDER BY title, id",
            id, [&](Row& row) {
                record.attachments.push_back({row.getColumn(0).getInt64(), idAt(row, 1),
                                              idAt(row, 2), textAt(row, 3), textAt(row, 4),
                                              textAt(row, 5), integerAt(row, 6), textAt(row, 7),
                                              textAt(row, 8)});
            });
    record.records = readRecords(access, id);

    std::set<base::Id> cited;
    const auto cite = [&](const Citation& each) {
        if (each.source)
            cited.insert(*each.source);
    };
    cite(record.site.cite);
    for (const auto& row : record.names)
        cite(row.cite);
    for (const auto& row : record.commodities)
        cite(row.cite);
    for (const auto& row : record.estimates)
        cite(row.cite);
    for (const auto& row : record.processes)
        cite(row.cite);
    for (const auto& row : record.owners)
        cite(row.cite);
    for (const auto& row : record.stages)
        cite(row.cite);
    for (const auto& row : record.permits)
        cite(row.cite);
    for (const auto& row : record.offtakes)
        cite(row.cite);
    for (const auto& row : record.claims)
        cite(row.cite);
    for (const auto& row : record.records)
        cited.insert(row.source);
    for (const base::Id each : cited)
        if (const auto source = readSource(access, each))
            record.sources.push_back(*source);
    return record;
}

std::vector<Record> readRecords(const ReadAccess& access, base::Id site)
{
    std::vector<Record> records;
    eachRow(access,
            "SELECT r.id, r.source_id, r.record_key, r.line, r.content, s.columns FROM "
            "main.records r LEFT JOIN main.sources s ON s.id = r.source_id WHERE r.site_id = ? "
            "ORDER BY r.source_id, r.line",
            site, [&](SQLite::Statement& row) {
                Record record{row.getColumn(0).getInt64(),
                              row.getColumn(1).getInt64(),
                              textAt(row, 2),
                              row.getColumn(3).getInt64(),
                              {}};
                const QJsonArray values = QJsonDocument::fromJson(textAt(row, 4).toUtf8()).array();
                const QJsonArray headers = QJsonDocument::fromJson(textAt(row, 5).toUtf8()).array();
                for (qsizetype i = 0; i < values.size(); ++i)
                    record.fields.emplace_back(headers.at(i).toString(),
                                               values.at(i).isString()
                                                   ? std::optional(values.at(i).toString())
                                                   : std::nullopt);
                records.push_back(std::move(record));
            });
    return records;
}

} // namespace catalogue
