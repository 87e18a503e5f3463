// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/open_layers.h"

#include "geo/feature_layer.h"
#include "geo/kept_layer.h"
#include "widgets/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace widgets {

namespace {

constexpr qint64 LargeFile = 32 << 20;
constexpr int FirstPictureMs = 2000;
constexpr std::size_t FewPoints = 50'000; // are made ready in some hundredths of a second

bool isSmall(const geo::FeatureTable& features)
{
    const auto* layer = dynamic_cast<const geo::FeatureLayer*>(&features);
    return layer != nullptr && layer->pointCount() < FewPoints;
}

bool isReadySoon(const geo::FeatureTable& features, const geo::Operation& toMap)
{
    const auto* kept = dynamic_cast<const geo::KeptLayer*>(&features);
    return kept != nullptr ? kept->isCooked(toMap) : isSmall(features);
}

LayerStanding::State standingOf(catalogue::LayerState state)
{
    switch (state) {
    case catalogue::LayerState::Ready:
        return LayerStanding::Ready;
    case catalogue::LayerState::Missing:
        return LayerStanding::Missing;
    case catalogue::LayerState::Changed:
        return LayerStanding::Changed;
    case catalogue::LayerState::Failed:
        return LayerStanding::Failed;
    case catalogue::LayerState::Cancelled:
        return LayerStanding::Cancelled;
    }
    return LayerStanding::Failed;
}

} // namespace

OpenLayers::OpenLayers(Workspace& workspace, const std::shared_ptr<geo::LayerStore>& store,
                       const std::shared_ptr<geo::PreparedCache>& prepared)
    : QObject(&workspace)
    , m_workspace(workspace)
    , m_store(store)
    , m_prepared(prepared)
    , m_watch([this] { return files(); })
{
    connect(&m_offers, &LayerOffers::changed, this, &OpenLayers::draftsChanged);
    connect(&m_watch, &FileWatch::looked, this, &OpenLayers::takeLook);
}

void OpenLayers::forget()
{
    ++m_opened;
    for (const auto& [id, reading] : m_reading)
        reading.progress->cancel();
    for (const auto& [id, preparation] : m_preparing)
        preparation.progress->cancel();
    m_reading.clear();
    m_preparing.clear();
    m_unchecked.clear();
    m_loaded.clear();
    m_drafts.clear();
    m_offers.forget();
    m_files.clear();
}

void OpenLayers::refresh()
{
    std::vector<catalogue::Layer> missing;
    std::map<base::Id, catalogue::LoadedLayer> kept;
    for (const catalogue::Layer& layer : m_workspace.state().layers) {
        const auto known = m_loaded.find(layer.id);
        const auto reading = m_reading.find(layer.id);
        const bool isKnown = known != m_loaded.end() && sameContent(known->second.layer, layer);
        const bool isReading =
            reading != m_reading.end() && sameContent(reading->second.layer, layer);
        if (isKnown) {
            catalogue::LoadedLayer loaded = known->second;
            loaded.layer = layer;
            kept.emplace(layer.id, std::move(loaded));
        }
        if (!isKnown && !isReading)
            missing.push_back(layer);
    }
    m_loaded = std::move(kept);
    std::erase_if(m_reading, [this](const auto& each) {
        const catalogue::Layer* layer = wanted(each.first);
        const bool useless = layer == nullptr || !sameContent(*layer, each.second.layer);
        if (useless)
            each.second.progress->cancel();
        return useless;
    });
    std::erase_if(m_preparing, [this](const auto& each) {
        const bool useless = !m_loaded.contains(each.first);
        if (useless)
            each.second.progress->cancel();
        return useless;
    });
    std::erase_if(m_unchecked, [this](const auto& each) { return !m_loaded.contains(each.first); });
    m_offers.dropUnless([this](base::Id layer) { return wanted(layer) != nullptr; });
    for (const auto& [id, loaded] : m_loaded)
        prepare(loaded);
    std::erase_if(m_drafts, [this](const auto& each) {
        return !m_reading.contains(each.first) && !m_preparing.contains(each.first);
    });
    Q_EMIT changed();
    for (const catalogue::Layer& layer : missing)
        fetch(layer);
}

catalogue::LayerCache OpenLayers::cacheOf(quint64 offer)
{
    return m_offers.cacheOf(offer, m_store, m_workspace.state().toMap);
}

