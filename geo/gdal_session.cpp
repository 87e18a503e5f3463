// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/gdal_session.h"

#include "base/error.h"
#include "base/id.h"
#include "base/progress.h"
#include "geo/text.h"
#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <mutex>
#include <string_view>

namespace geo {

namespace {

constexpr qsizetype MostMembers = 2000;
constexpr int MostTexts = 6;

const char* const VectorDrivers[] = {"ESRI Shapefile", "GPKG",       "GeoJSON", "GeoJSONSeq",
                                     "TopoJSON",       "FlatGeobuf", "CSV",     "KML",
                                     "MapInfo File",   nullptr};
const char* const RasterDrivers[] = {"GTiff", "PNG", "JPEG", "AAIGrid", "GPKG", "MBTiles", nullptr};

QStringList endings(SourceKind kind)
{
    if (kind == SourceKind::Vector)
        return {QStringLiteral("shp"),      QStringLiteral("gpkg"),     QStringLiteral("geojson"),
                QStringLiteral("json"),     QStringLiteral("geojsonl"), QStringLiteral("geojsons"),
                QStringLiteral("topojson"), QStringLiteral("fgb"),      QStringLiteral("csv"),
                QStringLiteral("kml"),      QStringLiteral("tab"),      QStringLiteral("mif")};
    return {QStringLiteral("tif"),  QStringLiteral("tiff"),   QStringLiteral("png"),
            QStringLiteral("jpg"),  QStringLiteral("jpeg"),   QStringLiteral("asc"),
            QStringLiteral("gpkg"), QStringLiteral("mbtiles")};
}

CPLHTTPResult* noNetwork(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc,
                         void*, void*)
{
    auto* refused = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    refused->nStatus = 1;
    refused->pszErrBuf = CPLStrdup("no network");
    return refused;
}

} // namespace

void prepareGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // Opening writes nothing: no .aux.xml, no repaired .shx.
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
        // A file that names an address gets nothing from it.
        CPLHTTPSetFetchCallback(noNetwork, nullptr);
        CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", nullptr);
        CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");
        // Coordinates stay x before y, and PROJ's grids stay where they are.
        CPLSetConfigOption("OGR_CT_FORCE_TRADITIONAL_GIS_ORDER", nullptr);
        CPLSetConfigOption("PROJ_NETWORK", "OFF");
        GDALAllRegister();
    });
}

QByteArray firstBytes(const QString& gdalPath, qsizetype most)
{
    QByteArray bytes(most, '\0');
    VSILFILE* file = VSIFOpenL(gdalPath.toUtf8().constData(), "rb");
    if (!file)
        return {};
    bytes.resize(qsizetype(VSIFReadL(bytes.data(), 1, std::size_t(most), file)));
    VSIFCloseL(file);
    return bytes;
}

namespace {

bool isSqlite(const QByteArray& head)
{
    return head.startsWith(QByteArray("SQLite format 3\0", 16));
}

// The files that share a name with this one, whatever their endings: all that may be read with it.
CPLStringList namesakes(const QFileInfo& file)
{
    CPLStringList list;
    const QString stem = file.completeBaseName() + QLatin1Char('.');
    QDir folder = file.absoluteDir();
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString& name : names)
        if (name.startsWith(stem, Qt::CaseInsensitive))
            list.AddString(QFile::encodeName(name).constData());
    return list;
}

} // namespace

GdalComplaints::GdalComplaints()
{
    CPLPushErrorHandlerEx([](CPLErr severity, CPLErrorNum number,
                             const char* text) { hear(int(severity), number, text); },
                          this);
}

GdalComplaints::~GdalComplaints()
{
    CPLPopErrorHandler();
}

void GdalComplaints::hear(int severity, int, const char* text)
{
    if (severity < CE_Warning)
        return;
    auto* self = static_cast<GdalComplaints*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure)
        ++self->m_failures;
    if (self->m_texts.size() < MostTexts)
        self->m_texts << decodeText(text, {});
}

