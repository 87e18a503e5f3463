// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_notes.h"

#include "catalogue/text.h"

#include <set>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr qsizetype MostNamed = 60;

QString listed(const QStringList& names)
{
    return names.mid(0, MostNamed).join(QStringLiteral(", ")) +
           (names.size() > MostNamed ? QStringLiteral(" …") : QString());
}

} // namespace

std::vector<base::Issue> unreadNotes(const ImportTable& table, const ImportMapping& mapping)
{
    std::vector<base::Issue> notes;
    if (mapping.joins.isEmpty() && !mapping.has(f::Wkt) &&
        !(mapping.has(f::X) && mapping.has(f::Y)))
        notes.push_back(
            {base::Severity::Warning,
             Text::tr("No columns with positions were found, so the sites come in without. Say "
                      "which columns hold them, or call these “longitude” and “latitude” (degrees) "
                      "or “easting”, “northing” and “UTM zone” (metres)."),
             {table.fileName(), 0, {}, {}}});
    std::set<QString> read;
    const auto add = [&](const std::vector<ImportMapping::Part>& parts) {
        for (const ImportMapping::Part& part : parts)
            if (!part.always)
                read.insert(part.column);
    };
    add(mapping.parts);
    for (const auto& parts : mapping.estimates)
        add(parts);
    QStringList unread;
    for (const QString& column : table.columns())
        if (!read.contains(column) && !column.startsWith(QLatin1String("veta_")) &&
            !column.startsWith(u'#') && column != table.placeColumn())
            unread << column;
    if (!unread.isEmpty())
        notes.push_back(
            {base::Severity::Note,
             Text::tr("Nothing was taken from these columns, though each row is kept whole: %1.")
                 .arg(listed(unread)),
             {table.fileName(), 0, {}, {}}});
    return notes;
}

std::vector<base::Issue> unreadTables(const std::vector<ImportStep>& steps)
{
    QStringList unread = steps.front().table->tablesBeside();
    for (const ImportStep& step : steps)
        unread.removeAll(step.table->table());
    if (unread.isEmpty())
        return {};
    return {{base::Severity::Note,
             Text::tr("These tables of the file were not read: %1.").arg(listed(unread)),
             {steps.front().table->fileName(), 0, {}, {}}}};
}

base::Issue foreignNote(const ImportTable& table, const ImportMapping& mapping,
                        const QString& country, const CountedRows& rows)
{
    return {base::Severity::Warning,
            Text::tr("Positions lie far outside of the country of their rows, %1; look whether "
                     "the coordinates or the country are wrong (rows: %2).")
                .arg(country)
                .arg(rows.count),
            {table.fileName(), rows.first, mapping.columnsOf(f::Country).value(0), country}};
}

} // namespace catalogue
