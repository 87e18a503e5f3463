// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_source.h"

#include "base/error.h"
#include "tests/support/folder_state.h"
#include "tests/support/real_data.h"
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <proj.h>
#include <thread>

namespace {

constexpr double North[6] = {-112, 0.5, 0, 32, 0, -0.5}; // half degrees from 112 W 32 N

// A grid as a test writes it through GDAL: values by rows from the top, one list to a band.
struct Grid
{
    QSize size;
    std::vector<std::vector<double>> bands;
    GDALDataType type = GDT_Int16;
    int epsg = 4326;                 // 0: none stated
    const double* transform = North; // null: none stated
    std::optional<double> noData = {};
    std::vector<QColor> colors = {}; // a palette
    bool alpha = false;              // the last band
    const char* driver = "GTiff";
    const char* option = nullptr;
    std::optional<double> overview = {}; // a constant to fill an overview of half the size with
};

void write(const QString& path, const Grid& grid)
{
    GDALAllRegister();
    CPLStringList options;
    if (grid.option)
        options.AddString(grid.option);
    if (grid.alpha)
        options.AddString("ALPHA=YES");
    if (grid.bands.size() >= 3)
        options.AddString("PHOTOMETRIC=RGB");
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName(grid.driver), path.toUtf8().constData(), grid.size.width(),
                   grid.size.height(), int(grid.bands.size()), grid.type, options.List());
    QVERIFY(dataset);
    if (grid.epsg != 0) {
        OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(reference, grid.epsg);
        GDALSetSpatialRef(dataset, reference);
        OSRRelease(reference);
    }
    if (grid.transform)
        GDALSetGeoTransform(dataset, const_cast<double*>(grid.transform));
    if (!grid.colors.empty()) {
        GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
        for (std::size_t i = 0; i < grid.colors.size(); ++i) {
            const QColor& color = grid.colors[i];
            const GDALColorEntry entry{short(color.red()), short(color.green()),
                                       short(color.blue()), short(color.alpha())};
            GDALSetColorEntry(table, int(i), &entry);
        }
        GDALSetRasterColorTable(GDALGetRasterBand(dataset, 1), table);
        GDALDestroyColorTable(table);
    }
    for (std::size_t i = 0; i < grid.bands.size(); ++i) {
        GDALRasterBandH band = GDALGetRasterBand(dataset, int(i) + 1);
        if (grid.noData)
            GDALSetRasterNoDataValue(band, *grid.noData);
        std::vector<double> values = grid.bands[i];
        QCOMPARE(GDALRasterIO(band, GF_Write, 0, 0, grid.size.width(), grid.size.height(),
                              values.data(), grid.size.width(), grid.size.height(), GDT_Float64, 0,
                              0),
                 CE_None);
    }
    if (grid.overview) {
        int half = 2;
        QCOMPARE(GDALBuildOverviews(dataset, "NEAREST", 1, &half, 0, nullptr, nullptr, nullptr),
                 CE_None);
        GDALRasterBandH band = GDALGetOverview(GDALGetRasterBand(dataset, 1), 0);
        GDALFillRaster(band, *grid.overview, 0);
    }
    GDALClose(dataset);
}

std::vector<double> counted(int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(i);
    return values;
}

// A map in degrees of WGS 84.
geo::RasterTarget inDegrees(const geo::Extent& extent, QSize size)
{
    return {geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()), extent, size};
}

QString refusalOf(const QString& path)
{
    try {
        geo::RasterSource::open(path);
        return {};
    } catch (const base::Error& error) {
        return error.message();
    }
}

std::optional<double> oneAt(const geo::RasterSource& source, double lon, double lat)
{
    return source.valueAt({lon, lat}).at(0);
}

