// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "base/error.h"
#include "catalogue/vocabulary.h"
#include "geo/identify.h"
#include "report/csv_report.h"
#include "report/pdf_report.h"
#include "widgets/criteria_panel.h"
#include "widgets/dialogs.h"
#include "widgets/import_dialog.h"
#include "widgets/layer_panel.h"
#include "widgets/map_canvas.h"
#include "widgets/message.h"
#include "widgets/ranking_panel.h"
#include "widgets/record_panel.h"
#include "widgets/site_panel.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QProgressBar>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int JobPollMs = 100;

QString degreesText(QPointF lonLat, const QLocale& locale)
{
    return QStringLiteral("%1° %2  %3° %4")
        .arg(locale.toString(std::abs(lonLat.y()), 'f', 4),
             lonLat.y() < 0 ? QStringLiteral("S") : QStringLiteral("N"),
             locale.toString(std::abs(lonLat.x()), 'f', 4),
             lonLat.x() < 0 ? QStringLiteral("W") : QStringLiteral("E"));
}

} // namespace

MainWindow::MainWindow(Workspace& workspace, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_canvas(new MapCanvas)
{
    setCentralWidget(m_canvas);
    resize(1400, 900);
    makeActions();
    makeDocks();
    makeStatusBar();

    connect(&workspace, &Workspace::projectChanged, this, &MainWindow::projectChanged);
    connect(&workspace, &Workspace::stateChanged, this, &MainWindow::stateChanged);
    connect(&workspace, &Workspace::layersChanged, this, &MainWindow::showMap);
    connect(&workspace, &Workspace::filterChanged, this, &MainWindow::showMap);
    connect(&workspace, &Workspace::selectionChanged, this, &MainWindow::showMap);
    connect(&workspace, &Workspace::savingChanged, this, &MainWindow::stateChanged);
    connect(&workspace, &Workspace::authorChanged, this, &MainWindow::stateChanged);
    connect(&workspace, &Workspace::authorNeeded, this, &MainWindow::chooseAuthor);
    connect(&workspace, &Workspace::failed, this,
            [this](const QString& message, const QString& cause) {
                showProblem(this, message, cause);
            });
    connect(&workspace.jobs(), &Jobs::changed, this, &MainWindow::showJobs);
    connect(&workspace, &Workspace::imported, this, &MainWindow::tellImported);

    connect(m_canvas, &MapCanvas::siteClicked, this, [this](base::Id id, bool extend) {
        std::set<base::Id> sites = extend ? m_workspace.selectedSites() : std::set<base::Id>();
        if (!sites.insert(id).second)
            sites.erase(id);
        m_workspace.selectSites(sites);
    });
    connect(m_canvas, &MapCanvas::sitesBoxed, this,
            [this](const std::vector<base::Id>& ids, bool extend) {
                std::set<base::Id> sites =
                    extend ? m_workspace.selectedSites() : std::set<base::Id>();
                sites.insert(ids.begin(), ids.end());
                m_workspace.selectSites(sites);
            });
    connect(m_canvas, &MapCanvas::placeClicked, this,
            [this](QPointF lonLat) { m_workspace.selectPlace(lonLat); });
    connect(m_canvas, &MapCanvas::hovered, this, &MainWindow::hovered);
    connect(m_canvas, &MapCanvas::viewChanged, this, [this] {
        m_scaleLabel->setText(
            QStringLiteral("1:%1").arg(base::localeOf(m_workspace.language())
                                           .toString(m_canvas->view().scaleDenominator(), 'f', 0)));
    });
    connect(m_layerPanel, &LayerPanel::addRequested, this, &MainWindow::addLayer);
    connect(m_layerPanel, &LayerPanel::zoomRequested, m_canvas, &MapCanvas::fitLonLat);
    connect(m_sitePanel, &SitePanel::siteActivated, this, [this](base::Id id) {
        const auto row = m_workspace.state().sites->rowOf(id);
        if (row && (*m_workspace.state().sites)[*row].lonLat)
            m_canvas->centreOn(*(*m_workspace.state().sites)[*row].lonLat);
    });
    retranslate();
    showStep(MapStep);
    projectChanged();
}

MainWindow::~MainWindow() = default;

QAction* MainWindow::action(const char* icon, const QKeySequence& shortcut,
                            void (MainWindow::*slot)())
{
    auto* made = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), QString(), this);
    made->setShortcut(shortcut);
    if (slot != nullptr)
        connect(made, &QAction::triggered, this, slot);
    return made;
}

