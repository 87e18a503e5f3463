// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace report {

// What this room says to people: Text::tr("…") anywhere in it, found by lupdate under the context
// Text.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace report
