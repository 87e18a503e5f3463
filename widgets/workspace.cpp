// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace.h"

#include "catalogue/migration.h"
#include "catalogue/sample_sites.h"
#include "catalogue/vocabulary.h"
#include "geo/feature_layer.h"
#include "shortlist/sample.h"

#include <algorithm>
#include <numeric>

namespace widgets {

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_words(std::make_unique<base::Translation>(base::Language::English))
    , m_store(geo::LayerStore::ofUser())
    , m_prepared(std::make_shared<geo::PreparedCache>())
    , m_layers(new OpenLayers(*this, m_store, m_prepared))
{
    connect(m_layers, &OpenLayers::changed, this, &Workspace::layersChanged);
    connect(m_layers, &OpenLayers::draftsChanged, this, &Workspace::draftsChanged);
    connect(m_layers, &OpenLayers::contentChanged, this, &Workspace::evaluate);
}

Workspace::~Workspace()
{
    m_jobs.cancelAll();
}

void Workspace::open(const QString& path, catalogue::OpenMode mode)
{
    openAfter(path, mode, tr("Opening the project"), [](base::Progress&) {});
}

void Workspace::bringUpToDate(const QString& path)
{
    openAfter(path, catalogue::OpenMode::ReadWrite, tr("Bringing the project up to date"),
              [path](base::Progress& progress) { catalogue::migrate(path, progress); });
}

void Workspace::openAfter(const QString& path, catalogue::OpenMode mode, const QString& title,
                          std::function<void(base::Progress&)> before)
{
    m_jobs.run(
        title, m_files.executor(),
        [this, path, mode, before = std::move(before)](base::Progress& progress) -> State {
            before(progress);
            auto file = catalogue::ProjectFile::open(path, mode, progress);
            State state = readState(*file, nullptr, true, progress);
            m_files.file() = std::move(file);
            return state;
        },
        this,
        [this, path](Outcome<State> outcome) {
            if (outcome.fileProblem)
                Q_EMIT openingFailed(path, *outcome.fileProblem, outcome.message, outcome.cause);
            else
                take(std::move(outcome), true);
        });
}

void Workspace::create(const QString& path, const QString& title)
{
    if (m_author.name.isEmpty()) {
        Q_EMIT authorNeeded();
        return;
    }
    m_jobs.run(
        tr("Making the project file"), m_files.executor(),
        [this, path, title, author = m_author](base::Progress& progress) -> State {
            auto file = catalogue::ProjectFile::create(path, title, author);
            catalogue::addBoundaries(*file, author, progress);
            State state = readState(*file, nullptr, true, progress);
            m_files.file() = std::move(file);
            return state;
        },
        this, [this](Outcome<State> outcome) { take(std::move(outcome), true); });
}

void Workspace::createSample(const QString& path)
{
    m_jobs.run(
        tr("Building the sample project"), m_files.executor(),
        [this, path](base::Progress& progress) -> State {
            shortlist::createSample(path, {QStringLiteral("US"), QStringLiteral("Veta")}, progress);
            auto file =
                catalogue::ProjectFile::open(path, catalogue::OpenMode::ReadWrite, progress);
            State state = readState(*file, nullptr, true, progress);
            m_files.file() = std::move(file);
            return state;
        },
        this, [this](Outcome<State> outcome) { take(std::move(outcome), true); });
}

void Workspace::close()
{
    m_files.post([](FileThread::File& file) { file.reset(); });
    Outcome<State> nothing;
    nothing.value.emplace(nullptr);
    take(std::move(nothing), true);
}

void Workspace::take(Outcome<State> outcome, bool otherProject)
{
    if (!outcome.ok()) {
        if (m_previewAwaited)
            endPreview();
        m_layers->offers().withdrawAll(); // they may have been what was to be added
        constexpr size_t Most = 8;
        QString message = outcome.message;
        for (size_t i = 0; i < std::min(Most, outcome.inTheWay.size()); ++i)
            message += QStringLiteral("\n• %1 (%2)")
                           .arg(sentenceText(outcome.inTheWay[i].sentence),
                                catalogue::toText(outcome.inTheWay[i].author));
        if (outcome.inTheWay.size() > Most)
            message += QStringLiteral("\n• …");
        if (!outcome.cancelled)
            Q_EMIT failed(message, outcome.cause);
        return;
    }
    m_state = std::move(*outcome.value);
    if (otherProject) {
        m_preview.reset();
        ++m_opened;
        m_path = m_state ? m_state->info.path : QString();
        m_layers->forget();
        m_evaluation.reset();
        m_evaluatedRound.reset();
        m_filter = {};
        m_selectedSites.clear();
        m_selectedProject.reset();
        m_place.reset();
        m_shownRows.clear();
    }
    applyFilter();
    if (otherProject) {
        Q_EMIT projectChanged();
        Q_EMIT selectionChanged();
    }
    Q_EMIT stateChanged();
    Q_EMIT filterChanged();
    loadLayers();
    evaluate();
}

void Workspace::preview(const catalogue::Layer& layer)
{
    m_preview = layer;
    m_previewAwaited = false;
    Q_EMIT previewChanged();
}

void Workspace::endPreview()
{
    if (!m_preview)
        return;
    m_preview.reset();
    m_previewAwaited = false;
    Q_EMIT previewChanged();
}

void Workspace::awaitPreviewed()
{
    m_previewAwaited = m_preview.has_value();
}

const catalogue::Layer* Workspace::previewed(base::Id layer) const
{
    return m_preview && m_preview->id == layer ? &*m_preview : nullptr;
}

void Workspace::setAuthor(const catalogue::Author& author)
{
    m_author = author;
    Q_EMIT authorChanged();
}

void Workspace::setLanguage(base::Language language)
{
    m_words.reset(); // the old one is taken out of the program first
    m_words = std::make_unique<base::Translation>(language);
    m_words->install();
    Q_EMIT languageChanged();
    evaluate();
}

void Workspace::setFilter(const catalogue::SiteFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    applyFilter();
    Q_EMIT filterChanged();
}

void Workspace::applyFilter()
{
    if (m_state)
        m_shownRows = catalogue::filtered(*m_state->sites, m_filter);
    else
        m_shownRows.clear();
}

const catalogue::SiteDisplay& Workspace::siteDisplay() const
{
    return m_triedDisplay ? *m_triedDisplay : m_state->siteDisplay;
}

void Workspace::trySiteDisplay(const std::optional<catalogue::SiteDisplay>& display)
{
    if (m_triedDisplay == display)
        return;
    m_triedDisplay = display;
    if (isOpen())
        Q_EMIT siteDisplayChanged();
}

bool Workspace::setSiteDisplay(const catalogue::SiteDisplay& display)
{
    if (display == m_state->siteDisplay)
        return true;
    return edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed how sites are drawn")), {}},
                false,
                [display](catalogue::Edit& edit) { catalogue::writeSiteDisplay(edit, display); });
}

