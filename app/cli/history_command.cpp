// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/journal_words.h"

#include "catalogue/access.h"
#include "catalogue/history.h"
#include "catalogue/journal.h"
#include "catalogue/site_store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

QJsonObject toJson(const Context& context, const catalogue::Entry& entry)
{
    return {{QStringLiteral("hash"), entry.hash},
            {QStringLiteral("copy"), entry.copyId},
            {QStringLiteral("number"), entry.number},
            {QStringLiteral("kind"), catalogue::kindKey(entry.kind)},
            {QStringLiteral("author"), catalogue::toText(entry.author)},
            {QStringLiteral("at"), entry.madeAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("sentence"), sentenceText(context, entry.sentence)},
            {QStringLiteral("reason"), entry.sentence.reason}};
}

QJsonObject toJson(const catalogue::ChangeText& text)
{
    return {{QStringLiteral("table"), text.table},   {QStringLiteral("column"), text.column},
            {QStringLiteral("what"), text.what},     {QStringLiteral("field"), text.field},
            {QStringLiteral("before"), text.before}, {QStringLiteral("after"), text.after}};
}

class History : public Command
{
    std::string m_file;
    std::string m_site;
    std::string m_field;
    std::string m_entry;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "history", "Show every change, oldest first; of a site, of a field, or one in full");
        addFile(*sub, m_file);
        auto* site = sub->add_option("--site", m_site,
                                     "Only what was changed of this site (number or name), cell by "
                                     "cell");
        sub->add_option("--field", m_field,
                        "Only this field of it: stage, position, or as in estimates.tonnes")
            ->needs(site);
        sub->add_option("--entry", m_entry, "All that this entry changed, as in a1b2c3/17")
            ->excludes(site);
        return sub;
    }

    void run(Context& context) override
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        if (!m_site.empty())
            ofSite(context, *file);
        else if (!m_entry.empty())
            ofEntry(context, *file);
        else
            ofFile(context, *file);
    }

private:
    static QStringList row(const Context& context, const catalogue::Entry& entry)
    {
        return {entryName(entry), entry.madeAt.toString(Qt::ISODate),
                catalogue::toText(entry.author), sentenceText(context, entry.sentence),
                entry.sentence.reason};
    }

    static void ofFile(Context& context, const catalogue::ProjectFile& file)
    {
        QJsonArray values;
        std::vector<QStringList> rows;
        for (const catalogue::Entry& entry : file.history()) {
            rows.push_back(row(context, entry));
            values.append(toJson(context, entry));
        }
        context.table({QStringLiteral("entry"), QStringLiteral("time"), QStringLiteral("author"),
                       QStringLiteral("what"), QStringLiteral("why")},
                      rows);
        context.value(values);
    }

    void ofSite(Context& context, const catalogue::ProjectFile& file) const
    {
        base::Id site = 0;
        file.read([&](const catalogue::ReadAccess& access) {
            site = catalogue::findSite(access, toQString(m_site));
        });
        const auto items = catalogue::siteHistory(file, site, context.progress());
        QJsonArray values;
        std::vector<QStringList> rows;
        file.read([&](const catalogue::ReadAccess& access) {
            const catalogue::ChangeWords words(access, context.language);
            for (const catalogue::HistoryItem& item : items) {
                QJsonArray changes;
                for (const catalogue::RowChange& change : item.changes)
                    for (const catalogue::ChangeText& text : words.of(change)) {
                        if (!isMeant(text))
                            continue;
                        changes.append(toJson(text));
                        QStringList cells = row(context, item.entry);
                        cells.insert(3, text.what + QStringLiteral(", ") + text.field);
                        cells.insert(4, text.before);
                        cells.insert(5, text.after);
                        rows.push_back(cells);
                    }
                if (changes.isEmpty())
                    continue;
                QJsonObject value = toJson(context, item.entry);
                value.insert(QStringLiteral("changes"), changes);
                values.append(value);
            }
        });
        context.table({QStringLiteral("entry"), QStringLiteral("time"), QStringLiteral("author"),
                       QStringLiteral("field"), QStringLiteral("before"), QStringLiteral("after"),
                       QStringLiteral("what"), QStringLiteral("why")},
                      rows);
        context.value(values);
    }

    // "stage" is the site's own; "estimates.tonnes" and "claims" name a table.
    bool isMeant(const catalogue::ChangeText& text) const
    {
        if (m_field.empty())
            return true;
        QString wanted = toQString(m_field);
        if (wanted == QLatin1String("position"))
            wanted = QStringLiteral("geom");
        return wanted == text.table || wanted == text.table + u'.' + text.column ||
               (text.table == QLatin1String("sites") && wanted == text.column);
    }

    void ofEntry(Context& context, const catalogue::ProjectFile& file) const
    {
        constexpr size_t Most = 10000; // rows that are told one by one
        const catalogue::Entry entry = findEntry(file.history(), toQString(m_entry));
        const catalogue::EntryContent content =
            catalogue::entryContent(file, entry, Most, context.progress());
        QJsonObject value = toJson(context, entry);
        QJsonArray changes;
        std::vector<QStringList> rows;
        file.read([&](const catalogue::ReadAccess& access) {
            const catalogue::ChangeWords words(access, context.language);
            for (const catalogue::RowChange& change : content.changes)
                for (const catalogue::ChangeText& text : words.of(change)) {
                    rows.push_back({text.what, text.field, text.before, text.after});
                    changes.append(toJson(text));
                }
        });
        context.line(row(context, entry).join(QStringLiteral("  ")).trimmed());
        QJsonObject counts;
        for (const auto& [table, count] : content.counts) {
            context.line(QStringLiteral("  %1: %2 added, %3 changed, %4 removed")
                             .arg(table)
                             .arg(count.added)
                             .arg(count.changed)
                             .arg(count.removed));
            counts.insert(table, QJsonObject{{QStringLiteral("added"), count.added},
                                             {QStringLiteral("changed"), count.changed},
                                             {QStringLiteral("removed"), count.removed}});
        }
        context.table({QStringLiteral("what"), QStringLiteral("field"), QStringLiteral("before"),
                       QStringLiteral("after")},
                      rows);
        if (content.rows() > qint64(content.changes.size()))
            context.line(QStringLiteral("The first %1 of %2 rows.")
                             .arg(content.changes.size())
                             .arg(content.rows()));
        value.insert(QStringLiteral("counts"), counts);
        value.insert(QStringLiteral("changes"), changes);
        context.value(value);
    }
};

class Revert : public Command
{
    std::string m_file;
    std::string m_entry;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "revert", "Turn an older change round, where nothing later depends on it");
        addFile(*sub, m_file);
        sub->add_option("ENTRY", m_entry, "As history names it: a1b2c3/17")->required();
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const catalogue::Entry target = findEntry(file->history(), toQString(m_entry));
        const catalogue::Entry entry = turned(
            context, [&] { return file->revert(author, target.hash, {}, context.progress()); });
        context.done(sentenceText(context, entry.sentence));
        context.value(QJsonObject{{QStringLiteral("hash"), entry.hash}});
    }
};

} // namespace

std::unique_ptr<Command> makeHistory()
{
    return std::make_unique<History>();
}

std::unique_ptr<Command> makeRevert()
{
    return std::make_unique<Revert>();
}

} // namespace cli
