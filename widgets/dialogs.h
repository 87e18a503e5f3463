// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace widgets {

// Who sits at the keyboard: their delegation and name.
class ActingAsDialog : public QDialog
{
    Q_OBJECT

public:
    ActingAsDialog(const Workspace& workspace, QWidget* parent);
    catalogue::Author author() const;

private:
    QComboBox* m_delegation;
    QLineEdit* m_name;
};

// A candidate project of some sites: its name, and each site's role and place in the chain.
class ProjectDialog : public QDialog
{
    Q_OBJECT

public:
    // A new one of some sites.
    ProjectDialog(const Workspace& workspace, const std::set<base::Id>& sites, QWidget* parent);
    // One to change; the selected sites can be added to it.
    ProjectDialog(const Workspace& workspace, const catalogue::Project& project, QWidget* parent);
    catalogue::Project project() const;

private:
    void make();
    void addMember(const catalogue::Member& member);
    void moveMember(int steps);
    void check();

    const Workspace& m_workspace;
    catalogue::Project m_given;
    QLineEdit* m_name;
    QLineEdit* m_summary;
    QTableWidget* m_members;
    QLabel* m_distance;
    QPushButton* m_ok = nullptr;
};

} // namespace widgets
