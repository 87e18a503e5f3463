// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_cooking.h"
#include "geo/prepared_geometry.h"
#include "tests/support/coverage.h"
#include "tests/support/coverage_file.h"
#include "tests/support/layers.h"
#include "tests/support/map_truth.h"
#include "tests/support/real_data.h"
#include <QTemporaryDir>
#include <QtTest>

// That what a coverage is filled with is true: against QPainter, which knows nothing of arcs, and
// against GEOS, which knows nothing of pictures.
namespace {

using support::painted;
using support::psnr;
using support::Shape;
using support::supersampled;

geo::CookedLayer cooked(const std::vector<Shape>& shapes, const geo::MapView& view)
{
    geo::LayerPreparation preparation(view.fromWgs84());
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        preparation.beginFeature(i);
        for (const support::Polygon& polygon : shapes[i].polygons)
            for (std::size_t k = 0; k < polygon.size(); ++k)
                preparation.add(k == 0 ? geo::PartKind::Outer : geo::PartKind::Hole, polygon[k]);
    }
    base::Progress progress;
    return geo::cookLayer(preparation.finish(progress), view.crs().metresPerUnit(), progress);
}

std::vector<QColor> colorsOf(const std::vector<Shape>& shapes)
{
    std::vector<QColor> colors;
    for (const Shape& shape : shapes)
        colors.push_back(shape.color);
    return colors;
}

} // namespace

class CoverageTruthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithSupersampling_data();
    void agreesWithSupersampling();
    void bothPathsAgree_data();
    void bothPathsAgree();
    void arizonaIsWhatGeosSays_data();
    void arizonaIsWhatGeosSays();
    void aSeededMapIsWhatGeosSays_data();
    void aSeededMapIsWhatGeosSays();

private:
    QTemporaryDir m_folder;
};

void CoverageTruthTest::agreesWithSupersampling_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("sameLevel");
    QTest::addColumn<double>("unsimplified");
    QTest::newRow("full") << 1.0 << 37.0 << 32.0;
    QTest::newRow("tenth") << 0.1 << 44.0 << 40.0;
    QTest::newRow("hundredth") << 0.01 << 52.0 << 60.0;
}

// A hundred cells across are ten pixels each at the full extent.
void CoverageTruthTest::agreesWithSupersampling()
{
    QFETCH(double, share);
    QFETCH(double, sameLevel);
    QFETCH(double, unsimplified);
    const std::vector<Shape> shapes = support::coverage(100, 60, 11);
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(1000, 600));
    const geo::CookedLayer layer = cooked(shapes, view);
    view.fit(layer.box(), 0);
    view.setUnitsPerPixel(view.unitsPerPixel() * share);
    const std::vector<QColor> colors = colorsOf(shapes);
    const QImage image = painted(layer, colors, view);
    const double same =
        psnr(image, supersampled(layer, colors, view, layer.levelFor(view.unitsPerPixel())));
    const double whole = psnr(image, supersampled(layer, colors, view, 0));
    qInfo("%.1f dB at the same level, %.1f dB against every point", same, whole);
    QVERIFY2(same >= sameLevel, qPrintable(QString::number(same)));
    QVERIFY2(whole >= unsimplified, qPrintable(QString::number(whole)));
}

void CoverageTruthTest::bothPathsAgree_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 16; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// One polygon under all the others: then each of them lies over it, and is painted by itself.
void CoverageTruthTest::bothPathsAgree()
{
    QFETCH(unsigned, seed);
    const std::vector<Shape> shapes = support::coverage(12, 8, seed);
    std::vector<Shape> over = shapes;
    over.insert(over.begin(), {{{{{-114, 28}, {-106, 28}, {-106, 34}, {-114, 34}, {-114, 28}}}},
                               QColor(Qt::white)});
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(500, 400));
    const geo::CookedLayer plain = cooked(shapes, view);
    const geo::CookedLayer layered = cooked(over, view);
    std::size_t overlapping = 0;
    for (const auto& feature : layered.features())
        overlapping += (feature.flags & geo::CookedLayer::Overlaps) != 0 ? 1 : 0;
    QCOMPARE(overlapping, shapes.size());
    std::mt19937 random(seed);
    for (const auto& [share, least] :
         {std::pair(1.0, 36.0), std::pair(0.3, 41.0), std::pair(0.05, 46.0)}) {
        view.fit(plain.box(), 0);
        const double width = plain.box().width() * (0.5 - share / 2);
        const double height = plain.box().height() * (0.5 - share / 2);
        std::uniform_real_distribution<double> way(-0.5, 0.5);
        view.setCentre(plain.box().centre() + QPointF(width * way(random), height * way(random)));
        view.setUnitsPerPixel(view.unitsPerPixel() * share);
        const double agreement =
            psnr(painted(plain, colorsOf(shapes), view), painted(layered, colorsOf(over), view));
        QVERIFY2(agreement > least, qPrintable(QString::number(agreement)));
    }
}

void CoverageTruthTest::arizonaIsWhatGeosSays_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("full") << 1.0;
    QTest::newRow("tenth") << 0.1;
    QTest::newRow("hundredth") << 0.01;
}

// Each of 100,000 pixels, drawn as the program does it: read, moved by its pinned operation,
// cooked.
void comparesWithGeos(const QString& path, double share, int fewestAsked)
{
    const auto features = support::layerAt(path);
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(1920, 1080));
    base::Progress progress;
    const geo::CookedLayer layer = geo::cookLayer(*features, view.fromWgs84(), progress);
    view.fit(layer.box(), 0);
    view.setUnitsPerPixel(view.unitsPerPixel() * share);
    const std::vector<QColor> colors = support::randomColors(features->size(), 5);
    const QImage image = support::painted(layer, colors, view);
    support::PolygonsInGeos geos(*features, view.fromWgs84());
    const support::PixelCheck check = support::checkPixels(image, view, colors, geos, 100000, 7);
    qInfo("%d pixels asked, %d of them held", check.asked, check.held);
    QVERIFY(check.asked > fewestAsked);
    QVERIFY2(check.wrong == 0, qPrintable(QStringLiteral("%1, the first at %2, %3")
                                              .arg(check.wrong)
                                              .arg(check.firstWrong.x())
                                              .arg(check.firstWrong.y())));
}

void CoverageTruthTest::arizonaIsWhatGeosSays()
{
    QFETCH(double, share);
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    comparesWithGeos(path, share, 20000);
}

void CoverageTruthTest::aSeededMapIsWhatGeosSays_data()
{
    arizonaIsWhatGeosSays_data();
}

// Five thousand features of 160 points in NAD27, which is a large layer: it is moved by grids.
void CoverageTruthTest::aSeededMapIsWhatGeosSays()
{
    QFETCH(double, share);
    const QString path = m_folder.filePath(QStringLiteral("seeded.gpkg"));
    if (!QFile::exists(path))
        support::writeShapes(path, 4267, support::coverage(80, 60, 23));
    comparesWithGeos(path, share, 20000);
}

QTEST_MAIN(CoverageTruthTest)
#include "coverage_truth_test.moc"