const catalogue::Layer* OpenLayers::wanted(base::Id layer) const
{
    if (!m_workspace.isOpen())
        return nullptr;
    for (const catalogue::Layer& each : m_workspace.state().layers)
        if (each.id == layer)
            return &each;
    return nullptr;
}

bool OpenLayers::isAwaited(base::Id layer, quint64 run) const
{
    const auto reading = m_reading.find(layer);
    return reading != m_reading.end() && reading->second.run == run;
}

void OpenLayers::readAgain(base::Id id)
{
    const catalogue::Layer* layer = wanted(id);
    if (layer == nullptr || m_reading.contains(id))
        return;
    // It waits for what will be read: until then it is no more ready than it was.
    if (const auto preparation = m_preparing.find(id);
        preparation != m_preparing.end() && preparation->second.run != 0) {
        preparation->second.progress->cancel();
        preparation->second.run = 0;
        preparation->second.cancelled = true;
    }
    fetch(*layer);
    Q_EMIT changed();
}

// The bytes come from the file's thread; reading them is done on another one.
void OpenLayers::fetch(const catalogue::Layer& layer)
{
    const quint64 run = ++m_runs;
    m_drafts.erase(layer.id);
    const auto progress = m_workspace.jobs().run(
        {}, m_workspace.fileExecutor(),
        [this, layer](base::Progress&) {
            return catalogue::layerContent(m_workspace.fileInItsThread(), layer);
        },
        this,
        [this, layer, run](Outcome<catalogue::LayerContent> content) {
            if (!isAwaited(layer.id, run))
                return;
            if (!content.ok())
                return takeFailure(layer, content.cancelled, content.message);
            m_offers.give(layer, *content.value);
            read(*content.value, run);
        });
    m_reading.insert_or_assign(layer.id, Reading{layer, run, progress});
}

std::vector<FileWatch::File> OpenLayers::files() const
{
    std::vector<FileWatch::File> files;
    for (const auto& [id, loaded] : m_loaded)
        if (!loaded.file.isEmpty() && !m_reading.contains(id))
            files.push_back({id, loaded.file, loaded.stamp});
    return files;
}

void OpenLayers::takeLook(const std::vector<FileWatch::File>& files)
{
    std::map<base::Id, catalogue::FileState> now;
    std::vector<base::Id> back; // what was missing when the project was opened
    for (const FileWatch::File& file : files) {
        const auto loaded = m_loaded.find(file.id);
        if (loaded == m_loaded.end() || loaded->second.stamp != file.stamp)
            continue; // it was read anew meanwhile
        const bool isMissing = loaded->second.state == catalogue::LayerState::Missing;
        if (isMissing && file.state != catalogue::FileState::Gone)
            back.push_back(file.id);
        else if (!isMissing && file.state != catalogue::FileState::Same)
            now.emplace(file.id, file.state);
    }
    for (const base::Id id : back)
        readAgain(id);
    if (now == m_files)
        return;
    m_files = std::move(now);
    Q_EMIT changed();
}

std::function<void(OpenLayers::Draft)> OpenLayers::draftTaker(base::Id id, quint64 run)
{
    return [this, id, run](const Draft& draft) {
        QMetaObject::invokeMethod(this, [this, id, run, draft] {
            const auto preparation = m_preparing.find(id);
            const bool isPrepared =
                preparation != m_preparing.end() && preparation->second.run == run;
            if (!isPrepared && (!isAwaited(id, run) || isDrawn(id)))
                return;
            m_drafts[id].push_back(draft);
            m_offers.drop(id);
            Q_EMIT draftsChanged();
        });
    };
}

