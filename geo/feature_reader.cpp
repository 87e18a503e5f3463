// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_layer.h"

#include "base/error.h"
#include "base/os.h"
#include "geo/cooked_layer.h"
#include "geo/feature_builder.h"
#include "geo/layer_cooking.h"
#include "geo/text.h"
#include <algorithm>
#include <ogr_api.h>

namespace geo {

namespace {

constexpr int FeaturesPerCheck = 128;
// What reading and cooking take at their peak: 45 to 62 bytes a point were measured on layers of 24
// and 45 million. The rest of the memory is for everybody else.
constexpr qint64 BytesOfPoint = 64;
constexpr double ShareOfMemory = 0.8;
constexpr std::size_t PointsPerCheck = 1 << 16;

struct FeatureDestroyer
{
    void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDestroyer>;

} // namespace

std::size_t FeatureLayer::mostPointsIn(qint64 bytes)
{
    return std::size_t(double(std::max<qint64>(0, bytes)) * ShareOfMemory / BytesOfPoint);
}

// The one way into an opened source: friend of it.
class FeatureReader
{
public:
    static VectorSource::State& stateOf(VectorSource& source) { return *source.m_state; }
};

FeatureLayer FeatureLayer::read(VectorSource& source, const Operation& toWgs84,
                                base::Progress& progress, std::vector<base::Issue>* issues,
                                std::size_t mostPoints, const LayerDrafts* drafts)
{
    VectorSource::State& state = FeatureReader::stateOf(source);
    auto* layer = static_cast<OGRLayerH>(state.layer);
    const qint64 expected = state.count.value_or(0);
    progress.begin(Text::tr("Reading %1").arg(state.file.name()), expected);
    if (const auto memory = base::availableMemoryBytes())
        mostPoints = std::min(mostPoints, mostPointsIn(*memory));
    FeatureLayerBuilder builder(state, toWgs84, mostPoints, progress, drafts);
    GdalComplaints complaints;
    OGR_L_ResetReading(layer);
    qint64 done = 0;
    std::size_t checkedAt = 0;
    for (;;) {
        const FeatureHandle feature(
            static_cast<FeatureHandle::pointer>(OGR_L_GetNextFeature(layer)));
        if (!feature)
            break;
        builder.add(static_cast<OGRFeatureH>(feature.get()));
        if (++done % FeaturesPerCheck == 0 || builder.points() > checkedAt + PointsPerCheck) {
            checkedAt = builder.points();
            progress.advance(done);
            progress.check();
        }
    }
    if ((complaints.failed() && (!state.count || done < expected)) || (done == 0 && expected > 0))
        throw base::Error(Text::tr("“%1” cannot be read to its end: it is damaged or not complete. "
                                   "Get a whole copy of it.")
                              .arg(state.file.name()),
                          complaints.text());
    progress.check();
    FeatureLayer result = builder.finish(issues);
    if (issues && complaints.failed())
        issues->push_back(
            {base::Severity::Warning,
             Text::tr("Some features could not be read whole: %1").arg(complaints.text()),
             {state.file.name(), 0, {}, {}}});
    progress.advance(done);
    return result;
}

FeatureLayer::FeatureLayer(const Operation& operation)
    : FeatureTable(operation)
{
}

CookedLayer FeatureLayer::cook(const Operation& fromWgs84, base::Progress& progress,
                               const LayerDrafts* drafts) const
{
    if (drafts)
        showDrafts(*drafts, progress);
    return cookLayer(*this, fromWgs84, progress);
}

} // namespace geo
