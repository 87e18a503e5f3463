// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/project.h"
#include "catalogue/site_store.h"
#include "shortlist/decision.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Project : public Command
{
    std::string m_file;
    std::string m_project;
    std::string m_nameEn;
    std::string m_nameEs;
    std::string m_summaryEn;
    std::string m_summaryEs;
    std::vector<std::string> m_sites;
    CLI::App* m_add = nullptr;
    CLI::App* m_set = nullptr;
    CLI::App* m_list = nullptr;
    CLI::App* m_remove = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("project", "Add, change, list or remove projects");
        sub->require_subcommand(1);
        m_add = sub->add_subcommand("add", "Make a candidate project of sites");
        m_set = sub->add_subcommand("set", "Change a project");
        m_list = sub->add_subcommand("list", "List the projects");
        m_remove = sub->add_subcommand("remove", "Remove a project");
        for (CLI::App* each : {m_add, m_set, m_list, m_remove})
            addFile(*each, m_file);
        for (CLI::App* each : {m_set, m_remove})
            each->add_option("PROJECT", m_project, "Its name or number")->required();
        for (CLI::App* each : {m_add, m_set}) {
            each->add_option("--name-en,--name", m_nameEn, "Name in English");
            each->add_option("--name-es", m_nameEs, "Name in Spanish");
            each->add_option("--summary-en,--summary", m_summaryEn, "Summary in English");
            each->add_option("--summary-es", m_summaryEs, "Summary in Spanish");
            each->add_option("--site", m_sites,
                             "SITE or SITE=ROLE (extraction, processing, manufacturing); may be "
                             "repeated, in order of the chain")
                ->allow_extra_args(false);
        }
        return sub;
    }

    void run(Context& context) override
    {
        if (m_list->parsed())
            list(context);
        else if (m_remove->parsed())
            remove(context);
        else
            write(context);
    }

private:
    std::vector<catalogue::Member> members(const catalogue::ReadAccess& access) const
    {
        std::vector<catalogue::Member> result;
        for (const std::string& given : m_sites) {
            const qsizetype sign = toQString(given).lastIndexOf(u'=');
            catalogue::Member member;
            member.site = catalogue::findSite(access, sign > 0 ? toQString(given).first(sign)
                                                               : toQString(given));
            member.role = sign > 0
                              ? parseTerm(catalogue::memberRoles(),
                                          toQString(given).mid(sign + 1).toStdString())
                              : catalogue::roleFor(catalogue::readSite(access, member.site)->kind);
            member.position = int(result.size()) + 1;
            result.push_back(member);
        }
        return result;
    }

    void write(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const bool adding = m_add->parsed();
        catalogue::Project project;
        file->read([&](const catalogue::ReadAccess& access) {
            if (!adding)
                project = catalogue::readProject(
                              access, catalogue::findProject(access, toQString(m_project)))
                              .value();
            if (!m_sites.empty())
                project.members = members(access);
        });
        const auto take = [](QString& field, const std::string& given) {
            if (!given.empty())
                field = toQString(given);
        };
        take(project.name.en, m_nameEn);
        take(project.name.es, m_nameEs);
        take(project.summary.en, m_summaryEn);
        take(project.summary.es, m_summaryEs);
        if (project.name.en.isEmpty() && project.name.es.isEmpty())
            throw UsageError(QStringLiteral("A project needs a name: --name …"));
        if (project.members.empty())
            throw UsageError(QStringLiteral("A project needs at least one site: --site …"));
        base::Id id = project.id;
        file->edit(author, catalogue::EntryKind::Edit,
                   {adding ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the project %1"))
                           : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the project %1")),
                    {project.nameIn(base::Language::English)}},
                   [&](catalogue::Edit& edit) {
                       if (adding)
                           id = catalogue::addProject(edit, project);
                       else
                           catalogue::updateProject(edit, project);
                   });
        context.done(QString::number(id));
        context.value(QJsonObject{{QStringLiteral("id"), id}});
    }

    void list(Context& context)
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        QJsonArray values;
        std::vector<QStringList> rows;
        file->read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::Project& project : catalogue::readProjects(access)) {
                QJsonArray members;
                QStringList names;
                for (const catalogue::Member& member : project.members) {
                    const auto site = catalogue::readSite(access, member.site);
                    const QString name = site ? site->name : QString();
                    names << QStringLiteral("%1 (%2)").arg(
                        name, catalogue::memberRoles().label(member.role, context.language));
                    members.append(QJsonObject{{QStringLiteral("site"), member.site},
                                               {QStringLiteral("name"), name},
                                               {QStringLiteral("role"), member.role}});
                }
                rows.push_back({QString::number(project.id), project.nameIn(context.language),
                                names.join(QStringLiteral(" > "))});
                values.append(QJsonObject{{QStringLiteral("id"), project.id},
                                          {QStringLiteral("name_en"), project.name.en},
                                          {QStringLiteral("name_es"), project.name.es},
                                          {QStringLiteral("members"), members}});
            }
        });
        context.table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("sites")},
                      rows);
        context.value(values);
    }

    void remove(Context& context)
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::Project project;
        file->read([&](const catalogue::ReadAccess& access) {
            project =
                catalogue::readProject(access, catalogue::findProject(access, toQString(m_project)))
                    .value();
        });
        const QString name = project.nameIn(base::Language::English);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the project %1")), {name}},
                   [&](catalogue::Edit& edit) { shortlist::removeProject(edit, project.id); });
        context.done(QStringLiteral("Removed %1.").arg(name));
        context.value(QJsonObject{{QStringLiteral("id"), project.id}});
    }
};

