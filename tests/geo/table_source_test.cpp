// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/table_source.h"

#include "base/error.h"
#include "base/os.h"
#include "tests/support/folder_state.h"
#include "tests/support/real_data.h"
#include "tests/support/workbook.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>
#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <sys/resource.h>

using geo::TableSource;
using support::Sheet;

namespace {

struct Row
{
    qint64 number = 0;
    QStringList fields; // a missing one is "-"
    QString wkt;        // none is ""
};

std::vector<Row> rowsOf(TableSource& source)
{
    std::vector<Row> rows;
    base::Progress progress;
    source.forEachRow(progress, [&](qint64 number, TableSource::Fields fields,
                                    const std::optional<QString>& wkt) {
        Row row{number, {}, wkt.value_or(QString())};
        for (const std::optional<QString>& field : fields)
            row.fields << field.value_or(QStringLiteral("-"));
        rows.push_back(std::move(row));
        return true;
    });
    return rows;
}

std::vector<Row> rowsAt(const QString& path, const QString& table = {})
{
    TableSource source = TableSource::open(path, table);
    return rowsOf(source);
}

QStringList tableNames(const QString& path)
{
    QStringList names;
    for (const geo::TableInfo& info : TableSource::listTables(path))
        names << info.name;
    return names;
}

QStringList issuesOf(const TableSource& source)
{
    QStringList texts;
    for (const base::Issue& issue : source.issues())
        texts << issue.text;
    return texts;
}

// What is said to whoever chose the file, or "" where nothing is wrong.
QString refusalOf(const QString& path, const QString& table = {})
{
    try {
        rowsAt(path, table);
        return {};
    } catch (const base::Error& error) {
        return error.message();
    }
}

QByteArray cell(const char* name, const QByteArray& value, const QByteArray& attributes = {})
{
    return QByteArray("<c r=\"") + name + "\" " + attributes + "><v>" + value + "</v></c>";
}

QByteArray inlineCell(const char* name, const QByteArray& text)
{
    return QByteArray("<c r=\"") + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

QByteArray row(int number, const QByteArray& cells)
{
    return "<row r=\"" + QByteArray::number(number) + "\">" + cells + "</row>";
}

void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

// One text field of ten characters.
QByteArray dbf(quint32 claimed, const QByteArrayList& names)
{
    QByteArray bytes(32, '\0');
    bytes[0] = 3;
    bytes[1] = 120;
    bytes[2] = bytes[3] = 1;
    qToLittleEndian<quint32>(claimed, bytes.data() + 4);
    qToLittleEndian<quint16>(65, bytes.data() + 8);
    qToLittleEndian<quint16>(11, bytes.data() + 10);
    QByteArray field(32, '\0');
    field.replace(0, 4, "NAME");
    field[11] = 'C';
    field[16] = 10;
    bytes += field + '\r';
    for (const QByteArray& name : names)
        bytes += ' ' + name.leftJustified(10, ' ');
    return bytes + '\x1a';
}

struct Feature
{
    const char* wkt = nullptr;
    std::function<void(OGRFeatureH)> fill = [](OGRFeatureH) {};
};

void writeLayer(const char* driver, const QString& path, int epsg, OGRwkbGeometryType type,
                const std::vector<std::pair<const char*, OGRFieldType>>& fields,
                const std::vector<Feature>& features)
{
    GDALAllRegister();
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver), path.toUtf8().constData(), 0, 0,
                                      0, GDT_Unknown, nullptr);
    OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, epsg);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "sites", reference, type, nullptr);
    for (const auto& [name, kind] : fields) {
        OGRFieldDefnH field = OGR_Fld_Create(name, kind);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
    }
    for (const Feature& each : features) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        each.fill(feature);
        if (each.wkt) {
            char* text = const_cast<char*>(each.wkt);
            OGRGeometryH geometry = nullptr;
            OGR_G_CreateFromWkt(&text, nullptr, &geometry);
            OGR_F_SetGeometryDirectly(feature, geometry);
        }
        if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
            qFatal("the test's own file cannot be written");
        OGR_F_Destroy(feature);
    }
    OSRRelease(reference);
    GDALClose(dataset);
}

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class TableSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    // workbooks
    void sheetsAreListedWithTheirRows();
    void everyRowComesAsDataWithItsNumber();
    void cellsComeAsTheyWereStored();
    void textOfAnyKindOfCell();
    void datesAreIso();
    void datesMayCountFrom1904();
    void aCellWithoutValueIsMissing();
    void formulasWithoutResultAreTold();
    void mergedCellsAreTold();
    void textInSeveralFontsIsTold();
    void aSheetOfNoRows();
    void rowsWithoutNumbers();
    void openDocument();
    void coveredCellsKeepTheirPlaces();
    void aWorkbookInAnArchive();
    void theChoiceOfTableIsAsked();
    void readingStopsAndIsCancelled();
    void settingsOfGdalAreLeftAlone();

    // workbooks that are none, or worse
    void refusesWhatIsNoGoodWorkbook_data();
    void refusesWhatIsNoGoodWorkbook();
    void aBombIsRefusedInLittleMemory_data();
    void aBombIsRefusedInLittleMemory();
    void aLengthThatLiesIsNoticed();
    void aStrayCellIsNotLostInSilence();

    // dBase tables and layers
    void dbase();
    void dbaseThatLies();
    void shapesAndTableThatDiffer();
    void aShapefileIsMended();
    void aShapefileInAnArchiveIsOneTable();
    void featuresAsText();
    void aPlaceForEveryKindOfShape_data();
    void aPlaceForEveryKindOfShape();
    void whatIsReadAsATable();
    void nothingIsWritten();

    // real files
    void fineprint();
    void economics_data();
    void economics();
    void layers_data();
    void layers();

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TableSourceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TableSourceTest::sheetsAreListedWithTheirRows()
{
    const QString file = path("minas año.xlsx");
    support::writeXlsx(file, {{QStringLiteral("Minas & plantas"),
                               row(1, inlineCell("A1", "nombre")) + row(5, cell("A5", "1")),
                               {}},
                              {QStringLiteral("vacía"), {}, {}},
                              {QStringLiteral("última"), row(1, cell("B1", "7")), {}}});
    QVERIFY(TableSource::reads(file));
    const auto tables = TableSource::listTables(file);
    QCOMPARE(tableNames(file), (QStringList{"Minas & plantas", "vacía", "última"}));
    QCOMPARE(tables[0].rows, std::optional<qint64>(5));
    QCOMPARE(tables[1].rows, std::optional<qint64>(0));
    QCOMPARE(tables[2].rows, std::optional<qint64>(1));
    QVERIFY(!tables[0].hasPlaces);
    const TableSource source = TableSource::open(file, QStringLiteral("última"));
    QVERIFY(source.isSheet());
    QVERIFY(source.columns().empty());
    QVERIFY(!source.crs());
    QCOMPARE(source.driver(), QStringLiteral("XLSX"));
    QCOMPARE(source.table(), QStringLiteral("última"));
}

