// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/quantity.h"

#include "base/error.h"
#include "catalogue/csv.h"
#include "catalogue/quantity_table.h"
#include "catalogue/text_encoding.h"
#include "catalogue/vocabulary.h"
#include "quantity_spellings.h"
#include "tests/support/real_data.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>
#include <cmath>
#include <map>

using namespace catalogue;

namespace {

QString describe(UnitProblem problem)
{
    switch (problem) {
    case UnitProblem::None:
        return QStringLiteral("none");
    case UnitProblem::Missing:
        return QStringLiteral("missing");
    case UnitProblem::Unknown:
        return QStringLiteral("unknown");
    case UnitProblem::Ambiguous:
        return QStringLiteral("ambiguous");
    case UnitProblem::OtherQuantity:
        return QStringLiteral("other quantity");
    }
    return {};
}

QString describe(const Substance& substance)
{
    if (substance == Substance())
        return {};
    QString text = QStringLiteral(" of %1 %2").arg(substance.commodity, substance.formula);
    if (substance.measuredAs != substance.formula)
        text += QStringLiteral(" as ") + substance.measuredAs;
    return text;
}

// "1000 dry", "0.001 of ore", "187.85 of lithium Li2CO3 as Li", "ambiguous".
QString describe(const UnitReading<TonnageUnit>& reading)
{
    if (!reading.unit)
        return describe(reading.problem);
    QString text = QString::number(reading.unit->tonnesPerUnit, 'g', 9);
    if (!reading.unit->basis.isEmpty())
        text += QLatin1Char(' ') + reading.unit->basis;
    if (!reading.unit->of.isEmpty())
        text += QStringLiteral(" of ") + reading.unit->of;
    return text + describe(reading.unit->substance);
}

// "percent", "ppm x 0.001", "percent x 0.46454 of lithium Li2O as Li", "g/t of gold Au equivalent".
QString describe(const UnitReading<GradeUnit>& reading)
{
    if (!reading.unit)
        return describe(reading.problem);
    QString text = reading.unit->unit;
    if (reading.unit->factor != 1)
        text += QStringLiteral(" x %1").arg(reading.unit->factor, 0, 'g', 9);
    text += describe(reading.unit->substance);
    return reading.unit->equivalent ? text + QStringLiteral(" equivalent") : text;
}

QString tonnage(const char* spelling, UnitMeanings meanings = {})
{
    return describe(UnitReader(std::move(meanings)).tonnage(QString::fromUtf8(spelling)));
}

QString grade(const char* spelling, UnitMeanings meanings = {})
{
    return describe(UnitReader(std::move(meanings)).grade(QString::fromUtf8(spelling)));
}

// The rows of a file of an archive or, without a member, of a file; the header first.
std::vector<std::vector<QString>> rowsOf(const QString& path, const QString& member,
                                         QChar separator)
{
    QByteArray bytes;
    if (member.isEmpty()) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
    } else {
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), path, member});
        if (unzip.waitForFinished(60000) && unzip.exitCode() == 0)
            bytes = unzip.readAllStandardOutput();
    }
    const QByteArray text = toUtf8(bytes).utf8;
    CsvReader reader(text, separator.toLatin1());
    CsvReader::Record record;
    std::vector<std::vector<QString>> rows;
    while (reader.next(record)) {
        rows.emplace_back();
        for (const QByteArrayView field : record.fields)
            rows.back().push_back(QString::fromUtf8(field));
    }
    return rows;
}

// How often each value stands in the columns of that name.
std::map<QString, int> countsOf(const std::vector<std::vector<QString>>& rows,
                                const QStringList& columns)
{
    std::map<QString, int> counts;
    for (size_t row = 1; row < rows.size(); ++row)
        for (size_t at = 0; at < rows[row].size() && at < rows.front().size(); ++at)
            if (columns.contains(rows.front()[at]))
                ++counts[rows[row][at]];
    return counts;
}

