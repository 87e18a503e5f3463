// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/cooked_layer.h"
#include "geo/label_places.h"
#include "geo/map_view.h"
#include "geo/styled_features.h"
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

class QPainter;

namespace geo {

// The names written on the features of layers whose style has a label field: larger features
// first, none over another, none on an area narrower than its words; those of lines along them, and
// the same one not twice close to each other. Where a name stands hangs on its feature and not on
// where the picture ends, so that it stays while the map is panned; a name that would leave the
// picture stands on what is to be seen of its area, once all others stand.
class FeatureLabels
{
public:
    static constexpr double Margin = 160; // logical pixels beyond the picture

    explicit FeatureLabels(QSizeF picture);
    // Throws base::Cancelled.
    void add(const CookedLayer& layer, const StyledFeatures& styled, const MapView& view,
             const base::Progress& progress);
    bool isEmpty() const { return m_wanted.empty(); }
    // Keeps the names away from here.
    void avoid(const QRectF& box) { m_avoided.push_back(box); }
    void draw(QPainter& painter);

private:
    // Logical pixels.
    struct Place
    {
        QPointF middle;   // of the words; of the point they stand beside
        double room = 0;  // widest words that may stand here
        double angle = 0; // of their base line, clockwise in degrees
    };
    struct Wanted
    {
        QString text;
        GeometryKind kind = GeometryKind::None;
        double rank = 0; // more is earlier
        std::optional<Place> place;
        std::optional<Place> inSight; // where `place` would leave the picture
    };
    class Finder;

    QSizeF m_picture;
    std::vector<Wanted> m_wanted;
    std::vector<QRectF> m_avoided;
};

} // namespace geo
