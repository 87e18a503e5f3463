// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <algorithm>
#include <vector>

namespace geo {

// Where words stand already, in logical pixels of a picture, so that none is written over another.
class LabelPlaces
{
public:
    explicit LabelPlaces(const QRectF& frame)
        : m_frame(frame)
    {
    }
    enum class Lines { Avoid, Cross };
    // Takes the place if it is in the frame and nothing is there yet.
    bool take(const QRectF& box, Lines lines = Lines::Avoid)
    {
        const auto meets = [&](const QRectF& other) { return other.intersects(box); };
        if (!m_frame.contains(box) || std::any_of(m_taken.begin(), m_taken.end(), meets) ||
            (lines == Lines::Avoid && std::any_of(m_lines.begin(), m_lines.end(), meets)))
            return false;
        m_taken.push_back(box);
        return true;
    }
    // All of several boxes, or none.
    bool takeAll(const std::vector<QRectF>& boxes)
    {
        for (const QRectF& box : boxes) {
            const auto meets = [&](const QRectF& other) { return other.intersects(box); };
            if (!m_frame.contains(box) || std::any_of(m_taken.begin(), m_taken.end(), meets))
                return false;
        }
        m_taken.insert(m_taken.end(), boxes.begin(), boxes.end());
        return true;
    }
    // Keeps words away from here, whatever stands there already.
    void block(const QRectF& box) { m_taken.push_back(box); }
    // A piece of a line, which words cross only if they must.
    void blockLine(const QRectF& box) { m_lines.push_back(box); }
    const std::vector<QRectF>& taken() const { return m_taken; }
    const std::vector<QRectF>& lines() const { return m_lines; }
    bool isInFrame(QPointF at) const { return m_frame.contains(at); }

private:
    QRectF m_frame;
    std::vector<QRectF> m_taken;
    std::vector<QRectF> m_lines;
};

} // namespace geo
