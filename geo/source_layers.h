// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "geo/crs.h"
#include "geo/geometry.h"
#include "geo/raster_source.h"
#include "geo/vector_source.h"
#include <QByteArray>
#include <QSize>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

// One thing that can be shown out of a file: features or a raster.
struct SourceLayer
{
    QString name; // for VectorSource::open() or RasterSource::open()
    bool raster = false;
    std::optional<GeometryKind> kind;   // of features; nullopt: several kinds, or not said
    std::optional<qint64> featureCount; // nullopt: known only after reading
    QSize size;                         // of a raster, pixels
    int bands = 0;                      // of a raster
    std::optional<Crs> crs;             // nullopt: the file does not say
};

// In the reader's language: raster, points, lines, polygons or several kinds.
QString kindText(const SourceLayer& layer);

struct SourceLayers
{
    std::vector<SourceLayer> layers; // features first; at least one
    std::vector<base::Issue> issues; // what else it holds and could not be opened
};

// A folder of files, which is no source by itself (a file geodatabase, a binary ESRI grid are).
bool isFolderOfFiles(const QString& path);

// Where a layer of a folder is: the file, and the name within it. Throws base::Error naming what
// there is to choose from.
struct PlaceInFolder
{
    QString path;
    QString name;
};
PlaceInFolder placeInFolder(const QString& folder, const QString& name);

// What a file, folder or archive holds, whatever its ending: a GeoPackage, a PDF or a .zip may hold
// features and rasters. Throws base::Error naming the file where it holds neither.
SourceLayers listLayers(const QString& path);
SourceLayers listLayers(const QByteArray& bytes, const QString& fileName);

// One layer of a source, opened: one of the two.
struct OpenedLayer
{
    std::optional<VectorSource> vector;
    std::optional<RasterSource> raster;
    bool severalRasters = false; // the raster has to be called by its name
};

// The one of a name; without name, the only one. Throws base::Error: not readable, or naming what
// there is to choose from.
OpenedLayer openLayer(const QString& path, const QString& name);
OpenedLayer openLayer(const QByteArray& bytes, const QString& fileName, const QString& name);

} // namespace geo
