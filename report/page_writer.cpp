// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page_writer.h"

#include "geo/fonts.h"

#include <QTextLayout>
#include <QTextOption>
#include <cmath>

namespace report {

namespace {

constexpr double Margin = 64;
constexpr double Above = 76; // for the lines above and below, up to three each
constexpr double CellPadding = 4;
constexpr double Wide = 1e5;
constexpr double EdgeOfPaper = 16;
constexpr double LongestWord =
    0.3; // of the page's width; a longer one, such as an address, is broken

QTextOption option(bool right = false)
{
    QTextOption result(right ? Qt::AlignRight : Qt::AlignLeft);
    result.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return result;
}

} // namespace

PageWriter::PageWriter(QPagedPaintDevice& device, double unitsPerPixel, Frame frame)
    : m_device(device)
    , m_painter(&device)
    , m_frame(std::move(frame))
{
    const QRect page = m_painter.viewport();
    m_painter.scale(unitsPerPixel, unitsPerPixel);
    m_left = Margin;
    m_top = Above;
    m_width = page.width() / unitsPerPixel - 2 * Margin;
    m_bottom = page.height() / unitsPerPixel - Above;
    beginPage();
}

PageWriter::~PageWriter() = default;

QFont PageWriter::font(Style style, bool bold) const
{
    switch (style) {
    case Style::Title:
        return geo::mapFont(28, geo::FontWeight::Bold);
    case Style::Heading:
        return geo::mapFont(19, geo::FontWeight::Bold);
    case Style::Subheading:
        return geo::mapFont(14, geo::FontWeight::Bold);
    case Style::Small:
        return geo::mapFont(10, bold ? geo::FontWeight::Bold : geo::FontWeight::Regular);
    case Style::Body:
        break;
    }
    return geo::mapFont(12, bold ? geo::FontWeight::Bold : geo::FontWeight::Regular);
}

void PageWriter::beginPage()
{
    ++m_page;
    m_y = m_top;
    m_painter.save();
    const QFont small = font(Style::Small);
    const double line = QFontMetricsF(small).height();
    m_painter.setFont(small);
    m_painter.setPen(QColor(0x55, 0x55, 0x55));
    const QRectF above(m_left, m_top - 10 - line, m_width, line);
    const QRectF below(m_left, m_bottom + 10, m_width, line);
    if (m_page > 1)
        m_painter.drawText(
            above, Qt::AlignLeft,
            QFontMetricsF(small).elidedText(m_frame.header, Qt::ElideRight, m_width));
    m_painter.drawText(below, Qt::AlignRight,
                       m_frame.pageOf.arg(m_page).arg(std::max(m_frame.pages, m_page)));
    m_painter.setPen(Qt::black);
    m_painter.setFont(font(Style::Small, true));
    const double room = above.top() - 4 - EdgeOfPaper;
    m_painter.drawText(QRectF(m_left, EdgeOfPaper, m_width, room),
                       Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, m_frame.handling);
    m_painter.drawText(QRectF(m_left, below.bottom() + 4, m_width, room),
                       Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_frame.handling);
    m_painter.restore();
}

void PageWriter::newPage()
{
    m_device.newPage();
    beginPage();
}

void PageWriter::keep(double height)
{
    if (m_y + height > m_bottom && m_y > m_top)
        newPage();
}

void PageWriter::text(const QString& text, Style style)
{
    if (text.isEmpty())
        return;
    const bool heading = style == Style::Heading || style == Style::Subheading;
    const double above = style == Style::Heading ? 14 : style == Style::Subheading ? 8 : 0;
    QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font(style));
    layout.setTextOption(option());
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_width);
        height += line.height();
    }
    layout.endLayout();
    // A heading stays with some of what follows; a text longer than a page begins where it stands.
    if (height < m_bottom - m_top)
        keep(above + height + (heading ? 60 : 0));
    if (m_y > m_top)
        m_y += above;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        keep(line.height());
        m_painter.setPen(style == Style::Small ? QColor(0x44, 0x44, 0x44) : QColor(Qt::black));
        line.draw(&m_painter, QPointF(m_left, m_y - line.y()));
        m_y += line.height();
    }
    m_y += 4;
}

