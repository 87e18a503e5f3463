// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/raster_source.h"
#include "geo/source_layers.h"
#include "tests/support/folder_state.h"
#include "tests/support/gdal_files.h"
#include "tests/support/process.h"
#include "tests/support/read_file.h"
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>
#include <cmath>
#include <cpl_vsi.h>

using support::writeGrid;
using support::writeLayers;
using support::WrittenGrid;

// What is wrong with the files that surveys hand out: each opens as far as it can, and says what is
// missing, assumed or hardly real.
namespace {

struct Read : support::FileRead
{
    bool warns() const
    {
        return std::any_of(issues.begin(), issues.end(), [](const base::Issue& issue) {
            return issue.severity != base::Severity::Note;
        });
    }
};

Read read(const QString& path, const QString& crs = {})
{
    return {support::readFile(path, crs)};
}

bool liesAt(const geo::Extent& box, double lon, double lat, double within)
{
    return std::fabs(box.centre().x() - lon) < within && std::fabs(box.centre().y() - lat) < within;
}

} // namespace

class LayerFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutIndex_data();
    void withoutIndex();
    void withoutTable();
    void aTableThatLies_data();
    void aTableThatLies();
    void textThatLies_data();
    void textThatLies();
    void fieldsOfOneName();
    void geometryOfEveryKind();
    void heightsAndMeasures_data();
    void heightsAndMeasures();
    void aDatumWithoutName_data();
    void aDatumWithoutName();
    void localDatums_data();
    void localDatums();
    void metresUnderDegrees();
    void gridInMetresUnderDegrees();
    void longitudesTo360();
    void smearedNoData_data();
    void smearedNoData();
    void aMineInAPlainIsReal();
    void gridsSayWhatTheyLack();
    void depthsOfPixels_data();
    void depthsOfPixels();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    void writePoints(int count)
    {
        std::vector<support::WrittenPlace> places;
        for (int i = 0; i < count; ++i)
            places.push_back({i % 2 ? "POINT (-110.3 31)" : "POINT (-112.3 27.3)",
                              "mine " + QByteArray::number(i)});
        writeLayers("ESRI Shapefile", at(QStringLiteral("mines.shp")),
                    {{"mines", 4326, wkbPoint, places}});
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void LayerFaultsTest::withoutIndex_data()
{
    QTest::addColumn<bool>("packed");
    QTest::newRow("on disk") << false;
    QTest::newRow("packed") << true;
}

void LayerFaultsTest::withoutIndex()
{
    QFETCH(bool, packed);
    writePoints(100);
    QVERIFY(QFile::remove(at(QStringLiteral("mines.shx"))));
    QString path = at(QStringLiteral("mines.shp"));
    if (packed) {
        path = at(QStringLiteral("mines.zip"));
        VSILFILE* keep =
            VSIFOpenL(QStringLiteral("/vsizip/%1").arg(path).toUtf8().constData(), "wb");
        for (const char* ending : {"shp", "dbf", "prj"}) {
            const QString name = QStringLiteral("mines.") + QLatin1String(ending);
            const QByteArray bytes = support::bytesAt(at(name));
            VSILFILE* file = VSIFOpenL(
                QStringLiteral("/vsizip/%1/%2").arg(path, name).toUtf8().constData(), "wb");
            VSIFWriteL(bytes.constData(), 1, std::size_t(bytes.size()), file);
            VSIFCloseL(file);
        }
        VSIFCloseL(keep);
    }
    const support::FolderState before(m_folder->path());
    const Read result = read(path);
    QVERIFY2(result.layer && result.layer->size() == 100, qPrintable(result.said()));
    QCOMPARE(result.layer->columns()[0].text(99), QStringLiteral("mine 99"));
    QVERIFY2(result.warns() && result.said().contains(QStringLiteral("(.shx)")),
             qPrintable(result.said()));
    QCOMPARE(support::FolderState(m_folder->path()).difference(before), QString());
}

void LayerFaultsTest::withoutTable()
{
    writePoints(10);
    QVERIFY(QFile::remove(at(QStringLiteral("mines.dbf"))));
    const Read result = read(at(QStringLiteral("mines.shp")));
    QVERIFY2(result.layer && result.layer->size() == 10, qPrintable(result.said()));
    QCOMPARE(result.layer->kind(9), geo::GeometryKind::Point);
    QVERIFY2(result.warns() && result.said().contains(QStringLiteral("(.dbf)")),
             qPrintable(result.said()));
}

void LayerFaultsTest::aTableThatLies_data()
{
    QTest::addColumn<quint32>("claimed");
    QTest::newRow("far too many") << 4'000'000'000U;
    QTest::newRow("some too many") << 150U;
    QTest::newRow("too few") << 40U;
    QTest::newRow("none") << 0U;
}

void LayerFaultsTest::aTableThatLies()
{
    QFETCH(quint32, claimed);
    writePoints(100);
    QByteArray table = support::bytesAt(at(QStringLiteral("mines.dbf")));
    qToLittleEndian(claimed, table.data() + 4);
    support::writeAt(at(QStringLiteral("mines.dbf")), table);
    const Read result = read(at(QStringLiteral("mines.shp")));
    QVERIFY2(result.layer && result.layer->size() == 100, qPrintable(result.said()));
    QVERIFY2(result.warns() && result.said().contains(QLocale().toString(claimed)) &&
                 result.said().contains(QStringLiteral("100")),
             qPrintable(result.said()));
}

void LayerFaultsTest::textThatLies_data()
{
    QTest::addColumn<QByteArray>("codePage"); // "": no .cpg
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("warns");
    QTest::newRow("says UTF-8, is not") << QByteArray("UTF-8")
                                        << QByteArray("Pe\xf1"
                                                      "asquito")
                                        << "Peñasquito"
                                        << "Windows-1252" << true;
    QTest::newRow("says nothing") << QByteArray()
                                  << QByteArray("Pe\xf1"
                                                "asquito")
                                  << "Peñasquito"
                                  << "Windows-1252" << false;
    QTest::newRow("Japanese, says nothing")
        << QByteArray() << QByteArray("\x95\x48\x8a\xa0\x8d\x7a\x8e\x52") << "菱刈鉱山"
        << "Shift-JIS" << false;
    QTest::newRow("UTF-8 cut in the middle of a character")
        << QByteArray("UTF-8") << QByteArray("Concepci\xc3\xb3n del Ni\xc3") << "Concepción del Ni"
        << "" << false;
}

void LayerFaultsTest::textThatLies()
{
    QFETCH(QByteArray, codePage);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, said);
    QFETCH(bool, warns);
    writeLayers("ESRI Shapefile", at(QStringLiteral("t.shp")),
                {{"t", 4326, wkbPoint, {{"POINT (-110 31)", QByteArray(40, 'x')}}}}, {},
                {QStringLiteral("ENCODING=")});
    QByteArray table = support::bytesAt(at(QStringLiteral("t.dbf")));
    const qsizetype record = table.indexOf(QByteArray(40, 'x'));
    QVERIFY(record > 0);
    table.replace(record, 40, bytes.leftJustified(40, ' '));
    table[29] = 0;
    support::writeAt(at(QStringLiteral("t.dbf")), table);
    QFile::remove(at(QStringLiteral("t.cpg")));
    if (!codePage.isEmpty())
        support::writeAt(at(QStringLiteral("t.cpg")), codePage);
    const Read result = read(at(QStringLiteral("t.shp")));
    QVERIFY2(result.layer != nullptr, qPrintable(result.said()));
    QCOMPARE(result.layer->columns()[0].text(0), text);
    QVERIFY2(said.isEmpty() ? result.said().isEmpty() : result.said().contains(said),
             qPrintable(result.said()));
    QCOMPARE(result.warns(), warns);
}