void OpenLayers::read(const catalogue::LayerContent& content, quint64 run)
{
    const base::Id id = content.layer.id;
    const catalogue::LayerCache cache{m_store, m_workspace.state().toMap, draftTaker(id, run)};
    const bool isJustRead =
        std::dynamic_pointer_cast<const geo::FeatureLayer>(content.features) != nullptr;
    // To look at the file again, what was read of it is not needed: it is large.
    catalogue::LayerContent again = content;
    again.features.reset();
    m_reading.at(id).progress = m_workspace.jobs().run(
        tr("Reading %1").arg(content.layer.nameIn(m_workspace.language())), threadPool(),
        [content, cache, prepared = m_prepared](base::Progress& progress) {
            const catalogue::LoadedLayer loaded = catalogue::loadLayer(content, progress, cache);
            if (loaded.features && isReadySoon(*loaded.features, cache.fromWgs84)) {
                try {
                    prepared->layer(loaded.features, cache.fromWgs84, progress);
                } catch (const base::Error& error) { // prepare() will say it
                    qInfo("%s", qUtf8Printable(error.message()));
                }
            }
            return loaded;
        },
        this,
        [this, content = std::move(again), isJustRead,
         run](Outcome<catalogue::LoadedLayer> loaded) {
            const base::Id id = content.layer.id;
            if (!isAwaited(id, run))
                return;
            if (!loaded.ok())
                return takeFailure(content.layer, loaded.cancelled, loaded.message);
            m_reading.erase(id);
            keepShown(*loaded.value);
            if (!isJustRead) // and digested
                m_unchecked.insert_or_assign(id, content);
            take(*loaded.value);
            if (isDrawn(id))
                checkSoon(id);
        });
}

// What cannot be read again stays as it is on the map.
void OpenLayers::keepShown(catalogue::LoadedLayer& loaded) const
{
    const auto before = m_loaded.find(loaded.layer.id);
    if (loaded.features || loaded.raster || before == m_loaded.end())
        return;
    const catalogue::LoadedLayer& shown = before->second;
    loaded.features = shown.features;
    loaded.raster = shown.raster;
    loaded.issues = shown.issues;
    loaded.stamp = shown.stamp;
}

// Not while a picture is made: one that is no longer wanted would cut it short, again and again.
void OpenLayers::prepare(const catalogue::LoadedLayer& loaded)
{
    const base::Id id = loaded.layer.id;
    const geo::Operation& toMap = m_workspace.state().toMap;
    if (const auto known = m_preparing.find(id); known != m_preparing.end()) {
        if (known->second.features == loaded.features && known->second.target == toMap.target())
            return;
        known->second.progress->cancel();
        m_preparing.erase(known);
        m_drafts.erase(id);
    }
    if (!loaded.features || m_prepared->layerIfReady(loaded.features, toMap))
        return;
    const quint64 run = ++m_runs;
    const bool small = isSmall(*loaded.features);
    geo::LayerDrafts drafts{{loaded.layer.style.field}, {}, geo::LayerDrafts::Soon};
    if (!small && !m_drafts.contains(id)) // else those that came while it was read serve
        drafts.show = draftTaker(id, run);
    const QString title =
        tr("Preparing %1 for the map").arg(loaded.layer.nameIn(m_workspace.language()));
    const auto progress = m_workspace.jobs().run(
        small ? QString() : title, threadPool(),
        [features = loaded.features, toMap, drafts, prepared = m_prepared](base::Progress& work) {
            prepared->layer(features, toMap, work, drafts.show ? &drafts : nullptr);
        },
        this,
        [this, id, run](const Outcome<std::monostate>& outcome) {
            takePreparation(id, run, outcome);
        });
    m_preparing[id] = {loaded.features, toMap.target(), run, progress, false, {}};
}

void OpenLayers::takePreparation(base::Id id, quint64 run, const Outcome<std::monostate>& outcome)
{
    const auto preparation = m_preparing.find(id);
    if (preparation == m_preparing.end() || preparation->second.run != run)
        return;
    m_drafts.erase(id);
    m_offers.drop(id);
    if (outcome.ok()) {
        m_preparing.erase(preparation);
        checkSoon(id);
    } else {
        preparation->second.cancelled = outcome.cancelled;
        preparation->second.problem = outcome.message;
        preparation->second.run = 0;
    }
    Q_EMIT changed();
}

// To look at all of a large file takes seconds, which the first picture needs.
void OpenLayers::checkSoon(base::Id id)
{
    const auto unchecked = m_unchecked.find(id);
    const auto loaded = m_loaded.find(id);
    if (unchecked == m_unchecked.end() || loaded == m_loaded.end())
        return;
    const catalogue::LayerContent content = std::move(unchecked->second);
    m_unchecked.erase(unchecked);
    const bool large = QFileInfo(content.absolutePath).size() > LargeFile;
    QTimer::singleShot(large ? FirstPictureMs : 0, this,
                       [this, content, opened = m_opened, before = loaded->second] {
                           if (opened == m_opened)
                               check(before, content);
                       });
}

