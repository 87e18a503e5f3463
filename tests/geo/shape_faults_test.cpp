// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/feature_painter.h"
#include "geo/layer_cooking.h"
#include "geo/layer_drafts.h"
#include "geo/map_view.h"
#include "tests/support/folder_state.h"
#include "tests/support/gdal_files.h"
#include "tests/support/process.h"
#include "tests/support/read_file.h"
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>
#include <cmath>
#include <limits>
#include <numbers>

// Polygons whose file lies about them or that lie nowhere: the others are read and drawn, and what
// is wrong is said.
namespace {

constexpr int Count = 40;

using Read = support::FileRead;

int withPlace(const Read& read)
{
    int places = 0;
    for (std::size_t i = 0; read.layer && i < read.layer->size(); ++i)
        places += read.layer->kind(i) == geo::GeometryKind::Polygon ? 1 : 0;
    return places;
}

Read readWith(const QString& path, std::size_t mostPoints, const geo::LayerDrafts* drafts = nullptr)
{
    return support::readFile(path, {}, mostPoints, drafts);
}

Read read(const QString& path)
{
    return support::readFile(path);
}

// How many pixels of a picture of all of it are not ground.
int drawnPixels(const Read& read)
{
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(300, 200));
    base::Progress progress;
    const auto cooked = std::make_shared<const geo::CookedLayer>(
        geo::cookLayer(*read.layer, view.fromWgs84(), progress));
    view.fit(cooked->box(), 0);
    auto look = std::make_shared<geo::StyledFeatures>();
    look->looks = {geo::Symbol{}};
    look->looks[0].fill = QColor(Qt::black);
    look->look.assign(read.layer->size(), 0);
    QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    const QPointF corner = view.toMap({0, 0});
    geo::drawFeatures(image, {cooked, look}, {corner.x(), corner.y(), 1 / view.unitsPerPixel()}, 1,
                      1, progress);
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            drawn += image.pixel(x, y) == QColor(Qt::white).rgb() ? 0 : 1;
    return drawn;
}

QByteArray square(int i)
{
    const double west = -112 + i % 8;
    const double south = 26 + i / 8; // NOLINT(bugprone-integer-division)
    const auto point = [](double x, double y) {
        return QByteArray::number(x) + ' ' + QByteArray::number(y);
    };
    return "POLYGON ((" + point(west, south) + ',' + point(west + 1, south) + ',' +
           point(west + 1, south + 1) + ',' + point(west, south + 1) + ',' + point(west, south) +
           "))";
}

} // namespace

class ShapeFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        std::vector<QByteArray> texts;
        for (int i = 0; i < Count; ++i)
            texts.push_back(square(i));
        std::vector<support::WrittenPlace> places;
        for (int i = 0; i < Count; ++i)
            places.push_back({texts[std::size_t(i)].constData(), "unit " + QByteArray::number(i)});
        support::writeLayers("ESRI Shapefile", at("units.shp"),
                             {{"units", 4326, wkbPolygon, places}});
        m_shp = support::bytesAt(at("units.shp"));
        m_shx = support::bytesAt(at("units.shx"));
    }
    void countsThatLie_data();
    void countsThatLie();
    void anIndexThatLies_data();
    void anIndexThatLies();
    void tornInAPolygon_data();
    void tornInAPolygon();
    void coordinatesThatAreNone_data();
    void coordinatesThatAreNone();
    void anExtentThatLies_data();
    void anExtentThatLies();
    void moreThanFits();

private:
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    // Where the record of a shape begins in the .shp.
    qsizetype record(int shape) const
    {
        return 2 * qsizetype(qFromBigEndian<quint32>(m_shx.constData() + 100 + 8 * shape));
    }
    void setInt(QByteArray& bytes, qsizetype place, qint32 value, bool big = false) const
    {
        if (big)
            qToBigEndian(value, bytes.data() + place);
        else
            qToLittleEndian(value, bytes.data() + place);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_shp;
    QByteArray m_shx;
};

