// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <QString>
#include <QStringList>

namespace catalogue {

// Which of the tables in a file is the one of sites.
struct TableChoice
{
    QStringList tables; // as ImportTable::listTables() has them
    qsizetype likely = 0;
    bool isClear = true; // the others are covers, prose, or figures about the sites of it
    QStringList equals;  // where it is not clear: those that are as likely, `likely` among them
    // Where it is clear and there are others, which are not read with it: a sentence naming them.
    QString note;
};

// Looks at the beginning of each. Throws base::Error naming the file where it cannot be read;
// base::Cancelled.
TableChoice chooseTable(const QString& path, base::Progress& progress);

} // namespace catalogue
