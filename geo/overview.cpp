// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/overview.h"

#include "geo/feature_table.h"
#include "geo/raster_source.h"
#include <QPainter>

namespace geo {

namespace {

constexpr double Margin = 0.06;
constexpr double LeastDegrees = 0.05; // about a single site

} // namespace

Extent degreesOf(const std::vector<MapLayer>& layers)
{
    Extent degrees;
    for (const MapLayer& layer : layers) {
        if (!layer.visible || layer.opacity <= 0)
            continue;
        if (layer.features) {
            degrees.unite(layer.features->extent());
        } else if (layer.raster) {
            if (const auto box = layer.raster->degrees())
                degrees.unite(*box);
        }
    }
    return degrees;
}

std::optional<Overview> renderOverview(const MapSnapshot& snapshot, QSizeF size,
                                       PreparedCache& cache, base::Progress& progress)
{
    Extent degrees = degreesOf(snapshot.layers);
    if (snapshot.sites)
        for (const SiteSymbol& site : *snapshot.sites)
            degrees.add(site.lonLat);
    if (degrees.isEmpty())
        return std::nullopt;
    if (degrees.width() < LeastDegrees && degrees.height() < LeastDegrees) {
        const QPointF middle = degrees.centre();
        degrees.add(middle - QPointF(LeastDegrees, LeastDegrees));
        degrees.add(middle + QPointF(LeastDegrees, LeastDegrees));
    }
    MapSnapshot small = snapshot;
    small.view.resize(size);
    small.view.fitLonLat(degrees, Margin);
    small.featureNames = false;
    small.siteDrawing.clustered = false;
    small.selected.clear();
    small.highlighted.reset();
    small.arrows.clear();
    small.decorations = Decorations();
    small.decorations.siteLabels = false;
    QImage image = renderLayers(small, cache, progress);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSites(small, cache, painter, progress);
    painter.end();
    return Overview{std::move(image), small.view};
}

} // namespace geo
