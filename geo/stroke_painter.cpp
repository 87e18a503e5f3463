// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/strip_painter.h"

#include "geo/symbol_painter.h"
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double FadeBelow = 3;   // logical pixels: outlines of smaller parts fade
constexpr double NoneBelow = 0.8; // and of these are gone

// 255: whole.
int fadeOf(double across)
{
    if (across >= FadeBelow)
        return 255;
    return across < NoneBelow
               ? 0
               : int(255 * std::pow((across - NoneBelow) / (FadeBelow - NoneBelow), 2));
}

// Draws lines and outlines in the pens of their looks.
class StrokeDrawing
{
public:
    StrokeDrawing(const StripFrame& frame, QPainter& painter, const QRectF& inSight)
        : m_frame(frame)
        , m_layer(*frame.layer.layer)
        , m_painter(painter)
        , m_inSight(inSight)
        , m_seen(boxOf(frame.toPixels, inSight))
        , m_level(m_layer.levelFor(1 / frame.toPixels.pixelsPerUnit))
        , m_meter(frame.progress)
    {
    }

    const Extent& seen() const { return m_seen; }
    // Something else has drawn with the painter.
    void forgetPen() { m_fade = -1; }

    void draw(const CookedLayer::Part& part, const Extent& box, const Symbol& look)
    {
        if (!look.stroke || look.strokeWidth <= 0)
            return;
        const int fade =
            isArea(part)
                ? fadeOf(acrossOf(m_layer, part.box, m_frame.toPixels) / m_frame.devicePixelRatio)
                : 255;
        if (fade == 0)
            return;
        setPen(look, fade);
        m_layer.assemble(part, m_level, m_points);
        m_meter.add(m_points.size());
        snapToGrid(m_points, m_frame.toPixels, SnapGrid, m_pixels);
        if (m_pixels.size() < 2)
            return;
        if (isArea(part))
            m_pixels.push_back(m_pixels.front());
        const auto drawPiece = [&](std::span<const QPointF> piece) {
            m_painter.drawPolyline(piece.data(), int(piece.size()));
        };
        if (!m_dashes.empty())
            dashLine(m_pixels, m_dashes, m_inSight, m_scratch, drawPiece);
        else if (isWithin(box, m_seen))
            drawPiece(m_pixels);
        else
            clipLine(m_pixels, m_inSight, m_scratch, drawPiece);
    }

private:
    void setPen(const Symbol& look, int fade)
    {
        if (fade == m_fade && look == m_look)
            return;
        QPen pen = strokePen(look);
        QColor color = pen.color();
        color.setAlpha(color.alpha() * fade / 255);
        pen.setColor(color);
        pen.setWidthF(pen.widthF() * m_frame.devicePixelRatio);
        // Qt's own dashes begin anew where it clips: at every strip.
        m_dashes.clear();
        if (pen.style() != Qt::SolidLine)
            for (const double mark : pen.dashPattern())
                m_dashes.push_back(mark * pen.widthF());
        pen.setStyle(Qt::SolidLine);
        m_painter.setPen(pen);
        m_look = look;
        m_fade = fade;
    }

    const StripFrame& m_frame;
    const CookedLayer& m_layer;
    QPainter& m_painter;
    QRectF m_inSight;
    Extent m_seen;
    std::size_t m_level;
    Meter m_meter;
    Symbol m_look;
    int m_fade = -1;
    std::vector<QPointF> m_points;
    std::vector<QPointF> m_pixels;
    std::vector<QPointF> m_scratch;
    std::vector<double> m_dashes;
};

} // namespace

void paintStrokes(const StripFrame& frame, bool outlines, QImage& strip)
{
    const CookedLayer& layer = *frame.layer.layer;
    const Symbol& symbol = frame.layer.styled->symbol;
    const ToPixels& toStrip = frame.toPixels;
    const double ratio = frame.devicePixelRatio;
    const double widest = casingOf(symbol).value_or(symbol).strokeWidth;
    const double reach = std::max(StripMargin, 2 * ratio * (widest + symbol.pointSize));
    const QRectF inSight =
        QRectF(QPointF(), QSizeF(strip.size())).adjusted(-reach, -reach, reach, reach);

    QPainter painter(&strip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    StrokeDrawing strokes(frame, painter, inSight);
    const Extent& seen = strokes.seen();
    const std::vector<std::uint32_t> features = featuresIn(layer, seen);
    if (casingOf(symbol)) {
        for (const std::uint32_t index : features) {
            const CookedLayer::Feature& feature = layer.features()[index];
            const Symbol* look = lookOf(frame, feature);
            const std::optional<Symbol> casing = look ? casingOf(*look) : std::nullopt;
            if (!casing)
                continue;
            for (const CookedLayer::Part& part : layer.parts(feature)) {
                const Extent box = layer.toMap(part.box);
                if (part.kind == PartKind::Line && box.meets(seen))
                    strokes.draw(part, box, *casing);
            }
        }
    }
    for (const std::uint32_t index : features) {
        const CookedLayer::Feature& feature = layer.features()[index];
        const Symbol* look = lookOf(frame, feature);
        if (!look)
            continue;
        for (const CookedLayer::Part& part : layer.parts(feature)) {
            const Extent box = layer.toMap(part.box);
            if (!box.meets(seen) || (isArea(part) && !outlines))
                continue;
            if (part.kind != PartKind::Point) {
                strokes.draw(part, box, *look);
                continue;
            }
            for (const CookedPoint& point : layer.pointsOf(part)) {
                const QPointF at = toStrip(layer.toMap(point));
                if (!inSight.contains(at))
                    continue;
                painter.setTransform(QTransform(ratio, 0, 0, ratio, at.x(), at.y()));
                drawPointSymbol(painter, {0, 0}, *look);
            }
            frame.progress.check();
            painter.resetTransform();
            painter.setBrush(Qt::NoBrush);
            strokes.forgetPen();
        }
    }
}

} // namespace geo
