// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/duplicates.h"
#include "catalogue/match_blocks.h"
#include "catalogue/match_compare.h"
#include "catalogue/match_trial.h"
#include "catalogue/site_import.h"
#include "tests/support/real_data.h"
#include "tests/support/scratch_project.h"

#include <QFile>
#include <QtTest>
#include <cmath>
#include <random>

using namespace catalogue;
using support::Ana;

namespace {

MatchRecord record(base::Id id, const QString& name, double lon, double lat,
                   const QStringList& commodities = {QStringLiteral("copper")})
{
    MatchRecord result;
    result.id = id;
    if (!name.isEmpty())
        result.names << name;
    result.lonLat = QPointF(lon, lat);
    result.commodities = commodities;
    result.kind = QStringLiteral("mine");
    result.country = QStringLiteral("MX");
    return result;
}

// Records all over a country, each of another name.
std::vector<MatchRecord> country(size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    const char* syllables[] = {"ca", "na",  "ne", "a",  "bo", "le",  "o",
                               "pi", "lar", "es", "to", "mo", "chi", "huas"};
    std::vector<MatchRecord> records;
    for (size_t i = 0; i < count; ++i) {
        QString name;
        for (int part = 0; part < 4; ++part)
            name += QLatin1String(syllables[random() % 14]);
        records.push_back(record(base::Id(i + 1), name,
                                 -110 + double(random() % 60000) / 10000.0 + 0.00003,
                                 26 + double(random() % 50000) / 10000.0 + 0.00003));
    }
    return records;
}

} // namespace

class DuplicatesTest : public QObject
{
    Q_OBJECT

    base::Progress m_progress;

