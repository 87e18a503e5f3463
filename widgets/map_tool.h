// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <optional>

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace widgets {

class MapCanvas;

// What the mouse does on the map. The wheel is the canvas's own; so are the keyboard and a double
// click where a tool leaves them alone.
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
    // True: it was the tool's.
    virtual bool doubleClick(MapCanvas& canvas, const QMouseEvent& event);
    virtual bool key(MapCanvas& canvas, const QKeyEvent& event);
    // Over everything, in logical pixels.
    virtual void paint(const MapCanvas& canvas, QPainter& painter) const;
};

// Drag pans, Shift and drag zooms to a box, Ctrl and drag selects the sites in a box; a click
// selects a site or a place, with Ctrl it adds the site to what is selected, and opens a cluster.
class NavigateTool : public MapTool
{
public:
    void press(MapCanvas& canvas, const QMouseEvent& event) override;
    void move(MapCanvas& canvas, const QMouseEvent& event) override;
    void release(MapCanvas& canvas, const QMouseEvent& event) override;

protected:
    void forget(MapCanvas& canvas); // what was begun
    virtual bool dragsBox() const { return false; }

private:
    enum class Drag { None, Pending, Pan, ZoomBox, SelectBox };
    Drag m_drag = Drag::None;
    QPointF m_from;
    QPointF m_last;
};

// A drag zooms to a box, once; the canvas says toolLeft() then.
class ZoomBoxTool : public NavigateTool
{
protected:
    bool dragsBox() const override { return true; }
};

} // namespace widgets
