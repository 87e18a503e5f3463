// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drop_tasks.h"

#include "widgets/message.h"
#include "widgets/window_tasks.h"

#include <QFileInfo>
#include <QMainWindow>

namespace widgets {

DropTasks::DropTasks(Workspace& workspace, WindowTasks& tasks, QMainWindow& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_tasks(tasks)
    , m_window(window)
{
}

void DropTasks::take(const QStringList& paths)
{
    const QStringList files = withoutSideFiles(paths);
    m_workspace.jobs().run(
        tr("Looking at what was dropped"), threadPool(),
        [files](base::Progress& progress) {
            std::vector<Dropped> found;
            for (const QString& file : files) {
                progress.check();
                found.push_back({file, dropKindOf(file)});
            }
            return found;
        },
        this,
        [this](const Outcome<std::vector<Dropped>>& found) {
            if (found.ok())
                sort(*found.value);
            else if (!found.cancelled)
                showProblem(&m_window, found.message, found.cause);
        });
}

void DropTasks::sort(const std::vector<Dropped>& files)
{
    for (const Dropped& file : files)
        if (file.kind == DropKind::Project) {
            if (files.size() > 1)
                showInformation(&m_window,
                                tr("A project file is opened alone. Drop the other files again "
                                   "when it is open."));
            m_tasks.openPath(file.path);
            return;
        }
    if (!m_workspace.isOpen()) {
        showInformation(&m_window, tr("Open a project first, or make one: layers and sites are "
                                      "added to it."));
        return;
    }
    QStringList layers;
    QStringList tables;
    for (const Dropped& file : files) {
        const QString name = QFileInfo(file.path).fileName();
        switch (file.kind) {
        case DropKind::Table:
            tables << file.path;
            break;
        case DropKind::Either: {
            const int answer =
                choose(&m_window,
                       tr("“%1” is a table with positions. Import its rows as sites of the "
                          "catalogue, or show it on the map as a layer?")
                           .arg(name),
                       {tr("As &sites"), tr("As a &layer")});
            if (answer >= 0)
                (answer == 0 ? tables : layers) << file.path;
            break;
        }
        default:
            layers << file.path;
        }
    }
    if (!layers.isEmpty())
        m_tasks.addLayerFiles(layers);
    for (const QString& table : tables)
        m_tasks.importTable(table);
}

} // namespace widgets
