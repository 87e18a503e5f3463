// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_labels.h"
#include "geo/fonts.h"
#include "geo/layer_cooking.h"
#include "geo/map_text.h"
#include "geo/prepared_geometry.h"
#include "tests/support/layers.h"
#include <QImage>
#include <QPainter>
#include <QtTest>

namespace {

constexpr int Width = 400;
constexpr int Height = 300;

QByteArray feature(const char* name, const QByteArray& type, const QByteArray& coordinates)
{
    return QByteArray("{\"type\":\"Feature\",\"properties\":{\"name\":\"") + name +
           "\",\"nombre_en\":\"" + name + "\",\"nombre_es\":\"" + name + " (es)\"}," +
           "\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
}

QByteArray box(double west, double south, double east, double north)
{
    const auto corner = [](double x, double y) {
        return "[" + QByteArray::number(x) + "," + QByteArray::number(y) + "]";
    };
    return "[[" + corner(west, south) + "," + corner(east, south) + "," + corner(east, north) +
           "," + corner(west, north) + "," + corner(west, south) + "]]";
}

struct Scene
{
    explicit Scene(const QByteArray& features, const QString& field = QStringLiteral("name"),
                   base::Language language = base::Language::English, QPointF panned = {},
                   const std::vector<QRectF>& avoided = {})
        : view(geo::Crs::fromText(QStringLiteral("EPSG:4326")), QSizeF(Width, Height))
    {
        view.fitLonLat({-10, -7.5, 10, 7.5}, 0);
        view.setCentre(view.centre() - panned * view.unitsPerPixel());
        layer = support::layerOf(features);
        geo::Style style;
        style.labelField = field;
        base::Progress progress;
        const geo::CookedLayer prepared =
            geo::cookLayer(geo::prepareLayer(*layer, view.fromWgs84(), progress),
                           view.crs().metresPerUnit(), progress);
        geo::FeatureLabels labels(view.size());
        labels.add(prepared, geo::styleFeatures(*layer, style, language), view, progress);
        for (const QRectF& box : avoided)
            labels.avoid(box);
        image = QImage(Width, Height, QImage::Format_ARGB32_Premultiplied);
        image.fill(QColor(120, 160, 120));
        QPainter painter(&image);
        labels.draw(painter);
    }
    // The bounds of what was written, in pixels.
    QRect written() const
    {
        QRect bounds;
        for (int y = 0; y < Height; ++y)
            for (int x = 0; x < Width; ++x)
                if (image.pixel(x, y) != qRgb(120, 160, 120))
                    bounds |= QRect(x, y, 1, 1);
        return bounds;
    }
    QPointF pixel(double lon, double lat) const { return *view.fromLonLat({lon, lat}); }

    geo::MapView view;
    std::shared_ptr<const geo::FeatureLayer> layer;
    QImage image;
};

} // namespace

class FeatureLabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areasBearTheirNamesInside();
    void aNarrowAreaBearsNone();
    void aConcaveAreaIsNamedWhereItIsWide();
    void pointsBearThemBeside();
    void theLargerComesFirst();
    void eachLanguageItsOwn();
    void noFieldNoWords();
    void staysWhileTheMapIsPanned();
    void whatWouldLeaveThePictureComesIn();
    void linesBearThemAlong();
    void theSameNameIsNotTwiceInARow();
    void keepsClearOfWhatStandsThere();
};

void FeatureLabelsTest::areasBearTheirNamesInside()
{
    const Scene scene(feature("Sonora", "Polygon", box(-4, -3, 6, 3)));
    const QRect words = scene.written();
    const QRectF area(scene.pixel(-4, 3), scene.pixel(6, -3));
    QVERIFY(!words.isEmpty() && area.contains(words));
    QVERIFY(QLineF(words.toRectF().center(), area.center()).length() < 4);
}

void FeatureLabelsTest::aNarrowAreaBearsNone()
{
    QVERIFY(Scene(feature("Sonora", "Polygon", box(-1, -3, 0, 3))).written().isEmpty());
    QVERIFY(!Scene(feature("So", "Polygon", box(-1, -3, 1, 3))).written().isEmpty());
}

void FeatureLabelsTest::aConcaveAreaIsNamedWhereItIsWide()
{
    // A U: its middle is outside it.
    const QByteArray u = "[[[-6,-5],[6,-5],[6,5],[2,5],[2,-1],[-2,-1],[-2,5],[-6,5],[-6,-5]]]";
    const Scene scene(feature("Ures", "Polygon", u));
    const QRect words = scene.written();
    QVERIFY(!words.isEmpty());
    const auto isInside = [&](QPointF at) {
        const auto lonLat = *scene.view.toLonLat(at);
        const bool notch = lonLat.x() > -2 && lonLat.x() < 2 && lonLat.y() > -1;
        return std::abs(lonLat.x()) < 6 && std::abs(lonLat.y()) < 5 && !notch;
    };
    for (const QPoint& corner :
         {words.topLeft(), words.topRight(), words.bottomLeft(), words.bottomRight()})
        QVERIFY(isInside(corner));
}

void FeatureLabelsTest::pointsBearThemBeside()
{
    const Scene scene(feature("Nogales", "Point", "[2,1]"));
    const QRect words = scene.written();
    const QPointF at = scene.pixel(2, 1);
    QVERIFY(!words.isEmpty());
    QVERIFY(words.left() > at.x() + 2 && words.left() < at.x() + 12);
    QVERIFY(words.top() < at.y() && words.bottom() > at.y());
    // Where there is no room beside it within the picture, nothing is cut off.
    QVERIFY(Scene(feature("Nogales", "Point", "[9.8,1]")).written().isEmpty());
}

