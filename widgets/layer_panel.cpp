// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_panel.h"

#include "geo/feature_layer.h"
#include "geo/legend.h"
#include "geo/operation.h"
#include "geo/raster_source.h"
#include "widgets/message.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <cmath>

namespace widgets {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr base::Id SitesRow = -1; // the sites lie on top of all layers
constexpr int MostEntries = 200;  // of a legend in the tree

} // namespace

LayerPanel::LayerPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_tree(new QTreeWidget)
    , m_opacity(new QSlider(Qt::Horizontal))
    , m_opacityLabel(new QLabel)
    , m_about(new QLabel)
    , m_add(new QToolButton)
    , m_up(new QToolButton)
    , m_down(new QToolButton)
    , m_zoom(new QToolButton)
    , m_change(new QToolButton)
    , m_remove(new QToolButton)
    , m_themes(new QToolButton)
    , m_menu(new QMenu(this))
{
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setUniformRowHeights(true);
    m_opacity->setRange(0, 100);
    m_opacity->setTracking(false);
    m_about->setWordWrap(true);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QHBoxLayout;
    for (QToolButton* button : {m_add, m_up, m_down, m_zoom, m_change, m_remove}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        buttons->addWidget(button);
    }
    m_themes->setAutoRaise(true);
    m_themes->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_themes->setPopupMode(QToolButton::InstantPopup);
    m_up->setArrowType(Qt::UpArrow);
    m_up->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_down->setArrowType(Qt::DownArrow);
    m_down->setToolButtonStyle(Qt::ToolButtonIconOnly);
    buttons->addStretch(1);
    auto* opacity = new QHBoxLayout;
    opacity->addWidget(m_opacityLabel);
    opacity->addWidget(m_opacity, 1);
    opacity->addWidget(m_themes);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(m_tree, 1);
    layout->addLayout(opacity);
    layout->addWidget(m_about);

    connect(m_tree, &QTreeWidget::itemChanged, this, &LayerPanel::itemChanged);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &LayerPanel::currentChanged);
    connect(m_tree, &QTreeWidget::itemExpanded, this,
            [this](QTreeWidgetItem* item) { m_open.insert(item->data(0, IdRole).toLongLong()); });
    connect(m_tree, &QTreeWidget::itemCollapsed, this,
            [this](QTreeWidgetItem* item) { m_open.erase(item->data(0, IdRole).toLongLong()); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) {
        const auto id = currentLayer();
        const catalogue::Layer* now = id ? layer(*id) : nullptr;
        if (m_filling || now == nullptr)
            return;
        catalogue::Layer changed = *now;
        changed.opacity = value / 100.0;
        change(changed);
    });
    connect(m_add, &QToolButton::clicked, this, &LayerPanel::addRequested);
    connect(m_change, &QToolButton::clicked, this, &LayerPanel::requestChange);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) {
        if (isSites(item))
            Q_EMIT sitesChangeRequested();
        else if (item->parent() != nullptr)
            Q_EMIT changeRequested(item->parent()->data(0, IdRole).toLongLong());
    });
    connect(m_up, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_remove, &QToolButton::clicked, this, &LayerPanel::remove);
    connect(m_zoom, &QToolButton::clicked, this, &LayerPanel::zoom);
    makeMenu();
    connect(&workspace, &Workspace::layersChanged, this, &LayerPanel::rebuild);
    connect(&workspace, &Workspace::stateChanged, this, [this] {
        QTreeWidgetItem* const first = m_tree->topLevelItem(0);
        if (!isSites(first))
            return;
        m_filling = true;
        first->setCheckState(0,
                             m_workspace.state().siteDisplay.visible ? Qt::Checked : Qt::Unchecked);
        m_filling = false;
    });
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        m_open.clear();
        if (m_workspace.isOpen())
            for (const catalogue::Layer& layer : m_workspace.state().layers)
                if (layer.purpose == QLatin1String("geology"))
                    m_open.insert(layer.id);
        rebuild();
    });
    retranslate();
}

