// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs_evidence.h"

#include "geo/raster_source.h"
#include "geo/vector_source.h"
#include "geo/vector_state.h"
#include <QDir>
#include <QFileInfo>
#include <cmath>
#include <ogr_api.h>

namespace geo {

namespace {

constexpr std::size_t MostFeatures = 600;
constexpr int MostParts = 4;  // of a feature
constexpr int MostPoints = 4; // of a part
constexpr int RasterSteps = 8;

// Some points of a geometry, evenly along it.
void collect(OGRGeometryH geometry, std::vector<QPointF>& points)
{
    if (!geometry)
        return;
    const int parts = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < std::min(parts, MostParts); ++i)
        collect(OGR_G_GetGeometryRef(geometry, parts <= MostParts ? i : i * parts / MostParts),
                points);
    const int count = parts > 0 ? 0 : OGR_G_GetPointCount(geometry);
    for (int i = 0; i < std::min(count, MostPoints); ++i) {
        const int at = count <= MostPoints ? i : i * count / MostPoints;
        const QPointF point(OGR_G_GetX(geometry, at), OGR_G_GetY(geometry, at));
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            points.push_back(point);
    }
}

QStringList wordsOf(const QString& path)
{
    const QFileInfo info(path);
    return {info.fileName(), info.absoluteDir().dirName()};
}

} // namespace

std::vector<QPointF> VectorSource::samplePoints(std::size_t mostFeatures) const
{
    const GdalComplaints complaints;
    OGRLayerH layer = m_state->layer;
    const qint64 count = featureCount().value_or(0);
    // GDAL's GeoJSON says so too, and parses the file from its beginning each time.
    const bool jumps = driver() != QLatin1String("GeoJSON") &&
                       OGR_L_TestCapability(layer, OLCFastSetNextByIndex) != 0;
    const qint64 stride = jumps ? std::max<qint64>(1, count / qint64(mostFeatures)) : 1;
    std::vector<QPointF> points;
    OGR_L_ResetReading(layer);
    for (std::size_t i = 0; i < mostFeatures; ++i) {
        if (stride > 1 && OGR_L_SetNextByIndex(layer, qint64(i) * stride) != OGRERR_NONE)
            break;
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        if (!feature)
            break;
        collect(OGR_F_GetGeometryRef(feature), points);
        OGR_F_Destroy(feature);
    }
    OGR_L_ResetReading(layer);
    return points;
}

CrsEvidence evidenceOf(const VectorSource& source, const QString& path,
                       const base::Progress& progress)
{
    CrsEvidence evidence;
    evidence.extent = source.extent(progress).value_or(Extent());
    evidence.points = source.samplePoints(MostFeatures);
    evidence.stated = source.crs();
    evidence.words = wordsOf(path) << source.sublayer();
    for (const Field& field : source.fields())
        evidence.words << field.name;
    return evidence;
}

CrsEvidence evidenceOf(const RasterSource& source, const QString& path)
{
    CrsEvidence evidence;
    const std::array<double, 6> g = source.geoTransform();
    for (int i = 0; i <= RasterSteps; ++i)
        for (int k = 0; k <= RasterSteps; ++k) {
            const double column = double(source.size().width()) * i / RasterSteps;
            const double row = double(source.size().height()) * k / RasterSteps;
            const QPointF point(g[0] + column * g[1] + row * g[2],
                                g[3] + column * g[4] + row * g[5]);
            evidence.points.push_back(point);
            evidence.extent.add(point);
        }
    evidence.stated = source.crs();
    evidence.words = wordsOf(path);
    return evidence;
}

} // namespace geo