void OpenLayers::check(const catalogue::LoadedLayer& before, const catalogue::LayerContent& content)
{
    const catalogue::LayerCache cache{m_store, m_workspace.state().toMap, {}};
    m_workspace.jobs().run(
        {}, threadPool(),
        [before, content, cache](base::Progress& progress) {
            catalogue::LoadedLayer checked = before;
            catalogue::checkLayer(checked, content, progress, cache);
            return checked;
        },
        this,
        [this, before, opened = m_opened](Outcome<catalogue::LoadedLayer> checked) {
            if (!checked.ok() || opened != m_opened)
                return;
            const auto now = m_loaded.find(before.layer.id);
            const bool isShown = now != m_loaded.end() && now->second.features == before.features &&
                                 now->second.raster == before.raster;
            if (isShown && (checked.value->state != before.state ||
                            checked.value->features != before.features))
                take(std::move(*checked.value));
        });
}

// Unless it was changed or taken away meanwhile.
void OpenLayers::take(catalogue::LoadedLayer loaded)
{
    const catalogue::Layer* layer = wanted(loaded.layer.id);
    if (layer == nullptr || !sameContent(*layer, loaded.layer))
        return;
    loaded.layer = *layer;
    prepare(m_loaded.insert_or_assign(layer->id, std::move(loaded)).first->second);
    m_files.erase(layer->id);
    if (isDrawn(layer->id)) {
        m_drafts.erase(layer->id);
        m_offers.drop(layer->id);
    }
    Q_EMIT changed();
    Q_EMIT contentChanged();
}

// Part of it would pass for the whole; what was read of it before stays.
void OpenLayers::takeFailure(const catalogue::Layer& layer, bool cancelled, const QString& problem)
{
    m_reading.erase(layer.id);
    m_drafts.erase(layer.id);
    m_offers.drop(layer.id);
    const auto known = m_loaded.find(layer.id);
    catalogue::LoadedLayer loaded =
        known != m_loaded.end() ? known->second : catalogue::LoadedLayer();
    loaded.layer = layer;
    const bool isShown = loaded.features || loaded.raster;
    if (!cancelled || !isShown) {
        loaded.state = cancelled ? catalogue::LayerState::Cancelled : catalogue::LayerState::Failed;
        loaded.problem = problem;
    }
    take(std::move(loaded));
    Q_EMIT draftsChanged();
}

bool OpenLayers::isDrawn(base::Id layer) const
{
    const auto loaded = m_loaded.find(layer);
    return loaded != m_loaded.end() && !m_preparing.contains(layer) &&
           (loaded->second.features || loaded->second.raster);
}

std::vector<std::shared_ptr<const geo::FeatureTable>> OpenLayers::drafts(base::Id layer) const
{
    const auto found = m_drafts.find(layer);
    return found == m_drafts.end() ? std::vector<std::shared_ptr<const geo::FeatureTable>>()
                                   : found->second;
}

LayerStanding OpenLayers::standing(base::Id layer) const
{
    const auto known = m_loaded.find(layer);
    if (m_reading.contains(layer) || known == m_loaded.end())
        return {LayerStanding::Reading, {}};
    LayerStanding standing{standingOf(known->second.state), known->second.problem};
    if (const auto found = m_preparing.find(layer); found != m_preparing.end()) {
        const Preparation& preparation = found->second;
        if (preparation.run != 0)
            return {LayerStanding::Preparing, standing.problem};
        standing.state = preparation.cancelled ? LayerStanding::Cancelled : LayerStanding::NotDrawn;
        standing.problem = preparation.problem;
    }
    const auto file = m_files.find(layer);
    if (file != m_files.end() && isDrawn(layer))
        return file->second == catalogue::FileState::Gone
                   ? LayerStanding{LayerStanding::Missing,
                                   tr("The file “%1” is gone. What was read of it is shown. Put "
                                      "it back, or choose where it is now in the menu of this row.")
                                       .arg(QDir::toNativeSeparators(known->second.file))}
                   : LayerStanding{LayerStanding::Changed,
                                   tr("The file “%1” changed while it was shown. The map shows "
                                      "what was read before; “Read again”, in the menu of this "
                                      "row, shows what it holds now.")
                                       .arg(QDir::toNativeSeparators(known->second.file))};
    if (standing.state == LayerStanding::Cancelled)
        standing.problem = tr("Reading this layer was cancelled. “Read again”, in the menu of its "
                              "row, begins anew.");
    return standing;
}

} // namespace widgets