void LayerFaultsTest::fieldsOfOneName()
{
    // Two columns whose names were cut to the same ten letters.
    GDALAllRegister();
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("ESRI Shapefile"),
                   at(QStringLiteral("d.shp")).toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
    OGRSpatialReferenceH reference = support::referenceOf(4326);
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "d", reference, wkbPoint, nullptr);
    OSRRelease(reference);
    for (const char* name : {"DESCRIPC_A", "DESCRIPC_B"}) {
        OGRFieldDefnH field = OGR_Fld_Create(name, OFTString);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
    }
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetFieldString(feature, 0, "skarn");
    OGR_F_SetFieldString(feature, 1, "plata");
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, -110, 31);
    OGR_F_SetGeometryDirectly(feature, point);
    QCOMPARE(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
    QByteArray table = support::bytesAt(at(QStringLiteral("d.dbf")));
    table.replace("DESCRIPC_B", "DESCRIPC_A");
    support::writeAt(at(QStringLiteral("d.dbf")), table);
    const Read result = read(at(QStringLiteral("d.shp")));
    QVERIFY2(result.layer && result.layer->columns().size() == 2, qPrintable(result.said()));
    QCOMPARE(result.layer->columns()[0].field().name, QStringLiteral("DESCRIPC_A"));
    QVERIFY(result.layer->columns()[1].field().name != QStringLiteral("DESCRIPC_A"));
    QCOMPARE(result.layer->column(QStringLiteral("DESCRIPC_A"))->text(0), QStringLiteral("skarn"));
    QCOMPARE(result.layer->columns()[1].text(0), QStringLiteral("plata"));
}

