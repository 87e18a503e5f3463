// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QString>

class QPainter;

namespace geo {

// A site's symbol: the kind is a shape (and a colour that repeats it), the stage is how the shape
// is filled, so that nothing hangs on colour alone.
enum class SiteShape { Circle, Diamond, Saltire, Square, Chimney, Sawtooth, Heap, Lozenge };
enum class StageFill {
    Full,    // at work
    Half,    // being built or developed
    Core,    // studied: feasibility, advanced exploration
    Hollow,  // known, explored
    Struck,  // closed, abandoned, on care and maintenance
    Unknown, // no stage stated
};

// By the stable keys of the vocabularies site_kinds and stages; a key that is not known (and an
// empty one) gives Lozenge and Unknown.
SiteShape siteShape(const QString& kind);
StageFill stageFill(const QString& stage);
QColor siteColor(const QString& kind);
// A stage's key that is drawn so; empty for Unknown.
QString siteStageExample(StageFill fill);

// The outline of a shape around the origin, 1 wide and at most 1 high.
QPainterPath siteOutline(SiteShape shape);

struct SiteLook
{
    QString kind;
    QString stage;
    bool selected = false;    // ringed
    bool highlighted = false; // ringed, and larger
    bool dimmed = false;      // outside the filter: pale
    QRgb color = 0;           // instead of its kind's; 0: that
};

QColor siteColor(const SiteLook& look); // its own, else its kind's; pale where it is dimmed

// size in the painter's units, at pixel-aligned centres crisp at 1 and 2 device pixels a unit.
void drawSite(QPainter& painter, QPointF centre, double size, const SiteLook& look);

// A square image for tables, lists and legends: `size` logical pixels, transparent ground.
QImage siteImage(const SiteLook& look, int size, double devicePixelRatio = 1);

// What is left of a symbol where very many stand together: its shape in its colour, and the pale
// ground that goes under all of them.
struct SiteDot
{
    QImage ground;
    QImage shape;
};
SiteDot siteDot(const SiteLook& look, int size, double devicePixelRatio = 1);

} // namespace geo
