// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/fonts.h"
#include <QFontInfo>
#include <QFontMetricsF>
#include <QRawFont>
#include <QTemporaryDir>
#include <QtTest>

class FontsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGlyphsComeFromTheFiles_data();
    void theGlyphsComeFromTheFiles();
    void noOtherFontStepsIn();
    void aMissingFileIsNamed();
    void whatIsNoFontIsNamed();
};

void FontsTest::theGlyphsComeFromTheFiles_data()
{
    QTest::addColumn<int>("weight");
    QTest::addColumn<QString>("file");
    QTest::newRow("regular") << int(geo::FontWeight::Regular)
                             << QStringLiteral("NotoSans-Regular.ttf");
    QTest::newRow("bold") << int(geo::FontWeight::Bold) << QStringLiteral("NotoSans-Bold.ttf");
}

void FontsTest::theGlyphsComeFromTheFiles()
{
    QFETCH(int, weight);
    QFETCH(QString, file);
    const QFont font = geo::mapFont(20, geo::FontWeight(weight));
    const QRawFont used = QRawFont::fromFont(font);
    const QRawFont onDisk(QStringLiteral(VETA_FONT_DIR "/") + file, 20, QFont::PreferNoHinting);
    QVERIFY(used.isValid() && onDisk.isValid());
    // The table head holds the font's checksum and dates.
    QCOMPARE(used.fontTable("head"), onDisk.fontTable("head"));
    QCOMPARE(used.fontTable("hmtx"), onDisk.fontTable("hmtx"));
    const QString text = QStringLiteral("Minería crítica: 1,234.5 km — Ñandú");
    double width = 0;
    const auto glyphs = onDisk.glyphIndexesForString(text);
    for (const QPointF& advance : onDisk.advancesForGlyphIndexes(glyphs, QRawFont::KernedAdvances))
        width += advance.x();
    QVERIFY(std::abs(QFontMetricsF(font).horizontalAdvance(text) - width) < 1);
}

void FontsTest::noOtherFontStepsIn()
{
    const QFont font = geo::mapFont(20);
    QVERIFY(font.styleStrategy() & QFont::NoFontMerging);
    // A letter Noto Sans does not have is drawn as its empty box, not by whatever is installed.
    const QRawFont raw = QRawFont::fromFont(font);
    QVERIFY(!raw.supportsCharacter(QChar(0x65e5)));
    QCOMPARE(QFontInfo(font).family(), geo::mapFontFamily());
}

void FontsTest::aMissingFileIsNamed()
{
    const QTemporaryDir empty;
    try {
        geo::loadFontFamily(empty.path());
        QFAIL("fonts were found in an empty folder");
    } catch (const base::Error& error) {
        QVERIFY(error.message().contains(QStringLiteral("NotoSans-Regular.ttf")));
        QVERIFY(error.message().contains(QStringLiteral("fonts-noto-core")));
    }
}

void FontsTest::whatIsNoFontIsNamed()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("NotoSans-Regular.ttf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a font");
    file.close();
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::loadFontFamily(folder.path()));
}

QTEST_MAIN(FontsTest)
#include "fonts_test.moc"
