// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_layer.h"
#include "geo/feature_painter.h"
#include "geo/layer_cooking.h"
#include "geo/map_view.h"
#include "geo/prepared_geometry.h"
#include "tests/support/coverage.h"
#include "tests/support/layers.h"
#include "tests/support/real_data.h"
#include <QPainter>
#include <QPainterPath>
#include <QtTest>

// That what a coverage is filled with is true: against QPainter, which knows nothing of arcs, and
// against GEOS, which knows nothing of pictures.
namespace {

using support::Shape;

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

geo::StyledFeatures fillsOf(const std::vector<QColor>& colors)
{
    geo::StyledFeatures styled;
    styled.symbol.stroke.reset();
    for (const QColor& color : colors) {
        geo::Symbol symbol;
        symbol.fill = color;
        symbol.stroke.reset();
        styled.look.push_back(std::uint32_t(styled.looks.size()));
        styled.looks.push_back(symbol);
    }
    return styled;
}

geo::ToPixels toPixelsOf(const geo::MapView& view)
{
    const QPointF corner = view.toMap({0, 0});
    return {corner.x(), corner.y(), 1 / view.unitsPerPixel()};
}

QImage painted(const geo::CookedLayer& layer, const std::vector<QColor>& colors,
               const geo::MapView& view)
{
    const geo::StyledLayer styled(std::make_shared<const geo::CookedLayer>(layer),
                                  std::make_shared<const geo::StyledFeatures>(fillsOf(colors)));
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    base::Progress progress;
    geo::drawFeatures(image, styled, toPixelsOf(view), 1, 1, progress);
    return image;
}

// Polygon by polygon without anti-aliasing, at four times the resolution, and averaged.
QImage supersampled(const geo::CookedLayer& layer, const std::vector<QColor>& colors,
                    const geo::MapView& view, std::size_t level)
{
    constexpr int Finer = 4;
    const QSize size = view.size().toSize();
    QImage fine(size * Finer, QImage::Format_RGB32);
    fine.fill(Qt::white);
    QPainter painter(&fine);
    painter.setPen(Qt::NoPen);
    const geo::ToPixels toPixels = toPixelsOf(view);
    std::vector<QPointF> points;
    for (const auto& feature : layer.features()) {
        QPainterPath path;
        for (const auto& part : layer.parts(feature)) {
            layer.assemble(part, level, points);
            QPolygonF ring;
            for (const QPointF& point : points)
                ring << toPixels(point) * Finer;
            path.addPolygon(ring);
            path.closeSubpath();
        }
        painter.setBrush(colors[feature.source]);
        painter.drawPath(path);
    }
    painter.end();
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            int sums[3] = {};
            for (int k = 0; k < Finer * Finer; ++k) {
                const QRgb pixel = fine.pixel(x * Finer + k % Finer, y * Finer + k / Finer);
                sums[0] += qRed(pixel);
                sums[1] += qGreen(pixel);
                sums[2] += qBlue(pixel);
            }
            constexpr int All = Finer * Finer;
            image.setPixel(x, y,
                           qRgb((sums[0] + All / 2) / All, (sums[1] + All / 2) / All,
                                (sums[2] + All / 2) / All));
        }
    return image;
}

// Peak signal to noise, decibels.
double psnr(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            for (const int off : {qRed(p) - qRed(q), qGreen(p) - qGreen(q), qBlue(p) - qBlue(q)})
                sum += off * off;
        }
    const double mean = sum / (3.0 * a.width() * a.height());
    return mean > 0 ? 10 * std::log10(255.0 * 255.0 / mean) : 99;
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
    for (unsigned seed = 1; seed <= 12; ++seed)
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
    for (const double share : {1.0, 0.3, 0.05}) {
        view.fit(plain.box(), 0);
        const double width = plain.box().width() * (0.5 - share / 2);
        const double height = plain.box().height() * (0.5 - share / 2);
        std::uniform_real_distribution<double> way(-0.5, 0.5);
        view.setCentre(plain.box().centre() + QPointF(width * way(random), height * way(random)));
        view.setUnitsPerPixel(view.unitsPerPixel() * share);
        const double agreement =
            psnr(painted(plain, colorsOf(shapes), view), painted(layered, colorsOf(over), view));
        QVERIFY2(agreement > 30, qPrintable(QString::number(agreement)));
    }
}

void CoverageTruthTest::arizonaIsWhatGeosSays_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("full") << 1.0;
    QTest::newRow("tenth") << 0.1;
    QTest::newRow("hundredth") << 0.01;
}

