// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <optional>
#include <vector>

namespace geo {

// Reads "R;G;B" (also with commas, slashes or spaces; 0 to 255; as GeMS AreaFillRGB, USGS TM
// 11-B10), "#RRGGBB", "#RGB", "RRGGBB" and "rgb(R, G, B)"; nullopt for anything else.
std::optional<QColor> parseColor(QStringView text);

// OKLCH to sRGB (Ottosson 2020, "A perceptual color space for image processing"): lightness 0 to 1,
// chroma 0 to about 0.3, hue in degrees. What sRGB cannot show is brought to its nearest channel.
QColor fromOklch(double lightness, double chroma, double hueDegrees);

// 36 calm colours for categories, spread in OKLCH over hue and lightness, so that they stay apart
// for colour-blind eyes as far as so many can.
const std::vector<QColor>& categoryPalette();
// A value's own place in it, and its colour: functions of the value alone.
std::size_t categorySlot(const QString& value);
QColor categoryColor(const QString& value);

} // namespace geo