class Delegation : public Command
{
    std::string m_file;
    std::string m_code;
    std::string m_nameEn;
    std::string m_nameEs;
    CLI::App* m_add = nullptr;
    CLI::App* m_list = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("delegation", "Add or list delegations");
        sub->require_subcommand(1);
        m_add = sub->add_subcommand("add", "Add a delegation");
        m_list = sub->add_subcommand("list", "List the delegations");
        for (CLI::App* each : {m_add, m_list})
            addFile(*each, m_file);
        m_add->add_option("CODE", m_code, "US, MX, CA …")->required();
        m_add->add_option("--name-en,--name", m_nameEn, "Name in English");
        m_add->add_option("--name-es", m_nameEs, "Name in Spanish");
        return sub;
    }

    void run(Context& context) override
    {
        if (m_add->parsed()) {
            const catalogue::Author author = context.author();
            const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
            catalogue::Delegation delegation;
            delegation.code = toQString(m_code).toUpper();
            delegation.name = {toQString(m_nameEn), toQString(m_nameEs)};
            file->edit(author, catalogue::EntryKind::Edit,
                       {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the delegation %1")),
                        {delegation.code}},
                       [&](catalogue::Edit& edit) { catalogue::addDelegation(edit, delegation); });
            context.done(QStringLiteral("Added %1.").arg(delegation.code));
            context.value(QJsonObject{{QStringLiteral("code"), delegation.code}});
            return;
        }
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        QJsonArray values;
        std::vector<QStringList> rows;
        file->read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::Delegation& delegation : catalogue::readDelegations(access)) {
                rows.push_back({delegation.code, delegation.name.in(context.language)});
                values.append(QJsonObject{{QStringLiteral("code"), delegation.code},
                                          {QStringLiteral("name_en"), delegation.name.en},
                                          {QStringLiteral("name_es"), delegation.name.es}});
            }
        });
        context.table({QStringLiteral("code"), QStringLiteral("name")}, rows);
        context.value(values);
    }
};

} // namespace

std::unique_ptr<Command> makeProject()
{
    return std::make_unique<Project>();
}

std::unique_ptr<Command> makeDelegation()
{
    return std::make_unique<Delegation>();
}

} // namespace cli
