// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/layer_reading.h"
#include "catalogue/text.h"
#include "geo/raster_source.h"
#include "geo/source_layers.h"
#include "geo/vector_source.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace catalogue {

namespace {

void refuseOtherKind(const Layer& layer, const geo::OpenedLayer& opened, const QString& fileName)
{
    if (opened.raster.has_value() == (layer.kind == LayerKind::Raster))
        return;
    throw base::Error(
        opened.raster ? Text::tr("“%1” holds a raster, but the layer shows features. Add it as a "
                                 "layer of its own.")
                            .arg(fileName)
                      : Text::tr("“%1” holds features, but the layer shows a raster. Add it as a "
                                 "layer of its own.")
                            .arg(fileName));
}

// Another content may be in another CRS; where it states none, what was said before stands.
void takeCrs(LayerRelocation& moved, const std::optional<geo::Crs>& stated,
             const std::optional<geo::Extent>& degrees)
{
    Layer& layer = moved.layer;
    if (!stated)
        return;
    if (!layer.crs.isEmpty()) {
        const geo::Crs before = geo::Crs::fromText(layer.crs);
        if (before == *stated)
            return;
        moved.issues.push_back(
            {base::Severity::Warning,
             Text::tr("It is in %1; the file before was in %2.").arg(stated->name(), before.name()),
             {}});
    }
    const geo::Operation best = geo::Operation::between(*stated, geo::Crs::wgs84(), degrees);
    layer.crs = stated->toText();
    layer.operation = best.info().key;
    layer.accuracyMetres = best.info().accuracyMetres;
}

void missField(LayerRelocation& moved, const geo::VectorSource& source)
{
    const QString& wanted = moved.layer.style.field;
    const std::vector<geo::Field>& fields = source.fields();
    const bool isThere = std::any_of(fields.begin(), fields.end(), [&](const geo::Field& field) {
        return field.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    if (!wanted.isEmpty() && !isThere)
        moved.issues.push_back(
            {base::Severity::Warning,
             Text::tr("It has no field “%1”, by which the layer is coloured.").arg(wanted),
             {}});
}

} // namespace

LayerRelocation relocateLayer(const QString& projectPath, const Layer& layer, const QString& chosen,
                              base::Progress& progress)
{
    const QString fileName = QFileInfo(chosen).fileName();
    progress.begin(Text::tr("Looking at %1").arg(fileName));
    if (layer.embedded)
        throw base::Error(Text::tr("The layer “%1” lies within the project file: there is no file "
                                   "to look for.")
                              .arg(layer.nameIn(base::Language::English)));
    geo::PlaceInFolder place{chosen, layer.sublayer};
    if (geo::isFolderOfFiles(chosen))
        place = geo::placeInFolder(chosen, layer.sublayer);
    // The only one may be called by its file, which may be renamed.
    if (geo::listLayers(place.path).layers.size() == 1)
        place.name.clear();
    const geo::OpenedLayer opened = geo::openLayer(place.path, place.name);
    refuseOtherKind(layer, opened, fileName);
    LayerRelocation moved;
    moved.layer = layer;
    const QFileInfo info(place.path);
    moved.layer.path = QDir::fromNativeSeparators(
        QFileInfo(projectPath).absoluteDir().relativeFilePath(info.absoluteFilePath()));
    moved.layer.digest = digestOf(info.absoluteFilePath(), progress);
    if (opened.vector)
        moved.layer.sublayer = opened.vector->sublayer();
    moved.sameContent = layer.digest.isEmpty() || moved.layer.digest == layer.digest;
    if (moved.sameContent)
        return moved;
    moved.issues.push_back({base::Severity::Warning,
                            Text::tr("“%1” does not hold what the file held that was added: it is "
                                     "another version of it, or another map.")
                                .arg(fileName),
                            {}});
    if (opened.vector) {
        takeCrs(moved, opened.vector->crs(), {});
        missField(moved, *opened.vector);
    } else {
        takeCrs(moved, opened.raster->crs(), opened.raster->degrees());
    }
    return moved;
}

} // namespace catalogue
