// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_cooking.h"
#include "geo/prepared_geometry.h"
#include "tests/support/coverage.h"
#include "tests/support/golden_image.h"
#include "tests/support/map_truth.h"
#include <QtTest>
#include <cmath>

// Shapes that are easily drawn wrong, each beside neighbours that share its edges: a golden image
// with outlines, and the fills against QPainter's.
namespace {

using support::Polygon;
using support::Ring;
using support::Shape;

const QColor Red(0xd0, 0x60, 0x50);
const QColor Blue(0x30, 0x60, 0xb0);
const QColor Green(0x60, 0xa0, 0x60);
const QColor Ochre(0xc0, 0xa0, 0x40);
const QColor Violet(0x80, 0x50, 0xa0);

// The same points whichever way round it is asked for.
Ring gentle(QPointF a, QPointF b)
{
    constexpr int Points = 12;
    if (std::pair(b.x(), b.y()) < std::pair(a.x(), a.y())) {
        Ring ring = gentle(b, a);
        std::reverse(ring.begin(), ring.end());
        return ring;
    }
    Ring ring = support::wavy(a, b, Points);
    for (int i = 1; i < Points; ++i) {
        const QPointF chord = a + (b - a) * (double(i) / Points);
        ring[std::size_t(i)] = chord + 0.3 * (ring[std::size_t(i)] - chord);
    }
    return ring;
}

// Wavy edges from corner to corner and back to the first: two shapes that name the same two
// corners one after the other have that edge in common.
Ring outline(const std::vector<QPointF>& corners)
{
    Ring ring;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Ring edge = gentle(corners[i], corners[(i + 1) % corners.size()]);
        ring.insert(ring.end(), edge.begin(), edge.end() - 1);
    }
    ring.push_back(ring.front());
    return ring;
}

Ring reversed(Ring ring)
{
    std::reverse(ring.begin(), ring.end());
    return ring;
}

// Every point of it so many times.
Ring repeated(const Ring& ring, int times)
{
    Ring result;
    for (const QPointF& point : ring)
        result.insert(result.end(), std::size_t(times), point);
    return result;
}

// A way to a place and back by the same points, from the point of the ring that is nearest to it.
Ring withSpike(Ring ring, QPointF tip)
{
    const auto distance = [&](QPointF a) { return std::hypot(a.x() - tip.x(), a.y() - tip.y()); };
    const auto foot = std::min_element(ring.begin() + 1, ring.end() - 1, [&](QPointF a, QPointF b) {
        return distance(a) < distance(b);
    });
    const QPointF base = *foot;
    ring.insert(foot + 1, {(base + tip) / 2, tip, (base + tip) / 2, base});
    return ring;
}

// The frame is 16 by 12; what stands in it is framed by the corners of an inner rectangle.
const QPointF A(1, 1);
const QPointF B(15, 1);
const QPointF C(15, 11);
const QPointF D(1, 11);
const QPointF South(8, 1);
const QPointF North(8, 11);

std::vector<Shape> holes()
{
    const Ring left = outline({{3, 3}, {7, 3}, {7, 9}, {3, 9}});
    const Ring right = outline({{9, 3}, {13, 3}, {13, 9}, {9, 9}});
    return {{{{outline({A, B, C, D}), left, right}}, Red}, {{{left}}, Blue}};
}

std::vector<Shape> islands()
{
    const Ring lake = outline({{3, 2.5}, {13, 2.5}, {13, 9.5}, {3, 9.5}});
    const Ring island = outline({{5, 4}, {11, 4}, {11, 8}, {5, 8}});
    const Ring pond = outline({{7, 5}, {9, 5}, {9, 7}, {7, 7}});
    return {{{{outline({A, B, C, D}), lake}}, Red}, // land
            {{{lake, island}}, Blue},
            {{{island, pond}}, Green}, // and what lies in its pond is open ground
            {{{outline({{7.5, 5.5}, {8.5, 5.5}, {8.5, 6.5}, {7.5, 6.5}})}}, Ochre}};
}

std::vector<Shape> multipolygons()
{
    const QPointF s1(6, 1), s2(10, 1), n1(6, 11), n2(10, 11);
    const Ring hole = outline({{2.5, 4}, {4.5, 4}, {4.5, 7}, {2.5, 7}});
    return {{{{outline({A, s1, n1, D}), hole}, {outline({s2, B, C, n2})}}, Red},
            {{{outline({s1, s2, n2, n1})}, {hole}}, Blue}};
}

