// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/cooked_layer.h"
#include "geo/identify.h"
#include "geo/map_renderer.h"
#include "geo/measure.h"
#include "geo/prepared_geometry.h"
#include "geo/raster_source.h"
#include "geo/styled_features.h"
#include "tests/support/golden_image.h"
#include "tests/support/layers.h"
#include "tests/support/real_data.h"
#include <QElapsedTimer>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <thread>

namespace {

QByteArray feature(const QByteArray& properties, const QByteArray& geometry)
{
    return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry +
           "}";
}

// A small land: two units, one with a hole that the third fills, a fault and a town.
std::shared_ptr<const geo::FeatureLayer> units()
{
    return support::layerOf(
        feature("\"unit\":\"Qal\",\"color\":\"255;240;150\"",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-114,26],[-108,26],[-107,30],[-109,33],"
                "[-114,32],[-114,26]],[[-112,28],[-112,30],[-110,30],[-110,28],[-112,28]]]}") +
        "," +
        feature("\"unit\":\"Tv\",\"color\":\"#d08050\"",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[-108,26],[-102,25],[-101,31],"
                "[-107,30],[-108,26]]],[[[-112,28],[-110,28],[-110,30],[-112,30],[-112,28]]]]}") +
        "," +
        feature("\"unit\":\"Kg\",\"color\":\"\"",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-107,30],[-101,31],[-103,34],[-109,33],"
                "[-107,30]]]}"));
}

std::shared_ptr<const geo::FeatureLayer> faults()
{
    return support::layerOf(
        feature("\"name\":\"Falla\"",
                "{\"type\":\"LineString\",\"coordinates\":[[-113,33],[-109,29],[-104,24]]}"));
}

std::shared_ptr<const geo::FeatureLayer> towns()
{
    return support::layerOf(feature(
        "\"name\":\"Pueblo\"", "{\"type\":\"MultiPoint\",\"coordinates\":[[-111,29],[-105,31]]}"));
}

geo::MapLayer shown(std::shared_ptr<const geo::FeatureLayer> layer, const char* title)
{
    geo::MapLayer result;
    result.features = std::move(layer);
    result.style = geo::proposeStyle(*result.features);
    result.title = {QString::fromUtf8(title), QString::fromUtf8(title)};
    return result;
}

geo::MapSnapshot whole(QSizeF size = {460, 340})
{
    geo::MapSnapshot snapshot(geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), size));
    snapshot.view.fitLonLat({-116, 23, -99, 35});
    snapshot.layers = {shown(units(), "Units"), shown(faults(), "Faults"), shown(towns(), "Towns")};
    snapshot.layers[0].schematic = true;
    snapshot.layers[0].attribution = QStringLiteral("Drawn for a test");
    snapshot.layers[1].style.symbol.dash = geo::Dash::Dashed;
    snapshot.layers[2].style.labelField = QStringLiteral("name");
    snapshot.sites =
        std::make_shared<const geo::Sites>(geo::Sites{{1,
                                                       {-112.2, 27.3},
                                                       QStringLiteral("mine"),
                                                       QStringLiteral("production"),
                                                       QStringLiteral("El Boleo"),
                                                       false},
                                                      {2,
                                                       {-106.4, 31.8},
                                                       QStringLiteral("manufacturing_plant"),
                                                       QString(),
                                                       QStringLiteral("Juárez"),
                                                       false}});
    snapshot.arrows = {{1, {{-112.2, 27.3}, {-106.4, 31.8}}, QStringLiteral("Cobre"), false, true}};
    snapshot.decorations.graticule = true;
    snapshot.decorations.legend = true;
    return snapshot;
}

QImage drawn(const geo::MapSnapshot& snapshot)
{
    geo::PreparedCache cache;
    base::Progress progress;
    std::vector<base::Issue> issues;
    QImage image = geo::renderMap(snapshot, cache, progress, &issues);
    for (const base::Issue& issue : issues)
        qWarning("%s", qPrintable(issue.text));
    return image;
}

