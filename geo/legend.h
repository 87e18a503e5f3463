// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "base/progress.h"
#include "geo/map_snapshot.h"
#include "geo/style.h"
#include <QImage>
#include <QRectF>
#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace geo {

class PreparedCache;

enum class Swatch { Heading, Area, Line, Point, Site, Ramp };

struct LegendEntry
{
    Swatch swatch = Swatch::Area;
    base::Label label;
    Symbol symbol;                      // Area, Line, Point: with the entry's own colour in it
    QString siteKind;                   // Site
    QString siteStage;                  // Site
    QRgb siteColor = 0;                 // Site: instead of its kind's; 0: that
    std::uint8_t siteSize = 4;          // Site: in quarters of the usual one
    RasterRamp ramp = RasterRamp::Grey; // Ramp
    bool reversed = false;
    QString value;               // the category's; empty for others and single styles
    std::optional<qint64> count; // features or sites; nullopt: not counted
};

struct Legend
{
    std::vector<LegendEntry> entries; // Headings begin a layer's or the sites' part
};

// The entries of one layer, without its heading: categories that occur, most frequent first
// unless the style has them ordered, or classes of numbers in their order, at last the others.
std::vector<LegendEntry> legendEntries(const MapLayer& layer);
// "120 – 3,200 m": the ends of a ramp, with as many digits as tell them apart, as the reader writes
// numbers.
QString valueRangeText(std::pair<double, double> range, const QString& unit,
                       base::Language language);
// Kinds and stages in use among the sites, then the colours and sizes in use where sites have their
// own; a key without a word stands for itself.
std::vector<LegendEntry> siteEntries(const Sites& sites, const SiteWords& words,
                                     const SiteDrawing& drawing = {});
// Everything visible in a snapshot, sites first, then layers from the top.
Legend legendOf(const MapSnapshot& snapshot);
// The same of what lies in the view: sites, layers and categories that occur there, with their
// numbers there. Of a layer that cannot be drawn all are counted. Throws base::Cancelled.
Legend legendInSight(const MapSnapshot& snapshot, PreparedCache& cache, base::Progress& progress);

// Words wider than this (logical pixels) are cut short, so that a legend leaves room for the map.
inline constexpr double WidestLegendText = 210;

// Draws as many columns as fit into `area` (logical pixels); what does not fit is said: "and 14
// more". Returns the rectangle used, which begins at the area's upper left corner.
QRectF drawLegend(QPainter& painter, const QRectF& area, const Legend& legend,
                  base::Language language, double widestText = WidestLegendText);
// What drawLegend() would use, without drawing.
QSizeF legendSize(const QSizeF& area, const Legend& legend, base::Language language,
                  double widestText = WidestLegendText);

// How many entries drawLegend() would leave out, headings not counted.
qint64 legendOverflow(const QSizeF& area, const Legend& legend, base::Language language,
                      double widestText = WidestLegendText);

// Whether all entries fit and no word of theirs has to be cut short.
bool legendFits(const QSizeF& area, const Legend& legend, base::Language language);

// A small picture of an entry for lists and trees.
QImage swatchImage(const LegendEntry& entry, QSize size, double devicePixelRatio = 1);

} // namespace geo
