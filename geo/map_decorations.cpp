// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/map_decorations.h"

#include "geo/decorations.h"
#include "geo/fonts.h"
#include "geo/legend.h"
#include "geo/map_renderer.h"
#include "geo/map_text.h"
#include "geo/text.h"
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

namespace geo {

namespace {

// Logical pixels.
constexpr double Edge = 12; // between the frame and what stands in its corners
constexpr double ScaleBarWidth = 190;
constexpr double ScaleBarHeight = 42;
constexpr double LegendShare = 0.4; // of the width, at most
constexpr qsizetype MostFootLines = 3;
constexpr int FootPixels = 10;

// What the map has to say about its layers.
QStringList footWords(const MapSnapshot& snapshot)
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
    return said;
}

// In lines that fit, broken between one source and the next.
QStringList footLines(const MapSnapshot& snapshot, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const double room = snapshot.view.size().width() - 2 * Edge;
    QStringList lines;
    for (const QString& said : footWords(snapshot)) {
        const QString longer =
            lines.isEmpty() ? said : lines.back() + QStringLiteral("  ·  ") + said;
        if (lines.isEmpty())
            lines << said;
        else if (metrics.horizontalAdvance(longer) <= room || lines.size() == MostFootLines)
            lines.back() = longer;
        else
            lines << said;
    }
    for (QString& line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, room);
    return lines;
}

// Where everything stands.
struct Furniture
{
    QStringList lines; // at the foot
    std::vector<QRectF> lineBoxes;
    double bottom = 0; // above the foot
    Legend legend;
    QRectF legendArea;
    std::vector<QRectF> occupied;
};

Furniture furnitureOf(const MapSnapshot& snapshot)
{
    const Decorations& wanted = snapshot.decorations;
    const QSizeF size = snapshot.view.size();
    Furniture furniture;
    furniture.bottom = size.height() - Edge;
    if (wanted.attribution) {
        const QFont font = mapFont(FootPixels);
        furniture.lines = footLines(snapshot, font);
        double bottom = size.height() - 4;
        furniture.lineBoxes.resize(std::size_t(furniture.lines.size()));
        for (qsizetype i = furniture.lines.size() - 1; i >= 0; --i) {
            QRectF box = textBox(font, furniture.lines[i]);
            box.moveBottomLeft({Edge, bottom});
            bottom = box.top();
            furniture.bottom = box.top() - 4;
            furniture.lineBoxes[std::size_t(i)] = box;
            furniture.occupied.push_back(box.adjusted(-3, 0, 3, 0));
        }
    }
    if (wanted.scaleBar)
        furniture.occupied.emplace_back(Edge, furniture.bottom - ScaleBarHeight, ScaleBarWidth,
                                        ScaleBarHeight);
    const double height = furniture.bottom - (wanted.scaleBar ? ScaleBarHeight + Edge : 0) - Edge;
    furniture.legendArea = QRectF(Edge, Edge, size.width() * LegendShare, height);
    if (wanted.legend) {
        furniture.legend = snapshot.legend ? *snapshot.legend : legendOf(snapshot);
        const QSizeF used =
            legendSize(furniture.legendArea.size(), furniture.legend, snapshot.language);
        if (!used.isEmpty()) // and the gutter beside it, too narrow to be read
            furniture.occupied.emplace_back(0, 0, Edge + used.width(), Edge + used.height());
    }
    return furniture;
}

} // namespace

std::vector<QRectF> decorationBoxes(const MapSnapshot& snapshot)
{
    return furnitureOf(snapshot).occupied;
}

void drawDecorations(const MapSnapshot& snapshot, QPainter& painter)
{
    const Decorations& wanted = snapshot.decorations;
    const Furniture furniture = furnitureOf(snapshot);
    if (wanted.graticule)
        drawGraticule(painter, snapshot.view, snapshot.language, furniture.occupied);
    const QFont font = mapFont(FootPixels);
    for (qsizetype i = 0; i < furniture.lines.size(); ++i) {
        const QRectF& box = furniture.lineBoxes[std::size_t(i)];
        painter.fillRect(box.adjusted(-3, 0, 3, 0), QColor(255, 255, 255, 200));
        drawHaloText(painter, font, box, furniture.lines[i], QColor(0x3d, 0x3d, 0x3d));
    }
    if (wanted.scaleBar)
        drawScaleBar(painter, snapshot.view, {Edge, furniture.bottom}, snapshot.language);
    if (wanted.northArrow)
        drawNorthArrow(painter, snapshot.view,
                       {snapshot.view.size().width() - Edge - 18, Edge + 40}, snapshot.language);
    if (wanted.legend)
        drawLegend(painter, furniture.legendArea, furniture.legend, snapshot.language);
}

} // namespace geo
