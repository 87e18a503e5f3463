// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/site_list.h"
#include "catalogue/site_store.h"
#include "geo/feature_layer.h"
#include "geo/identify.h"
#include "geo/kept_layer.h"
#include "geo/measure.h"
#include "geo/raster_source.h"
#include "report/project_map.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Identify : public Command
{
    std::string m_file;
    std::string m_place;
    double m_tolerance = 5000;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("identify", "Say what lies at a place");
        addFile(*sub, m_file);
        sub->add_option("PLACE", m_place, "LON,LAT in degrees, WGS 84")->required();
        sub->add_option("--tolerance", m_tolerance, "Metres around it (5000)");
        return sub;
    }

    void run(Context& context) override
    {
        const QPointF place = parsePlace(m_place);
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const report::MapContent content = report::readMapContent(*file, context.progress());
        QJsonArray layers;
        for (auto layer = content.layers.rbegin(); layer != content.layers.rend(); ++layer) {
            const QString name = layer->layer.nameIn(context.language);
            if (layer->features)
                layers.append(features(
                    context, name, *geo::wholeLayer(layer->features, context.progress()), place));
            else if (layer->raster)
                layers.append(values(context, name, *layer->raster, place));
            else
                context.issues({{base::Severity::Warning, layer->problem, {}}});
        }
        QJsonArray sites;
        std::vector<std::pair<double, const catalogue::SiteSummary*>> near;
        for (const catalogue::SiteSummary& site : content.sites->sites())
            if (site.lonLat) {
                const double metres = geo::geodesicMetres(place, *site.lonLat);
                if (metres <= m_tolerance)
                    near.emplace_back(metres, &site);
            }
        std::sort(near.begin(), near.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [metres, site] : near) {
            context.line(QStringLiteral("Site: %1, %2, %3 km; %4")
                             .arg(site->name,
                                  catalogue::siteKinds().label(site->kind, context.language),
                                  QString::number(metres / 1000, 'f', 2), site->source));
            sites.append(QJsonObject{{QStringLiteral("id"), site->id},
                                     {QStringLiteral("name"), site->name},
                                     {QStringLiteral("metres"), metres},
                                     {QStringLiteral("source"), site->source}});
        }
        context.value(
            QJsonObject{{QStringLiteral("layers"), layers}, {QStringLiteral("sites"), sites}});
    }

private:
    QJsonObject features(const Context& context, const QString& name,
                         const geo::FeatureLayer& layer, QPointF place) const
    {
        QJsonArray found;
        for (const geo::Identified& each : geo::identify(layer, place, m_tolerance)) {
            QJsonObject attributes;
            QStringList words;
            for (const geo::Column& column : layer.columns()) {
                if (column.isMissing(each.feature))
                    continue;
                attributes.insert(column.field().name,
                                  QJsonValue::fromVariant(column.value(each.feature)));
                words << column.field().name + QLatin1Char('=') + column.text(each.feature);
            }
            context.line(QStringLiteral("%1 (%2 km): %3")
                             .arg(name, QString::number(each.metres / 1000, 'f', 2),
                                  words.join(QStringLiteral("; "))));
            found.append(QJsonObject{{QStringLiteral("metres"), each.metres},
                                     {QStringLiteral("attributes"), attributes}});
        }
        return {{QStringLiteral("layer"), name}, {QStringLiteral("features"), found}};
    }

    static QJsonObject values(const Context& context, const QString& name,
                              const geo::RasterSource& raster, QPointF place)
    {
        QJsonArray values;
        QStringList words;
        for (const std::optional<double>& value : raster.valueAt(place)) {
            values.append(value ? QJsonValue(*value) : QJsonValue());
            words << (value ? QString::number(*value, 'g', 8) : QStringLiteral("–"));
        }
        const QString unit = raster.unit();
        if (!unit.isEmpty() && !values.first().isNull())
            words.first() += QLatin1Char(' ') + unit;
        context.line(QStringLiteral("%1: %2").arg(name, words.join(QStringLiteral(", "))));
        QJsonObject found{{QStringLiteral("layer"), name}, {QStringLiteral("values"), values}};
        if (!unit.isEmpty())
            found.insert(QStringLiteral("unit"), unit);
        return found;
    }
};

} // namespace

std::unique_ptr<Command> makeIdentify()
{
    return std::make_unique<Identify>();
}

} // namespace cli
