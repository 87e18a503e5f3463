// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map_tool.h"

#include "base/language.h"

#include <QCoreApplication>
#include <QPointF>
#include <QString>
#include <vector>

namespace widgets {

// Measures on the map: each click adds a corner, Backspace takes the last one back, a double click
// or Enter ends the figure, the next click begins another one. Lengths and areas are geodesic, on
// the ellipsoid of WGS 84, and are written on the map. Dragging pans meanwhile.
class MeasureTool : public NavigateTool
{
    Q_DECLARE_TR_FUNCTIONS(MeasureTool)

public:
    enum class Measure { Length, Area };

    MeasureTool(Measure measure, base::Language language);

    void press(MapCanvas& canvas, const QMouseEvent& event) override;
    void move(MapCanvas& canvas, const QMouseEvent& event) override;
    void release(MapCanvas& canvas, const QMouseEvent& event) override;
    bool doubleClick(MapCanvas& canvas, const QMouseEvent& event) override;
    bool key(MapCanvas& canvas, const QKeyEvent& event) override;
    void paint(const MapCanvas& canvas, QPainter& painter) const override;

    // What it says of the corners so far, degrees of WGS 84.
    static QString words(Measure measure, const std::vector<QPointF>& lonLats,
                         base::Language language);
    const std::vector<QPointF>& corners() const { return m_corners; }

private:
    void end();

    Measure m_measure;
    base::Language m_language;
    std::vector<QPointF> m_corners; // degrees
    std::optional<QPointF> m_cursor;
    std::optional<QPointF> m_pressed; // pixels
    bool m_ended = false;
};

} // namespace widgets
