// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window_actions.h"

#include "widgets/action_words.h"

#include <QAction>
#include <QActionGroup>
#include <QIcon>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace widgets {

namespace {

QKeySequence keys(const char* text)
{
    return QKeySequence(QString::fromLatin1(text));
}

} // namespace

WindowActions::WindowActions(Workspace& workspace, QMainWindow& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    newFile = make("document-new", QKeySequence::New);
    open = make("document-open", QKeySequence::Open);
    sample = make("help-about", keys("Ctrl+Shift+E"));
    settings = make("configure", keys("Ctrl+,"));
    printMap = make("document-print", QKeySequence::Print);
    exportPdf = make("document-export", keys("Ctrl+E"));
    exportCsv = make("document-export", keys("Ctrl+Shift+C"));
    quit = make("application-exit", keys("Ctrl+Q"));
    undo = make("edit-undo", QKeySequence::Undo);
    redo = make("edit-redo", keys("Ctrl+Shift+Z"));
    history = make("view-history", keys("Ctrl+H"));
    find = make("edit-find", QKeySequence::Find);
    author = make("user-identity", keys("Ctrl+U"));
    zoomIn = make("zoom-in", QKeySequence::ZoomIn);
    zoomOut = make("zoom-out", QKeySequence::ZoomOut);
    zoomAll = make("zoom-fit-best", keys("Ctrl+0"));
    importSites = make("document-import", keys("Ctrl+I"));
    mendRows = make("document-edit", keys("Ctrl+Shift+M"));
    checkData = make("tools-check-spelling", keys("Ctrl+K"));
    addSite = make("list-add", keys("Ctrl+Shift+N"));
    editSite = make("document-edit", keys("Ctrl+Return"));
    removeSite = make("list-remove", keys("Ctrl+Shift+Delete"));
    addLayer = make("list-add", keys("Ctrl+L"));
    newProject = make("list-add", keys("Ctrl+J"));
    editProject = make("document-edit", keys("Ctrl+Shift+Return"));
    removeProject = make("list-remove", keys("Ctrl+Shift+J"));
    auto* languages = new QActionGroup(this);
    english = languages->addAction(QStringLiteral("English"));
    spanish = languages->addAction(QStringLiteral("Español"));
    for (QAction* each : {english, spanish})
        each->setCheckable(true);
    auto* group = new QActionGroup(this);
    for (size_t step = 0; step < steps.size(); ++step) {
        steps[step] = group->addAction(QString());
        steps[step]->setCheckable(true);
        steps[step]->setShortcut(QKeySequence(QStringLiteral("F%1").arg(step + 2)));
    }

    QMenuBar& bar = *window.menuBar();
    const auto menu = [&bar] {
        QMenu* made = bar.addMenu(QString());
        made->setToolTipsVisible(true);
        return made;
    };
    m_fileMenu = menu();
    m_fileMenu->addActions({newFile, open, sample});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({printMap, exportPdf, exportCsv});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({settings, quit});
    m_editMenu = menu();
    m_editMenu->addActions({undo, redo, history});
    m_editMenu->addSeparator();
    m_editMenu->addActions({find, author});
    viewMenu = menu();
    for (QAction* step : steps)
        viewMenu->addAction(step);
    viewMenu->addSeparator();
    viewMenu->addActions({zoomIn, zoomOut, zoomAll});
    viewMenu->addSeparator();
    m_siteMenu = menu();
    m_siteMenu->addActions({importSites, mendRows, addSite, editSite, removeSite});
    m_siteMenu->addSeparator();
    m_siteMenu->addAction(checkData);
    m_siteMenu->addSeparator();
    m_siteMenu->addAction(addLayer);
    m_projectMenu = menu();
    m_projectMenu->addActions({newProject, editProject, removeProject});
    m_languageMenu = menu();
    m_languageMenu->addActions({english, spanish});

    for (const auto signal :
         {&Workspace::projectChanged, &Workspace::stateChanged, &Workspace::selectionChanged,
          &Workspace::savingChanged, &Workspace::authorChanged})
        connect(&workspace, signal, this, &WindowActions::refresh);
    retranslate();
}

QAction* WindowActions::make(const char* icon, const QKeySequence& shortcut)
{
    auto* made = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), QString(), this);
    made->setShortcut(shortcut);
    return made;
}

QAction* WindowActions::catalogueMenu() const
{
    return m_siteMenu->menuAction();
}

