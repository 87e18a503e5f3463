// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The CSV of a shortlist, read back by Python's own reader.

#include "report/csv_report.h"

#include "base/error.h"
#include "catalogue/site_store.h"
#include "tests/report/sample_shortlist.h"
#include "tests/support/process.h"

#include <clocale>

using namespace support;
using base::Language;

namespace {

const QByteArray Mark("\xEF\xBB\xBF");

using Table = std::vector<QStringList>;

// The records of a CSV as Python's csv module reads them, strictly.
Table readBack(const QByteArray& csv)
{
    const Ended python = runProgram(
        QStringLiteral("python3"),
        {QStringLiteral("-c"),
         QStringLiteral("import csv, io, json, sys\n"
                        "text = io.TextIOWrapper(sys.stdin.buffer, 'utf-8-sig', newline='')\n"
                        "print(json.dumps(list(csv.reader(text, strict=True))))")},
        {}, {}, csv);
    if (python.code != 0)
        qFatal("%s", qPrintable(python.told()));
    Table table;
    for (const QJsonValue& record : python.json().array()) {
        QStringList fields;
        for (const QJsonValue& field : record.toArray())
            fields << field.toString();
        table.push_back(fields);
    }
    return table;
}

QString cell(const Table& table, size_t row, const QString& column)
{
    const qsizetype at = table[0].indexOf(column);
    return at < 0 ? QStringLiteral("(no column %1)").arg(column) : table[row].value(at);
}

} // namespace

class CsvReportTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SampleShortlist> m_sample;
    base::Translation m_english{Language::English};
    base::Translation m_spanish{Language::Spanish};
    report::ShortlistContent m_content;
    Table m_table;

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<SampleShortlist>();
        m_content = m_sample->read(Language::English);
        m_table = readBack(report::csvOf(m_content, m_english, true));
    }

    void theSampleIsAsItWasLookedAt()
    {
        const QString golden = QStringLiteral(VETA_SOURCE_DIR "/tests/golden/report/sample.csv");
        const QByteArray csv = report::csvOf(m_content, m_english, true);
        if (qEnvironmentVariableIntValue("VETA_UPDATE_GOLDEN") == 1)
            writeAt(golden, csv);
        const QList<QByteArray> lines = csv.split('\n');
        const QList<QByteArray> wanted = bytesAt(golden).split('\n');
        for (qsizetype i = 0; i < std::min(lines.size(), wanted.size()); ++i)
            QCOMPARE(lines[i], wanted[i]);
        QCOMPARE(lines.size(), wanted.size());
    }

    void linesEndAsRfc4180Says()
    {
        const QByteArray csv = report::csvOf(m_content, m_english, true);
        QVERIFY(csv.startsWith(Mark));
        QVERIFY(csv.endsWith("\r\n"));
        QCOMPARE(csv.count('\n'), csv.count("\r\n"));
        QCOMPARE(csv.count("\r\n"), qsizetype(m_table.size()));
        for (const QStringList& record : m_table)
            QCOMPARE(record.size(), m_table[0].size());
    }

    void theMarkOfUtf8CanBeLeftOut()
    {
        const QByteArray with = report::csvOf(m_content, m_english, true);
        QCOMPARE(report::csvOf(m_content, m_english, false), with.mid(Mark.size()));
    }

    void oneRowAProjectInTheOrderOfTheRanking()
    {
        QCOMPARE(m_table.size(), m_content.round.candidates.size() + 1);
        std::set<QString> numbers;
        for (size_t row = 1; row < m_table.size(); ++row)
            numbers.insert(cell(m_table, row, QStringLiteral("Project number")));
        QCOMPARE(numbers.size(), m_content.round.candidates.size());
        int last = 0;
        for (size_t row = 1; row < m_table.size(); ++row) {
            const QString rank = cell(m_table, row, QStringLiteral("Joint rank"));
            if (rank.isEmpty())
                continue;
            QCOMPARE(rank.toInt(), ++last);
        }
        QVERIFY(last >= 10);
    }

    void aColumnACriterionWithItsUnit()
    {
        QStringList columns;
        for (const shortlist::Criterion& criterion : m_content.evaluation.criteria) {
            QVERIFY(!criterion.unit.isEmpty());
            columns << criterion.name.en + QStringLiteral(" (%1)").arg(criterion.unit);
        }
        QVERIFY(columns.contains(QStringLiteral("Largest tonnage of ore (t)")));
        for (const QString& column : columns)
            QVERIFY2(m_table[0].count(column) == 1, qPrintable(column));
    }

    void figuresScoresAndRanksAreTheEvaluationsOwn()
    {
        const shortlist::Evaluation& evaluation = m_content.evaluation;
        const auto agrees = [](const QString& text, const std::optional<double>& value) {
            bool number = false;
            const double read = QLocale::c().toDouble(text, &number);
            return value ? number && std::abs(read - *value) <= 1e-11 * std::abs(*value)
                         : text.isEmpty();
        };
        QCOMPARE(evaluation.parties.size(), size_t(2));
        int figures = 0;
        for (size_t i = 0; i < evaluation.order.size(); ++i) {
            const shortlist::CandidateResult& result = evaluation.candidates[evaluation.order[i]];
            const size_t row = i + 1;
            QVERIFY(agrees(cell(m_table, row, QStringLiteral("Joint score")), result.jointScore));
            for (size_t p = 0; p < 2; ++p) {
                const shortlist::PartyResult& party = result.parties[p];
                const QString& code = evaluation.parties[p].delegation.code;
                QVERIFY(agrees(cell(m_table, row, QStringLiteral("Score ") + code), party.score));
                QVERIFY(agrees(cell(m_table, row, QStringLiteral("Rank ") + code), party.rank));
                QVERIFY(
                    agrees(cell(m_table, row, QStringLiteral("Coverage ") + code), party.coverage));
            }
            for (size_t c = 0; c < evaluation.criteria.size(); ++c) {
                const shortlist::Criterion& criterion = evaluation.criteria[c];
                const QString text = cell(
                    m_table, row, QStringLiteral("%1 (%2)").arg(criterion.name.en, criterion.unit));
                const shortlist::Measured& measured = result.criteria[c].measured;
                if (measured.number) {
                    ++figures;
                    QVERIFY2(agrees(text, measured.number), qPrintable(text));
                } else if (!measured.known()) {
                    QCOMPARE(text, QString());
                } else {
                    QCOMPARE(text, result.criteria[c].text);
                }
            }
        }
        QVERIFY(figures > 80);
    }

    void decisionsStandWithReasonAndDate()
    {
        int decided = 0;
        for (size_t i = 0; i < m_content.evaluation.order.size(); ++i) {
            const shortlist::Candidate& candidate =
                m_content.round.candidates[m_content.evaluation.order[i]];
            const QString reason = cell(m_table, i + 1, QStringLiteral("Reason"));
            const QString date = cell(m_table, i + 1, QStringLiteral("Decided on"));
            if (!candidate.decision) {
                QCOMPARE(reason + date + cell(m_table, i + 1, QStringLiteral("Decision")),
                         QString());
                continue;
            }
            ++decided;
            QCOMPARE(reason, candidate.decision->reason.en);
            QCOMPARE(date, candidate.decision->decidedOn);
        }
        QVERIFY(decided >= 3);
    }

    void numbersAreTheSameInEveryLocale()
    {
        const QLocale before;
        const QByteArray plain = report::csvOf(m_content, m_english, true);
        QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain)); // a decimal comma
        const QByteArray there = report::csvOf(m_content, m_english, true);
        QLocale::setDefault(before);
        QCOMPARE(there, plain);

        const Variables spanish{{QStringLiteral("LC_ALL"), QStringLiteral("es_MX.UTF-8")},
                                {QStringLiteral("LANG"), QStringLiteral("es_ES.UTF-8")}};
        const QString out = m_sample->file("es_MX.csv");
        const Ended run = veta({QStringLiteral("report"), m_sample->path(), QStringLiteral("-o"),
                                out, QStringLiteral("--language"), QStringLiteral("en")},
                               spanish);
        QVERIFY2(run.code == 0, qPrintable(run.told()));
        QCOMPARE(bytesAt(out), plain);
    }

    void inSpanishTheWordsChangeAndTheFiguresDoNot()
    {
        const Table table =
            readBack(report::csvOf(m_sample->read(Language::Spanish), m_spanish, true));
        QCOMPARE(table.size(), m_table.size());
        QCOMPARE(table[0].size(), m_table[0].size());
        for (qsizetype column = 0; column < table[0].size(); ++column)
            QVERIFY2(table[0][column] != m_table[0][column], qPrintable(table[0][column]));
        QVERIFY(table[0].contains(QStringLiteral("Mayor tonelaje de mineral (t)")));
        QVERIFY(table[0].contains(QStringLiteral("Plantas en México (plantas)")));
        const std::set<QString> words{QStringLiteral("passed"),      QStringLiteral("failed"),
                                      QStringLiteral("not known"),   QStringLiteral("Production"),
                                      QStringLiteral("Shortlisted"), QStringLiteral("Deferred")};
        for (size_t row = 1; row < table.size(); ++row)
            for (qsizetype column = 0; column < table[0].size(); ++column) {
                bool number = false;
                QLocale::c().toDouble(m_table[row][column], &number);
                if (number)
                    QCOMPARE(table[row][column], m_table[row][column]);
                QVERIFY2(!words.contains(table[row][column]), qPrintable(table[row][column]));
            }
    }

    void whatEndsFieldsOrRunsInSpreadsheetsIsHeld_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("read");
        const auto plain = [](const char* label, const char* name) {
            QTest::newRow(label) << QString::fromUtf8(name) << QString::fromUtf8(name);
        };
        plain("comma", "Copper, zinc and lead");
        plain("quotes", "The \"Veta Madre\"");
        plain("only a quote", "\"");
        plain("newline", "Two\nlines");
        plain("return and newline", "Two\r\nlines, and \"more\"");
        plain("accents", "Cerro Ñandú – peña 锂");
        plain("semicolon", "a; b");
        const auto kept = [](const char* name) {
            QTest::newRow(name) << QString::fromUtf8(name)
                                << QLatin1Char('\'') + QString::fromUtf8(name);
        };
        kept("=1+1");
        kept("+52 55");
        kept("-5");
        kept("@SUM(A1)");
        kept("'quoted");
        kept("\tTab");
        kept("=HYPERLINK(\"x\", \"y\")");
    }
    void whatEndsFieldsOrRunsInSpreadsheetsIsHeld()
    {
        QFETCH(QString, name);
        QFETCH(QString, read);
        report::ShortlistContent content = m_content;
        shortlist::Candidate& candidate =
            content.round.candidates[content.evaluation.order.front()];
        candidate.project.name = {name, name};
        candidate.decision = shortlist::Decision{QStringLiteral("reserve"), {name, {}}, {}};
        content.evaluation.criteria.front().name = {name, name};
        content.evaluation.criteria.front().unit = QStringLiteral("a,\"b\"");
        const Table table = readBack(report::csvOf(content, m_english, true));
        QCOMPARE(table.size(), m_table.size());
        QCOMPARE(cell(table, 1, QStringLiteral("Project")), read);
        QCOMPARE(cell(table, 1, QStringLiteral("Reason")), read);
        QVERIFY(table[0].contains(read + QStringLiteral(" (a,\"b\")")));
    }

    void negativeFiguresAreLeftNumbers()
    {
        report::ShortlistContent content = m_content;
        const size_t first = content.evaluation.order.front();
        content.evaluation.candidates[first].criteria[2].measured.number = -12.5;
        content.evaluation.candidates[first].jointScore = -0.25;
        const Table table = readBack(report::csvOf(content, m_english, true));
        QCOMPARE(cell(table, 1, QStringLiteral("Largest tonnage of ore (t)")),
                 QStringLiteral("-12.5"));
        QCOMPARE(cell(table, 1, QStringLiteral("Joint score")), QStringLiteral("-0.25"));
    }

    void aCriterionWithoutAUnitTakesItsMeasures()
    {
        report::ShortlistContent content = m_content;
        for (shortlist::Criterion& criterion : content.evaluation.criteria)
            criterion.unit.clear();
        const QStringList header = readBack(report::csvOf(content, m_english, true))[0];
        QVERIFY(header.contains(QStringLiteral("Largest tonnage of ore (t)")));
        QVERIFY(header.contains(QStringLiteral("Plants in Mexico")));
    }

    void aThirdDelegationHasItsColumns()
    {
        m_sample->edit([](catalogue::Edit& edit) {
            catalogue::Delegation canada;
            canada.code = QStringLiteral("CA");
            canada.name = {QStringLiteral("Canada"), QStringLiteral("Canadá")};
            const shortlist::JudgementStore store(catalogue::addDelegation(edit, canada));
            for (const shortlist::Criterion& criterion : shortlist::readCriteria(edit))
                store.writeWeight(edit, criterion.id, 1);
        });
        const QStringList header =
            readBack(report::csvOf(m_sample->read(Language::English), m_english, true))[0];
        QVERIFY(header.contains(QStringLiteral("Score CA")));
        QVERIFY(header.indexOf(QStringLiteral("Score CA")) >
                header.indexOf(QStringLiteral("Score MX")));
    }

    void aPathThatCannotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no folder") << QStringLiteral("nowhere/at/all.csv");
        QTest::newRow("a folder") << QStringLiteral("folder.csv");
    }
    void aPathThatCannotBeWrittenIsNamed()
    {
        QFETCH(QString, path);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.csv")));
        const QString full = folder.filePath(path);
        try {
            report::writeCsv(m_content, m_english, full);
            QFAIL("it was written");
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(full), qPrintable(error.message()));
            QVERIFY(error.message().endsWith(u'?'));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("folder.csv")});
    }
};

QTEST_MAIN(CsvReportTest)
#include "csv_report_test.moc"
