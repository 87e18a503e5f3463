// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_table.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/os.h"
#include "catalogue/csv.h"
#include "catalogue/import_columns.h"
#include "catalogue/minmod_json.h"
#include "catalogue/table_rows.h"
#include "catalogue/text.h"
#include "catalogue/text_encoding.h"
#include "geo/archive.h"
#include "geo/source_guard.h"
#include "geo/table_source.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <limits>
#include <map>

namespace catalogue {

namespace {

constexpr qint64 MostBytes = qint64(1) << 30;
constexpr size_t MostColumns = 4096;
constexpr int HeaderRows = 25; // among which the header of a table is sought
const QString SitesTable = QStringLiteral("sites");
const QString InventoryTable = QStringLiteral("inventory");

bool isArchive(const QString& path)
{
    return path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

bool isText(const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    for (const char* each : {"csv", "txt", "tab", "tsv"})
        if (suffix == QLatin1String(each))
            return true;
    return false;
}

void refuseWhatCannotBeRead(const QString& path)
{
    geo::refuseWhatIsNoFile(path);
    if (QFileInfo(path).isDir() && !path.endsWith(QLatin1String(".gdb"), Qt::CaseInsensitive))
        throw base::Error(Text::tr("“%1” is a folder. Choose one of the files in it.")
                              .arg(QDir::toNativeSeparators(path)));
}

[[noreturn]] void refuseLongLine(const QString& name)
{
    throw base::Error(
        Text::tr("The first line of “%1” is longer than %2 MB, or has more than %3 columns, so it "
                 "is no header. Check whether its lines lost their ends, and export it again.")
            .arg(name)
            .arg(CsvReader::MostRecordBytes >> 20)
            .arg(MostColumns));
}

[[noreturn]] void refuseChanged(const QString& path)
{
    throw base::Error(Text::tr("“%1” changed while it was read. Wait until whoever writes it "
                               "is done, and choose it again.")
                          .arg(QDir::toNativeSeparators(path)));
}

// File systems note the time of a change in steps of some milliseconds: what was written just now
// may change once more without a trace.
bool isFresh(const QFileInfo& info)
{
    return info.lastModified().msecsTo(QDateTime::currentDateTime()) < 2000;
}

QString hexSha256(const QByteArray& bytes)
{
    return QString::fromLatin1(base::sha256(bytes).toHex());
}

// Whole, if it stays the same meanwhile.
QByteArray readWhole(const QString& path, base::Progress& progress)
{
    const QString name = QDir::toNativeSeparators(path);
    const QFileInfo before(path);
    if (before.size() > MostBytes)
        throw base::Error(Text::tr("“%1” is larger than %2 MB, which is more than is read at once. "
                                   "Divide it first.")
                              .arg(name)
                              .arg(MostBytes >> 20));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(
            Text::tr("“%1” cannot be read. Ask its owner for leave to read it.").arg(name),
            file.errorString());
    QByteArray bytes(qsizetype(before.size()), Qt::Uninitialized);
    base::expectFilled(bytes.data(), bytes.size());
    qsizetype have = 0;
    while (have < bytes.size()) {
        progress.check();
        const qint64 more =
            file.read(bytes.data() + have,
                      std::min<qsizetype>(bytes.size() - have, CsvReader::MostRecordBytes));
        if (more <= 0)
            break;
        if (have == 0 && more == CsvReader::MostRecordBytes) {
            const QByteArrayView block(bytes.constData(), more);
            if (!block.contains('\n') && !block.contains('\r'))
                refuseLongLine(before.fileName()); // before all of it is read
        }
        have += more;
    }
    if (file.error() != QFile::NoError)
        throw base::Error(Text::tr("“%1” could not be read to its end.").arg(name),
                          file.errorString());
    const QFileInfo after(path);
    if (after.size() != before.size() || have != before.size() ||
        after.lastModified() != before.lastModified() ||
        (isFresh(after) && base::sha256OfFile(path, progress) != hexSha256(bytes)))
        refuseChanged(path);
    return bytes;
}

// A web page or a layer in XML may have the ending of a table, and its lines would pass for rows.
void refuseMarkup(QByteArrayView text, const QString& name)
{
    constexpr qsizetype Head = 4096;
    const QByteArray head =
        text.first(std::min(text.size(), Head)).toByteArray().trimmed().toLower();
    if (!head.startsWith('<'))
        return;
    if (head.startsWith("<!doctype html") || head.contains("<html"))
        throw base::Error(
            Text::tr("“%1” is a web page (HTML), not a table. Often it says that the "
                     "file was not there or has to be paid for: open it in a browser, "
                     "and fetch the table itself.")
                .arg(name));
    for (const char* kind : {"gpx", "kml", "gml"})
        if (head.contains(QByteArray("<") + kind))
            throw base::Error(
                Text::tr("“%1” is a layer in the format %2, not a table of text. "
                         "Give it the ending .%3, and choose it again.")
                    .arg(name, QString::fromLatin1(kind).toUpper(), QString::fromLatin1(kind)));
    throw base::Error(Text::tr("“%1” is XML, not a table. Save it as CSV or as a spreadsheet in "
                               "the program it comes from.")
                          .arg(name));
}

// Names of columns are hardly ever numbers; a year or two may be among them.
bool looksLikeData(const std::vector<QByteArrayView>& fields)
{
    size_t numbers = 0;
    size_t filled = 0;
    for (const QByteArrayView field : fields) {
        const QByteArrayView text = field.trimmed();
        numbers += parseNumber(text) ? 1 : 0;
        filled += text.isEmpty() ? 0 : 1;
        if (text.first(std::min<qsizetype>(text.size(), 5)).toByteArray().toUpper() == "POINT" &&
            text.contains('('))
            return true;
    }
    return numbers * 4 > filled || filled == 0;
}

size_t filledOf(const std::vector<QByteArrayView>& fields)
{
    return size_t(std::count_if(fields.begin(), fields.end(),
                                [](QByteArrayView field) { return !field.trimmed().isEmpty(); }));
}

// Of an archive, but for MapInfo's, which are read as layers.
QStringList textMembers(const QString& path)
{
    constexpr qsizetype Sign = 64;
    QStringList names;
    for (const geo::ArchiveMember& member : geo::listArchive(path))
        if (isText(member.name) &&
            !(member.name.endsWith(QLatin1String(".tab"), Qt::CaseInsensitive) &&
              geo::readArchiveHead(path, member.name, Sign)
                  .trimmed()
                  .toLower()
                  .startsWith("!table")))
            names << member.name;
    return names;
}

QString refuseChoice(const QString& fileName, const QStringList& tables)
{
    throw base::Error(Text::tr("“%1” holds several tables. Name one of them: %2.")
                          .arg(fileName, tables.join(QStringLiteral(", "))));
}

// The one that is meant: by its name, or by a member's name without folder and ending.
QString chosenTable(const QString& fileName, const QStringList& tables, const QString& wanted)
{
    if (tables.size() == 1 && wanted.isEmpty())
        return tables.front();
    for (const QString& table : tables)
        if (table == wanted || QFileInfo(table).completeBaseName() == wanted)
            return table;
    return refuseChoice(fileName, tables);
}

} // namespace

QStringList ImportTable::listTables(const QString& path)
{
    refuseWhatCannotBeRead(path);
    if (isText(path) && !geo::TableSource::reads(path))
        return {};
    QStringList names;
    if (isArchive(path))
        names = textMembers(path);
    if (names.isEmpty() && isMinmodJson(path))
        return {SitesTable, InventoryTable};
    if (geo::TableSource::reads(path)) {
        try {
            for (const geo::TableInfo& table : geo::TableSource::listTables(path))
                names << table.name;
        } catch (const base::Error&) {
            if (names.isEmpty())
                throw;
        }
    } else if (isArchive(path) && names.isEmpty()) {
        throw base::Error(Text::tr("The archive “%1” holds no table. Tables end in: csv, txt, "
                                   "tab, tsv, xlsx, ods, dbf.")
                              .arg(QFileInfo(path).fileName()));
    }
    return names;
}

bool ImportTable::isCalledSites(const QString& table)
{
    const QString name = QFileInfo(table).completeBaseName();
    const auto isName = [&](const char* each) {
        return name.compare(QLatin1String(each), Qt::CaseInsensitive) == 0;
    };
    return isName("sites") || isName("site") || isName("general") || isName("sitios");
}

qsizetype ImportTable::likelyTable(const QStringList& tables)
{
    auto found = std::find_if(tables.begin(), tables.end(), isCalledSites);
    if (found == tables.end())
        found = std::find_if(tables.begin(), tables.end(), [](const QString& table) {
            return !table.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
        });
    return found != tables.end() ? found - tables.begin() : 0;
}

ImportTable ImportTable::openBeginning(const QString& path, const QString& table,
                                       base::Progress& progress)
{
    constexpr qsizetype Head = 256 << 10;
    constexpr size_t Rows = 200;
    ImportTable opened;
    if (isArchive(path) && textMembers(path).contains(table)) {
        QByteArray head = geo::readArchiveHead(path, table, Head);
        if (head.size() == Head) // not the line that is cut
            head.truncate(std::max(head.lastIndexOf('\n'), qsizetype(0)) + 1);
        opened = fromText(table, std::move(head), {});
    } else {
        opened = fromSheet(path, table, Rows, progress);
    }
    opened.m_table = table;
    opened.m_digest = std::make_shared<const LateDigest>(QString());
    opened.m_decimalSigns = decimalSigns(opened);
    return opened;
}

ImportTable ImportTable::open(const QString& path, const Options& options, base::Progress& progress)
{
    std::vector<ImportTable> tables = openAll(path, {options.table}, options.encoding, progress);
    ImportTable table = std::move(tables.front());
    if (table.firstRows(1).empty()) {
        QString words =
            Text::tr(
                "“%1” holds the names of columns and no row under them. Look in the program it "
                "comes from whether it was exported whole.")
                .arg(table.m_fileName);
        for (const base::Issue& issue : table.m_issues)
            words += QLatin1Char(' ') + issue.text;
        throw base::Error(words);
    }
    for (const auto& [column, sign] : options.decimalSigns)
        if (const auto index = table.columnIndex(column))
            table.m_decimalSigns[*index] = sign;
    return table;
}

std::vector<ImportTable> ImportTable::openAll(const QString& path, const QStringList& tables,
                                              const QString& encoding, base::Progress& progress)
{
    QFileInfo before(path);
    before.stat();
    const QString fileName = before.fileName();
    progress.begin(Text::tr("Reading %1").arg(fileName));
    const QStringList known = listTables(path);
    const QStringList texts = isArchive(path) ? textMembers(path) : QStringList();
    std::vector<ImportTable> opened;
    std::shared_ptr<const LateDigest> digest;
    std::optional<MinmodTables> minmod;
    for (const QString& wanted : tables) {
        progress.check();
        const QString name = known.isEmpty() ? QString() : chosenTable(fileName, known, wanted);
        if (texts.contains(name)) {
            opened.push_back(
                fromText(name, geo::readArchiveMember(path, name, MostBytes, progress), encoding));
        } else if (known == QStringList{SitesTable, InventoryTable} && isMinmodJson(path)) {
            if (!minmod)
                minmod = readMinmodJson(path, progress);
            ImportTable table;
            table.m_format = QStringLiteral("JSON");
            const bool sites = name == SitesTable;
            table.m_rows = sites ? minmod->sites : minmod->inventory;
            const QStringList& columns = sites ? minmodSiteColumns() : minmodInventoryColumns();
            table.m_columns.assign(columns.begin(), columns.end());
            opened.push_back(std::move(table));
        } else if (geo::TableSource::reads(path)) {
            opened.push_back(fromSheet(path, name, std::numeric_limits<size_t>::max(), progress));
        } else {
            QByteArray bytes = readWhole(path, progress);
            digest = std::make_shared<const LateDigest>(bytes);
            opened.push_back(fromText(path, std::move(bytes), encoding));
        }
        opened.back().m_table = name;
        opened.back().m_tablesBeside = known;
        opened.back().m_tablesBeside.removeAll(name);
    }
    if (digest == nullptr)
        digest = std::make_shared<const LateDigest>(
            QFileInfo(path).isFile() ? base::sha256OfFile(path, progress) : QString());
    if (const QFileInfo after(path);
        after.size() != before.size() || after.lastModified() != before.lastModified())
        refuseChanged(path);
    for (ImportTable& table : opened) {
        table.m_fileName = fileName;
        table.m_digest = digest;
        table.m_decimalSigns = decimalSigns(table);
        for (base::Issue& issue : table.m_issues)
            issue.where.file = fileName;
    }
    return opened;
}

ImportTable ImportTable::fromText(const QString& path, QByteArray bytes, const QString& encoding)
{
    const QString name = QFileInfo(path).fileName();
    ImportTable table;
    table.m_format = QStringLiteral("CSV");
    EncodedText text = toUtf8(std::move(bytes), encoding);
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    if (std::all_of(text.utf8.cbegin(), text.utf8.cend(), isBlank))
        throw base::Error(Text::tr("“%1” is empty: it has not even a header line. Ask for the file "
                                   "again, or export it again.")
                              .arg(name));
    if (text.utf8.contains('\0'))
        throw base::Error(Text::tr("“%1” is no text, so it cannot be read as a table. Save it as "
                                   "CSV in the program it comes from.")
                              .arg(name));
    refuseMarkup(text.utf8, name);
    table.m_encoding = text.encoding;
    const auto note = [&](const QString& words) {
        table.m_issues.push_back({base::Severity::Note, words, {}});
    };
    if (encoding.isEmpty() && text.encoding == QLatin1String("windows-1252"))
        note(
            Text::tr("The file is not UTF-8. It was read as Windows-1252; look whether its accents "
                     "are right."));
    else if (encoding.isEmpty() && !text.encoding.startsWith(QLatin1String("UTF-")))
        note(Text::tr("The file is not UTF-8. By its content it was read as %1; look whether its "
                      "words are right.")
                 .arg(text.encoding));
    if (text.oddLines > 0)
        note(Text::tr("The file is UTF-8 but for %1 lines, which were read as Windows-1252.")
                 .arg(text.oddLines));
    const char separator = csvSeparatorOf(text.utf8);
    table.m_separator = QLatin1Char(separator);
    table.m_rows = std::make_shared<TextRows>(std::move(text.utf8), separator);
    table.m_fileName = name;
    table.readHeader();
    return table;
}

ImportTable ImportTable::fromSheet(const QString& path, const QString& name, size_t mostRows,
                                   base::Progress& progress)
{
    ImportTable table;
    geo::TableSource source = geo::TableSource::open(path, name);
    table.m_format = source.driver();
    auto rows = std::make_shared<KeptRows>();
    bool hasPlaces = false;
    source.forEachRow(progress, [&](qint64 line, std::span<const std::optional<QString>> fields,
                                    const std::optional<QString>& wkt) {
        for (const auto& field : fields)
            rows->add(field ? field->toUtf8() : QByteArray());
        if (!source.isSheet())
            rows->add(wkt ? wkt->toUtf8() : QByteArray());
        hasPlaces = hasPlaces || wkt;
        rows->end(line);
        return size_t(rows->count()) < mostRows;
    });
    table.m_issues = source.issues();
    table.m_rows = rows;
    table.m_fileName = QFileInfo(path).fileName();
    if (source.isSheet()) {
        if (rows->count() == 0)
            throw base::Error(Text::tr("The sheet “%1” of “%2” is empty. Choose another one.")
                                  .arg(name, table.m_fileName));
        table.readHeader();
        return table;
    }
    table.m_columns = source.columns();
    table.m_placeColumn = QStringLiteral("geometry");
    while (table.columnIndex(table.m_placeColumn))
        table.m_placeColumn += u'_';
    table.m_columns.push_back(table.m_placeColumn);
    if (!hasPlaces)
        table.m_placeColumn.clear();
    if (const auto crs = source.crs())
        table.m_crs = crs->toText();
    return table;
}

void ImportTable::readHeader()
{
    struct Candidate
    {
        qint64 line;
        QStringList names;
        size_t filled;
        CsvReader::Problem problem;
        bool data;
    };
    std::vector<Candidate> first;
    base::Progress quiet;
    m_rows->forEach(quiet, [&](const TableRows::Row& row) {
        Candidate candidate{
            row.line, {}, filledOf(row.fields), row.problem, looksLikeData(row.fields)};
        for (const QByteArrayView field : row.fields)
            candidate.names << QString::fromUtf8(field).simplified();
        first.push_back(std::move(candidate));
        return first.size() < HeaderRows;
    });
    if (first.empty())
        throw base::Error(Text::tr("“%1” is empty: it has not even a header line. Ask for the file "
                                   "again, or export it again.")
                              .arg(m_fileName));
    const Candidate& top = first.front();
    if (top.problem == CsvReader::Problem::TooLong ||
        (top.problem == CsvReader::Problem::None && size_t(top.names.size()) > MostColumns))
        refuseLongLine(m_fileName);
    if (top.problem == CsvReader::Problem::OpenQuote)
        throw base::Error(
            Text::tr("The header line of “%1” opens a quotation mark and never closes "
                     "it. Mend that line.")
                .arg(m_fileName));
    // Titles and notes may stand above it: the first that is about as wide as the table.
    size_t widest = 0;
    for (const Candidate& candidate : first)
        widest = std::max(widest, candidate.filled);
    const auto header = std::find_if(first.begin(), first.end(), [&](const Candidate& candidate) {
        return candidate.problem == CsvReader::Problem::None && candidate.filled * 2 >= widest;
    });
    if (header == first.end() || header->data)
        throw base::Error(Text::tr("The first line of “%1” is not a header: it holds “%2”. Put a "
                                   "line with the names of the columns above it.")
                              .arg(m_fileName, top.names.value(0).left(40)));
    m_headerLine = header->line;
    QStringList names = header->names;
    while (names.size() > 1 && names.back().isEmpty())
        names.removeLast();
    std::map<QString, int> seen;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString name = names[i].isEmpty() ? QStringLiteral("#%1").arg(i + 1) : names[i];
        const int count = ++seen[name];
        m_columns.push_back(count == 1 ? name : QStringLiteral("%1 (%2)").arg(name).arg(count));
    }
    if (header != first.begin())
        m_issues.push_back({base::Severity::Note,
                            Text::tr("The header of the table was found in line %1; what stands "
                                     "above it was passed over.")
                                .arg(m_headerLine),
                            {{}, m_headerLine, {}, {}}});
}

std::optional<size_t> ImportTable::columnIndex(const QString& name) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    return found != m_columns.end() ? std::optional(size_t(found - m_columns.begin()))
                                    : std::nullopt;
}

