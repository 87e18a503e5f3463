// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/vector_entries.h"

#include "base/error.h"
#include "geo/kml_links.h"
#include "geo/plain_text_layer.h"
#include "geo/source_crs.h"
#include "geo/text.h"
#include "geo/text_encoding.h"
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <ogr_api.h>

namespace geo {

namespace {

const QStringList XNames =
    QStringLiteral("longitude,lon,long,lng,longitud,x,easting,utm_x").split(u',');
const QStringList YNames = QStringLiteral("latitude,lat,latitud,y,northing,utm_y").split(u',');

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

bool isDriver(GDALDatasetH dataset, const char* name)
{
    GDALDriverH driver = GDALGetDatasetDriver(dataset);
    return driver && qstrcmp(GDALGetDriverShortName(driver), name) == 0;
}

Sublayer describe(OGRLayerH layer, const QString& name)
{
    const GIntBig count = OGR_L_GetFeatureCount(layer, FALSE);
    return {name, kindOf(OGR_L_GetGeomType(layer)),
            count >= 0 ? std::optional<qint64>(count) : std::nullopt,
            crsOf(OGR_L_GetSpatialRef(layer))};
}

// Notes and tables lie beside maps in many archives; they are no loss.
bool mayBeNoMap(const QString& member)
{
    static const QStringList endings{
        QStringLiteral("txt"), QStringLiteral("xyz"),  QStringLiteral("xy"), QStringLiteral("dat"),
        QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("pdf")};
    return endings.contains(QFileInfo(member).suffix().toLower());
}

// Columns of a table in text that GDAL takes coordinates from, and that hold degrees and minutes:
// it would read whatever number they begin with.
bool holdsAngles(const SourceFile& file, const QString& staged)
{
    const GdalDataset dataset = file.open(staged); // where every column is text
    OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    if (!layer)
        return false;
    constexpr int MostRows = 200;
    static const QRegularExpression angle(
        QStringLiteral("\\d\\s*[°º˚'’′\"]|\\d\\s*[NSEWOnsewo]\\s*$|\\d[: ]+\\d+[: ]+\\d"));
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<int> columns;
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const QString name = decodeText(OGR_Fld_GetNameRef(field), {}).toLower();
        if (OGR_Fld_GetType(field) == OFTString && (XNames.contains(name) || YNames.contains(name)))
            columns.push_back(i);
    }
    bool found = false;
    for (int row = 0; row < MostRows && !columns.empty() && !found; ++row) {
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        if (!feature)
            break;
        for (const int column : columns)
            found = found ||
                    angle.match(decodeText(OGR_F_GetFieldAsString(feature, column), {})).hasMatch();
        OGR_F_Destroy(feature);
    }
    return found;
}

std::vector<VectorEntry> entriesIn(const SourceFile& file, const QString& member,
                                   const QString& staged)
{
    const GdalComplaints complaints;
    const std::shared_ptr<void> dataset = file.open(staged, vectorOpenOptions(staged));
    const bool denied = deniesCrs(dataset.get(), staged);
    const bool pdf = isDriver(dataset.get(), "PDF");
    const bool gpx = isDriver(dataset.get(), "GPX");
    std::vector<VectorEntry> found;
    const int count = GDALDatasetGetLayerCount(dataset.get());
    for (int i = 0; i < count; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        // A page without a place on the ground holds drawings, not layers.
        if (OGR_L_GetGeomType(layer) == wkbNone || (pdf && !OGR_L_GetSpatialRef(layer)))
            continue;
        if (isDriver(dataset.get(), "CSV") && holdsAngles(file, staged))
            throw base::Error(
                Text::tr("“%1” gives its positions in degrees and minutes, which are not drawn as "
                         "they are. Import it as sites: Import sites… in the menu, or veta-cli "
                         "import.")
                    .arg(file.name()));
        const QString name = decodeText(OGR_L_GetName(layer), {});
        if (gpx && (name == QLatin1String("route_points") || name == QLatin1String("track_points")))
            continue; // what routes and tracks are made of
        found.push_back({member, staged, i, name, describe(layer, name), nullptr});
        if (denied)
            found.back().sublayer.crs.reset();
        if (gpx)
            found.back().sublayer.featureCount = OGR_L_GetFeatureCount(layer, TRUE);
    }
    // A GPX always has all kinds of layers, and mostly features of one.
    const auto isEmpty = [](const VectorEntry& entry) {
        return entry.sublayer.featureCount == std::optional<qint64>(0);
    };
    if (gpx && !std::all_of(found.begin(), found.end(), isEmpty))
        std::erase_if(found, isEmpty);
    if (file.members().size() == 1)
        for (VectorEntry& entry : found)
            entry.dataset = dataset;
    return found;
}

// In an archive of many files each is called by its path; a GeoJSON's own name counts for little
// there.
void nameByMember(std::vector<VectorEntry>& found, const SourceFile& file, const QString& member)
{
    for (VectorEntry& entry : found) {
        const QString own = found.size() == 1 ? QString() : u'/' + entry.sublayer.name;
        entry.sublayer.name = file.memberName(member) + own;
        entry.shortName = file.shortName(member) + own;
    }
}

void tellApart(std::vector<VectorEntry>& entries)
{
    QSet<QString> names;
    for (VectorEntry& entry : entries) {
        const QString name = entry.sublayer.name;
        for (int again = 2; names.contains(entry.sublayer.name); ++again)
            entry.sublayer.name = QStringLiteral("%1 (%2)").arg(name).arg(again);
        names.insert(entry.sublayer.name);
    }
}

} // namespace

