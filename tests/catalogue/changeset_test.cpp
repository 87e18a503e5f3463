// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"

#include "base/error.h"
#include "base/progress.h"
#include "catalogue/canonical_digest.h"
#include "catalogue/schema.h"

#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <random>

using namespace catalogue;

namespace {

struct Tables
{
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    std::unique_ptr<SharedSchema> schema;

    Tables()
    {
        createSharedTables(database);
        schema = std::make_unique<SharedSchema>(database);
    }
    QByteArray record(const std::string& sql)
    {
        const Session session(database.getHandle(), *schema);
        database.exec(sql);
        return session.changeset();
    }
    CanonicalDigest digest()
    {
        base::Progress progress;
        CanonicalDigest sum;
        sum.addAll(database, *schema, progress);
        return sum;
    }
};

std::vector<RowChange> rows(const QByteArray& changeset)
{
    std::vector<RowChange> all;
    forEachChange(changeset, [&](const RowChange& row) { all.push_back(row); });
    return all;
}

} // namespace

class ChangesetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertsHaveEveryCell()
    {
        Tables tables;
        const auto all =
            rows(tables.record("INSERT INTO settings (id, key, value) VALUES (7, 'title', NULL)"));
        QCOMPARE(all.size(), size_t(1));
        QCOMPARE(all[0].table, std::string("settings"));
        QVERIFY(all[0].kind == ChangeKind::Insert);
        QCOMPARE(all[0].id, 7);
        QCOMPARE(all[0].cells.size(), size_t(3));
        QVERIFY(sameValue(all[0].cells[1].after, std::string("title")));
        QVERIFY(sameValue(all[0].cells[2].after, Value()));
    }

    void updatesHaveTheChangedCellsAndWhatStoodThere()
    {
        Tables tables;
        tables.record("INSERT INTO sites (id, name, stage) VALUES (7, 'Boleo', 'production')");
        const auto all =
            rows(tables.record("UPDATE sites SET name = 'El Boleo', stage = NULL, kind = 'mine'"));
        QCOMPARE(all.size(), size_t(1));
        QVERIFY(all[0].kind == ChangeKind::Update);
        QCOMPARE(all[0].id, 7);
        QCOMPARE(all[0].cells.size(), size_t(3));
        const auto& columns = tables.schema->find("sites")->columns;
        for (const CellChange& cell : all[0].cells) {
            const std::string& column = columns[size_t(cell.column)];
            const bool wasNull = column == "kind";
            const bool isNull = column == "stage";
            QCOMPARE(std::holds_alternative<std::monostate>(cell.before), wasNull);
            QCOMPARE(std::holds_alternative<std::monostate>(cell.after), isNull);
        }
    }

    void deletionsHaveTheRowThatWas()
    {
        Tables tables;
        tables.record("INSERT INTO sites (id, name) VALUES (7, 'Boleo')");
        const auto all = rows(tables.record("DELETE FROM sites"));
        QVERIFY(all[0].kind == ChangeKind::Delete);
        QCOMPARE(all[0].id, 7);
        QVERIFY(sameValue(all[0].cells[2].before, std::string("Boleo")));
    }

    void onlySharedTablesAreRecorded()
    {
        Tables tables;
        QVERIFY(tables
                    .record("INSERT INTO veta_meta VALUES ('a', 'b');"
                            "CREATE TABLE gpkg_note (id INTEGER PRIMARY KEY, a);"
                            "INSERT INTO gpkg_note VALUES (1, 2)")
                    .isEmpty());
    }

    void inverseGoesBack()
    {
        Tables tables;
        tables.record("INSERT INTO sites (id, name) VALUES (1, 'Boleo'), (2, 'Cananea')");
        const CanonicalDigest before = tables.digest();
        const QByteArray change =
            tables.record("UPDATE sites SET name = 'x' WHERE id = 1; DELETE FROM sites WHERE id = "
                          "2; INSERT INTO sites (id) VALUES (3)");
        const CanonicalDigest after = tables.digest();
        QVERIFY(applyExactly(tables.database.getHandle(), inverse(change)));
        QVERIFY(tables.digest() == before);
        QVERIFY(applyExactly(tables.database.getHandle(), change));
        QVERIFY(tables.digest() == after);
    }

    void whatDoesNotFitIsNotApplied()
    {
        Tables tables;
        tables.record("INSERT INTO sites (id, name, stage) VALUES (1, 'Boleo', 'production')");
        const QByteArray change = tables.record("UPDATE sites SET name = 'x', stage = 'closed'");
        tables.database.exec("UPDATE sites SET name = 'somebody else'");
        const CanonicalDigest before = tables.digest();
        QVERIFY(!applyExactly(tables.database.getHandle(), inverse(change)));
        QVERIFY(tables.digest() == before);
    }

    void differenceOfTwoDatabases()
    {
        const QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("before.db")).toStdString();
        {
            SQLite::Database before(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            createSharedTables(before);
            before.exec("INSERT INTO sites (id, name) VALUES (1, 'Boleo'), (2, 'Cananea')");
        }
        Tables tables;
        tables.database.exec("INSERT INTO sites (id, name) VALUES (1, 'El Boleo'), (3, 'Nueva')");
        tables.database.exec("ATTACH '" + path + "' AS before");
        Session session(tables.database.getHandle(), *tables.schema);
        session.addDifferenceFrom("before", *tables.schema);
        QCOMPARE(rows(session.changeset()).size(), size_t(3));
        Tables target;
        target.database.exec("INSERT INTO sites (id, name) VALUES (1, 'Boleo'), (2, 'Cananea')");
        QVERIFY(applyExactly(target.database.getHandle(), session.changeset()));
        QVERIFY(target.digest() == tables.digest());
    }

    void aDamagedChangesetIsAnErrorAndNeverACrash()
    {
        Tables tables;
        const QByteArray good =
            tables.record("INSERT INTO sites (id, name, note) VALUES (1, 'Boleo', 'a long note "
                          "about it'), (2, 'Cananea', NULL)");
        std::mt19937 random{7};
        int refused = 0;
        for (int i = 0; i < 3000; ++i) {
            QByteArray bad = good;
            if (i % 3 == 0)
                bad.truncate(qsizetype(random() % unsigned(bad.size())));
            else
                for (unsigned n = random() % 4 + 1; n > 0; --n)
                    bad[qsizetype(random() % unsigned(bad.size()))] = char(random());
            try {
                rows(bad);
            } catch (const base::Error&) {
                ++refused;
            }
        }
        QVERIFY(refused > 100);
    }

    void whatTheSchemaDoesNotHaveDoesNotFit()
    {
        Tables tables;
        const QByteArray good = tables.record("INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        catalogue::requireFits(good, *tables.schema);
        QByteArray renamed = good;
        renamed.replace("sites", "sitez");
        QVERIFY_THROWS_EXCEPTION(base::Error, catalogue::requireFits(renamed, *tables.schema));
        SQLite::Database narrow(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        narrow.exec("CREATE TABLE sites (id INTEGER PRIMARY KEY NOT NULL, name TEXT)");
        QVERIFY_THROWS_EXCEPTION(base::Error,
                                 catalogue::requireFits(good, catalogue::SharedSchema(narrow)));
    }

    void compressionGivesBackWhatItTook()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("a"), QByteArray(1000000, 'x'), QByteArray("\0\1\2", 3)})
            QCOMPARE(decompressed(compressed(bytes)), bytes);
        QVERIFY(compressed(QByteArray(1000000, 'x')).size() < 1000);
    }

    void damagedCompressionIsRefused()
    {
        const QByteArray good = compressed(QByteArray("El Boleo, Santa Rosalía").repeated(50));
        QVERIFY_THROWS_EXCEPTION(base::Error, decompressed({}));
        QVERIFY_THROWS_EXCEPTION(base::Error, decompressed("not zstd at all"));
        QVERIFY_THROWS_EXCEPTION(base::Error, decompressed(good.chopped(3)));
        // A frame that says it holds 2^60 bytes.
        QVERIFY_THROWS_EXCEPTION(
            base::Error, decompressed(QByteArray::fromHex("28b52ffde00000000000000010010000")));
    }

    // The digest that followed random changes is the digest of the rows.
    void digestFollowsRandomChanges()
    {
        std::mt19937 random{11};
        const auto upTo = [&](unsigned n) { return std::to_string(random() % n); };
        Tables tables;
        CanonicalDigest followed;
        for (int i = 0; i < 400; ++i) {
            std::string sql;
            switch (random() % 6) {
            case 0:
            case 1:
                sql = "INSERT OR IGNORE INTO sites (id, name, geom, position_accuracy_m) VALUES (" +
                      upTo(40) + ", 'n" + upTo(5) + "', x'0" + upTo(9) + "', " + upTo(9) + "." +
                      upTo(3) + ")";
                break;
            case 2:
                sql = "UPDATE sites SET name = NULL, position_accuracy_m = " + upTo(7) +
                      " WHERE id % 3 = " + upTo(3);
                break;
            case 3:
                sql = "DELETE FROM sites WHERE id = " + upTo(40);
                break;
            case 4:
                sql = "UPDATE OR IGNORE sites SET id = " + upTo(40) + " WHERE id = " + upTo(40);
                break;
            default:
                sql = "INSERT OR REPLACE INTO sites (id, note) VALUES (" + upTo(40) + ", '')";
            }
            followed.apply(tables.record(sql), *tables.schema);
            QVERIFY2(followed == tables.digest(), sql.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(ChangesetTest)
#include "changeset_test.moc"
