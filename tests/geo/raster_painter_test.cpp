// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_painter.h"

#include "base/error.h"
#include "geo/map_renderer.h"
#include "geo/raster_source.h"
#include "tests/support/gdal_files.h"
#include "tests/support/golden_image.h"
#include "tests/support/layers.h"
#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <cmath>
#include <functional>
#include <gdal.h>
#include <thread>

using support::writeGrid;
using support::WrittenGrid;

namespace {

// Rows from the top, each value of its column and row.
WrittenGrid gridOf(int columns, int rows, std::vector<double> transform,
                   const std::function<double(double, double)>& value)
{
    WrittenGrid grid;
    grid.columns = columns;
    grid.rows = rows;
    grid.type = GDT_Float32;
    grid.transform = std::move(transform);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            grid.values.push_back(value(column, row));
    return grid;
}

geo::RasterTarget targetOf(const geo::RasterSource& source, const char* crs, QSize size)
{
    const auto fromWgs84 =
        geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(QLatin1String(crs)));
    return {fromWgs84, fromWgs84.forward(source.degrees().value()), size};
}

geo::RasterStyle byHand(double low, double high)
{
    geo::RasterStyle style;
    style.minimum = low;
    style.maximum = high;
    return style;
}

// What Lambert's law gives a plane that rises by `east` and `north` (metres a metre), 1 to 255 as
// gdaldem has it: an independent formula, for its test.
double lambert(double east, double north, const geo::Relief& relief)
{
    const double az = relief.azimuth * M_PI / 180;
    const double alt = relief.altitude * M_PI / 180;
    const std::array<double, 3> light{std::sin(az) * std::cos(alt), std::cos(az) * std::cos(alt),
                                      std::sin(alt)};
    const double length = std::sqrt(east * east + north * north + 1);
    const double cosine = (-east * light[0] - north * light[1] + light[2]) / length;
    return cosine <= 0 ? 1 : 1 + 254 * cosine;
}

} // namespace

class RasterPainterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void smoothBetweenPixels();
    void shrinkingTakesTheMean();
    void holesStayHoles();
    void codesAreNeverMixed();
    void reliefFollowsLambert_data();
    void reliefFollowsLambert();
    void feetAreFeet();
    void shadedColoursDarkenAndLighten();
    void reversedRunsTheOtherWay();
    void whatWasDecodedIsNotReadAgain();
    void aChangedFileIsSaid();
    void valuesUnderTheCursor();
    void stopsInTheMiddle();
    void multiplies_data();
    void multiplies();
    void matchesGolden();

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

void RasterPainterTest::smoothBetweenPixels()
{
    // A plane is what lies between its pixels, too, whichever tiles they are in.
    writeGrid("GTiff", at("plane.tif"),
              gridOf(600, 520, {-112, 0.01, 0, 32, 0, -0.01},
                     [](double column, double row) { return 0.3 * column + 0.1 * row; }));
    const auto source = geo::RasterSource::open(at("plane.tif"));
    base::Progress progress;
    const geo::RasterTarget target = targetOf(source, "EPSG:6372", {1500, 1200});
    const QImage image = geo::warpedRaster(source, target, byHand(0, 255), progress);
    int compared = 0;
    for (int y = 7; y < image.height(); y += 11)
        for (int x = 5; x < image.width(); x += 13) {
            std::array<QPointF, 1> place{
                QPointF(target.extent.west + (x + 0.5) * target.extent.width() / image.width(),
                        target.extent.north - (y + 0.5) * target.extent.height() / image.height())};
            target.fromWgs84.inverse(place);
            const double column = (place[0].x() + 112) / 0.01;
            const double row = (32 - place[0].y()) / 0.01;
            if (column < 1 || row < 1 || column > 599 || row > 519)
                continue;
            ++compared;
            const double expected = 0.3 * (column - 0.5) + 0.1 * (row - 0.5);
            const int grey = qRed(image.pixel(x, y));
            QVERIFY2(
                std::abs(grey - expected) < 1.1,
                qPrintable(
                    QStringLiteral("%1 %2: %3, not %4").arg(x).arg(y).arg(grey).arg(expected)));
        }
    QVERIFY(compared > 8000);
}

