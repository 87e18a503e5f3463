// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/extent.h"
#include <QString>
#include <QStringList>
#include <optional>

namespace geo {

// What names of files, folders and fields say of a CRS; internal to this room.

enum class Datum { Wgs84, Nad83, Nad27, Itrf2008, Itrf92 };
enum class Projection { Utm, Lambert, Albers, WebMercator, StatePlane };

// Each with the word it was read from, as it stands there.
struct CrsHints
{
    QString code; // "EPSG:26912", not looked up
    QString codeWord;
    std::optional<int> zone; // of UTM, 1 to 60
    bool south = false;
    QString zoneWord;
    std::optional<Datum> datum;
    QString datumWord;
    std::optional<Projection> projection;
    QString projectionWord;
    bool feet = false;
    QString feetWord;
    // A sheet of the International Map of the World and its parts ("G13-5", "F14D81"), degrees.
    std::optional<Extent> sheet;
    QString sheetWord;
    QString plain; // all words, see plainWords()
};

CrsHints hintsIn(const QStringList& words);

// Lower case without accents, letters and digits alone, one space between and at both ends.
QString plainWords(const QString& text);

} // namespace geo
