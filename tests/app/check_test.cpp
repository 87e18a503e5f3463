// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// veta-cli check by its binary: how it ends, what it prints and writes, what it mends and lets
// stand.
#include "tests/support/process.h"

#include <QTemporaryDir>

using support::Ended;
using support::veta;

namespace {

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")}};

} // namespace

class CheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void endsWith3WhereSomethingIsFound();
    void printsJsonAndCsv();
    void mendsARuleAsOneEntry();
    void letsStandAndTakesBack();
    void listsRules();
    void refuses_data();
    void refuses();

private:
    Ended check(const QStringList& more) const
    {
        return veta(QStringList{QStringLiteral("check"), m_path} + more, Ana);
    }
    static QJsonObject counts(const Ended& ended, const char* rule)
    {
        for (const QJsonValue& each :
             ended.json().object().value(QStringLiteral("rules")).toArray())
            if (each.toObject().value(QStringLiteral("rule")).toString() == QLatin1String(rule))
                return each.toObject();
        return {};
    }
    QTemporaryDir m_folder;
    QString m_whole;
    QString m_path;
};

void CheckTest::initTestCase()
{
    QFile csv(m_folder.filePath(QStringLiteral("sites.csv")));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("id,name,kind,country,admin1,lon,lat,commodity\n"
              "1,El Boleo,mine,MX,Baja California Sur,-112.306543,27.329771,copper\n"
              "2,Cananea,mine,MX,Sonora,-110.317001,30.985395,copper\n"
              "5,En el mar,mine,MX,Sonora,-118.421111,25.985395,copper\n"
              "6,=2+3,,MX,Sonora,-110.121111,29.585395,copper\n");
    csv.close();
    m_whole = m_folder.filePath(QStringLiteral("whole.gpkg"));
    QCOMPARE(
        veta({QStringLiteral("new"), m_whole, QStringLiteral("--title"), QStringLiteral("C")}, Ana)
            .code,
        0);
    const Ended imported = veta({QStringLiteral("import"), m_whole, csv.fileName(),
                                 QStringLiteral("--crs"), QStringLiteral("EPSG:4326")},
                                Ana);
    QVERIFY2(imported.code == 3, qPrintable(imported.told())); // one lies far outside of Mexico
    // Typed by hand: an import sets such rows aside.
    for (const auto& [name, position] : {std::pair("Sin signo", "110.421111,29.985395"),
                                         std::pair("Otro sin signo", "110.521111,29.785395")}) {
        const Ended added =
            veta({QStringLiteral("site"), QStringLiteral("add"), m_whole,
                  QStringLiteral("name=%1").arg(QLatin1String(name)), QStringLiteral("kind=mine"),
                  QStringLiteral("country=MX"), QStringLiteral("admin1=Sonora"),
                  QStringLiteral("commodities=copper"),
                  QStringLiteral("position=%1").arg(QLatin1String(position)),
                  QStringLiteral("--source"), QStringLiteral("sites.csv")},
                 Ana);
        QVERIFY2(added.code == 0, qPrintable(added.told()));
    }
}

void CheckTest::init()
{
    m_path = m_folder.filePath(QStringLiteral("project.gpkg"));
    QFile::remove(m_path);
    QVERIFY(QFile::copy(m_whole, m_path));
}

void CheckTest::endsWith3WhereSomethingIsFound()
{
    const QByteArray before = support::bytesAt(m_path);
    const Ended all = check({});
    QVERIFY2(all.code == 3, qPrintable(all.told()));
    QVERIFY(all.out.contains(QStringLiteral("position_sign")));
    QVERIFY(all.out.contains(QStringLiteral("En el mar: ")));
    QVERIFY(all.err.contains(QStringLiteral("findings")));
    const Ended none = check({QStringLiteral("--rule"), QStringLiteral("position_zero")});
    QVERIFY2(none.code == 0, qPrintable(none.told()));
    QVERIFY(none.out.contains(QStringLiteral("Nothing was found in 6 sites.")));
    QVERIFY(none.err.isEmpty());
    const Ended errors = check({QStringLiteral("--least"), QStringLiteral("error")});
    QCOMPARE(errors.code, 3);
    QVERIFY(!errors.out.contains(QStringLiteral("kind_missing")));
    const Ended first = check({QStringLiteral("--most"), QStringLiteral("1"),
                               QStringLiteral("--rule"), QStringLiteral("position_sign")});
    QVERIFY2(first.out.contains(QStringLiteral("and 1 more")), qPrintable(first.told()));
    const Ended spanish = check({QStringLiteral("--language"), QStringLiteral("es")});
    QVERIFY2(spanish.out.contains(QStringLiteral("Falta el signo de la posición")),
             qPrintable(spanish.told()));
    QCOMPARE(support::bytesAt(m_path), before);
}

