// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/progress.h"

#include <QtTest>

class ProgressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cancelIsHeardAtTheNextCheck()
    {
        base::Progress progress;
        progress.begin(QStringLiteral("reading"), 10);
        progress.advance(3);
        QCOMPARE(progress.state().done, 3);
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(base::Cancelled, progress.advance(4));
        QCOMPARE(progress.state().done, 3);
    }
    void listenerHearsTheBeginningAndIsNotFlooded()
    {
        int calls = 0;
        base::Progress progress([&](const base::Progress::State&) { ++calls; });
        progress.begin(QStringLiteral("reading"), 1000000);
        QCOMPARE(calls, 1);
        for (int i = 0; i < 1000; ++i)
            progress.advance(i);
        QVERIFY(calls < 100);
    }
};

QTEST_GUILESS_MAIN(ProgressTest)
#include "progress_test.moc"
