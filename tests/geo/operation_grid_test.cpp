// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/operation_grid.h"

#include <QtTest>
#include <cmath>
#include <random>

class OperationGridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithProj_data();
    void agreesWithProj();
    void refusesWhatItCannotHold();
    void outsideIsExact();
};

namespace {

geo::Operation operationTo(const QString& crs)
{
    return geo::Operation::between(geo::Crs::wgs84(), geo::Crs::fromText(crs));
}

} // namespace

void OperationGridTest::agreesWithProj_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<QRectF>("degrees");
    QTest::newRow("border, Lambert") << "EPSG:6372" << QRectF(-118, 24, 21, 10);
    QTest::newRow("North America, Albers") << "ESRI:102008" << QRectF(-130, 15, 60, 45);
    QTest::newRow("UTM") << "EPSG:32612" << QRectF(-114, 25, 6, 10);
    QTest::newRow("Mercator") << "EPSG:3857" << QRectF(-120, -10, 30, 45);
    QTest::newRow("a mine") << "EPSG:6372" << QRectF(-110.3, 30.9, 0.02, 0.01);
}

void OperationGridTest::agreesWithProj()
{
    QFETCH(QString, crs);
    QFETCH(QRectF, degrees);
    constexpr double Tolerance = 0.02; // metres
    const geo::Operation operation = operationTo(crs);
    const geo::Extent extent{degrees.left(), degrees.top(), degrees.right(), degrees.bottom()};
    const auto grid = geo::OperationGrid::over(operation, extent, Tolerance);
    QVERIFY(grid.has_value());
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(extent.west, extent.east);
    std::uniform_real_distribution<double> lat(extent.south, extent.north);
    std::vector<QPointF> points;
    for (int i = 0; i < 200000; ++i)
        points.emplace_back(lon(random), lat(random));
    std::vector<QPointF> exact = points;
    operation.forward(exact);
    grid->forward(points);
    double worst = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        worst =
            std::max(worst, std::hypot(points[i].x() - exact[i].x(), points[i].y() - exact[i].y()));
    QVERIFY2(worst <= Tolerance, qPrintable(QString::number(worst)));
    QVERIFY(grid->worst() <= Tolerance);
}

void OperationGridTest::refusesWhatItCannotHold()
{
    // Across the meridian where the projection tears, and up to a pole that lies at infinity.
    const geo::Operation lambert = operationTo(QStringLiteral("EPSG:6372"));
    QVERIFY(!geo::OperationGrid::over(lambert, {60, 20, 100, 40}, 0.02));
    const geo::Operation mercator = operationTo(QStringLiteral("EPSG:3857"));
    QVERIFY(!geo::OperationGrid::over(mercator, {-120, 60, -60, 90}, 0.02));
    QVERIFY(!geo::OperationGrid::over(mercator, {}, 0.02));
    QVERIFY(!geo::OperationGrid::over(mercator, {-110, 30, -110, 31}, 0.02));
}

void OperationGridTest::outsideIsExact()
{
    const geo::Operation operation = operationTo(QStringLiteral("EPSG:6372"));
    const auto grid = geo::OperationGrid::over(operation, {-110, 25, -100, 30}, 0.02);
    QVERIFY(grid.has_value());
    std::vector<QPointF> points{{-115, 32}, {-95, 20}, {-100.0001, 24}};
    std::vector<QPointF> exact = points;
    operation.forward(exact);
    grid->forward(points);
    QCOMPARE(points, exact);
}

QTEST_APPLESS_MAIN(OperationGridTest)
#include "operation_grid_test.moc"