void writeText(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class RasterSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void saysWhatItIs();
    void valuesLieInTheirPixels();
    void noDataIsTransparent_data();
    void noDataIsTransparent();
    void nothingButNoData();
    void aPaletteKeepsItsColours();
    void trueColoursStay();
    void greysStretchOverTheMiddle();
    void liesRightUnderAnotherCrs_data();
    void liesRightUnderAnotherCrs();
    void coloursLieWhereValuesDo();
    void aTurnedGridLiesRight();
    void longitudesMayRunTo360_data();
    void longitudesMayRunTo360();
    void aWorldFilePlacesAPicture();
    void aPrjNamesTheSystemOfAGrid();
    void refusesWhatHasNoPlace();
    void refusesOtherKinds_data();
    void refusesOtherKinds();
    void refusesSeveralTables();
    void refusesEmptyFiles_data();
    void refusesEmptyFiles();
    void saysThatAFileIsTorn();
    void usesOverviews();
    void bytesReadLikeFiles();
    void writesNothing();
    void stopsWhenAsked();
    void servesSeveralThreads();
    void knowsRealHeights();
    void drawsARealPalette();

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

void RasterSourceTest::saysWhatItIs()
{
    const QString path = at("facts.tif");
    Grid grid{{4, 3}, {counted(12), counted(12)}};
    grid.noData = -9999;
    write(path, grid);
    const auto source = geo::RasterSource::open(path);
    QCOMPARE(source.fileName(), QStringLiteral("facts.tif"));
    QCOMPARE(source.driver(), QStringLiteral("GTiff"));
    QCOMPARE(source.size(), QSize(4, 3));
    QCOMPARE(source.bands(), 2);
    QCOMPARE(source.crs()->code(), QStringLiteral("EPSG:4326"));
    QCOMPARE(source.noData(), std::optional(-9999.0));
    QVERIFY(!source.isColoured());
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(source.geoTransform()[i], North[i]);
    QCOMPARE(*source.degrees(), (geo::Extent{-112, 30.5, -110, 32}));
    QVERIFY(source.operation() && source.operation()->isIdentity());

    grid.noData.reset();
    grid.epsg = 26712; // NAD27 / UTM zone 12N
    const double utm[6] = {400000, 1000, 0, 3500000, 0, -1000};
    grid.transform = utm;
    write(path, grid);
    const auto other = geo::RasterSource::open(path);
    QVERIFY(!other.noData().has_value());
    QVERIFY(other.operation()->info().accuracyMetres.has_value());
    QVERIFY(!other.operation()->info().ballpark);
}

void RasterSourceTest::valuesLieInTheirPixels()
{
    const QString path = at("pixels.tif");
    write(path, {{4, 3}, {counted(12), std::vector<double>(12, 7)}});
    const auto source = geo::RasterSource::open(path);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            for (const double share : {0.01, 0.5, 0.99}) {
                const auto values =
                    source.valueAt({-112 + (column + share) * 0.5, 32 - (row + share) * 0.5});
                QCOMPARE(values.size(), std::size_t(2));
                QCOMPARE(values[0], std::optional(double(row * 4 + column)));
                QCOMPARE(values[1], std::optional(7.0));
            }
    for (const QPointF& outside :
         {QPointF(-112.01, 31.5), QPointF(-109.99, 31.5), QPointF(-111, 32.01),
          QPointF(-111, 30.49), QPointF(0, 0), QPointF(std::nan(""), 31)}) {
        const auto values = source.valueAt(outside);
        QCOMPARE(values.size(), std::size_t(2));
        QVERIFY(!values[0] && !values[1]);
    }
    // On a map, too; beyond the raster there is nothing.
    base::Progress progress;
    const auto map = source.readValues(inDegrees({-113, 30, -109, 33}, {80, 60}), progress);
    QCOMPARE(map.size, QSize(80, 60));
    for (int y = 0; y < 60; ++y)
        for (int x = 0; x < 80; ++x) {
            const auto expected = oneAt(source, -113 + (x + 0.5) * 0.05, 33 - (y + 0.5) * 0.05);
            const float value = map.values[std::size_t(y * 80 + x)];
            if (expected)
                QCOMPARE(double(value), *expected);
            else
                QVERIFY(std::isnan(value));
        }
    const auto far = source.readValues(inDegrees({10, 40, 12, 42}, {20, 20}), progress);
    QVERIFY(std::all_of(far.values.begin(), far.values.end(),
                        [](float value) { return std::isnan(value); }));
}

void RasterSourceTest::noDataIsTransparent_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("noData");
    QTest::newRow("whole numbers") << int(GDT_Int16) << -9999.0;
    QTest::newRow("bytes") << int(GDT_Byte) << 255.0;
    QTest::newRow("least float") << int(GDT_Float32) << -3.4028234663852886e38;
    QTest::newRow("no number") << int(GDT_Float32) << std::nan("");
    QTest::newRow("doubles") << int(GDT_Float64) << -1e300;
}

void RasterSourceTest::noDataIsTransparent()
{
    QFETCH(int, type);
    QFETCH(double, noData);
    std::vector<double> values = counted(12);
    for (const std::size_t i : {0, 5, 11})
        values[i] = noData;
    Grid grid{{4, 3}, {values}};
    grid.type = GDALDataType(type);
    grid.noData = noData;
    write(at("holes.tif"), grid);
    const auto source = geo::RasterSource::open(at("holes.tif"));
    base::Progress progress;
    const auto target = inDegrees({-112, 30.5, -110, 32}, {40, 30});
    const auto read = source.readValues(target, progress);
    const QImage image = source.readWarped(target, progress);
    QCOMPARE(image.size(), QSize(40, 30));
    QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) {
            const std::size_t cell = std::size_t(y / 10 * 4 + x / 10);
            const bool hole = cell == 0 || cell == 5 || cell == 11;
            const float value = read.values[std::size_t(y * 40 + x)];
            QCOMPARE(std::isnan(value), hole);
            QCOMPARE(qAlpha(image.pixel(x, y)), hole ? 0 : 255);
            if (!hole)
                QCOMPARE(double(value), double(cell));
        }
    QVERIFY(!oneAt(source, -111.75, 31.75));
    QCOMPARE(oneAt(source, -111.25, 31.75), std::optional(1.0));
    // Not counted among the values either.
    const auto range = source.valueRange(progress);
    QVERIFY(range && range->first >= 1 && range->second <= 10);
}

