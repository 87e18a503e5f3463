// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/extent.h"

#include <QString>
#include <vector>

namespace catalogue {

class Edit;
class ReadAccess;

// A place on the map that people come back to.
struct MapBookmark
{
    QString name;        // unique among them
    geo::Extent degrees; // of WGS 84, what was in view; west > east crosses 180
    bool operator==(const MapBookmark&) const = default;
};

// Named settings of the kind "bookmark": {"west": …, "south": …, "east": …, "north": …}. What is no
// box is left out.
std::vector<MapBookmark> readBookmarks(const ReadAccess& access);
// Adds one, or puts the one of that name where it is now.
void writeBookmark(Edit& edit, const MapBookmark& bookmark);
void removeBookmark(Edit& edit, const QString& name);

} // namespace catalogue
