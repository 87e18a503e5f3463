// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_actions.h"

#include "widgets/action_words.h"
#include "widgets/go_to_dialog.h"
#include "widgets/map_canvas.h"
#include "widgets/map_link.h"
#include "widgets/map_tool.h"
#include "widgets/measure_tool.h"
#include "widgets/message.h"
#include "widgets/overview_inset.h"
#include "widgets/place_words.h"
#include "widgets/site_display_dialog.h"

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTimer>

namespace widgets {

namespace {

constexpr int RestMs = 600; // after which a view was meant

// A name as the text of an action, where & would be a mnemonic.
QString escaped(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

MapActions::MapActions(Workspace& workspace, MapCanvas& canvas, MapLink& link, QMainWindow& window,
                       QAction* before)
    : QObject(&window)
    , m_workspace(workspace)
    , m_canvas(canvas)
    , m_link(link)
    , m_window(window)
    , m_menu(new QMenu(&window))
    , m_bookmarksMenu(new QMenu(&window))
    , m_themesMenu(new QMenu(&window))
    , m_swipeMenu(new QMenu(&window))
    , m_resting(new QTimer(this))
    , m_overview(new OverviewInset(canvas, workspace.prepared()))
{
    previousView = make("go-previous", "Alt+Left");
    nextView = make("go-next", "Alt+Right");
    zoomSelection = make("zoom-select", "Ctrl+Shift+0");
    zoomBox = make("zoom-select", "Ctrl+Alt+Z");
    goTo = make("go-jump", "Ctrl+G");
    copyPlace = make("edit-copy", "Ctrl+Shift+G");
    graticule = make("", "Ctrl+Alt+G");
    overview = make("", "Ctrl+Alt+O");
    clustered = make("", "Ctrl+Alt+C");
    siteDisplay = make("configure", "Ctrl+Alt+S");
    measureLength = make("measure", "Ctrl+M");
    measureArea = make("measure", "Ctrl+Alt+M");
    addBookmark = make("bookmark-new", "Ctrl+D");
    addTheme = make("list-add", "Ctrl+Alt+T");
    for (QAction* each : {graticule, overview, clustered, zoomBox, measureLength, measureArea})
        each->setCheckable(true);
    for (QMenu* each : {m_menu, m_bookmarksMenu, m_themesMenu, m_swipeMenu})
        each->setToolTipsVisible(true);
    m_menu->addActions({previousView, nextView, zoomBox, zoomSelection, goTo, copyPlace});
    m_menu->addMenu(m_bookmarksMenu);
    m_menu->addSeparator();
    m_menu->addActions({measureLength, measureArea});
    m_menu->addSeparator();
    m_menu->addMenu(m_themesMenu);
    m_menu->addMenu(m_swipeMenu);
    m_menu->addActions({siteDisplay, clustered, graticule, overview});
    window.menuBar()->insertMenu(before, m_menu);

    const QSettings settings;
    graticule->setChecked(settings.value(QStringLiteral("map/graticule"), false).toBool());
    overview->setChecked(settings.value(QStringLiteral("map/overview"), false).toBool());
    m_overview->setVisible(overview->isChecked());
    m_resting->setSingleShot(true);
    m_resting->setInterval(RestMs);
    connect(m_resting, &QTimer::timeout, this, [this] {
        m_history.visit(m_canvas.view());
        refresh();
    });
    connect(&canvas, &MapCanvas::viewChanged, m_resting, qOverload<>(&QTimer::start));
    // Later: the tool that says it is done goes then.
    connect(
        &canvas, &MapCanvas::toolLeft, this,
        [this] {
            if (zoomBox->isChecked() || measureLength->isChecked() || measureArea->isChecked())
                useTool(nullptr);
        },
        Qt::QueuedConnection);

    const auto on = [this](QAction* action, auto&& run) {
        connect(action, &QAction::triggered, this, run);
    };
    on(previousView, [this] { step(false); });
    on(nextView, [this] { step(true); });
    on(zoomSelection, [this] { m_link.fitSelection(); });
    on(goTo, [this] {
        GoToDialog dialog(&m_window);
        if (dialog.exec() == QDialog::Accepted && dialog.place()) {
            m_canvas.centreOn(*dialog.place());
            m_workspace.selectPlace(*dialog.place(), m_canvas.reachMetres());
        }
    });
    on(copyPlace, [this] {
        if (const auto place = m_workspace.place()) {
            const QString text =
                QStringLiteral("%1, %2").arg(place->y(), 0, 'f', 6).arg(place->x(), 0, 'f', 6);
            QGuiApplication::clipboard()->setText(text);
            Q_EMIT done(tr("Copied %1").arg(text));
        }
    });
    for (QAction* tool : {zoomBox, measureLength, measureArea})
        on(tool, [this, tool] { useTool(tool); });
    on(siteDisplay, [this] { editSiteDisplay(); });
    on(clustered, [this] {
        catalogue::SiteDisplay display = m_workspace.state().siteDisplay;
        display.clustered = clustered->isChecked();
        if (!m_workspace.setSiteDisplay(display))
            refresh();
    });
    on(addBookmark, [this] { askBookmark(); });
    on(addTheme, [this] { askTheme(); });
    connect(graticule, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(QStringLiteral("map/graticule"), on);
        showDecorations();
    });
    connect(overview, &QAction::toggled, this, [this](bool on) {
        QSettings().setValue(QStringLiteral("map/overview"), on);
        m_overview->setVisible(on);
    });
    for (const auto signal :
         {&Workspace::stateChanged, &Workspace::selectionChanged, &Workspace::siteDisplayChanged})
        connect(&workspace, signal, this, &MapActions::refresh);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        m_history.clear();
        useTool(nullptr);
        m_link.setSwipe({});
        refresh();
    });
    for (const auto signal : {&Workspace::stateChanged, &Workspace::projectChanged})
        connect(&workspace, signal, this, &MapActions::readLists);
    showDecorations();
    retranslate();
}

