// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/history.h"
#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace widgets {

// Every change that was ever made to the project, or to one site, newest first: when, who, what and
// why, and what it changed cell by cell. An older change can be reverted here. It stays open beside
// the window and follows it.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(Workspace& workspace, QWidget* parent);

    // That of the selected site; it follows the selection from then on.
    void showSelectedSite();

private:
    struct Line
    {
        catalogue::Entry entry;
        QStringList told; // of a site's history; else asked for
    };
    void refresh();
    void followSelection();
    void take(std::vector<Line> lines);
    void filter();
    void openItem(QTreeWidgetItem* item);
    void addTold(QTreeWidgetItem& item, const QStringList& told, qint64 notShown);
    void revert();
    void check();
    std::optional<size_t> currentLine() const;

    Workspace& m_workspace;
    std::optional<base::Id> m_site; // the selected one
    QComboBox* m_scope;
    QLineEdit* m_find;
    QTreeWidget* m_tree;
    QLineEdit* m_reason;
    QLabel* m_said;
    QPushButton* m_revert;
    std::vector<Line> m_lines; // oldest first
    quint64 m_asked = 0;
};

} // namespace widgets
