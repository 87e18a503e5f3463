// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QObject>
#include <array>

class QAction;
class QActionGroup;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace widgets {

// What can be done in the window, each with a menu entry, a shortcut and words. The window says
// what they do; here is how they are called, and when they can be done at all.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    enum Step { MapStep, CatalogueStep, ScreenStep, ScoreStep, AgreeStep, ReportStep, Steps };

    WindowActions(Workspace& workspace, QMainWindow& window); // fills its menu bar

    QAction* newFile;
    QAction* open;
    QAction* sample;
    QAction* settings;
    QAction* printMap;
    QAction* exportPdf;
    QAction* exportCsv;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* history;
    QAction* find;
    QAction* author;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* zoomAll;
    QAction* importSites;
    QAction* mendRows;
    QAction* checkData;
    QAction* addSite;
    QAction* editSite;
    QAction* removeSite;
    QAction* addLayer;
    QAction* newProject;
    QAction* editProject;
    QAction* removeProject;
    QAction* english;
    QAction* spanish;
    std::array<QAction*, Steps> steps;
    QMenu* viewMenu; // for what else can be shown and hidden

    QAction* catalogueMenu() const; // where another menu can be put before it

    void retranslate();
    void refresh(); // what can be done now

private:
    QAction* make(const char* icon, const QKeySequence& shortcut);

    Workspace& m_workspace;
    QMainWindow& m_window;
    QMenu* m_fileMenu;
    QMenu* m_editMenu;
    QMenu* m_siteMenu;
    QMenu* m_projectMenu;
    QMenu* m_languageMenu;
};

} // namespace widgets
