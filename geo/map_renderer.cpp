// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_renderer.h"

#include "base/error.h"
#include "base/os.h"
#include "geo/feature_labels.h"
#include "geo/feature_layer.h"
#include "geo/feature_painter.h"
#include "geo/legend.h"
#include "geo/map_decorations.h"
#include "geo/painter_state.h"
#include "geo/picture_bands.h"
#include "geo/raster_painter.h"
#include "geo/site_labels.h"
#include "geo/text.h"
#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr qint64 PartialEveryMs = 150;
constexpr int BandOverlap = 2; // rows

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

base::Issue issueOf(const MapLayer& layer, base::Language language, const QString& text)
{
    return {base::Severity::Error, text, {layer.title.in(language), 0, {}, {}, layer.id}};
}

// Background and layers without the names on them; those are added to `labels`, if they are wanted.
QImage layersImage(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                   const PartialPicture& onPartial, std::vector<base::Issue>* issues,
                   FeatureLabels* labels)
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
                    if (labels)
                        labels->add(*styled->layer, *styled->styled, snapshot.view, progress);
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
                    issues->push_back(issueOf(layer, snapshot.language, error.message()));
            } catch (const std::bad_alloc&) {
                if (issues)
                    issues->push_back(issueOf(layer, snapshot.language,
                                              Text::tr("There is not enough memory to draw it. "
                                                       "Close other programs, or show less.")));
            }
            tell();
        }
    } catch (const base::Cancelled&) {
        if (onPartial)
            onPartial(picture);
        throw;
    }
    return picture;
}

// Where sites and their names, scale bar and legend have the first call.
void keepClear(FeatureLabels& labels, const MapSnapshot& snapshot, PreparedCache& cache,
               base::Progress& progress)
{
    if (labels.isEmpty())
        return;
    for (const QRectF& box : decorationBoxes(snapshot))
        labels.avoid(box);
    for (const QRectF& box : siteBoxes(snapshot, cache, progress))
        labels.avoid(box);
}

// The names on the features of all layers that can be drawn.
FeatureLabels labelsOf(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress)
{
    FeatureLabels labels(snapshot.view.size());
    for (const MapLayer& layer : snapshot.layers) {
        progress.check();
        if (!snapshot.featureNames || !layer.visible || layer.opacity <= 0 || !layer.features)
            continue;
        try {
            const auto styled = cache.styledLayer(layer.features, snapshot.view, layer.style,
                                                  snapshot.language, progress);
            labels.add(*styled->layer, *styled->styled, snapshot.view, progress);
        } catch (const base::Error&) { // NOLINT(bugprone-empty-catch): it was named with the layer
        }
    }
    keepClear(labels, snapshot, cache, progress);
    return labels;
}

// Background and layers as images, their names as vectors.
void drawLayers(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
                base::Progress& progress, std::vector<base::Issue>* issues)
{
    std::vector<base::Issue> found;
    for (const QRect& band : bandsInSight(snapshot, painter, BandOverlap)) {
        MapSnapshot part = snapshot;
        part.view = viewOf(snapshot, band);
        painter.drawImage(placeOf(snapshot, band),
                          layersImage(part, cache, progress, {}, &found, nullptr));
    }
    labelsOf(snapshot, cache, progress).draw(painter);
    for (base::Issue& issue : found) { // one layer may be found wanting in each band
        const auto same = [&](const base::Issue& other) {
            return other.text == issue.text && other.where.file == issue.where.file &&
                   other.where.id == issue.where.id;
        };
        if (issues && std::none_of(issues->begin(), issues->end(), same))
            issues->push_back(std::move(issue));
    }
}

} // namespace

QImage renderLayers(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                    const PartialPicture& onPartial, std::vector<base::Issue>* issues)
{
    FeatureLabels labels(snapshot.view.size());
    QImage picture = layersImage(snapshot, cache, progress, onPartial, issues,
                                 snapshot.featureNames ? &labels : nullptr);
    if (!labels.isEmpty()) {
        keepClear(labels, snapshot, cache, progress);
        QPainter painter(&picture);
        labels.draw(painter);
    }
    return picture;
}

namespace {

// With the legend of what is in sight, where one is wanted and none is given.
MapSnapshot withLegend(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress)
{
    MapSnapshot shown = snapshot;
    if (shown.decorations.legend && !shown.legend)
        shown.legend = std::make_shared<const Legend>(legendInSight(shown, cache, progress));
    return shown;
}

} // namespace

void renderMap(const MapSnapshot& snapshot, PreparedCache& cache, QPainter& painter,
               base::Progress& progress, std::vector<base::Issue>* issues)
{
    const MapSnapshot shown = withLegend(snapshot, cache, progress);
    const PainterState state(painter);
    painter.setClipRect(QRectF(QPointF(), shown.view.size()), Qt::IntersectClip);
    drawLayers(shown, cache, painter, progress, issues);
    drawSites(shown, cache, painter, progress);
    drawDecorations(shown, painter);
}

QImage renderMap(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                 std::vector<base::Issue>* issues)
{
    const MapSnapshot shown = withLegend(snapshot, cache, progress);
    QImage picture = renderLayers(shown, cache, progress, {}, issues);
    QPainter painter(&picture);
    drawSites(shown, cache, painter, progress);
    drawDecorations(shown, painter);
    return picture;
}

} // namespace geo