void RasterSourceTest::nothingButNoData()
{
    Grid grid{{4, 3}, {std::vector<double>(12, -1)}};
    grid.noData = -1;
    write(at("nothing.tif"), grid);
    const auto source = geo::RasterSource::open(at("nothing.tif"));
    base::Progress progress;
    QVERIFY(!source.valueRange(progress).has_value());
    QImage image = source.readWarped(inDegrees({-112, 30.5, -110, 32}, {20, 15}), progress);
    QImage clear(20, 15, QImage::Format_ARGB32_Premultiplied);
    clear.fill(Qt::transparent);
    QCOMPARE(image, clear);
}

void RasterSourceTest::aPaletteKeepsItsColours()
{
    Grid grid{{3, 2}, {{0, 1, 2, 3, 1, 0}}};
    grid.type = GDT_Byte;
    grid.colors = {QColor(255, 0, 0), QColor(0, 128, 0), QColor(10, 20, 30), QColor(255, 255, 0)};
    grid.noData = 2;
    write(at("palette.tif"), grid);
    const auto source = geo::RasterSource::open(at("palette.tif"));
    QVERIFY(source.isColoured());
    base::Progress progress;
    const QImage image = source.readWarped(inDegrees({-112, 31, -110.5, 32}, {30, 20}), progress);
    const QColor expected[2][3] = {{Qt::red, QColor(0, 128, 0), Qt::transparent},
                                   {Qt::yellow, QColor(0, 128, 0), Qt::red}};
    // No mixture appears where two codes meet.
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 30; ++x)
            QCOMPARE(image.pixelColor(x, y).rgba(), expected[y / 10][x / 10].rgba());
    QCOMPARE(oneAt(source, -111.25, 31.75), std::optional(1.0)); // the code
}

void RasterSourceTest::trueColoursStay()
{
    // Left half, right half; the last band hides the lower right.
    Grid grid{{2, 2}, {{200, 10, 200, 10}, {100, 20, 100, 20}, {50, 30, 50, 30}}};
    grid.type = GDT_Byte;
    write(at("rgb.tif"), grid);
    grid.bands.push_back({255, 255, 255, 0});
    grid.alpha = true;
    write(at("rgba.tif"), grid);
    base::Progress progress;
    const auto target = inDegrees({-112, 31, -111, 32}, {40, 40});
    for (const char* name : {"rgb.tif", "rgba.tif"}) {
        const auto source = geo::RasterSource::open(at(name));
        QVERIFY(source.isColoured());
        const QImage image = source.readWarped(target, progress);
        QCOMPARE(image.pixelColor(5, 5), QColor(200, 100, 50));
        QCOMPARE(image.pixelColor(5, 35), QColor(200, 100, 50));
        QCOMPARE(image.pixelColor(35, 5), QColor(10, 20, 30));
        QCOMPARE(qAlpha(image.pixel(37, 37)), qstrcmp(name, "rgb.tif") == 0 ? 255 : 0);
    }
}

void RasterSourceTest::greysStretchOverTheMiddle()
{
    // 0 to 100 and one wild value, which does not turn all else black.
    std::vector<double> values = counted(101);
    values.resize(102, 30000);
    Grid grid{{102, 1}, {values}};
    write(at("stretch.tif"), grid);
    const auto source = geo::RasterSource::open(at("stretch.tif"));
    base::Progress progress;
    const auto range = source.valueRange(progress);
    QVERIFY(range.has_value());
    QVERIFY2(std::fabs(range->first - 2) <= 1 && std::fabs(range->second - 98) <= 1,
             qPrintable(QStringLiteral("%1 %2").arg(range->first).arg(range->second)));
    QVERIFY(source.valueRange(progress) == range);
    const QImage image = source.readWarped(inDegrees({-112, 31.5, -61, 32}, {102, 1}), progress);
    int last = -1;
    for (int x = 0; x < 102; ++x) {
        const QColor color = image.pixelColor(x, 0);
        QVERIFY(color.red() == color.green() && color.green() == color.blue());
        QVERIFY(color.red() >= last);
        last = color.red();
    }
    QCOMPARE(image.pixelColor(0, 0).red(), 0);
    QVERIFY(std::abs(image.pixelColor(50, 0).red() - 128) < 4);
    QCOMPARE(image.pixelColor(101, 0).red(), 255);
}

