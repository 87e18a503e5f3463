// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/table_choice.h"

#include "base/error.h"
#include "catalogue/import_preset.h"
#include "catalogue/text.h"

#include <QFileInfo>
#include <algorithm>

namespace catalogue {

namespace {

namespace f = import_field;

constexpr qsizetype MostLookedAt = 80;
constexpr qsizetype MostNames = 40;

// From what is no table to what can stand on the map.
enum Rank { Nothing, Some, Named, Placed, Sites };

struct Judged
{
    QString name;
    int rank = Nothing;
    const ImportPreset* preset = nullptr;
};

bool isCalled(const QString& table, const QString& name)
{
    return QFileInfo(table).completeBaseName().compare(name, Qt::CaseInsensitive) == 0;
}

Judged judge(const QString& path, const QString& name, base::Progress& progress)
{
    Judged judged{name, Nothing, nullptr};
    try {
        const ImportTable table = ImportTable::openBeginning(path, name, progress);
        if (table.firstRows(1).empty() || table.columns().size() < 2)
            return judged;
        const ImportProposal proposal = proposeImport(table).front();
        const ImportMapping& mapping = proposal.mapping;
        judged.preset = findImportPreset(proposal.preset);
        const bool isPlaced = !table.placeColumn().isEmpty() || mapping.has(f::Wkt) ||
                              (mapping.has(f::X) && mapping.has(f::Y));
        const bool isNamed = mapping.has(f::Name) || mapping.has(f::Key);
        if (!mapping.joins.isEmpty())
            judged.rank = Some;
        else if (isPlaced)
            judged.rank = isNamed ? Sites : Placed;
        else
            judged.rank = isNamed && mapping.parts.size() > 1 ? Named : Some;
    } catch (const base::Error&) { // empty, prose, or damaged: not what is meant
        return judged;
    }
    return judged;
}

} // namespace

TableChoice chooseTable(const QString& path, base::Progress& progress)
{
    TableChoice choice;
    choice.tables = ImportTable::listTables(path);
    const QStringList& tables = choice.tables;
    if (tables.size() < 2)
        return choice;
    choice.likely = ImportTable::likelyTable(tables);
    std::vector<Judged> judged;
    for (const QString& table : tables.first(std::min(tables.size(), MostLookedAt))) {
        progress.check();
        judged.push_back(judge(path, table, progress));
    }
    // Those that a preset reads together with its own table are no rivals of it.
    QStringList related;
    for (Judged& each : judged) {
        if (each.preset == nullptr)
            continue;
        for (const ImportPreset::Related& other : each.preset->related)
            for (const QString& table : tables)
                if (isCalled(table, other.table) && table != each.name) {
                    related << table;
                    each.rank = Sites;
                }
    }
    int best = Nothing;
    for (const Judged& each : judged)
        if (!related.contains(each.name))
            best = std::max(best, each.rank);
    const auto take = [&](int least) {
        choice.equals.clear();
        for (const Judged& each : judged)
            if (each.rank >= least && !related.contains(each.name))
                choice.equals << each.name;
    };
    take(std::min<int>(best, Placed));             // a name that is not known as such is no reason
    if (best < Placed && choice.equals.size() > 1) // tables that only make sense together
        take(Some);
    if (choice.equals.isEmpty())
        choice.equals = tables;
    const QString byName = tables[choice.likely];
    const bool isOneOf = choice.equals.contains(byName);
    if (!isOneOf)
        choice.likely = tables.indexOf(choice.equals.front());
    choice.isClear = choice.equals.size() == 1 || (isOneOf && ImportTable::isCalledSites(byName));
    if (!choice.isClear)
        return choice;
    choice.equals.clear();
    QStringList others;
    for (const QString& table : tables)
        if (table != tables[choice.likely] && !related.contains(table))
            others << table;
    if (others.size() > MostNames)
        others = others.first(MostNames) << QStringLiteral("…");
    if (!others.isEmpty())
        choice.note = Text::tr("“%1” holds several tables. “%2” was read, which looks like the "
                               "one of sites; these were not: %3.")
                          .arg(QFileInfo(path).fileName(), tables[choice.likely],
                               others.join(QStringLiteral(", ")));
    return choice;
}

} // namespace catalogue
