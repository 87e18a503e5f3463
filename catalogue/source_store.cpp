// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/columns.h"
#include "catalogue/site_store.h"
#include "catalogue/text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace catalogue {

namespace {

constexpr auto SourceColumns = "SELECT id, kind, title, publisher, published, licence, url, "
                               "accessed, file_name, digest, preset, mapping, columns, crs, "
                               "operation, position_accuracy_m, note, rank FROM main.sources ";

Source sourceAt(SQLite::Statement& row)
{
    Source source;
    source.id = row.getColumn(0).getInt64();
    source.kind = textAt(row, 1);
    source.title = textAt(row, 2);
    source.publisher = textAt(row, 3);
    source.published = textAt(row, 4);
    source.licence = textAt(row, 5);
    source.url = textAt(row, 6);
    source.accessed = textAt(row, 7);
    source.fileName = textAt(row, 8);
    source.digest = textAt(row, 9);
    source.preset = textAt(row, 10);
    source.mapping = textAt(row, 11);
    for (const QJsonValue& header : QJsonDocument::fromJson(textAt(row, 12).toUtf8()).array())
        source.columns.push_back(header.toString());
    source.crs = textAt(row, 13);
    source.operation = textAt(row, 14);
    source.positionAccuracyMetres = realAt(row, 15);
    source.note = textAt(row, 16);
    source.rank = integerAt(row, 17);
    return source;
}

RowValues sourceRow(Edit& edit, const Source& source)
{
    QString columns;
    if (!source.columns.empty()) {
        QJsonArray headers;
        for (const QString& header : source.columns)
            headers.append(header);
        columns = QString::fromUtf8(QJsonDocument(headers).toJson(QJsonDocument::Compact));
    }
    RowValues row(edit, "sources");
    row.set("kind", source.kind)
        .set("title", source.title)
        .set("publisher", source.publisher)
        .set("published", source.published)
        .set("licence", source.licence)
        .set("url", source.url)
        .set("accessed", source.accessed)
        .set("file_name", source.fileName)
        .set("digest", source.digest)
        .set("preset", source.preset)
        .set("mapping", source.mapping)
        .set("columns", columns)
        .set("crs", source.crs)
        .set("operation", source.operation)
        .set("position_accuracy_m", source.positionAccuracyMetres)
        .set("note", source.note)
        .set("rank", source.rank);
    return row;
}

} // namespace

base::Id addSource(Edit& edit, const Source& source)
{
    return sourceRow(edit, source).insert(source.id);
}

void updateSource(Edit& edit, const Source& source)
{
    sourceRow(edit, source).update(source.id);
}

std::optional<Source> readSource(const ReadAccess& access, base::Id id)
{
    SQLite::Statement row(access.database(), std::string(SourceColumns) + "WHERE id = ?");
    row.bind(1, int64_t(id));
    return row.executeStep() ? std::optional(sourceAt(row)) : std::nullopt;
}

std::vector<Source> readSources(const ReadAccess& access)
{
    std::vector<Source> sources;
    SQLite::Statement row(access.database(), std::string(SourceColumns) + "ORDER BY title, id");
    while (row.executeStep())
        sources.push_back(sourceAt(row));
    return sources;
}

void forEachRecord(const ReadAccess& access,
                   const std::function<void(base::Id, base::Id, base::Id)>& visit)
{
    SQLite::Statement row(access.database(), "SELECT id, source_id, site_id FROM main.records");
    while (row.executeStep())
        visit(row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), idAt(row, 2).value_or(0));
}

base::Id addSetAside(Edit& edit, const SetAside& row)
{
    QJsonArray content;
    for (const auto& field : row.fields)
        content.append(field ? QJsonValue(*field) : QJsonValue());
    return RowValues(edit, "set_aside")
        .setId("source_id", row.source)
        .setId("line", row.line)
        .set("column_name", row.column)
        .set("value", row.value)
        .set("reason", row.reason)
        .set("content", QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact)))
        .insert(row.id);
}

