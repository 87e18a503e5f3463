// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/area_index.h"
#include "catalogue/boundaries.h"
#include "catalogue/data_check.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/layer.h"
#include "catalogue/sample_sites.h"
#include "catalogue/site_store.h"
#include "catalogue/vocabulary.h"
#include "geo/identify.h"
#include "geo/measure.h"
#include "tests/support/scratch_project.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtTest>

using namespace catalogue;
using support::Ana;

namespace {

// A point as SQL, "@(-112.3 27.3)" in the statements below.
QString withPoints(QString sql)
{
    static const QRegularExpression point(QStringLiteral("@\\((\\S+) (\\S+)\\)"));
    for (auto match = point.match(sql); match.hasMatch(); match = point.match(sql)) {
        const QByteArray blob =
            encodeGpkgPoint({match.captured(1).toDouble(), match.captured(2).toDouble()});
        sql.replace(match.capturedStart(), match.capturedLength(),
                    QStringLiteral("X'%1'").arg(QString::fromLatin1(blob.toHex())));
    }
    return sql;
}

// One site with all that it should have: nothing is found on it.
constexpr const char* Sound =
    "INSERT INTO sources (id, kind, title, publisher, published) VALUES "
    "(1, 'document', 'Technical report', 'SGM', '2024');"
    "INSERT INTO sites (id, geom, name, kind, stage, stage_date, country, admin1, source_id) "
    "VALUES "
    "(10, @(-112.306543 27.329771), 'El Boleo', 'mine', 'production', '2024-05', 'MX', "
    "'Baja California Sur', 1);"
    "INSERT INTO site_commodities (id, site_id, commodity, role) VALUES (11, 10, 'copper', 'main');"
    "INSERT INTO estimates (id, site_id, commodity, category, tonnes, grade, grade_unit, "
    "contained_tonnes, effective_date, source_id) VALUES (20, 10, 'copper', 'measured_indicated', "
    "80000000, 1.25, 'percent', 1000000, '2023', 1);";

// Another site of the same kind, at a place of its own.
QString another(int id, const char* point)
{
    return QStringLiteral("INSERT INTO sites (id, geom, name, kind, country, admin1, source_id) "
                          "VALUES (%1, @(%2), 'Site %1', 'mine', 'MX', 'Sonora', 1);")
        .arg(id)
        .arg(QLatin1String(point));
}

} // namespace

class DataCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasWords();
    void areasAgreeWithGeometry();
    void finds_data();
    void finds();
    void fixes_data();
    void fixes();
    void findsReferencesThatAnotherProgramBroke();
    void findsFilesThatAreGoneOrChanged();
    void layersOfTheProjectKnowStates();
    void isWaivedAndTakenBack();
    void fixesNothingThatChangedMeanwhile();
    void keepsNoMoreThanWasAsked();
    void canBeCancelled();
    void theSampleIsNearlySound();