// Many wavy stars over the whole map: long to draw.
std::shared_ptr<const geo::FeatureLayer> manyStars(int count)
{
    std::mt19937 random(9);
    std::uniform_real_distribution<double> lon(-114, -101);
    std::uniform_real_distribution<double> lat(24, 33);
    QByteArrayList features;
    for (int i = 0; i < count; ++i) {
        const double x = lon(random);
        const double y = lat(random);
        QByteArray ring;
        for (int k = 0; k <= 80; ++k) {
            const double angle = (k % 80) * 3.14159265358979 / 40;
            const double r = k % 2 == 0 ? 1.0 : 0.8;
            ring += (k ? ",[" : "[") + QByteArray::number(x + r * std::cos(angle), 'f', 6) + "," +
                    QByteArray::number(y + r * std::sin(angle), 'f', 6) + "]";
        }
        features << feature("\"unit\":\"u" + QByteArray::number(i % 7) + "\"",
                            "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}");
    }
    return support::layerOf(features.join(','));
}

} // namespace

class MapRendererTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesGolden_data();
    void matchesGolden();
    void theLegendSaysWhatIsInSight();
    void sameInSameBytes();
    void oneFrameAfterAnotherIsTheSame();
    void theGraticuleOfColoursIsRight();
    void opacityMixes();
    void hiddenLayersAreNotDrawn();
    void orderCounts();
    void twiceThePixelsIsTheSameMap();
    void aPainterOfAnotherDeviceShowsTheSame();
    void anyThreadDrawsTheSame();
    void partialPicturesGrow();
    void cancelLeavesWhatItHas();
    void aCancelledPreparationIsMadeAgain();
    void theCacheKeepsAndForgets();
    void twoThreadsShareOnePreparation();
    void aBrokenLayerIsNamedAndTheRestDrawn();
    void rastersLieInPlace();
    void rampsColourValues();
    void schematicIsSaid();
    void arizonaPixelsHaveTheirUnitsColour();
};

void MapRendererTest::matchesGolden_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<int>("language");
    QTest::newRow("lambert") << QStringLiteral("EPSG:6372") << int(base::Language::English);
    QTest::newRow("mercator") << QStringLiteral("EPSG:3857") << int(base::Language::English);
    QTest::newRow("utm") << QStringLiteral("EPSG:32612") << int(base::Language::English);
}

void MapRendererTest::matchesGolden()
{
    QFETCH(QString, crs);
    QFETCH(int, language);
    geo::MapSnapshot snapshot = whole();
    snapshot.view = geo::MapView(geo::Crs::fromText(crs), snapshot.view.size());
    snapshot.view.fitLonLat({-116, 23, -99, 35});
    snapshot.language = base::Language(language);
    QCOMPARE(support::differsFromGolden(
                 drawn(snapshot),
                 QStringLiteral("geo/map_%1.png").arg(QLatin1String(QTest::currentDataTag()))),
             QString());
}

void MapRendererTest::theLegendSaysWhatIsInSight()
{
    // A layer elsewhere leaves no trace; one that is in sight has its entry.
    geo::MapSnapshot snapshot = whole();
    const QImage before = drawn(snapshot);
    geo::MapLayer far =
        shown(support::layerOf(
                  feature("\"name\":\"Lejos\"", "{\"type\":\"Point\",\"coordinates\":[-70,-20]}")),
              "Far away");
    snapshot.layers.push_back(far);
    QCOMPARE(drawn(snapshot), before);
    snapshot.layers.back() =
        shown(support::layerOf(feature("\"name\":\"Cerca\"",
                                       "{\"type\":\"Point\",\"coordinates\":[-100.5,24]}")),
              "Near");
    const QImage near = drawn(snapshot);
    const QRect legend(12, 12, 152, 240);
    QVERIFY(near.copy(legend) != before.copy(legend));
}

