// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/issue.h"
#include "base/language.h"
#include "base/progress.h"
#include "geo/crs_evidence.h"
#include "geo/operation.h"
#include "geo/style.h"

#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace geo {
class FeatureLayer;
class FeatureTable;
class LayerStore;
class RasterSource;
struct MapLayer;
} // namespace geo

namespace catalogue {

class Edit;
class ProjectFile;
class ReadAccess;

enum class LayerKind { Vector, Raster };

// Something drawn under the sites, as the project file names it.
struct Layer
{
    base::Id id = 0;
    LayerKind kind = LayerKind::Vector;
    QString purpose; // vocabulary layer_purposes: geology, boundaries, places, other
    base::Label name;
    QString path;   // relative to the project file, "/" between; empty where embedded
    QString digest; // SHA-256 of the file or of the embedded bytes
    bool embedded = false;
    QString sublayer;
    QString crs;       // as the file states it or a person said
    QString operation; // key of the pinned operation to WGS 84
    std::optional<double> accuracyMetres;
    bool visible = true;
    double opacity = 1;
    double position = 0; // order from the bottom
    bool schematic = false;
    QString citation;
    QString handling;
    geo::Style style;
    QString nameIn(base::Language language) const;
};

std::vector<Layer> readLayers(const ReadAccess& access); // from the bottom
// By id or by its name in either language. Throws base::Error where none or several answer.
base::Id findLayer(const ReadAccess& access, const QString& text);
base::Id addLayer(Edit& edit, const Layer& layer); // position 0: on top
void updateLayer(Edit& edit, const Layer& layer);
void removeLayer(Edit& edit, base::Id id);
// Puts a layer so that it stands at `index` from the bottom; only its own row changes.
void moveLayer(Edit& edit, base::Id id, size_t index);

// Where large layers are kept ready for the map's CRS, so that they need not be read.
struct LayerCache
{
    std::shared_ptr<geo::LayerStore> store;
    geo::Operation fromWgs84; // of the map
    // What there is of a layer that is not kept and takes its time to read; on the thread that
    // reads (geo::LayerDrafts).
    std::function<void(std::shared_ptr<const geo::FeatureTable>)> onDraft;
    // A raster that is proposed, before its file is digested.
    std::function<void(std::shared_ptr<const geo::RasterSource>)> onRaster = {};
};

// A file looked at before it becomes a layer: what it is, its CRS, the operations to choose from, a
// first style.
struct LayerProposal
{
    Layer layer; // crs, operation, style and digest empty where the CRS is in doubt
    std::vector<geo::OperationInfo> operations; // best first
    std::vector<base::Issue> issues;            // what is missing, assumed or hardly real in it
    // Set where a person must say the CRS: the file states none, or one that its coordinates
    // contradict (then `stated` is there). See catalogue/boundaries.h for what to offer.
    std::optional<geo::CrsEvidence> crsEvidence;
    // What was read of it, so that it need not be read again to be shown; nullptr: not read whole.
    std::shared_ptr<const geo::FeatureTable> features;
};
// `crs`: what a person said; it wins over nothing, never over what the file states otherwise unless
// `override` (a .prj that is known to be wrong). Whether it is features or a raster is told by what
// the file holds. Throws base::Error: no such file, not readable, several sublayers and none named
// (listing them). With a cache, a layer that is kept there is not read, and of another one there
// are drafts while it is, with those fields that may hold colours; its digest is taken beside the
// reading and never before the first draft.
LayerProposal proposeLayer(const QString& projectPath, const QString& file, const QString& sublayer,
                           const std::optional<geo::Crs>& crs, bool overrideCrs,
                           base::Progress& progress, const std::optional<LayerCache>& cache = {});
// The same for bytes that are to be embedded.
LayerProposal proposeEmbeddedLayer(const QByteArray& bytes, const QString& fileName,
                                   const QString& sublayer, base::Progress& progress);

// A layer whose file is another one now, or lies elsewhere; its name, style and all else stay.
struct LayerRelocation
{
    Layer layer;
    bool sameContent = false;        // by the digest
    std::vector<base::Issue> issues; // what is different in the new one, where it is
};
// Throws base::Error: no such file, not readable, of the other kind, without the layer's sublayer;
// base::Cancelled.
LayerRelocation relocateLayer(const QString& projectPath, const Layer& layer, const QString& file,
                              base::Progress& progress);

// Cancelled: somebody stopped the reading of it, and it waits until somebody asks for it again.
enum class LayerState { Ready, Missing, Changed, Failed, Cancelled };

// A layer with its content in memory.
struct LoadedLayer
{
    Layer layer;
    LayerState state = LayerState::Missing;
    QString problem; // for a person; empty when ready
    std::shared_ptr<const geo::FeatureTable> features;
    std::shared_ptr<const geo::RasterSource> raster;
    std::vector<base::Issue> issues;
    QString file;     // absolute; empty where embedded
    QByteArray stamp; // of its size and time, and of the files beside it, before it was read
};

// What became of the file of a layer that is shown, by its size and time, not its bytes.
enum class FileState { Same, Changed, Gone };
FileState fileState(const QString& file, const QByteArray& stamp);

// Where a layer's content comes from, taken from the project file on its own thread, so that it can
// then be read on another one.
struct LayerContent
{
    Layer layer;
    QString absolutePath; // empty where embedded
    QByteArray bytes;     // embedded
    QString suffix;
    std::shared_ptr<const geo::FeatureTable> features; // where it was just read
    std::vector<base::Issue> issues;                   // that reading it then gave
};
LayerContent layerContent(const ProjectFile& file, const Layer& layer);

// Throws base::Cancelled and nothing else: a file that is missing or unreadable, or too large for
// the memory there is, is a state with its words. Whether the file is still the one that was added
// is for checkLayer() to say.
LoadedLayer loadLayer(const LayerContent& content, base::Progress& progress,
                      const std::optional<LayerCache>& cache = {});
// Looks at every byte of the layer's file. One that changed since (other digest) becomes Changed
// and says so; what it holds now is shown, read anew where it came from the cache. Throws
// base::Cancelled and nothing else.
void checkLayer(LoadedLayer& loaded, const LayerContent& content, base::Progress& progress,
                const std::optional<LayerCache>& cache = {});

// What can be measured on: the features with their geometry, read from the file where need be;
// nullptr where that cannot be done. Throws base::Cancelled.
std::shared_ptr<const geo::FeatureLayer>
measurableFeatures(const std::shared_ptr<const geo::FeatureTable>& features,
                   base::Progress& progress);

// As the map draws it.
geo::MapLayer mapLayer(const LoadedLayer& loaded);

} // namespace catalogue