double massOf(const QString& formula, const QString& element = {})
{
    static const std::map<QString, double> weights{
        {"H", 1.008},   {"Li", 6.94},   {"Be", 9.0122}, {"B", 10.81},   {"C", 12.011},
        {"O", 15.999},  {"Mg", 24.305}, {"Al", 26.982}, {"Si", 28.085}, {"P", 30.974},
        {"S", 32.06},   {"Cl", 35.45},  {"K", 39.098},  {"Sc", 44.956}, {"Ti", 47.867},
        {"V", 50.942},  {"Cr", 51.996}, {"Mn", 54.938}, {"Fe", 55.845}, {"Ge", 72.63},
        {"Rb", 85.468}, {"Y", 88.906},  {"Zr", 91.224}, {"Nb", 92.906}, {"Mo", 95.95},
        {"Sn", 118.71}, {"Sb", 121.76}, {"Cs", 132.91}, {"La", 138.91}, {"Ce", 140.12},
        {"Pr", 140.91}, {"Nd", 144.24}, {"Sm", 150.36}, {"Eu", 151.96}, {"Gd", 157.25},
        {"Tb", 158.93}, {"Dy", 162.5},  {"Ho", 164.93}, {"Er", 167.26}, {"Tm", 168.93},
        {"Yb", 173.05}, {"Lu", 174.97}, {"Hf", 178.49}, {"Ta", 180.95}, {"W", 183.84},
        {"Th", 232.04}, {"U", 238.03}};
    static const QRegularExpression part(QStringLiteral("([A-Z][a-z]?)(\\d*)"));
    double mass = 0;
    for (auto match = part.globalMatch(formula); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        const int count = each.captured(2).isEmpty() ? 1 : each.captured(2).toInt();
        if (element.isEmpty())
            mass += count * weights.at(each.captured(1));
        else if (each.captured(1) == element)
            mass += count;
    }
    return mass;
}

} // namespace

class QuantityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySpellingOfMinmod();
    void theListMatchesItself();
    void otherFiles();
    void tonnages_data();
    void tonnages();
    void grades_data();
    void grades();
    void ambiguousWordsHoldWhatIsSaid();
    void meaningsThatCannotBe();
    void compoundsByTheirAtoms();
    void substanceNames();
    void problemsSayWhatToDo();
    void tableIsWhole();
    void twoUnitsOfOneSpelling();
    void manySpellings();
};

// What stands in the file and what was judged are the same set, and each is read as judged.
void QuantityTest::everySpellingOfMinmod()
{
    VETA_NEEDS_REAL_DATA(path, "sites/minmod_inventory.csv.zip");
    const auto rows = rowsOf(path, QStringLiteral("minmod_inventory.csv"), u',');
    QCOMPARE(rows.size(), size_t(62883));
    UnitReader reader;
    std::map<QString, int> problems;
    const auto check = [&](const QStringList& columns, const spellings::Rows& judged,
                           const auto& read) {
        std::map<QString, QString> expected;
        for (const auto& [spelling, reading] : judged)
            expected.emplace(QString::fromUtf8(spelling), QString::fromUtf8(reading));
        const auto counts = countsOf(rows, columns);
        QCOMPARE(counts.size(), expected.size());
        for (const auto& [spelling, count] : counts) {
            QVERIFY2(expected.count(spelling) == 1, qPrintable(spelling));
            const auto reading = read(spelling);
            QVERIFY2(
                describe(reading) == expected[spelling],
                qPrintable(spelling + " is " + describe(reading) + ", not " + expected[spelling]));
            problems[columns.front() + QLatin1Char(' ') + describe(reading.problem)] += count;
        }
    };
    check({"ore_unit"}, spellings::Tonnages,
          [&](const QString& spelling) { return reader.tonnage(spelling); });
    check({"grade_unit", "cutoff_unit"}, spellings::Grades,
          [&](const QString& spelling) { return reader.grade(spelling); });
    for (const auto& [what, count] : problems)
        qInfo("%d rows: %s", count, qPrintable(what));
    QCOMPARE(problems["ore_unit missing"], 19806);
    QCOMPARE(problems["ore_unit none"], 39603);
}

// The same list without the file.
void QuantityTest::theListMatchesItself()
{
    UnitReader reader;
    for (int pass = 0; pass < 2; ++pass) { // read, and remembered
        for (const auto& [spelling, reading] : spellings::Tonnages)
            QCOMPARE(describe(reader.tonnage(QString::fromUtf8(spelling))),
                     QString::fromUtf8(reading));
        for (const auto& [spelling, reading] : spellings::Grades)
            QCOMPARE(describe(reader.grade(QString::fromUtf8(spelling))),
                     QString::fromUtf8(reading));
    }
}

