// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "geo/source_file.h"
#include "geo/source_guard.h"
#include "geo/text.h"
#include "geo/text_encoding.h"
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QtEndian>
#include <algorithm>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_api.h>

// What of a source has to be copied to memory before GDAL can read it without writing beside it.
namespace geo {

namespace {

constexpr qint64 MostCopied = qint64(1) << 30;
constexpr qint64 MostRasterCopied = qint64(256) << 20; // beyond, an archive is read in place
constexpr qint64 MostXmlRecoded = qint64(256) << 20;
constexpr std::size_t Block = 1 << 20;

std::optional<qint64> sizeOf(const QString& gdalPath)
{
    VSIStatBufL state;
    if (VSIStatL(gdalPath.toUtf8().constData(), &state) != 0 || VSI_ISDIR(state.st_mode))
        return std::nullopt;
    return qint64(state.st_size);
}

// The files of one stem beside a member, by ending in lower case.
std::vector<std::pair<QString, QString>> companions(const QString& member)
{
    const QFileInfo info(member);
    const QString stem = info.completeBaseName() + QLatin1Char('.');
    const CPLStringList names(VSIReadDir(info.path().toUtf8().constData()));
    std::vector<std::pair<QString, QString>> found;
    for (int i = 0; i < names.size(); ++i) {
        const QString name = QString::fromUtf8(names[i]);
        if (name.startsWith(stem, Qt::CaseInsensitive))
            found.emplace_back(name.mid(stem.size()).toLower(), info.path() + u'/' + name);
    }
    return found;
}

std::optional<QString> pathOf(const std::vector<std::pair<QString, QString>>& files,
                              const char* ending)
{
    for (const auto& [each, path] : files)
        if (each == QLatin1String(ending))
            return path;
    return std::nullopt;
}

bool copyFile(const QString& from, const QString& to)
{
    VSILFILE* source = VSIFOpenL(from.toUtf8().constData(), "rb");
    VSILFILE* target = source ? VSIFOpenL(to.toUtf8().constData(), "wb") : nullptr;
    bool good = target != nullptr;
    QByteArray buffer(qsizetype(Block), Qt::Uninitialized);
    while (good) {
        const std::size_t count = VSIFReadL(buffer.data(), 1, Block, source);
        good = VSIFWriteL(buffer.data(), 1, count, target) == count;
        if (count < Block)
            break;
    }
    if (target)
        good = VSIFCloseL(target) == 0 && good;
    if (source)
        VSIFCloseL(source);
    return good;
}

// dBase III: bytes 4 to 7 the number of records, 8 and 9 the length of the header, 10 and 11 that
// of a record; little-endian.
struct TableHeader
{
    qint64 records = 0;
    qint64 held = 0; // that the file has room for
};

std::optional<TableHeader> tableHeader(const QString& dbf)
{
    const QByteArray head = firstBytes(dbf, 32);
    const std::optional<qint64> size = sizeOf(dbf);
    if (head.size() < 32 || !size)
        return std::nullopt;
    const auto records = qFromLittleEndian<quint32>(head.constData() + 4);
    const auto header = qFromLittleEndian<quint16>(head.constData() + 8);
    const auto record = qFromLittleEndian<quint16>(head.constData() + 10);
    if (record == 0 || *size < header)
        return TableHeader{records, 0};
    return TableHeader{records, (*size - header) / record};
}

void writeRecordCount(const QString& dbf, quint32 count)
{
    char bytes[4];
    qToLittleEndian(count, bytes);
    VSILFILE* file = VSIFOpenL(dbf.toUtf8().constData(), "rb+");
    if (!file)
        return;
    VSIFSeekL(file, 4, SEEK_SET);
    VSIFWriteL(bytes, 1, sizeof bytes, file);
    VSIFCloseL(file);
}

// ESRI's description of 1998: the index is a header of 100 bytes, whose bytes 24 to 27 say how long
// the file is, and 8 bytes to a shape: where its record begins and how much follows the record's
// header of 8 bytes, which holds the number of the shape and that length again. All in words of two
// bytes, big-endian.
constexpr qint64 HeaderBytes = 100;
constexpr qsizetype EntryBytes = 8;
constexpr qint64 MostIndexBytes = qint64(1) << 29;
constexpr qsizetype MostRecordsLookedAt = 20000;

qint64 bytesAt(const char* words)
{
    return 2 * qint64(qFromBigEndian<qint32>(words));
}

struct ShapeRecord
{
    qint64 begin = 0;
    qint64 length = 0; // without its header
    qint64 end() const { return begin + EntryBytes + length; }
    bool operator<(const ShapeRecord& other) const { return begin < other.begin; }
};

struct VsiCloser
{
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using VsiFile = std::unique_ptr<VSILFILE, VsiCloser>;

// The header of the record that begins at a place; empty where there is none.
QByteArray recordHeader(const VsiFile& shp, qint64 begin)
{
    QByteArray head(EntryBytes, '\0');
    if (!shp || VSIFSeekL(shp.get(), vsi_l_offset(begin), SEEK_SET) != 0 ||
        VSIFReadL(head.data(), std::size_t(head.size()), 1, shp.get()) != 1)
        return {};
    return head;
}

// Whether no two records have a byte in common, and those in the file are as long as is said.
bool recordsAreThere(const VsiFile& shp, const std::vector<ShapeRecord>& records)
{
    std::vector<ShapeRecord> sorted = records;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i].begin < sorted[i - 1].end())
            return false;
    const std::size_t step = sorted.size() / MostRecordsLookedAt + 1;
    for (std::size_t i = 0; i < sorted.size(); i += step) {
        const QByteArray head = recordHeader(shp, sorted[i].begin);
        if (head.isEmpty() || bytesAt(head.constData() + 4) != sorted[i].length)
            return false;
    }
    return true;
}

// Whether an index tells where the shapes are. Of a file that is torn it does: what is missing is
// not to be hidden by a new one.
bool indexFits(const QString& shpPath, const QString& shxPath)
{
    const qint64 size = sizeOf(shpPath).value_or(0);
    const QByteArray shpHead = firstBytes(shpPath, HeaderBytes);
    const qint64 indexSize = sizeOf(shxPath).value_or(0);
    if (shpHead.size() < HeaderBytes || size < bytesAt(shpHead.constData() + 24) ||
        indexSize > MostIndexBytes)
        return true;
    const QByteArray index = firstBytes(shxPath, indexSize);
    if (index.size() < HeaderBytes || (index.size() - HeaderBytes) % EntryBytes != 0 ||
        bytesAt(index.constData() + 24) != index.size())
        return false;
    std::vector<ShapeRecord> records;
    qint64 next = HeaderBytes;
    bool inOrder = true;
    for (qsizetype at = HeaderBytes; at < index.size(); at += EntryBytes) {
        const ShapeRecord record{bytesAt(index.constData() + at),
                                 bytesAt(index.constData() + at + 4)};
        if (record.begin < HeaderBytes || record.length < 4 || record.end() > size)
            return false;
        inOrder = inOrder && record.begin == next;
        next = record.end();
        records.push_back(record);
    }
    if (inOrder && next == size)
        return true;
    const VsiFile shp(VSIFOpenL(shpPath.toUtf8().constData(), "rb"));
    if (!inOrder)
        return recordsAreThere(shp, records);
    // What follows the last one may be another that the index does not know.
    const QByteArray head = recordHeader(shp, next);
    return head.isEmpty() || qFromBigEndian<qint32>(head.constData()) != qint32(records.size()) + 1;
}

std::optional<qint64> shapesIn(const QString& shx)
{
    const std::optional<qint64> size = sizeOf(shx);
    return size && *size >= 100 ? std::optional((*size - 100) / 8) : std::nullopt;
}

} // namespace

