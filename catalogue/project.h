// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/language.h"

#include <QString>
#include <optional>
#include <vector>

namespace catalogue {

class Edit;
class ReadAccess;

// A site's part in a candidate project.
struct Member
{
    base::Id id = 0;
    base::Id site = 0;
    QString role;     // vocabulary member_roles: extraction, processing, manufacturing
    int position = 0; // along the chain, from 1
};

// A candidate for the shortlist: one or more sites with roles.
struct Project
{
    base::Id id = 0;
    base::Label name; // one language is enough
    base::Label summary;
    QString handling;
    std::vector<Member> members; // in order of role, then position
    // In the reader's language, else in the other one.
    QString nameIn(base::Language language) const;
    QString summaryIn(base::Language language) const;
};

std::vector<Project> readProjects(const ReadAccess& access); // by English name
std::optional<Project> readProject(const ReadAccess& access, base::Id id);
// By id or by its name in either language. Throws base::Error where none or several answer.
base::Id findProject(const ReadAccess& access, const QString& text);
base::Id addProject(Edit& edit, const Project& project);
// Writes what differs, members too.
void updateProject(Edit& edit, const Project& project);
// With its members. Marks and a decision on it are in rooms above: shortlist::removeProject().
void removeProjectRows(Edit& edit, base::Id id);

// The role a site's kind suggests: extraction for mines, deposits, prospects and tailings.
QString roleFor(const QString& siteKind);

// A party. Its row's id comes from its code, so two copies that add it agree.
struct Delegation
{
    base::Id id = 0;
    QString code; // US, MX, …
    base::Label name;
    int position = 0;
};
base::Id delegationId(const QString& code);
std::vector<Delegation> readDelegations(const ReadAccess& access); // by position
// By code; throws base::Error listing the codes where there is none.
Delegation findDelegation(const ReadAccess& access, const QString& code);
// A code of the vocabulary countries gets its names from there where they are empty. Throws where
// the code is taken.
base::Id addDelegation(Edit& edit, const Delegation& delegation);

} // namespace catalogue