void MainWindow::makeActions()
{
    m_new = action("document-new", QKeySequence::New, &MainWindow::newFile);
    m_open = action("document-open", QKeySequence::Open, &MainWindow::openFile);
    m_sample =
        action("help-about", QKeySequence(QStringLiteral("Ctrl+Shift+E")), &MainWindow::openSample);
    m_exportPdf = action("document-export", QKeySequence(QStringLiteral("Ctrl+E")), nullptr);
    connect(m_exportPdf, &QAction::triggered, this, [this] { exportReport(true); });
    m_exportCsv = action("document-export", QKeySequence(QStringLiteral("Ctrl+Shift+C")), nullptr);
    connect(m_exportCsv, &QAction::triggered, this, [this] { exportReport(false); });
    m_quit = action("application-exit", QKeySequence(QStringLiteral("Ctrl+Q")), nullptr);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    m_undo = action("edit-undo", QKeySequence::Undo, nullptr);
    connect(m_undo, &QAction::triggered, this, [this] { m_workspace.undo(); });
    m_redo = action("edit-redo", QKeySequence(QStringLiteral("Ctrl+Shift+Z")), nullptr);
    connect(m_redo, &QAction::triggered, this, [this] { m_workspace.redo(); });
    m_history = action("view-history", QKeySequence(QStringLiteral("Ctrl+H")), nullptr);
    connect(m_history, &QAction::triggered, this,
            [this] { HistoryDialog(m_workspace, this).exec(); });
    m_author =
        action("user-identity", QKeySequence(QStringLiteral("Ctrl+U")), &MainWindow::chooseAuthor);
    m_zoomIn = action("zoom-in", QKeySequence::ZoomIn, nullptr);
    connect(m_zoomIn, &QAction::triggered, this, [this] { m_canvas->zoom(1.5); });
    m_zoomOut = action("zoom-out", QKeySequence::ZoomOut, nullptr);
    connect(m_zoomOut, &QAction::triggered, this, [this] { m_canvas->zoom(1 / 1.5); });
    m_zoomAll =
        action("zoom-fit-best", QKeySequence(QStringLiteral("Ctrl+0")), &MainWindow::fitSites);
    m_addLayer = action("list-add", QKeySequence(QStringLiteral("Ctrl+L")), &MainWindow::addLayer);
    m_importSites =
        action("document-import", QKeySequence(QStringLiteral("Ctrl+I")), &MainWindow::importSites);
    m_newProject =
        action("list-add", QKeySequence(QStringLiteral("Ctrl+J")), &MainWindow::newProject);
    m_removeProject = action("list-remove", QKeySequence(QStringLiteral("Ctrl+Shift+J")),
                             &MainWindow::removeProject);
    m_find = action("edit-find", QKeySequence::Find, nullptr);
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    auto* languages = new QActionGroup(this);
    m_english = languages->addAction(QStringLiteral("English"));
    m_spanish = languages->addAction(QStringLiteral("Español"));
    for (QAction* each : {m_english, m_spanish})
        each->setCheckable(true);
    connect(m_english, &QAction::triggered, this,
            [this] { m_workspace.setLanguage(base::Language::English); });
    connect(m_spanish, &QAction::triggered, this,
            [this] { m_workspace.setLanguage(base::Language::Spanish); });

    m_fileMenu = menuBar()->addMenu(QString());
    m_fileMenu->addActions({m_new, m_open, m_sample});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({m_exportPdf, m_exportCsv});
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(m_quit);
    m_editMenu = menuBar()->addMenu(QString());
    m_editMenu->addActions({m_undo, m_redo, m_history});
    m_editMenu->addSeparator();
    m_editMenu->addActions({m_find, m_author});
    m_viewMenu = menuBar()->addMenu(QString());
    m_viewMenu->addActions({m_zoomIn, m_zoomOut, m_zoomAll});
    m_viewMenu->addSeparator();
    m_projectMenu = menuBar()->addMenu(QString());
    m_projectMenu->addActions({m_importSites, m_addLayer, m_newProject, m_removeProject});
    m_languageMenu = menuBar()->addMenu(QString());
    m_languageMenu->addActions({m_english, m_spanish});

    m_bar = addToolBar(QString());
    m_bar->setObjectName(QStringLiteral("workflow"));
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_steps = new QActionGroup(this);
    for (int step = 0; step < Steps; ++step) {
        QAction* each = m_steps->addAction(QString());
        each->setCheckable(true);
        each->setShortcut(QKeySequence(QStringLiteral("F%1").arg(step + 2)));
        connect(each, &QAction::triggered, this, [this, step] { showStep(step); });
        m_bar->addAction(each);
    }
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(space);
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    connect(m_search, &QLineEdit::returnPressed, this, &MainWindow::search);
    m_bar->addWidget(m_search);
    m_actingAs = new QToolButton;
    m_actingAs->setDefaultAction(m_author);
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
    const auto dock = [this](const char* name, QWidget* panel, Qt::DockWidgetArea area) {
        auto* made = new QDockWidget(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setWidget(panel);
        addDockWidget(area, made);
        m_viewMenu->addAction(made->toggleViewAction());
        return made;
    };
    m_layerDock = dock("layers", m_layerPanel, Qt::LeftDockWidgetArea);
    m_criteriaDock = dock("criteria", m_criteriaPanel, Qt::LeftDockWidgetArea);
    m_recordDock = dock("record", m_recordPanel, Qt::RightDockWidgetArea);
    m_rankingDock = dock("ranking", m_rankingPanel, Qt::RightDockWidgetArea);
    m_siteDock = dock("sites", m_sitePanel, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({m_layerDock, m_recordDock}, {260, 320}, Qt::Horizontal);
    resizeDocks({m_siteDock}, {240}, Qt::Vertical);
}

void MainWindow::makeStatusBar()
{
    m_crsLabel = new QLabel;
    m_scaleLabel = new QLabel;
    m_placeLabel = new QLabel;
    m_savedLabel = new QLabel;
    m_jobLabel = new QLabel;
    m_jobBar = new QProgressBar;
    m_jobBar->setMaximumWidth(160);
    m_jobBar->setMaximumHeight(14);
    m_jobBar->setTextVisible(false);
    m_jobCancel = new QToolButton;
    m_jobTimer = new QTimer(this);
    m_jobTimer->setInterval(JobPollMs);
    connect(m_jobTimer, &QTimer::timeout, this, &MainWindow::showJobs);
    connect(m_jobCancel, &QToolButton::clicked, this, [this] {
        for (const Jobs::Running& job : m_workspace.jobs().running())
            job.progress->cancel();
    });
    statusBar()->addWidget(m_crsLabel);
    statusBar()->addWidget(m_scaleLabel);
    statusBar()->addWidget(m_placeLabel, 1);
    statusBar()->addPermanentWidget(m_jobLabel);
    statusBar()->addPermanentWidget(m_jobBar);
    statusBar()->addPermanentWidget(m_jobCancel);
    statusBar()->addPermanentWidget(m_savedLabel);
    showJobs();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    const auto name = [](QAction* action, const QString& text, const QString& tip) {
        action->setText(text);
        action->setToolTip(action->shortcut().isEmpty()
                               ? tip
                               : QStringLiteral("%1 (%2)").arg(
                                     tip, action->shortcut().toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
    };
    m_fileMenu->setTitle(tr("&File"));
    m_editMenu->setTitle(tr("&Edit"));
    m_viewMenu->setTitle(tr("&View"));
    m_projectMenu->setTitle(tr("&Project"));
    m_languageMenu->setTitle(tr("&Language"));
    name(m_new, tr("&New…"), tr("Make an empty project file"));
    name(m_open, tr("&Open…"), tr("Open a project file"));
    name(m_sample, tr("Open the &sample"), tr("Open the sample project"));
    name(m_exportPdf, tr("Export shortlist as &PDF…"), tr("Write the shortlist as PDF"));
    name(m_exportCsv, tr("Export shortlist as &CSV…"), tr("Write the shortlist as CSV"));
    name(m_quit, tr("&Quit"), tr("Close the program"));
    name(m_undo, tr("&Undo"), tr("Take the last change back"));
    name(m_redo, tr("&Redo"), tr("Make the change again that was taken back"));
    name(m_history, tr("&History…"), tr("Show every change to the project"));
    name(m_zoomIn, tr("Zoom &in"), tr("Show less of the map, larger"));
    name(m_zoomOut, tr("Zoom &out"), tr("Show more of the map"));
    name(m_zoomAll, tr("Zoom to the &sites"), tr("Show all sites that the filter lets through"));
    name(m_importSites, tr("&Import sites…"), tr("Import a table of sites (CSV)"));
    name(m_addLayer, tr("Add a &layer…"), tr("Add a vector or raster file as a layer"));
    name(m_newProject, tr("&New project of the selected sites…"),
         tr("Make a candidate project of the selected sites"));
    name(m_removeProject, tr("&Remove the selected project"),
         tr("Remove the project chosen in the ranking"));
    name(m_find, tr("&Search"), tr("Search sites, projects and layers"));
    m_search->setPlaceholderText(tr("Search everything"));
    m_search->setAccessibleName(tr("Search everything"));
    const QStringList steps{tr("Map"),   tr("Catalogue"), tr("Screen"),
                            tr("Score"), tr("Agree"),     tr("Report")};
    const QStringList tips{
        tr("Layers and sites on the map"),    tr("The sites, their figures and sources"),
        tr("Gates that a project must pass"), tr("Criteria and the weights of each delegation"),
        tr("The ranking and the decisions"),  tr("Write the shortlist as PDF or CSV")};
    for (int i = 0; i < Steps; ++i)
        name(m_steps->actions()[i], steps[i], tips[i]);
    m_bar->setWindowTitle(tr("Steps"));
    m_layerDock->setWindowTitle(tr("Layers"));
    m_siteDock->setWindowTitle(tr("Sites"));
    m_recordDock->setWindowTitle(tr("Record"));
    m_rankingDock->setWindowTitle(tr("Ranking"));
    m_criteriaDock->setWindowTitle(tr("Gates, criteria and weights"));
    m_jobCancel->setText(tr("Cancel"));
    m_jobCancel->setToolTip(tr("Stop what is going on; nothing is changed then"));
    m_english->setChecked(m_workspace.language() == base::Language::English);
    m_spanish->setChecked(m_workspace.language() == base::Language::Spanish);
    stateChanged();
    showMap();
    showJobs();
}

void MainWindow::showStep(int step)
{
    m_steps->actions()[step]->setChecked(true);
    const bool rules = step == ScreenStep || step == ScoreStep;
    const bool ranking =
        step == ScreenStep || step == ScoreStep || step == AgreeStep || step == ReportStep;
    m_layerDock->setVisible(step == MapStep || step == CatalogueStep);
    m_criteriaDock->setVisible(rules);
    m_recordDock->setVisible(!ranking);
    m_rankingDock->setVisible(ranking);
    m_siteDock->setVisible(step == MapStep || step == CatalogueStep || step == ScreenStep);
    if (ranking)
        resizeDocks({m_rankingDock}, {std::max(560, width() * 2 / 5)}, Qt::Horizontal);
    if (rules)
        resizeDocks({m_criteriaDock}, {380}, Qt::Horizontal);
    resizeDocks({m_siteDock}, {step == CatalogueStep ? height() / 2 : 220}, Qt::Vertical);
    if (step == ReportStep && m_workspace.isOpen() && isVisible())
        exportReport(true);
}

void MainWindow::projectChanged()
{
    m_fitWanted = m_workspace.isOpen();
    if (m_fitWanted) {
        const QSettings settings;
        const QString key = QStringLiteral("views/") + m_workspace.state().info.fileId;
        m_workspace.setFilter(
            catalogue::filterFromJson(settings.value(key + QStringLiteral("/filter")).toString()));
        showMap();
        const QVariant scale = settings.value(key + QStringLiteral("/unitsPerPixel"));
        if (scale.isValid()) {
            geo::MapView view = m_canvas->view();
            view.setCentre(settings.value(key + QStringLiteral("/centre")).toPointF());
            view.setUnitsPerPixel(scale.toDouble());
            m_canvas->setView(view);
        } else {
            fitSites();
        }
        QSettings().setValue(QStringLiteral("lastFile"), m_workspace.path());
    } else {
        showMap();
    }
    stateChanged();
}

void MainWindow::fitSites()
{
    if (m_workspace.isOpen())
        m_canvas->fitLonLat(
            report::homeExtent(*m_workspace.state().sites, m_workspace.shownRows()));
}

void MainWindow::stateChanged()
{
    const bool open = m_workspace.isOpen();
    const catalogue::Author& author = m_workspace.author();
    m_author->setText(author.name.isEmpty() ? tr("Act as…") : catalogue::toText(author));
    m_author->setToolTip(tr("Say who you are and for which delegation"));
    for (QAction* each :
         {m_exportPdf, m_exportCsv, m_history, m_zoomAll, m_importSites, m_addLayer, m_newProject})
        each->setEnabled(open);
    m_undo->setEnabled(open && m_workspace.state().undoable && !m_workspace.isSaving());
    m_redo->setEnabled(open && m_workspace.state().redoable && !m_workspace.isSaving());
    m_removeProject->setEnabled(open && m_workspace.selectedProject().has_value());
    m_undo->setText(
        open && m_workspace.state().undoable
            ? tr("&Undo: %1").arg(m_workspace.sentenceText(m_workspace.state().undoable->sentence))
            : tr("&Undo"));
    m_redo->setText(
        open && m_workspace.state().redoable
            ? tr("&Redo: %1").arg(m_workspace.sentenceText(m_workspace.state().redoable->sentence))
            : tr("&Redo"));
    m_savedLabel->setText(!open                    ? QString()
                          : m_workspace.isSaving() ? tr("Saving…")
                                                   : tr("All changes saved"));
    m_crsLabel->setText(open ? m_workspace.state().mapCrs.name() : QString());
    setWindowTitle(open ? QStringLiteral("%1 – Veta")
                              .arg(m_workspace.state().info.title.isEmpty()
                                       ? QFileInfo(m_workspace.path()).fileName()
                                       : m_workspace.state().info.title)
                        : QStringLiteral("Veta"));
}

void MainWindow::showMap()
{
    if (!m_workspace.isOpen()) {
        m_canvas->setContent(geo::MapSnapshot(geo::MapView(geo::Crs::wgs84(), m_canvas->size())));
        return;
    }
    const ProjectState& state = m_workspace.state();
    geo::MapSnapshot content = m_canvas->content().view.crs() == state.mapCrs
                                   ? geo::MapSnapshot(m_canvas->content().view)
                                   : geo::MapSnapshot(geo::MapView(state.mapCrs, m_canvas->size()));
    for (const catalogue::Layer& layer : state.layers) {
        const auto loaded = m_workspace.layers().find(layer.id);
        if (loaded != m_workspace.layers().end())
            content.layers.push_back(catalogue::mapLayer(loaded->second));
    }
    content.sites = report::mapSites(*state.sites, m_workspace.shownRows());
    std::vector<catalogue::Project> projects;
    for (const shortlist::Candidate& candidate : state.round.candidates)
        projects.push_back(candidate.project);
    content.arrows = report::projectArrows(projects, *state.sites, m_workspace.language(),
                                           m_workspace.selectedProject());
    content.siteWords = report::siteWords();
    content.selected = m_workspace.selectedSites();
    content.language = m_workspace.language();
    m_canvas->setContent(content);
    m_removeProject->setEnabled(m_workspace.selectedProject().has_value());
}

void MainWindow::hovered(const std::optional<QPointF>& lonLat, const std::optional<base::Id>& site)
{
    if (!lonLat) {
        m_placeLabel->clear();
        m_canvas->setToolTip({});
        return;
    }
    QString text = degreesText(*lonLat, base::localeOf(m_workspace.language()));
    QString tip;
    if (site && m_workspace.isOpen()) {
        if (const auto row = m_workspace.state().sites->rowOf(*site)) {
            const catalogue::SiteSummary& summary = (*m_workspace.state().sites)[*row];
            tip = QStringLiteral("%1\n%2\n%3")
                      .arg(summary.name,
                           catalogue::siteKinds().label(summary.kind, m_workspace.language()),
                           summary.source);
        }
    } else if (m_workspace.isOpen()) {
        const auto& layers = m_workspace.state().layers;
        for (auto layer = layers.rbegin(); layer != layers.rend() && tip.isEmpty(); ++layer) {
            const auto loaded = m_workspace.layers().find(layer->id);
            if (!layer->visible || layer->purpose != QLatin1String("geology") ||
                loaded == m_workspace.layers().end() || !loaded->second.features)
                continue;
            const geo::FeatureLayer& features = *loaded->second.features;
            if (const auto polygon = geo::polygonAt(features, *lonLat)) {
                for (const char* field :
                     {m_workspace.language() == base::Language::Spanish ? "name_es" : "name_en",
                      "name", "unit", "mapunit", "label"})
                    if (const geo::Column* column = features.column(QString::fromLatin1(field));
                        column != nullptr && !column->isMissing(*polygon) && tip.isEmpty())
                        tip = column->text(*polygon);
            }
        }
    }
    if (!tip.isEmpty())
        text += QStringLiteral("   ") + tip.section(u'\n', 0, 0);
    m_placeLabel->setText(text);
    m_canvas->setToolTip(tip);
}

void MainWindow::showJobs()
{
    const std::vector<Jobs::Running> running = m_workspace.jobs().running();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_jobLabel, m_jobBar, m_jobCancel})
        widget->setVisible(!running.empty());
    if (running.empty()) {
        m_jobTimer->stop();
        return;
    }
    const base::Progress::State state = running.front().progress->state();
    m_jobLabel->setText(state.text.isEmpty() ? running.front().title : state.text);
    m_jobBar->setRange(0, state.total > 0 ? 1000 : 0);
    if (state.total > 0)
        m_jobBar->setValue(int(1000.0 * double(state.done) / double(state.total)));
    if (!m_jobTimer->isActive())
        m_jobTimer->start();
}

void MainWindow::chooseAuthor()
{
    ActingAsDialog dialog(m_workspace, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_workspace.setAuthor(dialog.author());
    QSettings settings;
    settings.setValue(QStringLiteral("author/delegation"), dialog.author().delegation);
    settings.setValue(QStringLiteral("author/name"), dialog.author().name);
}

void MainWindow::newFile()
{
    if (m_workspace.author().name.isEmpty()) {
        chooseAuthor();
        if (m_workspace.author().name.isEmpty())
            return;
    }
    QString path = QFileDialog::getSaveFileName(this, tr("New project file"), QString(),
                                                tr("Project files (*.veta.gpkg)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".gpkg")))
        path += QStringLiteral(".veta.gpkg");
    rememberView();
    m_workspace.create(path, QFileInfo(path).fileName().section(u'.', 0, 0));
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a project file"), QString(),
                                                      tr("Project files (*.gpkg)"));
    if (path.isEmpty())
        return;
    rememberView();
    m_workspace.open(path);
}

void MainWindow::openSample()
{
    rememberView();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      QStringLiteral("/veta"));
    folder.mkpath(QStringLiteral("."));
    const QString path = folder.filePath(QStringLiteral("sample.veta.gpkg"));
    if (QFileInfo::exists(path))
        m_workspace.open(path);
    else
        m_workspace.createSample(path);
}

void MainWindow::addLayer()
{
    if (!m_workspace.isOpen())
        return;
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Add a layer"), QString(),
        tr("Maps (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.tab *.mif *.zip *.csv *.tif *.tiff "
           "*.png *.jpg *.asc *.mbtiles)"));
    if (file.isEmpty())
        return;
    m_workspace.jobs().run(
        tr("Looking at %1").arg(QFileInfo(file).fileName()), threadPool(),
        [file, project = m_workspace.path()](base::Progress& progress) {
            return catalogue::proposeLayer(project, file, {}, {}, false, progress);
        },
        this,
        [this, file](const Outcome<catalogue::LayerProposal>& outcome) {
            layerProposed(outcome, file);
        });
}

void MainWindow::layerProposed(const Outcome<catalogue::LayerProposal>& outcome,
                               const QString& file)
{
    if (outcome.cancelled)
        return;
    if (!outcome.ok()) {
        showProblem(this, outcome.message, outcome.cause);
        return;
    }
    const QString project = m_workspace.path();
    if (outcome.value->layer.crs.isEmpty()) {
        bool accepted = false;
        const QString text = QInputDialog::getText(
            this, tr("Coordinate system"),
            tr("“%1” does not say in which coordinate system it is. Name it, as in EPSG:4326; ask "
               "whoever made the file where you do not know.")
                .arg(QFileInfo(file).fileName()),
            QLineEdit::Normal, QStringLiteral("EPSG:"), &accepted);
        if (!accepted)
            return;
        m_workspace.jobs().run(
            tr("Looking at %1").arg(QFileInfo(file).fileName()), threadPool(),
            [file, project, text](base::Progress& progress) {
                return catalogue::proposeLayer(project, file, {}, geo::Crs::fromText(text), false,
                                               progress);
            },
            this,
            [this, file](const Outcome<catalogue::LayerProposal>& again) {
                layerProposed(again, file);
            });
        return;
    }
    const catalogue::Layer layer = outcome.value->layer;
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the layer %1")),
                      {layer.nameIn(base::Language::English)}},
                     false, [layer](catalogue::Edit& edit) { catalogue::addLayer(edit, layer); });
}

