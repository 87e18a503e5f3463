// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_mapping.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace catalogue {

namespace {

namespace f = import_field;

} // namespace

const QStringList& importFields()
{
    static const QStringList fields = [] {
        QStringList all{f::Key,       f::Name,        f::Alias,    f::Kind,        f::Stage,
                        f::StageDate, f::Country,     f::Admin1,   f::DepositType, f::X,
                        f::Y,         f::XMinutes,    f::XSeconds, f::XHemisphere, f::YMinutes,
                        f::YSeconds,  f::YHemisphere, f::UtmZone,  f::Wkt,         f::Crs,
                        f::Commodity, f::ByProduct};
        all += estimateFields();
        all += QStringList{f::Process,      f::Feed,         f::Product, f::Capacity,
                           f::CapacityUnit, f::CapacityYear, f::Owner,   f::IdSystem,
                           f::ExternalId,   f::Page,         f::Note};
        return all;
    }();
    return fields;
}

const QStringList& estimateFields()
{
    static const QStringList fields{
        f::Tonnes,          f::TonnesUnit,    f::Grade,       f::GradeUnit,  f::GradeCommodity,
        f::ContainedTonnes, f::ContainedUnit, f::Cutoff,      f::CutoffUnit, f::Category,
        f::EffectiveDate,   f::Code,          f::EstimateNote};
    return fields;
}

QString importFieldLabel(const QString& field)
{
    const std::array<std::pair<const QString&, QString>, 46> labels{{
        {f::Key, Text::tr("Record number")},
        {f::Name, Text::tr("Name")},
        {f::Alias, Text::tr("Other names")},
        {f::Kind, Text::tr("Kind")},
        {f::Stage, Text::tr("Stage")},
        {f::StageDate, Text::tr("Stage since")},
        {f::Country, Text::tr("Country")},
        {f::Admin1, Text::tr("State or province")},
        {f::DepositType, Text::tr("Deposit type")},
        {f::X, Text::tr("Longitude or easting")},
        {f::Y, Text::tr("Latitude or northing")},
        {f::XMinutes, Text::tr("Minutes of longitude")},
        {f::XSeconds, Text::tr("Seconds of longitude")},
        {f::XHemisphere, Text::tr("East or west")},
        {f::YMinutes, Text::tr("Minutes of latitude")},
        {f::YSeconds, Text::tr("Seconds of latitude")},
        {f::YHemisphere, Text::tr("North or south")},
        {f::UtmZone, Text::tr("UTM zone")},
        {f::Wkt, Text::tr("Position as WKT")},
        {f::Crs, Text::tr("Coordinate system")},
        {f::Commodity, Text::tr("Commodities")},
        {f::ByProduct, Text::tr("By-products")},
        {f::Tonnes, Text::tr("Tonnes of ore")},
        {f::TonnesUnit, Text::tr("Unit of the tonnage")},
        {f::Grade, Text::tr("Grade")},
        {f::GradeUnit, Text::tr("Unit of the grade")},
        {f::GradeCommodity, Text::tr("Commodity of the grade")},
        {f::ContainedTonnes, Text::tr("Contained tonnes")},
        {f::ContainedUnit, Text::tr("Unit of what is contained")},
        {f::Cutoff, Text::tr("Cut-off grade")},
        {f::CutoffUnit, Text::tr("Unit of the cut-off")},
        {f::Category, Text::tr("Estimate category")},
        {f::EffectiveDate, Text::tr("Effective date")},
        {f::Code, Text::tr("Reporting code")},
        {f::EstimateNote, Text::tr("Note on the estimate")},
        {f::Process, Text::tr("Process")},
        {f::Feed, Text::tr("Feed")},
        {f::Product, Text::tr("Product")},
        {f::Capacity, Text::tr("Capacity a year")},
        {f::CapacityUnit, Text::tr("Unit of the capacity")},
        {f::CapacityYear, Text::tr("Year of the capacity")},
        {f::Owner, Text::tr("Owner")},
        {f::IdSystem, Text::tr("Number system")},
        {f::ExternalId, Text::tr("Number in that system")},
        {f::Page, Text::tr("Page")},
        {f::Note, Text::tr("Note")},
    }};
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [&](const auto& each) { return each.first == field; });
    return found != labels.end() ? found->second : field;
}

