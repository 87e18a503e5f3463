// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style.h"
#include <QString>
#include <vector>

namespace geo {

// A class's own label in each language, else its range in words and numbers of that language:
// "1,250 – 3,400", "up to 10", "over 250", with as many digits as are needed to be true to every
// bound within a hundredth of the narrowest class.
std::vector<base::Label> rangeLabels(const std::vector<ValueClass>& classes);

// What classesBetween() takes, of classes that lie one beside the other: all bounds that are not
// open.
std::vector<double> boundsOf(const std::vector<ValueClass>& classes);

// Colours anew, from one end of the ramp to the other.
void colorClasses(std::vector<ValueClass>& classes, const Grading& grading);

} // namespace geo
