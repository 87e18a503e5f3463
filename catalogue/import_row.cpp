// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_row.h"

#include "base/digest.h"
#include "base/error.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr size_t MostUnused = 2000; // values that are listed one by one
const QString OwnColumns = QStringLiteral("veta_");

} // namespace

RowReader::RowReader(const ImportTable& table, const ImportMapping& mapping, base::Id source)
    : m_table(table)
    , m_mapping(mapping)
    , m_source(source)
    , m_columns(table, mapping.parts, mapping.decimal)
    , m_terms(mapping)
    , m_positions(table, mapping)
    , m_units(mapping.units)
    , m_mendedColumn(table.columnIndex(QStringLiteral("veta_set_aside")))
    , m_sourceColumn(table.columnIndex(QStringLiteral("veta_source")))
{
    for (const auto& [field, name] : {std::pair(&m_key, f::Key),
                                      std::pair(&m_name, f::Name),
                                      std::pair(&m_alias, f::Alias),
                                      std::pair(&m_kind, f::Kind),
                                      std::pair(&m_stage, f::Stage),
                                      std::pair(&m_stageDate, f::StageDate),
                                      std::pair(&m_country, f::Country),
                                      std::pair(&m_admin1, f::Admin1),
                                      std::pair(&m_depositType, f::DepositType),
                                      std::pair(&m_commodity, f::Commodity),
                                      std::pair(&m_byProduct, f::ByProduct),
                                      std::pair(&m_process, f::Process),
                                      std::pair(&m_feed, f::Feed),
                                      std::pair(&m_product, f::Product),
                                      std::pair(&m_capacity, f::Capacity),
                                      std::pair(&m_capacityUnit, f::CapacityUnit),
                                      std::pair(&m_capacityYear, f::CapacityYear),
                                      std::pair(&m_owner, f::Owner),
                                      std::pair(&m_idSystem, f::IdSystem),
                                      std::pair(&m_externalId, f::ExternalId),
                                      std::pair(&m_page, f::Page),
                                      std::pair(&m_note, f::Note)})
        *field = m_columns[name];
    FigureReader own(table, mapping.parts, mapping, m_terms);
    if (own.isMapped())
        m_figures.push_back(std::move(own));
    for (const auto& parts : mapping.estimates)
        m_figures.emplace_back(table, parts, mapping, m_terms);
    for (const QString& column : table.columns())
        m_own.push_back(column.startsWith(OwnColumns));
    if (!mapping.joins.isEmpty() && !m_key.isMapped())
        throw base::Error(Text::tr("The rows of “%1” are figures about sites of “%2”, but the "
                                   "mapping does not say which column names the site.")
                              .arg(table.fileName(), mapping.joins));
}

void RowReader::noteUnused(const QString& column, const QString& value, qint64 line,
                           const char* what)
{
    const std::tuple key(column, m_unused.size() < MostUnused ? value : QString(),
                         std::string(what));
    Unused& unused = m_unused[key];
    if (unused.count++ == 0)
        unused.line = line;
}

void RowReader::setAside(ImportedRow& out, const char* reason, const QString& column,
                         const QString& value)
{
    if (!out.reason.isEmpty())
        return; // the first reason is enough
    out.reason = QString::fromLatin1(reason);
    out.column = column;
    out.value = value.left(500);
}

void RowReader::readKey(ImportedRow& out, const ImportTable::Row& row)
{
    QStringList parts;
    for (const ImportField::Slot& slot : m_key.slotList())
        parts << QString::fromUtf8(ImportField::bytes(slot, row)).simplified();
    // The last part is the record's own number; without it the others only say where it is from.
    const bool hasKey = !parts.isEmpty() && !saysNothing(parts.back().toUtf8());
    parts.removeAll(QString());
    const auto rowKey = [&] {
        QByteArray content;
        for (size_t i = 0; i < row.fields.size(); ++i)
            if (!m_own[i])
                content += row.fields[i].toByteArray() + '\0';
        return QStringLiteral("row ") + QString::fromLatin1(base::sha256(content).toHex().left(16));
    };
    bool same = false; // a repeated row is one that says exactly the same
    if (!m_mapping.joins.isEmpty()) {
        if (!hasKey)
            setAside(out, "no_name_no_key", m_key.columnName(), {});
        out.joinKey = parts.join(u' ');
        out.key = out.joinKey + QLatin1Char(' ') + rowKey();
        same = true;
    } else if (hasKey) {
        out.key = parts.join(u' ');
    } else {
        out.key = rowKey();
        same = true;
        if (out.site.name.isEmpty() && !out.position.point)
            setAside(out, "no_name_no_key", {}, {});
    }
    const QString unique = out.sourceKey == m_source
                               ? out.key
                               : QString::number(out.sourceKey) + QLatin1Char(' ') + out.key;
    qint64& first = m_firstLine[unique];
    if (first == 0)
        first = row.line;
    else
        setAside(out, same ? "repeated_row" : "repeated_key",
                 same ? QString() : m_key.slotList().back().name,
                 same ? QString::number(first) : out.key);
}