void RasterPainterTest::shrinkingTakesTheMean()
{
    WrittenGrid grid = gridOf(1024, 1024, {-112, 0.01, 0, 32, 0, -0.01}, [](double x, double y) {
        return (int(x) + int(y)) % 2 == 0 ? 0 : 200;
    });
    writeGrid("GTiff", at("chequers.tif"), grid);
    grid.type = GDT_Byte;
    grid.bands = 3;
    writeGrid("GTiff", at("colours.tif"), grid, {QStringLiteral("PHOTOMETRIC=RGB")});
    base::Progress progress;
    for (const char* name : {"chequers.tif", "colours.tif"}) {
        const auto source = geo::RasterSource::open(at(name));
        for (const QSize size : {QSize(250, 250), QSize(100, 100), QSize(33, 33)}) {
            const QImage image = geo::warpedRaster(source, targetOf(source, "EPSG:4326", size),
                                                   byHand(0, 255), progress);
            for (int y = 0; y < size.height(); ++y)
                for (int x = 0; x < size.width(); ++x)
                    QVERIFY2(std::abs(qRed(image.pixel(x, y)) - 100) <= 2,
                             qPrintable(QStringLiteral("%1 of %2 in %3")
                                            .arg(qRed(image.pixel(x, y)))
                                            .arg(QLatin1String(name))
                                            .arg(size.width())));
        }
    }
}

void RasterPainterTest::holesStayHoles()
{
    // A hole in the middle of large pixels: as large as its pixel, and no value of it leaks.
    WrittenGrid grid = gridOf(5, 5, {-112, 1, 0, 32, 0, -1},
                              [](double x, double y) { return x == 2 && y == 2 ? -9999 : 100; });
    grid.hasNoData = true;
    grid.noData = -9999;
    writeGrid("GTiff", at("hole.tif"), grid);
    const auto source = geo::RasterSource::open(at("hole.tif"));
    base::Progress progress;
    const QImage image = geo::warpedRaster(source, targetOf(source, "EPSG:4326", {100, 100}),
                                           byHand(0, 255), progress);
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x) {
            const bool hole = x / 20 == 2 && y / 20 == 2;
            QCOMPARE(image.pixel(x, y), hole ? qRgba(0, 0, 0, 0) : qRgb(100, 100, 100));
        }
    // Far away a mean is of what there is.
    const QImage small =
        geo::warpedRaster(source, targetOf(source, "EPSG:4326", {1, 1}), byHand(0, 255), progress);
    QCOMPARE(qRed(small.pixel(0, 0)), 100);
}

void RasterPainterTest::codesAreNeverMixed()
{
    GDALAllRegister();
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GTiff"), at("codes.tif").toUtf8().constData(), 64, 64, 1,
                   GDT_Byte, nullptr);
    std::array<double, 6> transform{-112, 0.1, 0, 32, 0, -0.1};
    GDALSetGeoTransform(dataset, transform.data());
    OGRSpatialReferenceH reference = support::referenceOf(4326);
    GDALSetSpatialRef(dataset, reference);
    OSRRelease(reference);
    GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
    GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
    const std::array<GDALColorEntry, 2> entries{{{250, 0, 0, 255}, {0, 0, 250, 255}}};
    for (int i = 0; i < 2; ++i)
        GDALSetColorEntry(table, i, &entries[std::size_t(i)]);
    GDALSetRasterColorTable(band, table);
    GDALDestroyColorTable(table);
    std::vector<GByte> codes;
    for (int i = 0; i < 64 * 64; ++i)
        codes.push_back(GByte(i * 7 % 3 % 2));
    QCOMPARE(GDALRasterIO(band, GF_Write, 0, 0, 64, 64, codes.data(), 64, 64, GDT_Byte, 0, 0),
             CE_None);
    GDALClose(dataset);
    const auto source = geo::RasterSource::open(at("codes.tif"));
    base::Progress progress;
    for (const int size : {300, 64, 20, 5}) {
        const QImage image =
            geo::warpedRaster(source, targetOf(source, "EPSG:6372", {size, size}), {}, progress);
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x) {
                const QRgb pixel = image.pixel(x, y);
                QVERIFY(pixel == 0 || pixel == qRgb(250, 0, 0) || pixel == qRgb(0, 0, 250));
            }
    }
}

