// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_columns.h"
#include "catalogue/import_mapping.h"
#include "catalogue/import_table.h"
#include "catalogue/quantity.h"
#include "catalogue/vocabulary.h"
#include "geo/place_text.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr size_t SampleRows = 500;
constexpr double Most = 0.9;                        // of the values of a column
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
            "clave|folio|identificador|no registro|número de registro|cvegeo|cve geo");
        add(f::Name,
            "name|site name|site|deposit|deposit name|mine|mine name|mineral deposit|"
            "project name|project|property|property name|occurrence name|nombre|nombre del sitio|"
            "nombre de la mina|nombre mina|nombre min|nombre del yacimiento|nombre "
            "yacimiento|nombre del proyecto|nombre proyecto|mina|yacimiento|sitio|"
            "proyecto|nom loc|nomloc|nombre localidad|nom mina|localidad");
        add(f::Alias, "aliases|alias|other names|also known as|other name|otros nombres|sinónimos");
        add(f::Kind, "kind|site kind|site type|type|plant type|tipo|tipo de sitio|clase");
        add(f::Stage, "stage|status|development status|dev stat|etapa|estatus|situación|estado "
                      "actual");
        add(f::StageDate, "stage date|status date|fecha de etapa|fecha de estatus");
        add(f::Country, "country|nation|country name|pais|país");
        add(f::Admin1,
            "admin1|state|state or province|province|state province|estado|entidad|"
            "entidad federativa|departamento|provincia|nom ent|nombre entidad|nom estado|edo");
        add(f::DepositType, "deposit type|deposit types|model|dep type|tipo de yacimiento|tipo de "
                            "depósito|modelo");
        add(f::X,
            "lon|long|longitude|x|easting|lon dd|longitude dd|longitud|este|coordenada x|x utm|"
            "utm x|lng|longitud w|longitude w|longitud o|longitud oeste|longitude west|point x|"
            "coord x|x coord|x coordinate|coordenada este|decimal longitude|longitud decimal|"
            "longitud grados|grados longitud|longitude degrees|lon deg|long deg|lng deg|lon d|"
            "long d|lon g|long g|lon grados|long grados|longitudedegrees");
        add(f::Y, "lat|latitude|y|northing|lat dd|latitude dd|latitud|norte|coordenada y|y utm|"
                  "utm y|latitud n|latitude n|latitud norte|latitude north|point y|coord y|y coord|"
                  "y coordinate|coordenada norte|decimal latitude|latitud decimal|latitud grados|"
                  "grados latitud|latitude degrees|lat deg|lat d|lat g|lat grados|"
                  "latitudedegrees");
        add(f::Wkt, "wkt|location wkt|geometry|geom|the geom|location|geometría|ubicación wkt");
        add(f::Crs, "crs|epsg|srs|datum|coordinate system|sistema de coordenadas|srid");
        add(f::Commodity, "commodities|commodity|commod1|main commodities|primary commodities|"
                          "product|products|commodities main|minerales|mineral|sustancia|"
                          "sustancias|productos|elementos|substancia|substancias|mineral principal|"
                          "main commodity|primary commodity");
        add(f::ByProduct, "by products|by product|byproducts|commod2|secondary commodities|"
                          "subproductos");
        add(f::XMinutes,
            "longitude minutes|long min|lon min|lng min|longitudeminutes|minutos longitud|longitud "
            "minutos|lon m|long m");
        add(f::XSeconds, "longitude seconds|long sec|lon sec|lng sec|longitudeseconds|segundos "
                         "longitud|longitud "
                         "segundos|lon s|long s|lon seg|long seg");
        add(f::XHemisphere, "longitude hemisphere|long hem|ew|e w|hemisferio longitud");
        add(f::YMinutes,
            "latitude minutes|lat min|latitudeminutes|minutos latitud|latitud minutos|lat m");
        add(f::YSeconds, "latitude seconds|lat sec|latitudeseconds|segundos latitud|latitud "
                         "segundos|lat s|lat seg");
        add(f::YHemisphere, "latitude hemisphere|lat hem|ns|n s|hemisferio latitud");
        add(f::UtmZone, "utm zone|zone|zona utm|zona|huso|huso utm");
        add(f::TonnesUnit, "tonnage unit|tonnage units|tonnes unit|ore unit|unidad de tonelaje");
        add(f::ContainedUnit, "contained unit|contained units|unidad del contenido");
        add(f::Cutoff, "cutoff|cut off|cutoff grade|cut off grade|ley de corte");
        add(f::CutoffUnit, "cutoff unit|cut off unit|unidad de ley de corte");
        add(f::Process, "process|proceso");
        add(f::Feed, "feed|alimentación");
        add(f::Product, "product form|producto");
        add(f::Capacity, "capacity|annual capacity|capacidad|capacidad anual|capacidad instalada");
        add(f::CapacityUnit, "capacity unit|capacity units|unidad de capacidad");
        add(f::CapacityYear, "capacity year|año de la capacidad");
        add(f::Page, "page|página");
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

