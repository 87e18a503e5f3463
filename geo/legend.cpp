// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/legend.h"

#include "geo/color_ramp.h"
#include "geo/fonts.h"
#include "geo/map_text.h"
#include "geo/symbol_painter.h"
#include "geo/symbols.h"
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

namespace geo {

namespace {

// Logical pixels.
constexpr double Padding = 8;
constexpr double RowHeight = 17;
constexpr double HeadingSpace = 5; // above a heading that does not begin a column
constexpr double SwatchWidth = 22;
constexpr double SwatchHeight = 12;
constexpr double Gap = 6;
constexpr double ColumnGap = 14;
constexpr double LeastText = 110; // of a column after the first
constexpr int TextPixels = 11;

struct Row
{
    const LegendEntry* entry = nullptr; // null: the line that says how many more there are
    QString text;
    QRectF box; // of the whole row
};

struct Layout
{
    std::vector<Row> rows;
    QSizeF size;
    qint64 leftOut = 0;
};

// Whether an entry's count is worth saying: not where each of its neighbours, too, occurs once.
std::vector<bool> countsToSay(const Legend& legend)
{
    std::vector<bool> say(legend.entries.size(), false);
    std::size_t first = 0;
    for (std::size_t i = 0; i <= legend.entries.size(); ++i) {
        if (i < legend.entries.size() && legend.entries[i].swatch != Swatch::Heading)
            continue;
        const auto begin = legend.entries.begin() + std::ptrdiff_t(first);
        const auto end = legend.entries.begin() + std::ptrdiff_t(i);
        const bool many = std::any_of(
            begin, end, [](const LegendEntry& entry) { return entry.count.value_or(0) > 1; });
        std::fill(say.begin() + std::ptrdiff_t(first), say.begin() + std::ptrdiff_t(i), many);
        first = i;
    }
    return say;
}

QString textOf(const LegendEntry& entry, bool withCount, base::Language language)
{
    const QString& words = entry.label.in(language);
    QString text = words.isEmpty() ? entry.label.en : words;
    if (!entry.count || !withCount || entry.swatch == Swatch::Heading)
        return text;
    return QStringLiteral("%1 (%2)").arg(text, base::localeOf(language).toString(*entry.count));
}

QFont fontOf(const LegendEntry* entry)
{
    const bool heading = entry && entry->swatch == Swatch::Heading;
    return mapFont(TextPixels, heading ? FontWeight::Bold : FontWeight::Regular);
}

// An entry's words and how wide they are.
struct Measured
{
    QString text;
    double width = 0;
};

std::vector<Measured> measure(const Legend& legend, base::Language language)
{
    const std::vector<bool> sayCount = countsToSay(legend);
    std::vector<Measured> measured;
    measured.reserve(legend.entries.size());
    for (std::size_t i = 0; i < legend.entries.size(); ++i) {
        const LegendEntry& entry = legend.entries[i];
        const QString text = textOf(entry, sayCount[i], language);
        measured.push_back({text, QFontMetricsF(fontOf(&entry)).horizontalAdvance(text)});
    }
    return measured;
}

// One row an entry, down a column and then the next, until the area is full; then the last row
// that fits says how many entries were left out.
Layout fill(const QSizeF& area, const Legend& legend, const std::vector<Measured>& measured,
            base::Language language, double widestText)
{
    const auto isEntry = [](const LegendEntry& entry) { return entry.swatch != Swatch::Heading; };
    Layout layout;
    layout.leftOut = std::count_if(legend.entries.begin(), legend.entries.end(), isEntry);
    const double bottom = area.height() - Padding;
    if (legend.entries.empty() || bottom < Padding + RowHeight)
        return layout;
    const QFontMetricsF regular(fontOf(nullptr));
    double widest = std::min(widestText, area.width() - 2 * Padding - SwatchWidth - Gap);
    if (widest < 30)
        return layout;

    double x = Padding;
    double y = Padding;
    double columnWidth = 0;
    std::size_t columnStart = 0;
    const auto finishColumn = [&] {
        for (std::size_t i = columnStart; i < layout.rows.size(); ++i)
            layout.rows[i].box.setWidth(columnWidth);
        layout.size.setWidth(std::max(layout.size.width(), x + columnWidth + Padding));
        columnStart = layout.rows.size();
    };
    layout.leftOut = 0;
    std::size_t done = 0;
    for (; done < legend.entries.size(); ++done) {
        const LegendEntry& entry = legend.entries[done];
        const bool heading = entry.swatch == Swatch::Heading;
        QString text;
        double width = 0;
        const auto fit = [&] {
            const double most = heading ? widest + SwatchWidth + Gap : widest;
            text = measured[done].text;
            width = measured[done].width;
            if (width > most) {
                const QFontMetricsF metrics(fontOf(&entry));
                text = metrics.elidedText(text, Qt::ElideRight, most);
                width = metrics.horizontalAdvance(text);
            }
            width = std::ceil(width) + (heading ? 0 : SwatchWidth + Gap);
        };
        fit();
        double above = heading && y > Padding ? HeadingSpace : 0;
        // A heading is not left alone at the foot of a column.
        const double needed =
            above + RowHeight * (heading && done + 1 < legend.entries.size() ? 2 : 1);
        if (y + needed > bottom + 0.01) {
            const double next = x + columnWidth + ColumnGap;
            const double room = area.width() - next - SwatchWidth - Gap - Padding;
            const double least = std::min(LeastText, width - (heading ? 0 : SwatchWidth + Gap));
            if (y <= Padding || room < least)
                break;
            widest = std::min(widestText, room);
            fit();
            finishColumn();
            x = next;
            y = Padding;
            columnWidth = 0;
            above = 0;
        }
        if (x + width + Padding > area.width() + 0.01)
            break;
        layout.rows.push_back({&entry, text, QRectF(x, y + above, width, RowHeight)});
        columnWidth = std::max(columnWidth, width);
        y += above + RowHeight;
        layout.size.setHeight(std::max(layout.size.height(), y + Padding));
    }
    if (done < legend.entries.size()) {
        auto left = std::count_if(legend.entries.begin() + std::ptrdiff_t(done),
                                  legend.entries.end(), isEntry);
        // The last rows make room for the line.
        while (layout.rows.size() > columnStart && y + RowHeight > bottom + 0.01) {
            const Row& last = layout.rows.back();
            left += isEntry(*last.entry) ? 1 : 0;
            y = last.box.top();
            layout.rows.pop_back();
        }
        while (!layout.rows.empty() && layout.rows.size() > columnStart &&
               layout.rows.back().entry->swatch == Swatch::Heading) {
            y = layout.rows.back().box.top();
            layout.rows.pop_back();
        }
        layout.leftOut = qint64(left);
        const QString text = base::Translation(language)
                                 .text("Geo", QT_TRANSLATE_NOOP("Geo", "and %1 more"))
                                 .arg(base::localeOf(language).toString(qint64(left)));
        const double width = std::ceil(regular.horizontalAdvance(text));
        columnWidth = std::max(columnWidth, width);
        layout.rows.push_back({nullptr, text, QRectF(x, y, width, RowHeight)});
        layout.size.setHeight(std::max(layout.size.height(), y + RowHeight + Padding));
    }
    finishColumn();
    return layout;
}

bool sameTexts(const Layout& a, const Layout& b)
{
    return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const Row& x, const Row& y) { return x.text == y.text; });
}