void RasterSourceTest::liesRightUnderAnotherCrs_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<QString>("map");
    QTest::newRow("UTM on Mexico's Lambert") << 32612 << "EPSG:6372";
    QTest::newRow("UTM on web Mercator") << 32612 << "EPSG:3857";
    QTest::newRow("UTM on degrees") << 32612 << "EPSG:4326";
    QTest::newRow("UTM on another UTM") << 32612 << "EPSG:32613";
    QTest::newRow("web Mercator on Lambert") << 3857 << "EPSG:6372";
}

void RasterSourceTest::liesRightUnderAnotherCrs()
{
    QFETCH(int, epsg);
    QFETCH(QString, map);
    // 200 x 150 cells of 2 km, each with a number of its own.
    constexpr int Columns = 200;
    constexpr int Rows = 150;
    constexpr double Cell = 2000;
    const double west = epsg == 3857 ? -12'500'000 : 300'000;
    const double north = epsg == 3857 ? 3'900'000 : 3'700'000;
    const double transform[6] = {west, Cell, 0, north, 0, -Cell};
    Grid grid{{Columns, Rows}, {counted(Columns * Rows)}};
    grid.type = GDT_Float32;
    grid.epsg = epsg;
    grid.transform = transform;
    write(at("placed.tif"), grid);
    const auto source = geo::RasterSource::open(at("placed.tif"));

    const auto fromWgs84 = geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(map));
    const geo::Extent extent = fromWgs84.forward(source.degrees().value());
    const QSize size(700, 500);
    base::Progress progress;
    const auto read = source.readValues({fromWgs84, extent, size}, progress);

    // Asked of PROJ here, pixel by pixel: all of these lie on WGS 84's datum or ITRF's.
    PJ_CONTEXT* context = proj_context_create();
    PJ* made =
        proj_create_crs_to_crs(context, map.toLatin1().constData(),
                               QByteArray("EPSG:" + QByteArray::number(epsg)).constData(), nullptr);
    PJ* upright = proj_normalize_for_visualization(context, made);
    int compared = 0;
    int wrong = 0;
    int beside = 0;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const PJ_COORD there = proj_trans(
                upright, PJ_FWD,
                proj_coord(extent.west + (x + 0.5) * extent.width() / size.width(),
                           extent.north - (y + 0.5) * extent.height() / size.height(), 0, 0));
            const double column = (there.xy.x - west) / Cell;
            const double row = (north - there.xy.y) / Cell;
            const double value = double(read.values[std::size_t(y * size.width() + x)]);
            // Close to an edge between cells either of them is right: a hundredth of a cell.
            const auto close = [](double at) { return std::fabs(at - std::round(at)) < 0.01; };
            if (close(column) || close(row))
                continue;
            ++compared;
            const bool inside = column > 0 && column < Columns && row > 0 && row < Rows;
            if (!inside)
                beside += std::isnan(value) ? 0 : 1;
            else
                wrong += value == std::floor(row) * Columns + std::floor(column) ? 0 : 1;
        }
    proj_destroy(upright);
    proj_destroy(made);
    proj_context_destroy(context);
    QVERIFY(compared > 300'000);
    QCOMPARE(beside, 0);
    QCOMPARE(wrong, 0);
}

void RasterSourceTest::coloursLieWhereValuesDo()
{
    // The same cells as codes: the picture shows the colour of the value at each pixel.
    const double transform[6] = {300'000, 20'000, 0, 3'700'000, 0, -20'000};
    Grid grid{{20, 15}, {}};
    std::vector<double> codes;
    for (int i = 0; i < 300; ++i)
        codes.push_back(i * 7 % 5);
    grid.bands = {codes};
    grid.type = GDT_Byte;
    grid.epsg = 32612;
    grid.transform = transform;
    grid.colors = {QColor(10, 0, 0), QColor(20, 0, 0), QColor(30, 0, 0), QColor(40, 0, 0),
                   QColor(50, 0, 0)};
    write(at("codes.tif"), grid);
    const auto source = geo::RasterSource::open(at("codes.tif"));
    const auto fromWgs84 =
        geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(QStringLiteral("EPSG:6372")));
    const geo::RasterTarget target{
        fromWgs84, fromWgs84.forward(source.degrees().value()), {400, 300}};
    base::Progress progress;
    const auto values = source.readValues(target, progress);
    const QImage image = source.readWarped(target, progress);
    int shown = 0;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 400; ++x) {
            const float value = values.values[std::size_t(y * 400 + x)];
            if (std::isnan(value)) {
                QCOMPARE(qAlpha(image.pixel(x, y)), 0);
                continue;
            }
            ++shown;
            QCOMPARE(qRed(image.pixel(x, y)), 10 + 10 * int(value));
        }
    QVERIFY(shown > 60'000);
}

