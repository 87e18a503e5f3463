// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_painter.h"

#include "geo/symbol_painter.h"
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace geo {

namespace {

// Device pixels.
constexpr double SnapGrid = 0.25;
constexpr double Margin = 16;     // how far out of sight rings are cut
constexpr double FadeBelow = 3;   // outlines of smaller parts fade
constexpr double NoneBelow = 0.8; // and of these are gone
constexpr int Finer = 2;          // fills are drawn at so many times the resolution
constexpr int StripPixels = 1920 * 144;

struct Frame
{
    const PreparedLayer& layer;
    const StyledFeatures& styled;
    ToPixels toPixels;
    double devicePixelRatio;
    QSize size;
    base::Progress& progress;
};

// Counts points, and asks now and then whether to stop.
class Meter
{
public:
    explicit Meter(base::Progress& progress)
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
    base::Progress& m_progress;
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

const Symbol* lookOf(const Frame& frame, const PreparedLayer::Feature& feature)
{
    const std::uint32_t index = frame.styled.look[feature.source];
    return index == StyledFeatures::NotDrawn ? nullptr : &frame.styled.looks[index];
}

bool isArea(const PreparedLayer::Part& part)
{
    return part.kind == PartKind::Outer || part.kind == PartKind::Hole;
}

void fillAreas(QImage& fine, const Frame& frame, const ToPixels& toStrip)
{
    const QRectF sight = QRectF(QPointF(), QSizeF(fine.size()));
    const QRectF reach = sight.adjusted(-Margin, -Margin, Margin, Margin);
    const Extent seen = boxOf(toStrip, sight);
    const Extent clip = boxOf(toStrip, reach);
    QPainter painter(&fine);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    QRgb brush = 0;
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    std::vector<QPointF> ring;
    Meter meter(frame.progress);
    for (const std::uint32_t index : frame.layer.index().query(seen)) {
        const PreparedLayer::Feature& feature = frame.layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look || !look->fill || look->fill->alpha() == 0)
            continue;
        if (const QRgb wanted = look->fill->rgba(); wanted != brush) {
            painter.setBrush(QColor::fromRgba(wanted));
            brush = wanted;
        }
        const auto parts = frame.layer.parts(feature);
        for (std::size_t i = 0; i < parts.size();) {
            // One polygon: its outer ring (in pieces, where the map's edge cuts it) and holes.
            std::size_t end = i + 1;
            while (end < parts.size() && parts[end].polygon == parts[i].polygon)
                ++end;
            const PreparedLayer::Part& outer = parts[i];
            if (!isArea(outer)) {
                i = end;
                continue;
            }
            const bool single = end == i + 1;
            path.clear();
            for (; i < end; ++i) {
                const PreparedLayer::Part& part = parts[i];
                if (!part.box.meets(seen))
                    continue;
                meter.add(part.count);
                snapToGrid(frame.layer.points(part), toStrip, SnapGrid * Finer, ring);
                if (!isWithin(part.box, clip))
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
            // What is smaller than a pixel is seen as one pixel.
            const double across =
                std::max(outer.box.east - outer.box.west, outer.box.north - outer.box.south) *
                toStrip.pixelsPerUnit;
            if (across < Finer) {
                const QPointF at = toStrip({(outer.box.west + outer.box.east) / 2,
                                            (outer.box.south + outer.box.north) / 2});
                painter.fillRect(QRect(int(std::floor(at.x() / Finer)) * Finer,
                                       int(std::floor(at.y() / Finer)) * Finer, Finer, Finer),
                                 painter.brush());
            }
        }
    }
}

// Averages Finer x Finer pixels into one; premultiplied colours average as they are.
void average(const QImage& fine, QImage& strip)
{
    static_assert(Finer == 2);
    for (int y = 0; y < strip.height(); ++y) {
        const auto* upper = reinterpret_cast<const QRgb*>(fine.constScanLine(2 * y));
        const auto* lower = reinterpret_cast<const QRgb*>(fine.constScanLine(2 * y + 1));
        auto* out = reinterpret_cast<QRgb*>(strip.scanLine(y));
        for (int x = 0; x < strip.width(); ++x, upper += 2, lower += 2) {
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

// Outlines, lines and points, at the picture's own resolution.
void strokeParts(QImage& strip, const Frame& frame, const ToPixels& toStrip)
{
    const double ratio = frame.devicePixelRatio;
    const double reach = std::max(
        Margin, 2 * ratio * (frame.styled.symbol.strokeWidth + frame.styled.symbol.pointSize));
    const QRectF sight = QRectF(QPointF(), QSizeF(strip.size()));
    const QRectF inSight = sight.adjusted(-reach, -reach, reach, reach);
    const Extent seen = boxOf(toStrip, inSight);

    QPainter painter(&strip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const Symbol* current = nullptr;
    int currentFade = -1;
    std::vector<QPointF> pixels;
    std::vector<QPointF> scratch;
    std::vector<double> dashes;
    Meter meter(frame.progress);
    for (const std::uint32_t index : frame.layer.index().query(seen)) {
        const PreparedLayer::Feature& feature = frame.layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look)
            continue;
        for (const PreparedLayer::Part& part : frame.layer.parts(feature)) {
            if (!part.box.meets(seen))
                continue;
            meter.add(part.count);
            if (part.kind == PartKind::Point) {
                for (const QPointF& point : frame.layer.points(part)) {
                    const QPointF at = toStrip(point);
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
                const double across =
                    std::max(part.box.east - part.box.west, part.box.north - part.box.south) *
                    toStrip.pixelsPerUnit;
                if (across < NoneBelow)
                    continue;
                if (across < FadeBelow)
                    fade = int(255 * (across - NoneBelow) / (FadeBelow - NoneBelow));
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
            snapToGrid(frame.layer.points(part), toStrip, SnapGrid, pixels);
            if (pixels.size() < 2)
                continue;
            if (isArea(part))
                pixels.push_back(pixels.front());
            if (!dashes.empty())
                dashLine(pixels, dashes, inSight, scratch, [&](std::span<const QPointF> piece) {
                    painter.drawPolyline(piece.data(), int(piece.size()));
                });
            else if (isWithin(part.box, seen))
                painter.drawPolyline(pixels.data(), int(pixels.size()));
            else
                clipLine(pixels, inSight, scratch, [&](std::span<const QPointF> piece) {
                    painter.drawPolyline(piece.data(), int(piece.size()));
                });
        }
    }
}

QImage drawStrip(const Frame& frame, int top, int height)
{
    QImage strip(frame.size.width(), height, QImage::Format_ARGB32_Premultiplied);
    ToPixels toStrip = frame.toPixels;
    toStrip.top -= top / toStrip.pixelsPerUnit;
    const bool filled =
        std::any_of(frame.styled.looks.begin(), frame.styled.looks.end(),
                    [](const Symbol& look) { return look.fill && look.fill->alpha() > 0; });
    if (filled) {
        QImage fine(strip.size() * Finer, QImage::Format_ARGB32_Premultiplied);
        fine.fill(Qt::transparent);
        ToPixels toFine = toStrip;
        toFine.pixelsPerUnit *= Finer;
        fillAreas(fine, frame, toFine);
        average(fine, strip);
    } else {
        strip.fill(Qt::transparent);
    }
    strokeParts(strip, frame, toStrip);
    return strip;
}

} // namespace

void drawFeatures(QImage& picture, const PreparedLayer& layer, const StyledFeatures& styled,
                  const ToPixels& toPixels, double devicePixelRatio, double opacity,
                  base::Progress& progress, const std::function<void()>& stripDone)
{
    struct Strip
    {
        int top = 0;
        QImage image;
    };
    const Frame frame{layer, styled, toPixels, devicePixelRatio, picture.size(), progress};
    // The division depends on the picture alone, never on the machine.
    const int rows = std::clamp(StripPixels / std::max(1, picture.width()), 16, 512);
    const int count = (picture.height() + rows - 1) / rows;
    std::atomic<int> next{0};
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Strip> ready;
    std::exception_ptr failure;
    int working = 0;

    const auto work = [&] {
        try {
            for (int i = next++; i < count; i = next++) {
                progress.check();
                const int top = i * rows;
                Strip strip{top, drawStrip(frame, top, std::min(rows, picture.height() - top))};
                const std::lock_guard lock(mutex);
                ready.push_back(std::move(strip));
                changed.notify_one();
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure)
                failure = std::current_exception();
            next = count;
        }
        const std::lock_guard lock(mutex);
        --working;
        changed.notify_one();
    };

    const int threads =
        std::clamp(int(std::thread::hardware_concurrency()), 1, std::min(8, std::max(1, count)));
    std::vector<std::jthread> pool;
    pool.reserve(std::size_t(threads));
    working = threads;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back(work);
    for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return !ready.empty() || working == 0; });
        if (ready.empty())
            break;
        const Strip strip = std::move(ready.front());
        ready.pop_front();
        lock.unlock();
        {
            QPainter painter(&picture);
            painter.setOpacity(opacity);
            painter.scale(1 / picture.devicePixelRatio(), 1 / picture.devicePixelRatio());
            painter.drawImage(0, strip.top, strip.image);
        }
        if (stripDone)
            stripDone();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace geo