// A header, and what stands in brackets at its end: "Tonnage (Mt)".
struct Header
{
    QString fold;
    QString plain; // without the brackets
    QString plainFold;
    QString inside; // of them, as the file has it
};

Header headerOf(const QString& column)
{
    static const QRegularExpression brackets(
        QStringLiteral("^(.*\\S)\\s*[(\\[]([^()\\[\\]]*)[)\\]]\\s*$"));
    Header header{foldedHeader(column), {}, {}, {}};
    if (const auto match = brackets.match(column); match.hasMatch()) {
        header.plain = match.captured(1);
        header.plainFold = foldedHeader(header.plain);
        header.inside = match.captured(2).trimmed();
    }
    return header;
}

bool isPositionField(const QString& field)
{
    return field == f::X || field == f::Y;
}

// What may stand in brackets behind a coordinate and leave it one in degrees or metres.
bool suitsCoordinates(const QString& inside)
{
    static const QStringList known{QStringLiteral("°"),
                                   QStringLiteral("o"),
                                   QStringLiteral("deg"),
                                   QStringLiteral("degrees"),
                                   QStringLiteral("grados"),
                                   QStringLiteral("dd"),
                                   QStringLiteral("decimal"),
                                   QStringLiteral("m"),
                                   QStringLiteral("metros"),
                                   QStringLiteral("metres"),
                                   QStringLiteral("meters"),
                                   QStringLiteral("mts"),
                                   QStringLiteral("utm"),
                                   QStringLiteral("w"),
                                   QStringLiteral("n"),
                                   QStringLiteral("decimal degrees"),
                                   QStringLiteral("grados decimales")};
    return known.contains(folded(inside)) || geo::crsText(inside, false);
}

// Headers of coordinates are not always usual; these look like ones if their values do too.
bool looksLike(const QString& fold, bool isX)
{
    static const QRegularExpression parts(QStringLiteral(
        "(^| )(min|minutes|minutos|m|sec|seg|seconds|segundos|s|hem|hemisphere|hemisferio)( |$)"));
    static const QRegularExpression x(
        QStringLiteral("(^| |dd)(lon|lng)[a-z0-9]*( |$)|(^| )(coord|point)?(x|este|easting|east|"
                       "oeste|west)(coord)?\\d*( |$)|^w$"));
    static const QRegularExpression y(
        QStringLiteral("(^| |dd)lat[a-z0-9]*( |$)|(^| )(coord|point)?(y|norte|northing|north)"
                       "(coord)?\\d*( |$)|^n$"));
    return !parts.match(fold).hasMatch() && (isX ? x : y).match(fold).hasMatch();
}

bool isDegrees(const QString& fold)
{
    return fold.contains(QLatin1String("lat")) || fold.contains(QLatin1String("lon")) ||
           fold.contains(QLatin1String("lng"));
}

