// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace geo {

// Places as people write them into tables: angles, UTM zones, datums, in English and Spanish. Pure
// functions; nullopt for what is not understood, never a guess.

enum class Axis { Longitude, Latitude, Unknown };

// What digits without a mark between their parts mean.
enum class Packing { Plain, DegreesMinutesSeconds };

// Degrees, west and south negative: "-112.25", "27,34", "27°20'15.3\"N", "27 20 15 N",
// "112-16-08W", "N27 20.5", "27d20m15s", "27:20:15", "27º 20´ 15´´ O" (oeste), "Long. 112 grados 16
// min W". With Packing::DegreesMinutesSeconds also "272015" and "1121608.5W". nullopt for anything
// else: for minutes or seconds of 60 and more, a letter that contradicts the axis or the sign, a
// latitude above 90 or an angle above 180.
std::optional<double> parseAngle(QStringView text, Axis axis, Packing packing = Packing::Plain);

// Of three columns; the sign comes from whichever part is negative, or from a letter or word as
// above (empty: none). nullopt as above, and where there are no degrees.
std::optional<double> angleOf(const std::optional<double>& degrees,
                              const std::optional<double>& minutes,
                              const std::optional<double>& seconds, QStringView hemisphere,
                              Axis axis = Axis::Unknown);

struct UtmZone
{
    int zone = 0;              // 1 to 60
    std::optional<bool> north; // nullopt: it does not say
    bool letterS = false;      // the band or the hemisphere: its north is nullopt
    friend bool operator==(const UtmZone&, const UtmZone&) = default;
};

// "12", "12N", "12 R", "UTM 12 N", "Zona 13", "13Q", "Z14", "14 norte". A letter is a latitude band
// (C to X), N among them. S is the band of California and Arizona as well as the southern
// hemisphere, and says nothing; "sur" and "south" do.
std::optional<UtmZone> parseUtmZone(QStringView text);

// The CRS of a UTM zone on a datum as crsText() reads it: "EPSG:26712" for zone 12 on "NAD27"; of a
// projected CRS its datum counts. A zone without hemisphere counts as a northern one. nullopt where
// there is none.
std::optional<QString> utmCrs(const UtmZone& zone, const QString& datum);

// A datum or CRS as people write it into a column, for Crs::fromText(): "NAD 1927", "wgs 84",
// "4326", "EPSG:26912", "urn:ogc:def:crs:EPSG::4267", "NAD83 / UTM zone 12N", "UTM WGS84 zona 13".
// A datum alone stands for its geographic CRS; "ITRF92" and "ITRF2008" for Mexico's; the ellipsoid
// "GRS80" for a datum unknown but for that (EPSG:4019). A name that PROJ does not have costs it a
// third of a second: without `searchesNames` names other than of datums and zones are not looked
// up.
std::optional<QString> crsText(const QString& said, bool searchesNames = true);

} // namespace geo
