// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every command, by the binary: what it prints, what it leaves, and how it ends.
#include "tests/support/process.h"

#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

using support::Ended;
using support::veta;

namespace {

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")}};

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandHelps();
    void wrongWordsEndWith2_data();
    void wrongWordsEndWith2();
    void everyListIsJson_data();
    void everyListIsJson();
    void quietSaysNothing();
    void sitesAreFilteredAndWritten();
    void siteIsAddedChangedAndShown();
    void layersComeAndGo();
    void aLayerIsFoundElsewhere();
    void aLayerWithoutCrsIsAskedAbout();
    void aTableWithoutCrsIsAskedAbout();
    void gatesAndCriteriaChangeTheRanking();
    void identifyNamesTheUnit();
    void mapHasItsSize();
    void mapOnASheetOfPaper_data();
    void mapOnASheetOfPaper();
    void reportsAreTheSameTwice();
    void importSetsAsideAndTakesMended();
    void undoneAndDoneAgain();
    void themesAndBookmarks();
    void copiesMeetAgain();
    void digestIsOfTheContent();

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    // A fresh copy of the sample.
    QString sample(const char* name)
    {
        const QString path = at(name);
        QFile::remove(path);
        if (!QFile::copy(at("sample.gpkg"), path))
            qFatal("no copy");
        return path;
    }
    static Ended run(const QStringList& arguments)
    {
        const Ended ended = veta(arguments, Ana);
        if (ended.code != 0)
            QTest::qFail(
                qPrintable(arguments.join(QLatin1Char(' ')) + QLatin1Char('\n') + ended.told()),
                __FILE__, __LINE__);
        return ended;
    }
    QTemporaryDir m_folder;
};

void CommandsTest::initTestCase()
{
    run({QStringLiteral("sample"), at("sample.gpkg")});
}

void CommandsTest::everyCommandHelps()
{
    const Ended all = run({QStringLiteral("--help")});
    QStringList names;
    static const QRegularExpression line(QStringLiteral("^  ([a-z]+) {2,}\\S"),
                                         QRegularExpression::MultilineOption);
    for (auto match = line.globalMatch(all.out); match.hasNext();)
        names << match.next().captured(1);
    for (const QString& name :
         words("new|sample|import|sites|site|layer|identify|map|project|delegation|gate|criterion|"
               "weights|rank|report|history|undo|redo|migrate|info|verify|merge|conflicts|decide"))
        QVERIFY2(names.contains(name), qPrintable(name));
    for (const QString& name : names) {
        const Ended help = run({name, QStringLiteral("--help")});
        QVERIFY2(help.out.contains(QStringLiteral("Usage: veta-cli ") + name),
                 qPrintable(help.told()));
        QVERIFY(help.err.isEmpty());
    }
    QVERIFY(run({QStringLiteral("--version")}).out.startsWith(QStringLiteral("veta-cli ")));
}

void CommandsTest::wrongWordsEndWith2_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line : {"bogus",
                             "info",
                             "sites|FILE|--country|Atlantis",
                             "sites|FILE|--bbox|1,2",
                             "sites|FILE|--kind|castle",
                             "map|FILE|-o|x.png|--size|big",
                             "identify|FILE|500,2",
                             "map|FILE|-o|x.jpg",
                             "map|FILE|-o|x.pdf|--paper|A9",
                             "map|FILE|-o|x.pdf|--size|800x600",
                             "map|FILE|-o|x.png|--paper|A4|--scale|2",
                             "map|FILE|-o|x.pdf|--dpi|5000",
                             "map|FILE|-o|x.pdf|--map-scale|1",
                             "map|FILE|-o|x.pdf|--legend|above",
                             "report|FILE|-o|x.txt",
                             "rank|FILE|--bogus",
                             "weights|FILE|--delegation|US|heavy",
                             "gate|FILE",
                             "site|set|FILE|Molango|colour=red",
                             "import|FILE|x.csv|--preset|a|--map|b"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void CommandsTest::wrongWordsEndWith2()
{
    QFETCH(QString, line);
    const QString path = sample("wrong.gpkg");
    const QByteArray before = support::bytesAt(path);
    const Ended ended =
        veta(line.replace(QStringLiteral("FILE"), path).split(QLatin1Char('|')), Ana);
    QVERIFY2(ended.code == 2, qPrintable(ended.told()));
    QVERIFY(ended.out.isEmpty());
    QVERIFY(ended.err.startsWith(QStringLiteral("veta-cli")));
    QCOMPARE(support::bytesAt(path), before);
}

void CommandsTest::everyListIsJson_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("key"); // of the first one; "" for an object
    const auto row = [](const char* command, const char* key) {
        QTest::newRow(command) << words(command) << QString::fromLatin1(key);
    };
    row("info", "");
    row("rank", "project");
    row("history", "author");
    row("layer|list", "id");
    row("project|list", "id");
    row("delegation|list", "code");
    row("gate|list", "id");
    row("criterion|list", "id");
    row("sites", "id");
}

