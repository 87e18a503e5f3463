// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/layer_look.h"

#include "app/cli/words.h"

#include <QJsonObject>

namespace cli {

void LayerLook::addTo(CLI::App& app)
{
    app.add_option("--look", m_look, "Of a raster of one band: ramp, hillshade or shaded_ramp")
        ->check(CLI::IsMember({"ramp", "hillshade", "shaded_ramp"}));
    app.add_option("--ramp", m_ramp, "grey, viridis, cividis, magma, blue_red or terrain")
        ->check(CLI::IsMember({"grey", "viridis", "cividis", "magma", "blue_red", "terrain"}));
    app.add_option("--reversed", m_reversed, "true or false: the ramp from its other end");
    app.add_option("--percentiles", m_percentiles, "LOW,HIGH: ends of the ramp (2,98)")
        ->expected(2)
        ->delimiter(',')
        ->check(CLI::Range(0.0, 100.0));
    app.add_option("--deviations", m_deviations, "So many standard deviations about the mean")
        ->check(CLI::Range(0.01, 100.0));
    app.add_option("--range", m_range, "LOW,HIGH: values at the ends of the ramp")
        ->expected(2)
        ->delimiter(',');
    app.add_option("--light", m_light, "AZIMUTH,ALTITUDE of the light in degrees (315,45)")
        ->expected(2)
        ->delimiter(',');
    app.add_option("--exaggeration", m_exaggeration, "Of heights, for the relief (1)")
        ->check(CLI::Range(0.001, 10000.0));
    app.add_option("--blend", m_blend, "normal, or multiply with what lies below")
        ->check(CLI::IsMember({"normal", "multiply"}));
}

void LayerLook::apply(geo::Style& style) const
{
    const auto ascending = [](const std::vector<double>& pair, const char* option) {
        if (!(pair[0] < pair[1]))
            throw UsageError(Words::tr("The first number of %1 has to be below the second.")
                                 .arg(QLatin1String(option)));
    };
    if (!m_blend.empty())
        style.blend = m_blend == "multiply" ? geo::Blend::Multiply : geo::Blend::Normal;
    QJsonObject names = geo::rasterStyleToJson(style.raster);
    if (!m_look.empty())
        names.insert(QStringLiteral("look"), QString::fromStdString(m_look));
    if (!m_ramp.empty())
        names.insert(QStringLiteral("ramp"), QString::fromStdString(m_ramp));
    geo::RasterStyle raster = geo::rasterStyleFromJson(names);
    if (m_reversed)
        raster.reversed = *m_reversed;
    // One way to say where a ramp ends takes the place of another.
    if (!m_percentiles.empty() || m_deviations) {
        raster.minimum.reset();
        raster.maximum.reset();
    }
    if (!m_percentiles.empty()) {
        ascending(m_percentiles, "--percentiles");
        raster.range = geo::RasterRange::Percentiles;
        raster.lowPercentile = m_percentiles[0];
        raster.highPercentile = m_percentiles[1];
    }
    if (m_deviations) {
        raster.range = geo::RasterRange::Deviations;
        raster.deviations = *m_deviations;
    }
    if (!m_range.empty()) {
        ascending(m_range, "--range");
        raster.minimum = m_range[0];
        raster.maximum = m_range[1];
    }
    if (!m_light.empty()) {
        if (!(m_light[0] >= 0 && m_light[0] <= 360 && m_light[1] >= 1 && m_light[1] <= 90))
            throw UsageError(
                Words::tr("--light wants an azimuth from 0 to 360 and an altitude from "
                          "1 to 90 degrees."));
        raster.relief.azimuth = m_light[0];
        raster.relief.altitude = m_light[1];
    }
    if (m_exaggeration)
        raster.relief.exaggeration = *m_exaggeration;
    style.raster = raster;
}

} // namespace cli
