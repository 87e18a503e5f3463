// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/gpkg_point.h"
#include "tests/support/scratch_project.h"

#include <QProcess>
#include <QtTest>

using namespace support;
using catalogue::EntryKind;
using catalogue::OpenMode;
using catalogue::ProjectFile;

class ProjectFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void init() { m_dir = QTemporaryDir(); }

    void newFileIsAGeoPackageWithATitle()
    {
        auto file = ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("Border 2026"), Ana);
        QCOMPARE(file->info().title, QStringLiteral("Border 2026"));
        QCOMPARE(file->info().entries, 1);
        QCOMPARE(file->history().front().kind, EntryKind::Create);
        base::Progress progress;
        QVERIFY(file->verify(progress).empty());
        file.reset();
        QVERIFY(!QFile::exists(path("a.veta.gpkg.lock")));
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files).size(), 1);
        QProcess ogrinfo;
        ogrinfo.start(QStringLiteral("ogrinfo"), {QStringLiteral("-ro"), path("a.veta.gpkg")});
        QVERIFY(ogrinfo.waitForFinished());
        QCOMPARE(ogrinfo.exitCode(), 0);
        QVERIFY(ogrinfo.readAllStandardOutput().contains("sites (Point)"));
        QCOMPARE(ogrinfo.readAllStandardError(), QByteArray());
    }

    void refusesToReplaceAFile()
    {
        ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        QVERIFY_THROWS_EXCEPTION(base::Error, ProjectFile::create(path("a.veta.gpkg"), {}, Ana));
        QVERIFY_THROWS_EXCEPTION(base::Error,
                                 ProjectFile::create(path("no/such/a.veta.gpkg"), {}, Ana));
    }

    void anEditThatChangesNothingOrThrowsLeavesNoEntry()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("t"), Ana);
        const QString before = digest(*file);
        QVERIFY(!run(*file, "UPDATE settings SET value = 't'"));
        QVERIFY_THROWS_EXCEPTION(base::Error, run(*file, "INSERT INTO nowhere VALUES (1)"));
        QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                                 file->edit(Ana, EntryKind::Edit, {}, [](catalogue::Edit& edit) {
                                     edit.database().exec("DELETE FROM settings");
                                     throw std::runtime_error("stop");
                                 }));
        QCOMPARE(file->info().entries, 1);
        QCOMPARE(digest(*file), before);
    }

    void aReferenceToNothingIsRefusedAtTheEndOfTheEdit()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        QVERIFY_THROWS_EXCEPTION(base::Error,
                                 run(*file, "INSERT INTO estimates (id, site_id) VALUES (1, 99)"));
        // The parent may come after the child within the edit.
        QVERIFY(run(*file, "INSERT INTO estimates (id, site_id) VALUES (1, 99);"
                           "INSERT INTO sites (id) VALUES (99)"));
    }

    void digestFollowsEveryEdit()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        const QString empty = digest(*file);
        run(*file, "INSERT INTO sites (id, name, position_accuracy_m) VALUES (1, 'Boleo', 5), (2, "
                   "NULL, NULL)");
        QCOMPARE(file->recordedDigest(), digest(*file));
        run(*file, "UPDATE sites SET position_accuracy_m = 5.5, name = NULL WHERE id = 1");
        QCOMPARE(file->recordedDigest(), digest(*file));
        run(*file, "UPDATE sites SET id = 3 WHERE id = 2");
        QCOMPARE(file->recordedDigest(), digest(*file));
        QVERIFY(digest(*file) != empty);
        run(*file, "DELETE FROM sites");
        QCOMPARE(file->recordedDigest(), digest(*file));
        QCOMPARE(digest(*file), empty);
    }

    void undoAndRedoAlsoAfterReopening()
    {
        auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        base::Progress progress;
        const QString d0 = digest(*file);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        const QString d1 = digest(*file);
        run(*file, "UPDATE sites SET name = 'El Boleo'");
        const QString d2 = digest(*file);
        file.reset();
        file = open(path("a.veta.gpkg"));
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), d1);
        file.reset();
        file = open(path("a.veta.gpkg"));
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), d0);
        QVERIFY(!file->undoable());
        QVERIFY_THROWS_EXCEPTION(base::Error, file->undo(Ana, progress));
        file->redo(Ana, progress);
        file->redo(Ana, progress);
        QCOMPARE(digest(*file), d2);
        QVERIFY(!file->redoable());
        file->undo(Ana, progress);
        run(*file, "UPDATE sites SET name = 'Boleo mine'");
        QVERIFY(!file->redoable()); // a new edit ends what could be redone
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), d1);
        QVERIFY(file->verify(progress).empty());
    }

    void undoGoesOnInAFileThatWasMoved()
    {
        auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        base::Progress progress;
        const QString d0 = digest(*file);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        file.reset();
        QVERIFY(QFile::rename(path("a.veta.gpkg"), path("b.veta.gpkg")));
        file = open(path("b.veta.gpkg"));
        run(*file, "UPDATE sites SET name = 'El Boleo'");
        QCOMPARE(file->info().heads.size(), size_t(2));
        file->undo(Ana, progress);
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), d0);
        QVERIFY(file->verify(progress).empty());
    }

    void aLongEditIsKeptInPiecesAndUndone()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        const QString before = digest(*file);
        constexpr int Rows = 100000;
        file->edit(Ana, EntryKind::Import, {QStringLiteral("rows"), {}},
                   [&](catalogue::Edit& edit) {
                       SQLite::Statement insert(
                           edit.database(), "INSERT INTO sites (id, geom, name) VALUES (?, ?, ?)");
                       for (int i = 1; i <= Rows; ++i) {
                           const QByteArray geometry =
                               catalogue::encodeGpkgPoint({-110.0 + i * 1e-4, 28.0});
                           insert.bind(1, i);
                           insert.bind(2, geometry.constData(), int(geometry.size()));
                           insert.bind(3, "site " + std::to_string(i));
                           insert.exec();
                           insert.reset();
                           if (i % 10000 == 0)
                               edit.flush();
                       }
                   });
        QCOMPARE(value(*file, "SELECT count(*) FROM veta_entry_piece"), QStringLiteral("11"));
        QCOMPARE(file->recordedDigest(), digest(*file));
        QCOMPARE(
            value(*file, "SELECT max_x FROM gpkg_contents WHERE table_name = 'sites'").toDouble(),
            -100.0);
        base::Progress progress;
        QVERIFY(file->verify(progress).empty());
        file->undo(Ana, progress);
        QCOMPARE(digest(*file), before);
        QCOMPARE(value(*file, "SELECT count(*) FROM sites"), QStringLiteral("0"));
    }

    void cancelledUndoChangesNothing()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        const QString before = digest(*file);
        base::Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(base::Cancelled, file->undo(Ana, progress));
        QCOMPARE(digest(*file), before);
        QVERIFY(file->undoable());
    }

    void readOnlyFileIsReadAndNotWritten()
    {
        ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("t"), Ana);
        QFile raw(path("a.veta.gpkg"));
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray before = raw.readAll();
        const auto file = open(path("a.veta.gpkg"), OpenMode::ReadOnly);
        QCOMPARE(file->info().title, QStringLiteral("t"));
        QVERIFY(file->info().readOnly);
        QVERIFY_THROWS_EXCEPTION(base::Error, run(*file, "DELETE FROM settings"));
        raw.seek(0);
        QCOMPARE(raw.readAll(), before);
        QVERIFY(!QFile::exists(path("a.veta.gpkg.lock")));
    }

    void openingForWritingWritesNothing()
    {
        ProjectFile::create(path("a.veta.gpkg"), QStringLiteral("t"), Ana);
        QFile raw(path("a.veta.gpkg"));
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray before = raw.readAll();
        open(path("a.veta.gpkg"));
        raw.seek(0);
        QCOMPARE(raw.readAll(), before);
    }

    void aSecondWriterIsToldWhoHasIt()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        try {
            open(path("a.veta.gpkg"));
            QFAIL("opened twice for writing");
        } catch (const catalogue::FileProblem& problem) {
            QCOMPARE(problem.kind(), catalogue::FileProblem::Kind::Held);
            QVERIFY(problem.message().contains(path("a.veta.gpkg")));
        }
        QCOMPARE(open(path("a.veta.gpkg"), OpenMode::ReadOnly)->info().entries, 1);
    }

    void aLockLeftByADeadProcessIsTakenOver()
    {
        ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        QProcess dead;
        dead.start(QStringLiteral("true"), {});
        const qint64 pid = dead.processId();
        QVERIFY(dead.waitForFinished());
        QFile lock(path("a.veta.gpkg.lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QStringLiteral("{\"host\": \"%1\", \"process\": %2}")
                       .arg(QSysInfo::machineHostName())
                       .arg(pid)
                       .toUtf8());
        lock.close();
        const auto file = open(path("a.veta.gpkg"));
        QVERIFY(run(*file, "INSERT INTO sites (id) VALUES (1)"));
    }

    void anEditByAnotherProgramIsFoundAndAdoptedOrReverted()
    {
        auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo'), (2, 'Cananea')");
        const QString before = digest(*file);
        base::Progress progress;
        QVERIFY(!file->changedOutside(progress));
        for (const bool adopt : {false, true}) {
            {
                SQLite::Database other(path("a.veta.gpkg").toStdString(), SQLite::OPEN_READWRITE);
                other.exec("UPDATE sites SET name = 'changed' WHERE id = 1");
                other.exec("DELETE FROM sites WHERE id = 2");
            }
            QVERIFY(file->changedOutside(progress));
            QVERIFY_THROWS_EXCEPTION(base::Error, run(*file, "INSERT INTO sites (id) VALUES (9)"));
            QVERIFY(!file->verify(progress).empty());
            file.reset();
            file = open(path("a.veta.gpkg"));
            QVERIFY(file->changedOutside(progress));
            if (adopt) {
                QCOMPARE(file->adoptOutsideChanges(Bob, progress).kind, EntryKind::Outside);
                QCOMPARE(value(*file, "SELECT name FROM sites WHERE id = 1"),
                         QStringLiteral("changed"));
                QCOMPARE(value(*file, "SELECT count(*) FROM sites"), QStringLiteral("1"));
            } else {
                file->revertOutsideChanges(progress);
                QCOMPARE(digest(*file), before);
            }
            QVERIFY(!file->changedOutside(progress));
            const auto issues = file->verify(progress);
            QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
        }
        QVERIFY(run(*file, "INSERT INTO sites (id) VALUES (9)"));
    }

    void anEditOfWhatIsNotSharedIsNoOutsideChange()
    {
        auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        {
            SQLite::Database other(path("a.veta.gpkg").toStdString(), SQLite::OPEN_READWRITE);
            other.exec("CREATE TABLE gpkg_note (id INTEGER PRIMARY KEY)");
        }
        base::Progress progress;
        QVERIFY(!file->changedOutside(progress));
        QVERIFY(run(*file, "INSERT INTO sites (id) VALUES (9)"));
    }

    void verifyFindsEachCorruption_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("author altered") << "UPDATE veta_entry SET author = 'Eve' WHERE number = 2";
        QTest::newRow("entry removed") << "DELETE FROM veta_entry WHERE number = 2";
        QTest::newRow("piece removed") << "DELETE FROM veta_entry_piece WHERE number = 2";
        QTest::newRow("piece altered")
            << "UPDATE veta_entry_piece SET bytes = x'28b52ffd' WHERE number = 2";
        QTest::newRow("piece swapped") << "UPDATE veta_entry_piece SET bytes = (SELECT bytes FROM "
                                          "veta_entry_piece WHERE number = 3) WHERE number = 2";
        QTest::newRow("row changed") << "UPDATE sites SET name = 'x'";
        QTest::newRow("reference broken") << "PRAGMA foreign_keys = OFF; DELETE FROM sites";
    }
    void verifyFindsEachCorruption()
    {
        QFETCH(QString, damage);
        auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        run(*file, "INSERT INTO estimates (id, site_id, tonnes) VALUES (5, 1, 70.5)");
        base::Progress progress;
        QVERIFY(file->verify(progress).empty());
        file.reset();
        {
            SQLite::Database other(path("a.veta.gpkg").toStdString(), SQLite::OPEN_READWRITE);
            other.exec(damage.toStdString());
        }
        file = open(path("a.veta.gpkg"), OpenMode::ReadOnly);
        QVERIFY(!file->verify(progress).empty());
    }

    void copyToLeavesNothingDeletedBehind()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
        const auto copy = copyOf(*file, path("b.veta.gpkg"));
        QCOMPARE(digest(*copy), digest(*file));
        QCOMPARE(copy->info().fileId, file->info().fileId);
        base::Progress progress;
        QVERIFY(!copy->changedOutside(progress));
        run(*copy, "UPDATE sites SET name = 'El Boleo'");
        QVERIFY(copy->info().copyId != file->info().copyId);
        QVERIFY_THROWS_EXCEPTION(base::Error, file->copyTo(path("b.veta.gpkg"), progress));
    }

    void blobsAreNamedByTheirDigest()
    {
        const auto file = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
        const QString digest = file->putBlob("abc", QStringLiteral(".txt"));
        QCOMPARE(digest, QStringLiteral(
                             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(file->putBlob("abc", QStringLiteral(".txt")), digest);
        QCOMPARE(file->blob(digest)->bytes, QByteArray("abc"));
        QVERIFY(!file->blob(QStringLiteral("00")));
    }

    void sentenceReadsInWords()
    {
        const auto translate = [](const QString& text) {
            return text == QLatin1String("Changed %1 to %2") ? QStringLiteral("%2 en lugar de %1")
                                                             : text;
        };
        const auto label = [](const QString& vocabulary, const QString& key) {
            return vocabulary + u'.' + key;
        };
        const catalogue::Sentence inner{
            QStringLiteral("Changed %1 to %2"),
            {QStringLiteral("%2"), QStringLiteral("@stages/production")}};
        const catalogue::Sentence outer{
            QStringLiteral("Undid: %1"),
            {QLatin1Char('#') + QString::fromUtf8(catalogue::toJson(inner))}};
        QCOMPARE(catalogue::toText(outer, translate, label),
                 QStringLiteral("Undid: stages.production en lugar de %2"));
    }

    void authorNeedsBothParts()
    {
        QCOMPARE(catalogue::parseAuthor(QStringLiteral("mx: Ana ")).delegation,
                 QStringLiteral("MX"));
        QCOMPARE(catalogue::parseAuthor(QStringLiteral("mx: Ana ")).name, QStringLiteral("Ana"));
        for (const char* bad : {"", "MX", "MX:", ":Ana"})
            QVERIFY_THROWS_EXCEPTION(base::Error, catalogue::parseAuthor(QString::fromLatin1(bad)));
    }
};

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "project_file_test.moc"
