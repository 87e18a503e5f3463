// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cli {

// What commands say to a person, in the language asked for; JSON is the same in all.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace cli
