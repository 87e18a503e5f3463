// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/fonts.h"
#include "geo/map_text.h"
#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

namespace {

QImage written(const QString& text, double x = 10)
{
    QImage image(220, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    geo::drawMapText(painter, geo::mapFont(12), {x, 25}, text);
    return image;
}

} // namespace

class MapTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distances_data();
    void distances();
    void staysInItsBox();
    void whatWasWrittenBeforeDoesNotMatter();
    void aHaloIsPale();
    void paperKeepsText();
};

void MapTextTest::distances_data()
{
    QTest::addColumn<double>("metres");
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("text");
    const int english = int(base::Language::English);
    const int spanish = int(base::Language::Spanish);
    // 1 mile is 1609.344 m (international yard and pound agreement of 1959).
    QTest::newRow("mile") << 1609.344 << english << QStringLiteral("1.6 km (1.0 mi)");
    QTest::newRow("metres") << 640.0 << english << QStringLiteral("640 m (0.4 mi)");
    QTest::newRow("far") << 184'000.0 << english << QStringLiteral("184 km (114 mi)");
    QTest::newRow("farther") << 2'414'016.0 << english << QStringLiteral("2,414 km (1,500 mi)");
    QTest::newRow("decimal") << 9'000.0 << english << QStringLiteral("9.0 km (5.6 mi)");
    // Mexico writes numbers as the US does.
    QTest::newRow("spanish") << 2'414'016.0 << spanish << QStringLiteral("2,414 km (1,500 mi)");
}

void MapTextTest::distances()
{
    QFETCH(double, metres);
    QFETCH(int, language);
    QTEST(geo::distanceText(metres, base::Language(language)), "text");
}

void MapTextTest::staysInItsBox()
{
    const QString text = QStringLiteral("Cananea – Ñuñoa 1,234");
    const QRectF box = geo::textBox(geo::mapFont(12), text);
    const QImage image = written(text);
    int inside = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == qRgb(255, 255, 255))
                continue;
            QVERIFY(x >= 9 && x <= 11 + box.width());
            QVERIFY(y >= 25 - box.height() && y <= 25 + box.height() / 2);
            ++inside;
        }
    QVERIFY(inside > 200);
}

void MapTextTest::whatWasWrittenBeforeDoesNotMatter()
{
    // Qt keeps a glyph as it first drew it, whatever fraction of a pixel it stood at.
    const QString text = QStringLiteral("El Boleo 642 km");
    const QImage first = written(text);
    for (int i = 0; i < 40; ++i)
        written(text, 10 + i * 0.137);
    QCOMPARE(written(text), first);
}

void MapTextTest::aHaloIsPale()
{
    QImage image(220, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(20, 140, 20));
    {
        QPainter painter(&image);
        const QFont font = geo::mapFont(12);
        QRectF box = geo::textBox(font, QStringLiteral("Ray"));
        box.moveTopLeft({10, 10});
        geo::drawHaloText(painter, font, box, QStringLiteral("Ray"));
    }
    int pale = 0;
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            pale += qGray(image.pixel(x, y)) > 180 ? 1 : 0;
            dark += qGray(image.pixel(x, y)) < 70 ? 1 : 0;
        }
    QVERIFY2(pale > 40 && dark > 15, qPrintable(QStringLiteral("%1 %2").arg(pale).arg(dark)));
}

void MapTextTest::paperKeepsText()
{
    // A PDF that holds text embeds the font; one that holds outlines does not.
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        geo::drawMapText(painter, geo::mapFont(120), {100, 300}, QStringLiteral("Cananea"));
    }
    QVERIFY(buffer.data().contains("/FontFile2"));
}

QTEST_MAIN(MapTextTest)
#include "map_text_test.moc"
