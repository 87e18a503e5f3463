// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/vector_source.h"

#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/measure.h"
#include "tests/support/folder_state.h"
#include "tests/support/layers.h"
#include "tests/support/real_data.h"
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

namespace {

// What a test puts into a file, through GDAL.
struct Place
{
    const char* wkt = nullptr;
    QByteArray name;
};
struct Written
{
    const char* layer = "units";
    int epsg = 0; // 0: none stated
    OGRwkbGeometryType type = wkbPoint;
    std::vector<Place> places;
};

// Returns the open dataset, for those who have more to do with it.
GDALDatasetH create(const char* driver, const QString& path, const std::vector<Written>& layers,
                    const char* layerOption = nullptr, const char* fileOption = nullptr)
{
    GDALAllRegister();
    CPLStringList fileOptions;
    CPLStringList layerOptions;
    if (fileOption)
        fileOptions.AddString(fileOption);
    if (layerOption)
        layerOptions.AddString(layerOption);
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver), path.toUtf8().constData(), 0, 0,
                                      0, GDT_Unknown, fileOptions.List());
    for (const Written& written : layers) {
        OGRSpatialReferenceH reference = nullptr;
        if (written.epsg != 0) {
            reference = OSRNewSpatialReference(nullptr);
            OSRImportFromEPSG(reference, written.epsg);
            OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
        }
        OGRLayerH layer = GDALDatasetCreateLayer(dataset, written.layer, reference, written.type,
                                                 layerOptions.List());
        OGRFieldDefnH field = OGR_Fld_Create("name", OFTString);
        OGR_Fld_SetWidth(field, 40);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
        for (const Place& place : written.places) {
            OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            OGR_F_SetFieldString(feature, 0, place.name.constData());
            if (place.wkt) {
                char* text = const_cast<char*>(place.wkt);
                OGRGeometryH geometry = nullptr;
                OGR_G_CreateFromWkt(&text, nullptr, &geometry);
                OGR_F_SetGeometryDirectly(feature, geometry);
            }
            if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
                qFatal("the test's own file cannot be written: %s", CPLGetLastErrorMsg());
            OGR_F_Destroy(feature);
        }
        if (reference)
            OSRRelease(reference);
    }
    return dataset;
}

void write(const char* driver, const QString& path, const std::vector<Written>& layers,
           const char* layerOption = nullptr, const char* fileOption = nullptr)
{
    GDALClose(create(driver, path, layers, layerOption, fileOption));
}

void writeText(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const std::vector<Place> TwoPlaces{{"POINT (500000 3500000)", "El Boleo"},
                                   {"POINT (510000 3500000)", "Cananea"}};
const std::vector<Place> TwoInDegrees{{"POINT (-112.3 27.3)", "El Boleo"},
                                      {"POINT (-110.3 31)", "Cananea"}};

// What is said to the person who chose a file, or "" where nothing is wrong.
QString refusal(const std::function<void()>& open)
{
    try {
        open();
        return {};
    } catch (const base::Error& error) {
        return error.message();
    }
}

QString refusalOf(const QString& path)
{
    const QString listed = refusal([&] { geo::VectorSource::listSublayers(path); });
    const QString opened = refusal([&] { geo::VectorSource::open(path); });
    return listed == opened ? opened : QStringLiteral("listing says otherwise: ") + listed;
}

// Reads all of it, as the program would.
void readWhole(const QString& path)
{
    for (const geo::Sublayer& sublayer : geo::VectorSource::listSublayers(path)) {
        auto source = geo::VectorSource::open(path, sublayer.name);
        source.extent();
        source.degrees();
        base::Progress progress;
        const auto operation =
            geo::Operation::between(source.crs().value_or(geo::Crs::wgs84()), geo::Crs::wgs84());
        QVERIFY(geo::FeatureLayer::read(source, operation, progress).size() > 0);
    }
}

QByteArray geoJson(const QByteArray& members)
{
    return "{\"type\":\"FeatureCollection\"," + members +
           "\"features\":[{\"type\":\"Feature\",\"properties\":{\"crs\":1},\"geometry\":"
           "{\"type\":\"Point\",\"coordinates\":[-110.3,31]}}]}";
}

// A server nobody may call.
class Silence
{
public:
    Silence() { m_listens = m_server.listen(QHostAddress::LocalHost); }
    bool listens() const { return m_listens; }
    QByteArray address() const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort());
    }
    bool wasCalled()
    {
        return m_server.hasPendingConnections() || m_server.waitForNewConnection(50);
    }

private:
    QTcpServer m_server;
    bool m_listens = false;
};

} // namespace

class VectorSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void aMissingPrjIsAskedFor();
    void anUnreadablePrjIsAskedFor();
    void geoJsonSaysItsCrs_data();
    void geoJsonSaysItsCrs();
    void othersWithoutCrs_data();
    void othersWithoutCrs();
    void metresThatClaimToBeDegrees();
    void someMetresAmongDegrees();
    void opensTheListedKinds_data();
    void opensTheListedKinds();
    void refusesOtherKinds_data();
    void refusesOtherKinds();
    void callsNobody_data();
    void callsNobody();
    void readsText_data();
    void readsText();
    void writesNothing_data();
    void writesNothing();
    void writeAheadIsLeftAlone();
    void refusesWhatIsNoFile();
    void refusesEmptyFiles_data();
    void refusesEmptyFiles();
    void refusesOtherContent_data();
    void refusesOtherContent();
    void refusesHalfAShapefile();
    void saysWhereAFileIsTorn_data();
    void saysWhereAFileIsTorn();
    void listsLayers();
    void listsAnArchive();
    void bytesReadLikeFiles();
    void folderNamesMayBeAnything();
    void readsArizona();
    void readsRealArchives_data();
    void readsRealArchives();

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void VectorSourceTest::aMissingPrjIsAskedFor()
{
    const QString path = at(QStringLiteral("noprj.shp"));
    write("ESRI Shapefile", path, {{"noprj", 0, wkbPoint, TwoPlaces}});
    QVERIFY(!QFile::exists(at(QStringLiteral("noprj.prj"))));
    QVERIFY(!geo::VectorSource::listSublayers(path)[0].crs.has_value());
    auto source = geo::VectorSource::open(path);
    QVERIFY(!source.crs().has_value());
    QVERIFY(!source.degrees().has_value());
    QCOMPARE(*source.extent(), (geo::Extent{500000, 3500000, 510000, 3500000}));

    // Whoever knows says so, and it lies where they say.
    const geo::Crs named = geo::Crs::fromText(QStringLiteral("EPSG:26912"));
    base::Progress progress;
    const auto layer = geo::FeatureLayer::read(
        source, geo::Operation::between(named, geo::Crs::wgs84()), progress);
    QCOMPARE(layer.size(), std::size_t(2));
    QVERIFY(std::fabs(layer.extent().west + 111) < 1e-4);

    // With its .prj the same file speaks for itself.
    write("ESRI Shapefile", at(QStringLiteral("prj.shp")), {{"prj", 26912, wkbPoint, TwoPlaces}});
    QVERIFY(QFile::exists(at(QStringLiteral("prj.prj"))));
    const auto stated = geo::VectorSource::open(at(QStringLiteral("prj.shp")));
    QVERIFY(stated.crs().has_value());
    QCOMPARE(stated.crs()->code(), QStringLiteral("EPSG:26912"));
    QVERIFY(stated.degrees().has_value());
}

void VectorSourceTest::anUnreadablePrjIsAskedFor()
{
    for (const QByteArray& prj : {QByteArray("see the map sheet"), QByteArray(),
                                  QByteArray("LOCAL_CS[\"drawing\",UNIT[\"metre\",1]]")}) {
        write("ESRI Shapefile", at(QStringLiteral("odd.shp")),
              {{"odd", 26912, wkbPoint, TwoPlaces}});
        writeText(at(QStringLiteral("odd.prj")), prj);
        QVERIFY2(!geo::VectorSource::open(at(QStringLiteral("odd.shp"))).crs().has_value(),
                 prj.constData());
    }
}

void VectorSourceTest::geoJsonSaysItsCrs_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("expected"); // "": not known
    const auto crs = [](const char* type, const QByteArray& properties) {
        return QByteArray("\"crs\":{\"type\":\"") + type + "\",\"properties\":{" + properties +
               "}},";
    };
    // RFC 7946, section 4: WGS 84; GeoJSON 2008, section 3, for the rest.
    QTest::newRow("none") << QByteArray() << "EPSG:4326";
    QTest::newRow("CRS84") << crs("name", "\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"")
                           << "EPSG:4326";
    QTest::newRow("4326") << crs("name", "\"name\":\"EPSG:4326\"") << "EPSG:4326";
    QTest::newRow("urn") << crs("name", "\"name\":\"urn:ogc:def:crs:EPSG::26912\"") << "EPSG:26912";
    QTest::newRow("NAD27") << crs("name", "\"name\":\"urn:ogc:def:crs:EPSG::4267\"") << "EPSG:4267";
    QTest::newRow("code") << crs("EPSG", "\"code\":26912") << "EPSG:26912";
    QTest::newRow("null") << QByteArray("\"crs\" : null,") << "";
    QTest::newRow("unknown number")
        << crs("name", "\"name\":\"urn:ogc:def:crs:EPSG::999999\"") << "";
    QTest::newRow("a mine's own") << crs("name", "\"name\":\"Grid of the mine\"") << "";
    QTest::newRow("a link") << crs("link", "\"href\":\"http://127.0.0.1:9/crs\"") << "";
    QTest::newRow("of no kind") << crs("foo", "\"bar\":1") << "";
    // Not of the collection itself: a word within a text, a member of a member.
    QTest::newRow("a text") << QByteArray("\"name\":\"a \\\"crs\\\":null here\",") << "EPSG:4326";
    QTest::newRow("deeper") << QByteArray("\"metadata\":{\"crs\":null},") << "EPSG:4326";
    QTest::newRow("at the end")
        << QByteArray("\"a\":[{}],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"?\"}},")
        << "";
}