private:
    std::unique_ptr<ProjectFile> make(const QString& sql = {})
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.veta.gpkg").arg(m_files++));
        auto file = ProjectFile::create(path, QStringLiteral("Check"), Ana);
        run(*file, QString::fromUtf8(Sound) + sql);
        return file;
    }
    static void run(ProjectFile& file, const QString& sql)
    {
        support::run(file, withPoints(sql).toStdString());
    }
    static DataCheck check(const ProjectFile& file, CheckOptions options = {})
    {
        options.today = QDate(2026, 1, 1);
        base::Progress progress;
        return checkData(file, options, progress);
    }
    static QString told(const DataCheck& check)
    {
        QStringList lines;
        for (const Finding& finding : check.findings())
            lines << ruleKey(finding.rule) + QStringLiteral(": ") + findingText(finding);
        return lines.join(u'\n');
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void DataCheckTest::everyRuleHasWords()
{
    QCOMPARE(checkRules().terms().size(), RuleCount);
    std::set<QString> keys;
    for (size_t i = 0; i < RuleCount; ++i) {
        const QString key = ruleKey(Rule(i));
        QVERIFY(keys.insert(key).second);
        QVERIFY2(ruleOf(key) == Rule(i), qPrintable(key));
        for (const auto language : {base::Language::English, base::Language::Spanish}) {
            QVERIFY2(!ruleName(Rule(i), language).isEmpty(), qPrintable(key));
            QVERIFY2(!ruleExplanation(Rule(i), language).isEmpty(), qPrintable(key));
        }
        QVERIFY(ruleName(Rule(i), base::Language::English) !=
                ruleName(Rule(i), base::Language::Spanish));
    }
    QVERIFY(!ruleOf(QStringLiteral("castle")));
}

// The bands against the plain walk round all rings, and the distance against geodesics.
void DataCheckTest::areasAgreeWithGeometry()
{
    base::Progress progress;
    const auto layer = boundaries(progress).states;
    const AreaIndex index(layer, progress);
    QRandomGenerator random(20260101);
    int inside = 0;
    for (int i = 0; i < 3000; ++i) {
        const QPointF at(-125 + random.generateDouble() * 55, 12 + random.generateDouble() * 40);
        const auto found = index.areaAt(at);
        const auto expected = geo::polygonAt(*layer, at);
        QCOMPARE(found.has_value(), expected.has_value());
        if (expected) {
            QVERIFY(index.contains(*expected, at));
            ++inside;
        }
        const size_t area = random.bounded(quint32(index.size()));
        const double metres = index.metresTo(area, at, 50'000);
        const double exact = geo::metresTo(*layer, area, at, 60'000);
        if (exact < 49'000)
            QVERIFY2(std::abs(metres - exact) <= 0.01 * exact + 1,
                     qPrintable(QStringLiteral("%1 %2").arg(metres).arg(exact)));
        else if (exact > 51'000)
            QVERIFY(std::isinf(metres));
    }
    QVERIFY(inside > 1000);
}

void DataCheckTest::finds_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("count");
    const auto row = [](const char* rule, const char* name, const QString& sql, int count) {
        QTest::newRow(
            qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(rule), QLatin1String(name))))
            << QString::fromLatin1(rule) << sql << count;
    };
    const auto moved = [](const char* point, const char* more = "") {
        return QStringLiteral("UPDATE sites SET geom = @(%1) %2 WHERE id = 10")
            .arg(QLatin1String(point), QString::fromUtf8(more));
    };
    const auto site = [](const char* set) {
        return QStringLiteral("UPDATE sites SET %1 WHERE id = 10").arg(QString::fromUtf8(set));
    };
    const auto estimate = [](const char* set) {
        return QStringLiteral("UPDATE estimates SET %1 WHERE id = 20").arg(QString::fromUtf8(set));
    };
    const auto second = [](const char* values) {
        return QStringLiteral("INSERT INTO estimates (id, site_id, commodity, category, tonnes, "
                              "grade, grade_unit, effective_date, source_id) VALUES (21, 10, %1)")
            .arg(QString::fromUtf8(values));
    };

    row("position_zero", "on it", moved("0 0"), 1);
    row("position_zero", "beside it", moved("0.5 0.5"), 0);
    row("position_out_of_range", "north of the pole", moved("-112.3 97.3"), 1);
    row("position_out_of_range", "at the edge", moved("180 -90"), 0);
    row("position_swapped", "as said", moved("27.329771 -112.306543"), 1);
    row("position_swapped", "without its sign", moved("27.329771 112.306543"), 1);
    row("position_swapped", "no", moved("-112.3 27.3"), 0);
    row("position_swapped", "country not known", moved("27.329771 -112.306543", ", country = NULL"),
        0);
    row("position_sign", "of the longitude", moved("112.306543 27.329771"), 1);
    row("position_sign", "of the latitude", moved("-112.306543 -27.329771"), 1);
    row("position_sign", "of neither", moved("-100.123456 60.123456"), 0);
    row("position_other_country", "in Arizona", moved("-111.123456 34.123456"), 1);
    row("position_other_country", "3 km beyond the border", moved("-110.943211 31.358111"), 0);
    row("position_other_country", "80 km beyond it, known to 100 km",
        moved("-111.123456 32.123456", ", position_accuracy_m = 100000"), 0);
    row("position_other_country", "a country without a boundary, elsewhere",
        moved("-111.123456 34.123456", ", country = 'ES', admin1 = NULL"), 1);
    row("position_other_country", "Puerto Rico is of the United States",
        moved("-66.412345 18.212345", ", country = 'US', admin1 = 'Puerto Rico'"), 0);
    row("position_in_sea", "in the Pacific", moved("-118.123456 25.123456"), 1);
    row("position_in_sea", "at the shore", moved("-112.26 27.33", ", position_accuracy_m = 900"),
        0);
    row("position_other_state", "in Sonora", moved("-110.123456 29.123456"), 1);
    row("position_other_state", "named in full",
        moved("-101.423456 27.423456", ", admin1 = 'Coahuila de Zaragoza'"), 0);
    row("position_other_state", "abbreviated", moved("-110.123456 29.123456", ", admin1 = 'SON.'"),
        0);
    row("position_other_state", "one of two",
        moved("-110.123456 29.123456", ", admin1 = 'Chihuahua / Sonora'"), 0);
    row("position_other_state", "known to 300 km",
        moved("-110.123456 29.123456", ", position_accuracy_m = 300000"), 0);
    row("position_few_decimals", "two", moved("-112.31 27.33"), 1);
    row("position_few_decimals", "one has five", moved("-112.30654 27.33"), 0);
    row("position_few_decimals", "an accuracy says so",
        moved("-112.31 27.33", ", position_accuracy_m = 1000"), 0);
    row("position_few_decimals", "an accuracy that is too good",
        moved("-112.3 27.3", ", position_accuracy_m = 100"), 1);
    row("position_few_decimals", "whole minutes", moved("-112.3166667 27.3333333"), 1);
    row("position_shared", "three on one",
        another(30, "-110.123456 29.123456") + another(31, "-110.123456 29.123456") +
            another(32, "-110.123456 29.123456"),
        1);
    row("position_shared", "beside each other",
        another(30, "-110.123456 29.123456") + another(31, "-110.123456 29.123457"), 0);
    row("state_unknown", "no state of Mexico", site("admin1 = 'Texcoco de Mora'"), 1);
    row("state_unknown", "in the other language", site("admin1 = 'baja california sur'"), 0);
    row("country_missing", "not given", site("country = NULL"), 1);
    row("country_missing", "given", site("note = 'x'"), 0);
    row("state_missing", "not given", site("admin1 = NULL"), 1);
    row("state_missing", "of a country without states", site("admin1 = NULL, country = 'ES'"), 0);

    row("grade_above_whole", "101 %", estimate("grade = 101"), 1);
    row("grade_above_whole", "2 million ppm", estimate("grade = 2e6, grade_unit = 'ppm'"), 1);
    row("grade_above_whole", "1.1 million g/t", estimate("grade = 1.1e6, grade_unit = 'g/t'"), 1);
    row("grade_above_whole", "1,001 kg/t", estimate("grade = 1001, grade_unit = 'kg/t'"), 1);
    row("grade_above_whole", "1.4 million mg/L", estimate("grade = 1.4e6, grade_unit = 'mg/L'"), 1);
    row("grade_above_whole", "100 %", estimate("grade = 100"), 0);
    row("grade_implausible", "35 % Cu", estimate("grade = 35"), 1);
    row("grade_implausible", "1.2 % Au", estimate("commodity = 'gold', grade = 1.2"), 1);
    row("grade_implausible", "70 % Fe", estimate("commodity = 'iron', grade = 70"), 0);
    row("grade_without_unit", "none", estimate("grade_unit = NULL"), 1);
    row("grade_without_unit", "no grade", estimate("grade_unit = NULL, grade = NULL"), 0);
    row("figure_not_positive", "0 t", estimate("tonnes = 0"), 1);
    row("figure_not_positive", "below", estimate("grade = -1"), 1);
    row("figure_not_positive", "little", estimate("tonnes = 0.5"), 0);
    row("cutoff_above_grade", "above", estimate("cutoff = 2, cutoff_unit = 'percent'"), 1);
    row("cutoff_above_grade", "in another unit", estimate("cutoff = 3000, cutoff_unit = 'ppm'"), 0);
    row("tonnes_thousandfold", "another estimate",
        second("'copper', 'inferred', 80000, 1.25, 'percent', '2023', 1"), 1);
    row("tonnes_thousandfold", "another estimate of another grade",
        second("'copper', 'inferred', 80000, 2.5, 'percent', '2023', 1"), 0);
    row("tonnes_thousandfold", "half as much",
        second("'copper', 'inferred', 40000000, 1.25, 'percent', '2023', 1"), 0);
    row("tonnes_thousandfold", "contained metal", estimate("tonnes = 80000"), 1);
    row("tonnes_thousandfold", "capacity",
        estimate("tonnes = 80000, contained_tonnes = NULL") +
            QStringLiteral("; INSERT INTO site_processes (id, site_id, process, "
                           "capacity_tonnes_per_year, source_id) VALUES (40, 10, 'mill', 8000000, "
                           "1)"),
        1);
    row("tonnes_thousandfold", "capacity that fits",
        QStringLiteral("INSERT INTO site_processes (id, site_id, process, "
                       "capacity_tonnes_per_year, source_id) VALUES (40, 10, 'mill', 8000000, 1)"),
        0);
    row("tonnes_implausible", "60 Gt", estimate("tonnes = 6e10, contained_tonnes = NULL"), 1);
    row("tonnes_implausible", "22 Gt", estimate("tonnes = 2.2e10, contained_tonnes = NULL"), 0);
    row("contained_above_tonnes", "more",
        estimate("contained_tonnes = 90000000, grade = NULL, grade_unit = NULL"), 1);
    row("contained_above_tonnes", "as much",
        estimate("contained_tonnes = 80000000, grade = NULL, grade_unit = NULL"), 0);
    row("contained_mismatch", "half", estimate("contained_tonnes = 500000"), 1);
    row("contained_mismatch", "rounded", estimate("contained_tonnes = 1050000"), 0);
    row("contained_mismatch", "by volume", estimate("grade_unit = 'mg/L'"), 0);
    row("reserves_above_resources", "more",
        estimate("includes_reserves = 1") + QStringLiteral(";") +
            second("'copper', 'proved_probable', 120000000, 1.1, 'percent', '2023', 1"),
        1);
    row("reserves_above_resources", "within",
        estimate("includes_reserves = 1") + QStringLiteral(";") +
            second("'copper', 'proved_probable', 60000000, 1.1, 'percent', '2023', 1"),
        0);
    row("reserves_above_resources", "beside them",
        estimate("includes_reserves = 0") + QStringLiteral(";") +
            second("'copper', 'proved_probable', 120000000, 1.1, 'percent', '2023', 1"),
        0);
    row("estimate_twice", "the same",
        estimate("contained_tonnes = NULL") + QStringLiteral(";") +
            second("'copper', 'measured_indicated', 80000000, 1.25, 'percent', '2023', 1"),
        1);
    row("estimate_twice", "of another year",
        estimate("contained_tonnes = NULL") + QStringLiteral(";") +
            second("'copper', 'measured_indicated', 80000000, 1.25, 'percent', '2022', 1"),
        0);
    row("estimate_empty", "no figure", second("'copper', 'inferred', NULL, NULL, NULL, '2023', 1"),
        1);
    row("estimate_empty", "a grade alone",
        second("'copper', 'inferred', NULL, 1.2, 'percent', '2023', 1"), 0);
    row("estimate_without_date", "none", estimate("effective_date = NULL"), 1);
    row("estimate_without_date", "a year", estimate("effective_date = '2020'"), 0);
    row("estimate_without_source", "none", estimate("source_id = NULL"), 1);
    row("estimate_without_source", "one", estimate("reference = 'p. 3'"), 0);
    row("estimate_without_category", "none", estimate("category = NULL"), 1);
    row("estimate_without_category", "not classified", estimate("category = 'unclassified'"), 0);
    row("estimate_other_commodity", "zinc",
        second("'zinc', 'inferred', 1e6, 2, 'percent', '2023', 1"), 1);
    row("estimate_other_commodity", "zinc is among them",
        second("'zinc', 'inferred', 1e6, 2, 'percent', '2023', 1") +
            QStringLiteral("; INSERT INTO site_commodities (id, site_id, commodity, role) VALUES "
                           "(12, 10, 'zinc', 'by_product')"),
        0);
    row("estimate_old", "of 2015", estimate("effective_date = '2015'"), 1);
    row("estimate_old", "of 2016", estimate("effective_date = '2016'"), 0);

    const auto claim = [](const char* values) {
        return QStringLiteral("INSERT INTO claims (id, site_id, field, value, source_id, author, "
                              "preferred) VALUES (%1);")
            .arg(QString::fromUtf8(values));
    };
    row("claim_without_source", "neither", claim("50, 10, 'name', 'Boleo', NULL, NULL, 0"), 1);
    row("claim_without_source", "a person", claim("50, 10, 'name', 'Boleo', NULL, 'MX:Ana', 0"), 0);
    row("claims_both_preferred", "two",
        claim("50, 10, 'name', 'El Boleo', 1, NULL, 1") + claim("51, 10, 'name', 'B', 1, NULL, 1"),
        1);
    row("claims_both_preferred", "one",
        claim("50, 10, 'name', 'El Boleo', 1, NULL, 1") + claim("51, 10, 'name', 'B', 1, NULL, 0"),
        0);
    row("claim_not_in_force", "another value", claim("50, 10, 'stage', 'closed', 1, NULL, 1"), 1);
    row("claim_not_in_force", "the same", claim("50, 10, 'stage', 'production', 1, NULL, 1"), 0);
    row("site_without_source", "none", site("source_id = NULL"), 1);
    row("site_without_source", "a claim has one",
        site("source_id = NULL") + QStringLiteral(";") +
            claim("50, 10, 'name', 'El Boleo', NULL, 'MX:Ana', 1"),
        0);
    row("fact_without_source", "an owner",
        QStringLiteral("INSERT INTO site_owners (id, site_id, name) VALUES (60, 10, 'KORES')"), 1);
    row("fact_without_source", "cited",
        QStringLiteral("INSERT INTO site_owners (id, site_id, name, source_id) VALUES "
                       "(60, 10, 'KORES', 1)"),
        0);
    row("source_incomplete", "nobody published it",
        QStringLiteral("UPDATE sources SET publisher = NULL"), 1);
    row("source_incomplete", "an address instead of a publisher",
        QStringLiteral("UPDATE sources SET publisher = NULL, url = 'https://example.org'"), 0);
    row("rows_set_aside", "two",
        QStringLiteral("INSERT INTO set_aside (id, source_id, line, reason, content) VALUES "
                       "(70, 1, 3, 'not_a_number', '[]'), (71, 1, 4, 'not_a_number', '[]')"),
        1);
    row("rows_set_aside", "none", site("note = 'x'"), 0);
    row("dangling_reference", "none", site("note = 'x'"), 0);

    row("position_missing", "none", site("geom = NULL"), 1);
    row("position_missing", "one", site("note = 'x'"), 0);
    row("name_missing", "none", site("name = NULL"), 1);
    row("name_missing", "unnamed", site("name = 'Unnamed prospect'"), 1);
    row("name_missing", "a name with the word", site("name = 'Mina Desconocida II'"), 0);
    row("kind_missing", "none", site("kind = NULL"), 1);
    row("kind_missing", "one", site("kind = 'prospect'"), 0);
    row("commodity_missing", "none", QStringLiteral("DELETE FROM site_commodities"), 1);
    row("commodity_missing", "one", site("note = 'x'"), 0);
    row("text_garbled", "a name", site("name = 'San JosÃ© del Cabo'"), 1);
    row("text_garbled", "lost letters", site("note = 'Mich\uFFFDac\uFFFDn'"), 1);
    row("text_garbled", "Portuguese", site("name = 'SÃO JOÃO', note = 'Âmbar'"), 0);
    row("text_garbled", "accents", site("name = 'José María Ñuño – “El Niño”'"), 0);
    row("unknown_key", "a stage", site("stage = 'dreaming'"), 1);
    row("unknown_key", "a commodity",
        QStringLiteral("UPDATE site_commodities SET commodity = 'Cu'"), 1);
    row("unknown_key", "none", site("note = 'x'"), 0);
    row("date_malformed", "in words", site("stage_date = 'May 2024'"), 1);
    row("date_malformed", "a day", site("stage_date = '2024-05-31'"), 0);
    row("date_in_future", "next year", estimate("effective_date = '2027'"), 1);
    row("date_in_future", "this year", estimate("effective_date = '2026'"), 0);
    row("date_in_future", "a permit may run on",
        QStringLiteral("INSERT INTO site_permits (id, site_id, kind, status, expires, source_id) "
                       "VALUES (80, 10, 'water', 'granted', '2030', 1)"),
        0);

    row("stage_stale", "of 2003", site("stage_date = '2003'"), 1);
    row("stage_stale", "the source is of 2003",
        site("stage_date = NULL") + QStringLiteral("; UPDATE sources SET published = '2003'"), 1);
    row("stage_stale", "confirmed since",
        site("stage_date = '2003'") +
            QStringLiteral("; INSERT INTO site_stages (id, site_id, stage, date, source_id) VALUES "
                           "(90, 10, 'production', '2022', 1)"),
        0);
    row("stage_stale", "a person said it lately",
        site("stage_date = '2003'") +
            QStringLiteral("; INSERT INTO claims (id, site_id, field, value, claimed_on, author, "
                           "preferred) VALUES (50, 10, 'stage', 'production', '2025-03-01', "
                           "'MX:Ana', 1)"),
        0);
    row("stage_stale", "closed stays closed", site("stage_date = '1950', stage = 'closed'"), 0);
    row("stage_undated", "no date", site("stage_date = NULL"), 1);
    row("stage_undated", "no stage", site("stage_date = NULL, stage = NULL"), 0);
    const QString closed =
        QStringLiteral("INSERT INTO site_stages (id, site_id, stage, date, source_id) VALUES "
                       "(90, 10, 'closed', '%1', 1)");
    row("stage_not_latest", "closed since", closed.arg(QStringLiteral("2025")), 1);
    row("stage_not_latest", "closed before", closed.arg(QStringLiteral("2019")), 0);
    row("stage_not_latest", "in the same month", // which may be before the day
        closed.arg(QStringLiteral("2024-05")) +
            QStringLiteral("; UPDATE sites SET stage_date = '2024-05-15'"),
        0);
    row("permit_expired", "last year",
        QStringLiteral("INSERT INTO site_permits (id, site_id, kind, status, expires, source_id) "
                       "VALUES (80, 10, 'water', 'granted', '2025', 1)"),
        1);
    row("permit_expired", "known to be",
        QStringLiteral("INSERT INTO site_permits (id, site_id, kind, status, expires, source_id) "
                       "VALUES (80, 10, 'water', 'expired', '2025', 1)"),
        0);
    const QString owners =
        QStringLiteral("INSERT INTO site_owners (id, site_id, name, share_percent, as_of, "
                       "source_id) VALUES (60, 10, 'A', 60, '2015', 1), (61, 10, 'B', 51, '%1', "
                       "1)");
    row("owners_above_whole", "111 %", owners.arg(QStringLiteral("2015")), 1);
    row("owners_above_whole", "of different years", owners.arg(QStringLiteral("2020")), 0);
    row("owners_above_whole", "rounded",
        QStringLiteral("INSERT INTO site_owners (id, site_id, name, share_percent, source_id) "
                       "VALUES (60, 10, 'A', 66.7, 1), (61, 10, 'B', 33.4, 1)"),
        0);
    row("offtake_above_whole", "120 %",
        QStringLiteral("INSERT INTO site_offtakes (id, site_id, buyer, share_percent, source_id) "
                       "VALUES (61, 10, 'LG', 70, 1), (62, 10, 'SK', 50, 1)"),
        1);
    row("offtake_above_whole", "80 %",
        QStringLiteral("INSERT INTO site_offtakes (id, site_id, buyer, share_percent, source_id) "
                       "VALUES (61, 10, 'LG', 70, 1), (62, 10, 'SK', 10, 1)"),
        0);
    const QString member =
        QStringLiteral("INSERT INTO projects (id, name_en) VALUES (95, 'Copper for both'); INSERT "
                       "INTO project_members (id, project_id, site_id, role, position) VALUES "
                       "(96, 95, 10, 'extraction', 1);");
    row("member_incomplete", "no estimate", member + QStringLiteral("DELETE FROM estimates"), 1);
    row("member_incomplete", "a plant needs none",
        member + QStringLiteral("DELETE FROM estimates; UPDATE project_members SET role = "
                                "'processing'"),
        0);
    row("member_incomplete", "whole", member, 0);
    row("project_without_sites", "none",
        QStringLiteral("INSERT INTO projects (id, name_en) VALUES (95, 'Copper for both')"), 1);
    row("project_without_sites", "one", member, 0);
    row("attachment_missing", "no file",
        QStringLiteral("INSERT INTO attachments (id, site_id, path, digest, embedded) VALUES "
                       "(97, 10, 'nowhere.pdf', 'ab', 0)"),
        1);
    row("attachment_missing", "no content",
        QStringLiteral("INSERT INTO attachments (id, site_id, digest, embedded) VALUES (97, 10, "
                       "'ab', 1)"),
        1);
    row("attachment_adrift", "of nothing",
        QStringLiteral("INSERT INTO attachments (id, digest, embedded) VALUES (97, 'ab', 1)"), 1);
    row("attachment_adrift", "of a source",
        QStringLiteral("INSERT INTO attachments (id, source_id, digest, embedded) VALUES (97, 1, "
                       "'ab', 1)"),
        0);
    row("layer_missing", "no file",
        QStringLiteral("INSERT INTO layers (id, kind, name_en, path, embedded, visible, opacity, "
                       "position, schematic) VALUES (98, 'vector', 'Faults', 'faults.gpkg', 0, 1, "
                       "1, 1, 0)"),
        1);
    const QString waiver =
        QStringLiteral("INSERT INTO waivers (id, rule, table_name, row_id, reason) VALUES (99, "
                       "'kind_missing', 'sites', 10, 'the source does not say');");
    row("waiver_unused", "found no more", waiver, 1);
    row("waiver_unused", "still found", waiver + site("kind = NULL"), 0);
}

void DataCheckTest::finds()
{
    QFETCH(QString, rule);
    QFETCH(QString, sql);
    QFETCH(int, count);
    const auto wanted = ruleOf(rule);
    QVERIFY2(wanted, qPrintable(rule));
    const auto file = make();
    const DataCheck sound = check(*file);
    QVERIFY2(sound.open() == 0, qPrintable(told(sound)));
    run(*file, sql);
    const DataCheck found = check(*file);
    QVERIFY2(found.counted(*wanted).open == count, qPrintable(told(found)));
    // By itself it finds the same.
    CheckOptions alone;
    alone.rules = {*wanted};
    const DataCheck one = check(*file, alone);
    if (*wanted != Rule::WaiverUnused) { // which is about what the others find
        QVERIFY2(one.open() == count, qPrintable(told(one)));
        for (const Finding& finding : one.findings()) {
            QCOMPARE(finding.rule, *wanted);
            QVERIFY(finding.row != 0);
            const QString text = findingText(finding);
            QVERIFY2(!text.isEmpty() && !text.contains(QRegularExpression(QStringLiteral("%\\d"))),
                     qPrintable(text));
            QCOMPARE(fixText(finding).isEmpty(), !finding.isFixable());
        }
    }
}

void DataCheckTest::fixes_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* rule, const char* name, const char* sql, const char* query,
                        const char* value) {
        QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromUtf8(sql)
                            << QString::fromUtf8(query) << QString::fromUtf8(value);
    };
    row("position_swapped", "swapped", "UPDATE sites SET geom = @(27.329771 -112.306543)",
        "SELECT hex(geom) FROM sites", "@(-112.306543 27.329771)");
    row("position_sign", "sign", "UPDATE sites SET geom = @(112.306543 27.329771)",
        "SELECT hex(geom) FROM sites", "@(-112.306543 27.329771)");
    row("position_zero", "zero", "UPDATE sites SET geom = @(0 0)", "SELECT geom FROM sites",
        "(null)");
    row("position_few_decimals", "accuracy", "UPDATE sites SET geom = @(-112.31 27.33)",
        "SELECT position_accuracy_m FROM sites", "800.0");
    row("country_missing", "country",
        "UPDATE sites SET country = NULL, admin1 = NULL, geom = @(-101.123456 24.123456)",
        "SELECT country FROM sites", "MX");
    row("position_other_country", "country by state too",
        "UPDATE sites SET country = 'US', admin1 = 'Sonora', geom = @(-110.123456 29.123456)",
        "SELECT country FROM sites", "MX");
    row("state_missing", "state", "UPDATE sites SET admin1 = NULL", "SELECT admin1 FROM sites",
        "Baja California Sur");
    row("state_unknown", "misspelt", "UPDATE sites SET admin1 = 'Baja Calfornia Sur'",
        "SELECT admin1 FROM sites", "Baja California Sur");
    row("grade_above_whole", "unit by contained metal",
        "UPDATE estimates SET grade = 12500, grade_unit = 'percent'",
        "SELECT grade_unit FROM estimates", "g/t");
    row("figure_not_positive", "zero grade", "UPDATE estimates SET grade = 0",
        "SELECT grade FROM estimates", "(null)");
    row("tonnes_thousandfold", "tonnes by two others",
        "UPDATE estimates SET contained_tonnes = NULL; INSERT INTO estimates (id, site_id, "
        "commodity, category, tonnes, grade, grade_unit, effective_date, source_id) VALUES "
        "(21, 10, 'copper', 'inferred', 80000, 1.25, 'percent', '2020', 1), "
        "(22, 10, 'copper', 'inferred', 70000000, 1.3, 'percent', '2021', 1)",
        "SELECT tonnes FROM estimates WHERE id = 21", "80000000.0");
    row("tonnes_thousandfold", "contained by another",
        "UPDATE estimates SET contained_tonnes = 1e9; INSERT INTO estimates (id, site_id, "
        "commodity, category, tonnes, grade, grade_unit, effective_date, source_id) VALUES "
        "(22, 10, 'copper', 'inferred', 70000000, 1.3, 'percent', '2021', 1)",
        "SELECT contained_tonnes FROM estimates WHERE id = 20", "1000000.0");
    row("tonnes_thousandfold", "tonnes by capacity",
        "UPDATE estimates SET tonnes = 80000, contained_tonnes = NULL; INSERT INTO site_processes "
        "(id, site_id, process, capacity_tonnes_per_year, source_id) VALUES (40, 10, 'mill', "
        "8000000, 1)",
        "SELECT tonnes FROM estimates", "80000000.0");
    row("estimate_twice", "twice",
        "INSERT INTO estimates SELECT 21, site_id, commodity, category, tonnes, grade, grade_unit, "
        "contained_tonnes, cutoff, cutoff_unit, effective_date, code, source_id, reference, "
        "handling, note, includes_reserves, unfc FROM estimates",
        "SELECT COUNT(*) FROM estimates", "1");
    row("estimate_empty", "empty",
        "UPDATE estimates SET tonnes = NULL, grade = NULL, contained_tonnes = NULL",
        "SELECT COUNT(*) FROM estimates", "0");
    row("text_garbled", "encoding", "UPDATE sites SET name = 'MÃ©xico â€“ Ã‘uÃ±o'",
        "SELECT name FROM sites", "México – Ñuño");
    row("unknown_key", "key", "UPDATE sites SET stage = 'in production'", "SELECT stage FROM sites",
        "production");
    row("date_malformed", "slashes", "UPDATE estimates SET effective_date = '31/05/2024'",
        "SELECT effective_date FROM estimates", "2024-05-31");
    row("date_malformed", "month first", "UPDATE estimates SET effective_date = '5/31/2024'",
        "SELECT effective_date FROM estimates", "2024-05-31");
    row("stage_not_latest", "stage",
        "INSERT INTO site_stages (id, site_id, stage, date, source_id) VALUES (90, 10, 'closed', "
        "'2025', 1)",
        "SELECT stage || ' ' || stage_date FROM sites", "closed 2025");
    row("permit_expired", "permit",
        "INSERT INTO site_permits (id, site_id, kind, status, expires, source_id) VALUES (80, 10, "
        "'water', 'granted', '2025', 1)",
        "SELECT status FROM site_permits", "expired");
    row("attachment_adrift", "attachment",
        "INSERT INTO attachments (id, digest, embedded) VALUES (97, 'ab', 1)",
        "SELECT COUNT(*) FROM attachments", "0");
    row("waiver_unused", "waiver",
        "INSERT INTO waivers (id, rule, table_name, row_id, reason) VALUES (99, 'kind_missing', "
        "'sites', 10, 'so be it')",
        "SELECT COUNT(*) FROM waivers", "0");
}

