// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_layers.h"

#include "base/error.h"
#include "geo/source_file.h"
#include "geo/source_folder.h"
#include "geo/source_guard.h"
#include "geo/sublayer_choice.h"
#include "geo/text.h"

#include <QFileInfo>
#include <algorithm>
#include <functional>

namespace geo {

namespace {

bool isRasterEnding(const QString& fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return endingsOf(SourceKind::Raster).contains(suffix) &&
           !endingsOf(SourceKind::Vector).contains(suffix);
}

SourceLayers
listed(const QString& fileName,
       const std::function<std::vector<Sublayer>(std::vector<base::Issue>&)>& vectors,
       const std::function<std::vector<RasterSublayer>(std::vector<base::Issue>&)>& rasters)
{
    SourceLayers result;
    std::optional<base::Error> noVector;
    std::optional<base::Error> noRaster;
    std::vector<base::Issue> issues;
    try {
        for (const Sublayer& layer : vectors(issues))
            result.layers.push_back(
                {layer.name, false, layer.kind, layer.featureCount, {}, 0, layer.crs});
    } catch (const base::Error& error) {
        noVector = error;
    }
    try {
        const std::vector<RasterSublayer> found = rasters(issues);
        for (const RasterSublayer& layer : found)
            if (layer.hasPlace || (result.layers.empty() && found.size() == 1))
                result.layers.push_back(
                    {layer.name, true, {}, {}, layer.size, layer.bands, layer.crs});
    } catch (const base::Error& error) {
        noRaster = error;
    }
    if (result.layers.empty() && noVector && noRaster) {
        refuseBareTable(fileName);
        throw base::Error(isRasterEnding(fileName) ? *noRaster : *noVector);
    }
    if (result.layers.empty())
        throw base::Error(noVector ? *noVector : *noRaster);
    // Both looked at the same members.
    for (base::Issue& issue : issues)
        if (std::none_of(result.issues.begin(), result.issues.end(),
                         [&](const base::Issue& other) { return other.text == issue.text; }))
            result.issues.push_back(std::move(issue));
    return result;
}

const SourceLayer& choose(const SourceLayers& source, const QString& fileName, const QString& name)
{
    if (name.isEmpty() && source.layers.size() == 1)
        return source.layers.front();
    QStringList names;
    for (const SourceLayer& layer : source.layers) {
        if (layer.name == name)
            return layer;
        names << layer.name;
    }
    refuseSublayer(fileName, names, name);
}

// Features are listed by reading a good part of some files, so they are only where there are
// rasters to choose from, too.
OpenedLayer opened(const QString& path, const QString& name,
                   const std::function<std::vector<RasterSublayer>()>& rasters,
                   const std::function<SourceLayers()>& all,
                   const std::function<VectorSource(const QString&)>& openVector,
                   const std::function<RasterSource(const QString&)>& openRaster)
{
    OpenedLayer result;
    std::vector<RasterSublayer> found;
    std::optional<base::Error> noRaster;
    try {
        found = rasters();
    } catch (const base::Error& error) {
        noRaster = error;
    }
    if (found.empty()) {
        try {
            result.vector = openVector(name);
        } catch (const base::Error&) {
            if (name.isEmpty())
                refuseBareTable(path);
            if (isRasterEnding(path) && noRaster)
                throw base::Error(*noRaster);
            throw;
        }
        return result;
    }
    const SourceLayers source = all();
    const SourceLayer& chosen = choose(source, QFileInfo(path).fileName(), name);
    result.severalRasters = found.size() > 1;
    if (chosen.raster)
        result.raster = openRaster(chosen.name);
    else
        result.vector = openVector(chosen.name);
    return result;
}

} // namespace

QString kindText(const SourceLayer& layer)
{
    if (layer.raster)
        return Text::tr("raster");
    switch (layer.kind.value_or(GeometryKind::None)) {
    case GeometryKind::Point:
        return Text::tr("points");
    case GeometryKind::Line:
        return Text::tr("lines");
    case GeometryKind::Polygon:
        return Text::tr("polygons");
    case GeometryKind::None:
        break;
    }
    return Text::tr("several kinds");
}

SourceLayers listLayers(const QString& path)
{
    refuseWhatIsNoFile(path);
    if (isFolderOfFiles(path))
        return layersInFolder(path, nullptr);
    return listed(
        path,
        [&](std::vector<base::Issue>& issues) {
            return VectorSource::listSublayers(path, &issues);
        },
        [&](std::vector<base::Issue>& issues) {
            return RasterSource::listSublayers(path, &issues);
        });
}

SourceLayers listLayers(const QByteArray& bytes, const QString& fileName)
{
    return listed(
        fileName,
        [&](std::vector<base::Issue>&) { return VectorSource::listSublayers(bytes, fileName); },
        [&](std::vector<base::Issue>&) { return RasterSource::listSublayers(bytes, fileName); });
}

OpenedLayer openLayer(const QString& path, const QString& name)
{
    refuseWhatIsNoFile(path);
    if (isFolderOfFiles(path)) {
        const PlaceInFolder place = placeInFolder(path, name);
        return openLayer(place.path, place.name);
    }
    return opened(
        path, name, [&] { return RasterSource::listSublayers(path); },
        [&] { return listLayers(path); },
        [&](const QString& layer) { return VectorSource::open(path, layer); },
        [&](const QString& layer) { return RasterSource::open(path, layer); });
}

OpenedLayer openLayer(const QByteArray& bytes, const QString& fileName, const QString& name)
{
    return opened(
        fileName, name, [&] { return RasterSource::listSublayers(bytes, fileName); },
        [&] { return listLayers(bytes, fileName); },
        [&](const QString& layer) { return VectorSource::openBytes(bytes, fileName, layer); },
        [&](const QString& layer) { return RasterSource::openBytes(bytes, fileName, layer); });
}

} // namespace geo
