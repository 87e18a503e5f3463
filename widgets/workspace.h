// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/access.h"
#include "catalogue/author.h"
#include "catalogue/sentence.h"
#include "catalogue/site_import.h"
#include "geo/identify.h"
#include "geo/layer_store.h"
#include "geo/prepared_layer.h"
#include "widgets/file_thread.h"
#include "widgets/job.h"
#include "widgets/open_layers.h"
#include "widgets/project_state.h"

#include <QObject>
#include <set>

namespace widgets {

// The open project, what is selected in it and who works on it. It alone changes the file, on the
// file's own thread, and says by signals what is different now; panels listen to it and know no
// other panel.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    Jobs& jobs() { return m_jobs; }

    // Opening and making files; projectChanged or failed tells how it went.
    void open(const QString& path, catalogue::OpenMode mode = catalogue::OpenMode::ReadWrite);
    // Makes a file of an older version, or one that a GIS left in another state, fit to be written
    // (catalogue::migrate()), and opens it.
    void bringUpToDate(const QString& path);
    void create(const QString& path, const QString& title);
    void createSample(const QString& path);
    void close();

    bool isOpen() const { return m_state != nullptr; }
    bool isReadOnly() const { return m_state != nullptr && m_state->info.readOnly; }
    const QString& path() const { return m_path; }
    // Of the open project; only while isOpen().
    const ProjectState& state() const { return *m_state; }
    const std::map<base::Id, catalogue::LoadedLayer>& layers() const { return m_layers->loaded(); }
    // What was made ready for the map; the map keeps it.
    const std::shared_ptr<geo::PreparedCache>& prepared() const { return m_prepared; }
    // What a layer's features are at a place, as the map shows them (geo::identify()); nothing
    // until it does.
    std::vector<geo::Identified> featuresAt(const catalogue::LoadedLayer& layer, QPointF lonLat,
                                            double toleranceMetres) const;
    // The layers in memory, for those who add some and for the map.
    OpenLayers& openLayers() { return *m_layers; }
    const OpenLayers& openLayers() const { return *m_layers; }
    // Cooked layers kept from earlier days.
    geo::LayerStore& layerStore() { return *m_store; }
    // nullptr until the first evaluation is there.
    const shortlist::Evaluation* evaluation() const { return m_evaluation.get(); }
    const shortlist::Round* evaluatedRound() const { return m_evaluatedRound.get(); }

    const catalogue::Author& author() const { return m_author; }
    void setAuthor(const catalogue::Author& author);
    base::Language language() const { return m_words->language(); }
    const base::Translation& words() const { return *m_words; }
    void setLanguage(base::Language language);

    const catalogue::SiteFilter& filter() const { return m_filter; }
    void setFilter(const catalogue::SiteFilter& filter);
    const std::vector<size_t>& shownRows() const { return m_shownRows; }

    // How the sites are drawn: what is tried at the moment, else what the project says.
    const catalogue::SiteDisplay& siteDisplay() const;
    void trySiteDisplay(const std::optional<catalogue::SiteDisplay>& display);
    bool setSiteDisplay(const catalogue::SiteDisplay& display); // as edit()

    const std::set<base::Id>& selectedSites() const { return m_selectedSites; }
    void selectSites(const std::set<base::Id>& sites);
    // Selects a site, and takes the filter away where it hides it.
    void showSite(base::Id site);
    std::optional<base::Id> selectedProject() const { return m_selectedProject; }
    void selectProject(const std::optional<base::Id>& project);
    std::optional<QPointF> place() const { return m_place; }
    double placeReach() const { return m_placeReach; } // metres: what lies so near is meant as well
    void selectPlace(const std::optional<QPointF>& lonLat, double reachMetres);

    // One change, one entry of the journal; done on the file's thread, in order. False: nobody has
    // said yet who they act as, and nothing is done.
    bool edit(const catalogue::Sentence& sentence, bool changesSites,
              std::function<void(catalogue::Edit&)> work);
    // Imports tables of sites as a job that is shown and can be cancelled; one entry. Says by
    // imported() or failed() what came of it.
    bool importSites(const std::vector<catalogue::ImportStep>& steps);
    bool undo();
    bool redo();
    // Takes what another program changed into the journal, or turns it back.
    bool settleOutsideChanges(bool takeIn);
    // Turns an older entry round (ProjectFile::revert()).
    bool revert(const QString& entryHash, const QString& reason);
    // A layer as it would look after a change that a person is still making: the map shows it so,
    // the file knows nothing of it. One at a time.
    void preview(const catalogue::Layer& layer);
    void endPreview();     // the map shows again what stands in the file
    void awaitPreviewed(); // the change was given to edit(): the preview ends when it stands
    const catalogue::Layer* previewed(base::Id layer) const;
    // True while changes are on their way to the disk.
    bool isSaving() const { return m_pending > 0; }

