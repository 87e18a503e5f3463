// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace widgets {

// What stands in the middle of the window while no project is open: how to begin.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(QAction* sample, QAction* open, QAction* newFile, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QLabel* m_words;
    QPushButton* m_sample;
    QPushButton* m_open;
    QPushButton* m_new;
};

} // namespace widgets
