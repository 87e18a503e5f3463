// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_layers.h"

#include "base/error.h"
#include "geo/feature_layer.h"
#include "tests/support/folder_state.h"
#include "tests/support/gdal_files.h"
#include "tests/support/process.h"
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>
#include <cmath>
#include <cpl_vsi.h>

using support::writeGrid;
using support::writeLayers;
using support::WrittenGrid;
using support::WrittenLayer;

namespace {

const std::vector<support::WrittenPlace> TwoPlaces{{"POINT (-112.3 27.3)", "El Boleo"},
                                                   {"POINT (-110.3 31)", "Cananea"}};

QStringList namesOf(const geo::SourceLayers& source)
{
    QStringList names;
    for (const geo::SourceLayer& layer : source.layers)
        names << (layer.raster ? QStringLiteral("raster ") : QStringLiteral("vector ")) +
                     layer.name;
    return names;
}

geo::FeatureLayer readFeatures(const QString& path, const QString& name = {},
                               const QString& crs = QStringLiteral("EPSG:4326"))
{
    geo::OpenedLayer opened = geo::openLayer(path, name);
    if (!opened.vector)
        throw base::Error(QStringLiteral("a raster"));
    base::Progress progress;
    return geo::FeatureLayer::read(
        *opened.vector,
        geo::Operation::between(opened.vector->crs().value_or(geo::Crs::fromText(crs)),
                                geo::Crs::wgs84()),
        progress);
}

bool holdsBoth(const geo::FeatureLayer& layer)
{
    const geo::Extent box = layer.extent();
    return layer.size() == 2 && std::fabs(box.west + 112.3) < 1e-4 &&
           std::fabs(box.south - 27.3) < 1e-4 && std::fabs(box.east + 110.3) < 1e-4 &&
           std::fabs(box.north - 31) < 1e-4;
}

// Files of a folder into an archive, under `inside`.
void pack(const QString& folder, const QString& zip, const QString& inside)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    VSILFILE* keep = VSIFOpenL(QStringLiteral("/vsizip/%1").arg(zip).toUtf8().constData(), "wb");
    while (files.hasNext()) {
        const QString path = files.next();
        const QByteArray bytes = support::bytesAt(path);
        const QString member =
            QStringLiteral("/vsizip/%1/%2%3").arg(zip, inside, QDir(folder).relativeFilePath(path));
        VSILFILE* file = VSIFOpenL(member.toUtf8().constData(), "wb");
        VSIFWriteL(bytes.constData(), 1, std::size_t(bytes.size()), file);
        VSIFCloseL(file);
    }
    VSIFCloseL(keep);
}

template <typename T>
QByteArray big(T value)
{
    QByteArray bytes(sizeof value, '\0');
    if constexpr (std::is_floating_point_v<T>) {
        quint64 bits = 0;
        if constexpr (sizeof(T) == 4) {
            quint32 narrow = 0;
            memcpy(&narrow, &value, 4);
            qToBigEndian(narrow, bytes.data());
        } else {
            memcpy(&bits, &value, 8);
            qToBigEndian(bits, bytes.data());
        }
    } else {
        qToBigEndian(value, bytes.data());
    }
    return bytes;
}