void ShapeFaultsTest::countsThatLie_data()
{
    // ESRI's description of 1998: behind a record's header of 8 bytes its type, a box of 32 bytes,
    // the number of parts at 36, of points at 40, the parts' first points from 44.
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("value");
    QTest::newRow("parts, many") << 36 << 2000000000;
    QTest::newRow("parts, fewer than none") << 36 << -1;
    QTest::newRow("parts, more than points") << 36 << 6;
    QTest::newRow("points, many") << 40 << 2000000000;
    QTest::newRow("points, fewer than none") << 40 << -5;
    QTest::newRow("points, a few more") << 40 << 7;
    QTest::newRow("a part that begins beyond") << 44 << 1000000;
    QTest::newRow("a part that begins before") << 44 << -3;
    QTest::newRow("another type") << 0 << 77;
}

void ShapeFaultsTest::countsThatLie()
{
    QFETCH(int, place);
    QFETCH(int, value);
    QByteArray shp = m_shp;
    setInt(shp, record(7) + 8 + place, value);
    support::writeAt(at("units.shp"), shp);
    const support::FolderState before(m_folder->path());
    const Read result = read(at("units.shp"));
    QVERIFY2(result.layer && result.layer->size() == Count, qPrintable(result.said()));
    QCOMPARE(withPlace(result), Count - 1);
    QCOMPARE(result.layer->kind(7), geo::GeometryKind::None);
    QCOMPARE(result.layer->columns()[0].text(8), QStringLiteral("unit 8"));
    QVERIFY2(!result.said().isEmpty(), "nothing was said");
    QVERIFY(drawnPixels(result) > 300 * 200 / 2);
    QCOMPARE(support::FolderState(m_folder->path()).difference(before), QString());
}

void ShapeFaultsTest::anIndexThatLies_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char* how : {"beyond the end", "before the beginning", "at another", "into another",
                            "longer than it is", "of no length", "fewer than there are", "cut",
                            "more than there are", "noise"})
        QTest::newRow(how) << QByteArray(how);
}

void ShapeFaultsTest::anIndexThatLies()
{
    QFETCH(QByteArray, how);
    QByteArray shx = m_shx;
    const qsizetype entry = 100 + 8 * 7;
    if (how == "beyond the end")
        setInt(shx, entry, 1000000000, true);
    else if (how == "before the beginning")
        setInt(shx, entry, -4, true);
    else if (how == "at another")
        setInt(shx, entry, qint32(record(3) / 2), true);
    else if (how == "into another")
        setInt(shx, entry, qint32(record(7) / 2 + 9), true);
    else if (how == "longer than it is")
        setInt(shx, entry + 4, 1000000, true);
    else if (how == "of no length")
        setInt(shx, entry + 4, 0, true);
    else if (how == "fewer than there are") {
        shx.truncate(100 + 8 * 30);
        setInt(shx, 24, qint32(shx.size() / 2), true);
    } else if (how == "cut")
        shx.truncate(100 + 8 * 30 + 3);
    else if (how == "more than there are") {
        shx.append(shx.last(80));
        setInt(shx, 24, qint32(shx.size() / 2), true);
    } else
        for (qsizetype i = 100; i < shx.size(); ++i)
            shx[i] = char(i * 89 + 7);
    support::writeAt(at("units.shx"), shx);
    const support::FolderState before(m_folder->path());
    const Read result = read(at("units.shp"));
    QVERIFY2(result.layer && result.layer->size() == Count, qPrintable(result.said()));
    QCOMPARE(withPlace(result), Count);
    for (std::size_t i = 0; i < Count; ++i)
        QVERIFY(std::fabs(result.layer->box(i).west - (-112 + double(i % 8))) < 1e-9);
    QVERIFY2(result.said().contains(QStringLiteral(".shx")), qPrintable(result.said()));
    QCOMPARE(support::FolderState(m_folder->path()).difference(before), QString());
}

void ShapeFaultsTest::tornInAPolygon_data()
{
    QTest::addColumn<int>("into"); // bytes of the record of shape 30
    for (const int into : {0, 5, 8, 30, 50, 60, 100})
        QTest::addRow("%d", into) << into;
}

