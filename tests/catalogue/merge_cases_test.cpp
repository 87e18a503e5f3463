// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Several copies, and others' files that are not what they say (merge_test.cpp holds the plain
// meetings of two).

#include "base/error.h"
#include "catalogue/changeset.h"
#include "catalogue/journal.h"
#include "catalogue/merge.h"
#include "tests/support/scratch_project.h"

#include <QtTest>
#include <algorithm>
#include <random>

using namespace support;
using catalogue::Conflict;
using catalogue::Entry;
using catalogue::EntryKind;
using catalogue::OpenMode;
using catalogue::ProjectFile;

namespace {

using FilePtr = std::unique_ptr<ProjectFile>;

qint64 take(ProjectFile& into, const ProjectFile& from)
{
    base::Progress progress;
    return into.mergeFrom(from.path(), progress).entries;
}

QString fingerprint(const ProjectFile& file)
{
    QStringList lines;
    for (const Conflict& conflict : file.conflicts()) {
        QStringList candidates;
        for (const auto& candidate : conflict.candidates)
            candidates << candidate.entry.left(8) + u'=' +
                              candidate.value.value_or(QStringLiteral("NULL"));
        lines << QStringLiteral("%1 %2.%3 %4: %5")
                     .arg(conflict.settled ? QStringLiteral("settled") : QStringLiteral("open"))
                     .arg(conflict.table, QString::number(conflict.row), conflict.column,
                          candidates.join(u' '));
    }
    lines.sort();
    return lines.join(u'\n');
}

std::vector<Conflict> openConflicts(const ProjectFile& file)
{
    std::vector<Conflict> conflicts = file.conflicts();
    std::erase_if(conflicts, [](const Conflict& conflict) { return conflict.settled; });
    return conflicts;
}

QString firstIssue(const ProjectFile& file)
{
    base::Progress progress;
    const auto issues = file.verify(progress);
    return issues.empty() ? QString() : issues.front().text;
}

} // namespace

class MergeCasesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::vector<FilePtr> m_copies;

    QString path(const QString& name) const
    {
        return m_dir.filePath(name + QStringLiteral(".veta.gpkg"));
    }
    ProjectFile& at(size_t i) { return *m_copies[i]; }

    // `count` copies of a file with sites 1 'Boleo' and 2 'Cananea', and estimate 10 of site 2.
    void part(int count)
    {
        m_copies.clear();
        m_dir = QTemporaryDir();
        m_copies.push_back(
            ProjectFile::create(path(QStringLiteral("0")), QStringLiteral("t"), Ana));
        run(at(0), "INSERT INTO sites (id, name, stage) VALUES (1, 'Boleo', 'production'), (2, "
                   "'Cananea', NULL);"
                   "INSERT INTO estimates (id, site_id, tonnes) VALUES (10, 2, 5.0);");
        for (int i = 1; i < count; ++i)
            m_copies.push_back(copyOf(at(0), path(QString::number(i))));
    }
    // Everybody takes from everybody until nothing is new.
    void exchange()
    {
        for (bool news = true; news;) {
            news = false;
            for (const FilePtr& into : m_copies)
                for (const FilePtr& from : m_copies)
                    if (into != from)
                        news = take(*into, *from) > 0 || news;
        }
    }
    void compare()
    {
        for (const FilePtr& file : m_copies) {
            QCOMPARE(digest(*file), digest(at(0)));
            QCOMPARE(file->recordedDigest(), digest(*file));
            QCOMPARE(fingerprint(*file), fingerprint(at(0)));
            QCOMPARE(value(*file, "SELECT count(*) FROM pragma_foreign_key_check"),
                     QStringLiteral("0"));
            QCOMPARE(firstIssue(*file), QString());
        }
        // What a conflict lists first is what stands.
        for (const Conflict& conflict : openConflicts(at(0))) {
            const std::string row =
                conflict.table.toStdString() + " WHERE id = " + std::to_string(conflict.row);
            const auto& first = conflict.candidates.front().value;
            if (conflict.column.isEmpty())
                QCOMPARE(value(at(0), "SELECT count(*) FROM " + row),
                         first ? QStringLiteral("1") : QStringLiteral("0"));
            else if (first)
                QCOMPARE(value(at(0), "SELECT " + conflict.column.toStdString() + " IS '" +
                                          first->toStdString() + "' FROM " + row),
                         QStringLiteral("1"));
            else
                QCOMPARE(value(at(0), "SELECT " + conflict.column.toStdString() + " FROM " + row),
                         QStringLiteral("(null)"));
        }
    }
    // Adds an entry to the file's own chain as a program that keeps to the form, but not to the
    // rules, would.
    static void forge(const QString& path, const QByteArray& changeset, int schemaVersion,
                      qint64 skip = 0)
    {
        SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
        SQLite::Statement last(database, "SELECT copy_id, number, hash FROM veta_entry "
                                         "ORDER BY number DESC LIMIT 1");
        QVERIFY(last.executeStep());
        Entry entry;
        entry.copyId = QString::fromStdString(last.getColumn(0).getString());
        entry.number = last.getColumn(1).getInt64() + 1 + skip;
        entry.previous =
            skip == 0 ? QString::fromStdString(last.getColumn(2).getString()) : QString(64, u'0');
        last.reset();
        entry.author = Bob;
        entry.madeAt = QDateTime::currentDateTimeUtc();
        entry.sentence = {QStringLiteral("forged"), {}};
        entry.schemaVersion = schemaVersion;
        entry.digest = QString(64, u'0');
        catalogue::PayloadDigest payload;
        payload.add(changeset);
        entry.payloadDigest = payload.text();
        entry.hash = catalogue::hashOf(entry);
        catalogue::Journal journal(database, QStringLiteral("elsewhere"));
        journal.transaction([&] { journal.insert(entry, {catalogue::compressed(changeset)}); });
    }
    // What these statements change in a database of the given tables.
    static QByteArray changesetOf(const std::string& tables, const std::string& sql)
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec(tables);
        const catalogue::SharedSchema schema(database);
        const catalogue::Session session(database.getHandle(), schema);
        database.exec(sql);
        return session.changeset();
    }
    void refusesToTakeOver(const QString& from)
    {
        const QString before = digest(at(0));
        const qint64 entries = at(0).info().entries;
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(base::Error, at(0).mergeFrom(from, progress));
        QCOMPARE(digest(at(0)), before);
        QCOMPARE(at(0).recordedDigest(), before);
        QCOMPARE(at(0).info().entries, entries);
        QCOMPARE(firstIssue(at(0)), QString());
        QVERIFY(run(at(0), "INSERT INTO sites (id) VALUES (99)")); // it can be worked on as before
    }

