// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/file_drop.h"
#include "widgets/workspace.h"

class QMainWindow;

namespace widgets {

class WindowTasks;

// What happens to files that were dropped on the window: a project is opened, a table imported,
// everything else added as a layer; where it can be both, a person is asked.
class DropTasks : public QObject
{
    Q_OBJECT

public:
    DropTasks(Workspace& workspace, WindowTasks& tasks, QMainWindow& window);
    void take(const QStringList& paths);

private:
    struct Dropped
    {
        QString path;
        DropKind kind = DropKind::Layer;
    };
    void sort(const std::vector<Dropped>& files);

    Workspace& m_workspace;
    WindowTasks& m_tasks;
    QMainWindow& m_window;
};

} // namespace widgets
