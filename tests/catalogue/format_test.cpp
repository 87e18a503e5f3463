// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What docs/file-format.md promises: files of released versions open for ever, other programs read
// them, and they are GeoPackages.
//   test_catalogue_format --make FOLDER    writes vN.veta.gpkg and vN.digest there

#include "base/error.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/migration.h"
#include "catalogue/schema.h"
#include "tests/support/scratch_project.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace support;
using catalogue::OpenMode;
using catalogue::ProjectFile;

namespace {

const QString DataFolder = QStringLiteral(VETA_SOURCE_DIR "/tests/data/");
const QString ValidateGpkg =
    QStringLiteral("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py");

// Two copies that disagreed, with one conflict open and one settled, an undone edit, and rows of
// the tables that hold most.
void makeFile(const QString& path)
{
    const QTemporaryDir folder;
    base::Progress progress;
    const auto a = ProjectFile::create(folder.filePath(QStringLiteral("a.veta.gpkg")),
                                       QStringLiteral("Frontera 2026"), Ana);
    a->edit(Ana, catalogue::EntryKind::Import,
            {QStringLiteral("Imported %1"), {QStringLiteral("sites.csv")}},
            [](catalogue::Edit& edit) {
                edit.database().exec(
                    "INSERT INTO sources (id, kind, title, columns) VALUES (5, 'dataset', 'A list "
                    "of three', '[\"id\",\"name\"]');"
                    "INSERT INTO sites (id, name, kind, stage, country, position_accuracy_m, "
                    "source_id, reference) VALUES "
                    "(1, 'El Boleo', 'mine', 'production', 'MX', 5, 5, '1'),"
                    "(2, 'Cananea', 'mine', NULL, 'MX', 0.1, 5, '2'),"
                    "(9007199254740991, 'Peñasquito \U0001F5FA', 'mine', 'production', 'MX', NULL, "
                    "5, '3');"
                    "INSERT INTO records (id, source_id, site_id, record_key, line, content) "
                    "VALUES (11, 5, 1, '1', 2, '[\"1\",\"El Boleo\"]');"
                    "INSERT INTO site_commodities (id, site_id, commodity, role) VALUES (21, 1, "
                    "'copper', 'main'), (22, 1, 'cobalt', 'by_product');"
                    "INSERT INTO estimates (id, site_id, commodity, tonnes, grade) VALUES (31, 1, "
                    "'copper', 2.5e8, 0.59);");
                SQLite::Statement place(edit.database(), "UPDATE sites SET geom = ? WHERE id = 1");
                const QByteArray point = catalogue::encodeGpkgPoint({-112.28, 27.36});
                place.bind(1, point.constData(), int(point.size()));
                place.exec();
            });
    run(*a, "INSERT INTO delegations (id, code, position) VALUES (41, 'MX', 1), (42, 'US', 2);"
            "INSERT INTO criteria (id, name_en, measure, direction, value_function, enabled, "
            "position) VALUES (51, 'Tonnage', '{}', 'maximise', '{}', 1, 1);"
            "INSERT INTO weights (id, delegation_id, criterion_id, weight) VALUES (61, 41, 51, "
            "0.25);"
            "INSERT INTO projects (id, name_en) VALUES (71, 'Copper');"
            "INSERT INTO project_members (id, project_id, site_id, role, position) VALUES (81, 71, "
            "1, 'extraction', 1)");
    a->putBlob("a layer", QStringLiteral(".geojson"));
    const auto b = copyOf(*a, folder.filePath(QStringLiteral("b.veta.gpkg")));
    run(*a, "UPDATE sites SET name = 'Boleo', stage = 'closed' WHERE id = 1");
    run(*b, "UPDATE sites SET name = 'Santa Rosalía', note = 'seen' WHERE id = 1", Bob);
    run(*a, "DELETE FROM sites WHERE id = 2");
    run(*b, "UPDATE sites SET stage = 'care_and_maintenance' WHERE id = 2", Bob);
    a->mergeFrom(b->path(), progress);
    for (const catalogue::Conflict& conflict : a->conflicts())
        if (conflict.column == QLatin1String("name"))
            a->settle(Ana, conflict.id, 1, QStringLiteral("as the company writes it"));
    run(*a, "UPDATE estimates SET tonnes = 1");
    a->undo(Ana, progress);
    a->copyTo(path, progress);
}

QStringList lines(const QString& program, const QStringList& arguments, int* exitCode)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        return {QStringLiteral("did not finish")};
    *exitCode = process.exitCode();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())
        .trimmed()
        .split(u'\n');
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class FormatTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(QStringLiteral("a.veta.gpkg")); }

    static QString keptFile(int version)
    {
        return DataFolder + QStringLiteral("v%1.veta.gpkg").arg(version);
    }
    static void eachVersion()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= catalogue::SchemaVersion; ++version)
            QTest::addRow("version %d", version) << version;
    }
    void readByAStranger(const QString& file)
    {
        const auto ours = open(file, OpenMode::ReadOnly);
        QStringList wanted{ours->recordedDigest()};
        QSet<QString> entries;
        for (const catalogue::Entry& entry : ours->history())
            entries << QStringLiteral("%1 %2 %2").arg(entry.number).arg(entry.hash);
        int exitCode = -1;
        QStringList read = lines(
            QStringLiteral("python3"),
            {QStringLiteral(VETA_SOURCE_DIR "/tests/catalogue/read_format.py"), file}, &exitCode);
        QCOMPARE(exitCode, 0);
        QCOMPARE(read.takeFirst(), wanted.first());
        QCOMPARE(QSet<QString>(read.begin(), read.end()), entries);
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_dir = QTemporaryDir(); }

    void aFileOfAnyVersionOpensForEver_data() { eachVersion(); }
    void aFileOfAnyVersionOpensForEver()
    {
        QFETCH(int, version);
        QVERIFY(QFile::copy(keptFile(version), path()));
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
        QFile wanted(DataFolder + QStringLiteral("v%1.digest").arg(version));
        QVERIFY(wanted.open(QIODevice::ReadOnly));
        base::Progress progress;
        if (version < catalogue::SchemaVersion) {
            // It is read as it is; to be written it is brought up to date, and the old one kept.
            {
                const auto reader = open(path(), OpenMode::ReadOnly);
                QCOMPARE(digest(*reader), reader->recordedDigest());
                QVERIFY(reader->verify(progress).empty());
            }
            QVERIFY(bytesOf(path()) == bytesOf(keptFile(version)));
            QVERIFY_THROWS_EXCEPTION(catalogue::FileProblem, open(path()));
            const QString kept = catalogue::migrate(path(), progress).keptOldFile;
            QVERIFY(bytesOf(kept) == bytesOf(keptFile(version)));
        }
        const auto file = open(path());
        QCOMPARE(file->info().formatVersion, 1);
        QCOMPARE(file->info().title, QStringLiteral("Frontera 2026"));
        QCOMPARE(file->recordedDigest().toLatin1(), wanted.readAll().trimmed());
        QCOMPARE(digest(*file), file->recordedDigest());
        const auto issues = file->verify(progress);
        QVERIFY2(issues.empty(), issues.empty() ? "" : qPrintable(issues.front().text));
        const auto conflicts = file->conflicts();
        QCOMPARE(std::count_if(conflicts.begin(), conflicts.end(),
                               [](const catalogue::Conflict& c) { return c.settled; }),
                 1);
        QCOMPARE(std::count_if(conflicts.begin(), conflicts.end(),
                               [](const catalogue::Conflict& c) { return !c.settled; }),
                 1);
        QCOMPARE(value(*file, "SELECT count(*) FROM veta_blob"), QStringLiteral("1"));
        QCOMPARE(value(*file, "SELECT tonnes FROM estimates WHERE id = 31"),
                 QStringLiteral("250000000.0"));
        // It can be worked on: what was undone is done again, and a copy of it merged.
        file->redo(Ana, progress);
        QCOMPARE(value(*file, "SELECT tonnes FROM estimates WHERE id = 31"), QStringLiteral("1.0"));
        const auto copy = copyOf(*file, m_dir.filePath(QStringLiteral("b.veta.gpkg")));
        run(*copy, "UPDATE sites SET note = 'later' WHERE id = 1", Bob);
        QCOMPARE(file->mergeFrom(copy->path(), progress).entries, 1);
        QVERIFY(file->verify(progress).empty());
        // A copy that somebody else has not brought up to date yet has nothing new.
        QCOMPARE(file->mergeFrom(keptFile(version), progress).entries, 0);
    }

    void aStrangerReadsItFromTheDescription_data() { eachVersion(); }
    void aStrangerReadsItFromTheDescription()
    {
        QFETCH(int, version);
        readByAStranger(keptFile(version));
        if (version < catalogue::SchemaVersion)
            return;
        makeFile(path());
        readByAStranger(path());
    }

    void otherProgramsSeeTheSites()
    {
        makeFile(path());
        int exitCode = -1;
        const QString text =
            lines(QStringLiteral("ogrinfo"),
                  {QStringLiteral("-ro"), QStringLiteral("-al"), path(), QStringLiteral("sites")},
                  &exitCode)
                .join(u'\n');
        QCOMPARE(exitCode, 0);
        for (const char* wanted : {"Layer name: sites", "Geometry: Point", "Feature Count: 3",
                                   "POINT (-112.28 27.36)", "WGS 84"})
            QVERIFY2(text.contains(QLatin1String(wanted)), qPrintable(text));
    }

    void itIsAGeoPackage_data()
    {
        QTest::addColumn<QString>("kept");
        for (int version = 1; version <= catalogue::SchemaVersion; ++version)
            QTest::addRow("of version %d", version) << keptFile(version);
        QTest::newRow("of today") << QString();
        QTest::newRow("brought up to date") << keptFile(1);
    }
    void itIsAGeoPackage()
    {
        QFETCH(QString, kept);
        if (!QFile::exists(ValidateGpkg))
            QSKIP("install python3-gdal to run this test");
        if (kept.isEmpty())
            makeFile(path());
        else
            QVERIFY(QFile::copy(kept, path()));
        if (QTest::currentDataTag() == QByteArray("brought up to date")) {
            QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
            base::Progress progress;
            catalogue::migrate(path(), progress);
        }
        int exitCode = -1;
        const QStringList said =
            lines(QStringLiteral("/usr/bin/python3"),
                  {ValidateGpkg, QStringLiteral("--extra"), path()}, &exitCode);
        QVERIFY2(exitCode == 0, qPrintable(said.join(u'\n')));
    }

    // The description names every table and every column of veta_ tables.
    void theDescriptionLeavesNothingOut()
    {
        QFile document(QStringLiteral(VETA_SOURCE_DIR "/docs/file-format.md"));
        QVERIFY(document.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(document.readAll());
        const auto file = ProjectFile::create(path(), {}, Ana);
        QStringList missing;
        file->read([&](const catalogue::ReadAccess& access) {
            SQLite::Statement select(access.database(),
                                     "SELECT m.name, c.name FROM sqlite_master AS m, "
                                     "pragma_table_info(m.name) AS c WHERE m.type = 'table' AND "
                                     "m.name NOT LIKE 'gpkg_%'");
            while (select.executeStep()) {
                const QString table = QString::fromStdString(select.getColumn(0).getString());
                const QString column = QString::fromStdString(select.getColumn(1).getString());
                const auto has = [&](const QString& word) {
                    return text.contains(QStringLiteral("`%1`").arg(word));
                };
                if (!has(table) || (table.startsWith(QLatin1String("veta_")) && !has(column)))
                    missing << table + u'.' + column;
            }
            SQLite::Statement keys(access.database(), "SELECT key FROM veta_meta");
            while (keys.executeStep())
                if (const QString key = QString::fromStdString(keys.getColumn(0).getString());
                    !text.contains(QStringLiteral("`%1`").arg(key)))
                    missing << key;
        });
        QCOMPARE(missing, QStringList());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--make")) {
        const QDir folder(arguments[2]);
        const QString path =
            folder.filePath(QStringLiteral("v%1.veta.gpkg").arg(catalogue::SchemaVersion));
        QFile::remove(path);
        makeFile(path);
        QFile digestFile(
            folder.filePath(QStringLiteral("v%1.digest").arg(catalogue::SchemaVersion)));
        if (!digestFile.open(QIODevice::WriteOnly))
            return 1;
        digestFile.write(digest(*open(path, OpenMode::ReadOnly)).toLatin1() + '\n');
        return 0;
    }
    FormatTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "format_test.moc"