void RasterPainterTest::reliefFollowsLambert_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<QVector<double>>("transform");
    QTest::addColumn<double>("azimuth");
    QTest::addColumn<double>("exaggeration");
    const QVector<double> metres{400000, 100, 0, 3500000, 0, -100};
    QTest::newRow("metres") << 32612 << metres << 315.0 << 1.0;
    QTest::newRow("from the south-east") << 32612 << metres << 135.0 << 1.0;
    QTest::newRow("three times as steep") << 32612 << metres << 315.0 << 3.0;
    QTest::newRow("rows from the south")
        << 32612 << QVector<double>{400000, 100, 0, 3450000, 0, 100} << 315.0 << 1.0;
    QTest::newRow("degrees") << 4326 << QVector<double>{-110, 0.001, 0, 32, 0, -0.001} << 315.0
                             << 1.0;
    QTest::newRow("degrees far north")
        << 4326 << QVector<double>{-110, 0.001, 0, 61, 0, -0.001} << 300.0 << 1.0;
    QTest::newRow("feet of a state plane")
        << 2868 << QVector<double>{700000, 300, 0, 1000000, 0, -300} << 315.0 << 1.0;
}

void RasterPainterTest::reliefFollowsLambert()
{
    QFETCH(int, epsg);
    QFETCH(QVector<double>, transform);
    QFETCH(double, azimuth);
    QFETCH(double, exaggeration);
    // Metres of a pixel on the ground, by the ellipsoid's radii.
    const bool degrees = epsg == 4326;
    const double latitude = (transform[3] + 250 * transform[5]) * M_PI / 180;
    const double e2 = 0.00669437999;
    const double w = std::sqrt(1 - e2 * std::pow(std::sin(latitude), 2));
    const double perDegree = 6378137 * M_PI / 180;
    const double unit = epsg == 2868 ? 0.3048 : 1;
    const double across =
        degrees ? perDegree * std::cos(latitude) / w * transform[1] : transform[1] * unit;
    const double down = degrees ? perDegree * (1 - e2) / (w * w * w) * std::abs(transform[5])
                                : std::abs(transform[5]) * unit;
    const double north = transform[5] < 0 ? -1 : 1; // of the next row
    // It rises by a tenth to the east and falls by a twentieth to the north.
    writeGrid("GTiff", at("slope.tif"), [&] {
        WrittenGrid grid =
            gridOf(600, 500, {transform.begin(), transform.end()},
                   [&](double x, double y) { return x * across * 0.1 - y * north * down * 0.05; });
        grid.epsg = epsg;
        return grid;
    }());
    const auto source = geo::RasterSource::open(at("slope.tif"));
    geo::RasterStyle style;
    style.look = geo::RasterLook::Hillshade;
    style.relief = {azimuth, 40, exaggeration};
    base::Progress progress;
    const geo::RasterTarget target = targetOf(source, "EPSG:4326", {700, 600});
    const QImage image = geo::warpedRaster(source, target, style, progress);
    const double expected = lambert(0.1 * exaggeration, -0.05 * exaggeration, style.relief);
    int lit = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 0)
                continue;
            ++lit;
            QVERIFY2(std::abs(qRed(image.pixel(x, y)) - expected) <= 2,
                     qPrintable(QStringLiteral("%1, not %2, at %3 %4")
                                    .arg(qRed(image.pixel(x, y)))
                                    .arg(expected)
                                    .arg(x)
                                    .arg(y)));
        }
    QVERIFY(lit > 300'000);
}

void RasterPainterTest::feetAreFeet()
{
    const auto shadeOf = [&](const char* unit, double perMetre) {
        const QByteArray name = QByteArray(unit) + ".tif";
        writeGrid("GTiff", at(name.constData()), [&] {
            WrittenGrid grid = gridOf(40, 40, {400000, 100, 0, 3500000, 0, -100},
                                      [&](double x, double) { return x * 20 * perMetre; });
            grid.epsg = 32612;
            return grid;
        }());
        GDALDatasetH dataset = GDALOpen(at(name.constData()).toUtf8().constData(), GA_Update);
        GDALSetRasterUnitType(GDALGetRasterBand(dataset, 1), unit);
        GDALClose(dataset);
        const auto source = geo::RasterSource::open(at(name.constData()));
        geo::RasterStyle style;
        style.look = geo::RasterLook::Hillshade;
        base::Progress progress;
        return qRed(
            geo::warpedRaster(source, targetOf(source, "EPSG:32612", {40, 40}), style, progress)
                .pixel(20, 20));
    };
    const int metres = shadeOf("m", 1);
    QVERIFY(std::abs(metres - 181) > 10); // it is no level surface
    QVERIFY(std::abs(shadeOf("ft", 1 / 0.3048) - metres) <= 1);
}

