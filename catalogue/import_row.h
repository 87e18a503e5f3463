// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "catalogue/import_figure.h"
#include "catalogue/import_position.h"
#include "catalogue/import_terms.h"
#include "catalogue/site_store.h"

#include <map>

namespace catalogue {

// How one row of a table is understood; internal to the import.

struct ImportedRow
{
    qint64 line = 0;
    QString key;                    // its record's, unique in the file
    base::Id sourceKey = 0;         // what its ids are hashed from
    std::optional<base::Id> mended; // the row set aside that it takes the place of
    QString joinKey;                // of a table that joins another: that one's key
    Site site;                      // without a position
    ImportedPosition position;
    QStringList aliases;
    std::vector<SiteCommodity> commodities;
    std::vector<Estimate> estimates;
    std::optional<SiteProcess> process;
    QString owner;
    ExternalId externalId;
    QString page;
    // Why it is not taken: reason is empty where it is.
    QString reason;
    QString column;
    QString value;
};

// Reads the rows of one table one after another. What it could not use in a row that it took
// otherwise is gathered in issues(): one to a word, with the first line and how often.
class RowReader
{
public:
    // Throws base::Error where the mapping names a column that is not there, or no CRS for the
    // positions it maps.
    RowReader(const ImportTable& table, const ImportMapping& mapping, base::Id source);

    ImportedRow read(const ImportTable::Row& row);
    // Its place alone.
    ImportedPosition readPosition(const ImportTable::Row& row);
    QString positionText(const ImportTable::Row& row) const { return m_positions.text(row); }
    const std::vector<PositionReader::System>& systems() const { return m_positions.systems(); }
    std::vector<ImportWord> words() const { return m_terms.words(); }
    std::vector<base::Issue> issues() const;
    // The keys of the rows so far, once all are read: freeing them takes a while.
    void forgetKeys() { m_firstLine = {}; }

private:
    struct Unused
    {
        qint64 line = 0; // the first
        qint64 count = 0;
    };

    void readKey(ImportedRow& out, const ImportTable::Row& row);
    void readMended(ImportedRow& out, const ImportTable::Row& row) const;
    void readCommodities(ImportedRow& out, const ImportTable::Row& row);
    void readFigures(ImportedRow& out, const ImportTable::Row& row);
    void readProcess(ImportedRow& out, const ImportTable::Row& row);
    QString country(const ImportTable::Row& row);
    static void setAside(ImportedRow& out, const char* reason, const QString& column,
                         const QString& value);
    void noteUnused(const QString& column, const QString& value, qint64 line, const char* what);

    const ImportTable& m_table;
    ImportMapping m_mapping;
    base::Id m_source;
    ImportColumns m_columns;
    TermReader m_terms;
    PositionReader m_positions;
    std::vector<FigureReader> m_figures;
    UnitReader m_units;
    ImportField m_key, m_name, m_alias, m_kind, m_stage, m_stageDate, m_country, m_admin1,
        m_depositType, m_commodity, m_byProduct, m_process, m_feed, m_product, m_capacity,
        m_capacityUnit, m_capacityYear, m_owner, m_idSystem, m_externalId, m_page, m_note;
    std::optional<size_t> m_mendedColumn;
    std::optional<size_t> m_sourceColumn;
    std::vector<bool> m_own;            // columns that an export of rows set aside added
    QHash<QString, qint64> m_firstLine; // by key; lines begin with 1
    std::map<std::tuple<QString, QString, std::string>, Unused> m_unused;
};

// What is doubtful about the positions of a table as it is mapped, in whole sentences; sets what
// of the mapping mends it (westward, swapped) where all of them agree. Empty: nothing.
QString doubtfulPositions(const ImportTable& table, ImportMapping& mapping);

} // namespace catalogue