void RasterSourceTest::aTurnedGridLiesRight()
{
    // Turned by 30 degrees about its corner, and one whose rows run from the south.
    const double c = std::cos(M_PI / 6) * 0.1;
    const double s = std::sin(M_PI / 6) * 0.1;
    const double turned[6] = {-112, c, s, 32, s, -c};
    const double fromSouth[6] = {-112, 0.1, 0, 30, 0, 0.1};
    for (const double* transform : {turned, fromSouth}) {
        Grid grid{{20, 10}, {counted(200)}};
        grid.transform = transform;
        write(at("turned.tif"), grid);
        const auto source = geo::RasterSource::open(at("turned.tif"));
        base::Progress progress;
        const geo::Extent extent = source.degrees().value();
        const auto map = source.readValues(inDegrees(extent, {200, 200}), progress);
        for (int row = 0; row < 10; ++row)
            for (int column = 0; column < 20; ++column) {
                const double x = column + 0.5;
                const double y = row + 0.5;
                const QPointF place(transform[0] + x * transform[1] + y * transform[2],
                                    transform[3] + x * transform[4] + y * transform[5]);
                QCOMPARE(source.valueAt(place)[0], std::optional(double(row * 20 + column)));
                const int pixelX = int((place.x() - extent.west) / extent.width() * 200);
                const int pixelY = int((extent.north - place.y()) / extent.height() * 200);
                QCOMPARE(double(map.values[std::size_t(pixelY * 200 + pixelX)]),
                         double(row * 20 + column));
            }
    }
}

void RasterSourceTest::longitudesMayRunTo360_data()
{
    QTest::addColumn<double>("west");
    QTest::addColumn<int>("columns");
    QTest::newRow("from Greenwich") << 0.0 << 360;
    QTest::newRow("from 180 W") << -180.0 << 360;
    QTest::newRow("a column more, as grids of nodes have") << -180.5 << 361;
    QTest::newRow("the Pacific alone") << 120.0 << 160;
    QTest::newRow("America, counted eastward") << 190.0 << 120;
}

void RasterSourceTest::longitudesMayRunTo360()
{
    QFETCH(double, west);
    QFETCH(int, columns);
    // Each cell holds the longitude of its middle, from -180 to 180.
    const auto normal = [](double longitude) { return std::remainder(longitude, 360.0); };
    std::vector<double> values;
    for (int row = 0; row < 180; ++row)
        for (int column = 0; column < columns; ++column)
            values.push_back(normal(west + column + 0.5));
    const double transform[6] = {west, 1, 0, 90, 0, -1};
    Grid grid{{columns, 180}, {values}};
    grid.type = GDT_Float32;
    grid.transform = transform;
    write(at("world.tif"), grid);
    const auto source = geo::RasterSource::open(at("world.tif"));
    const auto isIn = [&](double longitude) {
        const double on = longitude - west;
        return on - 360 * std::floor(on / 360) < columns;
    };
    for (double longitude = -179.75; longitude < 180; longitude += 7) {
        const auto value = oneAt(source, longitude, 20.2);
        QCOMPARE(value.has_value(), isIn(longitude));
        if (value)
            QVERIFY(std::fabs(normal(*value - longitude)) <= 0.5);
    }
    // The whole world, a part of America, and the Pacific across 180 degrees.
    base::Progress progress;
    for (const auto& [crs, extent] :
         {std::pair("EPSG:4326", geo::Extent{-180, -80, 180, 80}),
          std::pair("EPSG:4326", geo::Extent{-125, 10, -85, 40}),
          std::pair("EPSG:4326", geo::Extent{-30, -30, 30, 30}),
          std::pair("EPSG:3832", geo::Extent{-2'000'000, -3'000'000, 8'000'000, 3'000'000})}) {
        const auto fromWgs84 =
            geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(QLatin1String(crs)));
        const QSize size(500, 200);
        const auto map = source.readValues({fromWgs84, extent, size}, progress);
        int missing = 0;
        int wrong = 0;
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x) {
                std::array<QPointF, 1> place{
                    QPointF(extent.west + (x + 0.5) * extent.width() / size.width(),
                            extent.north - (y + 0.5) * extent.height() / size.height())};
                fromWgs84.inverse(place);
                const double value = double(map.values[std::size_t(y * size.width() + x)]);
                const double edge = normal(place[0].x() - west);
                const double other = normal(place[0].x() - west - columns);
                if (std::fabs(edge) < 0.1 || std::fabs(other) < 0.1)
                    continue;
                if (std::isnan(value))
                    missing += isIn(place[0].x()) ? 1 : 0;
                else
                    wrong += std::fabs(normal(value - place[0].x())) < 1.3 ? 0 : 1;
            }
        QCOMPARE(missing, 0);
        QCOMPARE(wrong, 0);
    }
}