void LayerPanel::makeMenu()
{
    m_zoomAction = m_menu->addAction(QString(), this, &LayerPanel::zoom);
    m_changeAction = m_menu->addAction(QString(), this, &LayerPanel::requestChange);
    m_menu->addSeparator();
    m_readAgain = m_menu->addAction(QString(), this, [this] {
        if (const auto id = currentLayer())
            m_workspace.openLayers().readAgain(*id);
    });
    m_relocate = m_menu->addAction(QString(), this, [this] {
        if (const auto id = currentLayer())
            Q_EMIT relocateRequested(*id);
    });
    m_readAgain->setObjectName(QStringLiteral("readAgain"));
    m_relocate->setObjectName(QStringLiteral("relocate"));
    m_menu->addSeparator();
    m_removeAction = m_menu->addAction(QString(), this, &LayerPanel::remove);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, [this](QPoint place) {
        if (QTreeWidgetItem* item = m_tree->itemAt(place))
            m_tree->setCurrentItem(item);
        if (currentLayer())
            m_menu->popup(m_tree->viewport()->mapToGlobal(place));
    });
}

void LayerPanel::zoom()
{
    if (isSites(m_tree->currentItem())) {
        Q_EMIT sitesZoomRequested();
        return;
    }
    const auto id = currentLayer();
    const auto loaded = id ? m_workspace.layers().find(*id) : m_workspace.layers().end();
    if (loaded == m_workspace.layers().end())
        return;
    if (loaded->second.features)
        Q_EMIT zoomRequested(loaded->second.features->extent());
    else if (loaded->second.raster && loaded->second.raster->degrees())
        Q_EMIT zoomRequested(*loaded->second.raster->degrees());
}

void LayerPanel::requestChange()
{
    if (isSites(m_tree->currentItem()))
        Q_EMIT sitesChangeRequested();
    else if (const auto id = currentLayer())
        Q_EMIT changeRequested(*id);
}

void LayerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LayerPanel::retranslate()
{
    m_tree->setAccessibleName(tr("Layers"));
    m_add->setText(tr("Add…"));
    m_add->setToolTip(tr("Add a vector or raster file as a layer"));
    m_up->setToolTip(tr("Move the layer up"));
    m_up->setAccessibleName(m_up->toolTip());
    m_down->setToolTip(tr("Move the layer down"));
    m_down->setAccessibleName(m_down->toolTip());
    m_zoom->setText(tr("Zoom to"));
    m_zoom->setToolTip(tr("Show the whole layer on the map"));
    m_change->setText(tr("Change…"));
    m_change->setToolTip(tr("Name, colours and the way it is moved to where it lies"));
    m_themes->setText(tr("Themes"));
    m_themes->setToolTip(tr("Named sets of visible layers, their order and styles"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Take the layer out of the project; its file stays"));
    m_zoomAction->setText(m_zoom->text());
    m_changeAction->setText(m_change->text());
    m_readAgain->setText(tr("Read again"));
    m_relocate->setText(tr("Choose where the file is now…"));
    m_removeAction->setText(m_remove->text());
    m_opacityLabel->setText(tr("Opacity"));
    m_opacity->setAccessibleName(tr("Opacity of the layer"));
    rebuild();
}

std::optional<base::Id> LayerPanel::currentLayer() const
{
    QTreeWidgetItem* item = m_tree->currentItem();
    if (item == nullptr)
        return {};
    if (item->parent() != nullptr)
        item = item->parent();
    if (isSites(item))
        return {};
    return item->data(0, IdRole).toLongLong();
}

bool LayerPanel::isSites(const QTreeWidgetItem* item) const
{
    return item != nullptr && item->parent() == nullptr &&
           item->data(0, IdRole).toLongLong() == SitesRow;
}

void LayerPanel::setThemesMenu(QMenu* menu)
{
    m_themes->setMenu(menu);
}

void LayerPanel::setCurrentLayer(base::Id id)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        if (m_tree->topLevelItem(i)->data(0, IdRole).toLongLong() == id)
            m_tree->setCurrentItem(m_tree->topLevelItem(i));
}

const catalogue::Layer* LayerPanel::layer(base::Id id) const
{
    if (!m_workspace.isOpen())
        return nullptr;
    for (const catalogue::Layer& each : m_workspace.state().layers)
        if (each.id == id)
            return &each;
    return nullptr;
}

void LayerPanel::showFailures(const std::vector<base::Issue>& issues)
{
    std::map<base::Id, QString> failures;
    for (const base::Issue& issue : issues)
        failures.emplace(issue.where.id, issue.text);
    if (failures == m_failures)
        return;
    m_failures = std::move(failures);
    rebuild();
    m_workspace.openLayers().lookAtFiles(); // often it is they
}

void LayerPanel::rebuild()
{
    const std::optional<base::Id> current = currentLayer();
    const bool onSites = isSites(m_tree->currentItem());
    m_filling = true;
    m_tree->clear();
    if (m_workspace.isOpen()) {
        auto* sites = new QTreeWidgetItem(m_tree);
        sites->setText(0, tr("Sites"));
        sites->setData(0, IdRole, SitesRow);
        sites->setCheckState(0,
                             m_workspace.state().siteDisplay.visible ? Qt::Checked : Qt::Unchecked);
        if (onSites)
            m_tree->setCurrentItem(sites);
        const auto& layers = m_workspace.state().layers;
        for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
            addRow(*layer);
            if (current == layer->id)
                m_tree->setCurrentItem(m_tree->topLevelItem(m_tree->topLevelItemCount() - 1));
        }
        if (m_tree->currentItem() == nullptr && m_tree->topLevelItemCount() > 0)
            m_tree->setCurrentItem(
                m_tree->topLevelItem(std::min(1, m_tree->topLevelItemCount() - 1)));
    }
    m_filling = false;
    currentChanged();
}

