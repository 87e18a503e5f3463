// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_layer.h"
#include "geo/vector_source.h"
#include <QByteArray>
#include <QString>
#include <memory>

namespace support {

// A layer as the program reads it, through its own pinned operation.
inline std::shared_ptr<const geo::FeatureLayer> readLayer(geo::VectorSource source)
{
    const geo::Operation toWgs84 =
        geo::Operation::between(*source.crs(), geo::Crs::wgs84(), source.degrees());
    base::Progress progress;
    return std::make_shared<const geo::FeatureLayer>(
        geo::FeatureLayer::read(source, toWgs84, progress));
}

// Features of GeoJSON (RFC 7946), written in a test: {"type": "Feature", …}, …
inline std::shared_ptr<const geo::FeatureLayer> layerOf(const QByteArray& features)
{
    return readLayer(geo::VectorSource::openBytes("{\"type\":\"FeatureCollection\",\"features\":[" +
                                                      features + "]}",
                                                  QStringLiteral("test.geojson")));
}

inline std::shared_ptr<const geo::FeatureLayer> layerAt(const QString& path,
                                                        const QString& sublayer = {})
{
    return readLayer(geo::VectorSource::open(path, sublayer));
}

} // namespace support
