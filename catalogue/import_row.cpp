// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_row.h"

#include "base/digest.h"
#include "base/error.h"
#include "catalogue/text.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr size_t MostUnused = 2000; // words that are listed one by one
const QString MendedColumn = QStringLiteral("veta_set_aside");
const QString SourceColumn = QStringLiteral("veta_source");
const QString OwnColumns = QStringLiteral("veta_");

// The words that files use for nothing.
bool saysNothing(const QString& text)
{
    static const QStringList words{QStringLiteral("<null>"),  QStringLiteral("null"),
                                   QStringLiteral("n/a"),     QStringLiteral("na"),
                                   QStringLiteral("-"),       QStringLiteral("unk"),
                                   QStringLiteral("unknown"), QStringLiteral("notspecified"),
                                   QStringLiteral("nan")};
    return text.isEmpty() || (text.size() <= 12 && words.contains(text.toLower()));
}

// Rounds away what a sum of decimals leaves, so that "0" and "-0.000" are the same.
bool isZero(double value)
{
    return std::abs(value) < 1e-9;
}

} // namespace

std::optional<double> parseNumber(const QString& given)
{
    QString text = given.trimmed();
    text.remove(u' ').remove(QChar(0xa0)).remove(QChar(0x202f));
    const qsizetype comma = text.lastIndexOf(u',');
    const qsizetype point = text.lastIndexOf(u'.');
    if (comma >= 0 && point >= 0) {
        if (comma > point) // 1.234,5
            text.remove(u'.').replace(u',', u'.');
        else
            text.remove(u',');
    } else if (comma >= 0) {
        static const QRegularExpression thousands(QStringLiteral("^[+-]?\\d{1,3}(,\\d{3})+$"));
        if (thousands.match(text).hasMatch())
            text.remove(u',');
        else if (text.count(u',') == 1)
            text.replace(u',', u'.');
    }
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<QPointF> parseWktPoint(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral(
            "^\\s*(?:SRID=\\d+;)?\\s*(?:POINT|MULTIPOINT)\\s*(?:Z|M|ZM)?\\s*\\(\\s*\\(?"
            "\\s*([^\\s(),]+)\\s+([^\\s(),]+)(?:\\s+[^\\s(),]+){0,2}\\s*\\)?\\s*\\)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    bool okX = false;
    bool okY = false;
    const QPointF point(match.capturedView(1).toDouble(&okX), match.capturedView(2).toDouble(&okY));
    if (!okX || !okY || !std::isfinite(point.x()) || !std::isfinite(point.y()))
        return {};
    return point;
}

RowReader::RowReader(const ImportTable& table, const ImportMapping& mapping, base::Id source)
    : m_table(table)
    , m_mapping(mapping)
    , m_source(source)
    , m_mendedColumn(table.columnIndex(MendedColumn))
    , m_sourceColumn(table.columnIndex(SourceColumn))
{
    for (const ImportMapping::Part& part : mapping.parts) {
        Slot slot{{}, part.always.value_or(QString()), part.column};
        if (!part.always) {
            slot.column = table.columnIndex(part.column);
            if (!slot.column)
                throw base::Error(
                    Text::tr("“%1” has no column “%2”, which the mapping reads. It has: %3.")
                        .arg(table.fileName(), part.column,
                             QStringList(table.columns().begin(), table.columns().end())
                                 .join(QStringLiteral(", "))));
        }
        m_slots[part.field].push_back(std::move(slot));
    }
    for (const QString& column : table.columns())
        m_own.push_back(column.startsWith(OwnColumns));
    if (!mapping.crs.isEmpty() && !systemOf(mapping.crs))
        geo::Crs::fromText(mapping.crs); // says what is wrong with it
    const bool hasPosition = mapping.has(f::Wkt) || (mapping.has(f::X) && mapping.has(f::Y));
    if (hasPosition && mapping.crs.isEmpty() && !mapping.has(f::Crs))
        throw base::Error(
            Text::tr("“%1” does not say in which coordinate system its positions are. "
                     "Say it: EPSG:4326 for degrees of WGS 84, for example.")
                .arg(table.fileName()));
    if (mapping.has(f::X) != mapping.has(f::Y))
        throw base::Error(
            Text::tr("The mapping reads only one of the two coordinates. Map both, or "
                     "neither."));
}

const RowReader::Slot* RowReader::slot(const QString& field) const
{
    const auto found = m_slots.find(field);
    return found != m_slots.end() ? &found->second.front() : nullptr;
}

// The first of its columns that says something.
QString RowReader::text(const QString& field, const ImportTable::Row& row) const
{
    const auto found = m_slots.find(field);
    if (found == m_slots.end())
        return {};
    for (const Slot& slot : found->second) {
        const QString value = slot.column ? row.fields[*slot.column].simplified() : slot.always;
        if (!saysNothing(value))
            return value;
    }
    return {};
}

QStringList RowReader::list(const QString& text) const
{
    if (text.isEmpty())
        return {};
    QString separator = m_mapping.listSeparator;
    if (separator.isEmpty())
        separator = text.contains(u';')   ? QStringLiteral(";")
                    : text.contains(u'|') ? QStringLiteral("|")
                                          : QStringLiteral(",");
    QStringList parts;
    for (const QString& part : text.split(separator))
        if (const QString trimmed = part.trimmed();
            !saysNothing(trimmed) && !parts.contains(trimmed))
            parts << trimmed;
    return parts;
}

void RowReader::noteUnused(const QString& field, const QString& value, qint64 line,
                           const char* what)
{
    const std::tuple key(field, m_unused.size() < MostUnused ? value : QString(),
                         std::string(what));
    Unused& unused = m_unused[key];
    if (unused.count++ == 0)
        unused.line = line;
}

QString RowReader::term(const QString& field, const Vocabulary& vocabulary,
                        const ImportTable::Row& row)
{
    const QString value = text(field, row);
    if (value.isEmpty())
        return {};
    Words& known = m_terms[vocabulary.name()];
    auto found = known.constFind(value);
    if (found == known.constEnd()) {
        QString plain = value;
        plain.remove(QStringLiteral("(?)")).remove(u'?'); // doubtful: the record keeps the doubt
        QString key = vocabulary.keyFor(plain.trimmed());
        if (key.isEmpty() && plain.endsWith(u's', Qt::CaseInsensitive))
            key = vocabulary.keyFor(plain.chopped(1)); // Mines, Prospects
        found = known.insert(value, key);
    }
    if (found->isEmpty())
        noteUnused(field, value, row.line, "term");
    return *found;
}

std::optional<double> RowReader::number(const QString& field, const ImportTable::Row& row)
{
    const QString value = text(field, row);
    if (value.isEmpty())
        return {};
    const std::optional<double> number = parseNumber(value);
    if (!number || *number < 0) {
        noteUnused(field, value, row.line, "number");
        return {};
    }
    return number;
}

std::optional<size_t> RowReader::systemOf(const QString& text)
{
    auto found = m_systemOf.constFind(text);
    if (found == m_systemOf.constEnd()) {
        int index = -1;
        try {
            bool isNumber = false;
            text.toInt(&isNumber);
            const QString name = isNumber ? QStringLiteral("EPSG:") + text
                                 : text.compare(QLatin1String("WGS84"), Qt::CaseInsensitive) == 0
                                     ? QStringLiteral("EPSG:4326")
                                     : text;
            const geo::Crs crs = geo::Crs::fromText(name);
            for (size_t i = 0; i < m_systems.size() && index < 0; ++i)
                if (m_systems[i].crs == crs)
                    index = int(i);
            if (index < 0) {
                index = int(m_systems.size());
                m_systems.push_back({crs.toText(), crs});
            }
        } catch (const base::Error&) {
            index = -1; // the row says so
        }
        found = m_systemOf.insert(text, index);
    }
    return *found >= 0 ? std::optional(size_t(*found)) : std::nullopt;
}

void RowReader::setAside(ImportedRow& out, const QString& reason, const Slot* where,
                         const QString& value) const
{
    if (!out.aside.reason.isEmpty())
        return; // the first reason is enough
    out.aside.reason = reason;
    out.aside.column = where != nullptr && where->column ? where->name : QString();
    out.aside.value = value.left(500);
}

void RowReader::readKey(ImportedRow& out, const ImportTable::Row& row)
{
    QStringList parts;
    if (const auto found = m_slots.find(f::Key); found != m_slots.end())
        for (const Slot& slot : found->second)
            parts << (slot.column ? row.fields[*slot.column].simplified() : slot.always);
    // The last part is the record's own number; without it the others only say where it is from.
    const bool hasKey = !parts.isEmpty() && !saysNothing(parts.back());
    QByteArray content;
    if (hasKey) {
        parts.removeAll(QString());
        out.key = parts.join(u' ');
    } else {
        for (size_t i = 0; i < row.fields.size(); ++i)
            if (!m_own[i])
                content += row.fields[i].toUtf8() + '\0';
        out.key =
            QStringLiteral("row ") + QString::fromLatin1(base::sha256(content).toHex().left(16));
        if (out.site.name.isEmpty() && !out.position && out.aside.reason.isEmpty())
            setAside(out, QStringLiteral("no_name_no_key"), nullptr, {});
    }
    const QString unique = QStringLiteral("%1 %2").arg(out.sourceKey).arg(out.key);
    const auto [first, isNew] = [&] {
        const auto found = m_firstLine.constFind(unique);
        if (found != m_firstLine.constEnd())
            return std::pair(*found, false);
        m_firstLine.insert(unique, row.line);
        return std::pair(row.line, true);
    }();
    if (!isNew)
        setAside(out, hasKey ? QStringLiteral("repeated_key") : QStringLiteral("repeated_row"),
                 hasKey ? &m_slots[f::Key].back() : nullptr,
                 hasKey ? out.key : QString::number(first));
}

void RowReader::readPosition(ImportedRow& out, const ImportTable::Row& row)
{
    const Slot* where = nullptr;
    QString said;
    std::optional<QPointF> point;
    if (const QString wkt = text(f::Wkt, row); !wkt.isEmpty()) {
        where = slot(f::Wkt);
        said = wkt;
        point = parseWktPoint(wkt);
        if (!point) {
            if (!wkt.endsWith(QLatin1String("EMPTY"), Qt::CaseInsensitive))
                setAside(out, QStringLiteral("bad_geometry"), where, wkt);
            return;
        }
    } else {
        const QString x = text(f::X, row);
        const QString y = text(f::Y, row);
        if (x.isEmpty() && y.isEmpty())
            return;
        where = slot(x.isEmpty() ? f::Y : f::X);
        said = x + QLatin1Char(' ') + y;
        if (x.isEmpty() || y.isEmpty()) {
            setAside(out, QStringLiteral("half_a_position"), where, said.trimmed());
            return;
        }
        const auto numberX = parseNumber(x);
        const auto numberY = parseNumber(y);
        if (!numberX || !numberY) {
            setAside(out, QStringLiteral("not_a_number"), slot(numberX ? f::Y : f::X),
                     numberX ? y : x);
            return;
        }
        point = QPointF(*numberX, *numberY);
    }
    if (isZero(point->x()) && isZero(point->y())) { // what programs write for nothing
        noteUnused(where->name, said, row.line, "zero");
        return;
    }
    const QString named = text(f::Crs, row);
    const QString system = named.isEmpty() ? m_mapping.crs : named;
    if (system.isEmpty()) {
        setAside(out, QStringLiteral("no_crs"), slot(f::Crs), said);
        return;
    }
    out.crs = systemOf(system);
    if (!out.crs) {
        setAside(out, QStringLiteral("unknown_crs"), slot(f::Crs), system);
        return;
    }
    if (m_systems[*out.crs].crs.isGeographic() &&
        (std::abs(point->x()) > 180 || std::abs(point->y()) > 90)) {
        setAside(out, QStringLiteral("position_out_of_range"), where, said);
        return;
    }
    out.position = point;
    if (out.aside.reason.isEmpty()) { // for whoever moves it to degrees and finds that it cannot be
        out.aside.column = where->name;
        out.aside.value = said;
    }
}

void RowReader::readCommodities(ImportedRow& out, const QString& field, const QString& role,
                                const ImportTable::Row& row)
{
    const auto found = m_slots.find(field);
    if (found == m_slots.end())
        return;
    Words& known = m_terms[commodities().name()];
    for (const Slot& slot : found->second) {
        const QString value = slot.column ? row.fields[*slot.column] : slot.always;
        for (const QString& word : list(value)) {
            auto key = known.constFind(word);
            if (key == known.constEnd()) {
                QString found = commodities().keyFor(word);
                if (found.isEmpty()) // "Clay > Kaolin": the wider word
                    found = commodities().keyFor(word.section(u'>', 0, 0).trimmed());
                key = known.insert(word, found);
            }
            if (key->isEmpty()) {
                noteUnused(field, word, row.line, "term");
                continue;
            }
            const bool isThere =
                std::any_of(out.commodities.begin(), out.commodities.end(),
                            [&](const SiteCommodity& each) { return each.commodity == *key; });
            if (!isThere)
                out.commodities.push_back({0, *key, role, int(out.commodities.size()) + 1, {}});
        }
    }
}

void RowReader::readEstimate(ImportedRow& out, const ImportTable::Row& row)
{
    Estimate estimate;
    estimate.tonnes = number(f::Tonnes, row);
    estimate.grade = number(f::Grade, row);
    estimate.containedTonnes = number(f::ContainedTonnes, row);
    estimate.gradeUnit = term(f::GradeUnit, gradeUnits(), row);
    if (estimate.grade && estimate.gradeUnit.isEmpty()) {
        noteUnused(f::Grade, text(f::GradeUnit, row), row.line, "unit");
        estimate.grade.reset();
    }
    if (!estimate.grade)
        estimate.gradeUnit.clear();
    if (!estimate.tonnes && !estimate.grade && !estimate.containedTonnes)
        return;
    estimate.commodity = term(f::GradeCommodity, commodities(), row);
    if (estimate.commodity.isEmpty() && out.commodities.size() == 1)
        estimate.commodity = out.commodities.front().commodity;
    estimate.category = term(f::Category, estimateCategories(), row);
    estimate.effectiveDate = text(f::EffectiveDate, row);
    estimate.code = text(f::Code, row);
    out.estimate = estimate;
}

ImportedRow RowReader::read(const ImportTable::Row& row)
{
    ImportedRow out;
    out.line = row.line;
    out.sourceKey = m_source;
    out.fields.reserve(row.fields.size());
    for (const QString& field : row.fields)
        out.fields.push_back(field.isEmpty() ? std::nullopt : std::optional(field));
    if (!row.problem.isEmpty()) {
        setAside(out, row.problem, nullptr,
                 row.problem == QLatin1String("bad_quote") ? row.fields.front() : QString());
        return out;
    }
    if (m_mendedColumn && m_sourceColumn) {
        bool isId = false;
        bool isSource = false;
        const base::Id aside = row.fields[*m_mendedColumn].toLongLong(&isId);
        const base::Id source = row.fields[*m_sourceColumn].toLongLong(&isSource);
        if (isId && isSource && aside > 0 && source > 0) {
            out.mended = aside;
            out.sourceKey = source;
        }
    }
    out.site.name = text(f::Name, row);
    out.site.kind = term(f::Kind, siteKinds(), row);
    out.site.stage = term(f::Stage, stages(), row);
    out.site.stageDate = text(f::StageDate, row);
    out.site.country = term(f::Country, countries(), row);
    out.site.admin1 = text(f::Admin1, row);
    out.site.depositType = text(f::DepositType, row);
    if (const auto notes = m_slots.find(f::Note); notes != m_slots.end()) {
        QStringList texts;
        for (const Slot& slot : notes->second)
            if (const QString note = slot.column ? row.fields[*slot.column].trimmed() : slot.always;
                !saysNothing(note))
                texts << note;
        out.site.note = texts.join(QStringLiteral("; "));
    }
    out.owner = text(f::Owner, row);
    out.externalId.value = text(f::ExternalId, row);
    out.externalId.system = text(f::IdSystem, row);
    for (const QString& alias : list(text(f::Alias, row)))
        if (alias != out.site.name)
            out.aliases.push_back(alias);
    readPosition(out, row);
    readKey(out, row);
    readCommodities(out, f::Commodity, QStringLiteral("main"), row);
    readCommodities(out, f::ByProduct, QStringLiteral("by_product"), row);
    readEstimate(out, row);
    return out;
}

std::vector<base::Issue> RowReader::issues() const
{
    std::vector<base::Issue> issues;
    for (const auto& [key, unused] : m_unused) {
        const auto& [field, value, what] = key;
        QString text;
        if (what == "zero")
            text = Text::tr("The position 0, 0 was taken for none (rows: %1).").arg(unused.count);
        else if (what == "unit")
            text =
                Text::tr("The grade was left out, because its unit “%1” is not known (rows: %2).")
                    .arg(value)
                    .arg(unused.count);
        else if (value.isEmpty())
            text = Text::tr("Other values that are not known were left out (rows: %1).")
                       .arg(unused.count);
        else if (what == "number")
            text = Text::tr("“%1” is no number of this kind and was left out (rows: %2).")
                       .arg(value)
                       .arg(unused.count);
        else
            text = Text::tr("“%1” is not known and was left out (rows: %2).")
                       .arg(value)
                       .arg(unused.count);
        const Slot* where = slot(field);
        issues.push_back(
            {base::Severity::Note,
             text,
             {m_table.fileName(), unused.line,
              where != nullptr && !where->name.isEmpty() ? where->name : field, value}});
    }
    return issues;
}

} // namespace catalogue
