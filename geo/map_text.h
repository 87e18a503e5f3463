// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace geo {

// The box one line of text takes, from 0, 0.
QRectF textBox(const QFont& font, const QString& text);

// One line of text from `start` on its base line. In an image it is drawn as outlines, whose pixels
// hang on nothing that was drawn before (Qt's cache of glyphs keeps whichever shade came first);
// in a PDF it stays text, which a reader can search and copy.
void drawMapText(QPainter& painter, const QFont& font, QPointF start, const QString& text,
                 const QColor& color = QColor(0x1f, 0x1f, 0x1f));

// One line of text, with a pale edge that keeps it readable on any ground.
void drawHaloText(QPainter& painter, const QFont& font, const QRectF& box, const QString& text,
                  const QColor& color = QColor(0x1f, 0x1f, 0x1f));

// A geodesic length for a reader: "184 km (114 mi)", "640 m (0.4 mi)".
QString distanceText(double metres, base::Language language);

} // namespace geo
