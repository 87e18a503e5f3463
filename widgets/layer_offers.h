// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/layer.h"

#include <QObject>
#include <functional>
#include <map>

namespace widgets {

// Whether two layers show the same of the same file.
bool sameContent(const catalogue::Layer& a, const catalogue::Layer& b);

// A layer that a person is about to add: the map shows what there is of it while its file is looked
// into, and it is not read again once it is added.
struct LayerOffer
{
    catalogue::Layer layer; // as it is drawn for the time being
    std::vector<std::shared_ptr<const geo::FeatureTable>> drafts;
    std::shared_ptr<const geo::RasterSource> raster;
    std::shared_ptr<const geo::FeatureTable> features; // whole
    std::vector<base::Issue> issues;
    base::Id becomes = 0; // the layer it was added as; shown until there is something of that
};

// Those of the open project.
class LayerOffers : public QObject
{
    Q_OBJECT

public:
    quint64 begin(const QString& name);
    // For proposeLayer(), which shows drafts of the offer by it.
    catalogue::LayerCache cacheOf(quint64 number, const std::shared_ptr<geo::LayerStore>& store,
                                  const geo::Operation& toMap);
    void fill(quint64 number, const catalogue::LayerProposal& proposal);
    void withdraw(quint64 number);
    void withdrawAll();
    const std::map<quint64, LayerOffer>& all() const { return m_offers; }

    // What was read of a layer while it was offered, into its content.
    void give(const catalogue::Layer& layer, catalogue::LayerContent& content);
    void drop(base::Id layer); // the offer it came from is no longer shown
    void dropUnless(const std::function<bool(base::Id)>& isThere);
    void forget(); // another project is open, or none

Q_SIGNALS:
    void changed(); // what the map shows of them

private:
    std::map<quint64, LayerOffer> m_offers;
    quint64 m_last = 0;
};

} // namespace widgets
