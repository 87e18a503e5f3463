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

const QString MinmodSites = QStringLiteral("minmod-sites");
const QString Plain = QStringLiteral("plain");
const QString OwnColumns = QStringLiteral("veta_"); // those an export of rows set aside adds

struct HeaderWords
{
    const QString& field;
    QStringList words; // folded
};

// The headers that are usual for each field; the first that a file has is taken.
const std::vector<HeaderWords>& headerWords()
{
    static const auto words = [] {
        std::vector<HeaderWords> list;
        const auto add = [&](const QString& field, const char* given) {
            QStringList folds;
            for (const QString& word : QString::fromUtf8(given).split(u'|'))
                folds << folded(word);
            list.push_back({field, folds});
        };
        add(f::Key,
            "id|record id|source record id|record number|site id|dep id|deposit id|objectid|"
            "clave|folio|identificador|no registro|número de registro");
        add(f::Name, "name|site name|site|deposit|deposit name|mine|mine name|mineral deposit|"
                     "project name|nombre|nombre del sitio|mina|yacimiento|sitio|proyecto");
        add(f::Alias, "aliases|alias|other names|also known as|other name|otros nombres|sinónimos");
        add(f::Kind, "kind|site kind|site type|type|plant type|tipo|tipo de sitio|clase");
        add(f::Stage, "stage|status|development status|dev stat|etapa|estatus|situación|estado "
                      "actual");
        add(f::StageDate, "stage date|status date|fecha de etapa|fecha de estatus");
        add(f::Country, "country|nation|country name|pais|país");
        add(f::Admin1, "admin1|state|state or province|province|state province|estado|entidad|"
                       "entidad federativa|departamento|provincia");
        add(f::DepositType, "deposit type|deposit types|model|dep type|tipo de yacimiento|tipo de "
                            "depósito|modelo");
        add(f::X,
            "lon|long|longitude|x|easting|lon dd|longitude dd|longitud|este|coordenada x|x utm|"
            "utm x");
        add(f::Y, "lat|latitude|y|northing|lat dd|latitude dd|latitud|norte|coordenada y|y utm|"
                  "utm y");
        add(f::Wkt, "wkt|location wkt|geometry|geom|the geom|location|geometría|ubicación wkt");
        add(f::Crs, "crs|epsg|srs|datum|coordinate system|sistema de coordenadas|srid");
        add(f::Commodity, "commodities|commodity|commod1|main commodities|primary commodities|"
                          "product|products|commodities main|minerales|mineral|sustancia|"
                          "sustancias|productos|elementos");
        add(f::ByProduct, "by products|by product|byproducts|commod2|secondary commodities|"
                          "subproductos");
        add(f::Tonnes, "tonnes|tonnage|ore tonnes|tonnage t|toneladas|tonelaje");
        add(f::Grade, "grade|ley|ley media");
        add(f::GradeUnit, "grade unit|grade units|unidad de ley|unidad");
        add(f::GradeCommodity, "grade commodity|mineral de la ley");
        add(f::ContainedTonnes,
            "contained tonnes|contained metal t|contenido t|toneladas contenidas");
        add(f::Category, "category|resource category|estimate category|categoría");
        add(f::EffectiveDate, "effective date|estimate date|fecha efectiva|fecha de estimación");
        add(f::Code, "code|reporting code|código");
        add(f::Owner, "owner|operator|company|owners|propietario|titular|empresa|operador");
        add(f::Note, "note|notes|remarks|comments|nota|notas|observaciones|comentarios");
        return list;
    }();
    return words;
}

