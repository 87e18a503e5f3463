// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site_import.h"
#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTimer;

namespace widgets {

// How the columns of a table of sites are read: proposes a mapping, and shows at every change what
// would come of it, down to each row that would be set aside and why. Nothing is written here.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    using Table = std::shared_ptr<const catalogue::ImportTable>;

    ImportDialog(Workspace& workspace, Table table, QWidget* parent);
    ~ImportDialog() override; // stops the check that is going on

    const catalogue::ImportMapping& mapping() const { return m_mapping; }

private:
    void offerPresets();
    void takePreset();
    void showMapping();
    void mappingEdited();
    void check();
    void showOutcome(const Outcome<catalogue::ImportOutcome>& outcome);
    void showFile();
    void saveMapping();
    void exportSetAside();

    Workspace& m_workspace;
    Table m_table;
    catalogue::ImportMapping m_mapping;
    std::vector<catalogue::SavedMapping> m_saved;
    std::optional<catalogue::ImportOutcome> m_outcome; // of m_mapping
    std::shared_ptr<base::Progress> m_checking;

    QComboBox* m_presets;
    QTableWidget* m_columns;
    QComboBox* m_crs;
    QTabWidget* m_tabs;
    QTableWidget* m_preview;
    QTableWidget* m_file;
    QTableWidget* m_setAside;
    QTableWidget* m_notes;
    QLabel* m_summary;
    QPushButton* m_import;
    QPushButton* m_export;
    QTimer* m_delay;
};

} // namespace widgets