void CommandsTest::everyListIsJson()
{
    QFETCH(QStringList, command);
    QFETCH(QString, key);
    QStringList arguments = command;
    arguments << at("sample.gpkg") << QStringLiteral("--json");
    const Ended ended = run(arguments);
    const QJsonDocument json = ended.json();
    QVERIFY2(!json.isNull(), qPrintable(ended.out.left(200)));
    if (key.isEmpty()) {
        QCOMPARE(json.object().value(QStringLiteral("title")).toString(),
                 QStringLiteral("Critical minerals across the border (example)"));
        return;
    }
    QVERIFY(json.array().size() > 1);
    QVERIFY2(json.array().first().toObject().contains(key), qPrintable(ended.out.left(300)));
}

void CommandsTest::quietSaysNothing()
{
    const QString path = sample("quiet.gpkg");
    for (const QString& line :
         words("set FILE --title Q|decide FILE \"\"|undo FILE|redo FILE|map FILE -o M.png|report "
               "FILE -o R.csv|verify FILE")) {
        if (line.contains(QLatin1Char('"')))
            continue;
        QStringList arguments = line.split(QLatin1Char(' '));
        for (QString& each : arguments) {
            each.replace(QStringLiteral("FILE"), path);
            each.replace(QStringLiteral("M.png"), at("m.png"));
            each.replace(QStringLiteral("R.csv"), at("r.csv"));
        }
        const Ended ended = run(QStringList{QStringLiteral("--quiet")} + arguments);
        QVERIFY2(ended.out.isEmpty() && ended.err.isEmpty(), qPrintable(line + ended.told()));
    }
}

void CommandsTest::sitesAreFilteredAndWritten()
{
    const QString path = at("sample.gpkg");
    const Ended csv = run({QStringLiteral("sites"), path, QStringLiteral("--country"),
                           QStringLiteral("MX"), QStringLiteral("--kind"), QStringLiteral("mine"),
                           QStringLiteral("--format"), QStringLiteral("csv")});
    const auto rows = csv.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 19); // a header and 18
    const Ended json = run({QStringLiteral("sites"), path, QStringLiteral("--bbox"),
                            QStringLiteral("-111,30,-109,32"), QStringLiteral("--format"),
                            QStringLiteral("json")});
    QVERIFY(json.json().array().size() >= 2);
    const Ended all =
        run({QStringLiteral("sites"), path, QStringLiteral("--format"), QStringLiteral("geojson")});
    const QJsonObject collection = all.json().object();
    QCOMPARE(collection.value(QStringLiteral("type")).toString(),
             QStringLiteral("FeatureCollection"));
    support::writeAt(at("sites.geojson"), all.bytes);
    const QString copy = sample("again.gpkg");
    const Ended again =
        veta({QStringLiteral("layer"), QStringLiteral("add"), copy, at("sites.geojson")}, Ana);
    QVERIFY2(again.code == 3 && again.err.contains(QStringLiteral("features have no place")),
             qPrintable(again.told())); // opens again, with the sites that have none
}