bool deniesCrs(void* dataset, const QString& staged)
{
    constexpr qsizetype Head = 1 << 20;
    return isDriver(dataset, "GeoJSON") && hasUnreadableCrs(firstBytes(staged, Head));
}

QStringList vectorOpenOptions(const QString& staged)
{
    const QString suffix = QFileInfo(staged).suffix().toLower();
    // Text as it stands in the file: which character set it is in is settled over all of it.
    if (suffix == QLatin1String("shp") || suffix == QLatin1String("dbf"))
        return {QStringLiteral("ENCODING=")};
    if (suffix == QLatin1String("csv"))
        return {QStringLiteral("AUTODETECT_TYPE=YES"),
                QStringLiteral("X_POSSIBLE_NAMES=") + XNames.join(u','),
                QStringLiteral("Y_POSSIBLE_NAMES=") + YNames.join(u','),
                QStringLiteral("GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom")};
    if (suffix == QLatin1String("gpkg"))
        return {QStringLiteral("LIST_ALL_TABLES=NO")};
    // GML writes what it learnt of a file beside it, and asks the net for what it does not know.
    if (suffix == QLatin1String("gml") ||
        (suffix != QLatin1String("kml") && suffix != QLatin1String("gpx") &&
         firstBytes(staged, 256).trimmed().startsWith('<')))
        return {QStringLiteral("WRITE_GFS=NO"), QStringLiteral("DOWNLOAD_SCHEMA=NO")};
    return {};
}

std::vector<VectorEntry> vectorEntries(SourceFile& file, const QString& wanted,
                                       std::vector<base::Issue>& issues)
{
    std::vector<VectorEntry> entries;
    std::optional<base::Error> failure;
    bool failureCounts = false;
    std::vector<base::Issue> failures;
    issues.insert(issues.end(), file.issues().begin(), file.issues().end());
    const QStringList members = file.membersFor(wanted);
    QStringList links; // to what is kept elsewhere
    for (const QString& member : members) {
        try {
            const QString staged = file.stage(member, issues);
            std::vector<VectorEntry> found = entriesIn(file, member, staged);
            links += networkLinks(file, member, staged);
            if (file.members().size() > 1)
                nameByMember(found, file, member);
            entries.insert(entries.end(), found.begin(), found.end());
        } catch (const base::Error& error) {
            const bool counts = !mayBeNoMap(member);
            if (!failure || (counts && !failureCounts))
                failure = error;
            failureCounts = failureCounts || counts;
            if (counts)
                failures.push_back({base::Severity::Warning,
                                    Text::tr("“%1” in the archive “%2” could not be opened. %3")
                                        .arg(file.memberName(member), file.name(), error.message()),
                                    {file.name(), 0, {}, {}}});
        }
    }
    // What a .kmz begins with often only names its other files.
    const auto isEmpty = [](const VectorEntry& entry) {
        return entry.sublayer.featureCount == std::optional<qint64>(0);
    };
    if (file.members().size() > 1 && !std::all_of(entries.begin(), entries.end(), isEmpty) &&
        file.name().endsWith(QLatin1String(".kmz"), Qt::CaseInsensitive))
        std::erase_if(entries, isEmpty);
    tellApart(entries);
    if (!links.isEmpty()) {
        const QString text = networkLinksText(file.name(), links);
        if (std::all_of(entries.begin(), entries.end(), isEmpty) && !failure)
            throw base::Error(text);
        issues.push_back({base::Severity::Warning, text, {file.name(), 0, {}, {}}});
    }
    if (entries.empty() && failure)
        throw base::Error(*failure);
    if (entries.empty())
        throw base::Error(
            Text::tr("“%1” holds no layer with places in it. A table needs columns named "
                     "longitude and latitude; sites are better imported.")
                .arg(file.name()));
    issues.insert(issues.end(), failures.begin(), failures.end());
    return entries;
}

} // namespace geo