void ShapeFaultsTest::tornInAPolygon()
{
    QFETCH(int, into);
    support::writeAt(at("units.shp"), m_shp.first(record(30) + into));
    const Read result = read(at("units.shp"));
    QVERIFY2(result.layer && result.layer->size() == Count, qPrintable(result.said()));
    QCOMPARE(withPlace(result), 30);
    QCOMPARE(result.layer->columns()[0].text(39), QStringLiteral("unit 39"));
    QVERIFY2(result.said().contains(QStringLiteral("10 features")), qPrintable(result.said()));
    QVERIFY(drawnPixels(result) > 300 * 200 / 2);
}

void ShapeFaultsTest::coordinatesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("said");
    const double infinite = std::numeric_limits<double>::infinity();
    for (const auto& [driver, file] :
         {std::pair("ESRI Shapefile", "bad.shp"), std::pair("GPKG", "bad.gpkg"),
          std::pair("FlatGeobuf", "bad.fgb")}) {
        const auto row = [&, driver = driver, file = file](const char* name, int epsg, double value,
                                                           const char* said) {
            QTest::addRow("%s, %s", name, driver) << QByteArray(driver) << QString::fromLatin1(file)
                                                  << epsg << value << QString::fromLatin1(said);
        };
        row("not a number", 4326, std::nan(""), "a coordinate is no number");
        row("infinite", 4326, infinite, "a coordinate is no number");
        row("minus infinite", 4326, -infinite, "a coordinate is no number");
        row("beyond the pole", 4326, 123, "not degrees");
        row("huge", 4326, 1e300, "not degrees");
        row("huge in UTM", 26712, 1e300, "outside the reach");
        row("far away in UTM", 26712, 5e8, "outside the reach");
    }
}

void ShapeFaultsTest::coordinatesThatAreNone()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, file);
    QFETCH(int, epsg);
    QFETCH(double, value);
    QFETCH(QString, said);
    GDALAllRegister();
    // What GDAL will not write is put there afterwards.
    constexpr double Placeholder = 66.15625;
    const bool byHand = driver == "ESRI Shapefile";
    const bool utm = epsg != 4326;
    const QString path = m_folder->filePath(file);
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver.constData()),
                                      path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
    CPLPushErrorHandler(CPLQuietErrorHandler); // it says what is wrong with such polygons
    OGRSpatialReferenceH reference = support::referenceOf(epsg);
    const CPLStringList options = support::optionsOf(
        driver == "FlatGeobuf" ? QStringList{QStringLiteral("SPATIAL_INDEX=NO")} : QStringList());
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "bad", reference, wkbPolygon, options.List());
    OSRRelease(reference);
    // A good one, one that is bad at a corner, one whose hole is, one that is bad all over.
    for (int i = 0; i < 4; ++i) {
        OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
        for (int hole = 0; hole < 2; ++hole) {
            OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
            const double inset = hole == 0 ? 0 : 0.2;
            for (const auto& [x, y] : {std::pair(0., 0.), {1., 0.}, {1., 1.}, {0., 1.}, {0., 0.}}) {
                const double lon = -112 + i + inset + x * (1 - 2 * inset);
                const double lat = 30 + inset + y * (1 - 2 * inset);
                const bool bad = i == 3 || (i == 1 && hole == 0 && x == 1 && y == 1) ||
                                 (i == 2 && hole == 1 && x == 1 && y == 1);
                const double north = utm ? lat * 110000 : lat;
                OGR_G_AddPoint_2D(ring, utm ? (lon + 112) * 90000 + 300000 : lon,
                                  bad ? (byHand ? Placeholder : value) : north);
            }
            OGR_G_AddGeometryDirectly(polygon, ring);
        }
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        OGR_F_SetGeometryDirectly(feature, polygon);
        QCOMPARE(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
        OGR_F_Destroy(feature);
    }
    GDALClose(dataset);
    CPLPopErrorHandler();
    if (byHand) {
        const auto bytesOf = [](double number) {
            return QByteArray(reinterpret_cast<const char*>(&number), sizeof number);
        };
        QByteArray bytes = support::bytesAt(path);
        support::writeAt(path, bytes.replace(bytesOf(Placeholder), bytesOf(value)));
    }
    const Read result = read(path);
    QVERIFY2(result.layer && result.layer->size() == 4, qPrintable(result.said()));
    QCOMPARE(withPlace(result), 1);
    QCOMPARE(result.layer->kind(0), geo::GeometryKind::Polygon);
    QVERIFY2(result.said().contains(QStringLiteral("3 features")) && result.said().contains(said),
             qPrintable(result.said()));
    QVERIFY(result.layer->extent().width() < 1.1 && result.layer->extent().height() < 1.1);
    const int drawn = drawnPixels(result);
    QVERIFY2(drawn > 10000 && drawn < 58000, qPrintable(QString::number(drawn)));
}

