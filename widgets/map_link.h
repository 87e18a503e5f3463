// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/map_themes.h"
#include "geo/site_cluster.h"
#include "report/site_picture.h"
#include "widgets/workspace.h"

#include <QObject>

namespace widgets {

class MapCanvas;

// What is to the right of a curtain over the map: a theme, or the map without one of its layers:
// the uppermost that is shown, where none is named.
struct Swipe
{
    std::optional<catalogue::MapTheme> theme;
    std::optional<base::Id> without;
    bool operator==(const Swipe& other) const
    {
        return theme.has_value() == other.theme.has_value() && without == other.without &&
               (!theme || theme->name == other.theme->name);
    }
};
class RasterValues;

// The map unit of the uppermost visible layer that has one at a place: a polygon of any layer but
// boundaries and places.
struct UnitAt
{
    base::Id layer = 0;
    std::uint32_t feature = 0;
    QString name; // empty where no field says it
};
std::optional<UnitAt> unitAt(const Workspace& workspace, QPointF lonLat);

// Joins the map to the workspace: what is shown on it, and what a click on it selects. The canvas
// itself knows only pictures.
class MapLink : public QObject
{
    Q_OBJECT

public:
    MapLink(Workspace& workspace, MapCanvas& canvas, QObject* parent = nullptr);

    // Those that the filter lets through; where there is none, the layers, as soon as they are read
    // and until the map is moved.
    void fitSites();
    void fitSelection();
    void showSite(base::Id site);
    const std::optional<Swipe>& swipe() const { return m_swipe; }
    void setSwipe(const std::optional<Swipe>& swipe);

Q_SIGNALS:
    // The mouse rests here; `words`: the site, the map unit and a raster's value. nullopt: it left
    // the map.
    void pointed(const std::optional<QPointF>& lonLat, const QString& words);

private:
    void showContent();
    void showSelection();
    void fitLayers();
    void fit(const geo::Extent& degrees);
    std::vector<geo::MapLayer> behindCurtain() const;
    std::vector<geo::MapLayer> shownLayers(std::optional<base::Id> without = {}) const;
    std::optional<geo::MapLayer> mapLayer(const catalogue::Layer& layer) const;
    std::vector<geo::ProjectArrow> arrows() const;
    void hovered(const std::optional<QPointF>& lonLat, const std::optional<base::Id>& site);
    void outlineUnit(const std::optional<UnitAt>& unit, QPointF lonLat);
    void clusterHovered(const geo::SiteCluster& cluster);
    QString siteWords(base::Id site) const;

    Workspace& m_workspace;
    MapCanvas& m_canvas;
    std::shared_ptr<const geo::Sites> m_sites; // as drawn: of m_list and m_rows
    std::shared_ptr<const catalogue::SiteList> m_list;
    std::vector<size_t> m_rows;
    catalogue::SiteDisplay m_display;
    report::SiteScores m_scores;
    std::optional<base::Id> m_project; // whose arrow stands out
    bool m_fitsLayers = false;
    QPointF m_fittedCentre; // of the map, as long as no person has moved it
    std::optional<Swipe> m_swipe;
    RasterValues* m_values;
    std::optional<QPointF> m_place;                               // where the mouse rests
    std::optional<base::Id> m_site;                               // and on what
    std::optional<std::pair<base::Id, std::uint32_t>> m_outlined; // layer and feature
    double m_outlinedAt = 0;                                      // map units a pixel
};

} // namespace widgets
