// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pages as poppler's pdftotext reads them.

#include "report/page_writer.h"

#include "tests/support/process.h"

#include <QPdfWriter>
#include <QTemporaryDir>

using namespace support;
using report::PageWriter;
using Style = PageWriter::Style;

class PageWriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    // The text of each page, white space made single.
    QStringList pages(const std::function<void(PageWriter&)>& write,
                      const PageWriter::Frame& frame = {
                          QStringLiteral("The title"), {}, QStringLiteral("Page %1 of %2"), 0})
    {
        const QString path = m_folder.filePath(QStringLiteral("p.pdf"));
        {
            QPdfWriter pdf(path);
            pdf.setPageSize(QPageSize(QPageSize::A4));
            pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
            pdf.setResolution(960);
            PageWriter page(pdf, 10, frame);
            write(page);
        }
        const Ended text = runProgram(QStringLiteral("pdftotext"),
                                      {QStringLiteral("-layout"), path, QStringLiteral("-")});
        if (text.code != 0)
            qFatal("%s", qPrintable(text.told()));
        QStringList result = text.out.normalized(QString::NormalizationForm_KC).split(u'\f');
        if (result.last().trimmed().isEmpty())
            result.removeLast();
        return result;
    }

private Q_SLOTS:
    void aTextLongerThanAPageGoesOnOnTheNext()
    {
        QStringList words;
        for (int i = 0; i < 3000; ++i)
            words << QStringLiteral("w%1").arg(i);
        const QStringList found =
            pages([&](PageWriter& page) { page.text(words.join(u' '), Style::Body); });
        QVERIFY(found.size() >= 3);
        QStringList read = found.join(u' ').simplified().split(u' ');
        read = read.filter(QRegularExpression(QStringLiteral("^w\\d+$")));
        QCOMPARE(read, words);
        for (qsizetype i = 0; i < found.size(); ++i)
            QVERIFY(found[i].contains(QStringLiteral("Page %1 of").arg(i + 1)));
    }

    void linesOfATextStayLines()
    {
        const QStringList found = pages(
            [](PageWriter& page) { page.text(QStringLiteral("first\nsecond"), Style::Body); });
        QVERIFY(
            QRegularExpression(QStringLiteral("first *\\n+ *second")).match(found[0]).hasMatch());
    }

    void wordsOfNarrowColumnsAreNotBroken()
    {
        const std::vector<PageWriter::Column> columns{
            {QStringLiteral("Lugar conjunto"), 0.1, true},
            {QStringLiteral("Proyecto"), 10, false},
            {QStringLiteral("Reconocimiento"), 0.1, false}};
        const QStringList found = pages([&](PageWriter& page) {
            page.table(columns, {{{QStringLiteral("1")},
                                  {QStringLiteral("A name of many words ").repeated(20)},
                                  {QStringLiteral("Descalificado")}}});
        });
        for (const char* word : {"conjunto", "Reconocimiento", "Descalificado"})
            QVERIFY2(found[0].contains(QLatin1String(word)), qPrintable(found[0]));
    }

    void anAddressLongerThanItsColumnIsBrokenAndWhole()
    {
        const QString address =
            QStringLiteral("https://example.org/") + QStringLiteral("0123456789").repeated(30);
        const QStringList found = pages([&](PageWriter& page) {
            page.table({{QStringLiteral("No."), 1, false}, {QStringLiteral("Source"), 1, false}},
                       {{{QStringLiteral("[1]")}, {address}}});
        });
        QString read = found[0];
        read.remove(QStringLiteral("[1]")).remove(QRegularExpression(QStringLiteral("\\s")));
        QVERIFY2(read.contains(address), qPrintable(found[0]));
    }

    void moreColumnsThanThereIsRoomForShareIt()
    {
        std::vector<PageWriter::Column> columns;
        std::vector<PageWriter::Cell> cells;
        for (int i = 0; i < 30; ++i) {
            columns.push_back({QStringLiteral("Delegation%1").arg(i), 1, true});
            cells.push_back({QStringLiteral("0.%1").arg(i)});
        }
        const QStringList found = pages([&](PageWriter& page) { page.table(columns, {cells}); });
        QCOMPARE(found.size(), 1);
    }

    void headsOfTablesAreRepeated()
    {
        const std::vector<std::vector<PageWriter::Cell>> rows(
            120, {{QStringLiteral("row")}, {QStringLiteral("value")}});
        const QStringList found = pages([&](PageWriter& page) {
            page.table({{QStringLiteral("Alpha"), 1, false}, {QStringLiteral("Beta"), 1, true}},
                       rows);
        });
        QVERIFY(found.size() >= 2);
        qsizetype seen = 0;
        for (const QString& page : found) {
            QCOMPARE(page.count(QStringLiteral("Alpha")), 1);
            seen += page.count(QStringLiteral("row"));
        }
        QCOMPARE(seen, 120);
    }

    void theLastRowOfATableIsNotLeftAlone()
    {
        for (size_t count = 30; count < 60; ++count) {
            const std::vector<std::vector<PageWriter::Cell>> rows(count, {{QStringLiteral("row")}});
            const QStringList found = pages([&](PageWriter& page) {
                page.table({{QStringLiteral("Alpha"), 1, false}}, rows);
            });
            for (const QString& page : found)
                QVERIFY(page.count(QStringLiteral("row")) >= 2);
        }
    }

    void aHeadingIsNotLeftAtTheFootOfAPage()
    {
        for (int lines = 30; lines < 60; ++lines) {
            const QStringList found = pages([&](PageWriter& page) {
                for (int i = 0; i < lines; ++i)
                    page.text(QStringLiteral("line"), Style::Body);
                page.text(QStringLiteral("The heading"), Style::Heading);
                page.text(QStringLiteral("follows"), Style::Body);
            });
            for (const QString& page : found)
                QCOMPARE(page.contains(QStringLiteral("The heading")),
                         page.contains(QStringLiteral("follows")));
        }
    }

    void titleHandlingAndNumberDoNotMeet()
    {
        const QString handling = QStringLiteral("CUI // RESERVADA: ") +
                                 QStringLiteral("only for the delegations ").repeated(6).trimmed();
        const QString title = QStringLiteral("A title of many words ").repeated(20).trimmed();
        const QStringList found = pages(
            [](PageWriter& page) {
                page.text(QStringLiteral("one"), Style::Body);
                page.newPage();
                page.text(QStringLiteral("two"), Style::Body);
            },
            {title, handling, QStringLiteral("Page %1 of %2"), 2});
        QCOMPARE(found.size(), 2);
        for (const QString& page : found)
            QCOMPARE(page.simplified().count(handling), 2);
        QVERIFY(found[0].contains(QStringLiteral("Page 1 of 2")));
        QVERIFY(found[1].contains(QStringLiteral("Page 2 of 2")));
        QVERIFY(!found[0].contains(QStringLiteral("A title")));
        QVERIFY(found[1].contains(QStringLiteral("A title of many words")));
    }
};

QTEST_MAIN(PageWriterTest)
#include "page_writer_test.moc"
