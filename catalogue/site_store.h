// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site.h"

#include <functional>

namespace catalogue {

class Edit;
class ReadAccess;

// Sites and what belongs to them. Writing takes the open edit of a ProjectFile; every add gives the
// row a random id where it is 0 and returns it. A write to a row that is not there throws
// base::Error.

std::optional<Site> readSite(const ReadAccess& access, base::Id id);
std::optional<SiteRecord> readSiteRecord(const ReadAccess& access, base::Id id);
// What a person names on a command line: an id, or a name or alias, exactly, without regard to
// case and accents. Throws base::Error where none or several answer (listing them).
base::Id findSite(const ReadAccess& access, const QString& text);

base::Id addSite(Edit& edit, const Site& site);
// Writes the columns that differ. With a person's name, what was written to a field becomes its
// preferred claim, and the value that stood before stays as a claim with its citation.
void updateSite(Edit& edit, const Site& site, const QString& claimedBy = {},
                const Citation& cite = {});
// With all that belongs to it; its records stay, without a site. Throws where a project uses it.
void removeSite(Edit& edit, base::Id id);

base::Id addSiteName(Edit& edit, base::Id site, const SiteName& row);
base::Id addExternalId(Edit& edit, base::Id site, const ExternalId& row);
base::Id addSiteCommodity(Edit& edit, base::Id site, const SiteCommodity& row);
base::Id addEstimate(Edit& edit, base::Id site, const Estimate& row);
base::Id addSiteProcess(Edit& edit, base::Id site, const SiteProcess& row);
base::Id addSiteOwner(Edit& edit, base::Id site, const SiteOwner& row);
base::Id addStageReport(Edit& edit, base::Id site, const StageReport& row);
base::Id addSitePermit(Edit& edit, base::Id site, const SitePermit& row);
base::Id addSiteOfftake(Edit& edit, base::Id site, const SiteOfftake& row);
base::Id addAttachment(Edit& edit, const Attachment& row);
base::Id addClaim(Edit& edit, base::Id site, const Claim& row);
void updateEstimate(Edit& edit, const Estimate& row);
// Makes these the site's commodities: adds, changes and removes rows as needed.
void setSiteCommodities(Edit& edit, base::Id site, const std::vector<SiteCommodity>& rows);
// A field that is claimed, as claims hold its value; empty for one that is not.
QStringList claimedFields();
bool isClaimedField(const QString& field);
QString siteFieldText(const Site& site, const QString& field);
// Makes this claim the one that stands. `chosenBy`: the person who decided so, as MX:Ana; empty: a
// rule did. What stood before stays as a claim.
void preferClaim(Edit& edit, base::Id claim, const QString& chosenBy);

// Of a table that belongs to sites, by its name in the file ("estimates"); throws for any other.
void removeSiteRow(Edit& edit, const QString& table, base::Id row);

base::Id addSource(Edit& edit, const Source& source);
void updateSource(Edit& edit, const Source& source);
std::optional<Source> readSource(const ReadAccess& access, base::Id id);
std::vector<Source> readSources(const ReadAccess& access); // by title
std::vector<Record> readRecords(const ReadAccess& access, base::Id site);
// Every record, its source and its site (0: none).
void forEachRecord(const ReadAccess& access,
                   const std::function<void(base::Id, base::Id, base::Id)>& visit);

// A row of a file that could not be understood.
struct SetAside
{
    base::Id id = 0;
    base::Id source = 0;
    qint64 line = 0;
    QString column;
    QString value;
    QString reason; // a stable key; setAsideText() says it in words
    std::vector<std::optional<QString>> fields;
};
base::Id addSetAside(Edit& edit, const SetAside& row);
std::vector<SetAside> readSetAside(const ReadAccess& access, base::Id source);
QString setAsideText(const QString& reason);

} // namespace catalogue
