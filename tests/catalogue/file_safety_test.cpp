// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Project files that are not as they should be: each is refused with a sentence that names the file
// and says what to do, and is afterwards as it was before.

#include "catalogue/file_safety.h"
#include "catalogue/schema.h"

#include "base/error.h"
#include "tests/support/scratch_project.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>
#include <random>
#include <sqlite3.h>

using namespace support;
using catalogue::FileProblem;
using catalogue::OpenMode;
using catalogue::ProjectFile;
using Kind = catalogue::FileProblem::Kind;

Q_DECLARE_METATYPE(FileProblem::Kind)

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void outside(const QString& path, const char* sql)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

} // namespace

class FileSafetyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const char* name = "a.veta.gpkg") const
    {
        return m_dir.filePath(QString::fromLatin1(name));
    }
    void make() const
    {
        const auto file = ProjectFile::create(path(), QStringLiteral("t"), Ana);
        run(*file, "INSERT INTO sites (id, name) VALUES (1, 'Boleo')");
    }
    // Opening is refused with this kind, the file is named, and nothing is written or left beside.
    void refuses(Kind kind, OpenMode mode, const QString& file)
    {
        const QByteArray before = bytesOf(file);
        const QStringList names = QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden);
        try {
            open(file, mode);
            QFAIL("it was opened");
        } catch (const FileProblem& problem) {
            QCOMPARE(problem.kind(), kind);
            QVERIFY2(problem.message().contains(file), qPrintable(problem.message()));
            QVERIFY2(problem.message().endsWith(u'.') || problem.message().endsWith(u'"') ||
                         problem.message().endsWith(u')'),
                     qPrintable(problem.message()));
        }
        QCOMPARE(bytesOf(file), before);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden), names);
    }
    void refusesBoth(Kind kind) { refusesBoth(kind, path()); }
    void refusesBoth(Kind kind, const QString& file)
    {
        refuses(kind, OpenMode::ReadOnly, file);
        refuses(kind, OpenMode::ReadWrite, file);
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_dir = QTemporaryDir(); }

    void noFile() { refusesBoth(Kind::NotOurs); }

    void aFolder() { refusesBoth(Kind::NotOurs, m_dir.path()); }

    void notADatabase_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one byte") << QByteArray("S");
        QTest::newRow("text") << QByteArray("site,lon,lat\nBoleo,-112.3,27.3\n").repeated(10);
        QTest::newRow("almost") << QByteArray("SQLite format 2\0", 16).append(200, '\0');
        QTest::newRow("head alone") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("zeroes") << QByteArray(10000, '\0');
    }
    void notADatabase()
    {
        QFETCH(QByteArray, content);
        writeBytes(path(), content);
        refusesBoth(Kind::NotOurs);
    }

    void anotherDatabase()
    {
        {
            SQLite::Database database(path().toStdString(),
                                      SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            database.exec("CREATE TABLE veta_meta (key, value)");
        }
        refusesBoth(Kind::NotOurs);
    }

    void anotherGeoPackageIsToBeALayer()
    {
        QProcess ogr2ogr;
        writeBytes(path("p.csv"), "id,x,y\n1,-112.3,27.3\n");
        ogr2ogr.start(QStringLiteral("ogr2ogr"),
                      {QStringLiteral("-oo"), QStringLiteral("X_POSSIBLE_NAMES=x"),
                       QStringLiteral("-oo"), QStringLiteral("Y_POSSIBLE_NAMES=y"), path(),
                       path("p.csv")});
        QVERIFY(ogr2ogr.waitForFinished());
        QCOMPARE(ogr2ogr.exitCode(), 0);
        refusesBoth(Kind::NotOurs);
        try {
            open(path(), OpenMode::ReadOnly);
        } catch (const FileProblem& problem) {
            QVERIFY(problem.message().contains(QLatin1String("layer")));
        }
    }

    void truncated_data()
    {
        QTest::addColumn<double>("share");
        for (const double share : {0.02, 0.3, 0.5, 0.9, 0.999})
            QTest::newRow(qPrintable(QString::number(share))) << share;
    }
    void truncated()
    {
        QFETCH(double, share);
        make();
        const QByteArray whole = bytesOf(path());
        writeBytes(path(), whole.left(qsizetype(double(whole.size()) * share)));
        refusesBoth(Kind::Damaged);
    }

    void damagedPagesAreFoundInAFileNotSeenBefore()
    {
        make();
        const QByteArray whole = bytesOf(path());
        std::mt19937 random{5};
        int refused = 0;
        for (int i = 0; i < 40; ++i) {
            QByteArray bad = whole;
            const qsizetype page =
                4096 * qsizetype(1 + random() % unsigned(whole.size() / 4096 - 1));
            for (qsizetype j = 0; j < 16; ++j)
                bad[page + j] = char(random());
            const QString name = path(qPrintable(QStringLiteral("d%1.veta.gpkg").arg(i)));
            writeBytes(name, bad);
            try {
                // What the check of the pages cannot see, verify() does.
                const auto file = open(name, OpenMode::ReadOnly);
                base::Progress progress;
                refused += file->verify(progress).empty() ? 0 : 1;
            } catch (const base::Error& error) {
                QVERIFY2(error.message().contains(name), qPrintable(error.message()));
                ++refused;
            }
            QCOMPARE(bytesOf(name), bad);
        }
        QVERIFY2(refused >= 36, qPrintable(QString::number(refused))); // a free page may be any
    }

    void newerFormatSaysWhichItNeeds_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("says");
        QTest::newRow("format") << "UPDATE veta_meta SET value = '9' WHERE key = 'format_version'"
                                << QStringLiteral("9.%1").arg(catalogue::SchemaVersion);
        QTest::newRow("schema") << "UPDATE veta_meta SET value = '7' WHERE key = 'schema_version'"
                                << QStringLiteral("1.7");
    }
    void newerFormatSaysWhichItNeeds()
    {
        QFETCH(QString, sql);
        QFETCH(QString, says);
        make();
        outside(path(), qPrintable(sql));
        refusesBoth(Kind::Newer);
        try {
            open(path());
        } catch (const FileProblem& problem) {
            QVERIFY2(problem.message().contains(says), qPrintable(problem.message()));
        }
    }

    void withoutAVersion()
    {
        make();
        outside(path(), "DELETE FROM veta_meta WHERE key = 'format_version'");
        refusesBoth(Kind::Damaged);
    }

    void writeAheadMode()
    {
        make();
        outside(path(), "PRAGMA journal_mode = WAL; UPDATE settings SET value = 'x'");
        QVERIFY(bytesOf(path())[18] == 2);
        refusesBoth(Kind::Wal);
    }

    void whatWouldRunIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("trigger") << "CREATE TRIGGER t AFTER INSERT ON sites BEGIN DELETE FROM "
                                    "sites; END";
        QTest::newRow("trigger on a table of ours")
            << "CREATE TRIGGER t BEFORE UPDATE ON veta_meta BEGIN SELECT 1; END";
        QTest::newRow("trigger with a known name")
            << "CREATE TRIGGER rtree_sites_geom_insert AFTER INSERT ON sites BEGIN DELETE FROM "
               "sites; END";
        QTest::newRow("known trigger with one more statement")
            << "CREATE TRIGGER \"trigger_insert_feature_count_sites\" AFTER INSERT ON \"sites\" "
               "BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE "
               "lower(table_name) = lower('sites'); DELETE FROM sites; END";
        QTest::newRow("view") << "CREATE VIEW v AS SELECT * FROM sites";
        QTest::newRow("full text") << "CREATE VIRTUAL TABLE f USING fts5(a)";
        QTest::newRow("a virtual table with the name of an index")
            << "CREATE VIRTUAL TABLE rtree_sites_geom USING fts5(a, prefix = '2')";
        QTest::newRow("a virtual table that only speaks of an index")
            << "CREATE VIRTUAL TABLE rtree_sites_geom USING fts5(a, tokenize = \"unicode61 "
               "tokenchars 'USING rtree('\")";
    }
    void whatWouldRunIsRefused()
    {
        QFETCH(QString, sql);
        make();
        outside(path(), qPrintable(sql));
        refusesBoth(Kind::UnknownObjects);
    }

    void knownTriggersWordForWord()
    {
        using catalogue::isKnownTrigger;
        const QString name = QStringLiteral("trigger_insert_feature_count_sites");
        const QString table = QStringLiteral("sites");
        const QString sql = QStringLiteral(
            "CREATE TRIGGER \"%1\"\n  AFTER INSERT ON \"sites\" BEGIN UPDATE gpkg_ogr_contents "
            "SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('sites'); END");
        QVERIFY(isKnownTrigger(name, table, sql.arg(name)));
        QVERIFY(!isKnownTrigger(name, QStringLiteral("records"), sql.arg(name)));
        QVERIFY(!isKnownTrigger(name, table,
                                sql.arg(name).replace(QLatin1String("+ 1"), QLatin1String("+ 2"))));
        QVERIFY(!isKnownTrigger(name, table, {}));
    }

    void indexesOfGdalAreForReadingOnly()
    {
        make();
        QProcess ogrinfo;
        ogrinfo.start(QStringLiteral("ogrinfo"),
                      {path(), QStringLiteral("-sql"),
                       QStringLiteral("SELECT CreateSpatialIndex('sites', 'geom')")});
        QVERIFY(ogrinfo.waitForFinished());
        QCOMPARE(ogrinfo.exitCode(), 0);
        refuses(Kind::KnownTriggers, OpenMode::ReadWrite, path());
        QCOMPARE(value(*open(path(), OpenMode::ReadOnly), "SELECT name FROM sites"),
                 QStringLiteral("Boleo"));
    }

    // QGIS saves a layer's style in the file as a table of its own: nothing of ours.
    void aTableOfAnotherProgramIsNoneOfOurs()
    {
        make();
        outside(path(),
                "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
                "f_table_name TEXT, styleQML TEXT);"
                "INSERT INTO layer_styles (f_table_name, styleQML) VALUES ('sites', '<q/>')");
        const auto file = open(path());
        base::Progress progress;
        QVERIFY(!file->changedOutside(progress));
        QVERIFY(run(*file, "UPDATE sites SET name = 'El Boleo'"));
        QVERIFY(file->verify(progress).empty());
        const auto copy = copyOf(*file, path("b.veta.gpkg"));
        run(*copy, "UPDATE sites SET name = 'Boleo mine'", Bob);
        QCOMPARE(file->mergeFrom(copy->path(), progress).entries, 1);
        QVERIFY(file->verify(progress).empty());
    }

    void aColumnThatAnotherProgramAddedIsSaidInWords()
    {
        make();
        outside(path(),
                "ALTER TABLE sites ADD COLUMN colour TEXT; UPDATE sites SET colour = 'red'");
        refuses(Kind::UnknownObjects, OpenMode::ReadWrite, path());
        try {
            open(path());
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(QLatin1String("sites.colour")),
                     qPrintable(error.message()));
        }
        const auto file = open(path(), OpenMode::ReadOnly);
        QCOMPARE(value(*file, "SELECT name FROM sites"), QStringLiteral("Boleo"));
        QCOMPARE(file->recordedDigest(), digest(*file)); // which leaves the column out
    }

    void aTableOfOursThatIsMissingIsSaidInWords()
    {
        make();
        outside(path(), "DROP TABLE marks");
        refusesBoth(Kind::UnknownObjects);
        try {
            open(path());
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(QLatin1String("marks")), qPrintable(error.message()));
        }
    }

    void heldByAnotherProgram()
    {
        make();
        const auto file = open(path());
        SQLite::Database other(path().toStdString(), SQLite::OPEN_READWRITE);
        for (const char* begin : {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"}) {
            other.exec(begin);
            try {
                run(*file, "UPDATE sites SET name = 'El Boleo'");
                QFAIL("it was written");
            } catch (const base::Error& error) {
                QVERIFY2(error.message().contains(path()), qPrintable(error.message()));
                QVERIFY2(error.message().contains(QLatin1String("another program")),
                         qPrintable(error.message()));
            }
            other.exec("ROLLBACK");
        }
        QVERIFY(run(*file, "UPDATE sites SET name = 'El Boleo'"));
        base::Progress progress;
        QVERIFY(file->verify(progress).empty());
    }

    void aReaderThatStaysHoldsTheCommitUp()
    {
        make();
        const auto file = open(path());
        SQLite::Database other(path().toStdString(), SQLite::OPEN_READONLY);
        {
            SQLite::Statement reading(other, "SELECT * FROM gpkg_contents");
            QVERIFY(reading.executeStep());
            QVERIFY_THROWS_EXCEPTION(base::Error, run(*file, "UPDATE sites SET name = 'El Boleo'"));
        }
        QCOMPARE(value(*file, "SELECT name FROM sites"), QStringLiteral("Boleo"));
        QVERIFY(run(*file, "UPDATE sites SET name = 'El Boleo'"));
        QCOMPARE(file->recordedDigest(), digest(*file));
    }

    void aReadOnlyFileCanBeSavedAsACopy()
    {
        make();
        const auto file = open(path(), OpenMode::ReadOnly);
        const auto copy = copyOf(*file, path("b.veta.gpkg"));
        QVERIFY(run(*copy, "UPDATE sites SET name = 'El Boleo'"));
        QCOMPARE(digest(*file), digest(*open(path(), OpenMode::ReadOnly)));
    }

    void settingsThatKeepAStrangersFileHarmless()
    {
        make();
        const auto file = open(path());
        for (const auto& [pragma, wanted] :
             {std::pair{"PRAGMA trusted_schema", "0"}, std::pair{"PRAGMA cell_size_check", "1"},
              std::pair{"PRAGMA foreign_keys", "1"}, std::pair{"PRAGMA journal_mode", "delete"},
              std::pair{"PRAGMA synchronous", "3"}})
            QCOMPARE(value(*file, pragma), QString::fromLatin1(wanted));
        file->read([](const catalogue::ReadAccess& access) {
            sqlite3* handle = access.database().getHandle();
            int on = 0;
            sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
            QCOMPARE(on, 1);
            sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, -1, &on);
            QCOMPARE(on, 0);
            QVERIFY(sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, -1) <= 1000000);
            QVERIFY(sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, -1) <= 2);
        });
        QVERIFY_THROWS_EXCEPTION(base::Error, run(*file, "SELECT load_extension('libm.so.6')"));
    }

    void sqliteErrorsAsSentences()
    {
        const QString name = QStringLiteral("/x/a.veta.gpkg");
        QSet<QString> sentences;
        for (const int code : {SQLITE_FULL, SQLITE_BUSY, SQLITE_READONLY, SQLITE_CORRUPT,
                               SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_CONSTRAINT}) {
            const base::Error error = catalogue::fileError(name, code, QStringLiteral("why"));
            QVERIFY(error.message().contains(name));
            QCOMPARE(error.cause(), QStringLiteral("why"));
            sentences << error.message();
        }
        QCOMPARE(sentences.size(), 7);
        QCOMPARE(catalogue::fileError(name, SQLITE_IOERR_WRITE, {}).message(),
                 catalogue::fileError(name, SQLITE_IOERR, {}).message());
    }

    // As a person without rights, which root is not: the read-only cases run in a child program.
    void readOnlyFileAndFolder_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }
    void readOnlyFileAndFolder()
    {
        QFETCH(bool, folder);
        make();
        QFile::setPermissions(path(),
                              folder ? QFile::Permissions(0x6666) : QFile::Permissions(0x4444));
        QFile::setPermissions(m_dir.path(),
                              folder ? QFile::Permissions(0x5555) : QFile::Permissions(0x7777));
        const QByteArray before = bytesOf(path());
        QProcess child;
        QStringList command{QCoreApplication::applicationFilePath(), QStringLiteral("--read-only"),
                            path()};
        QProcess id;
        id.start(QStringLiteral("id"), {QStringLiteral("-u")});
        QVERIFY(id.waitForFinished());
        if (id.readAllStandardOutput().trimmed() == "0")
            command =
                QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                            QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")} +
                command;
        child.start(command.takeFirst(), command);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("ReadOnly Boleo refused"));
        QCOMPARE(child.exitCode(), 0);
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7777));
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    // A crash in the middle of a commit, and the medium is write protected since.
    void halfWrittenOnAReadOnlyMedium()
    {
        make();
        QFile::copy(path(), path("whole"));
        {
            SQLite::Database writer(path().toStdString(), SQLite::OPEN_READWRITE);
            writer.exec("PRAGMA cache_size = 2");
            writer.exec("BEGIN; UPDATE sites SET name = 'uncommitted'; WITH RECURSIVE n (i) AS "
                        "(SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                        "INSERT INTO sites (id, note) SELECT i, hex(randomblob(100)) FROM n");
            sqlite3_db_cacheflush(writer.getHandle());
            QVERIFY(QFile::copy(path(), path("crashed.veta.gpkg")));
            QVERIFY(QFile::copy(path("a.veta.gpkg-journal"), path("crashed.veta.gpkg-journal")));
        }
        const QByteArray before = bytesOf(path("crashed.veta.gpkg"));
        const QByteArray journal = bytesOf(path("crashed.veta.gpkg-journal"));
        QVERIFY(before != bytesOf(path("whole")));
        for (const char* name : {"crashed.veta.gpkg", "crashed.veta.gpkg-journal"})
            QFile::setPermissions(path(name), QFile::Permissions(0x4444));
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x5555));
        QProcess child;
        QStringList command{QCoreApplication::applicationFilePath(), QStringLiteral("--read-only"),
                            path("crashed.veta.gpkg")};
        QProcess id;
        id.start(QStringLiteral("id"), {QStringLiteral("-u")});
        QVERIFY(id.waitForFinished());
        if (id.readAllStandardOutput().trimmed() == "0")
            command =
                QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                            QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")} +
                command;
        child.start(command.takeFirst(), command);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("ReadOnly Boleo refused"));
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7777));
        QCOMPARE(bytesOf(path("crashed.veta.gpkg")), before);
        QCOMPARE(bytesOf(path("crashed.veta.gpkg-journal")), journal);
    }
};

// What the child without rights says: how writing was refused, what it reads, how an edit fails.
static int readOnlyChild(const QString& path)
{
    QByteArray line;
    try {
        open(path, OpenMode::ReadWrite);
        line = "opened";
    } catch (const FileProblem& problem) {
        line = problem.kind() == Kind::ReadOnly ? "ReadOnly" : "another problem";
    } catch (const base::Error& error) {
        line = error.message().toUtf8();
    }
    try {
        const auto file = open(path, OpenMode::ReadOnly);
        line += ' ' + value(*file, "SELECT name FROM sites WHERE id = 1").toUtf8();
        try {
            run(*file, "DELETE FROM sites");
            line += " written";
        } catch (const base::Error&) {
            line += " refused";
        }
    } catch (const base::Error& error) {
        line += ' ' + error.message().toUtf8() + ' ' + error.cause().toUtf8();
    }
    puts(line.constData());
    return 0;
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--read-only") == 0)
        return readOnlyChild(QString::fromLocal8Bit(argv[2]));
    FileSafetyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "file_safety_test.moc"
