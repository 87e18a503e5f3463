// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/label_places.h"
#include "geo/prepared_sites.h"
#include "geo/site_stamps.h"
#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace geo {

class PreparedCache;

// Internal to this room: the names of sites, chosen ones first, then by their priority, none over
// another. Which names are written and on which side hangs on sites in the picture and somewhat
// beyond it, and not on where the picture ends, so that they stay while the map is panned; but for
// those that would leave it, which stand on another side where there is room.
class SiteLabels
{
public:
    static constexpr double Margin = 160; // logical pixels beyond the picture

    explicit SiteLabels(const MapSnapshot& snapshot);
    void avoid(const QRectF& box) { m_places.block(box); }
    void avoidLine(const QRectF& box) { m_places.blockLine(box); }
    // `seen`: as far as the margin. No name is written that leaves the picture or meets what is
    // `covered`.
    void place(const std::vector<SeenSite>& seen, Density density,
               const std::vector<QRectF>& covered);
    void draw(QPainter& painter) const;
    std::vector<QRectF> boxes() const;

private:
    struct Name
    {
        QRectF box;
        QFont font;
        QString text;
    };
    int rank(const SiteSymbol& site) const; // less is earlier

    const MapSnapshot& m_snapshot;
    LabelPlaces m_places;
    std::vector<Name> m_names;
};

// Where sites and their names have the first call, where they are few enough to be named: for the
// names of other things.
std::vector<QRectF> siteBoxes(const MapSnapshot& snapshot, PreparedCache& cache,
                              base::Progress& progress);

} // namespace geo