void VectorSourceTest::geoJsonSaysItsCrs()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, expected);
    const auto source =
        geo::VectorSource::openBytes(geoJson(members), QStringLiteral("places.geojson"));
    QCOMPARE(source.crs() ? source.crs()->code() : QString(), expected);
    const QString path = at(QStringLiteral("places.geojson"));
    writeText(path, geoJson(members));
    const auto listed = geo::VectorSource::listSublayers(path)[0].crs;
    QCOMPARE(listed ? listed->code() : QString(), expected);
}

void VectorSourceTest::othersWithoutCrs_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("file");
    QTest::newRow("table") << QByteArray("CSV") << "places.csv";
    QTest::newRow("geopackage") << QByteArray("GPKG") << "places.gpkg"; // srs_id 0 or -1
    QTest::newRow("flatgeobuf") << QByteArray("FlatGeobuf") << "places.fgb";
    QTest::newRow("mapinfo") << QByteArray("MapInfo File") << "places.tab";
}

void VectorSourceTest::othersWithoutCrs()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    if (driver == "CSV")
        writeText(at(file), "name,longitude,latitude\nEl Boleo,-112.3,27.3\n");
    else
        write(driver.constData(), at(file), {{"places", 0, wkbPoint, TwoPlaces}});
    auto source = geo::VectorSource::open(at(file));
    QVERIFY2(!source.crs(), source.crs() ? qPrintable(source.crs()->toText()) : "");
    QVERIFY(!source.degrees().has_value());
    QVERIFY(source.extent().has_value());
}

void VectorSourceTest::metresThatClaimToBeDegrees()
{
    // Geographic by its .prj, metres by its numbers.
    for (const int epsg : {4326, 4267}) {
        const QString path = at(QStringLiteral("claims%1.shp").arg(epsg));
        write("ESRI Shapefile", path, {{"claims", epsg, wkbPoint, TwoPlaces}});
        auto source = geo::VectorSource::open(path);
        QCOMPARE(source.crs()->code(), QStringLiteral("EPSG:%1").arg(epsg));
        QVERIFY(!source.degrees().has_value());
        const auto operation = geo::Operation::between(*source.crs(), geo::Crs::wgs84());
        base::Progress progress;
        const QString said = refusal([&] { geo::FeatureLayer::read(source, operation, progress); });
        QVERIFY2(said.contains(QFileInfo(path).fileName()), qPrintable(said));
        QVERIFY(said.contains(source.crs()->name()));
        QVERIFY(said.contains(QStringLiteral("reference system")));
    }
}

void VectorSourceTest::someMetresAmongDegrees()
{
    const QString path = at(QStringLiteral("mixed.gpkg"));
    std::vector<Place> places = TwoInDegrees;
    places.insert(places.end(), TwoPlaces.begin(), TwoPlaces.end());
    places.push_back({nullptr, "nowhere"});
    write("GPKG", path, {{"mixed", 4267, wkbPoint, places}});
    auto source = geo::VectorSource::open(path);
    const auto operation = geo::Operation::between(*source.crs(), geo::Crs::wgs84());
    base::Progress progress;
    std::vector<base::Issue> issues;
    const auto layer = geo::FeatureLayer::read(source, operation, progress, &issues);
    // All are kept, those without a usable place without one; what is missing is counted.
    QCOMPARE(layer.size(), std::size_t(5));
    QCOMPARE(layer.kind(0), geo::GeometryKind::Point);
    for (const std::size_t feature : {2, 3, 4})
        QCOMPARE(layer.kind(feature), geo::GeometryKind::None);
    QCOMPARE(layer.column(QStringLiteral("name"))->text(2), QStringLiteral("El Boleo"));
    QCOMPARE(issues.size(), std::size_t(2));
    for (const base::Issue& issue : issues) {
        QCOMPARE(issue.severity, base::Severity::Warning);
        QCOMPARE(issue.where.file, QStringLiteral("mixed.gpkg"));
    }
    QVERIFY(issues[0].text.startsWith(QStringLiteral("1 features have no place")));
    QVERIFY(issues[1].text.startsWith(QStringLiteral("2 features were left off")));
    QVERIFY(std::fabs(layer.extent().west + 112.3) < 0.01);
}

void VectorSourceTest::opensTheListedKinds_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("file");
    QTest::newRow("shapefile") << QByteArray("ESRI Shapefile") << "k.shp";
    QTest::newRow("geopackage") << QByteArray("GPKG") << "k.gpkg";
    QTest::newRow("geojson") << QByteArray("GeoJSON") << "k.geojson";
    QTest::newRow("by lines") << QByteArray("GeoJSONSeq") << "k.geojsonl";
    QTest::newRow("flatgeobuf") << QByteArray("FlatGeobuf") << "k.fgb";
    QTest::newRow("kml") << QByteArray("KML") << "k.kml";
    QTest::newRow("mapinfo tab") << QByteArray("MapInfo File") << "k.tab";
    QTest::newRow("mapinfo mif") << QByteArray("MapInfo File") << "k.mif";
}

