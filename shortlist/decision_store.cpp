// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/project.h"
#include "catalogue/vocabulary.h"
#include "shortlist/decision.h"
#include "shortlist/text.h"

namespace shortlist {

QString Decision::reasonIn(base::Language language) const
{
    const QString& wanted = reason.in(language);
    return wanted.isEmpty() ? (reason.en.isEmpty() ? reason.es : reason.en) : wanted;
}

std::map<base::Id, Decision> readDecisions(const catalogue::ReadAccess& access)
{
    using catalogue::textAt;
    std::map<base::Id, Decision> decisions;
    SQLite::Statement row(access.database(), "SELECT project_id, decision, reason_en, reason_es, "
                                             "decided_on FROM main.decisions ORDER BY id");
    while (row.executeStep())
        decisions[row.getColumn(0).getInt64()] = {
            textAt(row, 1), {textAt(row, 2), textAt(row, 3)}, textAt(row, 4)};
    return decisions;
}

void writeDecision(catalogue::Edit& edit, base::Id project, const std::optional<Decision>& decision)
{
    const base::Id id = base::hashedId({"decisions", base::idBytes(project)});
    if (!decision) {
        catalogue::removeRow(edit, "decisions", id);
        return;
    }
    if (catalogue::decisionKinds().find(decision->kind) == nullptr)
        throw base::Error(
            Text::tr("“%1” is no decision. There are: shortlisted, reserve, deferred, declined.")
                .arg(decision->kind));
    catalogue::RowValues(edit, "decisions")
        .setId("project_id", project)
        .set("decision", decision->kind)
        .set("reason_en", decision->reason.en)
        .set("reason_es", decision->reason.es)
        .set("decided_on", decision->decidedOn)
        .put(id);
}

void removeProject(catalogue::Edit& edit, base::Id project)
{
    catalogue::removeRowsOf(edit, "marks", "project_id", project);
    catalogue::removeRowsOf(edit, "decisions", "project_id", project);
    catalogue::removeProjectRows(edit, project);
}

} // namespace shortlist
