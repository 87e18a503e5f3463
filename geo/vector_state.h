// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/gdal_session.h"
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
    GdalDataset dataset;
    void* layer = nullptr;
    QString name;
    QString driver;
    QString encoding;
    std::vector<Field> fields;
    std::vector<int> fieldNumbers; // of GDAL, by our field
    std::optional<Crs> crs;
    std::optional<GeometryKind> kind;
    std::optional<qint64> count;
};

} // namespace geo
