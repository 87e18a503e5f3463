// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/layer.h"
#include "geo/prepared_layer.h"
#include "widgets/file_watch.h"
#include "widgets/job.h"
#include "widgets/layer_offers.h"

#include <QObject>
#include <map>

namespace widgets {

class Workspace;

// How it stands with a layer of the open project, for its row.
struct LayerStanding
{
    enum State { Reading, Preparing, Ready, Missing, Changed, Failed, NotDrawn, Cancelled };
    State state = Reading;
    QString problem; // for a person, with what can be done; empty where there is none
};

// The layers of the open project in memory: read from their files, made ready for the map's CRS and
// checked, each by jobs of its own, which nothing that is done on the map begins anew. What was
// cancelled or failed waits until somebody asks for it again. The workspace owns it and passes on
// what it says.
class OpenLayers : public QObject
{
    Q_OBJECT

public:
    OpenLayers(Workspace& workspace, const std::shared_ptr<geo::LayerStore>& store,
               const std::shared_ptr<geo::PreparedCache>& prepared);

    void forget(); // another project is open, or none
    // Goes by what the project says now: reads what is new or has another content, and makes
    // ready what is not for the map's CRS.
    void refresh();
    // Reads a layer anew, whatever came of it before; what is shown of it stays until then.
    void readAgain(base::Id layer);

    const std::map<base::Id, catalogue::LoadedLayer>& loaded() const { return m_loaded; }
    std::vector<std::shared_ptr<const geo::FeatureTable>> drafts(base::Id layer) const;
    LayerStanding standing(base::Id layer) const;
    // False while it is not ready for the map's CRS: there are drafts of it at most.
    bool isDrawn(base::Id layer) const;

    LayerOffers& offers() { return m_offers; }
    const LayerOffers& offers() const { return m_offers; }
    catalogue::LayerCache cacheOf(quint64 offer); // for proposeLayer()

    // Whether the files that are shown are still what was read; also done now and then by itself.
    void lookAtFiles() { m_watch.look(); }

Q_SIGNALS:
    void changed(); // a layer was read, or it stands otherwise with one
    void draftsChanged();
    void contentChanged(); // after changed(): what can be reckoned with is different

private:
    struct Reading
    {
        catalogue::Layer layer; // as it was when it was begun
        quint64 run = 0;
        std::shared_ptr<base::Progress> progress;
    };
    // Of a layer, and of what was read of it, for one CRS of the map.
    struct Preparation
    {
        std::shared_ptr<const geo::FeatureTable> features;
        QString target;
        quint64 run = 0;
        std::shared_ptr<base::Progress> progress; // while it goes on
        bool cancelled = false;
        QString problem; // where it failed
    };
    using Draft = std::shared_ptr<const geo::FeatureTable>;
    const catalogue::Layer* wanted(base::Id layer) const;
    void fetch(const catalogue::Layer& layer);
    std::vector<FileWatch::File> files() const;
    void takeLook(const std::vector<FileWatch::File>& files);
    void read(const catalogue::LayerContent& content, quint64 run);
    void keepShown(catalogue::LoadedLayer& loaded) const;
    std::function<void(Draft)> draftTaker(base::Id layer, quint64 run);
    void prepare(const catalogue::LoadedLayer& loaded);
    void takePreparation(base::Id layer, quint64 run, const Outcome<std::monostate>& outcome);
    void checkSoon(base::Id layer);
    void check(const catalogue::LoadedLayer& before, const catalogue::LayerContent& content);
    bool isAwaited(base::Id layer, quint64 run) const;
    void take(catalogue::LoadedLayer loaded);
    void takeFailure(const catalogue::Layer& layer, bool cancelled, const QString& problem);

    Workspace& m_workspace;
    std::shared_ptr<geo::LayerStore> m_store;
    std::shared_ptr<geo::PreparedCache> m_prepared;
    std::map<base::Id, catalogue::LoadedLayer> m_loaded;
    std::map<base::Id, std::vector<Draft>> m_drafts;
    std::map<base::Id, Reading> m_reading;
    std::map<base::Id, Preparation> m_preparing; // or not prepared, and waiting
    std::map<base::Id, catalogue::LayerContent> m_unchecked;
    LayerOffers m_offers;
    std::map<base::Id, catalogue::FileState> m_files; // where they are not as they were
    FileWatch m_watch;
    quint64 m_runs = 0;
    quint64 m_opened = 0; // counts projects, so that what was begun for another one is dropped
};

} // namespace widgets
