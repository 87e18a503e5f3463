// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace widgets {

// What a file that was dropped on the window may become.
enum class DropKind {
    Project,
    Layer,
    Table,
    Either, // a table with positions: sites or a layer, a person says
    Folder, // of files; nothing to do with it
};

// Looks into the file where its name does not tell: call it on another thread. What cannot be read
// is a layer or a table by its ending, and whoever opens it says what is wrong.
DropKind dropKindOf(const QString& path);

// Those that a person means: without the side files (.dbf, .prj, .tfw …) of a file that is there
// itself.
QStringList withoutSideFiles(const QStringList& paths);

// Lets files be dropped on some widgets and all that is in them.
class FileDrop : public QObject
{
    Q_OBJECT

public:
    FileDrop(std::initializer_list<QWidget*> targets, QObject* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void dropped(const QStringList& paths);
};

} // namespace widgets
