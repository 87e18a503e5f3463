// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/prepared_layer.h"

#include "geo/cooked_layer.h"
#include "geo/feature_painter.h"
#include "geo/feature_table.h"
#include "geo/prepared_sites.h"
#include "geo/styled_features.h"
#include <algorithm>
#include <chrono>
#include <mutex>

namespace geo {

namespace {

// One thing that is made once. Whoever comes while it is being made waits, and can be cancelled.
template <typename Value>
struct Slot
{
    std::weak_ptr<const void> origin; // the entry goes when this has gone
    QString key;                      // and what else it depends on
    std::timed_mutex making;
    std::shared_ptr<const Value> value;
};

template <typename Value>
class Shelf
{
public:
    template <typename Make>
    std::shared_ptr<const Value> find(const std::shared_ptr<const void>& origin, const QString& key,
                                      base::Progress& progress, Make&& make)
    {
        const std::shared_ptr<Slot<Value>> slot = slotFor(origin, key);
        std::unique_lock making(slot->making, std::defer_lock);
        while (!making.try_lock_for(std::chrono::milliseconds(30)))
            progress.check();
        if (!slot->value)
            slot->value = make();
        return slot->value;
    }

    // nullptr where it is not made yet.
    std::shared_ptr<const Value> ready(const std::shared_ptr<const void>& origin,
                                       const QString& key)
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& slot : m_slots)
            if (slot->key == key && slot->origin.lock() == origin) {
                const std::unique_lock making(slot->making, std::try_to_lock);
                return making.owns_lock() ? slot->value : nullptr;
            }
        return nullptr;
    }

    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_slots.clear();
    }

private:
    std::shared_ptr<Slot<Value>> slotFor(const std::shared_ptr<const void>& origin,
                                         const QString& key)
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_slots, [](const auto& slot) { return slot->origin.expired(); });
        for (auto known = m_slots.begin(); known != m_slots.end(); ++known)
            if ((*known)->origin.lock() == origin && (*known)->key == key) {
                std::rotate(known, known + 1, m_slots.end()); // the last to go
                return m_slots.back();
            }
        auto slot = std::make_shared<Slot<Value>>();
        slot->origin = origin;
        slot->key = key;
        const auto isOfOrigin = [&](const auto& each) { return each->origin.lock() == origin; };
        if (std::count_if(m_slots.begin(), m_slots.end(), isOfOrigin) >= MostOfOne)
            m_slots.erase(std::find_if(m_slots.begin(), m_slots.end(), isOfOrigin));
        m_slots.push_back(slot);
        if (m_slots.size() > Most)
            m_slots.erase(m_slots.begin());
        return slot;
    }

    static constexpr std::size_t Most = 128;
    static constexpr int MostOfOne = 8; // a style that is edited makes an entry a step
    std::mutex m_mutex;
    std::vector<std::shared_ptr<Slot<Value>>> m_slots;
};

} // namespace

struct PreparedCache::Kept
{
    Shelf<CookedLayer> layers;
    Shelf<PreparedSites> sites;
    Shelf<StyledFeatures> styles;
    Shelf<StyledLayer> styledLayers;
};

PreparedCache::PreparedCache()
    : m_kept(std::make_unique<Kept>())
{
}

PreparedCache::~PreparedCache() = default;

std::shared_ptr<const CookedLayer>
PreparedCache::layer(const std::shared_ptr<const FeatureTable>& layer, const Operation& fromWgs84,
                     base::Progress& progress, const LayerDrafts* drafts)
{
    return m_kept->layers.find(layer, fromWgs84.target(), progress, [&] {
        return std::make_shared<const CookedLayer>(layer->cook(fromWgs84, progress, drafts));
    });
}

std::shared_ptr<const CookedLayer>
PreparedCache::layer(const std::shared_ptr<const FeatureTable>& layer, const MapView& view,
                     base::Progress& progress)
{
    return this->layer(layer, view.fromWgs84(), progress);
}

std::shared_ptr<const CookedLayer>
PreparedCache::layerIfReady(const std::shared_ptr<const FeatureTable>& layer,
                            const Operation& fromWgs84) const
{
    return m_kept->layers.ready(layer, fromWgs84.target());
}

std::shared_ptr<const StyledFeatures>
PreparedCache::styled(const std::shared_ptr<const FeatureTable>& layer, const Style& style,
                      base::Language language, base::Progress& progress)
{
    return m_kept->styles.find(
        layer, base::languageCode(language) + styleToJson(style), progress, [&] {
            return std::make_shared<const StyledFeatures>(styleFeatures(*layer, style, language));
        });
}

std::shared_ptr<const StyledLayer>
PreparedCache::styledLayer(const std::shared_ptr<const FeatureTable>& layer, const MapView& view,
                           const Style& style, base::Language language, base::Progress& progress)
{
    const auto cooked = this->layer(layer, view, progress);
    const auto features = styled(layer, style, language, progress);
    return m_kept->styledLayers.find(
        cooked, base::languageCode(language) + styleToJson(style), progress,
        [&] { return std::make_shared<const StyledLayer>(cooked, features); });
}

std::shared_ptr<const PreparedSites> PreparedCache::sites(const std::shared_ptr<const Sites>& sites,
                                                          const MapView& view,
                                                          base::Progress& progress)
{
    return m_kept->sites.find(sites, view.fromWgs84().target(), progress, [&] {
        return std::make_shared<const PreparedSites>(prepareSites(*sites, view, progress));
    });
}

void PreparedCache::clear()
{
    m_kept->layers.clear();
    m_kept->sites.clear();
    m_kept->styles.clear();
    m_kept->styledLayers.clear();
}

} // namespace geo
