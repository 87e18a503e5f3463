// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/boundaries.h"
#include "geo/map_snapshot.h"

#include <QWidget>
#include <vector>

namespace widgets {

class MapCanvas;

// Where data would lie: a small map of the program's own boundaries, with every candidate's points
// faintly on it and one of them strongly.
class LandingMap : public QWidget
{
    Q_OBJECT

public:
    LandingMap(const catalogue::Boundaries& boundaries, base::Language language,
               QWidget* parent = nullptr);

    // The likelier ones are in view at first, and whichever is chosen.
    void setCandidates(const std::vector<geo::CrsCandidate>& candidates);
    void addCandidate(const geo::CrsCandidate& candidate);
    void setCurrent(int candidate); // -1: none
    MapCanvas* canvas() const { return m_canvas; }

private:
    struct Shown
    {
        std::shared_ptr<const geo::FeatureLayer> features; // nullptr: it lies nowhere
        std::optional<geo::Extent> degrees;
        double rank = 0;
    };
    static Shown shownOf(const geo::CrsCandidate& candidate);
    geo::MapLayer baseLayer(const std::shared_ptr<const geo::FeatureLayer>& features,
                            bool states) const;
    void show();
    void fit(bool withCurrent);
    bool isInView(const geo::Extent& degrees) const;

    catalogue::Boundaries m_boundaries;
    base::Language m_language;
    MapCanvas* m_canvas;
    std::vector<Shown> m_shown;
    int m_current = -1;
};

} // namespace widgets
