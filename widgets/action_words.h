// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QString;

namespace widgets {

// What an action is called, and what it does: its tip says its shortcut too.
void nameAction(QAction& action, const QString& text, const QString& tip);

} // namespace widgets