void RasterPainterTest::shadedColoursDarkenAndLighten()
{
    // A ridge from north to south: its west side is lit, its east side is not; beside it, level.
    writeGrid("GTiff", at("ridge.tif"), [] {
        WrittenGrid grid = gridOf(90, 60, {400000, 100, 0, 3500000, 0, -100}, [](double x, double) {
            return x < 30 || x > 60 ? 500.0 : 500 + 50 * (15 - std::abs(x - 45));
        });
        grid.epsg = 32612;
        return grid;
    }());
    const auto source = geo::RasterSource::open(at("ridge.tif"));
    base::Progress progress;
    const auto draw = [&](geo::RasterLook look) {
        geo::RasterStyle style = byHand(0, 2000);
        style.ramp = geo::RasterRamp::Viridis;
        style.look = look;
        style.relief.azimuth = 270;
        return geo::warpedRaster(source, targetOf(source, "EPSG:32612", {90, 60}), style, progress);
    };
    const QImage plain = draw(geo::RasterLook::Ramp);
    const QImage shaded = draw(geo::RasterLook::ShadedRamp);
    QCOMPARE(qGray(shaded.pixel(10, 30)), qGray(plain.pixel(10, 30)));
    QVERIFY(qGray(shaded.pixel(38, 30)) > qGray(plain.pixel(38, 30)) + 8);
    QVERIFY(qGray(shaded.pixel(52, 30)) < qGray(plain.pixel(52, 30)) - 8);
    // The hue is the ramp's.
    QVERIFY(std::abs(QColor(shaded.pixel(52, 30)).hsvHue() - QColor(plain.pixel(52, 30)).hsvHue()) <
            8);
}

void RasterPainterTest::reversedRunsTheOtherWay()
{
    writeGrid("GTiff", at("line.tif"),
              gridOf(256, 4, {-112, 0.01, 0, 32, 0, -0.01}, [](double x, double) { return x; }));
    const auto source = geo::RasterSource::open(at("line.tif"));
    base::Progress progress;
    const geo::RasterTarget target = targetOf(source, "EPSG:4326", {256, 4});
    geo::RasterStyle style = byHand(0, 255);
    style.ramp = geo::RasterRamp::Magma;
    const QImage forward = geo::warpedRaster(source, target, style, progress);
    style.reversed = true;
    const QImage back = geo::warpedRaster(source, target, style, progress);
    for (int x = 0; x < 256; ++x)
        QVERIFY(std::abs(qGreen(forward.pixel(x, 2)) - qGreen(back.pixel(255 - x, 2))) <= 2);
    QVERIFY(qGreen(back.pixel(0, 2)) > 200 && qGreen(forward.pixel(0, 2)) < 20);
    // What is beyond has the colour of its end.
    const QImage narrow = geo::warpedRaster(source, target, byHand(100, 150), progress);
    QCOMPARE(narrow.pixel(20, 2), qRgb(0, 0, 0));
    QCOMPARE(narrow.pixel(240, 2), qRgb(255, 255, 255));
}

void RasterPainterTest::whatWasDecodedIsNotReadAgain()
{
    writeGrid("GTiff", at("gone.tif"),
              gridOf(2000, 300, {-112, 0.001, 0, 32, 0, -0.001},
                     [](double x, double y) { return x + y; }));
    const auto source = geo::RasterSource::open(at("gone.tif"));
    base::Progress progress;
    const auto west = [&](double shift) {
        return geo::RasterTarget{geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()),
                                 {-112 + shift, 31.75, -111.6 + shift, 31.95},
                                 {400, 200}};
    };
    const geo::RasterStyle style = byHand(0, 2300);
    const QImage before = geo::warpedRaster(source, west(0.05), style, progress);
    QVERIFY(QFile::remove(at("gone.tif")));
    QCOMPARE(geo::warpedRaster(source, west(0.05), style, progress), before);
    QVERIFY(geo::warpedRaster(source, west(0.01), style, progress) != before); // panned a little
    try {
        geo::warpedRaster(source, west(1.2), style, progress);
        QFAIL("what is not there was drawn");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("gone.tif")), error.what());
    }
}

