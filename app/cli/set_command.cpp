// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"
#include "catalogue/site_display.h"

#include <QJsonArray>
#include <QJsonDocument>
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
    std::optional<std::string> m_sites;
    std::optional<std::string> m_siteColors;
    std::optional<std::string> m_siteSizes;
    std::optional<bool> m_siteNames;

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
        sub->add_option("--sites", m_sites, "How sites are drawn: each, clustered or hidden")
            ->check(CLI::IsMember({"each", "clustered", "hidden"}));
        sub->add_option("--site-colors", m_siteColors, "kind, commodity or score")
            ->check(CLI::IsMember({"kind", "commodity", "score"}));
        sub->add_option("--site-sizes", m_siteSizes, "same or tonnes")
            ->check(CLI::IsMember({"same", "tonnes"}));
        sub->add_option("--site-names", m_siteNames,
                        "Whether their names are written: true, false");
        return sub;
    }

    bool changesSites() const { return m_sites || m_siteColors || m_siteSizes || m_siteNames; }

    catalogue::SiteDisplay sites(catalogue::SiteDisplay display) const
    {
        if (m_sites) {
            display.visible = *m_sites != "hidden";
            if (display.visible)
                display.clustered = *m_sites == "clustered";
        }
        for (const auto each : {catalogue::SiteColors::Kind, catalogue::SiteColors::CommodityClass,
                                catalogue::SiteColors::Score})
            if (m_siteColors && toQString(*m_siteColors) == catalogue::siteColorsKey(each))
                display.colors = each;
        for (const auto each : {catalogue::SiteSizes::Same, catalogue::SiteSizes::Tonnes})
            if (m_siteSizes && toQString(*m_siteSizes) == catalogue::siteSizesKey(each))
                display.sizes = each;
        display.labels = m_siteNames.value_or(display.labels);
        return display;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        if (!m_title && !m_crs && !m_handling && !m_minerals && !changesSites())
            throw UsageError(QStringLiteral("Say what to change: --title, --crs, --handling, "
                                            "--minerals or --sites."));
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
                if (changesSites())
                    catalogue::writeSiteDisplay(edit, sites(catalogue::readSiteDisplay(edit)));
            });
        QJsonObject value;
        file->read([&](const catalogue::ReadAccess& access) {
            value = QJsonObject{
                {QStringLiteral("title"), catalogue::readTitle(access)},
                {QStringLiteral("crs"), catalogue::readMapCrs(access).toText()},
                {QStringLiteral("handling"), catalogue::readHandling(access)},
                {QStringLiteral("site_display"),
                 QJsonDocument::fromJson(
                     catalogue::siteDisplayToJson(catalogue::readSiteDisplay(access)).toUtf8())
                     .object()},
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
