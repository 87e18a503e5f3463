// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/in_a_row.h"

#include <QHBoxLayout>
#include <QWidget>

namespace widgets {

QWidget* inARow(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* each : widgets)
        layout->addWidget(each);
    layout->addStretch(1);
    row->setFocusProxy(*widgets.begin());
    return row;
}

} // namespace widgets