void QuantityTest::otherFiles()
{
    VETA_NEEDS_REAL_DATA(significant, "sites/usgs_significant_deposits_nmra.tab");
    const auto check = [](const std::map<QString, int>& counts,
                          const std::map<QString, QString>& judged, const auto& read) {
        for (const auto& [spelling, count] : counts) {
            QVERIFY2(judged.count(spelling) == 1, qPrintable(spelling));
            QVERIFY2(describe(read(spelling)) == judged.at(spelling),
                     qPrintable(spelling + " is " + describe(read(spelling))));
        }
        QCOMPARE(counts.size(), judged.size());
    };
    UnitReader plain;
    const auto asTonnage = [&](const QString& spelling) { return plain.tonnage(spelling); };
    const auto asGrade = [&](const QString& spelling) { return plain.grade(spelling); };
    check(countsOf(rowsOf(significant, {}, u'\t'), {"Tonnage Units"}),
          {{"", "missing"},
           {"short t", "0.90718474"},
           {"short t ", "0.90718474"},
           {"long t", "1.01604691"},
           {"metric t", "1"},
           {"metric t\nshort t\nshort t", "unknown"},
           {"cu yds", "unknown"},
           {"cu yd", "unknown"},
           {"cu m", "unknown"},
           {"no", "unknown"},
           {"61,950", "unknown"}},
          asTonnage);

    VETA_NEEDS_REAL_DATA(mrds, "sites/mrds_relational_tabs.zip");
    UnitReader metric(UnitMeanings{{"mt", "tonne"}});
    check(countsOf(rowsOf(mrds, QStringLiteral("Resources.txt"), u'\t'), {"units"}),
          {{"", "missing"},
           {"mt ore", "1 of ore"},
           {"mt", "1"},
           {"mt ", "1"},
           {"MT", "1"},
           {"mt commodity", "1 of contained"},
           {"mt metal", "1 of contained"},
           {"mt concentrate", "1 of concentrate"},
           {"kg commodity", "0.001 of contained"},
           {"g commodity", "1e-06 of contained"},
           {"tons", "ambiguous"},
           {"metric tons", "1"},
           {"METRIC TONS", "1"},
           {"t", "1"},
           {"tonnes", "1"},
           {"short tons", "0.90718474"},
           {"st", "0.90718474"},
           {"pounds", "0.00045359237"},
           {"liters solution", "unknown"},
           {"cu-m ore", "unknown"},
           {"fl", "unknown"},
           {"bbls", "unknown"}},
          [&](const QString& spelling) { return metric.tonnage(spelling); });
    check(countsOf(rowsOf(mrds, QStringLiteral("Resource_detail.txt"), u'\t'), {"grd_units"}),
          {{"wt-pct", "percent"}, {"g/mt", "g/t"}}, asGrade);

    VETA_NEEDS_REAL_DATA(lithium, "sites/usgs_lithium_us_2019_csv.zip");
    const auto resources = rowsOf(lithium, QStringLiteral("Resources.csv"), u',');
    check(countsOf(resources, {"Mat_Units", "MatUnitsSI", "Cont_Units"}),
          {{"tonnes", "1"},
           {"metric tons", "1"},
           {"short tons", "0.90718474"},
           {"kilograms", "0.001"},
           {"cubic meters", "unknown"}},
          asTonnage);
    check(countsOf(resources, {"Grade_Unit", "GradUnitSI", "CutOffUnit"}),
          {{"<Null>", "missing"},
           {"percent", "percent"},
           {"weight percent", "percent"},
           {"parts per million", "ppm"},
           {"milligrams per liter", "mg/L"},
           {"percent Li", "percent of lithium Li"},
           {"parts per million Li", "ppm of lithium Li"},
           {"milligrams per liter Li", "mg/L of lithium Li"},
           {"percent Li2O", "percent x 0.46454 of lithium Li2O as Li"},
           {"percent B2O3", "percent x 0.31056 of boron B2O3 as B"},
           {"parts per million B", "ppm of boron B"}},
          asGrade);
}

