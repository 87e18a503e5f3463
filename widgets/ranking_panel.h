// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace widgets {

// The ranking for each delegation and jointly, what makes up the score of the selected project, and
// the decision on it.
class RankingPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RankingPanel(Workspace& workspace, QWidget* parent = nullptr);
    QTableWidget* rankingTable() const { return m_ranking; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showRanking();
    void showProject();
    void projectSelected();
    void decide();
    std::optional<size_t> selectedCandidate() const;

    Workspace& m_workspace;
    QTableWidget* m_ranking;
    QTableWidget* m_parts;
    QLabel* m_note;
    QLabel* m_gates;
    QLabel* m_decisionLabel;
    QComboBox* m_decision;
    QLineEdit* m_reason;
    QPushButton* m_decide;
    bool m_filling = false;
};

} // namespace widgets
