// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/message.h"

#include <QMessageBox>
#include <QPushButton>

namespace widgets {

namespace {

MessageProbe* s_probe = nullptr;

bool heard(const QString& message)
{
    if (s_probe == nullptr)
        return false;
    s_probe->last = message;
    return true;
}

} // namespace

void setMessageProbe(MessageProbe* probe)
{
    s_probe = probe;
}

void showProblem(QWidget* parent, const QString& message, const QString& cause)
{
    if (heard(message))
        return;
    QMessageBox box(QMessageBox::Warning, QStringLiteral("Veta"), message, QMessageBox::Ok, parent);
    if (!cause.isEmpty())
        box.setDetailedText(cause);
    box.exec();
}

void showInformation(QWidget* parent, const QString& message)
{
    if (heard(message))
        return;
    QMessageBox box(QMessageBox::Information, QStringLiteral("Veta"), message, QMessageBox::Ok,
                    parent);
    box.exec();
}

bool confirm(QWidget* parent, const QString& question, const QString& action)
{
    if (heard(question))
        return s_probe->answer;
    QMessageBox box(QMessageBox::Question, QStringLiteral("Veta"), question, QMessageBox::Cancel,
                    parent);
    QPushButton* go = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == go;
}

int choose(QWidget* parent, const QString& question, const QStringList& actions)
{
    if (heard(question))
        return s_probe->choice;
    QMessageBox box(QMessageBox::Question, QStringLiteral("Veta"), question, QMessageBox::Cancel,
                    parent);
    QList<QAbstractButton*> buttons;
    for (const QString& action : actions)
        buttons << box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(qobject_cast<QPushButton*>(buttons.value(0)));
    box.exec();
    return int(buttons.indexOf(box.clickedButton()));
}

} // namespace widgets
