// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/layer_reading.h"
#include "catalogue/project_file.h"
#include "catalogue/text.h"
#include "geo/map_snapshot.h"
#include "geo/raster_source.h"

#include <QDir>
#include <QFileInfo>

namespace catalogue {

LayerContent layerContent(const ProjectFile& file, const Layer& layer)
{
    LayerContent content;
    content.layer = layer;
    if (layer.embedded) {
        if (const auto blob = file.blob(layer.digest)) {
            content.bytes = blob->bytes;
            content.suffix = blob->suffix;
        }
    } else {
        content.absolutePath =
            QDir::cleanPath(QFileInfo(file.path()).absoluteDir().absoluteFilePath(layer.path));
    }
    return content;
}

namespace {

constexpr size_t KeptFrom = 50'000; // points: fewer are read and cooked at once

std::shared_ptr<const geo::FeatureTable> loadFeatures(const LayerContent& content,
                                                      const std::optional<LayerCache>& cache,
                                                      std::vector<base::Issue>& issues,
                                                      base::Progress& progress)
{
    if (content.features)
        issues = content.issues;
    const auto read = std::dynamic_pointer_cast<const geo::FeatureLayer>(content.features);
    if (content.features && !read)
        return content.features; // it is kept
    if (!cache || content.layer.embedded)
        return read ? read
                    : std::make_shared<const geo::FeatureLayer>(
                          readFeatures(content, progress, &issues, nullptr));
    const geo::KeptLayer::Source source = sourceOf(content);
    if (auto known = geo::KeptLayer::open(cache->store, source, cache->fromWgs84)) {
        issues = known->issues();
        return known;
    }
    const geo::LayerDrafts drafts{
        {content.layer.style.field}, cache->onDraft, geo::LayerDrafts::Soon};
    std::shared_ptr<const geo::FeatureLayer> layer = read;
    if (!layer)
        layer = std::make_shared<const geo::FeatureLayer>(
            readFeatures(content, progress, &issues, cache->onDraft ? &drafts : nullptr));
    if (layer->pointCount() < KeptFrom)
        return layer;
    return std::make_shared<const geo::KeptLayer>(cache->store, source, std::move(layer), issues);
}

QByteArray stampOf(const QString& file)
{
    return geo::LayerStore::keyOf(file, {}, {}, {});
}

// Whatever stops this layer is said of it, and stops no other.
template <typename Work>
void orFail(LoadedLayer& loaded, const QString& name, Work&& work)
{
    const QString file = QFileInfo(name).fileName();
    try {
        work();
        return;
    } catch (const base::Cancelled&) {
        throw;
    } catch (const base::Error& error) {
        loaded.problem = error.message();
    } catch (const std::bad_alloc&) {
        loaded.problem = Text::tr("There is not enough memory to read “%1”. Close other programs, "
                                  "or take the part you need out of it first.")
                             .arg(file);
    } catch (const std::exception& error) {
        loaded.problem = Text::tr("“%1” cannot be read: %2. Try again, or get another copy of it.")
                             .arg(file, QString::fromUtf8(error.what()));
    }
    loaded.state = LayerState::Failed;
}

} // namespace

FileState fileState(const QString& file, const QByteArray& stamp)
{
    if (!QFileInfo::exists(file))
        return FileState::Gone;
    return stampOf(file) == stamp ? FileState::Same : FileState::Changed;
}

LoadedLayer loadLayer(const LayerContent& content, base::Progress& progress,
                      const std::optional<LayerCache>& cache)
{
    LoadedLayer loaded;
    loaded.layer = content.layer;
    const Layer& layer = content.layer;
    const QString name = nameOf(content);
    if (!layer.embedded) {
        loaded.file = content.absolutePath;
        loaded.stamp = stampOf(content.absolutePath);
    }
    if (layer.embedded ? content.bytes.isEmpty() : !QFileInfo::exists(content.absolutePath)) {
        loaded.state = LayerState::Missing;
        loaded.problem =
            layer.embedded
                ? Text::tr("The content of the layer “%1” is missing in the project file.")
                      .arg(layer.nameIn(base::Language::English))
                : Text::tr("The file “%1” of this layer is not there. Put it back, or choose where "
                           "it is now in the menu of the layer (veta-cli layer relocate).")
                      .arg(QDir::toNativeSeparators(content.absolutePath));
        return loaded;
    }
    progress.begin(Text::tr("Reading %1").arg(QFileInfo(name).fileName()));
    orFail(loaded, name, [&] {
        if (layer.crs.isEmpty())
            throw base::Error(Text::tr("“%1” does not say in which coordinate system it is. Say "
                                       "it in the properties of the layer.")
                                  .arg(QFileInfo(name).fileName()));
        if (layer.kind == LayerKind::Raster) {
            geo::RasterSource raster =
                layer.embedded ? geo::RasterSource::openBytes(content.bytes, name, layer.sublayer)
                               : geo::RasterSource::open(content.absolutePath, layer.sublayer);
            raster.setOperation(operationOf(layer));
            loaded.issues = raster.issues(progress);
            loaded.raster = std::make_shared<const geo::RasterSource>(std::move(raster));
        } else {
            loaded.features = loadFeatures(content, cache, loaded.issues, progress);
        }
        loaded.state = LayerState::Ready;
    });
    return loaded;
}

void checkLayer(LoadedLayer& loaded, const LayerContent& content, base::Progress& progress,
                const std::optional<LayerCache>& cache)
{
    const Layer& layer = content.layer;
    if (loaded.state != LayerState::Ready || layer.embedded || layer.digest.isEmpty())
        return;
    orFail(loaded, nameOf(content), [&] {
        const auto kept = std::dynamic_pointer_cast<const geo::KeptLayer>(loaded.features);
        if (kept && !kept->isSound(progress)) {
            loaded = loadLayer(content, progress, cache);
            if (loaded.state != LayerState::Ready)
                return;
        }
        const QString digest =
            kept ? kept->digest(progress) : digestOf(content.absolutePath, progress);
        if (digest != layer.digest) {
            loaded.state = LayerState::Changed;
            loaded.problem = Text::tr("The file “%1” is no longer the one that was added: its "
                                      "content changed since. What it holds now is shown.")
                                 .arg(QDir::toNativeSeparators(content.absolutePath));
        }
    });
}

std::shared_ptr<const geo::FeatureLayer>
measurableFeatures(const std::shared_ptr<const geo::FeatureTable>& features,
                   base::Progress& progress)
{
    try {
        return features ? geo::wholeLayer(features, progress) : nullptr;
    } catch (const base::Error&) {
        return nullptr;
    }
}

geo::MapLayer mapLayer(const LoadedLayer& loaded)
{
    geo::MapLayer layer;
    layer.id = loaded.layer.id;
    layer.features = loaded.features;
    layer.raster = loaded.raster;
    layer.style = loaded.layer.style;
    layer.opacity = loaded.layer.opacity;
    layer.blend = loaded.layer.style.blend;
    layer.visible = loaded.layer.visible && (loaded.features || loaded.raster);
    layer.schematic = loaded.layer.schematic;
    layer.title = {loaded.layer.nameIn(base::Language::English),
                   loaded.layer.nameIn(base::Language::Spanish)};
    layer.attribution = loaded.layer.citation;
    return layer;
}

} // namespace catalogue