void MapRendererTest::sameInSameBytes()
{
    QCOMPARE(drawn(whole()), drawn(whole()));
}

void MapRendererTest::oneFrameAfterAnotherIsTheSame()
{
    geo::PreparedCache cache;
    base::Progress progress;
    const geo::MapSnapshot snapshot = whole();
    const QImage first = geo::renderMap(snapshot, cache, progress);
    geo::MapSnapshot elsewhere = snapshot;
    elsewhere.view.zoomAt({100, 100}, 3);
    geo::renderMap(elsewhere, cache, progress);
    QCOMPARE(geo::renderMap(snapshot, cache, progress), first);
}

void MapRendererTest::theGraticuleOfColoursIsRight()
{
    geo::MapSnapshot snapshot = whole();
    snapshot.layers.resize(1);
    geo::PreparedCache cache;
    base::Progress progress;
    const QImage image = geo::renderLayers(snapshot, cache, progress);
    const auto at = [&](double lon, double lat) {
        return QColor(image.pixel(snapshot.view.fromLonLat({lon, lat})->toPoint())).name();
    };
    QCOMPARE(at(-113, 29), QStringLiteral("#fff096"));
    QCOMPARE(at(-111, 29), QStringLiteral("#d08050"));
    QCOMPARE(at(-104, 28), QStringLiteral("#d08050"));
    QCOMPARE(at(-105, 32), geo::Style().otherColor->name()); // no colour stated
    QCOMPARE(at(-115, 24), QStringLiteral("#ffffff"));
}

void MapRendererTest::opacityMixes()
{
    geo::MapSnapshot snapshot = whole();
    snapshot.layers.resize(1);
    snapshot.layers[0].opacity = 0.5;
    snapshot.background = QColor(0, 0, 0);
    geo::PreparedCache cache;
    base::Progress progress;
    const QImage image = geo::renderLayers(snapshot, cache, progress);
    const QColor seen(image.pixel(snapshot.view.fromLonLat({-104, 28})->toPoint()));
    QVERIFY(std::abs(seen.red() - 0xd0 / 2) <= 1 && std::abs(seen.green() - 0x80 / 2) <= 1);
}

void MapRendererTest::hiddenLayersAreNotDrawn()
{
    geo::MapSnapshot snapshot = whole();
    geo::MapSnapshot without = snapshot;
    snapshot.layers[1].visible = false;
    without.layers.erase(without.layers.begin() + 1);
    QCOMPARE(drawn(snapshot), drawn(without));
    snapshot.layers[1].visible = true;
    snapshot.layers[1].opacity = 0;
    QCOMPARE(drawn(snapshot), drawn(without));
    snapshot.layers[1].opacity = 1;
    QVERIFY(drawn(snapshot) != drawn(without));
}

void MapRendererTest::orderCounts()
{
    geo::MapSnapshot snapshot = whole();
    const QImage before = drawn(snapshot);
    std::swap(snapshot.layers[0], snapshot.layers[1]);
    QVERIFY(drawn(snapshot) != before);
}

void MapRendererTest::twiceThePixelsIsTheSameMap()
{
    geo::MapSnapshot snapshot = whole();
    const QImage once = drawn(snapshot);
    snapshot.devicePixelRatio = 2;
    QImage twice = drawn(snapshot);
    QCOMPARE(twice.size(), once.size() * 2);
    QCOMPARE(twice.devicePixelRatio(), 2.0);
    twice.setDevicePixelRatio(1);
    const QImage halved =
        twice.scaled(once.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < once.height(); ++y)
        for (int x = 0; x < once.width(); ++x)
            sum += std::abs(qGray(once.pixel(x, y)) - qGray(halved.pixel(x, y)));
    QVERIFY2(sum / (once.width() * once.height()) < 4,
             qPrintable(QString::number(sum / (once.width() * once.height()))));
}

