// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <gdal_priv.h>
#include <memory>
#include <ogr_geometry.h>
#include <ogrsf_frmts.h>
#include <vector>

// The sample's files as they stand in resources/sample, read with nothing of the program's own, so
// that they are checked by another eye: Qt's JSON, GDAL's reader, GEOS behind OGRGeometry.
namespace sample {

using Geometry = std::unique_ptr<OGRGeometry>;

inline QString path(const QString& name)
{
    return QStringLiteral(VETA_SOURCE_DIR "/resources/sample/") + name;
}

inline QJsonDocument read(const QString& name)
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(name));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(name), qPrintable(error.errorString()));
    return document;
}

inline std::vector<QJsonObject> objects(const QJsonArray& array)
{
    std::vector<QJsonObject> result;
    for (const QJsonValue& value : array)
        result.push_back(value.toObject());
    return result;
}

inline Geometry geometryOf(const QJsonObject& geoJson)
{
    return Geometry(OGRGeometryFactory::createFromGeoJson(
        QJsonDocument(geoJson).toJson(QJsonDocument::Compact).constData()));
}

// Every {"source", "ref"} anywhere below a value.
inline void collectCites(const QJsonValue& value, std::vector<QJsonObject>& cites)
{
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            collectCites(item, cites);
        return;
    }
    const QJsonObject object = value.toObject();
    if (object.size() == 2 && object.contains(QLatin1String("source")) &&
        object.contains(QLatin1String("ref")))
        cites.push_back(object);
    for (const QJsonValue& item : object)
        collectCites(item, cites);
}

struct NamedShape
{
    QStringList names; // for a state: "MX Sonora"
    Geometry geometry;
};

// A layer of boundaries.gpkg; each shape goes by the joined values of each list of fields.
inline std::vector<NamedShape> shapes(const char* layer, const std::vector<QStringList>& namings)
{
    GDALAllRegister();
    std::vector<NamedShape> result;
    const GDALDatasetUniquePtr data(GDALDataset::Open(
        path(QStringLiteral("boundaries/boundaries.gpkg")).toUtf8().constData(), GDAL_OF_VECTOR));
    if (!data || data->GetLayerByName(layer) == nullptr)
        qFatal("boundaries.gpkg has no layer %s", layer);
    for (const auto& feature : *data->GetLayerByName(layer)) {
        NamedShape shape;
        for (const QStringList& fields : namings) {
            QStringList parts;
            for (const QString& field : fields)
                parts << QString::fromUtf8(feature->GetFieldAsString(field.toUtf8().constData()));
            shape.names << parts.join(u' ');
        }
        shape.geometry.reset(feature->GetGeometryRef()->clone());
        result.push_back(std::move(shape));
    }
    return result;
}

} // namespace sample
