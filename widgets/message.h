// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace widgets {

// The program's only message boxes: modal, so only where data is about to be lost, work cannot go
// on, or a person must decide. Everything else is said in the status bar or the issues panel.
void showProblem(QWidget* parent, const QString& message, const QString& cause = {});
void showInformation(QWidget* parent, const QString& message);
// `action` is the button's word ("Remove"), never Yes or OK alone. False: the person thought
// better.
bool confirm(QWidget* parent, const QString& question, const QString& action);

// Which of several things to do, each a button; -1: none of them.
int choose(QWidget* parent, const QString& question, const QStringList& actions);

// Tests set this to hear what would have been said; confirm() then answers as `answer` says, and
// choose() as `choice`.
struct MessageProbe
{
    QString last;
    bool answer = true;
    int choice = -1;
};
void setMessageProbe(MessageProbe* probe);

} // namespace widgets
