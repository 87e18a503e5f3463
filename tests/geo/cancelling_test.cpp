// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/layer_cooking.h"
#include "geo/map_view.h"
#include "geo/operation_grid.h"
#include "geo/prepared_geometry.h"
#include "geo/spatial_index.h"
#include "tests/support/coverage_file.h"
#include "tests/support/layers.h"
#include <QTemporaryDir>
#include <QtTest>
#include <numbers>
#include <thread>

// Cancelled means that nothing more is done, wherever opening, reading and cooking a layer are.
namespace {

geo::Operation toWgs84(const geo::VectorSource& source)
{
    return geo::Operation::between(*source.crs(), geo::Crs::wgs84(), source.degrees());
}

} // namespace

class CancellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        support::writeShapes(at("units.gpkg"), 4267, support::coverage(60, 40, 3));
        QFile json(at("points.geojson"));
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < 1000; ++i)
            json.write(QByteArray(i > 0 ? "," : "") +
                       "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                       "\"coordinates\":[-110,30]}}");
        json.write("]}");
    }
    void findingTheExtent();
    void reading();
    void readingOnePolygon();
    void finishing();
    void makingGrids();
    void cooking();
    void cookingAtAnyMoment();

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

void CancellingTest::findingTheExtent()
{
    base::Progress cancelled;
    cancelled.cancel();
    const auto points = geo::VectorSource::open(at("points.geojson"));
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, points.extent(cancelled));
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, points.degrees(cancelled));
    QVERIFY(points.extent().has_value());
    // Where the file says it there is nothing to read.
    const auto units = geo::VectorSource::open(at("units.gpkg"));
    QVERIFY(units.extent(cancelled).has_value());
}

// From the moment that a draft is shown at most 128 features or a block of points follow.
void CancellingTest::reading()
{
    auto source = geo::VectorSource::open(at("units.gpkg"));
    base::Progress progress;
    int shown = 0;
    qint64 doneThen = 0;
    geo::LayerDrafts drafts;
    drafts.first = std::chrono::milliseconds(0);
    drafts.show = [&](const std::shared_ptr<const geo::FeatureTable>&) {
        ++shown;
        doneThen = progress.state().done;
        progress.cancel();
    };
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             geo::FeatureLayer::read(source, toWgs84(source), progress, nullptr,
                                                     geo::FeatureLayer::MostPoints, &drafts));
    QCOMPARE(shown, 1);
    const geo::VectorSource whole = geo::VectorSource::open(at("units.gpkg"));
    QVERIFY(progress.state().done <= doneThen + 2 * 128);
    QVERIFY(progress.state().done < *whole.featureCount() - 128);
}

// A polygon larger than a block of points is not moved any more.
void CancellingTest::readingOnePolygon()
{
    support::Ring ring;
    for (int i = 0; i <= 400000; ++i) {
        const double angle = 2 * std::numbers::pi * (i % 400000) / 400000;
        ring.emplace_back(-105 + 4 * std::cos(angle), 28 + 3 * std::sin(angle));
    }
    support::writeShapes(at("large.gpkg"), 4267, {{{{ring}}, {}}});
    auto source = geo::VectorSource::open(at("large.gpkg"));
    base::Progress progress;
    progress.cancel();
    int shown = 0; // after a block has been moved
    geo::LayerDrafts drafts;
    drafts.first = std::chrono::milliseconds(0);
    drafts.show = [&](const std::shared_ptr<const geo::FeatureTable>&) { ++shown; };
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             geo::FeatureLayer::read(source, toWgs84(source), progress, nullptr,
                                                     geo::FeatureLayer::MostPoints, &drafts));
    QCOMPARE(shown, 0);
}

void CancellingTest::finishing()
{
    base::Progress cancelled;
    cancelled.cancel();
    const std::vector<geo::Extent> boxes(100, {0, 0, 1, 1});
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, geo::SpatialIndex(boxes, cancelled));
    QCOMPARE(geo::SpatialIndex(boxes).size(), std::size_t(100));
}

void CancellingTest::makingGrids()
{
    base::Progress cancelled;
    cancelled.cancel();
    const geo::Operation operation =
        geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(QStringLiteral("EPSG:6372")));
    QVERIFY_THROWS_EXCEPTION(
        base::Cancelled,
        geo::OperationGrid::over(operation, {-110, 25, -100, 30}, 0.02, cancelled));
}

void CancellingTest::cooking()
{
    const auto layer = support::layerAt(at("units.gpkg"));
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(100, 100));
    base::Progress cancelled;
    cancelled.cancel();
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, geo::cookLayer(*layer, view.fromWgs84(), cancelled));
    base::Progress progress;
    const geo::PreparedLayer moved = geo::prepareLayer(*layer, view.fromWgs84(), progress);
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, geo::cookLayer(moved, 1, cancelled));
}

// Whenever it comes, there is no layer, or a whole one.
void CancellingTest::cookingAtAnyMoment()
{
    const auto layer = support::layerAt(at("units.gpkg"));
    const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(100, 100));
    base::Progress unhurried;
    const std::size_t features =
        geo::cookLayer(*layer, view.fromWgs84(), unhurried).features().size();
    int cancelled = 0;
    for (int milliseconds = 0; milliseconds < 60; milliseconds += 4) {
        base::Progress progress;
        if (milliseconds == 0)
            progress.cancel();
        const std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            progress.cancel();
        });
        try {
            QCOMPARE(geo::cookLayer(*layer, view.fromWgs84(), progress).features().size(),
                     features);
        } catch (const base::Cancelled&) {
            ++cancelled;
        }
    }
    QVERIFY(cancelled > 0);
}

QTEST_GUILESS_MAIN(CancellingTest)
#include "cancelling_test.moc"
