// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/sheet_counter.h"

#include "base/error.h"
#include "geo/text.h"

namespace geo {

namespace {

// What GDAL keeps for a field of a row.
constexpr qint64 FieldBytes = 16;
constexpr qsizetype MostMergedNamed = 5;

// Column A is 1; 0 where the name of a cell has no letters. Letters end at the first digit.
qint64 columnOf(QByteArrayView cell)
{
    qint64 column = 0;
    for (const char c : cell) {
        if (c < 'A' || c > 'Z' || column > MostSheetColumns)
            break;
        column = column * 26 + (c - 'A' + 1);
    }
    return column;
}

QString cellName(qint64 column, qint64 row)
{
    QString letters;
    for (qint64 rest = column; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + int((rest - 1) % 26)));
    return letters + QString::number(row);
}

void addMerged(SheetFacts& facts, const QString& range)
{
    ++facts.mergedRanges;
    if (facts.merged.size() < MostMergedNamed)
        facts.merged << range;
}

} // namespace

void refuseSize(const QString& name, const QString& cause)
{
    throw base::Error(Text::tr("“%1” unpacks to far more than a table of sites holds, and might "
                               "fill the memory; it was not read. If you trust it, open it in a "
                               "spreadsheet program and save the one sheet you need as CSV.")
                          .arg(name),
                      cause);
}

void refuseWorkbook(const QString& name, const QString& cause)
{
    throw base::Error(Text::tr("“%1” is no workbook that can be read, or it is damaged. Open it in "
                               "a spreadsheet program and save it again as .xlsx or .ods, or save "
                               "the sheet you need as CSV.")
                          .arg(name),
                      cause);
}

void refuseEntities(const Tag& tag, const QString& name)
{
    const QByteArrayView kind = tag.name();
    if (kind.startsWith("!DOCTYPE") || kind.startsWith("!ENTITY"))
        refuseWorkbook(name, QStringLiteral("it defines entities"));
}

OpenXmlCounter::OpenXmlCounter(SheetFacts& facts, const std::vector<qint32>& shared,
                               const QString& name)
    : m_facts(facts)
    , m_shared(shared)
    , m_name(name)
{
}

void OpenXmlCounter::tag(const Tag& tag)
{
    const QByteArrayView kind = tag.name();
    m_inValue = false;
    if (!kind.startsWith('!') && !kind.startsWith('?'))
        m_whole = kind == "/worksheet";
    if (kind == "c") {
        beginCell(tag);
    } else if (kind == "v") {
        m_inValue = !tag.isEmptyElement();
    } else if (kind == "/c") {
        m_facts.formulasWithoutResult += m_hasFormula && !m_hasResult ? 1 : 0;
        m_facts.cutTexts += m_runs > 1 ? 1 : 0;
        m_hasFormula = false;
        m_runs = 0;
    } else if (kind == "row") {
        m_facts.rows = std::max(m_facts.rows + 1, tag.number("r"));
        m_column = 0;
        weigh(0);
    } else if (kind == "f") {
        m_hasFormula = true;
    } else if (kind == "r") {
        ++m_runs;
    } else if (kind == "mergeCell") {
        addMerged(m_facts, QString::fromLatin1(tag.attribute("ref").value_or("?")));
    } else if (kind.endsWith(":sheetData")) {
        // GDAL would find no rows.
        refuseWorkbook(m_name, QStringLiteral("tags with a prefix"));
    } else {
        refuseEntities(tag, m_name);
    }
}

void OpenXmlCounter::text(QByteArrayView beginning, qint64 bytes)
{
    if (!m_inValue)
        return;
    m_hasResult = m_hasResult || bytes > 0;
    const qint64 number = m_isShared ? beginning.toLongLong() : -1;
    weigh(number >= 0 && number < qint64(m_shared.size()) ? m_shared[std::size_t(number)] : bytes);
}

void OpenXmlCounter::finish()
{
    if (!m_whole)
        refuseWorkbook(m_name, QStringLiteral("the sheet “%1” ends early").arg(m_facts.name));
    // GDAL takes a sheet of one row without cells for one without rows.
    if (m_facts.rows == 1 && m_facts.widest == 0)
        m_facts.rows = 0;
}

void OpenXmlCounter::beginCell(const Tag& tag)
{
    const qint64 stated = columnOf(tag.attribute("r").value_or(QByteArrayView()));
    m_column = stated > 0 ? stated : m_column + 1;
    m_facts.widest = std::max(m_facts.widest, std::min(m_column, MostSheetColumns + 1));
    m_isShared = tag.attribute("t") == QByteArrayView("s");
    m_hasFormula = false;
    m_hasResult = false;
    m_runs = 0;
    weigh(0);
}

void OpenXmlCounter::weigh(qint64 textBytes)
{
    m_texts += textBytes > 0 ? textBytes + SharedTextBytes : 0;
    if (m_texts + m_facts.rows * (m_facts.widest + 4) * FieldBytes > MostSheetMemory)
        refuseSize(m_name, QStringLiteral("%1 rows of %2 columns, %3 bytes of text")
                               .arg(m_facts.rows)
                               .arg(m_facts.widest)
                               .arg(m_texts));
}

OpenDocumentCounter::OpenDocumentCounter(std::vector<SheetFacts>& sheets, const QString& name)
    : m_sheets(sheets)
    , m_name(name)
{
}

void OpenDocumentCounter::tag(const Tag& tag)
{
    const QByteArrayView kind = tag.name();
    if (kind == "table:table") {
        m_sheets.emplace_back();
        m_row = 0;
    } else if (m_sheets.empty()) {
        refuseEntities(tag, m_name);
    } else if (kind == "table:table-row") {
        m_row = std::min(m_row + m_repeated, Tag::MostNumber);
        m_repeated = std::max<qint64>(1, tag.number("table:number-rows-repeated", 1));
        m_column = 0;
    } else if (kind == "/table:table") {
        m_row = 0;
        m_repeated = 0;
    } else if (kind == "table:table-cell" || kind == "table:covered-table-cell") {
        cell(tag, kind.startsWith("table:covered"));
    }
}

void OpenDocumentCounter::cell(const Tag& tag, bool covered)
{
    SheetFacts& facts = m_sheets.back();
    const qint64 count = std::max<qint64>(1, tag.number("table:number-columns-repeated", 1));
    const qint64 across = tag.number("table:number-columns-spanned", 1);
    const qint64 down = tag.number("table:number-rows-spanned", 1);
    if (across > 1 || down > 1)
        addMerged(facts, cellName(m_column + 1, m_row + 1) + QLatin1Char(':') +
                             cellName(m_column + across, m_row + down));
    m_shifts = m_shifts || (covered && count > 1);
    m_column += std::min(count, MostSheetColumns);
    if (!tag.attribute("office:value-type") && !tag.attribute("table:formula"))
        return;
    facts.rows = std::max(facts.rows, m_row + m_repeated);
    facts.widest = std::max(facts.widest, std::min(m_column, MostSheetColumns));
    if (facts.rows * (facts.widest + 4) * FieldBytes > MostSheetMemory)
        refuseSize(m_name,
                   QStringLiteral("%1 rows of %2 columns").arg(facts.rows).arg(facts.widest));
}

} // namespace geo
