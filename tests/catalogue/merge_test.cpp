// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "tests/support/scratch_project.h"

#include <QtTest>
#include <random>

using namespace support;
using catalogue::Conflict;
using catalogue::ProjectFile;

namespace {

using FilePtr = std::unique_ptr<ProjectFile>;

void take(ProjectFile& into, const ProjectFile& from)
{
    base::Progress progress;
    into.mergeFrom(from.path(), progress);
}

QString fingerprint(const std::vector<Conflict>& conflicts)
{
    QStringList lines;
    for (const Conflict& conflict : conflicts) {
        QStringList candidates;
        for (const auto& candidate : conflict.candidates)
            candidates << candidate.entry + u'=' + candidate.value.value_or(QStringLiteral("NULL"));
        lines << QStringLiteral("%1 %2 %3 %4 %5: %6")
                     .arg(conflict.id)
                     .arg(conflict.table)
                     .arg(conflict.row)
                     .arg(conflict.column)
                     .arg(conflict.settled)
                     .arg(candidates.join(u' '));
    }
    lines.sort();
    return lines.join(u'\n');
}

} // namespace

class MergeTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    FilePtr m_a;
    FilePtr m_b;

    QString path(const QString& name) const { return m_dir.filePath(name); }

    // Two copies of a file with two sites, an estimate and a project that names site 1.
    void part()
    {
        m_dir = QTemporaryDir();
        m_b.reset();
        m_a = ProjectFile::create(path(QStringLiteral("a.veta.gpkg")), QStringLiteral("t"), Ana);
        run(*m_a, "INSERT INTO sites (id, name, stage) VALUES (1, 'Boleo', 'production'), (2, "
                  "'Cananea', NULL);"
                  "INSERT INTO estimates (id, site_id, tonnes) VALUES (10, 2, 5.0);");
        m_b = copyOf(*m_a, path(QStringLiteral("b.veta.gpkg")));
    }
    // A into B and B into A: the same rows, the same conflicts, journals that verify.
    void exchangeAndCompare()
    {
        const QString c = path(QStringLiteral("c.veta.gpkg"));
        base::Progress progress;
        m_a->copyTo(c, progress); // what A was, so that B does not see A's merge
        {
            const FilePtr oldA = open(c, catalogue::OpenMode::ReadOnly);
            take(*m_a, *m_b);
            take(*m_b, *oldA);
        }
        compare();
    }
    void compare()
    {
        base::Progress progress;
        QCOMPARE(digest(*m_a), digest(*m_b));
        QCOMPARE(m_a->recordedDigest(), digest(*m_a));
        QCOMPARE(m_b->recordedDigest(), digest(*m_b));
        QCOMPARE(fingerprint(m_a->conflicts()), fingerprint(m_b->conflicts()));
        for (const FilePtr& file : {std::cref(m_a), std::cref(m_b)}) {
            const auto issues = file->verify(progress);
            QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
        }
    }