void DataCheckTest::fixes()
{
    QFETCH(QString, rule);
    QFETCH(QString, sql);
    QFETCH(QString, query);
    QFETCH(QString, value);
    const auto file = make();
    run(*file, sql);
    const QString before = support::digest(*file);
    const DataCheck found = check(*file);
    std::vector<Finding> findings;
    for (const Finding& finding : found.findings())
        if (finding.rule == ruleOf(rule))
            findings.push_back(finding);
    QVERIFY2(findings.size() == 1 && findings.front().isFixable(), qPrintable(told(found)));
    QVERIFY2(!fixText(findings.front()).contains(QStringLiteral("%")),
             qPrintable(fixText(findings.front())));
    const auto entries = file->history().size();
    qint64 mended = 0;
    file->edit(Ana, EntryKind::Edit, fixSentence(findings),
               [&](Edit& edit) { mended = applyFixes(edit, findings, QStringLiteral("MX:Ana")); });
    QCOMPARE(mended, 1);
    QCOMPARE(file->history().size(), entries + 1);
    QString expected = withPoints(value);
    if (expected.startsWith(QLatin1String("X'")))
        expected = expected.mid(2).chopped(1).toUpper();
    QCOMPARE(support::value(*file, query.toStdString()), expected);
    const DataCheck after = check(*file);
    QVERIFY2(after.counted(*ruleOf(rule)).open == 0, qPrintable(told(after)));
    // What a person changed on a site stays beside what stood.
    if (std::string_view(findings.front().table) == "sites" && rule != "position_few_decimals")
        QVERIFY(
            support::value(*file, "SELECT COUNT(*) FROM claims WHERE author = 'MX:Ana'").toInt() >=
            1);
    base::Progress progress;
    file->undo(Ana, progress);
    QCOMPARE(support::digest(*file), before);
}

