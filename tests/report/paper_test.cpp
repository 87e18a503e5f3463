// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper.h"

#include <QtTest>

class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("A4") << "A4" << QSizeF(210, 297);
        QTest::newRow("a0") << "a0" << QSizeF(841, 1189);
        QTest::newRow("ansi d") << "ANSID" << QSizeF(558.8, 863.6);
        QTest::newRow("letter") << "letter" << QSizeF(215.9, 279.4);
        QTest::newRow("mm") << "420 x 297 mm" << QSizeF(420, 297);
        QTest::newRow("no unit") << "300x200" << QSizeF(300, 200);
        QTest::newRow("inches") << "11×17 in" << QSizeF(279.4, 431.8);
        QTest::newRow("parts") << "8.5x11in" << QSizeF(215.9, 279.4);
    }
    void sizesAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QSizeF, size);
        const auto read = report::parsePaper(text);
        QVERIFY(read);
        QVERIFY(std::abs(read->width() - size.width()) < 1e-9);
        QVERIFY(std::abs(read->height() - size.height()) < 1e-9);
    }

    void othersAreNot()
    {
        for (const char* text : {"", "A9", "297", "x", "10x10mm", "3000x100", "-210x297", "1e3x500",
                                 "210x297cm", "nanxnan"})
            QVERIFY2(!report::parsePaper(QString::fromLatin1(text)), text);
    }

    void aSizeHasItsNameEitherWay()
    {
        for (const report::Paper& paper : report::papers()) {
            QCOMPARE(report::paperName(paper.millimetres), paper.key);
            QCOMPARE(report::paperName(paper.millimetres.transposed()), paper.key);
        }
        QCOMPARE(report::paperName({300, 200}), QString());
    }
};

QTEST_GUILESS_MAIN(PaperTest)
#include "paper_test.moc"