private Q_SLOTS:
    void threeValuesForOneCell()
    {
        part(3);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        run(at(2), "UPDATE sites SET name = 'c' WHERE id = 1");
        exchange();
        compare();
        QCOMPARE(openConflicts(at(0)).size(), size_t(1));
        QCOMPARE(openConflicts(at(0))[0].candidates.size(), size_t(3));
    }

    void aValueReplacedBeforeTheMeetingIsNoCandidate()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'first try' WHERE id = 1");
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        exchange();
        compare();
        const auto conflicts = openConflicts(at(0));
        QCOMPARE(conflicts.size(), size_t(1));
        QCOMPARE(conflicts[0].candidates.size(), size_t(2));
        for (const auto& candidate : conflicts[0].candidates)
            QVERIFY(*candidate.value != QStringLiteral("first try"));
    }

    void twoOfThreeAgree()
    {
        part(3);
        run(at(0), "UPDATE sites SET name = 'same' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'same' WHERE id = 1", Bob);
        run(at(2), "UPDATE sites SET name = 'other' WHERE id = 1");
        exchange();
        compare();
        QCOMPARE(openConflicts(at(0))[0].candidates.size(), size_t(2));
    }

    void oneSidePutsNullAndTheOtherAValue()
    {
        part(2);
        run(at(0), "UPDATE sites SET stage = NULL WHERE id = 1");
        run(at(1), "UPDATE sites SET stage = 'closed' WHERE id = 1", Bob);
        exchange();
        compare();
        const auto conflicts = openConflicts(at(0));
        QCOMPARE(conflicts.size(), size_t(1));
        QCOMPARE(std::count_if(conflicts[0].candidates.begin(), conflicts[0].candidates.end(),
                               [](const auto& candidate) { return !candidate.value; }),
                 1);
    }

    void theSameRowInsertedDifferently()
    {
        part(2);
        run(at(0), "INSERT INTO sites (id, name, country) VALUES (7, 'Nueva', 'MX')");
        run(at(1), "INSERT INTO sites (id, name, country) VALUES (7, 'New', 'MX')", Bob);
        exchange();
        compare();
        QCOMPARE(openConflicts(at(0)).size(), size_t(1));
        QCOMPARE(openConflicts(at(0))[0].column, QStringLiteral("name"));
        QCOMPARE(value(at(0), "SELECT country FROM sites WHERE id = 7"), QStringLiteral("MX"));
    }

    void bothImportTheSameRelease()
    {
        part(2);
        for (const FilePtr& file : m_copies)
            file->edit(file == m_copies[0] ? Ana : Bob, EntryKind::Import,
                       {QStringLiteral("Imported"), {}}, [](catalogue::Edit& edit) {
                           edit.database().exec(
                               "INSERT INTO sources (id, kind, title) VALUES (1, 'dataset', 'X');"
                               "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n "
                               "WHERE i < 3000) INSERT INTO sites (id, name, source_id) "
                               "SELECT i, 'site ' || i, 1 FROM n");
                       });
        run(at(1), "UPDATE sites SET name = 'mended' WHERE id = 200", Bob);
        exchange();
        compare();
        QVERIFY(openConflicts(at(0)).empty());
        QCOMPARE(value(at(0), "SELECT count(*) FROM sites WHERE id >= 100"),
                 QStringLiteral("2901"));
        QCOMPARE(value(at(0), "SELECT name FROM sites WHERE id = 200"), QStringLiteral("mended"));
    }

    void aRowBroughtBackKeepsBothSidesCells()
    {
        part(3);
        run(at(0), "DELETE FROM sites WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'El Boleo' WHERE id = 1", Bob);
        run(at(2), "UPDATE sites SET stage = 'closed' WHERE id = 1");
        exchange();
        compare();
        QCOMPARE(value(at(0), "SELECT name || ' ' || stage FROM sites WHERE id = 1"),
                 QStringLiteral("El Boleo closed"));
        QCOMPARE(openConflicts(at(0)).size(), size_t(1));
    }

    void aDeletionThatKnewTheEditStands()
    {
        part(2);
        run(at(1), "UPDATE sites SET name = 'El Boleo' WHERE id = 1", Bob);
        take(at(0), at(1));
        run(at(0), "DELETE FROM sites WHERE id = 1");
        exchange();
        compare();
        QVERIFY(openConflicts(at(0)).empty());
        QCOMPARE(value(at(1), "SELECT count(*) FROM sites WHERE id = 1"), QStringLiteral("0"));
    }

    void whatTheLivingReferToLives()
    {
        // The estimate outlives its deletion, and with it the site it speaks of, though nobody
        // touched the site.
        part(2);
        run(at(0), "DELETE FROM estimates WHERE id = 10; DELETE FROM sites WHERE id = 2");
        run(at(1), "UPDATE estimates SET tonnes = 7 WHERE id = 10", Bob);
        exchange();
        compare();
        QCOMPARE(value(at(1), "SELECT name FROM sites WHERE id = 2"), QStringLiteral("Cananea"));
    }

    // … and for as long as they do, in whichever copy they go.
    void whatNobodyRefersToAnyMoreGoes()
    {
        part(2);
        base::Progress progress;
        run(at(0), "DELETE FROM estimates WHERE id = 10; DELETE FROM sites WHERE id = 2");
        run(at(1), "UPDATE estimates SET tonnes = 7 WHERE id = 10", Bob);
        exchange();
        QVERIFY(!openConflicts(at(0)).empty());
        run(at(0), "DELETE FROM estimates WHERE id = 10");
        QCOMPARE(value(at(0), "SELECT count(*) FROM sites WHERE id = 2"), QStringLiteral("0"));
        QVERIFY(openConflicts(at(0)).empty());
        exchange();
        compare();
        at(0).undo(Ana, progress);
        QCOMPARE(value(at(0), "SELECT name FROM sites WHERE id = 2"), QStringLiteral("Cananea"));
        exchange();
        compare();
        QCOMPARE(value(at(1), "SELECT tonnes FROM estimates"), QStringLiteral("7.0"));
    }

    void aRowThatOthersNeedIsNotSettledAway()
    {
        part(2);
        run(at(0), "DELETE FROM estimates WHERE id = 10; DELETE FROM sites WHERE id = 2");
        run(at(1), "UPDATE estimates SET tonnes = 7 WHERE id = 10", Bob);
        exchange();
        const auto conflicts = openConflicts(at(0));
        const auto site = std::find_if(conflicts.begin(), conflicts.end(), [](const auto& c) {
            return c.table == QLatin1String("sites");
        });
        QVERIFY(site != conflicts.end());
        QVERIFY_THROWS_EXCEPTION(base::Error, at(0).settle(Ana, site->id, 1, {}));
        compare();
        // Kept for good, it outlives the estimate.
        at(0).settle(Ana, site->id, 0, {});
        run(at(0), "DELETE FROM estimates");
        exchange();
        compare();
        QCOMPARE(value(at(1), "SELECT count(*) FROM sites WHERE id = 2"), QStringLiteral("1"));
    }

    void whatWasUndoneAfterASettlementDoesNotHideTheConflict()
    {
        part(2);
        base::Progress progress;
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        exchange();
        const QString before = fingerprint(at(0));
        at(0).settle(Ana, openConflicts(at(0)).front().id, 1, {});
        run(at(0), "UPDATE sites SET name = 'c' WHERE id = 1");
        at(0).undo(Ana, progress);
        at(0).undo(Ana, progress);
        QCOMPARE(fingerprint(at(0)), before);
        exchange();
        compare();
        at(0).redo(Ana, progress);
        at(0).redo(Ana, progress);
        exchange();
        compare();
        QCOMPARE(value(at(1), "SELECT name FROM sites WHERE id = 1"), QStringLiteral("c"));
        QVERIFY(openConflicts(at(1)).empty());
    }

    void aSettlementSeenByAllEndsIt()
    {
        for (const size_t choice : {0, 1, 2}) {
            part(3);
            run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
            run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
            run(at(2), "UPDATE sites SET name = 'c' WHERE id = 1");
            exchange();
            const Conflict conflict = openConflicts(at(2)).front();
            const Entry entry =
                at(2).settle(Bob, conflict.id, choice, QStringLiteral("as the company says"));
            QCOMPARE(entry.kind, EntryKind::Settle);
            exchange();
            compare();
            QVERIFY(openConflicts(at(0)).empty());
            QCOMPARE(value(at(0), "SELECT name FROM sites WHERE id = 1"),
                     *conflict.candidates[choice].value);
            QCOMPARE(value(at(0), "SELECT reason FROM settlements"),
                     QStringLiteral("as the company says"));
        }
    }

    void twoSettlementsThatDifferAreAConflictAgain()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        exchange();
        at(0).settle(Ana, openConflicts(at(0)).front().id, 0, {});
        at(1).settle(Bob, openConflicts(at(1)).front().id, 1, {});
        exchange();
        compare();
        QCOMPARE(openConflicts(at(0)).size(), size_t(1));
        at(0).settle(Ana, openConflicts(at(0)).front().id, 0, {});
        exchange();
        compare();
        QVERIFY(openConflicts(at(1)).empty());
    }

    void twoSettlementsThatAgreeAreOne()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        exchange();
        at(0).settle(Ana, openConflicts(at(0)).front().id, 1, {});
        at(1).settle(Bob, openConflicts(at(1)).front().id, 1, {});
        exchange();
        compare();
        QVERIFY(openConflicts(at(0)).empty());
    }

    void anEditThatKnewBothEndsTheConflictInEveryCopy()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        exchange();
        run(at(0), "UPDATE sites SET name = 'agreed' WHERE id = 1");
        exchange();
        compare();
        QVERIFY(openConflicts(at(0)).empty());
        QVERIFY(openConflicts(at(1)).empty());
    }

    void aDeletionThatKnewBothEndsTheConflictInEveryCopy()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        exchange();
        run(at(0), "DELETE FROM sites WHERE id = 1");
        exchange();
        compare();
        QVERIFY(openConflicts(at(0)).empty());
        QVERIFY(openConflicts(at(1)).empty());
    }

    void undoingASettlementOpensTheConflictAgain()
    {
        for (const size_t choice : {0, 1}) {
            part(2);
            base::Progress progress;
            run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
            run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
            exchange();
            const QString before = digest(at(0));
            at(0).settle(Ana, openConflicts(at(0)).front().id, choice, {});
            at(0).undo(Ana, progress);
            QCOMPARE(digest(at(0)), before);
            exchange();
            compare();
            // Neither value may have been lost from sight.
            QCOMPARE(openConflicts(at(0)).size(), size_t(1));
        }
    }

    void inEveryOrder()
    {
        // Four copies each with an edit of its own; whoever collects them in whatever order has the
        // same at the end.
        std::vector<size_t> order = {1, 2, 3};
        QString wanted;
        QString conflicts;
        part(4);
        run(at(0), "UPDATE sites SET name = 'a', note = 'a' WHERE id = 1");
        run(at(1), "DELETE FROM sites WHERE id = 1", Bob);
        run(at(2), "UPDATE sites SET name = 'c' WHERE id = 1; DELETE FROM estimates");
        run(at(3), "UPDATE estimates SET tonnes = 8, site_id = 1", Bob);
        base::Progress progress;
        const QString start = path(QStringLiteral("start"));
        at(0).copyTo(start, progress);
        do {
            const QString name = path(QStringLiteral("collect"));
            QFile::remove(name);
            QVERIFY(QFile::copy(start, name));
            const FilePtr collector = open(name);
            for (const size_t i : order)
                take(*collector, at(i));
            QCOMPARE(collector->recordedDigest(), digest(*collector));
            QCOMPARE(firstIssue(*collector), QString());
            if (wanted.isEmpty()) {
                wanted = digest(*collector);
                conflicts = fingerprint(*collector);
            }
            QCOMPARE(digest(*collector), wanted);
            QCOMPARE(fingerprint(*collector), conflicts);
        } while (std::next_permutation(order.begin(), order.end()));
        QVERIFY(!conflicts.isEmpty());
    }

    void takingAgainIsNothing()
    {
        part(2);
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        QCOMPARE(take(at(0), at(1)), 1);
        const QString before = digest(at(0));
        QCOMPARE(take(at(0), at(1)), 0);
        QCOMPARE(take(at(0), at(0)), 0);
        QCOMPARE(digest(at(0)), before);
    }

    void cancelledIsUnchanged()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        const QString before = digest(at(0));
        base::Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(base::Cancelled, at(0).mergeFrom(at(1).path(), progress));
        QCOMPARE(digest(at(0)), before);
        QCOMPARE(at(0).info().entries, 3);
        QVERIFY(at(0).conflicts().empty());
        QCOMPARE(firstIssue(at(0)), QString());
    }

    void anEntryWithoutItsPredecessorIsRefused()
    {
        part(2);
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        run(at(1), "UPDATE sites SET name = 'c' WHERE id = 1", Bob);
        const QString from = at(1).path();
        m_copies.pop_back();
        {
            SQLite::Database database(from.toStdString(), SQLite::OPEN_READWRITE);
            database.exec("DELETE FROM veta_entry WHERE number = 1 AND author = 'Bob'");
        }
        refusesToTakeOver(from);
    }

    void anEntryOutOfItsChainIsRefused()
    {
        part(2);
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        const QString from = at(1).path();
        m_copies.pop_back();
        forge(from,
              changesetOf("CREATE TABLE sites (id INTEGER PRIMARY KEY NOT NULL, a)",
                          "INSERT INTO sites VALUES (50, 1)"),
              catalogue::SchemaVersion, 5);
        refusesToTakeOver(from);
    }

    void anEntryOfANewerSchemaIsRefused()
    {
        part(2);
        const QString from = at(1).path();
        m_copies.pop_back();
        forge(from,
              changesetOf("CREATE TABLE settings (id INTEGER PRIMARY KEY NOT NULL, key, value)",
                          "INSERT INTO settings VALUES (50, 'a', 'b')"),
              catalogue::SchemaVersion + 1);
        refusesToTakeOver(from);
    }

    // SQLite would skip it without a word.
    void anEntryThatNamesAnUnknownTableIsRefused()
    {
        part(2);
        const QString from = at(1).path();
        m_copies.pop_back();
        forge(from,
              changesetOf("CREATE TABLE elsewhere (id INTEGER PRIMARY KEY NOT NULL, a)",
                          "INSERT INTO elsewhere VALUES (50, 1)"),
              catalogue::SchemaVersion);
        refusesToTakeOver(from);
    }

    void anEntryWithMoreColumnsThanTheTableIsRefused()
    {
        part(2);
        const QString from = at(1).path();
        m_copies.pop_back();
        forge(from,
              changesetOf("CREATE TABLE settings (id INTEGER PRIMARY KEY NOT NULL, a, b, c, d)",
                          "INSERT INTO settings VALUES (50, 'a', 'b', 'c', 'd')"),
              catalogue::SchemaVersion);
        refusesToTakeOver(from);
    }

    void aPieceThatIsNoChangesetIsRefused()
    {
        part(2);
        const QString from = at(1).path();
        m_copies.pop_back();
        forge(from, "this is no changeset", catalogue::SchemaVersion);
        refusesToTakeOver(from);
    }

    void anAlteredPieceIsRefused()
    {
        part(2);
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        const QString from = at(1).path();
        m_copies.pop_back();
        {
            SQLite::Database database(from.toStdString(), SQLite::OPEN_READWRITE);
            database.exec("UPDATE veta_entry_piece SET bytes = (SELECT bytes FROM veta_entry_piece "
                          "ORDER BY number LIMIT 1)");
        }
        refusesToTakeOver(from);
    }

    void theOthersFileStaysAsItIs()
    {
        part(2);
        run(at(0), "UPDATE sites SET name = 'a' WHERE id = 1");
        run(at(1), "UPDATE sites SET name = 'b' WHERE id = 1", Bob);
        QFile other(at(1).path());
        m_copies.pop_back();
        QVERIFY(other.open(QIODevice::ReadOnly));
        const QByteArray before = other.readAll();
        base::Progress progress;
        at(0).mergeFrom(other.fileName(), progress);
        other.seek(0);
        QCOMPARE(other.readAll(), before);
        QVERIFY(!QFile::exists(other.fileName() + QStringLiteral(".lock")));
    }

    // Seeded, and of the kinds that merge_test's does not mix in: references, settlements, undone
    // settlements, several tables in one entry, copies made on the way.
    void anythingConverges_data()
    {
        QTest::addColumn<int>("seed");
        const int seeds = qEnvironmentVariableIntValue("VETA_TEST_SEEDS"); // for a longer search
        for (int seed = 1; seed <= std::max(10, seeds); ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void anythingConverges()
    {
        QFETCH(int, seed);
        part(3);
        std::mt19937 random{unsigned(seed) * 7919U};
        const auto upTo = [&](unsigned n) { return random() % n; };
        const auto text = [&](unsigned n) { return std::to_string(upTo(n)); };
        base::Progress progress;
        for (int step = 0; step < 70; ++step) {
            ProjectFile& file = at(upTo(unsigned(m_copies.size())));
            const catalogue::Author& author = upTo(2) == 0 ? Ana : Bob;
            const std::string site = std::to_string(1 + upTo(5));
            const std::string project = std::to_string(50 + upTo(3));
            try {
                switch (upTo(12)) {
                case 0:
                    run(file,
                        "INSERT OR IGNORE INTO sites (id, name, stage) VALUES (" + site + ", 'n" +
                            text(3) + "', 's" + text(2) + "')",
                        author);
                    break;
                case 1:
                case 2:
                    run(file,
                        "UPDATE sites SET name = 'm" + text(3) + "', stage = 's" + text(3) +
                            "' WHERE id = " + site,
                        author);
                    break;
                case 3:
                    run(file,
                        "DELETE FROM project_members WHERE site_id = " + site +
                            "; DELETE FROM estimates WHERE site_id = " + site +
                            "; DELETE FROM sites WHERE id = " + site,
                        author);
                    break;
                case 4:
                    run(file,
                        "INSERT OR IGNORE INTO projects (id, name_en) VALUES (" + project + ", 'p" +
                            text(3) + "')",
                        author);
                    break;
                case 5:
                    run(file,
                        "INSERT OR REPLACE INTO project_members (id, project_id, site_id, "
                        "role, position) VALUES (" +
                            std::to_string(100 + upTo(4)) + ", " + project + ", " + site +
                            ", 'extraction', " + text(3) + ")",
                        author);
                    break;
                case 6:
                    run(file,
                        "DELETE FROM project_members WHERE project_id = " + project +
                            "; DELETE FROM projects WHERE id = " + project,
                        author);
                    break;
                case 7:
                    if (const auto conflicts = openConflicts(file); !conflicts.empty()) {
                        const Conflict& conflict = conflicts[upTo(unsigned(conflicts.size()))];
                        file.settle(author, conflict.id, upTo(unsigned(conflict.candidates.size())),
                                    {});
                    }
                    break;
                case 8:
                    if (file.undoable())
                        file.undo(author, progress);
                    break;
                case 9:
                    if (file.redoable())
                        file.redo(author, progress);
                    break;
                case 10:
                    if (m_copies.size() < 4 && upTo(4) == 0) {
                        m_copies.push_back(copyOf(file, path(QString::number(m_copies.size()))));
                        break;
                    }
                    [[fallthrough]];
                default:
                    take(file, at(upTo(unsigned(m_copies.size()))));
                }
            } catch (const base::Error&) {
                // A reference would have broken, or the step cannot be turned round any more.
            }
            QCOMPARE(file.recordedDigest(), digest(file));
        }
        exchange();
        compare();
    }
};

QTEST_GUILESS_MAIN(MergeCasesTest)
#include "merge_cases_test.moc"