QString SourceFile::stage(const QString& member, std::vector<base::Issue>& issues)
{
    const GdalComplaints complaints;
    if (m_archive && member == m_archivePath)
        return stageFolder();
    if (m_archive) {
        const QString inside = member.mid(m_archivePath.size() + 1);
        const qint64 archiveBytes =
            m_diskPath.isEmpty() ? m_bytes.size() : QFileInfo(m_diskPath).size();
        if (const auto bytes = sizeOf(member))
            refuseBomb(m_name, inside, *bytes, archiveBytes);
    }
    refuseForeignReferences(
        m_archive ? m_name + u'/' + member.mid(m_archivePath.size() + 1) : m_name, member);
    if (m_kind != SourceKind::Raster &&
        QFileInfo(member).suffix().compare(QLatin1String("shp"), Qt::CaseInsensitive) == 0)
        return stageShapefile(member, issues);
    if (m_kind == SourceKind::Raster)
        return stageRaster(member);
    return stageXml(member, issues);
}

// XML without another declaration is UTF-8 (XML 1.0, 4.3.3), and where it is not, no byte of it is
// read: programs that write what they have under the name of UTF-8 are many.
QString SourceFile::stageXml(const QString& member, std::vector<base::Issue>& issues)
{
    const QString suffix = QFileInfo(member).suffix().toLower();
    if (suffix != QLatin1String("kml") && suffix != QLatin1String("gml") &&
        suffix != QLatin1String("gpx"))
        return member;
    const QByteArray prolog = firstBytes(member, 512);
    static const QRegularExpression declared(
        QStringLiteral("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)"));
    const QRegularExpressionMatch match = declared.match(QString::fromLatin1(prolog));
    if ((match.hasMatch() &&
         match.captured(1).compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) != 0) ||
        prolog.startsWith("\xff\xfe") || prolog.startsWith("\xfe\xff") || prolog.contains('\0') ||
        sizeOf(member).value_or(0) > MostXmlRecoded)
        return member;
    const QByteArray text = firstBytes(member, qsizetype(MostXmlRecoded));
    QByteArray recoded;
    const std::optional<QString> encoding = recodeToUtf8(text, recoded);
    if (!encoding)
        return member;
    const QString copy = makeMemoryPath(QFileInfo(member).fileName());
    VSILFILE* file = VSIFOpenL(copy.toUtf8().constData(), "wb");
    if (!file)
        return member;
    VSIFWriteL(recoded.constData(), 1, std::size_t(recoded.size()), file);
    VSIFCloseL(file);
    issues.push_back({base::Severity::Note,
                      Text::tr("“%1” says that its text is UTF-8, but its bytes are not. They were "
                               "read as %2; look whether its names are right.")
                          .arg(m_name, encodingTitle(*encoding)),
                      {m_name, 0, {}, {}}});
    return copy;
}