void RasterSourceTest::aWorldFilePlacesAPicture()
{
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(at("scan.png")));
    writeText(at("scan.pgw"), "0.1\n0\n0\n-0.1\n-111.95\n31.95\n"); // centre of the first pixel
    auto source = geo::RasterSource::open(at("scan.png"));
    QVERIFY(!source.crs().has_value());
    QVERIFY(!source.operation().has_value());
    QVERIFY(!source.degrees().has_value());
    QVERIFY(std::fabs(source.geoTransform()[0] + 112) < 1e-9);
    QVERIFY(std::fabs(source.geoTransform()[3] - 32) < 1e-9);
    // Somebody says which system it is, and it is there.
    source.setOperation(geo::Operation::between(geo::Crs::fromText(QStringLiteral("EPSG:4267")),
                                                geo::Crs::wgs84()));
    const geo::Extent where = source.degrees().value();
    QVERIFY(std::fabs(where.west + 112) < 0.01 && std::fabs(where.south - 31) < 0.01);
    QCOMPARE(oneAt(source, -111, 31.5), std::optional(255.0));
    base::Progress progress;
    QCOMPARE(source.readWarped(inDegrees({-111.9, 31.1, -110.1, 31.9}, {9, 4}), progress)
                 .pixelColor(4, 2),
             QColor(Qt::red));
}

void RasterSourceTest::aPrjNamesTheSystemOfAGrid()
{
    const QByteArray grid = "ncols 2\nnrows 2\nxllcorner 500000\nyllcorner 3400000\ncellsize "
                            "1000\nNODATA_value -9999\n1 2\n-9999 4\n";
    writeText(at("dem.asc"), grid);
    QVERIFY(!geo::RasterSource::open(at("dem.asc")).crs().has_value());
    writeText(at("dem.prj"),
              "PROJCS[\"NAD_1983_UTM_Zone_12N\",GEOGCS[\"GCS_North_American_1983\","
              "DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
              "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
              "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
              "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",-111.0],"
              "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],"
              "UNIT[\"Meter\",1.0]]");
    const auto source = geo::RasterSource::open(at("dem.asc"));
    QVERIFY(source.crs().has_value());
    QCOMPARE(source.crs()->code(), QStringLiteral("EPSG:26912"));
    QCOMPARE(source.noData(), std::optional(-9999.0));
    std::array<QPointF, 1> place{QPointF(501500, 3400500)};
    source.operation()->forward(place);
    QCOMPARE(source.valueAt(place[0])[0], std::optional(4.0));
}

void RasterSourceTest::refusesWhatHasNoPlace()
{
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(at("bare.png")));
    QVERIFY(picture.save(at("bare.jpg")));
    Grid grid{{4, 3}, {counted(12)}};
    grid.transform = nullptr;
    write(at("bare.tif"), grid);
    const double flat[6] = {-112, 0.5, 0, 32, 0.5, 0}; // its rows lie on each other
    grid.transform = flat;
    write(at("flat.tif"), grid);
    for (const char* name : {"bare.png", "bare.jpg", "bare.tif", "flat.tif"}) {
        const QString said = refusalOf(at(name));
        QVERIFY2(said.contains(QLatin1String(name)), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("where on the ground")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("world file")), qPrintable(said));
    }
}

void RasterSourceTest::refusesOtherKinds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind"); // GDAL's name of it, where it is recognised
    const QByteArray vrt =
        "<VRTDataset rasterXSize=\"2\" rasterYSize=\"2\"><GeoTransform>0,1,0,0,0,-1</GeoTransform>"
        "<VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource><SourceFilename>/etc/passwd"
        "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>";
    QTest::newRow("vrt") << "map.vrt" << vrt << "Virtual Raster";
    QTest::newRow("vrt that says tif") << "map.tif" << vrt << "Virtual Raster";
    QTest::newRow("a service") << "service.xml"
                               << QByteArray("<GDAL_WMS><Service name=\"TMS\"><ServerUrl>"
                                             "http://127.0.0.1:9/${z}</ServerUrl></Service>"
                                             "</GDAL_WMS>")
                               << "OGC Web Map Service";
    QTest::newRow("words") << "map.png" << QByteArray("Dear colleague, the map follows.") << "";
    QTest::newRow("vector") << "map.asc"
                            << QByteArray("{\"type\":\"FeatureCollection\",\"features\":[]}")
                            << "GeoJSON";
}

void RasterSourceTest::refusesOtherKinds()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    const QString path = m_folder.filePath(QStringLiteral("kinds-") + file);
    writeText(path, content);
    const QString said = refusalOf(path);
    QVERIFY2(said.contains(QFileInfo(path).fileName()), qPrintable(said));
    QVERIFY2(said.contains(kind), qPrintable(said));
    if (kind != QLatin1String("GeoJSON")) // and what is read
        QVERIFY2(said.contains(QStringLiteral("tif, tiff")), qPrintable(said));
}

