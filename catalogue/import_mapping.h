// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace catalogue {

class Edit;
class ImportTable;
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
inline const QString Crs = QStringLiteral("crs"); // or a datum
// Degrees in three columns, the degrees themselves in X and Y; hemispheres for either way.
inline const QString XMinutes = QStringLiteral("x_minutes");
inline const QString XSeconds = QStringLiteral("x_seconds");
inline const QString XHemisphere = QStringLiteral("x_hemisphere");
inline const QString YMinutes = QStringLiteral("y_minutes");
inline const QString YSeconds = QStringLiteral("y_seconds");
inline const QString YHemisphere = QStringLiteral("y_hemisphere");
inline const QString UtmZone = QStringLiteral("utm_zone");
inline const QString Commodity = QStringLiteral("commodity");  // a list, as main products
inline const QString ByProduct = QStringLiteral("by_product"); // a list
// A figure: one of those the mapping holds, or one of its estimates.
inline const QString Tonnes = QStringLiteral("tonnes");          // of ore
inline const QString TonnesUnit = QStringLiteral("tonnes_unit"); // none mapped: tonnes
inline const QString Grade = QStringLiteral("grade");
inline const QString GradeUnit = QStringLiteral("grade_unit");
inline const QString GradeCommodity = QStringLiteral("grade_commodity");
inline const QString ContainedTonnes = QStringLiteral("contained_tonnes");
inline const QString ContainedUnit = QStringLiteral("contained_unit"); // none mapped: tonnes
inline const QString Cutoff = QStringLiteral("cutoff");
inline const QString CutoffUnit = QStringLiteral("cutoff_unit");
inline const QString Category = QStringLiteral("category");
inline const QString EffectiveDate = QStringLiteral("effective_date");
inline const QString Code = QStringLiteral("code");
inline const QString EstimateNote = QStringLiteral("estimate_note");
// Of a plant.
inline const QString Process = QStringLiteral("process");
inline const QString Feed = QStringLiteral("feed");
inline const QString Product = QStringLiteral("product");
inline const QString Capacity = QStringLiteral("capacity"); // a year
inline const QString CapacityUnit = QStringLiteral("capacity_unit");
inline const QString CapacityYear = QStringLiteral("capacity_year");
inline const QString Owner = QStringLiteral("owner");
inline const QString IdSystem = QStringLiteral("id_system");
inline const QString ExternalId = QStringLiteral("external_id");
inline const QString Page = QStringLiteral("page"); // of a document, where a figure stands
inline const QString Note = QStringLiteral("note");
} // namespace import_field

// All of them, in the order they are offered.
const QStringList& importFields();
QString importFieldLabel(const QString& field);
// Several columns may serve it: the key's parts, lists, notes.
bool importFieldTakesSeveral(const QString& field);

// Those that belong to a figure.
const QStringList& estimateFields();

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
    QString name;   // of a preset or a saved mapping
    QString preset; // of a saved mapping: which of the program's it was made from
    std::vector<Part> parts;
    // Figures that a row states besides the one that `parts` may hold: each a list of parts whose
    // fields are estimateFields().
    std::vector<std::vector<Part>> estimates;
    // Of positions whose row names none, as geo::Crs::fromText() reads it; with a column of UTM
    // zones its datum. May be empty.
    QString crs;
    QString listSeparator; // empty: by content
    // What a word of the file means: by field and word (as the file has it, without regard to case
    // and accents) the key of its vocabulary, or empty: it says nothing.
    std::map<QString, std::map<QString, QString>> words;
    QString decimal; // "." or ","; empty: by the content of each column
    // What an ambiguous unit means in this file, as UnitReader takes it: {"ton": "short_ton"}.
    std::map<QString, QString> units;
    bool zeroIsMissing = false; // a figure of 0 says that it is not known
    bool westward = false;      // longitudes without a sign are west
    bool swapped = false;       // X holds the latitude and Y the longitude
    // The rows are figures about sites that another table holds: the one of this name of the same
    // file, or those of a preset imported before. Their key is that table's.
    QString joins;

    bool has(const QString& field) const;
    QStringList columnsOf(const QString& field) const;
    // Replaces what the field had; an empty column takes it out.
    void setColumn(const QString& field, const QString& column);
    bool operator==(const ImportMapping&) const = default;
};

// See docs/file-format.md. Reading takes the JSON of a preset too. Throws base::Error.
QByteArray toJson(const ImportMapping& mapping);
ImportMapping importMappingFromJson(const QByteArray& json);

// Columns by their usual headers in English or Spanish, also with a unit in brackets; the CRS only
// where a header names its datum ("LAT NAD27"), for it is never guessed.
ImportMapping mappingByHeaders(const std::vector<QString>& columns);
// The same; where it finds no position, columns whose names and values look like one.
ImportMapping mappingByHeaders(const ImportTable& table);
// A header as it is compared: folded, without "*".
QString foldedHeader(const QString& header);

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
