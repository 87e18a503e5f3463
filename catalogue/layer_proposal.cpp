// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/error.h"
#include "catalogue/layer_reading.h"
#include "catalogue/text.h"
#include "geo/crs_proposal.h"
#include "geo/raster_source.h"
#include "geo/source_layers.h"
#include "geo/vector_source.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <chrono>
#include <future>

namespace catalogue {

namespace {

constexpr std::chrono::milliseconds DigestPoll{30};

// The digest of a file, taken by a thread of its own once it is begun.
class DigestBeside
{
public:
    explicit DigestBeside(QString path)
        : m_path(std::move(path))
    {
    }
    ~DigestBeside() { m_progress.cancel(); } // and the future waits
    DigestBeside(const DigestBeside&) = delete;
    DigestBeside& operator=(const DigestBeside&) = delete;

    void begin()
    {
        if (!m_digest.valid())
            m_digest =
                std::async(std::launch::async, [this] { return digestOf(m_path, m_progress); });
    }
    QString wait(const base::Progress& progress)
    {
        begin();
        while (m_digest.wait_for(DigestPoll) != std::future_status::ready)
            progress.check();
        return m_digest.get();
    }

private:
    QString m_path;
    base::Progress m_progress;
    std::future<QString> m_digest; // last: it ends before what it uses goes
};

// Those of the fields that may say how the drafts of a layer without a style are coloured.
QStringList colorFieldsOf(const geo::VectorSource& source)
{
    static const QRegularExpression Color(QStringLiteral("rgb|colou?r|hex|fill|stroke"),
                                          QRegularExpression::CaseInsensitiveOption);
    QStringList fields;
    for (const geo::Field& field : source.fields())
        if (field.type == geo::FieldType::Text && field.name.contains(Color))
            fields << field.name;
    return fields;
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
template <class Evidence>
std::optional<geo::Crs> decideCrs(LayerProposal& proposal, const std::optional<geo::Crs>& stated,
                                  Evidence&& evidenceOf, const std::optional<geo::Crs>& said,
                                  bool overrideCrs)
{
    if (said && (overrideCrs || !stated))
        return said;
    geo::CrsEvidence evidence = evidenceOf();
    if (stated && !geo::contradicts(*stated, evidence))
        return stated;
    proposal.crsEvidence = std::move(evidence);
    return std::nullopt;
}

// What the proposal's file holds, from the cache where it is known there. Its digest is begun with
// the first draft.
void lookInto(LayerProposal& proposal, geo::VectorSource& source, const QString& path,
              DigestBeside& digest, base::Progress& progress,
              const std::optional<LayerCache>& cache)
{
    LayerContent content;
    content.layer = proposal.layer;
    content.absolutePath = path;
    if (cache) {
        const auto known = geo::KeptLayer::open(cache->store, sourceOf(content), cache->fromWgs84);
        if (known && !known->keptDigest().isEmpty()) {
            proposal.issues = known->issues();
            proposal.layer.digest = known->keptDigest();
            proposal.features = known;
            return;
        }
    }
    const geo::LayerDrafts drafts{colorFieldsOf(source),
                                  [&](const std::shared_ptr<const geo::FeatureTable>& draft) {
                                      cache->onDraft(draft);
                                      digest.begin();
                                  },
                                  geo::LayerDrafts::Soon};
    proposal.features = std::make_shared<const geo::FeatureLayer>(geo::FeatureLayer::read(
        source, operationOf(proposal.layer), progress, &proposal.issues,
        geo::FeatureLayer::MostPoints, cache && cache->onDraft ? &drafts : nullptr));
}

void propose(LayerProposal& proposal, geo::VectorSource& source, const QString& file,
             const std::optional<geo::Crs>& said, bool overrideCrs, DigestBeside& digest,
             base::Progress& progress, const std::optional<LayerCache>& cache)
{
    proposal.layer.kind = LayerKind::Vector;
    proposal.layer.sublayer = source.sublayer();
    const std::optional<geo::Crs> crs = decideCrs(
        proposal, source.crs(), [&] { return geo::evidenceOf(source, file, progress); }, said,
        overrideCrs);
    if (!crs)
        return;
    // Finding the extent may take reading all of it, and where nothing moves there is no choice.
    std::optional<geo::Extent> degrees;
    if (!(*crs == geo::Crs::wgs84()))
        if (const auto extent = source.extent(progress))
            degrees = geo::roughDegrees(*crs, *extent);
    pin(proposal, *crs, degrees);
    lookInto(proposal, source, QDir::cleanPath(QFileInfo(file).absoluteFilePath()), digest,
             progress, cache);
    const geo::FeatureTable& features = *proposal.features;
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
             const std::optional<geo::Crs>& said, bool overrideCrs, base::Progress& progress,
             const std::optional<LayerCache>& cache)
{
    proposal.layer.kind = LayerKind::Raster;
    // A lone one is called by its file, which may be renamed.
    proposal.layer.sublayer = several ? source.sublayer() : QString();
    const auto crs = decideCrs(
        proposal, source.crs(), [&] { return geo::evidenceOf(source, file); }, said, overrideCrs);
    if (!crs)
        return;
    source.setOperation(geo::Operation::between(*crs, geo::Crs::wgs84()));
    pin(proposal, *crs, source.degrees());
    const std::vector<base::Issue> issues = source.issues(progress);
    proposal.issues.insert(proposal.issues.end(), issues.begin(), issues.end());
    if (cache && cache->onRaster)
        cache->onRaster(std::make_shared<const geo::RasterSource>(std::move(source)));
}

} // namespace

LayerProposal proposeLayer(const QString& projectPath, const QString& chosen, const QString& wanted,
                           const std::optional<geo::Crs>& crs, bool overrideCrs,
                           base::Progress& progress, const std::optional<LayerCache>& cache)
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
    DigestBeside digest(info.absoluteFilePath());
    if (opened.raster)
        propose(proposal, *opened.raster, opened.severalRasters, file, crs, overrideCrs, progress,
                cache);
    else
        propose(proposal, *opened.vector, file, crs, overrideCrs, digest, progress, cache);
    if (!proposal.crsEvidence && layer.digest.isEmpty())
        layer.digest = digest.wait(progress);
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
    DigestBeside digest(fileName); // never begun
    if (opened.raster)
        propose(proposal, *opened.raster, opened.severalRasters, fileName, {}, false, progress, {});
    else
        propose(proposal, *opened.vector, fileName, {}, false, digest, progress, {});
    layer.digest = QString::fromLatin1(base::sha256(bytes).toHex());
    return proposal;
}

} // namespace catalogue