// Where all fits, in the columns that cover the least of the map.
Layout layOut(const QSizeF& area, const Legend& legend, base::Language language, double widestText)
{
    const std::vector<Measured> measured = measure(legend, language);
    Layout whole = fill(area, legend, measured, language, widestText);
    if (whole.leftOut > 0 || whole.rows.empty())
        return whole;
    const auto covered = [](const Layout& layout) {
        return layout.size.width() * layout.size.height();
    };
    Layout best = whole;
    for (double height = area.height() - RowHeight; height > 6 * RowHeight; height -= RowHeight) {
        Layout lower = fill({area.width(), height}, legend, measured, language, widestText);
        if (lower.leftOut > 0)
            break;
        if (covered(lower) < covered(best) && sameTexts(lower, whole))
            best = std::move(lower);
    }
    return best;
}

void drawSwatch(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    switch (entry.swatch) {
    case Swatch::Heading:
        break;
    case Swatch::Area: {
        QRectF area(0, 0, std::min(box.width(), SwatchWidth),
                    std::min(box.height() - 2, SwatchHeight));
        area.moveCenter(box.center());
        area.moveTopLeft({std::floor(area.left()) + 0.5, std::floor(area.top()) + 0.5});
        drawAreaSample(painter, area, entry.symbol);
        break;
    }
    case Swatch::Line:
        drawLineSample(painter, {box.left() + 1, std::floor(box.center().y()) + 0.5},
                       {box.right() - 1, std::floor(box.center().y()) + 0.5}, entry.symbol);
        break;
    case Swatch::Point:
        drawPointSymbol(painter, box.center(), entry.symbol);
        break;
    case Swatch::Site: {
        SiteLook look{entry.siteKind, entry.siteStage};
        look.color = entry.siteColor;
        constexpr double Usual = 10;
        constexpr double Shrink = 0.6; // of large symbols, so that they stay in their row
        const double size = entry.siteSize == 4 ? Usual : Usual * entry.siteSize / 4 * Shrink;
        drawSite(painter, {std::floor(box.center().x()) + 0.5, std::floor(box.center().y()) + 0.5},
                 std::min(box.height() - 4, size), look);
        break;
    }
    case Swatch::Ramp:
        drawRampSample(painter, box.adjusted(0, 2, 0, -2), entry.ramp, entry.reversed);
        break;
    }
}

} // namespace

