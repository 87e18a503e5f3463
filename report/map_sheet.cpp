// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/map_sheet.h"

#include "base/error.h"
#include "report/pdf_file.h"
#include "report/sheet_layout.h"
#include "report/text.h"

#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

namespace report {

namespace {

constexpr double MillimetresPerInch = 25.4;
constexpr int PdfUnitsPerInch = 1200;    // of what is placed in it
constexpr qint64 BandPixels = 4'000'000; // of a picture

void tell(std::vector<base::Issue>* issues, const std::vector<base::Issue>& more)
{
    const auto same = [](const base::Issue& a, const base::Issue& b) {
        return a.text == b.text && a.where.file == b.where.file && a.where.id == b.where.id;
    };
    for (const base::Issue& issue : more)
        if (issues && std::none_of(issues->begin(), issues->end(),
                                   [&](const base::Issue& other) { return same(issue, other); }))
            issues->push_back(issue);
}

// Rows of a page from `top` on, in device pixels.
QImage rowsOf(const SheetLayout& layout, int page, QSize pixels, int top, int rows,
              geo::PreparedCache& cache, base::Progress& progress, std::vector<base::Issue>& issues)
{
    const int finer = layout.oversampling();
    const double ratio = layout.devicePixelRatio();
    QImage band(pixels.width() * finer, rows * finer, QImage::Format_RGB32);
    if (band.isNull())
        throw base::Error(Text::tr("There is not enough memory for the picture. Choose a lower "
                                   "resolution."));
    band.fill(Qt::white);
    band.setDevicePixelRatio(ratio);
    QPainter painter(&band);
    const double above = top * finer / ratio;
    painter.translate(0, -above);
    painter.setClipRect(QRectF(0, above, band.width() / ratio, band.height() / ratio));
    layout.drawPage(painter, page, cache, progress, &issues);
    painter.end();
    band.setDevicePixelRatio(1);
    return finer == 1
               ? band
               : band.scaled(pixels.width(), rows, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

QDateTime lastChange(const std::vector<catalogue::Entry>& history)
{
    QDateTime last;
    for (const catalogue::Entry& entry : history)
        if (!last.isValid() || entry.madeAt > last)
            last = entry.madeAt;
    return last;
}

double usualEnlargement(const QSizeF& paperMillimetres)
{
    constexpr double A3 = 297.0 * 420.0;
    const double larger = paperMillimetres.width() * paperMillimetres.height() / A3;
    return std::clamp(std::round(std::sqrt(std::sqrt(larger)) * 20) / 20, 1.0, 2.0);
}

QSize sheetPixels(const MapSheet& sheet)
{
    const QSizeF size = sheet.paperMillimetres / MillimetresPerInch * sheet.dotsPerInch;
    return {std::max(1, int(std::lround(size.width()))),
            std::max(1, int(std::lround(size.height())))};
}

void expectSheetSize(QSize pixels, int dotsPerInch)
{
    if (qint64(pixels.width()) * pixels.height() <= MostSheetPixels && dotsPerInch > 0)
        return;
    const QLocale locale = base::localeOf(base::currentLanguage());
    throw base::Error(
        Text::tr("At %1 dots per inch the sheet would have %2 × %3 pixels, which is more than can "
                 "be written. Choose a lower resolution or smaller paper: at most %4 million "
                 "pixels.")
            .arg(locale.toString(dotsPerInch), locale.toString(pixels.width()),
                 locale.toString(pixels.height()), locale.toString(MostSheetPixels / 1'000'000)));
}

void printSheet(const MapSheet& sheet, QPagedPaintDevice& device, geo::PreparedCache& cache,
                base::Progress& progress, std::vector<base::Issue>* issues)
{
    progress.begin(Text::tr("Drawing the map sheet"));
    const SheetLayout layout(sheet, false, cache, progress);
    QPainter painter;
    if (!painter.begin(&device))
        throw base::Error(Text::tr("The printer takes no pages. Look whether it is switched on and "
                                   "connected, or save the sheet as PDF."));
    const double units = device.logicalDpiX() / 96.0 * sheet.enlargement;
    std::vector<base::Issue> found;
    for (int page = 0; page < layout.pages(); ++page) {
        progress.check();
        if (page > 0 && !device.newPage())
            throw base::Error(Text::tr("The printer takes no pages. Look whether it is switched on "
                                       "and connected, or save the sheet as PDF."));
        painter.resetTransform();
        painter.scale(units, units);
        painter.setRenderHint(QPainter::LosslessImageRendering);
        layout.drawPage(painter, page, cache, progress, &found);
    }
    painter.end();
    tell(issues, layout.issues());
    tell(issues, found);
}

void writeSheetPdf(const MapSheet& sheet, const QString& path, geo::PreparedCache& cache,
                   base::Progress& progress, std::vector<base::Issue>* issues)
{
    PdfFile file(path);
    {
        const FixedHashSeed fixed;
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize(sheet.paperMillimetres, QPageSize::Millimeter, QString(),
                                  QPageSize::ExactMatch));
        pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
        pdf.setResolution(PdfUnitsPerInch);
        pdf.setTitle(sheet.title);
        pdf.setCreator(QStringLiteral("Veta"));
        printSheet(sheet, pdf, cache, progress, issues);
    }
    progress.check();
    file.finish(sheet.date);
}

void writeSheetPicture(const MapSheet& sheet, const QString& path, PictureFormat format,
                       geo::PreparedCache& cache, base::Progress& progress,
                       std::vector<base::Issue>* issues)
{
    const QSize pixels = sheetPixels(sheet);
    const QString text = Text::tr("Drawing the map sheet");
    progress.begin(text, pixels.height());
    const SheetLayout layout(sheet, true, cache, progress);
    PictureFile file(path, format, pixels, sheet.dotsPerInch);
    const int rows = int(std::max<qint64>(64, BandPixels / pixels.width()));
    std::vector<base::Issue> found;
    for (int top = 0; top < pixels.height(); top += rows) {
        progress.check();
        progress.begin(text, pixels.height());
        progress.advance(top);
        file.append(rowsOf(layout, 0, pixels, top, std::min(rows, pixels.height() - top), cache,
                           progress, found));
    }
    progress.check();
    file.finish();
    tell(issues, layout.issues());
    tell(issues, found);
}

SheetImage sheetImage(const MapSheet& sheet, int page, bool isPicture, geo::PreparedCache& cache,
                      base::Progress& progress, std::vector<base::Issue>* issues)
{
    const SheetLayout layout(sheet, isPicture, cache, progress);
    const QSize pixels = sheetPixels(sheet);
    SheetImage result;
    result.pages = layout.pages();
    result.scale = layout.scaleDenominator();
    std::vector<base::Issue> found;
    result.image = rowsOf(layout, std::clamp(page, 0, result.pages - 1), pixels, 0, pixels.height(),
                          cache, progress, found);
    tell(issues, layout.issues());
    tell(issues, found);
    return result;
}

} // namespace report
