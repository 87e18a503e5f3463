// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_file.h"

#include "base/error.h"
#include "base/id.h"
#include "geo/plain_text_layer.h"
#include "geo/source_guard.h"
#include "geo/text.h"
#include <QDir>
#include <algorithm>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

namespace geo {

namespace {

constexpr qsizetype MostMembers = 2000;

const char* const VectorDrivers[] = {"ESRI Shapefile",
                                     "GPKG",
                                     "GeoJSON",
                                     "GeoJSONSeq",
                                     "TopoJSON",
                                     "FlatGeobuf",
                                     "CSV",
                                     "LIBKML",
                                     "KML",
                                     "MapInfo File",
                                     "GML",
                                     "DXF",
                                     "OpenFileGDB",
                                     "OGR_GMT",
                                     "GPX",
                                     "PDF",
                                     "MBTiles",
                                     nullptr};
const char* const RasterDrivers[] = {"GTiff",   "PNG",    "JPEG", "AAIGrid", "GPKG",
                                     "MBTiles", "netCDF", "AIG",  "EHdr",    "GSAG",
                                     "GSBG",    "GS7BG",  "PDF",  nullptr};

const char* const TableDrivers[] = {
    "XLSX",    "ODS", "ESRI Shapefile", "GPKG",         "GeoJSON", "GeoJSONSeq", "TopoJSON",
    "LIBKML",  "KML", "FlatGeobuf",     "MapInfo File", "GML",     "DXF",        "OpenFileGDB",
    "OGR_GMT", "GPX", nullptr};

const char* const* driversOf(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Vector:
        return VectorDrivers;
    case SourceKind::Raster:
        return RasterDrivers;
    case SourceKind::Table:
        break;
    }
    return TableDrivers;
}

QStringList words(const char* list)
{
    return QString::fromLatin1(list).split(u' ');
}

bool isSqlite(const QByteArray& head)
{
    return head.startsWith(QByteArray("SQLite format 3\0", 16));
}

// A file geodatabase or a binary ESRI grid: a folder that is one source.
bool isFolderSource(const QDir& folder, SourceKind kind)
{
    if (kind == SourceKind::Raster)
        return folder.exists(QStringLiteral("hdr.adf"));
    return folder.exists(QStringLiteral("a00000001.gdbtable"));
}

// The files that share a name with this one, whatever their endings: all that may be read with it.
CPLStringList namesakes(const QFileInfo& file)
{
    CPLStringList list;
    const QString stem = file.completeBaseName() + QLatin1Char('.');
    const QDir folder = file.absoluteDir();
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString& name : names)
        if (name.startsWith(stem, Qt::CaseInsensitive))
            list.AddString(QFile::encodeName(name).constData());
    return list;
}

QString withoutEnding(QString name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot > name.lastIndexOf(u'/') + 1)
        name.truncate(dot);
    return name;
}

bool hasEnding(const QString& name, SourceKind kind)
{
    return endingsOf(kind).contains(QFileInfo(name).suffix().toLower());
}

// Whether it is the table of a shapefile among `names`.
bool isOfShapefile(const QString& name, const QStringList& names)
{
    return name.endsWith(QLatin1String(".dbf"), Qt::CaseInsensitive) &&
           names.contains(name.chopped(3) + QStringLiteral("shp"), Qt::CaseInsensitive);
}

// All that may be chosen, for a message.
QString readableEndings(SourceKind kind)
{
    QStringList endings = endingsOf(kind);
    if (kind != SourceKind::Table) {
        endings = endingsOf(SourceKind::Vector);
        for (const QString& each : endingsOf(SourceKind::Raster))
            if (!endings.contains(each))
                endings << each;
    }
    endings << QStringLiteral("kmz") << QStringLiteral("zip");
    return endings.join(QStringLiteral(", "));
}

[[noreturn]] void refuseEnding(const QString& name, GDALDriverH driver)
{
    throw base::Error(Text::tr("“%1” is not what its ending says: by its content it is a file "
                               "of the kind “%2”. Give it that ending, or get the right file.")
                          .arg(name, QString::fromUtf8(GDALGetDriverLongName(driver))));
}

} // namespace