void RowReader::readMended(ImportedRow& out, const ImportTable::Row& row) const
{
    if (!m_mendedColumn || !m_sourceColumn)
        return;
    bool isId = false;
    bool isSource = false;
    const base::Id aside = row.fields[*m_mendedColumn].toLongLong(&isId);
    const base::Id source = row.fields[*m_sourceColumn].toLongLong(&isSource);
    if (isId && isSource && aside > 0 && source > 0) {
        out.mended = aside;
        out.sourceKey = source;
    }
}

void RowReader::readCommodities(ImportedRow& out, const ImportTable::Row& row)
{
    const auto take = [&](const ImportField& columns, const QString& field, const QString& role) {
        for (const ImportField::Slot& slot : columns.slotList())
            for (const QString& key :
                 m_terms.commodities(field, ImportField::bytes(slot, row), row.line)) {
                const bool isThere =
                    std::any_of(out.commodities.begin(), out.commodities.end(),
                                [&](const SiteCommodity& each) { return each.commodity == key; });
                if (!isThere)
                    out.commodities.push_back({0, key, role, int(out.commodities.size()) + 1, {}});
            }
    };
    take(m_commodity, f::Commodity, QStringLiteral("main"));
    take(m_byProduct, f::ByProduct, QStringLiteral("by_product"));
}

void RowReader::readFigures(ImportedRow& out, const ImportTable::Row& row)
{
    const bool joins = !m_mapping.joins.isEmpty();
    const QString only =
        out.commodities.size() == 1 ? out.commodities.front().commodity : QString();
    for (FigureReader& reader : m_figures) {
        ImportedFigure figure = reader.read(row, only);
        if (figure.estimate)
            out.estimates.push_back(std::move(*figure.estimate));
        else if (figure.problem != nullptr && joins)
            setAside(out, figure.problem, figure.column, figure.said);
        else if (figure.problem != nullptr)
            noteUnused(figure.column, figure.said, row.line, figure.problem);
    }
}

void RowReader::readProcess(ImportedRow& out, const ImportTable::Row& row)
{
    if (!m_process.isMapped() && !m_product.isMapped() && !m_capacity.isMapped())
        return;
    SiteProcess process;
    process.process = m_process.text(row);
    process.feed = m_feed.text(row);
    process.product = m_product.text(row);
    QByteArrayView said;
    if (const auto capacity = m_capacity.number(row, &said); capacity && *capacity > 0) {
        const QString spelling = m_capacityUnit.text(row);
        const auto unit = m_units.tonnage(spelling);
        if (!m_capacityUnit.isMapped())
            process.capacityTonnesPerYear = capacity;
        else if (unit.unit)
            process.capacityTonnesPerYear = *capacity * unit.unit->tonnesPerUnit;
        else
            noteUnused(m_capacityUnit.columnName(), spelling, row.line, "unknown_unit");
    }
    if (const auto year = m_capacityYear.number(row, &said))
        process.year = int(std::clamp(*year, 0.0, 9999.0));
    if (process.process.isEmpty())
        process.process = process.product;
    if (process.process.isEmpty() && process.capacityTonnesPerYear)
        process.process = QStringLiteral("processing"); // the table asks for a word
    if (!process.process.isEmpty())
        out.process = process;
}

QString RowReader::country(const ImportTable::Row& row)
{
    return m_terms.term(f::Country, countries(), m_country.text(row), row.line);
}

ImportedPosition RowReader::readPosition(const ImportTable::Row& row)
{
    if (row.problem != nullptr)
        return {};
    return m_positions.read(row, country(row));
}

