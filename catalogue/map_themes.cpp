// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/map_themes.h"

#include "base/error.h"
#include "catalogue/access.h"
#include "catalogue/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace catalogue {

namespace {

const QString Kind = QStringLiteral("theme");

QJsonObject objectOf(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString textOf(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

MapTheme themeFrom(const QString& name, const QString& value)
{
    const QJsonObject json = objectOf(value);
    MapTheme theme;
    theme.name = name;
    theme.sites = siteDisplayFromJson(textOf(json.value(QStringLiteral("sites")).toObject()));
    for (const QJsonValue& each : json.value(QStringLiteral("layers")).toArray()) {
        const QJsonObject object = each.toObject();
        MapTheme::Shown shown;
        shown.layer = object.value(QStringLiteral("id")).toString().toLongLong();
        shown.visible = object.value(QStringLiteral("visible")).toBool(true);
        shown.opacity = std::clamp(object.value(QStringLiteral("opacity")).toDouble(1), 0.0, 1.0);
        shown.style = geo::styleFromJson(textOf(object.value(QStringLiteral("style")).toObject()));
        theme.layers.push_back(std::move(shown));
    }
    return theme;
}

} // namespace

MapTheme themeOf(const QString& name, const std::vector<Layer>& layers, const SiteDisplay& sites)
{
    MapTheme theme{name, {}, sites};
    for (const Layer& layer : layers)
        theme.layers.push_back({layer.id, layer.visible, layer.opacity, layer.style});
    return theme;
}

std::vector<MapTheme> readThemes(const ReadAccess& access)
{
    std::vector<MapTheme> themes;
    for (const auto& [name, value] : readNamedSettings(access, Kind)) {
        try {
            themes.push_back(themeFrom(name, value));
        } catch (const base::Error&) {
            continue; // a style of a later version
        }
    }
    return themes;
}

void writeTheme(Edit& edit, const MapTheme& theme)
{
    QJsonArray layers;
    for (const MapTheme::Shown& shown : theme.layers) {
        QJsonObject object{{QStringLiteral("id"), QString::number(shown.layer)},
                           {QStringLiteral("style"), objectOf(geo::styleToJson(shown.style))}};
        if (!shown.visible)
            object.insert(QStringLiteral("visible"), false);
        if (shown.opacity != 1)
            object.insert(QStringLiteral("opacity"), shown.opacity);
        layers.append(object);
    }
    const QJsonObject json{{QStringLiteral("layers"), layers},
                           {QStringLiteral("sites"), objectOf(siteDisplayToJson(theme.sites))}};
    writeNamedSetting(edit, Kind, theme.name, textOf(json));
}

void removeTheme(Edit& edit, const QString& name)
{
    removeNamedSetting(edit, Kind, name);
}

std::vector<Layer> layersIn(const MapTheme& theme, const std::vector<Layer>& layers)
{
    const auto placeOf = [&](base::Id id) {
        return std::find_if(theme.layers.begin(), theme.layers.end(),
                            [id](const MapTheme::Shown& shown) { return shown.layer == id; });
    };
    // The places of those that the theme knows are filled in its order; the rest stays.
    std::vector<std::size_t> places;
    std::vector<Layer> known;
    std::vector<Layer> result = layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (placeOf(layers[i].id) == theme.layers.end()) {
            result[i].visible = false;
            continue;
        }
        places.push_back(i);
        known.push_back(layers[i]);
    }
    std::stable_sort(known.begin(), known.end(),
                     [&](const Layer& a, const Layer& b) { return placeOf(a.id) < placeOf(b.id); });
    std::vector<double> positions; // in the order they stood in
    for (const Layer& layer : layers)
        positions.push_back(layer.position);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const MapTheme::Shown& shown = *placeOf(known[i].id);
        known[i].visible = shown.visible;
        known[i].opacity = shown.opacity;
        known[i].style = shown.style;
        known[i].position = positions[places[i]];
        result[places[i]] = known[i];
    }
    return result;
}

void applyTheme(Edit& edit, const MapTheme& theme)
{
    const std::vector<Layer> before = readLayers(edit);
    for (const Layer& layer : layersIn(theme, before)) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&](const Layer& each) { return each.id == layer.id; });
        if (old->visible != layer.visible || old->opacity != layer.opacity ||
            old->position != layer.position || !(old->style == layer.style))
            updateLayer(edit, layer);
    }
    if (!(readSiteDisplay(edit) == theme.sites))
        writeSiteDisplay(edit, theme.sites);
}

} // namespace catalogue
