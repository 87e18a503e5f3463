// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/language.h"
#include "base/progress.h"
#include "catalogue/access.h"
#include "catalogue/changeset.h"
#include "catalogue/project_file.h"
#include "catalogue/schema.h"

#include <QString>
#include <QStringList>
#include <map>
#include <vector>

namespace catalogue {

// An entry of the journal, and what it did to the rows that were asked for.
struct HistoryItem
{
    Entry entry;
    std::vector<RowChange> changes;
};

// Every entry that changed a site, or a row that belongs or belonged to it (names, estimates,
// claims, its part in a project …), oldest first.
std::vector<HistoryItem> siteHistory(const ProjectFile& file, base::Id site,
                                     base::Progress& progress);
// The same of one row of any shared table.
std::vector<HistoryItem> rowHistory(const ProjectFile& file, const QString& table, base::Id row,
                                    base::Progress& progress);

// What one entry did: how many rows of which table, and the first `most` of them.
struct EntryContent
{
    struct Count
    {
        qint64 added = 0;
        qint64 changed = 0;
        qint64 removed = 0;
    };
    std::map<QString, Count> counts; // by table
    std::vector<RowChange> changes;
    qint64 rows() const;
};
EntryContent entryContent(const ProjectFile& file, const Entry& entry, size_t most,
                          base::Progress& progress);

// A changed cell in words. Of a row that was added or removed only the cells that say something.
struct ChangeText
{
    QString what;   // "El Boleo: Estimate (Copper)"
    QString field;  // "Ore (t)"
    QString before; // a dash: there was none
    QString after;
    QString table; // and column: the field itself
    QString column;
    base::Id site = 0; // whose it is; 0: of none
};

// Says changes in the language that the program speaks. Names are those that rows have now, or had
// in the change; a row that is gone goes by its number.
class ChangeWords
{
public:
    ChangeWords(const ReadAccess& access, base::Language language);
    std::vector<ChangeText> of(const RowChange& change) const;
    // A line for each changed cell, one for a row that was added or removed: "El Boleo, Stage:
    // Exploration → Production"; "El Boleo: Owner (Baja Mining), added: Share (%) 10; …". Those of
    // the sites themselves come first.
    QStringList lines(const std::vector<RowChange>& changes) const;

private:
    struct Row;
    QString nameOf(const Row& row) const;
    QString siteName(base::Id site) const;
    QString valueText(const std::string& table, const std::string& column,
                      const Value& value) const;

    ReadAccess m_access;
    SharedSchema m_schema;
    base::Language m_language;
};

} // namespace catalogue