void VectorSourceTest::opensTheListedKinds()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    const QString path = at(file);
    write(driver.constData(), path, {{"k", 4326, wkbPoint, TwoInDegrees}}, nullptr,
          file.endsWith(QStringLiteral("mif")) ? "FORMAT=MIF" : nullptr);
    const auto source = geo::VectorSource::open(path);
    // LIBKML reads more of what KML may hold than the driver that wrote it.
    QCOMPARE(source.driver(), QString::fromLatin1(driver == "KML" ? "LIBKML" : driver));
    QCOMPARE(source.fileName(), file);
    QVERIFY(source.crs().has_value());
    const auto layer = support::layerAt(path);
    QCOMPARE(layer->size(), std::size_t(2));
    QCOMPARE(layer->kind(), geo::GeometryKind::Point);
    const geo::Extent extent = layer->extent();
    QVERIFY(std::fabs(extent.west + 112.3) < 1e-5 && std::fabs(extent.north - 31) < 1e-5);
    const geo::Column* names = layer->column(QStringLiteral("NAME"));
    QVERIFY(names != nullptr);
    // FlatGeobuf keeps an order of its own.
    const std::size_t north = layer->box(0).north > 30 ? 0 : 1;
    QCOMPARE(names->text(north), QStringLiteral("Cananea"));
    QCOMPARE(names->text(1 - north), QStringLiteral("El Boleo"));
}

void VectorSourceTest::refusesOtherKinds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind"); // GDAL's name of it, where it is recognised
    const QByteArray vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"k\"><SrcDataSource>/etc/passwd"
                           "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    QTest::newRow("vrt") << "layer.vrt" << vrt << "VRT - Virtual Datasource";
    QTest::newRow("vrt that says shapefile") << "layer.shp" << vrt << "";
    QTest::newRow("vrt that says geojson") << "layer.geojson" << vrt << "VRT - Virtual Datasource";
    QTest::newRow("jml") << "track.jml"
                         << QByteArray("<?xml version=\"1.0\"?><JCSDataFile "
                                       "xmlns:gml=\"x\"></JCSDataFile>")
                         << "OpenJUMP JML";
}

void VectorSourceTest::refusesOtherKinds()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    writeText(at(file), content);
    const QString said = refusalOf(at(file));
    QVERIFY2(said.contains(file), qPrintable(said));
    QVERIFY2(said.contains(kind), qPrintable(said));
    if (!kind.isEmpty()) // and what is read
        QVERIFY2(said.contains(QStringLiteral("geojson, json")), qPrintable(said));
    QFile::remove(at(file));
}

void VectorSourceTest::callsNobody_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content"); // HOST stands for the server
    QTest::newRow("linked crs") << "l.geojson"
                                << geoJson("\"crs\":{\"type\":\"link\",\"properties\":{\"href\":"
                                           "\"HOST/crs\",\"type\":\"proj4\"}},");
    QTest::newRow("named crs by address")
        << "n.geojson"
        << geoJson("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"HOST/crs\"}},");
    QTest::newRow("vrt") << "v.vrt"
                         << QByteArray("<OGRVRTDataSource><OGRVRTLayer name=\"k\"><SrcDataSource>"
                                       "/vsicurl/HOST/k.geojson</SrcDataSource></OGRVRTLayer>"
                                       "</OGRVRTDataSource>");
    QTest::newRow("linked kml")
        << "k.kml"
        << QByteArray("<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">"
                      "<Document><NetworkLink><Link><href>HOST/k.kml</href></Link></NetworkLink>"
                      "<Placemark><name>a</name><Point><coordinates>-110,31</coordinates></Point>"
                      "</Placemark></Document></kml>");
    QTest::newRow("xml entity")
        << "e.kml"
        << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"HOST/x\">]>"
                      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>"
                      "<name>&x;</name><Point><coordinates>-110,31</coordinates></Point>"
                      "</Placemark></Document></kml>");
    QTest::newRow("an address for a path") << "HOST/k.geojson" << QByteArray();
    QTest::newRow("GDAL's way to an address") << "/vsicurl/HOST/k.geojson" << QByteArray();
    QTest::newRow("a service") << "WFS:HOST/wfs" << QByteArray();
}

void VectorSourceTest::callsNobody()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    Silence server;
    QVERIFY(server.listens());
    QString path =
        QString(file).replace(QStringLiteral("HOST"), QString::fromLatin1(server.address()));
    if (!content.isEmpty()) {
        path = at(file);
        writeText(path, content.replace("HOST", server.address()));
    }
    refusal([&] { readWhole(path); }); // opened or refused, nobody is asked
    QVERIFY(!server.wasCalled());
}

