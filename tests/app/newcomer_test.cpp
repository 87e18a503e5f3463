// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A newcomer's whole way on the command line: from an empty project to the exported shortlist, and
// everything as it was when the file is looked at again.
#include "tests/support/process.h"

#include <QTemporaryDir>

using support::Ended;
using support::veta;

class NewcomerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromAnEmptyProjectToTheShortlist();
};

void NewcomerTest::fromAnEmptyProjectToTheShortlist()
{
    const QTemporaryDir folder;
    const auto run = [&](const QString& as, const QStringList& arguments, int code = 0) {
        const Ended ended = veta(arguments, {{QStringLiteral("VETA_AS"), as}}, folder.path());
        if (ended.code != code)
            QTest::qFail(
                qPrintable(arguments.join(QLatin1Char(' ')) + QLatin1Char('\n') + ended.told()),
                __FILE__, __LINE__);
        return ended;
    };
    const QString ana = QStringLiteral("MX:Ana");
    const QString bob = QStringLiteral("US:Bob");
    const QString file = QStringLiteral("round.veta.gpkg");

    run(ana, {"new", file, "--title", "Round", "--delegation", "US", "--delegation", "MX"});
    support::writeAt(folder.filePath(QStringLiteral("sites.csv")),
                     "id,name,country,kind,stage,longitude,latitude,commodity,tonnes\r\n"
                     "1,Mina Norte,MX,mine,production,-110.3,30.9,copper,5000000\r\n"
                     "2,Planta Sur,US,smelter,production,-110.8,33.4,copper,\r\n"
                     "3,Mina Chica,MX,mine,exploration,-109.0,28.5,zinc,20000\r\n"
                     "4,Torcida,MX,mine,production,-1100,28.5,zinc,1\r\n");
    const Ended imported = run(ana, {"import", file, "sites.csv", "--preset", "plain"}, 3);
    QVERIFY2(imported.err.contains(QStringLiteral("sites.csv")) ||
                 imported.out.contains(QStringLiteral("sites.csv")),
             qPrintable(imported.told()));
    QCOMPARE(run(ana, {"sites", file, "--country", "MX", "--json"}).json().array().size(), 2);
    run(ana, {"project", "add", file, "--name", "Across", "--site", "Mina Norte=extraction",
              "--site", "Planta Sur=processing"});
    run(ana, {"project", "add", file, "--name", "Small", "--site", "Mina Chica=extraction"});
    run(ana, {"gate", "add", file, "--name", "Has a stage", "--measure", "stage", "--at-least",
              "exploration"});
    run(ana, {"criterion", "add", file, "--name", "Ore", "--measure", "tonnes", "--direction",
              "maximise", "--values", R"({"kind":"linear","points":[[0,0],[5000000,1]]})"});
    run(ana, {"criterion", "add", file, "--name", "Simple", "--measure", "members", "--direction",
              "minimise", "--values", R"({"kind":"linear","points":[[1,1],[2,0]]})"});
    run(ana, {"weights", file, "--delegation", "MX", "Ore=90", "Simple=10"});
    run(bob, {"weights", file, "--delegation", "US", "Ore=10", "Simple=90"});

    const QJsonArray ranking = run(ana, {"rank", file, "--json"}).json().array();
    QCOMPARE(ranking.size(), 2);
    const Ended table = run(ana, {"rank", file});
    QVERIFY(table.out.contains(QStringLiteral("Across")));
    run(ana, {"decide", file, "Across", "shortlisted", "--reason", "Both countries take part"});
    run(ana, {"map", file, "-o", "map.png", "--size", "600x400"});
    run(ana, {"report", file, "-o", "list.pdf", "--language", "es"});
    run(ana, {"report", file, "-o", "list.csv"});
    const QByteArray csv = support::bytesAt(folder.filePath(QStringLiteral("list.csv")));
    QVERIFY(csv.startsWith("\xef\xbb\xbf"));
    QCOMPARE(csv.count("\r\n"), 3);
    QVERIFY(csv.contains("Both countries take part"));
    QVERIFY(support::bytesAt(folder.filePath(QStringLiteral("list.pdf"))).startsWith("%PDF-"));

    // Looked at again it is as it was, and each change can be taken back.
    const QJsonArray decided = run(ana, {"rank", file, "--json"}).json().array();
    QCOMPARE(decided.size(), ranking.size());
    QVERIFY(std::any_of(decided.begin(), decided.end(), [](const QJsonValue& each) {
        return each.toObject().value(QStringLiteral("decision")).toString() ==
               QStringLiteral("shortlisted");
    }));
    const qsizetype entries = run(ana, {"history", file, "--json"}).json().array().size();
    run(ana, {"undo", file});
    QVERIFY(!run(ana, {"report", file, "-o", "again.csv"}).err.contains(QStringLiteral("rror")));
    QVERIFY(!support::bytesAt(folder.filePath(QStringLiteral("again.csv")))
                 .contains("Both countries take part"));
    QCOMPARE(run(ana, {"history", file, "--json"}).json().array().size(), entries + 1);
    run(ana, {"verify", file});
}

QTEST_GUILESS_MAIN(NewcomerTest)
#include "newcomer_test.moc"
