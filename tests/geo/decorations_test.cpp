// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/decorations.h"
#include "tests/support/golden_image.h"
#include <QPainter>
#include <QtTest>
#include <cmath>
#include <geodesic.h>

namespace {

geo::MapView viewOf(const QString& crs, const geo::Extent& degrees, QSizeF size = {800, 600})
{
    geo::MapView view(geo::Crs::fromText(crs), size);
    view.fitLonLat(degrees);
    return view;
}

double geodesic(QPointF a, QPointF b)
{
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
    double metres = 0;
    geod_inverse(&ellipsoid, a.y(), a.x(), b.y(), b.x(), &metres, nullptr, nullptr);
    return metres;
}

} // namespace

class DecorationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scaleBarMeasuresRight_data();
    void scaleBarMeasuresRight();
    void scaleBarSpeaksTheLanguage();
    void scaleBarOfHalfTheGlobeStaysShort();
    void northIsTrue_data();
    void northIsTrue();
    void graticuleLiesOnItsDegrees_data();
    void graticuleLiesOnItsDegrees();
    void graticuleMarksSayWhereTheyAre();
    void graticuleSpeaksTheLanguage();
    void matchesGolden();
};

void DecorationsTest::scaleBarMeasuresRight_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<double>("degrees"); // half the height of the view
    for (const char* crs : {"EPSG:6372", "EPSG:3857", "EPSG:4326", "EPSG:32612"})
        for (const double degrees : {8.0, 1.0, 0.01, 0.00005})
            QTest::addRow("%s %g", crs, degrees) << QString::fromLatin1(crs) << degrees;
}

void DecorationsTest::scaleBarMeasuresRight()
{
    QFETCH(QString, crs);
    QFETCH(double, degrees);
    const geo::MapView view =
        viewOf(crs, {-111 - degrees, 32 - degrees, -111 + degrees, 32 + degrees});
    const struct
    {
        geo::ScaleBar bar;
        double unit;
        double smallUnit;
    } bars[] = {{geo::metricScaleBar(view, 180, base::Language::English), 1000, 1},
                {geo::mileScaleBar(view, 180, base::Language::English), 1609.344, 0.3048}};
    for (const auto& [bar, unit, smallUnit] : bars) {
        QVERIFY2(bar.pixels <= 185 && bar.pixels > 180 / 2.6, qPrintable(bar.text));
        const auto west = view.toLonLat({400 - bar.pixels / 2, 300});
        const auto east = view.toLonLat({400 + bar.pixels / 2, 300});
        QVERIFY(std::fabs(geodesic(*west, *east) / bar.metres - 1) < 2e-4);
        // A round number of its unit, and the one that is written.
        const bool small =
            bar.text.endsWith(QStringLiteral(" m")) || bar.text.endsWith(QStringLiteral(" ft"));
        const double units = bar.metres / (small ? smallUnit : unit);
        const double leading = units / std::pow(10, std::floor(std::log10(units) + 1e-9));
        QVERIFY(std::fabs(leading - 1) < 1e-6 || std::fabs(leading - 2) < 1e-6 ||
                std::fabs(leading - 5) < 1e-6);
        QString number = bar.text.section(u' ', 0, 0);
        number.remove(u',');
        QVERIFY(std::fabs(number.toDouble() - units) < 1e-6);
    }
}

void DecorationsTest::scaleBarSpeaksTheLanguage()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:3857"), {-179, -60, 179, 60});
    const geo::ScaleBar bar = geo::metricScaleBar(view, 180, base::Language::English);
    QVERIFY(bar.metres >= 1e6);
    QVERIFY(bar.text.contains(QLatin1Char(',')));
    QVERIFY(geo::metricScaleBar(view, 180, base::Language::Spanish)
                .text.endsWith(QStringLiteral(" km")));
}

void DecorationsTest::scaleBarOfHalfTheGlobeStaysShort()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:3413"), {-179, -80, 179, 80});
    QVERIFY(geo::metricScaleBar(view, 180, base::Language::English).pixels < 400);
    QVERIFY(geo::mileScaleBar(view, 180, base::Language::English).pixels < 400);
}

void DecorationsTest::northIsTrue_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<QPointF>("place");
    QTest::newRow("west of the meridian") << QStringLiteral("EPSG:6372") << QPointF(-115, 30);
    QTest::newRow("east of it") << QStringLiteral("EPSG:6372") << QPointF(-90, 20);
    QTest::newRow("on it") << QStringLiteral("EPSG:6372") << QPointF(-102, 25);
    QTest::newRow("polar") << QStringLiteral("EPSG:3413") << QPointF(100, 70);
    QTest::newRow("mercator") << QStringLiteral("EPSG:3857") << QPointF(20, 50);
}

