// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointF>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

// A place to go to, typed or pasted in any common form; what is on the clipboard is offered where
// it is a place.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GoToDialog(QWidget* parent);
    std::optional<QPointF> place() const; // degrees of WGS 84

private:
    void check();

    QLineEdit* m_text;
    QLabel* m_found;
    QPushButton* m_ok;
};

} // namespace widgets
