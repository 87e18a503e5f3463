// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
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
    ProjectDialog(const Workspace& workspace, const std::set<base::Id>& sites, QWidget* parent);
    catalogue::Project project() const;

private:
    const Workspace& m_workspace;
    QLineEdit* m_name;
    QLineEdit* m_summary;
    QTableWidget* m_members;
};

// Every change that was ever made to the project file.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(Workspace& workspace, QWidget* parent);

private:
    QTableWidget* m_entries;
};

} // namespace widgets
