// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/migration.h"

#include "base/error.h"
#include "base/os.h"
#include "base/progress.h"
#include "catalogue/file_safety.h"
#include "catalogue/lock_file.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>

namespace catalogue {

namespace {

constexpr int BusyTimeoutMs = 3000;

// An older schema is what migrating is for.
void checkObjectsButAge(SQLite::Database& database, const QString& path)
{
    try {
        checkObjects(database, path, OpenMode::ReadOnly);
    } catch (const FileProblem& problem) {
        if (problem.kind() != FileProblem::Kind::Older)
            throw;
    }
}

std::string absolute(const QString& path)
{
    return QFileInfo(path).absoluteFilePath().toStdString();
}

// Looks at the content without writing to the file, which a reader in this mode would.
void checkObjectsOfWal(const QString& path)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.gpkg"));
    const QString wal = path + QStringLiteral("-wal");
    if (!QFile::copy(path, copy) ||
        (QFile::exists(wal) && !QFile::copy(wal, copy + QStringLiteral("-wal"))))
        throw base::Error(
            Text::tr("%1 could not be copied to look into it. Make room in the folder for "
                     "temporary files.")
                .arg(path));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    SQLite::Database database(absolute(copy), SQLite::OPEN_READWRITE, BusyTimeoutMs);
    harden(database);
    checkObjectsButAge(database, path);
}

void leaveWal(const QString& path)
{
    SQLite::Database database(absolute(path), SQLite::OPEN_READWRITE, BusyTimeoutMs);
    SQLite::Statement mode(database, "PRAGMA journal_mode = DELETE");
    if (!mode.executeStep() || mode.getColumn(0).getString() != "delete")
        throw base::Error(
            Text::tr("%1 is still open in another program. Close it there and do this again.")
                .arg(path));
}

// What GDAL and QGIS add to a GeoPackage they write in. Anything else has been refused before.
bool removeForeignObjects(SQLite::Database& database)
{
    std::vector<std::string> drops;
    SQLite::Statement objects(database,
                              "SELECT type, name FROM sqlite_master WHERE type = 'trigger' OR "
                              "sql LIKE 'CREATE VIRTUAL TABLE%' OR name = 'gpkg_ogr_contents'");
    while (objects.executeStep())
        drops.push_back("DROP " + objects.getColumn(0).getString() + " \"" +
                        objects.getColumn(1).getString() + '"');
    objects.reset();
    if (drops.empty())
        return false;
    database.exec("BEGIN IMMEDIATE");
    for (const bool triggers :
         {true, false}) // a trigger speaks of a table that must still be there
        for (const std::string& drop : drops)
            if (drop.starts_with("DROP trigger") == triggers)
                database.exec(drop);
    SQLite::Statement extensions(database,
                                 "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_extensions'");
    if (extensions.executeStep()) {
        extensions.reset();
        database.exec("DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'");
    }
    database.exec("COMMIT");
    return true;
}

int schemaVersion(SQLite::Database& database)
{
    SQLite::Statement select(database, "SELECT value FROM veta_meta WHERE key = 'schema_version'");
    return select.executeStep() ? QString::fromStdString(select.getColumn(0).getString()).toInt()
                                : 0;
}

QString keptName(const QString& path, int version)
{
    const QString suffix = QStringLiteral(".veta.gpkg");
    QString stem = path.endsWith(suffix) ? path.chopped(suffix.size()) : path;
    QString name = stem + QStringLiteral(".before-v%1").arg(version) + suffix;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = stem + QStringLiteral(".before-v%1-%2").arg(version).arg(i) + suffix;
    return name;
}

} // namespace

std::vector<MigrationStep> releasedSteps()
{
    std::vector<MigrationStep> steps;
    for (int version = 2; version <= SchemaVersion; ++version)
        steps.push_back(
            {version, [version](SQLite::Database& database) { appendSchema(database, version); }});
    return steps;
}

void bringUpToDate(SQLite::Database& database, base::Progress& progress,
                   const std::vector<MigrationStep>& steps)
{
    const int from = schemaVersion(database);
    for (const MigrationStep& step : steps) {
        progress.check();
        if (step.toVersion > from)
            step.work(database);
    }
    SQLite::Statement version(database,
                              "UPDATE veta_meta SET value = ? WHERE key = 'schema_version'");
    version.bind(1, std::to_string(steps.empty() ? SchemaVersion : steps.back().toVersion));
    version.exec();
}

MigrationResult migrate(const QString& path, base::Progress& progress,
                        const std::vector<MigrationStep>& steps)
{
    MigrationResult result;
    try {
        checkHeader(path);
    } catch (const FileProblem& problem) {
        if (problem.kind() != FileProblem::Kind::Wal)
            throw;
        result.fromWal = true;
    }
    const LockFile lock(path);
    try {
        if (result.fromWal) {
            checkObjectsOfWal(path);
            leaveWal(path);
        }
        SQLite::Database database(absolute(path), SQLite::OPEN_READWRITE, BusyTimeoutMs);
        harden(database);
        checkObjectsButAge(database, path);
        checkIntegrity(database, path, progress);
        result.triggersRemoved = removeForeignObjects(database);

        const int from = schemaVersion(database);
        const int to = steps.empty() ? SchemaVersion : steps.back().toVersion;
        if (from >= to)
            return result;
        const QString working = path + QStringLiteral(".migrating");
        QFile::remove(working);
        try {
            SQLite::Statement vacuum(database, "VACUUM INTO ?");
            vacuum.bind(1, absolute(working));
            vacuum.exec();
            SQLite::Database copy(absolute(working), SQLite::OPEN_READWRITE, BusyTimeoutMs);
            harden(copy);
            copy.exec("BEGIN IMMEDIATE");
            bringUpToDate(copy, progress, steps);
            copy.exec("COMMIT");
        } catch (...) {
            QFile::remove(working);
            throw;
        }
        base::syncToDisk(working);
        const QString kept = keptName(path, from);
        if (!QFile::rename(path, kept) || !QFile::rename(working, path)) {
            QFile::rename(kept, path);
            QFile::remove(working);
            throw base::Error(
                Text::tr("%1 could not be replaced. Check that you may write in its folder.")
                    .arg(path));
        }
        base::syncToDisk(QFileInfo(path).absolutePath());
        result.keptOldFile = kept;
    } catch (const SQLite::Exception& exception) {
        throw fileError(path, exception.getErrorCode(), QString::fromUtf8(exception.what()));
    }
    return result;
}

} // namespace catalogue
