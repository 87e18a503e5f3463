// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/map_view.h"

#include <QPointF>
#include <QString>

namespace widgets {

// "32.5000° N  110.2500° W" in the reader's numbers.
QString placeText(QPointF lonLat, base::Language language);

enum class PlaceForm { Degrees, DegreesMinutesSeconds, Utm, MapCrs, OtherCrs };

// A CRS to write places in.
struct PlaceCrs
{
    explicit PlaceCrs(const geo::Crs& crs); // throws base::Error where there is no way to it
    geo::Crs crs;
    geo::Operation fromWgs84;
};

// A place (degrees of WGS 84) for a reader, in the reader's numbers: "27.3400° N  112.2700° W",
// "27° 20′ 24.0″ N  112° 16′ 12.0″ W", "12 N  374,251 E  3,024,818 N" (UTM of WGS 84), in the units
// of the map's CRS, "1,234,567 E  987,654 N", or of the other one, "374,311 E  3,024,615 N
// EPSG:26712". What cannot be written so is in degrees.
QString placeWords(QPointF lonLat, PlaceForm form, const geo::MapView& view,
                   base::Language language, const PlaceCrs* other = nullptr);

// What a person calls a form.
QString placeFormName(PlaceForm form);

} // namespace widgets