void CommandsTest::siteIsAddedChangedAndShown()
{
    const QString path = sample("site.gpkg");
    run({QStringLiteral("site"), QStringLiteral("add"), path, QStringLiteral("name=Cerro Nuevo"),
         QStringLiteral("kind=mine"), QStringLiteral("country=MX"),
         QStringLiteral("position=-110.25,30.5"), QStringLiteral("commodities=copper,gold"),
         QStringLiteral("--source"), QStringLiteral("A report"), QStringLiteral("--reference"),
         QStringLiteral("p. 3")});
    run({QStringLiteral("site"), QStringLiteral("set"), path, QStringLiteral("Cerro Nuevo"),
         QStringLiteral("stage=production"), QStringLiteral("--source"),
         QStringLiteral("Another report")});
    const Ended shown =
        run({QStringLiteral("site"), QStringLiteral("show"), path, QStringLiteral("cerro nuevo")});
    QVERIFY2(
        shown.out.contains(QRegularExpression(QStringLiteral("stage +Production +Another report"))),
        qPrintable(shown.out));
    QVERIFY(shown.out.contains(QRegularExpression(QStringLiteral("kind +Mine +A report; p. 3"))));
    const Ended twice =
        veta({QStringLiteral("site"), QStringLiteral("show"), path, QStringLiteral("No such mine")},
             Ana);
    QCOMPARE(twice.code, 1);
    QVERIFY(twice.err.contains(QStringLiteral("No such mine")));
}

void CommandsTest::layersComeAndGo()
{
    const QString path = sample("layer.gpkg");
    support::writeAt(at("nad27.geojson"), R"({"type":"FeatureCollection",
        "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::26712"}},
        "features":[{"type":"Feature","properties":{"unit":"Qal"},"geometry":{"type":"Polygon",
        "coordinates":[[[500000,3500000],[501000,3500000],[501000,3501000],[500000,3500000]]]}}]})");
    run({QStringLiteral("layer"), QStringLiteral("add"), path, at("nad27.geojson"),
         QStringLiteral("--name"), QStringLiteral("Units"), QStringLiteral("--category-field"),
         QStringLiteral("unit")});
    const Ended ways =
        run({QStringLiteral("layer"), QStringLiteral("operations"), path, QStringLiteral("Units")});
    QVERIFY(ways.out.contains(QStringLiteral("in use")));
    QVERIFY(ways.out.contains(QStringLiteral("±")));
    run({QStringLiteral("layer"), QStringLiteral("set"), path, QStringLiteral("Units"),
         QStringLiteral("--opacity"), QStringLiteral("0.5"), QStringLiteral("--index"),
         QStringLiteral("0")});
    const QJsonArray layers =
        run({QStringLiteral("layer"), QStringLiteral("list"), path, QStringLiteral("--json")})
            .json()
            .array();
    QCOMPARE(layers.last().toObject().value(QStringLiteral("opacity")).toDouble(), 0.5);
    const Ended found = run({QStringLiteral("identify"), path, QStringLiteral("-110.995,31.637")});
    QVERIFY2(found.out.contains(QStringLiteral("Qal")), qPrintable(found.out));
    run({QStringLiteral("layer"), QStringLiteral("set"), path, QStringLiteral("Units"),
         QStringLiteral("--blend"), QStringLiteral("multiply"), QStringLiteral("--look"),
         QStringLiteral("shaded_ramp"), QStringLiteral("--ramp"), QStringLiteral("cividis"),
         QStringLiteral("--range"), QStringLiteral("-5,20.5"), QStringLiteral("--light"),
         QStringLiteral("300,30")});
    const Ended wrong =
        veta({QStringLiteral("layer"), QStringLiteral("set"), path, QStringLiteral("Units"),
              QStringLiteral("--percentiles"), QStringLiteral("98,2")},
             Ana);
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains(QStringLiteral("--percentiles")), qPrintable(wrong.err));
    run({QStringLiteral("layer"), QStringLiteral("remove"), path, QStringLiteral("Units")});
    QVERIFY(!run({QStringLiteral("layer"), QStringLiteral("list"), path})
                 .out.contains(QStringLiteral("Units")));
}