void VectorSourceTest::readsText_data()
{
    QTest::addColumn<QByteArray>("codePage"); // of a .cpg; "": none
    QTest::addColumn<int>("language");        // the byte in the table's header
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString mexican = QStringLiteral("Peñasquito, Concepción del Oro");
    const QByteArray latin1 = mexican.toLatin1();
    QTest::newRow("latin 1, said by file") << QByteArray("ISO-8859-1") << 0 << latin1 << mexican;
    QTest::newRow("latin 1, as ArcGIS says it") << QByteArray("88591") << 0 << latin1 << mexican;
    QTest::newRow("latin 1, said by number") << QByteArray() << 0x57 << latin1 << mexican;
    QTest::newRow("latin 1, not said") << QByteArray() << 0 << latin1 << mexican;
    QTest::newRow("windows") << QByteArray("1252") << 0 << QByteArray("\x93Veta\x94 \x80 5")
                             << QStringLiteral("“Veta” € 5");
    QTest::newRow("windows that says latin 1")
        << QByteArray("ISO-8859-1") << 0 << QByteArray("\x93Veta\x94") << QStringLiteral("“Veta”");
    QTest::newRow("DOS") << QByteArray() << 0x02
                         << QByteArray("Pe\xa4"
                                       "asquito") // CP850
                         << QStringLiteral("Peñasquito");
    QTest::newRow("UTF-8") << QByteArray("UTF-8") << 0 << mexican.toUtf8() << mexican;
    QTest::newRow("UTF-8, not said") << QByteArray() << 0 << mexican.toUtf8() << mexican;
    QTest::newRow("UTF-8 that says latin 1")
        << QByteArray("ISO-8859-1") << 0 << mexican.toUtf8() << mexican;
    QTest::newRow("UTF-8 cut by the width")
        << QByteArray("UTF-8") << 0 << QByteArray("Concepci\xc3\xb3n del Ni\xc3")
        << QStringLiteral("Concepción del Ni");
    QTest::newRow("plain") << QByteArray() << 0 << QByteArray("Cananea")
                           << QStringLiteral("Cananea");
}

void VectorSourceTest::readsText()
{
    QFETCH(QByteArray, codePage);
    QFETCH(int, language);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const QString path = at(QStringLiteral("text.shp"));
    write("ESRI Shapefile", path,
          {{"text", 4326, wkbPoint, {{"POINT (-110 31)", QByteArray(40, 'x')}}}}, "ENCODING=");
    // The bytes into the table by hand: a header of 32 bytes and 32 a field and one, then a record.
    const QString table = at(QStringLiteral("text.dbf"));
    QByteArray dbf = textOf(table);
    const qsizetype record = dbf.indexOf(QByteArray(40, 'x'));
    QVERIFY(record > 65);
    dbf.replace(record, 40, bytes.leftJustified(40, ' '));
    dbf[29] = char(language);
    writeText(table, dbf);
    QFile::remove(at(QStringLiteral("text.cpg")));
    if (!codePage.isEmpty())
        writeText(at(QStringLiteral("text.cpg")), codePage);
    const auto layer = support::layerAt(path);
    QCOMPARE(layer->columns()[0].text(0), text);
}

void VectorSourceTest::writesNothing_data()
{
    opensTheListedKinds_data();
    QTest::newRow("table") << QByteArray("CSV") << "k.csv";
    QTest::newRow("zip") << QByteArray("zip") << "k.zip";
    QTest::newRow("no index") << QByteArray("noshx") << "k.shp";
    QTest::newRow("write-ahead") << QByteArray("wal") << "k.gpkg";
}

void VectorSourceTest::writesNothing()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    QTemporaryDir folder;
    const QString path = folder.filePath(file);
    const std::vector<Written> layers{{"k", 4326, wkbPoint, TwoInDegrees}};
    if (driver == "CSV") {
        writeText(path, "name,longitude,latitude\nEl Boleo,-112.3,27.3\n");
    } else if (driver == "zip") {
        write("GeoJSON", QStringLiteral("/vsizip/%1/k.geojson").arg(path), layers);
    } else if (driver == "noshx") {
        write("ESRI Shapefile", path, layers);
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("k.shx"))));
    } else if (driver == "wal") {
        GDALDatasetH dataset = create("GPKG", path, layers);
        GDALDatasetReleaseResultSet(
            dataset, GDALDatasetExecuteSQL(dataset, "PRAGMA journal_mode=WAL", nullptr, nullptr));
        GDALClose(dataset);
        QCOMPARE(int(textOf(path)[18]), 2);
    } else {
        write(driver.constData(), path, layers, nullptr,
              file.endsWith(QStringLiteral("mif")) ? "FORMAT=MIF" : nullptr);
    }
    const support::FolderState before(folder.path());
    QVERIFY(!before.isEmpty());
    const QString said = refusal([&] { readWhole(path); });
    QVERIFY2(said.isEmpty(), qPrintable(said));
    QCOMPARE(support::FolderState(folder.path()).difference(before), QString());
}

void VectorSourceTest::writeAheadIsLeftAlone()
{
    // Another program is at it: what it wrote last is not in the file yet.
    const QString path = at(QStringLiteral("busy.gpkg"));
    write("GPKG", path, {{"busy", 4326, wkbPoint, TwoInDegrees}});
    GDALDatasetH other = GDALOpenEx(path.toUtf8().constData(), GDAL_OF_UPDATE | GDAL_OF_VECTOR,
                                    nullptr, nullptr, nullptr);
    const auto run = [&](const char* sql) {
        GDALDatasetReleaseResultSet(other, GDALDatasetExecuteSQL(other, sql, nullptr, nullptr));
    };
    run("PRAGMA journal_mode=WAL");
    run("UPDATE busy SET name = 'changed'");
    QVERIFY(QFileInfo(path + QStringLiteral("-wal")).size() > 0);
    const QString said = refusalOf(path);
    QVERIFY2(said.contains(QStringLiteral("busy.gpkg")) &&
                 said.contains(QStringLiteral("another program")),
             qPrintable(said));
    GDALClose(other);
    QCOMPARE(support::layerAt(path)->columns()[0].text(0), QStringLiteral("changed"));
}

