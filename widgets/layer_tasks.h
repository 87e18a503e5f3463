// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/crs_question.h"
#include "widgets/sublayer_dialog.h"
#include "widgets/workspace.h"

#include <QObject>
#include <deque>

class QMainWindow;

namespace widgets {

// Adds files as layers, one after the other: looks into each, asks which of its layers are wanted
// and in which CRS they are where that is in doubt, and gives the workspace one change with all of
// them at the end. Cancel leaves out what was asked about and goes on with the rest.
class LayerTasks : public QObject
{
    Q_OBJECT

public:
    LayerTasks(Workspace& workspace, QMainWindow& window);
    void add(const QStringList& files);
    // Asks where the file of a layer is now; one that holds something else only after a question.
    void relocate(base::Id layer);

private:
    struct Wanted
    {
        QString file;
        QString sublayer;            // empty: the only one
        std::optional<geo::Crs> crs; // that a person said
    };
    struct Proposed
    {
        catalogue::LayerProposal proposal;
        std::optional<CrsAsked> asked; // where the CRS is in doubt
    };
    void next();
    void lookInto(const QString& file);
    void chooseSublayers(const QString& file, const geo::SourceLayers& found);
    void propose(const Wanted& wanted);
    void ask(const Wanted& wanted, const Proposed& proposed);
    void finish();
    void relocate(const catalogue::LayerRelocation& moved);

    Workspace& m_workspace;
    QMainWindow& m_window;
    bool m_busy = false;
    QString m_project; // that the layers are for
    std::deque<QString> m_files;
    std::deque<Wanted> m_wanted;
    std::vector<catalogue::Layer> m_ready;
    std::optional<geo::Crs> m_forOthers; // said for all that state none, until the end
};

} // namespace widgets