void LayerFaultsTest::geometryOfEveryKind()
{
    writeLayers("GPKG", at(QStringLiteral("mixed.gpkg")),
                {{"mixed",
                  4326,
                  wkbUnknown,
                  {{"POINT (-110 31)", "a"},
                   {"LINESTRING (-110 31,-109 32)", "b"},
                   {"POLYGON ((-110 31,-109 31,-109 32,-110 31))", "c"},
                   {"GEOMETRYCOLLECTION (POINT (-110 31),LINESTRING (-110 31,-109 32))", "d"},
                   {"CURVEPOLYGON (CIRCULARSTRING (-110 31,-109 32,-108 31,-109 30,-110 31))", "e"},
                   {"MULTIPOINT ((-110 31),(-109 32))", "f"},
                   {"POLYGON EMPTY", "g"},
                   {"POINT EMPTY", "h"},
                   {nullptr, "i"},
                   {"LINESTRING (-110 31,-110 31)", "j"}}}});
    const Read result = read(at(QStringLiteral("mixed.gpkg")));
    QVERIFY2(result.layer && result.layer->size() == 10, qPrintable(result.said()));
    using geo::GeometryKind;
    const std::vector<GeometryKind> kinds{
        GeometryKind::Point,   GeometryKind::Line,  GeometryKind::Polygon, GeometryKind::Line,
        GeometryKind::Polygon, GeometryKind::Point, GeometryKind::None,    GeometryKind::None,
        GeometryKind::None,    GeometryKind::Line};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        QVERIFY2(result.layer->kind(i) == kinds[i], qPrintable(QString::number(i)));
    QVERIFY2(result.said().contains(QStringLiteral("3 features have no place")),
             qPrintable(result.said()));
}

void LayerFaultsTest::heightsAndMeasures_data()
{
    QTest::addColumn<QByteArray>("wkt");
    QTest::addColumn<int>("type");
    QTest::newRow("Z") << QByteArray("POINT Z (-110.3 31 1200)") << int(wkbPoint25D);
    QTest::newRow("M") << QByteArray("POINT M (-110.3 31 7)") << int(wkbPointM);
    QTest::newRow("ZM") << QByteArray("POINT ZM (-110.3 31 1200 7)") << int(wkbPointZM);
}

void LayerFaultsTest::heightsAndMeasures()
{
    QFETCH(QByteArray, wkt);
    QFETCH(int, type);
    for (const auto& [driver, file] :
         {std::pair("ESRI Shapefile", "z.shp"), std::pair("GPKG", "z.gpkg")}) {
        const QString path = at(QLatin1String(file));
        writeLayers(driver, path,
                    {{"z", 4326, OGRwkbGeometryType(type), {{wkt.constData(), "Cananea"}}}});
        const Read result = read(path);
        QVERIFY2(result.layer && result.layer->size() == 1, qPrintable(result.said()));
        QVERIFY(liesAt(result.layer->extent(), -110.3, 31, 1e-9));
        QVERIFY(result.issues.empty());
    }
}