// A binary ESRI grid of 4 x 4 floats, uncompressed, as its describers give it
// (home.gdal.org/projects/aigrid): values counted from 0, half a degree a pixel.
void writeBinaryGrid(const QString& folder)
{
    QVERIFY(QDir().mkpath(folder));
    const auto put = [&](const char* name, const QByteArray& bytes) {
        support::writeAt(folder + u'/' + QLatin1String(name), bytes);
    };
    QByteArray header =
        QByteArray("GRID1.2\0", 8).leftJustified(16, '\0') + big(qint32(2)) + big(qint32(1));
    header = header.leftJustified(256, '\0') + big(0.5) + big(0.5) + big(0.0) + big(0.0) +
             big(qint32(1)) + big(qint32(1)) + big(qint32(4)) + big(qint32(1)) + big(qint32(4));
    put("hdr.adf", header);
    put("dblbnd.adf", big(-112.0) + big(30.0) + big(-110.0) + big(32.0));
    put("sta.adf", big(0.0) + big(15.0) + big(7.5) + big(4.6));
    const QByteArray magic = QByteArray("\x00\x00\x27\x0a\xff\xff\xfc\x14", 8);
    QByteArray tile;
    for (int i = 0; i < 16; ++i)
        tile += big(float(i));
    const QByteArray data = magic.leftJustified(100, '\0') + big(qint16(tile.size() / 2)) + tile;
    const auto withLength = [&](QByteArray bytes) {
        return bytes.replace(24, 4, big(qint32(bytes.size() / 2)));
    };
    put("w001001.adf", withLength(data));
    put("w001001x.adf", withLength(magic.leftJustified(100, '\0') + big(qint32(50)) +
                                   big(qint32(tile.size() / 2))));
}

} // namespace

class SourceLayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void featuresOfManyKinds_data();
    void featuresOfManyKinds();
    void gridsOfManyKinds_data();
    void gridsOfManyKinds();
    void aFolderIsAGeodatabase();
    void aFolderIsABinaryGrid();
    void aKmzHoldsKml();
    void textOfCoordinates_data();
    void textOfCoordinates();
    void textWithoutCoordinatesIsNone();
    void aWorldFileAndPrjPlaceATiff();
    void netCdfHoldsSeveral();
    void aGeoPackageHoldsBoth();
    void aGeoPdfIsAPicture();
    void tilesOfFeatures();
    void anArchiveHoldsBoth();
    void namesTellKindsApart();
    void scaledValuesAreReal();
    void writesNothing();

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void SourceLayersTest::featuresOfManyKinds_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("named");
    QTest::newRow("GML 3") << QByteArray("GML") << "k.gml" << QStringList() << true;
    QTest::newRow("GML 2") << QByteArray("GML") << "k2.gml"
                           << QStringList(QStringLiteral("FORMAT=GML2")) << true;
    QTest::newRow("GMT") << QByteArray("OGR_GMT") << "k.gmt" << QStringList() << true;
    QTest::newRow("DXF") << QByteArray("DXF") << "k.dxf" << QStringList() << false;
    QTest::newRow("KML") << QByteArray("LIBKML") << "k.kml" << QStringList() << true;
    QTest::newRow("shapefile") << QByteArray("ESRI Shapefile") << "k.shp" << QStringList() << true;
}

void SourceLayersTest::featuresOfManyKinds()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    QFETCH(bool, named);
    writeLayers(driver.constData(), at(file), {{"k", 4326, wkbPoint, TwoPlaces}}, options);
    const geo::SourceLayers listed = geo::listLayers(at(file));
    QCOMPARE(listed.layers.size(), std::size_t(1));
    QVERIFY(!listed.layers[0].raster);
    QVERIFY(listed.issues.empty());
    QCOMPARE(listed.layers[0].crs.has_value(), driver != "DXF");
    const geo::FeatureLayer layer = readFeatures(at(file), listed.layers[0].name);
    QVERIFY(holdsBoth(layer));
    if (named) {
        const geo::Column* names = layer.column(QStringLiteral("name"));
        QVERIFY(names != nullptr);
        QCOMPARE(names->text(0), QStringLiteral("El Boleo"));
    }
    QCOMPARE(geo::listLayers(support::bytesAt(at(file)), file).layers.size(), std::size_t(1));
}

