// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_compare.h"
#include "catalogue/mine_name.h"

#include <QtTest>

using namespace catalogue;

namespace {

// “hope mine | 2”, words in order, by meaning; several names with “ / ”.
QString shown(const QString& text)
{
    QStringList names;
    for (const MineName& name : mineNames(text)) {
        QStringList words;
        for (const MineName::Word& word : name.words)
            words << QString::fromStdString(word.meaning);
        QString line = words.join(u' ');
        for (size_t i = 0; i < name.numbers.size(); ++i)
            line += (i == 0 ? QStringLiteral(" | ") : QStringLiteral(" ")) +
                    QString::number(name.numbers[i]);
        names << line;
    }
    return names.join(QStringLiteral(" / "));
}

Comparison compared(const QString& a, const QString& b)
{
    MatchRecord first;
    first.id = 1;
    first.names << a;
    MatchRecord second;
    second.id = 2;
    second.names << b;
    base::Progress progress;
    const MatchTable table({first, second}, progress);
    return compareRecords(table, 0, 1, MatchModel::builtIn());
}

} // namespace

class MineNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNamesApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("parts");
        const auto row = [](const char* text, const char* parts) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(parts);
        };
        row("Mina La Esperanza", "mine hope");
        row("La Esperanza Mine", "hope mine");
        row("Cerro Negro", "mountain black");
        row("Black Mt.", "black mountain");
        row("Mount Black (prospect)", "mountain black");
        row("PEÑASCO QUEMADO", "penasco quemado");
        row("Eagle No. 2", "eagle | 2");
        row("Eagle #2", "eagle | 2");
        row("Eagle Núm. II", "eagle | 2");
        row("Eagle 2 (mine)", "eagle | 2");
        row("Eagle II", "eagle | 2");
        row("Eagle Nos. 1-3", "eagle | 1 2 3");
        row("Eagle 1 and 2", "eagle | 1 2");
        row("Eagle Number Two", "eagle | 2");
        row("Two Eagles", "two eagles");
        row("Pit A, Bonanza",
            "pit bonanza"); // the letter belongs to the pit, “a” alone is an article
        row("Bonanza Pit B", "bonanza pit | 1002");
        row("49 Mine", "49 mine");
        row("Cananea (Buenavista del Cobre)", "cananea / buenavista copper");
        row("Hardshell; Hermosa", "hardshell / hermosa");
        row("Eagle, formerly Old Workings", "eagle");
        row("O'Brien's Mine", "obriens mine");
        // none of these names a mine
        row("Unnamed prospect", "");
        row("Unknown", "");
        row("Sin nombre", "");
        row("No name", "");
        row("Gravel Pit", "");
        row("Sand and Gravel Co.", "");
        row("", "");
        row("()", "");
        row("Mina", "");
    }
    void takesNamesApart()
    {
        QFETCH(QString, text);
        QTEST(shown(text), "parts");
    }

    // Winkler 1990 and the table that is printed with every implementation of it since.
    void jaroWinklerAsPublished_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<double>("likeness");
        QTest::newRow("martha") << QByteArray("martha") << QByteArray("marhta") << 0.961;
        QTest::newRow("dwayne") << QByteArray("dwayne") << QByteArray("duane") << 0.840;
        QTest::newRow("dixon") << QByteArray("dixon") << QByteArray("dicksonx") << 0.813;
        QTest::newRow("nothing") << QByteArray("abc") << QByteArray("xyz") << 0.0;
        QTest::newRow("equal") << QByteArray("cananea") << QByteArray("cananea") << 1.0;
        QTest::newRow("empty") << QByteArray() << QByteArray("x") << 0.0;
    }
    void jaroWinklerAsPublished()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(double, likeness);
        QVERIFY(std::abs(jaroWinkler(a.toStdString(), b.toStdString()) - likeness) < 0.0006);
        QCOMPARE(jaroWinkler(a.toStdString(), b.toStdString()),
                 jaroWinkler(b.toStdString(), a.toStdString()));
    }

    void comparesNames_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("atBest");
        QTest::addColumn<int>("atWorst");
        using namespace match_level;
        const auto row = [](const char* a, const char* b, int best, int worst) {
            QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b) << best << worst;
        };
        row("Mina La Esperanza", "Hope Mine", SameName, CloseName);
        row("Cerro Colorado", "Red Mountain", SameName, CloseName);
        row("Esperanza Mine", "Esperanza Prospect", SameName, CloseName);
        row("Mine Esperanza", "esperanza (mina)", SameName, SameName);
        row("Red Hill", "Redhill Mine", SameName, CloseName);
        row("Piedras Verdes", "Piedars Verdes", SameName, CloseName);
        row("Consolidated Virginia", "Cons. Virginia", SameName, CloseName);
        row("Eagle No. 2", "Eagle II", SameName, SameName);
        row("Eagle No. 2", "Eagle No. 3", OtherNumber, OtherNumber);
        row("Tujunga North", "South Tujunga", OtherNumber, OtherNumber);
        row("Bonanza Pit A", "Bonanza Pit B", OtherNumber, OtherNumber);
        row("Eagle Nos. 1-3", "Eagle No. 2", SameName, CloseName);
        row("Mission", "Asarco Mission Complex", AkinName, PartOfName);
        row("Piedras Verdes", "Cananea", OtherName, OtherName);
        row("Unnamed prospect", "Cananea", Missing, Missing);
        row("Cananea (Buenavista)", "Buenavista", SameName, SameName);
    }
    void comparesNames()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, atBest);
        QFETCH(int, atWorst);
        const Comparison pair = compared(a, b);
        const int level = pair.level[size_t(MatchField::Names)];
        QVERIFY2(level >= atBest && level <= atWorst,
                 qPrintable(QStringLiteral("level %1, %2").arg(level).arg(double(pair.nameScore))));
        QCOMPARE(int(compared(b, a).level[size_t(MatchField::Names)]), level);
    }

    void soundsOfBothLanguages()
    {
        QCOMPARE(soundCode("phenix"), soundCode("fenix"));
        QCOMPARE(soundCode("cobre"), soundCode("kobre"));
        QCOMPARE(soundCode("yzidro"), soundCode("ysidro"));
        QVERIFY(soundCode("cananea") != soundCode("bonanza"));
        QVERIFY(!soundCode("aia").empty());
    }

    // A text may be anything.
    void survivesAnything()
    {
        for (const QString& text : {QString(5000, u'a'), QStringLiteral("(((("),
                                    QStringLiteral("))))"), QStringLiteral("No. No. No."),
                                    QString(300, u'('), QStringLiteral("99999999999999999999"),
                                    QString(QChar(0xD800)), QStringLiteral("矿山 一号"),
                                    QStringLiteral("1-999999999"), QStringLiteral("; ; (;) #")}) {
            for (const MineName& name : mineNames(text))
                QVERIFY(!name.isNameless());
            QVERIFY(compared(text, text).nameScore <= 1.0F);
        }
    }
};

QTEST_GUILESS_MAIN(MineNameTest)
#include "mine_name_test.moc"