std::vector<double> PageWriter::widthsOf(const std::vector<Column>& columns,
                                         const std::vector<std::vector<Cell>>& rows) const
{
    const QFontMetricsF regular(font(Style::Small));
    const QFontMetricsF bold(font(Style::Small, true));
    std::vector<double> least;
    double total = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        double widest = 0;
        const auto take = [&](const QString& text, const QFontMetricsF& metrics) {
            for (const QString& word : text.split(u' '))
                widest = std::max(widest, metrics.horizontalAdvance(word));
        };
        take(columns[i].head, bold);
        for (const std::vector<Cell>& cells : rows)
            take(cells[i].text, cells[i].bold ? bold : regular);
        least.push_back(std::min(widest + 2 * CellPadding + 1, m_width * LongestWord));
        total += least.back();
    }
    if (total >= m_width) {
        for (double& width : least)
            width *= m_width / total;
        return least;
    }
    // Columns whose share is too little for their longest word take what they need from the others.
    std::vector<double> widths(columns.size(), 0);
    std::vector<bool> narrow(columns.size(), false);
    for (bool again = true; again;) {
        again = false;
        double room = m_width;
        double shares = 0;
        for (size_t i = 0; i < columns.size(); ++i) {
            room -= narrow[i] ? least[i] : 0;
            shares += narrow[i] ? 0 : columns[i].share;
        }
        for (size_t i = 0; i < columns.size(); ++i) {
            widths[i] = narrow[i] ? least[i] : room * columns[i].share / shares;
            if (widths[i] < least[i])
                narrow[i] = again = true;
        }
    }
    return widths;
}

double PageWriter::rowHeight(const std::vector<Column>& columns, const std::vector<double>& widths,
                             const std::vector<Cell>& cells)
{
    double height = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        m_painter.setFont(font(Style::Small, cells[i].bold));
        const QRectF box = m_painter.boundingRect(QRectF(0, 0, widths[i] - 2 * CellPadding, Wide),
                                                  cells[i].text, option(columns[i].right));
        height = std::max(height, box.height());
    }
    return height + 2 * CellPadding;
}

void PageWriter::row(const std::vector<Column>& columns, const std::vector<double>& widths,
                     const std::vector<Cell>& cells, bool head)
{
    const double height = rowHeight(columns, widths, cells);
    if (head)
        m_painter.fillRect(QRectF(m_left, m_y, m_width, height), QColor(0xec, 0xec, 0xec));
    double x = m_left;
    m_painter.setPen(Qt::black);
    for (size_t i = 0; i < columns.size(); ++i) {
        m_painter.setFont(font(Style::Small, cells[i].bold));
        m_painter.drawText(QRectF(x + CellPadding, m_y + CellPadding, widths[i] - 2 * CellPadding,
                                  height - 2 * CellPadding + 1),
                           cells[i].text, option(columns[i].right));
        x += widths[i];
    }
    m_y += height;
    m_painter.setPen(QPen(QColor(0xbb, 0xbb, 0xbb), 0.5));
    m_painter.drawLine(QPointF(m_left, m_y), QPointF(m_left + m_width, m_y));
}

void PageWriter::table(const std::vector<Column>& columns,
                       const std::vector<std::vector<Cell>>& rows)
{
    std::vector<Cell> heads;
    heads.reserve(columns.size());
    for (const Column& column : columns)
        heads.push_back({column.head, true});
    const std::vector<double> widths = widthsOf(columns, rows);
    keep(rowHeight(columns, widths, heads) +
         (rows.empty() ? 0 : rowHeight(columns, widths, rows.front())));
    row(columns, widths, heads, true);
    for (size_t i = 0; i < rows.size(); ++i) {
        double needed = rowHeight(columns, widths, rows[i]);
        if (i + 2 == rows.size()) // the last row, often a sum, is not left alone
            needed += rowHeight(columns, widths, rows[i + 1]);
        if (m_y + needed > m_bottom) {
            newPage();
            row(columns, widths, heads, true);
        }
        row(columns, widths, rows[i], false);
    }
    m_y += 8;
}

} // namespace report