void SourceLayersTest::gridsOfManyKinds_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("saysCrs");
    QTest::newRow("netCDF") << QByteArray("netCDF") << "g.nc" << true;
    QTest::newRow("GMT's ending") << QByteArray("netCDF") << "g.grd" << true;
    QTest::newRow("Surfer text") << QByteArray("GSAG") << "t.grd" << false;
    QTest::newRow("Surfer binary") << QByteArray("GSBG") << "b.grd" << false;
    QTest::newRow("Surfer 7") << QByteArray("GS7BG") << "7.grd" << false;
    QTest::newRow("ESRI text") << QByteArray("AAIGrid") << "g.asc" << true;
    QTest::newRow("ESRI floats") << QByteArray("EHdr") << "g.flt" << true;
    QTest::newRow("GeoTIFF") << QByteArray("GTiff") << "g.tif" << true;
}

void SourceLayersTest::gridsOfManyKinds()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    QFETCH(bool, saysCrs);
    WrittenGrid grid;
    grid.type = GDT_Float32;
    writeGrid(driver.constData(), at(file), grid);
    const geo::SourceLayers listed = geo::listLayers(at(file));
    QCOMPARE(listed.layers.size(), std::size_t(1));
    QVERIFY(listed.layers[0].raster);
    QCOMPARE(listed.layers[0].size, QSize(4, 3));
    geo::OpenedLayer opened = geo::openLayer(at(file), {});
    QVERIFY(opened.raster.has_value());
    QCOMPARE(opened.raster->crs().has_value(), saysCrs);
    opened.raster->setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
    // Third column of the second row.
    QCOMPARE(opened.raster->valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
}

void SourceLayersTest::aFolderIsAGeodatabase()
{
    writeLayers("OpenFileGDB", at(QStringLiteral("survey.gdb")),
                {{"minas", 4326, wkbPoint, TwoPlaces},
                 {"fallas", 4326, wkbLineString, {{"LINESTRING (-110 30,-109 31)", "a"}}}});
    const QStringList both{QStringLiteral("vector minas"), QStringLiteral("vector fallas")};
    QCOMPARE(namesOf(geo::listLayers(at(QStringLiteral("survey.gdb")))), both);
    QCOMPARE(namesOf(geo::listLayers(at(QStringLiteral("survey.gdb/")))), both);
    QVERIFY(holdsBoth(readFeatures(at(QStringLiteral("survey.gdb")), QStringLiteral("minas"))));
    // Packed with its folder, and without.
    pack(at(QStringLiteral("survey.gdb")), at(QStringLiteral("packed.zip")),
         QStringLiteral("data/survey.gdb/"));
    QVERIFY(holdsBoth(readFeatures(at(QStringLiteral("packed.zip")), QStringLiteral("minas"))));
    pack(at(QStringLiteral("survey.gdb")), at(QStringLiteral("flat.gdb.zip")), {});
    QVERIFY(holdsBoth(readFeatures(at(QStringLiteral("flat.gdb.zip")), QStringLiteral("minas"))));
    // A folder of other things is none.
    QVERIFY(QDir().mkpath(at(QStringLiteral("empty.gdb"))));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::listLayers(at(QStringLiteral("empty.gdb"))));
}

