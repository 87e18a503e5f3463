// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/csv.h"

#include "catalogue/text_encoding.h"

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
    void aRecordHasItsBounds();
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

std::vector<QString> fieldsOf(const CsvReader::Record& record)
{
    std::vector<QString> fields;
    for (const QByteArrayView field : record.fields)
        fields.push_back(QString::fromUtf8(field));
    return fields;
}

std::vector<std::vector<QString>> recordsOf(const QByteArray& text, char separator = ',')
{
    CsvReader reader(text, separator);
    CsvReader::Record record;
    std::vector<std::vector<QString>> records;
    while (reader.next(record))
        records.push_back(fieldsOf(record));
    return records;
}

} // namespace

void CsvTest::readsWhatIsMet_data()
{
    using Records = std::vector<std::vector<QString>>;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Records>("records");
    QTest::newRow("plain") << QByteArray("a,b\r\nc,d\r\n") << Records{{"a", "b"}, {"c", "d"}};
    QTest::newRow("no last line end") << QByteArray("a,b\nc,d") << Records{{"a", "b"}, {"c", "d"}};
    QTest::newRow("mixed line ends")
        << QByteArray("a\rb\nc\r\nd") << Records{{"a"}, {"b"}, {"c"}, {"d"}};
    QTest::newRow("empty fields") << QByteArray(",\n,,") << Records{{"", ""}, {"", "", ""}};
    QTest::newRow("empty lines") << QByteArray("a\n\n\r\nb\n") << Records{{"a"}, {"b"}};
    QTest::newRow("quoted") << QByteArray("\"a,\"\"b\"\"\nc\",d") << Records{{"a,\"b\"\nc", "d"}};
    QTest::newRow("quote within a field") << QByteArray("5\" pipe,b") << Records{{"5\" pipe", "b"}};
    QTest::newRow("text behind a closing quote") << QByteArray("\"a\"b,c") << Records{{"ab", "c"}};
    QTest::newRow("empty quoted") << QByteArray("\"\",x") << Records{{"", "x"}};
    QTest::newRow("doubled marks and text behind")
        << QByteArray("\"a\"\"\"b,c") << Records{{"a\"b", "c"}};
    QTest::newRow("accents") << QByteArray("Pinale\xC3\xB1o,\"\xC3\xA1\"")
                             << Records{{QStringLiteral("Pinaleño"), QStringLiteral("á")}};
    QTest::newRow("nothing") << QByteArray("") << Records{};
}

void CsvTest::readsWhatIsMet()
{
    QFETCH(QByteArray, text);
    using Records = std::vector<std::vector<QString>>;
    QFETCH(Records, records);
    QCOMPARE(recordsOf(text), records);
}

void CsvTest::countsLines()
{
    const QByteArray text = "h\r\n\r\n\"two\nlines\"\rx\n";
    CsvReader reader(text, ',');
    CsvReader::Record record;
    std::vector<qint64> lines;
    while (reader.next(record))
        lines.push_back(record.line);
    QCOMPARE(lines, (std::vector<qint64>{1, 3, 5}));
}

void CsvTest::goesOnBehindAnOpenQuote()
{
    const QByteArray text = "a,b\n1,\"open\n2,y\n3,z\n";
    CsvReader reader(text, ',');
    CsvReader::Record record;
    QVERIFY(reader.next(record));
    QVERIFY(reader.next(record));
    QVERIFY(record.problem == CsvReader::Problem::OpenQuote);
    QCOMPARE(fieldsOf(record), (std::vector<QString>{QStringLiteral("1,\"open")}));
    QVERIFY(reader.next(record));
    QVERIFY(record.problem == CsvReader::Problem::None);
    QCOMPARE(record.line, 3);
    QCOMPARE(fieldsOf(record), (std::vector<QString>{"2", "y"}));
    QVERIFY(reader.next(record));
    QVERIFY(!reader.next(record));
}

void CsvTest::aRecordHasItsBounds()
{
    // A line without end, one of too many fields, and an open mark far from the end of the text.
    const QByteArray longLine(CsvReader::MostRecordBytes + 10, 'x');
    const QByteArray wide(qsizetype(CsvReader::MostFields) + 5, ',');
    const QByteArray open = "\"" + QByteArray(CsvReader::MostRecordBytes, ' ');
    for (const QByteArray& bad : {longLine, wide, open}) {
        const QByteArray text = "a,b\n" + bad + "\nc,d\n";
        CsvReader reader(text, ',');
        CsvReader::Record record;
        QVERIFY(reader.next(record));
        QVERIFY(reader.next(record));
        QVERIFY(record.problem != CsvReader::Problem::None);
        QVERIFY(record.fields.size() == 1 && record.fields.front().size() <= 25000);
        QVERIFY(reader.next(record));
        QCOMPARE(record.line, 3);
        QCOMPARE(fieldsOf(record), (std::vector<QString>{"c", "d"}));
        QVERIFY(!reader.next(record));
    }
}

void CsvTest::findsTheSeparator_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << QByteArray("a,b,c;d\n1,2,3\n4,5,6;7\n") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b;c,d\n1,5;2;3\n") << ';';
    QTest::newRow("tab") << QByteArray("a\tb\tc") << '\t';
    QTest::newRow("bar") << QByteArray("a|b") << '|';
    QTest::newRow("quoted ones do not count") << QByteArray("\"a;b;c\",d") << ',';
    QTest::newRow("a title above")
        << QByteArray("List of mines, 2024\na;b;c\n1;2;3\n4;5;6\n") << ';';
    QTest::newRow("notes full of commas")
        << QByteArray("id;note\n1;a, b, c\n2;d, e, f\n3;g\n") << ';';
    QTest::newRow("one column") << QByteArray("name\n") << ',';
}

void CsvTest::findsTheSeparator()
{
    QFETCH(QByteArray, text);
    QFETCH(char, separator);
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
    QTest::newRow("utf-8, one line not")
        << QByteArray("Cananea \xC3\xB1\nMina \xC3\xA1\nPinale\xF1o\n")
        << QStringLiteral("Cananea ñ\nMina á\nPinaleño\n") << "UTF-8";
    QTest::newRow("shift-jis") << QByteArray("\x8B\xE0\x8E\x52,\x93\x8C\x8B\x9E,\x91\xE5\x8D\xE3,"
                                             "\x8F\x5A\x97\x46\x8B\xE0\x91\xAE\x8D\x7A\x8E\x52\n")
                               << QStringLiteral("金山,東京,大阪,住友金属鉱山\n") << "Shift_JIS";
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
    const EncodedText decoded = toUtf8(bytes);
    QTEST(QString::fromUtf8(decoded.utf8), "text");
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
        auto records = recordsOf(line.bytes());
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
        const QByteArray text = toUtf8(bytes).utf8;
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
