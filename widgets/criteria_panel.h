// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTableWidget;
class QTableWidgetItem;
class QToolButton;

namespace widgets {

// The criteria with each delegation's weights, and the gates; what is ticked takes part. A person
// changes the weights of the delegation they act as.
class CriteriaPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CriteriaPanel(Workspace& workspace, QWidget* parent = nullptr);
    QTableWidget* criteriaTable() const { return m_criteria; }
    QTableWidget* gatesTable() const { return m_gates; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* addButton(QHBoxLayout& row);
    void addCriterion();
    void changeCriterion();
    void removeCriterion();
    void addGate();
    void changeGate();
    void removeGate();
    void chosen();
    void retranslate();
    void refresh();
    void criterionChanged(QTableWidgetItem* item);
    void gateChanged(QTableWidgetItem* item);

    Workspace& m_workspace;
    QLabel* m_criteriaLabel;
    QToolButton* m_addCriterion;
    QToolButton* m_changeCriterion;
    QToolButton* m_removeCriterion;
    QTableWidget* m_criteria;
    QLabel* m_gatesLabel;
    QToolButton* m_addGate;
    QToolButton* m_changeGate;
    QToolButton* m_removeGate;
    QTableWidget* m_gates;
    QLabel* m_note;
    bool m_filling = false;
};

} // namespace widgets