bool importFieldTakesSeveral(const QString& field)
{
    return field == f::Key || field == f::Alias || field == f::Commodity || field == f::ByProduct ||
           field == f::Note || field == f::EstimateNote;
}

bool ImportMapping::has(const QString& field) const
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](const Part& part) { return part.field == field; });
}

QStringList ImportMapping::columnsOf(const QString& field) const
{
    QStringList columns;
    for (const Part& part : parts)
        if (part.field == field && !part.always)
            columns << part.column;
    return columns;
}

void ImportMapping::setColumn(const QString& field, const QString& column)
{
    std::erase_if(parts, [&](const Part& part) { return part.field == field; });
    if (!column.isEmpty())
        parts.push_back({field, column, {}});
}

namespace {

QJsonObject fieldsJson(const std::vector<ImportMapping::Part>& parts)
{
    QJsonObject fields;
    for (const ImportMapping::Part& part : parts) {
        const QJsonValue value =
            part.always ? QJsonValue(QJsonObject{{QStringLiteral("always"), *part.always}})
                        : QJsonValue(part.column);
        if (!fields.contains(part.field)) {
            fields.insert(part.field, value);
            continue;
        }
        QJsonArray several = fields[part.field].isArray() ? fields[part.field].toArray()
                                                          : QJsonArray{fields[part.field]};
        several.append(value);
        fields.insert(part.field, several);
    }
    return fields;
}

std::vector<ImportMapping::Part> partsFromJson(const QJsonObject& fields, const QStringList& known)
{
    std::vector<ImportMapping::Part> parts;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!known.contains(field.key()))
            throw base::Error(Text::tr("The mapping names a field “%1”, which is not known. There "
                                       "are: %2.")
                                  .arg(field.key(), known.join(QStringLiteral(", "))));
        const QJsonArray several =
            field->isArray() ? field->toArray() : QJsonArray{QJsonValue(field.value())};
        if (several.size() > 1 && !importFieldTakesSeveral(field.key()))
            throw base::Error(Text::tr("The mapping names several columns for “%1”, which takes "
                                       "only one.")
                                  .arg(field.key()));
        for (const QJsonValue& value : several) {
            const QJsonValue always = value.toObject()[QStringLiteral("always")];
            if (always.isString())
                parts.push_back({field.key(), {}, always.toString()});
            else if (value.isString())
                parts.push_back({field.key(), value.toString(), {}});
            else
                throw base::Error(Text::tr("The mapping says of “%1” neither a column nor a value "
                                           "that always stands.")
                                      .arg(field.key()));
        }
    }
    return parts;
}

} // namespace

