// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/text_encoding.h"

#include <QtTest>

namespace {

geo::EncodingChooser::Choice chosen(const QList<QByteArray>& words, const QString& declared = {})
{
    geo::EncodingChooser chooser;
    for (const QByteArray& word : words)
        chooser.add(word);
    return chooser.choose(declared);
}

} // namespace

class TextEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCharacterSet_data();
    void findsTheCharacterSet();
    void believesWhatCanBe_data();
    void believesWhatCanBe();
    void countsDamage();
    void oneSetServesAll();
};

void TextEncodingTest::findsTheCharacterSet_data()
{
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QStringList>("texts");
    using Words = QList<QByteArray>;
    QTest::newRow("plain") << Words{"Cananea", "El Boleo"} << "UTF-8"
                           << QStringList{QStringLiteral("Cananea"), QStringLiteral("El Boleo")};
    QTest::newRow("UTF-8") << Words{"Pe\xc3\xb1"
                                    "asquito",
                                    "Cananea"}
                           << "UTF-8"
                           << QStringList{QStringLiteral("Peñasquito"), QStringLiteral("Cananea")};
    QTest::newRow("UTF-8, cut by a field's width")
        << Words{"Concepci\xc3\xb3n del Ni\xc3", "Cananea"} << "UTF-8"
        << QStringList{QStringLiteral("Concepción del Ni"), QStringLiteral("Cananea")};
    QTest::newRow("one Spanish name")
        << Words{"Ni\xf1o"} << "CP1252" << QStringList{QStringLiteral("Niño")};
    QTest::newRow("capitals") << Words{"\xc1LAMOS", "CA\xd1\xd3N", "M\xc9XICO"} << "CP1252"
                              << QStringList{QStringLiteral("ÁLAMOS"), QStringLiteral("CAÑÓN"),
                                             QStringLiteral("MÉXICO")};
    QTest::newRow("Windows' quotes")
        << Words{"Miner\x92s Hope", "\x93Veta\x94 \x80 5"} << "CP1252"
        << QStringList{QStringLiteral("Miner’s Hope"), QStringLiteral("“Veta” € 5")};
    QTest::newRow("a byte cut off at the end")
        << Words{"Ni\xc3"} << "CP1252" << QStringList{QStringLiteral("NiÃ")};
    // Hishikari, Besshi, Ashio, Kamioka
    QTest::newRow("Japanese") << Words{"\x95\x48\x8a\xa0\x8d\x7a\x8e\x52", "\x95\xca\x8e\x71",
                                       "\x91\xab\x94\xf6\x93\xba\x8e\x52",
                                       "\x90\x5f\x89\xaa\x8d\x7a\x8e\x52"}
                              << "CP932"
                              << QStringList{QStringLiteral("菱刈鉱山"), QStringLiteral("別子"),
                                             QStringLiteral("足尾銅山"),
                                             QStringLiteral("神岡鉱山")};
    const QString russian = QStringLiteral(
        "Месторождение меди и никеля разрабатывается открытым способом с прошлого века");
    QByteArray cyrillic;
    for (const QChar c : russian) // А to я stand together in Windows-1251
        cyrillic += c == QLatin1Char(' ') ? ' ' : char(c.unicode() - 0x410 + 0xc0);
    QTest::newRow("Russian") << Words{cyrillic} << "windows-1251" << QStringList{russian};
}

void TextEncodingTest::findsTheCharacterSet()
{
    QFETCH(QList<QByteArray>, words);
    QFETCH(QString, encoding);
    QFETCH(QStringList, texts);
    const geo::EncodingChooser::Choice choice = chosen(words);
    QCOMPARE(choice.encoding, encoding);
    QVERIFY(!choice.denied);
    for (qsizetype i = 0; i < words.size(); ++i)
        QCOMPARE(geo::decodeAs(words[i], choice.encoding), texts[i]);
}

void TextEncodingTest::believesWhatCanBe_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("denied");
    const QByteArray utf8("Pe\xc3\xb1"
                          "asquito");
    const QByteArray latin("Pe\xf1"
                           "asquito");
    QTest::newRow("true") << "UTF-8" << utf8 << "UTF-8" << false;
    QTest::newRow("says UTF-8, is not") << "UTF-8" << latin << "CP1252" << true;
    QTest::newRow("says Latin 1, is UTF-8") << "ISO-8859-1" << utf8 << "UTF-8" << true;
    QTest::newRow("Latin 1 is Windows'")
        << "ISO-8859-1" << QByteArray("\x93Veta\x94") << "CP1252" << false;
    QTest::newRow("DOS") << "CP850"
                         << QByteArray("Pe\xa4"
                                       "asquito")
                         << "CP850" << false;
    QTest::newRow("says what nobody knows") << "klingon" << latin << "CP1252" << true;
    QTest::newRow("plain text is anything") << "CP850" << QByteArray("Cananea") << "UTF-8" << false;
}

void TextEncodingTest::believesWhatCanBe()
{
    QFETCH(QString, declared);
    QFETCH(QByteArray, word);
    QFETCH(QString, encoding);
    QFETCH(bool, denied);
    const geo::EncodingChooser::Choice choice = chosen({word}, declared);
    QCOMPARE(choice.encoding, encoding);
    QCOMPARE(choice.denied, denied);
}

void TextEncodingTest::countsDamage()
{
    QList<QByteArray> words;
    for (int i = 0; i < 9; ++i)
        words << "Concepci\xc3\xb3n " + QByteArray::number(i);
    words << "Concepci\xf3n";
    const geo::EncodingChooser::Choice choice = chosen(words);
    QCOMPARE(choice.encoding, QStringLiteral("UTF-8"));
    QCOMPARE(choice.damaged, 1);
    QCOMPARE(geo::decodeAs(words.last(), choice.encoding), QStringLiteral("Concepci\ufffdn"));
}

void TextEncodingTest::oneSetServesAll()
{
    // A word that could be UTF-8 by accident does not stand apart from its neighbours.
    const QList<QByteArray> words{"Ca\xf1on", "Jos\xe9", "Lim\xf3n", "\xc3\xb1"};
    const geo::EncodingChooser::Choice choice = chosen(words);
    QCOMPARE(choice.encoding, QStringLiteral("CP1252"));
    QCOMPARE(geo::decodeAs(words[3], choice.encoding), QStringLiteral("Ã±"));
    QCOMPARE(geo::encodingTitle(choice.encoding), QStringLiteral("Windows-1252"));
}

QTEST_GUILESS_MAIN(TextEncodingTest)
#include "text_encoding_test.moc"