QString SourceFile::stageShapefile(const QString& member, std::vector<base::Issue>& issues)
{
    const auto files = companions(member);
    const auto tell = [&](const QString& text) {
        issues.push_back({base::Severity::Warning, text, {m_name, 0, {}, {}}});
    };
    const std::optional<QString> dbf = pathOf(files, "dbf");
    const std::optional<QString> shx = pathOf(files, "shx");
    const std::optional<TableHeader> table = dbf ? tableHeader(*dbf) : std::nullopt;
    const std::optional<qint64> shapes = shx ? shapesIn(*shx) : std::nullopt;
    // Room for more rows than it says, and no shapes for them, is mere reserve.
    const bool lies =
        table && (table->records > table->held ||
                  (table->records < table->held && shapes.value_or(0) > table->records));
    if (!dbf)
        tell(Text::tr("The table (.dbf) of the shapefile “%1” is missing: its places are shown "
                      "without names or values. Copy all files of that name together.")
                 .arg(m_name));
    if (lies)
        tell(Text::tr("The table (.dbf) of the shapefile “%1” says that it has %2 rows, and has "
                      "%3: it is damaged or not complete. What is there is shown.")
                 .arg(m_name, QLocale().toString(table->records), QLocale().toString(table->held)));
    const bool misleads = shx && !indexFits(member, *shx);
    if (shx && !lies && !misleads)
        return member;
    const qint64 bytes = sizeOf(member).value_or(0) + (dbf ? sizeOf(*dbf).value_or(0) : 0);
    if (bytes > MostCopied) {
        if (shx)
            return member;
        throw base::Error(Text::tr("The index (.shx) of the shapefile “%1” is missing, and the "
                                   "file is too large to make it anew in memory. Copy all files of "
                                   "that name together.")
                              .arg(m_name));
    }
    const QString copy = makeMemoryPath(QFileInfo(member).completeBaseName());
    for (const char* ending : {"shp", "shx", "dbf", "prj", "cpg"})
        if (const auto path = pathOf(files, ending); path && !(misleads && path == shx))
            if (!copyFile(*path, copy + u'.' + QLatin1String(ending)))
                throw base::Error(Text::tr("“%1” could not be read to its end. It may be damaged, "
                                           "or the disk it is on is gone.")
                                      .arg(m_name));
    if (lies)
        writeRecordCount(copy + QStringLiteral(".dbf"), quint32(table->held));
    if (!shx || misleads) {
        // GDAL makes the index anew, but writes it beside the file; hence the copy.
        const GdalComplaints complaints;
        CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES");
        const char* const drivers[] = {"ESRI Shapefile", nullptr};
        const GdalDataset restored(GDALOpenEx((copy + QStringLiteral(".shp")).toUtf8().constData(),
                                              GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr,
                                              nullptr));
        CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", nullptr);
        const QString text =
            misleads
                ? Text::tr("The index (.shx) of the shapefile “%1” does not say where its shapes "
                           "are; it was made anew in memory. Check that no feature is missing, and "
                           "ask for the whole set of files.")
                : Text::tr("The index (.shx) of the shapefile “%1” is missing; it was made anew in "
                           "memory. Check that no feature is missing, and ask for the whole set of "
                           "files.");
        tell(text.arg(m_name));
    }
    return copy + QStringLiteral(".shp");
}

