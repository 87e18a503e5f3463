// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/import_mapping.h"
#include "catalogue/import_table.h"

#include <map>

namespace catalogue {

// How the tables of a publisher are read, as resources/presets holds it: a JSON file each, see
// docs/file-format.md. A person's own is the same kind of file.
struct ImportPreset
{
    QString name; // a stable key
    base::Label title;
    // What of a table shows that it is meant; headers are compared folded.
    QStringList headers;    // all of them must be there
    QStringList anyHeaders; // and `least` of these
    int least = 0;
    std::map<QString, QString> values; // column, regular expression of most of its values
    QString tables;                    // regular expression of the table's name; empty: any
    bool byHeaders = false;            // what the mapping leaves open is read by its usual header
    ImportMapping mapping;
    // The tables of the same file that hold figures about its sites.
    struct Related
    {
        QString table; // without folder and ending
        ImportMapping mapping;
    };
    std::vector<Related> related;
    // What the source is called, where the file is not all there is to say of it.
    QString sourceTitle;
    QString publisher;
    QString published;
    QString licence;
    QString url;
};

// The program's own, from the most particular to the most general.
const std::vector<ImportPreset>& importPresets();
// nullptr where there is none of that name.
const ImportPreset* findImportPreset(const QString& name);
// Throws base::Error saying what is wrong with the file.
ImportPreset importPresetFromJson(const QByteArray& json);
QByteArray toJson(const ImportPreset& preset);
// Which of the program's a mapping is of, or was made from; nullptr: none.
const ImportPreset* presetBehind(const ImportMapping& mapping);
// The mapping as it is saved by a name.
ImportMapping savedAs(const QString& name, ImportMapping mapping);
// A person's own, of how a table is read, with what `own` says of the source and its related
// tables, else what presetBehind() says.
ImportPreset presetOf(const QString& name, const ImportMapping& mapping,
                      const ImportPreset* own = nullptr);

// The preset's mapping for a table, with the columns that the table has. Throws base::Error where
// it lacks one that the preset needs, or there is no such preset.
ImportMapping presetMapping(const QString& preset, const ImportTable& table);
ImportMapping presetMapping(const ImportPreset& preset, const ImportTable& table);

// What a table is taken for.
struct ImportProposal
{
    QString preset; // empty: by its headers alone
    QString reason; // whole sentences
    ImportMapping mapping;
};
// Best first; the last is always that by headers. The CRS is empty unless a column, the file or the
// preset states it.
std::vector<ImportProposal> proposeImport(const ImportTable& table);

// One table of a file and how it is read.
struct ImportStep
{
    std::shared_ptr<const ImportTable> table;
    ImportMapping mapping;
    // A person's own that the mapping is of; null: presetBehind() it.
    std::shared_ptr<const ImportPreset> preset = nullptr;
};
// All that is imported together: the table of sites, and those related to it that the file has and
// the preset knows. `own`: as in a step.
std::vector<ImportStep> importSteps(const QString& path, std::shared_ptr<const ImportTable> table,
                                    const ImportMapping& mapping, base::Progress& progress,
                                    const std::shared_ptr<const ImportPreset>& own = {});

} // namespace catalogue
