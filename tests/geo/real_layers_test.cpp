// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/source_layers.h"
#include "tests/support/real_data.h"
#include <QDirIterator>
#include <QtTest>
#include <cmath>
#include <set>

// Every layer that surveys published and we hold: it opens where it belongs, or says what is wrong
// with it. Counts and extents are those of GDAL's own tools and, of text, of a few lines of Python.
namespace {

QStringList wordsOf(const geo::Column& column)
{
    QStringList words;
    for (std::size_t word = 0; word < column.wordCount(); ++word)
        words << column.wordText(word);
    return words;
}

constexpr auto P = geo::GeometryKind::Point;
constexpr auto L = geo::GeometryKind::Line;
constexpr auto A = geo::GeometryKind::Polygon;

struct Features
{
    const char* file;
    const char* sublayer; // empty: the only one
    const char* crs;      // what a person says where the file does not
    geo::GeometryKind kind;
    int count;
    geo::Extent degrees; // to 0.01; empty: not compared
    const char* issue;   // words of it; empty: there is none
};

const Features AllFeatures[] = {
    {"geology/aoi_h4_swus.gpkg", "reprojected", "", A, 1, {-122.00, 35.00, -114.00, 43.05}, ""},
    {"geology/aoi_regional_lithium_shp.zip",
     "regional_lithium",
     "",
     A,
     1,
     {-120.76, 30.65, -107.41, 42.59},
     ""},
    {"geology/aoi_regional_porphyry_copper_shp.zip",
     "regional_porphyry_copper",
     "",
     A,
     1,
     {-118.89, 31.33, -106.53, 36.56},
     ""},
    {"geology/az1000k_mapunitpolys_reattached.gpkg",
     "az1000k_mapunitpolys",
     "",
     A,
     4841,
     {-114.82, 31.33, -109.04, 37.00},
     ""},
    {"geology/azgs_active_faults_shp.zip",
     "OGRGeoJSON",
     "",
     L,
     1781,
     {-114.72, 30.35, -109.03, 37.00},
     ""},
    {"geology/azgs_earth_fissures.geojson.zip",
     "",
     "",
     L,
     7598,
     {-113.30, 31.68, -109.18, 33.60},
     ""},
    {"geology/azgs_safford_gems_mapunitpolys_shp.zip",
     "MapUnitPolys",
     "",
     A,
     1211,
     {-109.86, 32.62, -109.62, 32.75},
     "names no datum"},
    {"geology/az1000k_raw_azgs.zip",
     "OtherLines.geojson",
     "",
     L,
     466,
     {-114.82, 31.33, -109.04, 37.00},
     ""},
    {"geology/az1000k_raw_azgs.zip",
     "polyswithcolor",
     "EPSG:4326",
     A,
     4841,
     {-114.82, 31.33, -109.04, 37.00},
     ""},
    {"geology/mx_basin_hydrogeologic_units_shp.zip",
     "Faults",
     "",
     L,
     34,
     {-99.34, 19.02, -98.17, 20.10},
     ""},
    {"geology/mx_basin_hydrogeologic_units_shp.zip",
     "Sections",
     "",
     L,
     42,
     {-99.40, 19.00, -98.06, 20.24},
     ""},
    {"geology/mx_basin_hydrogeologic_units_shp.zip",
     "surface_hydrological_units",
     "",
     A,
     130,
     {-99.51, 18.93, -98.19, 20.23},
     ""},
    {"geology/mx_hidalgo_comarca_minera_geologia_shp.zip",
     "geologia",
     "",
     A,
     46,
     {-98.86, 19.87, -98.36, 20.45},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "bear_lodge_faults_sgmc",
     "",
     L,
     38,
     {-104.54, 44.34, -103.90, 44.56},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "climax_faults",
     "",
     L,
     25,
     {-106.39, 39.19, -106.08, 39.65},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "darwin_faults",
     "",
     L,
     125,
     {-117.82, 36.08, -117.40, 36.57},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "goldfield_faults",
     "",
     L,
     87,
     {-117.42, 37.50, -116.83, 38.13},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "jerome_faults_sgmc",
     "",
     L,
     58,
     {-112.32, 34.49, -111.77, 35.00},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "jerritt_canyon_faults",
     "",
     L,
     100,
     {-116.03, 41.20, -115.40, 41.70},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "marysvale_faults",
     "",
     L,
     69,
     {-112.34, 38.17, -111.97, 38.88},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "mcdermitt_faults",
     "",
     L,
     309,
     {-118.00, 41.79, -117.30, 42.45},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "mountain_pass_faults",
     "",
     L,
     2,
     {-115.49, 35.52, -115.29, 35.68},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "oatman_faults",
     "",
     L,
     81,
     {-114.51, 34.79, -114.39, 34.90},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "silver_peak_faults",
     "",
     L,
     494,
     {-118.11, 37.50, -117.30, 38.11},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "steamboat_springs_faults",
     "",
     L,
     684,
     {-119.90, 39.24, -119.55, 39.61},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "stillwater_faults",
     "",
     L,
     652,
     {-110.43, 45.18, -109.58, 45.73},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "tonopah_faults",
     "",
     L,
     132,
     {-117.42, 37.79, -116.83, 38.34},
     ""},
    {"geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
     "yerington_faults",
     "",
     L,
     165,
     {-119.43, 38.65, -118.79, 39.12},
     ""},
    {"context/mexico_states_municipalities_inegi.topojson",
     "states",
     "EPSG:4326",
     A,
     32,
     {-118.40, 14.53, -86.72, 32.72},
     ""},
    {"context/mexico_states_municipalities_inegi.topojson",
     "municipalities",
     "EPSG:4326",
     A,
     2436,
     {-118.40, 14.53, -86.72, 32.72},
     ""},
    {"context/us_counties_states_census.topojson",
     "counties",
     "EPSG:4326",
     A,
     3231,
     {-179.14, -14.37, 179.77, 71.35},
     "1 features have no place"},
    {"context/us_counties_states_census.topojson",
     "states",
     "EPSG:4326",
     A,
     56,
     {-179.14, -14.37, 179.77, 71.35},
     ""},
    {"context/us_counties_states_census.topojson",
     "nation",
     "EPSG:4326",
     A,
     1,
     {-179.14, -14.37, 179.77, 71.35},
     ""},
    {"context/world_countries_50m.topojson",
     "countries",
     "EPSG:4326",
     A,
     241,
     {-180.00, -90.00, 180.00, 83.60},
     ""},
    {"context/world_countries_50m.topojson",
     "land",
     "EPSG:4326",
     A,
     1,
     {-180.00, -90.00, 180.00, 83.60},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "railroads_10m",
     "",
     L,
     1127,
     {-150.08, 8.33, -59.95, 64.93},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "ports_10m",
     "",
     P,
     274,
     {-165.43, 8.09, -52.12, 73.07},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "airports_10m",
     "",
     P,
     268,
     {-165.44, 7.13, -50.69, 74.72},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "populated_places_10m",
     "",
     P,
     1210,
     {-171.73, 14.90, -52.68, 74.68},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "urban_areas_50m",
     "",
     A,
     333,
     {-157.98, 8.03, -52.66, 64.88},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "rivers_10m",
     "",
     L,
     300,
     {-132.31, 13.26, -60.42, 61.85},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "rivers_na_supplement_10m",
     "",
     L,
     956,
     {-124.07, 13.12, -84.25, 46.85},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "lakes_10m",
     "",
     A,
     352,
     {-124.84, 13.92, -60.57, 60.88},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "lakes_na_supplement_10m",
     "",
     A,
     182,
     {-124.21, 14.79, -85.78, 45.00},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "playas_10m",
     "",
     A,
     15,
     {-118.84, 24.69, -104.70, 41.51},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "us_nps_areas_10m",
     "",
     A,
     61,
     {-167.52, 19.06, -78.15, 68.66},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "us_nps_lines_10m",
     "",
     L,
     29,
     {-156.54, 26.56, -68.92, 59.14},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "us_nps_points_10m",
     "",
     P,
     308,
     {-157.96, 17.73, -64.62, 59.63},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "admin0_boundary_lines_10m",
     "",
     L,
     21,
     {-141.01, 12.98, -63.02, 69.65},
     ""},
    {"context/natural_earth_northamerica.gpkg",
     "admin1_states_10m",
     "",
     A,
     97,
     {-179.14, 14.55, 179.78, 83.12},
     ""},
    {"context/osm_hv_grid_mx_us.gpkg",
     "hv_lines",
     "",
     L,
     8894,
     {-115.94, 14.87, -68.53, 48.89},
     "12 features have no place"},
    {"context/osm_hv_grid_mx_us.gpkg",
     "hv_nodes",
     "",
     P,
     6465,
     {-115.94, 14.87, -68.53, 48.89},
     "6 features have no place"},
    {"context/us_tribal_lands_aiannh_2021.gpkg",
     "",
     "",
     A,
     704,
     {-174.23, 18.91, -67.04, 71.34},
     ""},
    {"context/usace_principal_ports.geojson", "", "", P, 150, {-166.55, 17.98, -65.84, 67.73}, ""},
    {"sites/minmod_lithium_points.geojson", "", "", P, 670, {}, "6 features were left off the map"},
    {"sites/blm_mcdermitt_lithium_claims.geojson.zip",
     "",
     "",
     A,
     6551,
     {-118.21, 41.63, -117.72, 42.14},
     ""},
    {"sites/mx_inegi_localidades_2025.geojsonl.zip",
     "",
     "",
     A,
     50763,
     {-117.12, 14.56, -86.71, 32.72},
     ""},
    {"sites/usmin_ca_north_polys.geojson.zip",
     "",
     "",
     A,
     727,
     {-124.11, 40.38, -122.34, 41.74},
     ""},
    {"sites/mx_hidalgo_comarca_minera_minas_shp.zip",
     "",
     "",
     P,
     19,
     {-98.75, 20.08, -98.57, 20.22},
     ""},
    {"sites/usmin_klamath_points_shp.zip", "", "", P, 4404, {-124.37, 38.28, -120.56, 43.27}, ""},
    {"sites/blm_norcal_mining_claims_geojson.zip",
     "blm_mining_claims_active",
     "",
     A,
     823,
     {-124.17, 38.22, -121.10, 41.80},
     ""},
    {"sites/blm_norcal_mining_claims_geojson.zip",
     "blm_mining_claims_closed",
     "",
     A,
     2000,
     {-124.00, 38.17, -120.90, 41.78},
     ""},
    {"geology/gmt_california_faults.txt",
     "",
     "EPSG:4326",
     L,
     670,
     {-137.11, 23.61, -103.22, 58.44},
     ""},
    {"rasters/baja_bathymetry_ship_xyz.zip",
     "",
     "EPSG:4326",
     P,
     82970,
     {-115.00, 20.00, -105.29, 29.99},
     ""},
    {"context/nga_world_port_index_northamerica.csv",
     "",
     "EPSG:4326",
     P,
     959,
     {-176.63, 14.70, 179.30, 74.68},
     ""},
    {"context/us_mexico_border_crossings.csv",
     "",
     "EPSG:4326",
     P,
     28,
     {-117.03, 25.95, -97.40, 32.72},
     ""},
    {"context/wri_power_plants_us_mx_ca.csv",
     "",
     "EPSG:4326",
     P,
     11517,
     {-171.71, 13.30, 144.90, 71.29},
     "266 features have no place"},
    {"context/border_crossing_entry_monthly_2020_2021.csv.zip",
     "",
     "EPSG:4326",
     P,
     16913,
     {-141.00, 25.95, -66.98, 62.62},
     ""},
};

struct Raster
{
    const char* file;
    const char* crs;
    QSize size;
    geo::Extent degrees;
    QPointF place; // and the value there, as gdallocationinfo says
    double value;
    const char* issue;
};

const Raster AllRasters[] = {
    {"rasters/alos_aw3d30_elcobre_veracruz_utm14n.tif",
     "",
     {228, 199},
     {-96.52, 19.62, -96.45, 19.67},
     {-96.48, 19.64},
     222,
     ""},
    {"rasters/earth_relief_1deg.tif", "", {360, 180}, {-180, -90, 180, 90}, {86.5, 32.5}, 4868, ""},
    {"rasters/gtopo30_colorado_newmexico_30s.nc",
     "EPSG:4326",
     {600, 600},
     {-108, 35, -103, 40},
     {-104.996, 39.746},
     1585,
     ""},
    {"rasters/macrostrat_geology_north_america_z1_3857.tif",
     "",
     {512, 512},
     {-180, 0, 0, 85.05},
     {-110.9, 32.2},
     238,
     ""},
    {"rasters/noaa_emag2_v2_1deg.tif",
     "",
     {361, 181},
     {-180.5, -90, 180.5, 90},
     {-112, 33},
     -68.1550903320312,
     "722 values lie far from all others"},
    {"context/etopo5_dem_northamerica.tif",
     "",
     {781, 457},
     {-130.13, 12.96, -65.04, 51.04},
     {-99.13, 19.43},
     2240,
     ""},
};

// Legends: tables without coordinates.
const char* const Tables[] = {"geology/az1000k_DescriptionOfMapUnits.csv",
                              "geology/sgm_unit_examples.csv",
                              "geology/usgs_grand_canyon_unit_definitions.csv"};

// Roughly; a projected extent's sides are curves.
bool isNear(const geo::Extent& a, const geo::Extent& b, double within)
{
    return std::fabs(a.west - b.west) <= within && std::fabs(a.east - b.east) <= within &&
           std::fabs(a.south - b.south) <= within && std::fabs(a.north - b.north) <= within;
}

QString textOf(const geo::Extent& extent)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(extent.west)
        .arg(extent.south)
        .arg(extent.east)
        .arg(extent.north);
}

