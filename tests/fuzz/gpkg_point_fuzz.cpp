// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/gpkg_point.h"
#include "tests/fuzz/fuzz.h"

// The geometry of a site in a project file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (const auto place = catalogue::decodeGpkgPoint(fuzz::bytesOf(data, size)))
        fuzz::require(catalogue::decodeGpkgPoint(catalogue::encodeGpkgPoint(*place)) == place,
                      "a place comes back from its bytes");
    return 0;
}
