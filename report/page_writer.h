// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"

#include <QPagedPaintDevice>
#include <QPainter>
#include <QString>
#include <vector>

namespace report {

// Text, tables and pictures down the pages of an A4 document, in units of 1/96 inch. It breaks
// pages, repeats the heads of tables, and puts lines above and below each page.
class PageWriter
{
public:
    struct Frame
    {
        QString header;   // left, above each page but the first
        QString handling; // middle, on a line of its own, above and below each page
        QString pageOf;   // "Page %1 of %2"
        int pages = 0;    // known from an earlier run
    };
    PageWriter(QPagedPaintDevice& device, double unitsPerPixel, Frame frame);
    ~PageWriter();

    double width() const { return m_width; }
    double left() const { return m_left; }
    int page() const { return m_page; }
    double roomLeft() const { return m_bottom - m_y; }
    QPainter& painter() { return m_painter; }

    enum class Style { Title, Heading, Subheading, Body, Small };
    void text(const QString& text, Style style);
    void gap(double height) { m_y += height; }
    // A new page where less than this is left: keeps a heading with what follows it.
    void keep(double height);
    void newPage();

    struct Column
    {
        QString head;
        double share = 1; // of the width
        bool right = false;
    };
    struct Cell
    {
        QString text;
        bool bold = false;
    };
    void table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows);

    // A rectangle of the page for a picture; the painter's origin is at its upper left corner until
    // done is called.
    template <class Draw>
    void picture(double height, Draw&& draw)
    {
        keep(height);
        m_painter.save();
        m_painter.translate(m_left, m_y);
        draw(m_painter, QSizeF(m_width, height));
        m_painter.restore();
        m_y += height;
    }

private:
    QFont font(Style style, bool bold = false) const;
    void beginPage();
    // By the columns' shares, but none narrower than its longest word, as far as there is room.
    std::vector<double> widthsOf(const std::vector<Column>& columns,
                                 const std::vector<std::vector<Cell>>& rows) const;
    void row(const std::vector<Column>& columns, const std::vector<double>& widths,
             const std::vector<Cell>& cells, bool head);
    double rowHeight(const std::vector<Column>& columns, const std::vector<double>& widths,
                     const std::vector<Cell>& cells);

    QPagedPaintDevice& m_device;
    QPainter m_painter;
    Frame m_frame;
    double m_left = 0;
    double m_top = 0;
    double m_width = 0;
    double m_bottom = 0;
    double m_y = 0;
    int m_page = 0;
};

} // namespace report
