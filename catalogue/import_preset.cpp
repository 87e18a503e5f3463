// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_preset.h"

#include "base/error.h"
#include "catalogue/import_row.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr size_t SampleRows = 500;
constexpr double Most = 0.8; // of the values of a column

QStringList listOf(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& each : value.toArray())
        list << each.toString();
    return list;
}

ImportMapping mappingOf(const QJsonObject& object)
{
    return importMappingFromJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::vector<ImportPreset> load()
{
    std::vector<std::pair<int, ImportPreset>> ranked;
    const QDir folder(QStringLiteral(":/presets"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray json = file.readAll();
        ranked.emplace_back(QJsonDocument::fromJson(json)[QStringLiteral("rank")].toInt(),
                            importPresetFromJson(json));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ImportPreset> presets;
    for (auto& [rank, preset] : ranked)
        presets.push_back(std::move(preset));
    return presets;
}

// A table's columns by what they are compared by.
class Columns
{
public:
    explicit Columns(const std::vector<QString>& columns)
        : m_columns(columns)
    {
        for (const QString& column : columns)
            m_folds.push_back(foldedHeader(column));
    }
    // The column itself, or null.
    const QString* find(const QString& header) const
    {
        // By its whole name first: "Tonnage Units (2)" is the second of two.
        auto at = std::find(m_columns.begin(), m_columns.end(), header);
        if (at != m_columns.end())
            return &*at;
        const auto fold = std::find(m_folds.begin(), m_folds.end(), foldedHeader(header));
        return fold != m_folds.end() ? &m_columns[size_t(fold - m_folds.begin())] : nullptr;
    }

private:
    const std::vector<QString>& m_columns;
    std::vector<QString> m_folds;
};

std::vector<ImportMapping::Part> present(const std::vector<ImportMapping::Part>& parts,
                                         const Columns& columns)
{
    std::vector<ImportMapping::Part> kept;
    for (const ImportMapping::Part& part : parts) {
        if (part.always)
            kept.push_back(part);
        else if (const QString* column = columns.find(part.column))
            kept.push_back({part.field, *column, {}});
    }
    return kept;
}

bool statesFigure(const std::vector<ImportMapping::Part>& parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const ImportMapping::Part& part) {
        return !part.always && (part.field == f::Tonnes || part.field == f::Grade ||
                                part.field == f::ContainedTonnes);
    });
}

// The mapping with those of its columns that the table has.
ImportMapping fitted(const ImportMapping& mapping, const Columns& columns)
{
    ImportMapping fit = mapping;
    fit.parts = present(mapping.parts, columns);
    fit.estimates.clear();
    for (const auto& parts : mapping.estimates)
        if (auto kept = present(parts, columns); statesFigure(kept))
            fit.estimates.push_back(std::move(kept));
    return fit;
}

void addPlaces(ImportMapping& mapping, const ImportTable& table)
{
    if (table.placeColumn().isEmpty())
        return;
    for (const QString& field : {f::X, f::Y, f::Wkt})
        mapping.setColumn(field, {});
    mapping.setColumn(f::Wkt, table.placeColumn());
    if (!table.crs().isEmpty())
        mapping.crs = table.crs();
}

// What stands for every row holds only where the table has no column for it.
void addByHeaders(ImportMapping& mapping, ImportMapping byHeaders)
{
    for (ImportMapping::Part& part : byHeaders.parts) {
        std::erase_if(mapping.parts, [&](const ImportMapping::Part& each) {
            return each.field == part.field && each.always && !part.always;
        });
        const bool isThere =
            std::any_of(mapping.parts.begin(), mapping.parts.end(), [&](const auto& each) {
                return each.field == part.field && each.column == part.column;
            });
        if (!mapping.has(part.field) || (importFieldTakesSeveral(part.field) && !isThere))
            mapping.parts.push_back(std::move(part));
    }
    if (mapping.estimates.empty())
        mapping.estimates = std::move(byHeaders.estimates);
    if (!byHeaders.crs.isEmpty())
        mapping.crs = byHeaders.crs;
    mapping.westward = mapping.westward || byHeaders.westward;
}

QStringList missingHeaders(const ImportPreset& preset, const Columns& columns)
{
    QStringList missing;
    for (const QString& header : preset.headers)
        if (columns.find(header) == nullptr)
            missing << header;
    return missing;
}

ImportMapping mappingFor(const ImportPreset& preset, const ImportTable& table)
{
    ImportMapping mapping = fitted(preset.mapping, Columns(table.columns()));
    mapping.name = preset.name;
    if (preset.byHeaders)
        addByHeaders(mapping, mappingByHeaders(table));
    addPlaces(mapping, table);
    return mapping;
}

// Why the table is what the preset is for; empty where it is not.
QString reasonFor(const ImportPreset& preset, const ImportTable& table,
                  const std::vector<ImportTable::KeptRow>& sample)
{
    const Columns columns(table.columns());
    if ((preset.headers.isEmpty() && preset.least == 0) ||
        !missingHeaders(preset, columns).isEmpty())
        return {};
    if (!preset.tables.isEmpty() &&
        !QRegularExpression(preset.tables)
             .match(QFileInfo(table.table().isEmpty() ? table.fileName() : table.table())
                        .completeBaseName())
             .hasMatch())
        return {};
    QStringList found;
    for (const QString& header : preset.headers)
        found << *columns.find(header);
    int any = 0;
    for (const QString& header : preset.anyHeaders)
        if (const QString* column = columns.find(header)) {
            ++any;
            if (found.size() < 6)
                found << *column;
        }
    if (any < preset.least)
        return {};
    QString reason = Text::tr("It has the columns that mark it: %1.")
                         .arg(found.mid(0, 8).join(QStringLiteral(", ")));
    for (const auto& [header, pattern] : preset.values) {
        const QString* column = columns.find(header);
        const auto index = column != nullptr ? table.columnIndex(*column) : std::nullopt;
        if (!index)
            return {};
        const QRegularExpression expression(pattern);
        size_t filled = 0;
        size_t matching = 0;
        for (const ImportTable::KeptRow& row : sample) {
            const QString value = row.fields.value(qsizetype(*index)).trimmed();
            filled += value.isEmpty() ? 0 : 1;
            matching += !value.isEmpty() && expression.match(value).hasMatch() ? 1 : 0;
        }
        if (filled == 0 || double(matching) < Most * double(filled))
            return {};
        reason += QLatin1Char(' ') +
                  Text::tr("The values of %1 are of the kind it holds (“%2”).")
                      .arg(*column, sample.front().fields.value(qsizetype(*index)).left(40));
    }
    return reason;
}

} // namespace

