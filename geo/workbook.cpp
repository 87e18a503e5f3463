// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/workbook.h"

#include "base/error.h"
#include "base/id.h"
#include "geo/gdal_session.h"
#include "geo/sheet_counter.h"
#include "geo/tag_scanner.h"
#include "geo/text.h"
#include <QFileInfo>
#include <QHash>
#include <QXmlStreamReader>
#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

namespace geo {

namespace {

// Of what a workbook unpacks to.
constexpr qint64 MostMemberBytes = qint64(1) << 30;
constexpr qint64 MostBytes = qint64(2) << 30;
constexpr qint64 AlwaysGoodBytes = 50 << 20;
constexpr qint64 MostRatio = 300; // the densest honest sheets pack to a hundredth
constexpr qint64 MostSmallBytes = 16 << 20;
constexpr qsizetype Block = 1 << 16;

void refuseOldOrEncrypted(const QString& gdalPath, const QString& name)
{
    constexpr qsizetype Most = 32 << 20;
    if (!firstBytes(gdalPath, 8).startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return;
    const QString marker = QStringLiteral("EncryptedPackage");
    const QByteArray marked(reinterpret_cast<const char*>(marker.utf16()), marker.size() * 2);
    if (firstBytes(gdalPath, Most).contains(marked))
        throw base::Error(Text::tr("“%1” is protected by a password. Open it in a spreadsheet "
                                   "program, take the password off, save it, and choose it again.")
                              .arg(name),
                          QStringLiteral("EncryptedPackage"));
    throw base::Error(Text::tr("“%1” is a workbook of the old kind (.xls), whatever its ending. "
                               "Open it in a spreadsheet program and save it as .xlsx or CSV.")
                          .arg(name),
                      QStringLiteral("compound file"));
}

void refuseBomb(const QString& root, qint64 packedBytes, const QString& name)
{
    GdalComplaints complaints;
    const CPLStringList members(VSIReadDirRecursive(root.toUtf8().constData()));
    if (members.empty())
        refuseWorkbook(name, complaints.text());
    qint64 sum = 0;
    for (int i = 0; i < members.size(); ++i) {
        VSIStatBufL state;
        const QByteArray path = root.toUtf8() + '/' + members[i];
        if (path.endsWith('/') || VSIStatL(path.constData(), &state) != 0)
            continue;
        const auto bytes = qint64(state.st_size);
        sum += bytes;
        if (bytes > MostMemberBytes || sum > MostBytes ||
            (sum > AlwaysGoodBytes && sum / MostRatio > packedBytes))
            refuseSize(name, QStringLiteral("%1 bytes up to %2, packed in %3")
                                 .arg(sum)
                                 .arg(QString::fromUtf8(members[i]))
                                 .arg(packedBytes));
    }
}

struct FileCloser
{
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

// Hands a member's blocks on, no more than `most` bytes whatever its header says of its length;
// none where there is no such member.
template <class Take>
void readMember(const QString& path, const QString& name, qint64 most, Take take)
{
    const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(path.toUtf8().constData(), "rb"));
    if (!file)
        return;
    QByteArray block(Block, '\0');
    qint64 bytes = 0;
    for (;;) {
        const auto count = qsizetype(VSIFReadL(block.data(), 1, Block, file.get()));
        bytes += count;
        if (bytes > most)
            refuseSize(name, path);
        take(QByteArrayView(block).first(count));
        if (count < Block)
            return;
    }
}

QByteArray member(const QString& path, const QString& name, qint64 most = MostSmallBytes)
{
    QByteArray content;
    readMember(path, name, most, [&](QByteArrayView block) { content.append(block); });
    return content;
}

template <class Scanner>
void scanMember(const QString& path, const QString& name, Scanner& scanner)
{
    bool first = true;
    readMember(path, name, MostMemberBytes, [&](QByteArrayView block) {
        // UTF-16 would hide its tags.
        if (first && block.first(std::min<qsizetype>(block.size(), 4)).contains('\0'))
            refuseWorkbook(name, QStringLiteral("not in UTF-8: ") + path);
        first = false;
        scanner.feed(block);
    });
}

// Lengths of the shared texts, by number.
std::vector<qint32> sharedLengths(const QString& path, const QString& name)
{
    std::vector<qint32> lengths;
    qint64 length = 0;
    qint64 memory = 0;
    bool inText = false;
    TagScanner scanner(
        [&](const Tag& tag) {
            refuseEntities(tag, name);
            const QByteArrayView kind = tag.name();
            inText = kind == "t";
            if (kind == "si")
                length = 0;
            if (kind == "/si" || (kind == "si" && tag.isEmptyElement())) {
                lengths.push_back(qint32(std::min<qint64>(length, 1 << 30)));
                memory += length + SharedTextBytes;
                if (memory > MostSheetMemory)
                    refuseSize(name, path);
            }
        },
        [&](QByteArrayView, qint64 bytes) { length += inText ? bytes : 0; });
    scanMember(path, name, scanner);
    return lengths;
}

// Every start tag of a small member, with its attributes under the names written there.
template <class Visit>
void forEachElement(const QByteArray& content, Visit visit)
{
    QXmlStreamReader xml(content);
    xml.setNamespaceProcessing(false);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement)
            visit(xml.name(), xml.attributes());
}

} // namespace

Workbook Workbook::examine(const QString& gdalPath, const QString& name)
{
    prepareGdal();
    const GdalComplaints complaints;
    refuseOldOrEncrypted(gdalPath, name);
    VSIStatBufL state;
    const bool stated = VSIStatL(gdalPath.toUtf8().constData(), &state) == 0;
    const QString root = QStringLiteral("/vsizip/{%1}").arg(gdalPath);
    refuseBomb(root, stated ? qint64(state.st_size) : 0, name);
    Workbook workbook;
    workbook.m_gdalPath = gdalPath.startsWith(QLatin1String("/vsizip/")) ? root : gdalPath;
    if (gdalPath.endsWith(QLatin1String(".ods"), Qt::CaseInsensitive))
        workbook.examineOpenDocument(root, name);
    else
        workbook.examineOpenXml(root, name);
    return workbook;
}

Workbook::~Workbook()
{
    if (!m_memoryPath.isEmpty())
        VSIRmdirRecursive(m_memoryPath.toUtf8().constData());
}

Workbook::Workbook(Workbook&& other) noexcept
{
    *this = std::move(other);
}

Workbook& Workbook::operator=(Workbook&& other) noexcept
{
    std::swap(m_gdalPath, other.m_gdalPath);
    std::swap(m_memoryPath, other.m_memoryPath);
    std::swap(m_content, other.m_content);
    std::swap(m_sheets, other.m_sheets);
    std::swap(m_dateShift, other.m_dateShift);
    return *this;
}

const SheetFacts* Workbook::sheet(const QString& name) const
{
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(),
                                    [&](const SheetFacts& facts) { return facts.name == name; });
    return found == m_sheets.end() ? nullptr : &*found;
}

