// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_link.h"

#include "catalogue/vocabulary.h"
#include "geo/feature_outline.h"
#include "geo/feature_table.h"
#include "geo/overview.h"
#include "widgets/map_canvas.h"
#include "widgets/raster_values.h"

namespace widgets {

std::optional<UnitAt> unitAt(const Workspace& workspace, QPointF lonLat)
{
    if (!workspace.isOpen())
        return {};
    const char* const own = workspace.language() == base::Language::Spanish ? "name_es" : "name_en";
    const auto& layers = workspace.state().layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        const auto loaded = workspace.layers().find(layer->id);
        if (!layer->visible || layer->purpose == QLatin1String("boundaries") ||
            layer->purpose == QLatin1String("places") || loaded == workspace.layers().end() ||
            !loaded->second.features)
            continue;
        const geo::FeatureTable& features = *loaded->second.features;
        const auto found = workspace.featuresAt(loaded->second, lonLat, 0);
        if (found.empty() || features.kind(found.front().feature) != geo::GeometryKind::Polygon)
            continue;
        const std::uint32_t polygon = found.front().feature;
        for (const QString& field :
             {QString::fromLatin1(own), QStringLiteral("name"), QStringLiteral("name_en"),
              QStringLiteral("unit"), QStringLiteral("mapunit"), QStringLiteral("label"),
              layer->style.field})
            if (const geo::Column* column = features.column(field);
                column != nullptr && !column->isMissing(polygon))
                return UnitAt{layer->id, polygon, column->text(polygon)};
        return UnitAt{layer->id, polygon, {}};
    }
    return {};
}