void MapRendererTest::aPainterOfAnotherDeviceShowsTheSame()
{
    // In a corner of a larger picture, through the painter; and on paper it is done without error.
    geo::MapSnapshot snapshot = whole();
    QImage sheet(600, 500, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Qt::white);
    geo::PreparedCache cache;
    base::Progress progress;
    {
        QPainter painter(&sheet);
        painter.translate(70, 90);
        geo::renderMap(snapshot, cache, painter, progress);
    }
    // But for the rounding of edges, which lie elsewhere on the grid of the rasteriser.
    QVERIFY(support::greatestDifference(sheet.copy(70, 90, 460, 340), drawn(snapshot)) <= 6);
    QCOMPARE(sheet.pixel(69, 200), qRgb(255, 255, 255));

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.pdf"));
    {
        QPdfWriter writer(path);
        QPainter painter(&writer);
        const double dots = writer.logicalDpiX() / 96.0;
        painter.scale(dots, dots);
        snapshot.devicePixelRatio = 3;
        geo::renderMap(snapshot, cache, painter, progress);
    }
    QVERIFY(QFileInfo(path).size() > 20000);
}

void MapRendererTest::anyThreadDrawsTheSame()
{
    const geo::MapSnapshot snapshot = whole();
    const QImage here = drawn(snapshot);
    geo::PreparedCache cache; // shared, as the window's is
    std::array<QImage, 4> there;
    {
        std::vector<std::jthread> threads;
        for (QImage& each : there)
            threads.emplace_back([&] {
                base::Progress progress;
                each = geo::renderMap(snapshot, cache, progress);
            });
    }
    for (const QImage& each : there)
        QCOMPARE(each, here);
}

void MapRendererTest::partialPicturesGrow()
{
    geo::MapSnapshot snapshot = whole({1600, 1200});
    snapshot.layers = {shown(manyStars(3000), "Stars")};
    geo::PreparedCache cache;
    base::Progress progress;
    std::vector<QImage> partial;
    const QImage done = geo::renderLayers(snapshot, cache, progress,
                                          [&](const QImage& image) { partial.push_back(image); });
    for (const QImage& image : partial) {
        QCOMPARE(image.size(), done.size());
        // What is there is final or still ground.
        for (int y = 0; y < image.height(); y += 7)
            for (int x = 0; x < image.width(); x += 7)
                QVERIFY(image.pixel(x, y) == done.pixel(x, y) ||
                        image.pixel(x, y) == snapshot.background.rgba());
    }
}

void MapRendererTest::cancelLeavesWhatItHas()
{
    geo::MapSnapshot snapshot = whole({1600, 1200});
    snapshot.layers = {shown(units(), "Units"), shown(manyStars(8000), "Stars")};
    geo::PreparedCache cache;
    base::Progress unhurried;
    geo::renderLayers(snapshot, cache, unhurried); // prepared: from here on it is drawing alone
    QElapsedTimer clock;
    clock.start();
    const QImage done = geo::renderLayers(snapshot, cache, unhurried);
    const qint64 all = clock.elapsed();

    base::Progress hurried;
    QImage last;
    std::atomic<qint64> cancelledAt{0};
    clock.restart();
    std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(std::max<qint64>(1, all / 3)));
        cancelledAt = clock.elapsed();
        hurried.cancel();
    });
    QVERIFY_THROWS_EXCEPTION(
        base::Cancelled,
        geo::renderLayers(snapshot, cache, hurried, [&](const QImage& image) { last = image; }));
    const qint64 late = clock.elapsed() - cancelledAt;
    QVERIFY2(late < std::max<qint64>(200, all / 3),
             qPrintable(QStringLiteral("%1 of %2 ms").arg(late).arg(all)));
    QCOMPARE(last.size(), done.size());
    QVERIFY(last != done);
}