void CheckTest::printsJsonAndCsv()
{
    const QString csv = m_folder.filePath(QStringLiteral("out.csv"));
    const Ended ended = check({QStringLiteral("--json"), QStringLiteral("--csv"), csv});
    QCOMPARE(ended.code, 3);
    const QJsonObject all = ended.json().object();
    QCOMPARE(all.value(QStringLiteral("sites")).toInt(), 6);
    QCOMPARE(counts(ended, "position_sign").value(QStringLiteral("open")).toInt(), 2);
    QCOMPARE(counts(ended, "position_sign").value(QStringLiteral("fixable")).toInt(), 2);
    QCOMPARE(counts(ended, "kind_missing").value(QStringLiteral("severity")).toString(),
             QStringLiteral("note"));
    const QJsonArray findings = all.value(QStringLiteral("findings")).toArray();
    QCOMPARE(findings.size(), all.value(QStringLiteral("open")).toInt());
    const QJsonObject first = findings.first().toObject();
    for (const char* key : {"rule", "severity", "table", "row", "site", "subject", "text", "fix"})
        QVERIFY2(first.contains(QLatin1String(key)), key);
    const QByteArray written = support::bytesAt(csv);
    QVERIFY(written.startsWith("\xef\xbb\xbfrule,severity,table,row,site,subject,text,fix"));
    QCOMPARE(written.count("\r\n"), findings.size() + 1);
    QVERIFY(written.contains(",'=2+3,")); // no spreadsheet reckons with it
}

void CheckTest::mendsARuleAsOneEntry()
{
    const Ended mended = check({QStringLiteral("--fix"), QStringLiteral("position_sign")});
    QVERIFY2(mended.code == 0, qPrintable(mended.told()));
    QVERIFY(mended.out.contains(QStringLiteral("2 of 2 findings mended")));
    const Ended after = check({QStringLiteral("--json")});
    QVERIFY(counts(after, "position_sign").isEmpty());
    const Ended history = veta({QStringLiteral("history"), m_path, QStringLiteral("--json")}, Ana);
    QCOMPARE(history.json().array().last().toObject().value(QStringLiteral("sentence")).toString(),
             QStringLiteral("Mended what the data check found: Sign of the position missing (2)"));
    QCOMPARE(veta({QStringLiteral("undo"), m_path}, Ana).code, 0);
    QCOMPARE(counts(check({QStringLiteral("--json")}), "position_sign")
                 .value(QStringLiteral("open"))
                 .toInt(),
             2);
    // Nobody can say where the one in the sea lies.
    const Ended sea = check({QStringLiteral("--fix"), QStringLiteral("position_in_sea")});
    QVERIFY2(sea.code == 3, qPrintable(sea.told()));
    QVERIFY(sea.out.contains(QStringLiteral("0 of 1 findings mended")));
}

void CheckTest::letsStandAndTakesBack()
{
    const QString rule = QStringLiteral("position_in_sea");
    const Ended found = check({QStringLiteral("--json"), QStringLiteral("--rule"), rule});
    const QString row = QString::number(found.json()
                                            .object()
                                            .value(QStringLiteral("findings"))
                                            .toArray()
                                            .first()
                                            .toObject()
                                            .value(QStringLiteral("row"))
                                            .toInteger());
    const Ended waived = check({QStringLiteral("--waive"), rule, QStringLiteral("--row"), row,
                                QStringLiteral("--reason"), QStringLiteral("A platform at sea")});
    QVERIFY2(waived.code == 0, qPrintable(waived.told()));
    const Ended quiet = check({QStringLiteral("--rule"), rule});
    QVERIFY2(quiet.code == 0, qPrintable(quiet.told()));
    const Ended all = check({QStringLiteral("--rule"), rule, QStringLiteral("--all")});
    QCOMPARE(all.code, 0);
    QVERIFY2(all.out.contains(QStringLiteral("let stand by MX:Ana")) &&
                 all.out.contains(QStringLiteral("A platform at sea")),
             qPrintable(all.told()));
    const Ended again = check({QStringLiteral("--waive"), rule, QStringLiteral("--row"), row,
                               QStringLiteral("--reason"), QStringLiteral("x")});
    QCOMPARE(again.code, 1);
    QCOMPARE(check({QStringLiteral("--unwaive"), rule, QStringLiteral("--row"), row}).code, 0);
    QCOMPARE(check({QStringLiteral("--rule"), rule}).code, 3);
}

void CheckTest::listsRules()
{
    const Ended rules =
        veta({QStringLiteral("check"), QStringLiteral("--rules"), QStringLiteral("--json")});
    QCOMPARE(rules.code, 0);
    QVERIFY(rules.json().array().size() > 40);
    QVERIFY(!rules.json()
                 .array()
                 .first()
                 .toObject()
                 .value(QStringLiteral("about"))
                 .toString()
                 .isEmpty());
}

void CheckTest::refuses_data()
{
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"--rule|castle", "--fix|castle", "--least|bad", "--stale|0", "--today|soon",
          "--waive|position_zero", "--waive|position_zero|--row|1", "--row|1",
          "--fix|position_zero|--waive|position_zero", "--least|error|--rule|kind_missing"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CheckTest::refuses()
{
    QFETCH(QString, line);
    const QByteArray before = support::bytesAt(m_path);
    const Ended ended = check(line.split(u'|'));
    QVERIFY2(ended.code == 2, qPrintable(ended.told()));
    QVERIFY(ended.out.isEmpty() && !ended.err.isEmpty());
    QCOMPARE(support::bytesAt(m_path), before);
}

QTEST_GUILESS_MAIN(CheckTest)
#include "check_test.moc"
