// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/columns.h"
#include "shortlist/judgement.h"
#include "shortlist/text.h"

namespace shortlist {

std::map<base::Id, double> JudgementStore::readWeights(const catalogue::ReadAccess& access) const
{
    std::map<base::Id, double> weights;
    SQLite::Statement row(access.database(),
                          "SELECT criterion_id, weight FROM main.weights WHERE delegation_id = ?");
    row.bind(1, int64_t(m_owner));
    while (row.executeStep())
        weights[row.getColumn(0).getInt64()] = row.getColumn(1).getDouble();
    return weights;
}

void JudgementStore::writeWeight(catalogue::Edit& edit, base::Id criterion,
                                 std::optional<double> weight) const
{
    const base::Id id =
        base::hashedId({"weights", base::idBytes(m_owner), base::idBytes(criterion)});
    if (!weight) {
        catalogue::removeRow(edit, "weights", id);
        return;
    }
    if (!(*weight >= 0))
        throw base::Error(Text::tr("A weight is 0 or more; %1 is not.").arg(*weight));
    catalogue::RowValues(edit, "weights")
        .setId("delegation_id", m_owner)
        .setId("criterion_id", criterion)
        .set("weight", weight)
        .put(id);
}

std::map<std::pair<base::Id, base::Id>, Mark>
JudgementStore::readMarks(const catalogue::ReadAccess& access) const
{
    std::map<std::pair<base::Id, base::Id>, Mark> marks;
    SQLite::Statement row(access.database(), "SELECT project_id, criterion_id, value, reason FROM "
                                             "main.marks WHERE delegation_id = ?");
    row.bind(1, int64_t(m_owner));
    while (row.executeStep())
        marks[{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()}] = {
            row.getColumn(2).getDouble(), catalogue::textAt(row, 3)};
    return marks;
}

void JudgementStore::writeMark(catalogue::Edit& edit, base::Id project, base::Id criterion,
                               const std::optional<Mark>& mark) const
{
    const base::Id id = base::hashedId(
        {"marks", base::idBytes(m_owner), base::idBytes(project), base::idBytes(criterion)});
    if (!mark) {
        catalogue::removeRow(edit, "marks", id);
        return;
    }
    if (!(mark->value >= 0 && mark->value <= 1))
        throw base::Error(Text::tr("A mark is from 0 to 1; %1 is not.").arg(mark->value));
    catalogue::RowValues(edit, "marks")
        .setId("delegation_id", m_owner)
        .setId("project_id", project)
        .setId("criterion_id", criterion)
        .set("value", std::optional(mark->value))
        .set("reason", mark->reason)
        .put(id);
}

} // namespace shortlist