void WindowActions::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_editMenu->setTitle(tr("&Edit"));
    viewMenu->setTitle(tr("&View"));
    m_siteMenu->setTitle(tr("&Catalogue"));
    m_projectMenu->setTitle(tr("&Project"));
    m_languageMenu->setTitle(tr("&Language"));
    nameAction(*newFile, tr("&New…"), tr("Make an empty project file"));
    nameAction(*open, tr("&Open…"), tr("Open a project file"));
    nameAction(*sample, tr("Open the &sample"), tr("Open the sample project"));
    nameAction(*settings, tr("Se&ttings of the project…"),
               tr("Title, map, delegations, minerals of interest and handling line"));
    nameAction(*printMap, tr("Print or export the &map…"),
               tr("Put the map on a sheet of paper: print it, or write it as PDF, PNG or TIFF"));
    nameAction(*exportPdf, tr("Export shortlist as &PDF…"), tr("Write the shortlist as PDF"));
    nameAction(*exportCsv, tr("Export shortlist as &CSV…"), tr("Write the shortlist as CSV"));
    nameAction(*quit, tr("&Quit"), tr("Close the program"));
    nameAction(*undo, tr("&Undo"), tr("Take the last change back"));
    nameAction(*redo, tr("&Redo"), tr("Make the change again that was taken back"));
    nameAction(*history, tr("&History…"), tr("Show every change to the project"));
    nameAction(*find, tr("&Search"), tr("Search sites, projects and layers"));
    nameAction(*zoomIn, tr("Zoom &in"), tr("Show less of the map, larger"));
    nameAction(*zoomOut, tr("Zoom &out"), tr("Show more of the map"));
    nameAction(*zoomAll, tr("Zoom to the &sites"),
               tr("Show all sites that the filter lets through"));
    nameAction(*importSites, tr("&Import sites…"), tr("Import a table of sites"));
    nameAction(*mendRows, tr("&Mend rows set aside…"),
               tr("Put right the rows that an import could not understand, and import them again"));
    nameAction(*checkData, tr("&Check the data"),
               tr("Find what is wrong, missing or stale in the catalogue, and mend it"));
    nameAction(*addSite, tr("&Add a site…"),
               tr("Add a site by hand, where you last clicked on the map"));
    nameAction(*editSite, tr("&Edit the selected site…"),
               tr("Correct the selected site, with a source"));
    nameAction(*removeSite, tr("&Remove the selected site"),
               tr("Remove the selected site with all its figures"));
    nameAction(*addLayer, tr("Add a &layer…"), tr("Add a vector or raster file as a layer"));
    nameAction(*newProject, tr("&New project of the selected sites…"),
               tr("Make a candidate project of the selected sites"));
    nameAction(*editProject, tr("&Edit the selected project…"),
               tr("Change name, sites and roles of the project chosen in the ranking"));
    nameAction(*removeProject, tr("&Remove the selected project"),
               tr("Remove the project chosen in the ranking"));
    const std::array<QString, Steps> titles{tr("Map"),   tr("Catalogue"), tr("Screen"),
                                            tr("Score"), tr("Agree"),     tr("Report")};
    const std::array<QString, Steps> tips{
        tr("Layers and sites on the map"),    tr("The sites, their figures and sources"),
        tr("Gates that a project must pass"), tr("Criteria and the weights of each delegation"),
        tr("The ranking and the decisions"),  tr("Write the shortlist as PDF or CSV")};
    for (size_t step = 0; step < steps.size(); ++step)
        nameAction(*steps[step], titles[step], tips[step]);
    english->setChecked(m_workspace.language() == base::Language::English);
    spanish->setChecked(m_workspace.language() == base::Language::Spanish);
    refresh();
}

void WindowActions::refresh()
{
    const bool isOpen = m_workspace.isOpen();
    const bool canWrite = isOpen && !m_workspace.isReadOnly();
    const catalogue::Author& who = m_workspace.author();
    nameAction(*author, who.name.isEmpty() ? tr("Act as…") : catalogue::toText(who),
               tr("Say who you are and for which delegation"));
    for (QAction* each :
         {printMap, exportPdf, exportCsv, history, zoomIn, zoomOut, zoomAll, find, checkData})
        each->setEnabled(isOpen);
    for (QAction* each : {settings, importSites, mendRows, addSite, addLayer, newProject})
        each->setEnabled(canWrite);
    const bool oneSite = canWrite && m_workspace.selectedSites().size() == 1;
    editSite->setEnabled(oneSite);
    removeSite->setEnabled(oneSite);
    const bool project = canWrite && m_workspace.selectedProject().has_value();
    editProject->setEnabled(project);
    removeProject->setEnabled(project);
    const auto journal = [&](QAction* action, const QString& plain, const QString& with,
                             const std::optional<catalogue::Entry>& entry) {
        action->setEnabled(canWrite && entry.has_value() && !m_workspace.isSaving());
        action->setText(entry ? with.arg(m_workspace.sentenceText(entry->sentence)) : plain);
    };
    const std::optional<catalogue::Entry> none;
    journal(undo, tr("&Undo"), tr("&Undo: %1"), isOpen ? m_workspace.state().undoable : none);
    journal(redo, tr("&Redo"), tr("&Redo: %1"), isOpen ? m_workspace.state().redoable : none);
}

} // namespace widgets
