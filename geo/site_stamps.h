// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/prepared_sites.h"
#include <QImage>
#include <vector>

namespace geo {

// Internal to this room: how sites are drawn where there are many. Each look is drawn once and
// stamped into a picture at whole device pixels, in strips on several threads.

// Logical pixels.
inline constexpr double SymbolSize = 12;
inline constexpr double SmallSize = 6;

enum class Density { Symbols, SmallSymbols, Dots };
// By how many sites there are to a million logical pixels of a picture.
Density densityOf(const QSizeF& picture, std::size_t count);

// The size of a symbol (SiteSymbol::size quarters of the usual one) at a density.
double symbolSize(Density density, std::uint8_t quarters);

// A picture of `size` logical pixels with the sites alone on it, dimmed ones below.
QImage stampedSites(const Sites& sites, const PreparedSites& prepared,
                    const std::vector<SeenSite>& seen, Density density, const QSizeF& size,
                    double devicePixelRatio, base::Progress& progress);

} // namespace geo