void GdalComplaints::clear()
{
    m_failures = 0;
    m_texts.clear();
}

SourceFile SourceFile::onDisk(const QString& path, SourceKind kind)
{
    prepareGdal();
    const QFileInfo info(path);
    SourceFile file;
    file.m_kind = kind;
    file.m_name = info.fileName();
    if (path.isEmpty() || !info.exists())
        throw base::Error(Text::tr("There is no file “%1”. It may have been moved or renamed; "
                                   "choose it again.")
                              .arg(QDir::toNativeSeparators(path)));
    if (info.isDir())
        throw base::Error(Text::tr("“%1” is a folder. Choose one of the files in it.")
                              .arg(QDir::toNativeSeparators(path)));
    if (!info.isReadable())
        throw base::Error(Text::tr("“%1” cannot be read. Ask its owner for leave to read it.")
                              .arg(QDir::toNativeSeparators(path)));
    file.m_diskPath = info.absoluteFilePath();
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
    file.m_memoryPath = QStringLiteral("/vsimem/") + base::randomToken();
    const QString path = file.m_memoryPath + QLatin1Char('/') + file.m_name;
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
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_archivePath, other.m_archivePath);
    std::swap(m_archive, other.m_archive);
    std::swap(m_members, other.m_members);
    return *this;
}

void SourceFile::findMembers(const QString& gdalPath)
{
    m_archive = m_name.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
    if (!m_archive) {
        m_members = {gdalPath};
        return;
    }
    m_archivePath = QStringLiteral("/vsizip/{%1}").arg(gdalPath);
    GdalComplaints complaints;
    const CPLStringList found(VSIReadDirRecursive(m_archivePath.toUtf8().constData()));
    const QStringList wanted = endings(m_kind);
    for (int i = 0; i < found.size() && m_members.size() < MostMembers; ++i) {
        const QString member = QString::fromUtf8(found[i]);
        const QFileInfo info(member);
        if (wanted.contains(info.suffix().toLower()) && !info.fileName().startsWith(u'.') &&
            !member.startsWith(QLatin1String("__MACOSX")))
            m_members << m_archivePath + QLatin1Char('/') + member;
    }
    m_members.sort();
    if (m_members.isEmpty())
        throw base::Error(
            Text::tr("The archive “%1” holds no file that can be read as a layer, or it is "
                     "damaged. Files are read that end in: %2.")
                .arg(m_name, wanted.join(QStringLiteral(", "))),
            complaints.text());
}

QString SourceFile::memberName(const QString& member) const
{
    QString name = m_archive ? member.mid(m_archivePath.size() + 1) : QFileInfo(member).fileName();
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot > name.lastIndexOf(u'/') + 1)
        name.truncate(dot);
    return name;
}

void SourceFile::refuse(const QString& member, const QString& cause) const
{
    const QString suffix = QFileInfo(m_name).suffix().toLower();
    if (suffix == QLatin1String("shp")) {
        const QFileInfo info(m_diskPath);
        for (const char* each : {"shx", "dbf"}) {
            const QString companion =
                info.completeBaseName() + QLatin1Char('.') + QLatin1String(each);
            if (!m_diskPath.isEmpty() && !info.absoluteDir().exists(companion) &&
                !info.absoluteDir().exists(companion.toUpper()))
                throw base::Error(Text::tr("The shapefile “%1” is not whole: “%2” is missing "
                                           "beside it. Copy all files of that name together.")
                                      .arg(m_name, companion),
                                  cause);
        }
    }
    GDALDriverH driver = GDALIdentifyDriver(member.toUtf8().constData(), nullptr);
    const char* const* allowed = m_kind == SourceKind::Vector ? VectorDrivers : RasterDrivers;
    const QString kinds = endings(m_kind).join(QStringLiteral(", "));
    if (driver && CSLFindString(const_cast<char**>(allowed), GDALGetDriverShortName(driver)) < 0)
        throw base::Error(Text::tr("“%1” is a file of the kind “%2”, which is not opened here. "
                                   "Convert it first; files are read that end in: %3.")
                              .arg(m_name, QString::fromUtf8(GDALGetDriverLongName(driver)), kinds),
                          cause);
    throw base::Error(Text::tr("“%1” cannot be read: it is damaged, not complete, or of another "
                               "kind than its ending says. Files are read that end in: %2.")
                          .arg(m_name, kinds),
                      cause);
}

