// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/source_file.h"
#include "geo/vector_source.h"

namespace geo {

// One layer, opened; internal to this room. `layer` is GDAL's OGRLayerH and lives in the dataset.
struct VectorSource::State
{
    explicit State(SourceFile chosen)
        : file(std::move(chosen))
    {
    }

    SourceFile file;
    std::shared_ptr<void> dataset;
    void* layer = nullptr;
    QString name;
    QString driver;
    QString encoding;
    std::vector<Field> fields;
    std::vector<int> fieldNumbers; // of GDAL, by our field
    std::optional<Crs> crs;
    std::optional<GeometryKind> kind;
    std::optional<qint64> count;
    std::vector<base::Issue> issues; // of opening it
};

// The character set a layer names for its text; empty: none. A code page file wins over the number
// in the table's header. Of the numbers, 0x57 ("ANSI") says nothing: it is written whatever the
// text is in. `layer`: GDAL's OGRLayerH.
QString encodingOf(void* layer);

} // namespace geo