void LayerPanel::addRow(const catalogue::Layer& layer)
{
    auto* item = new QTreeWidgetItem(m_tree);
    item->setData(0, IdRole, layer.id);
    item->setCheckState(0, layer.visible ? Qt::Checked : Qt::Unchecked);
    item->setText(0, rowText(layer));
    item->setToolTip(0, problem(layer));
    const auto loaded = m_workspace.layers().find(layer.id);
    if (loaded != m_workspace.layers().end())
        addLegend(item, loaded->second);
    item->setExpanded(m_open.contains(layer.id));
}

void LayerPanel::addLegend(QTreeWidgetItem* item, const catalogue::LoadedLayer& loaded)
{
    int count = 0;
    for (const geo::LegendEntry& entry : geo::legendEntries(catalogue::mapLayer(loaded))) {
        if (++count > MostEntries)
            break;
        auto* child = new QTreeWidgetItem(item);
        child->setText(0, entry.label.in(m_workspace.language()));
        child->setToolTip(0, child->text(0));
        child->setIcon(
            0, QPixmap::fromImage(geo::swatchImage(entry, QSize(18, 12), devicePixelRatioF())));
        child->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
}

// The name, with how it stands with the layer where that is not as it should be.
QString LayerPanel::rowText(const catalogue::Layer& layer) const
{
    const QString name = layer.nameIn(m_workspace.language());
    const LayerStanding::State state = m_workspace.openLayers().standing(layer.id).state;
    if (state == LayerStanding::Reading)
        return tr("%1 – reading").arg(name);
    if (state == LayerStanding::Preparing)
        return tr("%1 – preparing").arg(name);
    if (m_failures.contains(layer.id))
        return tr("%1 – cannot be drawn").arg(name);
    switch (state) {
    case LayerStanding::Missing:
        return tr("%1 – missing").arg(name);
    case LayerStanding::Changed:
        return tr("%1 – changed since").arg(name);
    case LayerStanding::Failed:
        return tr("%1 – cannot be read").arg(name);
    case LayerStanding::NotDrawn:
        return tr("%1 – cannot be drawn").arg(name);
    case LayerStanding::Cancelled:
        return tr("%1 – cancelled").arg(name);
    case LayerStanding::Reading:
    case LayerStanding::Preparing:
    case LayerStanding::Ready:
        break;
    }
    return name;
}

QString LayerPanel::problem(const catalogue::Layer& layer) const
{
    if (const auto failure = m_failures.find(layer.id); failure != m_failures.end())
        return failure->second;
    return m_workspace.openLayers().standing(layer.id).problem;
}

void LayerPanel::itemChanged(QTreeWidgetItem* item)
{
    if (m_filling || item->parent() != nullptr)
        return;
    if (isSites(item)) {
        catalogue::SiteDisplay display = m_workspace.state().siteDisplay;
        display.visible = item->checkState(0) == Qt::Checked;
        if (!m_workspace.setSiteDisplay(display))
            rebuild();
        return;
    }
    const catalogue::Layer* now = layer(item->data(0, IdRole).toLongLong());
    const bool visible = item->checkState(0) == Qt::Checked;
    if (now == nullptr || now->visible == visible)
        return;
    catalogue::Layer changed = *now;
    changed.visible = visible;
    change(changed);
}

void LayerPanel::change(const catalogue::Layer& layer)
{
    const bool begun = m_workspace.edit(
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the layer %1")),
         {layer.nameIn(base::Language::English)}},
        false, [layer](catalogue::Edit& edit) { catalogue::updateLayer(edit, layer); });
    if (!begun)
        rebuild(); // what the person clicked goes back
}

