// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/source_layers.h"
#include <QString>
#include <vector>

namespace geo {

// Internal to this room.

// The layers of the files in a folder, each named by its file's path in it without ending; links
// are not followed, and neither depth nor number is without end. `places`, where given: where each
// of them is. Throws base::Error where there is none.
SourceLayers layersInFolder(const QString& folder, std::vector<PlaceInFolder>* places);

// Throws base::Error for a table that can be imported as sites and has no places to draw; returns
// where it is none.
void refuseBareTable(const QString& path);

} // namespace geo
