// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheet_layout.h"

#include "base/error.h"
#include "geo/fonts.h"
#include "geo/map_renderer.h"
#include "geo/map_text.h"
#include "geo/painter_state.h"
#include "report/text.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace report {

namespace {

// Logical pixels.
constexpr double PixelsPerMillimetre = 96 / 25.4;
constexpr double Gap = 8;
constexpr double LeastMap = 96; // either way
constexpr double LegendStep = 17;
constexpr double LeastLegend = 3 * LegendStep;
constexpr int TitlePixels = 22;
constexpr int SubtitlePixels = 13;
constexpr int HeadingPixels = 16;
constexpr int HandlingPixels = 11;
constexpr int SmallPixels = 10;
// Shares of the page between header and footer.
constexpr double WidestLegend = 0.38;
constexpr double HighestLegend = 0.36;
constexpr double HighestNotes = 0.25;
constexpr int MostRounds = 4; // until legend and scale agree with the room they leave

QColor ink()
{
    return {0x1f, 0x1f, 0x1f};
}
QColor grey()
{
    return {0x4a, 0x4a, 0x4a};
}

QStringList wrapped(const QString& text, const QFont& font, double width)
{
    QStringList lines;
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return lines;
}

// The next scale of two figures that shows no less: 1:2,347,912 is 1:2,400,000.
double roundScale(double denominator)
{
    const double unit = std::pow(10, std::floor(std::log10(denominator)) - 1);
    return std::ceil(denominator / unit - 1e-6) * unit;
}

// How many entries fit into an area with all their words; where not even one does, with words cut
// short. Never headings alone, so that each page takes something off what is left.
std::size_t entriesThatFit(const geo::Legend& legend, const QSizeF& area, base::Language language)
{
    const std::size_t all = legend.entries.size();
    const auto isHeading = [&](std::size_t i) {
        return legend.entries[i].swatch == geo::Swatch::Heading;
    };
    const auto most = [&](auto fits) {
        std::size_t low = 0;
        std::size_t high = all;
        while (low < high) {
            const std::size_t middle = (low + high + 1) / 2;
            const geo::Legend part{
                {legend.entries.begin(), legend.entries.begin() + std::ptrdiff_t(middle)}};
            if (fits(part))
                low = middle;
            else
                high = middle - 1;
        }
        while (low > 0 && low < all && isHeading(low - 1)) // it goes to its first entry
            --low;
        return low;
    };
    const std::size_t whole =
        most([&](const geo::Legend& part) { return geo::legendFits(area, part, language); });
    if (whole > 0)
        return whole;
    const std::size_t cut = most([&](const geo::Legend& part) {
        return geo::legendOverflow(area, part, language, area.width()) == 0;
    });
    return cut > 0 ? cut : all;
}

} // namespace

double SheetLayout::Block::height() const
{
    return std::ceil(QFontMetricsF(font).lineSpacing()) * double(lines.size());
}

QString SheetLayout::word(const char* text) const
{
    return m_words.text("Report", text);
}

SheetLayout::Block SheetLayout::block(const QString& text, int pixels, bool bold,
                                      const QColor& color, Qt::Alignment alignment) const
{
    Block result;
    result.font = geo::mapFont(pixels, bold ? geo::FontWeight::Bold : geo::FontWeight::Regular);
    result.color = color;
    result.alignment = alignment;
    if (!text.isEmpty())
        result.lines = wrapped(text, result.font, m_paper.width() - 2 * m_margin);
    return result;
}

void SheetLayout::put(Page& page, const Block& block, double top) const
{
    const QFontMetricsF metrics(block.font);
    const double step = std::ceil(metrics.lineSpacing());
    const double room = m_paper.width() - 2 * m_margin;
    for (const QString& text : block.lines) {
        const double left = room - metrics.horizontalAdvance(text);
        const double indent = block.alignment & Qt::AlignHCenter ? left / 2
                              : block.alignment & Qt::AlignRight ? left
                                                                 : 0;
        page.lines.push_back(
            {block.font, {m_margin + indent, top + metrics.ascent()}, text, block.color});
        top += step;
    }
}

