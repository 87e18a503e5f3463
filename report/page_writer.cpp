// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page_writer.h"

#include "geo/fonts.h"

#include <QTextOption>
#include <cmath>

namespace report {

namespace {

constexpr double Margin = 64;
constexpr double CellPadding = 4;
constexpr double Wide = 1e5;

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
    m_top = Margin;
    m_width = page.width() / unitsPerPixel - 2 * Margin;
    m_bottom = page.height() / unitsPerPixel - Margin;
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
    m_painter.setFont(font(Style::Small));
    m_painter.setPen(QColor(0x55, 0x55, 0x55));
    const QRectF above(m_left, m_top - 34, m_width, 16);
    const QRectF below(m_left, m_bottom + 18, m_width, 16);
    if (m_page > 1)
        m_painter.drawText(above, Qt::AlignLeft, m_frame.header);
    m_painter.drawText(below, Qt::AlignRight,
                       m_frame.pageOf.arg(m_page).arg(std::max(m_frame.pages, m_page)));
    if (!m_frame.handling.isEmpty()) {
        m_painter.setPen(Qt::black);
        m_painter.setFont(font(Style::Small, true));
        m_painter.drawText(above, Qt::AlignHCenter, m_frame.handling);
        m_painter.drawText(below, Qt::AlignHCenter, m_frame.handling);
    }
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
    m_painter.setFont(font(style));
    m_painter.setPen(style == Style::Small ? QColor(0x44, 0x44, 0x44) : QColor(Qt::black));
    const double above = style == Style::Heading ? 14 : style == Style::Subheading ? 8 : 0;
    const QRectF box = m_painter.boundingRect(QRectF(m_left, 0, m_width, Wide), text, option());
    // A heading stays with some of what follows.
    keep(above + box.height() + (style == Style::Heading || style == Style::Subheading ? 60 : 0));
    if (m_y > m_top)
        m_y += above;
    m_painter.drawText(QRectF(m_left, m_y, m_width, box.height() + 1), text, option());
    m_y += box.height() + 4;
}

double PageWriter::rowHeight(const std::vector<Column>& columns, const std::vector<Cell>& cells)
{
    double shares = 0;
    for (const Column& column : columns)
        shares += column.share;
    double height = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        const double width = m_width * columns[i].share / shares - 2 * CellPadding;
        m_painter.setFont(font(Style::Small, cells[i].bold));
        const QRectF box = m_painter.boundingRect(QRectF(0, 0, width, Wide), cells[i].text,
                                                  option(columns[i].right));
        height = std::max(height, box.height());
    }
    return height + 2 * CellPadding;
}

void PageWriter::row(const std::vector<Column>& columns, const std::vector<Cell>& cells, bool head)
{
    double shares = 0;
    for (const Column& column : columns)
        shares += column.share;
    const double height = rowHeight(columns, cells);
    if (head)
        m_painter.fillRect(QRectF(m_left, m_y, m_width, height), QColor(0xec, 0xec, 0xec));
    double x = m_left;
    m_painter.setPen(Qt::black);
    for (size_t i = 0; i < columns.size(); ++i) {
        const double width = m_width * columns[i].share / shares;
        m_painter.setFont(font(Style::Small, cells[i].bold));
        m_painter.drawText(QRectF(x + CellPadding, m_y + CellPadding, width - 2 * CellPadding,
                                  height - 2 * CellPadding + 1),
                           cells[i].text, option(columns[i].right));
        x += width;
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
    keep(rowHeight(columns, heads) + (rows.empty() ? 0 : rowHeight(columns, rows.front())));
    row(columns, heads, true);
    for (const std::vector<Cell>& cells : rows) {
        if (m_y + rowHeight(columns, cells) > m_bottom) {
            newPage();
            row(columns, heads, true);
        }
        row(columns, cells, false);
    }
    m_y += 8;
}

} // namespace report
