// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/error.h"
#include "catalogue/layer.h"
#include "catalogue/project_file.h"
#include "catalogue/text.h"
#include "geo/feature_layer.h"
#include "geo/map_snapshot.h"
#include "geo/raster_source.h"
#include "geo/vector_source.h"

#include <QDir>
#include <QFileInfo>

namespace catalogue {

namespace {

bool looksLikeRaster(const QString& fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return suffix == QLatin1String("tif") || suffix == QLatin1String("tiff") ||
           suffix == QLatin1String("png") || suffix == QLatin1String("jpg") ||
           suffix == QLatin1String("jpeg") || suffix == QLatin1String("asc") ||
           suffix == QLatin1String("mbtiles");
}

// Pins the best operation, or leaves the choice open where no CRS is known.
void pin(LayerProposal& proposal, const std::optional<geo::Crs>& crs,
         const std::optional<geo::Extent>& degrees)
{
    if (!crs)
        return;
    proposal.layer.crs = crs->toText();
    proposal.operations = geo::Operation::candidates(*crs, geo::Crs::wgs84(), degrees);
    const geo::Operation best = geo::Operation::between(*crs, geo::Crs::wgs84(), degrees);
    proposal.layer.operation = best.info().key;
    proposal.layer.accuracyMetres = best.info().accuracyMetres;
}

void propose(LayerProposal& proposal, geo::VectorSource& source,
             const std::optional<geo::Crs>& stated, bool overrideCrs, base::Progress& progress)
{
    proposal.layer.kind = LayerKind::Vector;
    proposal.layer.sublayer = source.sublayer();
    const std::optional<geo::Crs> crs = overrideCrs && stated ? stated
                                        : source.crs()        ? source.crs()
                                                              : stated;
    std::optional<geo::Extent> degrees;
    if (const auto extent = source.extent(); extent && crs)
        degrees = geo::roughDegrees(*crs, *extent);
    pin(proposal, crs, degrees);
    if (!crs)
        return;
    const geo::Operation operation =
        geo::Operation::fromKey(*crs, geo::Crs::wgs84(), proposal.layer.operation);
    const geo::FeatureLayer features = geo::FeatureLayer::read(source, operation, progress);
    proposal.layer.style = geo::proposeStyle(features);
    if (features.kind() == geo::GeometryKind::Polygon &&
        proposal.layer.style.kind != geo::StyleKind::Single)
        proposal.layer.purpose = QStringLiteral("geology");
}

void propose(LayerProposal& proposal, const geo::RasterSource& source,
             const std::optional<geo::Crs>& stated, bool overrideCrs)
{
    proposal.layer.kind = LayerKind::Raster;
    const std::optional<geo::Crs> crs = overrideCrs && stated ? stated
                                        : source.crs()        ? source.crs()
                                                              : stated;
    pin(proposal, crs, source.degrees());
}

} // namespace

LayerProposal proposeLayer(const QString& projectPath, const QString& file, const QString& sublayer,
                           const std::optional<geo::Crs>& crs, bool overrideCrs,
                           base::Progress& progress)
{
    progress.begin(Text::tr("Looking at %1").arg(QFileInfo(file).fileName()));
    LayerProposal proposal;
    Layer& layer = proposal.layer;
    const QFileInfo info(file);
    layer.purpose = QStringLiteral("other");
    layer.name.en = sublayer.isEmpty() ? info.completeBaseName() : sublayer;
    layer.path = QDir::fromNativeSeparators(
        QFileInfo(projectPath).absoluteDir().relativeFilePath(info.absoluteFilePath()));
    if (looksLikeRaster(info.fileName())) {
        propose(proposal, geo::RasterSource::open(file), crs, overrideCrs);
    } else {
        geo::VectorSource source = geo::VectorSource::open(file, sublayer);
        propose(proposal, source, crs, overrideCrs, progress);
    }
    layer.digest = base::sha256OfFile(info.absoluteFilePath(), progress);
    return proposal;
}

LayerProposal proposeEmbeddedLayer(const QByteArray& bytes, const QString& fileName,
                                   const QString& sublayer, base::Progress& progress)
{
    LayerProposal proposal;
    Layer& layer = proposal.layer;
    layer.purpose = QStringLiteral("other");
    layer.name.en = sublayer.isEmpty() ? QFileInfo(fileName).completeBaseName() : sublayer;
    layer.embedded = true;
    if (looksLikeRaster(fileName)) {
        propose(proposal, geo::RasterSource::openBytes(bytes, fileName), {}, false);
    } else {
        geo::VectorSource source = geo::VectorSource::openBytes(bytes, fileName, sublayer);
        propose(proposal, source, {}, false, progress);
    }
    layer.digest = QString::fromLatin1(base::sha256(bytes).toHex());
    return proposal;
}

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

LoadedLayer loadLayer(const LayerContent& content, base::Progress& progress)
{
    LoadedLayer loaded;
    loaded.layer = content.layer;
    const Layer& layer = content.layer;
    const QString name = layer.embedded ? layer.nameIn(base::Language::English) + content.suffix
                                        : content.absolutePath;
    if (layer.embedded ? content.bytes.isEmpty() : !QFileInfo::exists(content.absolutePath)) {
        loaded.state = LayerState::Missing;
        loaded.problem =
            layer.embedded
                ? Text::tr("The content of the layer “%1” is missing in the project file.")
                      .arg(layer.nameIn(base::Language::English))
                : Text::tr("The file “%1” of this layer is not there. Put it back, or choose where "
                           "it is now.")
                      .arg(QDir::toNativeSeparators(content.absolutePath));
        return loaded;
    }
    progress.begin(Text::tr("Reading %1").arg(QFileInfo(name).fileName()));
    try {
        if (layer.crs.isEmpty())
            throw base::Error(Text::tr("“%1” does not say in which coordinate system it is. Say "
                                       "it in the properties of the layer.")
                                  .arg(QFileInfo(name).fileName()));
        const geo::Crs crs = geo::Crs::fromText(layer.crs);
        const geo::Operation operation =
            layer.operation.isEmpty()
                ? geo::Operation::between(crs, geo::Crs::wgs84())
                : geo::Operation::fromKey(crs, geo::Crs::wgs84(), layer.operation);
        if (layer.kind == LayerKind::Raster) {
            geo::RasterSource raster = layer.embedded
                                           ? geo::RasterSource::openBytes(content.bytes, name)
                                           : geo::RasterSource::open(content.absolutePath);
            raster.setOperation(operation);
            loaded.raster = std::make_shared<const geo::RasterSource>(std::move(raster));
        } else {
            geo::VectorSource source =
                layer.embedded ? geo::VectorSource::openBytes(content.bytes, name, layer.sublayer)
                               : geo::VectorSource::open(content.absolutePath, layer.sublayer);
            loaded.features = std::make_shared<const geo::FeatureLayer>(
                geo::FeatureLayer::read(source, operation, progress, &loaded.issues));
        }
        loaded.state = LayerState::Ready;
        if (!layer.embedded && !layer.digest.isEmpty() &&
            base::sha256OfFile(content.absolutePath, progress) != layer.digest) {
            loaded.state = LayerState::Changed;
            loaded.problem = Text::tr("The file “%1” is no longer the one that was added: its "
                                      "content changed since. What it holds now is shown.")
                                 .arg(QDir::toNativeSeparators(content.absolutePath));
        }
    } catch (const base::Error& error) {
        loaded.state = LayerState::Failed;
        loaded.problem = error.message();
    }
    return loaded;
}

geo::MapLayer mapLayer(const LoadedLayer& loaded)
{
    geo::MapLayer layer;
    layer.features = loaded.features;
    layer.raster = loaded.raster;
    layer.style = loaded.layer.style;
    layer.opacity = loaded.layer.opacity;
    layer.visible = loaded.layer.visible && (loaded.features || loaded.raster);
    layer.schematic = loaded.layer.schematic;
    layer.title = {loaded.layer.nameIn(base::Language::English),
                   loaded.layer.nameIn(base::Language::Spanish)};
    layer.attribution = loaded.layer.citation;
    return layer;
}

} // namespace catalogue