const QStringList& endingsOf(SourceKind kind)
{
    static const QStringList vector =
        words("shp gpkg geojson json geojsonl geojsons topojson fgb "
              "csv kml tab mif gml gpx dxf gmt gdb pdf mbtiles txt xyz "
              "xy dat");
    static const QStringList raster =
        words("tif tiff png jpg jpeg asc gpkg mbtiles nc grd adf flt bil pdf");
    // Neither text, which is read elsewhere, nor what is cut into pages or tiles.
    static const QStringList table = words("xlsx ods dbf shp gpkg geojson json geojsonl geojsons "
                                           "topojson fgb kml tab mif gml gpx dxf gmt gdb");
    switch (kind) {
    case SourceKind::Vector:
        return vector;
    case SourceKind::Raster:
        return raster;
    case SourceKind::Table:
        break;
    }
    return table;
}

SourceFile SourceFile::onDisk(const QString& path, SourceKind kind)
{
    prepareGdal();
    refuseWhatIsNoFile(path);
    QFileInfo info(path);
    if (kind == SourceKind::Raster && info.suffix().toLower() == QLatin1String("adf"))
        info = QFileInfo(info.absolutePath());
    SourceFile file;
    file.m_kind = kind;
    if (info.isDir() && !isFolderSource(QDir(info.absoluteFilePath()), kind))
        throw base::Error(Text::tr("“%1” is a folder. Choose one of the files in it.")
                              .arg(QDir::toNativeSeparators(path)));
    if (info.isFile() && info.size() == 0)
        throw base::Error(Text::tr("“%1” is empty: it holds not a single byte. Ask for the file "
                                   "again, or fetch it again.")
                              .arg(info.fileName()));
    file.m_diskPath = QDir::cleanPath(info.absoluteFilePath());
    file.m_name = QFileInfo(file.m_diskPath).fileName();
    file.findMembers(file.m_diskPath);
    return file;
}

SourceFile SourceFile::inMemory(const QByteArray& bytes, const QString& fileName, SourceKind kind)
{
    prepareGdal();
    SourceFile file;
    file.m_kind = kind;
    file.m_name = QFileInfo(fileName).fileName();
    file.m_bytes = bytes;
    const QString path = file.memoryFolder() + QLatin1Char('/') + file.m_name;
    // GDAL reads where the bytes are; they live as long as this object, and nothing writes.
    VSILFILE* opened =
        VSIFileFromMemBuffer(path.toUtf8().constData(),
                             reinterpret_cast<GByte*>(const_cast<char*>(file.m_bytes.constData())),
                             vsi_l_offset(file.m_bytes.size()), FALSE);
    if (opened)
        VSIFCloseL(opened);
    file.findMembers(path);
    return file;
}

SourceFile::~SourceFile()
{
    if (!m_memoryPath.isEmpty())
        VSIRmdirRecursive(m_memoryPath.toUtf8().constData());
}

SourceFile::SourceFile(SourceFile&& other) noexcept
{
    *this = std::move(other);
}

SourceFile& SourceFile::operator=(SourceFile&& other) noexcept
{
    std::swap(m_name, other.m_name);
    std::swap(m_kind, other.m_kind);
    std::swap(m_diskPath, other.m_diskPath);
    std::swap(m_memoryPath, other.m_memoryPath);
    std::swap(m_stagedCount, other.m_stagedCount);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_archivePath, other.m_archivePath);
    std::swap(m_archive, other.m_archive);
    std::swap(m_members, other.m_members);
    std::swap(m_ambiguous, other.m_ambiguous);
    std::swap(m_issues, other.m_issues);
    return *this;
}

QString SourceFile::memoryFolder()
{
    if (m_memoryPath.isEmpty())
        m_memoryPath = QStringLiteral("/vsimem/") + base::randomToken();
    return m_memoryPath;
}

