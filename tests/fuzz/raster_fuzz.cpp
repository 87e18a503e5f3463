// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_source.h"
#include "tests/fuzz/fuzz.h"

// First byte: the ending. The rest: a picture or grid, as GDAL reads it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    static const char* const names[] = {"t.tif", "t.png", "t.jpg", "t.asc", "t.gpkg", "t.mbtiles"};
    fuzz::guarded([&] {
        geo::RasterSource source =
            geo::RasterSource::openBytes(fuzz::bytesOf(data + 1, size - 1),
                                         QString::fromLatin1(names[data[0] % std::size(names)]));
        if (!source.crs())
            source.setOperation(geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84()));
        static const geo::Operation same =
            geo::Operation::between(geo::Crs::wgs84(), geo::Crs::wgs84());
        const geo::RasterTarget target{same, {-113, 26, -110, 29}, QSize(16, 16)};
        base::Progress progress;
        source.readWarped(target, progress);
        source.readValues(target, progress);
        source.valueRange(progress);
        source.valueAt({-112, 27.9});
    });
    return 0;
}
