// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/cooked_layer.h"
#include "geo/map_view.h"
#include "geo/styled_features.h"
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace geo {

// The names written on the features of layers whose style has a label field: larger features
// first, none over another, none on an area narrower than its words.
class FeatureLabels
{
public:
    explicit FeatureLabels(QSizeF picture);
    void add(const CookedLayer& layer, const StyledFeatures& styled, const MapView& view);
    bool isEmpty() const { return m_wanted.empty(); }
    void draw(QPainter& painter);

private:
    struct Wanted
    {
        QString text;
        QPointF at;  // logical pixels: the middle of the words
        double rank; // more is earlier
        double room; // widest words that may stand here
        bool beside; // to the right of a point
    };
    QSizeF m_picture;
    std::vector<Wanted> m_wanted;
};

} // namespace geo
