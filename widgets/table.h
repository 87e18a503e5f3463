// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace widgets {

// A dense table of rows that is read, not typed in; it still takes cells that can be.
void prepareTable(QTableWidget& table);
// A cell that shows its text in a tooltip too; `more` adds to enabled and selectable.
QTableWidgetItem* tableCell(const QString& text, Qt::ItemFlags more = {});
QTableWidgetItem* numberCell(const QString& text, Qt::ItemFlags more = {});

} // namespace widgets