void SourceLayersTest::aFolderIsABinaryGrid()
{
    writeBinaryGrid(at(QStringLiteral("dem")));
    for (const QString& path : {QStringLiteral("dem"), QStringLiteral("dem/hdr.adf")}) {
        const geo::SourceLayers listed = geo::listLayers(at(path));
        QCOMPARE(namesOf(listed), QStringList(QStringLiteral("raster dem")));
        QCOMPARE(listed.layers[0].size, QSize(4, 4));
        geo::OpenedLayer opened = geo::openLayer(at(path), {});
        QCOMPARE(opened.raster->driver(), QStringLiteral("AIG"));
        opened.raster->setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
        QCOMPARE(opened.raster->valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
    }
    pack(at(QStringLiteral("dem")), at(QStringLiteral("dem.zip")), QStringLiteral("grids/dem/"));
    geo::OpenedLayer packed = geo::openLayer(at(QStringLiteral("dem.zip")), {});
    packed.raster->setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
    QCOMPARE(packed.raster->valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
}

void SourceLayersTest::aKmzHoldsKml()
{
    writeLayers("LIBKML", at(QStringLiteral("k.kmz")),
                {{"minas", 4326, wkbPoint, TwoPlaces}, {"vacio", 4326, wkbPoint, {}}});
    const geo::SourceLayers listed = geo::listLayers(at(QStringLiteral("k.kmz")));
    // The document that only names the others is no layer.
    QCOMPARE(namesOf(listed), QStringList(QStringLiteral("vector layers/minas")));
    const geo::FeatureLayer layer = readFeatures(at(QStringLiteral("k.kmz")));
    QVERIFY(holdsBoth(layer));
    QCOMPARE(layer.column(QStringLiteral("name"))->text(0), QStringLiteral("El Boleo"));
}

void SourceLayersTest::textOfCoordinates_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<geo::GeometryKind>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value"); // of the first
    const QByteArray segments =
        "# faults\n> 829a\n -112.3 27.3\n -111 28\n> -L\"San Andreas\" -Z3\n"
        "-110.3 31\n-111 28\n";
    QTest::newRow("segments") << "s.txt" << segments << 2 << geo::GeometryKind::Line << "name"
                              << "829a";
    QTest::newRow("segments of GMT") << "s.gmt" << QByteArray(segments).replace('\n', "\r\n") << 2
                                     << geo::GeometryKind::Line << "name"
                                     << "829a";
    QTest::newRow("rings") << "r.dat"
                           << QByteArray("> a\n-112.3 27.3\n-110.3 27.3\n-110.3 31\n-112.3 27.3\n")
                           << 1 << geo::GeometryKind::Polygon << "name"
                           << "a";
    QTest::newRow("parted by NaN") << "n.txt"
                                   << QByteArray(">\n-112.3 27.3\n-111 28\nNaN NaN\n-110.3 "
                                                 "31\n-111 28\n")
                                   << 2 << geo::GeometryKind::Line << "name"
                                   << "";
    QTest::newRow("points") << "p.xyz" << QByteArray("-112.3\t27.3\t-636.0\n-110.3\t31\t5\n") << 2
                            << geo::GeometryKind::Point << "z"
                            << "-636";
    QTest::newRow("points from 0 to 360")
        << "o.xyz" << QByteArray("247.7 27.3 -636.5\n249.7 31 5\n") << 2 << geo::GeometryKind::Point
        << "z"
        << "-636.5";
    QTest::newRow("titles, latitude first")
        << "t.txt" << QByteArray("lat,lon,grade\n27.3,-112.3,1.5\n31,-110.3,2\n") << 2
        << geo::GeometryKind::Point << "grade"
        << "1.5";
    QTest::newRow("old Macintosh lines")
        << "m.xy" << QByteArray("-112.3 27.3\r-110.3 31\r") << 2 << geo::GeometryKind::Point << ""
        << "";
}

void SourceLayersTest::textOfCoordinates()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(int, count);
    QFETCH(geo::GeometryKind, kind);
    QFETCH(QString, field);
    QFETCH(QString, value);
    support::writeAt(at(file), text);
    const geo::SourceLayers listed = geo::listLayers(at(file));
    QCOMPARE(listed.layers.size(), std::size_t(1));
    QVERIFY(!listed.layers[0].crs.has_value()); // such text says none
    const geo::FeatureLayer layer = readFeatures(at(file));
    QCOMPARE(int(layer.size()), count);
    QCOMPARE(layer.kind(), kind);
    QVERIFY(std::fabs(layer.extent().west + 112.3) < 1e-9 &&
            std::fabs(layer.extent().north - 31) < 1e-9);
    if (!field.isEmpty())
        QCOMPARE(layer.column(field)->text(0), value);
    if (text.contains("San Andreas"))
        QCOMPARE(layer.column(field)->text(1), QStringLiteral("San Andreas"));
}