void CommandsTest::aLayerIsFoundElsewhere()
{
    const QString path = sample("relocate.gpkg");
    const QByteArray units = R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"unit":"Qal"},"geometry":{"type":"Point","coordinates":[-110.5,31.5]}}]})";
    support::writeAt(at("here.geojson"), units);
    support::writeAt(at("there.geojson"), units);
    support::writeAt(at("other.geojson"), QByteArray(units).replace("unit", "code"));
    run({QStringLiteral("layer"), QStringLiteral("add"), path, at("here.geojson"),
         QStringLiteral("--name"), QStringLiteral("Units"), QStringLiteral("--category-field"),
         QStringLiteral("unit")});
    const auto fileOf = [&] {
        const QJsonArray layers =
            run({QStringLiteral("layer"), QStringLiteral("list"), path, QStringLiteral("--json")})
                .json()
                .array();
        return layers.first().toObject().value(QStringLiteral("path")).toString();
    };
    const auto relocate = [&](const QString& file) {
        return veta({QStringLiteral("layer"), QStringLiteral("relocate"), path,
                     QStringLiteral("Units"), file, QStringLiteral("--json")},
                    Ana);
    };
    QVERIFY(QFile::remove(at("here.geojson")));
    const Ended same = relocate(at("there.geojson"));
    QVERIFY2(same.code == 0 && same.err.isEmpty(), qPrintable(same.told()));
    QVERIFY(same.json().object().value(QStringLiteral("same_content")).toBool());
    QVERIFY(fileOf().endsWith(QStringLiteral("there.geojson")));
    QVERIFY(run({QStringLiteral("identify"), path, QStringLiteral("-110.5,31.5")})
                .out.contains(QStringLiteral("Qal")));
    // Another content is taken, and what is different is said.
    const Ended other = relocate(at("other.geojson"));
    QVERIFY2(other.code == 3 && other.err.contains(QStringLiteral("does not hold")) &&
                 other.err.contains(QStringLiteral("no field “unit”")),
             qPrintable(other.told()));
    QVERIFY(fileOf().endsWith(QStringLiteral("other.geojson")));
    QCOMPARE(relocate(at("nowhere.geojson")).code, 1);
    run({QStringLiteral("undo"), path});
    QVERIFY(fileOf().endsWith(QStringLiteral("there.geojson")));
}

void CommandsTest::aLayerWithoutCrsIsAskedAbout()
{
    const QString path = sample("asked.gpkg");
    support::writeAt(at("faults.topojson"), R"({"type": "Topology",
        "arcs": [[[-111, 29], [-110.5, 29.5]]], "objects": {"faults": {"type": "GeometryCollection",
        "geometries": [{"type": "LineString", "arcs": [0], "properties": {"n": 1}}]}}})");
    const QStringList add{QStringLiteral("layer"), QStringLiteral("add"), path,
                          at("faults.topojson")};
    const Ended asked = veta(add, Ana);
    QCOMPARE(asked.code, 1);
    QVERIFY(asked.out.isEmpty());
    QVERIFY2(
        asked.err.contains(QStringLiteral("--crs")) &&
            asked.err.contains(QStringLiteral("\n  EPSG:4326 (WGS 84): The numbers are degrees")) &&
            asked.err.contains(QStringLiteral("Sonora")),
        qPrintable(asked.err));
    const Ended json = veta(add + QStringList{QStringLiteral("--json")}, Ana);
    QCOMPARE(json.code, 1);
    const QJsonArray candidates =
        json.json().object().value(QStringLiteral("candidates")).toArray();
    QVERIFY(candidates.size() >= 3 && candidates.size() <= 5);
    QCOMPARE(candidates.first().toObject().value(QStringLiteral("crs")).toString(),
             QStringLiteral("EPSG:4326"));
    QCOMPARE(candidates.first().toObject().value(QStringLiteral("extent")).toArray().size(), 4);
    run(add + QStringList{QStringLiteral("--crs"), QStringLiteral("EPSG:6365")});

    // Metres under a geographic CRS
    support::writeAt(at("metres.geojson"), R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{},"geometry":{"type":"LineString",
        "coordinates":[[480000,3080000],[520000,3120000]]}}]})");
    const QStringList metres{QStringLiteral("layer"), QStringLiteral("add"), path,
                             at("metres.geojson")};
    const Ended contradicted = veta(metres, Ana);
    QCOMPARE(contradicted.code, 1);
    QVERIFY2(contradicted.err.contains(QStringLiteral("--override-crs")) &&
                 contradicted.err.contains(QStringLiteral("metres or feet")),
             qPrintable(contradicted.err));
    run(metres + QStringList{QStringLiteral("--crs"), QStringLiteral("EPSG:32612"),
                             QStringLiteral("--override-crs")});
}

