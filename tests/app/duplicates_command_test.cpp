// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `veta-cli duplicates`: a list of pairs, decisions given back, a merge undone.
#include "tests/support/process.h"

#include <QTemporaryDir>

using support::Ended;
using support::veta;

namespace {

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")}};

} // namespace

class DuplicatesCommandTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

    static Ended run(const QStringList& arguments)
    {
        const Ended ended = veta(arguments, Ana);
        if (ended.code != 0)
            QTest::qFail(qPrintable(arguments.join(u' ') + u'\n' + ended.told()), __FILE__,
                         __LINE__);
        return ended;
    }
    Ended duplicates(const QStringList& arguments) const
    {
        return run(QStringList{QStringLiteral("duplicates"), m_file} + arguments);
    }
    qsizetype sites() const
    {
        return run({QStringLiteral("sites"), m_file, QStringLiteral("--json")})
            .json()
            .array()
            .size();
    }
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void init()
    {
        m_file = at("p.veta.gpkg");
        QFile::remove(m_file);
        run({QStringLiteral("new"), m_file, QStringLiteral("--title"), QStringLiteral("t")});
        const auto add = [&](const char* name, double lon, double lat) {
            run({QStringLiteral("site"), QStringLiteral("add"), m_file,
                 QStringLiteral("name=") + QString::fromUtf8(name), QStringLiteral("kind=mine"),
                 QStringLiteral("country=MX"), QStringLiteral("position=%1,%2").arg(lon).arg(lat)});
        };
        add("Mina La Esperanza", -110.12345, 28.12345);
        add("Hope Mine", -110.12445, 28.12445);
        add("Cerro Colorado No. 2", -108.54321, 27.54321);
        add("Cerro Colorado No. 3", -108.54341, 27.54341);
        add("Piedras Verdes", -109.01944, 27.16805);
    }

    void listsDecidesAndSplits()
    {
        const QJsonObject list = duplicates({QStringLiteral("--json")}).json().object();
        QCOMPARE(list.value(QStringLiteral("records")).toInt(), 5);
        const QJsonArray pairs = list.value(QStringLiteral("pairs")).toArray();
        QCOMPARE(pairs.size(), 1);
        const QJsonObject pair = pairs.first().toObject();
        double sum = 0;
        for (const QJsonValue& reason : pair.value(QStringLiteral("reasons")).toArray())
            sum += reason[QStringLiteral("bits")].toDouble();
        QVERIFY(std::abs(sum - pair.value(QStringLiteral("bits")).toDouble()) < 0.05);

        const Ended table = duplicates({QStringLiteral("--csv"), at("pairs.csv")});
        QVERIFY2(table.out.contains(QStringLiteral("before comparing")), qPrintable(table.out));
        QByteArray csv = support::bytesAt(at("pairs.csv"));
        QCOMPARE(csv.count("\r\n"), 2);
        // As it comes, it decides nothing.
        QVERIFY(duplicates({QStringLiteral("--decide"), at("pairs.csv")})
                    .out.startsWith(QStringLiteral("0 merged")));
        QCOMPARE(sites(), 5);
        const QString site = QString::number(pair.value(QStringLiteral("site")).toInteger());
        const QString other = QString::number(pair.value(QStringLiteral("other")).toInteger());
        support::writeAt(at("pairs.csv"), "site,other,decision,reason\n" + site.toUtf8() + ',' +
                                              other.toUtf8() + ",merge,the same hill\n" +
                                              site.toUtf8() + ",12,apart,\n");
        const Ended decided = veta(
            {QStringLiteral("duplicates"), m_file, QStringLiteral("--decide"), at("pairs.csv")},
            Ana);
        QVERIFY2(decided.code == 3, qPrintable(decided.told()));
        QVERIFY(decided.out.startsWith(QStringLiteral("1 merged, 0 kept apart")));
        QVERIFY2(decided.err.contains(QStringLiteral("pairs.csv:3:")), qPrintable(decided.err));
        QCOMPARE(sites(), 4);
        QVERIFY(duplicates({QStringLiteral("--json")})
                    .json()[QStringLiteral("pairs")]
                    .toArray()
                    .isEmpty());
        const QJsonArray history =
            run({QStringLiteral("history"), m_file, QStringLiteral("--json")}).json().array();
        QVERIFY(history.last()[QStringLiteral("sentence")].toString().startsWith(
            QStringLiteral("Decided on 2 pairs")));

        duplicates({QStringLiteral("--split"), other});
        QCOMPARE(sites(), 5);
        QVERIFY(run({QStringLiteral("verify"), m_file}).err.isEmpty());
        QCOMPARE(veta({QStringLiteral("duplicates"), m_file, QStringLiteral("--split"), other}, Ana)
                     .code,
                 1);

        // What is kept apart does not come back.
        support::writeAt(at("pairs.csv"), "site,other,decision\n" + other.toUtf8() + ',' +
                                              site.toUtf8() + ",apart\n");
        duplicates({QStringLiteral("--decide"), at("pairs.csv")});
        const QJsonObject after = duplicates({QStringLiteral("--json")}).json().object();
        QVERIFY(after.value(QStringLiteral("pairs")).toArray().isEmpty());
        QCOMPARE(after.value(QStringLiteral("kept_apart")).toInt(), 1);
    }

    void explainsInBothLanguages()
    {
        const QStringList two{QStringLiteral("--explain"), QStringLiteral("Hope Mine"),
                              QStringLiteral("mina la esperanza")};
        QVERIFY(
            duplicates(two).out.contains(QStringLiteral("together: one mine with a chance of")));
        const Ended spanish = run(QStringList{QStringLiteral("--language"), QStringLiteral("es"),
                                              QStringLiteral("duplicates"), m_file} +
                                  two);
        QVERIFY2(spanish.out.contains(QStringLiteral("de distancia")), qPrintable(spanish.out));
    }

    void modelsAreWrittenAndTaken()
    {
        const QString model = at("model.json");
        duplicates({QStringLiteral("--save-model"), model});
        QVERIFY(support::bytesAt(model).contains("veta_match_model"));
        QByteArray edited = support::bytesAt(model);
        QJsonObject json = QJsonDocument::fromJson(edited).object();
        json.insert(QStringLiteral("prior_bits"), -50);
        support::writeAt(model, QJsonDocument(json).toJson());
        QVERIFY(duplicates({QStringLiteral("--model"), model, QStringLiteral("--json")})
                    .json()[QStringLiteral("pairs")]
                    .toArray()
                    .isEmpty());
        support::writeAt(model, "{}");
        QCOMPARE(
            veta({QStringLiteral("duplicates"), m_file, QStringLiteral("--model"), model}).code, 1);
    }

    void evaluatesOnKnownTruth()
    {
        const auto f1 = [](const Ended& ended, const char* set) {
            for (const QJsonValue& row : ended.json().array())
                if (row[QStringLiteral("set")].toString() == QLatin1String(set))
                    return row[QStringLiteral("f1")].toDouble();
            return -1.0;
        };
        const Ended judged =
            duplicates({QStringLiteral("--json"), QStringLiteral("--evaluate"),
                        QStringLiteral(VETA_SOURCE_DIR "/tests/data/judged_pairs.csv")});
        QVERIFY(f1(judged, "tuned") > 0.5 && f1(judged, "held_out") > 0.5 &&
                f1(judged, "all") > 0.5);
        const QStringList copies{QStringLiteral("--json"), QStringLiteral("--evaluate"),
                                 QStringLiteral("copies"), QStringLiteral("--seed"),
                                 QStringLiteral("7")};
        const Ended one = duplicates(copies);
        QVERIFY(f1(one, "copies") > 0);
        QCOMPARE(duplicates(copies).out, one.out);
    }

    void wrongWordsEndWith2()
    {
        const QByteArray before = support::bytesAt(m_file);
        for (const QStringList& words :
             {QStringList{QStringLiteral("--split"), QStringLiteral("x")},
              QStringList{QStringLiteral("--split"), QStringLiteral("1"),
                          QStringLiteral("--decide"), QStringLiteral("x.csv")},
              QStringList{QStringLiteral("--explain"), QStringLiteral("one")},
              QStringList{QStringLiteral("--least"), QStringLiteral("many")}}) {
            const Ended ended =
                veta(QStringList{QStringLiteral("duplicates"), m_file} + words, Ana);
            QVERIFY2(ended.code == 2, qPrintable(ended.told()));
        }
        QCOMPARE(support::bytesAt(m_file), before);
    }
};

QTEST_GUILESS_MAIN(DuplicatesCommandTest)
#include "duplicates_command_test.moc"
