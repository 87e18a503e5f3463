// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site_import.h"
#include "widgets/workspace.h"

#include <QDialog>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTemporaryDir;

namespace widgets {

class MendModel;

// Rows that imports have set aside, mended in a grid and imported again: they take the place of
// those set aside, with the ids they would have had. What is still wrong stays, and says why.
class MendDialog : public QDialog
{
    Q_OBJECT

public:
    // `source`: whose rows are shown first; 0: any.
    MendDialog(Workspace& workspace, base::Id source, QWidget* parent);
    ~MendDialog() override;

private:
    struct Heap // what one source has
    {
        catalogue::Source source;
        std::vector<catalogue::SetAside> rows;
    };
    struct Checked
    {
        std::vector<catalogue::ImportStep> steps; // of those that can come in
        std::map<base::Id, catalogue::SetAside> problems;
        std::set<base::Id> mended;
    };
    static catalogue::ImportStep stepOf(const QString& path, const catalogue::Source& source,
                                        const std::vector<catalogue::SetAside>& rows,
                                        base::Progress& progress);
    void take(std::vector<Heap> heaps);
    void showHeap();
    void showProblem(const QModelIndex& from);
    void checkMended();
    void importMended(const Checked& checked);
    void showReason(const QModelIndex& row);
    void tell(const QString& sentence);
    void refresh();

    Workspace& m_workspace;
    base::Id m_first;
    std::vector<Heap> m_heaps;
    std::shared_ptr<const QTemporaryDir> m_folder;
    std::set<base::Id> m_coming; // rows that are being imported
    bool m_busy = false;
    MendModel* m_model;
    QComboBox* m_sources;
    QTableView* m_grid;
    QLabel* m_reason; // of the current row
    QLabel* m_said;
    QPushButton* m_next;
    QPushButton* m_import;
};

} // namespace widgets
