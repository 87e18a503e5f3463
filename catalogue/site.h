// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QPointF>
#include <QString>
#include <optional>
#include <vector>

namespace catalogue {

// In all values of the catalogue: an empty text is a missing one (NULL in the file), id 0 a row
// that is not in the file yet. Dates are ISO 8601 text as exact as the source: YYYY, YYYY-MM,
// YYYY-MM-DD.

// Where a figure was read: a row of sources and the record, page or section in it.
struct Citation
{
    std::optional<base::Id> source;
    QString reference;
    bool operator==(const Citation&) const = default;
};

struct Source
{
    base::Id id = 0;
    QString kind; // vocabulary source_kinds: dataset, document, page, statement
    QString title;
    QString publisher;
    QString published;
    QString licence;
    QString url;
    QString accessed;
    QString fileName;
    QString digest; // SHA-256 of the file
    QString preset; // how it was imported
    QString mapping;
    std::vector<QString> columns;
    QString crs;
    QString operation;
    std::optional<double> positionAccuracyMetres;
    QString note;
    std::optional<int> rank; // how far it is believed, 1 first
};

// A site's own row: the values that stand.
struct Site
{
    base::Id id = 0;
    std::optional<QPointF> lonLat; // degrees of WGS 84
    QString name;
    QString kind;  // vocabulary site_kinds
    QString stage; // vocabulary stages
    QString stageDate;
    QString country; // ISO 3166-1 alpha-2
    QString admin1;
    QString depositType;
    std::optional<double> positionAccuracyMetres;
    Citation cite; // of every value that no claim cites otherwise
    QString handling;
    QString note;
};

struct SiteName
{
    base::Id id = 0;
    QString name;
    QString language;
    Citation cite;
};

struct ExternalId
{
    base::Id id = 0;
    QString system;
    QString value;
};

struct SiteCommodity
{
    base::Id id = 0;
    QString commodity; // vocabulary commodities
    QString role;      // vocabulary commodity_roles
    std::optional<int> position;
    Citation cite;
};

struct Estimate
{
    base::Id id = 0;
    QString commodity;
    QString category;             // vocabulary estimate_categories
    std::optional<double> tonnes; // of ore
    std::optional<double> grade;
    QString gradeUnit;                     // vocabulary grade_units
    std::optional<double> containedTonnes; // of the commodity, as the source states it
    std::optional<double> cutoff;
    QString cutoffUnit;
    QString effectiveDate;
    QString code; // NI 43-101, S-K 1300, JORC …
    Citation cite;
    QString handling;
    QString note;
    // Resources that hold the reserves of the same source within them; nullopt: nobody has said.
    std::optional<bool> includesReserves = {};
    QString unfc = {}; // class as the source states it
};

struct SiteProcess
{
    base::Id id = 0;
    QString process;
    QString feed;
    QString product;
    std::optional<double> capacityTonnesPerYear;
    std::optional<int> year;
    Citation cite;
};

struct SiteOwner
{
    base::Id id = 0;
    QString name;
    std::optional<double> sharePercent;
    QString country;
    QString parent;
    QString asOf;
    Citation cite;
};

struct StageReport
{
    base::Id id = 0;
    QString stage;
    QString date;
    Citation cite;
};

// A permit, concession or consultation, and where it stands.
struct SitePermit
{
    base::Id id = 0;
    QString kind;      // vocabulary permit_kinds
    QString name;      // its number or title
    QString authority; // of a consultation: with whom
    QString status;    // vocabulary permit_statuses
    QString date;      // since when it stands so
    QString expires;
    Citation cite;
    QString handling;
    QString note;
};

// Who has agreed to take what is produced.
struct SiteOfftake
{
    base::Id id = 0;
    QString buyer;
    QString country; // of the buyer
    QString commodity;
    std::optional<double> sharePercent; // of the production
    std::optional<double> tonnesPerYear;
    QString fromDate;
    QString untilDate;
    Citation cite;
    QString handling;
    QString note;
};

// A document or picture about a site or a source.
struct Attachment
{
    base::Id id = 0;
    std::optional<base::Id> site;
    std::optional<base::Id> source;
    QString title;
    QString path;            // relative to the project file; empty: embedded
    QString digest;          // SHA-256
    std::optional<int> page; // where to open it, from 1
    QString handling;
    QString note;
};

// What one source or person says of one field; the preferred one stands in the site's row.
struct Claim
{
    base::Id id = 0;
    QString field; // name, kind, stage, stage_date, country, admin1, deposit_type, note, position
    QString value; // as text; position as "lon lat"; empty: that it is not known
    Citation cite;
    QString claimedOn;
    QString author;
    bool preferred = false;
    QString chosenBy = {}; // who decided that it stands; empty: the rule
};

// One row of an imported file, as it came.
struct Record
{
    base::Id id = 0;
    base::Id source = 0;
    QString key;
    qint64 line = 0;
    std::vector<std::pair<QString, std::optional<QString>>> fields; // header, text
};

// All that the catalogue holds on one site.
struct SiteRecord
{
    Site site;
    std::vector<SiteName> names;
    std::vector<ExternalId> externalIds;
    std::vector<SiteCommodity> commodities;
    std::vector<Estimate> estimates; // largest tonnage first
    std::vector<SiteProcess> processes;
    std::vector<SiteOwner> owners;
    std::vector<StageReport> stages; // oldest first
    std::vector<Claim> claims;
    std::vector<Record> records;
    std::vector<SitePermit> permits;
    std::vector<SiteOfftake> offtakes;
    std::vector<Attachment> attachments;
    std::vector<Source> sources; // every one that is cited above
    const Source* source(const Citation& cite) const;
    // The citation of one of the site's own fields: its preferred claim's, else the site's.
    Citation citeOf(const QString& field) const;
};

} // namespace catalogue