void RasterPainterTest::aChangedFileIsSaid()
{
    const auto write = [&](double value) {
        writeGrid("GTiff", at("changed.tif"),
                  gridOf(600, 300, {-112, 0.001, 0, 32, 0, -0.001},
                         [=](double, double) { return value; }));
    };
    write(1);
    const auto source = geo::RasterSource::open(at("changed.tif"));
    write(2);
    QFile file(at("changed.tif"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60),
                             QFileDevice::FileModificationTime));
    file.close();
    base::Progress progress;
    try {
        geo::warpedRaster(source, targetOf(source, "EPSG:4326", {60, 30}), byHand(0, 3), progress);
        QFAIL("another file was drawn in its place");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("changed.tif")), error.what());
        QVERIFY2(error.message().contains(QStringLiteral("Read the layer again")), error.what());
    }
}

void RasterPainterTest::valuesUnderTheCursor()
{
    WrittenGrid grid = gridOf(300, 280, {-112, 0.01, 0, 32, 0, -0.01}, [](double x, double y) {
        return x == 290 && y == 270 ? -1 : x + 1000 * y;
    });
    grid.hasNoData = true;
    grid.noData = -1;
    writeGrid("GTiff", at("cursor.tif"), grid);
    const auto source = geo::RasterSource::open(at("cursor.tif"));
    base::Progress progress;
    const QPointF place(-112 + 290.5 * 0.01, 32 - 120.5 * 0.01);
    QVERIFY(!source.knownValueAt(place).known);
    source.readAround(place, progress);
    QVERIFY(source.knownValueAt(place).known);
    QCOMPARE(source.knownValueAt(place).value, std::optional(120290.0));
    QCOMPARE(source.knownValueAt(place).value, source.valueAt(place).at(0));
    QVERIFY(!source.knownValueAt({-112 + 0.5 * 0.01, 32 - 0.5 * 0.01}).known); // another piece
    const QPointF none(-112 + 290.5 * 0.01, 32 - 270.5 * 0.01);
    source.readAround(none, progress);
    QVERIFY(source.knownValueAt(none).known && !source.knownValueAt(none).value);
    QVERIFY(source.knownValueAt({10, 10}).known && !source.knownValueAt({10, 10}).value);
    source.readAround({10, 10}, progress); // nothing is there to read
}

void RasterPainterTest::stopsInTheMiddle()
{
    // Large and without overviews, in one strip of rows after the other.
    GDALAllRegister();
    const CPLStringList options = support::optionsOf({QStringLiteral("COMPRESS=DEFLATE")});
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GTiff"), at("large.tif").toUtf8().constData(), 9000, 6000,
                   1, GDT_Byte, const_cast<char**>(options.List()));
    std::array<double, 6> transform{-112, 0.001, 0, 32, 0, -0.001};
    GDALSetGeoTransform(dataset, transform.data());
    OGRSpatialReferenceH reference = support::referenceOf(4326);
    GDALSetSpatialRef(dataset, reference);
    OSRRelease(reference);
    QCOMPARE(GDALFillRaster(GDALGetRasterBand(dataset, 1), 7, 0), CE_None);
    GDALClose(dataset);
    const auto source = geo::RasterSource::open(at("large.tif"));
    base::Progress progress;
    std::jthread canceller([&progress] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        progress.cancel();
    });
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             geo::warpedRaster(source, targetOf(source, "EPSG:4326", {900, 600}),
                                               byHand(0, 14), progress));
    base::Progress another;
    const QImage whole =
        geo::warpedRaster(source, targetOf(source, "EPSG:4326", {90, 60}), byHand(0, 14), another);
    QVERIFY(std::abs(qRed(whole.pixel(45, 30)) - 127) <= 1);
}

void RasterPainterTest::multiplies_data()
{
    QTest::addColumn<bool>("rasterOnTop");
    QTest::addColumn<double>("opacity");
    QTest::newRow("features over a raster") << false << 1.0;
    QTest::newRow("half of them") << false << 0.5;
    QTest::newRow("a raster over features") << true << 1.0;
    QTest::newRow("half of it") << true << 0.5;
}

