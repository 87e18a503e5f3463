// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/boundaries.h"

#include "catalogue/sample_sites.h"
#include "geo/feature_layer.h"
#include "geo/vector_source.h"

#include <mutex>

namespace catalogue {

namespace {

std::shared_ptr<const geo::FeatureLayer> readBoundary(const char* sublayer,
                                                      base::Progress& progress)
{
    geo::VectorSource source = geo::VectorSource::openBytes(
        sampleFile(QStringLiteral("boundaries/boundaries.gpkg")), QStringLiteral("boundaries.gpkg"),
        QString::fromLatin1(sublayer));
    return std::make_shared<const geo::FeatureLayer>(geo::FeatureLayer::read(
        source, geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()), progress));
}

} // namespace

const Boundaries& boundaries(base::Progress& progress)
{
    static std::mutex mutex;
    static std::optional<Boundaries> kept;
    const std::lock_guard lock(mutex);
    if (!kept)
        kept = Boundaries{readBoundary("countries", progress), readBoundary("states", progress)};
    return *kept;
}

geo::CrsProposal proposeCrs(const geo::CrsEvidence& evidence, base::Language language,
                            base::Progress& progress)
{
    geo::CrsRegion region;
    region.states = boundaries(progress).states;
    return geo::proposeCrs(evidence, region, language);
}

} // namespace catalogue
