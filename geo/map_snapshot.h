// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/language.h"
#include "geo/map_view.h"
#include "geo/style.h"
#include <QColor>
#include <QPointF>
#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace geo {

class FeatureTable;
class RasterSource;
struct Legend;

// One layer to draw: features or a raster, never both.
struct MapLayer
{
    base::Id id = 0; // of the project's layer, to say which one something is wrong with; 0: none
    std::shared_ptr<const FeatureTable> features;
    std::shared_ptr<const RasterSource> raster;
    // What there is of features that are still being read (LayerDrafts); drawn where there are
    // none.
    std::vector<std::shared_ptr<const FeatureTable>> drafts;
    Style style;
    double opacity = 1;
    Blend blend = Blend::Normal;
    bool visible = true;
    bool schematic = false; // drawn for orientation: the map says so wherever the layer shows
    base::Label title;
    QString attribution; // one line, drawn small at the foot; empty: none
};

struct SiteSymbol
{
    base::Id id = 0;
    QPointF lonLat; // degrees of WGS 84
    QString kind;   // keys of the vocabularies site_kinds and stages
    QString stage;
    QString label;
    bool dimmed = false;   // outside the filter
    QRgb color = 0;        // instead of its kind's; 0: that
    std::uint8_t size = 4; // in quarters of the usual one: 2 to 12
    float priority = 0;    // of names that do not fit beside each other the greater is written
};
using Sites = std::vector<SiteSymbol>;

// How all of them are drawn, beyond what each of them says.
struct SiteDrawing
{
    bool clustered = false; // sites that lie close together are one circle with their number
    // For the legend, where sites have colours and sizes of their own.
    struct Class
    {
        QRgb color = 0;
        base::Label label;
    };
    base::Label colorsOf; // "Commodity group"
    std::vector<Class> colors;
    base::Label sizesOf; // "Ore, Mt"
    std::vector<std::pair<std::uint8_t, base::Label>> sizes;
};

// The words of the vocabularies site_kinds and stages by key, for the legend; geo/ knows only keys.
struct SiteWords
{
    std::map<QString, base::Label> kinds;
    std::map<QString, base::Label> stages;
};

// A candidate project: its sites in order of role, joined by arrows.
struct ProjectArrow
{
    base::Id id = 0;
    std::vector<QPointF> lonLats; // two or more
    QString label;
    bool highlighted = false;
    bool distances = true; // each leg carries its geodesic length in kilometres and miles
};

struct Decorations
{
    bool scaleBar = true;
    bool northArrow = true;
    bool graticule = false;
    bool legend = false;
    bool siteLabels = true;
    bool attribution = true; // with the note on schematic layers
};

// All that a picture of the map depends on, as a value: the renderer sees nothing else, so the same
// snapshot gives the same bytes, on screen, in a PNG and in a PDF. It shares what is large
// (features, sites), which nobody changes once it is in a snapshot.
struct MapSnapshot
{
    explicit MapSnapshot(MapView mapView)
        : view(std::move(mapView))
    {
    }

    MapView view;
    double devicePixelRatio = 1; // pixels of the picture to a logical pixel
    QColor background = Qt::white;
    std::vector<MapLayer> layers; // from the bottom
    std::shared_ptr<const Sites> sites;
    SiteDrawing siteDrawing;
    SiteWords siteWords;
    std::set<base::Id> selected;
    std::optional<base::Id> highlighted;
    bool featureNames = true; // of layers whose style has a label field
    std::vector<ProjectArrow> arrows;
    Decorations decorations;
    // What stands in the legend, where one is wanted; nullptr: all that is visible, wherever it
    // lies.
    std::shared_ptr<const Legend> legend;
    base::Language language = base::Language::English;
};

} // namespace geo