void TableSourceTest::everyRowComesAsDataWithItsNumber()
{
    const QString file = path("a.xlsx");
    // GDAL would take the first for a header, and the type of a column from its values.
    support::writeXlsx(file, {{QStringLiteral("one"),
                               row(2, inlineCell("A2", "name") + inlineCell("C2", "lat")) +
                                   row(4, inlineCell("A4", "El Boleo") + cell("C4", "27.34")),
                               {}}});
    const std::vector<Row> rows = rowsAt(file);
    QCOMPARE(rows.size(), std::size_t(4));
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i].number, qint64(i + 1));
    QCOMPARE(rows[0].fields, (QStringList{"-", "-", "-"}));
    QCOMPARE(rows[1].fields, (QStringList{"name", "-", "lat"}));
    QCOMPARE(rows[3].fields, (QStringList{"El Boleo", "-", "27.34"}));
    QCOMPARE(rows[3].wkt, QString());
}

void TableSourceTest::cellsComeAsTheyWereStored()
{
    struct Case
    {
        const char* stored;
        const char* read;
    };
    const Case cases[] = {
        {"2015", "2015"},
        {"2015.0", "2015"},
        {"-112.0", "-112"},
        {"27.34", "27.34"},
        {"0.30000000000000004", "0.30000000000000004"},
        {"27.339999999999999", "27.34"},
        {"1.0E7", "10000000"},
        {"1.5000000000000001E-5", "1.5e-05"},
        {"0", "0"},
    };
    QByteArray rows;
    int number = 0;
    for (const Case& each : cases) {
        ++number;
        rows += row(number, cell(("A" + QByteArray::number(number)).constData(), each.stored));
    }
    // Texts that look like numbers are codes.
    const char* const codes[] = {"007",
                                 "00123456789012345678901",
                                 "12345678901234567890123",
                                 "1.10",
                                 "27.340",
                                 "1E5",
                                 "+5",
                                 "-",
                                 "1,234",
                                 "2.5.1",
                                 "0.0.0"};
    for (const char* code : codes) {
        ++number;
        rows += row(number, inlineCell(("A" + QByteArray::number(number)).constData(), code));
    }
    const QString file = path("numbers.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), rows, {}}});
    const std::vector<Row> read = rowsAt(file);
    QCOMPARE(read.size(), std::size_t(number));
    std::size_t i = 0;
    for (const Case& each : cases)
        QCOMPARE(read[i++].fields.front(), QString::fromLatin1(each.read));
    for (const char* code : codes)
        QCOMPARE(read[i++].fields.front(), QString::fromLatin1(code));
}

void TableSourceTest::textOfAnyKindOfCell()
{
    const QString file = path("texts.xlsx");
    support::writeXlsx(
        file,
        {{QStringLiteral("one"),
          row(1, cell("A1", "0", "t=\"s\"") + cell("B1", "1", "t=\"s\"") +
                     inlineCell("C1", "línea 1&#10;línea 2 &lt;3&gt;") +
                     "<c r=\"D1\" t=\"str\"><f>A1&amp;\"x\"</f><v>00123</v></c>" +
                     cell("E1", "1", "t=\"b\"") + "<c r=\"F1\"><f>SUM(A2:A9)</f><v>42.5</v></c>" +
                     inlineCell("G1", "a_x000D__x000A_b_x005F_x0041_")),
          {}}},
        "<si><t>Sonora</t></si><si><r><t xml:space=\"preserve\">El "
        "</t></r><r><t>Boleo</t></r></si>");
    QCOMPARE(rowsAt(file).front().fields, (QStringList{"Sonora", "El Boleo", "línea 1\nlínea 2 <3>",
                                                       "00123", "1", "42.5", "a\nb_x0041_"}));
}

void TableSourceTest::datesAreIso()
{
    const QString file = path("dates.xlsx");
    support::writeXlsx(file,
                       {{QStringLiteral("one"),
                         row(1, cell("A1", "43831", "s=\"1\"") + cell("B1", "43831.5", "s=\"2\"") +
                                    cell("C1", "0.25", "s=\"3\"") + cell("D1", "43831") +
                                    inlineCell("E1", "12/31/2020")),
                         {}}});
    QCOMPARE(rowsAt(file).front().fields,
             (QStringList{"2020-01-01", "2020-01-01T12:00:00", "06:00:00", "43831", "12/31/2020"}));
}

void TableSourceTest::datesMayCountFrom1904()
{
    const QString file = path("dates.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), row(1, cell("A1", "42369", "s=\"1\"")), {}}},
                       {}, "<workbookPr date1904=\"1\"/>");
    QCOMPARE(rowsAt(file).front().fields, QStringList{"2020-01-01"});
}