void SourceFile::refuseForeignReferences(const QString& member) const
{
    if (!member.endsWith(QLatin1String(".tab"), Qt::CaseInsensitive))
        return;
    // A MapInfo table may be a mere list of other tables.
    const QByteArray text = firstBytes(member, 65536).toLower();
    for (const char* sign : {"open table", "isseamless", "type linked", "type odbc"})
        if (text.contains(sign))
            throw base::Error(
                Text::tr("“%1” only points to other tables. Open those instead.").arg(m_name),
                QString::fromLatin1(sign));
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

GdalDataset SourceFile::open(const QString& member, const QStringList& options) const
{
    GdalComplaints complaints;
    refuseForeignReferences(member);
    CPLStringList all;
    const QStringList extra = options + databaseOptions(member);
    for (const QString& option : extra)
        all.AddString(option.toUtf8().constData());
    CPLStringList siblings;
    if (!m_archive && !m_diskPath.isEmpty())
        siblings = namesakes(QFileInfo(m_diskPath));
    const unsigned flags = GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR |
                           (m_kind == SourceKind::Vector ? GDAL_OF_VECTOR : GDAL_OF_RASTER);
    GdalDataset dataset(GDALOpenEx(member.toUtf8().constData(), flags,
                                   m_kind == SourceKind::Vector ? VectorDrivers : RasterDrivers,
                                   all.List(), siblings.empty() ? nullptr : siblings.List()));
    if (!dataset)
        refuse(member, complaints.text());
    return dataset;
}

QString decodeText(QByteArrayView bytes, const QString& encoding)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(bytes);
    if (!utf8.hasError())
        return text;
    // A field's width may have cut the last character in two.
    for (qsizetype cut = 1; cut <= 3 && cut < bytes.size(); ++cut) {
        const auto first = static_cast<unsigned char>(bytes[bytes.size() - cut]);
        if (first >= 0xc0 && cut < (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2)) {
            const QByteArrayView whole = bytes.first(bytes.size() - cut);
            QStringDecoder again(QStringDecoder::Utf8);
            text = again.decode(whole);
            const bool hasOther =
                std::any_of(whole.begin(), whole.end(), [](char c) { return (c & 0x80) != 0; });
            if (!again.hasError() && hasOther)
                return text;
        }
    }
    // What calls itself ISO 8859-1 is Windows-1252 where the two differ, as on the web.
    const QByteArray copy = bytes.toByteArray();
    for (const QByteArray& name :
         {encoding == QLatin1String(CPL_ENC_ISO8859_1) ? QByteArray() : encoding.toUtf8(),
          QByteArray("CP1252"), QByteArray(CPL_ENC_ISO8859_1)}) {
        if (name.isEmpty() || name.compare("UTF-8", Qt::CaseInsensitive) == 0)
            continue;
        GdalComplaints complaints;
        char* recoded = CPLRecode(copy.constData(), name.constData(), CPL_ENC_UTF8);
        QStringDecoder check(QStringDecoder::Utf8);
        text = check.decode(QByteArrayView(recoded));
        const bool good = !check.hasError() && complaints.text().isEmpty();
        CPLFree(recoded);
        if (good)
            return text;
    }
    return QString::fromLatin1(bytes);
}

int gdalProgress(double done, const char*, void* progress)
{
    auto* ours = static_cast<base::Progress*>(progress);
    ours->advance(qint64(done * 1000));
    return ours->isCancelled() ? 0 : 1;
}

} // namespace geo
