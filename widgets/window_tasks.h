// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/import_dialog.h"
#include "widgets/workspace.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace widgets {

class DropTasks;
class HistoryDialog;
class LayerTasks;

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
    void openPath(const QString& path);
    void openSample(); // made where there is none yet
    void chooseAuthor();
    void showHistory();
    void showSiteHistory(); // of the selected one

    void addLayer();
    void addLayerFiles(const QStringList& files);
    // Files dropped on the window: projects, tables, layers.
    void takeDropped(const QStringList& paths);
    void importSites();
    void importTable(const QString& file);
    void mendRows(base::Id source = 0); // of any that has some: 0
    void addSite();                     // where the person last clicked on the map
    void editSite();
    void removeSite();
    void editSettings();
    void chooseMapCrs();
    void changeLayer(base::Id layer);
    void relocateLayer(base::Id layer);
    void newProject();
    void editProject();
    void removeProject();
    // What a sentence of done() offers to do, by the link in it.
    void follow(const QString& link);
    void exportReport(ReportFormat format, base::Language language);
    // `map`: what the window's map shows at the moment it is asked.
    void printMap(std::function<geo::MapSnapshot()> map);

Q_SIGNALS:
    void done(const QString& sentence); // for the foot of the window; may hold a link
    void aboutToLeave();                // the open project: another one is wanted

private:
    void readTable(const QString& file, const QString& member);
    void chooseMapping(const QString& file, const ImportDialog::Table& table);
    void tellImported(const catalogue::ImportOutcome& outcome);
    void complain(const QString& message, const QString& cause);
    const catalogue::Project* chosenProject() const;

    Workspace& m_workspace;
    QMainWindow& m_window;
    base::Id m_importSource = 0; // of the last import, where it set rows aside
    LayerTasks* m_layers;
    DropTasks* m_drops;
    QPointer<HistoryDialog> m_history; // while it is open
};

} // namespace widgets
