// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import_dialog.h"
#include "widgets/workspace.h"

#include <QObject>

class QMainWindow;

namespace widgets {

enum class ReportFormat { Pdf, Csv };

// The tasks that a menu begins: each asks what it must know, and gives the workspace one change or
// one job. Every question can be answered with Cancel; nothing is different then.
class WindowTasks : public QObject
{
    Q_OBJECT

public:
    WindowTasks(Workspace& workspace, QMainWindow& window);

    void newFile();
    void openFile();
    void openSample(); // made where there is none yet
    void chooseAuthor();
    void showHistory();

    void addLayer();
    void addLayerFile(const QString& file);
    void importSites();
    void importTable(const QString& file);
    void addSite(); // where the person last clicked on the map
    void editSite();
    void removeSite();
    void editSettings();
    void changeLayer(base::Id layer);
    void newProject();
    void editProject();
    void removeProject();
    void exportReport(ReportFormat format, base::Language language);

Q_SIGNALS:
    void done(const QString& sentence); // for the foot of the window
    void aboutToLeave();                // the open project: another one is wanted

private:
    void propose(const QString& file, const QString& sublayer, const std::optional<geo::Crs>& crs);
    void proposed(const Outcome<catalogue::LayerProposal>& outcome, const QString& file,
                  const QString& sublayer);
    void chooseMapping(const ImportDialog::Table& table);
    void tellImported(const catalogue::ImportOutcome& outcome);
    void complain(const QString& message, const QString& cause);
    const catalogue::Project* chosenProject() const;

    Workspace& m_workspace;
    QMainWindow& m_window;
};

} // namespace widgets