void RasterSourceTest::refusesSeveralTables()
{
    Grid grid{{256, 256}, {std::vector<double>(65536, 9)}};
    grid.type = GDT_Byte;
    grid.driver = "GPKG";
    const double transform[6] = {-112, 0.01, 0, 32, 0, -0.01};
    grid.transform = transform;
    grid.option = "RASTER_TABLE=a";
    write(at("one.gpkg"), grid);
    QCOMPARE(geo::RasterSource::open(at("one.gpkg")).driver(), QStringLiteral("GPKG"));
    GDALDatasetH first = GDALOpen(at("one.gpkg").toUtf8().constData(), GA_ReadOnly);
    CPLStringList options;
    options.AddString("APPEND_SUBDATASET=YES");
    options.AddString("RASTER_TABLE=b");
    options.AddString("RASTER_IDENTIFIER=b");
    GDALClose(GDALCreateCopy(GDALGetDriverByName("GPKG"), at("one.gpkg").toUtf8().constData(),
                             first, 0, options.List(), nullptr, nullptr));
    GDALClose(first);
    const QString said = refusalOf(at("one.gpkg"));
    QVERIFY2(said.contains(QStringLiteral("one.gpkg")), qPrintable(said));
}

void RasterSourceTest::refusesEmptyFiles_data()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending :
         {"tif", "tiff", "png", "jpg", "jpeg", "asc", "gpkg", "mbtiles", "zip"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void RasterSourceTest::refusesEmptyFiles()
{
    QFETCH(QString, ending);
    const QString name = QStringLiteral("empty.") + ending;
    writeText(m_folder.filePath(name), {});
    const QString said = refusalOf(m_folder.filePath(name));
    QVERIFY2(said.contains(name), qPrintable(said));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::RasterSource::openBytes({}, name));
    QVERIFY(refusalOf(m_folder.filePath(QStringLiteral("none.") + ending))
                .contains(QStringLiteral("none.") + ending));
}

