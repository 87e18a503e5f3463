// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/map_bookmarks.h"
#include "catalogue/map_themes.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

// Named ways to look at the map, and named places on it.
class Theme : public Command
{
    std::string m_file;
    std::string m_name;
    CLI::App* m_list = nullptr;
    CLI::App* m_keep = nullptr;
    CLI::App* m_show = nullptr;
    CLI::App* m_remove = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "theme", "Keep which layers are shown, in which order and style, under a name");
        sub->require_subcommand(1);
        m_list = sub->add_subcommand("list", "List the themes");
        m_keep = sub->add_subcommand("keep", "Keep the map as it is now");
        m_show = sub->add_subcommand("show", "Make the map as a theme has it");
        m_remove = sub->add_subcommand("remove", "Remove a theme");
        for (CLI::App* each : {m_list, m_keep, m_show, m_remove})
            addFile(*each, m_file);
        for (CLI::App* each : {m_keep, m_show, m_remove})
            each->add_option("NAME", m_name, "Of the theme")->required();
        return sub;
    }

    void run(Context& context) override
    {
        if (m_list->parsed()) {
            list(context);
            return;
        }
        const catalogue::Author author = context.author();
        const QString name = toQString(m_name).trimmed();
        if (name.isEmpty())
            throw UsageError(QStringLiteral("A theme needs a name."));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const QString sentence =
            m_keep->parsed() ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Kept the theme %1"))
            : m_show->parsed()
                ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Showed the theme %1"))
                : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the theme %1"));
        file->edit(author, catalogue::EntryKind::Edit, {sentence, {name}},
                   [&](catalogue::Edit& edit) {
                       if (m_keep->parsed())
                           catalogue::writeTheme(
                               edit, catalogue::themeOf(name, catalogue::readLayers(edit),
                                                        catalogue::readSiteDisplay(edit)));
                       else if (m_show->parsed())
                           catalogue::applyTheme(edit, themeNamed(context, edit, name));
                       else
                           catalogue::removeTheme(edit, name);
                   });
        context.done(context.words().text("Journal", sentence.toUtf8().constData()).arg(name));
        context.value(QJsonObject{{QStringLiteral("theme"), name}});
    }

private:
    static catalogue::MapTheme themeNamed(const Context& context,
                                          const catalogue::ReadAccess& access, const QString& name)
    {
        for (const catalogue::MapTheme& theme : catalogue::readThemes(access))
            if (theme.name == name)
                return theme;
        throw base::Error(
            context.words()
                .text("Cli", QT_TRANSLATE_NOOP("Cli", "There is no theme “%1”. “veta-cli "
                                                      "theme list” names them."))
                .arg(name));
    }

    void list(Context& context)
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        QJsonArray values;
        std::vector<QStringList> rows;
        file->read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::MapTheme& theme : catalogue::readThemes(access)) {
                const auto shown = std::count_if(
                    theme.layers.begin(), theme.layers.end(),
                    [](const catalogue::MapTheme::Shown& each) { return each.visible; });
                rows.push_back({theme.name, QString::number(shown)});
                values.append(QJsonObject{{QStringLiteral("name"), theme.name},
                                          {QStringLiteral("visible_layers"), qint64(shown)}});
            }
        });
        context.table({QStringLiteral("theme"), QStringLiteral("visible layers")}, rows);
        context.value(values);
    }
};

class Bookmark : public Command
{
    std::string m_file;
    std::string m_name;
    std::string m_extent;
    CLI::App* m_list = nullptr;
    CLI::App* m_add = nullptr;
    CLI::App* m_remove = nullptr;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("bookmark", "Keep places on the map under a name");
        sub->require_subcommand(1);
        m_list = sub->add_subcommand("list", "List the bookmarks");
        m_add = sub->add_subcommand("add", "Add a place, or move the one of that name");
        m_remove = sub->add_subcommand("remove", "Remove a bookmark");
        for (CLI::App* each : {m_list, m_add, m_remove})
            addFile(*each, m_file);
        for (CLI::App* each : {m_add, m_remove})
            each->add_option("NAME", m_name, "Of the place")->required();
        m_add->add_option("--extent", m_extent, "W,S,E,N in degrees, WGS 84")->required();
        return sub;
    }

    void run(Context& context) override
    {
        if (m_list->parsed()) {
            list(context);
            return;
        }
        const catalogue::Author author = context.author();
        const QString name = toQString(m_name).trimmed();
        if (name.isEmpty())
            throw UsageError(QStringLiteral("A bookmark needs a name."));
        catalogue::MapBookmark bookmark{name, {}};
        if (m_add->parsed()) {
            const Box box = parseBox(m_extent);
            bookmark.degrees = {box.west, box.south, box.east, box.north};
        }
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const QString sentence =
            m_add->parsed()
                ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the bookmark %1"))
                : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the bookmark %1"));
        file->edit(author, catalogue::EntryKind::Edit, {sentence, {name}},
                   [&](catalogue::Edit& edit) {
                       if (m_add->parsed())
                           catalogue::writeBookmark(edit, bookmark);
                       else
                           catalogue::removeBookmark(edit, name);
                   });
        context.done(context.words().text("Journal", sentence.toUtf8().constData()).arg(name));
        context.value(QJsonObject{{QStringLiteral("bookmark"), name}});
    }

private:
    void list(Context& context)
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        QJsonArray values;
        std::vector<QStringList> rows;
        file->read([&](const catalogue::ReadAccess& access) {
            for (const catalogue::MapBookmark& each : catalogue::readBookmarks(access)) {
                const geo::Extent& box = each.degrees;
                const auto number = [](double degrees) { return QString::number(degrees, 'f', 4); };
                rows.push_back({each.name, number(box.west), number(box.south), number(box.east),
                                number(box.north)});
                values.append(QJsonObject{{QStringLiteral("name"), each.name},
                                          {QStringLiteral("west"), box.west},
                                          {QStringLiteral("south"), box.south},
                                          {QStringLiteral("east"), box.east},
                                          {QStringLiteral("north"), box.north}});
            }
        });
        context.table({QStringLiteral("bookmark"), QStringLiteral("west"), QStringLiteral("south"),
                       QStringLiteral("east"), QStringLiteral("north")},
                      rows);
        context.value(values);
    }
};

} // namespace

std::unique_ptr<Command> makeTheme()
{
    return std::make_unique<Theme>();
}

std::unique_ptr<Command> makeBookmark()
{
    return std::make_unique<Bookmark>();
}

} // namespace cli
