// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Set : public Command
{
    std::string m_file;
    std::optional<std::string> m_title;
    std::optional<std::string> m_crs;
    std::optional<std::string> m_handling;
    std::optional<std::string> m_minerals;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("set", "Change what a project file says of itself");
        addFile(*sub, m_file);
        sub->add_option("--title", m_title, "What the project is called");
        sub->add_option("--crs", m_crs, "CRS of the map");
        sub->add_option("--handling", m_handling,
                        "Line in header and footer of reports; empty: none");
        sub->add_option("--minerals", m_minerals, "The agreed minerals of interest: copper,zinc …");
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        if (!m_title && !m_crs && !m_handling && !m_minerals)
            throw UsageError(QStringLiteral("Say what to change: --title, --crs, --handling or "
                                            "--minerals."));
        if (m_title && m_title->empty())
            throw UsageError(QStringLiteral("A title may not be empty."));
        std::optional<geo::Crs> crs;
        if (m_crs)
            crs = geo::Crs::fromText(toQString(*m_crs));
        QStringList minerals;
        for (const QString& each :
             toQString(m_minerals.value_or(std::string())).split(u',', Qt::SkipEmptyParts))
            minerals << parseTerm(catalogue::commodities(), each.trimmed().toStdString());
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        file->edit(
            author, catalogue::EntryKind::Edit,
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the project's settings")), {}},
            [&](catalogue::Edit& edit) {
                if (m_title)
                    catalogue::writeTitle(edit, toQString(*m_title));
                if (crs)
                    catalogue::writeMapCrs(edit, *crs);
                if (m_handling)
                    catalogue::writeHandling(edit, toQString(*m_handling));
                if (m_minerals)
                    catalogue::writeMineralsOfInterest(edit, minerals);
            });
        QJsonObject value;
        file->read([&](const catalogue::ReadAccess& access) {
            value = QJsonObject{
                {QStringLiteral("title"), catalogue::readTitle(access)},
                {QStringLiteral("crs"), catalogue::readMapCrs(access).toText()},
                {QStringLiteral("handling"), catalogue::readHandling(access)},
                {QStringLiteral("minerals"),
                 QJsonArray::fromStringList(catalogue::readMineralsOfInterest(access))}};
        });
        context.done(QStringLiteral("Changed %1.").arg(toQString(m_file)));
        context.value(value);
    }
};

} // namespace

std::unique_ptr<Command> makeSet()
{
    return std::make_unique<Set>();
}

} // namespace cli
