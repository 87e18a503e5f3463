// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QObject>
#include <QPointF>
#include <set>

namespace widgets {

// What rasters say at a place, without waiting for a disk in the window's thread: what is not in
// memory is read by the pool and told later.
class RasterValues : public QObject
{
    Q_OBJECT

public:
    explicit RasterValues(Workspace& workspace, QObject* parent = nullptr);

    // "1,234.5 m". Empty where there is no value, where it is a picture in colours, and where it is
    // being read: then arrived() follows.
    QString at(const std::shared_ptr<const geo::RasterSource>& raster, QPointF lonLat);
    // Of the uppermost visible layer that has one there, with the layer's name.
    QString uppermost(QPointF lonLat);

Q_SIGNALS:
    void arrived();

private:
    Workspace& m_workspace;
    bool m_reading = false;
    std::set<std::shared_ptr<const geo::RasterSource>> m_failed; // not asked again
};

} // namespace widgets