void TableSourceTest::aCellWithoutValueIsMissing()
{
    const QString file = path("missing.xlsx");
    support::writeXlsx(
        file,
        {{QStringLiteral("one"),
          row(1, cell("A1", "#N/A", "t=\"e\"") + cell("B1", "#DIV/0!", "t=\"e\"") +
                     cell("C1", "#N/A", "t=\"e\" s=\"1\"") + "<c r=\"D1\"><f>A1+1</f></c>" +
                     "<c r=\"E1\" s=\"1\"/>" + inlineCell("F1", "") + inlineCell("G1", "#1 mine")),
          {}}});
    QCOMPARE(rowsAt(file).front().fields, (QStringList{"-", "-", "-", "-", "-", "-", "#1 mine"}));
}

void TableSourceTest::formulasWithoutResultAreTold()
{
    const QString file = path("formulas.xlsx");
    support::writeXlsx(file, {{QStringLiteral("Minas"),
                               row(1, "<c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>1+1</f><v></v></c>"
                                      "<c r=\"C1\"><f>1+1</f><v/></c><c r=\"D1\"><v>2</v></c>"
                                      "<c r=\"E1\"><f>2</f><v>2</v></c>"),
                               {}}});
    TableSource source = TableSource::open(file);
    QCOMPARE(rowsOf(source).front().fields, (QStringList{"-", "-", "-", "2", "2"}));
    QCOMPARE(source.issues().size(), std::size_t(1));
    QCOMPARE(source.issues()[0].severity, base::Severity::Warning);
    QVERIFY2(source.issues()[0].text.startsWith(QStringLiteral("3 cells of the sheet “Minas”")),
             qPrintable(source.issues()[0].text));
    QCOMPARE(source.issues()[0].where.file, QStringLiteral("formulas.xlsx"));
}

void TableSourceTest::mergedCellsAreTold()
{
    const QString file = path("merged.xlsx");
    support::writeXlsx(
        file, {{QStringLiteral("one"),
                row(1, inlineCell("A1", "title") + "<c r=\"B1\"/><c r=\"C1\"/>") +
                    row(2, inlineCell("A2", "x") + inlineCell("B2", "y")),
                "<mergeCells count=\"2\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/>"
                "</mergeCells>"}});
    TableSource source = TableSource::open(file);
    const std::vector<Row> rows = rowsOf(source);
    QCOMPARE(rows[0].fields, (QStringList{"title", "-", "-"}));
    QCOMPARE(rows[1].fields, (QStringList{"x", "y", "-"}));
    QCOMPARE(source.issues().size(), std::size_t(1));
    QVERIFY(source.issues()[0].text.contains(QLatin1String("A1:C1, A2:A3")));
}

void TableSourceTest::textInSeveralFontsIsTold()
{
    const QString file = path("fonts.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"),
                               row(1, "<c r=\"A1\" t=\"inlineStr\"><is><r><t>El </t></r>"
                                      "<r><t>Boleo</t></r></is></c>"),
                               {}}});
    const TableSource source = TableSource::open(file);
    QCOMPARE(source.issues().size(), std::size_t(1));
    QVERIFY(source.issues()[0].text.contains(QLatin1String("several fonts")));
}

void TableSourceTest::aSheetOfNoRows()
{
    const QString file = path("empty.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), {}, {}}});
    QCOMPARE(rowsAt(file).size(), std::size_t(0));
    QCOMPARE(TableSource::listTables(file)[0].rows, std::optional<qint64>(0));
}

void TableSourceTest::rowsWithoutNumbers()
{
    const QString file = path("plain.xlsx");
    support::writeXlsx(file,
                       {{QStringLiteral("one"),
                         "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
                         {}}});
    const std::vector<Row> rows = rowsAt(file);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].fields, (QStringList{"1", "2"}));
    QCOMPARE(rows[1].fields, (QStringList{"3", "-"}));
}

void TableSourceTest::openDocument()
{
    const QString file = path("a.ods");
    support::writeOds(
        file,
        "<table:table table:name=\"Minas &amp; plantas\"><table:table-column/>"
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>clave</text:p>"
        "</table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
        "table:number-columns-repeated=\"4\"/></table:table-row>"
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>007</text:p>"
        "</table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"2.5\"><text:p>2,5</text:p>"
        "</table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2020-01-31\"><text:p>31"
        "</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2020-01-31T12:30:00\"/>"
        "<table:table-cell office:value-type=\"time\" office:time-value=\"PT12H30M00S\"/>"
        "<table:table-cell table:formula=\"of:=[.A1]&gt;1\"/>"
        "<table:table-cell table:formula=\"of:=1+2\" office:value-type=\"float\" "
        "office:value=\"30\"/>"
        "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"2\">"
        "<text:p>a</text:p><text:p>b</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
    QVERIFY(TableSource::reads(file));
    QCOMPARE(tableNames(file), QStringList{"Minas & plantas"});
    QCOMPARE(TableSource::listTables(file)[0].rows, std::optional<qint64>(4));
    TableSource source = TableSource::open(file);
    QVERIFY(source.isSheet());
    const std::vector<Row> rows = rowsOf(source);
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows[0].fields.front(), QStringLiteral("clave"));
    QCOMPARE(rows[3].fields, (QStringList{"007", "2.5", "2020-01-31", "2020-01-31T12:30:00",
                                          "12:30:00", "-", "30", "a\nb", "a\nb"}));
}