void DataCheckTest::findsReferencesThatAnotherProgramBroke()
{
    const auto file = make();
    const QString path = file->path();
    QString broken = m_folder.filePath(QStringLiteral("broken.veta.gpkg"));
    QVERIFY(QFile::copy(path, broken));
    {
        SQLite::Database database(broken.toStdString(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA foreign_keys = OFF");
        database.exec("INSERT INTO site_names (id, site_id, name) VALUES (61, 999, 'Nowhere')");
        database.exec("UPDATE estimates SET source_id = 998");
    }
    const auto read = support::open(broken, OpenMode::ReadOnly);
    const DataCheck found = check(*read);
    QVERIFY2(found.counted(Rule::DanglingReference).open == 2, qPrintable(told(found)));
    for (const Finding& finding : found.findings()) {
        if (finding.rule != Rule::DanglingReference)
            continue;
        QVERIFY(finding.isFixable());
        QCOMPARE(finding.removal, std::string_view(finding.table) == "site_names");
    }
}

void DataCheckTest::findsFilesThatAreGoneOrChanged()
{
    const auto file = make();
    const QString beside = m_folder.filePath(QStringLiteral("report.pdf"));
    QFile pdf(beside);
    QVERIFY(pdf.open(QIODevice::WriteOnly));
    pdf.write("as it was");
    pdf.close();
    const QString digest = QStringLiteral("%1").arg(QString::fromLatin1(
        QCryptographicHash::hash("as it was", QCryptographicHash::Sha256).toHex()));
    run(*file,
        QStringLiteral("INSERT INTO attachments (id, site_id, title, path, digest, embedded) "
                       "VALUES (97, 10, 'Report', 'report.pdf', '%1', 0);"
                       "INSERT INTO layers (id, kind, name_en, path, digest, embedded, "
                       "visible, opacity, position, schematic) VALUES (98, 'vector', "
                       "'Faults', 'report.pdf', '%1', 0, 1, 1, 1, 0)")
            .arg(digest));
    QVERIFY2(check(*file).open() == 0, qPrintable(told(check(*file))));
    QVERIFY(pdf.open(QIODevice::WriteOnly));
    pdf.write("as it is");
    pdf.close();
    DataCheck changed = check(*file);
    QCOMPARE(changed.counted(Rule::AttachmentChanged).open, 1);
    QCOMPARE(changed.counted(Rule::LayerChanged).open, 1);
    QCOMPARE(changed.open(), 2);
    QCOMPARE(changed.findings().front().subject, QStringLiteral("Report"));
    QCOMPARE(changed.findings().front().site, 10);
    QVERIFY(pdf.remove());
    const DataCheck gone = check(*file);
    QCOMPARE(gone.counted(Rule::AttachmentMissing).open, 1);
    QCOMPARE(gone.counted(Rule::LayerMissing).open, 1);
}

// A country whose states the program does not know, from a layer of the project.
void DataCheckTest::layersOfTheProjectKnowStates()
{
    const auto file = make();
    const QByteArray departments =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{"
        "\"NOMBRE\":\"Potosí\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[-68.8,-22.8],"
        "[-65,-22.8],[-65,-18],[-68.8,-18],[-68.8,-22.8]]]}}]}";
    base::Progress progress;
    LayerProposal proposal =
        proposeEmbeddedLayer(departments, QStringLiteral("d.geojson"), {}, progress);
    proposal.layer.purpose = QStringLiteral("boundaries");
    proposal.layer.digest = file->putBlob(departments, QStringLiteral(".geojson"));
    file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}},
               [&](Edit& edit) { addLayer(edit, proposal.layer); });
    run(*file, QStringLiteral("UPDATE sites SET country = 'BO', admin1 = 'Potosi', geom = "
                              "@(-66.512345 -20.512345)"));
    QVERIFY2(check(*file).open() == 0, qPrintable(told(check(*file))));
    run(*file, QStringLiteral("UPDATE sites SET geom = @(-63.512345 -17.512345)"));
    QCOMPARE(check(*file).counted(Rule::PositionOtherState).open, 1);
}