void SourceLayersTest::textWithoutCoordinatesIsNone()
{
    support::writeAt(at(QStringLiteral("letter.txt")),
                     "Dear colleague,\nhere are 3 sites.\nYours, Ana\n");
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::listLayers(at(QStringLiteral("letter.txt"))));
    // A few lines that are none are counted, and the rest is read.
    QByteArray lines;
    for (int i = 0; i < 50; ++i)
        lines += "-112.3 27.3 " + QByteArray::number(i) + '\n';
    support::writeAt(at(QStringLiteral("broken.xyz")), lines + "end of file\n-112\n");
    auto source = geo::VectorSource::open(at(QStringLiteral("broken.xyz")));
    base::Progress progress;
    std::vector<base::Issue> issues;
    const auto layer = geo::FeatureLayer::read(
        source, geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()), progress, &issues);
    QCOMPARE(layer.size(), std::size_t(50));
    QCOMPARE(issues.size(), std::size_t(1));
    QVERIFY2(issues[0].text.startsWith(QStringLiteral("2 lines")), qPrintable(issues[0].text));
}

void SourceLayersTest::aWorldFileAndPrjPlaceATiff()
{
    WrittenGrid grid;
    grid.epsg = 0;
    grid.type = GDT_Byte;
    writeGrid("GTiff", at(QStringLiteral("scan.tif")), grid,
              {QStringLiteral("PROFILE=BASELINE"), QStringLiteral("TFW=YES")});
    QVERIFY(QFile::exists(at(QStringLiteral("scan.tfw"))));
    auto bare = geo::RasterSource::open(at(QStringLiteral("scan.tif")));
    QVERIFY(!bare.crs().has_value());
    QVERIFY(std::fabs(bare.geoTransform()[0] + 112) < 1e-9);
    support::writeAt(at(QStringLiteral("scan.prj")),
                     geo::Crs::fromText(QStringLiteral("EPSG:4267")).wkt().toUtf8());
    const auto placed = geo::RasterSource::open(at(QStringLiteral("scan.tif")));
    QCOMPARE(placed.crs()->name(), QStringLiteral("NAD27"));
    // Packed together they stay together.
    QVERIFY(QDir().mkpath(at(QStringLiteral("scan"))));
    for (const char* ending : {"tif", "tfw", "prj"})
        QVERIFY(QFile::copy(at(QStringLiteral("scan.") + QLatin1String(ending)),
                            at(QStringLiteral("scan/scan.") + QLatin1String(ending))));
    pack(at(QStringLiteral("scan")), at(QStringLiteral("scan.zip")), QStringLiteral("s/"));
    const auto packed = geo::RasterSource::open(at(QStringLiteral("scan.zip")));
    QCOMPARE(packed.crs()->name(), QStringLiteral("NAD27"));
    QCOMPARE(packed.valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
}

void SourceLayersTest::netCdfHoldsSeveral()
{
    WrittenGrid grid;
    grid.type = GDT_Float32;
    grid.bands = 2;
    const QStringList awkward{QStringLiteral("two.nc"), QStringLiteral("a \"b\" ñ.nc")};
    for (const QString& name : awkward) {
        writeGrid("netCDF", at(QStringLiteral("plain.nc")), grid);
        QVERIFY(QFile::rename(at(QStringLiteral("plain.nc")), at(name)));
        const geo::SourceLayers listed = geo::listLayers(at(name));
        QCOMPARE(namesOf(listed),
                 QStringList({QStringLiteral("raster Band1"), QStringLiteral("raster Band2")}));
        try {
            geo::openLayer(at(name), {});
            QFAIL("one of two grids was taken");
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(QStringLiteral("Band1, Band2")), error.what());
        }
        const geo::OpenedLayer opened = geo::openLayer(at(name), QStringLiteral("Band2"));
        QVERIFY(opened.severalRasters);
        QCOMPARE(opened.raster->sublayer(), QStringLiteral("Band2"));
        QCOMPARE(opened.raster->valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
        const auto bytes = geo::RasterSource::openBytes(
            support::bytesAt(at(name)), QStringLiteral("kept.nc"), QStringLiteral("Band1"));
        QCOMPARE(bytes.valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
        QVERIFY_THROWS_EXCEPTION(base::Error, geo::openLayer(at(name), QStringLiteral("Band3")));
    }
}

void SourceLayersTest::aGeoPackageHoldsBoth()
{
    const QString path = at(QStringLiteral("both.gpkg"));
    WrittenGrid grid;
    grid.type = GDT_Byte;
    grid.columns = grid.rows = 256;
    grid.transform = {-112, 0.01, 0, 32, 0, -0.01};
    writeGrid("GPKG", path, grid, {QStringLiteral("RASTER_TABLE=scan")});
    writeGrid("GPKG", path, grid,
              {QStringLiteral("APPEND_SUBDATASET=YES"), QStringLiteral("RASTER_TABLE=relief"),
               QStringLiteral("RASTER_IDENTIFIER=relief")});
    GDALDatasetH dataset = GDALOpenEx(path.toUtf8().constData(), GDAL_OF_UPDATE | GDAL_OF_VECTOR,
                                      nullptr, nullptr, nullptr);
    OGRSpatialReferenceH reference = support::referenceOf(26712);
    GDALDatasetCreateLayer(dataset, "units", reference, wkbPolygon, nullptr);
    OSRRelease(reference);
    GDALClose(dataset);
    const geo::SourceLayers listed = geo::listLayers(path);
    QCOMPARE(namesOf(listed),
             QStringList({QStringLiteral("vector units"), QStringLiteral("raster scan"),
                          QStringLiteral("raster relief")}));
    QCOMPARE(listed.layers[0].kind, std::optional(geo::GeometryKind::Polygon));
    QCOMPARE(listed.layers[0].crs->code(), QStringLiteral("EPSG:26712"));
    QVERIFY(geo::openLayer(path, QStringLiteral("units")).vector.has_value());
    QVERIFY(geo::openLayer(path, QStringLiteral("relief")).raster.has_value());
    try {
        geo::openLayer(path, {});
        QFAIL("one of three layers was taken");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("units, scan, relief")), error.what());
    }
}

