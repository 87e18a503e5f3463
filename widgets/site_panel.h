// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/site_table_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QTableView;
class QToolButton;

namespace widgets {

// The filter, how many sites it lets through, and their table.
class SitePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SitePanel(Workspace& workspace, QWidget* parent = nullptr);
    QTableView* table() const { return m_table; }

Q_SIGNALS:
    void siteActivated(base::Id site); // to be shown on the map

protected:
    void changeEvent(QEvent* event) override;

private:
    using Values = std::set<QString> catalogue::SiteFilter::*;
    struct Choice
    {
        QToolButton* button = nullptr;
        QMenu* menu = nullptr;
        Values values = nullptr;
    };
    void retranslate();
    void fillMenu(const Choice& choice);
    void showFilter();
    void tableSelected();
    void showSelection();

    Workspace& m_workspace;
    SiteTableModel* m_model;
    QTableView* m_table;
    QLineEdit* m_text;
    QLabel* m_count;
    QToolButton* m_clear;
    std::vector<Choice> m_choices;
    bool m_selecting = false;
};

} // namespace widgets