void ShapeFaultsTest::anExtentThatLies_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("huge") << -1e300 << 1e300;
    QTest::newRow("infinite") << -infinite << infinite;
    QTest::newRow("not a number") << std::nan("") << std::nan("");
    QTest::newRow("inside out") << 50.0 << -50.0;
    QTest::newRow("nowhere near") << 5.0 << 6.0;
    QTest::newRow("a point") << 0.0 << 0.0;
}

// The box in a shapefile's header, by which a large layer is moved and drafts are drawn.
void ShapeFaultsTest::anExtentThatLies()
{
    QFETCH(double, least);
    QFETCH(double, most);
    constexpr int Points = 300000;
    QByteArray ring;
    for (int i = 0; i <= Points; ++i) {
        const double angle = 2 * std::numbers::pi * (i % Points) / Points;
        ring += (i > 0 ? "," : "") + QByteArray::number(-108 + 4 * std::sin(angle), 'f', 9) + ' ' +
                QByteArray::number(28.5 + 2.5 * std::cos(angle), 'f', 9);
    }
    const QByteArray large = "POLYGON ((" + ring + "))";
    support::writeLayers("ESRI Shapefile", at("large.shp"),
                         {{"large", 4267, wkbPolygon, {{large.constData(), "a"}}}});
    for (const char* name : {"large.shp", "large.shx"}) {
        QByteArray bytes = support::bytesAt(at(name));
        for (int i = 0; i < 4; ++i)
            qToLittleEndian(i < 2 ? least : most, bytes.data() + 36 + 8 * i);
        support::writeAt(at(name), bytes);
    }
    std::size_t shown = 0;
    geo::LayerDrafts drafts;
    drafts.first = std::chrono::milliseconds(0);
    drafts.show = [&](const std::shared_ptr<const geo::FeatureTable>& draft) {
        shown += draft->size();
    };
    const Read result = readWith(at("large.shp"), geo::FeatureLayer::MostPoints, &drafts);
    QVERIFY2(result.layer && withPlace(result) == 1, qPrintable(result.said()));
    QCOMPARE(shown, std::size_t(1));
    QVERIFY(std::fabs(result.layer->extent().west + 112) < 1e-2 &&
            std::fabs(result.layer->extent().north - 31) < 1e-2);
    QVERIFY(drawnPixels(result) > 300 * 200 / 2);
}

void ShapeFaultsTest::moreThanFits()
{
    const Read points = readWith(at("units.shp"), 5 * Count - 1);
    QVERIFY(!points.layer);
    QVERIFY2(points.refusal.contains(QStringLiteral("units.shp")) &&
                 points.refusal.contains(QStringLiteral("199 points")) &&
                 points.refusal.contains(QStringLiteral("memory")),
             qPrintable(points.refusal));
    support::writeLayers("ESRI Shapefile", at("mines.shp"),
                         {{"mines", 4326, wkbPoint,
                           std::vector<support::WrittenPlace>(Count, {"POINT (-110 31)", "a"})}});
    const Read features =
        readWith(at("mines.shp"), geo::FeatureLayer::PointsOfFeature * (Count / 2));
    QVERIFY2(features.refusal.contains(QStringLiteral("20 features")),
             qPrintable(features.refusal));
    QVERIFY(readWith(at("units.shp"), 5 * Count).layer);
    // Five million polygons of 20 points fit into 16 GB, three hundred thousand of 80 into 4.
    QVERIFY(geo::FeatureLayer::mostPointsIn(qint64(16) << 30) > 5'000'000 * 21);
    QVERIFY(geo::FeatureLayer::mostPointsIn(qint64(4) << 30) > 300'000 * 81);
    QCOMPARE(geo::FeatureLayer::mostPointsIn(-5), std::size_t(0));
}

QTEST_MAIN(ShapeFaultsTest)
#include "shape_faults_test.moc"
