// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_renderer.h"

#include "base/error.h"
#include "geo/decorations.h"
#include "geo/feature_labels.h"
#include "geo/feature_layer.h"
#include "geo/feature_painter.h"
#include "geo/fonts.h"
#include "geo/legend.h"
#include "geo/map_text.h"
#include "geo/prepared_geometry.h"
#include "geo/raster_painter.h"
#include "geo/styled_features.h"
#include "geo/text.h"
#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr qint64 PartialEveryMs = 150;
// Logical pixels.
constexpr double Edge = 12; // between the frame and what stands in its corners
constexpr double ScaleBarHeight = 42;

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

// What the map has to say about its layers, in one line at its foot.
QString footLine(const MapSnapshot& snapshot)
{
    const base::Translation words(snapshot.language);
    QStringList schematic;
    QStringList said;
    for (const MapLayer& layer : snapshot.layers) {
        if (!layer.visible || layer.opacity <= 0)
            continue;
        if (layer.schematic)
            schematic << layer.title.in(snapshot.language);
        if (!layer.attribution.isEmpty() && !said.contains(layer.attribution))
            said << layer.attribution;
    }
    if (!schematic.isEmpty())
        said.prepend(words.text("Geo", QT_TRANSLATE_NOOP("Geo", "Schematic, for orientation: %1"))
                         .arg(schematic.join(QStringLiteral(", "))));
    return said.join(QStringLiteral("  ·  "));
}

} // namespace

QImage renderLayers(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress,
                    const PartialPicture& onPartial, std::vector<base::Issue>* issues)
{
    QImage picture(pixelSize(snapshot), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(snapshot.devicePixelRatio);
    picture.fill(snapshot.background);
    QElapsedTimer sinceTold;
    sinceTold.start();
    const auto tell = [&] {
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
                    const auto prepared = cache.layer(layer.features, snapshot.view, progress);
                    const auto styled =
                        cache.styled(layer.features, layer.style, snapshot.language, progress);
                    drawFeatures(picture, *prepared, *styled, toPixels, snapshot.devicePixelRatio,
                                 std::min(1.0, layer.opacity), progress, tell);
                    labels.add(*prepared, *styled, snapshot.view);
                } else if (layer.raster) {
                    const QImage image = warpedRaster(*layer.raster, snapshot.view, picture.size(),
                                                      layer.style.raster, progress);
                    QPainter painter(&picture);
                    painter.setOpacity(std::min(1.0, layer.opacity));
                    painter.drawImage(QRectF(QPointF(), snapshot.view.size()), image);
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

void drawDecorations(const MapSnapshot& snapshot, QPainter& painter)
{
    const Decorations& wanted = snapshot.decorations;
    const QSizeF size = snapshot.view.size();
    // From the foot upwards: first where everything stands, then the drawing, the graticule lowest.
    std::vector<QRectF> occupied;
    const QFont footFont = mapFont(10);
    const QString foot =
        wanted.attribution ? QFontMetricsF(footFont).elidedText(footLine(snapshot), Qt::ElideRight,
                                                                size.width() - 2 * Edge)
                           : QString();
    QRectF footBox = textBox(footFont, foot);
    footBox.moveBottomLeft({Edge, size.height() - 4});
    double bottom = size.height() - Edge;
    if (!foot.isEmpty()) {
        bottom = footBox.top() - 4;
        occupied.push_back(footBox.adjusted(-3, 0, 3, 0));
    }
    if (wanted.scaleBar)
        occupied.emplace_back(Edge, bottom - ScaleBarHeight, 190, ScaleBarHeight);
    Legend legend;
    const QRectF legendArea(Edge, Edge, size.width() * 0.4, size.height() - 2 * Edge - 60);
    if (wanted.legend) {
        legend = legendOf(snapshot);
        const QSizeF used = legendSize(legendArea.size(), legend, snapshot.language);
        if (!used.isEmpty())
            occupied.emplace_back(0, 0, Edge + used.width(), Edge + used.height());
    }

    if (wanted.graticule)
        drawGraticule(painter, snapshot.view, snapshot.language, occupied);
    if (!foot.isEmpty()) {
        painter.fillRect(footBox.adjusted(-3, 0, 3, 0), QColor(255, 255, 255, 200));
        drawHaloText(painter, footFont, footBox, foot, QColor(0x3d, 0x3d, 0x3d));
    }
    if (wanted.scaleBar)
        drawScaleBar(painter, snapshot.view, {Edge, bottom}, snapshot.language);
    if (wanted.northArrow)
        drawNorthArrow(painter, snapshot.view, {size.width() - Edge - 18, Edge + 40},
                       snapshot.language);
    if (wanted.legend)
        drawLegend(painter, legendArea, legend, snapshot.language);
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
