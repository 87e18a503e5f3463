// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/made_ahead.h"

#include <QtTest>
#include <atomic>
#include <memory>

using Numbers = base::MadeAhead<std::unique_ptr<int>>;

class MadeAheadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allAreTakenInOrder_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 255, 256, 257, 10000})
            QTest::addRow("%d", count) << count;
    }
    void allAreTakenInOrder()
    {
        QFETCH(const int, count);
        Numbers numbers([count](const Numbers::Put& put) {
            for (int i = 0; i < count; ++i)
                if (!put(std::make_unique<int>(i), 4))
                    return;
        });
        int next = 0;
        numbers.takeAll([&](std::unique_ptr<int>& number) { QCOMPARE(*number, next++); });
        QCOMPARE(next, count);
    }
    void largeItemsAreNotMadeFarAhead()
    {
        std::atomic<int> made = 0;
        Numbers numbers([&](const Numbers::Put& put) {
            while (made < 100 && put(std::make_unique<int>(++made), 4 << 20)) {
            }
        });
        int taken = 0;
        numbers.takeAll([&](std::unique_ptr<int>& number) {
            QCOMPARE(*number, ++taken);
            QVERIFY(made <= taken + 10);
        });
        QCOMPARE(taken, 100);
    }
    void whatMakingThrowsComesBehindWhatWasMade()
    {
        Numbers numbers([](const Numbers::Put& put) {
            for (int i = 0; i < 1000; ++i)
                put(std::make_unique<int>(i), 4);
            throw base::Cancelled();
        });
        int taken = 0;
        QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                                 numbers.takeAll([&](std::unique_ptr<int>&) { ++taken; }));
        QCOMPARE(taken, 1000);
    }
    void theMakerEndsWhereNobodyTakes()
    {
        std::atomic<int> made = 0;
        std::atomic<bool> wasTold = false;
        {
            Numbers numbers([&](const Numbers::Put& put) {
                for (;;) {
                    ++made;
                    if (!put(std::make_unique<int>(0), 4)) {
                        wasTold = true;
                        return;
                    }
                }
            });
            QVERIFY_THROWS_EXCEPTION(base::Error, numbers.takeAll([](std::unique_ptr<int>&) {
                throw base::Error(QStringLiteral("the disk is full"));
            }));
        }
        QVERIFY(wasTold);
        QVERIFY(made < 10000); // it waits for whoever takes
    }
};

QTEST_GUILESS_MAIN(MadeAheadTest)
#include "made_ahead_test.moc"
