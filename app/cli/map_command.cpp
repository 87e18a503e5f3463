// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "geo/map_renderer.h"
#include "report/project_map.h"

#include <QImage>
#include <QJsonObject>
#include <QSaveFile>
#include <numeric>

namespace cli {

namespace {

class Map : public Command
{
    std::string m_file;
    std::string m_out;
    std::string m_extent;
    std::string m_size = "1920x1080";
    std::string m_crs;
    double m_scale = 1;
    bool m_noLegend = false;
    bool m_noGraticule = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("map", "Draw the map as a PNG");
        addFile(*sub, m_file);
        sub->add_option("-o,--output", m_out, "The picture to write")->required();
        sub->add_option("--extent", m_extent, "W,S,E,N in degrees, WGS 84");
        sub->add_option("--size", m_size, "Pixels, as in 1920x1080");
        sub->add_option("--crs", m_crs, "CRS of the map, instead of the project's own");
        sub->add_option("--scale", m_scale, "Device pixels to a pixel of --size (2: twice as fine)")
            ->check(CLI::Range(0.5, 8.0));
        sub->add_flag("--no-legend", m_noLegend, "Leave the legend out");
        sub->add_flag("--no-graticule", m_noGraticule, "Leave the graticule out");
        return sub;
    }

    void run(Context& context) override
    {
        const QStringList parts = toQString(m_size).split(u'x');
        const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
        if (parts.size() != 2 || size.width() < 16 || size.height() < 16 || size.width() > 20000 ||
            size.height() > 20000)
            throw UsageError(
                QStringLiteral("“%1” is no size such as 1920x1080.").arg(toQString(m_size)));
        if (!toQString(m_out).endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
            throw UsageError(QStringLiteral("“%1” does not end in .png.").arg(toQString(m_out)));
        std::optional<Box> box;
        if (!m_extent.empty())
            box = parseBox(m_extent);
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const report::MapContent content = report::readMapContent(*file, context.progress());
        for (const catalogue::LoadedLayer& layer : content.layers) {
            context.issues(layer.issues);
            if (!layer.problem.isEmpty())
                context.issues({{base::Severity::Warning, layer.problem, {}}});
        }
        geo::MapView view(m_crs.empty() ? content.crs : geo::Crs::fromText(toQString(m_crs)),
                          QSizeF(size));
        std::vector<size_t> rows(content.sites->size());
        std::iota(rows.begin(), rows.end(), size_t(0));
        view.fitLonLat(box ? geo::Extent{box->west, box->south, box->east, box->north}
                           : report::homeExtent(*content.sites, rows));
        geo::MapSnapshot snapshot = report::mapSnapshot(content, view, context.language);
        snapshot.devicePixelRatio = m_scale;
        snapshot.decorations.legend = !m_noLegend;
        snapshot.decorations.graticule = !m_noGraticule;
        geo::PreparedCache cache;
        std::vector<base::Issue> issues;
        const QImage image = geo::renderMap(snapshot, cache, context.progress(), &issues);
        context.issues(issues);
        QSaveFile out(toQString(m_out));
        if (!out.open(QIODevice::WriteOnly) || !image.save(&out, "PNG") || !out.commit())
            throw base::Error(QStringLiteral("“%1” could not be written. Is its folder there, and "
                                             "is there room?")
                                  .arg(toQString(m_out)),
                              out.errorString());
        context.done(QStringLiteral("Drew %1.").arg(toQString(m_out)));
        context.value(QJsonObject{{QStringLiteral("file"), toQString(m_out)},
                                  {QStringLiteral("width"), image.width()},
                                  {QStringLiteral("height"), image.height()}});
    }
};

} // namespace

std::unique_ptr<Command> makeMap()
{
    return std::make_unique<Map>();
}

} // namespace cli
