// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace geo {

// The one family of maps and reports: Noto Sans, taken from its files in VETA_FONT_DIR (a CMake
// cache variable; the package fonts-noto-core) and never from what fontconfig would pick, without
// hinting, kerned, grey anti-aliased, and without other fonts for missing glyphs. So the same text
// has the same shape, width and bytes on every machine.
enum class FontWeight { Regular, Bold };

// pixelSize is in the units of the painter: at 2 device pixels a unit the glyphs are twice as big.
// Needs a QGuiApplication; safe from any thread. Throws base::Error, naming the file and the
// package, where a font file is missing.
QFont mapFont(int pixelSize, FontWeight weight = FontWeight::Regular);

// The name under which the family stands, for style sheets and QTextDocument. Throws as mapFont().
QString mapFontFamily();

// What mapFontFamily() does for VETA_FONT_DIR: registers NotoSans-Regular.ttf and NotoSans-Bold.ttf
// of a folder and returns their family. Throws as mapFont().
QString loadFontFamily(const QString& directory);

} // namespace geo
