// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/error.h"
#include "catalogue/layer.h"
#include "catalogue/project_file.h"
#include "catalogue/text.h"
#include "geo/crs_proposal.h"
#include "geo/feature_layer.h"
#include "geo/kept_layer.h"
#include "geo/map_snapshot.h"
#include "geo/raster_source.h"
#include "geo/source_layers.h"
#include "geo/vector_source.h"

#include <QDir>
#include <QFileInfo>

namespace catalogue {

namespace {

// Of a folder that is one source: of the names and contents of its files.
QString digestOf(const QString& path, base::Progress& progress)
{
    if (!QFileInfo(path).isDir())
        return base::sha256OfFile(path, progress);
    base::Sha256 digest;
    const QDir folder(path);
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        digest.add(name.toUtf8());
        digest.add(base::sha256OfFile(folder.filePath(name), progress).toLatin1());
    }
    return QString::fromLatin1(digest.result().toHex());
}

// Pins the best operation.
void pin(LayerProposal& proposal, const geo::Crs& crs, const std::optional<geo::Extent>& degrees)
{
    proposal.layer.crs = crs.toText();
    proposal.operations = geo::Operation::candidates(crs, geo::Crs::wgs84(), degrees);
    const geo::Operation best = geo::Operation::between(crs, geo::Crs::wgs84(), degrees);
    proposal.layer.operation = best.info().key;
    proposal.layer.accuracyMetres = best.info().accuracyMetres;
}

// The CRS to go by: what a person said, or what the file states; nullopt where a person must say,
// and then the proposal holds the evidence.
template <class Source>
std::optional<geo::Crs> decideCrs(LayerProposal& proposal, const Source& source,
                                  const QString& file, const std::optional<geo::Crs>& said,
                                  bool overrideCrs)
{
    if (said && (overrideCrs || !source.crs()))
        return said;
    geo::CrsEvidence evidence = geo::evidenceOf(source, file);
    if (source.crs() && !geo::contradicts(*source.crs(), evidence))
        return source.crs();
    proposal.crsEvidence = std::move(evidence);
    return std::nullopt;
}

void propose(LayerProposal& proposal, geo::VectorSource& source, const QString& file,
             const std::optional<geo::Crs>& said, bool overrideCrs, base::Progress& progress)
{
    proposal.layer.kind = LayerKind::Vector;
    proposal.layer.sublayer = source.sublayer();
    const std::optional<geo::Crs> crs = decideCrs(proposal, source, file, said, overrideCrs);
    if (!crs)
        return;
    // Finding the extent may take reading all of it, and where nothing moves there is no choice.
    std::optional<geo::Extent> degrees;
    if (!(*crs == geo::Crs::wgs84()))
        if (const auto extent = source.extent())
            degrees = geo::roughDegrees(*crs, *extent);
    pin(proposal, *crs, degrees);
    const geo::Operation operation =
        geo::Operation::fromKey(*crs, geo::Crs::wgs84(), proposal.layer.operation);
    proposal.features = std::make_shared<const geo::FeatureLayer>(
        geo::FeatureLayer::read(source, operation, progress, &proposal.issues));
    const geo::FeatureLayer& features = *proposal.features;
    if (features.size() == 0 && proposal.issues.empty())
        proposal.issues.push_back(
            {base::Severity::Note,
             Text::tr("“%1” holds no features: the layer is empty. Look in the program it comes "
                      "from whether it was exported whole.")
                 .arg(source.fileName()),
             {}});
    proposal.layer.style = geo::proposeStyle(features);
    if (features.kind() == geo::GeometryKind::Polygon &&
        proposal.layer.style.kind != geo::StyleKind::Single)
        proposal.layer.purpose = QStringLiteral("geology");
}

void propose(LayerProposal& proposal, geo::RasterSource& source, bool several, const QString& file,
             const std::optional<geo::Crs>& said, bool overrideCrs, base::Progress& progress)
{
    proposal.layer.kind = LayerKind::Raster;
    // A lone one is called by its file, which may be renamed.
    proposal.layer.sublayer = several ? source.sublayer() : QString();
    const auto crs = decideCrs(proposal, source, file, said, overrideCrs);
    if (!crs)
        return;
    source.setOperation(geo::Operation::between(*crs, geo::Crs::wgs84()));
    pin(proposal, *crs, source.degrees());
    const std::vector<base::Issue> issues = source.issues(progress);
    proposal.issues.insert(proposal.issues.end(), issues.begin(), issues.end());
}

} // namespace

