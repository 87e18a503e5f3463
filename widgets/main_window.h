// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QMainWindow>

class QAction;
class QActionGroup;
class QDockWidget;
class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QTimer;
class QToolBar;
class QToolButton;

namespace widgets {

class CriteriaPanel;
class LayerPanel;
class MapCanvas;
class RankingPanel;
class RecordPanel;
class SitePanel;

// The window: the map in the middle, panels around it, the steps of the work above.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Workspace& workspace, QWidget* parent = nullptr);
    ~MainWindow() override;

    MapCanvas* canvas() const { return m_canvas; }
    // Language and author from the last time; the first time, the language of the desktop.
    void restore();

public Q_SLOTS:
    void openSample();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    enum Step { MapStep, CatalogueStep, ScreenStep, ScoreStep, AgreeStep, ReportStep, Steps };
    void makeActions();
    void makeDocks();
    void makeStatusBar();
    void retranslate();
    void showStep(int step);
    void projectChanged();
    void stateChanged();
    void showMap();
    void showJobs();
    void chooseAuthor();
    void newFile();
    void openFile();
    void addLayer();
    void layerProposed(const Outcome<catalogue::LayerProposal>& outcome, const QString& file);
    void importSites();
    void openTable(const QString& path);
    void tellImported(const catalogue::ImportOutcome& outcome);
    void newProject();
    void removeProject();
    void exportReport(bool pdf);
    void search();
    void hovered(const std::optional<QPointF>& lonLat, const std::optional<base::Id>& site);
    void rememberView() const;
    void fitSites();
    QAction* action(const char* icon, const QKeySequence& shortcut, void (MainWindow::*slot)());

    Workspace& m_workspace;
    MapCanvas* m_canvas;
    LayerPanel* m_layerPanel;
    SitePanel* m_sitePanel;
    RecordPanel* m_recordPanel;
    RankingPanel* m_rankingPanel;
    CriteriaPanel* m_criteriaPanel;
    QDockWidget* m_layerDock;
    QDockWidget* m_siteDock;
    QDockWidget* m_recordDock;
    QDockWidget* m_rankingDock;
    QDockWidget* m_criteriaDock;
    QToolBar* m_bar;
    QActionGroup* m_steps;
    QLineEdit* m_search;
    QToolButton* m_actingAs;
    QMenu* m_fileMenu;
    QMenu* m_editMenu;
    QMenu* m_viewMenu;
    QMenu* m_projectMenu;
    QMenu* m_languageMenu;
    QAction* m_new;
    QAction* m_open;
    QAction* m_sample;
    QAction* m_exportPdf;
    QAction* m_exportCsv;
    QAction* m_quit;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_history;
    QAction* m_author;
    QAction* m_zoomIn;
    QAction* m_zoomOut;
    QAction* m_zoomAll;
    QAction* m_addLayer;
    QAction* m_importSites = nullptr;
    QAction* m_newProject;
    QAction* m_removeProject;
    QAction* m_find;
    QAction* m_english;
    QAction* m_spanish;
    QLabel* m_crsLabel;
    QLabel* m_scaleLabel;
    QLabel* m_placeLabel;
    QLabel* m_savedLabel;
    QLabel* m_jobLabel;
    QProgressBar* m_jobBar;
    QToolButton* m_jobCancel;
    QTimer* m_jobTimer;
    bool m_fitWanted = false;
};

} // namespace widgets