void CommandsTest::aTableWithoutCrsIsAskedAbout()
{
    const QString path = sample("asked-table.gpkg");
    support::writeAt(at("minas.csv"), "nombre,estado,este,norte\n"
                                      "Uno,Chihuahua,500000,3100000\n"
                                      "Dos,Chihuahua,510000,3110000\n");
    const QStringList import{QStringLiteral("import"), path, at("minas.csv")};
    const Ended asked = veta(import, Ana);
    QCOMPARE(asked.code, 1);
    QVERIFY(asked.out.isEmpty());
    QVERIFY2(
        asked.err.contains(QStringLiteral("“minas.csv” does not say")) &&
            asked.err.contains(QStringLiteral("--crs")) &&
            asked.err.contains(QStringLiteral("As UTM zone 13 north this lies in Chihuahua")) &&
            asked.err.contains(QStringLiteral("The rows name “Chihuahua”")),
        qPrintable(asked.err));
    const Ended json =
        veta(import + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--json")}, Ana);
    QCOMPARE(json.code, 1);
    const QJsonArray candidates =
        json.json().object().value(QStringLiteral("candidates")).toArray();
    QVERIFY(candidates.size() >= 3 && candidates.size() <= 5);
    QCOMPARE(candidates.first().toObject().value(QStringLiteral("crs")).toString(),
             QStringLiteral("EPSG:32613"));
    run(import + QStringList{QStringLiteral("--crs"), QStringLiteral("EPSG:32613")});

    // A preset of one's own says it, and what the source is called.
    support::writeAt(at("ours.json"), R"({"name": "ours", "source": {"title": "Our survey"},
        "mapping": {"fields": {"name": "nombre", "x": "este", "y": "norte", "owner": "dueño"},
                    "crs": "EPSG:32613"}})");
    support::writeAt(at("otras.csv"), "nombre,este,norte\nTres,500000,3100000\n");
    run({QStringLiteral("import"), path, at("otras.csv"), QStringLiteral("--map"),
         at("ours.json")});
    const Ended shown = run({QStringLiteral("site"), QStringLiteral("show"), path,
                             QStringLiteral("Tres"), QStringLiteral("--json")});
    QVERIFY2(shown.out.contains(QStringLiteral("Our survey: otras.csv")), qPrintable(shown.out));
}

