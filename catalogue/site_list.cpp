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
#include <climits>
#include <functional>
#include <numeric>
#include <tuple>

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

// Where a site stands by its id.
using PlaceOf = std::function<std::optional<quint32>(base::Id)>;

void readNames(SQLite::Database& database, std::vector<SiteSummary>& sites, const PlaceOf& placeOf)
{
    struct Name
    {
        quint32 site = 0;
        base::Id id = 0;
        QString folded;
    };
    std::vector<Name> names;
    SQLite::Statement row(database, "SELECT site_id, id, name FROM main.site_names");
    while (row.executeStep())
        if (const auto site = placeOf(row.getColumn(0).getInt64()))
            names.push_back({*site, row.getColumn(1).getInt64(), folded(textAt(row, 2))});
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
        return std::pair(a.site, a.id) < std::pair(b.site, b.id);
    });
    for (const Name& name : names)
        sites[name.site].search += QLatin1Char('\n') + name.folded;
}

void readCommodities(SQLite::Database& database, std::vector<SiteSummary>& sites,
                     const PlaceOf& placeOf, Words& words)
{
    struct Commodity
    {
        quint32 site = 0;
        int role = 0;
        int position = 0; // those without one come last
        base::Id id = 0;
        QString key;
    };
    std::vector<Commodity> found;
    SQLite::Statement row(database, "SELECT site_id, id, commodity, role, position FROM "
                                    "main.site_commodities");
    while (row.executeStep())
        if (const auto site = placeOf(row.getColumn(0).getInt64()))
            found.push_back({*site, commodityOrder(textAt(row, 3)),
                             integerAt(row, 4).value_or(INT_MAX), row.getColumn(1).getInt64(),
                             words.shared(textAt(row, 2))});
    std::sort(found.begin(), found.end(), [](const Commodity& a, const Commodity& b) {
        return std::tie(a.site, a.role, a.position, a.id) <
               std::tie(b.site, b.role, b.position, b.id);
    });
    for (const Commodity& each : found) {
        std::vector<QString>& keys = sites[each.site].commodities;
        if (std::find(keys.begin(), keys.end(), each.key) == keys.end())
            keys.push_back(each.key);
    }
}

// Of each site the estimate of the most ore.
void readEstimates(SQLite::Database& database, std::vector<SiteSummary>& sites,
                   const PlaceOf& placeOf, Words& words)
{
    std::vector<base::Id> chosen(sites.size(), 0);
    SQLite::Statement row(
        database, "SELECT site_id, id, tonnes, grade, grade_unit, commodity FROM main.estimates");
    while (row.executeStep()) {
        const auto place = placeOf(row.getColumn(0).getInt64());
        if (!place)
            continue;
        SiteSummary& site = sites[*place];
        const base::Id id = row.getColumn(1).getInt64();
        const std::optional<double> tonnes = realAt(row, 2);
        base::Id& before = chosen[*place];
        if (before != 0 && (tonnes == site.tonnes ? id > before : !(tonnes > site.tonnes)))
            continue;
        before = id;
        site.tonnes = tonnes;
        site.grade = realAt(row, 3);
        site.gradeUnit = words.shared(textAt(row, 4));
        site.gradeCommodity = words.shared(textAt(row, 5));
    }
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

    // Each table as it lies on the disk: looking its rows up by site costs many times as much.
    std::vector<base::Id> ids;
    ids.reserve(sites.size());
    for (const SiteSummary& site : sites)
        ids.push_back(site.id);
    const auto placeOf = [&ids](base::Id id) -> std::optional<quint32> {
        const auto at = std::lower_bound(ids.begin(), ids.end(), id);
        return at != ids.end() && *at == id ? std::optional(quint32(at - ids.begin()))
                                            : std::nullopt;
    };
    readNames(database, sites, placeOf);
    progress.check();
    readCommodities(database, sites, placeOf, words);
    progress.check();
    readEstimates(database, sites, placeOf, words);
    progress.check();

    std::vector<quint32> order(sites.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        const SiteSummary& first = sites[a];
        const SiteSummary& second = sites[b];
        if (first.name.isEmpty() != second.name.isEmpty())
            return second.name.isEmpty();
        const int compared = QString::compare(first.search, second.search);
        return compared != 0 ? compared < 0 : a < b; // ids ascend
    });
    std::vector<SiteSummary> sorted;
    sorted.reserve(sites.size());
    for (const quint32 place : order)
        sorted.push_back(std::move(sites[place]));
    sites = std::move(sorted);
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
