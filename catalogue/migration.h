// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

namespace SQLite {
class Database;
}
namespace base {
class Progress;
}

namespace catalogue {

// One step from a schema version to the next. It may only append columns and add tables, so that
// older entries still apply and the canonical digest stays as it was.
struct MigrationStep
{
    int toVersion = 0;
    std::function<void(SQLite::Database&)> work;
};

// Every step released so far, in order.
std::vector<MigrationStep> releasedSteps();

// Takes a database of an earlier schema to that of the last step; no transaction of its own.
void bringUpToDate(SQLite::Database& database, base::Progress& progress,
                   const std::vector<MigrationStep>& steps = releasedSteps());

struct MigrationResult
{
    bool fromWal = false;
    bool triggersRemoved = false;
    QString keptOldFile; // empty: the schema was today's
};

// Makes a file fit to be opened for writing: out of WAL mode, without the triggers and indexes that
// GDAL and QGIS add, in the schema the last of `steps` leads to. An older file is migrated on a
// copy, which takes its place; the old one is kept as NAME.before-vN.veta.gpkg. Throws base::Error;
// the file is then as it was.
MigrationResult migrate(const QString& path, base::Progress& progress,
                        const std::vector<MigrationStep>& steps = releasedSteps());

} // namespace catalogue