void LayerFaultsTest::aDatumWithoutName_data()
{
    QTest::addColumn<QByteArray>("ellipsoid");
    QTest::addColumn<QString>("said");
    QTest::newRow("of NAD83") << QByteArray("SPHEROID[\"GRS_1980\",6378137,298.257222101]")
                              << "2 m off";
    QTest::newRow("of NAD27") << QByteArray("SPHEROID[\"Clarke_1866\",6378206.4,294.9786982]")
                              << "several hundred metres";
}

void LayerFaultsTest::aDatumWithoutName()
{
    QFETCH(QByteArray, ellipsoid);
    QFETCH(QString, said);
    writePoints(2);
    const QByteArray prj = "GEOGCS[\"GCS_GRS 1980\",DATUM[\"D_unknown\"," + ellipsoid +
                           "],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]";
    support::writeAt(at(QStringLiteral("mines.prj")), prj);
    const Read result = read(at(QStringLiteral("mines.shp")));
    QVERIFY2(result.layer != nullptr, qPrintable(result.said()));
    QVERIFY2(result.warns() && result.said().contains(QStringLiteral("names no datum")) &&
                 result.said().contains(said),
             qPrintable(result.said()));
    // A raster says the same.
    writeGrid("AAIGrid", at(QStringLiteral("g.asc")), {});
    support::writeAt(at(QStringLiteral("g.prj")), prj);
    base::Progress progress;
    const auto issues = geo::RasterSource::open(at(QStringLiteral("g.asc"))).issues(progress);
    QCOMPARE(issues.size(), std::size_t(1));
    QVERIFY2(issues[0].text.contains(said), qPrintable(issues[0].text));
}

void LayerFaultsTest::localDatums_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<QByteArray>("wkt");
    QTest::addColumn<QPointF>("degrees"); // of WGS 84
    QTest::addColumn<double>("within");   // degrees; 1e-5 is a metre
    QTest::addColumn<double>("metres");   // the accuracy its authority states
    // Kenya: Arc 1960 to WGS 84 by EPSG:1285, geocentric (-157, -2, -299), worked out apart: the
    // point moves 92 m east and 303 m south.
    QTest::newRow("Arc 1960") << 4210 << QByteArray("POINT (37 -1)")
                              << QPointF(37.0 + 0.000831, -1.0 - 0.00272) << 2e-4 << 35.0;
    // Feet: 2,000,000 of them, and of their false origin, in Texas Central.
    QTest::newRow("US survey feet") << 2277 << QByteArray("POINT (2296583.333 9842500)")
                                    << QPointF(-100.333333, 29.666667) << 1e-4 << 4.0;
}

void LayerFaultsTest::localDatums()
{
    QFETCH(int, epsg);
    QFETCH(QByteArray, wkt);
    QFETCH(QPointF, degrees);
    QFETCH(double, within);
    QFETCH(double, metres);
    writeLayers("GPKG", at(QStringLiteral("local.gpkg")),
                {{"local", epsg, wkbPoint, {{wkt.constData(), "a"}}}});
    const Read result = read(at(QStringLiteral("local.gpkg")));
    QVERIFY2(result.layer != nullptr, qPrintable(result.said()));
    const geo::OperationInfo& info = result.layer->operation().info();
    QVERIFY2(!info.ballpark, qPrintable(info.name));
    QVERIFY2(info.accuracyMetres && *info.accuracyMetres > 0 && *info.accuracyMetres <= metres,
             qPrintable(info.name + QString::number(info.accuracyMetres.value_or(-1))));
    const QPointF place = result.layer->extent().centre();
    QVERIFY2(std::fabs(place.x() - degrees.x()) < within &&
                 std::fabs(place.y() - degrees.y()) < within,
             qPrintable(QStringLiteral("%1 %2 by %3")
                            .arg(place.x(), 0, 'f', 6)
                            .arg(place.y(), 0, 'f', 6)
                            .arg(info.name)));
}