void MapRendererTest::aCancelledPreparationIsMadeAgain()
{
    geo::PreparedCache cache;
    const geo::MapSnapshot snapshot = whole();
    base::Progress cancelled;
    cancelled.cancel();
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             cache.layer(snapshot.layers[0].features, snapshot.view, cancelled));
    base::Progress progress;
    QCOMPARE(cache.layer(snapshot.layers[0].features, snapshot.view, progress)->features().size(),
             std::size_t(3));
}

void MapRendererTest::theCacheKeepsAndForgets()
{
    geo::PreparedCache cache;
    base::Progress progress;
    auto layer = units();
    const geo::MapView lambert(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(10, 10));
    const geo::MapView mercator(geo::Crs::fromText(QStringLiteral("EPSG:3857")), QSizeF(10, 10));
    const auto first = cache.layer(layer, lambert, progress);
    QCOMPARE(cache.layer(layer, lambert, progress), first);
    QVERIFY(cache.layer(layer, mercator, progress) != first);
    QCOMPARE(cache.layer(layer, lambert, progress), first);
    std::weak_ptr<const geo::CookedLayer> watched = cache.layer(layer, mercator, progress);
    layer.reset();
    const auto other = faults();
    cache.layer(other, lambert, progress); // looks round, and finds the layer gone
    QVERIFY(watched.expired());
}

void MapRendererTest::twoThreadsShareOnePreparation()
{
    geo::PreparedCache cache;
    const auto layer = manyStars(500);
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(10, 10));
    std::array<std::shared_ptr<const geo::CookedLayer>, 4> found;
    {
        std::vector<std::jthread> threads;
        for (auto& each : found)
            threads.emplace_back([&] {
                base::Progress progress;
                each = cache.layer(layer, view, progress);
            });
    }
    for (const auto& each : found)
        QCOMPARE(each, found[0]);
}

void MapRendererTest::aBrokenLayerIsNamedAndTheRestDrawn()
{
    // A raster whose file vanishes after it was opened.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("scan.png"));
    QImage(8, 8, QImage::Format_RGB32).save(path);
    QFile world(folder.filePath(QStringLiteral("scan.pgw")));
    QVERIFY(world.open(QIODevice::WriteOnly));
    world.write("1\n0\n0\n-1\n-110\n30\n");
    world.close();
    auto raster = std::make_shared<geo::RasterSource>(geo::RasterSource::open(path));
    raster->setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
    QVERIFY(QFile::remove(path));

    geo::MapSnapshot snapshot = whole();
    geo::MapLayer broken;
    broken.raster = raster;
    broken.title = {QStringLiteral("The scan"), QStringLiteral("El escaneo")};
    snapshot.layers.insert(snapshot.layers.begin(), broken);
    geo::PreparedCache cache;
    base::Progress progress;
    std::vector<base::Issue> issues;
    const QImage image = geo::renderLayers(snapshot, cache, progress, {}, &issues);
    QCOMPARE(issues.size(), std::size_t(1));
    QCOMPARE(issues[0].where.file, QStringLiteral("The scan"));
    snapshot.layers.erase(snapshot.layers.begin());
    QCOMPARE(image, geo::renderLayers(snapshot, cache, progress));
}

