// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/strip_painter.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr int NearlyAll = 150; // of 255
constexpr int Finer = 2;       // fills are drawn at so many times the resolution

// Averages Finer x Finer pixels into one; premultiplied colours average as they are.
void average(const QImage& fine, QImage& strip)
{
    static_assert(Finer == 2);
    const int width = strip.width();
    for (int y = 0; y < strip.height(); ++y) {
        const auto* upper = reinterpret_cast<const QRgb*>(fine.constScanLine(2 * y));
        const auto* lower = reinterpret_cast<const QRgb*>(fine.constScanLine(2 * y + 1));
        auto* out = reinterpret_cast<QRgb*>(strip.scanLine(y));
        for (int x = 0; x < width; ++x, upper += 2, lower += 2) {
            const QRgb four[4] = {upper[0], upper[1], lower[0], lower[1]};
            if (four[0] == four[1] && four[0] == four[2] && four[0] == four[3]) {
                out[x] = four[0];
                continue;
            }
            quint32 odd = 0x00020002;
            quint32 even = 0x00020002;
            for (const QRgb each : four) {
                odd += each >> 8 & 0x00ff00ff;
                even += each & 0x00ff00ff;
            }
            out[x] = (odd >> 2 & 0x00ff00ff) << 8 | (even >> 2 & 0x00ff00ff);
        }
    }
}

} // namespace

std::vector<QRect> placesOf(const StripFrame& frame, std::span<const std::uint32_t> features,
                            QSize strip)
{
    constexpr int Tile = 32;
    constexpr double Room = 2;
    if (features.empty())
        return {};
    const CookedLayer& layer = *frame.layer.layer;
    const Extent seen = boxOf(
        frame.toPixels, QRectF(QPointF(-Room, -Room), QSizeF(strip) + QSizeF(2 * Room, 2 * Room)));
    std::vector<std::uint8_t> tiles(std::size_t(strip.width() / Tile + 1), 0);
    for (const std::uint32_t feature : featuresIn(layer, seen, features)) {
        const Extent box = layer.toMap(layer.features()[feature].box);
        const double left = frame.toPixels({box.west, 0}).x() - Room;
        const double right = frame.toPixels({box.east, 0}).x() + Room;
        const int first = int(std::clamp(left, 0.0, double(strip.width()))) / Tile;
        const int last = int(std::clamp(right, 0.0, double(strip.width()))) / Tile;
        std::fill(tiles.begin() + first, tiles.begin() + last + 1, std::uint8_t(1));
    }
    std::vector<QRect> places;
    for (int i = 0; i * Tile < strip.width(); ++i) {
        if (tiles[std::size_t(i)] == 0)
            continue;
        const QRect tile =
            QRect(i * Tile, 0, Tile, strip.height()).intersected(QRect(QPoint(), strip));
        if (!places.empty() && places.back().right() + 1 == tile.left())
            places.back().setRight(tile.right());
        else
            places.push_back(tile);
    }
    return places;
}

QImage paintOverlaps(const StripFrame& frame, QSize strip)
{
    const CookedLayer& layer = *frame.layer.layer;
    ToPixels toFine = frame.toPixels;
    toFine.pixelsPerUnit *= Finer;
    QImage fine(strip * Finer, QImage::Format_ARGB32_Premultiplied);
    fine.fill(Qt::transparent);
    QPainter painter(&fine);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    QRgb brush = 0;
    painter.setBrush(Qt::NoBrush);
    PolygonDrawing polygons(layer, toFine, fine.size(), SnapGrid * Finer,
                            1 / frame.toPixels.pixelsPerUnit, frame.progress);
    for (const std::uint32_t index : featuresIn(layer, polygons.seen(), frame.layer.overlapping)) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look || !isFilled(*look))
            continue;
        if (const QRgb wanted = look->fill->rgba(); wanted != brush) {
            painter.setBrush(QColor::fromRgba(wanted));
            brush = wanted;
        }
        polygons.draw(painter, feature);
    }
    painter.end();
    QImage averaged(strip, QImage::Format_ARGB32_Premultiplied);
    average(fine, averaged);
    return averaged;
}

void layBeside(const QImage& upper, QPoint at, QImage& lower)
{
    const int width = upper.width();
    const int height = upper.height();
    const auto touches = [&](int x, int y) {
        for (int row = std::max(0, y - 1); row <= std::min(height - 1, y + 1); ++row) {
            const auto* pixels = reinterpret_cast<const QRgb*>(upper.constScanLine(row));
            for (int column = std::max(0, x - 1); column <= std::min(width - 1, x + 1); ++column)
                if (qAlpha(pixels[column]) > 0)
                    return true;
        }
        return false;
    };
    for (int y = 0; y < height; ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(upper.constScanLine(y));
        auto* to = reinterpret_cast<QRgb*>(lower.scanLine(at.y() + y)) + at.x();
        for (int x = 0; x < width; ++x) {
            const int above = qAlpha(from[x]);
            const int below = qAlpha(to[x]);
            // Of both a part, and nearly all together: one is sampled, the other exact. A part that
            // is too small for a sample belongs to what lies next to it.
            const bool shared = below > 0 && below < 255 && above < 255 &&
                                above + below > NearlyAll && (above > 0 || touches(x, y));
            if (above == 0 && !shared)
                continue;
            Lanes kept = lanesOf(to[x]);
            if (above + below > 255 || shared)
                kept *= float(255 - above) / float(below);
            to[x] = pixelOf(lanesOf(from[x]) + kept);
        }
    }
}

void paintSpecks(const StripFrame& frame, QImage& strip)
{
    const CookedLayer& layer = *frame.layer.layer;
    const Extent seen = boxOf(frame.toPixels, QRectF(QPointF(), QSizeF(strip.size())));
    for (const std::uint32_t index : featuresIn(layer, seen, frame.layer.alone)) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look || !isFilled(*look))
            continue;
        for (const CookedLayer::Part& part : layer.parts(feature)) {
            if (part.kind != PartKind::Outer || acrossOf(layer, part.box, frame.toPixels) >= 1)
                continue;
            const QPointF at = frame.toPixels(layer.toMap(part.box).centre());
            const QPoint pixel(int(std::floor(at.x())), int(std::floor(at.y())));
            if (strip.rect().contains(pixel))
                strip.setPixel(pixel, qPremultiply(look->fill->rgba()));
        }
    }
}

} // namespace geo