void DataCheckTest::isWaivedAndTakenBack()
{
    const auto file = make(QStringLiteral("UPDATE sites SET kind = NULL;"));
    DataCheck found = check(*file);
    QCOMPARE(found.open(), 1);
    const std::vector<Finding> findings = found.findings();
    QVERIFY_THROWS_EXCEPTION(
        base::Error,
        file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}}, [&](Edit& edit) {
            waive(edit, findings.front(), QStringLiteral(" "), QStringLiteral("MX:Ana"));
        }));
    const auto entry = file->edit(
        Ana, EntryKind::Edit, waiveSentence(findings, QStringLiteral("a plant of its own kind")),
        [&](Edit& edit) {
            waive(edit, findings.front(), QStringLiteral(" a plant of its own kind "),
                  QStringLiteral("MX:Ana"));
        });
    QVERIFY(entry);
    found = check(*file);
    QCOMPARE(found.open(), 0);
    QCOMPARE(found.waived(), 1);
    const Waiver waiver = *found.findings().front().waiver;
    QCOMPARE(waiver.reason, QStringLiteral("a plant of its own kind"));
    QCOMPARE(waiver.author, QStringLiteral("MX:Ana"));
    QCOMPARE(waiver.id, base::hashedId({"waivers", "kind_missing", "sites", "10"}));
    // Waived findings are not mended.
    file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}}, [&](Edit& edit) {
        QCOMPARE(applyFixes(edit, found.findings(), QStringLiteral("MX:Ana")), 0);
        QVERIFY(takeWaiverBack(edit, waiver.id));
        QVERIFY(!takeWaiverBack(edit, waiver.id));
    });
    QCOMPARE(check(*file).open(), 1);
    base::Progress progress;
    file->undo(Ana, progress);
    QCOMPARE(check(*file).waived(), 1);
    file->undo(Ana, progress);
    QCOMPARE(check(*file).waived(), 0);
}