void VectorSourceTest::refusesWhatIsNoFile()
{
    const QString missing = refusalOf(at(QStringLiteral("moved.gpkg")));
    QVERIFY2(missing.contains(QStringLiteral("moved.gpkg")), qPrintable(missing));
    QVERIFY(refusalOf(QString()).contains(QStringLiteral("no file")));
    const QString folder = refusalOf(m_folder.path());
    QVERIFY2(folder.contains(QStringLiteral("is a folder")), qPrintable(folder));
}

void VectorSourceTest::refusesEmptyFiles_data()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"shp", "gpkg", "geojson", "json", "geojsonl", "geojsons", "topojson",
                               "fgb", "csv", "kml", "tab", "mif", "zip", "xyz"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void VectorSourceTest::refusesEmptyFiles()
{
    QFETCH(QString, ending);
    const QString path = at(QStringLiteral("empty.") + ending);
    writeText(path, {});
    const QString said = refusalOf(path);
    QVERIFY2(said.contains(QStringLiteral("empty.") + ending), qPrintable(said));
    const QString ofBytes = refusal(
        [&] { geo::VectorSource::openBytes(QByteArray(), QStringLiteral("empty.") + ending); });
    QVERIFY2(ofBytes.contains(QStringLiteral("empty.") + ending), qPrintable(ofBytes));
    QFile::remove(path);
}

void VectorSourceTest::refusesOtherContent_data()
{
    refusesEmptyFiles_data();
}

void VectorSourceTest::refusesOtherContent()
{
    QFETCH(QString, ending);
    QByteArray noise(5000, '\0');
    std::uint32_t seed = 1;
    for (char& byte : noise) {
        seed = seed * 1664525 + 1013904223;
        byte = char(seed >> 24);
    }
    for (const QByteArray& content :
         {noise, QByteArray("Dear colleague, here are the sites we spoke of.\n"),
          QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), QByteArray("<html><body>404</body>"),
          QByteArray("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":")}) {
        const QString path = at(QStringLiteral("other.") + ending);
        writeText(path, content);
        const QString said = refusalOf(path);
        QVERIFY2(said.contains(QStringLiteral("other.") + ending),
                 qPrintable(said + QStringLiteral(" / ") + QString::fromLatin1(content.left(9))));
        QFile::remove(path);
    }
}

void VectorSourceTest::refusesHalfAShapefile()
{
    write("ESRI Shapefile", at(QStringLiteral("half.shp")),
          {{"half", 4326, wkbPoint, TwoInDegrees}});
    QVERIFY(QFile::remove(at(QStringLiteral("half.shp"))));
    const QString said = refusalOf(at(QStringLiteral("half.shp")));
    QVERIFY2(said.contains(QStringLiteral("half.shp")), qPrintable(said));
}

void VectorSourceTest::saysWhereAFileIsTorn_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("file");
    QTest::newRow("geopackage") << QByteArray("GPKG") << "torn.gpkg";
    QTest::newRow("flatgeobuf") << QByteArray("FlatGeobuf") << "torn.fgb";
    QTest::newRow("shapefile") << QByteArray("ESRI Shapefile") << "torn.shp";
    QTest::newRow("geojson") << QByteArray("GeoJSON") << "torn.geojson";
    QTest::newRow("kml") << QByteArray("KML") << "torn.kml";
}

void VectorSourceTest::saysWhereAFileIsTorn()
{
    // Of a file that was cut short, not a part is shown as if it were the whole.
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    std::vector<Place> places;
    for (int i = 0; i < 2000; ++i)
        places.push_back({"POINT (-112.3 27.3)", "El Boleo " + QByteArray::number(i)});
    write(driver.constData(), at(file), {{"torn", 4326, wkbPoint, places}});
    QCOMPARE(support::layerAt(at(file))->size(), std::size_t(2000));
    const QByteArray whole = textOf(at(file));
    for (const double share : {0.9, 0.5, 0.1}) {
        writeText(at(file), whole.first(qsizetype(double(whole.size()) * share)));
        QString said;
        std::size_t read = 0;
        std::vector<base::Issue> issues;
        try {
            auto source = geo::VectorSource::open(at(file));
            base::Progress progress;
            const auto layer = geo::FeatureLayer::read(
                source, geo::Operation::between(*source.crs(), geo::Crs::wgs84()), progress,
                &issues);
            for (std::size_t i = 0; i < layer.size(); ++i)
                read += layer.kind(i) == geo::GeometryKind::Point ? 1 : 0;
        } catch (const base::Error& error) {
            said = error.message();
        }
        QVERIFY2(said.contains(file) || !issues.empty() || read == 2000,
                 qPrintable(QStringLiteral("%1 read at %2, nothing said").arg(read).arg(share)));
    }
}

