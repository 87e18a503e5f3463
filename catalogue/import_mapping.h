// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace catalogue {

class Edit;
class ReadAccess;

// What a column of a file can say of a site. Stable keys; importFieldLabel() is what people read.
namespace import_field {
inline const QString Key = QStringLiteral("key"); // record number; several make one together
inline const QString Name = QStringLiteral("name");
inline const QString Alias = QStringLiteral("alias"); // a list
inline const QString Kind = QStringLiteral("kind");
inline const QString Stage = QStringLiteral("stage");
inline const QString StageDate = QStringLiteral("stage_date");
inline const QString Country = QStringLiteral("country");
inline const QString Admin1 = QStringLiteral("admin1");
inline const QString DepositType = QStringLiteral("deposit_type");
inline const QString X = QStringLiteral("x"); // longitude or easting
inline const QString Y = QStringLiteral("y"); // latitude or northing
inline const QString Wkt = QStringLiteral("wkt");
inline const QString Crs = QStringLiteral("crs");
inline const QString Commodity = QStringLiteral("commodity");  // a list, as main products
inline const QString ByProduct = QStringLiteral("by_product"); // a list
inline const QString Tonnes = QStringLiteral("tonnes");        // of ore
inline const QString Grade = QStringLiteral("grade");
inline const QString GradeUnit = QStringLiteral("grade_unit");
inline const QString GradeCommodity = QStringLiteral("grade_commodity");
inline const QString ContainedTonnes = QStringLiteral("contained_tonnes");
inline const QString Category = QStringLiteral("category");
inline const QString EffectiveDate = QStringLiteral("effective_date");
inline const QString Code = QStringLiteral("code");
inline const QString Owner = QStringLiteral("owner");
inline const QString IdSystem = QStringLiteral("id_system");
inline const QString ExternalId = QStringLiteral("external_id");
inline const QString Note = QStringLiteral("note");
} // namespace import_field

// All of them, in the order they are offered.
const QStringList& importFields();
QString importFieldLabel(const QString& field);
// Several columns may serve it: the key's parts, lists, notes.
bool importFieldTakesSeveral(const QString& field);

// How the columns of a table are read.
struct ImportMapping
{
    struct Part
    {
        QString field;
        QString column;                // a header of the file, or
        std::optional<QString> always; // a value that stands for every row
        bool operator==(const Part&) const = default;
    };
    QString name; // of a preset or a saved mapping
    std::vector<Part> parts;
    QString
        crs; // of positions whose row names none, as geo::Crs::fromText() reads it; may be empty
    QString listSeparator; // empty: ; or |, else a comma

    bool has(const QString& field) const;
    QStringList columnsOf(const QString& field) const;
    // Replaces what the field had; an empty column takes it out.
    void setColumn(const QString& field, const QString& column);
    bool operator==(const ImportMapping&) const = default;
};

// {"name": …, "crs": …, "list_separator": …, "fields": {"name": "Site", "key": ["source", "id"],
// "country": {"always": "MX"}}}, see docs/file-format.md. Throws base::Error.
QByteArray toJson(const ImportMapping& mapping);
ImportMapping importMappingFromJson(const QByteArray& json);

// The presets by name: minmod-sites (the CriticalMAAS MinMod table of mineral sites) and plain
// (columns by their usual English or Spanish headers, positions in WGS 84). Only columns that are
// there are mapped. Throws base::Error for another name, or where a preset's columns are missing.
const QStringList& importPresets();
ImportMapping presetMapping(const QString& preset, const std::vector<QString>& columns);

// What the headers suggest: a preset where its columns are all there, else by their usual names.
// Its crs is empty unless a column states it: never guessed.
ImportMapping proposeMapping(const std::vector<QString>& columns);

// Mappings kept in the project file for the next file of their kind.
struct SavedMapping
{
    base::Id id = 0;
    ImportMapping mapping;
};
std::vector<SavedMapping> readImportMappings(const ReadAccess& access); // by name
// Replaces the one of the same name.
base::Id saveImportMapping(Edit& edit, const ImportMapping& mapping);
void removeImportMapping(Edit& edit, base::Id id);

} // namespace catalogue
