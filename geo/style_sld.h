// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style_file.h"

namespace geo {

// OGC Styled Layer Descriptor 1.0 (02-070) and 1.1 with Symbology Encoding (05-078r4, 05-077r4), as
// GeoServer, MapServer and QGIS read and write them. One rule without a filter is a single symbol;
// rules that compare one field with values (equal, null, or several by Or) are categories; with
// numbers (between, greater, less, And) are ranges; ElseFilter is all others. A colour that is a
// property name is that of a field. A class that is not shown is one with an opacity of 0.
//
// A pixel there is a logical pixel here, as GeoServer draws it at its 90 dots per inch or so;
// metres and feet on the ground cannot be kept. The first style of the first layer is read.

// Throws base::Error for what is no such file or styles no features (a coverage).
StyleFile readSld(const QByteArray& bytes, const QString& fileName);

StyleBytes writeSld(const StyleToWrite& style, SldVersion version = SldVersion::V1_1);

} // namespace geo