// Exactly the issue that is due; notes come besides.
QString surprise(const std::vector<base::Issue>& issues, const QString& due)
{
    bool told = due.isEmpty();
    QStringList others;
    for (const base::Issue& issue : issues)
        if (!due.isEmpty() && issue.text.contains(due))
            told = true;
        else if (issue.severity != base::Severity::Note)
            others << issue.text;
    if (!told)
        others << QStringLiteral("not said: ") + due;
    return others.join(u'\n');
}

} // namespace

class RealLayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsExpected();
    void features_data();
    void features();
    void rasters_data();
    void rasters();
    void tablesWithoutPlaces_data();
    void tablesWithoutPlaces();
    void saffordReadsAsWindows();
    void severalAreAsked();
};

void RealLayersTest::everyFileIsExpected()
{
    VETA_NEEDS_REAL_DATA(root, "");
    std::set<QString> expected;
    for (const Features& each : AllFeatures)
        expected.insert(QString::fromLatin1(each.file));
    for (const Raster& each : AllRasters)
        expected.insert(QString::fromLatin1(each.file));
    for (const char* each : Tables)
        expected.insert(QString::fromLatin1(each));
    for (const QString& folder :
         {QStringLiteral("geology"), QStringLiteral("rasters"), QStringLiteral("context")}) {
        QDirIterator files(QDir(root).filePath(folder), QDir::Files);
        while (files.hasNext()) {
            files.next();
            const QString file = folder + u'/' + files.fileName();
            QVERIFY2(expected.contains(file), qPrintable(file));
        }
    }
}

