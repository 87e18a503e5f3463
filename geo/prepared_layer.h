// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/map_snapshot.h"
#include <memory>

namespace geo {

class CookedLayer;     // features made ready for drawing in a CRS
struct StyledFeatures; // the colour of each feature under a style
struct StyledLayer;    // both, put together for many frames
struct LayerDrafts;
struct PreparedSites; // site positions in map units with a packed index

// What was once projected to a map's CRS, kept for the next frame. The owner of a map (a window, a
// command, a report) keeps one and hands it to every drawing. Thread-safe. What two threads ask for
// at once is made once; what was cancelled half-way is not kept. An entry lives as long as the
// layer (or the list of sites) it was made from.
class PreparedCache
{
public:
    PreparedCache();
    ~PreparedCache();
    PreparedCache(const PreparedCache&) = delete;
    PreparedCache& operator=(const PreparedCache&) = delete;

    // Throws base::Cancelled; points that the CRS cannot show are dropped with their part.
    // `drafts`: what is shown of a large layer until it is there.
    std::shared_ptr<const CookedLayer> layer(const std::shared_ptr<const FeatureTable>& layer,
                                             const Operation& fromWgs84, base::Progress& progress,
                                             const LayerDrafts* drafts = nullptr);
    std::shared_ptr<const CookedLayer> layer(const std::shared_ptr<const FeatureTable>& layer,
                                             const MapView& view, base::Progress& progress);
    // What of it was made before, at once; else nullptr.
    std::shared_ptr<const CookedLayer>
    layerIfReady(const std::shared_ptr<const FeatureTable>& layer,
                 const Operation& fromWgs84) const;
    std::shared_ptr<const PreparedSites> sites(const std::shared_ptr<const Sites>& sites,
                                               const MapView& view, base::Progress& progress);
    std::shared_ptr<const StyledFeatures> styled(const std::shared_ptr<const FeatureTable>& layer,
                                                 const Style& style, base::Language language,
                                                 base::Progress& progress);
    std::shared_ptr<const StyledLayer> styledLayer(const std::shared_ptr<const FeatureTable>& layer,
                                                   const MapView& view, const Style& style,
                                                   base::Language language,
                                                   base::Progress& progress);
    void clear();

private:
    struct Kept;
    std::unique_ptr<Kept> m_kept;
};

} // namespace geo