void DecorationsTest::northIsTrue()
{
    QFETCH(QString, crs);
    QFETCH(QPointF, place);
    geo::MapView view(geo::Crs::fromText(crs), QSizeF(800, 600));
    view.fitLonLat({place.x() - 0.5, place.y() - 0.5, place.x() + 0.5, place.y() + 0.5});
    // Against the way to a place some kilometres due north, by the geodesic of azimuth 0.
    const auto here = view.toLonLat({400, 300});
    geod_geodesic ellipsoid{};
    geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
    double lat = 0;
    double lon = 0;
    geod_direct(&ellipsoid, here->y(), here->x(), 0, 5000, &lat, &lon, nullptr);
    const QPointF way = *view.fromLonLat({lon, lat}) - QPointF(400, 300);
    const double expected = qRadiansToDegrees(std::atan2(way.x(), -way.y()));
    QVERIFY(std::fabs(std::remainder(geo::northDirection(view) - expected, 360)) < 0.05);
    if (crs == QStringLiteral("EPSG:6372")) {
        // Meridians lean towards the central one: east of up in the west, west of up in the east.
        const double lean = -102 - here->x();
        QVERIFY(lean * expected > -1e-6);
    }
}

void DecorationsTest::graticuleLiesOnItsDegrees_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<double>("half");
    for (const char* crs : {"EPSG:6372", "EPSG:3857", "EPSG:4326"})
        for (const double half : {12.0, 3.0, 0.2, 0.01})
            QTest::addRow("%s %g", crs, half) << QString::fromLatin1(crs) << half;
}

void DecorationsTest::graticuleLiesOnItsDegrees()
{
    QFETCH(QString, crs);
    QFETCH(double, half);
    const geo::MapView view = viewOf(crs, {-108 - half, 28 - half, -108 + half, 28 + half});
    const geo::Graticule graticule = geo::graticuleOf(view, base::Language::English);
    QVERIFY(graticule.stepDegrees > 0);
    QVERIFY2(graticule.lines.size() >= 4 && graticule.lines.size() <= 30,
             qPrintable(QString::number(graticule.lines.size())));
    const QRectF frame = QRectF(QPointF(), view.size()).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
    for (const auto& line : graticule.lines) {
        for (const QPointF& point : line) {
            QVERIFY(frame.contains(point));
            const auto at = view.toLonLat(point);
            const auto off = [&](double value) {
                return std::fabs(std::remainder(value, graticule.stepDegrees)) /
                       graticule.stepDegrees;
            };
            QVERIFY(std::min(off(at->x()), off(at->y())) < 2e-3);
        }
    }
}

void DecorationsTest::graticuleMarksSayWhereTheyAre()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:6372"), {-120, 18, -96, 38});
    const geo::Graticule graticule = geo::graticuleOf(view, base::Language::English);
    int asked = 0;
    for (const geo::Graticule::Mark& mark : graticule.marks) {
        const auto at = view.toLonLat(mark.at);
        const bool west = mark.text.endsWith(QStringLiteral("W"));
        const double written = mark.text.section(QStringLiteral("°"), 0, 0).toDouble();
        QVERIFY(std::fabs((west ? -at->x() : at->y()) - written) < 0.02);
        QCOMPARE(west, mark.edge == Qt::TopEdge || mark.edge == Qt::BottomEdge);
        ++asked;
    }
    QVERIFY(asked >= 8);
}

void DecorationsTest::graticuleSpeaksTheLanguage()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:4326"), {-111.3, 30.2, -110.2, 31.1});
    for (const geo::Graticule::Mark& mark : geo::graticuleOf(view, base::Language::English).marks)
        QVERIFY2(mark.text.contains(QStringLiteral("°")) &&
                     (mark.text.endsWith(u'W') || mark.text.endsWith(u'N')),
                 qPrintable(mark.text));
}

void DecorationsTest::matchesGolden()
{
    const geo::MapView view = viewOf(QStringLiteral("EPSG:6372"), {-119, 14, -86, 34}, {480, 360});
    QImage image(480, 360, QImage::Format_RGB32);
    image.fill(QColor(0xf4, 0xf1, 0xe8));
    QPainter painter(&image);
    geo::drawGraticule(painter, view, base::Language::English);
    geo::drawScaleBar(painter, view, {12, 348}, base::Language::English);
    geo::drawNorthArrow(painter, view, {450, 50}, base::Language::English);
    painter.end();
    QCOMPARE(support::differsFromGolden(image, QStringLiteral("geo/decorations.png")), QString());
}

QTEST_MAIN(DecorationsTest)
#include "decorations_test.moc"