void RasterPainterTest::multiplies()
{
    QFETCH(bool, rasterOnTop);
    QFETCH(double, opacity);
    writeGrid("GTiff", at("grey.tif"),
              gridOf(20, 20, {-112, 0.5, 0, 32, 0, -0.5}, [](double, double) { return 120; }));
    geo::MapLayer raster;
    raster.raster =
        std::make_shared<const geo::RasterSource>(geo::RasterSource::open(at("grey.tif")));
    raster.style.raster = byHand(0, 255);
    geo::MapLayer features;
    features.features = support::layerOf(
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\","
        "\"coordinates\":[[[-109,25],[-105,25],[-105,29],[-109,29],[-109,25]]]}}");
    features.style.symbol.fill = QColor(200, 100, 50);
    features.style.symbol.stroke.reset();
    geo::MapSnapshot snapshot(
        geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(200, 200)));
    snapshot.view.fitLonLat({-113, 21, -101, 33});
    snapshot.layers = {raster, features};
    if (rasterOnTop)
        std::swap(snapshot.layers[0], snapshot.layers[1]);
    snapshot.layers[1].blend = geo::Blend::Multiply;
    snapshot.layers[1].opacity = opacity;
    geo::PreparedCache cache;
    base::Progress progress;
    const QImage image = geo::renderLayers(snapshot, cache, progress);
    const auto colorAt = [&](double lon, double lat) {
        return QColor(image.pixel(snapshot.view.fromLonLat({lon, lat})->toPoint()));
    };
    const auto is = [](const QColor& color, double r, double g, double b) {
        return std::abs(color.red() - r) <= 2 && std::abs(color.green() - g) <= 2 &&
               std::abs(color.blue() - b) <= 2;
    };
    const auto both = [&](double under, double over) {
        return under * (1 - opacity) + under * over / 255 * opacity;
    };
    const QColor overlap = colorAt(-107, 27);
    QVERIFY2(rasterOnTop ? is(overlap, both(200, 120), both(100, 120), both(50, 120))
                         : is(overlap, both(120, 200), both(120, 100), both(120, 50)),
             qPrintable(overlap.name()));
    // Beside it the raster lies on white or is as it is.
    const double alone = rasterOnTop ? both(255, 120) : 120;
    QVERIFY2(is(colorAt(-111, 23), alone, alone, alone), qPrintable(colorAt(-111, 23).name()));
    QCOMPARE(colorAt(-101.5, 21.5).name(), QStringLiteral("#ffffff"));
}

void RasterPainterTest::matchesGolden()
{
    // Hills about a valley in degrees, shaded, under units that are multiplied over them.
    writeGrid("GTiff", at("hills.tif"),
              gridOf(420, 360, {-112, 0.02, 0, 32, 0, -0.02}, [](double x, double y) {
                  return 900 + 1100 * std::sin(x / 23) * std::cos(y / 31) +
                         250 * std::sin(x / 5 + y / 9);
              }));
    geo::MapLayer relief;
    relief.raster =
        std::make_shared<const geo::RasterSource>(geo::RasterSource::open(at("hills.tif")));
    relief.style.raster.look = geo::RasterLook::ShadedRamp;
    relief.style.raster.ramp = geo::RasterRamp::Terrain;
    relief.style.raster.relief.exaggeration = 6;
    geo::MapLayer units;
    units.features = support::layerOf(
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\","
        "\"coordinates\":[[[-109,26],[-105,27],[-104.5,31],[-108,30.5],[-109,26]]]}}");
    units.style.symbol.fill = QColor(0xe8, 0x9c, 0xb4);
    units.blend = geo::Blend::Multiply;
    geo::MapSnapshot snapshot(
        geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(420, 340)));
    snapshot.view.fitLonLat({-112, 24.8, -103.6, 32});
    snapshot.layers = {relief, units};
    geo::PreparedCache cache;
    base::Progress progress;
    QCOMPARE(support::differsFromGolden(geo::renderLayers(snapshot, cache, progress),
                                        QStringLiteral("geo/relief.png")),
             QString());
}

QTEST_MAIN(RasterPainterTest)
#include "raster_painter_test.moc"
