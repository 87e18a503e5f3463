// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/vector_source.h"

#include "base/error.h"
#include "geo/operation.h"
#include "geo/source_crs.h"
#include "geo/text.h"
#include "geo/vector_state.h"
#include <QFileInfo>
#include <cmath>
#include <ogr_api.h>

namespace geo {

namespace {

struct Entry
{
    QString member;
    QString layer; // GDAL's name
    QString name;  // ours
    Sublayer sublayer;
};

// What the drivers are told: text as it stands in the file (decodeText() reads it), and which
// columns of a CSV are a place.
QStringList openOptions(const QString& member)
{
    const QString suffix = QFileInfo(member).suffix().toLower();
    if (suffix == QLatin1String("shp"))
        return {QStringLiteral("ENCODING=")};
    if (suffix == QLatin1String("csv"))
        return {QStringLiteral("AUTODETECT_TYPE=YES"),
                QStringLiteral("X_POSSIBLE_NAMES=longitude,lon,long,lng,longitud,x,easting,utm_x"),
                QStringLiteral("Y_POSSIBLE_NAMES=latitude,lat,latitud,y,northing,utm_y"),
                QStringLiteral("GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom")};
    if (suffix == QLatin1String("gpkg"))
        return {QStringLiteral("LIST_ALL_TABLES=NO")};
    return {};
}

std::optional<GeometryKind> kindOf(OGRwkbGeometryType type)
{
    switch (OGR_GT_Flatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryKind::Point;
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
    case wkbCurve:
        return GeometryKind::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
    case wkbSurface:
    case wkbPolyhedralSurface:
    case wkbTIN:
    case wkbTriangle:
        return GeometryKind::Polygon;
    default:
        return std::nullopt;
    }
}

// GDAL takes a "crs" that it cannot read for WGS 84.
bool deniesCrs(GDALDatasetH dataset, const QString& member)
{
    constexpr qsizetype Head = 1 << 20;
    if (qstrcmp(GDALGetDriverShortName(GDALGetDatasetDriver(dataset)), "GeoJSON") != 0)
        return false;
    return hasUnreadableCrs(firstBytes(member, Head));
}

std::optional<qint64> countOf(OGRLayerH layer)
{
    const GIntBig count = OGR_L_GetFeatureCount(layer, FALSE);
    return count >= 0 ? std::optional<qint64>(count) : std::nullopt;
}

Sublayer describe(OGRLayerH layer, const QString& name)
{
    return {name, kindOf(OGR_L_GetGeomType(layer)), countOf(layer),
            crsOf(OGR_L_GetSpatialRef(layer))};
}

std::vector<Entry> entriesOf(const SourceFile& file)
{
    std::vector<Entry> entries;
    std::optional<base::Error> failure;
    for (const QString& member : file.members()) {
        GdalComplaints complaints;
        try {
            const GdalDataset dataset = file.open(member, openOptions(member));
            std::vector<Entry> found;
            const bool denied = deniesCrs(dataset.get(), member);
            const int count = GDALDatasetGetLayerCount(dataset.get());
            for (int i = 0; i < count; ++i) {
                OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
                if (OGR_L_GetGeomType(layer) == wkbNone)
                    continue;
                const QString name = QString::fromUtf8(OGR_L_GetName(layer));
                found.push_back({member, name, name, describe(layer, name)});
                if (denied)
                    found.back().sublayer.crs.reset();
            }
            // In an archive of many files each is called by its path; a GeoJSON's own name counts
            // for little there.
            if (file.members().size() > 1)
                for (Entry& entry : found)
                    entry.name = found.size() == 1
                                     ? file.memberName(member)
                                     : file.memberName(member) + QLatin1Char('/') + entry.layer;
            for (Entry& entry : found) {
                entry.sublayer.name = entry.name;
                entries.push_back(std::move(entry));
            }
        } catch (const base::Error& error) {
            failure = error;
        }
    }
    if (entries.empty() && failure)
        throw base::Error(*failure);
    if (entries.empty())
        throw base::Error(
            Text::tr("“%1” holds no layer with places in it. A table needs columns named "
                     "longitude and latitude; sites are better imported.")
                .arg(file.name()));
    return entries;
}

// A code page file wins over the number in the table's header.
QString encodingOf(OGRLayerH layer)
{
    for (const char* item : {"ENCODING_FROM_CPG", "ENCODING_FROM_LDID"})
        if (const char* name = GDALGetMetadataItem(layer, item, "SHAPEFILE"); name && *name)
            return QString::fromLatin1(name);
    return {};
}

std::optional<FieldType> typeOf(OGRFieldDefnH field)
{
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64:
        return FieldType::Integer;
    case OFTReal:
        return FieldType::Real;
    case OFTBinary:
        return std::nullopt;
    default:
        return FieldType::Text;
    }
}

[[noreturn]] void refuseChoice(const SourceFile& file, const std::vector<Entry>& entries,
                               const QString& wanted)
{
    QStringList names;
    for (const Entry& entry : entries)
        names << entry.name;
    constexpr qsizetype MostNames = 40;
    if (names.size() > MostNames)
        names = names.first(MostNames) << QStringLiteral("…");
    const QString list = names.join(QStringLiteral(", "));
    if (wanted.isEmpty())
        throw base::Error(
            Text::tr("“%1” holds several layers. Say which one: %2.").arg(file.name(), list));
    throw base::Error(Text::tr("“%1” holds no layer “%2”. Choose one of these: %3.")
                          .arg(file.name(), wanted, list));
}

} // namespace