void Workspace::selectSites(const std::set<base::Id>& sites)
{
    if (sites == m_selectedSites && !m_place)
        return;
    m_selectedSites = sites;
    m_place.reset();
    Q_EMIT selectionChanged();
}

void Workspace::showSite(base::Id site)
{
    const auto row = m_state ? m_state->sites->rowOf(site) : std::nullopt;
    if (!row)
        return;
    if (!std::binary_search(m_shownRows.begin(), m_shownRows.end(), *row))
        setFilter({});
    selectSites({site});
}

void Workspace::selectProject(const std::optional<base::Id>& project)
{
    if (project == m_selectedProject)
        return;
    m_selectedProject = project;
    Q_EMIT selectionChanged();
}

void Workspace::selectPlace(const std::optional<QPointF>& lonLat, double reachMetres)
{
    m_place = lonLat;
    m_placeReach = reachMetres;
    m_selectedSites.clear();
    Q_EMIT selectionChanged();
}

void Workspace::change(std::function<void(catalogue::ProjectFile&, base::Progress&)> work,
                       bool changesSites, const QString& title)
{
    ++m_pending;
    Q_EMIT savingChanged();
    m_jobs.run(
        title, m_files.executor(),
        [this, work = std::move(work), changesSites,
         previous = m_state](base::Progress& progress) -> State {
            work(*m_files.file(), progress);
            return readState(*m_files.file(), previous.get(), changesSites, progress);
        },
        this,
        [this, opened = m_opened](Outcome<State> outcome) {
            --m_pending;
            Q_EMIT savingChanged();
            if (opened == m_opened)
                take(std::move(outcome), false);
        });
}

bool Workspace::edit(const catalogue::Sentence& sentence, bool changesSites,
                     std::function<void(catalogue::Edit&)> work)
{
    if (!m_state)
        return false;
    if (m_author.name.isEmpty()) {
        Q_EMIT authorNeeded();
        return false;
    }
    change([sentence, work = std::move(work), author = m_author](
               catalogue::ProjectFile& file,
               base::Progress&) { file.edit(author, catalogue::EntryKind::Edit, sentence, work); },
           changesSites);
    return true;
}

bool Workspace::importSites(const std::vector<catalogue::ImportStep>& steps)
{
    if (!m_state)
        return false;
    if (m_author.name.isEmpty()) {
        Q_EMIT authorNeeded();
        return false;
    }
    struct Result
    {
        State state;
        catalogue::ImportOutcome outcome;
    };
    ++m_pending;
    Q_EMIT savingChanged();
    const QString title = tr("Importing %1").arg(steps.front().table->fileName());
    m_jobs.run(
        title, m_files.executor(),
        [this, steps, author = m_author, previous = m_state](base::Progress& progress) {
            Result result;
            result.outcome = catalogue::importSites(*m_files.file(), author, steps, progress);
            // What was imported stands now, so reading it is no longer to be cancelled.
            base::Progress reading;
            result.state = readState(*m_files.file(), previous.get(), true, reading);
            return result;
        },
        this,
        [this, opened = m_opened](Outcome<Result> done) {
            --m_pending;
            Q_EMIT savingChanged();
            if (opened != m_opened)
                return;
            Outcome<State> state;
            state.cancelled = done.cancelled;
            state.message = done.message;
            state.cause = done.cause;
            if (done.ok())
                state.value = done.value->state;
            take(std::move(state), false);
            if (done.ok())
                Q_EMIT imported(done.value->outcome);
        });
    return true;
}