std::vector<LegendEntry> siteEntries(const Sites& sites, const SiteWords& words,
                                     const SiteDrawing& drawing)
{
    constexpr QRgb Neutral = 0xff8c8c8c; // of shapes and fills where colours say something else
    const QRgb plain = drawing.colors.empty() ? 0 : Neutral;
    std::map<QString, qint64> kinds;
    std::map<QString, qint64> stages;
    std::map<QRgb, qint64> colors;
    std::map<std::uint8_t, qint64> sizes;
    for (const SiteSymbol& site : sites) {
        if (site.dimmed)
            continue;
        ++kinds[site.kind];
        ++stages[site.stage];
        ++colors[site.color];
        ++sizes[site.size];
    }
    const auto labelled = [](const std::map<QString, base::Label>& labels, const QString& key,
                             const char* none) {
        const auto found = labels.find(key);
        if (found != labels.end())
            return found->second;
        if (!key.isEmpty())
            return base::Label{key, key};
        return base::Label{
            base::Translation(base::Language::English).text("Geo", none),
            base::Translation(base::Language::Spanish).text("Geo", none),
        };
    };
    const auto byCount = [](const std::map<QString, qint64>& counts) {
        std::vector<std::pair<QString, qint64>> sorted(counts.begin(), counts.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return std::pair(a.first.isEmpty(), -a.second) <
                   std::pair(b.first.isEmpty(), -b.second);
        });
        return sorted;
    };
    std::vector<LegendEntry> entries;
    for (const auto& [key, count] : byCount(kinds)) {
        LegendEntry entry;
        entry.swatch = Swatch::Site;
        entry.label = labelled(words.kinds, key, QT_TRANSLATE_NOOP("Geo", "Kind not stated"));
        entry.siteKind = key;
        entry.siteStage = siteStageExample(StageFill::Full);
        entry.siteColor = plain;
        entry.count = count;
        entries.push_back(std::move(entry));
    }
    for (const auto& [key, count] : byCount(stages)) {
        LegendEntry entry;
        entry.swatch = Swatch::Site;
        entry.label = labelled(words.stages, key, QT_TRANSLATE_NOOP("Geo", "Stage not stated"));
        entry.siteStage = key;
        entry.siteColor = plain;
        entry.count = count;
        entries.push_back(std::move(entry));
    }
    const auto heading = [&entries](const base::Label& label) {
        LegendEntry entry;
        entry.swatch = Swatch::Heading;
        entry.label = label;
        entries.push_back(std::move(entry));
    };
    const auto sample = [&entries](const base::Label& label, qint64 count) -> LegendEntry& {
        LegendEntry entry;
        entry.swatch = Swatch::Site;
        entry.label = label;
        entry.siteKind = QStringLiteral("mine");
        entry.siteStage = siteStageExample(StageFill::Full);
        entry.count = count;
        return entries.emplace_back(std::move(entry));
    };
    if (!drawing.colors.empty())
        heading(drawing.colorsOf);
    for (const SiteDrawing::Class& each : drawing.colors)
        if (colors.contains(each.color))
            sample(each.label, colors[each.color]).siteColor = each.color;
    if (!drawing.sizes.empty())
        heading(drawing.sizesOf);
    for (const auto& [size, label] : drawing.sizes)
        if (sizes.contains(size)) {
            LegendEntry& entry = sample(label, sizes[size]);
            entry.siteSize = size;
            entry.siteColor = Neutral;
        }
    return entries;
}