void SourceLayersTest::aGeoPdfIsAPicture()
{
    WrittenGrid grid;
    grid.type = GDT_Byte;
    grid.columns = grid.rows = 200;
    grid.bands = 3;
    grid.epsg = 32612;
    grid.transform = {500000, 30, 0, 3400000, 0, -30};
    grid.values.assign(40000, 200);
    writeGrid("PDF", at(QStringLiteral("sheet.pdf")), grid);
    const geo::SourceLayers listed = geo::listLayers(at(QStringLiteral("sheet.pdf")));
    QCOMPARE(namesOf(listed), QStringList(QStringLiteral("raster sheet")));
    const auto source = geo::RasterSource::open(at(QStringLiteral("sheet.pdf")));
    QVERIFY(source.isColoured());
    const geo::Extent where = source.degrees().value();
    QVERIFY(std::fabs(where.west + 111) < 0.001 && std::fabs(where.north - 30.73) < 0.01);
    base::Progress progress;
    const QImage image =
        source.readWarped({geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()),
                           {-110.99, 30.69, -110.95, 30.72},
                           {20, 20}},
                          progress);
    QVERIFY(std::abs(qRed(image.pixel(10, 10)) - 200) < 10);
    // A page that lies nowhere is no map.
    grid.epsg = 0;
    grid.transform = {0, 1, 0, 0, 0, 1};
    writeGrid("PDF", at(QStringLiteral("letter.pdf")), grid);
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::openLayer(at(QStringLiteral("letter.pdf")), {}));
}