LayerProposal proposeLayer(const QString& projectPath, const QString& chosen, const QString& wanted,
                           const std::optional<geo::Crs>& crs, bool overrideCrs,
                           base::Progress& progress)
{
    progress.begin(Text::tr("Looking at %1").arg(QFileInfo(chosen).fileName()));
    geo::PlaceInFolder place{chosen, wanted};
    if (geo::isFolderOfFiles(chosen))
        place = geo::placeInFolder(chosen, wanted);
    const auto& [file, sublayer] = place;
    LayerProposal proposal;
    Layer& layer = proposal.layer;
    const QFileInfo info(file);
    layer.purpose = QStringLiteral("other");
    layer.name.en = sublayer.isEmpty() ? info.completeBaseName() : sublayer;
    layer.path = QDir::fromNativeSeparators(
        QFileInfo(projectPath).absoluteDir().relativeFilePath(info.absoluteFilePath()));
    geo::OpenedLayer opened = geo::openLayer(file, sublayer);
    progress.check();
    if (opened.raster)
        propose(proposal, *opened.raster, opened.severalRasters, file, crs, overrideCrs, progress);
    else
        propose(proposal, *opened.vector, file, crs, overrideCrs, progress);
    if (!proposal.crsEvidence)
        layer.digest = digestOf(info.absoluteFilePath(), progress);
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
    geo::OpenedLayer opened = geo::openLayer(bytes, fileName, sublayer);
    if (opened.raster)
        propose(proposal, *opened.raster, opened.severalRasters, fileName, {}, false, progress);
    else
        propose(proposal, *opened.vector, fileName, {}, false, progress);
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

namespace {

constexpr size_t KeptFrom = 50'000; // points: fewer are read and cooked at once

geo::VectorSource openVector(const LayerContent& content, const QString& name)
{
    const QString& sublayer = content.layer.sublayer;
    return content.layer.embedded ? geo::VectorSource::openBytes(content.bytes, name, sublayer)
                                  : geo::VectorSource::open(content.absolutePath, sublayer);
}

geo::Operation operationOf(const Layer& layer)
{
    const geo::Crs crs = geo::Crs::fromText(layer.crs);
    return layer.operation.isEmpty()
               ? geo::Operation::between(crs, geo::Crs::wgs84())
               : geo::Operation::fromKey(crs, geo::Crs::wgs84(), layer.operation);
}

std::shared_ptr<const geo::FeatureTable> loadFeatures(const LayerContent& content,
                                                      const QString& name,
                                                      const std::optional<LayerCache>& cache,
                                                      std::vector<base::Issue>& issues,
                                                      base::Progress& progress)
{
    const auto readShowing = [content, name](base::Progress& progress,
                                             std::vector<base::Issue>* issues,
                                             const geo::LayerDrafts* drafts) {
        geo::VectorSource source = openVector(content, name);
        return geo::FeatureLayer::read(source, operationOf(content.layer), progress, issues,
                                       geo::FeatureLayer::MostPoints, drafts);
    };
    const auto read = [readShowing](base::Progress& progress, std::vector<base::Issue>* issues) {
        return readShowing(progress, issues, nullptr);
    };
    if (!cache || content.layer.embedded)
        return std::make_shared<const geo::FeatureLayer>(read(progress, &issues));
    const auto key = [path = content.absolutePath, layer = content.layer] {
        return geo::LayerStore::keyOf(path, layer.sublayer, layer.crs, layer.operation);
    };
    const geo::KeptLayer::Source source{key(), geo::Crs::fromText(content.layer.crs), read,
                                        [path = content.absolutePath](base::Progress& progress) {
                                            return digestOf(path, progress);
                                        },
                                        key};
    if (auto known = geo::KeptLayer::open(cache->store, source, cache->fromWgs84)) {
        issues = known->issues();
        return known;
    }
    const geo::LayerDrafts drafts{
        {content.layer.style.field}, cache->onDraft, geo::LayerDrafts::Soon};
    std::shared_ptr<const geo::FeatureLayer> layer = content.features;
    if (layer)
        issues = content.issues;
    else
        layer = std::make_shared<const geo::FeatureLayer>(
            readShowing(progress, &issues, cache->onDraft ? &drafts : nullptr));
    if (layer->pointCount() < KeptFrom)
        return layer;
    return std::make_shared<const geo::KeptLayer>(cache->store, source, std::move(layer), issues);
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

QString nameOf(const LayerContent& content)
{
    return content.layer.embedded ? content.layer.nameIn(base::Language::English) + content.suffix
                                  : content.absolutePath;
}

} // namespace

LoadedLayer loadLayer(const LayerContent& content, base::Progress& progress,
                      const std::optional<LayerCache>& cache)
{
    LoadedLayer loaded;
    loaded.layer = content.layer;
    const Layer& layer = content.layer;
    const QString name = nameOf(content);
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
            loaded.features = loadFeatures(content, name, cache, loaded.issues, progress);
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
