// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/overview.h"
#include "widgets/job.h"

#include <QTimer>
#include <QWidget>

namespace widgets {

class MapCanvas;

// A small map of all there is in a corner of the map, with a frame where the map looks. A click or
// a drag in it moves the map there.
class OverviewInset : public QWidget
{
    Q_OBJECT

public:
    OverviewInset(MapCanvas& canvas, std::shared_ptr<geo::PreparedCache> prepared);
    ~OverviewInset() override;

    // Where the map's frame lies in the inset, in its pixels; empty before anything was drawn.
    QRectF frame() const;
    bool isDrawing() const { return m_wanted.isActive() || m_progress != nullptr; }
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void place();
    void draw();
    void moveMapTo(QPointF pixel);

    MapCanvas& m_canvas;
    std::shared_ptr<geo::PreparedCache> m_prepared;
    Jobs m_jobs;
    std::shared_ptr<base::Progress> m_progress; // while it is drawn
    QTimer m_wanted;
    std::optional<geo::Overview> m_overview;
};

} // namespace widgets
