// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/layer.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <algorithm>

namespace catalogue {

namespace {

base::Id styleId(base::Id layer)
{
    return base::hashedId({"styles", base::idBytes(layer)});
}

RowValues layerRow(Edit& edit, const Layer& layer)
{
    RowValues row(edit, "layers");
    row.set("kind",
            layer.kind == LayerKind::Raster ? QStringLiteral("raster") : QStringLiteral("vector"))
        .set("purpose", layer.purpose)
        .set("name_en", layer.name.en)
        .set("name_es", layer.name.es)
        .set("path", layer.path)
        .set("digest", layer.digest)
        .set("embedded", std::optional(layer.embedded ? 1 : 0))
        .set("sublayer", layer.sublayer)
        .set("crs", layer.crs)
        .set("operation", layer.operation)
        .set("accuracy_m", layer.accuracyMetres)
        .set("visible", std::optional(layer.visible ? 1 : 0))
        .set("opacity", std::optional(layer.opacity))
        .set("position", std::optional(layer.position))
        .set("schematic", std::optional(layer.schematic ? 1 : 0))
        .set("citation", layer.citation)
        .set("handling", layer.handling);
    return row;
}

void writeStyle(Edit& edit, base::Id layer, const geo::Style& style)
{
    RowValues(edit, "styles")
        .setId("layer_id", layer)
        .set("style", geo::styleToJson(style))
        .put(styleId(layer));
}

} // namespace

QString Layer::nameIn(base::Language language) const
{
    const QString& wanted = name.in(language);
    return wanted.isEmpty() ? (language == base::Language::English ? name.es : name.en) : wanted;
}

std::vector<Layer> readLayers(const ReadAccess& access)
{
    std::vector<Layer> layers;
    SQLite::Statement row(access.database(),
                          "SELECT l.id, kind, purpose, name_en, name_es, path, digest, embedded, "
                          "sublayer, crs, operation, accuracy_m, visible, opacity, position, "
                          "schematic, citation, handling, s.style FROM main.layers l LEFT JOIN "
                          "main.styles s ON s.layer_id = l.id ORDER BY position, l.id");
    while (row.executeStep()) {
        Layer layer;
        layer.id = row.getColumn(0).getInt64();
        if (!layers.empty() && layers.back().id == layer.id)
            continue; // a second style after a merge: the first one stands
        layer.kind =
            textAt(row, 1) == QLatin1String("raster") ? LayerKind::Raster : LayerKind::Vector;
        layer.purpose = textAt(row, 2);
        layer.name = {textAt(row, 3), textAt(row, 4)};
        layer.path = textAt(row, 5);
        layer.digest = textAt(row, 6);
        layer.embedded = row.getColumn(7).getInt() != 0;
        layer.sublayer = textAt(row, 8);
        layer.crs = textAt(row, 9);
        layer.operation = textAt(row, 10);
        layer.accuracyMetres = realAt(row, 11);
        layer.visible = row.getColumn(12).getInt() != 0;
        layer.opacity = std::clamp(row.getColumn(13).getDouble(), 0.0, 1.0);
        layer.position = row.getColumn(14).getDouble();
        layer.schematic = row.getColumn(15).getInt() != 0;
        layer.citation = textAt(row, 16);
        layer.handling = textAt(row, 17);
        if (const QString style = textAt(row, 18); !style.isEmpty()) {
            try {
                layer.style = geo::styleFromJson(style);
            } catch (const base::Error&) {
                layer.style = {}; // of a later version: drawn plainly, and kept as it is
            }
        }
        layers.push_back(std::move(layer));
    }
    return layers;
}

base::Id findLayer(const ReadAccess& access, const QString& text)
{
    std::vector<base::Id> found;
    QStringList names;
    const QString wanted = folded(text);
    for (const Layer& layer : readLayers(access)) {
        names << layer.nameIn(base::Language::English);
        if (QString::number(layer.id) == text || folded(layer.name.en) == wanted ||
            folded(layer.name.es) == wanted)
            found.push_back(layer.id);
    }
    if (found.empty())
        throw base::Error(Text::tr("There is no layer “%1”. There are: %2.")
                              .arg(text, names.isEmpty() ? Text::tr("none yet")
                                                         : names.join(QStringLiteral("; "))));
    if (found.size() > 1)
        throw base::Error(
            Text::tr("Several layers are called “%1”. Name one by its number.").arg(text));
    return found.front();
}

base::Id addLayer(Edit& edit, const Layer& layer)
{
    Layer placed = layer;
    if (placed.position == 0) {
        const std::vector<Layer> layers = readLayers(edit);
        placed.position = layers.empty() ? 1 : layers.back().position + 1;
    }
    const base::Id id = layerRow(edit, placed).insert(placed.id);
    writeStyle(edit, id, placed.style);
    return id;
}

void updateLayer(Edit& edit, const Layer& layer)
{
    layerRow(edit, layer).update(layer.id);
    writeStyle(edit, layer.id, layer.style);
}

void removeLayer(Edit& edit, base::Id id)
{
    removeRowsOf(edit, "styles", "layer_id", id);
    if (!removeRow(edit, "layers", id))
        throw base::Error(Text::tr("This layer is no longer in the project file."));
}

void moveLayer(Edit& edit, base::Id id, size_t index)
{
    std::vector<Layer> layers = readLayers(edit);
    const auto self = std::find_if(layers.begin(), layers.end(),
                                   [&](const Layer& layer) { return layer.id == id; });
    if (self == layers.end())
        throw base::Error(Text::tr("This layer is no longer in the project file."));
    layers.erase(self);
    index = std::min(index, layers.size());
    double position = 1;
    if (layers.empty())
        position = 1;
    else if (index == 0)
        position = layers.front().position - 1;
    else if (index == layers.size())
        position = layers.back().position + 1;
    else
        position = (layers[index - 1].position + layers[index].position) / 2;
    RowValues(edit, "layers").set("position", std::optional(position)).update(id);
}

} // namespace catalogue