void MainWindow::importSites()
{
    if (!m_workspace.isOpen())
        return;
    const QString file = QFileDialog::getOpenFileName(this, tr("Import sites"), QString(),
                                                      tr("Tables (*.csv *.txt *.tab *.tsv *.zip)"));
    if (!file.isEmpty())
        openTable(file);
}

void MainWindow::openTable(const QString& path)
{
    QString member;
    const Outcome<std::vector<QString>> members =
        attempt([&] { return catalogue::ImportTable::listMembers(path); });
    if (members.ok() && members.value->size() > 1) {
        bool accepted = false;
        member = QInputDialog::getItem(
            this, tr("Import sites"), tr("The archive holds several tables. Which one?"),
            QStringList(members.value->begin(), members.value->end()), 0, false, &accepted);
        if (!accepted)
            return;
    }
    m_workspace.jobs().run(
        tr("Reading %1").arg(QFileInfo(path).fileName()), threadPool(),
        [path, member](base::Progress& progress) -> ImportDialog::Table {
            return std::make_shared<const catalogue::ImportTable>(
                catalogue::ImportTable::open(path, member, progress));
        },
        this,
        [this](const Outcome<ImportDialog::Table>& table) {
            if (table.cancelled)
                return;
            if (!table.ok()) {
                showProblem(this, table.message, table.cause);
                return;
            }
            auto* dialog = new ImportDialog(m_workspace, *table.value, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, table = *table.value] {
                m_workspace.importSites(table, dialog->mapping());
            });
            dialog->open();
        });
}

