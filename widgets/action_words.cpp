// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/action_words.h"

#include <QAction>
#include <QKeySequence>

namespace widgets {

void nameAction(QAction& action, const QString& text, const QString& tip)
{
    action.setText(text);
    action.setToolTip(action.shortcut().isEmpty()
                          ? tip
                          : QStringLiteral("%1 (%2)").arg(
                                tip, action.shortcut().toString(QKeySequence::NativeText)));
}

} // namespace widgets
