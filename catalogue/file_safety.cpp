// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/file_safety.h"

#include "base/digest.h"
#include "catalogue/schema.h"
#include "catalogue/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <sqlite3.h>

namespace catalogue {

namespace {

constexpr quint32 GeoPackageId = 0x47504B47; // 'GPKG'

quint32 bigEndian(const QByteArray& bytes, qsizetype at)
{
    quint32 value = 0;
    for (qsizetype i = at; i < at + 4; ++i)
        value = value << 8 | quint8(bytes[i]);
    return value;
}

QString seenMark(const QString& path)
{
    const QFileInfo info(path);
    const QByteArray key = info.canonicalFilePath().toUtf8() + '\n' +
                           QByteArray::number(info.size()) + '\n' +
                           QByteArray::number(info.lastModified().toMSecsSinceEpoch());
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation))
        .filePath(QStringLiteral("veta/checked/") +
                  QString::fromLatin1(base::sha256(key).toHex().left(32)));
}

// The triggers of the GeoPackage R-tree extension (OGC 12-128r18, F.3) and of GDAL's feature count,
// with %t for the table, %c its geometry column, %i its key.
const std::array<const char*, 11>& knownTriggers()
{
    static const std::array<const char*, 11> patterns = {
        R"(CREATE TRIGGER "rtree_%t_%c_insert" AFTER INSERT ON "%t" WHEN (new."%c" NOT NULL AND NOT ST_IsEmpty(NEW."%c")) BEGIN INSERT OR REPLACE INTO "rtree_%t_%c" VALUES (NEW."%i",ST_MinX(NEW."%c"), ST_MaxX(NEW."%c"),ST_MinY(NEW."%c"), ST_MaxY(NEW."%c")); END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update1" AFTER UPDATE OF "%c" ON "%t" WHEN OLD."%i" = NEW."%i" AND (NEW."%c" NOTNULL AND NOT ST_IsEmpty(NEW."%c")) BEGIN INSERT OR REPLACE INTO "rtree_%t_%c" VALUES (NEW."%i",ST_MinX(NEW."%c"), ST_MaxX(NEW."%c"),ST_MinY(NEW."%c"), ST_MaxY(NEW."%c")); END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update2" AFTER UPDATE OF "%c" ON "%t" WHEN OLD."%i" = NEW."%i" AND (NEW."%c" ISNULL OR ST_IsEmpty(NEW."%c")) BEGIN DELETE FROM "rtree_%t_%c" WHERE id = OLD."%i"; END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update3" AFTER UPDATE ON "%t" WHEN OLD."%i" != NEW."%i" AND (NEW."%c" NOTNULL AND NOT ST_IsEmpty(NEW."%c")) BEGIN DELETE FROM "rtree_%t_%c" WHERE id = OLD."%i"; INSERT OR REPLACE INTO "rtree_%t_%c" VALUES (NEW."%i",ST_MinX(NEW."%c"), ST_MaxX(NEW."%c"),ST_MinY(NEW."%c"), ST_MaxY(NEW."%c")); END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update4" AFTER UPDATE ON "%t" WHEN OLD."%i" != NEW."%i" AND (NEW."%c" ISNULL OR ST_IsEmpty(NEW."%c")) BEGIN DELETE FROM "rtree_%t_%c" WHERE id IN (OLD."%i", NEW."%i"); END)",
        R"(CREATE TRIGGER "rtree_%t_%c_delete" AFTER DELETE ON "%t" WHEN old."%c" NOT NULL BEGIN DELETE FROM "rtree_%t_%c" WHERE id = OLD."%i"; END)",
        R"(CREATE TRIGGER "trigger_insert_feature_count_%t" AFTER INSERT ON "%t" BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('%t'); END)",
        R"(CREATE TRIGGER "trigger_delete_feature_count_%t" AFTER DELETE ON "%t" BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE lower(table_name) = lower('%t'); END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update6" AFTER UPDATE OF "%c" ON "%t" WHEN OLD."%i" = NEW."%i" AND (NEW."%c" NOTNULL AND NOT ST_IsEmpty(NEW."%c")) AND (OLD."%c" NOTNULL AND NOT ST_IsEmpty(OLD."%c")) BEGIN UPDATE "rtree_%t_%c" SET minx = ST_MinX(NEW."%c"), maxx = ST_MaxX(NEW."%c"),miny = ST_MinY(NEW."%c"), maxy = ST_MaxY(NEW."%c") WHERE id = NEW."%i"; END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update7" AFTER UPDATE OF "%c" ON "%t" WHEN OLD."%i" = NEW."%i" AND (NEW."%c" NOTNULL AND NOT ST_IsEmpty(NEW."%c")) AND (OLD."%c" ISNULL OR ST_IsEmpty(OLD."%c")) BEGIN INSERT INTO "rtree_%t_%c" VALUES (NEW."%i",ST_MinX(NEW."%c"), ST_MaxX(NEW."%c"),ST_MinY(NEW."%c"), ST_MaxY(NEW."%c")); END)",
        R"(CREATE TRIGGER "rtree_%t_%c_update5" AFTER UPDATE ON "%t" WHEN OLD."%i" != NEW."%i" AND (NEW."%c" NOTNULL AND NOT ST_IsEmpty(NEW."%c")) BEGIN DELETE FROM "rtree_%t_%c" WHERE id = OLD."%i"; INSERT OR REPLACE INTO "rtree_%t_%c" VALUES (NEW."%i",ST_MinX(NEW."%c"), ST_MaxX(NEW."%c"),ST_MinY(NEW."%c"), ST_MaxY(NEW."%c")); END)",
    };
    return patterns;
}

