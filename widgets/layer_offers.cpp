// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_offers.h"

#include "geo/style.h"

namespace widgets {

bool sameContent(const catalogue::Layer& a, const catalogue::Layer& b)
{
    return a.path == b.path && a.digest == b.digest && a.embedded == b.embedded &&
           a.sublayer == b.sublayer && a.crs == b.crs && a.operation == b.operation;
}

quint64 LayerOffers::begin(const QString& name)
{
    catalogue::Layer layer;
    layer.name = {name, name};
    m_offers[++m_last].layer = std::move(layer);
    return m_last;
}

catalogue::LayerCache LayerOffers::cacheOf(quint64 number,
                                           const std::shared_ptr<geo::LayerStore>& store,
                                           const geo::Operation& toMap)
{
    catalogue::LayerCache cache{store, toMap, {}};
    const auto show = [this, number](auto&& change) {
        QMetaObject::invokeMethod(this, [this, number, change] {
            const auto offer = m_offers.find(number);
            if (offer == m_offers.end())
                return;
            change(offer->second);
            Q_EMIT changed();
        });
    };
    cache.onDraft = [show](const std::shared_ptr<const geo::FeatureTable>& draft) {
        show([draft, style = geo::proposeStyle(*draft)](LayerOffer& offer) {
            if (offer.drafts.empty())
                offer.layer.style = style;
            offer.drafts.push_back(draft);
        });
    };
    cache.onRaster = [show](const std::shared_ptr<const geo::RasterSource>& raster) {
        show([raster](LayerOffer& offer) { offer.raster = raster; });
    };
    return cache;
}

void LayerOffers::fill(quint64 number, const catalogue::LayerProposal& proposal)
{
    const auto offer = m_offers.find(number);
    if (offer == m_offers.end())
        return;
    const geo::Style drawn = offer->second.layer.style; // the drafts have no other fields
    offer->second.layer = proposal.layer;
    offer->second.layer.style = drawn;
    offer->second.features = proposal.features;
    offer->second.issues = proposal.issues;
}

void LayerOffers::withdraw(quint64 number)
{
    if (m_offers.erase(number) > 0)
        Q_EMIT changed();
}

void LayerOffers::withdrawAll()
{
    if (m_offers.empty())
        return;
    m_offers.clear();
    Q_EMIT changed();
}

void LayerOffers::give(const catalogue::Layer& layer, catalogue::LayerContent& content)
{
    for (auto& [number, offer] : m_offers) {
        if (offer.becomes != 0 || !sameContent(offer.layer, layer))
            continue;
        offer.becomes = layer.id;
        content.features = std::move(offer.features);
        content.issues = std::move(offer.issues);
        return;
    }
}

void LayerOffers::drop(base::Id layer)
{
    std::erase_if(m_offers, [&](const auto& each) { return each.second.becomes == layer; });
}

void LayerOffers::dropUnless(const std::function<bool(base::Id)>& isThere)
{
    std::erase_if(m_offers, [&](const auto& each) {
        return each.second.becomes != 0 && !isThere(each.second.becomes);
    });
}

void LayerOffers::forget()
{
    m_offers.clear();
}

} // namespace widgets