QString SourceFile::makeMemoryPath(const QString& fileName)
{
    return memoryFolder() + QStringLiteral("/staged%1/").arg(++m_stagedCount) + fileName;
}

void SourceFile::findMembers(const QString& gdalPath)
{
    const QString suffix = QFileInfo(m_name).suffix().toLower();
    m_archive = suffix == QLatin1String("zip") || suffix == QLatin1String("kmz");
    if (!m_archive) {
        m_members = {gdalPath};
        return;
    }
    m_archivePath = QStringLiteral("/vsizip/{%1}").arg(gdalPath);
    const GdalComplaints complaints;
    const CPLStringList found(VSIReadDirRecursive(m_archivePath.toUtf8().constData()));
    QStringList names;
    for (int i = 0; i < found.size(); ++i)
        names << QString::fromUtf8(found[i]);
    takeMembers(names, membersOutside(gdalPath));
    if (!m_members.isEmpty())
        return;
    if (!m_issues.empty())
        throw base::Error(m_issues.front().text);
    throw base::Error(
        Text::tr("The archive “%1” holds no file that can be read as a layer, or it is "
                 "damaged. Files are read that end in: %2.")
            .arg(m_name, readableEndings(m_kind)),
        complaints.text());
}

void SourceFile::takeMembers(const QStringList& found, qint64 outside)
{
    QStringList stems;
    qint64 tooMany = 0;
    for (const QString& name : found) {
        const QFileInfo info(name);
        if (info.fileName().startsWith(u'.') || name.startsWith(QLatin1String("__MACOSX")))
            continue;
        if (!staysInside(name) || (m_kind == SourceKind::Table && isOfShapefile(name, found)))
            continue;
        // Of a folder that is one source, one file stands for it.
        QString member = name;
        if (info.fileName() ==
            QLatin1String(m_kind == SourceKind::Raster ? "hdr.adf" : "a00000001.gdbtable"))
            member = info.path() == QLatin1String(".") ? QString() : info.path();
        else if (!hasEnding(name, m_kind) || info.suffix() == QLatin1String("gdb") ||
                 info.suffix() == QLatin1String("adf")) {
            // A map's layers are chosen among features and rasters together.
            if (m_kind != SourceKind::Table &&
                (hasEnding(name, SourceKind::Raster) || hasEnding(name, SourceKind::Vector)))
                stems << withoutEnding(name);
            continue;
        }
        stems << withoutEnding(member);
        if (m_members.size() < MostMembers)
            m_members << (member.isEmpty() ? m_archivePath : m_archivePath + u'/' + member);
        else
            ++tooMany;
    }
    m_members.sort();
    stems.sort();
    for (qsizetype i = 1; i < stems.size(); ++i)
        if (stems[i] == stems[i - 1] && !m_ambiguous.contains(stems[i]))
            m_ambiguous << stems[i];
    const auto report = [&](qint64 count, const QString& text) {
        if (count > 0)
            m_issues.push_back(
                {base::Severity::Warning, text.arg(m_name).arg(count), {m_name, 0, {}, {}}});
    };
    report(outside,
           Text::tr("In the archive “%1” there are names that lead out of it (with “..”): %2. "
                    "Those files were left alone; no archive is made so by accident."));
    report(tooMany, Text::tr("The archive “%1” holds %2 files more than are looked at. Unpack it, "
                             "and choose the file itself."));
}

QString SourceFile::shortName(const QString& member) const
{
    return withoutEnding(m_archive ? member.mid(m_archivePath.size() + 1)
                                   : QFileInfo(member).fileName());
}

QString SourceFile::memberName(const QString& member) const
{
    const QString name = shortName(member);
    return m_ambiguous.contains(name) ? member.mid(m_archivePath.size() + 1) : name;
}