// The files of a folder that were packed without it: GDAL knows it by its name.
QString SourceFile::stageFolder()
{
    const QString folder = makeMemoryPath(QStringLiteral("folder.gdb/"));
    VSIMkdirRecursive(folder.chopped(1).toUtf8().constData(), 0700);
    const CPLStringList names(VSIReadDir(m_archivePath.toUtf8().constData()));
    qint64 bytes = 0;
    for (int i = 0; i < names.size(); ++i) {
        const QString name = QString::fromUtf8(names[i]);
        const std::optional<qint64> size = sizeOf(m_archivePath + u'/' + name);
        if (!size || !staysInside(name))
            continue;
        bytes += *size;
        if (bytes > MostCopied)
            throw base::Error(Text::tr("“%1” is too large to be read within its archive. Unpack "
                                       "it, and choose the file itself.")
                                  .arg(m_name));
        copyFile(m_archivePath + u'/' + name, folder + name);
    }
    return folder.chopped(1);
}

// A frame of the map reads a raster here and there, which a packed file does not allow quickly, and
// the libraries behind some drivers open only what lies on a disk or in memory.
QString SourceFile::stageRaster(const QString& member)
{
    const bool quoted = member.contains(u'"'); // by which netCDF's own names for its parts end
    const std::optional<qint64> bytes = m_archive || quoted ? sizeOf(member) : std::nullopt;
    if (!bytes) // as it lies, or a folder within an archive
        return member;
    const QByteArray head = firstBytes(member, 8);
    const bool netCdf = head.startsWith("CDF") || head.startsWith("\x89HDF");
    if (*bytes > MostCopied && netCdf)
        throw base::Error(Text::tr("“%1” is too large to be read within its archive. Unpack "
                                   "it, and choose the file itself.")
                              .arg(m_name));
    if (netCdf) {
        const QString copy = makeMemoryPath(QStringLiteral("grid.nc"));
        return copyFile(member, copy) ? copy : member;
    }
    if (!m_archive || *bytes > MostRasterCopied)
        return member;
    const QString folder = makeMemoryPath({});
    QString staged;
    for (const auto& [ending, path] : companions(member)) {
        if (sizeOf(path).value_or(MostCopied) > MostRasterCopied)
            continue;
        const QString copy = folder + QFileInfo(path).fileName();
        if (copyFile(path, copy) && path == member)
            staged = copy;
    }
    return staged.isEmpty() ? member : staged;
}

} // namespace geo
