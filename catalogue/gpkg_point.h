// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace catalogue {

// A place on WGS 84, degrees.
struct Position
{
    double lon = 0;
    double lat = 0;
    bool operator==(const Position&) const = default;
};

// A point as a GeoPackage keeps it (OGC 12-128r18, 2.1.3): header "GP", version 0, little-endian,
// srs 4326, no envelope, then WKB. 29 bytes.
QByteArray encodeGpkgPoint(const Position& position);
// Any point GeoPackage allows, in either byte order; nullopt for an empty one or another geometry.
std::optional<Position> decodeGpkgPoint(QByteArrayView blob);

} // namespace catalogue
