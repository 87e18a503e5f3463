// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/map_view.h"
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace geo {

// A round distance (1, 2 or 5 times a power of ten) and its length in logical pixels; true at the
// centre of the map and left to right, by the geodesic between two pixels there (Karney 2013).
struct ScaleBar
{
    double metres = 0;
    double pixels = 0;
    QString text; // "200 km", "50 mi"
};
ScaleBar metricScaleBar(const MapView& view, double maximumPixels, base::Language language);
ScaleBar mileScaleBar(const MapView& view, double maximumPixels, base::Language language);

// Degrees clockwise from up to true north, at the centre.
double northDirection(const MapView& view);

// The meridians and parallels of a nice step as pixel lines, and where they meet the frame.
struct Graticule
{
    struct Mark
    {
        QPointF at; // on the frame
        Qt::Edge edge;
        QString text; // "110° W"
    };
    double stepDegrees = 0;
    std::vector<std::vector<QPointF>> lines;
    std::vector<Mark> marks;
};
Graticule graticuleOf(const MapView& view, base::Language language);

// Drawn in logical pixels; corners and sizes are theirs to choose inside `frame`.
void drawScaleBar(QPainter& painter, const MapView& view, QPointF lowerLeft,
                  base::Language language);
void drawNorthArrow(QPainter& painter, const MapView& view, QPointF centre,
                    base::Language language);
// Degrees are not written where they would meet a rectangle of `occupied`.
void drawGraticule(QPainter& painter, const MapView& view, base::Language language,
                   const std::vector<QRectF>& occupied = {});

} // namespace geo
