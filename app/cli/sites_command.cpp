// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/csv.h"
#include "catalogue/site_list.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {

namespace {

QJsonValue json(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject toJson(const catalogue::SiteSummary& site)
{
    QJsonArray commodities;
    for (const QString& key : site.commodities)
        commodities.append(key);
    const auto text = [](const QString& value) {
        return value.isEmpty() ? QJsonValue() : QJsonValue(value);
    };
    return {{QStringLiteral("id"), site.id},
            {QStringLiteral("name"), text(site.name)},
            {QStringLiteral("kind"), text(site.kind)},
            {QStringLiteral("stage"), text(site.stage)},
            {QStringLiteral("country"), text(site.country)},
            {QStringLiteral("admin1"), text(site.admin1)},
            {QStringLiteral("lon"), site.lonLat ? QJsonValue(site.lonLat->x()) : QJsonValue()},
            {QStringLiteral("lat"), site.lonLat ? QJsonValue(site.lonLat->y()) : QJsonValue()},
            {QStringLiteral("commodities"), commodities},
            {QStringLiteral("tonnes"), json(site.tonnes)},
            {QStringLiteral("grade"), json(site.grade)},
            {QStringLiteral("grade_unit"), text(site.gradeUnit)},
            {QStringLiteral("source"), text(site.source)}};
}

class Sites : public Command
{
    std::string m_file;
    std::vector<std::string> m_countries;
    std::vector<std::string> m_kinds;
    std::vector<std::string> m_stages;
    std::vector<std::string> m_commodities;
    std::string m_text;
    std::string m_box;
    std::string m_format = "table";

    static std::set<QString> keys(const catalogue::Vocabulary& words,
                                  const std::vector<std::string>& given)
    {
        std::set<QString> result;
        for (const std::string& each : given)
            result.insert(parseTerm(words, each));
        return result;
    }

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("sites", "List sites");
        addFile(*sub, m_file);
        sub->add_option("--country", m_countries, "Country; may be repeated")
            ->allow_extra_args(false);
        sub->add_option("--kind", m_kinds, "Kind of site; may be repeated")
            ->allow_extra_args(false);
        sub->add_option("--stage", m_stages, "Stage; may be repeated")->allow_extra_args(false);
        sub->add_option("--commodity", m_commodities, "Commodity; may be repeated")
            ->allow_extra_args(false);
        sub->add_option("--text", m_text, "Words in the name or an alias");
        sub->add_option("--bbox", m_box, "W,S,E,N in degrees, WGS 84");
        sub->add_option("--format", m_format, "table, csv, json or geojson")
            ->check(CLI::IsMember({"table", "csv", "json", "geojson"}));
        return sub;
    }

    void run(Context& context) override
    {
        catalogue::SiteFilter filter;
        filter.countries = keys(catalogue::countries(), m_countries);
        filter.kinds = keys(catalogue::siteKinds(), m_kinds);
        filter.stages = keys(catalogue::stages(), m_stages);
        filter.commodities = keys(catalogue::commodities(), m_commodities);
        filter.text = toQString(m_text);
        if (!m_box.empty()) {
            const Box box = parseBox(m_box);
            filter.degrees = geo::Extent{box.west, box.south, box.east, box.north};
        }
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        std::shared_ptr<const catalogue::SiteList> list;
        file->read([&](const catalogue::ReadAccess& access) {
            list = catalogue::SiteList::load(access, context.progress());
        });
        const std::vector<size_t> rows = catalogue::filtered(*list, filter);
        if (m_format == "geojson")
            printGeoJson(context, *list, rows);
        else if (m_format == "json" || context.json)
            printJson(context, *list, rows);
        else if (m_format == "csv")
            printCsv(context, *list, rows);
        else
            printTable(context, *list, rows);
    }

private:
    static void print(Context& context, const QByteArray& bytes)
    {
        const bool json = std::exchange(context.json, false);
        context.line(QString::fromUtf8(bytes).trimmed());
        context.json = json;
    }

    static void printJson(Context& context, const catalogue::SiteList& list,
                          const std::vector<size_t>& rows)
    {
        QJsonArray sites;
        for (const size_t row : rows)
            sites.append(toJson(list[row]));
        print(context, QJsonDocument(sites).toJson(QJsonDocument::Indented));
    }

    static void printGeoJson(Context& context, const catalogue::SiteList& list,
                             const std::vector<size_t>& rows)
    {
        QJsonArray features;
        for (const size_t row : rows) {
            const catalogue::SiteSummary& site = list[row];
            QJsonObject properties = toJson(site);
            properties.remove(QStringLiteral("lon"));
            properties.remove(QStringLiteral("lat"));
            QJsonValue geometry;
            if (site.lonLat)
                geometry = QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                                       {QStringLiteral("coordinates"),
                                        QJsonArray{site.lonLat->x(), site.lonLat->y()}}};
            features.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("Feature")},
                                        {QStringLiteral("id"), site.id},
                                        {QStringLiteral("geometry"), geometry},
                                        {QStringLiteral("properties"), properties}});
        }
        print(context, QJsonDocument(QJsonObject{{QStringLiteral("type"),
                                                  QStringLiteral("FeatureCollection")},
                                                 {QStringLiteral("features"), features}})
                           .toJson(QJsonDocument::Indented));
    }

    static void printCsv(const Context& context, const catalogue::SiteList& list,
                         const std::vector<size_t>& rows)
    {
        context.line(QStringLiteral("id,name,kind,stage,country,admin1,lon,lat,commodities,tonnes,"
                                    "grade,grade_unit,source"));
        for (const size_t row : rows) {
            catalogue::CsvLine line;
            const catalogue::SiteSummary& site = list[row];
            line.integer(site.id).text(site.name).raw(site.kind).raw(site.stage).raw(site.country);
            line.text(site.admin1);
            line.number(site.lonLat ? std::optional(site.lonLat->x()) : std::nullopt);
            line.number(site.lonLat ? std::optional(site.lonLat->y()) : std::nullopt);
            line.raw(QStringList(site.commodities.begin(), site.commodities.end())
                         .join(QStringLiteral("; ")));
            line.number(site.tonnes).number(site.grade).raw(site.gradeUnit).text(site.source);
            context.line(QString::fromUtf8(line.bytes()).chopped(2));
        }
    }

    static void printTable(const Context& context, const catalogue::SiteList& list,
                           const std::vector<size_t>& rows)
    {
        const base::Language language = context.language;
        std::vector<QStringList> lines;
        lines.reserve(rows.size());
        for (const size_t row : rows) {
            const catalogue::SiteSummary& site = list[row];
            QStringList commodities;
            for (const QString& key : site.commodities)
                commodities << catalogue::commodities().label(key, language);
            lines.push_back({QString::number(site.id), site.name,
                             catalogue::siteKinds().label(site.kind, language),
                             catalogue::stages().label(site.stage, language), site.country,
                             commodities.join(QStringLiteral(", "))});
        }
        context.table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("kind"),
                       QStringLiteral("stage"), QStringLiteral("country"),
                       QStringLiteral("commodities")},
                      lines);
        context.say(QStringLiteral("%1 of %2 sites").arg(rows.size()).arg(list.size()));
    }
};

} // namespace

std::unique_ptr<Command> makeSites()
{
    return std::make_unique<Sites>();
}

} // namespace cli
