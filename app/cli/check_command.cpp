// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/csv.h"
#include "catalogue/data_check.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>
#include <set>

namespace cli {

namespace {

using catalogue::DataCheck;
using catalogue::Finding;
using catalogue::Rule;

constexpr const char* FirstRule = "position_zero";

QString severityKey(base::Severity severity)
{
    switch (severity) {
    case base::Severity::Error:
        return QStringLiteral("error");
    case base::Severity::Warning:
        return QStringLiteral("warning");
    case base::Severity::Note:
        break;
    }
    return QStringLiteral("note");
}

Rule parseRule(const std::string& text)
{
    if (const auto rule = catalogue::ruleOf(toQString(text)))
        return *rule;
    throw UsageError(QStringLiteral("“%1” is no rule of the data check. veta-cli check --rules "
                                    "lists them; one is %2.")
                         .arg(toQString(text), QLatin1String(FirstRule)));
}

QJsonObject toJson(const Finding& finding)
{
    QJsonObject object{
        {QStringLiteral("rule"), catalogue::ruleKey(finding.rule)},
        {QStringLiteral("severity"), severityKey(catalogue::severityOf(finding.rule))},
        {QStringLiteral("table"), QString::fromLatin1(finding.table)},
        {QStringLiteral("row"), finding.row},
        {QStringLiteral("site"), finding.site != 0 ? QJsonValue(finding.site) : QJsonValue()},
        {QStringLiteral("subject"),
         finding.subject.isEmpty() ? QJsonValue() : QJsonValue(finding.subject)},
        {QStringLiteral("text"), catalogue::findingText(finding)},
        {QStringLiteral("fix"),
         finding.isFixable() ? QJsonValue(catalogue::fixText(finding)) : QJsonValue()}};
    if (finding.waiver)
        object.insert(QStringLiteral("waiver"),
                      QJsonObject{{QStringLiteral("reason"), finding.waiver->reason},
                                  {QStringLiteral("author"), finding.waiver->author},
                                  {QStringLiteral("on"), finding.waiver->waivedOn}});
    return object;
}

class Check : public Command
{
    std::string m_file;
    std::vector<std::string> m_rules;
    std::string m_least = "note";
    std::string m_csv;
    std::string m_today;
    int m_years = 10;
    int m_most = 20;
    bool m_listRules = false;
    bool m_all = false;
    std::string m_fix;
    std::string m_waive;
    std::string m_unwaive;
    std::vector<qint64> m_rows;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "check", "Find what is wrong or missing in the catalogue, and mend it");
        sub->add_option("FILE", m_file, "The project file (NAME.veta.gpkg)");
        sub->add_flag("--rules", m_listRules, "List the rules and what each looks at");
        sub->add_option("--rule", m_rules, "Only this rule, by its key; may be repeated")
            ->allow_extra_args(false);
        sub->add_option("--least", m_least,
                        "Only findings at least so severe: note, warning, error")
            ->check(CLI::IsMember({"note", "warning", "error"}));
        sub->add_option("--today", m_today, "The day from which to tell what is stale, 2026-05-31");
        sub->add_option("--stale", m_years, "After how many years something is stale (10)")
            ->check(CLI::Range(1, 200));
        sub->add_option("--most", m_most, "Findings of a rule to print (20); 0: all of them")
            ->check(CLI::Range(0, 1'000'000'000));
        sub->add_flag("--all", m_all, "Show also what was let stand");
        sub->add_option("--csv", m_csv, "Write all findings to this file");
        CLI::Option* fix = sub->add_option(
            "--fix", m_fix, "Mend what this rule found and is certain enough to be mended");
        CLI::Option* waive = sub->add_option(
            "--waive", m_waive, "Let what this rule found stand: with --row and --reason");
        CLI::Option* unwaive = sub->add_option("--unwaive", m_unwaive,
                                               "Take back that what this rule found may stand");
        fix->excludes(waive)->excludes(unwaive);
        waive->excludes(unwaive);
        sub->add_option("--row", m_rows,
                        "Only what was found on this row, by its number; may be repeated")
            ->allow_extra_args(false);
        return sub;
    }

    void run(Context& context) override
    {
        if (m_listRules) {
            listRules(context);
            return;
        }
        if (m_file.empty())
            throw UsageError(QStringLiteral("Say which project file to check."));
        if (!m_fix.empty())
            mend(context);
        else if (!m_waive.empty())
            letStand(context);
        else if (!m_unwaive.empty())
            takeBack(context);
        else if (!m_rows.empty())
            throw UsageError(QStringLiteral("--row goes with --fix, --waive or --unwaive."));
        else
            look(context);
    }

private:
    catalogue::CheckOptions options() const
    {
        catalogue::CheckOptions options;
        for (const std::string& rule : m_rules)
            options.rules.insert(parseRule(rule));
        const auto least = m_least == "error"     ? base::Severity::Error
                           : m_least == "warning" ? base::Severity::Warning
                                                  : base::Severity::Note;
        if (least != base::Severity::Note) {
            const bool all = options.rules.empty();
            for (size_t i = 0; all && i < catalogue::RuleCount; ++i)
                options.rules.insert(Rule(i));
            std::erase_if(options.rules,
                          [&](Rule rule) { return catalogue::severityOf(rule) < least; });
            if (options.rules.empty())
                throw UsageError(QStringLiteral("None of these rules is as severe as %1.")
                                     .arg(toQString(m_least)));
        }
        if (!m_today.empty()) {
            options.today = QDate::fromString(parseDate(m_today), Qt::ISODate);
            if (!options.today.isValid())
                throw UsageError(
                    QStringLiteral("“%1” is no day such as 2026-05-31.").arg(toQString(m_today)));
        }
        options.staleYears = m_years;
        return options;
    }

    // What a rule found, on the rows that were named where any were.
    std::vector<Finding> chosen(Context& context, const catalogue::ProjectFile& file, Rule rule,
                                bool waived) const
    {
        catalogue::CheckOptions wanted = options();
        wanted.rules = {rule};
        const DataCheck check = catalogue::checkData(file, wanted, context.progress());
        const std::set<qint64> rows(m_rows.begin(), m_rows.end());
        std::set<qint64> missing = rows;
        std::vector<Finding> findings;
        for (const Finding& finding : check.findings()) {
            if ((!rows.empty() && !rows.contains(finding.row)) ||
                waived != (finding.waiver != nullptr))
                continue;
            missing.erase(finding.row);
            findings.push_back(finding);
        }
        if (!missing.empty())
            throw base::Error(QStringLiteral("The rule %1 finds nothing %2 on the row %3.")
                                  .arg(catalogue::ruleKey(rule),
                                       waived ? QStringLiteral("that was let stand")
                                              : QStringLiteral("that counts"),
                                       QString::number(*missing.begin())));
        return findings;
    }

    void look(Context& context) const
    {
        const catalogue::CheckOptions wanted = options();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const DataCheck check = catalogue::checkData(*file, wanted, context.progress());
        if (!m_csv.empty())
            writeCsv(context, check);
        if (context.json)
            printJson(context, check);
        else
            print(context, check);
        if (check.open() > 0)
            context.issues({{base::Severity::Warning,
                             QStringLiteral("%1 findings: %2 errors, %3 warnings, %4 notes.")
                                 .arg(check.open())
                                 .arg(check.open(base::Severity::Error))
                                 .arg(check.open(base::Severity::Warning))
                                 .arg(check.open(base::Severity::Note)),
                             {toQString(m_file), 0, {}, {}}}});
    }

    void printJson(Context& context, const DataCheck& check) const
    {
        QJsonArray findings;
        for (const Finding& finding : check.findings())
            if (m_all || !finding.waiver)
                findings.append(toJson(finding));
        QJsonArray rules;
        for (size_t i = 0; i < catalogue::RuleCount; ++i) {
            const DataCheck::Counted& counted = check.counted(Rule(i));
            if (counted.open + counted.waived > 0)
                rules.append(QJsonObject{
                    {QStringLiteral("rule"), catalogue::ruleKey(Rule(i))},
                    {QStringLiteral("severity"), severityKey(catalogue::severityOf(Rule(i)))},
                    {QStringLiteral("name"), catalogue::ruleName(Rule(i), context.language)},
                    {QStringLiteral("open"), counted.open},
                    {QStringLiteral("fixable"), counted.fixable},
                    {QStringLiteral("waived"), counted.waived}});
        }
        context.value(QJsonObject{{QStringLiteral("sites"), check.sites()},
                                  {QStringLiteral("open"), check.open()},
                                  {QStringLiteral("waived"), check.waived()},
                                  {QStringLiteral("rules"), rules},
                                  {QStringLiteral("findings"), findings}});
    }

    void print(const Context& context, const DataCheck& check) const
    {
        const auto& findings = check.findings();
        for (auto at = findings.begin(); at != findings.end();) {
            const Rule rule = at->rule;
            qint64 shown = 0;
            qint64 left = 0;
            for (; at != findings.end() && at->rule == rule; ++at) {
                if (at->waiver && !m_all)
                    continue;
                if (m_most > 0 && shown == m_most) {
                    ++left;
                    continue;
                }
                if (shown++ == 0)
                    context.line(QStringLiteral("%1: %2 (%3)")
                                     .arg(severityKey(catalogue::severityOf(rule)),
                                          catalogue::ruleName(rule, context.language),
                                          catalogue::ruleKey(rule)));
                QString line = QStringLiteral("  %1  ").arg(at->row);
                if (!at->subject.isEmpty())
                    line += at->subject + QStringLiteral(": ");
                line += catalogue::findingText(*at);
                if (at->isFixable())
                    line += QStringLiteral(" [%1]").arg(catalogue::fixText(*at));
                if (at->waiver)
                    line += QStringLiteral(" (let stand by %1, %2: %3)")
                                .arg(at->waiver->author, at->waiver->waivedOn, at->waiver->reason);
                context.line(line);
            }
            if (left > 0)
                context.line(QStringLiteral("  and %1 more (--most 0 prints all)").arg(left));
            if (shown > 0)
                context.line({});
        }
        std::vector<QStringList> rows;
        for (size_t i = 0; i < catalogue::RuleCount; ++i) {
            const DataCheck::Counted& counted = check.counted(Rule(i));
            if (counted.open > 0 || (m_all && counted.waived > 0))
                rows.push_back({severityKey(catalogue::severityOf(Rule(i))),
                                QString::number(counted.open), QString::number(counted.fixable),
                                QString::number(counted.waived), catalogue::ruleKey(Rule(i)),
                                catalogue::ruleName(Rule(i), context.language)});
        }
        if (rows.empty())
            context.line(QStringLiteral("Nothing was found in %1 sites.").arg(check.sites()));
        else
            context.table({QStringLiteral("severity"), QStringLiteral("found"),
                           QStringLiteral("mendable"), QStringLiteral("let stand"),
                           QStringLiteral("rule"), QStringLiteral("what")},
                          rows);
    }

    void writeCsv(const Context& context, const DataCheck& check) const
    {
        QSaveFile out(toQString(m_csv));
        const auto refuse = [&] {
            throw base::Error(QStringLiteral("“%1” cannot be written: %2.")
                                  .arg(toQString(m_csv), out.errorString()));
        };
        if (!out.open(QIODevice::WriteOnly))
            refuse();
        out.write("\xef\xbb\xbfrule,severity,table,row,site,subject,text,fix,reason,author,waived_"
                  "on\r\n");
        qint64 written = 0;
        for (const Finding& finding : check.findings()) {
            if (finding.waiver && !m_all)
                continue;
            catalogue::CsvLine line;
            line.raw(catalogue::ruleKey(finding.rule))
                .raw(severityKey(catalogue::severityOf(finding.rule)))
                .raw(QString::fromLatin1(finding.table))
                .integer(finding.row);
            if (finding.site != 0)
                line.integer(finding.site);
            else
                line.raw({});
            line.text(finding.subject)
                .text(catalogue::findingText(finding))
                .text(catalogue::fixText(finding));
            const catalogue::Waiver none;
            const catalogue::Waiver& waiver = finding.waiver ? *finding.waiver : none;
            line.text(waiver.reason).text(waiver.author).raw(waiver.waivedOn);
            out.write(line.bytes());
            ++written;
        }
        if (!out.commit())
            refuse();
        context.say(QStringLiteral("%1: %2 findings").arg(toQString(m_csv)).arg(written));
    }

    void mend(Context& context) const
    {
        const Rule rule = parseRule(m_fix);
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        std::vector<Finding> findings = chosen(context, *file, rule, false);
        const qint64 found = qint64(findings.size());
        std::erase_if(findings, [](const Finding& finding) { return !finding.isFixable(); });
        qint64 mended = 0;
        if (!findings.empty())
            file->edit(author, catalogue::EntryKind::Edit, catalogue::fixSentence(findings),
                       [&](catalogue::Edit& edit) {
                           mended =
                               catalogue::applyFixes(edit, findings, catalogue::toText(author));
                       });
        context.done(QStringLiteral("%1: %2 of %3 findings mended.")
                         .arg(catalogue::ruleKey(rule))
                         .arg(mended)
                         .arg(found));
        context.value(QJsonObject{{QStringLiteral("rule"), catalogue::ruleKey(rule)},
                                  {QStringLiteral("mended"), mended},
                                  {QStringLiteral("left"), found - mended}});
        if (mended < found)
            context.issues({{base::Severity::Warning,
                             QStringLiteral("%1 findings are left that only a person can mend.")
                                 .arg(found - mended),
                             {toQString(m_file), 0, {}, {}}}});
    }

    void letStand(Context& context) const
    {
        const Rule rule = parseRule(m_waive);
        if (m_rows.empty())
            throw UsageError(QStringLiteral("Say with --row what was found may stand."));
        if (toQString(context.reason).trimmed().isEmpty())
            throw UsageError(QStringLiteral("Say with --reason why it may stand."));
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const std::vector<Finding> findings = chosen(context, *file, rule, false);
        file->edit(author, catalogue::EntryKind::Edit,
                   catalogue::waiveSentence(findings, toQString(context.reason)),
                   [&](catalogue::Edit& edit) {
                       for (const Finding& finding : findings)
                           catalogue::waive(edit, finding, toQString(context.reason),
                                            catalogue::toText(author));
                   });
        context.done(QStringLiteral("%1: %2 findings let stand.")
                         .arg(catalogue::ruleKey(rule))
                         .arg(findings.size()));
        context.value(QJsonObject{{QStringLiteral("rule"), catalogue::ruleKey(rule)},
                                  {QStringLiteral("waived"), qint64(findings.size())}});
    }

    void takeBack(Context& context) const
    {
        const Rule rule = parseRule(m_unwaive);
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const std::vector<Finding> findings = chosen(context, *file, rule, true);
        if (!findings.empty())
            file->edit(author, catalogue::EntryKind::Edit, catalogue::takeBackSentence(findings),
                       [&](catalogue::Edit& edit) {
                           for (const Finding& finding : findings)
                               catalogue::takeWaiverBack(edit, finding.waiver->id);
                       });
        context.done(QStringLiteral("%1: %2 findings count again.")
                         .arg(catalogue::ruleKey(rule))
                         .arg(findings.size()));
        context.value(QJsonObject{{QStringLiteral("rule"), catalogue::ruleKey(rule)},
                                  {QStringLiteral("taken_back"), qint64(findings.size())}});
    }

    static void listRules(const Context& context)
    {
        QJsonArray values;
        for (size_t i = 0; i < catalogue::RuleCount; ++i) {
            const Rule rule = Rule(i);
            const QString severity = severityKey(catalogue::severityOf(rule));
            context.line(QStringLiteral("%1 (%2): %3\n    %4")
                             .arg(catalogue::ruleKey(rule), severity,
                                  catalogue::ruleName(rule, context.language),
                                  catalogue::ruleExplanation(rule, context.language)));
            values.append(QJsonObject{
                {QStringLiteral("rule"), catalogue::ruleKey(rule)},
                {QStringLiteral("severity"), severity},
                {QStringLiteral("name"), catalogue::ruleName(rule, context.language)},
                {QStringLiteral("about"), catalogue::ruleExplanation(rule, context.language)}});
        }
        context.value(values);
    }
};

} // namespace

std::unique_ptr<Command> makeCheck()
{
    return std::make_unique<Check>();
}

} // namespace cli