void SourceLayersTest::tilesOfFeatures()
{
    writeLayers("MBTiles", at(QStringLiteral("v.mbtiles")), {{"minas", 4326, wkbPoint, TwoPlaces}},
                {QStringLiteral("MAXZOOM=4")});
    const geo::SourceLayers listed = geo::listLayers(at(QStringLiteral("v.mbtiles")));
    QCOMPARE(namesOf(listed), QStringList(QStringLiteral("vector minas")));
    const geo::FeatureLayer layer = readFeatures(at(QStringLiteral("v.mbtiles")));
    QVERIFY(layer.size() >= 2);
    QVERIFY(std::fabs(layer.extent().west + 112.3) < 0.02); // a tile's own grid is coarse
    WrittenGrid grid;
    grid.type = GDT_Byte;
    grid.bands = 3;
    grid.columns = grid.rows = 256;
    grid.epsg = 3857;
    grid.transform = {-12e6, 600, 0, 4e6, 0, -600};
    writeGrid("MBTiles", at(QStringLiteral("r.mbtiles")), grid);
    QCOMPARE(namesOf(geo::listLayers(at(QStringLiteral("r.mbtiles")))),
             QStringList(QStringLiteral("raster r")));
}

void SourceLayersTest::anArchiveHoldsBoth()
{
    const QString folder = at(QStringLiteral("mixed"));
    QVERIFY(QDir().mkpath(folder));
    writeLayers("GeoJSON", folder + QStringLiteral("/sites.geojson"),
                {{"s", 4326, wkbPoint, TwoPlaces}});
    writeGrid("GTiff", folder + QStringLiteral("/dem.tif"), {});
    writeGrid("AAIGrid", folder + QStringLiteral("/slope.asc"), {});
    support::writeAt(folder + QStringLiteral("/readme.txt"), "Read me.\n");
    support::writeAt(folder + QStringLiteral("/torn.geojson"), "{\"type\":\"Feat");
    support::writeAt(folder + QStringLiteral("/photo.png"), "\x89PNG");
    pack(folder, at(QStringLiteral("mixed.zip")), {});
    const geo::SourceLayers listed = geo::listLayers(at(QStringLiteral("mixed.zip")));
    QCOMPARE(namesOf(listed),
             QStringList({QStringLiteral("vector sites"), QStringLiteral("raster dem"),
                          QStringLiteral("raster slope")}));
    // What could not be opened is named.
    QStringList said;
    for (const base::Issue& issue : listed.issues)
        said << issue.text;
    QCOMPARE(said.size(), 2);
    QVERIFY2(said[0].contains(QStringLiteral("“torn”")), qPrintable(said[0]));
    QVERIFY2(said[1].contains(QStringLiteral("“photo”")), qPrintable(said[1]));
    const geo::OpenedLayer dem =
        geo::openLayer(at(QStringLiteral("mixed.zip")), QStringLiteral("dem"));
    QCOMPARE(dem.raster->valueAt({-110.75, 31.25}).at(0), std::optional(6.0));
    QVERIFY(holdsBoth(readFeatures(at(QStringLiteral("mixed.zip")), QStringLiteral("sites"))));
}

void SourceLayersTest::namesTellKindsApart()
{
    const QString folder = at(QStringLiteral("same"));
    QVERIFY(QDir().mkpath(folder));
    writeLayers("GeoJSON", folder + QStringLiteral("/map.geojson"),
                {{"s", 4326, wkbPoint, TwoPlaces}});
    writeLayers("GPKG", folder + QStringLiteral("/other.gpkg"), {{"s", 4326, wkbPoint, TwoPlaces}});
    writeGrid("GTiff", folder + QStringLiteral("/map.tif"), {});
    pack(folder, at(QStringLiteral("same.zip")), {});
    QCOMPARE(namesOf(geo::listLayers(at(QStringLiteral("same.zip")))),
             QStringList({QStringLiteral("vector map.geojson"), QStringLiteral("vector other"),
                          QStringLiteral("raster map.tif")}));
    QVERIFY(geo::openLayer(at(QStringLiteral("same.zip")), QStringLiteral("map.tif"))
                .raster.has_value());
    // A project that knew the features by the shorter name still finds them.
    QVERIFY(geo::VectorSource::open(at(QStringLiteral("same.zip")), QStringLiteral("map"))
                .featureCount() == 2);
}