bool Workspace::undo()
{
    return m_state && m_state->undoable &&
           turn([author = m_author](catalogue::ProjectFile& file, base::Progress& progress) {
               return file.undo(author, progress);
           });
}

bool Workspace::redo()
{
    return m_state && m_state->redoable &&
           turn([author = m_author](catalogue::ProjectFile& file, base::Progress& progress) {
               return file.redo(author, progress);
           });
}

bool Workspace::revert(const QString& entryHash, const QString& reason)
{
    return m_state && turn([author = m_author, entryHash, reason](catalogue::ProjectFile& file,
                                                                  base::Progress& progress) {
               return file.revert(author, entryHash, reason, progress);
           });
}

bool Workspace::settleOutsideChanges(bool takeIn)
{
    if (m_author.name.isEmpty()) {
        Q_EMIT authorNeeded();
        return false;
    }
    change(
        [author = m_author, takeIn](catalogue::ProjectFile& file, base::Progress& progress) {
            if (takeIn)
                file.adoptOutsideChanges(author, progress);
            else
                file.revertOutsideChanges(progress);
        },
        true, tr("Settling what another program changed"));
    return true;
}

bool Workspace::turn(std::function<catalogue::Entry(catalogue::ProjectFile&, base::Progress&)> work)
{
    if (m_author.name.isEmpty()) {
        Q_EMIT authorNeeded();
        return false;
    }
    change([work = std::move(work)](catalogue::ProjectFile& file,
                                    base::Progress& progress) { work(file, progress); },
           true, tr("Turning a change round"));
    return true;
}

void Workspace::readHistory(QObject* receiver,
                            std::function<void(std::vector<catalogue::Entry>)> done)
{
    m_jobs.run(
        {}, m_files.executor(),
        [this](base::Progress&) {
            return m_files.file() ? m_files.file()->history() : std::vector<catalogue::Entry>();
        },
        receiver,
        [done = std::move(done)](Outcome<std::vector<catalogue::Entry>> outcome) {
            if (outcome.ok())
                done(std::move(*outcome.value));
        });
}

QString Workspace::sentenceText(const catalogue::Sentence& sentence) const
{
    return catalogue::toText(
        sentence,
        [this](const QString& text) { return m_words->text("Journal", text.toUtf8().constData()); },
        [this](const QString& vocabulary, const QString& key) {
            const catalogue::Vocabulary* found = catalogue::vocabularyNamed(vocabulary);
            return found != nullptr ? found->label(key, language()) : key;
        });
}

void Workspace::loadLayers()
{
    if (!m_state)
        return;
    if (m_previewAwaited)
        m_preview.reset(); // it stands now
    m_previewAwaited = false;
    m_layers->refresh();
}

std::vector<geo::Identified> Workspace::featuresAt(const catalogue::LoadedLayer& layer,
                                                   QPointF lonLat, double toleranceMetres) const
{
    const auto cooked =
        layer.features ? m_prepared->layerIfReady(layer.features, m_state->toMap) : nullptr;
    if (!cooked)
        return {};
    QPointF place = lonLat;
    m_state->toMap.forward(std::span(&place, 1));
    return geo::identify(*cooked, place, toleranceMetres / m_state->mapCrs.metresPerUnit());
}

void Workspace::evaluate()
{
    if (m_evaluating)
        m_evaluating->cancel();
    m_evaluating.reset();
    if (!m_state)
        return;
    shortlist::Round round = m_state->round;
    std::map<base::Id, std::shared_ptr<const geo::FeatureTable>> needed;
    for (const base::Id id : round.layersNeeded()) {
        const auto layer = layers().find(id);
        if (layer == layers().end()) {
            for (const catalogue::Layer& each : m_state->layers)
                if (each.id == id)
                    return; // it is being read; evaluate() is called again then
        } else if (layer->second.features) {
            needed[id] = layer->second.features;
        }
    }
    using Result = std::pair<std::shared_ptr<const shortlist::Round>,
                             std::shared_ptr<const shortlist::Evaluation>>;
    m_evaluating = m_jobs.run(
        {}, threadPool(),
        [round = std::move(round), needed = std::move(needed),
         language = language()](base::Progress& progress) mutable -> Result {
            for (const auto& [id, features] : needed)
                if (auto whole = catalogue::measurableFeatures(features, progress))
                    round.layers[id] = std::move(whole);
            const base::Translation words(language);
            auto evaluation = std::make_shared<const shortlist::Evaluation>(
                shortlist::evaluate(round, words, progress));
            return {std::make_shared<const shortlist::Round>(round), evaluation};
        },
        this,
        [this, opened = m_opened](Outcome<Result> outcome) {
            if (!outcome.ok() || opened != m_opened)
                return;
            m_evaluatedRound = outcome.value->first;
            m_evaluation = outcome.value->second;
            Q_EMIT evaluationChanged();
        });
}

} // namespace widgets
