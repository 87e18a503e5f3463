// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/strip_painter.h"

#include "geo/pixel_geometry.h"
#include "geo/symbol_painter.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

// Device pixels.
constexpr double SnapGrid = 0.25;
constexpr double Margin = 16;     // how far out of sight rings are cut
constexpr double FadeBelow = 3;   // logical pixels: outlines of smaller parts fade
constexpr double NoneBelow = 0.8; // and of these are gone
constexpr int NearlyAll = 150;    // of 255
constexpr int Finer = 2;          // fills are drawn at so many times the resolution

// Counts points, and asks now and then whether to stop.
class Meter
{
public:
    explicit Meter(const base::Progress& progress)
        : m_progress(progress)
    {
    }
    void add(std::size_t points)
    {
        m_points += points + 16;
        if (m_points < 20000)
            return;
        m_points = 0;
        m_progress.check();
    }

private:
    const base::Progress& m_progress;
    std::size_t m_points = 0;
};

Extent boxOf(const ToPixels& toPixels, const QRectF& pixels)
{
    Extent box;
    box.add({toPixels.left + pixels.left() / toPixels.pixelsPerUnit,
             toPixels.top - pixels.top() / toPixels.pixelsPerUnit});
    box.add({toPixels.left + pixels.right() / toPixels.pixelsPerUnit,
             toPixels.top - pixels.bottom() / toPixels.pixelsPerUnit});
    return box;
}

bool isWithin(const Extent& inner, const Extent& outer)
{
    return inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south &&
           inner.north <= outer.north;
}

const Symbol* lookOf(const StripFrame& frame, const CookedLayer::Feature& feature)
{
    const StyledFeatures& styled = *frame.layer.styled;
    const std::uint32_t index = styled.look[feature.source];
    return index == StyledFeatures::NotDrawn ? nullptr : &styled.looks[index];
}

bool isFilled(const Symbol* look)
{
    return look && look->fill && look->fill->alpha() > 0;
}

bool isArea(const CookedLayer::Part& part)
{
    return part.kind == PartKind::Outer || part.kind == PartKind::Hole;
}

// Those of some features that meet an extent.
std::vector<std::uint32_t> featuresIn(const CookedLayer& layer, const Extent& extent,
                                      std::span<const std::uint32_t> some)
{
    const CookedBox asked = layer.toQuanta(extent);
    std::vector<std::uint32_t> found;
    for (const std::uint32_t feature : some)
        if (layer.features()[feature].box.meets(asked))
            found.push_back(feature);
    return found;
}

// All that meet an extent, in the order of the source.
std::vector<std::uint32_t> featuresIn(const CookedLayer& layer, const Extent& extent)
{
    std::vector<std::uint32_t> found;
    layer.featureTree().query(layer.toQuanta(extent),
                              [&](std::uint32_t feature) { found.push_back(feature); });
    std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        return layer.features()[a].source < layer.features()[b].source;
    });
    return found;
}

double acrossOf(const CookedLayer& layer, const CookedBox& box, const ToPixels& toPixels)
{
    return std::max(double(box.east) - double(box.west), double(box.north) - double(box.south)) *
           layer.quantum() * toPixels.pixelsPerUnit;
}

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
    const QRectF sight(QPointF(), QSizeF(strip) * Finer);
    const QRectF reach = sight.adjusted(-Margin, -Margin, Margin, Margin);
    const Extent seen = boxOf(toFine, sight);
    const Extent clip = boxOf(toFine, reach);
    const std::vector<std::uint32_t> features = featuresIn(layer, seen, frame.layer.overlapping);
    QImage fine(strip * Finer, QImage::Format_ARGB32_Premultiplied);
    fine.fill(Qt::transparent);
    QPainter painter(&fine);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    QRgb brush = 0;
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    std::vector<QPointF> points;
    std::vector<QPointF> ring;
    Meter meter(frame.progress);
    const std::size_t level = layer.levelFor(1 / frame.toPixels.pixelsPerUnit);
    for (const std::uint32_t index : features) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!isFilled(look))
            continue;
        if (const QRgb wanted = look->fill->rgba(); wanted != brush) {
            painter.setBrush(QColor::fromRgba(wanted));
            brush = wanted;
        }
        const auto parts = layer.parts(feature);
        for (std::size_t i = 0; i < parts.size();) {
            // One polygon: its outer ring (in pieces, where the map's edge cuts it) and holes.
            std::size_t end = i + 1;
            while (end < parts.size() && parts[end].polygon == parts[i].polygon)
                ++end;
            if (!isArea(parts[i])) {
                i = end;
                continue;
            }
            const bool single = end == i + 1;
            path.clear();
            for (; i < end; ++i) {
                const Extent box = layer.toMap(parts[i].box);
                if (!box.meets(seen))
                    continue;
                layer.assemble(parts[i], level, points);
                meter.add(points.size());
                snapToGrid(points, toFine, SnapGrid * Finer, ring);
                if (!isWithin(box, clip))
                    clipRing(ring, reach);
                if (ring.size() < 3)
                    continue;
                if (single) {
                    painter.drawPolygon(ring.data(), int(ring.size()), Qt::OddEvenFill);
                } else {
                    path.moveTo(ring.front());
                    for (std::size_t k = 1; k < ring.size(); ++k)
                        path.lineTo(ring[k]);
                    path.closeSubpath();
                }
            }
            if (!single && !path.isEmpty())
                painter.drawPath(path);
        }
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
        if (!isFilled(look))
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