void LayerFaultsTest::metresUnderDegrees()
{
    writeLayers(
        "GeoJSON", at(QStringLiteral("li.geojson")),
        {{"li", 4326, wkbPoint, {{"POINT (-112.3 27.3)", "a"}, {"POINT (455076 6936000)", "b"}}}});
    const Read some = read(at(QStringLiteral("li.geojson")));
    QVERIFY2(some.layer && some.layer->size() == 2, qPrintable(some.said()));
    QVERIFY2(some.said().contains(QStringLiteral("1 features")) &&
                 some.said().contains(QStringLiteral("not degrees")),
             qPrintable(some.said()));
    writeLayers("GeoJSON", at(QStringLiteral("all.geojson")),
                {{"all",
                  4326,
                  wkbPoint,
                  {{"POINT (500000 3500000)", "a"}, {"POINT (455076 6936000)", "b"}}}});
    const Read none = read(at(QStringLiteral("all.geojson")));
    QVERIFY(!none.layer);
    QVERIFY2(none.said().contains(QStringLiteral("all.geojson")) &&
                 none.said().contains(QStringLiteral("not degrees")),
             qPrintable(none.said()));
}

void LayerFaultsTest::gridInMetresUnderDegrees()
{
    WrittenGrid grid;
    grid.transform = {500000, 30, 0, 3500000, 0, -30};
    writeGrid("GTiff", at(QStringLiteral("dem.tif")), grid);
    const auto source = geo::RasterSource::open(at(QStringLiteral("dem.tif")));
    base::Progress progress;
    try {
        source.issues(progress);
        QFAIL("metres were taken for degrees");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("dem.tif")) &&
                     error.message().contains(QStringLiteral("not degrees")),
                 error.what());
    }
    // Said rightly, it is there.
    auto said = geo::RasterSource::open(at(QStringLiteral("dem.tif")));
    said.setOperation(geo::Operation::between(geo::Crs::fromText(QStringLiteral("EPSG:26912")),
                                              geo::Crs::wgs84()));
    QVERIFY(said.issues(progress).empty());
}

void LayerFaultsTest::longitudesTo360()
{
    writeLayers("GPKG", at(QStringLiteral("o.gpkg")),
                {{"o", 4326, wkbPoint, {{"POINT (247.7 27.3)", "a"}}}});
    const Read result = read(at(QStringLiteral("o.gpkg")));
    QVERIFY2(result.layer && liesAt(result.layer->extent(), -112.3, 27.3, 1e-9),
             qPrintable(result.said()));
    WrittenGrid grid;
    grid.columns = 36;
    grid.rows = 18;
    grid.transform = {0, 10, 0, 90, 0, -10};
    writeGrid("GTiff", at(QStringLiteral("world.tif")), grid);
    const auto source = geo::RasterSource::open(at(QStringLiteral("world.tif")));
    base::Progress progress;
    QVERIFY(source.issues(progress).empty());
    // 245 E is column 24 of row 5.
    QCOMPARE(source.valueAt({-115, 35}).at(0), std::optional(5 * 36 + 24.0));
}

void LayerFaultsTest::smearedNoData_data()
{
    QTest::addColumn<double>("noData");
    QTest::addColumn<double>("smeared");
    QTest::addColumn<int>("share"); // one in so many
    QTest::newRow("EMAG2") << -99999.0 << -60000.0 << 80;
    QTest::newRow("EMAG2, a tenth of it") << -99999.0 << -60000.0 << 10;
    QTest::newRow("above") << 32767.0 << 20000.0 << 20;
    QTest::newRow("a float's least") << -3.4028234663852886e38 << -1e30 << 20;
}

void LayerFaultsTest::smearedNoData()
{
    QFETCH(double, noData);
    QFETCH(double, smeared);
    QFETCH(int, share);
    WrittenGrid grid;
    grid.type = GDT_Float32;
    grid.columns = grid.rows = 100;
    grid.transform = {-112, 0.01, 0, 32, 0, -0.01};
    grid.hasNoData = true;
    grid.noData = noData;
    for (int i = 0; i < 10000; ++i)
        grid.values.push_back(i % 7 == 0 ? noData : i % share == 1 ? smeared : i % 200 - 100.0);
    int smearedCount = 0;
    for (const double value : grid.values)
        smearedCount += value == smeared ? 1 : 0;
    writeGrid("GTiff", at(QStringLiteral("mag.tif")), grid);
    const auto source = geo::RasterSource::open(at(QStringLiteral("mag.tif")));
    base::Progress progress;
    const auto range = source.valueRange(progress);
    QVERIFY(range.has_value());
    QVERIFY2(range->first >= -100 && range->first < -90 && range->second > 90 &&
                 range->second <= 100,
             qPrintable(QStringLiteral("%1 %2").arg(range->first).arg(range->second)));
    const auto issues = source.issues(progress);
    QCOMPARE(issues.size(), std::size_t(1));
    QVERIFY2(
        issues[0].text.startsWith(QLocale().toString(smearedCount) + QStringLiteral(" values")),
        qPrintable(issues[0].text));
}