void QuantityTest::tonnages_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* spelling, const char* expected) {
        QTest::newRow(spelling) << QString::fromUtf8(expected);
    };
    // Spanish
    row("toneladas", "1");
    row("Toneladas métricas", "1");
    row("TONELADAS METRICAS", "1");
    row("toneladas métricas secas", "1 dry");
    row("TMS", "1 dry");
    row("TMH", "1 wet");
    row("miles de toneladas", "1000");
    row("Millones de toneladas", "1000000");
    row("millón de toneladas", "1000000");
    row("miles de millones de toneladas", "1e+09");
    row("toneladas (miles)", "1000");
    row("toneladas cortas", "0.90718474");
    row("toneladas de mineral", "1 of ore");
    row("onzas", "3.11034768e-05");
    row("miles de onzas", "0.0311034768");
    row("millones de onzas troy", "31.1034768");
    row("libras", "0.00045359237");
    row("millones de libras", "453.59237");
    row("kilogramos", "0.001");
    row("toneladas de metal contenido", "1 of contained");
    row("toneladas de carbonato de litio equivalente", "0.18785 of lithium Li2CO3 as Li");
    // fineprint_detailed_data_mining.xlsx
    row("million short tons", "907184.74");
    row("million tons", "ambiguous");
    row("000 dry short tons", "907.18474 dry");
    row("thousands of metric tons", "1000");
    row("000 wet tonnes", "1000 wet");
    row("thousand wet metric tonnes", "1000 wet");
    row("dry metric tonnes", "1 dry");
    row("dmt", "1 dry");
    row("kwmt", "1000 wet");
    row("kdmt", "1000 dry");
    row("WMT", "1 wet");
    row("000 dry tons", "ambiguous");
    row("thousands of tons", "ambiguous");
    row("Kst", "907.18474");
    row("million long tonnes", "unknown"); // long tons or metric ones
    row("million short tonnes", "unknown");
    row("million net tons", "907184.74"); // 2,000 lb
    row("million recoverable tonnes", "1000000 recoverable");
    row("million recoverable pounds", "453.59237 recoverable");
    row("Wet recoverable million tonnes", "unknown"); // two bases
    row("tonnes million", "1000000");
    row("100 million tonnes", "100000000");
    row("billion tonnes", "1e+09");
    row("billion pounds", "453592.37");
    row("ozt", "3.11034768e-05");
    row("kozt", "0.0311034768");
    row("koz", "0.0311034768");
    row("Koz", "0.0311034768");
    row("Moz", "31.1034768");
    row("000 troy oz", "0.0311034768");
    row("ounces (000)", "0.0311034768");
    row("contained ounces (000s)", "0.0311034768 of contained");
    row("fine ounces", "3.11034768e-05 of contained");
    row("pounds million", "453.59237");
    row("contained lbs (millions)", "453.59237 of contained");
    row("lbs (mm) ", "453.59237");
    row("Klbs", "0.45359237");
    row("000 carats", "0.0002");
    row("000s tonnes", "1000");
    row("\n", "missing");
    row("tpa", "unknown");
    row("million tpa", "unknown");
    row("Mtpy", "unknown");
    row("thousand metric tonnes per year", "unknown");
    row("Million metric tons per year.", "unknown");
    row("tonnes manganese ore per year", "unknown");
    row("Mbcm", "unknown");
    row("bank cubic meters", "unknown");
    // what weighs is named
    row("t Cu", "1 of copper Cu");
    row("kt Li2O", "464.54 of lithium Li2O as Li");
    row("kt LCE", "187.85 of lithium Li2CO3 as Li");
    row("million lbs U3O8", "384.650866 of uranium U3O8 as U");
    row("koz Au", "0.0311034768 of gold Au");
    // the letters' case
    row("mt", "ambiguous");
    row("MT", "ambiguous");
    row("Mt", "1000000");
    row("KT", "1000");
    row("T", "ambiguous");
    row("mlb", "unknown");
    row("Mlb", "453.59237");
    // never
    row("tonnes tonnes", "unknown");
    row("thousand million tonnes", "unknown");
    row("thousand", "unknown");
    row("of", "unknown");
    row("tonnes of nonsense", "unknown");
    row("tonnes in", "unknown");
    row("tonne s", "unknown");
    row("%", "other quantity");
    row("oz/t", "other quantity");
    row("% Cu", "other quantity");
    row("percent", "other quantity");
}

