// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style_xml.h"
#include <optional>

namespace geo {

// What an OGC Filter (1.0 or 1.1) asks of a single field: one of some values, or a number in a
// range.
struct SldFilter
{
    QString field;
    std::vector<QString> values; // "": it has none; empty: a range
    std::optional<double> lower, upper;
    bool belowUpper = false; // the upper bound itself is not in it
};

// nullopt for what asks for anything else, or of several fields.
std::optional<SldFilter> readSldFilter(const XmlNode& filter);

} // namespace geo
