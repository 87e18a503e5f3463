// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/project_opening.h"

#include "catalogue/history.h"
#include "widgets/message.h"

#include <QWidget>

namespace widgets {

ProjectOpening::ProjectOpening(Workspace& workspace, QWidget& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&workspace, &Workspace::openingFailed, this, &ProjectOpening::solve);
    connect(&workspace, &Workspace::projectChanged, this, &ProjectOpening::lookForOutsideChanges);
}

void ProjectOpening::solve(const QString& path, catalogue::FileProblem::Kind kind,
                           const QString& message, const QString& cause)
{
    using Kind = catalogue::FileProblem::Kind;
    const QString readOnly = tr("Open for reading only");
    switch (kind) {
    case Kind::Older: {
        const int chosen = choose(
            &m_window,
            tr("%1 was made by an earlier version of Veta. It can be brought up to date, and the "
               "file as it is now is kept beside it.")
                .arg(path),
            {tr("Bring up to date"), readOnly});
        if (chosen == 0)
            m_workspace.bringUpToDate(path);
        else if (chosen == 1)
            m_workspace.open(path, catalogue::OpenMode::ReadOnly);
        else
            Q_EMIT nothingOpened();
        break;
    }
    case Kind::Wal:
    case Kind::KnownTriggers:
        if (choose(&m_window,
                   tr("%1 was written by another program (QGIS or GDAL), which left its own "
                      "index or journal in it. Veta can take them out, and then work on the file; "
                      "sites and figures stay as they are.")
                       .arg(path),
                   {tr("Take them out")}) == 0)
            m_workspace.bringUpToDate(path);
        else
            Q_EMIT nothingOpened();
        break;
    case Kind::Held:
    case Kind::ReadOnly:
        if (choose(&m_window, message, {readOnly}) == 0)
            m_workspace.open(path, catalogue::OpenMode::ReadOnly);
        else
            Q_EMIT nothingOpened();
        break;
    default:
        Q_EMIT nothingOpened();
        showProblem(&m_window, message, cause);
    }
}

void ProjectOpening::lookForOutsideChanges()
{
    if (!m_workspace.isOpen() || m_workspace.isReadOnly())
        return;
    constexpr qsizetype Most = 12; // that are told
    struct Changes
    {
        QStringList told;
        qint64 count = 0;
    };
    m_workspace.ask(
        {},
        [language = m_workspace.language()](const catalogue::ProjectFile& file,
                                            base::Progress& progress) {
            Changes changes;
            if (!file.changedOutside(progress))
                return changes;
            std::vector<catalogue::RowChange> rows;
            file.readOutsideChanges(
                [&](const catalogue::RawChange& change) {
                    ++changes.count;
                    if (rows.size() < size_t(Most))
                        rows.push_back(change.taken());
                },
                progress);
            file.read([&](const catalogue::ReadAccess& access) {
                changes.told = catalogue::ChangeWords(access, language).lines(rows).mid(0, Most);
            });
            return changes;
        },
        this,
        [this, path = m_workspace.path()](const Changes& changes) {
            if (changes.count > 0 && m_workspace.path() == path)
                askAboutOutsideChanges(changes.told, changes.count);
        });
}

void ProjectOpening::askAboutOutsideChanges(const QStringList& changes, qint64 count)
{
    QString question = tr("Another program changed %n rows of this project since it was last saved "
                          "here. Until that is settled nothing can be written.",
                          nullptr, int(count));
    question += QStringLiteral("\n\n• ") + changes.join(QStringLiteral("\n• "));
    if (count > changes.size())
        question += QStringLiteral("\n• …");
    const int chosen = choose(&m_window, question, {tr("Take them in"), tr("Turn them back")});
    if (chosen >= 0)
        m_workspace.settleOutsideChanges(chosen == 0);
}

} // namespace widgets