void TableSourceTest::coveredCellsKeepTheirPlaces()
{
    const QString file = path("covered.ods");
    support::writeOds(
        file, "<table:table table:name=\"one\">"
              "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p>"
              "</table:table-cell><table:table-cell office:value-type=\"string\" "
              "table:number-columns-spanned=\"3\"><text:p>title</text:p></table:table-cell>"
              "<table:covered-table-cell table:number-columns-repeated=\"2\"/>"
              "<table:table-cell office:value-type=\"string\"><text:p>E</text:p>"
              "</table:table-cell></table:table-row></table:table>");
    TableSource source = TableSource::open(file);
    QCOMPARE(rowsOf(source).front().fields, (QStringList{"x", "title", "-", "-", "E"}));
    QCOMPARE(source.issues().size(), std::size_t(1));
    QVERIFY(source.issues()[0].text.contains(QLatin1String("(B1:D1)")));
}

void TableSourceTest::aWorkbookInAnArchive()
{
    support::writeXlsx(path("inner.xlsx"),
                       {{QStringLiteral("one"), row(1, inlineCell("A1", "x")), {}},
                        {QStringLiteral("two"), row(1, inlineCell("A1", "y")), {}}});
    QFile inner(path("inner.xlsx"));
    QVERIFY(inner.open(QIODevice::ReadOnly));
    const QByteArray bytes = inner.readAll();
    support::writeZip(path("one.zip"),
                      {{QStringLiteral("carpeta/minas.xlsx"), bytes}, {"leame.txt", "x"}});
    QVERIFY(TableSource::reads(path("one.zip")));
    QCOMPARE(tableNames(path("one.zip")), (QStringList{"one", "two"}));
    QCOMPARE(rowsAt(path("one.zip"), QStringLiteral("two")).front().fields, QStringList{"y"});

    // Beside others, it is called by its path; what cannot be read is told and the rest is.
    support::writeZip(path("more.zip"), {{QStringLiteral("a.xlsx"), bytes},
                                         {QStringLiteral("b.xlsx"), "nothing"},
                                         {QStringLiteral("c.dbf"), dbf(1, {"Boleo"})}});
    QCOMPARE(tableNames(path("more.zip")), (QStringList{"a/one", "a/two", "c"}));
    TableSource source = TableSource::open(path("more.zip"), QStringLiteral("a/two"));
    QCOMPARE(rowsOf(source).front().fields, QStringList{"y"});
    QCOMPARE(source.issues().size(), std::size_t(1));

    support::writeZip(path("none.zip"), {{QStringLiteral("a.csv"), "x"}, {"b.json", "[1]"}});
    QVERIFY(!TableSource::reads(path("none.zip")));
    QVERIFY(refusalOf(path("none.zip")).contains(QLatin1String("none.zip")));
}

void TableSourceTest::theChoiceOfTableIsAsked()
{
    const QString file = path("a.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), row(1, inlineCell("A1", "x")), {}},
                              {QStringLiteral("two"), row(1, inlineCell("A1", "y")), {}}});
    QCOMPARE(refusalOf(file),
             QStringLiteral("“a.xlsx” holds several tables. Say which one: one, two."));
    QCOMPARE(refusalOf(file, QStringLiteral("three")),
             QStringLiteral("“a.xlsx” holds no table “three”. Choose one of these: one, two."));
}

void TableSourceTest::readingStopsAndIsCancelled()
{
    QByteArray rows;
    for (int i = 1; i <= 1000; ++i)
        rows += row(i, cell("A1", "1").replace("A1", "A" + QByteArray::number(i)));
    support::writeXlsx(path("a.xlsx"), {{QStringLiteral("one"), rows, {}}});
    TableSource source = TableSource::open(path("a.xlsx"));
    base::Progress progress;
    qint64 seen = 0;
    source.forEachRow(progress, [&](qint64 number, auto, auto&) {
        seen = number;
        return number < 3;
    });
    QCOMPARE(seen, qint64(3));
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             source.forEachRow(progress, [&](qint64 number, auto, auto&) {
                                 seen = number;
                                 progress.cancel();
                                 return true;
                             }));
    QVERIFY(seen < 1000);
    // And from the first row again.
    QCOMPARE(rowsOf(source).size(), std::size_t(1000));
}