void RealLayersTest::features_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(AllFeatures)); ++i)
        QTest::addRow("%s %s", AllFeatures[i].file, AllFeatures[i].sublayer) << i;
}

void RealLayersTest::features()
{
    QFETCH(int, row);
    const Features& expected = AllFeatures[row];
    const QString path = support::realData(QString::fromLatin1(expected.file));
    if (!QFile::exists(path))
        QSKIP("set VETA_REAL_DATA to the folder of real data to run this test");
    geo::OpenedLayer opened = geo::openLayer(path, QString::fromLatin1(expected.sublayer));
    QVERIFY(opened.vector.has_value());
    geo::VectorSource& source = *opened.vector;
    const QString given = QString::fromLatin1(expected.crs);
    QCOMPARE(source.crs().has_value(), given.isEmpty());
    const geo::Crs crs = source.crs() ? *source.crs() : geo::Crs::fromText(given);
    std::vector<base::Issue> issues;
    base::Progress progress;
    const auto layer = geo::FeatureLayer::read(
        source, geo::Operation::between(crs, geo::Crs::wgs84(), source.degrees()), progress,
        &issues);
    QCOMPARE(int(layer.size()), expected.count);
    QCOMPARE(layer.kind(), expected.kind);
    QVERIFY2(expected.degrees.isEmpty() || isNear(layer.extent(), expected.degrees, 0.02),
             qPrintable(textOf(layer.extent())));
    const QString said = surprise(issues, QString::fromLatin1(expected.issue));
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void RealLayersTest::rasters_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(AllRasters)); ++i)
        QTest::newRow(AllRasters[i].file) << i;
}