// What the headers of the coordinates say besides: a datum, or that they count westward.
void readMarks(ImportMapping& mapping)
{
    for (const ImportMapping::Part& part : mapping.parts) {
        if (!isPositionField(part.field))
            continue;
        const QStringList words =
            folded(
                QString(part.column)
                    .replace(QRegularExpression(QStringLiteral("[()\\[\\]]")), QStringLiteral(" ")))
                .split(u' ');
        if (isDegrees(words.join(u' ')) || mapping.has(f::UtmZone))
            for (const QString& word : words)
                if (const auto crs = geo::crsText(word, false); crs && mapping.crs.isEmpty())
                    mapping.crs = *crs;
        if (part.field == f::X)
            for (const char* west : {"w", "o", "oeste", "west"})
                mapping.westward = mapping.westward || words.contains(QLatin1String(west));
    }
}

// One coordinate is none, nor are minutes without degrees.
void dropHalves(ImportMapping& mapping)
{
    if (mapping.has(f::X) && mapping.has(f::Y))
        return;
    for (const QString& field : {f::X, f::Y, f::XMinutes, f::XSeconds, f::XHemisphere, f::YMinutes,
                                 f::YSeconds, f::YHemisphere})
        mapping.setColumn(field, {});
}

// The columns that state a grade of a commodity which their header names: "Ley Au (g/t)".
std::vector<std::vector<ImportMapping::Part>> gradesOf(const std::vector<QString>& columns,
                                                       const std::vector<Header>& headers,
                                                       const std::vector<bool>& taken)
{
    static const QRegularExpression before(
        QStringLiteral("^(?:average |avg |mean )?(?:grade|ley media|ley)(?: of| de)?[ _]+(.+)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression behind(QStringLiteral("^(.+)[ _]+(?:grade|ley)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    UnitReader units;
    std::vector<std::vector<ImportMapping::Part>> grades;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (taken[i] || columns[i].startsWith(OwnColumns))
            continue;
        const QString text = headers[i].inside.isEmpty() ? columns[i] : headers[i].plain;
        QString metal;
        for (const QRegularExpression* form : {&before, &behind})
            if (const auto match = form->match(text); match.hasMatch() && metal.isEmpty())
                metal = match.captured(1).trimmed();
        if (metal.isEmpty() && !headers[i].inside.isEmpty() && units.grade(headers[i].inside).unit)
            metal = text; // "Cu (%)"
        if (metal.isEmpty() || (commodities().keyFor(metal).isEmpty() && !substanceOf(metal)))
            continue;
        grades.push_back({{f::Grade, columns[i], {}}, {f::GradeCommodity, {}, metal}});
        if (!headers[i].inside.isEmpty())
            grades.back().push_back({f::GradeUnit, {}, headers[i].inside});
    }
    return grades;
}

// Each grade is a figure of its own, with the tonnage that all of them are of.
void addGrades(ImportMapping& mapping, std::vector<std::vector<ImportMapping::Part>> grades)
{
    if (grades.empty())
        return;
    const bool hasFigure = mapping.has(f::Grade) || mapping.has(f::ContainedTonnes);
    if (grades.size() == 1 && !hasFigure) {
        for (const QString& field : {f::GradeCommodity, f::GradeUnit})
            if (std::any_of(grades[0].begin(), grades[0].end(),
                            [&](const auto& part) { return part.field == field; }))
                mapping.setColumn(field, {});
        mapping.parts.insert(mapping.parts.end(), grades[0].begin(), grades[0].end());
        return;
    }
    const QStringList shared{f::Tonnes, f::TonnesUnit,    f::Category,
                             f::Code,   f::EffectiveDate, f::EstimateNote};
    for (auto& grade : grades) {
        for (const ImportMapping::Part& part : mapping.parts)
            if (shared.contains(part.field))
                grade.push_back(part);
        mapping.estimates.push_back(std::move(grade));
    }
    if (!hasFigure)
        std::erase_if(mapping.parts, [&](const auto& part) { return shared.contains(part.field); });
}

} // namespace

QString foldedHeader(const QString& header)
{
    return folded(QString(header).remove(u'*'));
}

