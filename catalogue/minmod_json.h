// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <QString>
#include <QStringList>
#include <memory>

namespace catalogue {

class KeptRows;

// Mineral sites as DARPA CriticalMAAS publishes them in JSON (github.com/DARPA-CRITICALMAAS,
// schema of ta2-minmod-data): a list of sites, each with its inventory; a file, or a .zip of many.
// Read as two tables with the columns of the flat MinMod tables, so that one mapping serves both.

struct MinmodTables
{
    std::shared_ptr<const KeptRows> sites;     // minmodSiteColumns()
    std::shared_ptr<const KeptRows> inventory; // minmodInventoryColumns(); rows that state a figure
};

const QStringList& minmodSiteColumns();
const QStringList& minmodInventoryColumns();

// By the beginning of the file, or of the archive's first member in JSON.
bool isMinmodJson(const QString& path);
// Lines are numbers of the site in its order. Throws base::Error naming the file and what in it is
// no such JSON; base::Cancelled.
MinmodTables readMinmodJson(const QString& path, base::Progress& progress);

} // namespace catalogue
