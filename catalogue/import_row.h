// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "catalogue/import_mapping.h"
#include "catalogue/import_table.h"
#include "catalogue/site_store.h"
#include "catalogue/vocabulary.h"
#include "geo/crs.h"

#include <QHash>
#include <QPointF>
#include <map>

namespace catalogue {

// How one row of a table is understood; internal to the import.

// A number as files write it: 1234.5, 1,234.5, 1.234,5, 12,5 or 1 234. nullopt for anything else.
std::optional<double> parseNumber(const QString& text);
// "POINT (x y)", "POINT Z", or a MULTIPOINT of one point, with or without "SRID=…;" before it.
std::optional<QPointF> parseWktPoint(const QString& text);

struct ImportedRow
{
    qint64 line = 0;
    QString key;                     // its record's, unique in the file
    base::Id sourceKey = 0;          // what its ids are hashed from
    std::optional<base::Id> mended;  // the row set aside that it takes the place of
    Site site;                       // without a position
    std::optional<QPointF> position; // in units of its CRS
    std::optional<size_t> crs;       // of RowReader::systems()
    std::vector<QString> aliases;
    std::vector<SiteCommodity> commodities;
    std::optional<Estimate> estimate;
    QString owner;
    ExternalId externalId;
    std::vector<std::optional<QString>> fields; // as they came; nullopt where empty
    // Why it is not taken; reason is empty where it is.
    SetAside aside;
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
    // The coordinate systems met so far.
    struct System
    {
        QString text; // as the file or the person said it
        geo::Crs crs;
    };
    const std::vector<System>& systems() const { return m_systems; }
    std::vector<base::Issue> issues() const;

private:
    struct Slot
    {
        std::optional<size_t> column;
        QString always;
        QString name; // of the column
    };
    struct Unused
    {
        qint64 line = 0; // the first
        qint64 count = 0;
    };
    using Words = QHash<QString, QString>;

    QString text(const QString& field, const ImportTable::Row& row) const;
    const Slot* slot(const QString& field) const;
    QString term(const QString& field, const Vocabulary& vocabulary, const ImportTable::Row& row);
    QStringList list(const QString& text) const;
    std::optional<double> number(const QString& field, const ImportTable::Row& row);
    void readKey(ImportedRow& out, const ImportTable::Row& row);
    void readPosition(ImportedRow& out, const ImportTable::Row& row);
    void readCommodities(ImportedRow& out, const QString& field, const QString& role,
                         const ImportTable::Row& row);
    void readEstimate(ImportedRow& out, const ImportTable::Row& row);
    std::optional<size_t> systemOf(const QString& text);
    void setAside(ImportedRow& out, const QString& reason, const Slot* where,
                  const QString& value) const;
    void noteUnused(const QString& field, const QString& value, qint64 line, const char* what);

    const ImportTable& m_table;
    ImportMapping m_mapping;
    base::Id m_source;
    std::map<QString, std::vector<Slot>> m_slots;
    std::optional<size_t> m_mendedColumn;
    std::optional<size_t> m_sourceColumn;
    std::vector<bool> m_own; // columns that an export of rows set aside added
    std::vector<System> m_systems;
    QHash<QString, int> m_systemOf; // -1: not known
    QHash<QString, Words> m_terms;
    QHash<QString, qint64> m_firstLine; // by key
    std::map<std::tuple<QString, QString, std::string>, Unused> m_unused;
};

} // namespace catalogue
