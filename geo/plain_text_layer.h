// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/gdal_session.h"
#include <QString>

namespace geo {

// Internal to this room: text of coordinates alone, "x y z" to a line, which no driver of GDAL's
// opens as places. Lines that begin with ">" part it into segments (GMT's multiple segment files);
// without them each line is a point. Further numbers become fields.

// By its ending and its first lines.
bool isPlainTextLayer(const QString& gdalPath);

// A metadata item of its layer: how many lines were no coordinates and were left out.
inline constexpr char SkippedLines[] = "SKIPPED_LINES";

// One layer in memory, without CRS: such text states none. Throws base::Error calling the file by
// `name` where it holds more than can be kept.
GdalDataset readPlainTextLayer(const QString& gdalPath, const QString& name);

} // namespace geo