private Q_SLOTS:
    void differentColumnsOfARowMergeByThemselves()
    {
        part();
        run(*m_a, "UPDATE sites SET name = 'El Boleo' WHERE id = 1");
        run(*m_b, "UPDATE sites SET stage = 'closed' WHERE id = 1", Bob);
        exchangeAndCompare();
        QVERIFY(m_a->conflicts().empty());
        QCOMPARE(value(*m_a, "SELECT name || ' ' || stage FROM sites WHERE id = 1"),
                 QStringLiteral("El Boleo closed"));
    }

    void equalEditsAreEqual()
    {
        part();
        run(*m_a, "UPDATE sites SET name = 'El Boleo' WHERE id = 1");
        run(*m_b, "UPDATE sites SET name = 'El Boleo' WHERE id = 1", Bob);
        exchangeAndCompare();
        QVERIFY(m_a->conflicts().empty());
    }

    void aClashingColumnDoesNotBlockItsRow()
    {
        part();
        run(*m_a, "UPDATE sites SET name = 'El Boleo', country = 'MX' WHERE id = 1");
        run(*m_b, "UPDATE sites SET name = 'Boleo mine', note = 'seen' WHERE id = 1", Bob);
        exchangeAndCompare();
        const auto conflicts = m_a->conflicts();
        QCOMPARE(conflicts.size(), size_t(1));
        QCOMPARE(conflicts[0].column, QStringLiteral("name"));
        QCOMPARE(conflicts[0].candidates.size(), size_t(2));
        QVERIFY(conflicts[0].candidates[0].entry > conflicts[0].candidates[1].entry);
        // The standing value is the first candidate, the other is not lost.
        QCOMPARE(value(*m_a, "SELECT name FROM sites WHERE id = 1"),
                 *conflicts[0].candidates[0].value);
        QCOMPARE(
            QSet<QString>({*conflicts[0].candidates[0].value, *conflicts[0].candidates[1].value}),
            QSet<QString>({QStringLiteral("El Boleo"), QStringLiteral("Boleo mine")}));
        QCOMPARE(value(*m_a, "SELECT country || note FROM sites WHERE id = 1"),
                 QStringLiteral("MXseen"));
    }

    void anEditOutlivesADeletion()
    {
        part();
        run(*m_a, "DELETE FROM estimates WHERE id = 10; DELETE FROM sites WHERE id = 2");
        run(*m_b, "UPDATE estimates SET tonnes = 7 WHERE id = 10", Bob);
        exchangeAndCompare();
        // The estimate lives, and so does the site it speaks of.
        QCOMPARE(value(*m_a, "SELECT tonnes FROM estimates"), QStringLiteral("7.0"));
        QCOMPARE(value(*m_a, "SELECT name FROM sites WHERE id = 2"), QStringLiteral("Cananea"));
        QVERIFY(!m_a->conflicts().empty());
        QVERIFY(m_a->conflicts()[0].column.isEmpty());
    }

    void aReferenceKeepsItsRowAlive()
    {
        part();
        run(*m_a, "DELETE FROM sites WHERE id = 1");
        run(*m_b,
            "INSERT INTO projects (id, name_en) VALUES (50, 'P');"
            "INSERT INTO project_members (id, project_id, site_id, role, position) VALUES (51, 50, "
            "1, 'extraction', 1)",
            Bob);
        exchangeAndCompare();
        QCOMPARE(value(*m_b, "SELECT name FROM sites WHERE id = 1"), QStringLiteral("Boleo"));
        QCOMPARE(m_b->conflicts().size(), size_t(1));
    }

    void bothDeleteIsAgreed()
    {
        part();
        run(*m_a, "DELETE FROM sites WHERE id = 1");
        run(*m_b, "DELETE FROM sites WHERE id = 1", Bob);
        exchangeAndCompare();
        QVERIFY(m_a->conflicts().empty());
        QCOMPARE(value(*m_a, "SELECT count(*) FROM sites"), QStringLiteral("1"));
    }

    void theSameRowsInsertedInBothAreOne()
    {
        part();
        for (const FilePtr& file : {std::cref(m_a), std::cref(m_b)})
            run(*file, "INSERT INTO sites (id, name) VALUES (100, 'Nueva'), (101, 'Otra')");
        exchangeAndCompare();
        QVERIFY(m_a->conflicts().empty());
        QCOMPARE(value(*m_a, "SELECT count(*) FROM sites"), QStringLiteral("4"));
    }

    void aSettlementEndsTheConflictInBothCopies()
    {
        for (const size_t choice : {0, 1}) {
            part();
            run(*m_a, "UPDATE sites SET name = 'El Boleo' WHERE id = 1");
            run(*m_b, "UPDATE sites SET name = 'Boleo mine' WHERE id = 1", Bob);
            exchangeAndCompare();
            const Conflict conflict = m_a->conflicts().front();
            m_a->settle(Ana, conflict.id, choice, QStringLiteral("the company says so"));
            take(*m_b, *m_a);
            compare();
            QCOMPARE(value(*m_b, "SELECT name FROM sites WHERE id = 1"),
                     *conflict.candidates[choice].value);
            QCOMPARE(m_b->conflicts().size(), size_t(1));
            QVERIFY(m_b->conflicts()[0].settled);
            QCOMPARE(m_b->conflicts()[0].candidates.size(),
                     size_t(2)); // the value that lost stays readable
            base::Progress progress;
            QVERIFY_THROWS_EXCEPTION(base::Error, m_a->settle(Ana, conflict.id, choice, {}));
        }
    }

    void aDeletionConflictIsSettledEitherWay()
    {
        for (const size_t choice : {0, 1}) {
            part();
            run(*m_a, "DELETE FROM sites WHERE id = 1");
            run(*m_b, "UPDATE sites SET name = 'x' WHERE id = 1", Bob);
            exchangeAndCompare();
            const Conflict conflict = m_b->conflicts().front();
            QVERIFY(conflict.column.isEmpty());
            m_b->settle(Bob, conflict.id, choice, {});
            take(*m_a, *m_b);
            compare();
            QCOMPARE(value(*m_a, "SELECT count(*) FROM sites WHERE id = 1"),
                     choice == 0 ? QStringLiteral("1") : QStringLiteral("0"));
        }
    }

    void anUndoMergesLikeAnyEdit()
    {
        part();
        base::Progress progress;
        run(*m_a, "UPDATE sites SET name = 'El Boleo' WHERE id = 1");
        m_a->undo(Ana, progress);
        run(*m_b, "DELETE FROM estimates", Bob);
        exchangeAndCompare();
        QCOMPARE(value(*m_a, "SELECT name FROM sites WHERE id = 1"), QStringLiteral("Boleo"));
    }

    void undoIsRefusedWhereALaterEntryNeedsTheRow()
    {
        part();
        base::Progress progress;
        run(*m_a, "INSERT INTO sites (id, name) VALUES (7, 'New')");
        take(*m_b, *m_a);
        run(*m_b, "UPDATE sites SET name = 'Newer' WHERE id = 7", Bob);
        take(*m_a, *m_b);
        const QString before = digest(*m_a);
        QVERIFY_THROWS_EXCEPTION(base::Error, m_a->undo(Ana, progress));
        QCOMPARE(digest(*m_a), before);
    }

    void strangersAreNotMerged()
    {
        part();
        const auto other =
            ProjectFile::create(path(QStringLiteral("o.veta.gpkg")), QStringLiteral("o"), Bob);
        QVERIFY_THROWS_EXCEPTION(base::Error, take(*m_a, *other));
    }

    void anAlteredEntryIsNotTakenOver()
    {
        part();
        run(*m_b, "UPDATE sites SET name = 'x' WHERE id = 1", Bob);
        const QString from = m_b->path();
        m_b.reset();
        {
            SQLite::Database other(from.toStdString(), SQLite::OPEN_READWRITE);
            other.exec("UPDATE veta_entry SET author = 'Eve' WHERE author = 'Bob'");
        }
        const QString before = digest(*m_a);
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(base::Error, m_a->mergeFrom(from, progress));
        QCOMPARE(digest(*m_a), before);
        QCOMPARE(m_a->info().entries, 2);
    }

    void blobsTravelToo()
    {
        part();
        const QString name = m_b->putBlob("map", QStringLiteral(".gpkg"));
        run(*m_b, "UPDATE sites SET note = 'x'", Bob);
        take(*m_a, *m_b);
        QCOMPARE(m_a->blob(name)->bytes, QByteArray("map"));
    }

    // Several copies, random edits, deletions, undos and merges in random order: once everybody has
    // every entry, everybody has the same tables and the same conflicts.
    void copiesConverge_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void copiesConverge()
    {
        QFETCH(int, seed);
        part();
        std::mt19937 random{unsigned(seed)};
        const auto upTo = [&](int n) { return int(random() % unsigned(n)); };
        std::vector<FilePtr> copies;
        copies.push_back(std::move(m_a));
        copies.push_back(std::move(m_b));
        copies.push_back(copyOf(*copies[0], path(QStringLiteral("d.veta.gpkg"))));
        base::Progress progress;
        for (int step = 0; step < 60; ++step) {
            ProjectFile& file = *copies[size_t(upTo(3))];
            const int site = 1 + upTo(6);
            std::string sql;
            try {
                switch (upTo(9)) {
                case 0:
                    sql = "INSERT OR IGNORE INTO sites (id, name) VALUES (" + std::to_string(site) +
                          ", 'n" + std::to_string(upTo(3)) + "')";
                    break;
                case 1:
                case 2:
                    sql = "UPDATE sites SET name = 'm" + std::to_string(upTo(4)) +
                          "' WHERE id = " + std::to_string(site);
                    break;
                case 3:
                    sql = "UPDATE sites SET position_accuracy_m = " + std::to_string(upTo(3)) +
                          ".0 WHERE id = " + std::to_string(site);
                    break;
                case 4:
                    sql = "DELETE FROM sites WHERE id = " + std::to_string(site);
                    break;
                case 5:
                    sql = "INSERT OR IGNORE INTO estimates (id, site_id, tonnes) VALUES (" +
                          std::to_string(10 + upTo(4)) + ", " + std::to_string(site) + ", 1)";
                    break;
                case 6:
                    sql = "UPDATE estimates SET site_id = " + std::to_string(site) +
                          " WHERE id = " + std::to_string(10 + upTo(4));
                    break;
                case 7:
                    sql = "DELETE FROM estimates WHERE id = " + std::to_string(10 + upTo(4));
                    break;
                default:
                    if (file.undoable() && upTo(2) == 0)
                        file.undo(Ana, progress);
                    else
                        take(file, *copies[size_t(upTo(3))]);
                    continue;
                }
                run(file, sql);
            } catch (const base::Error&) {
                // A reference would have broken; the edit left nothing.
            }
            QCOMPARE(file.recordedDigest(), digest(file));
        }
        for (int round = 0; round < 2; ++round)
            for (size_t i = 0; i < 3; ++i)
                for (size_t j = 0; j < 3; ++j)
                    if (i != j)
                        take(*copies[i], *copies[j]);
        for (size_t i = 0; i < 3; ++i) {
            QCOMPARE(digest(*copies[i]), digest(*copies[0]));
            QCOMPARE(fingerprint(copies[i]->conflicts()), fingerprint(copies[0]->conflicts()));
            QCOMPARE(copies[i]->info().heads, copies[0]->info().heads);
            const auto issues = copies[i]->verify(progress);
            QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
        }
    }
};

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
