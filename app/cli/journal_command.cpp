// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/journal_words.h"

#include "catalogue/access.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Turn : public Command
{
    bool m_undo;
    std::string m_file;

public:
    explicit Turn(bool undo)
        : m_undo(undo)
    {
    }

    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = m_undo
                            ? app.add_subcommand("undo", "Take the last change back")
                            : app.add_subcommand("redo", "Make the change again that was undone");
        addFile(*sub, m_file);
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        if (m_undo ? !file->undoable() : !file->redoable())
            throw base::Error(m_undo ? QStringLiteral("There is nothing to undo.")
                                     : QStringLiteral("There is nothing to redo."));
        const catalogue::Entry entry = turned(context, [&] {
            return m_undo ? file->undo(author, context.progress())
                          : file->redo(author, context.progress());
        });
        context.done(sentenceText(context, entry.sentence));
        context.value(QJsonObject{{QStringLiteral("hash"), entry.hash}});
    }
};

class Merge : public Command
{
    std::string m_file;
    std::string m_other;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub =
            app.add_subcommand("merge", "Bring the changes of another copy into a file");
        addFile(*sub, m_file);
        sub->add_option("OTHER", m_other, "The other copy; it is only read")->required();
        return sub;
    }

    void run(Context& context) override
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const auto result = file->mergeFrom(toQString(m_other), context.progress());
        context.done(QStringLiteral("%1 entries came over; %2 conflicts are open.")
                         .arg(result.entries)
                         .arg(result.openConflicts.size()));
        if (!result.openConflicts.empty())
            context.issues(
                {{base::Severity::Warning,
                  QStringLiteral("Both copies changed the same: see veta-cli conflicts."),
                  {toQString(m_file), 0, {}, {}}}});
        context.value(
            QJsonObject{{QStringLiteral("entries"), result.entries},
                        {QStringLiteral("open_conflicts"), qint64(result.openConflicts.size())}});
    }
};

class Conflicts : public Command
{
    std::string m_file;
    std::optional<qint64> m_settle;
    int m_candidate = 1;
    std::string m_reason;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("conflicts", "List or settle conflicts of a merge");
        addFile(*sub, m_file);
        sub->add_option("--settle", m_settle, "Number of the conflict to settle");
        sub->add_option("--candidate", m_candidate, "Which value stands, from 1");
        sub->add_option("--reason", m_reason, "Why");
        return sub;
    }

    void run(Context& context) override
    {
        if (m_settle) {
            const catalogue::Author author = context.author();
            const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
            if (m_candidate < 1)
                throw UsageError(QStringLiteral("Candidates are numbered from 1."));
            const catalogue::Entry entry =
                file->settle(author, *m_settle, size_t(m_candidate) - 1, toQString(m_reason));
            context.done(sentenceText(context, entry.sentence));
            context.value(QJsonObject{{QStringLiteral("hash"), entry.hash}});
            return;
        }
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        QJsonArray values;
        std::vector<QStringList> rows;
        for (const catalogue::Conflict& conflict : file->conflicts()) {
            QStringList texts;
            QJsonArray candidates;
            for (const auto& candidate : conflict.candidates) {
                const QString value = candidate.value.value_or(QStringLiteral("–"));
                texts << QStringLiteral("%1 (%2)").arg(value, catalogue::toText(candidate.author));
                candidates.append(
                    QJsonObject{{QStringLiteral("value"),
                                 candidate.value ? QJsonValue(*candidate.value) : QJsonValue()},
                                {QStringLiteral("author"), catalogue::toText(candidate.author)},
                                {QStringLiteral("entry"), candidate.entry}});
            }
            rows.push_back({QString::number(conflict.id),
                            conflict.settled ? QStringLiteral("settled") : QStringLiteral("open"),
                            conflict.table, QString::number(conflict.row), conflict.column,
                            texts.join(QStringLiteral(" | "))});
            values.append(QJsonObject{{QStringLiteral("id"), conflict.id},
                                      {QStringLiteral("settled"), conflict.settled},
                                      {QStringLiteral("table"), conflict.table},
                                      {QStringLiteral("row"), conflict.row},
                                      {QStringLiteral("column"), conflict.column},
                                      {QStringLiteral("candidates"), candidates}});
            if (!conflict.settled)
                context.issues({{base::Severity::Warning,
                                 QStringLiteral("The conflict %1 is open.").arg(conflict.id),
                                 {toQString(m_file), 0, {}, {}}}});
        }
        context.table({QStringLiteral("id"), QStringLiteral("state"), QStringLiteral("table"),
                       QStringLiteral("row"), QStringLiteral("column"),
                       QStringLiteral("values, the one that stands first")},
                      rows);
        context.value(values);
    }
};

} // namespace

std::unique_ptr<Command> makeUndo()
{
    return std::make_unique<Turn>(true);
}

std::unique_ptr<Command> makeRedo()
{
    return std::make_unique<Turn>(false);
}

std::unique_ptr<Command> makeMerge()
{
    return std::make_unique<Merge>();
}

std::unique_ptr<Command> makeConflicts()
{
    return std::make_unique<Conflicts>();
}

} // namespace cli
