// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/csv.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace catalogue;

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsMet_data();
    void readsWhatIsMet();
    void countsLines();
    void goesOnBehindAnOpenQuote();
    void findsTheSeparator_data();
    void findsTheSeparator();
    void decodesBytes_data();
    void decodesBytes();
    void escapesWhatASpreadsheetRuns_data();
    void escapesWhatASpreadsheetRuns();
    void readsBackWhatItWrites();
    void endsOnAnyBytes();
};

namespace {

std::vector<std::vector<QString>> recordsOf(const QString& text, QChar separator = u',')
{
    CsvReader reader(text, separator);
    CsvReader::Record record;
    std::vector<std::vector<QString>> records;
    while (reader.next(record))
        records.push_back(record.fields);
    return records;
}

} // namespace

void CsvTest::readsWhatIsMet_data()
{
    using Records = std::vector<std::vector<QString>>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Records>("records");
    QTest::newRow("plain") << "a,b\r\nc,d\r\n" << Records{{"a", "b"}, {"c", "d"}};
    QTest::newRow("no last line end") << "a,b\nc,d" << Records{{"a", "b"}, {"c", "d"}};
    QTest::newRow("mixed line ends") << "a\rb\nc\r\nd" << Records{{"a"}, {"b"}, {"c"}, {"d"}};
    QTest::newRow("empty fields") << ",\n,," << Records{{"", ""}, {"", "", ""}};
    QTest::newRow("empty lines") << "a\n\n\r\nb\n" << Records{{"a"}, {"b"}};
    QTest::newRow("quoted") << "\"a,\"\"b\"\"\nc\",d" << Records{{"a,\"b\"\nc", "d"}};
    QTest::newRow("quote within a field") << "5\" pipe,b" << Records{{"5\" pipe", "b"}};
    QTest::newRow("text behind a closing quote") << "\"a\"b,c" << Records{{"ab", "c"}};
    QTest::newRow("empty quoted") << "\"\",x" << Records{{"", "x"}};
    QTest::newRow("nothing") << "" << Records{};
}

void CsvTest::readsWhatIsMet()
{
    QFETCH(QString, text);
    using Records = std::vector<std::vector<QString>>;
    QFETCH(Records, records);
    QCOMPARE(recordsOf(text), records);
}

void CsvTest::countsLines()
{
    const QString text = QStringLiteral("h\r\n\r\n\"two\nlines\"\rx\n");
    CsvReader reader(text, u',');
    CsvReader::Record record;
    std::vector<qint64> lines;
    while (reader.next(record))
        lines.push_back(record.line);
    QCOMPARE(lines, (std::vector<qint64>{1, 3, 5}));
}

void CsvTest::goesOnBehindAnOpenQuote()
{
    const QString text = QStringLiteral("a,b\n1,\"open\n2,y\n3,z\n");
    CsvReader reader(text, u',');
    CsvReader::Record record;
    QVERIFY(reader.next(record));
    QVERIFY(reader.next(record));
    QVERIFY(record.badQuote);
    QCOMPARE(record.fields, (std::vector<QString>{QStringLiteral("1,\"open")}));
    QVERIFY(reader.next(record));
    QVERIFY(!record.badQuote);
    QCOMPARE(record.line, 3);
    QCOMPARE(record.fields, (std::vector<QString>{"2", "y"}));
    QVERIFY(reader.next(record));
    QVERIFY(!reader.next(record));
}

void CsvTest::findsTheSeparator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << "a,b;c,d\n;;;;;;" << QChar(u',');
    QTest::newRow("semicolon") << "a;b;c,d\n" << QChar(u';');
    QTest::newRow("tab") << "a\tb\tc" << QChar(u'\t');
    QTest::newRow("bar") << "a|b" << QChar(u'|');
    QTest::newRow("quoted ones do not count") << "\"a;b;c\",d" << QChar(u',');
    QTest::newRow("one column") << "name\n" << QChar(u',');
}

void CsvTest::findsTheSeparator()
{
    QFETCH(QString, text);
    QFETCH(QChar, separator);
    QCOMPARE(csvSeparatorOf(text), separator);
}

void CsvTest::decodesBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("utf-8") << QByteArray("Cananea \xC3\xB1") << "Cananea ñ"
                           << "UTF-8";
    QTest::newRow("utf-8 with mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a")
                                     << "a"
                                     << "UTF-8";
    QTest::newRow("windows-1252") << QByteArray("Pinale\xF1o \x96 \x80")
                                  << QStringLiteral("Pinaleño – €") << "windows-1252";
    QTest::newRow("utf-16 le") << QByteArray("\xFF\xFE"
                                             "a\0\xF1\0",
                                             6)
                               << "añ"
                               << "UTF-16LE";
    QTest::newRow("utf-16 be") << QByteArray("\xFE\xFF\0a\0\xF1", 6) << "añ"
                               << "UTF-16BE";
}

void CsvTest::decodesBytes()
{
    QFETCH(QByteArray, bytes);
    const DecodedText decoded = decodeCsv(bytes);
    QTEST(decoded.text, "text");
    QTEST(decoded.encoding, "encoding");
}

void CsvTest::escapesWhatASpreadsheetRuns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("formula") << "=1+1"
                             << "'=1+1";
    QTest::newRow("plus") << "+52 55"
                          << "'+52 55";
    QTest::newRow("minus") << "-1"
                           << "'-1";
    QTest::newRow("at") << "@SUM(A1)"
                        << "'@SUM(A1)";
    QTest::newRow("tab") << "\t=1"
                         << "'\t=1";
    QTest::newRow("its own sign") << "'t Hart"
                                  << "''t Hart";
    QTest::newRow("plain") << "El Boleo"
                           << "El Boleo";
    QTest::newRow("empty") << ""
                           << "";
}

void CsvTest::escapesWhatASpreadsheetRuns()
{
    QFETCH(QString, text);
    QTEST(csvEscaped(text), "escaped");
    QCOMPARE(csvUnescaped(csvEscaped(text)), text);
}

void CsvTest::readsBackWhatItWrites()
{
    QRandomGenerator random(20260224);
    const QString letters = QStringLiteral("a,\"\n\r;'=-ñ ");
    for (int round = 0; round < 2000; ++round) {
        std::vector<QString> fields(size_t(random.bounded(2, 6)));
        CsvLine line;
        for (QString& field : fields) {
            for (int i = random.bounded(6); i > 0; --i)
                field += letters[random.bounded(letters.size())];
            line.text(field);
        }
        auto records = recordsOf(QString::fromUtf8(line.bytes()));
        QCOMPARE(records.size(), size_t(1));
        for (QString& field : records.front())
            field = csvUnescaped(field);
        QCOMPARE(records.front(), fields);
    }
}

void CsvTest::endsOnAnyBytes()
{
    QRandomGenerator random(7);
    const QByteArray letters = "\"\",,\n\r\t;ax\xF1\xC3\x00";
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(60); i > 0; --i)
            bytes += letters[random.bounded(letters.size())];
        const QString text = decodeCsv(bytes).text;
        CsvReader reader(text, csvSeparatorOf(text));
        CsvReader::Record record;
        qint64 line = 0;
        int records = 0;
        while (reader.next(record)) {
            QVERIFY(record.line > line);
            line = record.line;
            QVERIFY(!record.fields.empty());
            QVERIFY(++records <= text.size());
        }
        QCOMPARE(reader.position(), text.size());
    }
}

QTEST_GUILESS_MAIN(CsvTest)
#include "csv_test.moc"
