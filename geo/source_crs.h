// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "geo/crs.h"
#include <QByteArrayView>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

// What a file says of its CRS; internal to this room.

// `reference`: GDAL's OGRSpatialReferenceH, or null. nullopt too for what is no place on the
// ground: a drawing's own axes, or GeoPackage's "undefined" systems (OGC 12-128r17, 1.1.2.1.2).
std::optional<Crs> crsOf(void* reference);

// Whether the beginning of a GeoJSON file holds a member "crs" (GeoJSON 2008, section 3) that
// names nothing we can read: null, a link, a name of somebody's own. GDAL takes WGS 84 there.
bool hasUnreadableCrs(QByteArrayView geoJson);

// A CRS of somebody's own that names an ellipsoid and no datum: says what it is taken for, and how
// far off that may be.
void reportUnnamedDatum(const Crs& crs, const QString& fileName, std::vector<base::Issue>& issues);

} // namespace geo