QAction* MapActions::make(const char* icon, const char* shortcut)
{
    auto* made = new QAction(QIcon::fromTheme(QString::fromLatin1(icon)), QString(), this);
    made->setShortcut(QKeySequence(QString::fromLatin1(shortcut)));
    return made;
}

void MapActions::retranslate()
{
    m_menu->setTitle(tr("&Map"));
    m_bookmarksMenu->setTitle(tr("&Bookmarks"));
    m_themesMenu->setTitle(tr("&Themes"));
    m_swipeMenu->setTitle(tr("S&wipe"));
    nameAction(*previousView, tr("&Previous view"), tr("Show what the map showed before"));
    nameAction(*nextView, tr("&Next view"), tr("Show again what the map showed after that"));
    nameAction(*zoomSelection, tr("Zoom to the &selection"), tr("Show the selected sites, large"));
    nameAction(*zoomBox, tr("&Zoom to a box"),
               tr("Drag a box on the map to see it large; Shift and a drag does so at any time"));
    nameAction(*goTo, tr("&Go to coordinates…"),
               tr("Show a place by its coordinates, typed or pasted in any common form"));
    nameAction(*copyPlace, tr("&Copy the coordinates"),
               tr("Copy the coordinates of where you last clicked on the map"));
    nameAction(*graticule, tr("G&raticule"), tr("Draw meridians and parallels"));
    nameAction(*overview, tr("&Overview"),
               tr("Show all that the map holds, small, in a corner of it"));
    m_overview->retranslate();
    nameAction(*clustered, tr("Close sites as &circles"),
               tr("Draw sites that lie close together as one circle with their number"));
    nameAction(*siteDisplay, tr("&How sites are drawn…"),
               tr("Symbols or circles, colours, sizes and names of the sites"));
    nameAction(*measureLength, tr("&Measure a length"),
               tr("Click the corners of a line; its geodesic length is written on the map"));
    nameAction(*measureArea, tr("Measure an &area"),
               tr("Click the corners of an area; its geodesic size is written on the map"));
    nameAction(*addBookmark, tr("&Add a bookmark…"),
               tr("Keep what the map shows now under a name"));
    nameAction(*addTheme, tr("&Keep this as a theme…"),
               tr("Keep which layers are shown, their order and styles, under a name"));
    fillLists();
    refresh();
}

