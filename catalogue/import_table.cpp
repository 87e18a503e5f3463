// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_table.h"

#include "base/digest.h"
#include "base/error.h"
#include "catalogue/csv.h"
#include "catalogue/text.h"
#include "geo/archive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <map>

namespace catalogue {

namespace {

constexpr qint64 MostBytes = qint64(1) << 30;
constexpr int RowsPerCheck = 512;

bool isArchive(const QString& path)
{
    return path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

QByteArray readWhole(const QString& path, base::Progress& progress)
{
    const QString name = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        throw base::Error(Text::tr("There is no file “%1”. Check its name and folder.").arg(name));
    if (info.isDir())
        throw base::Error(Text::tr("“%1” is a folder. Choose one of the files in it.").arg(name));
    if (info.size() > MostBytes)
        throw base::Error(Text::tr("“%1” is larger than %2 MB, which is more than is read at once. "
                                   "Divide it first.")
                              .arg(name)
                              .arg(MostBytes >> 20));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(
            Text::tr("“%1” cannot be read. Ask its owner for leave to read it.").arg(name),
            file.errorString());
    QByteArray bytes;
    bytes.reserve(qsizetype(info.size()));
    while (!file.atEnd()) {
        progress.check();
        const QByteArray block = file.read(1 << 22);
        if (block.isEmpty())
            break;
        bytes += block;
    }
    if (file.error() != QFile::NoError)
        throw base::Error(Text::tr("“%1” could not be read to its end.").arg(name),
                          file.errorString());
    return bytes;
}

// Names of columns are hardly ever numbers; a year or two may be among them.
bool looksLikeData(const std::vector<QString>& fields)
{
    size_t numbers = 0;
    size_t filled = 0;
    for (const QString& field : fields) {
        bool isNumber = false;
        field.toDouble(&isNumber);
        numbers += isNumber ? 1 : 0;
        filled += field.trimmed().isEmpty() ? 0 : 1;
        if (field.startsWith(QLatin1String("POINT"), Qt::CaseInsensitive) && field.contains(u'('))
            return true;
    }
    return numbers * 4 > filled || filled == 0;
}

} // namespace

std::vector<QString> ImportTable::listMembers(const QString& path)
{
    std::vector<QString> names;
    if (!isArchive(path))
        return names;
    for (const geo::ArchiveMember& member : geo::listArchive(path)) {
        const QString suffix = QFileInfo(member.name).suffix().toLower();
        if (suffix == QLatin1String("csv") || suffix == QLatin1String("txt") ||
            suffix == QLatin1String("tab") || suffix == QLatin1String("tsv"))
            names.push_back(member.name);
    }
    return names;
}

ImportTable ImportTable::open(const QString& path, const QString& member, base::Progress& progress)
{
    ImportTable table;
    table.m_fileName = QFileInfo(path).fileName();
    progress.begin(Text::tr("Reading %1").arg(table.m_fileName));
    QByteArray bytes;
    if (isArchive(path)) {
        const std::vector<QString> members = listMembers(path);
        if (members.empty())
            throw base::Error(Text::tr("The archive “%1” holds no table. Tables end in: csv, txt, "
                                       "tab, tsv.")
                                  .arg(table.m_fileName));
        const auto chosen =
            member.isEmpty() && members.size() == 1
                ? members.begin()
                : std::find_if(members.begin(), members.end(), [&](const QString& name) {
                      return name == member || QFileInfo(name).completeBaseName() == member;
                  });
        if (chosen == members.end())
            throw base::Error(
                Text::tr("The archive “%1” holds several tables. Name one of them: %2.")
                    .arg(table.m_fileName,
                         QStringList(members.begin(), members.end()).join(QStringLiteral(", "))));
        bytes = geo::readArchiveMember(path, *chosen, MostBytes, progress);
        table.m_member = *chosen;
        table.m_digest = base::sha256OfFile(path, progress);
    } else {
        bytes = readWhole(path, progress);
        table.m_digest = QString::fromLatin1(base::sha256(bytes).toHex());
    }
    progress.check();
    if (bytes.trimmed().isEmpty())
        throw base::Error(Text::tr("“%1” is empty: it has not even a header line. Ask for the file "
                                   "again, or export it again.")
                              .arg(table.m_fileName));
    DecodedText decoded = decodeCsv(bytes);
    bytes.clear();
    table.m_text = std::move(decoded.text);
    table.m_encoding = decoded.encoding;
    if (table.m_text.contains(QChar(u'\0')))
        throw base::Error(Text::tr("“%1” is no text, so it cannot be read as a table. Save it as "
                                   "CSV in the program it comes from.")
                              .arg(table.m_fileName));
    if (decoded.encoding == QLatin1String("windows-1252"))
        table.m_issues.push_back(
            {base::Severity::Note,
             Text::tr(
                 "The file is not UTF-8. It was read as Windows-1252; look whether its accents "
                 "are right."),
             {table.m_fileName, 0, {}, {}}});
    table.m_separator = csvSeparatorOf(table.m_text);
    table.readHeader();
    return table;
}

void ImportTable::readHeader()
{
    CsvReader reader(m_text, m_separator);
    CsvReader::Record header;
    reader.next(header);
    if (header.badQuote)
        throw base::Error(
            Text::tr("The header line of “%1” opens a quotation mark and never closes "
                     "it. Mend that line.")
                .arg(m_fileName));
    if (looksLikeData(header.fields))
        throw base::Error(Text::tr("The first line of “%1” is not a header: it holds “%2”. Put a "
                                   "line with the names of the columns above it.")
                              .arg(m_fileName, header.fields.front().left(40)));
    std::map<QString, int> seen;
    for (size_t i = 0; i < header.fields.size(); ++i) {
        QString name = header.fields[i].simplified();
        if (name.isEmpty())
            name = QStringLiteral("#%1").arg(i + 1);
        const int count = ++seen[name];
        m_columns.push_back(count == 1 ? name : QStringLiteral("%1 (%2)").arg(name).arg(count));
    }
}

std::optional<size_t> ImportTable::columnIndex(const QString& name) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    return found != m_columns.end() ? std::optional(size_t(found - m_columns.begin()))
                                    : std::nullopt;
}

// One row after another, checked against the header.
class ImportTable::Rows
{
public:
    explicit Rows(const ImportTable& table)
        : m_columns(table.m_columns.size())
        , m_reader(table.m_text, table.m_separator)
    {
        m_reader.next(m_record); // the header
    }

