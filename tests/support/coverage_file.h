// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/coverage.h"
#include "tests/support/gdal_files.h"

namespace support {

// Shapes whose points are in a CRS, as a GeoPackage of one layer.
inline void writeShapes(const QString& path, int epsg, const std::vector<Shape>& shapes)
{
    GDALAllRegister();
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GPKG"), path.toUtf8().constData(), 0, 0,
                                      0, GDT_Unknown, nullptr);
    OGRSpatialReferenceH reference = referenceOf(epsg);
    OGRLayerH layer =
        GDALDatasetCreateLayer(dataset, "shapes", reference, wkbMultiPolygon, nullptr);
    OSRRelease(reference);
    GDALDatasetStartTransaction(dataset, FALSE);
    for (const Shape& shape : shapes) {
        OGRGeometryH all = OGR_G_CreateGeometry(wkbMultiPolygon);
        for (const Polygon& polygon : shape.polygons) {
            OGRGeometryH rings = OGR_G_CreateGeometry(wkbPolygon);
            for (const Ring& ring : polygon) {
                OGRGeometryH points = OGR_G_CreateGeometry(wkbLinearRing);
                OGR_G_SetPointCount(points, int(ring.size())); // or each point moves all before it
                for (std::size_t i = 0; i < ring.size(); ++i)
                    OGR_G_SetPoint_2D(points, int(i), ring[i].x(), ring[i].y());
                OGR_G_AddGeometryDirectly(rings, points);
            }
            OGR_G_AddGeometryDirectly(all, rings);
        }
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        OGR_F_SetGeometryDirectly(feature, all);
        if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
            qFatal("the test's own file cannot be written: %s", CPLGetLastErrorMsg());
        OGR_F_Destroy(feature);
    }
    GDALDatasetCommitTransaction(dataset);
    GDALClose(dataset);
}

} // namespace support