void CoverageTruthTest::arizonaIsWhatGeosSays()
{
    QFETCH(double, share);
    VETA_NEEDS_REAL_DATA(path, "geology/az1000k_mapunitpolys_reattached.gpkg");
    const auto features = support::layerAt(path);
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(1920, 1080));
    base::Progress progress;
    const geo::CookedLayer layer = geo::cookLayer(*features, view.fromWgs84(), progress);
    view.fit(layer.box(), 0);
    view.setUnitsPerPixel(view.unitsPerPixel() * share);
    std::mt19937 random(5);
    std::vector<QColor> colors;
    for (std::size_t i = 0; i < features->size(); ++i)
        colors.emplace_back(int(random() % 250), int(random() % 250), int(random() % 250));
    const QImage image = painted(layer, colors, view);

    // The rings where PROJ puts them, every point.
    struct Prepared
    {
        GEOSGeometry* area = nullptr;
        GEOSGeometry* edge = nullptr;
        const GEOSPreparedGeometry* preparedArea = nullptr;
        const GEOSPreparedGeometry* preparedEdge = nullptr;
    };
    GEOSContextHandle_t geos = GEOS_init_r();
    std::vector<Prepared> polygons;
    std::vector<geo::Extent> boxes;
    for (std::size_t i = 0; i < features->size(); ++i) {
        std::vector<GEOSGeometry*> parts;
        std::vector<GEOSGeometry*> rings;
        geo::Extent box;
        const auto close = [&] {
            if (!rings.empty())
                parts.push_back(GEOSGeom_createPolygon_r(geos, rings[0], rings.data() + 1,
                                                         unsigned(rings.size() - 1)));
            rings.clear();
        };
        for (const geo::FeatureLayer::Part& part : features->parts(i)) {
            if (part.kind == geo::PartKind::Outer)
                close();
            std::vector<QPointF> points(features->points(part).begin(),
                                        features->points(part).end());
            view.fromWgs84().forward(points);
            GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(geos, unsigned(points.size()), 2);
            for (unsigned k = 0; k < points.size(); ++k) {
                GEOSCoordSeq_setXY_r(geos, sequence, k, points[k].x(), points[k].y());
                box.add(points[k]);
            }
            rings.push_back(GEOSGeom_createLinearRing_r(geos, sequence));
        }
        close();
        Prepared prepared;
        prepared.area = GEOSGeom_createCollection_r(geos, GEOS_MULTIPOLYGON, parts.data(),
                                                    unsigned(parts.size()));
        prepared.edge = GEOSBoundary_r(geos, prepared.area);
        prepared.preparedArea = GEOSPrepare_r(geos, prepared.area);
        prepared.preparedEdge = GEOSPrepare_r(geos, prepared.edge);
        polygons.push_back(prepared);
        boxes.push_back(box);
    }
    const geo::SpatialIndex index(boxes);
    const double clear = 2 * view.unitsPerPixel();
    int asked = 0;
    int wrong = 0;
    for (int i = 0; i < 100000; ++i) {
        const QPoint pixel(int(random() % 1920), int(random() % 1080));
        const QPointF at = view.toMap(QPointF(pixel) + QPointF(0.5, 0.5));
        GEOSGeometry* point = GEOSGeom_createPointFromXY_r(geos, at.x(), at.y());
        std::vector<std::uint32_t> holders;
        bool nearEdge = false;
        for (const std::uint32_t each :
             index.query({at.x() - clear, at.y() - clear, at.x() + clear, at.y() + clear})) {
            nearEdge = nearEdge || GEOSPreparedDistanceWithin_r(geos, polygons[each].preparedEdge,
                                                                point, clear) == 1;
            if (!nearEdge && GEOSPreparedContains_r(geos, polygons[each].preparedArea, point) == 1)
                holders.push_back(each);
        }
        GEOSGeom_destroy_r(geos, point);
        if (nearEdge || holders.size() > 1)
            continue;
        ++asked;
        const QColor expected = holders.empty() ? QColor(Qt::white) : colors[holders[0]];
        wrong += image.pixel(pixel) == expected.rgb() ? 0 : 1;
    }
    for (const Prepared& each : polygons) {
        GEOSPreparedGeom_destroy_r(geos, each.preparedArea);
        GEOSPreparedGeom_destroy_r(geos, each.preparedEdge);
        GEOSGeom_destroy_r(geos, each.area);
        GEOSGeom_destroy_r(geos, each.edge);
    }
    GEOS_finish_r(geos);
    qInfo("%d pixels asked", asked);
    QVERIFY(asked > 20000);
    QCOMPARE(wrong, 0);
}

QTEST_MAIN(CoverageTruthTest)
#include "coverage_truth_test.moc"
