// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/extent.h"
#include <QString>
#include <optional>
#include <vector>

namespace geo {

// A registered CRS, as a person may look for it.
struct CrsEntry
{
    QString code; // "EPSG:6372": Crs::fromText() reads it
    QString name; // the authority's, never translated
    QString area; // in words, where it is meant to be used; the authority's
    std::optional<Extent> degrees;
    bool isGeographic = false;
};

// Every geographic and projected CRS of the EPSG and ESRI registers that is not withdrawn, by name.
// Takes some tenths of a second: keep it. Throws base::Error where PROJ's database is missing.
std::vector<CrsEntry> listCrs();

// Those in whose code, name and area every word of `text` occurs, without regard to case and
// punctuation; codes that begin so first, then those of the smallest area. At most `most`.
std::vector<CrsEntry> searchCrs(const std::vector<CrsEntry>& entries, const QString& text,
                                std::size_t most);

} // namespace geo