QSizeF legendSize(const QSizeF& area, const Legend& legend, base::Language language,
                  double widestText)
{
    return layOut(area, legend, language, widestText).size;
}

qint64 legendOverflow(const QSizeF& area, const Legend& legend, base::Language language,
                      double widestText)
{
    return layOut(area, legend, language, widestText).leftOut;
}

bool legendFits(const QSizeF& area, const Legend& legend, base::Language language)
{
    const std::vector<Measured> measured = measure(legend, language);
    const Layout layout = fill(area, legend, measured, language, area.width());
    return layout.leftOut == 0 && layout.rows.size() == measured.size() &&
           std::equal(layout.rows.begin(), layout.rows.end(), measured.begin(),
                      [](const Row& row, const Measured& whole) { return row.text == whole.text; });
}

QRectF drawLegend(QPainter& painter, const QRectF& area, const Legend& legend,
                  base::Language language, double widestText)
{
    const Layout layout = layOut(area.size(), legend, language, widestText);
    if (layout.rows.empty())
        return {};
    painter.save();
    painter.translate(area.topLeft());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 60), 1));
    painter.setBrush(Qt::white);
    painter.drawRect(QRectF(0.5, 0.5, layout.size.width() - 1, layout.size.height() - 1));
    for (const Row& row : layout.rows) {
        const bool indented = row.entry && row.entry->swatch != Swatch::Heading;
        if (indented)
            drawSwatch(painter, QRectF(row.box.topLeft(), QSizeF(SwatchWidth, RowHeight)),
                       *row.entry);
        const QFont font = fontOf(row.entry);
        const QFontMetricsF metrics(font);
        const double base = row.box.top() + (RowHeight + metrics.ascent() - metrics.descent()) / 2;
        drawMapText(painter, font,
                    QPointF(row.box.left() + (indented ? SwatchWidth + Gap : 0), base), row.text);
    }
    painter.restore();
    return {area.topLeft(), layout.size};
}

QImage swatchImage(const LegendEntry& entry, QSize size, double devicePixelRatio)
{
    QImage image((QSizeF(size) * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSwatch(painter, QRectF(QPointF(), QSizeF(size)), entry);
    return image;
}

} // namespace geo