MapLink::MapLink(Workspace& workspace, MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_canvas(canvas)
    , m_values(new RasterValues(workspace, this))
{
    for (const auto signal :
         {&Workspace::projectChanged, &Workspace::stateChanged, &Workspace::layersChanged,
          &Workspace::draftsChanged, &Workspace::previewChanged, &Workspace::filterChanged,
          &Workspace::languageChanged, &Workspace::evaluationChanged,
          &Workspace::siteDisplayChanged})
        connect(&workspace, signal, this, &MapLink::showContent);
    connect(&workspace, &Workspace::selectionChanged, this, &MapLink::showSelection);

    connect(&canvas, &MapCanvas::siteClicked, this, [this](base::Id id, bool extend) {
        std::set<base::Id> sites = extend ? m_workspace.selectedSites() : std::set<base::Id>();
        if (!sites.insert(id).second)
            sites.erase(id);
        m_workspace.selectSites(sites);
    });
    connect(&canvas, &MapCanvas::sitesBoxed, this,
            [this](const std::vector<base::Id>& ids, bool extend) {
                std::set<base::Id> sites =
                    extend ? m_workspace.selectedSites() : std::set<base::Id>();
                sites.insert(ids.begin(), ids.end());
                m_workspace.selectSites(sites);
            });
    connect(&canvas, &MapCanvas::placeClicked, this, [this](QPointF lonLat) {
        if (m_workspace.isOpen())
            m_workspace.selectPlace(lonLat, m_canvas.reachMetres());
    });
    connect(&canvas, &MapCanvas::viewChanged, this, [this] {
        if (m_canvas.view().centre() != m_fittedCentre)
            m_fitsLayers = false;
    });
    connect(&canvas, &MapCanvas::hovered, this, &MapLink::hovered);
    connect(&canvas, &MapCanvas::clusterHovered, this, &MapLink::clusterHovered);
    connect(m_values, &RasterValues::arrived, this, [this] {
        if (m_place)
            hovered(m_place, m_site);
    });
    showContent();
}

std::vector<geo::ProjectArrow> MapLink::arrows() const
{
    std::vector<catalogue::Project> projects;
    for (const shortlist::Candidate& candidate : m_workspace.state().round.candidates)
        projects.push_back(candidate.project);
    return report::projectArrows(projects, *m_workspace.state().sites, m_workspace.language(),
                                 m_workspace.selectedProject());
}

void MapLink::showContent()
{
    if (!m_workspace.isOpen()) {
        m_sites.reset();
        m_list.reset();
        m_canvas.setContent(geo::MapSnapshot(geo::MapView(geo::Crs::wgs84(), m_canvas.size())));
        return;
    }
    const ProjectState& state = m_workspace.state();
    report::SiteScores scores;
    if (const auto* evaluation = m_workspace.evaluation())
        scores = report::siteScores(*m_workspace.evaluatedRound(), *evaluation);
    if (!m_sites || m_list != state.sites || m_rows != m_workspace.shownRows() ||
        !(m_display == m_workspace.siteDisplay()) || m_scores != scores) {
        m_list = state.sites;
        m_rows = m_workspace.shownRows();
        m_display = m_workspace.siteDisplay();
        m_scores = std::move(scores);
        m_sites = report::mapSites(*m_list, m_rows, m_display, m_scores);
    }
    geo::MapSnapshot content = m_canvas.content().view.crs() == state.mapCrs
                                   ? geo::MapSnapshot(m_canvas.content().view)
                                   : geo::MapSnapshot(geo::MapView(state.mapCrs, m_canvas.size()));
    content.layers = shownLayers();
    for (const auto& [number, offer] : m_workspace.openLayers().offers().all()) {
        catalogue::LoadedLayer added;
        added.layer = offer.layer;
        added.raster = offer.raster;
        geo::MapLayer shown = catalogue::mapLayer(added);
        shown.drafts = offer.drafts;
        shown.visible = true;
        content.layers.push_back(std::move(shown));
    }
    if (m_display.visible)
        content.sites = m_sites;
    content.siteDrawing = report::siteDrawing(m_display);
    content.decorations = m_canvas.content().decorations;
    content.decorations.siteLabels = m_display.labels;
    content.arrows = arrows();
    m_project = m_workspace.selectedProject();
    content.siteWords = report::siteWords();
    content.selected = m_workspace.selectedSites();
    content.language = m_workspace.language();
    if (m_swipe)
        m_canvas.setBehind(behindCurtain());
    m_canvas.setContent(content);
    fitLayers();
}

void MapLink::setSwipe(const std::optional<Swipe>& swipe)
{
    if (m_swipe == swipe)
        return;
    m_swipe = swipe;
    if (!m_swipe)
        m_canvas.setBehind({});
    showContent();
}

// As the layer says it is drawn, which a preview or a theme may say otherwise than the project;
// nullopt where nothing of it was read yet.
std::optional<geo::MapLayer> MapLink::mapLayer(const catalogue::Layer& layer) const
{
    const auto loaded = m_workspace.layers().find(layer.id);
    if (m_workspace.openLayers().isDrawn(layer.id)) {
        catalogue::LoadedLayer drawn = loaded->second;
        drawn.layer.style = layer.style;
        drawn.layer.opacity = layer.opacity;
        drawn.layer.visible = layer.visible;
        return catalogue::mapLayer(drawn);
    }
    auto drafts = m_workspace.openLayers().drafts(layer.id);
    if (drafts.empty())
        return {};
    catalogue::LoadedLayer reading;
    reading.layer = layer;
    geo::MapLayer drawn = catalogue::mapLayer(reading);
    drawn.drafts = std::move(drafts);
    drawn.visible = layer.visible;
    return drawn;
}

// All but one.
std::vector<geo::MapLayer> MapLink::shownLayers(std::optional<base::Id> without) const
{
    std::vector<geo::MapLayer> layers;
    for (const catalogue::Layer& layer : m_workspace.state().layers) {
        const catalogue::Layer* preview = m_workspace.previewed(layer.id);
        if (layer.id == without)
            continue;
        if (auto shown = mapLayer(preview != nullptr ? *preview : layer))
            layers.push_back(std::move(*shown));
    }
    return layers;
}

std::vector<geo::MapLayer> MapLink::behindCurtain() const
{
    if (m_swipe->without)
        return shownLayers(m_swipe->without);
    if (!m_swipe->theme) {
        const auto& all = m_workspace.state().layers;
        const auto uppermost =
            std::find_if(all.rbegin(), all.rend(), [](const auto& layer) { return layer.visible; });
        return shownLayers(uppermost != all.rend() ? std::optional(uppermost->id) : std::nullopt);
    }
    std::vector<geo::MapLayer> layers;
    for (const catalogue::Layer& layer :
         catalogue::layersIn(*m_swipe->theme, m_workspace.state().layers))
        if (auto drawn = mapLayer(layer))
            layers.push_back(std::move(*drawn));
    return layers;
}

void MapLink::showSelection()
{
    if (!m_workspace.isOpen())
        return;
    m_canvas.setSelection(m_workspace.selectedSites());
    if (m_project != m_workspace.selectedProject()) {
        m_project = m_workspace.selectedProject();
        m_canvas.setArrows(arrows());
    }
}

void MapLink::fitSites()
{
    if (!m_workspace.isOpen())
        return;
    const catalogue::SiteList& list = *m_workspace.state().sites;
    const auto& rows = m_workspace.shownRows();
    m_fitsLayers = std::none_of(rows.begin(), rows.end(),
                                [&](size_t row) { return list[row].lonLat.has_value(); });
    fit(report::homeExtent(list, rows, m_canvas.content().layers));
}

void MapLink::fit(const geo::Extent& degrees)
{
    geo::MapView view = m_canvas.view();
    view.fitLonLat(degrees);
    m_fittedCentre = view.centre();
    m_canvas.setView(view);
}

void MapLink::fitLayers()
{
    if (!m_fitsLayers)
        return;
    const geo::Extent degrees = geo::degreesOf(m_canvas.content().layers);
    if (degrees.isEmpty())
        return;
    fit(degrees);
    // One that is still being read comes into view as well.
    m_fitsLayers = m_workspace.layers().size() < m_workspace.state().layers.size();
}

void MapLink::fitSelection()
{
    if (!m_workspace.isOpen())
        return;
    const catalogue::SiteList& list = *m_workspace.state().sites;
    std::vector<size_t> rows;
    for (const base::Id id : m_workspace.selectedSites())
        if (const auto row = list.rowOf(id); row && list[*row].lonLat)
            rows.push_back(*row);
    if (rows.empty())
        return;
    geo::Extent degrees = report::extentOf(list, rows);
    constexpr double Room = 0.02; // degrees about a single site: some two kilometres
    degrees.west -= Room;
    degrees.south -= Room;
    degrees.east += Room;
    degrees.north += Room;
    m_canvas.fitLonLat(degrees);
}

void MapLink::showSite(base::Id site)
{
    if (!m_workspace.isOpen())
        return;
    const auto row = m_workspace.state().sites->rowOf(site);
    if (row && (*m_workspace.state().sites)[*row].lonLat)
        m_canvas.centreOn(*(*m_workspace.state().sites)[*row].lonLat);
}

QString MapLink::siteWords(base::Id site) const
{
    const auto row = m_workspace.state().sites->rowOf(site);
    if (!row)
        return {};
    const catalogue::SiteSummary& summary = (*m_workspace.state().sites)[*row];
    const base::Language language = m_workspace.language();
    QStringList parts{catalogue::siteKinds().label(summary.kind, language),
                      catalogue::stages().label(summary.stage, language)};
    parts.removeAll(QString());
    return parts.isEmpty()
               ? summary.name
               : QStringLiteral("%1 (%2)").arg(summary.name, parts.join(QStringLiteral(", ")));
}

void MapLink::clusterHovered(const geo::SiteCluster& cluster)
{
    const QLocale locale = base::localeOf(m_workspace.language());
    QStringList parts;
    for (const auto& [kind, count] : cluster.kinds) {
        const QString name = catalogue::siteKinds().label(kind, m_workspace.language());
        parts << QStringLiteral("%1: %2").arg(name.isEmpty() ? tr("Kind not stated") : name,
                                              locale.toString(count));
    }
    m_canvas.setToolTip(tr("%1 sites").arg(locale.toString(cluster.count)) + QLatin1Char('\n') +
                        parts.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                        tr("Click to see them apart."));
}

void MapLink::outlineUnit(const std::optional<UnitAt>& unit, QPointF lonLat)
{
    const std::pair now(unit ? unit->layer : 0, unit ? unit->feature : 0);
    const double scale = m_canvas.view().unitsPerPixel();
    if (m_outlined && *m_outlined == now && m_outlinedAt == scale)
        return;
    m_outlined = now;
    m_outlinedAt = scale;
    QPainterPath outline;
    if (unit) {
        const auto loaded = m_workspace.layers().find(unit->layer);
        if (loaded != m_workspace.layers().end())
            if (const auto cooked = m_workspace.prepared()->layerIfReady(
                    loaded->second.features, m_workspace.state().toMap)) {
                QPointF place = lonLat;
                m_workspace.state().toMap.forward(std::span(&place, 1));
                outline = geo::featureOutline(*cooked, unit->feature, place, scale);
            }
    }
    m_canvas.setOutline(outline);
}

void MapLink::hovered(const std::optional<QPointF>& lonLat, const std::optional<base::Id>& site)
{
    m_place = lonLat;
    m_site = site;
    std::optional<UnitAt> unit;
    if (lonLat && m_workspace.isOpen())
        unit = unitAt(m_workspace, *lonLat);
    outlineUnit(unit, lonLat.value_or(QPointF()));
    QStringList words;
    if (lonLat && m_workspace.isOpen()) {
        if (site)
            words << siteWords(*site);
        if (unit)
            words << unit->name;
        words << m_values->uppermost(*lonLat);
        words.removeAll(QString());
    }
    m_canvas.setToolTip(words.join(QLatin1Char('\n')));
    Q_EMIT pointed(lonLat, words.join(QStringLiteral(" – ")));
}

} // namespace widgets