std::vector<SetAside> readSetAside(const ReadAccess& access, base::Id source)
{
    std::vector<SetAside> rows;
    SQLite::Statement row(access.database(),
                          "SELECT id, source_id, line, column_name, value, reason, content FROM "
                          "main.set_aside WHERE source_id = ? ORDER BY line, id");
    row.bind(1, int64_t(source));
    while (row.executeStep()) {
        SetAside each{row.getColumn(0).getInt64(),
                      row.getColumn(1).getInt64(),
                      row.getColumn(2).getInt64(),
                      textAt(row, 3),
                      textAt(row, 4),
                      textAt(row, 5),
                      {}};
        for (const QJsonValue& field : QJsonDocument::fromJson(textAt(row, 6).toUtf8()).array())
            each.fields.push_back(field.isString() ? std::optional(field.toString())
                                                   : std::nullopt);
        rows.push_back(std::move(each));
    }
    return rows;
}

QString setAsideText(const QString& reason)
{
    if (reason == QLatin1String("too_few_fields"))
        return Text::tr("The row has fewer fields than the header has columns.");
    if (reason == QLatin1String("too_many_fields"))
        return Text::tr("The row has more fields than the header has columns.");
    if (reason == QLatin1String("not_a_number"))
        return Text::tr("A number was expected.");
    if (reason == QLatin1String("position_out_of_range"))
        return Text::tr("The position lies outside what its coordinate system can hold.");
    if (reason == QLatin1String("half_a_position"))
        return Text::tr("Only one of the two coordinates is given.");
    if (reason == QLatin1String("unknown_crs"))
        return Text::tr("The coordinate system of the row is not known.");
    if (reason == QLatin1String("no_crs"))
        return Text::tr("The row has a position but names no coordinate system.");
    if (reason == QLatin1String("bad_geometry"))
        return Text::tr("The position cannot be read as a point.");
    if (reason == QLatin1String("repeated_key"))
        return Text::tr("An earlier row of the file has the same record number.");
    if (reason == QLatin1String("repeated_row"))
        return Text::tr("An earlier row of the file says exactly the same.");
    if (reason == QLatin1String("no_name_no_key"))
        return Text::tr("The row has neither a name nor a record number nor a position.");
    if (reason == QLatin1String("bad_quote"))
        return Text::tr("A quotation mark is opened and never closed.");
    if (reason == QLatin1String("line_too_long"))
        return Text::tr("The line is longer than any row of a table.");
    if (reason == QLatin1String("position_swapped"))
        return Text::tr("Latitude and longitude, or easting and northing, seem to be swapped: the "
                        "position is only possible, or in its country, the other way round.");
    if (reason == QLatin1String("longitude_without_sign"))
        return Text::tr(
            "The longitude lies east, but the country lies west: its sign may be missing.");
    if (reason == QLatin1String("unknown_site"))
        return Text::tr("No site of that record number is known. Import the table of sites first.");
    if (reason == QLatin1String("no_figure"))
        return Text::tr("The row states no figure.");
    if (reason == QLatin1String("no_unit"))
        return Text::tr("The figure has no unit.");
    if (reason == QLatin1String("unknown_unit"))
        return Text::tr("The unit is not known.");
    if (reason == QLatin1String("ambiguous_unit"))
        return Text::tr("The unit has more than one meaning; say in the mapping which is meant.");
    if (reason == QLatin1String("unit_of_another_quantity"))
        return Text::tr("The unit is one of another quantity.");
    if (reason == QLatin1String("not_a_figure"))
        return Text::tr("A number of this kind was expected.");
    if (reason == QLatin1String("ambiguous_number"))
        return Text::tr("Nothing in the file says whether its comma parts thousands or decimals; "
                        "say the decimal sign in the mapping.");
    if (reason == QLatin1String("equivalent_grade"))
        return Text::tr("The grade is an equivalent of several metals and no grade of one.");
    if (reason == QLatin1String("grade_above_whole"))
        return Text::tr("The grade is above 100 %.");
    return Text::tr("The row could not be understood (%1).").arg(reason);
}

} // namespace catalogue
