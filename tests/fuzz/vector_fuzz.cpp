// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_layer.h"
#include "geo/style.h"
#include "geo/vector_source.h"
#include "tests/fuzz/fuzz.h"

// First byte: the ending. The rest: a file of features, as GDAL reads it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    static const char* const names[] = {"t.geojson", "t.kml",      "t.gpkg", "t.fgb",      "t.csv",
                                        "t.shp",     "t.topojson", "t.mif",  "t.geojsonl", "t.zip"};
    fuzz::guarded([&] {
        geo::VectorSource source =
            geo::VectorSource::openBytes(fuzz::bytesOf(data + 1, size - 1),
                                         QString::fromLatin1(names[data[0] % std::size(names)]));
        const geo::Crs crs = source.crs().value_or(geo::Crs::wgs84());
        const auto degrees = source.degrees();
        base::Progress progress;
        const geo::FeatureLayer layer = geo::FeatureLayer::read(
            source, geo::Operation::between(crs, geo::Crs::wgs84(), degrees), progress);
        geo::proposeStyle(layer);
    });
    return 0;
}
