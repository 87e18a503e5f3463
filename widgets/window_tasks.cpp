// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window_tasks.h"

#include "catalogue/settings.h"
#include "catalogue/site_store.h"
#include "catalogue/table_choice.h"
#include "report/csv_report.h"
#include "report/pdf_report.h"
#include "shortlist/decision.h"
#include "widgets/crs_dialog.h"
#include "widgets/dialogs.h"
#include "widgets/drop_tasks.h"
#include "widgets/history_dialog.h"
#include "widgets/layer_dialog.h"
#include "widgets/layer_tasks.h"
#include "widgets/map_sheet_dialog.h"
#include "widgets/mend_dialog.h"
#include "widgets/message.h"
#include "widgets/settings_dialog.h"
#include "widgets/site_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMainWindow>
#include <QSettings>
#include <QStandardPaths>

namespace widgets {

WindowTasks::WindowTasks(Workspace& workspace, QMainWindow& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
    , m_layers(new LayerTasks(workspace, window))
    , m_drops(new DropTasks(workspace, *this, window))
{
    connect(&workspace, &Workspace::imported, this, &WindowTasks::tellImported);
}

void WindowTasks::complain(const QString& message, const QString& cause)
{
    showProblem(&m_window, message, cause);
}

void WindowTasks::newFile()
{
    if (m_workspace.author().name.isEmpty()) {
        chooseAuthor();
        if (m_workspace.author().name.isEmpty())
            return;
    }
    QString path = QFileDialog::getSaveFileName(&m_window, tr("New project file"), QString(),
                                                tr("Project files (*.veta.gpkg)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".gpkg")))
        path += QStringLiteral(".veta.gpkg");
    Q_EMIT aboutToLeave();
    m_workspace.create(path, QFileInfo(path).fileName().section(u'.', 0, 0));
}

void WindowTasks::openFile()
{
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open a project file"),
                                                      QString(), tr("Project files (*.gpkg)"));
    if (!path.isEmpty())
        openPath(path);
}

void WindowTasks::openPath(const QString& path)
{
    Q_EMIT aboutToLeave();
    m_workspace.open(path);
}

void WindowTasks::openSample()
{
    Q_EMIT aboutToLeave();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                      QStringLiteral("/veta"));
    folder.mkpath(QStringLiteral("."));
    const QString path = folder.filePath(QStringLiteral("sample.veta.gpkg"));
    if (QFileInfo::exists(path))
        m_workspace.open(path);
    else
        m_workspace.createSample(path);
}

void WindowTasks::chooseAuthor()
{
    ActingAsDialog dialog(m_workspace, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_workspace.setAuthor(dialog.author());
    QSettings settings;
    settings.setValue(QStringLiteral("author/delegation"), dialog.author().delegation);
    settings.setValue(QStringLiteral("author/name"), dialog.author().name);
}

void WindowTasks::showHistory()
{
    if (!m_workspace.isOpen())
        return;
    if (m_history.isNull()) {
        m_history = new HistoryDialog(m_workspace, &m_window);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

void WindowTasks::showSiteHistory()
{
    showHistory();
    if (m_history)
        m_history->showSelectedSite();
}

void WindowTasks::addLayer()
{
    if (!m_workspace.isOpen())
        return;
    const QStringList files = QFileDialog::getOpenFileNames(
        &m_window, tr("Add layers"), QString(),
        tr("Maps (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.tab *.mif *.zip *.csv *.tif *.tiff "
           "*.png *.jpg *.asc *.mbtiles)"));
    if (!files.isEmpty())
        addLayerFiles(files);
}

void WindowTasks::addLayerFiles(const QStringList& files)
{
    m_layers->add(files);
}

void WindowTasks::takeDropped(const QStringList& paths)
{
    m_drops->take(paths);
}

void WindowTasks::importSites()
{
    if (!m_workspace.isOpen())
        return;
    const QString file = QFileDialog::getOpenFileName(
        &m_window, tr("Import sites"), QString(),
        tr("Tables (*.csv *.txt *.tab *.tsv *.xlsx *.ods *.dbf *.json *.geojson *.shp *.gpkg "
           "*.kml *.kmz *.zip);;All files (*)"));
    if (!file.isEmpty())
        importTable(file);
}

void WindowTasks::importTable(const QString& file)
{
    m_workspace.jobs().run(
        tr("Looking into %1").arg(QFileInfo(file).fileName()), threadPool(),
        [file](base::Progress& progress) { return catalogue::chooseTable(file, progress); }, this,
        [this, file](const Outcome<catalogue::TableChoice>& choice) {
            if (!choice.ok()) {
                if (!choice.cancelled)
                    complain(choice.message, choice.cause);
                return;
            }
            if (choice.value->tables.size() < 2) {
                readTable(file, {});
                return;
            }
            bool accepted = false;
            const QString member = QInputDialog::getItem(
                &m_window, tr("Import sites"),
                tr("The file holds several tables. Which one holds the "
                   "sites?"),
                choice.value->tables, int(choice.value->likely), false, &accepted);
            if (accepted)
                readTable(file, member);
        });
}

void WindowTasks::readTable(const QString& file, const QString& member)
{
    m_workspace.jobs().run(
        tr("Reading %1").arg(QFileInfo(file).fileName()), threadPool(),
        [file, member](base::Progress& progress) -> ImportDialog::Table {
            return std::make_shared<const catalogue::ImportTable>(
                catalogue::ImportTable::open(file, {member, {}}, progress));
        },
        this,
        [this, file](const Outcome<ImportDialog::Table>& table) {
            if (table.ok() && m_workspace.isOpen())
                chooseMapping(file, *table.value);
            else if (!table.ok() && !table.cancelled)
                complain(table.message, table.cause);
        });
}

void WindowTasks::chooseMapping(const QString& file, const ImportDialog::Table& table)
{
    auto* dialog = new ImportDialog(m_workspace, file, table, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_workspace.importSites(dialog->steps()); });
    dialog->open();
}

void WindowTasks::mendRows(base::Id source)
{
    if (!m_workspace.isOpen())
        return;
    auto* dialog = new MendDialog(m_workspace, source, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowTasks::tellImported(const catalogue::ImportOutcome& outcome)
{
    const QLocale locale = base::localeOf(m_workspace.language());
    m_importSource = outcome.setAside.empty() ? 0 : outcome.setAside.front().source;
    QString sentence =
        tr("Imported %1 sites; %2 were there already.")
            .arg(locale.toString(outcome.imported), locale.toString(outcome.alreadyThere));
    if (m_importSource != 0) // first what is to be done: a narrow window cuts off the rest
        sentence =
            QStringLiteral("%1 <a href=\"mend\">%2</a> %3")
                .arg(
                    tr("Rows set aside: %1.").arg(locale.toString(qint64(outcome.setAside.size()))),
                    tr("Mend them…"), sentence);
    Q_EMIT done(sentence);
}

void WindowTasks::follow(const QString& link)
{
    if (link == QLatin1String("mend"))
        mendRows(m_importSource);
}

void WindowTasks::addSite()
{
    if (m_workspace.isOpen())
        SiteDialog(m_workspace, m_workspace.place(), &m_window).exec();
}

void WindowTasks::editSite()
{
    if (!m_workspace.isOpen() || m_workspace.selectedSites().size() != 1)
        return;
    m_workspace.read(
        [id = *m_workspace.selectedSites().begin()](const catalogue::ReadAccess& access) {
            return catalogue::readSiteRecord(access, id);
        },
        this,
        [this](const std::optional<catalogue::SiteRecord>& record) {
            if (record)
                SiteDialog(m_workspace, *record, &m_window).exec();
        });
}

void WindowTasks::editSettings()
{
    if (m_workspace.isOpen())
        m_workspace.read(
            [](const catalogue::ReadAccess& access) { return catalogue::readHandling(access); },
            this,
            [this](const QString& handling) {
                SettingsDialog(m_workspace, handling, &m_window).exec();
            });
}

void WindowTasks::chooseMapCrs()
{
    if (!m_workspace.isOpen())
        return;
    CrsDialog dialog(m_workspace.jobs(), tr("The map is drawn in it."), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const geo::Crs crs = geo::Crs::fromText(dialog.code());
    if (crs == m_workspace.state().mapCrs)
        return;
    m_workspace.edit(
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the project's settings")), {}}, false,
        [crs](catalogue::Edit& edit) { catalogue::writeMapCrs(edit, crs); });
}

void WindowTasks::changeLayer(base::Id layer)
{
    if (!m_workspace.isOpen())
        return;
    for (const catalogue::Layer& each : m_workspace.state().layers)
        if (each.id == layer) {
            LayerDialog(m_workspace, catalogue::Layer(each), &m_window).exec();
            return;
        }
}

void WindowTasks::relocateLayer(base::Id layer)
{
    m_layers->relocate(layer);
}

void WindowTasks::removeSite()
{
    if (!m_workspace.isOpen() || m_workspace.selectedSites().size() != 1)
        return;
    const base::Id id = *m_workspace.selectedSites().begin();
    const auto row = m_workspace.state().sites->rowOf(id);
    if (!row)
        return;
    for (const shortlist::Candidate& candidate : m_workspace.state().round.candidates)
        for (const catalogue::Member& member : candidate.project.members)
            if (member.site == id) {
                showInformation(&m_window,
                                tr("The site is part of the project “%1”. Take it out of the "
                                   "project first.")
                                    .arg(candidate.project.nameIn(m_workspace.language())));
                return;
            }
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the site %1")),
                      {(*m_workspace.state().sites)[*row].name}},
                     true, [id](catalogue::Edit& edit) { catalogue::removeSite(edit, id); });
}

const catalogue::Project* WindowTasks::chosenProject() const
{
    if (m_workspace.isOpen() && m_workspace.selectedProject())
        for (const shortlist::Candidate& candidate : m_workspace.state().round.candidates)
            if (candidate.project.id == *m_workspace.selectedProject())
                return &candidate.project;
    return nullptr;
}

void WindowTasks::newProject()
{
    if (!m_workspace.isOpen())
        return;
    if (m_workspace.selectedSites().empty()) {
        showInformation(&m_window, tr("Select one site or several first, in the table or on the "
                                      "map (with Ctrl)."));
        return;
    }
    ProjectDialog dialog(m_workspace, m_workspace.selectedSites(), &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalogue::Project project = dialog.project();
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the project %1")),
                      {project.nameIn(base::Language::English)}},
                     false,
                     [project](catalogue::Edit& edit) { catalogue::addProject(edit, project); });
}

void WindowTasks::editProject()
{
    const catalogue::Project* chosen = chosenProject();
    if (chosen == nullptr)
        return;
    ProjectDialog dialog(m_workspace, *chosen, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalogue::Project project = dialog.project();
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the project %1")),
                      {project.nameIn(base::Language::English)}},
                     false,
                     [project](catalogue::Edit& edit) { catalogue::updateProject(edit, project); });
}

void WindowTasks::removeProject()
{
    if (const catalogue::Project* project = chosenProject())
        m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the project %1")),
                          {project->nameIn(base::Language::English)}},
                         false, [id = project->id](catalogue::Edit& edit) {
                             shortlist::removeProject(edit, id);
                         });
}

void WindowTasks::printMap(std::function<geo::MapSnapshot()> map)
{
    if (!m_workspace.isOpen())
        return;
    auto* dialog = new MapSheetDialog(m_workspace, std::move(map), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MapSheetDialog::written, this, &WindowTasks::done);
    dialog->open();
}

void WindowTasks::exportReport(ReportFormat format, base::Language language)
{
    if (!m_workspace.isOpen())
        return;
    const bool pdf = format == ReportFormat::Pdf;
    const QString suffix = pdf ? QStringLiteral(".pdf") : QStringLiteral(".csv");
    QString path = QFileDialog::getSaveFileName(
        &m_window, tr("Export the shortlist"),
        QDir(QFileInfo(m_workspace.path()).absolutePath()).filePath(tr("shortlist") + suffix),
        pdf ? tr("PDF files (*.pdf)") : tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(suffix))
        path += suffix;
    m_workspace.jobs().run(
        tr("Writing the report"), m_workspace.fileExecutor(),
        [this, path, pdf, language](base::Progress& progress) {
            const base::Translation words(language);
            const report::ShortlistContent content =
                report::readShortlistContent(m_workspace.fileInItsThread(), words, progress);
            if (pdf)
                report::writePdf(content, words, path, progress);
            else
                report::writeCsv(content, words, path);
        },
        this,
        [this, path](const Outcome<std::monostate>& outcome) {
            if (outcome.ok())
                Q_EMIT done(tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
            else if (!outcome.cancelled)
                complain(outcome.message, outcome.cause);
        });
}

} // namespace widgets