SheetLayout::SheetLayout(const MapSheet& sheet, bool onePage, geo::PreparedCache& cache,
                         base::Progress& progress)
    : m_sheet(sheet)
    , m_onePage(onePage)
    , m_words(sheet.map.language)
    , m_snapshot(sheet.map)
{
    if (!(sheet.paperMillimetres.width() > 0 && sheet.paperMillimetres.height() > 0 &&
          sheet.enlargement > 0 && sheet.marginMillimetres >= 0))
        throw base::Error(Text::tr("The paper of the sheet has no size. Choose another one."));
    expectSheetSize(sheetPixels(sheet), sheet.dotsPerInch);
    const double scale = PixelsPerMillimetre / sheet.enlargement;
    m_paper = sheet.paperMillimetres * scale;
    m_margin = sheet.marginMillimetres * scale;
    const double ratio = sheet.dotsPerInch * sheet.enlargement / 96;
    m_oversampling = std::max(1, int(std::ceil(1 / ratio - 1e-9)));
    m_snapshot.devicePixelRatio = ratio * m_oversampling;
    m_snapshot.decorations.legend = false;
    m_snapshot.decorations.attribution = false;
    layOutFirst(cache, progress);
    if (m_legendElsewhere)
        addLegendPages();
    if (m_sourcesElsewhere)
        addSourcePages();
    // Only now is it known how many pages there are.
    for (int i = 0; i < pages(); ++i)
        furnish(m_pages[std::size_t(i)], i + 1, pages());
}

double SheetLayout::scaleDenominator() const
{
    return m_snapshot.view.scaleDenominator() / m_sheet.enlargement;
}

QRectF SheetLayout::furnish(Page& page, int number, int pages) const
{
    double top = m_margin;
    double bottom = m_paper.height() - m_margin;
    const Block handling =
        block(m_sheet.handling, HandlingPixels, true, Qt::black, Qt::AlignHCenter);
    if (!handling.lines.isEmpty()) {
        put(page, handling, top);
        put(page, handling, bottom - handling.height());
        top += handling.height() + Gap / 2;
        bottom -= handling.height() + 2;
    }
    QStringList left;
    if (m_sheet.date.isValid()) {
        const QString day = base::localeOf(m_sheet.map.language)
                                .toString(m_sheet.date.toUTC().date(),
                                          m_sheet.map.language == base::Language::Spanish
                                              ? QStringLiteral("d 'de' MMMM 'de' yyyy")
                                              : QStringLiteral("MMMM d, yyyy"));
        left << word(QT_TRANSLATE_NOOP("Report", "Project file as of %1")).arg(day);
    }
    left << QStringLiteral("Veta");
    const QString of = word(QT_TRANSLATE_NOOP("Report", "Page %1 of %2")).arg(number).arg(pages);
    Block foot = block(of, SmallPixels, false, grey(), Qt::AlignRight);
    bottom -= foot.height();
    put(page, foot, bottom);
    foot.alignment = Qt::AlignLeft;
    const QFontMetricsF metrics(foot.font);
    foot.lines = {metrics.elidedText(left.join(QStringLiteral("  ·  ")), Qt::ElideRight,
                                     m_paper.width() - 2 * m_margin -
                                         metrics.horizontalAdvance(of) - 2 * Gap)};
    put(page, foot, bottom);
    bottom -= Gap / 2;

    const Block title =
        block(m_sheet.title, number == 1 ? TitlePixels : HeadingPixels, true, ink());
    const Block subtitle =
        block(number == 1 ? m_sheet.subtitle : QString(), SubtitlePixels, false, ink());
    for (const Block& each : {title, subtitle}) {
        put(page, each, top);
        top += each.height();
    }
    if (!title.lines.isEmpty() || !subtitle.lines.isEmpty())
        top += Gap;
    return {m_margin, top, m_paper.width() - 2 * m_margin, std::max(0.0, bottom - top)};
}

