// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/kept_layer.h"

#include "base/error.h"
#include "geo/cooked_layer.h"
#include "geo/layer_cooking.h"
#include "geo/text.h"
#include <chrono>

namespace geo {

namespace {

std::unique_lock<std::timed_mutex> locked(std::timed_mutex& mutex, const base::Progress& progress)
{
    std::unique_lock lock(mutex, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(30)))
        progress.check();
    return lock;
}

} // namespace

std::shared_ptr<const KeptLayer> KeptLayer::open(std::shared_ptr<LayerStore> store, Source source,
                                                 const Operation& fromWgs84)
{
    auto file = store->find(source.key, fromWgs84);
    // What was said of it then must be in the words of now.
    if (!file || (!file->issues.empty() && file->language != base::currentLanguage()))
        return nullptr;
    return std::shared_ptr<const KeptLayer>(
        new KeptLayer(std::move(store), std::move(source), std::move(*file), fromWgs84));
}

KeptLayer::KeptLayer(std::shared_ptr<LayerStore> store, Source source, LayerFile file,
                     const Operation& fromWgs84)
    : FeatureTable(Operation::fromInfo(source.crs, Crs::wgs84(), file.toWgs84))
    , m_store(std::move(store))
    , m_source(std::move(source))
    , m_issues(std::move(file.issues))
    , m_language(file.language)
    , m_keptDigest(file.sourceDigest)
{
    m_kinds = std::move(file.kinds);
    m_kind = file.kind;
    m_extent = file.extent;
    m_columns = std::move(file.columns);
    m_fileName = std::move(file.fileName);
    m_sublayer = std::move(file.sublayer);
    m_cooked.emplace(fromWgs84.target(), std::move(file.cooked));
}

KeptLayer::KeptLayer(std::shared_ptr<LayerStore> store, Source source,
                     std::shared_ptr<const FeatureLayer> layer, std::vector<base::Issue> issues)
    : FeatureTable(static_cast<const FeatureTable&>(*layer)) // the table alone
    , m_store(std::move(store))
    , m_source(std::move(source))
    , m_issues(std::move(issues))
    , m_language(base::currentLanguage())
    , m_whole(std::move(layer))
{
}

QString KeptLayer::digest(base::Progress& progress) const
{
    const auto lock = locked(m_digestMutex, progress);
    if (m_digest.isEmpty())
        m_digest = m_source.digest(progress);
    return m_digest;
}

bool KeptLayer::isSound(base::Progress& progress) const
{
    if (m_keptDigest.isEmpty() || m_keptDigest == digest(progress))
        return true;
    m_store->forget(m_source.key);
    return false;
}

std::shared_ptr<const FeatureLayer> KeptLayer::read(base::Progress& progress,
                                                    const LayerDrafts* drafts) const
{
    auto layer = std::make_shared<const FeatureLayer>(m_source.read(progress, nullptr, drafts));
    // Its features must be those of the table.
    if (layer->size() != size() || m_source.keyNow() != m_source.key)
        throw base::Error(Text::tr("The file “%1” changed while it was open. Read the layer "
                                   "again to see what it holds now.")
                              .arg(m_fileName));
    return layer;
}

LayerFile KeptLayer::fileOf(const CookedLayer& cooked) const
{
    LayerFile file;
    file.language = m_language;
    file.issues = m_issues;
    file.toWgs84 = operation().info();
    file.kinds = m_kinds;
    file.kind = m_kind;
    file.extent = m_extent;
    file.fileName = m_fileName;
    file.sublayer = m_sublayer;
    file.columns = m_columns;
    file.cooked = cooked;
    return file;
}

bool KeptLayer::isCooked(const Operation& fromWgs84) const
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    return lock.owns_lock() && m_cooked && m_cooked->first == fromWgs84.target();
}

CookedLayer KeptLayer::cook(const Operation& fromWgs84, base::Progress& progress,
                            const LayerDrafts* drafts) const
{
    const QString name = fromWgs84.target();
    const auto lock = locked(m_mutex, progress);
    if (m_cooked && m_cooked->first == name)
        return m_cooked->second;
    if (auto kept = m_store->find(m_source.key, fromWgs84); kept && kept->kinds.size() == size()) {
        m_cooked.emplace(name, std::move(kept->cooked));
        return m_cooked->second;
    }
    const std::shared_ptr<const FeatureLayer> layer = m_whole ? m_whole : read(progress, drafts);
    const CookedLayer cooked = layer->cook(fromWgs84, progress, m_whole ? drafts : nullptr);
    m_cooked.emplace(name, cooked);
    if (!m_measured)
        m_whole.reset();
    // The file is digested there too; one that was written to meanwhile is not kept.
    m_store->keep(m_source.key, fromWgs84, fileOf(cooked), [source = m_source](LayerFile& file) {
        base::Progress unhurried;
        file.sourceDigest = source.digest(unhurried);
        return source.keyNow() == source.key;
    });
    return cooked;
}

std::shared_ptr<const FeatureLayer> KeptLayer::whole(base::Progress& progress) const
{
    const auto lock = locked(m_mutex, progress);
    m_measured = true;
    if (!m_whole)
        m_whole = read(progress);
    return m_whole;
}

std::shared_ptr<const FeatureLayer> wholeLayer(const std::shared_ptr<const FeatureTable>& table,
                                               base::Progress& progress)
{
    if (const auto kept = std::dynamic_pointer_cast<const KeptLayer>(table))
        return kept->whole(progress);
    return std::dynamic_pointer_cast<const FeatureLayer>(table);
}

} // namespace geo
