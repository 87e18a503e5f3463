// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style_parts.h"
#include "geo/style_xml.h"

namespace geo {

// What a rule of an SLD draws (style_sld.h has its units).
struct SldSymbol
{
    GeometryKind kind = GeometryKind::None; // None: no symbol that Veta knows
    Symbol symbol;
    bool isClear = false; // an opacity of 0 throughout: nothing is to be seen of it
    QString colorField;   // that each feature's own colour is taken from; empty: none
    QString labelField;   // written on the features; empty: none
};

// What is left out is said of `whose`.
SldSymbol readSldSymbol(const XmlNode& rule, const QString& whose, LeftOut& leftOut);

} // namespace geo
