// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/extent.h"
#include <QString>
#include <memory>
#include <optional>

namespace geo {

// A coordinate reference system on the ground: geographic or projected, two axes, always x
// (longitude, easting) before y, whatever order its authority states. A value: cheap to copy, safe
// to share between threads.
class Crs
{
public:
    // Longitude and latitude in degrees on WGS 84: what the whole program measures and stores in.
    static Crs wgs84();

    // Reads "EPSG:6372", "6372", "ESRI:102008", WKT 1 or 2 (ESRI's too), a PROJ string, PROJJSON or
    // a registered name or alias, whole, without regard to case and punctuation; of a compound or
    // three-dimensional CRS, the horizontal part. Throws base::Error for anything that is no CRS,
    // or one without a place on the ground.
    static Crs fromText(const QString& text);

    QString name() const; // "Mexico ITRF2008 / LCC"; proper name, never translated
    QString code() const; // "EPSG:6372"; empty where no authority names it
    // What the project file keeps: the code, else WKT 2 (ISO 19162:2019) on one line. fromText()
    // makes an equal Crs of it.
    QString toText() const;
    QString wkt() const; // WKT 2
    bool isGeographic() const;
    // Of a projected one, that whose longitudes and latitudes it projects; else itself.
    Crs geographic() const;
    // Metres to one unit of the axes; for degrees, along the equator of its ellipsoid.
    double metresPerUnit() const;
    // Units once around the globe: 360, or 400 where they are grads; 0 for a projected CRS.
    double turn() const;
    // Degrees; a west greater than the east crosses 180 degrees. nullopt where nothing states it.
    std::optional<Extent> areaOfUse() const;

    // Equivalent whatever name, code or order of axes they carry.
    friend bool operator==(const Crs& a, const Crs& b);

private:
    struct Definition;
    explicit Crs(std::shared_ptr<const Definition> definition);
    std::shared_ptr<const Definition> m_definition;
};

} // namespace geo