ImportMapping mappingByHeaders(const std::vector<QString>& columns)
{
    ImportMapping mapping;
    std::vector<Header> headers;
    headers.reserve(columns.size());
    for (const QString& column : columns)
        headers.push_back(column.startsWith(OwnColumns) ? Header{} : headerOf(column));
    std::vector<bool> taken(columns.size(), false);
    const auto take = [&](const HeaderWords& words, bool withBrackets) {
        for (const QString& word : words.words)
            for (size_t i = 0; i < columns.size(); ++i) {
                const Header& header = headers[i];
                if (taken[i] || (withBrackets ? header.plainFold : header.fold) != word ||
                    (withBrackets && isPositionField(words.field) &&
                     !suitsCoordinates(header.inside)))
                    continue;
                taken[i] = true;
                mapping.parts.push_back({words.field, columns[i], {}});
                for (const auto& [value, unit] :
                     {std::pair(f::Tonnes, f::TonnesUnit), std::pair(f::Grade, f::GradeUnit),
                      std::pair(f::ContainedTonnes, f::ContainedUnit)})
                    if (withBrackets && words.field == value && !mapping.has(unit))
                        mapping.parts.push_back({unit, {}, header.inside});
                return;
            }
    };
    for (const HeaderWords& words : headerWords())
        take(words, false);
    for (const HeaderWords& words : headerWords())
        if (!mapping.has(words.field))
            take(words, true);
    addGrades(mapping, gradesOf(columns, headers, taken));
    dropHalves(mapping);
    readMarks(mapping);
    // A record number counts within its source where the file has several.
    const auto source = std::find_if(headers.begin(), headers.end(), [](const Header& header) {
        return header.fold == QLatin1String("source") ||
               header.fold == QLatin1String("source id") || header.fold == QLatin1String("fuente");
    });
    const auto key =
        std::find_if(mapping.parts.begin(), mapping.parts.end(),
                     [](const ImportMapping::Part& part) { return part.field == f::Key; });
    if (source != headers.end() && key != mapping.parts.end())
        mapping.parts.insert(key, {f::Key, columns[size_t(source - headers.begin())], {}});
    return mapping;
}

ImportMapping mappingByHeaders(const ImportTable& table)
{
    ImportMapping mapping = mappingByHeaders(table.columns());
    if (mapping.has(f::X) || mapping.has(f::Wkt) || !table.placeColumn().isEmpty())
        return mapping;
    const std::vector<ImportTable::KeptRow> sample = table.firstRows(SampleRows);
    // Whether most of what a column says lies between these.
    const auto lies = [&](size_t column, double least, double most) {
        size_t filled = 0;
        size_t within = 0;
        for (const ImportTable::KeptRow& row : sample) {
            const QByteArray said = row.fields.value(qsizetype(column)).trimmed().toUtf8();
            if (saysNothing(said))
                continue;
            ++filled;
            const auto number = parseNumber(said, table.decimalSign(column));
            within += number && *number >= least && *number <= most ? 1 : 0;
        }
        return filled > 0 && double(within) >= Most * double(filled);
    };
    const auto isFree = [&](const QString& column) {
        return !column.startsWith(OwnColumns) &&
               std::none_of(mapping.parts.begin(), mapping.parts.end(),
                            [&](const auto& part) { return part.column == column; });
    };
    const auto find = [&](bool isX, double least, double most) -> const QString* {
        for (const bool named : {true, false}) // "lat", "lon" before "x", "y"
            for (size_t i = 0; i < table.columns().size(); ++i)
                if (const QString fold = foldedHeader(table.columns()[i]);
                    isDegrees(fold) == named && isFree(table.columns()[i]) &&
                    looksLike(fold, isX) && lies(i, least, most))
                    return &table.columns()[i];
        return nullptr;
    };
    constexpr double WestOfZone = 100'000;
    constexpr double EastOfZone = 900'000;
    constexpr double NorthOfZone = 10'000'000;
    const QString* x = find(true, -180, 180);
    const QString* y = find(false, -90, 90);
    if (x == nullptr || y == nullptr) {
        x = find(true, WestOfZone, EastOfZone);
        y = find(false, 0, NorthOfZone);
    }
    if (x != nullptr && y != nullptr) {
        mapping.setColumn(f::X, *x);
        mapping.setColumn(f::Y, *y);
        readMarks(mapping);
    }
    return mapping;
}

} // namespace catalogue
