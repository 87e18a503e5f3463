// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style_parts.h"
#include "geo/style_xml.h"

namespace geo {

// A <symbol> of QGIS (style_qml.h has its units).
struct QmlSymbol
{
    Symbol symbol;
    QString colorField; // that each feature's own colour is taken from; empty: none
};

// `symbol` may be nullptr. What is left out is said of `whose`.
QmlSymbol readQmlSymbol(const XmlNode* symbol, GeometryKind kind, const QString& whose,
                        LeftOut& leftOut);

// The field of an expression that is one alone: "name" or name; empty for any other.
QString qmlField(const QString& expression);

} // namespace geo