void CommandsTest::gatesAndCriteriaChangeTheRanking()
{
    const QString path = sample("rules.gpkg");
    const auto ranking = [&] {
        return run({QStringLiteral("rank"), path, QStringLiteral("--json")}).json().array();
    };
    const QJsonArray before = ranking();
    run({QStringLiteral("gate"), QStringLiteral("add"), path, QStringLiteral("--name"),
         QStringLiteral("Four sites"), QStringLiteral("--measure"), QStringLiteral("members"),
         QStringLiteral("--at-least"), QStringLiteral("99")});
    for (const QJsonValue& each : ranking())
        QVERIFY(each.toObject().value(QStringLiteral("joint_rank")).isNull() ||
                each.toObject().value(QStringLiteral("joint_rank")).isUndefined());
    run({QStringLiteral("undo"), path});
    QCOMPARE(ranking(), before);
    run({QStringLiteral("criterion"), QStringLiteral("add"), path, QStringLiteral("--name"),
         QStringLiteral("Sites"), QStringLiteral("--measure"), QStringLiteral("members"),
         QStringLiteral("--direction"), QStringLiteral("maximise"), QStringLiteral("--values"),
         QStringLiteral("{\"kind\":\"linear\",\"points\":[[1,0],[4,1]]}")});
    QCOMPARE(ranking().size(), before.size());
    run({QStringLiteral("weights"), path, QStringLiteral("--delegation"), QStringLiteral("MX"),
         QStringLiteral("Sites=1000")});
    QVERIFY(ranking() != before);
}

void CommandsTest::identifyNamesTheUnit()
{
    const Ended found =
        run({QStringLiteral("identify"), at("sample.gpkg"), QStringLiteral("-110,29")});
    QVERIFY(found.out.contains(QStringLiteral("Laramide porphyry copper belt")));
    QVERIFY(found.out.contains(QStringLiteral("Sonora")));
}

void CommandsTest::mapHasItsSize()
{
    run({QStringLiteral("map"), at("sample.gpkg"), QStringLiteral("-o"), at("map.png"),
         QStringLiteral("--size"), QStringLiteral("640x480"), QStringLiteral("--extent"),
         QStringLiteral("-115,28,-103,35"), QStringLiteral("--crs"), QStringLiteral("EPSG:3857")});
    const QImage picture(at("map.png"));
    QCOMPARE(picture.size(), QSize(640, 480));
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 4)
        for (int x = 0; x < picture.width(); x += 4)
            colours.insert(picture.pixel(x, y));
    QVERIFY(colours.size() > 25);
}

void CommandsTest::mapOnASheetOfPaper_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("pdf") << "sheet.pdf" << QByteArray("%PDF-");
    QTest::newRow("png") << "sheet.png" << QByteArray("\x89PNG");
    QTest::newRow("tif") << "sheet.tif" << QByteArray("II*");
}

void CommandsTest::mapOnASheetOfPaper()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    const QString out = m_folder.filePath(name);
    const Ended ended =
        run({QStringLiteral("map"), at("sample.gpkg"), QStringLiteral("-o"), out,
             QStringLiteral("--paper"), QStringLiteral("A3"), QStringLiteral("--landscape"),
             QStringLiteral("--map-scale"), QStringLiteral("5000000"), QStringLiteral("--centre"),
             QStringLiteral("-109,30"), QStringLiteral("--dpi"), QStringLiteral("100"),
             QStringLiteral("--title"), QStringLiteral("Sonora"), QStringLiteral("--legend"),
             QStringLiteral("beside"), QStringLiteral("--json")});
    QVERIFY2(ended.err.isEmpty(), qPrintable(ended.told()));
    QCOMPARE(ended.json().object().value(QStringLiteral("file")).toString(), out);
    QVERIFY(support::bytesAt(out).startsWith(begins));
    if (name.endsWith(QLatin1String("pdf"))) {
        const Ended text = support::runProgram(QStringLiteral("pdftotext"),
                                               {QStringLiteral("-raw"), out, QStringLiteral("-")});
        for (const char* words : {"Sonora", "Scale 1:5,000,000 at the middle", "EPSG:6372"})
            QVERIFY2(text.out.contains(QString::fromLatin1(words)), qPrintable(text.out));
    } else {
        QCOMPARE(ended.json().object().value(QStringLiteral("width")).toInt(), 1654);
    }
    if (name.endsWith(QLatin1String("png")))
        QCOMPARE(QImage(out).size(), QSize(1654, 1169));
}

