// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/project.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <algorithm>
#include <map>

namespace catalogue {

namespace {

int roleOrder(const QString& role)
{
    const auto& terms = memberRoles().terms();
    for (size_t i = 0; i < terms.size(); ++i)
        if (terms[i].key == role)
            return int(i);
    return int(terms.size());
}

void sortMembers(Project& project)
{
    std::stable_sort(project.members.begin(), project.members.end(),
                     [](const Member& a, const Member& b) {
                         return std::tuple(roleOrder(a.role), a.position, a.id) <
                                std::tuple(roleOrder(b.role), b.position, b.id);
                     });
}

const QString& oneOf(const base::Label& label, base::Language language)
{
    const QString& wanted = label.in(language);
    return wanted.isEmpty() ? (language == base::Language::English ? label.es : label.en) : wanted;
}

void writeMember(Edit& edit, base::Id project, const Member& member, bool isNew)
{
    RowValues row(edit, "project_members");
    row.setId("project_id", project)
        .setId("site_id", member.site)
        .set("role", member.role)
        .set("position", std::optional(member.position));
    if (isNew)
        row.insert(member.id);
    else
        row.update(member.id);
}

RowValues projectRow(Edit& edit, const Project& project)
{
    RowValues row(edit, "projects");
    row.set("name_en", project.name.en)
        .set("name_es", project.name.es)
        .set("summary_en", project.summary.en)
        .set("summary_es", project.summary.es)
        .set("handling", project.handling);
    return row;
}

std::vector<Project> select(const ReadAccess& access, std::optional<base::Id> only)
{
    std::vector<Project> projects;
    std::map<base::Id, size_t> places;
    const std::string one = only ? " WHERE id = ?" : "";
    SQLite::Statement rows(access.database(),
                           "SELECT id, name_en, name_es, summary_en, summary_es, handling "
                           "FROM main.projects" +
                               one + " ORDER BY id");
    if (only)
        rows.bind(1, int64_t(*only));
    while (rows.executeStep()) {
        places[rows.getColumn(0).getInt64()] = projects.size();
        projects.push_back({rows.getColumn(0).getInt64(),
                            {textAt(rows, 1), textAt(rows, 2)},
                            {textAt(rows, 3), textAt(rows, 4)},
                            textAt(rows, 5),
                            {}});
    }
    SQLite::Statement members(access.database(),
                              "SELECT id, site_id, role, position, project_id "
                              "FROM main.project_members" +
                                  std::string(only ? " WHERE project_id = ?" : ""));
    if (only)
        members.bind(1, int64_t(*only));
    while (members.executeStep()) {
        const auto place = places.find(members.getColumn(4).getInt64());
        if (place != places.end())
            projects[place->second].members.push_back(
                {members.getColumn(0).getInt64(), members.getColumn(1).getInt64(),
                 textAt(members, 2), members.getColumn(3).getInt()});
    }
    for (Project& project : projects)
        sortMembers(project);
    return projects;
}

} // namespace

QString Project::nameIn(base::Language language) const
{
    return oneOf(name, language);
}

QString Project::summaryIn(base::Language language) const
{
    return oneOf(summary, language);
}

std::vector<Project> readProjects(const ReadAccess& access)
{
    std::vector<Project> projects = select(access, {});
    std::stable_sort(projects.begin(), projects.end(), [](const Project& a, const Project& b) {
        return folded(a.nameIn(base::Language::English)) <
               folded(b.nameIn(base::Language::English));
    });
    return projects;
}

std::optional<Project> readProject(const ReadAccess& access, base::Id id)
{
    std::vector<Project> found = select(access, id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

base::Id findProject(const ReadAccess& access, const QString& text)
{
    std::vector<base::Id> found;
    QStringList names;
    const QString wanted = folded(text);
    for (const Project& project : readProjects(access)) {
        names << project.nameIn(base::Language::English);
        if (QString::number(project.id) == text || folded(project.name.en) == wanted ||
            folded(project.name.es) == wanted)
            found.push_back(project.id);
    }
    if (found.empty())
        throw base::Error(Text::tr("There is no project “%1”. There are: %2.")
                              .arg(text, names.isEmpty() ? Text::tr("none yet")
                                                         : names.join(QStringLiteral("; "))));
    if (found.size() > 1)
        throw base::Error(
            Text::tr("Several projects are called “%1”. Name one by its number.").arg(text));
    return found.front();
}

base::Id addProject(Edit& edit, const Project& project)
{
    const base::Id id = projectRow(edit, project).insert(project.id);
    for (const Member& member : project.members)
        writeMember(edit, id, member, true);
    return id;
}

void updateProject(Edit& edit, const Project& project)
{
    projectRow(edit, project).update(project.id);
    const std::optional<Project> before = readProject(edit, project.id);
    const auto has = [](const Project& in, base::Id id) {
        return std::any_of(in.members.begin(), in.members.end(),
                           [&](const Member& member) { return member.id == id; });
    };
    if (before)
        for (const Member& member : before->members)
            if (!has(project, member.id))
                removeRow(edit, "project_members", member.id);
    for (const Member& member : project.members)
        writeMember(edit, project.id, member,
                    member.id == 0 || !before || !has(*before, member.id));
}

void removeProjectRows(Edit& edit, base::Id id)
{
    removeRowsOf(edit, "project_members", "project_id", id);
    if (!removeRow(edit, "projects", id))
        throw base::Error(Text::tr("This project is no longer in the project file."));
}

QString roleFor(const QString& siteKind)
{
    if (siteKind == QLatin1String("processing_plant") ||
        siteKind == QLatin1String("smelter_refinery"))
        return QStringLiteral("processing");
    if (siteKind == QLatin1String("manufacturing_plant"))
        return QStringLiteral("manufacturing");
    return QStringLiteral("extraction");
}

base::Id delegationId(const QString& code)
{
    return base::hashedId({"delegations", code.toUtf8()});
}

std::vector<Delegation> readDelegations(const ReadAccess& access)
{
    std::vector<Delegation> delegations;
    SQLite::Statement rows(access.database(), "SELECT id, code, name_en, name_es, position FROM "
                                              "main.delegations ORDER BY position, code, id");
    while (rows.executeStep())
        delegations.push_back({rows.getColumn(0).getInt64(),
                               textAt(rows, 1),
                               {textAt(rows, 2), textAt(rows, 3)},
                               integerAt(rows, 4).value_or(0)});
    return delegations;
}

Delegation findDelegation(const ReadAccess& access, const QString& code)
{
    QStringList codes;
    for (const Delegation& delegation : readDelegations(access)) {
        if (delegation.code.compare(code, Qt::CaseInsensitive) == 0)
            return delegation;
        codes << delegation.code;
    }
    throw base::Error(
        Text::tr("There is no delegation “%1”. There are: %2.")
            .arg(code, codes.isEmpty() ? Text::tr("none yet") : codes.join(QStringLiteral(", "))));
}

base::Id addDelegation(Edit& edit, const Delegation& delegation)
{
    if (delegation.code.isEmpty())
        throw base::Error(Text::tr("A delegation needs a short code, such as US or MX."));
    const std::vector<Delegation> known = readDelegations(edit);
    for (const Delegation& other : known)
        if (other.code == delegation.code)
            throw base::Error(Text::tr("There is a delegation “%1” already.").arg(other.code));
    base::Label name = delegation.name;
    if (const Term* country = countries().find(delegation.code)) {
        if (name.en.isEmpty())
            name.en = country->label.en;
        if (name.es.isEmpty())
            name.es = country->label.es;
    }
    return RowValues(edit, "delegations")
        .set("code", delegation.code)
        .set("name_en", name.en)
        .set("name_es", name.es)
        .set("position",
             std::optional(delegation.position > 0 ? delegation.position : int(known.size()) + 1))
        .insert(delegationId(delegation.code));
}

} // namespace catalogue