void MapActions::refresh()
{
    const bool open = m_workspace.isOpen();
    for (QAction* each : {zoomBox, goTo, graticule, overview, clustered, siteDisplay, measureLength,
                          measureArea, addBookmark, addTheme})
        each->setEnabled(open);
    previousView->setEnabled(open && m_history.hasPrevious());
    nextView->setEnabled(open && m_history.hasNext());
    zoomSelection->setEnabled(open && !m_workspace.selectedSites().empty());
    copyPlace->setEnabled(open && m_workspace.place().has_value());
    clustered->setChecked(open && m_workspace.siteDisplay().clustered);
}

void MapActions::step(bool forwards)
{
    m_history.visit(m_canvas.view()); // where the map did not rest yet
    if (const auto view = forwards ? m_history.next() : m_history.previous())
        m_canvas.setView(view->crs() == m_canvas.view().crs() ? *view
                                                              : view->in(m_canvas.view().crs()));
    refresh();
}

void MapActions::useTool(QAction* action)
{
    if (action != nullptr && !action->isChecked())
        action = nullptr;
    for (QAction* each : {zoomBox, measureLength, measureArea})
        each->setChecked(each == action);
    if (action == nullptr) {
        m_canvas.setTool(nullptr);
        return;
    }
    if (action == zoomBox) {
        m_canvas.setTool(std::make_unique<ZoomBoxTool>());
        m_canvas.setCursor(Qt::CrossCursor);
        m_canvas.setFocus();
        return;
    }
    m_canvas.setTool(std::make_unique<MeasureTool>(
        action == measureLength ? MeasureTool::Measure::Length : MeasureTool::Measure::Area,
        m_workspace.language()));
    m_canvas.setFocus();
}

void MapActions::showDecorations()
{
    geo::Decorations decorations = m_canvas.content().decorations;
    decorations.graticule = graticule->isChecked();
    m_canvas.setDecorations(decorations);
}

void MapActions::editSiteDisplay()
{
    if (m_workspace.isOpen())
        SiteDisplayDialog(m_workspace, &m_window).exec();
}

void MapActions::readLists()
{
    m_bookmarks.clear();
    m_themes.clear();
    if (!m_workspace.isOpen()) {
        fillLists();
        return;
    }
    m_workspace.read(
        [](const catalogue::ReadAccess& access) {
            return std::pair(catalogue::readBookmarks(access), catalogue::readThemes(access));
        },
        this,
        [this](std::pair<std::vector<catalogue::MapBookmark>, std::vector<catalogue::MapTheme>>
                   lists) {
            m_bookmarks = std::move(lists.first);
            m_themes = std::move(lists.second);
            fillLists();
        });
}

void MapActions::fillLists()
{
    const auto fill = [this](QMenu* menu, QAction* add, const auto& list, const QString& remove,
                             const QString& none, auto&& show, auto&& forget) {
        menu->clear();
        for (const auto& each : list)
            connect(menu->addAction(escaped(each.name)), &QAction::triggered, this,
                    [each, show] { show(each); });
        if (list.empty())
            menu->addAction(none)->setEnabled(false);
        menu->addSeparator();
        menu->addAction(add);
        QMenu* removing = menu->addMenu(remove);
        removing->setEnabled(!list.empty());
        for (const auto& each : list)
            connect(removing->addAction(escaped(each.name)), &QAction::triggered, this,
                    [each, forget] { forget(each); });
    };
    fill(
        m_bookmarksMenu, addBookmark, m_bookmarks, tr("&Remove a bookmark"), tr("No bookmark yet"),
        [this](const catalogue::MapBookmark& each) { m_canvas.fitLonLat(each.degrees); },
        [this](const catalogue::MapBookmark& each) {
            m_workspace.edit(
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the bookmark %1")),
                 {each.name}},
                false, [name = each.name](catalogue::Edit& edit) {
                    catalogue::removeBookmark(edit, name);
                });
        });
    fill(
        m_themesMenu, addTheme, m_themes, tr("&Remove a theme"), tr("No theme yet"),
        [this](const catalogue::MapTheme& each) {
            m_workspace.edit(
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Showed the theme %1")), {each.name}},
                false, [each](catalogue::Edit& edit) { catalogue::applyTheme(edit, each); });
        },
        [this](const catalogue::MapTheme& each) {
            m_workspace.edit(
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the theme %1")), {each.name}},
                false,
                [name = each.name](catalogue::Edit& edit) { catalogue::removeTheme(edit, name); });
        });
    fillSwipe();
}

