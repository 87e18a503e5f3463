// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style.h"
#include <QRgb>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace geo {

class FeatureLayer;

// Which of a style's colours each feature of a layer wears, worked out once for many frames.
struct StyledFeatures
{
    static constexpr std::uint32_t NotDrawn = 0xffffffff;

    Symbol symbol;
    std::vector<Symbol> looks;       // the symbol with each colour in it
    std::vector<std::uint32_t> look; // by feature of the layer: index of looks, or NotDrawn
    std::vector<QString> labels;     // by feature; empty where the style has no label field
};

StyledFeatures styleFeatures(const FeatureLayer& layer, const Style& style);

} // namespace geo
