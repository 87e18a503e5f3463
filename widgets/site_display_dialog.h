// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace widgets {

// How the sites are drawn on the map, which shows it while the dialog is open. Gives the workspace
// one change when it is accepted, none when it is not.
class SiteDisplayDialog : public QDialog
{
    Q_OBJECT

public:
    SiteDisplayDialog(Workspace& workspace, QWidget* parent);
    ~SiteDisplayDialog() override;
    void accept() override;

private:
    catalogue::SiteDisplay display() const;

    Workspace& m_workspace;
    QComboBox* m_shown;
    QComboBox* m_colors;
    QComboBox* m_sizes;
    QCheckBox* m_labels;
};

} // namespace widgets