void VectorSourceTest::listsLayers()
{
    const QString path = at(QStringLiteral("three.gpkg"));
    write("GPKG", path,
          {{"units", 26912, wkbPolygon, {{"POLYGON ((0 0,9 0,9 9,0 9,0 0))", "Kg"}}},
           {"faults", 4326, wkbLineString, {{"LINESTRING (0 0,1 1)", "a"}}},
           {"places", 4267, wkbPoint, TwoInDegrees},
           {"anything", 4326, wkbUnknown, {{"POINT (1 1)", "a"}}},
           {"notes", 0, wkbNone, {{nullptr, "no place"}}}});
    const auto sublayers = geo::VectorSource::listSublayers(path);
    QStringList names;
    for (const geo::Sublayer& sublayer : sublayers)
        names << sublayer.name;
    QCOMPARE(names, QStringList({QStringLiteral("units"), QStringLiteral("faults"),
                                 QStringLiteral("places"), QStringLiteral("anything")}));
    QCOMPARE(sublayers[0].kind, std::optional(geo::GeometryKind::Polygon));
    QCOMPARE(sublayers[1].kind, std::optional(geo::GeometryKind::Line));
    QCOMPARE(sublayers[2].kind, std::optional(geo::GeometryKind::Point));
    QVERIFY(!sublayers[3].kind.has_value());
    QCOMPARE(sublayers[2].featureCount, std::optional<qint64>(2));
    QCOMPARE(sublayers[0].crs->code(), QStringLiteral("EPSG:26912"));
    QCOMPARE(sublayers[2].crs->code(), QStringLiteral("EPSG:4267"));

    // Which one has to be said, and what there is to choose from is said back.
    const QString asked = refusal([&] { geo::VectorSource::open(path); });
    QVERIFY2(asked.contains(QStringLiteral("units, faults, places, anything")), qPrintable(asked));
    const QString wrong = refusal([&] { geo::VectorSource::open(path, QStringLiteral("Faults")); });
    QVERIFY2(wrong.contains(QStringLiteral("“Faults”")) &&
                 wrong.contains(QStringLiteral("units, faults, places, anything")),
             qPrintable(wrong));
    const auto source = geo::VectorSource::open(path, QStringLiteral("places"));
    QCOMPARE(source.sublayer(), QStringLiteral("places"));
    QCOMPARE(source.featureCount(), std::optional<qint64>(2));
    QCOMPARE(source.fields().size(), std::size_t(1));
    QCOMPARE(source.fields()[0].name, QStringLiteral("name"));

    // A file with no place in it is none of ours.
    write("GPKG", at(QStringLiteral("notes.gpkg")), {{"notes", 0, wkbNone, {{nullptr, "a"}}}});
    QVERIFY(refusalOf(at(QStringLiteral("notes.gpkg"))).contains(QStringLiteral("notes.gpkg")));
}

void VectorSourceTest::listsAnArchive()
{
    const QString path = at(QStringLiteral("maps.zip"));
    const auto inside = [&](const char* member) {
        return QStringLiteral("/vsizip/%1/%2").arg(path, QLatin1String(member));
    };
    write("GeoJSON", inside("sonora/geology.geojson"), {{"a", 4326, wkbPoint, TwoInDegrees}});
    write("GeoJSON", inside("sinaloa/geology.geojson"), {{"a", 4326, wkbPoint, TwoInDegrees}});
    VSILFILE* readme = VSIFOpenL(inside("readme.txt").toUtf8().constData(), "wb");
    QVERIFY(readme);
    VSIFWriteL("hello", 1, 5, readme);
    VSIFCloseL(readme);
    const auto sublayers = geo::VectorSource::listSublayers(path);
    QCOMPARE(sublayers.size(), std::size_t(2));
    QCOMPARE(sublayers[0].name, QStringLiteral("sinaloa/geology"));
    QCOMPARE(sublayers[1].name, QStringLiteral("sonora/geology"));
    QVERIFY(refusal([&] {
                geo::VectorSource::open(path);
            }).contains(QStringLiteral("sinaloa/geology, sonora/geology")));
    const auto source = geo::VectorSource::open(path, QStringLiteral("sonora/geology"));
    QCOMPARE(source.fileName(), QStringLiteral("maps.zip"));
    QCOMPARE(support::layerAt(path, QStringLiteral("sonora/geology"))->size(), std::size_t(2));
    // As bytes, too.
    const auto bytes = geo::VectorSource::openBytes(textOf(path), QStringLiteral("maps.zip"),
                                                    QStringLiteral("sinaloa/geology"));
    QCOMPARE(bytes.extent(), source.extent());
}

void VectorSourceTest::bytesReadLikeFiles()
{
    const QString path = at(QStringLiteral("same.gpkg"));
    write("GPKG", path, {{"same", 26912, wkbPoint, TwoPlaces}});
    const auto onDisk = support::layerAt(path);
    auto moved = geo::VectorSource::openBytes(textOf(path), QStringLiteral("kept.gpkg"));
    const auto inMemory = support::readLayer(std::move(moved));
    QCOMPARE(inMemory->size(), onDisk->size());
    QVERIFY(inMemory->extent() == onDisk->extent());
    QCOMPARE(inMemory->fileName(), QStringLiteral("kept.gpkg"));
    QCOMPARE(inMemory->operation().info().key, onDisk->operation().info().key);
}

