// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace geo {

enum class BreakMethod {
    EqualInterval, // classes equally wide
    Quantile,      // as many values in each: Hyndman & Fan (1996), type 7, R's own
    Jenks,         // natural breaks: the least sum of squares within classes
    ByHand,        // a person's own
};

inline constexpr std::size_t FewestClasses = 2;
inline constexpr std::size_t MostClasses = 12;
// Jenks: how many different values are looked at one by one.
inline constexpr std::size_t MostJenksValues = 32768;

// The bounds of `classes` classes (2 to 12, else brought there), ascending: the least value, the
// upper bound of each class. A class holds what is above the bound before it, up to and with its
// own; the first the least value too. Bounds that fall together are one, so that few different
// values give fewer classes; none at all give no bounds, a single value two equal ones. Not for
// ByHand. Values that are not finite are left out.
//
// Jenks is the exact optimum: Fisher (1958), "On grouping for maximum homogeneity"; Jenks (1977),
// "Optimal data classification for choropleth maps", by dynamic programming over the different
// values, whose bounds are values. Each row is filled by divide and conquer, as the best last class
// never begins earlier for more values (Wang & Song 2011 for the problem): k n log n steps. Beyond
// MostJenksValues different ones, neighbours in order are first put together into that many groups
// of about as many values each, and what is exact is the partition of the groups.
std::vector<double> classBreaks(std::vector<double> values, BreakMethod method,
                                std::size_t classes);

} // namespace geo
