// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <optional>

namespace geo {

// A place as a person types or pastes it, in degrees of WGS 84 (x longitude): "27.34, -112.27",
// "27°20'15\" N 112°16'08\" W", "N 27 20.25 W 112 16.1", "27,34; -112,27", "12R 374000 3024000",
// "374000 E 3024000 N zona 12", "geo:27.34,-112.27", "https://…/@27.34,-112.27,12z". Without
// letters the latitude comes first, unless only the other way round can be meant. UTM is of WGS 84;
// its northing is of the northern hemisphere where nothing says otherwise. nullopt for anything
// else.
std::optional<QPointF> parsePlace(const QString& text);

} // namespace geo