void TableSourceTest::settingsOfGdalAreLeftAlone()
{
    support::writeXlsx(path("a.xlsx"), {{QStringLiteral("one"), row(1, cell("A1", "1")), {}}});
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE");
    rowsAt(path("a.xlsx"));
    QCOMPARE(CPLGetThreadLocalConfigOption("OGR_XLSX_HEADERS", ""), "FORCE");
    QCOMPARE(CPLGetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", "none"), "none");
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", nullptr);
}

void TableSourceTest::refusesWhatIsNoGoodWorkbook_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<support::Members>("members"); // where it is an archive
    QTest::addColumn<QString>("said");
    const QByteArray old("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    const QString marker = QStringLiteral("EncryptedPackage");
    const QByteArray encrypted =
        old + QByteArray(2000, '\0') +
        QByteArray(reinterpret_cast<const char*>(marker.utf16()), marker.size() * 2);
    const QString password = QStringLiteral("protected by a password");
    const QString none = QStringLiteral("is no workbook that can be read");
    QTest::newRow("encrypted xlsx") << "a.xlsx" << encrypted << support::Members() << password;
    QTest::newRow("old workbook") << "a.xlsx" << old + QByteArray(2000, 'x') << support::Members()
                                  << "of the old kind (.xls)";
    QTest::newRow("encrypted ods") << "a.ods" << QByteArray()
                                   << support::Members{{QStringLiteral("content.xml"), "\x01\x02"},
                                                       {QStringLiteral("META-INF/manifest.xml"),
                                                        "<manifest:encryption-data/>"}}
                                   << password;
    QTest::newRow("text") << "a.xlsx" << QByteArray("name,lat\n1,2\n") << support::Members()
                          << none;
    QTest::newRow("nothing") << "a.xlsx" << QByteArray() << support::Members() << "is empty";
    QTest::newRow("document") << "a.xlsx" << QByteArray()
                              << support::Members{{QStringLiteral("word/document.xml"), "<a/>"}}
                              << none;
    const std::vector<Sheet> sheets = {{QStringLiteral("one"), row(1, cell("A1", "1")), {}}};
    support::Members entities = support::xlsxMembers(sheets);
    entities.back().second =
        "<!DOCTYPE a [<!ENTITY a \"<row r='1'/>\">]><worksheet><sheetData>&a;</sheetData>"
        "</worksheet>";
    QTest::newRow("entities") << "a.xlsx" << QByteArray() << entities << none;
    support::Members prefixed = support::xlsxMembers(sheets);
    prefixed.back().second = "<x:worksheet><x:sheetData><x:row r=\"1\"/></x:sheetData>"
                             "</x:worksheet>";
    QTest::newRow("prefix") << "a.xlsx" << QByteArray() << prefixed << none;
    support::Members wide = support::xlsxMembers(sheets);
    wide.back().second = QByteArray("\xfe\xff\0<\0a\0/\0>", 10);
    QTest::newRow("UTF-16") << "a.xlsx" << QByteArray() << wide << none;
    support::Members cut = support::xlsxMembers(sheets);
    cut.back().second = "<worksheet><sheetData>" + row(1, cell("A1", "1")) + "<row r=\"2\"><c";
    QTest::newRow("cut sheet") << "a.xlsx" << QByteArray() << cut << none;
    support::Members broken = support::xlsxMembers(sheets);
    broken.back().second = "<worksheet><sheetData>" + row(1, cell("A1", "1")) + "</c>" +
                           row(2, cell("A2", "1")) + "</sheetData></worksheet>";
    QTest::newRow("broken sheet") << "a.xlsx" << QByteArray() << broken << "cannot be read whole";
    QTest::newRow("broken ods") << "a.ods" << QByteArray()
                                << support::Members{{QStringLiteral("mimetype"), "x"},
                                                    {QStringLiteral("content.xml"),
                                                     "<office:document-content><table:table "
                                                     "table:name=\"a\"><table:table-row></x>"}}
                                << "cannot be read whole";
}

void TableSourceTest::refusesWhatIsNoGoodWorkbook()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(support::Members, members);
    QFETCH(QString, said);
    const QString file = m_folder->filePath(name);
    if (members.empty())
        writeBytes(file, bytes);
    else
        support::writeZip(file, members);
    const QString refusal = refusalOf(file);
    QVERIFY2(refusal.contains(said), qPrintable(refusal));
    QVERIFY2(refusal.contains(QStringLiteral("“%1”").arg(name)), qPrintable(refusal));
}

void TableSourceTest::aBombIsRefusedInLittleMemory_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addColumn<QByteArray>("shared");
    QTest::newRow("spaces") << QByteArray(70 << 20, ' ') << QByteArray();
    QByteArray wide;
    QByteArray repeated;
    for (int i = 1; i <= 60'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        wide += row(i, "<c r=\"BXX" + number + "\"/>");
        repeated += row(i, "<c r=\"A" + number + "\" t=\"s\"><v>0</v></c>");
    }
    QTest::newRow("rows of 2,000 columns") << wide << QByteArray();
    QTest::newRow("one long text again and again")
        << repeated << "<si><t>" + QByteArray(30'000, 'x') + "</t></si>";
}