QByteArray toJson(const ImportMapping& mapping)
{
    QJsonObject object{{QStringLiteral("fields"), fieldsJson(mapping.parts)}};
    QJsonArray estimates;
    for (const auto& parts : mapping.estimates)
        estimates.append(fieldsJson(parts));
    if (!estimates.isEmpty())
        object.insert(QStringLiteral("estimates"), estimates);
    for (const auto& [key, text] :
         {std::pair("name", mapping.name), std::pair("preset", mapping.preset),
          std::pair("crs", mapping.crs), std::pair("list_separator", mapping.listSeparator),
          std::pair("decimal", mapping.decimal), std::pair("joins", mapping.joins)})
        if (!text.isEmpty())
            object.insert(QLatin1String(key), text);
    for (const auto& [key, on] :
         {std::pair("zero_is_missing", mapping.zeroIsMissing),
          std::pair("westward", mapping.westward), std::pair("swapped", mapping.swapped)})
        if (on)
            object.insert(QLatin1String(key), true);
    QJsonObject units;
    for (const auto& [unit, meaning] : mapping.units)
        units.insert(unit, meaning);
    if (!units.isEmpty())
        object.insert(QStringLiteral("units"), units);
    QJsonObject words;
    for (const auto& [field, meanings] : mapping.words) {
        QJsonObject each;
        for (const auto& [word, key] : meanings)
            each.insert(word, key);
        words.insert(field, each);
    }
    if (!words.isEmpty())
        object.insert(QStringLiteral("words"), words);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ImportMapping importMappingFromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    QJsonObject object = document.object();
    if (object[QStringLiteral("mapping")].isObject()) { // a preset
        const QJsonValue name = object[QStringLiteral("name")];
        object = object[QStringLiteral("mapping")].toObject();
        if (!object.contains(QStringLiteral("name")))
            object.insert(QStringLiteral("name"), name);
    }
    if (!document.isObject() || !object[QStringLiteral("fields")].isObject())
        throw base::Error(Text::tr("This is not a mapping: expected is JSON such as {\"fields\": "
                                   "{\"name\": \"Site\", \"x\": \"lon\", \"y\": \"lat\"}, "
                                   "\"crs\": \"EPSG:4326\"}."),
                          problem.errorString());
    const auto text = [&](const char* key) { return object[QLatin1String(key)].toString(); };
    ImportMapping mapping;
    mapping.name = text("name");
    mapping.preset = text("preset");
    mapping.crs = text("crs");
    mapping.listSeparator = text("list_separator");
    mapping.decimal = text("decimal");
    mapping.joins = text("joins");
    mapping.zeroIsMissing = object[QStringLiteral("zero_is_missing")].toBool();
    mapping.westward = object[QStringLiteral("westward")].toBool();
    mapping.swapped = object[QStringLiteral("swapped")].toBool();
    mapping.parts = partsFromJson(object[QStringLiteral("fields")].toObject(), importFields());
    for (const QJsonValue& each : object[QStringLiteral("estimates")].toArray())
        mapping.estimates.push_back(partsFromJson(each.toObject(), estimateFields()));
    const QJsonObject units = object[QStringLiteral("units")].toObject();
    for (auto unit = units.begin(); unit != units.end(); ++unit)
        mapping.units[unit.key()] = unit->toString();
    const QJsonObject words = object[QStringLiteral("words")].toObject();
    for (auto field = words.begin(); field != words.end(); ++field) {
        const QJsonObject meanings = field->toObject();
        for (auto word = meanings.begin(); word != meanings.end(); ++word)
            mapping.words[field.key()][folded(word.key())] = word->toString();
    }
    return mapping;
}

std::vector<SavedMapping> readImportMappings(const ReadAccess& access)
{
    std::vector<SavedMapping> saved;
    SQLite::Statement row(access.database(),
                          "SELECT id, name, mapping FROM main.import_mappings ORDER BY name, id");
    while (row.executeStep()) {
        SavedMapping each{row.getColumn(0).getInt64(),
                          importMappingFromJson(textAt(row, 2).toUtf8())};
        each.mapping.name = textAt(row, 1);
        saved.push_back(std::move(each));
    }
    return saved;
}

base::Id saveImportMapping(Edit& edit, const ImportMapping& mapping)
{
    if (mapping.name.trimmed().isEmpty())
        throw base::Error(Text::tr("Give the mapping a name to save it by."));
    base::Id id = 0;
    for (const SavedMapping& saved : readImportMappings(edit))
        if (saved.mapping.name == mapping.name)
            id = saved.id;
    RowValues row(edit, "import_mappings");
    row.set("name", mapping.name).set("mapping", QString::fromUtf8(toJson(mapping)));
    if (id == 0)
        return row.insert();
    row.update(id);
    return id;
}

void removeImportMapping(Edit& edit, base::Id id)
{
    if (!removeRow(edit, "import_mappings", id))
        throw base::Error(Text::tr("This is no longer in the project file; somebody removed it."));
}

} // namespace catalogue