void RealLayersTest::rasters()
{
    QFETCH(int, row);
    const Raster& expected = AllRasters[row];
    const QString path = support::realData(QString::fromLatin1(expected.file));
    if (!QFile::exists(path))
        QSKIP("set VETA_REAL_DATA to the folder of real data to run this test");
    const geo::SourceLayers listed = geo::listLayers(path);
    QCOMPARE(listed.layers.size(), std::size_t(1));
    QVERIFY(listed.layers[0].raster);
    QCOMPARE(listed.layers[0].size, expected.size);
    geo::OpenedLayer opened = geo::openLayer(path, {});
    QVERIFY(opened.raster.has_value());
    geo::RasterSource& source = *opened.raster;
    const QString given = QString::fromLatin1(expected.crs);
    QCOMPARE(source.crs().has_value(), given.isEmpty());
    if (!given.isEmpty())
        source.setOperation(geo::Operation::between(geo::Crs::fromText(given), geo::Crs::wgs84()));
    QVERIFY2(isNear(source.degrees().value(), expected.degrees, 0.03),
             qPrintable(textOf(*source.degrees())));
    QVERIFY(std::fabs(source.valueAt(expected.place).at(0).value() - expected.value) < 1e-6);
    base::Progress progress;
    const QString said = surprise(source.issues(progress), QString::fromLatin1(expected.issue));
    QVERIFY2(said.isEmpty(), qPrintable(said));
    const auto range = source.valueRange(progress);
    QVERIFY(range && range->first > -12000 && range->second < 9000); // of what is real
}

