// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <optional>

class QMouseEvent;

namespace widgets {

class MapCanvas;

// What the mouse does on the map. The wheel, the keyboard and a double click are the canvas's own.
class MapTool
{
public:
    MapTool() = default;
    MapTool(const MapTool&) = delete;
    MapTool& operator=(const MapTool&) = delete;
    virtual ~MapTool() = default;
    virtual void press(MapCanvas& canvas, const QMouseEvent& event) = 0;
    virtual void move(MapCanvas& canvas, const QMouseEvent& event) = 0;
    virtual void release(MapCanvas& canvas, const QMouseEvent& event) = 0;
};

// Drag pans, Shift and drag zooms to a box, Ctrl and drag selects the sites in a box; a click
// selects a site or a place, with Ctrl it adds the site to what is selected.
class NavigateTool : public MapTool
{
public:
    void press(MapCanvas& canvas, const QMouseEvent& event) override;
    void move(MapCanvas& canvas, const QMouseEvent& event) override;
    void release(MapCanvas& canvas, const QMouseEvent& event) override;

private:
    enum class Drag { None, Pending, Pan, ZoomBox, SelectBox };
    Drag m_drag = Drag::None;
    QPointF m_from;
    QPointF m_last;
};

} // namespace widgets
