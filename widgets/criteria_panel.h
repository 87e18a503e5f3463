// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QWidget>

class QLabel;
class QTableWidget;
class QTableWidgetItem;

namespace widgets {

// The criteria with each delegation's weights, and the gates; what is ticked takes part. A person
// changes the weights of the delegation they act as.
class CriteriaPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CriteriaPanel(Workspace& workspace, QWidget* parent = nullptr);
    QTableWidget* criteriaTable() const { return m_criteria; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void criterionChanged(QTableWidgetItem* item);
    void gateChanged(QTableWidgetItem* item);

    Workspace& m_workspace;
    QLabel* m_criteriaLabel;
    QTableWidget* m_criteria;
    QLabel* m_gatesLabel;
    QTableWidget* m_gates;
    QLabel* m_note;
    bool m_filling = false;
};

} // namespace widgets
