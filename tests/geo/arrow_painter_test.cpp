// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/arrow_painter.h"
#include <QImage>
#include <QPainter>
#include <QtTest>
#include <cmath>
#include <numbers>

namespace {

geo::MapView viewIn(const char* crs, const geo::Extent& degrees, QSizeF size = {600, 400})
{
    geo::MapView view(geo::Crs::fromText(QString::fromLatin1(crs)), size);
    view.fitLonLat(degrees);
    return view;
}

// Half-way on the sphere (Williams, Aviation Formulary, "intermediate points on a great circle").
QPointF halfWay(QPointF a, QPointF b)
{
    constexpr double Radians = std::numbers::pi / 180;
    const auto unit = [](QPointF p) {
        const double lat = p.y() * Radians;
        const double lon = p.x() * Radians;
        return std::array<double, 3>{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon),
                                     std::sin(lat)};
    };
    const auto u = unit(a);
    const auto v = unit(b);
    const double x = u[0] + v[0];
    const double y = u[1] + v[1];
    const double z = u[2] + v[2];
    return {std::atan2(y, x) / Radians, std::atan2(z, std::hypot(x, y)) / Radians};
}

QImage drawn(const geo::MapView& view, const std::vector<geo::ProjectArrow>& arrows)
{
    geo::MapSnapshot snapshot(view);
    snapshot.arrows = arrows;
    QImage image(view.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    geo::LabelPlaces places(QRectF(QPointF(), view.size()));
    geo::drawArrows(snapshot, painter, places);
    return image;
}

geo::ProjectArrow arrow(std::vector<QPointF> lonLats, const char* label = "",
                        bool distances = false)
{
    return {1, std::move(lonLats), QString::fromUtf8(label), false, distances};
}

bool isInked(const QImage& image, QPointF at)
{
    const QPoint pixel(int(std::floor(at.x())), int(std::floor(at.y())));
    return image.valid(pixel) && qGray(image.pixel(pixel)) < 150;
}

int inked(const QImage& image, const QRect& within)
{
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            count += isInked(image, QPointF(x, y)) ? 1 : 0;
    return count;
}

} // namespace

class ArrowPainterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheGreatCircle_data();
    void followsTheGreatCircle();
    void isCutWhereTheMapTears();
    void nowhereIsNoLine();
    void thereAndBackLieBesideEachOther();
    void anEndOutOfSightStillShowsTheWay();
    void wordsKeepClearOfWhatStandsThere();
    void neighboursAreNotJoined();
};

void ArrowPainterTest::followsTheGreatCircle_data()
{
    QTest::addColumn<QString>("crs");
    QTest::newRow("mercator") << QStringLiteral("EPSG:3857");
    QTest::newRow("lambert") << QStringLiteral("EPSG:6372");
    QTest::newRow("plate carree") << QStringLiteral("EPSG:4326");
}

void ArrowPainterTest::followsTheGreatCircle()
{
    QFETCH(QString, crs);
    const QPointF from(-125, 45);
    const QPointF to(-70, 42);
    const geo::MapView view = viewIn(crs.toLatin1().constData(), {-130, 15, -65, 55});
    const auto pieces = geo::legPixels(view, from, to);
    QCOMPARE(pieces.size(), std::size_t(1));
    QVERIFY(QLineF(pieces[0].front(), *view.fromLonLat(from)).length() < 1e-6);
    QVERIFY(QLineF(pieces[0].back(), *view.fromLonLat(to)).length() < 1e-6);
    const QPointF middle = *view.fromLonLat(halfWay(from, to));
    double nearest = 1e9;
    for (const QPointF& point : pieces[0])
        nearest = std::min(nearest, QLineF(point, middle).length());
    QVERIFY2(nearest < 2, qPrintable(QString::number(nearest)));
    // Drawn there, and (in a map where that is not the same) not along the parallel.
    const QImage image = drawn(view, {arrow({from, to})});
    int found = 0;
    for (int dy = -3; dy <= 3; ++dy)
        found += isInked(image, middle + QPointF(0, dy)) ? 1 : 0;
    QVERIFY(found >= 1);
    if (crs != QStringLiteral("EPSG:6372")) {
        const QPointF straight = *view.fromLonLat({-97.5, 43.5});
        for (int dy = -6; dy <= 6; ++dy)
            QVERIFY(!isInked(image, straight + QPointF(0, dy)));
    }
}