void QuantityTest::tonnages()
{
    QFETCH(QString, expected);
    QCOMPARE(tonnage(QTest::currentDataTag()), expected);
}

void QuantityTest::grades_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* spelling, const char* expected) {
        QTest::newRow(spelling) << QString::fromUtf8(expected);
    };
    row("por ciento", "percent");
    row("Porcentaje", "percent");
    row("% en peso", "percent");
    row("‰", "percent x 0.1");
    row("% cobre", "percent of copper Cu");
    row("g/t oro", "g/t of gold Au");
    row("gramos por tonelada", "g/t");
    row("gr/ton", "g/t");
    row("partes por millón", "ppm");
    row("partes por mil millones", "ppm x 0.001");
    row("kilogramos por tonelada", "kg/t");
    row("miligramos por litro", "mg/L");
    row("µg/L", "mg/L x 0.001");
    row("gramos por metro cúbico", "mg/L");
    row("kg/m³", "mg/L x 1000");
    row("onzas por tonelada", "ambiguous");
    row("onzas por tonelada corta", "g/t x 34.2857143");
    row("% Cu equivalente", "percent of copper Cu equivalent");
    row("g/t AuEq", "g/t of gold Au equivalent");
    row("AgEq (g/t)", "g/t of silver Ag equivalent");
    row("% U3O8", "percent x 0.84801 of uranium U3O8 as U");
    row("lb/t", "ambiguous");
    row("lb/st", "kg/t x 0.5");
    row("oz/st", "g/t x 34.2857143");
    row("oz/tonne", "g/t x 31.1034768");
    row("% K2O", "percent of potash K2O");
    row("% KCl", "percent x 0.63177 of potash KCl as K2O");
    row("% CaF2", "percent of fluorspar CaF2");
    row("% TREO", "percent of rare_earths REO");
    row("% eU3O8", "unknown");  // by radiometry
    row("% Carbon", "unknown"); // no coal
    row("% BPL", "unknown");
    row("% recovery", "unknown");
    row("%CuEqEq", "unknown");
    // fineprint_detailed_data_mining.xlsx
    row("% ", "percent");
    row("gm/t", "g/t");
    row("grams/tonne", "g/t");
    row("carats per tonne", "g/t x 0.2");
    row("troy ounces/t", "ambiguous");
    row("ozt/t", "ambiguous");
    row("ounces/ton", "ambiguous");
    // never
    row("Mt", "other quantity");
    row("tons", "other quantity");
    row("million tonnes", "other quantity");
    row("Cu", "unknown");
    row("%%", "percent");
    row("% Cu % Cu", "unknown");
    row("% s", "unknown");
    row(" ", "missing");
    row("<Null>", "missing");
}

void QuantityTest::grades()
{
    QFETCH(QString, expected);
    QCOMPARE(grade(QTest::currentDataTag()), expected);
}

void QuantityTest::ambiguousWordsHoldWhatIsSaid()
{
    const UnitMeanings american{{"ton", "short_ton"}};
    QCOMPARE(tonnage("tons", american), QStringLiteral("0.90718474"));
    QCOMPARE(tonnage("million tons", american), QStringLiteral("907184.74"));
    QCOMPARE(tonnage("000 dry tons", american), QStringLiteral("907.18474 dry"));
    QCOMPARE(tonnage("mt", american), QStringLiteral("ambiguous"));
    QCOMPARE(grade("oz/t", american), QStringLiteral("g/t x 34.2857143"));
    QCOMPARE(grade("oz/ton Ag", american), QStringLiteral("g/t x 34.2857143 of silver Ag"));
    QCOMPARE(grade("lb/ton", american), QStringLiteral("kg/t x 0.5"));
    const UnitMeanings metric{{"mt", "megatonne"}, {"ton", "tonne"}};
    QCOMPARE(tonnage("tons", metric), QStringLiteral("1"));
    QCOMPARE(tonnage("mt", metric), QStringLiteral("1000000"));
    QCOMPARE(grade("oz/t", metric), QStringLiteral("g/t x 31.1034768"));
    const UnitMeanings british{{"ton", "long_ton"}};
    QCOMPARE(tonnage("tons", british), QStringLiteral("1.01604691"));
    QCOMPARE(grade("oz/ton", british), QStringLiteral("ambiguous")); // nobody measures so
    QCOMPARE(tonnage("tonnes", american), QStringLiteral("1"));
}