void DataCheckTest::fixesNothingThatChangedMeanwhile()
{
    const auto file = make(QStringLiteral("UPDATE sites SET geom = @(112.306543 27.329771);"
                                          "UPDATE estimates SET grade = 0;"));
    const std::vector<Finding> findings = check(*file).findings();
    QCOMPARE(findings.size(), size_t(2));
    run(*file,
        QStringLiteral("UPDATE sites SET geom = @(-112.2 27.3); UPDATE estimates SET grade = "
                       "1.5"));
    file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}}, [&](Edit& edit) {
        QCOMPARE(applyFixes(edit, findings, QStringLiteral("MX:Ana")), 0);
    });
    QCOMPARE(support::value(*file, "SELECT grade FROM estimates"), QStringLiteral("1.5"));
}

void DataCheckTest::keepsNoMoreThanWasAsked()
{
    QString sql;
    for (int id = 100; id < 150; ++id)
        sql += QStringLiteral("INSERT INTO sites (id, source_id, name, kind, country) VALUES (%1, "
                              "1, 'S', 'mine', 'MX');")
                   .arg(id);
    const auto file = make(sql);
    CheckOptions options;
    options.mostKept = 7;
    const DataCheck found = check(*file, options);
    QCOMPARE(found.counted(Rule::PositionMissing).open, 50);
    QCOMPARE(found.counted(Rule::PositionMissing).kept, 7);
    QCOMPARE(found.sites(), 51);
    QCOMPARE(
        std::count_if(found.findings().begin(), found.findings().end(),
                      [](const Finding& finding) { return finding.rule == Rule::PositionMissing; }),
        7);
}

void DataCheckTest::canBeCancelled()
{
    const auto file = make();
    base::Progress progress;
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(base::Cancelled, checkData(*file, {}, progress));
}

// No error, and nothing of its positions: what is said of it is true of its sources.
void DataCheckTest::theSampleIsNearlySound()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.veta.gpkg"));
    auto file = ProjectFile::create(path, QStringLiteral("Sample"), Ana);
    putSampleBlobs(*file);
    base::Progress progress;
    file->edit(Ana, EntryKind::Edit, {QStringLiteral("test"), {}},
               [&](Edit& edit) { addSampleSites(edit, progress); });
    const DataCheck found = check(*file);
    QVERIFY2(found.open(base::Severity::Error) == 0, qPrintable(told(found)));
    for (const Rule rule :
         {Rule::PositionInSea, Rule::PositionOtherState, Rule::StateUnknown, Rule::TextGarbled,
          Rule::UnknownKey, Rule::DateMalformed, Rule::EstimateWithoutSource})
        QVERIFY2(found.counted(rule).open == 0, qPrintable(told(found)));
}

QTEST_GUILESS_MAIN(DataCheckTest)
#include "data_check_test.moc"