void ArrowPainterTest::isCutWhereTheMapTears()
{
    // From Mexico to Japan by the shorter way, on a map that is torn at 180 degrees.
    const geo::MapView view = viewIn("EPSG:3857", {-179, -60, 179, 60});
    const auto pieces = geo::legPixels(view, {-110, 24}, {140, 36});
    QCOMPARE(pieces.size(), std::size_t(2));
    for (const auto& piece : pieces)
        for (std::size_t i = 1; i < piece.size(); ++i)
            QVERIFY(QLineF(piece[i - 1], piece[i]).length() < 10);
    QVERIFY(pieces[0].back().x() < 20);
    QVERIFY(pieces[1].front().x() > 580);
    const QImage image = drawn(view, {arrow({{-110, 24}, {140, 36}})});
    QVERIFY(inked(image, QRect(250, 0, 100, 400)) == 0); // nothing across the middle
}

void ArrowPainterTest::nowhereIsNoLine()
{
    const geo::MapView view = viewIn("EPSG:6372", {-118, 14, -86, 33});
    QVERIFY(geo::legPixels(view, {-110, 24}, {-110, 24}).empty());
    QVERIFY(geo::legPixels(view, {-110, 24}, {std::nan(""), 24}).empty());
    QCOMPARE(inked(drawn(view, {arrow({{-110, 24}, {std::nan(""), 24}})}), QRect(0, 0, 600, 400)),
             0);
}

void ArrowPainterTest::thereAndBackLieBesideEachOther()
{
    const geo::MapView view = viewIn("EPSG:6372", {-118, 14, -86, 33});
    const QPointF a(-112, 27);
    const QPointF b(-98, 27);
    const QImage alone = drawn(view, {arrow({a, b})});
    const QPointF middle = (*view.fromLonLat(a) + *view.fromLonLat(b)) / 2;
    const auto linesAcross = [&](const QImage& image) {
        int lines = 0;
        bool in = false;
        for (int dy = -40; dy <= 40; ++dy) {
            const bool now = isInked(image, middle + QPointF(0, dy));
            lines += now && !in ? 1 : 0;
            in = now;
        }
        return lines;
    };
    QCOMPARE(linesAcross(alone), 1);
    QCOMPARE(linesAcross(drawn(view, {arrow({a, b, a})})), 2);
    QCOMPARE(linesAcross(drawn(view, {arrow({a, b}), arrow({a, b})})), 2);
    QCOMPARE(linesAcross(drawn(view, {arrow({a, b}), arrow({b, a}), arrow({a, b})})), 3);
}

void ArrowPainterTest::anEndOutOfSightStillShowsTheWay()
{
    geo::MapView view = viewIn("EPSG:6372", {-106, 26, -104, 28});
    const QPointF west(-112, 27);
    const QPointF east(-98, 27);
    const QImage there = drawn(view, {arrow({west, east})});
    const QImage back = drawn(view, {arrow({east, west})});
    QVERIFY(inked(there, QRect(0, 0, 600, 400)) > 600);
    QVERIFY(there != back); // the head half-way points the other way
    view.zoomAt({300, 200}, 1000);
    geo::legPixels(view, west, east); // thousands of pictures long
    view.setCentre(view.toMap(*view.fromLonLat(halfWay(west, east))));
    QVERIFY(inked(drawn(view, {arrow({west, east})}), QRect(0, 0, 600, 400)) > 300);
}

void ArrowPainterTest::wordsKeepClearOfWhatStandsThere()
{
    const geo::MapView view = viewIn("EPSG:6372", {-118, 14, -86, 33});
    geo::MapSnapshot snapshot(view);
    snapshot.arrows = {arrow({{-112, 27}, {-98, 27}}, "Cobre", true)};
    const auto picture = [&](bool blocked) {
        QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        geo::LabelPlaces places(QRectF(0, 0, 600, 400));
        if (blocked)
            places.block(QRectF(0, 0, 600, 400));
        geo::drawArrows(snapshot, painter, places);
        return image;
    };
    const int words =
        inked(picture(false), QRect(0, 0, 600, 400)) - inked(picture(true), QRect(0, 0, 600, 400));
    QVERIFY2(words > 150, qPrintable(QString::number(words)));
}

void ArrowPainterTest::neighboursAreNotJoined()
{
    // Two sites whose symbols touch: an arrow between them could not be seen.
    const geo::MapView view = viewIn("EPSG:6372", {-118, 14, -86, 33});
    QCOMPARE(inked(drawn(view, {arrow({{-105, 27}, {-104.9, 27}}, "Near", true)}),
                   QRect(0, 0, 600, 400)),
             0);
}

QTEST_MAIN(ArrowPainterTest)
#include "arrow_painter_test.moc"
