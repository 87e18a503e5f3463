// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style_file.h"

namespace geo {

// Styles of vector layers as QGIS 3 saves them (.qml; written as 3.22 does, read from 2.0 on):
// renderers singleSymbol, categorizedSymbol, graduatedSymbol and nullSymbol; symbol layers
// SimpleFill, SimpleLine and SimpleMarker, and of others their colour; simple labels by a field;
// opacity of symbols and of the layer; categories and ranges that are switched off. A colour that
// each feature's field holds is a data-defined property there.
//
// Lengths: a millimetre is 96/25.4 logical pixels, a point 96/72, an inch 96, a pixel 1; map units
// cannot be kept. Lengths are written in points, which are three quarters of a pixel. A width of 0,
// QGIS's thinnest line, is read as one pixel. Ranges hold both their bounds, and a value that two
// hold belongs to the first, there as here; an open bound is written as 1e308.

// Throws base::Error for what is no such file or draws by other means (rules, heat, a raster).
StyleFile readQml(const QByteArray& bytes, const QString& fileName);

StyleBytes writeQml(const StyleToWrite& style);

} // namespace geo
