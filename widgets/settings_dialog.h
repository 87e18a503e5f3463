// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace widgets {

class TickList;

// What a project says of itself: title, map, handling line, delegations, minerals of interest; and
// what this computer keeps of its layers.
// Gives the workspace one change of what is different when it is accepted.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    // `handling`: the line that stands in header and footer of reports now.
    SettingsDialog(Workspace& workspace, const QString& handling, QWidget* parent);
    void accept() override;

private:
    void check();
    void chooseCrs();
    void addDelegation();
    QLayout* keptLayers();
    void showKept();

    Workspace& m_workspace;
    QString m_givenHandling;
    QLineEdit* m_title;
    QLineEdit* m_crs;
    QLineEdit* m_handling;
    QListWidget* m_delegations;
    QComboBox* m_country;
    TickList* m_minerals;
    QLabel* m_kept;
    QDoubleSpinBox* m_mostKept;
    double m_givenMostKept = 0;
    QPushButton* m_emptyKept;
    QLabel* m_problem;
    QPushButton* m_ok;
    QStringList m_newDelegations; // codes
};

} // namespace widgets