void LayerPanel::move(int steps)
{
    const auto id = currentLayer();
    if (!id || !m_workspace.isOpen())
        return;
    const auto& layers = m_workspace.state().layers;
    for (size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].id != *id)
            continue;
        const qint64 index = qint64(i) + steps;
        if (index < 0 || index >= qint64(layers.size()))
            return;
        m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Moved the layer %1")),
                          {layers[i].nameIn(base::Language::English)}},
                         false, [id = *id, index](catalogue::Edit& edit) {
                             catalogue::moveLayer(edit, id, size_t(index));
                         });
        return;
    }
}

void LayerPanel::remove()
{
    const auto id = currentLayer();
    const catalogue::Layer* now = id ? layer(*id) : nullptr;
    if (now == nullptr)
        return;
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the layer %1")),
                      {now->nameIn(base::Language::English)}},
                     false,
                     [id = *id](catalogue::Edit& edit) { catalogue::removeLayer(edit, id); });
}

void LayerPanel::currentChanged()
{
    if (m_filling)
        return;
    const auto id = currentLayer();
    const catalogue::Layer* now = id ? layer(*id) : nullptr;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_up, m_down, m_zoom, m_change, m_remove, m_opacity})
        widget->setEnabled(now != nullptr);
    m_readAgain->setEnabled(now != nullptr && m_workspace.openLayers().standing(now->id).state !=
                                                  LayerStanding::Reading);
    m_relocate->setEnabled(now != nullptr && !now->embedded);
    const bool sites = isSites(m_tree->currentItem());
    if (sites) {
        m_zoom->setEnabled(true);
        m_change->setEnabled(true);
    }
    m_themes->setEnabled(m_workspace.isOpen());
    m_add->setEnabled(m_workspace.isOpen());
    m_filling = true;
    m_opacity->setValue(now != nullptr ? int(std::lround(now->opacity * 100)) : 100);
    m_filling = false;
    if (sites) {
        m_about->setText(tr("Sites lie above all layers. “Change…” says how they are drawn."));
        return;
    }
    if (now == nullptr) {
        m_about->setText(tr("Add a geological map, boundaries or a picture with a position."));
        return;
    }
    QStringList lines{problem(*now), aboutOperation(*now)};
    lines.removeAll(QString());
    if (now->schematic)
        lines << tr("Schematic: drawn for orientation.");
    if (!now->citation.isEmpty())
        lines << now->citation;
    m_about->setText(lines.join(QStringLiteral("\n")));
}

// How a layer is moved to where it lies; empty where nothing of it was read.
QString LayerPanel::aboutOperation(const catalogue::Layer& layer) const
{
    const auto loaded = m_workspace.layers().find(layer.id);
    const geo::Operation* operation = nullptr;
    if (loaded != m_workspace.layers().end() && loaded->second.features)
        operation = &loaded->second.features->operation();
    else if (loaded != m_workspace.layers().end() && loaded->second.raster)
        operation = &*loaded->second.raster->operation();
    if (operation == nullptr)
        return {};
    const geo::OperationInfo& info = operation->info();
    if (operation->isIdentity())
        return operation->from().name();
    const QString way = tr("%1, moved by: %2").arg(operation->from().name(), info.name);
    if (info.ballpark)
        return tr("%1 – without change of datum, may be hundreds of metres off").arg(way);
    if (info.accuracyMetres)
        return tr("%1 (±%2 m)")
            .arg(way, base::localeOf(m_workspace.language()).toString(*info.accuracyMetres));
    return way;
}

} // namespace widgets