bool SheetLayout::placeLegend(const QRectF& body, QRectF& frame, QRectF& legend) const
{
    const base::Language language = m_snapshot.language;
    struct Way
    {
        QRectF frame;
        QRectF legend;
        bool whole = false;
        qint64 leftOut = 0;
        double mapArea() const { return frame.width() * frame.height(); }
    };
    const auto beside = [&] {
        const QSizeF area(body.width() * WidestLegend, body.height());
        Way way;
        way.whole = geo::legendFits(area, m_legend, language);
        way.leftOut = geo::legendOverflow(area, m_legend, language, area.width());
        const QSizeF used = geo::legendSize(area, m_legend, language, area.width());
        way.legend = {QPointF(body.right() - used.width(), body.top()), used};
        way.frame = body.adjusted(0, 0, -used.width() - Gap, 0);
        return way;
    };
    const auto below = [&] {
        const double most = body.height() * HighestLegend;
        double height = std::min(LeastLegend, most);
        while (height + LegendStep <= most &&
               !geo::legendFits({body.width(), height}, m_legend, language))
            height += LegendStep;
        const QSizeF area(body.width(), height);
        Way way;
        way.whole = geo::legendFits(area, m_legend, language);
        way.leftOut = geo::legendOverflow(area, m_legend, language, area.width());
        const QSizeF used = geo::legendSize(area, m_legend, language, area.width());
        way.legend = {QPointF(body.left(), body.bottom() - used.height()), used};
        way.frame = body.adjusted(0, 0, 0, -used.height() - Gap);
        return way;
    };
    std::vector<Way> ways;
    if (m_sheet.legend != LegendPlace::Below)
        ways.push_back(beside());
    if (m_sheet.legend != LegendPlace::Beside)
        ways.push_back(below());
    const auto better = [](const Way& a, const Way& b) {
        if (a.whole != b.whole)
            return a.whole;
        return a.whole ? a.mapArea() > b.mapArea()
                       : std::pair(a.leftOut, -a.mapArea()) < std::pair(b.leftOut, -b.mapArea());
    };
    const Way& best = *std::min_element(ways.begin(), ways.end(), better);
    if (!best.whole && !m_onePage)
        return false;
    frame = best.frame;
    legend = best.legend;
    return true;
}

void SheetLayout::setView(const QRectF& frame)
{
    if (frame.width() < LeastMap || frame.height() < LeastMap)
        throw base::Error(Text::tr("The sheet has no room left for the map. Choose larger paper, "
                                   "smaller margins, shorter words or another place for the "
                                   "legend."));
    // Whole device pixels, so that layers need not be moved by parts of one.
    const double ratio = m_snapshot.devicePixelRatio;
    const auto snapped = [&](double length) { return std::floor(length * ratio) / ratio; };
    m_frame = QRectF(snapped(frame.left()) + 1 / ratio, snapped(frame.top()) + 1 / ratio,
                     snapped(frame.width() - 2 / ratio), snapped(frame.height() - 2 / ratio));
    geo::MapView view = m_sheet.map.view;
    const geo::Extent wanted = view.extent();
    view.resize(m_frame.size());
    double scale = m_sheet.scale.value_or(0);
    if (!m_sheet.scale) {
        view.fit(wanted, 0);
        scale = roundScale(view.scaleDenominator() / m_sheet.enlargement);
    }
    // The ground under a pixel changes a little with its size where the globe is in sight.
    for (int i = 0; i < MostRounds; ++i)
        view.setScaleDenominator(scale * m_sheet.enlargement);
    m_snapshot.view = view;
    const double made = scaleDenominator();
    if (!(std::abs(made - scale) < 1e-4 * scale))
        throw base::Error(
            Text::tr("The map cannot be drawn at 1:%1 there. Choose another scale, or move the map "
                     "to where its coordinate system has a meaning.")
                .arg(base::localeOf(base::currentLanguage()).toString(scale, 'f', 0)));
}