    bool next(Row& row)
    {
        std::swap(row.fields, m_record.fields);
        if (!m_reader.next(m_record))
            return false;
        row.line = m_record.line;
        row.problem.clear();
        std::vector<QString>& fields = m_record.fields;
        while (fields.size() > m_columns && fields.back().isEmpty())
            fields.pop_back();
        if (m_record.badQuote)
            row.problem = QStringLiteral("bad_quote");
        else if (fields.size() < m_columns)
            row.problem = QStringLiteral("too_few_fields");
        else if (fields.size() > m_columns)
            row.problem = QStringLiteral("too_many_fields");
        for (QString& field : fields)
            if (field.startsWith(u'\''))
                field = csvUnescaped(field);
        std::swap(row.fields, fields);
        return true;
    }

    qsizetype position() const { return m_reader.position(); }

private:
    size_t m_columns;
    CsvReader m_reader;
    CsvReader::Record m_record;
};

std::vector<ImportTable::Row> ImportTable::firstRows(size_t most) const
{
    Rows rows(*this);
    std::vector<Row> first;
    Row row;
    while (first.size() < most && rows.next(row))
        first.push_back(row);
    return first;
}

void ImportTable::forEachRow(base::Progress& progress,
                             const std::function<void(const Row&)>& visit) const
{
    Rows rows(*this);
    Row row;
    int untilCheck = RowsPerCheck;
    while (rows.next(row)) {
        if (--untilCheck == 0) {
            untilCheck = RowsPerCheck;
            progress.check();
            progress.advance(rows.position() * 1000 / m_text.size());
        }
        visit(row);
    }
}

} // namespace catalogue