void SourceLayersTest::scaledValuesAreReal()
{
    const QString path = at(QStringLiteral("scaled.tif"));
    writeGrid("GTiff", path, {});
    GDALDatasetH dataset = GDALOpen(path.toUtf8().constData(), GA_Update);
    GDALSetRasterScale(GDALGetRasterBand(dataset, 1), 0.1);
    GDALSetRasterOffset(GDALGetRasterBand(dataset, 1), 100);
    GDALClose(dataset);
    const auto source = geo::RasterSource::open(path);
    QCOMPARE(source.valueAt({-110.75, 31.25}).at(0), std::optional(100 + 6 * 0.1));
    base::Progress progress;
    const auto range = source.valueRange(progress);
    // Of twelve values, 100 to 101.1: between the first two and between the last two.
    QVERIFY(range && std::fabs(range->first - 100.022) < 1e-4 &&
            std::fabs(range->second - 101.078) < 1e-4);
    const geo::RasterValues values =
        source.readValues({geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()),
                           {-112, 30.5, -110, 32},
                           {4, 3}},
                          progress);
    QCOMPARE(values.values[6], float(100.6));
}

void SourceLayersTest::writesNothing()
{
    QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    const std::vector<WrittenLayer> layers{{"k", 4326, wkbPoint, TwoPlaces}};
    writeLayers("GML", path("k.gml"), layers);
    QVERIFY(QFile::remove(path("k.xsd"))); // then GDAL would like to write what it found out
    writeLayers("OpenFileGDB", path("k.gdb"), layers);
    writeLayers("LIBKML", path("k.kmz"), layers);
    writeLayers("DXF", path("k.dxf"), layers);
    writeLayers("OGR_GMT", path("k.gmt"), layers);
    writeLayers("MBTiles", path("v.mbtiles"), layers);
    WrittenGrid grid;
    grid.type = GDT_Byte;
    grid.columns = grid.rows = 64;
    for (const auto& [driver, name] :
         {std::pair("netCDF", "g.nc"), std::pair("GSBG", "g.grd"), std::pair("EHdr", "g.bil"),
          std::pair("AAIGrid", "g.asc"), std::pair("PDF", "g.pdf"),
          std::pair("MBTiles", "r.mbtiles")})
        writeGrid(driver, path(name), grid);
    writeBinaryGrid(path("dem"));
    QDir(folder.path()).mkpath(QStringLiteral("in"));
    writeGrid("GTiff", path("in/g.tif"), grid);
    pack(path("in"), path("g.zip"), {});
    const support::FolderState before(folder.path());
    QDir inside(folder.path());
    int read = 0;
    for (const QFileInfo& file : inside.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        try {
            for (const geo::SourceLayer& layer : geo::listLayers(file.filePath()).layers) {
                geo::OpenedLayer opened = geo::openLayer(file.filePath(), layer.name);
                base::Progress progress;
                if (opened.raster)
                    opened.raster->issues(progress);
                else
                    readFeatures(file.filePath(), layer.name);
                ++read;
            }
        } catch (const base::Error&) { // companions, and the folder that holds one file
        }
    }
    QVERIFY2(read >= 14, qPrintable(QString::number(read)));
    QCOMPARE(support::FolderState(folder.path()).difference(before), QString());
}

QTEST_GUILESS_MAIN(SourceLayersTest)
#include "source_layers_test.moc"
