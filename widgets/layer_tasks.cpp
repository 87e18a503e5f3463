// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_tasks.h"

#include "widgets/message.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>

#include <algorithm>

namespace widgets {

namespace {

QString nameOf(const QString& file)
{
    return QFileInfo(file).fileName();
}

} // namespace

LayerTasks::LayerTasks(Workspace& workspace, QMainWindow& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void LayerTasks::add(const QStringList& files)
{
    if (!m_workspace.isOpen())
        return;
    m_files.insert(m_files.end(), files.begin(), files.end());
    if (m_busy)
        return;
    m_busy = true;
    m_project = m_workspace.path();
    next();
}

void LayerTasks::next()
{
    if (!m_workspace.isOpen() || m_workspace.path() != m_project) {
        m_files.clear();
        m_wanted.clear();
        m_ready.clear();
    }
    if (!m_wanted.empty()) {
        const Wanted wanted = m_wanted.front();
        m_wanted.pop_front();
        propose(wanted);
    } else if (!m_files.empty()) {
        const QString file = m_files.front();
        m_files.pop_front();
        lookInto(file);
    } else {
        finish();
    }
}

void LayerTasks::lookInto(const QString& file)
{
    m_workspace.jobs().run(
        tr("Looking at %1").arg(nameOf(file)), threadPool(),
        [file](base::Progress&) { return geo::listLayers(file); }, this,
        [this, file](const Outcome<geo::SourceLayers>& looked) {
            if (looked.cancelled)
                return next();
            if (!looked.ok())
                showProblem(&m_window, looked.message, looked.cause);
            else if (looked.value->layers.size() > 1)
                return chooseSublayers(file, *looked.value);
            else
                m_wanted.push_back({file, {}, {}});
            next();
        });
}

void LayerTasks::chooseSublayers(const QString& file, const geo::SourceLayers& found)
{
    auto* dialog = new SublayerDialog(nameOf(file), found, m_workspace.language(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog, file](int result) {
        if (result == QDialog::Accepted)
            for (const QString& sublayer : dialog->ticked())
                m_wanted.push_back({file, sublayer, {}});
        next();
    });
    dialog->open();
}

void LayerTasks::propose(const Wanted& wanted)
{
    const quint64 offer = m_workspace.openLayers().offers().begin(nameOf(wanted.file));
    m_workspace.jobs().run(
        tr("Looking at %1").arg(nameOf(wanted.file)), threadPool(),
        [wanted, project = m_project, forOthers = m_forOthers,
         cache = m_workspace.openLayers().cacheOf(offer),
         language = m_workspace.language()](base::Progress& progress) {
            Proposed proposed;
            const std::optional<geo::Crs> said = wanted.crs ? wanted.crs : forOthers;
            proposed.proposal = catalogue::proposeLayer(project, wanted.file, wanted.sublayer, said,
                                                        wanted.crs.has_value(), progress, cache);
            if (proposed.proposal.crsEvidence)
                proposed.asked = CrsAsked{
                    nameOf(wanted.file), *proposed.proposal.crsEvidence,
                    catalogue::proposeCrs(*proposed.proposal.crsEvidence, language, progress),
                    catalogue::boundaries(progress)};
            return proposed;
        },
        this,
        [this, wanted, offer](const Outcome<Proposed>& outcome) {
            if (outcome.ok() && !outcome.value->asked) {
                m_ready.push_back(outcome.value->proposal.layer);
                m_workspace.openLayers().offers().fill(offer, outcome.value->proposal);
                return next();
            }
            m_workspace.openLayers().offers().withdraw(offer);
            if (outcome.ok() && m_workspace.isOpen())
                return ask(wanted, *outcome.value);
            if (!outcome.ok() && !outcome.cancelled)
                showProblem(&m_window, outcome.message, outcome.cause);
            next();
        });
}

void LayerTasks::ask(const Wanted& wanted, const Proposed& proposed)
{
    const bool stated = proposed.asked->evidence.stated.has_value();
    const int others = stated ? 0 : int(m_wanted.size() + m_files.size());
    CrsAsked asked = *proposed.asked;
    if (!wanted.sublayer.isEmpty())
        asked.fileName = wanted.sublayer;
    auto* dialog =
        new CrsQuestion(m_workspace.jobs(), m_workspace.language(), asked, others, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog, wanted](int result) {
        if (result == QDialog::Accepted && dialog->crs()) {
            if (dialog->forOthers())
                m_forOthers = dialog->crs();
            m_wanted.push_front({wanted.file, wanted.sublayer, dialog->crs()});
        }
        next();
    });
    dialog->open();
}

void LayerTasks::finish()
{
    m_busy = false;
    m_forOthers.reset();
    const std::vector<catalogue::Layer> layers = std::exchange(m_ready, {});
    if (layers.empty())
        return m_workspace.openLayers().offers().withdrawAll();
    const catalogue::Sentence sentence =
        layers.size() == 1
            ? catalogue::Sentence{QStringLiteral(
                                      QT_TRANSLATE_NOOP("Journal", "Added the layer %1")),
                                  {layers.front().nameIn(base::Language::English)}}
            : catalogue::Sentence{QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added %1 layers")),
                                  {QString::number(layers.size())}};
    const bool added = m_workspace.edit(sentence, false, [layers](catalogue::Edit& edit) {
        for (const catalogue::Layer& layer : layers)
            catalogue::addLayer(edit, layer);
    });
    if (!added)
        m_workspace.openLayers().offers().withdrawAll();
}

void LayerTasks::relocate(base::Id id)
{
    if (!m_workspace.isOpen())
        return;
    const auto& layers = m_workspace.state().layers;
    const auto found = std::find_if(layers.begin(), layers.end(),
                                    [&](const catalogue::Layer& layer) { return layer.id == id; });
    if (found == layers.end() || found->embedded)
        return;
    catalogue::Layer layer = *found; // its own: the list may change while the dialog is open
    const QDir home = QFileInfo(m_workspace.path()).absoluteDir();
    const QString file = QFileDialog::getOpenFileName(
        &m_window, tr("Where the file of “%1” is now").arg(layer.nameIn(m_workspace.language())),
        home.absoluteFilePath(layer.path), tr("All files (*)"));
    if (file.isEmpty())
        return;
    m_workspace.jobs().run(
        tr("Looking at %1").arg(nameOf(file)), threadPool(),
        [layer, file, project = m_workspace.path()](base::Progress& progress) {
            return catalogue::relocateLayer(project, layer, file, progress);
        },
        this,
        [this, project = m_workspace.path()](const Outcome<catalogue::LayerRelocation>& outcome) {
            if (m_workspace.path() != project)
                return;
            if (outcome.ok())
                relocate(*outcome.value);
            else if (!outcome.cancelled)
                showProblem(&m_window, outcome.message, outcome.cause);
        });
}

void LayerTasks::relocate(const catalogue::LayerRelocation& moved)
{
    QStringList different;
    for (const base::Issue& issue : moved.issues)
        different << issue.text;
    if (!different.isEmpty() &&
        !confirm(&m_window, different.join(QLatin1Char('\n')), tr("Use this file")))
        return;
    const catalogue::Layer& layer = moved.layer;
    m_workspace.edit(
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Said where the file of the layer %1 is now")),
         {layer.nameIn(base::Language::English)}},
        false, [layer](catalogue::Edit& edit) { catalogue::updateLayer(edit, layer); });
}

} // namespace widgets