void SheetLayout::layOutFirst(geo::PreparedCache& cache, base::Progress& progress)
{
    Page first;
    const QRectF whole = furnish(first, 1, 1);
    first = {};
    setView(whole);
    const bool wantsLegend = m_sheet.legend != LegendPlace::None;
    QRectF legendArea;
    Block notesBlock;
    for (int round = 0; round < MostRounds; ++round) {
        progress.check();
        if (wantsLegend)
            m_legend = geo::legendInSight(m_snapshot, cache, progress);
        QStringList paragraphs = notes();
        notesBlock = block(paragraphs.join(u'\n'), SmallPixels, false, grey());
        const double most = whole.height() * HighestNotes;
        if (notesBlock.height() > most && !m_onePage && m_sheet.notes && !sources().isEmpty()) {
            m_sourcesElsewhere = true;
            paragraphs = notes();
            notesBlock = block(paragraphs.join(u'\n'), SmallPixels, false, grey());
        }
        if (notesBlock.height() > most && !m_sheet.remarks.isEmpty() && !m_onePage) {
            m_sourcesElsewhere = true;
            notesBlock = block(notes().join(u'\n'), SmallPixels, false, grey());
        }
        m_issues.clear();
        while (notesBlock.height() > std::max(most, whole.height() / 2) &&
               notesBlock.lines.size() > 1) {
            notesBlock.lines.removeLast();
            notesBlock.lines.last() = notesBlock.lines.last() + QChar(0x2026);
            if (m_issues.empty())
                m_issues.push_back({base::Severity::Warning,
                                    Text::tr("The notes below the map were cut short. Choose "
                                             "larger paper, or PDF, where they have a page of "
                                             "their own."),
                                    {}});
        }
        const double noteRoom = notesBlock.lines.isEmpty() ? 0 : notesBlock.height() + Gap / 2;
        const QRectF body = whole.adjusted(0, 0, 0, -noteRoom);
        QRectF frame = body;
        legendArea = {};
        m_legendElsewhere = false;
        if (wantsLegend && !m_legend.entries.empty()) {
            if (m_sheet.legend == LegendPlace::OwnPage && !m_onePage)
                m_legendElsewhere = true;
            else
                m_legendElsewhere = !placeLegend(body, frame, legendArea);
        }
        const geo::MapView before = m_snapshot.view;
        setView(frame);
        if (round > 0 && before.size() == m_snapshot.view.size() &&
            before.unitsPerPixel() == m_snapshot.view.unitsPerPixel())
            break;
    }
    if (const qint64 leftOut = legendArea.isEmpty()
                                   ? 0
                                   : geo::legendOverflow(legendArea.size(), m_legend,
                                                         m_snapshot.language, legendArea.width());
        leftOut > 0)
        m_issues.push_back(
            {base::Severity::Warning,
             Text::tr("%1 entries of the legend have no room on the sheet. Choose larger paper, or "
                      "PDF, where the legend has pages of its own.")
                 .arg(base::localeOf(base::currentLanguage()).toString(leftOut)),
             {}});
    first.map = true;
    first.legendArea = legendArea;
    if (!legendArea.isEmpty())
        first.legend = m_legend;
    put(first, notesBlock, whole.bottom() - notesBlock.height());
    m_pages.push_back(std::move(first));
}

void SheetLayout::addLegendPages()
{
    geo::Legend rest = m_legend;
    geo::LegendEntry heading;
    while (!rest.entries.empty()) {
        Page page;
        const QRectF body = furnish(page, 2, 2);
        page = {};
        const Block title = block(word(QT_TRANSLATE_NOOP("Report", "Legend of the map")),
                                  SubtitlePixels, true, ink());
        put(page, title, body.top());
        const QRectF area = body.adjusted(0, title.height() + Gap / 2, 0, 0);
        const std::size_t count = entriesThatFit(rest, area.size(), m_snapshot.language);
        for (std::size_t i = 0; i < count; ++i)
            if (rest.entries[i].swatch == geo::Swatch::Heading)
                heading = rest.entries[i];
        const auto end = rest.entries.begin() + std::ptrdiff_t(count);
        page.legend.entries.assign(rest.entries.begin(), end);
        page.legendArea = area;
        rest.entries.erase(rest.entries.begin(), end);
        // What a part begins with is said again where it goes on.
        if (!rest.entries.empty() && rest.entries.front().swatch != geo::Swatch::Heading &&
            heading.swatch == geo::Swatch::Heading)
            rest.entries.insert(rest.entries.begin(), heading);
        m_pages.push_back(std::move(page));
    }
}

void SheetLayout::addSourcePages()
{
    QStringList texts{sources(), m_sheet.remarks};
    texts.removeAll(QString());
    const Block all = block(texts.join(u'\n'), SmallPixels, false, ink());
    qsizetype done = 0;
    while (done < all.lines.size()) {
        Page page;
        const QRectF body = furnish(page, 2, 2);
        page = {};
        const double step = std::ceil(QFontMetricsF(all.font).lineSpacing());
        const auto room = std::max(qsizetype(1), qsizetype(body.height() / step));
        Block part = all;
        part.lines = all.lines.mid(done, room);
        done += part.lines.size();
        put(page, part, body.top());
        m_pages.push_back(std::move(page));
    }
}

void SheetLayout::drawPage(QPainter& painter, int number, geo::PreparedCache& cache,
                           base::Progress& progress, std::vector<base::Issue>* issues) const
{
    const Page& page = m_pages[std::size_t(number)];
    const geo::PainterState state(painter);
    if (page.map) {
        {
            const geo::PainterState within(painter);
            painter.translate(m_frame.topLeft());
            geo::renderMap(m_snapshot, cache, painter, progress, issues);
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(m_frame);
    }
    for (const Line& line : page.lines)
        geo::drawMapText(painter, line.font, line.start, line.text, line.color);
    if (!page.legendArea.isEmpty())
        geo::drawLegend(painter, page.legendArea, page.legend, m_snapshot.language,
                        page.legendArea.width());
}

} // namespace report
