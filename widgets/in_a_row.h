// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QWidget;

namespace widgets {

// Several fields as one row of a form; the first has the focus.
QWidget* inARow(std::initializer_list<QWidget*> widgets);

} // namespace widgets
