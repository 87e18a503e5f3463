// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QObject>

namespace widgets {

// What a person is asked around the opening of a project: whether an older file shall be brought up
// to date, whether one that somebody else holds is opened for reading, and what becomes of what
// another program changed in it.
class ProjectOpening : public QObject
{
    Q_OBJECT

public:
    ProjectOpening(Workspace& workspace, QWidget& window);

Q_SIGNALS:
    void nothingOpened(); // the person thought better

private:
    void solve(const QString& path, catalogue::FileProblem::Kind kind, const QString& message,
               const QString& cause);
    void lookForOutsideChanges();
    void askAboutOutsideChanges(const QStringList& changes, qint64 count);

    Workspace& m_workspace;
    QWidget& m_window;
};

} // namespace widgets
