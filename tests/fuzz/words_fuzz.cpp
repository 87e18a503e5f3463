// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_columns.h"
#include "catalogue/import_position.h"
#include "catalogue/import_terms.h"
#include "catalogue/quantity.h"
#include "geo/crs.h"
#include "geo/place_text.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

// One field of a table: a number, a list, a unit, an angle, a zone, a datum, a point.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const QString text = QString::fromUtf8(bytes);
    for (const char decimal : {'.', ','})
        catalogue::parseNumber(bytes, decimal);
    catalogue::saysNothing(bytes);
    for (const char* separator : {"", ";", ","})
        for (const QString& part : catalogue::listParts(text, QLatin1String(separator)))
            fuzz::require(part.size() <= text.size(), "a part is no longer than the list");
    static catalogue::UnitReader plain;
    static int remembered = 0;
    if (++remembered % 20'000 == 0) // it keeps every spelling it met
        plain = catalogue::UnitReader();
    const auto tonnage = plain.tonnage(text);
    fuzz::require(tonnage.unit.has_value() == (tonnage.problem == catalogue::UnitProblem::None),
                  "a tonnage's unit is read or there is a problem");
    fuzz::require(!tonnage.unit || (std::isfinite(tonnage.unit->tonnesPerUnit) &&
                                    tonnage.unit->tonnesPerUnit > 0),
                  "a tonnage's unit is a number");
    const auto grade = plain.grade(text);
    fuzz::require(grade.unit.has_value() == (grade.problem == catalogue::UnitProblem::None),
                  "a grade's unit is read or there is a problem");
    fuzz::require(!grade.unit || (std::isfinite(grade.unit->factor) && grade.unit->factor > 0),
                  "a grade's unit is a number");
    catalogue::unitProblemText(tonnage.problem, text);
    catalogue::substanceOf(text);

    for (const geo::Axis axis : {geo::Axis::Longitude, geo::Axis::Latitude, geo::Axis::Unknown})
        for (const geo::Packing packing :
             {geo::Packing::Plain, geo::Packing::DegreesMinutesSeconds}) {
            const std::optional<double> angle = geo::parseAngle(text, axis, packing);
            fuzz::require(!angle || std::abs(*angle) <= (axis == geo::Axis::Latitude ? 90 : 180),
                          "an angle lies within its axis");
        }
    geo::angleOf(27, 20, 15, text);
    if (const auto zone = geo::parseUtmZone(text)) {
        fuzz::require(zone->zone >= 1 && zone->zone <= 60, "a zone is one of sixty");
        geo::utmCrs(*zone, text);
    }
    geo::utmCrs({12, true}, text);
    geo::crsText(text);
    if (const auto point = catalogue::parseWktPoint(bytes))
        fuzz::require(std::isfinite(point->x()) && std::isfinite(point->y()),
                      "a point has two numbers");
    return 0;
}