void LayerFaultsTest::aMineInAPlainIsReal()
{
    // A plain that is flat within a metre, and in it a pit of 80 m.
    WrittenGrid grid;
    grid.type = GDT_Float32;
    grid.columns = grid.rows = 100;
    grid.transform = {-112, 0.01, 0, 32, 0, -0.01};
    grid.hasNoData = true;
    grid.noData = -9999;
    for (int i = 0; i < 10000; ++i)
        grid.values.push_back(i < 300 ? 20.0 : 100 + i % 10 * 0.1);
    writeGrid("GTiff", at(QStringLiteral("pit.tif")), grid);
    base::Progress progress;
    QVERIFY(geo::RasterSource::open(at(QStringLiteral("pit.tif"))).issues(progress).empty());
}

void LayerFaultsTest::gridsSayWhatTheyLack()
{
    WrittenGrid grid;
    grid.type = GDT_Float32;
    grid.hasNoData = true;
    grid.noData = -9999;
    grid.values.assign(12, -9999);
    writeGrid("GTiff", at(QStringLiteral("none.tif")), grid);
    base::Progress progress;
    const auto nothing = geo::RasterSource::open(at(QStringLiteral("none.tif"))).issues(progress);
    QCOMPARE(nothing.size(), std::size_t(1));
    QVERIFY2(nothing[0].text.contains(QStringLiteral("no value")), qPrintable(nothing[0].text));
    WrittenGrid several;
    several.type = GDT_Float32;
    several.bands = 12;
    writeGrid("GTiff", at(QStringLiteral("months.tif")), several);
    const auto months = geo::RasterSource::open(at(QStringLiteral("months.tif"))).issues(progress);
    QCOMPARE(months.size(), std::size_t(1));
    QCOMPARE(months[0].severity, base::Severity::Note);
    QVERIFY2(months[0].text.contains(QStringLiteral("12 bands")), qPrintable(months[0].text));
}

void LayerFaultsTest::depthsOfPixels_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("value");
    QTest::newRow("8 bits") << int(GDT_Byte) << 250.0;
    QTest::newRow("16 bits") << int(GDT_UInt16) << 65000.0;
    QTest::newRow("16 bits, signed") << int(GDT_Int16) << -11000.0;
    QTest::newRow("32 bits") << int(GDT_Int32) << -1000000.0;
    QTest::newRow("float") << int(GDT_Float32) << -123.5;
    QTest::newRow("double") << int(GDT_Float64) << 1e-3;
}

void LayerFaultsTest::depthsOfPixels()
{
    QFETCH(int, type);
    QFETCH(double, value);
    WrittenGrid grid; // its pixels are twice as wide as high
    grid.type = GDALDataType(type);
    grid.values.assign(12, value);
    grid.transform = {-112, 1, 0, 32, 0, -0.5};
    writeGrid("GTiff", at(QStringLiteral("depth.tif")), grid);
    const auto source = geo::RasterSource::open(at(QStringLiteral("depth.tif")));
    QCOMPARE(source.valueAt({-109.5, 30.6}).at(0), std::optional(value));
    QVERIFY(!source.valueAt({-107.5, 30.6}).at(0).has_value());
    base::Progress progress;
    const auto range = source.valueRange(progress);
    QVERIFY(range && std::fabs(range->first - value) <= 1e-6 * std::fabs(value));
}

QTEST_GUILESS_MAIN(LayerFaultsTest)
#include "layer_faults_test.moc"
