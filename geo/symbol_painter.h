// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style.h"
#include <QLineF>
#include <QPen>
#include <QRectF>

class QPainter;

namespace geo {

// The pen of a symbol's stroke; Qt::NoPen where it has none.
QPen strokePen(const Symbol& symbol);

void drawPointSymbol(QPainter& painter, QPointF centre, const Symbol& symbol);

// Samples of a symbol for legends, lists and dialogs.
void drawAreaSample(QPainter& painter, const QRectF& box, const Symbol& symbol);
void drawLineSample(QPainter& painter, QPointF from, QPointF to, const Symbol& symbol);

} // namespace geo