void paintStrokes(const StripFrame& frame, bool outlines, QImage& strip)
{
    const CookedLayer& layer = *frame.layer.layer;
    const Symbol& symbol = frame.layer.styled->symbol;
    const ToPixels& toStrip = frame.toPixels;
    const double ratio = frame.devicePixelRatio;
    const double reach = std::max(Margin, 2 * ratio * (symbol.strokeWidth + symbol.pointSize));
    const QRectF sight = QRectF(QPointF(), QSizeF(strip.size()));
    const QRectF inSight = sight.adjusted(-reach, -reach, reach, reach);
    const Extent seen = boxOf(toStrip, inSight);

    QPainter painter(&strip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const Symbol* current = nullptr;
    int currentFade = -1;
    std::vector<QPointF> points;
    std::vector<QPointF> pixels;
    std::vector<QPointF> scratch;
    std::vector<double> dashes;
    Meter meter(frame.progress);
    const std::size_t level = layer.levelFor(1 / toStrip.pixelsPerUnit);
    for (const std::uint32_t index : featuresIn(layer, seen)) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look)
            continue;
        for (const CookedLayer::Part& part : layer.parts(feature)) {
            const Extent box = layer.toMap(part.box);
            if (!box.meets(seen) || (isArea(part) && !outlines))
                continue;
            if (part.kind == PartKind::Point) {
                meter.add(part.count);
                for (const CookedPoint& point : layer.pointsOf(part)) {
                    const QPointF at = toStrip(layer.toMap(point));
                    if (!inSight.contains(at))
                        continue;
                    painter.setTransform(QTransform(ratio, 0, 0, ratio, at.x(), at.y()));
                    drawPointSymbol(painter, {0, 0}, *look);
                }
                painter.resetTransform();
                painter.setBrush(Qt::NoBrush);
                current = nullptr;
                continue;
            }
            if (!look->stroke || look->strokeWidth <= 0)
                continue;
            int fade = 255;
            if (isArea(part)) {
                const double across = acrossOf(layer, part.box, toStrip) / ratio;
                if (across < NoneBelow)
                    continue;
                if (across < FadeBelow)
                    fade = int(255 * std::pow((across - NoneBelow) / (FadeBelow - NoneBelow), 2));
            }
            if (look != current || fade != currentFade) {
                QPen pen = strokePen(*look);
                QColor color = pen.color();
                color.setAlpha(color.alpha() * fade / 255);
                pen.setColor(color);
                pen.setWidthF(pen.widthF() * ratio);
                // Qt's own dashes begin anew where it clips: at every strip.
                dashes.clear();
                if (pen.style() != Qt::SolidLine)
                    for (const double mark : pen.dashPattern())
                        dashes.push_back(mark * pen.widthF());
                pen.setStyle(Qt::SolidLine);
                painter.setPen(pen);
                current = look;
                currentFade = fade;
            }
            layer.assemble(part, level, points);
            meter.add(points.size());
            snapToGrid(points, toStrip, SnapGrid, pixels);
            if (pixels.size() < 2)
                continue;
            if (isArea(part))
                pixels.push_back(pixels.front());
            if (!dashes.empty())
                dashLine(pixels, dashes, inSight, scratch, [&](std::span<const QPointF> piece) {
                    painter.drawPolyline(piece.data(), int(piece.size()));
                });
            else if (isWithin(box, seen))
                painter.drawPolyline(pixels.data(), int(pixels.size()));
            else
                clipLine(pixels, inSight, scratch, [&](std::span<const QPointF> piece) {
                    painter.drawPolyline(piece.data(), int(piece.size()));
                });
        }
    }
}

} // namespace geo