void QuantityTest::meaningsThatCannotBe()
{
    QVERIFY_THROWS_EXCEPTION(base::Error, UnitReader(UnitMeanings{{"tonnes", "tonne"}}));
    QVERIFY_THROWS_EXCEPTION(base::Error, UnitReader(UnitMeanings{{"ton", "kilogram"}}));
    QVERIFY_THROWS_EXCEPTION(base::Error, UnitReader(UnitMeanings{{"ton", ""}}));
}

// Factors of the table against the atoms in the two formulas.
void QuantityTest::compoundsByTheirAtoms()
{
    int compounds = 0;
    for (const Substance& substance : substances()) {
        if (substance.measuredAs == substance.formula) {
            QCOMPARE(substance.factor, 1.0);
            continue;
        }
        ++compounds;
        static const QRegularExpression first(QStringLiteral("^[A-Z][a-z]?"));
        QString element = first.match(substance.measuredAs).captured();
        const double factor = massOf(substance.formula, element) /
                              massOf(substance.measuredAs, element) * massOf(substance.measuredAs) /
                              massOf(substance.formula);
        QVERIFY2(std::abs(substance.factor / factor - 1) < 2e-5, qPrintable(substance.formula));
    }
    QVERIFY(compounds > 40);
    QCOMPARE(massOf(QStringLiteral("Li2O")), 29.879);
}

void QuantityTest::substanceNames()
{
    const auto formula = [](const char* text) {
        const auto found = substanceOf(QString::fromUtf8(text));
        return found ? found->formula : QString();
    };
    // Materials of the USGS lithium tables.
    QCOMPARE(formula("lithium (Li)"), QStringLiteral("Li"));
    QCOMPARE(formula("lithium oxide (Li2O)"), QStringLiteral("Li2O"));
    QCOMPARE(formula("lithium carbonate equivalent (Li2CO3)"), QStringLiteral("Li2CO3"));
    QCOMPARE(formula("boric acid (H3BO3)"), QStringLiteral("H3BO3"));
    QCOMPARE(formula("potassium sulfate (K2SO4)"), QStringLiteral("K2SO4"));
    QCOMPARE(formula("tungsten trioxide (WO3)"), QStringLiteral("WO3"));
    QCOMPARE(formula("quartz (SiO2)"), QString());  // a rock, no assay of silicon
    QCOMPARE(formula("lithium (Li2O)"), QString()); // which of the two?
    QCOMPARE(formula("dilithium sodium phosphate (Li2NaPO4)"), QString());
    QCOMPARE(formula("Tungsten Trioxide"), QStringLiteral("WO3"));
    QCOMPARE(formula("cobre"), QStringLiteral("Cu"));
    QCOMPARE(formula("Estaño"), QStringLiteral("Sn"));
    QCOMPARE(formula("Níquel"), QStringLiteral("Ni"));
    QCOMPARE(formula("TREO"), QStringLiteral("REO"));
    QCOMPARE(formula("Carbón"), QString());
    QCOMPARE(formula(""), QString());
    QCOMPARE(substanceOf(QStringLiteral("V₂O₅"))->commodity, QStringLiteral("vanadium"));
}

void QuantityTest::problemsSayWhatToDo()
{
    QVERIFY(unitProblemText(UnitProblem::None, QStringLiteral("Mt")).isEmpty());
    QVERIFY(!unitProblemText(UnitProblem::Missing, {}).isEmpty());
    for (const UnitProblem problem :
         {UnitProblem::Unknown, UnitProblem::Ambiguous, UnitProblem::OtherQuantity})
        QVERIFY(unitProblemText(problem, QStringLiteral("tons")).contains(QStringLiteral("tons")));
}