void FeatureLabelsTest::theLargerComesFirst()
{
    const QByteArray small = feature("mmmm", "Polygon", box(-2, -1, 2, 1));
    const QByteArray large = feature("llllllll", "Polygon", box(-8, -6, 8, 6));
    const QImage both = Scene(small + "," + large).image;
    QCOMPARE(both, Scene(large + "," + small).image);
    QCOMPARE(both, Scene(large).image);
    QVERIFY(both != Scene(small).image);
}

void FeatureLabelsTest::eachLanguageItsOwn()
{
    const QByteArray area = feature("Basin", "Polygon", box(-8, -6, 8, 6));
    const QRect english = Scene(area, QStringLiteral("nombre")).written();
    const QRect spanish = Scene(area, QStringLiteral("nombre"), base::Language::Spanish).written();
    const QFont font = geo::mapFont(11);
    QVERIFY(std::abs(english.width() - geo::textBox(font, QStringLiteral("Basin")).width()) < 6);
    QVERIFY(std::abs(spanish.width() - geo::textBox(font, QStringLiteral("Basin (es)")).width()) <
            6);
}

void FeatureLabelsTest::noFieldNoWords()
{
    const QByteArray area = feature("Basin", "Polygon", box(-8, -6, 8, 6));
    QVERIFY(Scene(area, QString()).written().isEmpty());
    QVERIFY(Scene(area, QStringLiteral("nowhere")).written().isEmpty());
}

// A panned map shows the same words at the same places of the ground, though other features come
// into sight and part of these goes out of it.
void FeatureLabelsTest::staysWhileTheMapIsPanned()
{
    const QByteArray areas = feature("Sonora", "Polygon", box(-6, -5, 4, 5)) + "," +
                             feature("Baja", "Polygon", box(-12, -7, -7, 7)) + "," +
                             feature("Chihuahua", "Polygon", box(5, -7, 14, 7));
    const QRect before = Scene(areas).written();
    const int by = 40; // pixels to the left: Sonora is cut
    const Scene panned(areas, QStringLiteral("name"), base::Language::English, QPointF(-by, 0));
    const Scene still(areas);
    int words = 0;
    for (int y = 0; y < Height; ++y)
        for (int x = 150; x < 250; ++x) { // about the middle of Sonora
            words += still.image.pixel(x, y) != qRgb(120, 160, 120) ? 1 : 0;
            QCOMPARE(panned.image.pixel(x - by, y), still.image.pixel(x, y));
        }
    QVERIFY(words > 50 && !before.isEmpty());
}

void FeatureLabelsTest::whatWouldLeaveThePictureComesIn()
{
    // Its middle is far to the west of the picture.
    const Scene scene(feature("Sonora", "Polygon", box(-40, -5, 0, 5)));
    const QRect words = scene.written();
    const QRectF area(QPointF(0, scene.pixel(0, 5).y()), scene.pixel(0, -5));
    QVERIFY(!words.isEmpty() && area.contains(words));
}

void FeatureLabelsTest::linesBearThemAlong()
{
    const Scene level(feature("Sierra", "LineString", "[[-8,0],[8,0]]"));
    const Scene rising(feature("Sierra", "LineString", "[[-5,-5],[0,0],[5,5]]"));
    const Scene upright(feature("Sierra", "LineString", "[[0,6],[0,-6]]"));
    QVERIFY(level.written().width() > 2 * level.written().height());
    QVERIFY(upright.written().height() > 2 * upright.written().width());
    const QRect slanting = rising.written();
    QVERIFY(std::abs(slanting.width() - slanting.height()) < 6);
    QVERIFY(QLineF(slanting.toRectF().center(), rising.pixel(0, 0)).length() < 4);
    // A line drawn the other way reads the same, and one too short for its words bears none.
    QCOMPARE(Scene(feature("Sierra", "LineString", "[[5,5],[0,0],[-5,-5]]")).image, rising.image);
    QVERIFY(Scene(feature("Sierra", "LineString", "[[0,0],[1,0]]")).written().isEmpty());
}

void FeatureLabelsTest::theSameNameIsNotTwiceInARow()
{
    const QByteArray west = feature("Falla", "LineString", "[[-8,0],[-1,0]]");
    const QByteArray near = feature("Falla", "LineString", "[[-1,0],[5.5,0]]");
    const QByteArray other = feature("Sierra", "LineString", "[[-1,0],[5.5,0]]");
    const QImage one = Scene(west).image;
    QCOMPARE(Scene(west + "," + near).image, one);
    QVERIFY(Scene(west + "," + other).image != one);
}

void FeatureLabelsTest::keepsClearOfWhatStandsThere()
{
    const QByteArray area = feature("Sonora", "Polygon", box(-4, -3, 6, 3));
    const QRect words = Scene(area).written();
    const QRectF box = words.toRectF().adjusted(5, 2, -5, -2);
    QVERIFY(Scene(area, QStringLiteral("name"), base::Language::English, {}, {box})
                .written()
                .isEmpty());
}

QTEST_MAIN(FeatureLabelsTest)
#include "feature_labels_test.moc"