void CommandsTest::reportsAreTheSameTwice()
{
    const QString path = at("sample.gpkg");
    for (const char* kind : {"pdf", "csv"})
        for (const char* language : {"en", "es"}) {
            QList<QByteArray> written;
            for (const char* zone : {"America/Tijuana", "Asia/Kolkata"}) {
                const QString out = at("report.") + QLatin1String(kind);
                support::Variables variables = Ana;
                variables.insert(QStringLiteral("TZ"), QLatin1String(zone));
                const Ended ended = veta({QStringLiteral("report"), path, QStringLiteral("-o"), out,
                                          QStringLiteral("--language"), QLatin1String(language)},
                                         variables);
                QVERIFY2(ended.code == 0, qPrintable(ended.told()));
                written << support::bytesAt(out);
            }
            QVERIFY(written[0].size() > 1000);
            QVERIFY2(written[0] == written[1], kind);
        }
}

void CommandsTest::importSetsAsideAndTakesMended()
{
    const QString path = sample("import.gpkg");
    support::writeAt(at("t.csv"), "id,name,longitude,latitude\r\n1,Good,-110,30\r\n"
                                  "2,Bad,-1105,30\r\n3,Lost,,\r\n");
    const QStringList import{QStringLiteral("import"), path, at("t.csv"),
                             QStringLiteral("--preset"), QStringLiteral("plain")};
    const QByteArray before = support::bytesAt(path);
    const Ended dry = veta(import + words("--dry-run"), Ana);
    QVERIFY2(dry.code == 3, qPrintable(dry.told())); // done, with issues
    QCOMPARE(support::bytesAt(path), before);
    const Ended done = veta(import + QStringList{QStringLiteral("--rejects"), at("r.csv")}, Ana);
    QVERIFY2(done.code == 3, qPrintable(done.told()));
    QVERIFY(done.err.contains(QStringLiteral("3")) || done.out.contains(QStringLiteral("3")));
    QByteArray rejects = support::bytesAt(at("r.csv"));
    QVERIFY(rejects.contains("2,Bad,-1105,30"));
    QVERIFY(!rejects.contains("Good"));
    rejects.replace("2,Bad,-1105", "2,Bad,-110.5");
    support::writeAt(at("mended.csv"), rejects);
    run({QStringLiteral("import"), path, at("mended.csv"), QStringLiteral("--preset"),
         QStringLiteral("plain")});
    const Ended sites =
        run({QStringLiteral("sites"), path, QStringLiteral("--format"), QStringLiteral("csv")});
    for (const char* name : {"Good", "Bad", "Lost"})
        QVERIFY(sites.out.contains(QLatin1String(name)));
}

void CommandsTest::undoneAndDoneAgain()
{
    const QString path = sample("undo.gpkg");
    const auto digest = [&] {
        return run({QStringLiteral("info"), path, QStringLiteral("--digest"),
                    QStringLiteral("--json")})
            .json()
            .object()
            .value(QStringLiteral("digest"))
            .toString();
    };
    const QString before = digest();
    QCOMPARE(before.size(), 64);
    run({QStringLiteral("set"), path, QStringLiteral("--title"), QStringLiteral("Changed")});
    const QString after = digest();
    QVERIFY(after != before);
    run({QStringLiteral("undo"), path});
    QCOMPARE(digest(), before);
    run({QStringLiteral("redo"), path});
    QCOMPARE(digest(), after);
    const Ended history = run({QStringLiteral("history"), path});
    QVERIFY(history.out.contains(QStringLiteral("MX:Ana")));
}