// Without quotes, white space and the difference of case, so that versions that lay it out
// otherwise are known too.
QString normalised(QString sql)
{
    static const QRegularExpression ignored(QStringLiteral("[\\s\"`]+"));
    return sql.remove(ignored).toLower();
}

// As GDAL and QGIS make a spatial index.
bool isKnownIndex(const QString& name, const QString& sql)
{
    return name.startsWith(QLatin1String("rtree_")) &&
           normalised(sql) ==
               normalised(QStringLiteral("CREATE VIRTUAL TABLE %1 USING rtree(id, minx, maxx, "
                                         "miny, maxy)")
                              .arg(name));
}

// The indexes and triggers that GDAL and QGIS added; throws where there is another thing that runs.
QStringList foreignObjects(SQLite::Database& database, const QString& path)
{
    QStringList known;
    SQLite::Statement objects(database,
                              "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master");
    while (objects.executeStep()) {
        const auto text = [&](int column) {
            return QString::fromStdString(objects.getColumn(column).getString());
        };
        const QString type = text(0);
        const QString name = text(1);
        const QString sql = text(3);
        const bool isVirtual =
            sql.startsWith(QLatin1String("CREATE VIRTUAL TABLE"), Qt::CaseInsensitive);
        if (isVirtual ? isKnownIndex(name, sql)
                      : type == QLatin1String("trigger") && isKnownTrigger(name, text(2), sql))
            known << name;
        else if (type == QLatin1String("trigger") || type == QLatin1String("view") || isVirtual)
            throw FileProblem(
                FileProblem::Kind::UnknownObjects,
                Text::tr("%1 holds the %2 \"%3\", which would run when the file is used and is "
                         "not of Veta. Ask who sent the file, or remove it with the program that "
                         "made it.")
                    .arg(path, isVirtual ? QStringLiteral("virtual table") : type, name));
    }
    return known;
}

QString versionText(int format, int schema)
{
    return QStringLiteral("%1.%2").arg(format).arg(schema);
}

void checkVersion(SQLite::Database& database, const QString& path)
{
    using Kind = FileProblem::Kind;
    const auto version = [&](const char* key) {
        SQLite::Statement select(database, "SELECT value FROM veta_meta WHERE key = ?");
        select.bind(1, key);
        return select.executeStep()
                   ? QString::fromStdString(select.getColumn(0).getString()).toInt()
                   : 0;
    };
    const int format = version("format_version");
    const int schema = version("schema_version");
    if (format > FormatVersion || schema > SchemaVersion)
        throw FileProblem(
            Kind::Newer,
            Text::tr("%1 was made by a newer Veta (format %2). This one reads up to format %3: "
                     "install the newer one.")
                .arg(path, versionText(format, schema), versionText(FormatVersion, SchemaVersion)));
    if (format < 1 || schema < 1)
        throw FileProblem(
            Kind::Damaged,
            Text::tr("%1 does not say which format it has. Go back to your last copy of it.")
                .arg(path));
    if (schema < SchemaVersion)
        throw FileProblem(
            Kind::Older,
            Text::tr(
                "%1 has the older format %2. Bring it up to date with: veta-cli migrate \"%1\" "
                "(the old file is kept).")
                .arg(path, versionText(format, schema)));
}

} // namespace

