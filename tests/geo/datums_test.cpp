// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_layer.h"
#include "geo/map_view.h"
#include "tests/support/gdal_files.h"
#include "tests/support/layers.h"
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <proj.h>

// The same ground in layers of several datums: on the map they lie on each other, as PROJ says, to
// the accuracy that is shown.
namespace {

// Mines, peaks and towns on both sides of the border, in degrees of WGS 84.
const std::vector<QPointF> Ground{{-112.27, 27.34}, {-110.3, 30.95},  {-109.93, 32.41},
                                  {-106.42, 31.77}, {-104.66, 25.35}, {-101.42, 26.91},
                                  {-111.97, 33.44}, {-114.8, 32.5},   {-108.2, 28.1}};

// Left to choose for each point as it does, PROJ itself; x before y.
std::vector<QPointF> byProj(const QByteArray& from, const QByteArray& to,
                            std::vector<QPointF> points)
{
    PJ_CONTEXT* context = proj_context_create();
    PJ_AREA* area = proj_area_create();
    proj_area_set_bbox(area, -115, 25, -101, 34);
    PJ* chosen = proj_create_crs_to_crs(context, from.constData(), to.constData(), area);
    PJ* operation = proj_normalize_for_visualization(context, chosen);
    for (QPointF& point : points) {
        const PJ_COORD moved =
            proj_trans(operation, PJ_FWD, proj_coord(point.x(), point.y(), 0, HUGE_VAL));
        point = {moved.xy.x, moved.xy.y};
    }
    proj_destroy(operation);
    proj_destroy(chosen);
    proj_area_destroy(area);
    proj_context_destroy(context);
    return points;
}

double apart(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

class DatumsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersLieOnEachOther();

private:
    struct Placed
    {
        QByteArray crs;
        double accuracy = 0; // metres, as shown
        std::vector<QPointF> onMap;
    };
    static Placed place(const QByteArray& crs, const geo::MapView& view,
                        const QTemporaryDir& folder);
};

// Ground that was surveyed in that CRS, read from a file and moved as the program does it.
DatumsTest::Placed DatumsTest::place(const QByteArray& crs, const geo::MapView& view,
                                     const QTemporaryDir& folder)
{
    const std::vector<QPointF> surveyed = byProj("EPSG:4326", crs, Ground);
    std::vector<QByteArray> texts;
    for (const QPointF& point : surveyed)
        texts.push_back("POINT (" + QByteArray::number(point.x(), 'f', 10) + ' ' +
                        QByteArray::number(point.y(), 'f', 10) + ')');
    std::vector<support::WrittenPlace> places;
    for (const QByteArray& text : texts)
        places.push_back({text.constData(), "a"});
    const QString path = folder.filePath(QStringLiteral("ground.shp"));
    support::writeLayers("ESRI Shapefile", path, {{"ground", 0, wkbPoint, places}});
    auto source = geo::VectorSource::open(path);
    const auto from = geo::Crs::fromText(QString::fromLatin1(crs));
    const geo::Operation operation =
        geo::Operation::between(from, geo::Crs::wgs84(), geo::Extent{-115, 25, -101, 34});
    base::Progress progress;
    const auto layer = geo::FeatureLayer::read(source, operation, progress);
    Placed placed{crs, operation.info().accuracyMetres.value_or(HUGE_VAL), {}};
    for (std::size_t i = 0; i < layer.size(); ++i)
        placed.onMap.push_back(layer.points(layer.parts(i)[0])[0]);
    view.fromWgs84().forward(placed.onMap);
    return placed;
}

void DatumsTest::layersLieOnEachOther()
{
    const QTemporaryDir folder;
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(800, 600));
    const double mapAccuracy = view.fromWgs84().info().accuracyMetres.value_or(HUGE_VAL);
    QVERIFY(mapAccuracy <= 2);
    const std::vector<QPointF> truth = byProj("EPSG:4326", "EPSG:6372", Ground);
    std::vector<Placed> layers;
    for (const char* crs :
         {"EPSG:4267", "EPSG:4269", "EPSG:4326", "EPSG:6365", "EPSG:26712", "EPSG:6367",
          // A zone of its own, 3 degrees wide about a mine's meridian, on NAD27 in US survey feet.
          "+proj=tmerc +lat_0=0 +lon_0=-109.5 +k=0.9999 +x_0=200000 +y_0=0 +datum=NAD27 "
          "+units=us-ft +no_defs +type=crs"}) {
        layers.push_back(place(crs, view, folder));
        const Placed& layer = layers.back();
        QVERIFY2(layer.accuracy <= 15, crs);
        QCOMPARE(layer.onMap.size(), Ground.size());
        for (std::size_t i = 0; i < Ground.size(); ++i) {
            const double off = apart(layer.onMap[i], truth[i]);
            QVERIFY2(off <= layer.accuracy + mapAccuracy + 0.02,
                     qPrintable(QStringLiteral("%1: %2 m, shown %3")
                                    .arg(QLatin1String(crs))
                                    .arg(off)
                                    .arg(layer.accuracy)));
        }
    }
    for (const Placed& a : layers)
        for (const Placed& b : layers)
            for (std::size_t i = 0; i < Ground.size(); ++i)
                QVERIFY2(apart(a.onMap[i], b.onMap[i]) <= a.accuracy + b.accuracy + 0.02,
                         qPrintable(QString::fromLatin1(a.crs + " and " + b.crs)));
    // Had the datum been forgotten it would show: NAD27 lies 40 m and more from the others here.
    std::vector<QPointF> forgotten = byProj("EPSG:4326", "EPSG:4267", Ground);
    view.fromWgs84().forward(forgotten);
    for (std::size_t i = 0; i < Ground.size(); ++i)
        QVERIFY2(apart(forgotten[i], truth[i]) > 40,
                 qPrintable(QString::number(apart(forgotten[i], truth[i]))));
}

QTEST_GUILESS_MAIN(DatumsTest)
#include "datums_test.moc"
