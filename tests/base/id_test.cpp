// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/id.h"

#include <QSet>
#include <QtTest>

class IdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomIdsAreDistinctAndFitADouble()
    {
        QSet<base::Id> seen;
        for (int i = 0; i < 10000; ++i) {
            const base::Id id = base::randomId();
            QVERIFY(id > 0 && id <= base::MaxId);
            QCOMPARE(qint64(double(id)), id);
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 10000);
    }
    void hashedIdDependsOnEachPartAndItsBounds()
    {
        const base::Id id = base::hashedId({"usgs", "10026601", "sites"});
        QCOMPARE(base::hashedId({"usgs", "10026601", "sites"}), id);
        QVERIFY(base::hashedId({"usgs1", "0026601", "sites"}) != id);
        QVERIFY(base::hashedId({"usgs", "10026601", "records"}) != id);
    }
    void hashedIdIsTheFirst53BitsOfSha256()
    {
        // printf 'a\0' | sha256sum =
        // ffe9aaeaa2a2d5048174df0b80599ef0197ec024c4b051bc9860cff58ef7f9f3
        QCOMPARE(base::hashedId({"a"}), qint64(0xffe9aaeaa2a2d504ULL >> 11));
    }
    void sha256IsTheStandardsOwnExample()
    {
        QCOMPARE(base::sha256("abc").toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_GUILESS_MAIN(IdTest)
#include "id_test.moc"