void TableSourceTest::aBombIsRefusedInLittleMemory()
{
    QFETCH(QByteArray, sheet);
    QFETCH(QByteArray, shared);
    const QString file = path("bomb.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), sheet, {}}}, shared);
    const long before = peakMegabytes();
    const QString refusal = refusalOf(file);
    QVERIFY2(refusal.contains(QLatin1String("unpacks to far more")), qPrintable(refusal));
    constexpr long MostMegabytes = 100;
    QVERIFY(peakMegabytes() - before < MostMegabytes);
}

// An archive states how long its members are.
void TableSourceTest::aLengthThatLiesIsNoticed()
{
    QByteArray wide;
    for (int i = 1; i <= 60'000; ++i)
        wide += row(i, "<c r=\"BXX" + QByteArray::number(i) + "\"/>");
    const QString file = path("lies.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), wide, {}}});
    QFile archive(file);
    QVERIFY(archive.open(QIODevice::ReadWrite));
    QByteArray bytes = archive.readAll();
    int changed = 0;
    for (qsizetype at = bytes.indexOf("PK\x01\x02"); at >= 0;
         at = bytes.indexOf("PK\x01\x02", at + 4))
        if (bytes.mid(at + 46, 40).startsWith("xl/worksheets/sheet1.xml")) {
            qToLittleEndian<quint32>(900, bytes.data() + at + 24);
            ++changed;
        }
    QCOMPARE(changed, 1);
    archive.seek(0);
    archive.write(bytes);
    archive.close();
    const QString refusal = refusalOf(file);
    QVERIFY2(refusal.contains(QLatin1String("damaged")) ||
                 refusal.contains(QLatin1String("unpacks to far more")),
             qPrintable(refusal));
}

void TableSourceTest::aStrayCellIsNotLostInSilence()
{
    QByteArray rows;
    for (int i = 1; i <= 30'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        rows += row(i, "<c r=\"A" + number + "\"><v>1</v></c>" +
                           (i == 25'000 ? "<c r=\"Z" + number + "\"><v>2</v></c>" : ""));
    }
    const QString file = path("stray.xlsx");
    support::writeXlsx(file, {{QStringLiteral("one"), rows, {}}});
    const QString refusal = refusalOf(file);
    QVERIFY2(refusal.contains(QLatin1String("a stray cell lies far outside its table")),
             qPrintable(refusal));
}

void TableSourceTest::dbase()
{
    const QString file = path("minas.dbf");
    writeBytes(file, dbf(3, {"El Boleo", "Pinale\xf1o", ""}));
    QVERIFY(TableSource::reads(file));
    QCOMPARE(TableSource::listTables(file)[0].rows, std::optional<qint64>(3));
    QVERIFY(!TableSource::listTables(file)[0].hasPlaces);
    TableSource source = TableSource::open(file);
    QVERIFY(!source.isSheet());
    QCOMPARE(source.columns(), (std::vector<QString>{"NAME"}));
    QCOMPARE(source.driver(), QStringLiteral("ESRI Shapefile"));
    const std::vector<Row> rows = rowsOf(source);
    QCOMPARE(rows[0].fields, QStringList{"El Boleo"});
    QCOMPARE(rows[1].fields, QStringList{"Pinaleño"});
    QCOMPARE(rows[2].fields, QStringList{"-"});
    QCOMPARE(rows[2].number, qint64(3));
    QCOMPARE(source.encoding(), QStringLiteral("CP1252"));
    QCOMPARE(source.issues().size(), std::size_t(1));
    QCOMPARE(source.issues()[0].severity, base::Severity::Note);
}

void TableSourceTest::dbaseThatLies()
{
    writeBytes(path("more.dbf"), dbf(2'000'000'000, {"a", "b"}));
    QVERIFY(refusalOf(path("more.dbf")).contains(QLatin1String("cannot be read to its end")));
    QVERIFY(issuesOf(TableSource::open(path("more.dbf")))
                .first()
                .contains(QLatin1String("says it has 2,000,000,000 rows, and there are 2")));
    writeBytes(path("less.dbf"), dbf(1, {"a", "b", "c"}));
    QVERIFY(issuesOf(TableSource::open(path("less.dbf")))
                .first()
                .contains(QLatin1String("says it has 1 rows, and there are 3")));
}

void TableSourceTest::shapesAndTableThatDiffer()
{
    const QString file = path("sites.shp");
    const auto named = [](OGRFeatureH feature) { OGR_F_SetFieldString(feature, 0, "x"); };
    writeLayer("ESRI Shapefile", file, 32612, wkbPoint, {{"NAME", OFTString}},
               {{"POINT (1 2)", named}, {"POINT (3 4)", named}, {"POINT (5 6)", named}});
    QVERIFY(TableSource::open(file).issues().empty());
    writeBytes(path("sites.dbf"), dbf(2, {"a", "b"}));
    TableSource source = TableSource::open(file);
    QCOMPARE(issuesOf(source).size(), qsizetype(1));
    QVERIFY2(issuesOf(source).first().contains(QLatin1String("3 shapes and 2 rows")),
             qPrintable(issuesOf(source).first()));
}

void TableSourceTest::aShapefileIsMended()
{
    const QString file = path("sites.shp");
    const auto named = [](OGRFeatureH feature) { OGR_F_SetFieldString(feature, 0, "x"); };
    writeLayer("ESRI Shapefile", file, 32612, wkbPoint, {{"NAME", OFTString}},
               {{"POINT (1 2)", named}, {"POINT (3 4)", named}});
    writeBytes(path("sites.dbf"), dbf(2'000'000'000, {"a", "b"}));
    QVERIFY(QFile::remove(path("sites.shx")));
    TableSource source = TableSource::open(file);
    const std::vector<Row> rows = rowsOf(source);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[1].fields, QStringList{"b"});
    QCOMPARE(rows[1].wkt, QStringLiteral("POINT (3 4)"));
    const QStringList issues = issuesOf(source);
    QCOMPARE(issues.size(), qsizetype(2));
    QVERIFY2(issues[0].contains(QLatin1String("2,000,000,000 rows, and has 2")),
             qPrintable(issues[0]));
    QVERIFY2(issues[1].contains(QLatin1String("made anew in memory")), qPrintable(issues[1]));
    QVERIFY(!QFile::exists(path("sites.shx")));
}

// Of the files of one name in an archive, the table and a picture of it take no name from the
// shapes.
void TableSourceTest::aShapefileInAnArchiveIsOneTable()
{
    const auto named = [](OGRFeatureH feature) { OGR_F_SetFieldString(feature, 0, "x"); };
    writeLayer("ESRI Shapefile", path("Minas.shp"), 32612, wkbPoint, {{"NAME", OFTString}},
               {{"POINT (1 2)", named}});
    support::Members members{{QStringLiteral("b/otra.dbf"), dbf(1, {"Boleo"})},
                             {QStringLiteral("b/Minas.tif"), "x"}};
    for (const char* ending : {"shp", "shx", "dbf", "prj"}) {
        QFile file(path("Minas.") + QLatin1String(ending));
        QVERIFY(file.open(QIODevice::ReadOnly));
        members.emplace_back(QStringLiteral("b/Minas.") + QString::fromLatin1(ending).toUpper(),
                             file.readAll());
    }
    support::writeZip(path("minas.zip"), members);
    QCOMPARE(tableNames(path("minas.zip")), (QStringList{"b/Minas", "b/otra"}));
    TableSource source = TableSource::open(path("minas.zip"), QStringLiteral("b/Minas"));
    QCOMPARE(rowsOf(source).front().fields, QStringList{"x"});
    QCOMPARE(source.issues().size(), std::size_t(0));
}

void TableSourceTest::featuresAsText()
{
    const QString file = path("sites.gpkg");
    writeLayer("GPKG", file, 26712, wkbPoint,
               {{"name", OFTString},
                {"year", OFTInteger},
                {"big", OFTInteger64},
                {"grade", OFTReal},
                {"seen", OFTDate},
                {"changed", OFTDateTime},
                {"raw", OFTBinary}},
               {{"POINT Z (500000.25 3500000 12)",
                 [](OGRFeatureH feature) {
                     OGR_F_SetFieldString(feature, 0, "El Boleo");
                     OGR_F_SetFieldInteger(feature, 1, 2015);
                     OGR_F_SetFieldInteger64(feature, 2, 9'007'199'254'740'993);
                     OGR_F_SetFieldDouble(feature, 3, 0.1);
                     OGR_F_SetFieldDateTime(feature, 4, 2020, 1, 31, 0, 0, 0, 0);
                     OGR_F_SetFieldDateTime(feature, 5, 2020, 1, 31, 12, 30, 5, 100);
                 }},
                {nullptr,
                 [](OGRFeatureH feature) {
                     OGR_F_SetFieldString(feature, 0, "");
                     OGR_F_SetFieldDouble(feature, 3, 1500000);
                 }},
                {"POINT (nan nan)",
                 {[](OGRFeatureH feature) { OGR_F_SetFieldDouble(feature, 3, HUGE_VAL); }}}});
    TableSource source = TableSource::open(file);
    QCOMPARE(source.columns(),
             (std::vector<QString>{"name", "year", "big", "grade", "seen", "changed"}));
    QCOMPARE(source.crs()->code(), QStringLiteral("EPSG:26712"));
    QCOMPARE(source.rows(), std::optional<qint64>(3));
    QVERIFY(TableSource::listTables(file)[0].hasPlaces);
    const std::vector<Row> rows = rowsOf(source);
    QCOMPARE(rows[0].fields, (QStringList{"El Boleo", "2015", "9007199254740993", "0.1",
                                          "2020-01-31", "2020-01-31T12:30:05Z"}));
    QCOMPARE(rows[0].wkt, QStringLiteral("POINT (500000.25 3500000)"));
    QCOMPARE(rows[1].fields, (QStringList{"-", "-", "-", "1500000", "-", "-"}));
    QCOMPARE(rows[1].wkt, QString());
    QCOMPARE(rows[2].fields[3], QStringLiteral("-"));
    QCOMPARE(rows[2].wkt, QString());
}

void TableSourceTest::aPlaceForEveryKindOfShape_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("place");
    QTest::newRow("point") << "POINT (1.5 2)"
                           << "POINT (1.5 2)";
    QTest::newRow("points") << "MULTIPOINT (1 2)"
                            << "POINT (1 2)";
    QTest::newRow("line") << "LINESTRING (0 0,4 0,4 2)"
                          << "POINT (3 0)";
    QTest::newRow("lines") << "MULTILINESTRING ((0 0,1 0),(10 0,20 0))"
                           << "POINT (15 0)";
    // Its centre lies outside.
    QTest::newRow("bent polygon") << "POLYGON ((0 0,10 0,10 10,8 10,8 2,2 2,2 10,0 10,0 0))"
                                  << "POINT (1 6)";
    QTest::newRow("polygons")
        << "MULTIPOLYGON (((0 0,1 0,1 1,0 1,0 0)),((10 10,20 10,20 20,10 20,10 10)))"
        << "POINT (15 15)";
    QTest::newRow("crossing itself") << "POLYGON ((0 0,2 2,2 0,0 2,0 0))"
                                     << "*";
    QTest::newRow("collection") << "GEOMETRYCOLLECTION (POINT (1 2))"
                                << "POINT (1 2)";
    QTest::newRow("nothing") << "POINT EMPTY"
                             << "";
}

void TableSourceTest::aPlaceForEveryKindOfShape()
{
    QFETCH(QString, shape);
    QFETCH(QString, place);
    const QString file = path("shape.gpkg");
    const QByteArray text = shape.toLatin1();
    writeLayer("GPKG", file, 4326, wkbUnknown, {{"name", OFTString}}, {{text.constData()}});
    const std::vector<Row> rows = rowsAt(file);
    QCOMPARE(rows.size(), std::size_t(1));
    if (place == QLatin1String("*"))
        QVERIFY(rows[0].wkt.startsWith(QLatin1String("POINT (")));
    else
        QCOMPARE(rows[0].wkt, place);
}

void TableSourceTest::whatIsReadAsATable()
{
    const auto reads = [&](const char* name, const QByteArray& bytes) {
        writeBytes(path(name), bytes);
        return TableSource::reads(path(name));
    };
    QVERIFY(reads("a.XLSX", "x"));
    QVERIFY(reads("a.geojson", "x"));
    QVERIFY(reads("a.json", "{\"type\":\"FeatureCollection\",\"features\":[]}"));
    QVERIFY(!reads("b.json", "{\"results\":{\"bindings\":[]}}"));
    QVERIFY(!reads("c.json", "[{\"name\":\"El Boleo\"}]"));
    QVERIFY(reads("a.tab", "!table\n!version 300\n"));
    QVERIFY(!reads("b.tab", "name\tlat\tlon\n"));
    QVERIFY(!reads("a.csv", "name,lat,lon\n"));
    QVERIFY(!reads("a.txt", "x"));
    QVERIFY(!reads("a.tif", "x"));
    QVERIFY(!reads("a.zip", "x"));
    QVERIFY(!TableSource::reads(path("absent.xlsx")));
    QVERIFY(!TableSource::reads(m_folder->path()));
}

void TableSourceTest::nothingIsWritten()
{
    support::writeXlsx(path("a.xlsx"), {{QStringLiteral("one"), row(1, cell("A1", "1")), {}}});
    writeBytes(path("b.dbf"), dbf(1, {"a"}));
    writeLayer("GPKG", path("c.gpkg"), 4326, wkbPoint, {{"name", OFTString}}, {{"POINT (1 2)"}});
    const support::FolderState before(m_folder->path());
    for (const char* name : {"a.xlsx", "b.dbf", "c.gpkg"})
        QCOMPARE(rowsAt(path(name)).size(), std::size_t(1));
    QCOMPARE(support::FolderState(m_folder->path()).difference(before), QString());
}

void TableSourceTest::fineprint()
{
    VETA_NEEDS_REAL_DATA(file, "sites/fineprint_detailed_data_mining.xlsx");
    QElapsedTimer timer;
    timer.start();
    const std::map<QString, qint64> expected = {
        {"general", 1544},           {"sub_sites", 1207},  {"minerals_ores_conce", 15689},
        {"commodities", 10687},      {"processing", 4639}, {"transport", 1869},
        {"capacity_reserves", 1963}, {"waste", 1262},      {"other_info", 897}};
    std::map<QString, qint64> listed;
    std::map<QString, qint64> read;
    for (const geo::TableInfo& info : TableSource::listTables(file)) {
        listed[info.name] = info.rows.value_or(-1);
        read[info.name] = qint64(rowsAt(file, info.name).size());
    }
    QCOMPARE(listed, expected);
    QCOMPARE(read, expected);
    qInfo("all sheets, each opened anew: %lld ms", timer.elapsed());

    const std::vector<Row> sites = rowsAt(file, QStringLiteral("sub_sites"));
    QCOMPARE(sites[0].fields.first(5),
             (QStringList{"mine_fac", "sub_site", "sub_site_other_name", "latitude", "longitude"}));
    QCOMPARE(sites[1].fields.first(5),
             (QStringList{"Ahafo", "Ahafo South", "-", "6.99982947971453", "-2.36131794386411"}));
    const std::vector<Row> ores = rowsAt(file, QStringLiteral("minerals_ores_conce"));
    QCOMPARE(ores[1].fields.first(8), (QStringList{"Bulyanhulu", "-", "Ore processed", "Gold ore",
                                                   "-", "2015", "Kt", "983"}));
}

void TableSourceTest::economics_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("tables");
    QTest::newRow("lithium") << "economics/usgs_ds140_lithium_2021.xlsx"
                             << QStringList{"Lithium statistics 130"};
    QTest::newRow("prices") << "economics/world_bank_pink_sheet_monthly_2026-06.xlsx"
                            << QStringList{"AFOSHEET 0", "Monthly Prices 803",
                                           "Monthly Indices 1362", "Description 406",
                                           "Index Weights 92"};
}

void TableSourceTest::economics()
{
    QFETCH(QString, name);
    QFETCH(QStringList, tables);
    const QString file = support::realData(name);
    if (!QFile::exists(file))
        QSKIP("set VETA_REAL_DATA to the folder of real data to run this test");
    QStringList read;
    for (const geo::TableInfo& info : TableSource::listTables(file)) {
        const std::vector<Row> rows = rowsAt(file, info.name);
        QCOMPARE(info.rows, std::optional<qint64>(qint64(rows.size())));
        read << QStringLiteral("%1 %2").arg(info.name).arg(rows.size());
    }
    QCOMPARE(read, tables);
}

void TableSourceTest::layers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("crs");

    QTest::newRow("klamath") << "sites/usmin_klamath_points_shp.zip" << 4404 << "EPSG:4326";
    QTest::newRow("hidalgo") << "sites/mx_hidalgo_comarca_minera_minas_shp.zip" << 19
                             << "EPSG:32614";
    QTest::newRow("lithium") << "sites/minmod_lithium_points.geojson" << 670 << "EPSG:4326";
    QTest::newRow("polygons") << "sites/usmin_ca_north_polys.geojson.zip" << 727 << "EPSG:4326";
}

void TableSourceTest::layers()
{
    QFETCH(QString, name);
    QFETCH(int, rows);
    QFETCH(QString, crs);
    const QString file = support::realData(name);
    if (!QFile::exists(file))
        QSKIP("set VETA_REAL_DATA to the folder of real data to run this test");
    QVERIFY(TableSource::reads(file));
    TableSource source = TableSource::open(file);
    QCOMPARE(source.crs()->code(), crs);
    const std::vector<Row> read = rowsOf(source);
    QCOMPARE(int(read.size()), rows);
    for (const Row& row : read) {
        QVERIFY(row.wkt.startsWith(QLatin1String("POINT (")));
        QCOMPARE(std::size_t(row.fields.size()), source.columns().size());
    }
    QCOMPARE(issuesOf(source), QStringList());
    if (name.contains(QLatin1String("hidalgo")))
        QVERIFY(std::any_of(read.begin(), read.end(), [](const Row& row) {
            return row.fields.contains(QStringLiteral("Sagrado Corazón/San José"));
        }));
}

QTEST_GUILESS_MAIN(TableSourceTest)
#include "table_source_test.moc"
