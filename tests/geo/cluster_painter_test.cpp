// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/cluster_painter.h"

#include "base/error.h"
#include "tests/support/golden_image.h"
#include <QPainter>
#include <QtTest>
#include <algorithm>
#include <cmath>

namespace {

geo::SiteCluster cluster(QPointF at, double radius, std::vector<std::pair<QString, qint64>> kinds)
{
    geo::SiteCluster cluster{at, radius, 0, {}, std::move(kinds)};
    for (const auto& [kind, count] : cluster.kinds)
        cluster.count += count;
    return cluster;
}

std::vector<geo::SiteCluster> some()
{
    const QString mine = QStringLiteral("mine");
    const QString plant = QStringLiteral("processing_plant");
    const QString deposit = QStringLiteral("deposit");
    return {cluster({30, 30}, 13, {{mine, 2}}),
            cluster({80.4, 31.7}, 19, {{mine, 50}, {plant, 30}, {deposit, 20}}),
            cluster({140, 40}, 26, {{deposit, 3000}, {mine, 1}}),
            cluster({200, 45}, 32, {{plant, 90000}, {mine, 50000}, {deposit, 9999}}),
            cluster({238, 90}, 23, {{mine, 600}, {plant, 400}})}; // partly outside
}

QImage empty(double ratio)
{
    QImage image(QSize(240, 100) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(QColor(0x7a, 0x99, 0x66)); // ground
    return image;
}

QImage laid(double ratio, base::Language language)
{
    QImage image = empty(ratio);
    base::Progress progress;
    geo::layClusters(image, some(), language, progress);
    return image;
}

} // namespace

class ClusterPainterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTwoWaysAgree_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }
    // Pixel by pixel against QPainter's: the same within what the two kinds of anti-aliasing
    // differ at edges; figures lie at whole pixels here, so of them only the ink is compared.
    void theTwoWaysAgree()
    {
        QFETCH(double, ratio);
        const QImage ours = laid(ratio, base::Language::English);
        QImage theirs = empty(ratio);
        QPainter painter(&theirs);
        for (const geo::SiteCluster& each : some())
            geo::drawCluster(painter, each, base::Language::English);
        painter.end();
        double squares = 0;
        double ourInk = 0;
        double theirInk = 0;
        const auto inNumber = [&](int x, int y) {
            const auto all = some();
            return std::any_of(all.begin(), all.end(), [&](const geo::SiteCluster& each) {
                return std::hypot(x / ratio - each.at.x(), y / ratio - each.at.y()) <
                       each.radius - 6;
            });
        };
        for (int y = 0; y < ours.height(); ++y)
            for (int x = 0; x < ours.width(); ++x) {
                const QRgb a = ours.pixel(x, y);
                const QRgb b = theirs.pixel(x, y);
                if (inNumber(x, y)) {
                    ourInk += 255 - qGray(a);
                    theirInk += 255 - qGray(b);
                    continue;
                }
                for (const int d : {qRed(a) - qRed(b), qGreen(a) - qGreen(b), qBlue(a) - qBlue(b)})
                    squares += d * d;
            }
        const double psnr =
            10 * std::log10(255.0 * 255 * 3 * ours.width() * ours.height() / squares);
        QVERIFY2(psnr > 30, qPrintable(QString::number(psnr)));
        QVERIFY2(std::abs(ourInk / theirInk - 1) < 0.03,
                 qPrintable(QString::number(ourInk / theirInk)));
    }

    // A quarter of the ring for a quarter of the sites, from the top with the clock.
    void theRingTellsTheShares()
    {
        QImage image = empty(1);
        base::Progress progress;
        const QString mine = QStringLiteral("mine");
        const QString plant = QStringLiteral("processing_plant");
        geo::layClusters(image, {cluster({100.5, 50.5}, 20, {{plant, 3}, {mine, 1}})},
                         base::Language::English, progress);
        const auto at = [&](double degrees) {
            const double angle = degrees * 3.14159265358979 / 180;
            return image.pixel(int(std::floor(100.5 + 18 * std::sin(angle))),
                               int(std::floor(50.5 - 18 * std::cos(angle))));
        };
        const QRgb blue = at(90);
        const QRgb red = at(315);
        QVERIFY(blue != red);
        for (const double degrees : {15.0, 45.0, 135.0, 180.0, 225.0, 255.0})
            QCOMPARE(at(degrees), blue);
        for (const double degrees : {285.0, 300.0, 330.0, 345.0})
            QCOMPARE(at(degrees), red);
    }

    void numbersAreTheReaders()
    {
        QVERIFY(laid(1, base::Language::English) == laid(1, base::Language::Spanish));
        QCOMPARE(support::differsFromGolden(laid(2, base::Language::English),
                                            QStringLiteral("geo/clusters.png")),
                 QString());
    }

    void cancelled()
    {
        QImage image = empty(1);
        base::Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(
            base::Cancelled, geo::layClusters(image, some(), base::Language::English, progress));
    }
};

QTEST_MAIN(ClusterPainterTest)
#include "cluster_painter_test.moc"