// A curtain over the map: to the right of it the uppermost layer is not drawn, or a theme is.
void MapActions::fillSwipe()
{
    m_swipeMenu->clear();
    delete m_swipeGroup;
    m_swipeGroup = new QActionGroup(this);
    const auto add = [this](const QString& text, const QString& tip,
                            const std::optional<Swipe>& swipe) {
        QAction* action = m_swipeMenu->addAction(text);
        action->setToolTip(tip);
        action->setCheckable(true);
        action->setChecked(m_link.swipe() == swipe);
        m_swipeGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, swipe] { m_link.setSwipe(swipe); });
    };
    add(tr("&Off"), tr("Show one map"), {});
    add(tr("&Without the uppermost layer"),
        tr("To the right of the curtain the uppermost layer that is shown is not drawn"), Swipe{});
    if (m_workspace.isOpen()) {
        const auto& layers = m_workspace.state().layers;
        for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
            if (!layer->visible)
                continue;
            Swipe swipe;
            swipe.without = layer->id;
            add(tr("Without “%1”").arg(escaped(layer->nameIn(m_workspace.language()))),
                tr("To the right of the curtain this layer is not drawn"), swipe);
        }
        m_swipeMenu->addSeparator();
    }
    for (const catalogue::MapTheme& each : m_themes)
        add(escaped(each.name), tr("To the right of the curtain the map is as this theme has it"),
            Swipe{each, {}});
}

QString MapActions::askName(const QString& title, const QString& label, const QString& proposal,
                            const std::vector<QString>& taken)
{
    bool ok = false;
    const QString name =
        QInputDialog::getText(&m_window, title, label, QLineEdit::Normal, proposal, &ok).trimmed();
    if (!ok || name.isEmpty())
        return {};
    if (std::find(taken.begin(), taken.end(), name) != taken.end() &&
        !confirm(&m_window, tr("There is “%1” already.").arg(name), tr("Take its place")))
        return {};
    return name;
}

void MapActions::askBookmark()
{
    std::vector<QString> taken;
    for (const catalogue::MapBookmark& each : m_bookmarks)
        taken.push_back(each.name);
    const geo::MapView& view = m_canvas.view();
    const auto middle = view.toLonLat(QPointF(view.size().width() / 2, view.size().height() / 2));
    if (!middle)
        return;
    const QString name = askName(tr("Add a bookmark"), tr("Name of the place:"),
                                 placeText(*middle, m_workspace.language()), taken);
    if (name.isEmpty())
        return;
    // The widest box about the middle that is in view all the way round.
    geo::Extent degrees;
    for (const double x : {0.0, 0.5, 1.0})
        for (const double y : {0.0, 0.5, 1.0})
            if (const auto corner =
                    view.toLonLat(QPointF(view.size().width() * x, view.size().height() * y)))
                degrees.add(*corner);
    // fitLonLat() leaves a margin of its own, and the box lies about the curved frame.
    constexpr double Shrink = 0.85;
    const catalogue::MapBookmark bookmark{name,
                                          {middle->x() + (degrees.west - middle->x()) * Shrink,
                                           middle->y() + (degrees.south - middle->y()) * Shrink,
                                           middle->x() + (degrees.east - middle->x()) * Shrink,
                                           middle->y() + (degrees.north - middle->y()) * Shrink}};
    m_workspace.edit(
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the bookmark %1")), {name}}, false,
        [bookmark](catalogue::Edit& edit) { catalogue::writeBookmark(edit, bookmark); });
}

void MapActions::askTheme()
{
    std::vector<QString> taken;
    for (const catalogue::MapTheme& each : m_themes)
        taken.push_back(each.name);
    const QString name = askName(tr("Keep a theme"), tr("Name of the theme:"), QString(), taken);
    if (name.isEmpty())
        return;
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Kept the theme %1")), {name}},
                     false, [name](catalogue::Edit& edit) {
                         catalogue::writeTheme(
                             edit, catalogue::themeOf(name, catalogue::readLayers(edit),
                                                      catalogue::readSiteDisplay(edit)));
                     });
}

} // namespace widgets
