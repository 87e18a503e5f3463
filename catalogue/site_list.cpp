// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_list.h"

#include "catalogue/columns.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace catalogue {

namespace {

constexpr size_t Block = 4096; // rows between looks at the progress

// Texts that repeat, kept once.
class Words
{
public:
    QString shared(const QString& text) { return *m_words.insert(text, text); }

private:
    QHash<QString, QString> m_words;
};

int commodityOrder(const QString& role)
{
    if (role == QLatin1String("main") || role == QLatin1String("product"))
        return 0;
    return role == QLatin1String("by_product") ? 1 : 2;
}

SiteList::Counts counted(const QHash<QString, qint64>& counts)
{
    SiteList::Counts sorted;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        sorted.emplace_back(it.key(), it.value());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
    });
    return sorted;
}

template <class Value>
SiteList::Counts countOf(const std::vector<SiteSummary>& sites, Value&& value)
{
    QHash<QString, qint64> counts;
    for (const SiteSummary& site : sites)
        ++counts[value(site)];
    return counted(counts);
}

} // namespace

std::shared_ptr<const SiteList> SiteList::load(const ReadAccess& access, base::Progress& progress)
{
    auto list = std::make_shared<SiteList>();
    Words words;
    SQLite::Database& database = access.database();
    progress.begin(Text::tr("Reading the sites"));

    QHash<base::Id, QString> sources;
    SQLite::Statement sourceRows(database, "SELECT id, title FROM main.sources");
    while (sourceRows.executeStep())
        sources.insert(sourceRows.getColumn(0).getInt64(), textAt(sourceRows, 1));

    SQLite::Statement rows(database,
                           "SELECT id, geom, name, kind, stage, country, admin1, source_id FROM "
                           "main.sites ORDER BY id");
    std::vector<SiteSummary>& sites = list->m_sites;
    while (rows.executeStep()) {
        if (sites.size() % Block == 0)
            progress.check();
        SiteSummary site;
        site.id = rows.getColumn(0).getInt64();
        const SQLite::Column geometry = rows.getColumn(1);
        if (!geometry.isNull())
            if (const auto position = decodeGpkgPoint(QByteArrayView(
                    static_cast<const char*>(geometry.getBlob()), geometry.getBytes())))
                site.lonLat = QPointF(position->lon, position->lat);
        site.name = textAt(rows, 2);
        site.kind = words.shared(textAt(rows, 3));
        site.stage = words.shared(textAt(rows, 4));
        site.country = words.shared(textAt(rows, 5));
        site.admin1 = words.shared(textAt(rows, 6));
        if (const auto source = idAt(rows, 7))
            site.source = sources.value(*source);
        site.search = folded(site.name);
        sites.push_back(std::move(site));
    }
    progress.check();

    // All by ascending id of the site, so that each table is walked once.
    const auto find = [&sites, at = size_t(0)](base::Id id) mutable -> SiteSummary* {
        while (at < sites.size() && sites[at].id < id)
            ++at;
        return at < sites.size() && sites[at].id == id ? &sites[at] : nullptr;
    };
    {
        auto siteOf = find;
        SQLite::Statement names(database, "SELECT site_id, name FROM main.site_names "
                                          "ORDER BY site_id, id");
        while (names.executeStep())
            if (SiteSummary* site = siteOf(names.getColumn(0).getInt64()))
                site->search += QLatin1Char('\n') + folded(textAt(names, 1));
    }
    {
        auto siteOf = find;
        SQLite::Statement commodity(database,
                                    "SELECT site_id, commodity, role FROM main.site_commodities "
                                    "ORDER BY site_id, position IS NULL, position, id");
        size_t count = 0;
        std::vector<std::pair<int, QString>> found;
        SiteSummary* current = nullptr;
        const auto finish = [&] {
            if (current == nullptr)
                return;
            std::stable_sort(found.begin(), found.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (const auto& [order, key] : found)
                if (std::find(current->commodities.begin(), current->commodities.end(), key) ==
                    current->commodities.end())
                    current->commodities.push_back(key);
            found.clear();
        };
        while (commodity.executeStep()) {
            if (++count % Block == 0)
                progress.check();
            SiteSummary* site = siteOf(commodity.getColumn(0).getInt64());
            if (site != current) {
                finish();
                current = site;
            }
            if (site != nullptr)
                found.emplace_back(commodityOrder(textAt(commodity, 2)),
                                   words.shared(textAt(commodity, 1)));
        }
        finish();
    }
    {
        auto siteOf = find;
        SQLite::Statement estimate(database,
                                   "SELECT site_id, tonnes, grade, grade_unit, commodity FROM "
                                   "main.estimates ORDER BY site_id, tonnes DESC, id");
        SiteSummary* current = nullptr;
        while (estimate.executeStep()) {
            SiteSummary* site = siteOf(estimate.getColumn(0).getInt64());
            if (site == nullptr || site == current)
                continue;
            current = site;
            site->tonnes = realAt(estimate, 1);
            site->grade = realAt(estimate, 2);
            site->gradeUnit = words.shared(textAt(estimate, 3));
            site->gradeCommodity = words.shared(textAt(estimate, 4));
        }
    }
    progress.check();
    std::stable_sort(sites.begin(), sites.end(), [](const SiteSummary& a, const SiteSummary& b) {
        if (a.name.isEmpty() != b.name.isEmpty())
            return b.name.isEmpty();
        const int order = QString::compare(a.search, b.search);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    list->m_rows.reserve(sites.size());
    for (size_t row = 0; row < sites.size(); ++row)
        list->m_rows.emplace_back(sites[row].id, row);
    std::sort(list->m_rows.begin(), list->m_rows.end());
    return list;
}

std::optional<size_t> SiteList::rowOf(base::Id id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), std::pair(id, size_t(0)));
    return found != m_rows.end() && found->first == id ? std::optional(found->second)
                                                       : std::nullopt;
}

SiteList::Counts SiteList::countries() const
{
    return countOf(m_sites, [](const SiteSummary& site) { return site.country; });
}

SiteList::Counts SiteList::kinds() const
{
    return countOf(m_sites, [](const SiteSummary& site) { return site.kind; });
}

SiteList::Counts SiteList::stages() const
{
    return countOf(m_sites, [](const SiteSummary& site) { return site.stage; });
}

SiteList::Counts SiteList::commodities() const
{
    QHash<QString, qint64> counts;
    for (const SiteSummary& site : m_sites) {
        for (const QString& commodity : site.commodities)
            ++counts[commodity];
        if (site.commodities.empty())
            ++counts[QString()];
    }
    return counted(counts);
}

bool SiteFilter::isEmpty() const
{
    return *this == SiteFilter{};
}

std::vector<size_t> filtered(const SiteList& list, const SiteFilter& filter)
{
    const QStringList wanted = folded(filter.text).split(u' ', Qt::SkipEmptyParts);
    const auto passes = [](const std::set<QString>& set, const QString& value) {
        return set.empty() || set.contains(value);
    };
    std::vector<size_t> rows;
    for (size_t row = 0; row < list.size(); ++row) {
        const SiteSummary& site = list[row];
        if (!passes(filter.countries, site.country) || !passes(filter.kinds, site.kind) ||
            !passes(filter.stages, site.stage))
            continue;
        if (!filter.commodities.empty() &&
            !(site.commodities.empty() && filter.commodities.contains(QString())) &&
            std::none_of(
                site.commodities.begin(), site.commodities.end(),
                [&](const QString& commodity) { return filter.commodities.contains(commodity); }))
            continue;
        if (filter.degrees) {
            const geo::Extent& box = *filter.degrees;
            if (!site.lonLat || site.lonLat->y() < box.south || site.lonLat->y() > box.north)
                continue;
            const double x = site.lonLat->x();
            if (box.west <= box.east ? x < box.west || x > box.east : x < box.west && x > box.east)
                continue;
        }
        if (!std::all_of(wanted.begin(), wanted.end(),
                         [&](const QString& word) { return site.search.contains(word); }))
            continue;
        rows.push_back(row);
    }
    return rows;
}

QString filterToJson(const SiteFilter& filter)
{
    QJsonObject object;
    const auto put = [&](const char* key, const std::set<QString>& set) {
        QJsonArray values;
        for (const QString& value : set)
            values.append(value);
        if (!values.isEmpty())
            object.insert(QLatin1String(key), values);
    };
    put("countries", filter.countries);
    put("kinds", filter.kinds);
    put("stages", filter.stages);
    put("commodities", filter.commodities);
    if (!filter.text.isEmpty())
        object.insert(QLatin1String("text"), filter.text);
    if (filter.degrees)
        object.insert(QLatin1String("degrees"),
                      QJsonArray{filter.degrees->west, filter.degrees->south, filter.degrees->east,
                                 filter.degrees->north});
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SiteFilter filterFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    SiteFilter filter;
    const auto take = [&](const char* key, std::set<QString>& set) {
        for (const QJsonValue& value : object.value(QLatin1String(key)).toArray())
            set.insert(value.toString());
    };
    take("countries", filter.countries);
    take("kinds", filter.kinds);
    take("stages", filter.stages);
    take("commodities", filter.commodities);
    filter.text = object.value(QLatin1String("text")).toString();
    const QJsonArray box = object.value(QLatin1String("degrees")).toArray();
    if (box.size() == 4)
        filter.degrees =
            geo::Extent{box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
    return filter;
}

} // namespace catalogue
