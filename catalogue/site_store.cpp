// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_store.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QDate>
#include <algorithm>
#include <array>
#include <set>

namespace catalogue {

namespace {

// The tables of rows that belong to one site.
constexpr std::array ChildTables{
    "site_names",     "site_external_ids", "site_commodities", "estimates",
    "site_processes", "site_owners",       "site_stages",      "claims",
    "site_permits",   "site_offtakes",     "attachments",      "site_merges"};

RowValues siteRow(Edit& edit, const Site& site)
{
    RowValues row(edit, "sites");
    row.setBlob("geom",
                site.lonLat ? encodeGpkgPoint({site.lonLat->x(), site.lonLat->y()}) : QByteArray())
        .set("name", site.name)
        .set("kind", site.kind)
        .set("stage", site.stage)
        .set("stage_date", site.stageDate)
        .set("country", site.country)
        .set("admin1", site.admin1)
        .set("deposit_type", site.depositType)
        .set("position_accuracy_m", site.positionAccuracyMetres)
        .setCitation(site.cite)
        .set("handling", site.handling)
        .set("note", site.note);
    return row;
}

QString positionText(const Site& site)
{
    return site.lonLat ? QStringLiteral("%1 %2").arg(QString::number(site.lonLat->x(), 'g', 12),
                                                     QString::number(site.lonLat->y(), 'g', 12))
                       : QString();
}

struct ClaimedField
{
    const char* field;
    QString (*text)(const Site&);
};

const std::array<ClaimedField, 9> ClaimedFields{{
    {"name", [](const Site& site) { return site.name; }},
    {"kind", [](const Site& site) { return site.kind; }},
    {"stage", [](const Site& site) { return site.stage; }},
    {"stage_date", [](const Site& site) { return site.stageDate; }},
    {"country", [](const Site& site) { return site.country; }},
    {"admin1", [](const Site& site) { return site.admin1; }},
    {"deposit_type", [](const Site& site) { return site.depositType; }},
    {"note", [](const Site& site) { return site.note; }},
    {"position", positionText},
}};

void setField(Site& site, const QString& field, const QString& value)
{
    if (field == QLatin1String("name"))
        site.name = value;
    else if (field == QLatin1String("kind"))
        site.kind = value;
    else if (field == QLatin1String("stage"))
        site.stage = value;
    else if (field == QLatin1String("stage_date"))
        site.stageDate = value;
    else if (field == QLatin1String("country"))
        site.country = value;
    else if (field == QLatin1String("admin1"))
        site.admin1 = value;
    else if (field == QLatin1String("deposit_type"))
        site.depositType = value;
    else if (field == QLatin1String("note"))
        site.note = value;
    else if (field == QLatin1String("position")) {
        const QStringList parts = value.split(u' ');
        site.lonLat.reset();
        if (parts.size() == 2)
            site.lonLat = QPointF(parts[0].toDouble(), parts[1].toDouble());
    }
}

struct PreferredClaim
{
    base::Id id = 0;
    Claim claim;
};

std::optional<PreferredClaim> preferredClaim(const ReadAccess& access, base::Id site,
                                             const QString& field)
{
    SQLite::Statement row(
        access.database(),
        "SELECT id, value, source_id, reference, claimed_on, author, chosen_by FROM "
        "main.claims WHERE site_id = ? AND field = ? AND preferred = 1 "
        "ORDER BY id");
    row.bind(1, int64_t(site));
    row.bind(2, field.toStdString());
    if (!row.executeStep())
        return {};
    PreferredClaim found;
    found.id = row.getColumn(0).getInt64();
    found.claim = {found.id,       field,          textAt(row, 1), citationAt(row, 2),
                   textAt(row, 4), textAt(row, 5), true,           textAt(row, 6)};
    return found;
}

void setPreferred(Edit& edit, base::Id claim, bool preferred, const QString& chosenBy = {})
{
    RowValues(edit, "claims")
        .set("preferred", std::optional(preferred ? 1 : 0))
        .set("chosen_by", chosenBy)
        .update(claim);
}

} // namespace

QStringList claimedFields()
{
    QStringList fields;
    for (const ClaimedField& each : ClaimedFields)
        fields << QString::fromLatin1(each.field);
    return fields;
}

bool isClaimedField(const QString& field)
{
    return claimedFields().contains(field);
}

QString siteFieldText(const Site& site, const QString& field)
{
    const auto at =
        std::find_if(ClaimedFields.begin(), ClaimedFields.end(),
                     [&](const ClaimedField& each) { return field == QLatin1String(each.field); });
    return at == ClaimedFields.end() ? QString() : at->text(site);
}

std::optional<Site> readSite(const ReadAccess& access, base::Id id)
{
    SQLite::Statement row(access.database(),
                          "SELECT id, geom, name, kind, stage, stage_date, country, admin1, "
                          "deposit_type, position_accuracy_m, source_id, reference, handling, note "
                          "FROM main.sites WHERE id = ?");
    row.bind(1, int64_t(id));
    if (!row.executeStep())
        return {};
    Site site;
    site.id = id;
    const SQLite::Column geometry = row.getColumn(1);
    if (!geometry.isNull())
        if (const auto position = decodeGpkgPoint(
                QByteArrayView(static_cast<const char*>(geometry.getBlob()), geometry.getBytes())))
            site.lonLat = QPointF(position->lon, position->lat);
    site.name = textAt(row, 2);
    site.kind = textAt(row, 3);
    site.stage = textAt(row, 4);
    site.stageDate = textAt(row, 5);
    site.country = textAt(row, 6);
    site.admin1 = textAt(row, 7);
    site.depositType = textAt(row, 8);
    site.positionAccuracyMetres = realAt(row, 9);
    site.cite = citationAt(row, 10);
    site.handling = textAt(row, 12);
    site.note = textAt(row, 13);
    return site;
}

base::Id findSite(const ReadAccess& access, const QString& text)
{
    bool isNumber = false;
    const base::Id number = text.toLongLong(&isNumber);
    if (isNumber && rowExists(access, "sites", number))
        return number;
    const QString wanted = folded(text);
    std::set<base::Id> found;
    SQLite::Statement rows(access.database(), "SELECT id, name FROM main.sites UNION ALL "
                                              "SELECT site_id, name FROM main.site_names");
    while (rows.executeStep())
        if (folded(textAt(rows, 1)) == wanted)
            found.insert(rows.getColumn(0).getInt64());
    if (found.empty())
        throw base::Error(Text::tr("There is no site “%1”. Look for its name with the command "
                                   "sites, or name it by its number.")
                              .arg(text));
    if (found.size() > 1) {
        QStringList numbers;
        for (const base::Id id : found)
            numbers << QString::number(id);
        throw base::Error(Text::tr("Several sites are called “%1”. Name one by its number: %2.")
                              .arg(text, numbers.join(QStringLiteral(", "))));
    }
    return *found.begin();
}

base::Id addSite(Edit& edit, const Site& site)
{
    return siteRow(edit, site).insert(site.id);
}

void updateSite(Edit& edit, const Site& site, const QString& claimedBy, const Citation& cite)
{
    const std::optional<Site> before = readSite(edit, site.id);
    if (before && !claimedBy.isEmpty()) {
        for (const ClaimedField& field : ClaimedFields) {
            const QString now = field.text(site);
            const QString was = field.text(*before);
            if (now == was)
                continue;
            const QString name = QString::fromLatin1(field.field);
            if (const auto preferred = preferredClaim(edit, site.id, name))
                setPreferred(edit, preferred->id, false);
            else if (!was.isEmpty()) // what stood was cited by the site as a whole
                addClaim(edit, site.id, {0, name, was, before->cite, {}, {}, false});
            addClaim(edit, site.id,
                     {0, name, now, cite, QDate::currentDate().toString(Qt::ISODate), claimedBy,
                      true, claimedBy});
        }
    }
    siteRow(edit, site).update(site.id);
}

void removeSite(Edit& edit, base::Id id)
{
    SQLite::Statement used(edit.database(),
                           "SELECT COALESCE(p.name_en, p.name_es) FROM main.project_members m "
                           "JOIN main.projects p ON p.id = m.project_id WHERE m.site_id = ?");
    used.bind(1, int64_t(id));
    if (used.executeStep())
        throw base::Error(Text::tr("The site is a part of the project “%1”. Take it out there "
                                   "first.")
                              .arg(textAt(used, 0)));
    for (const char* table : ChildTables)
        removeRowsOf(edit, table, "site_id", id);
    SQLite::Statement release(edit.database(),
                              "UPDATE main.records SET site_id = NULL WHERE site_id = ?");
    release.bind(1, int64_t(id));
    release.exec();
    if (!removeRow(edit, "sites", id))
        throw base::Error(Text::tr("This site is no longer in the project file."));
}

base::Id addSiteName(Edit& edit, base::Id site, const SiteName& row)
{
    return RowValues(edit, "site_names")
        .setId("site_id", site)
        .set("name", row.name)
        .set("language", row.language)
        .setCitation(row.cite)
        .insert(row.id);
}

base::Id addExternalId(Edit& edit, base::Id site, const ExternalId& row)
{
    return RowValues(edit, "site_external_ids")
        .setId("site_id", site)
        .set("system", row.system)
        .set("value", row.value)
        .insert(row.id);
}

base::Id addSiteCommodity(Edit& edit, base::Id site, const SiteCommodity& row)
{
    return RowValues(edit, "site_commodities")
        .setId("site_id", site)
        .set("commodity", row.commodity)
        .set("role", row.role)
        .set("position", row.position)
        .setCitation(row.cite)
        .insert(row.id != 0 ? row.id
                            : base::hashedId({"site_commodities", base::idBytes(site),
                                              row.commodity.toUtf8(), row.role.toUtf8()}));
}

namespace {

RowValues estimateRow(Edit& edit, const Estimate& row)
{
    RowValues writer(edit, "estimates");
    writer.set("commodity", row.commodity)
        .set("category", row.category)
        .set("tonnes", row.tonnes)
        .set("grade", row.grade)
        .set("grade_unit", row.gradeUnit)
        .set("contained_tonnes", row.containedTonnes)
        .set("cutoff", row.cutoff)
        .set("cutoff_unit", row.cutoffUnit)
        .set("effective_date", row.effectiveDate)
        .set("code", row.code)
        .setCitation(row.cite)
        .set("handling", row.handling)
        .set("note", row.note)
        .set("includes_reserves",
             row.includesReserves ? std::optional(*row.includesReserves ? 1 : 0) : std::nullopt)
        .set("unfc", row.unfc);
    return writer;
}

} // namespace

base::Id addEstimate(Edit& edit, base::Id site, const Estimate& row)
{
    return estimateRow(edit, row).setId("site_id", site).insert(row.id);
}

void updateEstimate(Edit& edit, const Estimate& row)
{
    estimateRow(edit, row).update(row.id);
}

base::Id addSiteProcess(Edit& edit, base::Id site, const SiteProcess& row)
{
    return RowValues(edit, "site_processes")
        .setId("site_id", site)
        .set("process", row.process)
        .set("feed", row.feed)
        .set("product", row.product)
        .set("capacity_tonnes_per_year", row.capacityTonnesPerYear)
        .set("year", row.year)
        .setCitation(row.cite)
        .insert(row.id);
}

base::Id addSiteOwner(Edit& edit, base::Id site, const SiteOwner& row)
{
    return RowValues(edit, "site_owners")
        .setId("site_id", site)
        .set("name", row.name)
        .set("share_percent", row.sharePercent)
        .set("country", row.country)
        .set("parent", row.parent)
        .set("as_of", row.asOf)
        .setCitation(row.cite)
        .insert(row.id);
}

base::Id addStageReport(Edit& edit, base::Id site, const StageReport& row)
{
    return RowValues(edit, "site_stages")
        .setId("site_id", site)
        .set("stage", row.stage)
        .set("date", row.date)
        .setCitation(row.cite)
        .insert(row.id);
}

base::Id addSitePermit(Edit& edit, base::Id site, const SitePermit& row)
{
    return RowValues(edit, "site_permits")
        .setId("site_id", site)
        .set("kind", row.kind)
        .set("name", row.name)
        .set("authority", row.authority)
        .set("status", row.status)
        .set("date", row.date)
        .set("expires", row.expires)
        .setCitation(row.cite)
        .set("handling", row.handling)
        .set("note", row.note)
        .insert(row.id);
}

base::Id addSiteOfftake(Edit& edit, base::Id site, const SiteOfftake& row)
{
    return RowValues(edit, "site_offtakes")
        .setId("site_id", site)
        .set("buyer", row.buyer)
        .set("country", row.country)
        .set("commodity", row.commodity)
        .set("share_percent", row.sharePercent)
        .set("tonnes_per_year", row.tonnesPerYear)
        .set("from_date", row.fromDate)
        .set("until_date", row.untilDate)
        .setCitation(row.cite)
        .set("handling", row.handling)
        .set("note", row.note)
        .insert(row.id);
}

base::Id addAttachment(Edit& edit, const Attachment& row)
{
    RowValues values(edit, "attachments");
    if (row.site)
        values.setId("site_id", *row.site);
    if (row.source)
        values.setId("source_id", *row.source);
    return values.set("title", row.title)
        .set("path", row.path)
        .set("digest", row.digest)
        .set("embedded", std::optional(row.path.isEmpty() ? 1 : 0))
        .set("page", row.page)
        .set("handling", row.handling)
        .set("note", row.note)
        .insert(row.id);
}

base::Id addClaim(Edit& edit, base::Id site, const Claim& row)
{
    return RowValues(edit, "claims")
        .setId("site_id", site)
        .set("field", row.field)
        .set("value", row.value)
        .setCitation(row.cite)
        .set("claimed_on", row.claimedOn)
        .set("author", row.author)
        .set("preferred", std::optional(row.preferred ? 1 : 0))
        .set("chosen_by", row.chosenBy)
        .insert(row.id);
}

void setSiteCommodities(Edit& edit, base::Id site, const std::vector<SiteCommodity>& rows)
{
    std::vector<base::Id> before;
    SQLite::Statement select(edit.database(),
                             "SELECT id FROM main.site_commodities WHERE site_id = ?");
    select.bind(1, int64_t(site));
    while (select.executeStep())
        before.push_back(select.getColumn(0).getInt64());
    select.reset();
    std::set<base::Id> kept;
    for (const SiteCommodity& row : rows) {
        const base::Id id = row.id != 0
                                ? row.id
                                : base::hashedId({"site_commodities", base::idBytes(site),
                                                  row.commodity.toUtf8(), row.role.toUtf8()});
        kept.insert(id);
        RowValues(edit, "site_commodities")
            .setId("site_id", site)
            .set("commodity", row.commodity)
            .set("role", row.role)
            .set("position", row.position)
            .setCitation(row.cite)
            .put(id);
    }
    for (const base::Id id : before)
        if (!kept.contains(id))
            removeRow(edit, "site_commodities", id);
}

void preferClaim(Edit& edit, base::Id claim, const QString& chosenBy)
{
    SQLite::Statement row(edit.database(),
                          "SELECT site_id, field, value FROM main.claims WHERE id = ?");
    row.bind(1, int64_t(claim));
    if (!row.executeStep())
        throw base::Error(Text::tr("This statement is no longer in the project file."));
    const base::Id siteId = row.getColumn(0).getInt64();
    const QString field = textAt(row, 1);
    const QString value = textAt(row, 2);
    row.reset();
    std::optional<Site> site = readSite(edit, siteId);
    if (!site)
        throw base::Error(Text::tr("This site is no longer in the project file."));
    if (const auto preferred = preferredClaim(edit, siteId, field)) {
        setPreferred(edit, preferred->id, false);
    } else {
        const QString stood = siteFieldText(*site, field);
        if (!stood.isEmpty() && stood != value) // cited by the site as a whole until now
            addClaim(edit, siteId, {0, field, stood, site->cite, {}, {}, false});
    }
    setPreferred(edit, claim, true, chosenBy);
    setField(*site, field, value);
    siteRow(edit, *site).update(siteId);
}

void removeSiteRow(Edit& edit, const QString& table, base::Id row)
{
    const auto known = std::find_if(ChildTables.begin(), ChildTables.end(),
                                    [&](const char* name) { return table == QLatin1String(name); });
    if (known == ChildTables.end())
        throw base::Error(Text::tr("“%1” is no table of rows that belong to a site.").arg(table));
    if (!removeRow(edit, *known, row))
        throw base::Error(Text::tr("This is no longer in the project file; somebody removed it."));
}

} // namespace catalogue
