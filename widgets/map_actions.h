// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/map_bookmarks.h"
#include "catalogue/map_themes.h"
#include "widgets/view_history.h"
#include "widgets/workspace.h"

#include <QObject>
#include <vector>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QTimer;

namespace widgets {

class MapCanvas;
class OverviewInset;
class MapLink;

// The menu of the map: where it looks, what is drawn over it, tools that take the mouse, bookmarks
// and themes.
class MapActions : public QObject
{
    Q_OBJECT

public:
    // Puts its menu before `before` in the window's menu bar.
    MapActions(Workspace& workspace, MapCanvas& canvas, MapLink& link, QMainWindow& window,
               QAction* before);

    QAction* previousView;
    QAction* nextView;
    QAction* zoomSelection;
    QAction* zoomBox;
    QAction* goTo;
    QAction* copyPlace;
    QAction* graticule;
    QAction* overview;
    QAction* clustered;
    QAction* siteDisplay;
    QAction* measureLength;
    QAction* measureArea;
    QAction* addBookmark;
    QAction* addTheme;
    QMenu* menu() const { return m_menu; }
    QMenu* themesMenu() const { return m_themesMenu; }
    QMenu* swipeMenu() const { return m_swipeMenu; }

    void retranslate();
    void editSiteDisplay();

Q_SIGNALS:
    void done(const QString& sentence); // for the foot of the window

private:
    QAction* make(const char* icon, const char* shortcut);
    void refresh();
    void readLists();
    void fillLists();
    void fillSwipe();
    void step(bool forwards);
    // The tool of a checkable action; nullptr: the one that every map begins with.
    void useTool(QAction* action);
    void askBookmark();
    void askTheme();
    QString askName(const QString& title, const QString& label, const QString& proposal,
                    const std::vector<QString>& taken);
    void showDecorations();

    Workspace& m_workspace;
    MapCanvas& m_canvas;
    MapLink& m_link;
    QMainWindow& m_window;
    QMenu* m_menu;
    QMenu* m_bookmarksMenu;
    QMenu* m_themesMenu;
    QMenu* m_swipeMenu;
    QActionGroup* m_swipeGroup = nullptr;
    ViewHistory m_history;
    QTimer* m_resting;
    OverviewInset* m_overview;
    std::vector<catalogue::MapBookmark> m_bookmarks;
    std::vector<catalogue::MapTheme> m_themes;
};

} // namespace widgets