std::vector<Shape> reversedRings()
{
    const QPointF s1(6, 1), s2(10, 1), n1(6, 11), n2(10, 11);
    const Ring hole = outline({{7, 4}, {9, 4}, {9, 7}, {7, 7}});
    return {{{{outline({A, s1, n1, D})}}, Red},
            {{{reversed(outline({s1, s2, n2, n1})), reversed(hole)}}, Blue}, // both as drawn
            {{{hole}}, Ochre},
            {{{outline({s2, B, C, n2}), outline({{11.5, 4}, {13.5, 4}, {13.5, 7}, {11.5, 7}})}},
             Green}}; // its hole runs as its outer ring does
}

std::vector<Shape> spikes()
{
    // Into the neighbour, who knows nothing of it; out of the map; and into itself.
    Ring left = withSpike(outline({A, South, North, D}), {11.5, 6});
    left = withSpike(left, {0.2, 6});
    return {{{{left}}, Red}, {{{withSpike(outline({South, B, C, North}), {13, 8.5})}}, Blue}};
}

std::vector<Shape> duplicates()
{
    const Ring hole = outline({{10, 4}, {13, 4}, {13, 8}, {10, 8}});
    return {{{{repeated(outline({A, South, North, D}), 3)}}, Red},
            {{{outline({South, B, C, North}), repeated(hole, 2)}}, Blue},
            {{{hole}}, Ochre}};
}

std::vector<Shape> touchingThemselves()
{
    // A ring round two bays, which it closes at a point each; a neighbour fills one of them. A hole
    // that touches the outer ring, and a ring of two parts that meet in a point.
    const QPointF gate(4, 1), gate2(8, 11);
    const Ring bay = outline({gate, {6, 4}, {4, 6}, {2, 4}});
    const Ring bay2 = outline({gate2, {6, 9}, {8, 7}, {10, 9}});
    Ring ring = outline({A, gate, B, C, gate2, D});
    const auto insertAt = [&ring](QPointF place, const Ring& loop) {
        const auto at = std::find(ring.begin(), ring.end(), place);
        ring.insert(at + 1, loop.begin() + 1, loop.end());
    };
    insertAt(gate, reversed(bay));
    insertAt(gate2, reversed(bay2));
    const Ring hole = outline({B, {14, 5}, {11, 4}});
    return {{{{ring, hole}}, Red}, {{{bay}}, Blue}, {{{hole}}, Ochre}};
}

// Each half of an 8 has neighbours on all sides of it.
std::vector<Shape> crossingItself()
{
    const QPointF middle(8, 6);
    return {{{{{A, C, B, D, A}}}, Violet},
            {{{{A, B, middle, A}}}, Green},
            {{{{D, middle, C, D}}}, Ochre}};
}

} // namespace

class AwkwardShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksRight_data();
    void looksRight();
    void roundTheNorthPole_data();
    void roundTheNorthPole();

private:
    static std::shared_ptr<const geo::CookedLayer> cooked(const std::vector<Shape>& shapes,
                                                          const geo::MapView& view)
    {
        geo::LayerPreparation preparation(view.fromWgs84());
        for (std::uint32_t i = 0; i < shapes.size(); ++i) {
            preparation.beginFeature(i);
            for (const Polygon& polygon : shapes[i].polygons)
                for (std::size_t k = 0; k < polygon.size(); ++k)
                    preparation.add(k == 0 ? geo::PartKind::Outer : geo::PartKind::Hole,
                                    polygon[k]);
        }
        base::Progress progress;
        return std::make_shared<const geo::CookedLayer>(
            geo::cookLayer(preparation.finish(progress), view.crs().metresPerUnit(), progress));
    }
    static std::vector<QColor> colorsOf(const std::vector<Shape>& shapes)
    {
        std::vector<QColor> colors;
        for (const Shape& shape : shapes)
            colors.push_back(shape.color);
        return colors;
    }
    static QImage outlined(const std::shared_ptr<const geo::CookedLayer>& layer,
                           const std::vector<Shape>& shapes, const geo::MapView& view)
    {
        geo::StyledFeatures looks = support::fillsOf(colorsOf(shapes));
        for (geo::Symbol& symbol : looks.looks)
            symbol.stroke = QColor(0x40, 0x40, 0x40);
        looks.symbol.stroke = QColor(0x40, 0x40, 0x40);
        QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        base::Progress progress;
        geo::drawFeatures(image,
                          {layer, std::make_shared<const geo::StyledFeatures>(std::move(looks))},
                          support::toPixelsOf(view), 1, 1, progress);
        return image;
    }
};

void AwkwardShapesTest::looksRight_data()
{
    QTest::addColumn<std::vector<Shape>>("shapes");
    QTest::newRow("holes") << holes();
    QTest::newRow("islands") << islands();
    QTest::newRow("multipolygons") << multipolygons();
    QTest::newRow("reversed_rings") << reversedRings();
    QTest::newRow("spikes") << spikes();
    QTest::newRow("duplicate_vertices") << duplicates();
    QTest::newRow("self_touching") << touchingThemselves();
    QTest::newRow("self_crossing") << crossingItself();
}

