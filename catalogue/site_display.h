// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalogue {

class Edit;
class ReadAccess;

enum class SiteColors {
    Kind,
    CommodityClass, // of a site's main commodity: commodityClasses()
    Score,          // the best joint score of the projects a site is in
};
enum class SiteSizes {
    Same,
    Tonnes, // the ore of its largest estimate
};

// How the sites are drawn on the map of a project file.
struct SiteDisplay
{
    bool visible = true;
    bool clustered = false; // those that lie close together are one circle with their number
    bool labels = true;
    SiteColors colors = SiteColors::Kind;
    SiteSizes sizes = SiteSizes::Same;
    bool operator==(const SiteDisplay&) const = default;
};

// The words that files and commands use: "kind", "commodity", "score"; "same", "tonnes".
QString siteColorsKey(SiteColors colors);
QString siteSizesKey(SiteSizes sizes);

// Compact JSON, keys at their default left out: {"visible": false, "clustered": true,
// "labels": false, "colors": "commodity", "sizes": "tonnes"}. Unknown keys and words of a later
// version are read as the default.
QString siteDisplayToJson(const SiteDisplay& display);
SiteDisplay siteDisplayFromJson(const QString& json);

// The setting "site_display".
SiteDisplay readSiteDisplay(const ReadAccess& access);
void writeSiteDisplay(Edit& edit, const SiteDisplay& display);

} // namespace catalogue
