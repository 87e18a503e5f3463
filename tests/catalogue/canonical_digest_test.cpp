// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/canonical_digest.h"

#include "base/error.h"
#include "base/progress.h"
#include "catalogue/schema.h"

#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace catalogue;

class CanonicalDigestTest : public QObject
{
    Q_OBJECT

    static QString digest(const std::string& sql)
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        createSharedTables(database);
        database.exec(sql);
        base::Progress progress;
        CanonicalDigest sum;
        sum.addAll(database, SharedSchema(database), progress);
        return sum.text();
    }

private Q_SLOTS:
    void nothingIsTheDigestOf32Zeroes()
    {
        // printf '\0%.0s' {1..32} | sha256sum
        QCOMPARE(
            CanonicalDigest().text(),
            QStringLiteral("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925"));
        QCOMPARE(digest({}), CanonicalDigest().text());
    }

    // Worked out by hand with Python's hashlib from docs/file-format.md:
    //   cell = lambda column, value: int.from_bytes(blake2b(b"settings\0" + (5).to_bytes(8, "big")
    //          + column + b"\0" + value, digest_size=32).digest(), "little")
    //   total = cell(b"id", b"I" + (5).to_bytes(8, "big")) + cell(b"key", b"Ttitle")
    //   sha256((total % 2**256).to_bytes(32, "little")).hexdigest()
    void aRowByHand()
    {
        QCOMPARE(
            digest("INSERT INTO settings (id, key) VALUES (5, 'title')"),
            QStringLiteral("966fab57edba5d9ee528fd43386fd5cd7cf16d5904cf40162940e39e7bf57b45"));
    }

    void orderOfRowsIsNothing()
    {
        QCOMPARE(digest("INSERT INTO sites (id, name) VALUES (1, 'a'), (2, 'b')"),
                 digest("INSERT INTO sites (id, name) VALUES (2, 'b'), (1, 'a')"));
    }

    void aWholeNumberIsTheSameAsARealOfIt()
    {
        QCOMPARE(digest("INSERT INTO estimates (id, site_id, tonnes) VALUES (1, 1, 5)"),
                 digest("INSERT INTO estimates (id, site_id, tonnes) VALUES (1, 1, 5.0)"));
    }

    void everythingElseCounts_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("other id") << "INSERT INTO sites (id, name) VALUES (2, 'a')";
        QTest::newRow("other value") << "INSERT INTO sites (id, name) VALUES (1, 'b')";
        QTest::newRow("other column") << "INSERT INTO sites (id, note) VALUES (1, 'a')";
        QTest::newRow("other table") << "INSERT INTO projects (id, name_en) VALUES (1, 'a')";
        QTest::newRow("other type") << "INSERT INTO sites (id, name) VALUES (1, x'61')";
        QTest::newRow("empty text besides")
            << "INSERT INTO sites (id, name, note) VALUES (1, 'a', '')";
        QTest::newRow("a row of NULLs besides")
            << "INSERT INTO sites (id, name) VALUES (1, 'a'), (2, NULL)";
        QTest::newRow("cells of two rows swapped")
            << "INSERT INTO sites (id, name, note) VALUES (1, NULL, NULL), (2, 'a', NULL)";
    }
    void everythingElseCounts()
    {
        QFETCH(QString, sql);
        QVERIFY(digest(sql.toStdString()) !=
                digest("INSERT INTO sites (id, name) VALUES (1, 'a')"));
    }

    void aColumnThatALaterSchemaAppendsChangesNothing()
    {
        const std::string rows = "INSERT INTO sites (id, name) VALUES (1, 'a'), (2, NULL);";
        QCOMPARE(digest(rows + "ALTER TABLE sites ADD COLUMN later TEXT;"
                               "CREATE TABLE later (id INTEGER PRIMARY KEY NOT NULL)"),
                 digest(rows));
    }

    void sumIsKeptAsHex()
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        createSharedTables(database);
        database.exec("INSERT INTO sites (id, name) VALUES (1, 'a')");
        base::Progress progress;
        CanonicalDigest sum;
        sum.addAll(database, SharedSchema(database), progress);
        QCOMPARE(sum.toHex().size(), 64);
        QVERIFY(CanonicalDigest::fromHex(sum.toHex()) == sum);
        QVERIFY(!(CanonicalDigest::fromHex({}) == sum));
    }

    void canBeCancelled()
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        createSharedTables(database);
        database.exec("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                      "5000) INSERT INTO sites (id) SELECT i FROM n");
        base::Progress progress;
        progress.cancel();
        CanonicalDigest sum;
        QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                                 sum.addAll(database, SharedSchema(database), progress));
    }
};

QTEST_GUILESS_MAIN(CanonicalDigestTest)
#include "canonical_digest_test.moc"
