// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "catalogue/project_file.h"
#include "geo/map_snapshot.h"
#include "report/picture_file.h"

#include <QDateTime>
#include <QImage>
#include <QSizeF>
#include <optional>
#include <vector>

class QPagedPaintDevice;

namespace geo {
class PreparedCache;
} // namespace geo

namespace report {

// Where the legend stands. Automatic: beside or below the map, whichever leaves it more room, and
// on pages of its own where it fits nowhere.
enum class LegendPlace { Automatic, Beside, Below, OwnPage, None };

// A map on a sheet of paper, as a value: the same one gives the same sheet, on paper, in a PDF and
// in a picture.
struct MapSheet
{
    explicit MapSheet(geo::MapSnapshot snapshot)
        : map(std::move(snapshot))
    {
    }

    // What is drawn, and in which language. Its view says the CRS, the middle of the map and what
    // is to be in sight; its decorations, whether graticule, scale bar and north arrow are drawn.
    geo::MapSnapshot map;
    QSizeF paperMillimetres{297, 210}; // as it is held
    double marginMillimetres = 10;     // on all sides
    // 1 : this on the paper, true at the middle of the map, left to right. nullopt: all that the
    // view shows is in sight, at the next scale of two figures (1:2,400,000).
    std::optional<double> scale;
    double enlargement = 1; // of words, symbols and lines, for paper that is read from afar
    int dotsPerInch = 300;  // of layers, and of pictures as a whole
    LegendPlace legend = LegendPlace::Automatic;
    bool notes = true; // scale, CRS, accuracy, schematic layers, sources
    QString title;
    QString subtitle;
    QString remarks;
    QString handling; // above and below each page; empty: nothing
    QDateTime date;   // of what is shown, UTC
};

inline constexpr int LeastDotsPerInch = 72;
inline constexpr int MostDotsPerInch = 1200;
inline constexpr double LeastScale = 100;
inline constexpr double MostScale = 500e6;
// Of a sheet in pixels: A0 at 600 dots per inch. Memory does not grow with it, the file does.
inline constexpr qint64 MostSheetPixels = 600'000'000;

// When the last of a project file's entries was made.
QDateTime lastChange(const std::vector<catalogue::Entry>& history);
// What words and symbols of a sheet are enlarged by, so that they suit its paper: 1 up to A3.
double usualEnlargement(const QSizeF& paperMillimetres);
// In pixels at its resolution.
QSize sheetPixels(const MapSheet& sheet);
// Throws base::Error where that is more than can be written.
void expectSheetSize(QSize pixels, int dotsPerInch);

// All that draws a sheet runs on any thread, throws base::Error saying what to change where paper,
// margins, scale or resolution cannot be (too many pixels, no room for the map), and
// base::Cancelled. A layer that cannot be drawn, and a legend that has no room, are issues.

// As PDF: layers as images of its resolution, all else as vectors and text that can be searched;
// its date is that of the sheet. The file appears when it is whole, else what stood there stays.
void writeSheetPdf(const MapSheet& sheet, const QString& path, geo::PreparedCache& cache,
                   base::Progress& progress, std::vector<base::Issue>* issues = nullptr);

// As one picture, drawn and written in bands. A legend that has no room is cut short, which is an
// issue: a picture has no second page.
void writeSheetPicture(const MapSheet& sheet, const QString& path, PictureFormat format,
                       geo::PreparedCache& cache, base::Progress& progress,
                       std::vector<base::Issue>* issues = nullptr);

// On a device whose pages begin at the edge of the paper: a QPrinter with setFullPage(true).
void printSheet(const MapSheet& sheet, QPagedPaintDevice& device, geo::PreparedCache& cache,
                base::Progress& progress, std::vector<base::Issue>* issues = nullptr);

// One page as it will be, at the sheet's resolution, for looking at.
struct SheetImage
{
    QImage image;
    int pages = 1;
    double scale = 0; // denominator
};
SheetImage sheetImage(const MapSheet& sheet, int page, bool isPicture, geo::PreparedCache& cache,
                      base::Progress& progress, std::vector<base::Issue>* issues = nullptr);

} // namespace report
