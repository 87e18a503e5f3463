// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "catalogue/import_preset.h"

namespace catalogue {

// What a mapping leaves of a table: that it reads no position, and the columns it does not read.
std::vector<base::Issue> unreadNotes(const ImportTable& table, const ImportMapping& mapping);

// The tables of the file that are not read with the first; none where it is one table.
std::vector<base::Issue> unreadTables(const std::vector<ImportStep>& steps);

struct CountedRows
{
    qint64 first = 0; // the line of it
    qint64 count = 0;
    void add(qint64 line)
    {
        if (count++ == 0)
            first = line;
    }
};

// That positions lie far outside of the country which their rows name.
base::Issue foreignNote(const ImportTable& table, const ImportMapping& mapping,
                        const QString& country, const CountedRows& rows);

} // namespace catalogue