void MainWindow::tellImported(const catalogue::ImportOutcome& outcome)
{
    const QLocale locale = base::localeOf(m_workspace.language());
    statusBar()->showMessage(tr("Imported %1 sites; %2 rows were set aside, %3 were there already.")
                                 .arg(locale.toString(outcome.imported),
                                      locale.toString(qint64(outcome.setAside.size())),
                                      locale.toString(outcome.alreadyThere)),
                             20000);
}

void MainWindow::newProject()
{
    if (!m_workspace.isOpen())
        return;
    if (m_workspace.selectedSites().empty()) {
        showInformation(this, tr("Select one site or several first, in the table or on the map "
                                 "(with Ctrl)."));
        return;
    }
    ProjectDialog dialog(m_workspace, m_workspace.selectedSites(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalogue::Project project = dialog.project();
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the project %1")),
                      {project.nameIn(base::Language::English)}},
                     false,
                     [project](catalogue::Edit& edit) { catalogue::addProject(edit, project); });
}

void MainWindow::removeProject()
{
    const auto id = m_workspace.selectedProject();
    if (!m_workspace.isOpen() || !id)
        return;
    for (const shortlist::Candidate& candidate : m_workspace.state().round.candidates)
        if (candidate.project.id == *id)
            m_workspace.edit(
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the project %1")),
                 {candidate.project.nameIn(base::Language::English)}},
                false, [id = *id](catalogue::Edit& edit) { shortlist::removeProject(edit, id); });
}