base::Error fileError(const QString& path, int sqliteCode, const QString& cause)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return base::Error(
            Text::tr(
                "The disk that holds %1 is full. Nothing was changed; make room and do it again.")
                .arg(path),
            cause);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::Error(
            Text::tr("%1 is being written by another program. Close it there and do this again; "
                     "nothing was changed.")
                .arg(path),
            cause);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return base::Error(
            Text::tr("%1 may not be written. Check its permissions, or work on a copy of it.")
                .arg(path),
            cause);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return base::Error(
            Text::tr("%1 is damaged. Go back to your last copy of it; nothing was changed.")
                .arg(path),
            cause);
    case SQLITE_IOERR:
        return base::Error(
            Text::tr("%1 could not be read or written. Check that the disk or network drive has "
                     "space and is still there; nothing was changed.")
                .arg(path),
            cause);
    case SQLITE_CANTOPEN:
        return base::Error(
            Text::tr("%1 cannot be opened. Check that it exists and that you may open it.")
                .arg(path),
            cause);
    default:
        return base::Error(
            Text::tr("The change to %1 could not be made; the file is as it was before.").arg(path),
            cause);
    }
}

void checkHeader(const QString& path)
{
    const QFileInfo info(path);
    using Kind = FileProblem::Kind;
    if (!info.exists())
        throw FileProblem(Kind::NotOurs,
                          Text::tr("There is no file %1. Check its name and folder.").arg(path));
    if (!info.isFile())
        throw FileProblem(
            Kind::NotOurs,
            Text::tr("%1 is not a file. Choose a project file (NAME.veta.gpkg).").arg(path));
    if (!info.isReadable())
        throw FileProblem(Kind::NotOurs,
                          Text::tr("%1 may not be read. Check its permissions.").arg(path));

    // Through SQLite's own file layer: closing a descriptor of ours would drop the locks of a
    // connection to the same file in this process.
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &raw, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> owner(raw, &sqlite3_close);
    if (code != SQLITE_OK)
        throw fileError(path, code, QString::fromUtf8(sqlite3_errstr(code)));
    sqlite3_file* file = nullptr;
    sqlite3_file_control(raw, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    QByteArray header(100, '\0');
    if (file == nullptr || file->pMethods == nullptr ||
        file->pMethods->xRead(file, header.data(), int(header.size()), 0) != SQLITE_OK ||
        !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        throw FileProblem(
            Kind::NotOurs,
            Text::tr(
                "%1 is not a project file. A project file is made with New, or by veta-cli new; "
                "a map is added to one as a layer.")
                .arg(path));
    if (bigEndian(header, 68) != GeoPackageId)
        throw FileProblem(
            Kind::NotOurs,
            Text::tr(
                "%1 is a database, but not a project file of Veta. Choose a file made by Veta.")
                .arg(path));
    if (header[18] == 2 || header[19] == 2)
        throw FileProblem(
            Kind::Wal,
            Text::tr("Another program left %1 in write-ahead mode, which keeps part of the file in "
                     "other files. Close it there and convert it with: veta-cli migrate \"%1\"")
                .arg(path));
    const quint32 pageSize = quint32(quint8(header[16])) << 8 | quint8(header[17]);
    const qint64 bytes = qint64(pageSize == 1 ? 65536 : pageSize) * bigEndian(header, 28);
    // With a journal beside it the file was left in the middle of a change: SQLite makes it whole
    // again when it is opened, and its header may be ahead of its end until then.
    if (bytes > info.size() && !QFileInfo::exists(path + QStringLiteral("-journal")))
        throw FileProblem(Kind::Damaged, Text::tr("%1 is cut short: it has %2 bytes of %3. Fetch "
                                                  "it again, or go back to your last copy.")
                                             .arg(path)
                                             .arg(info.size())
                                             .arg(bytes));
}

namespace {
// SQLite counts its memory behind one lock of all threads; nothing here asks for the count. Said
// before anything opens a database, since it is not heard later.
const int WithoutCount = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
} // namespace

void harden(SQLite::Database& database)
{
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1000000);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 200);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 2);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA mmap_size = 0");
    database.exec("PRAGMA foreign_keys = ON");
    // What is deleted stays readable in the journal; a file is given away through VACUUM INTO.
    database.exec("PRAGMA secure_delete = FAST");
    database.exec("PRAGMA synchronous = EXTRA");
    database.exec("PRAGMA cache_size = -262144");
    database.exec("PRAGMA threads = 2");
}