bool ImportTable::visitRows(base::Progress& progress,
                            const std::function<bool(const Row&)>& visit) const
{
    std::vector<QByteArrayView> fields;
    bool more = true;
    const bool isText = !m_separator.isNull();
    m_rows->forEach(progress, [&](const TableRows::Row& each) {
        if (each.line <= m_headerLine)
            return true;
        fields.assign(each.fields.begin(), each.fields.end());
        while (fields.size() > m_columns.size() && fields.back().isEmpty())
            fields.pop_back();
        Row row;
        row.line = each.line;
        if (each.problem == CsvReader::Problem::OpenQuote)
            row.problem = "bad_quote";
        else if (each.problem == CsvReader::Problem::TooLong)
            row.problem = "line_too_long";
        else if (fields.size() > m_columns.size())
            row.problem = "too_many_fields";
        else if (fields.size() < m_columns.size() && isText)
            row.problem = "too_few_fields";
        else
            fields.resize(m_columns.size());
        if (!isText && filledOf(fields) == 0)
            return true;                     // a blank row of a sheet
        for (QByteArrayView& field : fields) // the escape of what a spreadsheet would run
            if (field.size() > 1 && field[0] == '\'' &&
                QByteArrayView("=+-@\t\r'").contains(field[1]))
                field = field.sliced(1);
        row.fields = fields;
        more = visit(row);
        return more;
    });
    return more;
}

void ImportTable::forEachRow(base::Progress& progress, const std::function<void(const Row&)>& visit,
                             const std::optional<size_t>& most) const
{
    size_t visited = 0;
    visitRows(progress, [&](const Row& row) {
        visit(row);
        return !most || ++visited < *most;
    });
}

std::vector<ImportTable::KeptRow> ImportTable::firstRows(size_t most) const
{
    std::vector<KeptRow> first;
    base::Progress quiet;
    visitRows(quiet, [&](const Row& row) {
        KeptRow kept{row.line, {}};
        for (const QByteArrayView field : row.fields)
            kept.fields << QString::fromUtf8(field);
        first.push_back(std::move(kept));
        return first.size() < most;
    });
    return first;
}

} // namespace catalogue