ImportPreset importPresetFromJson(const QByteArray& json)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    const QJsonObject object = document.object();
    const QJsonObject mark = object[QStringLiteral("recognise")].toObject();
    const QJsonObject source = object[QStringLiteral("source")].toObject();
    ImportPreset preset;
    preset.name = object[QStringLiteral("name")].toString();
    if (preset.name.isEmpty() || !object[QStringLiteral("mapping")].isObject())
        throw base::Error(Text::tr("This is not a preset: a preset in JSON has a “name” and a "
                                   "“mapping”."),
                          problem.errorString());
    const QJsonValue title = object[QStringLiteral("title")];
    preset.title = {title[QLatin1String("en")].toString(), title[QLatin1String("es")].toString()};
    preset.headers = listOf(mark[QStringLiteral("headers")]);
    preset.anyHeaders = listOf(mark[QStringLiteral("any")]);
    preset.least = mark[QStringLiteral("least")].toInt();
    const QJsonObject values = mark[QStringLiteral("values")].toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        preset.values[value.key()] = value->toString();
    preset.tables = mark[QStringLiteral("table")].toString();
    preset.byHeaders = object[QStringLiteral("by_headers")].toBool();
    preset.mapping = mappingOf(object[QStringLiteral("mapping")].toObject());
    preset.mapping.name = preset.name;
    for (const QJsonValue& related : object[QStringLiteral("related")].toArray())
        preset.related.push_back({related[QLatin1String("table")].toString(),
                                  mappingOf(related[QLatin1String("mapping")].toObject())});
    preset.sourceTitle = source[QStringLiteral("title")].toString();
    preset.publisher = source[QStringLiteral("publisher")].toString();
    preset.published = source[QStringLiteral("published")].toString();
    preset.licence = source[QStringLiteral("licence")].toString();
    preset.url = source[QStringLiteral("url")].toString();
    return preset;
}

