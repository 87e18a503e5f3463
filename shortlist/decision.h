// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/language.h"

#include <QString>
#include <map>
#include <optional>

namespace catalogue {
class Edit;
class ReadAccess;
} // namespace catalogue

namespace shortlist {

// What was decided of a project.
struct Decision
{
    QString kind; // vocabulary decisions: shortlisted, reserve, deferred, declined
    base::Label reason;
    QString decidedOn; // ISO 8601
    QString reasonIn(base::Language language) const;
};

std::map<base::Id, Decision> readDecisions(const catalogue::ReadAccess& access); // by project
// nullopt takes it back. Throws base::Error for a decision without a known kind.
void writeDecision(catalogue::Edit& edit, base::Id project,
                   const std::optional<Decision>& decision);

// A candidate project with all that hangs on it: members, marks, decision.
void removeProject(catalogue::Edit& edit, base::Id project);

} // namespace shortlist
