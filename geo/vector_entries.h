// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "geo/source_file.h"
#include "geo/vector_source.h"
#include <memory>
#include <vector>

namespace geo {

// Internal to this room: a layer of a vector source, found and not yet read.
struct VectorEntry
{
    QString member;
    QString staged;    // the member as GDAL is to open it
    int number = 0;    // of the layer in its dataset
    QString shortName; // as it was called before another member took the same name
    Sublayer sublayer;
    std::shared_ptr<void> dataset; // still open, where the source holds nothing else
};

// All with a geometry. `wanted`: only those members are looked into that can hold a layer of that
// name; empty: all. `issues`: what was mended, left out or could not be opened beside the others.
// Throws base::Error where there is none.
std::vector<VectorEntry> vectorEntries(SourceFile& file, const QString& wanted,
                                       std::vector<base::Issue>& issues);

// What a driver is to be told when it opens a member.
QStringList vectorOpenOptions(const QString& staged);

// Whether GDAL took a "crs" of the file that it cannot read for WGS 84. `dataset`: GDALDatasetH.
bool deniesCrs(void* dataset, const QString& staged);

} // namespace geo