void CommandsTest::themesAndBookmarks()
{
    const QString path = sample("themes.gpkg");
    const auto list = [&](const char* what) {
        return run({QString::fromLatin1(what), QStringLiteral("list"), path,
                    QStringLiteral("--json")})
            .json()
            .array();
    };
    const auto display = [&](const QStringList& options) {
        return run(QStringList{QStringLiteral("set"), path, QStringLiteral("--json")} + options)
            .json()
            .object()
            .value(QStringLiteral("site_display"))
            .toObject();
    };
    run({QStringLiteral("theme"), QStringLiteral("keep"), path, QStringLiteral("Legend MX")});
    QCOMPARE(list("theme").size(), 1);
    const QJsonObject changed = display(
        {QStringLiteral("--sites"), QStringLiteral("clustered"), QStringLiteral("--site-colors"),
         QStringLiteral("commodity"), QStringLiteral("--site-sizes"), QStringLiteral("tonnes"),
         QStringLiteral("--site-names"), QStringLiteral("false")});
    QCOMPARE(changed, QJsonObject({{QStringLiteral("clustered"), true},
                                   {QStringLiteral("colors"), QStringLiteral("commodity")},
                                   {QStringLiteral("sizes"), QStringLiteral("tonnes")},
                                   {QStringLiteral("labels"), false}}));
    run({QStringLiteral("theme"), QStringLiteral("show"), path, QStringLiteral("Legend MX")});
    QCOMPARE(display({QStringLiteral("--title"), QStringLiteral("T")}), QJsonObject());
    QCOMPARE(
        veta({QStringLiteral("theme"), QStringLiteral("show"), path, QStringLiteral("None")}, Ana)
            .code,
        1);
    run({QStringLiteral("theme"), QStringLiteral("remove"), path, QStringLiteral("Legend MX")});
    QCOMPARE(list("theme").size(), 0);

    run({QStringLiteral("bookmark"), QStringLiteral("add"), path, QStringLiteral("El Boleo"),
         QStringLiteral("--extent"), QStringLiteral("-113,26.5,-111.5,28")});
    QCOMPARE(list("bookmark").first().toObject().value(QStringLiteral("south")).toDouble(), 26.5);
    run({QStringLiteral("bookmark"), QStringLiteral("remove"), path, QStringLiteral("El Boleo")});
    QCOMPARE(list("bookmark").size(), 0);
    QCOMPARE(veta({QStringLiteral("bookmark"), QStringLiteral("remove"), path,
                   QStringLiteral("El Boleo")},
                  Ana)
                 .code,
             1);
    QCOMPARE(
        veta({QStringLiteral("set"), path, QStringLiteral("--sites"), QStringLiteral("odd")}, Ana)
            .code,
        2);
}

void CommandsTest::copiesMeetAgain()
{
    const QString ours = sample("ours.gpkg");
    const QString theirs = at("theirs.gpkg");
    QFile::remove(theirs);
    run({QStringLiteral("copy"), ours, theirs});
    run({QStringLiteral("set"), ours, QStringLiteral("--title"), QStringLiteral("Ours")});
    run({QStringLiteral("site"), QStringLiteral("set"), theirs, QStringLiteral("Molango"),
         QStringLiteral("note=seen")});
    for (const auto& [to, from] : {std::pair(ours, theirs), std::pair(theirs, ours)}) {
        const Ended merged = veta({QStringLiteral("merge"), to, from}, Ana);
        QVERIFY2(merged.code == 0 || merged.code == 3, qPrintable(merged.told()));
    }
    const auto digest = [&](const QString& path) {
        return run({QStringLiteral("info"), path, QStringLiteral("--digest"),
                    QStringLiteral("--json")})
            .json()
            .object()
            .value(QStringLiteral("digest"))
            .toString();
    };
    QCOMPARE(digest(ours), digest(theirs));
}

void CommandsTest::digestIsOfTheContent()
{
    const Ended made = run({QStringLiteral("verify"), at("sample.gpkg")});
    QVERIFY(!made.out.isEmpty());
    const Ended migrated = veta({QStringLiteral("migrate"), sample("m.gpkg")}, Ana);
    QCOMPARE(migrated.code, 0); // there is nothing to do
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