QByteArray toJson(const ImportPreset& preset)
{
    const auto objectOf = [](const ImportMapping& mapping) {
        QJsonObject object = QJsonDocument::fromJson(toJson(mapping)).object();
        object.remove(QStringLiteral("name"));
        return object;
    };
    QJsonObject object{
        {QStringLiteral("name"), preset.name},
        {QStringLiteral("title"), QJsonObject{{QStringLiteral("en"), preset.title.en},
                                              {QStringLiteral("es"), preset.title.es}}},
        {QStringLiteral("mapping"), objectOf(preset.mapping)}};
    QJsonObject mark;
    if (!preset.headers.isEmpty())
        mark.insert(QStringLiteral("headers"), QJsonArray::fromStringList(preset.headers));
    if (!preset.anyHeaders.isEmpty())
        mark.insert(QStringLiteral("any"), QJsonArray::fromStringList(preset.anyHeaders));
    if (preset.least > 0)
        mark.insert(QStringLiteral("least"), preset.least);
    QJsonObject values;
    for (const auto& [column, expression] : preset.values)
        values.insert(column, expression);
    if (!values.isEmpty())
        mark.insert(QStringLiteral("values"), values);
    if (!preset.tables.isEmpty())
        mark.insert(QStringLiteral("table"), preset.tables);
    if (!mark.isEmpty())
        object.insert(QStringLiteral("recognise"), mark);
    if (preset.byHeaders)
        object.insert(QStringLiteral("by_headers"), true);
    QJsonArray related;
    for (const ImportPreset::Related& each : preset.related)
        related.append(QJsonObject{{QStringLiteral("table"), each.table},
                                   {QStringLiteral("mapping"), objectOf(each.mapping)}});
    if (!related.isEmpty())
        object.insert(QStringLiteral("related"), related);
    QJsonObject source;
    for (const auto& [key, text] :
         {std::pair("title", preset.sourceTitle), std::pair("publisher", preset.publisher),
          std::pair("published", preset.published), std::pair("licence", preset.licence),
          std::pair("url", preset.url)})
        if (!text.isEmpty())
            source.insert(QLatin1String(key), text);
    if (!source.isEmpty())
        object.insert(QStringLiteral("source"), source);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

const ImportPreset* presetBehind(const ImportMapping& mapping)
{
    const ImportPreset* preset = findImportPreset(mapping.name);
    return preset != nullptr ? preset : findImportPreset(mapping.preset);
}

ImportMapping savedAs(const QString& name, ImportMapping mapping)
{
    const ImportPreset* preset = presetBehind(mapping);
    mapping.preset = preset != nullptr ? preset->name : QString();
    mapping.name = name;
    return mapping;
}

ImportPreset presetOf(const QString& name, const ImportMapping& mapping, const ImportPreset* own)
{
    ImportPreset preset;
    if (own == nullptr)
        own = presetBehind(mapping);
    if (own != nullptr)
        preset = *own;
    preset.name = name;
    preset.title = {name, name};
    preset.mapping = mapping;
    preset.mapping.name = name;
    preset.mapping.preset.clear();
    preset.headers.clear();
    preset.anyHeaders.clear();
    preset.least = 0;
    preset.values.clear();
    preset.byHeaders = false;
    const auto add = [&](const std::vector<ImportMapping::Part>& parts) {
        for (const ImportMapping::Part& part : parts)
            if (!part.always && !preset.headers.contains(part.column))
                preset.headers << part.column;
    };
    add(mapping.parts);
    for (const auto& parts : mapping.estimates)
        add(parts);
    return preset;
}

const std::vector<ImportPreset>& importPresets()
{
    static const std::vector<ImportPreset> presets = load();
    return presets;
}

const ImportPreset* findImportPreset(const QString& name)
{
    for (const ImportPreset& preset : importPresets())
        if (preset.name == name)
            return &preset;
    return nullptr;
}

ImportMapping presetMapping(const QString& name, const ImportTable& table)
{
    const ImportPreset* preset = findImportPreset(name);
    if (preset == nullptr) {
        QStringList names;
        for (const ImportPreset& each : importPresets())
            names << each.name;
        throw base::Error(Text::tr("There is no preset “%1”. There are: %2.")
                              .arg(name, names.join(QStringLiteral(", "))));
    }
    return presetMapping(*preset, table);
}

ImportMapping presetMapping(const ImportPreset& preset, const ImportTable& table)
{
    const QStringList missing = missingHeaders(preset, Columns(table.columns()));
    if (!missing.isEmpty())
        throw base::Error(
            Text::tr("The file has no column “%1”, which the preset %2 needs. Map its "
                     "columns by hand.")
                .arg(missing.front(), preset.name));
    ImportMapping mapping = mappingFor(preset, table);
    if (!mapping.has(f::Name) && !mapping.has(f::Key))
        throw base::Error(Text::tr("No column of the file is called “name” or “id”, nor any of "
                                   "the other usual headers. Map its columns by hand."));
    return mapping;
}

std::vector<ImportProposal> proposeImport(const ImportTable& table)
{
    std::vector<ImportProposal> proposals;
    const std::vector<ImportTable::KeptRow> sample = table.firstRows(SampleRows);
    for (const ImportPreset& preset : importPresets())
        if (const QString reason = reasonFor(preset, table, sample); !reason.isEmpty())
            proposals.push_back({preset.name, reason, mappingFor(preset, table)});
    ImportMapping byHeaders = mappingByHeaders(table);
    addPlaces(byHeaders, table);
    QStringList found;
    for (const ImportMapping::Part& part : byHeaders.parts)
        found << part.column;
    proposals.push_back(
        {{},
         found.isEmpty()
             ? Text::tr("None of its headers is a usual one; say what its columns mean.")
             : Text::tr("Its headers %1 are usual ones.")
                   .arg(found.mid(0, 8).join(QStringLiteral(", "))),
         byHeaders});
    for (ImportProposal& proposal : proposals)
        proposal.reason += doubtfulPositions(table, proposal.mapping);
    return proposals;
}

std::vector<ImportStep> importSteps(const QString& path, std::shared_ptr<const ImportTable> table,
                                    const ImportMapping& mapping, base::Progress& progress,
                                    const std::shared_ptr<const ImportPreset>& own)
{
    std::vector<ImportStep> steps{{table, mapping, own}};
    const ImportPreset* preset = own ? own.get() : presetBehind(mapping);
    if (preset == nullptr || preset->related.empty())
        return steps;
    QStringList names;
    std::vector<const ImportPreset::Related*> related;
    for (const QString& name : ImportTable::listTables(path))
        for (const ImportPreset::Related& each : preset->related)
            if (QFileInfo(name).completeBaseName().compare(each.table, Qt::CaseInsensitive) == 0 &&
                name != table->table()) {
                names << name;
                related.push_back(&each);
            }
    if (names.isEmpty())
        return steps;
    std::vector<ImportTable> opened = ImportTable::openAll(path, names, {}, progress);
    for (size_t i = 0; i < opened.size(); ++i) {
        ImportMapping fit = fitted(related[i]->mapping, Columns(opened[i].columns()));
        fit.name = preset->name;
        fit.joins = table->table();
        steps.push_back(
            {std::make_shared<const ImportTable>(std::move(opened[i])), std::move(fit), own});
    }
    return steps;
}

} // namespace catalogue
