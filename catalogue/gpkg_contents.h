// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <limits>
#include <set>
#include <string>

namespace SQLite {
class Database;
}

namespace catalogue {

class SharedSchema;
struct SharedTable;

// Keeps gpkg_contents true after an edit: last_change of the tables it touched, and the extent of
// the sites, which only grows (the standard calls it informative).
class GpkgContents
{
public:
    explicit GpkgContents(const SharedSchema& schema);
    void note(const QByteArray& changeset);
    void noteTable(const SharedTable& table); // that it was touched
    // Rows of that table alone, as BulkRows writes them behind their head.
    void noteInserts(const SharedTable& table, QByteArrayView rows);
    void write(SQLite::Database& database);

private:
    void notePoint(QByteArrayView blob);

    int m_geometryColumn = -1;
    std::set<std::string> m_tables;
    double m_minX = std::numeric_limits<double>::infinity();
    double m_minY = std::numeric_limits<double>::infinity();
    double m_maxX = -std::numeric_limits<double>::infinity();
    double m_maxY = -std::numeric_limits<double>::infinity();
};

} // namespace catalogue
