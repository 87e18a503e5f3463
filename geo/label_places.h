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
    // Takes the place if it is in the frame and nothing is there yet.
    bool take(const QRectF& box)
    {
        const bool taken = std::any_of(m_taken.begin(), m_taken.end(),
                                       [&](const QRectF& other) { return other.intersects(box); });
        if (taken || !m_frame.contains(box))
            return false;
        m_taken.push_back(box);
        return true;
    }
    // Keeps words away from here, whatever stands there already.
    void block(const QRectF& box) { m_taken.push_back(box); }

private:
    QRectF m_frame;
    std::vector<QRectF> m_taken;
};

} // namespace geo
