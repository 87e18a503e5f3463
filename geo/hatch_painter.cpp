// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/hatch.h"
#include "geo/strip_painter.h"
#include <QHash>
#include <QPainter>
#include <cmath>

namespace geo {

namespace {

constexpr double SmallestHatched = 4; // logical pixels across

// Where the pattern begins, in pixels of the strip: at one place of the map, so that it moves with
// it.
QPoint originOf(const ToPixels& toStrip, int period)
{
    constexpr double Whole = 1e-6; // the same for every strip
    const auto within = [period](double pixels) {
        return int(std::fmod(std::floor(pixels + 0.5 + Whole), period));
    };
    return {within(-toStrip.left * toStrip.pixelsPerUnit),
            within(toStrip.top * toStrip.pixelsPerUnit)};
}

} // namespace

bool isHatched(const Symbol& look)
{
    return look.hatch != Hatch::None && look.hatchColor.alpha() > 0;
}

void paintHatches(const StripFrame& frame, QImage& strip)
{
    const CookedLayer& layer = *frame.layer.layer;
    QPainter painter(&strip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QHash<QRgb, QBrush> brushes; // the pattern is one for the layer
    PolygonDrawing polygons(layer, frame.toPixels, strip.size(), SnapGrid,
                            1 / frame.toPixels.pixelsPerUnit, frame.progress);
    for (const std::uint32_t index : featuresIn(layer, polygons.seen())) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look || !isHatched(*look) ||
            acrossOf(layer, feature.box, frame.toPixels) < SmallestHatched * frame.devicePixelRatio)
            continue;
        QBrush& brush = brushes[look->hatchColor.rgba()];
        if (brush.style() == Qt::NoBrush)
            brush = hatchBrush(*look, frame.devicePixelRatio);
        painter.setBrush(brush);
        painter.setBrushOrigin(
            originOf(frame.toPixels, hatchPeriod(look->hatch, frame.devicePixelRatio)));
        polygons.draw(painter, feature);
    }
}

} // namespace geo