// What the table says of itself is what reading gives, for every unit and every spelling in it.
void QuantityTest::tableIsWhole()
{
    UnitReader reader;
    int checked = 0;
    for (const QuantityUnit& unit : quantityUnits()) {
        QVERIFY2(!unit.label.en.isEmpty() && !unit.label.es.isEmpty(), qPrintable(unit.key));
        for (const QString& spelling : unit.spellings + unit.exact) {
            ++checked;
            if (unit.kind == QuantityUnit::Kind::Tonnage) {
                const auto reading = reader.tonnage(spelling);
                QCOMPARE(reading.problem,
                         unit.mayBe.empty() ? UnitProblem::None : UnitProblem::Ambiguous);
                if (reading.unit)
                    QCOMPARE(reading.unit->tonnesPerUnit, unit.factor);
            } else {
                const auto reading = reader.grade(spelling);
                QCOMPARE(reading.problem,
                         unit.mayBe.empty() ? UnitProblem::None : UnitProblem::Ambiguous);
                if (reading.unit) {
                    QCOMPARE(reading.unit->unit, unit.unit);
                    QCOMPARE(reading.unit->factor, unit.factor);
                    QVERIFY(reading.unit->substance == Substance());
                }
            }
        }
    }
    QVERIFY2(checked > 250, qPrintable(QString::number(checked)));
    // What a person may type for a grade's unit is read the same in a file.
    QFile file(QStringLiteral(":/vocabularies/grade_units.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray terms = QJsonDocument::fromJson(file.readAll())["terms"].toArray();
    QVERIFY(terms.size() >= 5);
    for (const QJsonValue& term : terms) {
        QStringList words{term["key"].toString(), term["en"].toString(), term["es"].toString()};
        for (const QJsonValue& also : term["also"].toArray())
            words << also.toString();
        for (const QString& word : words) {
            const auto reading = reader.grade(word);
            QVERIFY2(reading.unit.has_value(), qPrintable(word));
            QCOMPARE(reading.unit->unit, term["key"].toString());
            QCOMPARE(reading.unit->factor, 1.0);
        }
    }
}

void QuantityTest::twoUnitsOfOneSpelling()
{
    QFile file(QStringLiteral(":/vocabularies/quantity_units.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const QuantityTable table = QuantityTable::fromJson(whole);
    QCOMPARE(table.all.size(), quantityUnits().size());
    const auto changed = [&](const char* from, const char* to) {
        QByteArray text = whole;
        const auto at = text.indexOf(from);
        return at < 0 ? QByteArray() : text.replace(at, qsizetype(strlen(from)), to);
    };
    for (const QByteArray& bad :
         {changed("\"short tons\"", "\"Metric Tons\""), changed("\"gpt\"", "\"PPM\""),
          changed("\"factor\": 1.0160469088", "\"factor\": 0"),
          changed("\"unit\": \"ppm\"", "\"unit\": \"furlong\""),
          changed("\"commodity\": \"copper\"", "\"commodity\": \"coppper\""),
          changed("\"megatonne\": \"megatonne\"", "\"megatonne\": \"none\"")}) {
        QVERIFY(!bad.isEmpty());
        QVERIFY_THROWS_EXCEPTION(base::Error, QuantityTable::fromJson(bad));
    }
    QVERIFY_THROWS_EXCEPTION(base::Error, QuantityTable::fromJson("{}"));
    QVERIFY_THROWS_EXCEPTION(base::Error, QuantityTable::fromJson("nonsense"));
}

// A file of nonsense: what is remembered stays bounded, and what is read stays right.
void QuantityTest::manySpellings()
{
    UnitReader reader;
    for (int i = 0; i < 20000; ++i)
        QCOMPARE(reader.tonnage(QStringLiteral("unit %1").arg(i)).problem, UnitProblem::Unknown);
    QCOMPARE(describe(reader.tonnage(QStringLiteral("Mt"))), QStringLiteral("1000000"));
    QCOMPARE(reader.grade(QString(1000000, u'%')).problem, UnitProblem::Unknown);
    QCOMPARE(reader.tonnage(QString(1000000, u't')).problem, UnitProblem::Unknown);
}

QTEST_GUILESS_MAIN(QuantityTest)
#include "quantity_test.moc"