void MapRendererTest::rastersLieInPlace()
{
    // Four pixels of ten degrees: red, green, blue, white.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("four.png"));
    QImage four(2, 2, QImage::Format_RGB32);
    four.setPixel(0, 0, qRgb(255, 0, 0));
    four.setPixel(1, 0, qRgb(0, 255, 0));
    four.setPixel(0, 1, qRgb(0, 0, 255));
    four.setPixel(1, 1, qRgb(250, 250, 0));
    four = four.scaled(200, 200);
    QVERIFY(four.save(path));
    QFile world(folder.filePath(QStringLiteral("four.pgw")));
    QVERIFY(world.open(QIODevice::WriteOnly));
    world.write("0.1\n0\n0\n-0.1\n-114.95\n39.95\n"); // centre of the upper left pixel
    world.close();
    auto raster = std::make_shared<geo::RasterSource>(geo::RasterSource::open(path));
    raster->setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
    geo::MapSnapshot snapshot = whole({400, 400});
    snapshot.view.fitLonLat({-118, 17, -92, 43});
    geo::MapLayer layer;
    layer.raster = raster;
    snapshot.layers = {layer};
    geo::PreparedCache cache;
    base::Progress progress;
    const QImage image = geo::renderLayers(snapshot, cache, progress);
    const auto at = [&](double lon, double lat) {
        return QColor(image.pixel(snapshot.view.fromLonLat({lon, lat})->toPoint())).name();
    };
    QCOMPARE(at(-110, 35), QStringLiteral("#ff0000"));
    QCOMPARE(at(-100, 35), QStringLiteral("#00ff00"));
    QCOMPARE(at(-110, 25), QStringLiteral("#0000ff"));
    QCOMPARE(at(-100, 25), QStringLiteral("#fafa00"));
    QCOMPARE(at(-105.3, 39.7), QStringLiteral("#ff0000")); // close to the corners, too
    QCOMPARE(at(-94, 42), QStringLiteral("#ffffff"));
}

void MapRendererTest::rampsColourValues()
{
    const QByteArray grid = "ncols 4\nnrows 2\nxllcorner -112\nyllcorner 26\ncellsize 2\n"
                            "NODATA_value -9999\n0 10 20 30\n-9999 10 20 30\n";
    auto raster = std::make_shared<geo::RasterSource>(
        geo::RasterSource::openBytes(grid, QStringLiteral("grid.asc")));
    raster->setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
    geo::MapSnapshot snapshot = whole({300, 300});
    geo::MapLayer layer;
    layer.raster = raster;
    layer.style.raster.ramp = geo::RasterRamp::Viridis;
    layer.style.raster.minimum = 0;
    layer.style.raster.maximum = 30;
    snapshot.layers = {layer};
    geo::PreparedCache cache;
    base::Progress progress;
    const QImage image = geo::renderLayers(snapshot, cache, progress);
    const auto at = [&](double lon, double lat) {
        return QColor(image.pixel(snapshot.view.fromLonLat({lon, lat})->toPoint())).name();
    };
    QCOMPARE(at(-111.3, 29.3), QStringLiteral("#440154"));
    QCOMPARE(at(-104.7, 29.3), QStringLiteral("#fde725"));
    QCOMPARE(at(-111.3, 26.7), QStringLiteral("#ffffff")); // no value there
}

void MapRendererTest::schematicIsSaid()
{
    geo::MapSnapshot snapshot = whole();
    snapshot.layers[0].attribution.clear();
    const QImage with = drawn(snapshot);
    snapshot.layers[0].schematic = false;
    QVERIFY(drawn(snapshot) != with);
    snapshot.layers[0].schematic = true;
    snapshot.layers[0].visible = false;
    const QImage hidden = drawn(snapshot);
    snapshot.layers[0].schematic = false;
    QCOMPARE(drawn(snapshot), hidden);
}

