// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>

namespace catalogue {

// Whether a position in degrees lies in a country, by its key, or within one to two degrees of it;
// true for a country that the program has no boundary of.
bool mayLieIn(const QString& country, const QPointF& lonLat);
// Whether there is a boundary to say so.
bool hasBoundary(const QString& country);

} // namespace catalogue