void Workbook::examineOpenXml(const QString& root, const QString& name)
{
    const QString folder = root + QStringLiteral("/xl/");
    const QByteArray book = member(folder + QStringLiteral("workbook.xml"), name);
    if (book.isEmpty())
        refuseWorkbook(name, QStringLiteral("no xl/workbook.xml"));
    // Where GDAL looks for it.
    constexpr qsizetype SeenOfTypes = 2047;
    if (!firstBytes(root + QStringLiteral("/[Content_Types].xml"), SeenOfTypes)
             .contains("spreadsheetml.worksheet+xml"))
        refuseWorkbook(name, QStringLiteral("no worksheet early in [Content_Types].xml"));
    QHash<QString, QString> targets;
    forEachElement(member(folder + QStringLiteral("_rels/workbook.xml.rels"), name),
                   [&](QStringView, const QXmlStreamAttributes& attributes) {
                       targets.insert(attributes.value(QLatin1String("Id")).toString(),
                                      attributes.value(QLatin1String("Target")).toString());
                   });
    member(folder + QStringLiteral("styles.xml"), name);
    const std::vector<qint32> shared =
        sharedLengths(folder + QStringLiteral("sharedStrings.xml"), name);
    constexpr int DaysTo1904 = 1462;
    forEachElement(book, [&](QStringView element, const QXmlStreamAttributes& attributes) {
        if (element.endsWith(QLatin1String("workbookPr"))) {
            const QStringView counted = attributes.value(QLatin1String("date1904"));
            m_dateShift =
                counted == QLatin1String("1") || counted == QLatin1String("true") ? DaysTo1904 : 0;
        }
        if (element != QLatin1String("sheet") && !element.endsWith(QLatin1String(":sheet")))
            return;
        const QString target = targets.value(attributes.value(QLatin1String("r:id")).toString());
        SheetFacts facts;
        facts.name = attributes.value(QLatin1String("name")).toString();
        OpenXmlCounter sheet(facts, shared, name);
        TagScanner scanner([&](const Tag& tag) { sheet.tag(tag); },
                           [&](QByteArrayView text, qint64 bytes) { sheet.text(text, bytes); });
        scanMember(target.startsWith(u'/') ? root + target : folder + target, name, scanner);
        sheet.finish();
        m_sheets.push_back(std::move(facts));
    });
}

