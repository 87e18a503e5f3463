// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "geo/feature_layer.h"
#include "geo/layer_store.h"
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace geo {

// A layer of a file whose cooked form is kept in a LayerStore. Opened from there it is on the map
// at once, and its geometry in degrees is read from the file only when somebody measures on it or
// the map gets another CRS.
class KeptLayer : public FeatureTable
{
public:
    // How to come by what is not kept. Called on any thread, one at a time.
    struct Source
    {
        QByteArray key; // LayerStore::keyOf()
        Crs crs;        // of the file
        std::function<FeatureLayer(base::Progress&, std::vector<base::Issue>*, const LayerDrafts*)>
            read;
        std::function<QString(base::Progress&)> digest; // SHA-256
        std::function<QByteArray()> keyNow;             // as it would be told now
    };

    // Known: from the store. nullptr where it is not there.
    static std::shared_ptr<const KeptLayer> open(std::shared_ptr<LayerStore> store, Source source,
                                                 const Operation& fromWgs84);
    // Never seen: just read. Kept once it is cooked.
    KeptLayer(std::shared_ptr<LayerStore> store, Source source,
              std::shared_ptr<const FeatureLayer> layer, std::vector<base::Issue> issues);

    const std::vector<base::Issue>& issues() const { return m_issues; }
    // Whether the file still holds what the kept form was made from; looks at all its bytes. Where
    // not, what was kept is forgotten, and the layer must be opened anew.
    bool isSound(base::Progress& progress) const;
    // SHA-256 of the file, found out once.
    QString digest(base::Progress& progress) const;

    // Digest of the file it was kept from, as it was then; empty: read in this process.
    const QString& keptDigest() const { return m_keptDigest; }

    CookedLayer cook(const Operation& fromWgs84, base::Progress& progress,
                     const LayerDrafts* drafts = nullptr) const override;
    // At once, without reading or reckoning.
    bool isCooked(const Operation& fromWgs84) const;
    // With its geometry in degrees, which stays in memory from then on. Throws base::Error where
    // the file is gone or another one, base::Cancelled.
    std::shared_ptr<const FeatureLayer> whole(base::Progress& progress) const;

private:
    KeptLayer(std::shared_ptr<LayerStore> store, Source source, LayerFile file,
              const Operation& fromWgs84);
    std::shared_ptr<const FeatureLayer> read(base::Progress& progress,
                                             const LayerDrafts* drafts = nullptr) const;
    LayerFile fileOf(const CookedLayer& cooked) const;

    std::shared_ptr<LayerStore> m_store;
    Source m_source;
    std::vector<base::Issue> m_issues;
    base::Language m_language; // of the issues
    QString m_keptDigest;
    mutable std::timed_mutex m_mutex; // of what follows
    mutable std::shared_ptr<const FeatureLayer> m_whole;
    mutable bool m_measured = false; // somebody asked for it, and may again
    mutable std::optional<std::pair<QString, CookedLayer>> m_cooked; // by operation
    mutable std::timed_mutex m_digestMutex;
    mutable QString m_digest;
};

// A table's layer with its geometry in degrees of WGS 84, read from its file where need be.
std::shared_ptr<const FeatureLayer> wholeLayer(const std::shared_ptr<const FeatureTable>& table,
                                               base::Progress& progress);

} // namespace geo
