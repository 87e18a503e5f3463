// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/migration.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Info : public Command
{
    std::string m_file;
    bool m_digest = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("info", "Say what a project file holds");
        addFile(*sub, m_file);
        sub->add_flag("--digest", m_digest, "Work out the canonical digest of its rows");
        return sub;
    }

    void run(Context& context) override
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const catalogue::FileInfo info = file->info();
        QJsonObject rows;
        QJsonObject heads;
        for (const auto& [table, count] : info.rows)
            rows.insert(table, count);
        for (const auto& [copy, number] : info.heads)
            heads.insert(copy, number);
        QJsonObject value{{QStringLiteral("title"), info.title},
                          {QStringLiteral("file_id"), info.fileId},
                          {QStringLiteral("copy_id"), info.copyId},
                          {QStringLiteral("format_version"), info.formatVersion},
                          {QStringLiteral("schema_version"), info.schemaVersion},
                          {QStringLiteral("entries"), info.entries},
                          {QStringLiteral("heads"), heads},
                          {QStringLiteral("rows"), rows},
                          {QStringLiteral("recorded_digest"), file->recordedDigest()}};
        context.line(QStringLiteral("Title: %1").arg(info.title));
        context.line(QStringLiteral("File: %1").arg(info.fileId));
        context.line(QStringLiteral("Copy: %1").arg(info.copyId));
        context.line(QStringLiteral("Schema version: %1").arg(info.schemaVersion));
        context.line(QStringLiteral("Entries: %1").arg(info.entries));
        for (const auto& [table, count] : info.rows)
            if (count > 0)
                context.line(QStringLiteral("  %1: %2").arg(table).arg(count));
        if (m_digest) {
            const QString digest = file->computeDigest(context.progress());
            context.line(QStringLiteral("Digest: %1").arg(digest));
            value.insert(QStringLiteral("digest"), digest);
        }
        context.value(value);
    }
};

class Copy : public Command
{
    std::string m_file;
    std::string m_out;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub =
            app.add_subcommand("copy", "Save a copy to give away, whose changes can be merged");
        addFile(*sub, m_file);
        sub->add_option("OUT", m_out, "The copy to make")->required();
        return sub;
    }

    void run(Context& context) override
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        file->copyTo(toQString(m_out), context.progress());
        context.done(QStringLiteral("Made %1.").arg(toQString(m_out)));
        context.value(QJsonObject{{QStringLiteral("file"), toQString(m_out)}});
    }
};

class Verify : public Command
{
    std::string m_file;
    bool m_takeIn = false;
    bool m_turnBack = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "verify", "Check journal, digests and rows, and what other programs changed");
        addFile(*sub, m_file);
        auto* takeIn = sub->add_flag("--take-in", m_takeIn,
                                     "Take changes of another program into the journal");
        sub->add_flag("--turn-back", m_turnBack, "Turn changes of another program back")
            ->excludes(takeIn);
        return sub;
    }

    void run(Context& context) override
    {
        if (m_takeIn || m_turnBack)
            settleOutsideChanges(context);
        else
            check(context);
    }

private:
    void settleOutsideChanges(Context& context) const
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const bool changed = file->changedOutside(context.progress());
        if (changed && m_takeIn)
            file->adoptOutsideChanges(author, context.progress());
        else if (changed)
            file->revertOutsideChanges(context.progress());
        context.done(!changed   ? QStringLiteral("No other program changed anything.")
                     : m_takeIn ? QStringLiteral("Took the changes in.")
                                : QStringLiteral("Turned the changes back."));
        context.value(QJsonObject{{QStringLiteral("changed"), changed}});
    }

    void check(Context& context) const
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const std::vector<base::Issue> issues = file->verify(context.progress());
        QJsonArray values;
        bool broken = false;
        for (const base::Issue& issue : issues) {
            values.append(base::toJson(issue));
            broken = broken || issue.severity == base::Severity::Error;
        }
        context.value(QJsonObject{{QStringLiteral("whole"), issues.empty()},
                                  {QStringLiteral("issues"), values}});
        if (issues.empty())
            context.done(QStringLiteral("All is well."));
        context.issues(issues);
        if (broken)
            throw base::Error(QStringLiteral("“%1” is not whole; what is wrong stands above.")
                                  .arg(toQString(m_file)));
    }
};

class Migrate : public Command
{
    std::string m_file;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "migrate", "Make a file of an older version, or one that a GIS has left in another "
                       "state, fit to be opened");
        addFile(*sub, m_file);
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::MigrationResult result =
            catalogue::migrate(toQString(m_file), context.progress());
        if (result.fromWal)
            context.done(QStringLiteral("Converted from write-ahead mode."));
        if (result.triggersRemoved)
            context.done(QStringLiteral("Removed triggers and indexes that a GIS had added."));
        if (!result.keptOldFile.isEmpty())
            context.done(QStringLiteral("The old file is kept as %1.").arg(result.keptOldFile));
        if (!result.fromWal && !result.triggersRemoved && result.keptOldFile.isEmpty())
            context.done(QStringLiteral("Nothing had to be done."));
        context.value(QJsonObject{{QStringLiteral("from_wal"), result.fromWal},
                                  {QStringLiteral("triggers_removed"), result.triggersRemoved},
                                  {QStringLiteral("old_file"), result.keptOldFile}});
    }
};

} // namespace

std::unique_ptr<Command> makeMigrate()
{
    return std::make_unique<Migrate>();
}

std::unique_ptr<Command> makeCopy()
{
    return std::make_unique<Copy>();
}

std::unique_ptr<Command> makeInfo()
{
    return std::make_unique<Info>();
}

std::unique_ptr<Command> makeVerify()
{
    return std::make_unique<Verify>();
}

} // namespace cli
