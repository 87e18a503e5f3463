// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "geo/source_file.h"
#include "geo/table_source.h"
#include "geo/workbook.h"
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace geo {

// The tables in the members of a file; internal to this room.

// A member of the file, opened.
struct OpenedMember
{
    QString member;
    QString staged; // as GDAL is to open it
    std::vector<base::Issue> issues;
    std::optional<Workbook> workbook;
    GdalDataset dataset;
    bool denied = false; // it names a CRS that cannot be read
};

struct TableEntry
{
    QString member;
    QString layer; // GDAL's name
    TableInfo info;
};

struct TableListing
{
    std::vector<TableEntry> entries;
    OpenedMember last;                 // member, for whoever goes on with it
    std::vector<base::Error> failures; // of other members
};

// Two endings are shared with what is read otherwise.
bool isTable(const QString& member);
// Throws base::Error.
OpenedMember openTableMember(SourceFile& file, const QString& member);
TableListing listTableMembers(SourceFile& file);
[[noreturn]] void refuseTableChoice(const SourceFile& file, const std::vector<TableEntry>& entries,
                                    const QString& wanted);
[[noreturn]] void refuseSheet(const SourceFile& file, const QString& cause);
// In lower case.
QString suffixOf(const QString& path);

} // namespace geo