const std::vector<std::pair<QString, QString>>& minmodColumns()
{
    static const std::vector<std::pair<QString, QString>> columns{
        {f::Key, QStringLiteral("source_id")},
        {f::Key, QStringLiteral("record_id")},
        {f::Name, QStringLiteral("name")},
        {f::Alias, QStringLiteral("aliases")},
        {f::Kind, QStringLiteral("site_type")},
        {f::Stage, QStringLiteral("site_type")},
        {f::Country, QStringLiteral("country")},
        {f::Admin1, QStringLiteral("state_or_province")},
        {f::Crs, QStringLiteral("crs")},
        {f::Wkt, QStringLiteral("location_wkt")},
        {f::Commodity, QStringLiteral("commodities")},
        {f::DepositType, QStringLiteral("deposit_types")},
        {f::IdSystem, QStringLiteral("source_name")},
        {f::ExternalId, QStringLiteral("record_id")},
    };
    return columns;
}

bool hasColumn(const std::vector<QString>& columns, const QString& name)
{
    return std::find(columns.begin(), columns.end(), name) != columns.end();
}

std::optional<ImportMapping> minmodMapping(const std::vector<QString>& columns, QString* missing)
{
    ImportMapping mapping;
    mapping.name = MinmodSites;
    mapping.listSeparator = QStringLiteral(";");
    for (const auto& [field, column] : minmodColumns()) {
        if (!hasColumn(columns, column)) {
            *missing = column;
            return {};
        }
        mapping.parts.push_back({field, column, {}});
    }
    return mapping;
}

ImportMapping byHeaders(const std::vector<QString>& columns)
{
    ImportMapping mapping;
    std::vector<QString> folds;
    folds.reserve(columns.size());
    for (const QString& column : columns)
        folds.push_back(column.startsWith(OwnColumns) ? QString() : folded(column));
    std::vector<bool> taken(columns.size(), false);
    for (const auto& [field, words] : headerWords()) {
        for (const QString& word : words) {
            const auto at = std::find(folds.begin(), folds.end(), word);
            const auto index = size_t(at - folds.begin());
            if (at == folds.end() || taken[index])
                continue;
            taken[index] = true;
            mapping.parts.push_back({field, columns[index], {}});
            break;
        }
    }
    // A record number counts within its source where the file has several.
    const auto source = std::find_if(folds.begin(), folds.end(), [](const QString& fold) {
        return fold == QLatin1String("source") || fold == QLatin1String("source id") ||
               fold == QLatin1String("fuente");
    });
    const auto key =
        std::find_if(mapping.parts.begin(), mapping.parts.end(),
                     [](const ImportMapping::Part& part) { return part.field == f::Key; });
    if (source != folds.end() && key != mapping.parts.end())
        mapping.parts.insert(key, {f::Key, columns[size_t(source - folds.begin())], {}});
    return mapping;
}

} // namespace

const QStringList& importFields()
{
    static const QStringList fields{
        f::Key,        f::Name,          f::Alias,     f::Kind,           f::Stage,
        f::StageDate,  f::Country,       f::Admin1,    f::DepositType,    f::X,
        f::Y,          f::Wkt,           f::Crs,       f::Commodity,      f::ByProduct,
        f::Tonnes,     f::Grade,         f::GradeUnit, f::GradeCommodity, f::ContainedTonnes,
        f::Category,   f::EffectiveDate, f::Code,      f::Owner,          f::IdSystem,
        f::ExternalId, f::Note};
    return fields;
}

QString importFieldLabel(const QString& field)
{
    const std::array<std::pair<const QString&, QString>, 27> labels{{
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
        {f::Wkt, Text::tr("Position as WKT")},
        {f::Crs, Text::tr("Coordinate system")},
        {f::Commodity, Text::tr("Commodities")},
        {f::ByProduct, Text::tr("By-products")},
        {f::Tonnes, Text::tr("Tonnes of ore")},
        {f::Grade, Text::tr("Grade")},
        {f::GradeUnit, Text::tr("Unit of the grade")},
        {f::GradeCommodity, Text::tr("Commodity of the grade")},
        {f::ContainedTonnes, Text::tr("Contained tonnes")},
        {f::Category, Text::tr("Estimate category")},
        {f::EffectiveDate, Text::tr("Effective date")},
        {f::Code, Text::tr("Reporting code")},
        {f::Owner, Text::tr("Owner")},
        {f::IdSystem, Text::tr("Number system")},
        {f::ExternalId, Text::tr("Number in that system")},
        {f::Note, Text::tr("Note")},
    }};
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [&](const auto& each) { return each.first == field; });
    return found != labels.end() ? found->second : field;
}

