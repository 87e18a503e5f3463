// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QWidget>
#include <map>

class QAction;
class QSlider;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;
class QLabel;
class QMenu;

namespace widgets {

// The layers from the top: shown or hidden, how opaque, in which order, with their legends and the
// operation each one is pinned to.
class LayerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LayerPanel(Workspace& workspace, QWidget* parent = nullptr);
    std::optional<base::Id> currentLayer() const;
    void setCurrentLayer(base::Id id);
    void setThemesMenu(QMenu* menu);
    // What can be done with a layer, from its row.
    QMenu* layerMenu() const { return m_menu; }
    // Which layers could not be drawn, and why.
    void showFailures(const std::vector<base::Issue>& issues);

Q_SIGNALS:
    void addRequested();
    void changeRequested(base::Id layer);
    void relocateRequested(base::Id layer);
    void sitesChangeRequested();
    void sitesZoomRequested();
    void zoomRequested(const geo::Extent& degrees);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void makeMenu();
    void rebuild();
    void addRow(const catalogue::Layer& layer);
    void addLegend(QTreeWidgetItem* item, const catalogue::LoadedLayer& loaded);
    QString rowText(const catalogue::Layer& layer) const;
    QString problem(const catalogue::Layer& layer) const;
    QString aboutOperation(const catalogue::Layer& layer) const;
    void zoom();
    void requestChange();
    void itemChanged(QTreeWidgetItem* item);
    void currentChanged();
    const catalogue::Layer* layer(base::Id id) const;
    bool isSites(const QTreeWidgetItem* item) const;
    void change(const catalogue::Layer& layer);
    void move(int steps);
    void remove();

    Workspace& m_workspace;
    QTreeWidget* m_tree;
    QSlider* m_opacity;
    QLabel* m_opacityLabel;
    QLabel* m_about;
    QToolButton* m_add;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_zoom;
    QToolButton* m_change;
    QToolButton* m_remove;
    QToolButton* m_themes;
    QMenu* m_menu;
    QAction* m_zoomAction;
    QAction* m_changeAction;
    QAction* m_readAgain;
    QAction* m_relocate;
    QAction* m_removeAction;
    std::map<base::Id, QString> m_failures; // by layer
    std::set<base::Id> m_open;              // whose legends are unfolded
    bool m_filling = false;
};

} // namespace widgets
