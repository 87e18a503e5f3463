// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/legend.h"
#include "report/map_sheet.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <optional>
#include <vector>

class QPainter;

namespace report {

// Where everything of a sheet stands. Lengths are logical pixels, 1/96 inch times the sheet's
// enlargement, from the upper left corner of the paper.
class SheetLayout
{
public:
    // `onePage`: a legend without room is cut short. Throws as map_sheet.h says.
    SheetLayout(const MapSheet& sheet, bool onePage, geo::PreparedCache& cache,
                base::Progress& progress);

    int pages() const { return int(m_pages.size()); }
    QSizeF paper() const { return m_paper; }
    // Device pixels to a logical one, at least 1 (Qt knows no less): so many times as fine as the
    // sheet's resolution where that is coarse.
    double devicePixelRatio() const { return m_snapshot.devicePixelRatio; }
    int oversampling() const { return m_oversampling; }
    QRectF mapFrame() const { return m_frame; }
    const geo::MapView& view() const { return m_snapshot.view; }
    double scaleDenominator() const; // on the paper
    const geo::Legend& legend() const { return m_legend; }
    // What had no room.
    const std::vector<base::Issue>& issues() const { return m_issues; }

    // In logical pixels; nothing that the painter's clip hides is drawn.
    void drawPage(QPainter& painter, int page, geo::PreparedCache& cache, base::Progress& progress,
                  std::vector<base::Issue>* issues) const;

private:
    struct Line
    {
        QFont font;
        QPointF start; // on its base line
        QString text;
        QColor color;
    };
    struct Page
    {
        std::vector<Line> lines;
        bool map = false;
        QRectF legendArea; // empty: none
        geo::Legend legend;
    };
    struct Block // lines of one font, one below the other
    {
        QFont font;
        QStringList lines;
        QColor color;
        Qt::Alignment alignment = Qt::AlignLeft;
        double height() const;
    };

    QString word(const char* text) const;
    Block block(const QString& text, int pixels, bool bold, const QColor& color,
                Qt::Alignment alignment = Qt::AlignLeft) const;
    void put(Page& page, const Block& block, double top) const;
    QStringList notes() const; // paragraphs, sources last
    QString accuracyNote() const;
    QString sources() const;
    // Header and footer; the body is what is left between them.
    QRectF furnish(Page& page, int number, int pages) const;
    void layOutFirst(geo::PreparedCache& cache, base::Progress& progress);
    // Takes room for the legend out of the body; false: there is none.
    bool placeLegend(const QRectF& body, QRectF& frame, QRectF& legend) const;
    void setView(const QRectF& frame);
    void addLegendPages();
    void addSourcePages();

    MapSheet m_sheet;
    bool m_onePage;
    base::Translation m_words;
    QSizeF m_paper;
    double m_margin = 0;
    int m_oversampling = 1;
    geo::MapSnapshot m_snapshot;
    QRectF m_frame;
    geo::Legend m_legend;
    bool m_legendElsewhere = false;
    bool m_sourcesElsewhere = false;
    std::vector<Page> m_pages;
    std::vector<base::Issue> m_issues;
};

} // namespace report
