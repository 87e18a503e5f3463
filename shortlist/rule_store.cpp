// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/vocabulary.h"
#include "shortlist/criterion.h"
#include "shortlist/gate.h"
#include "shortlist/text.h"

namespace shortlist {

namespace {

using catalogue::RowValues;
using catalogue::textAt;

int lastPosition(const catalogue::ReadAccess& access, const char* table)
{
    SQLite::Statement row(access.database(),
                          std::string("SELECT COALESCE(MAX(position), 0) FROM main.") + table);
    row.executeStep();
    return row.getColumn(0).getInt();
}

template <class Rule>
base::Id find(const std::vector<Rule>& rules, const QString& text, const QString& none)
{
    std::vector<base::Id> found;
    QStringList names;
    const QString wanted = catalogue::folded(text);
    for (const Rule& rule : rules) {
        names << rule.nameIn(base::Language::English);
        if (QString::number(rule.id) == text || catalogue::folded(rule.name.en) == wanted ||
            catalogue::folded(rule.name.es) == wanted)
            found.push_back(rule.id);
    }
    if (found.empty())
        throw base::Error(none.arg(text, names.isEmpty() ? Text::tr("none yet")
                                                         : names.join(QStringLiteral("; "))));
    if (found.size() > 1)
        throw base::Error(Text::tr("Several are called “%1”. Name one by its number.").arg(text));
    return found.front();
}

RowValues gateRow(catalogue::Edit& edit, const Gate& gate)
{
    RowValues row(edit, "gates");
    row.set("name_en", gate.name.en)
        .set("name_es", gate.name.es)
        .set("measure", measureToJson(gate.measure))
        .set("condition", conditionToJson(gate.condition))
        .set("enabled", std::optional(gate.enabled ? 1 : 0))
        .set("position", std::optional(gate.position));
    return row;
}

RowValues criterionRow(catalogue::Edit& edit, const Criterion& criterion)
{
    checkCriterion(criterion);
    RowValues row(edit, "criteria");
    row.set("name_en", criterion.name.en)
        .set("name_es", criterion.name.es)
        .set("measure", measureToJson(criterion.measure))
        .set("unit", criterion.unit)
        .set("direction", criterion.direction == Direction::Minimise ? QStringLiteral("minimise")
                                                                     : QStringLiteral("maximise"))
        .set("value_function", valueFunctionToJson(criterion.valueFunction))
        .set("enabled", std::optional(criterion.enabled ? 1 : 0))
        .set("position", std::optional(criterion.position));
    return row;
}

} // namespace

std::vector<Gate> readGates(const catalogue::ReadAccess& access)
{
    std::vector<Gate> gates;
    SQLite::Statement row(access.database(),
                          "SELECT id, name_en, name_es, measure, condition, enabled, position "
                          "FROM main.gates ORDER BY position, id");
    while (row.executeStep())
        gates.push_back({row.getColumn(0).getInt64(),
                         {textAt(row, 1), textAt(row, 2)},
                         measureFromJson(textAt(row, 3)),
                         conditionFromJson(textAt(row, 4)),
                         row.getColumn(5).getInt() != 0,
                         row.getColumn(6).getInt()});
    return gates;
}

base::Id findGate(const catalogue::ReadAccess& access, const QString& text)
{
    return find(readGates(access), text, Text::tr("There is no gate “%1”. There are: %2."));
}

namespace {

// A bound that stands nowhere in the order of stages would let every project pass.
void checkBounds(const Gate& gate)
{
    for (const QString& word : {gate.condition.atLeastWord, gate.condition.atMostWord})
        if (!word.isEmpty() && !stageOrder().contains(word))
            throw base::Error(Text::tr("“%1” is no stage. The stages are: %2.")
                                  .arg(word, stageOrder().join(QStringLiteral(", "))));
}

} // namespace

base::Id addGate(catalogue::Edit& edit, const Gate& gate)
{
    checkBounds(gate);
    Gate placed = gate;
    if (placed.position == 0)
        placed.position = lastPosition(edit, "gates") + 1;
    return gateRow(edit, placed).insert(gate.id);
}

void updateGate(catalogue::Edit& edit, const Gate& gate)
{
    checkBounds(gate);
    gateRow(edit, gate).update(gate.id);
}

void removeGate(catalogue::Edit& edit, base::Id id)
{
    if (!catalogue::removeRow(edit, "gates", id))
        throw base::Error(Text::tr("This gate is no longer in the project file."));
}

std::vector<Criterion> readCriteria(const catalogue::ReadAccess& access)
{
    std::vector<Criterion> criteria;
    SQLite::Statement row(access.database(),
                          "SELECT id, name_en, name_es, measure, unit, direction, value_function, "
                          "enabled, position FROM main.criteria ORDER BY position, id");
    while (row.executeStep())
        criteria.push_back({row.getColumn(0).getInt64(),
                            {textAt(row, 1), textAt(row, 2)},
                            measureFromJson(textAt(row, 3)),
                            textAt(row, 4),
                            textAt(row, 5) == QLatin1String("minimise") ? Direction::Minimise
                                                                        : Direction::Maximise,
                            valueFunctionFromJson(textAt(row, 6)),
                            row.getColumn(7).getInt() != 0,
                            row.getColumn(8).getInt()});
    return criteria;
}

base::Id findCriterion(const catalogue::ReadAccess& access, const QString& text)
{
    return find(readCriteria(access), text, Text::tr("There is no criterion “%1”. There are: %2."));
}

base::Id addCriterion(catalogue::Edit& edit, const Criterion& criterion)
{
    Criterion placed = criterion;
    if (placed.position == 0)
        placed.position = lastPosition(edit, "criteria") + 1;
    return criterionRow(edit, placed).insert(criterion.id);
}

void updateCriterion(catalogue::Edit& edit, const Criterion& criterion)
{
    criterionRow(edit, criterion).update(criterion.id);
}

void removeCriterion(catalogue::Edit& edit, base::Id id)
{
    catalogue::removeRowsOf(edit, "weights", "criterion_id", id);
    catalogue::removeRowsOf(edit, "marks", "criterion_id", id);
    if (!catalogue::removeRow(edit, "criteria", id))
        throw base::Error(Text::tr("This criterion is no longer in the project file."));
}

} // namespace shortlist
