// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the commands on history, claims and sources print, leave, and end with.
#include "tests/support/process.h"

#include <QTemporaryDir>

using support::Ended;
using support::veta;

namespace {

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")}};

} // namespace

class JournalCommandsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

    // The arguments in one line, parted by bars; FILE is the project.
    Ended run(const char* line, int code = 0) const
    {
        QStringList arguments = QString::fromUtf8(line).split(u'|');
        arguments.replaceInStrings(QStringLiteral("FILE"), m_file);
        const Ended ended = veta(arguments, Ana);
        if (ended.code != code)
            QTest::qFail(qPrintable(QString::fromUtf8(line) + u'\n' + ended.told()), __FILE__,
                         __LINE__);
        return ended;
    }
    // The name of the entry made last.
    QByteArray lastEntry() const
    {
        const QJsonObject entry = run("history|FILE|--json").json().array().last().toObject();
        return (entry.value(QStringLiteral("copy")).toString().first(6) + u'/' +
                QString::number(entry.value(QStringLiteral("number")).toInteger()))
            .toUtf8();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = QTemporaryDir();
        m_file = m_folder.filePath(QStringLiteral("p.veta.gpkg"));
        run("new|FILE|--title|Test");
        run("site|add|FILE|name=El Boleo|stage=exploration|country=MX|position=-112.3,27.3|"
            "--source|A list|--published|2011");
    }

    void historyOfASiteAndOfAField()
    {
        run("--reason|the mine was seen|site|set|FILE|El Boleo|stage=production");
        run("site|set|FILE|El Boleo|note=visited");
        const QJsonArray all = run("history|FILE|--site|El Boleo|--json").json().array();
        QCOMPARE(all.size(), 3);
        const QJsonArray stage =
            run("history|FILE|--site|El Boleo|--field|stage|--json").json().array();
        QCOMPARE(stage.size(), 2);
        const QJsonObject change = stage.last().toObject();
        QCOMPARE(change.value(QStringLiteral("reason")).toString(),
                 QStringLiteral("the mine was seen"));
        const QJsonObject cell =
            change.value(QStringLiteral("changes")).toArray().first().toObject();
        QCOMPARE(cell.value(QStringLiteral("before")).toString(), QStringLiteral("Exploration"));
        QCOMPARE(cell.value(QStringLiteral("after")).toString(), QStringLiteral("Production"));
        const QString words = run("history|FILE|--site|El Boleo|--field|stage").out;
        QVERIFY2(words.contains(QStringLiteral("El Boleo, Stage")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("the mine was seen")));
        const QString spanish = run("--language|es|history|FILE|--site|El Boleo|--field|stage").out;
        QVERIFY2(spanish.contains(QStringLiteral("Producción")), qPrintable(spanish));
    }

    void anEntryInFull()
    {
        run("site|set|FILE|El Boleo|note=visited");
        const QByteArray entry = lastEntry();
        const QString words = run("history|FILE|--entry|" + entry).out;
        QVERIFY2(words.contains(QStringLiteral("sites: 0 added, 1 changed, 0 removed")),
                 qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("visited")));
        run("history|FILE|--entry|abcdef/99", 2);
    }

    void revertTakesAnOlderChangeBack()
    {
        run("site|set|FILE|El Boleo|stage=production");
        const QByteArray stage = lastEntry();
        run("site|set|FILE|El Boleo|admin1=Baja California Sur");
        run("--reason|misread|revert|FILE|" + stage);
        const QString shown = run("site|show|FILE|El Boleo").out;
        QVERIFY2(shown.contains(QStringLiteral("Exploration")), qPrintable(shown));
        QVERIFY(shown.contains(QStringLiteral("Baja California Sur")));
        QVERIFY(run("history|FILE").out.contains(QStringLiteral("misread")));
        run("verify|FILE");
    }

    void revertNamesWhatStandsInTheWay()
    {
        run("site|set|FILE|El Boleo|stage=production");
        const QByteArray stage = lastEntry();
        run("site|set|FILE|El Boleo|stage=closed");
        const QByteArray closed = lastEntry();
        const Ended refused = run("revert|FILE|" + stage, 1);
        QVERIFY2(refused.err.contains(QString::fromUtf8(closed)), qPrintable(refused.told()));
        QVERIFY(run("site|show|FILE|El Boleo").out.contains(QStringLiteral("Closed")));
    }

    void claimsStandByTheRule()
    {
        const QJsonObject later =
            run("claim|add|FILE|El Boleo|stage|production|--source|A report|--published|2015|"
                "--reference|p. 3|--json")
                .json()
                .object();
        QVERIFY(later.value(QStringLiteral("stands")).toBool()); // the newer one
        run("claim|add|FILE|El Boleo|stage|closed|--source|An old book|--published|1950");
        QVERIFY(run("site|show|FILE|El Boleo").out.contains(QStringLiteral("Production")));
        const Ended ranked = run("source|set|FILE|An old book|--rank|1");
        QVERIFY2(ranked.out.contains(QStringLiteral("1 values changed")), qPrintable(ranked.out));
        QVERIFY(run("site|show|FILE|El Boleo").out.contains(QStringLiteral("Closed")));
        run("claim|rule|FILE|newer,rank,expert");
        QVERIFY(run("site|show|FILE|El Boleo").out.contains(QStringLiteral("Production")));
        QVERIFY(run("claim|rule|FILE").out.startsWith(QStringLiteral("the newer one")));

        QJsonArray claims = run("claim|list|FILE|El Boleo|--json").json().array();
        QCOMPARE(claims.size(), 3); // what the site said at first as well
        for (const QJsonValue& claim : claims)
            if (claim.toObject().value(QStringLiteral("value")) == QLatin1String("exploration"))
                run(QByteArray(
                    "claim|prefer|FILE|" +
                    QByteArray::number(claim.toObject().value(QStringLiteral("id")).toInteger())));
        QVERIFY(run("site|show|FILE|El Boleo").out.contains(QStringLiteral("Exploration")));
        claims = run("claim|list|FILE|El Boleo|--json").json().array();
        QCOMPARE(claims.first().toObject().value(QStringLiteral("chosen_by")).toString(),
                 QStringLiteral("MX:Ana"));
        run("undo|FILE");
        run("verify|FILE");
    }

    void wrongWordsEndWith2()
    {
        run("claim|add|FILE|El Boleo|depth|5", 2);
        run("claim|add|FILE|El Boleo|stage|asleep", 2);
        run("claim|rule|FILE|rank", 1);
        run("source|set|FILE|A list", 2);
        run("source|set|FILE|No list|--rank|1", 1);
        QVERIFY(run("source|list|FILE").out.contains(QStringLiteral("A list")));
    }

private:
    Ended run(const QByteArray& line, int code = 0) const { return run(line.constData(), code); }
};

QTEST_GUILESS_MAIN(JournalCommandsTest)
#include "journal_commands_test.moc"