void RasterSourceTest::saysThatAFileIsTorn()
{
    Grid grid{{400, 400}, {counted(160'000)}};
    grid.type = GDT_Float32;
    write(at("torn.tif"), grid);
    QFile file(at("torn.tif"));
    QVERIFY(file.resize(file.size() / 2));
    try {
        const auto source = geo::RasterSource::open(at("torn.tif"));
        base::Progress progress;
        source.readValues(inDegrees({-112, -168, 88, 32}, {400, 400}), progress);
        QFAIL("half a file was read as a whole");
    } catch (const base::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("torn.tif")), error.what());
    }
}

void RasterSourceTest::usesOverviews()
{
    Grid grid{{512, 512}, {std::vector<double>(262'144, 1)}};
    const double transform[6] = {-112, 0.01, 0, 32, 0, -0.01};
    grid.transform = transform;
    grid.overview = 77; // so that it can be told from the rest
    write(at("overview.tif"), grid);
    const auto source = geo::RasterSource::open(at("overview.tif"));
    base::Progress progress;
    const geo::Extent extent = source.degrees().value();
    const auto fine = source.readValues(inDegrees(extent, {512, 512}), progress);
    QCOMPARE(fine.values[1000], 1.0F);
    const auto coarse = source.readValues(inDegrees(extent, {100, 100}), progress);
    QCOMPARE(coarse.values[1000], 77.0F);
}

void RasterSourceTest::bytesReadLikeFiles()
{
    write(at("same.tif"), {{4, 3}, {counted(12)}});
    QFile file(at("same.tif"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto inMemory = geo::RasterSource::openBytes(file.readAll(), QStringLiteral("kept.tif"));
    QCOMPARE(inMemory.fileName(), QStringLiteral("kept.tif"));
    const auto onDisk = geo::RasterSource::open(at("same.tif"));
    base::Progress progress;
    const auto target = inDegrees({-112, 30.5, -110, 32}, {31, 17});
    QCOMPARE(inMemory.readValues(target, progress).values,
             onDisk.readValues(target, progress).values);
    QCOMPARE(inMemory.readWarped(target, progress), onDisk.readWarped(target, progress));
}

void RasterSourceTest::writesNothing()
{
    QTemporaryDir folder;
    const auto in = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    Grid grid{{4, 3}, {counted(12)}};
    grid.noData = 5;
    write(in("a.tif"), grid);
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    for (const char* name : {"b.png", "c.jpg"})
        QVERIFY(picture.save(in(name)));
    writeText(in("b.pgw"), "0.1\n0\n0\n-0.1\n-111.95\n31.95\n");
    writeText(in("c.jgw"), "0.1\n0\n0\n-0.1\n-111.95\n31.95\n");
    writeText(in("d.asc"),
              "ncols 2\nnrows 2\nxllcorner -112\nyllcorner 30\ncellsize 1\n1 2\n3 4\n");
    Grid tiles{{256, 256}, {std::vector<double>(65536, 9)}};
    tiles.type = GDT_Byte;
    tiles.driver = "GPKG";
    const double fine[6] = {-112, 0.01, 0, 32, 0, -0.01};
    tiles.transform = fine;
    write(in("e.gpkg"), tiles);
    const support::FolderState before(folder.path());
    base::Progress progress;
    for (const char* name : {"a.tif", "b.png", "c.jpg", "d.asc", "e.gpkg"}) {
        auto source = geo::RasterSource::open(in(name));
        source.setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
        const auto target = inDegrees(source.degrees().value(), {50, 50});
        QVERIFY(!source.readWarped(target, progress).isNull());
        source.readValues(target, progress);
        source.valueRange(progress);
        source.valueAt({-111.5, 31.5});
    }
    QCOMPARE(support::FolderState(folder.path()).difference(before), QString());
}

void RasterSourceTest::stopsWhenAsked()
{
    write(at("stop.tif"), {{4, 3}, {counted(12)}});
    const auto source = geo::RasterSource::open(at("stop.tif"));
    base::Progress progress;
    progress.cancel();
    const auto target = inDegrees({-112, 30.5, -110, 32}, {40, 30});
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, source.readValues(target, progress));
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, source.readWarped(target, progress));
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, source.valueRange(progress));
    base::Progress another;
    QCOMPARE(source.readValues(target, another).values.size(), std::size_t(1200));
}

void RasterSourceTest::servesSeveralThreads()
{
    Grid grid{{300, 200}, {counted(60'000)}};
    grid.type = GDT_Float32;
    const double transform[6] = {300'000, 2000, 0, 3'700'000, 0, -2000};
    grid.epsg = 26712;
    grid.transform = transform;
    write(at("threads.tif"), grid);
    const auto source = geo::RasterSource::open(at("threads.tif"));
    const auto target = inDegrees(source.degrees().value(), {200, 150});
    base::Progress progress;
    const QImage expected = source.readWarped(target, progress);
    std::array<QImage, 4> images;
    {
        std::vector<std::jthread> threads;
        for (QImage& image : images)
            threads.emplace_back([&] {
                base::Progress own;
                image = source.readWarped(target, own);
            });
    }
    for (const QImage& image : images)
        QCOMPARE(image, expected);
}

void RasterSourceTest::knowsRealHeights()
{
    VETA_NEEDS_REAL_DATA(path, "context/etopo5_dem_northamerica.tif");
    const auto source = geo::RasterSource::open(path);
    // Mexico City's basin, Death Valley, the Gulf of Mexico's deep: to what cells of 9 km can say.
    const auto heightAt = [&](double lon, double lat) { return oneAt(source, lon, lat).value(); };
    QVERIFY(std::fabs(heightAt(-99.13, 19.43) - 2240) < 250);
    QVERIFY(heightAt(-116.9, 36.3) < 900);
    QVERIFY(heightAt(-92, 24.5) < -3000);
    QVERIFY(!oneAt(source, 20, 50));
    VETA_NEEDS_REAL_DATA(local, "rasters/alos_aw3d30_elcobre_veracruz_utm14n.tif");
    const auto veracruz = geo::RasterSource::open(local);
    QCOMPARE(veracruz.crs()->code(), QStringLiteral("EPSG:32614"));
    base::Progress progress;
    const auto range = veracruz.valueRange(progress);
    QVERIFY(range && range->first > 0 && range->second < 1500);
    VETA_NEEDS_REAL_DATA(netCdf, "rasters/gtopo30_colorado_newmexico_30s.nc");
    auto colorado = geo::RasterSource::open(netCdf);
    QVERIFY(!colorado.crs().has_value());
    colorado.setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
    QVERIFY(std::fabs(oneAt(colorado, -104.99, 39.74).value() - 1609) < 40); // Denver
}

void RasterSourceTest::drawsARealPalette()
{
    VETA_NEEDS_REAL_DATA(path, "rasters/macrostrat_geology_north_america_z1_3857.tif");
    const auto source = geo::RasterSource::open(path);
    QVERIFY(source.isColoured());
    const auto fromWgs84 =
        geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(QStringLiteral("EPSG:6372")));
    base::Progress progress;
    const QImage image = source.readWarped(
        {fromWgs84, fromWgs84.forward(geo::Extent{-118, 15, -88, 40}), {400, 300}}, progress);
    QSet<QRgb> colors;
    int opaque = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            colors.insert(image.pixel(x, y));
            opaque += qAlpha(image.pixel(x, y)) == 255 ? 1 : 0;
        }
    QVERIFY(colors.size() > 5 && colors.size() <= 257);
    QVERIFY(opaque > 30'000);
}

QTEST_GUILESS_MAIN(RasterSourceTest)
#include "raster_source_test.moc"
