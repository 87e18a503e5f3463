// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/layer.h"
#include "catalogue/site_display.h"

namespace catalogue {

// A named way to look at the map: which layers, in which order, style and opacity, and how the
// sites are drawn: "US legend", "Mexican legend", "Geophysics".
struct MapTheme
{
    struct Shown
    {
        base::Id layer = 0;
        bool visible = true;
        double opacity = 1;
        geo::Style style;
    };
    QString name;              // unique among them
    std::vector<Shown> layers; // from the bottom
    SiteDisplay sites;
};

MapTheme themeOf(const QString& name, const std::vector<Layer>& layers, const SiteDisplay& sites);

// Named settings of the kind "theme": {"layers": [{"id": "…", "visible": false, "opacity": 0.5,
// "style": {…}}, …], "sites": {…}}; what is at its default is left out, as in the styles. One that
// cannot be understood is left out.
std::vector<MapTheme> readThemes(const ReadAccess& access);
// Adds one, or takes the place of the one of that name.
void writeTheme(Edit& edit, const MapTheme& theme);
void removeTheme(Edit& edit, const QString& name);

// The layers and sites as the theme says. A layer that was removed since is left out; one that was
// added since is hidden, and stays above or below what it was above or below.
std::vector<Layer> layersIn(const MapTheme& theme, const std::vector<Layer>& layers);
void applyTheme(Edit& edit, const MapTheme& theme);

} // namespace catalogue
