// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/project.h"
#include "catalogue/sample_sites.h"
#include "catalogue/settings.h"

#include <QFile>
#include <QJsonObject>

namespace cli {

namespace {

class New : public Command
{
    std::string m_file;
    std::string m_title;
    std::string m_crs;
    std::vector<std::string> m_delegations;
    bool m_boundaries = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("new", "Make an empty project file");
        addFile(*sub, m_file);
        sub->add_option("--title", m_title, "What the project is called");
        sub->add_option("--crs", m_crs, "CRS of the map (EPSG:6372 where none is given)");
        sub->add_option("--delegation", m_delegations, "Code of a delegation; may be repeated")
            ->allow_extra_args(false);
        sub->add_flag("--boundaries", m_boundaries,
                      "With country and state boundaries of North America (Natural Earth)");
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        std::optional<geo::Crs> crs;
        if (!m_crs.empty())
            crs = geo::Crs::fromText(toQString(m_crs));
        const QString path = toQString(m_file);
        auto file = catalogue::ProjectFile::create(path, toQString(m_title), author);
        try {
            file->edit(author, catalogue::EntryKind::Edit,
                       {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Set up the project")), {}},
                       [&](catalogue::Edit& edit) {
                           if (crs)
                               catalogue::writeMapCrs(edit, *crs);
                           for (const std::string& code : m_delegations) {
                               catalogue::Delegation delegation;
                               delegation.code = toQString(code).toUpper();
                               catalogue::addDelegation(edit, delegation);
                           }
                       });
            if (m_boundaries)
                catalogue::addBoundaries(*file, author, context.progress());
        } catch (...) {
            file.reset();
            QFile::remove(path);
            throw;
        }
        context.done(QStringLiteral("Made %1.").arg(path));
        context.value(QJsonObject{{QStringLiteral("file"), path}});
    }
};

} // namespace

std::unique_ptr<Command> makeNew()
{
    return std::make_unique<New>();
}

} // namespace cli