bool isKnownTrigger(const QString& name, const QString& table, const QString& sql)
{
    static const QRegularExpression rtree(
        QStringLiteral("^rtree_(.+)_([^_]+)_(insert|update[1-7]|delete)$"));
    QString geometry;
    if (const auto match = rtree.match(name); match.hasMatch())
        geometry = match.captured(2);
    const QString wanted = normalised(sql);
    for (const char* pattern : knownTriggers())
        for (const QLatin1String key : {QLatin1String("id"), QLatin1String("fid")}) {
            QString text = QString::fromLatin1(pattern);
            text.replace(QLatin1String("%t"), table)
                .replace(QLatin1String("%c"), geometry)
                .replace(QLatin1String("%i"), key);
            if (normalised(text) == wanted)
                return true;
        }
    return false;
}

void checkObjects(SQLite::Database& database, const QString& path, OpenMode mode)
{
    using Kind = FileProblem::Kind;
    if (!database.tableExists("veta_meta"))
        throw FileProblem(Kind::NotOurs, Text::tr("%1 is a GeoPackage, but not a project file of "
                                                  "Veta. Add it to a project as a layer.")
                                             .arg(path));
    const QStringList known = foreignObjects(database, path);
    if (!known.isEmpty() && mode == OpenMode::ReadWrite)
        throw FileProblem(
            Kind::KnownTriggers,
            Text::tr(
                "GDAL or QGIS added indexes and triggers to %1, which would spoil its journal. "
                "Remove them with: veta-cli migrate \"%1\"")
                .arg(path),
            known.join(QStringLiteral(", ")));
    checkVersion(database, path);
    const SchemaDifference difference = differenceFromToday(database);
    const auto list = [](const std::vector<std::string>& names) {
        QStringList texts;
        for (const std::string& name : names)
            texts << QString::fromStdString(name);
        return texts.join(QStringLiteral(", "));
    };
    if (!difference.missing.empty())
        throw FileProblem(Kind::UnknownObjects,
                          Text::tr("Another program removed or rearranged tables or columns of %1: "
                                   "%2. Go back to your last copy of it.")
                              .arg(path, list(difference.missing)));
    if (!difference.added.empty() && mode == OpenMode::ReadWrite)
        throw FileProblem(
            Kind::UnknownObjects,
            Text::tr("Another program added columns to %1: %2. Veta cannot keep a journal of them: "
                     "remove them with that program, or open the file for reading only.")
                .arg(path, list(difference.added)));
}

void checkIntegrity(SQLite::Database& database, const QString& path, base::Progress& progress)
{
    const QString mark = seenMark(path);
    if (QFile::exists(mark))
        return;
    progress.begin(Text::tr("Checking %1").arg(QFileInfo(path).fileName()));
    SQLite::Statement check(database, "PRAGMA quick_check(1)");
    const std::string result = check.executeStep() ? check.getColumn(0).getString() : std::string();
    if (result != "ok")
        throw FileProblem(FileProblem::Kind::Damaged,
                          Text::tr("%1 is damaged. Go back to your last copy of it.").arg(path),
                          QString::fromStdString(result));
    // Only a saving of time: a cache that cannot be written is no fault.
    if (QDir().mkpath(QFileInfo(mark).path())) {
        QFile file(mark);
        if (file.open(QIODevice::WriteOnly))
            file.close();
    }
}

} // namespace catalogue
