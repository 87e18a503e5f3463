// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_renderer.h"

#include "base/error.h"
#include "base/os.h"
#include "geo/feature_labels.h"
#include "geo/feature_layer.h"
#include "geo/feature_painter.h"
#include "geo/raster_painter.h"
#include "geo/text.h"
#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr qint64 PartialEveryMs = 150;
QSize pixelSize(const MapSnapshot& snapshot)
{
    const QSizeF size = snapshot.view.size() * snapshot.devicePixelRatio;
    return {std::max(1, int(std::lround(size.width()))),
            std::max(1, int(std::lround(size.height())))};
}

ToPixels toPixelsOf(const MapSnapshot& snapshot)
{
    const QPointF corner = snapshot.view.toMap({0, 0});
    return {corner.x(), corner.y(), snapshot.devicePixelRatio / snapshot.view.unitsPerPixel()};
}

QImage emptyLike(const QImage& picture)
{
    QImage image(picture.size(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(picture.devicePixelRatio());
    image.fill(Qt::transparent);
    return image;
}

void lay(const QImage& upper, QImage& lower, Blend blend)
{
    QPainter painter(&lower);
    painter.setCompositionMode(compositionMode(blend));
    painter.drawImage(QPointF(), upper);
}

} // namespace

QImage renderLayers(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                    const PartialPicture& onPartial, std::vector<base::Issue>* issues)
{
    QImage picture(pixelSize(snapshot), QImage::Format_ARGB32_Premultiplied);
    base::expectFilled(picture.bits(), picture.sizeInBytes());
    picture.setDevicePixelRatio(snapshot.devicePixelRatio);
    picture.fill(snapshot.background);
    QElapsedTimer sinceTold;
    sinceTold.start();
    const std::function<void()> tell = [&] {
        if (!onPartial || sinceTold.elapsed() < PartialEveryMs)
            return;
        onPartial(picture.copy());
        sinceTold.restart();
    };
    const ToPixels toPixels = toPixelsOf(snapshot);
    FeatureLabels labels(snapshot.view.size());
    try {
        for (const MapLayer& layer : snapshot.layers) {
            progress.check();
            if (!layer.visible || layer.opacity <= 0)
                continue;
            try {
                if (layer.features) {
                    const auto styled = cache.styledLayer(layer.features, snapshot.view,
                                                          layer.style, snapshot.language, progress);
                    // A layer that multiplies is drawn apart and laid over the rest as a whole.
                    const bool apart = layer.blend != Blend::Normal;
                    QImage alone = apart ? emptyLike(picture) : QImage();
                    drawFeatures(apart ? alone : picture, *styled, toPixels,
                                 snapshot.devicePixelRatio, std::min(1.0, layer.opacity), progress,
                                 onPartial && !apart ? tell : std::function<void()>());
                    if (apart)
                        lay(alone, picture, layer.blend);
                    labels.add(*styled->layer, *styled->styled, snapshot.view);
                } else if (layer.raster) {
                    drawRaster(picture, *layer.raster, snapshot.view, layer.style.raster,
                               {std::min(1.0, layer.opacity), layer.blend}, progress);
                } else {
                    for (const auto& draft : layer.drafts) {
                        const auto styled = cache.styledLayer(draft, snapshot.view, layer.style,
                                                              snapshot.language, progress);
                        drawFeatures(picture, *styled, toPixels, snapshot.devicePixelRatio,
                                     std::min(1.0, layer.opacity), progress);
                        tell();
                    }
                }
            } catch (const base::Error& error) {
                if (issues)
                    issues->push_back({base::Severity::Error,
                                       error.message(),
                                       {layer.title.in(snapshot.language), 0, {}, {}}});
            }
            tell();
        }
    } catch (const base::Cancelled&) {
        if (onPartial)
            onPartial(picture);
        throw;
    }
    if (!labels.isEmpty()) {
        QPainter painter(&picture);
        labels.draw(painter);
    }
    return picture;
}

void renderMap(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
               base::Progress& progress, std::vector<base::Issue>* issues)
{
    const QImage layers = renderLayers(snapshot, cache, progress, {}, issues);
    painter.save();
    const QRectF frame(QPointF(), snapshot.view.size());
    painter.setClipRect(frame, Qt::IntersectClip);
    painter.drawImage(frame, layers);
    drawSites(snapshot, cache, painter, progress);
    drawDecorations(snapshot, painter);
    painter.restore();
}

QImage renderMap(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                 std::vector<base::Issue>* issues)
{
    QImage picture = renderLayers(snapshot, cache, progress, {}, issues);
    QPainter painter(&picture);
    drawSites(snapshot, cache, painter, progress);
    drawDecorations(snapshot, painter);
    return picture;
}

} // namespace geo
