// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "widgets/criteria_panel.h"
#include "widgets/data_check_panel.h"
#include "widgets/file_drop.h"
#include "widgets/layer_panel.h"
#include "widgets/legend_panel.h"
#include "widgets/map_actions.h"
#include "widgets/map_canvas.h"
#include "widgets/map_link.h"
#include "widgets/message.h"
#include "widgets/project_opening.h"
#include "widgets/ranking_panel.h"
#include "widgets/record_panel.h"
#include "widgets/report_panel.h"
#include "widgets/search_box.h"
#include "widgets/site_panel.h"
#include "widgets/status_line.h"
#include "widgets/welcome_page.h"
#include "widgets/window_tasks.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

namespace widgets {

namespace {

constexpr int StateVersion = 1; // of what QMainWindow::saveState() holds
constexpr double ZoomFactor = 1.5;

QString viewKey(const QString& fileId, const char* what)
{
    return QStringLiteral("views/%1/%2").arg(fileId, QString::fromLatin1(what));
}

QString arrangementKey(size_t step)
{
    return QStringLiteral("window/step%1").arg(step);
}

} // namespace

MainWindow::MainWindow(Workspace& workspace, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_canvas(new MapCanvas(workspace.prepared()))
    , m_actions(new WindowActions(workspace, *this))
    , m_tasks(new WindowTasks(workspace, *this))
    , m_link(new MapLink(workspace, *m_canvas, this))
    , m_mapActions(new MapActions(workspace, *m_canvas, *m_link, *this, m_actions->catalogueMenu()))
    , m_status(new StatusLine(workspace))
    , m_welcome(new WelcomePage(m_actions->sample, m_actions->open, m_actions->newFile))
    , m_middle(new QStackedWidget)
{
    m_middle->addWidget(m_canvas);
    m_middle->addWidget(m_welcome);
    setCentralWidget(m_middle);
    setStatusBar(m_status);
    resize(1400, 900);
    makeBar();
    makeDocks();
    connectActions();
    connectSearch();

    connect(&workspace, &Workspace::projectChanged, this, &MainWindow::projectChanged);
    connect(&workspace, &Workspace::stateChanged, this, &MainWindow::showTitle);
    connect(&workspace, &Workspace::authorNeeded, m_tasks, &WindowTasks::chooseAuthor);
    const auto showWhatIsOpen = [this] { m_middle->setCurrentIndex(m_workspace.isOpen() ? 0 : 1); };
    connect(&workspace, &Workspace::failed, this,
            [this, showWhatIsOpen](const QString& message, const QString& cause) {
                showWhatIsOpen();
                showProblem(this, message, cause);
            });
    connect(new ProjectOpening(workspace, *this), &ProjectOpening::nothingOpened, this,
            showWhatIsOpen);
    auto* drop = new FileDrop({this, m_layerDock}, this);
    connect(drop, &FileDrop::dropped, m_tasks, &WindowTasks::takeDropped);
    connect(m_tasks, &WindowTasks::done, m_status, &StatusLine::say);
    connect(m_mapActions, &MapActions::done, m_status, &StatusLine::say);
    m_mapActions->menu()->addMenu(m_status->formsMenu());
    connect(m_status, &StatusLine::linkActivated, m_tasks, &WindowTasks::follow);
    connect(m_tasks, &WindowTasks::aboutToLeave, this, &MainWindow::rememberView);
    connect(m_canvas, &MapCanvas::viewChanged, this,
            [this] { m_status->setView(m_canvas->view()); });
    connect(m_status, &StatusLine::scaleWanted, this, [this](double denominator) {
        geo::MapView view = m_canvas->view();
        view.setScaleDenominator(denominator);
        m_canvas->setView(view);
    });
    connect(m_status, &StatusLine::crsWanted, m_tasks, &WindowTasks::chooseMapCrs);
    connect(m_link, &MapLink::pointed, m_status, &StatusLine::setPlace);
    retranslate();
    layOut(m_step);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeBar()
{
    m_bar = addToolBar(QString());
    m_bar->setObjectName(QStringLiteral("workflow"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (QAction* step : m_actions->steps)
        m_bar->addAction(step);
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(space);
    m_search = new SearchBox(m_workspace);
    m_search->setMaximumWidth(320);
    m_bar->addWidget(m_search);
    m_actingAs = new QToolButton;
    m_actingAs->setDefaultAction(m_actions->author);
    m_actingAs->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_bar->addWidget(m_actingAs);
}

void MainWindow::makeDocks()
{
    m_layerPanel = new LayerPanel(m_workspace);
    m_sitePanel = new SitePanel(m_workspace);
    m_recordPanel = new RecordPanel(m_workspace);
    m_rankingPanel = new RankingPanel(m_workspace);
    m_criteriaPanel = new CriteriaPanel(m_workspace);
    m_reportPanel = new ReportPanel(m_workspace);
    const auto dock = [this](const char* name, QWidget* panel, Qt::DockWidgetArea area) {
        auto* made = new QDockWidget(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setWidget(panel);
        addDockWidget(area, made);
        m_actions->viewMenu->addAction(made->toggleViewAction());
        return made;
    };
    m_layerDock = dock("layers", m_layerPanel, Qt::LeftDockWidgetArea);
    m_criteriaDock = dock("criteria", m_criteriaPanel, Qt::LeftDockWidgetArea);
    m_reportDock = dock("report", m_reportPanel, Qt::LeftDockWidgetArea);
    m_legendPanel = new LegendPanel(m_workspace);
    m_legendDock = dock("legend", m_legendPanel, Qt::LeftDockWidgetArea);
    m_legendDock->hide();
    for (const auto signal : {&MapCanvas::viewChanged, &MapCanvas::contentChanged})
        connect(m_canvas, signal, m_legendPanel,
                [this] { m_legendPanel->setContent(m_canvas->content()); });
    m_recordDock = dock("record", m_recordPanel, Qt::RightDockWidgetArea);
    m_rankingDock = dock("ranking", m_rankingPanel, Qt::RightDockWidgetArea);
    m_siteDock = dock("sites", m_sitePanel, Qt::BottomDockWidgetArea);
    m_checkPanel = new DataCheckPanel(m_workspace);
    m_checkDock = dock("check", m_checkPanel, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_siteDock, m_checkDock);
    m_checkDock->hide();
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);

    connect(m_layerPanel, &LayerPanel::addRequested, m_tasks, &WindowTasks::addLayer);
    connect(m_layerPanel, &LayerPanel::changeRequested, m_tasks, &WindowTasks::changeLayer);
    connect(m_layerPanel, &LayerPanel::relocateRequested, m_tasks, &WindowTasks::relocateLayer);
    connect(m_layerPanel, &LayerPanel::zoomRequested, m_canvas, &MapCanvas::fitLonLat);
    connect(m_layerPanel, &LayerPanel::sitesChangeRequested, m_mapActions,
            &MapActions::editSiteDisplay);
    connect(m_layerPanel, &LayerPanel::sitesZoomRequested, m_link, &MapLink::fitSites);
    m_layerPanel->setThemesMenu(m_mapActions->themesMenu());
    connect(m_canvas, &MapCanvas::drawn, m_layerPanel, &LayerPanel::showFailures);
    connect(m_sitePanel, &SitePanel::siteActivated, m_link, &MapLink::showSite);
    connect(m_checkPanel, &DataCheckPanel::siteActivated, m_link, &MapLink::showSite);
    connect(m_reportPanel, &ReportPanel::exportRequested, m_tasks, &WindowTasks::exportReport);
}

void MainWindow::connectActions()
{
    const WindowActions& act = *m_actions;
    const auto on = [this](QAction* action, auto&& run) {
        connect(action, &QAction::triggered, this, run);
    };
    on(act.newFile, [this] { m_tasks->newFile(); });
    on(act.open, [this] { m_tasks->openFile(); });
    on(act.sample, [this] { m_tasks->openSample(); });
    on(act.printMap, [this] { m_tasks->printMap([this] { return m_canvas->content(); }); });
    on(act.exportPdf, [this] { m_tasks->exportReport(ReportFormat::Pdf, m_workspace.language()); });
    on(act.exportCsv, [this] { m_tasks->exportReport(ReportFormat::Csv, m_workspace.language()); });
    on(act.quit, [this] { close(); });
    on(act.undo, [this] { m_workspace.undo(); });
    on(act.redo, [this] { m_workspace.redo(); });
    on(act.history, [this] { m_tasks->showHistory(); });
    connect(m_recordPanel, &RecordPanel::historyWanted, m_tasks, &WindowTasks::showSiteHistory);
    on(act.find, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    on(act.author, [this] { m_tasks->chooseAuthor(); });
    on(act.zoomIn, [this] { m_canvas->zoom(ZoomFactor); });
    on(act.zoomOut, [this] { m_canvas->zoom(1 / ZoomFactor); });
    on(act.zoomAll, [this] { m_link->fitSites(); });
    on(act.importSites, [this] { m_tasks->importSites(); });
    on(act.mendRows, [this] { m_tasks->mendRows(); });
    on(act.checkData, [this] {
        m_checkDock->show();
        m_checkDock->raise();
        m_checkPanel->tree()->setFocus();
        m_checkPanel->run();
    });
    on(act.settings, [this] { m_tasks->editSettings(); });
    on(act.addSite, [this] { m_tasks->addSite(); });
    on(act.editSite, [this] { m_tasks->editSite(); });
    on(act.editProject, [this] { m_tasks->editProject(); });
    on(act.removeSite, [this] { m_tasks->removeSite(); });
    on(act.addLayer, [this] { m_tasks->addLayer(); });
    on(act.newProject, [this] { m_tasks->newProject(); });
    on(act.removeProject, [this] { m_tasks->removeProject(); });
    on(act.english, [this] { m_workspace.setLanguage(base::Language::English); });
    on(act.spanish, [this] { m_workspace.setLanguage(base::Language::Spanish); });
    for (size_t i = 0; i < act.steps.size(); ++i)
        on(act.steps[i], [this, i] { showStep(WindowActions::Step(i)); });
}

void MainWindow::connectSearch()
{
    connect(m_search, &SearchBox::siteChosen, this, [this](base::Id site) {
        m_workspace.showSite(site);
        m_link->showSite(site);
    });
    connect(m_search, &SearchBox::projectChosen, this, [this](base::Id project) {
        showStep(WindowActions::AgreeStep);
        m_workspace.selectProject(project);
    });
    connect(m_search, &SearchBox::layerChosen, this, [this](base::Id layer) {
        showStep(WindowActions::MapStep);
        m_layerPanel->setCurrentLayer(layer);
    });
    connect(m_search, &SearchBox::nothingFound, this, [this](const QString& text) {
        m_status->say(tr("Nothing is called “%1”.").arg(text));
    });
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_mapActions->retranslate();
    m_bar->setWindowTitle(tr("Steps"));
    m_layerDock->setWindowTitle(tr("Layers"));
    m_siteDock->setWindowTitle(tr("Sites"));
    m_legendDock->setWindowTitle(tr("Legend of what is in view"));
    m_recordDock->setWindowTitle(tr("Record"));
    m_rankingDock->setWindowTitle(tr("Ranking"));
    m_criteriaDock->setWindowTitle(tr("Gates, criteria and weights"));
    m_reportDock->setWindowTitle(tr("Report"));
    m_checkDock->setWindowTitle(tr("Data quality"));
    showTitle();
}

void MainWindow::showTitle()
{
    if (!m_workspace.isOpen()) {
        setWindowTitle(QStringLiteral("Veta"));
        return;
    }
    const QString& title = m_workspace.state().info.title;
    const QString name = title.isEmpty() ? QFileInfo(m_workspace.path()).fileName() : title;
    setWindowTitle((m_workspace.isReadOnly() ? tr("%1 (for reading only) – Veta")
                                             : QStringLiteral("%1 – Veta"))
                       .arg(name));
}

void MainWindow::showStep(WindowActions::Step step)
{
    m_arrangements[m_step] = saveState(StateVersion);
    m_step = step;
    m_actions->steps[step]->setChecked(true);
    if (!restoreState(m_arrangements[step], StateVersion))
        layOut(step);
}

void MainWindow::layOut(WindowActions::Step step)
{
    using Step = WindowActions;
    m_actions->steps[step]->setChecked(true);
    const bool rules = step == Step::ScreenStep || step == Step::ScoreStep;
    const bool ranking = rules || step == Step::AgreeStep || step == Step::ReportStep;
    m_layerDock->setVisible(step == Step::MapStep || step == Step::CatalogueStep);
    m_criteriaDock->setVisible(rules);
    m_reportDock->setVisible(step == Step::ReportStep);
    m_recordDock->setVisible(!ranking);
    m_rankingDock->setVisible(ranking);
    m_siteDock->setVisible(step == Step::MapStep || step == Step::CatalogueStep ||
                           step == Step::ScreenStep);
    resizeDocks({m_layerDock, m_recordDock}, {280, 320}, Qt::Horizontal);
    if (ranking)
        resizeDocks({m_rankingDock}, {std::max(560, rules ? width() * 2 / 5 : width() * 11 / 20)},
                    Qt::Horizontal);
    if (rules)
        resizeDocks({m_criteriaDock}, {400}, Qt::Horizontal);
    resizeDocks({m_siteDock}, {step == Step::CatalogueStep ? height() / 2 : 220}, Qt::Vertical);
}

void MainWindow::projectChanged()
{
    const bool open = m_workspace.isOpen();
    m_middle->setCurrentIndex(open ? 0 : 1);
    m_openFile = open ? m_workspace.state().info.fileId : QString();
    if (open) {
        restoreView();
        QSettings().setValue(QStringLiteral("lastFile"), m_workspace.path());
    }
    showTitle();
}

void MainWindow::restoreView()
{
    const QSettings settings;
    m_workspace.setFilter(
        catalogue::filterFromJson(settings.value(viewKey(m_openFile, "filter")).toString()));
    const QVariant scale = settings.value(viewKey(m_openFile, "unitsPerPixel"));
    if (!scale.isValid()) {
        m_link->fitSites();
        return;
    }
    geo::MapView view = m_canvas->view();
    view.setCentre(settings.value(viewKey(m_openFile, "centre")).toPointF());
    view.setUnitsPerPixel(scale.toDouble());
    m_canvas->setView(view);
}

void MainWindow::rememberView()
{
    if (!m_workspace.isOpen() || m_openFile.isEmpty())
        return;
    QSettings settings;
    settings.setValue(viewKey(m_openFile, "centre"), m_canvas->view().centre());
    settings.setValue(viewKey(m_openFile, "unitsPerPixel"), m_canvas->view().unitsPerPixel());
    settings.setValue(viewKey(m_openFile, "filter"), catalogue::filterToJson(m_workspace.filter()));
}

void MainWindow::restore()
{
    const QSettings settings;
    m_workspace.setLanguage(base::languageFromCode(
        settings.value(QStringLiteral("language"), QLocale().name()).toString()));
    const catalogue::Author author{settings.value(QStringLiteral("author/delegation")).toString(),
                                   settings.value(QStringLiteral("author/name")).toString()};
    if (!author.name.isEmpty())
        m_workspace.setAuthor(author);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (size_t step = 0; step < m_arrangements.size(); ++step)
        m_arrangements[step] = settings.value(arrangementKey(step)).toByteArray();
    const int step = settings.value(QStringLiteral("window/step"), 0).toInt();
    m_step = WindowActions::Step(std::clamp(step, 0, int(WindowActions::Steps) - 1));
    m_actions->steps[m_step]->setChecked(true);
    if (!restoreState(m_arrangements[m_step], StateVersion))
        layOut(m_step);
    connect(&m_workspace, &Workspace::languageChanged, this, [this] {
        QSettings().setValue(QStringLiteral("language"),
                             base::languageCode(m_workspace.language()));
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const std::vector<Jobs::Running> running = m_workspace.jobs().running();
    if (m_workspace.isSaving() && !running.empty() &&
        !confirm(this,
                 tr("“%1” is still going on. If you close now it is stopped, and the project stays "
                    "as it was before.")
                     .arg(running.front().title),
                 tr("Stop and close"))) {
        event->ignore();
        return;
    }
    rememberView();
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_arrangements[m_step] = saveState(StateVersion);
    for (size_t step = 0; step < m_arrangements.size(); ++step)
        settings.setValue(arrangementKey(step), m_arrangements[step]);
    settings.setValue(QStringLiteral("window/step"), int(m_step));
    QMainWindow::closeEvent(event);
}

} // namespace widgets