bool importFieldTakesSeveral(const QString& field)
{
    return field == f::Key || field == f::Alias || field == f::Commodity || field == f::ByProduct ||
           field == f::Note;
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

QByteArray toJson(const ImportMapping& mapping)
{
    QJsonObject fields;
    for (const ImportMapping::Part& part : mapping.parts) {
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
    QJsonObject object{{QStringLiteral("fields"), fields}};
    if (!mapping.name.isEmpty())
        object.insert(QStringLiteral("name"), mapping.name);
    if (!mapping.crs.isEmpty())
        object.insert(QStringLiteral("crs"), mapping.crs);
    if (!mapping.listSeparator.isEmpty())
        object.insert(QStringLiteral("list_separator"), mapping.listSeparator);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ImportMapping importMappingFromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    const QJsonObject object = document.object();
    if (!document.isObject() || !object[QStringLiteral("fields")].isObject())
        throw base::Error(Text::tr("This is not a mapping: expected is JSON such as {\"fields\": "
                                   "{\"name\": \"Site\", \"x\": \"lon\", \"y\": \"lat\"}, "
                                   "\"crs\": \"EPSG:4326\"}."),
                          problem.errorString());
    ImportMapping mapping;
    mapping.name = object[QStringLiteral("name")].toString();
    mapping.crs = object[QStringLiteral("crs")].toString();
    mapping.listSeparator = object[QStringLiteral("list_separator")].toString();
    const QJsonObject fields = object[QStringLiteral("fields")].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!importFields().contains(field.key()))
            throw base::Error(Text::tr("The mapping names a field “%1”, which is not known. There "
                                       "are: %2.")
                                  .arg(field.key(), importFields().join(QStringLiteral(", "))));
        const QJsonArray several =
            field->isArray() ? field->toArray() : QJsonArray{QJsonValue(field.value())};
        if (several.size() > 1 && !importFieldTakesSeveral(field.key()))
            throw base::Error(Text::tr("The mapping names several columns for “%1”, which takes "
                                       "only one.")
                                  .arg(field.key()));
        for (const QJsonValue& value : several) {
            const QJsonValue always = value.toObject()[QStringLiteral("always")];
            if (always.isString())
                mapping.parts.push_back({field.key(), {}, always.toString()});
            else if (value.isString())
                mapping.parts.push_back({field.key(), value.toString(), {}});
            else
                throw base::Error(Text::tr("The mapping says of “%1” neither a column nor a value "
                                           "that always stands.")
                                      .arg(field.key()));
        }
    }
    return mapping;
}

const QStringList& importPresets()
{
    static const QStringList presets{MinmodSites, Plain};
    return presets;
}

ImportMapping presetMapping(const QString& preset, const std::vector<QString>& columns)
{
    if (preset == MinmodSites) {
        QString missing;
        if (auto mapping = minmodMapping(columns, &missing))
            return *mapping;
        throw base::Error(
            Text::tr("The file has no column “%1”, which the preset %2 needs. Map its "
                     "columns by hand.")
                .arg(missing, preset));
    }
    if (preset == Plain) {
        ImportMapping mapping = byHeaders(columns);
        mapping.name = Plain;
        mapping.crs = QStringLiteral("EPSG:4326");
        if (!mapping.has(f::Name) && !mapping.has(f::Key))
            throw base::Error(Text::tr("No column of the file is called “name” or “id”, nor any of "
                                       "the other usual headers. Map its columns by hand."));
        return mapping;
    }
    throw base::Error(Text::tr("There is no preset “%1”. There are: %2.")
                          .arg(preset, importPresets().join(QStringLiteral(", "))));
}

ImportMapping proposeMapping(const std::vector<QString>& columns)
{
    QString missing;
    if (auto mapping = minmodMapping(columns, &missing))
        return *mapping;
    return byHeaders(columns);
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
