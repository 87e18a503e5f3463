// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_map.h"

#include "catalogue/sample_sites.h"
#include "widgets/map_canvas.h"

#include <QLabel>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr double LeastDegrees = 2;          // of what is shown
constexpr double Room = 0.08;               // about the points, of their extent
const geo::Extent Usual{-118, 14, -86, 50}; // as long as there are none

} // namespace

ImportMap::ImportMap(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_sites(std::make_shared<const geo::Sites>())
    , m_canvas(new MapCanvas)
    , m_part(new QLabel)
{
    m_canvas->setAccessibleName(tr("Where the sites would lie"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_canvas, 1);
    whole->addWidget(m_part);
    m_part->setWordWrap(true);
    m_part->hide();
    findBoundaries();
    showContent();
}

void ImportMap::findBoundaries()
{
    if (m_workspace.isOpen())
        for (const catalogue::Layer& layer : m_workspace.state().layers) {
            const auto loaded = m_workspace.layers().find(layer.id);
            if (layer.purpose == QLatin1String("boundaries") &&
                loaded != m_workspace.layers().end() && loaded->second.features)
                m_boundaries.push_back(catalogue::mapLayer(loaded->second));
        }
    for (geo::MapLayer& layer : m_boundaries)
        layer.visible = true;
    if (m_boundaries.empty())
        m_workspace.jobs().run(
            {}, threadPool(),
            [](base::Progress& progress) { return catalogue::ownBoundaries(progress); }, this,
            [this](const Outcome<std::vector<catalogue::LoadedLayer>>& loaded) {
                if (!loaded.ok())
                    return;
                for (const catalogue::LoadedLayer& layer : *loaded.value)
                    if (layer.features)
                        m_boundaries.push_back(catalogue::mapLayer(layer));
                showContent();
            });
}

void ImportMap::setPoints(const std::vector<QPointF>& lonLats, qint64 all)
{
    const QLocale locale = base::localeOf(m_workspace.language());
    m_part->setVisible(all > qint64(lonLats.size()));
    m_part->setText(tr("The map shows %1 of the %2 positions, taken evenly.")
                        .arg(locale.toString(qint64(lonLats.size())), locale.toString(all)));
    geo::Sites sites(lonLats.size());
    geo::Extent extent;
    for (size_t i = 0; i < lonLats.size(); ++i) {
        sites[i].id = base::Id(i) + 1;
        sites[i].lonLat = lonLats[i];
        extent.add(lonLats[i]);
    }
    m_sites = std::make_shared<const geo::Sites>(std::move(sites));
    const bool moved = extent.west != m_extent.west || extent.east != m_extent.east ||
                       extent.south != m_extent.south || extent.north != m_extent.north;
    m_extent = extent;
    showContent();
    if (moved)
        fit();
}

void ImportMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ImportMap::fit()
{
    geo::Extent extent = m_extent;
    if (extent.isEmpty()) {
        m_canvas->fitLonLat(Usual);
        return;
    }
    const double east = std::max(extent.width() * Room, (LeastDegrees - extent.width()) / 2);
    const double north = std::max(extent.height() * Room, (LeastDegrees - extent.height()) / 2);
    extent.west = std::max(-180.0, extent.west - east);
    extent.east = std::min(180.0, extent.east + east);
    extent.south = std::max(-90.0, extent.south - north);
    extent.north = std::min(90.0, extent.north + north);
    m_canvas->fitLonLat(extent);
}

void ImportMap::showContent()
{
    geo::MapSnapshot content(m_canvas->view());
    content.layers = m_boundaries;
    content.sites = m_sites;
    content.language = m_workspace.language();
    content.decorations.northArrow = false;
    content.decorations.siteLabels = false;
    content.decorations.attribution = false;
    m_canvas->setContent(content);
}

} // namespace widgets
