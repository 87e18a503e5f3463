// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_crs.h"

#include "base/error.h"
#include "catalogue/boundaries.h"
#include "catalogue/import_row.h"
#include "catalogue/text.h"
#include "geo/operation.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <span>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr size_t MostRows = 100000; // that are looked through
constexpr size_t MostPoints = 600;
constexpr qsizetype MostNames = 100; // of countries, of states

const QStringList& placeFields()
{
    static const QStringList fields{f::X,        f::Y,           f::Wkt,      f::UtmZone,
                                    f::XMinutes, f::XSeconds,    f::YMinutes, f::XHemisphere,
                                    f::YSeconds, f::YHemisphere, f::Country,  f::Admin1};
    return fields;
}

// Positions as they stand, evenly from the first rows, with what their rows name.
geo::CrsEvidence evidenceOf(const ImportTable& table, ImportMapping mapping,
                            base::Progress& progress)
{
    // In a projection that is no zone of UTM a position is passed on unchecked; beside a zone it is
    // the datum.
    const bool hasZone = mapping.has(f::UtmZone);
    mapping.crs = hasZone ? QStringLiteral("EPSG:4326") : QStringLiteral("EPSG:6372");
    RowReader reader(table, mapping, 1);
    std::vector<std::pair<size_t, ImportedPosition>> taken; // with the number of the row
    geo::CrsEvidence evidence;
    const auto note = [](QStringList& names, const QString& name) {
        if (!name.isEmpty() && names.size() < MostNames && !names.contains(name))
            names << name;
    };
    size_t number = 0;
    size_t stride = 1;
    table.forEachRow(
        progress,
        [&](const ImportTable::Row& row) {
            const size_t at = number++;
            if (at % stride != 0)
                return;
            ImportedRow read = reader.read(row);
            note(evidence.countries, read.site.country);
            note(evidence.places, read.site.admin1);
            if (!read.position.point || read.position.reason != nullptr)
                return;
            taken.emplace_back(at, std::move(read.position));
            if (taken.size() < 2 * MostPoints)
                return;
            stride *= 2;
            std::erase_if(taken, [&](const auto& each) { return each.first % stride != 0; });
        },
        MostRows);
    std::vector<geo::Operation> ways;
    if (hasZone)
        for (const PositionReader::System& system : reader.systems())
            ways.push_back(geo::Operation::between(system.crs, geo::Crs::wgs84()));
    for (const auto& [at, position] : taken) {
        QPointF point = *position.point;
        if (hasZone)
            ways[position.system].forward(std::span(&point, 1));
        if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
            continue;
        evidence.points.push_back(point);
        evidence.extent.add(point);
    }
    return evidence;
}

} // namespace

bool lacksCrs(const ImportMapping& mapping)
{
    return mapping.joins.isEmpty() && mapping.crs.isEmpty() && !mapping.has(f::Crs) &&
           (mapping.has(f::Wkt) || (mapping.has(f::X) && mapping.has(f::Y)));
}

ImportMapping placesOnly(const ImportMapping& mapping)
{
    ImportMapping places;
    for (const QString& field : placeFields()) // in the same order, whatever it was
        for (const ImportMapping::Part& part : mapping.parts)
            if (part.field == field)
                places.parts.push_back(part);
    if (const auto words = mapping.words.find(f::Country); words != mapping.words.end())
        places.words.insert(*words);
    places.decimal = mapping.decimal;
    places.westward = mapping.westward;
    places.swapped = mapping.swapped;
    return places;
}

ImportCrsQuestion askForCrs(const QString& path, const ImportTable& table,
                            const ImportMapping& mapping, base::Language language,
                            base::Progress& progress)
{
    const ImportMapping places = placesOnly(mapping);
    const QFileInfo file(path);
    ImportCrsQuestion question;
    if (places.has(f::Wkt) || (places.has(f::X) && places.has(f::Y)))
        question.evidence = evidenceOf(table, places, progress);
    question.evidence.words = {file.fileName(), file.absoluteDir().dirName(), table.table()};
    // Other headers speak of other things: of heights in feet, of zones of a mine.
    for (const ImportMapping::Part& part : places.parts)
        if (!part.always && part.field != f::Country && part.field != f::Admin1 &&
            part.field != f::UtmZone)
            question.evidence.words << part.column;
    std::optional<geo::Crs> stated;
    if (!table.crs().isEmpty() && places.columnsOf(f::Wkt).contains(table.placeColumn()))
        stated = geo::Crs::fromText(table.crs());
    const bool isTrue = stated && !question.evidence.points.empty() &&
                        !geo::contradicts(*stated, question.evidence);
    question.evidence.stated = stated; // one that is true is offered as well
    question.proposal = proposeCrs(question.evidence, language, progress);
    if (question.proposal.isSwapped)
        question.proposal.finding =
            Text::tr("What is mapped as the latitude goes beyond 90 degrees: the two columns are "
                     "taken for each other. Exchange them, or tick that longitude and latitude "
                     "are swapped.");
    else if (isTrue)
        question.proposal.finding =
            Text::tr("The file states %1, and its numbers fit that.").arg(stated->name());
    else if (places.has(f::UtmZone) && !question.evidence.points.empty())
        question.proposal.finding =
            Text::tr("The rows name their zones of UTM, but not the datum that they are meant in.");
    return question;
}

std::optional<EarlierCrs> crsSaidBefore(const std::vector<Source>& sources,
                                        const ImportTable& table, const ImportMapping& mapping)
{
    const ImportMapping places = placesOnly(mapping);
    std::optional<EarlierCrs> found;
    for (const Source& source : sources) {
        if (source.columns != table.columns() || source.mapping.isEmpty())
            continue;
        try {
            const ImportMapping before = importMappingFromJson(source.mapping.toUtf8());
            if (before.crs.isEmpty() || !before.joins.isEmpty() || placesOnly(before) != places)
                continue;
            if (found && found->crs != before.crs)
                return std::nullopt; // once this, once that
            found = EarlierCrs{before.crs, source.fileName};
        } catch (const base::Error&) { // of a program that knew more
            continue;
        }
    }
    return found;
}

} // namespace catalogue