void MainWindow::exportReport(bool pdf)
{
    if (!m_workspace.isOpen())
        return;
    const QString suffix = pdf ? QStringLiteral(".pdf") : QStringLiteral(".csv");
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export the shortlist"),
        QDir(QFileInfo(m_workspace.path()).absolutePath()).filePath(tr("shortlist") + suffix),
        pdf ? tr("PDF files (*.pdf)") : tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(suffix))
        path += suffix;
    m_workspace.jobs().run(
        tr("Writing the report"), m_workspace.fileExecutor(),
        [this, path, pdf, language = m_workspace.language()](base::Progress& progress) {
            const base::Translation words(language);
            const report::ShortlistContent content =
                report::readShortlistContent(m_workspace.fileInItsThread(), words, progress);
            if (pdf)
                report::writePdf(content, words, path, progress);
            else
                report::writeCsv(content, words, path);
        },
        this,
        [this, path](const Outcome<std::monostate>& outcome) {
            if (outcome.ok())
                statusBar()->showMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)), 8000);
            else if (!outcome.cancelled)
                showProblem(this, outcome.message, outcome.cause);
        });
}

void MainWindow::search()
{
    if (!m_workspace.isOpen())
        return;
    const QString wanted = catalogue::folded(m_search->text());
    if (wanted.isEmpty())
        return;
    for (const shortlist::Candidate& candidate : m_workspace.state().round.candidates)
        if (catalogue::folded(candidate.project.nameIn(m_workspace.language())).contains(wanted)) {
            showStep(AgreeStep);
            m_workspace.selectProject(candidate.project.id);
            return;
        }
    catalogue::SiteFilter filter = m_workspace.filter();
    filter.text = m_search->text();
    const std::vector<size_t> rows = catalogue::filtered(*m_workspace.state().sites, filter);
    if (rows.empty()) {
        statusBar()->showMessage(tr("Nothing is called “%1”.").arg(m_search->text()), 8000);
        return;
    }
    m_workspace.setFilter(filter);
    const catalogue::SiteSummary& first = (*m_workspace.state().sites)[rows.front()];
    m_workspace.selectSites({first.id});
    if (first.lonLat)
        m_canvas->centreOn(*first.lonLat);
}

void MainWindow::rememberView() const
{
    if (!m_workspace.isOpen())
        return;
    QSettings settings;
    const QString key = QStringLiteral("views/") + m_workspace.state().info.fileId;
    settings.setValue(key + QStringLiteral("/centre"), m_canvas->view().centre());
    settings.setValue(key + QStringLiteral("/unitsPerPixel"), m_canvas->view().unitsPerPixel());
    settings.setValue(key + QStringLiteral("/filter"),
                      catalogue::filterToJson(m_workspace.filter()));
}

void MainWindow::restore()
{
    const QSettings settings;
    const QString language =
        settings.value(QStringLiteral("language"), QLocale().name()).toString();
    m_workspace.setLanguage(base::languageFromCode(language));
    const catalogue::Author author{settings.value(QStringLiteral("author/delegation")).toString(),
                                   settings.value(QStringLiteral("author/name")).toString()};
    if (!author.name.isEmpty())
        m_workspace.setAuthor(author);
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    connect(&m_workspace, &Workspace::languageChanged, this, [this] {
        QSettings().setValue(QStringLiteral("language"),
                             base::languageCode(m_workspace.language()));
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    rememberView();
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace widgets
