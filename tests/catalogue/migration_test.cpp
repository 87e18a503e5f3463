// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/migration.h"

#include "base/error.h"
#include "catalogue/canonical_digest.h"
#include "catalogue/schema.h"
#include "tests/support/scratch_project.h"

#include <QProcess>
#include <QtTest>

using namespace support;
using catalogue::FileProblem;
using catalogue::MigrationStep;
using catalogue::ProjectFile;
using catalogue::SchemaVersion;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString valueIn(const QString& path, const char* sql)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement select(database, sql);
    return select.executeStep() ? QString::fromStdString(select.getColumn(0).getString())
                                : QStringLiteral("(none)");
}

QString digestIn(const QString& path)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READONLY);
    base::Progress progress;
    catalogue::CanonicalDigest sum;
    sum.addAll(database, catalogue::SharedSchema(database), progress);
    return sum.text();
}

std::vector<MigrationStep> twoSteps()
{
    return {{SchemaVersion + 1,
             [](SQLite::Database& database) {
                 database.exec("ALTER TABLE sites ADD COLUMN depth_m REAL");
             }},
            {SchemaVersion + 2, [](SQLite::Database& database) {
                 database.exec("CREATE TABLE visits (id INTEGER PRIMARY KEY NOT NULL, day TEXT)");
             }}};
}

} // namespace

class MigrationTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const char* name = "a.veta.gpkg") const
    {
        return m_dir.filePath(QString::fromLatin1(name));
    }
    QString keptPath() const
    {
        return m_dir.filePath(QStringLiteral("a.before-v%1.veta.gpkg").arg(SchemaVersion));
    }
    void make() const
    {
        const auto file = ProjectFile::create(path(), QStringLiteral("t"), Ana);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
    }
    QStringList files() const { return QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init() { m_dir = QTemporaryDir(); }

    void todaysFileIsLeftAlone()
    {
        make();
        const QByteArray before = bytesOf(path());
        base::Progress progress;
        const auto result = catalogue::migrate(path(), progress);
        QVERIFY(!result.fromWal);
        QVERIFY(!result.triggersRemoved);
        QVERIFY(result.keptOldFile.isEmpty());
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(files(), QStringList{QStringLiteral("a.veta.gpkg")});
    }

    void releasedStepsLeadToTodaysSchema()
    {
        int version = 1;
        for (const MigrationStep& step : catalogue::releasedSteps())
            QCOMPARE(step.toVersion, ++version);
        QCOMPARE(version, SchemaVersion);
    }

    void anOlderFileIsMigratedOnACopyAndKept()
    {
        make();
        const QByteArray before = bytesOf(path());
        const QString digest = digestIn(path());
        base::Progress progress;
        const auto result = catalogue::migrate(path(), progress, twoSteps());
        QCOMPARE(result.keptOldFile, keptPath());
        QCOMPARE(bytesOf(result.keptOldFile), before);
        QCOMPARE(valueIn(path(), "SELECT value FROM veta_meta WHERE key = 'schema_version'"),
                 QString::number(SchemaVersion + 2));
        QCOMPARE(valueIn(path(), "SELECT name FROM sites WHERE depth_m IS NULL"),
                 QStringLiteral("Boleo"));
        QCOMPARE(valueIn(path(), "SELECT count(*) FROM visits"), QStringLiteral("0"));
        // What is appended changes neither the digest nor the journal.
        QCOMPARE(digestIn(path()), digest);
        QCOMPARE(valueIn(path(), "SELECT group_concat(hash) FROM veta_entry"),
                 valueIn(result.keptOldFile, "SELECT group_concat(hash) FROM veta_entry"));
        QCOMPARE(files().size(), 2);
        // And today's program says which version it would need.
        try {
            open(path());
            QFAIL("a newer schema was opened");
        } catch (const FileProblem& problem) {
            QCOMPARE(problem.kind(), FileProblem::Kind::Newer);
        }
    }

    void theKeptFileReplacesNothing()
    {
        make();
        QFile older(keptPath());
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write("mine");
        older.close();
        base::Progress progress;
        const auto result = catalogue::migrate(path(), progress, twoSteps());
        QVERIFY(result.keptOldFile != older.fileName());
        QCOMPARE(bytesOf(older.fileName()), QByteArray("mine"));
    }

    void onlyTheMissingStepsAreDone()
    {
        make();
        base::Progress progress;
        std::vector<MigrationStep> steps = twoSteps();
        catalogue::migrate(path(), progress, {steps[0]});
        steps[0].work = [](SQLite::Database&) { QFAIL("done twice"); };
        // A program whose newest schema is two further migrates from one further.
        QVERIFY_THROWS_EXCEPTION(FileProblem, open(path()));
        QCOMPARE(valueIn(path(), "SELECT value FROM veta_meta WHERE key = 'schema_version'"),
                 QString::number(SchemaVersion + 1));
    }

    void aStepThatFailsLeavesTheFileAsItWas()
    {
        make();
        const QByteArray before = bytesOf(path());
        std::vector<MigrationStep> steps = twoSteps();
        steps[1].work = [](SQLite::Database& database) { database.exec("SELECT nonsense"); };
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(base::Error, catalogue::migrate(path(), progress, steps));
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(files(), QStringList{QStringLiteral("a.veta.gpkg")});
        QVERIFY(run(*open(path()), "UPDATE sites SET name = 'El Boleo'"));
    }

    void cancelledLeavesTheFileAsItWas()
    {
        make();
        const QByteArray before = bytesOf(path());
        base::Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(base::Cancelled, catalogue::migrate(path(), progress, twoSteps()));
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(files(), QStringList{QStringLiteral("a.veta.gpkg")});
    }

    void writeAheadModeIsLeft()
    {
        make();
        {
            SQLite::Database other(path().toStdString(), SQLite::OPEN_READWRITE);
            other.exec("PRAGMA journal_mode = WAL; UPDATE sites SET name = 'by another program'");
        }
        base::Progress progress;
        QVERIFY(catalogue::migrate(path(), progress).fromWal);
        QCOMPARE(files(), QStringList{QStringLiteral("a.veta.gpkg")});
        const auto file = open(path());
        QVERIFY(file->changedOutside(progress));
        file->adoptOutsideChanges(Ana, progress);
        QCOMPARE(value(*file, "SELECT name FROM sites"), QStringLiteral("by another program"));
        QVERIFY(file->verify(progress).empty());
    }

    void aFileStillOpenInWriteAheadModeIsNotTouched()
    {
        make();
        SQLite::Database other(path().toStdString(), SQLite::OPEN_READWRITE);
        other.exec("PRAGMA journal_mode = WAL; UPDATE sites SET name = 'x'");
        base::Progress progress;
        try {
            catalogue::migrate(path(), progress);
            QFAIL("converted under another program");
        } catch (const base::Error& error) {
            QVERIFY(error.message().contains(path()));
        }
        QCOMPARE(valueIn(path(), "PRAGMA journal_mode"), QStringLiteral("wal"));
    }

    void aStrangersFileInWriteAheadModeIsNotTouched()
    {
        {
            SQLite::Database other(path().toStdString(),
                                   SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("PRAGMA application_id = 1196444487; PRAGMA journal_mode = WAL;"
                       "CREATE TABLE t (a)");
        }
        const QByteArray before = bytesOf(path());
        QCOMPARE(before[18], char(2));
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(base::Error, catalogue::migrate(path(), progress));
        QCOMPARE(bytesOf(path()), before);
    }

    void whatGdalAddedIsRemoved()
    {
        make();
        for (const QString& sql :
             {QStringLiteral("SELECT CreateSpatialIndex('sites', 'geom')"),
              QStringLiteral("UPDATE sites SET name = 'by GDAL' WHERE id = 1")}) {
            QProcess ogrinfo;
            ogrinfo.start(QStringLiteral("ogrinfo"), {path(), QStringLiteral("-sql"), sql});
            QVERIFY(ogrinfo.waitForFinished());
            QCOMPARE(ogrinfo.exitCode(), 0);
        }
        QVERIFY(valueIn(path(), "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'") !=
                QStringLiteral("0"));
        base::Progress progress;
        QVERIFY(catalogue::migrate(path(), progress).triggersRemoved);
        QCOMPARE(valueIn(path(), "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' OR "
                                 "name LIKE 'rtree_%'"),
                 QStringLiteral("0"));
        QCOMPARE(valueIn(path(), "SELECT count(*) FROM gpkg_extensions WHERE extension_name = "
                                 "'gpkg_rtree_index'"),
                 QStringLiteral("0"));
        const auto file = open(path());
        QVERIFY(file->changedOutside(progress));
        file->adoptOutsideChanges(Ana, progress);
        QCOMPARE(value(*file, "SELECT name FROM sites"), QStringLiteral("by GDAL"));
        QVERIFY(file->verify(progress).empty());
        QVERIFY(run(*file, "INSERT INTO sites (id) VALUES (2)"));
    }

    void anUnknownTriggerIsNotRemovedButRefused()
    {
        make();
        {
            SQLite::Database other(path().toStdString(), SQLite::OPEN_READWRITE);
            other.exec("CREATE TRIGGER t AFTER INSERT ON sites BEGIN DELETE FROM sites; END");
        }
        const QByteArray before = bytesOf(path());
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(FileProblem, catalogue::migrate(path(), progress));
        QCOMPARE(bytesOf(path()), before);
    }

    void aFileHeldElsewhereIsNotMigrated()
    {
        make();
        const auto file = open(path());
        base::Progress progress;
        QVERIFY_THROWS_EXCEPTION(FileProblem, catalogue::migrate(path(), progress, twoSteps()));
        QVERIFY(run(*file, "UPDATE sites SET name = 'El Boleo'"));
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "migration_test.moc"