void Workbook::examineOpenDocument(const QString& root, const QString& name)
{
    if (member(root + QStringLiteral("/META-INF/manifest.xml"), name).contains("encryption-data"))
        throw base::Error(Text::tr("“%1” is protected by a password. Open it in a spreadsheet "
                                   "program, take the password off, save it, and choose it again.")
                              .arg(name),
                          QStringLiteral("encryption-data"));
    const QString path = root + QStringLiteral("/content.xml");
    member(root + QStringLiteral("/settings.xml"), name);
    std::vector<SheetFacts> sheets;
    OpenDocumentCounter counter(sheets, name);
    std::vector<QString> names;
    TagScanner scanner(
        [&](const Tag& tag) {
            if (tag.name() == QByteArrayView("table:table")) {
                // The name may hold entities: "&amp;".
                QXmlStreamReader xml("<a b=\"" +
                                     tag.attribute("table:name").value_or("unnamed").toByteArray() +
                                     "\"/>");
                xml.readNextStartElement();
                names.push_back(xml.attributes().value(QLatin1String("b")).toString());
            }
            counter.tag(tag);
        },
        [](QByteArrayView, qint64) {});
    scanMember(path, name, scanner);
    for (std::size_t i = 0; i < sheets.size(); ++i)
        sheets[i].name = names[i];
    m_sheets = std::move(sheets);
    if (!counter.shifts())
        return;
    // As empty cells they keep their places.
    m_content = member(path, name, MostMemberBytes);
    m_content.replace("table:covered-table-cell", "table:table-cell");
    m_memoryPath = QStringLiteral("/vsimem/") + base::randomToken();
    const QString copy = m_memoryPath + QStringLiteral("/content.xml");
    VSILFILE* file =
        VSIFileFromMemBuffer(copy.toUtf8().constData(), reinterpret_cast<GByte*>(m_content.data()),
                             vsi_l_offset(m_content.size()), FALSE);
    if (file)
        VSIFCloseL(file);
    m_gdalPath = QStringLiteral("ODS:") + copy;
}

namespace {

constexpr std::pair<const char*, const char*> SheetOptions[] = {
    {"OGR_XLSX_HEADERS", "DISABLE"}, {"OGR_XLSX_FIELD_TYPES", "STRING"},
    {"OGR_ODS_HEADERS", "DISABLE"},  {"OGR_ODS_FIELD_TYPES", "STRING"},
    {"ODS_RESOLVE_FORMULAS", "NO"},
};

} // namespace

SheetReading::SheetReading()
{
    for (const auto& [option, value] : SheetOptions) {
        const char* before = CPLGetThreadLocalConfigOption(option, nullptr);
        m_before.push_back(before ? std::optional<QByteArray>(before) : std::nullopt);
        CPLSetThreadLocalConfigOption(option, value);
    }
}

SheetReading::~SheetReading()
{
    for (std::size_t i = 0; i < m_before.size(); ++i)
        CPLSetThreadLocalConfigOption(SheetOptions[i].first,
                                      m_before[i] ? m_before[i]->constData() : nullptr);
}

} // namespace geo
