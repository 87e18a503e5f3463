// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <vector>

namespace support {

// What a test puts into a file, through GDAL.
struct WrittenPlace
{
    const char* wkt = nullptr; // null: no geometry
    QByteArray name;
};

struct WrittenLayer
{
    const char* name = "units";
    int epsg = 4326; // 0: none stated
    OGRwkbGeometryType type = wkbPoint;
    std::vector<WrittenPlace> places;
};

inline CPLStringList optionsOf(const QStringList& list)
{
    CPLStringList options;
    for (const QString& option : list)
        options.AddString(option.toUtf8().constData());
    return options;
}

inline OGRSpatialReferenceH referenceOf(int epsg)
{
    OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, epsg);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

inline void writeLayers(const char* driver, const QString& path,
                        const std::vector<WrittenLayer>& layers,
                        const QStringList& fileOptions = {}, const QStringList& layerOptions = {})
{
    GDALAllRegister();
    CPLPushErrorHandler(CPLQuietErrorHandler); // DXF keeps no names and says so
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver), path.toUtf8().constData(), 0, 0,
                                      0, GDT_Unknown, optionsOf(fileOptions).List());
    if (!dataset)
        qFatal("the test's own file cannot be made: %s", CPLGetLastErrorMsg());
    for (const WrittenLayer& written : layers) {
        OGRSpatialReferenceH reference = written.epsg ? referenceOf(written.epsg) : nullptr;
        OGRLayerH layer = GDALDatasetCreateLayer(dataset, written.name, reference, written.type,
                                                 optionsOf(layerOptions).List());
        OGRFieldDefnH field = OGR_Fld_Create("name", OFTString);
        OGR_Fld_SetWidth(field, 40);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
        for (const WrittenPlace& place : written.places) {
            OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            if (OGR_F_GetFieldIndex(feature, "name") >= 0)
                OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, "name"),
                                     place.name.constData());
            if (place.wkt) {
                char* text = const_cast<char*>(place.wkt);
                OGRGeometryH geometry = nullptr;
                OGR_G_CreateFromWkt(&text, nullptr, &geometry);
                OGR_F_SetGeometryDirectly(feature, geometry);
            }
            if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
                qFatal("the test's own file cannot be written: %s", CPLGetLastErrorMsg());
            OGR_F_Destroy(feature);
        }
        if (reference)
            OSRRelease(reference);
    }
    GDALClose(dataset);
    CPLPopErrorHandler();
}

struct WrittenGrid
{
    int columns = 4;
    int rows = 3;
    GDALDataType type = GDT_Int16;
    int epsg = 4326; // 0: none stated
    std::vector<double> transform{-112, 0.5, 0, 32, 0, -0.5};
    std::vector<double> values; // by rows from the top; empty: counted from 0
    bool hasNoData = false;
    double noData = 0;
    int bands = 1;
};

// Through a dataset in memory, so that drivers that only copy can write it, too.
inline void writeGrid(const char* driver, const QString& path, const WrittenGrid& grid,
                      const QStringList& options = {})
{
    GDALAllRegister();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALDatasetH memory = GDALCreate(GDALGetDriverByName("MEM"), "", grid.columns, grid.rows,
                                     grid.bands, grid.type, nullptr);
    if (grid.epsg) {
        OGRSpatialReferenceH reference = referenceOf(grid.epsg);
        GDALSetSpatialRef(memory, reference);
        OSRRelease(reference);
    }
    GDALSetGeoTransform(memory, const_cast<double*>(grid.transform.data()));
    std::vector<double> values = grid.values;
    for (int i = int(values.size()); i < grid.columns * grid.rows; ++i)
        values.push_back(i);
    for (int i = 1; i <= grid.bands; ++i) {
        GDALRasterBandH band = GDALGetRasterBand(memory, i);
        if (grid.hasNoData)
            GDALSetRasterNoDataValue(band, grid.noData);
        if (GDALRasterIO(band, GF_Write, 0, 0, grid.columns, grid.rows, values.data(), grid.columns,
                         grid.rows, GDT_Float64, 0, 0) != CE_None)
            qFatal("the test's own grid cannot be filled");
    }
    GDALDatasetH copy = GDALCreateCopy(GDALGetDriverByName(driver), path.toUtf8().constData(),
                                       memory, FALSE, optionsOf(options).List(), nullptr, nullptr);
    if (!copy)
        qFatal("the test's own grid cannot be written: %s", CPLGetLastErrorMsg());
    GDALClose(copy);
    GDALClose(memory);
    CPLPopErrorHandler();
    QFile::remove(path + QStringLiteral(".aux.xml"));
}

} // namespace support