void MapRendererTest::arizonaPixelsHaveTheirUnitsColour()
{
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    const auto layer = support::layerAt(path);
    geo::MapSnapshot snapshot = whole({1920, 1080});
    VETA_NEEDS_REAL_DATA(faultPath, "geology/azgs_active_faults_shp.zip");
    const auto faults = support::layerAt(faultPath);
    snapshot.layers = {shown(layer, "Arizona"), shown(faults, "Faults")};
    snapshot.layers[0].style.symbol.stroke.reset();
    geo::Style faultStyle;
    faultStyle.symbol.stroke = QColor(0, 0, 0);
    faultStyle.symbol.strokeWidth = 1.6;
    snapshot.layers[1].style = faultStyle;
    const geo::Column* color = layer->column(snapshot.layers[0].style.field);
    geo::PreparedCache cache;
    base::Progress progress;
    std::mt19937 random(17);
    for (const double share : {1.0, 0.1, 0.01}) {
        snapshot.view.fitLonLat({-114.82, 31.33, -109.04, 37.0});
        snapshot.view.setUnitsPerPixel(snapshot.view.unitsPerPixel() * share);
        const QImage image = geo::renderLayers(snapshot, cache, progress);
        int asked = 0;
        for (int i = 0; i < 20000; ++i) {
            const QPoint pixel(2 + int(random() % 1916), 2 + int(random() % 1076));
            // Away from edges: the same polygon at the pixel's corners and some way round it.
            std::optional<std::uint32_t> holder;
            bool clear = true;
            for (const QPointF& step :
                 {QPointF(0, 0), QPointF(-2, -2), QPointF(2, -2), QPointF(2, 2), QPointF(-2, 2),
                  QPointF(0, 2), QPointF(0, -2), QPointF(2, 0), QPointF(-2, 0), QPointF(1, 1),
                  QPointF(-1, 1), QPointF(1, -1), QPointF(-1, -1)}) {
                const auto at = snapshot.view.toLonLat(QPointF(pixel) + QPointF(0.5, 0.5) + step);
                const auto found = geo::polygonAt(*layer, *at);
                if (step.isNull())
                    holder = found;
                clear = clear && found == holder;
            }
            if (!clear || !holder)
                continue;
            // Nor is there any polygon so small that the steps may have missed it.
            const QPointF corner(4, 4);
            geo::Extent near;
            near.add(*snapshot.view.toLonLat(QPointF(pixel) - corner));
            near.add(*snapshot.view.toLonLat(QPointF(pixel) + corner));
            const auto candidates = layer->index().query(near);
            if (std::any_of(candidates.begin(), candidates.end(), [&](std::uint32_t each) {
                    const geo::Extent& box = layer->box(each);
                    return box.width() < near.width() || box.height() < near.height();
                }))
                continue;
            const QPointF lonLat = *snapshot.view.toLonLat(QPointF(pixel) + QPointF(0.5, 0.5));
            if (geo::nearestFeature(*faults, lonLat, 5 * snapshot.view.metresPerPixel()))
                continue;
            ++asked;
            const QStringList rgb = color->text(*holder).split(u';');
            const QColor stated = rgb.size() == 3
                                      ? QColor(rgb[0].toInt(), rgb[1].toInt(), rgb[2].toInt())
                                      : *geo::Style().otherColor;
            QCOMPARE(QColor(image.pixel(pixel)), stated);
        }
        QVERIFY2(asked > 1000, qPrintable(QString::number(asked)));
        // And where a fault that is no speck has a point, it is drawn over them.
        int onFaults = 0;
        for (std::size_t fault = 0; fault < faults->size(); ++fault) {
            const geo::Extent& box = faults->box(fault);
            const auto from = snapshot.view.fromLonLat({box.west, box.south});
            const auto to = snapshot.view.fromLonLat({box.east, box.north});
            if (!from || !to || QLineF(*from, *to).length() < 8)
                continue;
            for (const auto& part : faults->parts(fault)) {
                const auto at = snapshot.view.fromLonLat(faults->points(part)[part.count / 2]);
                if (!at || !QRectF(4, 4, 1912, 1072).contains(*at))
                    continue;
                const QPoint pixel(int(std::floor(at->x())), int(std::floor(at->y())));
                int darkest = 255;
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dx = -1; dx <= 1; ++dx)
                        darkest = std::min(darkest, qGray(image.pixel(pixel + QPoint(dx, dy))));
                QVERIFY2(darkest < 90, qPrintable(QString::number(darkest)));
                ++onFaults;
            }
        }
        QVERIFY(onFaults > (share == 1 ? 100 : 0) || share < 0.05);
    }
}

QTEST_MAIN(MapRendererTest)
#include "map_renderer_test.moc"
