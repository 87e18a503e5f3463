// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QWidget>
#include <vector>

class QLabel;

namespace widgets {

class MapCanvas;

// Where the sites of a file would lie, over the boundaries of the open project or, where it has
// none, the program's own.
class ImportMap : public QWidget
{
    Q_OBJECT

public:
    explicit ImportMap(Workspace& workspace, QWidget* parent = nullptr);

    // `all`: how many there are, of which these may be the first.
    void setPoints(const std::vector<QPointF>& lonLats, qint64 all);
    MapCanvas* canvas() const { return m_canvas; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void findBoundaries();
    void showContent();
    void fit();

    Workspace& m_workspace;
    std::vector<geo::MapLayer> m_boundaries;
    std::shared_ptr<const geo::Sites> m_sites;
    geo::Extent m_extent;
    MapCanvas* m_canvas;
    QLabel* m_part;
};

} // namespace widgets
