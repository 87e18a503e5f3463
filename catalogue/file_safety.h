// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/project_file.h"

#include <QString>

namespace SQLite {
class Database;
}

namespace catalogue {

// What a file from a stranger must pass before a query of ours runs on it (docs/file-format.md,
// "Distrust"). Each function throws FileProblem naming the file and what to do.

// Path and first bytes, before SQLite runs anything: a plain readable file, a SQLite database, a
// GeoPackage, not in WAL mode.
void checkHeader(const QString& path);

// Limits, defensive mode, no trusted schema, no extension loading.
void harden(SQLite::Database& database);

// Ours, of a version we know, with no trigger, view or virtual table but those that GDAL and QGIS
// add, and those only for reading.
void checkObjects(SQLite::Database& database, const QString& path, OpenMode mode);

// SQLite's quick_check, remembered in the user's cache for a file that has not changed since.
void checkIntegrity(SQLite::Database& database, const QString& path, base::Progress& progress);

// Whether this is a trigger that GDAL or QGIS writes, word for word but for white space and names.
bool isKnownTrigger(const QString& name, const QString& table, const QString& sql);

// What SQLite reported, as a sentence for the person.
base::Error fileError(const QString& path, int sqliteCode, const QString& cause);

} // namespace catalogue
