// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialogButtonBox>

class QDialog;

namespace widgets {

// OK and Cancel, joined to the dialog.
QDialogButtonBox* okAndCancel(QDialog& dialog);

} // namespace widgets
