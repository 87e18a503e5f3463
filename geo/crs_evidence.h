// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/crs.h"
#include "geo/extent.h"
#include <QPointF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace geo {

class RasterSource;
class VectorSource;

// What can be known of coordinates whose CRS is in question.
struct CrsEvidence
{
    Extent extent;               // in the file's own numbers, x before y, whatever their unit
    std::vector<QPointF> points; // some of them; none: the extent's corners and middle count
    std::optional<Crs> stated;   // what the file says, true or not
    // What may hint at it: names of the file, its folder, its layer, its fields.
    QStringList words;
    // What the data itself names: countries as CrsRegion::states has them ("MX"), and states.
    QStringList countries;
    QStringList places;
};

// Of a file at `path`; reads some hundred features; where the extent is known only from all of
// them, all. Throws base::Error, base::Cancelled.
CrsEvidence evidenceOf(const VectorSource& source, const QString& path,
                       const base::Progress& progress = base::Progress());
CrsEvidence evidenceOf(const RasterSource& source, const QString& path);

} // namespace geo
