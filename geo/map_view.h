// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/crs.h"
#include "geo/extent.h"
#include "geo/operation.h"
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <optional>

namespace geo {

// Where the map looks: a CRS, the point of it in the middle of the picture, and how many map units
// a logical pixel (1/96 inch) covers. Pixels run right and down from the upper left corner; map
// units (metres, or degrees in a geographic CRS) right and up. A value: cheap to copy, safe to
// hand to another thread.
class MapView
{
public:
    // The pinned operation WGS 84 to `crs` is chosen once, here. Throws base::Error where PROJ
    // knows no way from WGS 84 to the CRS. At first the whole area of use of the CRS is in view.
    MapView(const Crs& crs, QSizeF size);

    const Crs& crs() const { return m_crs; }
    const Operation& fromWgs84() const { return m_fromWgs84; }
    QSizeF size() const { return m_size; }
    QPointF centre() const { return m_centre; }
    double unitsPerPixel() const { return m_unitsPerPixel; }
    Extent extent() const; // in map units, all that is in view

    // The centre and scale stay; the picture shows more or less.
    void resize(QSizeF size);
    void setCentre(QPointF mapPoint);
    void setUnitsPerPixel(double units); // held within what the CRS can show
    // The point under `pixel` stays under it; factor 2 shows it twice as large.
    void zoomAt(QPointF pixel, double factor);
    void pan(QPointF pixels); // as the hand drags: the map moves with it
    // The whole extent (map units) is in view, with a margin as a share of the picture.
    void fit(const Extent& extent, double margin = 0.03);
    // As above for degrees of WGS 84 (x longitude), following the curved sides of the box; a box
    // whose west is greater than its east crosses 180 degrees.
    void fitLonLat(const Extent& degrees, double margin = 0.03);
    // The same centre and ground scale in another CRS.
    MapView in(const Crs& crs) const;

    QPointF toMap(QPointF pixel) const;
    QPointF toPixel(QPointF mapPoint) const;
    // Degrees of WGS 84, x longitude; nullopt outside the CRS's reach.
    std::optional<QPointF> toLonLat(QPointF pixel) const;
    std::optional<QPointF> fromLonLat(QPointF degrees) const; // to pixels

    // Metres on the ground a logical pixel at the centre covers, left to right (geodesic).
    double metresPerPixel() const;
    // 1 : this, at the centre, for a logical pixel of 1/96 inch.
    double scaleDenominator() const;
    void setScaleDenominator(double denominator);

private:
    Crs m_crs;
    Operation m_fromWgs84;
    QSizeF m_size;
    QPointF m_centre;
    double m_unitsPerPixel = 1;
};

} // namespace geo