ImportedRow RowReader::read(const ImportTable::Row& row)
{
    ImportedRow out;
    out.line = row.line;
    out.sourceKey = m_source;
    if (row.problem != nullptr) {
        setAside(out, row.problem, {},
                 row.fields.size() == 1 ? QString::fromUtf8(row.fields.front()) : QString());
        return out;
    }
    readMended(out, row);
    const bool joins = !m_mapping.joins.isEmpty();
    out.site.stage = m_terms.term(f::Stage, stages(), m_stage.text(row), row.line);
    out.site.stageDate = m_stageDate.text(row);
    out.site.depositType = m_depositType.text(row);
    if (!joins) {
        out.site.name = m_name.text(row);
        out.site.kind = m_terms.term(f::Kind, siteKinds(), m_kind.text(row), row.line);
        out.site.country = country(row);
        out.site.admin1 = m_admin1.text(row);
        QStringList notes;
        for (const ImportField::Slot& slot : m_note.slotList())
            if (const QByteArrayView note = ImportField::bytes(slot, row); !saysNothing(note))
                notes << QString::fromUtf8(note);
        out.site.note = notes.join(QStringLiteral("; "));
        out.position = m_positions.read(row, out.site.country);
        if (out.position.zero)
            noteUnused(out.position.column, out.position.said, row.line, "zero");
        if (out.position.reason != nullptr)
            setAside(out, out.position.reason, out.position.column, out.position.said);
    }
    out.owner = m_owner.text(row);
    out.page = m_page.text(row);
    out.externalId = {0, m_idSystem.text(row), m_externalId.text(row)};
    for (const ImportField::Slot& slot : m_alias.slotList())
        for (const QString& alias :
             listParts(QString::fromUtf8(ImportField::bytes(slot, row)), m_mapping.listSeparator))
            if (alias != out.site.name && !out.aliases.contains(alias))
                out.aliases << alias;
    readKey(out, row);
    readCommodities(out, row);
    readFigures(out, row);
    readProcess(out, row);
    if (joins && out.estimates.empty() && !out.process && out.owner.isEmpty() &&
        out.aliases.isEmpty() && out.commodities.empty() && out.site.stage.isEmpty() &&
        out.site.depositType.isEmpty())
        setAside(out, "no_figure", {}, {});
    return out;
}

std::vector<base::Issue> RowReader::issues() const
{
    std::vector<base::Issue> issues;
    const QString file = m_table.fileName();
    for (const ImportWord& word : m_terms.words()) {
        if (word.isKnown)
            continue;
        if (issues.size() >= MostUnused)
            break;
        issues.push_back(
            {base::Severity::Note,
             Text::tr("“%1” is not known and was left out (rows: %2).")
                 .arg(word.word)
                 .arg(word.count),
             {file, word.line,
              m_columns[word.field].isMapped() ? m_columns[word.field].columnName() : word.field,
              word.word}});
    }
    for (const auto& [key, unused] : m_unused) {
        const auto& [column, value, what] = key;
        QString text;
        if (what == "zero")
            text = Text::tr("The position 0, 0 was taken for none (rows: %1).").arg(unused.count);
        else if (value.isEmpty() && what != "no_unit")
            text = Text::tr("Other values that are not known were left out (rows: %1).")
                       .arg(unused.count);
        else
            text = Text::tr("A figure was left out (rows: %1; “%2”): %3")
                       .arg(unused.count)
                       .arg(value, setAsideText(QString::fromStdString(what)));
        issues.push_back({base::Severity::Note, text, {file, unused.line, column, value}});
    }
    return issues;
}

QString doubtfulPositions(const ImportTable& table, ImportMapping& mapping)
{
    if (!mapping.has(f::X) || !mapping.has(f::Y) || mapping.has(f::UtmZone))
        return {};
    constexpr size_t Sample = 2000;
    ImportMapping asDegrees = mapping;
    asDegrees.crs = QStringLiteral("EPSG:4326");
    asDegrees.joins.clear();
    std::erase_if(asDegrees.parts, [](const ImportMapping::Part& part) {
        return part.field == f::Crs || part.field == f::Wkt;
    });
    RowReader reader(table, asDegrees, 1);
    size_t positions = 0;
    size_t swapped = 0;
    size_t unsignedWest = 0;
    base::Progress quiet;
    table.forEachRow(
        quiet,
        [&](const ImportTable::Row& row) {
            const ImportedPosition position = reader.readPosition(row);
            positions += position.point ? 1 : 0;
            const QByteArrayView reason(position.reason);
            swapped += reason == QByteArrayView("position_swapped") ? 1 : 0;
            unsignedWest += reason == QByteArrayView("longitude_without_sign") ? 1 : 0;
        },
        Sample);
    if (positions == 0)
        return {};
    if (swapped * 10 > positions * 9) {
        mapping.swapped = true;
        return QLatin1Char(' ') +
               Text::tr("Its latitudes are beyond 90 degrees, or lie in the countries named only "
                        "as longitudes: the two columns are taken for each other.");
    }
    if (unsignedWest * 10 > positions * 9) {
        mapping.westward = true;
        return QLatin1Char(' ') +
               Text::tr("Its longitudes have no sign, and its countries lie west: they are taken "
                        "as west.");
    }
    return {};
}

} // namespace catalogue
