// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "geo/style.h"

#include <optional>
#include <string>
#include <vector>

namespace cli {

// Options on how a raster of one band is coloured, and how any layer meets those below it.
class LayerLook
{
public:
    void addTo(CLI::App& app);
    // Changes what was asked for. Throws UsageError where that makes no sense.
    void apply(geo::Style& style) const;

private:
    std::string m_look;
    std::string m_ramp;
    std::string m_blend;
    std::optional<bool> m_reversed;
    std::vector<double> m_percentiles;
    std::optional<double> m_deviations;
    std::vector<double> m_range;
    std::vector<double> m_light;
    std::optional<double> m_exaggeration;
};

} // namespace cli