void VectorSourceTest::folderNamesMayBeAnything()
{
    for (const QString& name :
         {QStringLiteral("años de minería"), QStringLiteral("a,b;c"), QStringLiteral("100%"),
          QStringLiteral("{braces}"), QStringLiteral("quote'd"), QStringLiteral("vsizip")}) {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        const QString shape = at(name + QStringLiteral("/El Boleo ñ.shp"));
        write("ESRI Shapefile", shape, {{"k", 4326, wkbPoint, TwoInDegrees}});
        QCOMPARE(support::layerAt(shape)->size(), std::size_t(2));
        const QString zip = at(name + QStringLiteral("/k.zip"));
        write("GeoJSON", QStringLiteral("/vsimem/k.geojson"),
              {{"k", 4326, wkbPoint, TwoInDegrees}});
        VSIUnlink("/vsimem/k.geojson");
        write("GeoJSON", QStringLiteral("/vsizip/{%1}/k.geojson").arg(zip),
              {{"k", 4326, wkbPoint, TwoInDegrees}});
        QCOMPARE(support::layerAt(zip)->size(), std::size_t(2));
    }
}

void VectorSourceTest::readsArizona()
{
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    const auto sublayers = geo::VectorSource::listSublayers(path);
    QCOMPARE(sublayers.size(), std::size_t(1));
    QCOMPARE(sublayers[0].name, QStringLiteral("az1000k_mapunitpolys"));
    QCOMPARE(sublayers[0].kind, std::optional(geo::GeometryKind::Polygon));
    QCOMPARE(sublayers[0].featureCount, std::optional<qint64>(4841));
    QCOMPARE(sublayers[0].crs->code(), QStringLiteral("EPSG:4326"));
    auto source = geo::VectorSource::open(path);
    base::Progress progress;
    std::vector<base::Issue> issues;
    const auto layer = geo::FeatureLayer::read(
        source, geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()), progress, &issues);
    QCOMPARE(layer.size(), std::size_t(4841));
    QVERIFY(issues.empty());
    // As ogrinfo says.
    const geo::Extent extent = layer.extent();
    QVERIFY(std::fabs(extent.west + 114.815223) < 1e-6);
    QVERIFY(std::fabs(extent.north - 37.003806) < 1e-6);
    const geo::Column* unit = layer.column(QStringLiteral("mapunit"));
    QVERIFY(unit && unit->wordCount() > 20);
    // Its own statement of areas, in km2, agrees with ours.
    const geo::Column* area = layer.column(QStringLiteral("area_km2"));
    QVERIFY(area != nullptr);
    double stated = 0;
    double ours = 0;
    for (std::size_t i = 0; i < layer.size(); ++i) {
        QCOMPARE(layer.kind(i), geo::GeometryKind::Polygon);
        stated += area->number(i).value();
        ours += geo::geodesicSquareMetres(layer, i) / 1e6;
    }
    QVERIFY2(std::fabs(ours / stated - 1) < 0.01,
             qPrintable(QStringLiteral("%1 %2").arg(ours).arg(stated)));
}

void VectorSourceTest::readsRealArchives_data()
{
    QTest::addColumn<QString>("file");
    for (const char* file :
         {"geology/azgs_active_faults_shp.zip", "geology/mx_basin_hydrogeologic_units_shp.zip",
          "geology/mx_hidalgo_comarca_minera_geologia_shp.zip",
          "geology/azgs_safford_gems_mapunitpolys_shp.zip",
          "geology/usgs_qfaults_sgmc_faults_15sites_geojson.zip",
          "context/mexico_states_municipalities_inegi.topojson",
          "context/natural_earth_northamerica.gpkg", "context/usace_principal_ports.geojson"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void VectorSourceTest::readsRealArchives()
{
    QFETCH(QString, file);
    const QString path = support::realData(file);
    if (!QFile::exists(path))
        QSKIP("set VETA_REAL_DATA to the folder of real data to run this test");
    const auto sublayers = geo::VectorSource::listSublayers(path);
    QVERIFY(!sublayers.empty());
    for (const geo::Sublayer& sublayer : sublayers) {
        auto source = geo::VectorSource::open(path, sublayer.name);
        if (!source.crs())
            continue;
        const auto layer = support::readLayer(std::move(source));
        QVERIFY2(layer->size() > 0, qPrintable(sublayer.name));
        if (sublayer.featureCount)
            QCOMPARE(qint64(layer->size()), *sublayer.featureCount);
        // North America, with Hawaii and the Aleutians.
        const geo::Extent extent = layer->extent();
        QVERIFY2(extent.west >= -190 && extent.east <= 180 && extent.south > -20,
                 qPrintable(sublayer.name));
    }
}

QTEST_GUILESS_MAIN(VectorSourceTest)
#include "vector_source_test.moc"