    // Reads from the file and hands the result to `receiver`'s thread, if it still lives.
    template <class Work, class Done>
    void read(Work work, QObject* receiver, Done done)
    {
        using Result = std::invoke_result_t<Work, const catalogue::ReadAccess&>;
        m_jobs.run(
            {}, m_files.executor(),
            [this, work = std::move(work)](base::Progress&) {
                std::optional<Result> result;
                if (m_files.file())
                    m_files.file()->read(
                        [&](const catalogue::ReadAccess& access) { result = work(access); });
                return result;
            },
            receiver,
            [done = std::move(done)](Outcome<std::optional<Result>> outcome) {
                if (outcome.ok() && *outcome.value)
                    done(std::move(**outcome.value));
            });
    }
    // The same of the file itself, as a job that is shown and can be cancelled.
    template <class Work, class Done>
    void ask(const QString& title, Work work, QObject* receiver, Done done)
    {
        using Result = std::invoke_result_t<Work, const catalogue::ProjectFile&, base::Progress&>;
        m_jobs.run(
            title, m_files.executor(),
            [this, work = std::move(work)](base::Progress& progress) {
                return m_files.file() ? std::optional<Result>(work(*m_files.file(), progress))
                                      : std::nullopt;
            },
            receiver,
            [this, done = std::move(done)](Outcome<std::optional<Result>> outcome) {
                if (outcome.ok() && *outcome.value)
                    done(std::move(**outcome.value));
                else if (!outcome.ok() && !outcome.cancelled)
                    Q_EMIT failed(outcome.message, outcome.cause);
            });
    }
    // The whole journal, oldest first.
    void readHistory(QObject* receiver, std::function<void(std::vector<catalogue::Entry>)> done);
    QString sentenceText(const catalogue::Sentence& sentence) const;

    // The open project's file, on its own thread: for reports and layers.
    Executor fileExecutor() { return m_files.executor(); }
    const catalogue::ProjectFile& fileInItsThread() { return *m_files.file(); }

Q_SIGNALS:
    void projectChanged(); // another project is open, or none
    void stateChanged();   // something in it is different
    void layersChanged();  // a layer was read, or it stands otherwise with one
    void draftsChanged();
    void previewChanged();
    void evaluationChanged();
    void filterChanged(); // or the rows it lets through
    void selectionChanged();
    void siteDisplayChanged(); // that is tried
    void authorChanged();
    void languageChanged();
    void savingChanged();
    void imported(const catalogue::ImportOutcome& outcome);
    void failed(const QString& message, const QString& cause); // an edit or an opening
    // A project was not opened, for a reason that there may be a way round.
    void openingFailed(const QString& path, catalogue::FileProblem::Kind kind,
                       const QString& message, const QString& cause);
    void authorNeeded();

private:
    using State = std::shared_ptr<const ProjectState>;
    void openAfter(const QString& path, catalogue::OpenMode mode, const QString& title,
                   std::function<void(base::Progress&)> before);
    void take(Outcome<State> outcome, bool otherProject);
    // With a title it is shown to the person, who can cancel it.
    void change(std::function<void(catalogue::ProjectFile&, base::Progress&)> work,
                bool changesSites, const QString& title = {});
    bool turn(std::function<catalogue::Entry(catalogue::ProjectFile&, base::Progress&)> work);
    void loadLayers();
    void evaluate();
    void applyFilter();

    Jobs m_jobs;
    FileThread m_files;
    std::unique_ptr<base::Translation> m_words;
    QString m_path;
    State m_state;
    std::shared_ptr<geo::LayerStore> m_store;
    std::shared_ptr<geo::PreparedCache> m_prepared;
    OpenLayers* m_layers; // a child, so that it outlives the jobs that tell it of drafts
    std::shared_ptr<const shortlist::Round> m_evaluatedRound;
    std::shared_ptr<const shortlist::Evaluation> m_evaluation;
    std::shared_ptr<base::Progress> m_evaluating;
    catalogue::Author m_author;
    catalogue::SiteFilter m_filter;
    std::vector<size_t> m_shownRows;
    std::optional<catalogue::SiteDisplay> m_triedDisplay;
    std::set<base::Id> m_selectedSites;
    std::optional<base::Id> m_selectedProject;
    std::optional<QPointF> m_place;
    double m_placeReach = 0;
    std::optional<catalogue::Layer> m_preview;
    bool m_previewAwaited = false; // it ends with the next state of the file
    int m_pending = 0;
    quint64 m_opened = 0; // counts projects, so that what was begun for another one is dropped
};

} // namespace widgets