void SourceFile::refuseOtherContent(GDALDatasetH dataset) const
{
    GDALDriverH driver = GDALGetDatasetDriver(dataset);
    const QString endings =
        QString::fromLatin1(GDALGetMetadataItem(driver, GDAL_DMD_EXTENSIONS, nullptr)).toLower();
    const QString suffix = QFileInfo(m_name).suffix().toLower();
    if (!m_archive && !endings.isEmpty() && !endings.split(u' ').contains(suffix))
        refuseEnding(m_name, driver);
}

QStringList SourceFile::membersFor(const QString& wanted) const
{
    QStringList found;
    for (const QString& member : m_members)
        for (const QString& name : {memberName(member), shortName(member)})
            if ((wanted == name || wanted.startsWith(name + u'/')) && !found.contains(member))
                found << member;
    return wanted.isEmpty() || found.isEmpty() ? m_members : found;
}

void SourceFile::refuse(const QString& member, const QString& cause) const
{
    const QString suffix = QFileInfo(m_name).suffix().toLower();
    const QString kinds = readableEndings(m_kind);
    GDALDriverH driver = GDALIdentifyDriver(member.toUtf8().constData(), nullptr);
    const auto allows = [&](SourceKind kind) {
        return CSLFindString(const_cast<char**>(driversOf(kind)), GDALGetDriverShortName(driver)) >=
               0;
    };
    if (driver && !allows(SourceKind::Vector) && !allows(SourceKind::Raster) &&
        !allows(SourceKind::Table))
        throw base::Error(Text::tr("“%1” is a file of the kind “%2”, which is not opened here. "
                                   "Convert it first; files are read that end in: %3.")
                              .arg(m_name, QString::fromUtf8(GDALGetDriverLongName(driver)), kinds),
                          cause);
    if (driver && !allows(m_kind) && hasEnding(m_name, m_kind))
        refuseEnding(m_name, driver);
    throw base::Error(Text::tr("“%1” cannot be read: it is damaged, not complete, or of another "
                               "kind than its ending says. Files are read that end in: %2.")
                          .arg(m_name, kinds),
                      cause);
}

QStringList SourceFile::databaseOptions(const QString& member) const
{
    const QByteArray head = firstBytes(member, 20);
    if (!isSqlite(head) || head.size() < 20)
        return {};
    if (head[18] != 2)
        return {};
    // In write-ahead mode even reading would write beside the file, unless nothing is pending.
    const QString pending = m_diskPath + QStringLiteral("-wal");
    const bool tiles = m_name.endsWith(QLatin1String(".mbtiles"), Qt::CaseInsensitive);
    if (tiles || (!m_diskPath.isEmpty() && QFileInfo(pending).size() > 0))
        throw base::Error(Text::tr("“%1” is in use by another program, or was left half saved "
                                   "(write-ahead mode). Close it there, or save a copy of it as a "
                                   "new file, and choose it again.")
                              .arg(m_name),
                          QStringLiteral("journal_mode WAL"));
    return {QStringLiteral("IMMUTABLE=YES")};
}

GdalDataset SourceFile::open(const QString& staged, const QStringList& options,
                             const QString& part) const
{
    const GdalComplaints complaints;
    if (m_kind == SourceKind::Vector && isPlainTextLayer(staged))
        return readPlainTextLayer(staged, m_name);
    CPLStringList all;
    const QStringList extra = options + databaseOptions(staged);
    for (const QString& option : extra)
        all.AddString(option.toUtf8().constData());
    CPLStringList siblings;
    if (!m_archive && staged == m_diskPath && QFileInfo(m_diskPath).isFile())
        siblings = namesakes(QFileInfo(m_diskPath));
    const unsigned flags = GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR |
                           (m_kind == SourceKind::Raster ? GDAL_OF_RASTER : GDAL_OF_VECTOR);
    const QByteArray path = (part.isEmpty() ? staged : part).toUtf8();
    GdalDataset dataset(GDALOpenEx(path.constData(), flags, driversOf(m_kind), all.List(),
                                   siblings.empty() ? nullptr : siblings.List()));
    if (!dataset)
        refuse(staged, complaints.text());
    return dataset;
}

} // namespace geo
