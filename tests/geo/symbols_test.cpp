// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/symbols.h"
#include "tests/support/golden_image.h"
#include <QPainter>
#include <QtTest>
#include <cmath>

namespace {

const QStringList Kinds{QStringLiteral("mine"),
                        QStringLiteral("deposit"),
                        QStringLiteral("prospect"),
                        QStringLiteral("processing_plant"),
                        QStringLiteral("smelter_refinery"),
                        QStringLiteral("manufacturing_plant"),
                        QStringLiteral("waste"),
                        QString()};
const QStringList Stages{QStringLiteral("production"),  QStringLiteral("construction"),
                         QStringLiteral("feasibility"), QStringLiteral("exploration"),
                         QStringLiteral("closed"),      QString()};

QImage onWhite(const geo::SiteLook& look, int size, double ratio)
{
    const QImage symbol = geo::siteImage(look, size, ratio);
    QImage image(symbol.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.drawImage(0, 0, symbol);
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

// The outline alone, as black on white: what is left when every colour is taken away.
QImage shapeOnly(geo::SiteShape shape, int size)
{
    QImage image(size, size, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size / 2.0, size / 2.0);
    painter.scale(size * 0.9, size * 0.9);
    painter.fillPath(geo::siteOutline(shape), Qt::black);
    return image;
}

double meanDifference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / (a.width() * a.height());
}

} // namespace

class SymbolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesDifferWithoutColour();
    void kindsAndStagesDifferInGrey();
    void outlinesFitTheirBox();
    void unknownKeysHaveALook();
    void uprightEdgesAreCrisp_data();
    void uprightEdgesAreCrisp();
    void selectionShows();
    void matchesGolden();
};

void SymbolsTest::shapesDifferWithoutColour()
{
    std::vector<QImage> images;
    for (const QString& kind : Kinds)
        images.push_back(shapeOnly(geo::siteShape(kind), 13));
    for (std::size_t i = 0; i < images.size(); ++i)
        for (std::size_t k = i + 1; k < images.size(); ++k)
            QVERIFY2(meanDifference(images[i], images[k]) > 12,
                     qPrintable(Kinds[int(i)] + QLatin1Char(' ') + Kinds[int(k)]));
}

void SymbolsTest::kindsAndStagesDifferInGrey()
{
    // Every pair of the 48 looks, at the size they have on the map.
    struct Each
    {
        QString name;
        QImage image;
    };
    std::vector<Each> all;
    for (const QString& kind : Kinds)
        for (const QString& stage : Stages)
            all.push_back(
                {kind + QLatin1Char('/') + stage,
                 onWhite({kind, stage}, 17, 1).convertToFormat(QImage::Format_Grayscale8)});
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = i + 1; k < all.size(); ++k)
            QVERIFY2(
                meanDifference(all[i].image, all[k].image) > 2.5,
                qPrintable(all[i].name + QStringLiteral(" and ") + all[k].name +
                           QStringLiteral(" %1").arg(meanDifference(all[i].image, all[k].image))));
}

void SymbolsTest::outlinesFitTheirBox()
{
    for (const QString& kind : Kinds) {
        const QRectF box = geo::siteOutline(geo::siteShape(kind)).boundingRect();
        QVERIFY(QRectF(-0.501, -0.501, 1.002, 1.002).contains(box));
        QVERIFY(std::max(box.width(), box.height()) > 0.85);
    }
}

void SymbolsTest::unknownKeysHaveALook()
{
    QCOMPARE(geo::siteShape(QStringLiteral("lighthouse")), geo::SiteShape::Lozenge);
    QCOMPARE(geo::stageFill(QStringLiteral("dreamt of")), geo::StageFill::Unknown);
    for (const auto fill :
         {geo::StageFill::Full, geo::StageFill::Half, geo::StageFill::Core, geo::StageFill::Hollow,
          geo::StageFill::Struck, geo::StageFill::Unknown})
        QCOMPARE(geo::stageFill(geo::siteStageExample(fill)), fill);
}

void SymbolsTest::uprightEdgesAreCrisp_data()
{
    QTest::addColumn<double>("ratio");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("200 %") << 2.0;
}

void SymbolsTest::uprightEdgesAreCrisp()
{
    QFETCH(double, ratio);
    // A row through the middle of a hollow square: paper, ink, paper, with no grey between beyond
    // the halo. Ink must be as wide as the ratio says.
    const geo::SiteLook look{QStringLiteral("processing_plant"), QStringLiteral("exploration")};
    const QImage image = onWhite(look, 17, ratio);
    int dark = 0;
    int between = 0;
    for (int x = 0; x < image.width(); ++x) {
        const int grey = qGray(image.pixel(x, image.height() / 2));
        dark += grey < 60 ? 1 : 0;
        between += grey >= 60 && grey < 200 ? 1 : 0;
    }
    QCOMPARE(dark, int(2 * ratio));
    QCOMPARE(between, 0);
}

void SymbolsTest::selectionShows()
{
    const geo::SiteLook plain{QStringLiteral("mine"), QStringLiteral("production")};
    geo::SiteLook selected = plain;
    selected.selected = true;
    geo::SiteLook highlighted = plain;
    highlighted.highlighted = true;
    geo::SiteLook dimmed = plain;
    dimmed.dimmed = true;
    QVERIFY(meanDifference(onWhite(plain, 33, 1), onWhite(selected, 33, 1)) > 3);
    QVERIFY(meanDifference(onWhite(plain, 33, 1), onWhite(highlighted, 33, 1)) > 3);
    QVERIFY(meanDifference(onWhite(selected, 33, 1), onWhite(highlighted, 33, 1)) > 3);
    QVERIFY(meanDifference(onWhite(plain, 17, 1), onWhite(dimmed, 17, 1)) > 3);
}

void SymbolsTest::matchesGolden()
{
    for (const int ratio : {1, 2}) {
        constexpr int Cell = 21;
        QImage sheet(QSize(Cell * int(Stages.size()), Cell * int(Kinds.size())) * ratio,
                     QImage::Format_RGB32);
        sheet.fill(QColor(0xcf, 0xdc, 0xc4));
        QPainter painter(&sheet);
        for (int row = 0; row < Kinds.size(); ++row)
            for (int column = 0; column < Stages.size(); ++column)
                painter.drawImage(
                    QRect(column * Cell * ratio, row * Cell * ratio, Cell * ratio, Cell * ratio),
                    geo::siteImage({Kinds[row], Stages[column]}, Cell, ratio));
        painter.end();
        QCOMPARE(
            support::differsFromGolden(sheet, QStringLiteral("geo/symbols_%1x.png").arg(ratio)),
            QString());
    }
}

QTEST_MAIN(SymbolsTest)
#include "symbols_test.moc"
