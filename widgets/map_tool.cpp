// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_tool.h"

#include "widgets/map_canvas.h"

#include <QApplication>
#include <QMouseEvent>

namespace widgets {

bool MapTool::doubleClick(MapCanvas&, const QMouseEvent&)
{
    return false;
}

bool MapTool::key(MapCanvas&, const QKeyEvent&)
{
    return false;
}

void MapTool::paint(const MapCanvas&, QPainter&) const {}

void NavigateTool::press(MapCanvas& canvas, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_drag = Drag::Pending;
    m_from = event.position();
    m_last = m_from;
    canvas.setFocus(Qt::MouseFocusReason);
}

void NavigateTool::move(MapCanvas& canvas, const QMouseEvent& event)
{
    if (m_drag == Drag::None)
        return;
    if (m_drag == Drag::Pending) {
        if ((event.position() - m_from).manhattanLength() < QApplication::startDragDistance())
            return;
        if (dragsBox() || event.modifiers().testFlag(Qt::ShiftModifier))
            m_drag = Drag::ZoomBox;
        else if (event.modifiers().testFlag(Qt::ControlModifier))
            m_drag = Drag::SelectBox;
        else
            m_drag = Drag::Pan;
        canvas.setCursor(m_drag == Drag::Pan ? Qt::ClosedHandCursor : Qt::CrossCursor);
    }
    if (m_drag == Drag::Pan)
        canvas.pan(event.position() - m_last);
    else
        canvas.setRubberBand(QRectF(m_from, event.position()).normalized());
    m_last = event.position();
}

void NavigateTool::forget(MapCanvas& canvas)
{
    m_drag = Drag::None;
    canvas.unsetCursor();
    canvas.setRubberBand({});
}

void NavigateTool::release(MapCanvas& canvas, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || m_drag == Drag::None)
        return;
    const Drag drag = m_drag;
    forget(canvas);
    const QRectF box = QRectF(m_from, event.position()).normalized();
    const bool extend = event.modifiers().testFlag(Qt::ControlModifier);
    if (drag == Drag::ZoomBox && box.width() >= 4 && box.height() >= 4) {
        geo::MapView view = canvas.view();
        geo::Extent extent;
        extent.add(view.toMap(box.topLeft()));
        extent.add(view.toMap(box.bottomRight()));
        view.fit(extent, 0);
        canvas.setView(view);
        if (dragsBox())
            Q_EMIT canvas.toolLeft();
    } else if (drag == Drag::SelectBox) {
        Q_EMIT canvas.sitesBoxed(canvas.sitesIn(box),
                                 event.modifiers().testFlag(Qt::ShiftModifier));
    } else if (drag == Drag::Pending) {
        if (canvas.openCluster(event.position(), extend))
            return;
        if (const auto site = canvas.siteAt(event.position()))
            Q_EMIT canvas.siteClicked(*site, extend);
        else if (const auto place = canvas.view().toLonLat(event.position()))
            Q_EMIT canvas.placeClicked(*place);
    }
}

} // namespace widgets
