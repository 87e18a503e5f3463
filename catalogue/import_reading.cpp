// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_reading.h"

#include "base/error.h"
#include "base/made_ahead.h"
#include "catalogue/country_areas.h"
#include "catalogue/import_notes.h"

#include <cmath>

namespace catalogue {

namespace {

// Positions this far outside the area a projected system is made for are hardly meant for it.
constexpr double DegreesBeyondArea = 5;

bool liesNear(const geo::Extent& area, const QPointF& lonLat)
{
    if (lonLat.y() < area.south - DegreesBeyondArea || lonLat.y() > area.north + DegreesBeyondArea)
        return false;
    const double west = area.west - DegreesBeyondArea;
    const double east = area.east + DegreesBeyondArea;
    const bool crosses = area.west > area.east;
    return crosses ? lonLat.x() >= west || lonLat.x() <= east
                   : lonLat.x() >= west && lonLat.x() <= east;
}

// As it stands within the marks of a JSON text.
void appendEscaped(QByteArray& json, QByteArrayView text)
{
    const auto isPlain = [](char c) { return c != '"' && c != '\\' && quint8(c) >= 0x20; };
    auto from = text.begin();
    while (from != text.end()) {
        const auto end = std::find_if_not(from, text.end(), isPlain);
        json.append(from, end - from);
        if (end == text.end())
            return;
        switch (*end) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            json += "\\u00" + QByteArray::number(quint8(*end), 16).rightJustified(2, '0');
        }
        from = end + 1;
    }
}

// A JSON list of the fields as text, null where empty.
QByteArray toJsonList(std::span<const QByteArrayView> fields)
{
    qsizetype size = 2;
    for (const QByteArrayView field : fields)
        size += field.size() + qsizetype(std::size("null,"));
    QByteArray json;
    json.reserve(size + size / 16);
    json += '[';
    for (size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            json += ',';
        if (fields[i].isEmpty()) {
            json += "null";
            continue;
        }
        json += '"';
        appendEscaped(json, fields[i]);
        json += '"';
    }
    return json += ']';
}

} // namespace

ImportReading::ImportReading(const ImportStep& step, const std::optional<size_t>& most,
                             base::Progress& progress)
    : m_step(step)
    , m_most(most)
    , m_progress(progress)
{
    if (step.mapping.joins.isEmpty())
        findWays();
}

void ImportReading::findWays()
{
    RowReader reader(*m_step.table, m_step.mapping, 0); // another: it counts the words it meets
    m_step.table->forEachRow(
        m_progress,
        [&](const ImportTable::Row& row) {
            const ImportedPosition read = reader.readPosition(row);
            if (!read.point || read.reason != nullptr)
                return;
            m_ways.resize(std::max(m_ways.size(), read.system + 1));
            m_ways[read.system].extent.add(*read.point);
            ++m_ways[read.system].rows;
        },
        m_most);
    m_ways.resize(reader.systems().size());
    for (size_t i = 0; i < m_ways.size(); ++i) {
        const geo::Crs& crs = reader.systems()[i].crs;
        Way& way = m_ways[i];
        way.crs = reader.systems()[i].text;
        way.name = crs.name();
        if (way.rows > 0)
            way.operation =
                geo::Operation::between(crs, geo::Crs::wgs84(), geo::roughDegrees(crs, way.extent));
        if (!crs.isGeographic())
            way.area = crs.areaOfUse();
        way.rows = 0;
    }
}

// To degrees, through the pinned operation; where that cannot be, the row is set aside.
void ImportReading::place(ImportedRow& row, const ImportTable::Row& each)
{
    Way& way = m_ways[row.position.system];
    QPointF point = *row.position.point;
    if (way.operation && !way.operation->isIdentity())
        way.operation->forward(std::span(&point, 1));
    if (!way.operation || !std::isfinite(point.x()) || !std::isfinite(point.y()) ||
        std::abs(point.x()) > 180 || std::abs(point.y()) > 90 ||
        (way.area && !liesNear(*way.area, point))) {
        row.reason = QStringLiteral("position_out_of_range");
        row.column = row.position.column;
        row.value = m_reader->positionText(each);
        return;
    }
    ++way.rows;
    row.site.lonLat = point;
    if (!way.operation->isIdentity())
        row.site.positionAccuracyMetres = way.operation->info().accuracyMetres;
    if (!row.site.country.isEmpty() && !mayLieIn(row.site.country, point))
        m_foreign[row.site.country].add(row.line);
}

UnderstoodRow ImportReading::understand(const ImportTable::Row& each)
{
    UnderstoodRow out{m_reader->read(each), toJsonList(each.fields), {}};
    if (out.row.position.point && out.row.reason.isEmpty())
        place(out.row, each);
    if (!out.row.reason.isEmpty() || !m_step.mapping.joins.isEmpty())
        for (const QByteArrayView field : each.fields)
            out.fields.push_back(field.isEmpty() ? std::nullopt
                                                 : std::optional(QString::fromUtf8(field)));
    return out;
}

void ImportReading::takeAll(base::Id source, const std::function<void(UnderstoodRow&)>& visit)
{
    m_reader.emplace(*m_step.table, m_step.mapping, source);
    base::MadeAhead<UnderstoodRow> rows([this](const base::MadeAhead<UnderstoodRow>::Put& put) {
        m_step.table->forEachRow(
            m_progress,
            [&](const ImportTable::Row& each) {
                UnderstoodRow row = understand(each);
                const qsizetype bytes = 3 * row.content.size(); // also as fields
                if (!put(std::move(row), bytes))
                    throw base::Cancelled();
            },
            m_most);
        m_reader->forgetKeys();
    });
    rows.takeAll(visit);
}

std::vector<ImportOutcome::System> ImportReading::systems() const
{
    std::vector<ImportOutcome::System> systems;
    for (const Way& way : m_ways)
        if (way.operation)
            systems.push_back({way.crs, way.name, way.rows, way.operation->info()});
    return systems;
}

std::vector<base::Issue> ImportReading::issues() const
{
    std::vector<base::Issue> issues;
    for (const auto& [country, rows] : m_foreign)
        issues.push_back(foreignNote(*m_step.table, m_step.mapping, country, rows));
    for (const base::Issue& issue : m_reader->issues())
        issues.push_back(issue);
    return issues;
}

} // namespace catalogue