void RealLayersTest::tablesWithoutPlaces_data()
{
    QTest::addColumn<QString>("file");
    for (const char* each : Tables)
        QTest::newRow(each) << QString::fromLatin1(each);
}

void RealLayersTest::tablesWithoutPlaces()
{
    QFETCH(QString, file);
    const QString path = support::realData(file);
    if (!QFile::exists(path))
        QSKIP("set VETA_REAL_DATA to the folder of real data to run this test");
    try {
        geo::openLayer(path, {});
        QFAIL("a table without coordinates was taken for a map");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QFileInfo(path).fileName()), error.what());
        QVERIFY2(error.message().contains(QStringLiteral("longitude and latitude")), error.what());
    }
}

void RealLayersTest::saffordReadsAsWindows()
{
    VETA_NEEDS_REAL_DATA(path, "geology/azgs_safford_gems_mapunitpolys_shp.zip");
    auto source = geo::VectorSource::open(path);
    base::Progress progress;
    std::vector<base::Issue> issues;
    const auto layer = geo::FeatureLayer::read(
        source, geo::Operation::between(*source.crs(), geo::Crs::wgs84()), progress, &issues);
    bool found = false;
    for (const geo::Column& column : layer.columns())
        for (const QString& word : wordsOf(column))
            found = found || word.contains(QStringLiteral("Pinaleño"));
    QVERIFY(found);
    QVERIFY(std::any_of(issues.begin(), issues.end(), [](const base::Issue& issue) {
        return issue.severity == base::Severity::Note &&
               issue.text.contains(QStringLiteral("Windows-1252"));
    }));
    // 26912 is what it means; the two lie together, as its issue says.
    auto again = geo::VectorSource::open(path);
    const auto meant = geo::FeatureLayer::read(
        again,
        geo::Operation::between(geo::Crs::fromText(QStringLiteral("EPSG:26912")),
                                geo::Crs::wgs84()),
        progress);
    QVERIFY(isNear(layer.extent(), meant.extent(), 3e-5));
}

void RealLayersTest::severalAreAsked()
{
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_raw_azgs.zip");
    try {
        geo::openLayer(path, {});
        QFAIL("one of several layers was taken");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("OtherLines.geojson, polyswithcolor")),
                 error.what());
    }
}

QTEST_GUILESS_MAIN(RealLayersTest)
#include "real_layers_test.moc"