VectorSource::VectorSource(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

VectorSource::VectorSource(VectorSource&&) noexcept = default;
VectorSource& VectorSource::operator=(VectorSource&&) noexcept = default;
VectorSource::~VectorSource() = default;

std::vector<Sublayer> VectorSource::listSublayers(const QString& path)
{
    std::vector<Sublayer> sublayers;
    for (Entry& entry : entriesOf(SourceFile::onDisk(path, SourceKind::Vector)))
        sublayers.push_back(std::move(entry.sublayer));
    return sublayers;
}

VectorSource VectorSource::open(const QString& path, const QString& sublayer)
{
    return choose(std::make_unique<State>(SourceFile::onDisk(path, SourceKind::Vector)), sublayer);
}

VectorSource VectorSource::openBytes(const QByteArray& bytes, const QString& fileName,
                                     const QString& sublayer)
{
    return choose(
        std::make_unique<State>(SourceFile::inMemory(bytes, fileName, SourceKind::Vector)),
        sublayer);
}

VectorSource VectorSource::choose(std::unique_ptr<State> state, const QString& sublayer)
{
    const std::vector<Entry> entries = entriesOf(state->file);
    const auto chosen = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return sublayer.isEmpty() ? entries.size() == 1 : entry.name == sublayer;
    });
    if (chosen == entries.end())
        refuseChoice(state->file, entries, sublayer);
    const GdalComplaints complaints;
    state->dataset = state->file.open(chosen->member, openOptions(chosen->member));
    OGRLayerH layer =
        GDALDatasetGetLayerByName(state->dataset.get(), chosen->layer.toUtf8().constData());
    if (!layer)
        refuseChoice(state->file, entries, chosen->name);
    state->layer = layer;
    state->name = chosen->name;
    state->driver =
        QString::fromLatin1(GDALGetDriverShortName(GDALGetDatasetDriver(state->dataset.get())));
    state->encoding = encodingOf(layer);
    state->crs = chosen->sublayer.crs;
    state->kind = chosen->sublayer.kind;
    state->count = chosen->sublayer.featureCount;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const std::optional<FieldType> type = typeOf(field);
        if (!type)
            continue;
        state->fields.push_back({decodeText(OGR_Fld_GetNameRef(field), state->encoding), *type});
        state->fieldNumbers.push_back(i);
    }
    return VectorSource(std::move(state));
}

QString VectorSource::fileName() const
{
    return m_state->file.name();
}

QString VectorSource::sublayer() const
{
    return m_state->name;
}

QString VectorSource::driver() const
{
    return m_state->driver;
}

const std::vector<Field>& VectorSource::fields() const
{
    return m_state->fields;
}

std::optional<qint64> VectorSource::featureCount() const
{
    return m_state->count;
}

std::optional<GeometryKind> VectorSource::kind() const
{
    return m_state->kind;
}

std::optional<Crs> VectorSource::crs() const
{
    return m_state->crs;
}

QString VectorSource::encoding() const
{
    return m_state->encoding;
}

std::optional<Extent> VectorSource::extent() const
{
    const GdalComplaints complaints;
    OGREnvelope box;
    if (OGR_L_GetExtent(m_state->layer, &box, TRUE) != OGRERR_NONE || !std::isfinite(box.MinX) ||
        !std::isfinite(box.MinY) || !std::isfinite(box.MaxX) || !std::isfinite(box.MaxY))
        return std::nullopt;
    const Extent extent{box.MinX, box.MinY, box.MaxX, box.MaxY};
    return extent.isEmpty() ? std::nullopt : std::optional(extent);
}

std::optional<Extent> VectorSource::degrees() const
{
    const std::optional<Extent> box = crs() ? extent() : std::nullopt;
    return box ? roughDegrees(*crs(), *box) : std::nullopt;
}

} // namespace geo
