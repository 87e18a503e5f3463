// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window_actions.h"
#include "widgets/workspace.h"

#include <QMainWindow>
#include <array>

class QDockWidget;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace widgets {

class CriteriaPanel;
class DataCheckPanel;
class LayerPanel;
class LegendPanel;
class MapCanvas;
class MapActions;
class MapLink;
class RankingPanel;
class RecordPanel;
class ReportPanel;
class SearchBox;
class SitePanel;
class StatusLine;
class WelcomePage;
class WindowTasks;

// The window: the map in the middle, panels around it, the steps of the work above. It puts the
// parts together and remembers how they stood; what they do is in them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Workspace& workspace, QWidget* parent = nullptr);
    ~MainWindow() override;

    MapCanvas* canvas() const { return m_canvas; }
    WindowActions& actions() { return *m_actions; }
    WindowTasks& tasks() { return *m_tasks; }
    MapActions& mapActions() { return *m_mapActions; }
    // Language, author and panels from the last time; the first time, the desktop's language.
    void restore();
    void showStep(WindowActions::Step step);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeBar();
    void makeDocks();
    void connectActions();
    void connectSearch();
    void retranslate();
    void layOut(WindowActions::Step step);
    void projectChanged();
    void showTitle();
    void rememberView();
    void restoreView();

    Workspace& m_workspace;
    MapCanvas* m_canvas;
    WindowActions* m_actions;
    WindowTasks* m_tasks;
    MapLink* m_link;
    MapActions* m_mapActions;
    StatusLine* m_status;
    WelcomePage* m_welcome;
    QStackedWidget* m_middle;
    LayerPanel* m_layerPanel;
    LegendPanel* m_legendPanel;
    SitePanel* m_sitePanel;
    RecordPanel* m_recordPanel;
    RankingPanel* m_rankingPanel;
    CriteriaPanel* m_criteriaPanel;
    ReportPanel* m_reportPanel;
    DataCheckPanel* m_checkPanel;
    QDockWidget* m_layerDock;
    QDockWidget* m_legendDock;
    QDockWidget* m_siteDock;
    QDockWidget* m_recordDock;
    QDockWidget* m_rankingDock;
    QDockWidget* m_criteriaDock;
    QDockWidget* m_reportDock;
    QDockWidget* m_checkDock;
    QToolBar* m_bar;
    SearchBox* m_search;
    QToolButton* m_actingAs;
    WindowActions::Step m_step = WindowActions::MapStep;
    std::array<QByteArray, WindowActions::Steps> m_arrangements; // as each step was left
    QString m_openFile; // whose view is remembered, by the file's id
};

} // namespace widgets
