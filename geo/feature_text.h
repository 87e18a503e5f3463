// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace geo {

// A feature's values and place as text, as TableSource promises them; internal to this room.
// `feature` is GDAL's OGRFeatureH.

// nullopt where missing. `encoding` as decodeAs() takes it; empty: each text
// by itself.
std::optional<QString> fieldText(void* feature, int field, const QString& encoding);

struct FeaturePlace
{
    std::optional<QString> wkt; // "POINT (x y)"
    bool bad = false;           // it states a place, and that is none
};
FeaturePlace placeOf(void* feature);

} // namespace geo