    QByteArray judgedCsv() const
    {
        QFile file(QStringLiteral(VETA_SOURCE_DIR "/tests/data/judged_pairs.csv"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void findsWhatIsOne()
    {
        std::vector<MatchRecord> records = country(2000, 1);
        const base::Id first = 5000;
        records.push_back(record(first, QStringLiteral("Mina La Esperanza"), -109.12345, 28.12345));
        records.push_back(
            record(first + 1, QStringLiteral("Hope mine (prospect)"), -109.12521, 28.12411));
        records.push_back(
            record(first + 2, QStringLiteral("Esperanza No. 2"), -109.12345, 28.13001));
        records.push_back(
            record(first + 3, QStringLiteral("Esperanza No. 3"), -109.12355, 28.13011));
        const MatchTable table(std::move(records), m_progress);
        const DuplicateSearch search = findDuplicates(table, {}, 0, m_progress);
        bool found = false;
        for (const DuplicatePair& pair : search.pairs) {
            const base::Id a = table.record(pair.a).id;
            const base::Id b = table.record(pair.b).id;
            QVERIFY(a < b);
            found = found || (a == first && b == first + 1);
            QVERIFY2(!(a == first + 2 && b == first + 3), "No. 2 is not No. 3");
        }
        QVERIFY(found);
        QVERIFY(search.pairs.size() < 20);
        // Sorted, and what is listed is what compareRecords() and the model say.
        for (size_t i = 1; i < search.pairs.size(); ++i)
            QVERIFY(search.pairs[i - 1].bits >= search.pairs[i].bits);
        for (const DuplicatePair& pair : search.pairs)
            QVERIFY(
                std::abs(search.model.bits(compareRecords(table, pair.a, pair.b, search.model)) -
                         double(pair.bits)) < 1e-3);
    }

    void sameTableSameModel()
    {
        const MatchTable table(country(3000, 2), m_progress);
        const MatchModel one = estimateModel(table, m_progress);
        const MatchModel other = estimateModel(table, m_progress);
        QVERIFY(one == other);
        for (size_t field = 0; field < MatchFieldCount; ++field) {
            double m = 0;
            for (size_t level = 1; level <= matchLevelKeys(MatchField(field)).size(); ++level) {
                m += one.levels[field][level].m;
            }
            QVERIFY2(std::abs(m - 1) < 0.02, matchFieldKey(MatchField(field)));
        }
    }

    // Blocking must not lose what comparing would find: all pairs against the candidates.
    void candidatesMissLittle()
    {
        std::vector<MatchRecord> records = country(700, 3);
        const CopiedRecords copied = copyRecords(records, 300, 11);
        const MatchTable table(copied.records, m_progress);
        const MatchModel model = MatchModel::builtIn();
        const std::vector<CandidatePair> candidates =
            candidatePairs(table, model.leastUncertaintyMetres, m_progress);
        QVERIFY(std::is_sorted(candidates.begin(), candidates.end()));
        QVERIFY(std::adjacent_find(candidates.begin(), candidates.end()) == candidates.end());
        qint64 good = 0;
        qint64 missed = 0;
        for (uint32_t a = 0; a < table.size(); ++a)
            for (uint32_t b = a + 1; b < table.size(); ++b)
                if (model.bits(compareRecords(table, a, b, model)) >= 0) {
                    ++good;
                    if (!std::binary_search(candidates.begin(), candidates.end(),
                                            CandidatePair{a, b}))
                        ++missed;
                }
        QVERIFY(good > 300);
        QVERIFY2(missed * 100 <= good,
                 qPrintable(QStringLiteral("%1 of %2").arg(missed).arg(good)));
    }

    void neighboursAcrossEdges()
    {
        // Beside the edges of bands and at the date line's and the poles' ends nothing is lost or
        // falls over.
        std::vector<MatchRecord> records;
        std::mt19937 random(5);
        for (int i = 0; i < 400; ++i)
            records.push_back(
                record(i + 1, {}, double(random() % 1000) / 1e5, double(random() % 9000) / 1e5));
        records.push_back(record(1001, {}, 0, 90));
        records.push_back(record(1002, {}, 170, 90));
        records.push_back(record(1003, {}, 180, -90));
        records.push_back(record(1004, {}, std::nan(""), 10));
        const MatchTable table(std::move(records), m_progress);
        const auto candidates = candidatePairs(table, 300, m_progress);
        for (uint32_t a = 0; a < 400; ++a)
            for (uint32_t b = a + 1; b < 400; ++b) {
                const auto& first = table.row(a);
                const auto& second = table.row(b);
                const double metres = roughMetres(first.lon, first.lat, second.lon, second.lat);
                if (metres < 980)
                    QVERIFY(std::binary_search(candidates.begin(), candidates.end(),
                                               CandidatePair{a, b}));
            }
    }

    void modelAsJson()
    {
        MatchModel model = MatchModel::builtIn();
        model.priorBits = -9.25;
        model.levels[0][1].m = 0.625;
        QVERIFY(matchModelFromJson(toJson(model)) == model);
        // What is left out is the program's own.
        const MatchModel brief = matchModelFromJson(
            R"({"kind":"veta_match_model","version":1,"fields":{"kind":{"same":{"m":0.5}}}})");
        QCOMPARE(brief.levels[size_t(MatchField::Kind)][1].m, 0.5);
        QCOMPARE(brief.levels[size_t(MatchField::Kind)][1].u,
                 MatchModel::builtIn().levels[size_t(MatchField::Kind)][1].u);
        for (const char* bad :
             {"", "{}", "[]", R"({"kind":"veta_match_model","version":2})",
              R"({"kind":"veta_match_model","version":1,"prior_bits":"x"})",
              R"({"kind":"veta_match_model","version":1,"fields":{"names":{"same":{"m":0}}}})",
              R"({"kind":"veta_match_model","version":1,"fields":{"names":{"same":{"u":1.5}}}})"})
            QVERIFY_THROWS_EXCEPTION(base::Error, matchModelFromJson(bad));
    }

    void reasonsAddUp()
    {
        const MatchTable table({record(1, QStringLiteral("El Boleo"), -112.3065, 27.3298),
                                record(2, QStringLiteral("Boleo"), -112.2953, 27.3298,
                                       {QStringLiteral("copper"), QStringLiteral("cobalt")})},
                               m_progress);
        const MatchModel model = MatchModel::builtIn();
        for (const base::Language language : {base::Language::English, base::Language::Spanish}) {
            const auto reasons = explain(table, 0, 1, model, language);
            double sum = 0;
            for (const MatchReason& reason : reasons)
                sum += reason.bits;
            QVERIFY(std::abs(sum - model.bits(compareRecords(table, 0, 1, model))) < 1e-4);
        }
        const QString text =
            toText(explain(table, 0, 1, model, base::Language::English), base::Language::English);
        QVERIFY2(text.startsWith(QLatin1String("names 1.00 +")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("1.1 km apart, both positions ± 300 m ")),
                 qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("commodities share Copper ")), qPrintable(text));
        const base::Translation spanish(base::Language::Spanish);
        base::Translation installed(base::Language::Spanish);
        installed.install();
        const QString words =
            toText(explain(table, 0, 1, model, base::Language::Spanish), base::Language::Spanish);
        QVERIFY2(words.startsWith(QLatin1String("nombres 1.00 +")), qPrintable(words));
        QVERIFY2(words.contains(QLatin1String("Cobre")), qPrintable(words));
    }

    void numbersElsewhere()
    {
        MatchRecord a = record(1, {}, -110, 28);
        MatchRecord b = record(2, {}, -109, 29);
        a.externalIds << QStringLiteral("mrds 10012345") << QStringLiteral("usmin 7");
        b.externalIds << QStringLiteral("mrds 10012345");
        const auto level = [&] {
            const MatchTable table({a, b}, m_progress);
            return int(
                compareRecords(table, 0, 1, MatchModel::builtIn()).level[size_t(MatchField::Ids)]);
        };
        QCOMPARE(level(), int(match_level::SharedId));
        QCOMPARE(candidatePairs(MatchTable({a, b}, m_progress), 300, m_progress).size(), size_t(1));
        b.externalIds = {QStringLiteral("mrds 99")};
        QCOMPARE(level(), int(match_level::OtherIds));
        b.externalIds = {QStringLiteral("sgm 99")};
        QCOMPARE(level(), int(match_level::Missing));
    }

    void cancels()
    {
        base::Progress progress;
        const MatchTable table(country(2000, 4), progress);
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(base::Cancelled, findDuplicates(table, {}, 0, progress));
    }

    void smallTables()
    {
        for (size_t count : {size_t(0), size_t(1), size_t(2)}) {
            const MatchTable table(country(count, 6), m_progress);
            const DuplicateSearch search = findDuplicates(table, {}, 0, m_progress);
            QVERIFY(search.pairs.empty());
            QVERIFY(std::isfinite(search.model.priorBits));
        }
    }

    void copiesAreSeeded()
    {
        const std::vector<MatchRecord> real = country(200, 7);
        const CopiedRecords one = copyRecords(real, 100, 3);
        const CopiedRecords same = copyRecords(real, 100, 3);
        const CopiedRecords other = copyRecords(real, 100, 4);
        QCOMPARE(one.records.size(), same.records.size());
        QVERIFY(one.truth == same.truth);
        bool differs = false;
        for (size_t i = 0; i < one.records.size(); ++i) {
            QVERIFY(one.records[i].names == same.records[i].names);
            differs = differs || i >= other.records.size() ||
                      other.records[i].names != one.records[i].names;
            QVERIFY(!one.records[i].names.isEmpty() || one.records[i].lonLat);
        }
        QVERIFY(differs);
        QVERIFY(one.records.size() >= 200 && one.records.size() <= 400);
    }

    // Set (a) of docs/duplicates.md, on a seed that nothing was tuned on.
    void copiesOfRealRecords()
    {
        VETA_NEEDS_REAL_DATA(path, "sites/border_region_sites_wgs84.csv");
        QTemporaryDir folder;
        const auto file = ProjectFile::create(folder.filePath(QStringLiteral("p.veta.gpkg")),
                                              QStringLiteral("Test"), Ana);
        const auto table =
            std::make_shared<const ImportTable>(ImportTable::open(path, {}, m_progress));
        ImportMapping mapping = proposeImport(*table).front().mapping;
        mapping.crs = QStringLiteral("EPSG:4326");
        importSites(*file, Ana, {{table, mapping}}, m_progress);
        std::vector<MatchRecord> real;
        file->read([&](const ReadAccess& access) { real = readMatchRecords(access, m_progress); });
        QVERIFY(real.size() > 6000);
        const MatchFigures figures =
            evaluateCopies(copyRecords(real, 5000, 20261127), {}, 0, m_progress);
        qInfo("set (a): %lld true, precision %.3f, recall %.3f, F1 %.3f at 0 bits",
              static_cast<long long>(figures.truePairs), figures.precision(), figures.recall(),
              figures.f1());
        QVERIFY(figures.truePairs > 8000);
        QVERIFY(figures.f1() >= 0.90);

        // Set (b) among the records it was taken from.
        std::vector<base::Issue> issues;
        std::vector<JudgedPair> pairs = judgedPairs(judgedCsv(), issues);
        weighJudged(pairs, std::move(real), {}, m_progress);
        for (const char* part : {"tuned", "held_out"}) {
            const MatchFigures of = judgedFigures(pairs, QLatin1String(part), 0);
            qInfo("set (b), %s, among its records: precision %.3f, recall %.3f, F1 %.3f", part,
                  of.precision(), of.recall(), of.f1());
            QVERIFY(of.f1() > 0.6);
        }
    }

    // Set (b), alone, by the built-in model.
    void judgedPairsOfTheBorder()
    {
        std::vector<base::Issue> issues;
        std::vector<JudgedPair> pairs = judgedPairs(judgedCsv(), issues);
        QVERIFY(issues.empty());
        QCOMPARE(pairs.size(), size_t(300));
        qint64 held = 0;
        for (const JudgedPair& pair : pairs) {
            QVERIFY2(!pair.reason.isEmpty(), qPrintable(pair.name));
            held += pair.part == QLatin1String("held_out") ? 1 : 0;
        }
        QCOMPARE(held, qint64(150));
        weighJudged(pairs, {}, {}, m_progress);
        for (const char* part : {"tuned", "held_out"}) {
            const MatchFigures of = judgedFigures(pairs, QLatin1String(part), 0);
            qInfo("set (b), %s, alone: %lld same, precision %.3f, recall %.3f, F1 %.3f", part,
                  static_cast<long long>(of.truePairs), of.precision(), of.recall(), of.f1());
            QVERIFY(of.truePairs > 20);
        }
    }

    void judgedTablesThatAreNone()
    {
        std::vector<base::Issue> issues;
        QVERIFY_THROWS_EXCEPTION(base::Error, judgedPairs("", issues));
        QVERIFY_THROWS_EXCEPTION(base::Error, judgedPairs("a,b\n1,2\n", issues));
        const auto pairs = judgedPairs("verdict,a_name,b_name,a_lon,a_lat,b_lon,b_lat\n"
                                       "same,x,y,-110,28,-110,28\n"
                                       "perhaps,x,y,-110,28,-110,28\n"
                                       "same,x,y,west,28,-110,28\n",
                                       issues);
        QCOMPARE(pairs.size(), size_t(1));
        QCOMPARE(issues.size(), size_t(2));
        QCOMPARE(issues[0].where.line, qint64(3));
        QCOMPARE(issues[1].where.column, QStringLiteral("a_lon"));
    }
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "duplicates_test.moc"
