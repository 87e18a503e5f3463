// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `veta-cli layer style`, by the binary.
#include "tests/support/process.h"

#include <QFile>
#include <QTemporaryDir>

using support::Ended;
using support::veta;

namespace {

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")}};

} // namespace

class LayerStyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void gradesAndShows();
    void goesToQgisAndBack();
    void saysWhatIsLeftOut();
    void refuses_data();
    void refuses();

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    // layer style VERB FILE Samples …
    Ended style(const char* verb, const QStringList& more = {}) const
    {
        return veta(QStringList{QStringLiteral("layer"), QStringLiteral("style"),
                                QString::fromLatin1(verb), at("p.gpkg"),
                                QStringLiteral("Samples")} +
                        more,
                    Ana);
    }
    QByteArray written(const char* name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void LayerStyleTest::initTestCase()
{
    QByteArrayList features;
    for (int i = 0; i < 9; ++i)
        features << "{\"type\":\"Feature\",\"properties\":{\"ppm\":" +
                        QByteArray::number(i * 1000) + ",\"unit\":\"" +
                        (i % 2 == 0 ? "Qal" : "Kg") +
                        "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" +
                        QByteArray::number(-111 - i) + ",31]}}";
    support::writeAt(at("samples.geojson"),
                     "{\"type\":\"FeatureCollection\",\"features\":[" + features.join(',') + "]}");
    QCOMPARE(veta({QStringLiteral("new"), at("p.gpkg")}, Ana).code, 0);
    const Ended added =
        veta({QStringLiteral("layer"), QStringLiteral("add"), at("p.gpkg"), at("samples.geojson"),
              QStringLiteral("--name"), QStringLiteral("Samples"), QStringLiteral("--name-es"),
              QStringLiteral("Muestras")},
             Ana);
    QVERIFY2(added.code == 0, qPrintable(added.told()));
}

void LayerStyleTest::gradesAndShows()
{
    const Ended set =
        style("set", {QStringLiteral("--graduated-field"), QStringLiteral("ppm"),
                      QStringLiteral("--method"), QStringLiteral("equal_interval"),
                      QStringLiteral("--classes"), QStringLiteral("2"), QStringLiteral("--ramp"),
                      QStringLiteral("cividis"), QStringLiteral("--others"), QStringLiteral("none"),
                      QStringLiteral("--label-field"), QStringLiteral("unit")});
    QVERIFY2(set.code == 0 && set.err.isEmpty(), qPrintable(set.told()));
    const Ended shown = style("show");
    QCOMPARE(shown.out, QStringLiteral("class          colour   features\n"
                                       "0 – 4,000      #00224e  5\n"
                                       "4,000 – 8,000  #fee838  4\n"));
    const QJsonObject json = style("show", {QStringLiteral("--json")}).json().object();
    QCOMPARE(json.value(QStringLiteral("kind")).toString(), QStringLiteral("graduated"));
    QCOMPARE(json.value(QStringLiteral("ramp")).toString(), QStringLiteral("cividis"));
    QVERIFY(json.value(QStringLiteral("other")).isNull());
    // By hand.
    QCOMPARE(style("set", {QStringLiteral("--graduated-field"), QStringLiteral("ppm"),
                           QStringLiteral("--breaks"), QStringLiteral("0,500,1e4")})
                 .code,
             0);
    QVERIFY(style("show").out.contains(QStringLiteral("500 – 10,000")));
    QCOMPARE(style("show", {QStringLiteral("--json")})
                 .json()
                 .object()
                 .value(QStringLiteral("labelField"))
                 .toString(),
             QStringLiteral("unit")); // stays
}

void LayerStyleTest::goesToQgisAndBack()
{
    const Ended set =
        style("set",
              {QStringLiteral("--category-field"), QStringLiteral("unit"), QStringLiteral("--hide"),
               QStringLiteral("Kg"), QStringLiteral("--shape"), QStringLiteral("square"),
               QStringLiteral("--size"), QStringLiteral("9"), QStringLiteral("--stroke"),
               QStringLiteral("#102030"), QStringLiteral("--dash"), QStringLiteral("dotted")});
    QVERIFY2(set.code == 0, qPrintable(set.told()));
    const auto json = [&] {
        QJsonObject style_ = style("show", {QStringLiteral("--json")}).json().object();
        style_.remove(QStringLiteral("ordered")); // as a file's legend is
        style_.remove(QStringLiteral("nameField"));
        return style_;
    };
    const QJsonObject before = json();
    for (const char* name : {"out.qml", "out.sld"}) {
        const Ended saved = style("save", {at(name)});
        QVERIFY2(saved.code == 0 && saved.err.isEmpty(), qPrintable(saved.told()));
        QCOMPARE(style("set", {QStringLiteral("--single")}).code, 0);
        QVERIFY(json() != before);
        const Ended read = style("read", {at(name)});
        QVERIFY2(read.code == 0 && read.err.isEmpty(), qPrintable(read.told()));
        QJsonObject after = json();
        // The symbol's own fill stands behind those of the categories.
        QJsonObject symbol = after.value(QStringLiteral("symbol")).toObject();
        symbol.insert(
            QStringLiteral("fill"),
            before.value(QStringLiteral("symbol")).toObject().value(QStringLiteral("fill")));
        after.insert(QStringLiteral("symbol"), symbol);
        QCOMPARE(after, before);
    }
    QVERIFY(written("out.sld").contains("version=\"1.1.0\""));
    const Ended hatched = style("set", {QStringLiteral("--hatch"), QStringLiteral("rising"),
                                        QStringLiteral("--hatch-color"), QStringLiteral("#203040"),
                                        QStringLiteral("--casing"), QStringLiteral("#ffffff"),
                                        QStringLiteral("--casing-width"), QStringLiteral("2")});
    QVERIFY2(hatched.code == 0, qPrintable(hatched.told()));
    const QJsonObject symbol = json().value(QStringLiteral("symbol")).toObject();
    QCOMPARE(symbol.value(QStringLiteral("hatch")).toString(), QStringLiteral("rising"));
    QCOMPARE(symbol.value(QStringLiteral("hatchColor")).toString(), QStringLiteral("#203040"));
    QCOMPARE(symbol.value(QStringLiteral("casing")).toString(), QStringLiteral("#ffffff"));
    QCOMPARE(symbol.value(QStringLiteral("casingWidth")).toDouble(), 2.0);
    QVERIFY(style("set", {QStringLiteral("--hatch"), QStringLiteral("tartan")}).code != 0);
    QCOMPARE(
        style("save", {at("old.sld"), QStringLiteral("--sld-version"), QStringLiteral("1.0")}).code,
        0);
    QVERIFY(written("old.sld").contains("CssParameter"));
}

void LayerStyleTest::saysWhatIsLeftOut()
{
    const QString units = QStringLiteral(VETA_SOURCE_DIR "/tests/data/styles/units.qml");
    const Ended read = style("read", {units});
    QCOMPARE(read.code, 3);
    QVERIFY2(read.err.contains(QStringLiteral("units.qml:")), qPrintable(read.told()));
    QVERIFY2(read.err.contains(QStringLiteral("A hatch becomes an even colour (Volcanics).")),
             qPrintable(read.told()));
    const Ended spanish =
        veta({QStringLiteral("--language"), QStringLiteral("es"), QStringLiteral("layer"),
              QStringLiteral("style"), QStringLiteral("read"), at("p.gpkg"),
              QStringLiteral("Samples"), units},
             Ana);
    QVERIFY2(spanish.err.contains(QStringLiteral("Una trama pasa a ser un color uniforme")),
             qPrintable(spanish.told()));
    QCOMPARE(style("read", {units, QStringLiteral("--json")})
                 .json()
                 .object()
                 .value(QStringLiteral("issues"))
                 .toArray()
                 .size(),
             5); // three of the file, the kind of geometry, the field for labels
}

void LayerStyleTest::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* arguments, int code, const char* named) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u'|') << code
                            << QString::fromLatin1(named);
    };
    row("no numbers", "set|--graduated-field|unit", 1, "unit");
    row("no field", "set|--graduated-field|none", 1, "none");
    row("colour", "set|--fill|red", 2, "red");
    row("category", "set|--hide|Tv", 2, "Tv");
    row("two kinds", "set|--single|--category-field|unit", 2, "single");
    row("breaks", "set|--graduated-field|ppm|--breaks|1,x", 2, "1,x");
    row("one class", "set|--graduated-field|ppm|--breaks|1,2", 2, "2 to 12");
    row("classes alone", "set|--classes|3", 2, "classes");
    row("ending", "save|out.xml", 1, "out.xml");
    row("missing", "read|nowhere.qml", 1, "nowhere.qml");
}

void LayerStyleTest::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, named);
    const QByteArray verb = arguments.takeFirst().toLatin1();
    const QByteArray before = written("p.gpkg");
    const Ended ended = style(verb.constData(), arguments);
    QVERIFY2(ended.code == code && ended.err.contains(named) && ended.out.isEmpty(),
             qPrintable(ended.told()));
    QVERIFY(written("p.gpkg") == before);
}

QTEST_GUILESS_MAIN(LayerStyleTest)
#include "layer_style_test.moc"
