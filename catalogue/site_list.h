// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "catalogue/site.h"
#include "geo/extent.h"

#include <memory>
#include <set>

namespace catalogue {

class ReadAccess;

// What map and table need of each site, for all of them, in memory. Texts that repeat are shared.
struct SiteSummary
{
    base::Id id = 0;
    std::optional<QPointF> lonLat;
    QString name;
    QString kind;
    QString stage;
    QString country;
    QString admin1;
    std::vector<QString> commodities; // keys, main ones first
    std::optional<double> tonnes;     // the largest estimate's ore
    std::optional<double> grade;      // of the same estimate
    QString gradeUnit;
    QString gradeCommodity;
    QString source; // title of what the site cites
    QString search; // folded name and aliases, for the filter
};

// All sites of a project file at one moment. Never changes: share it.
class SiteList
{
public:
    static std::shared_ptr<const SiteList> load(const ReadAccess& access, base::Progress& progress);

    size_t size() const { return m_sites.size(); }
    const SiteSummary& operator[](size_t row) const { return m_sites[row]; }
    const std::vector<SiteSummary>& sites() const
    {
        return m_sites;
    } // by folded name, nameless ones last
    std::optional<size_t> rowOf(base::Id id) const;

    // The values that occur, each with how many sites have it, most first.
    using Counts = std::vector<std::pair<QString, qint64>>;
    Counts countries() const;
    Counts kinds() const;
    Counts stages() const;
    Counts commodities() const;

private:
    std::vector<SiteSummary> m_sites;
    std::vector<std::pair<base::Id, size_t>> m_rows; // sorted
};

// Which sites to show. An empty set asks for nothing; a set that holds an empty text also takes the
// sites without a value.
struct SiteFilter
{
    std::set<QString> countries;
    std::set<QString> kinds;
    std::set<QString> stages;
    std::set<QString> commodities;      // any of them
    QString text;                       // every word of it occurs in the name or an alias
    std::optional<geo::Extent> degrees; // west > east crosses 180
    bool isEmpty() const;
    bool operator==(const SiteFilter&) const = default;
};
// Row numbers of the sites that pass, in the list's order.
std::vector<size_t> filtered(const SiteList& list, const SiteFilter& filter);

// For the settings of a project file and of the window.
QString filterToJson(const SiteFilter& filter);
SiteFilter filterFromJson(const QString& json);

} // namespace catalogue
