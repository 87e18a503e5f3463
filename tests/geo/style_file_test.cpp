// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_file.h"

#include "base/error.h"
#include "geo/feature_layer.h"
#include "tests/support/layers.h"
#include "tests/support/style_samples.h"
#include <QTemporaryDir>
#include <QtTest>

using geo::GeometryKind;
using geo::StyleKind;

class StyleFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesByTheEndingAndReadsByContent();
    void refusesOtherFiles();
    void namesComeFromTheLayer();
    void isFittedToTheLayer();
};

namespace {

std::shared_ptr<const geo::FeatureLayer> layer()
{
    return support::layerOf(
        "{\"type\":\"Feature\",\"properties\":{\"Unit\":\"Qal\",\"name_en\":\"Alluvium\","
        "\"name_es\":\"Aluvión\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[0,0]}}");
}

} // namespace

void StyleFileTest::writesByTheEndingAndReadsByContent()
{
    QTemporaryDir folder;
    const auto given = support::styleSample(StyleKind::Categorised, GeometryKind::Polygon);
    for (const char* name : {"a.qml", "b.SLD"}) {
        const QString path = folder.filePath(QLatin1String(name));
        QVERIFY(geo::writeStyleFile(path, given).empty());
        QFile::rename(path, path + QStringLiteral(".txt"));
        const geo::StyleFile read = geo::readStyleFile(path + QStringLiteral(".txt"));
        QCOMPARE(geo::styleToJson(read.style), geo::styleToJson(given.style));
    }
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             geo::writeStyleFile(folder.filePath(QStringLiteral("c.xml")), given));
    QVERIFY_THROWS_EXCEPTION(
        base::Error,
        geo::writeStyleFile(folder.filePath(QStringLiteral("no/such/folder.qml")), given));
}

void StyleFileTest::refusesOtherFiles()
{
    QTemporaryDir folder;
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             geo::readStyleFile(folder.filePath(QStringLiteral("none.qml"))));
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("PK\x03\x04"), QByteArray("<svg/>"), QByteArray("<qgis>"),
          QByteArray(geo::LargestStyleFile + 1, ' ').replace(0, 4, "qgis")})
        QVERIFY_THROWS_EXCEPTION(base::Error, geo::readStyle(bytes, QStringLiteral("x")));
}

void StyleFileTest::namesComeFromTheLayer()
{
    geo::Style style;
    style.kind = StyleKind::Categorised;
    style.field = QStringLiteral("unit");
    style.nameField = QStringLiteral("name");
    style.labelField = QStringLiteral("name");
    style.categories = {{QStringLiteral("Qal"), Qt::red, {}, true}};
    const auto spanish =
        geo::styleToWrite(*layer(), style, 0.5, QStringLiteral("G"), base::Language::Spanish);
    QCOMPARE(spanish.style.labelField, QStringLiteral("name_es"));
    QCOMPARE(spanish.style.categories[0].label.es, QStringLiteral("Aluvión"));
    QCOMPARE(spanish.style.field, QStringLiteral("Unit"));
    QCOMPARE(spanish.kind, GeometryKind::Point);
    const auto english =
        geo::styleToWrite(*layer(), style, 1, QStringLiteral("G"), base::Language::English);
    QCOMPARE(english.style.labelField, QStringLiteral("name_en"));
}

void StyleFileTest::isFittedToTheLayer()
{
    geo::StyleFile file;
    file.kind = GeometryKind::Line;
    file.style.kind = StyleKind::Categorised;
    file.style.field = QStringLiteral("nowhere");
    file.style.labelField = QStringLiteral("neither");
    file.style.symbol.fill.reset();
    geo::fitToLayer(file, *layer(), QStringLiteral("a.qml"));
    QCOMPARE(file.issues.size(), std::size_t(3));
    QVERIFY(file.style.symbol.fill == file.style.symbol.stroke);
    QVERIFY(file.style.labelField.isEmpty());
    QCOMPARE(file.issues[0].where.file, QStringLiteral("a.qml"));
    geo::StyleFile good;
    good.kind = GeometryKind::Point;
    good.style.labelField = QStringLiteral("name"); // in both languages
    geo::fitToLayer(good, *layer(), QStringLiteral("a.qml"));
    QVERIFY(good.issues.empty());
}

QTEST_GUILESS_MAIN(StyleFileTest)
#include "style_file_test.moc"