void AwkwardShapesTest::looksRight()
{
    QFETCH(std::vector<Shape>, shapes);
    geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:4326")), QSizeF(240, 180));
    view.setCentre({8, 6});
    view.setUnitsPerPixel(16.0 / 240);
    const auto layer = cooked(shapes, view);
    QCOMPARE(support::differsFromGolden(
                 outlined(layer, shapes, view),
                 QStringLiteral("geo/shapes_%1.png").arg(QLatin1String(QTest::currentDataTag()))),
             QString());
    const std::vector<QColor> colors = colorsOf(shapes);
    const double alike = support::psnr(
        support::painted(*layer, colors, view),
        support::supersampled(*layer, colors, view, layer->levelFor(view.unitsPerPixel())));
    QVERIFY2(alike > 37, qPrintable(QString::number(alike)));
}

void AwkwardShapesTest::roundTheNorthPole_data()
{
    QTest::addColumn<QString>("crs");
    QTest::newRow("3413") << QStringLiteral("EPSG:3413");
    QTest::newRow("3995") << QStringLiteral("EPSG:3995");
}

// A cap whose ring does not say that it goes round the pole, a hole in it, and three neighbours
// that share its edge, one of them across 180 degrees.
void AwkwardShapesTest::roundTheNorthPole()
{
    QFETCH(QString, crs);
    const auto edge = [](int lon) {
        return QPointF(lon, 75 + 4 * std::sin(lon * std::numbers::pi / 60));
    };
    Ring cap;
    for (int lon = -180; lon <= 180; lon += 5)
        cap.push_back(edge(lon));
    const auto neighbour = [&](int west, int east) {
        Ring ring;
        for (int lon = west; lon <= east; lon += 5)
            ring.emplace_back(lon, 60);
        for (int lon = east; lon >= west; lon -= 5)
            ring.push_back(edge(lon > 180 ? lon - 360 : lon) + QPointF(lon > 180 ? 360 : 0, 0));
        ring.push_back(ring.front());
        return ring;
    };
    const Ring hole{{20, 82}, {60, 82}, {60, 86}, {20, 86}, {20, 82}};
    const std::vector<Shape> shapes{{{{cap, hole}}, Blue},
                                    {{{neighbour(-120, 0)}}, Red},
                                    {{{neighbour(0, 120)}}, Green},
                                    {{{neighbour(120, 240)}}, Ochre}};
    geo::MapView view(geo::Crs::fromText(crs), QSizeF(240, 240));
    view.setCentre({0, 0});
    view.setUnitsPerPixel(30000);
    const auto layer = cooked(shapes, view);
    const QImage image = support::painted(*layer, colorsOf(shapes), view);
    // Each pixel by where it lies on the globe; within a degree and a half of an edge anything
    // goes.
    const auto colorAt = [&](double lon, double lat) {
        const double turned = lon < -120 ? lon + 360 : lon;
        if (lat < 60)
            return QColor(Qt::white);
        if (lat > 75 + 4 * std::sin(lon * std::numbers::pi / 60))
            return lon > 20 && lon < 60 && lat > 82 && lat < 86 ? QColor(Qt::white) : Blue;
        return turned < 0 ? Red : turned < 120 ? Green : Ochre;
    };
    int seen = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QPointF pixel = QPointF(x, y) + QPointF(0.5, 0.5);
            const auto at = view.toLonLat(pixel);
            QVERIFY(at.has_value());
            const QColor color = colorAt(at->x(), at->y());
            bool clear = true;
            for (const QPointF& off : {QPointF(2, 0),
                                       {-2, 0},
                                       {0, 2},
                                       {0, -2},
                                       {1.5, 1.5},
                                       {-1.5, 1.5},
                                       {1.5, -1.5},
                                       {-1.5, -1.5}}) {
                const auto beside = view.toLonLat(pixel + off);
                clear = clear && beside && colorAt(beside->x(), beside->y()) == color;
            }
            if (!clear)
                continue;
            ++seen;
            QVERIFY2(QColor(image.pixel(x, y)).name() == color.name(),
                     qPrintable(QStringLiteral("%1 %2").arg(at->x()).arg(at->y())));
        }
    QVERIFY2(seen > 40000, qPrintable(QString::number(seen)));
    QCOMPARE(
        support::differsFromGolden(
            outlined(layer, shapes, view),
            QStringLiteral("geo/north_pole_%1.png").arg(QLatin1String(QTest::currentDataTag()))),
        QString());
}

QTEST_MAIN(AwkwardShapesTest)
#include "awkward_shapes_test.moc"
