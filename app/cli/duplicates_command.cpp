// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/words.h"

#include "catalogue/access.h"
#include "catalogue/csv.h"
#include "catalogue/duplicates.h"
#include "catalogue/match_trial.h"
#include "catalogue/pair_decisions.h"
#include "catalogue/site_merge.h"
#include "catalogue/site_store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>
#include <cmath>

namespace cli {

namespace {

QByteArray contentOf(const std::string& path)
{
    QFile file(toQString(path));
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(Words::tr("“%1” cannot be read.").arg(toQString(path)),
                          file.errorString());
    return file.readAll();
}

void write(const std::string& path, const QByteArray& content)
{
    QSaveFile file(toQString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        throw base::Error(Words::tr("“%1” could not be written.").arg(toQString(path)),
                          file.errorString());
}

double rounded(double value, double unit = 100)
{
    return std::round(value * unit) / unit;
}

class Duplicates : public Command
{
    std::string m_file;
    double m_least = 0;
    size_t m_limit = 0;
    std::string m_model;
    std::string m_saveModel;
    std::string m_csv;
    std::vector<std::string> m_explain;
    std::string m_decide;
    std::string m_split;
    std::string m_evaluate;
    quint64 m_seed = 1;
    size_t m_records = 5000;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "duplicates", "Find records that may be of one mine, and decide on them");
        addFile(*sub, m_file);
        sub->add_option("--least", m_least,
                        "List pairs of at least so many bits; 0 is as likely as not (0)");
        sub->add_option("--limit", m_limit, "List so many pairs, the most likely ones");
        sub->add_option("--csv", m_csv,
                        "Write the pairs to this file, to be decided and given back");
        sub->add_option("--model", m_model,
                        "Weigh by this model and not by one made from the file");
        sub->add_option("--save-model", m_saveModel, "Write the model that was used, to be edited");
        auto* why =
            sub->add_option("--explain", m_explain, "Two sites: what their weight is made of")
                ->expected(2);
        auto* decide = sub->add_option(
            "--decide", m_decide,
            "CSV with the columns site, other, decision (merge, apart, later) and reason");
        auto* split =
            sub->add_option("--split", m_split, "Undo a merge: the number of the site that went");
        auto* evaluate = sub->add_option(
            "--evaluate", m_evaluate,
            "Precision, recall and F1 on pairs of known truth: “copies”, or a CSV of judged pairs");
        why->excludes(decide)->excludes(split)->excludes(evaluate);
        decide->excludes(split)->excludes(evaluate);
        split->excludes(evaluate);
        sub->add_option("--seed", m_seed, "Of --evaluate copies (1)");
        sub->add_option("--records", m_records, "Of --evaluate copies: how many are copied (5000)");
        return sub;
    }

    void run(Context& context) override
    {
        if (!m_decide.empty())
            return decide(context);
        if (!m_split.empty())
            return split(context);
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        std::vector<catalogue::MatchRecord> records;
        std::vector<catalogue::PairDecision> decided;
        std::vector<base::Id> named;
        file->read([&](const catalogue::ReadAccess& access) {
            for (const std::string& site : m_explain)
                named.push_back(catalogue::findSite(access, toQString(site)));
            records = catalogue::readMatchRecords(access, context.progress());
            decided = catalogue::readPairDecisions(access);
        });
        std::optional<catalogue::MatchModel> model;
        if (!m_model.empty())
            model = catalogue::matchModelFromJson(contentOf(m_model));
        if (!m_evaluate.empty())
            return evaluate(context, std::move(records), model);
        const catalogue::MatchTable table(std::move(records), context.progress());
        if (!m_explain.empty())
            return explain(context, table, model, named);
        list(context, table, model, decided);
    }

private:
    void saveModel(const catalogue::MatchModel& model) const
    {
        if (!m_saveModel.empty())
            write(m_saveModel, catalogue::toJson(model));
    }

    void list(Context& context, const catalogue::MatchTable& table,
              const std::optional<catalogue::MatchModel>& model,
              const std::vector<catalogue::PairDecision>& decided) const
    {
        catalogue::DuplicateSearch search =
            catalogue::findDuplicates(table, model, m_least, context.progress());
        saveModel(search.model);
        const size_t found = search.pairs.size();
        // What a person keeps apart does not come back.
        std::erase_if(search.pairs, [&](const catalogue::DuplicatePair& pair) {
            return catalogue::decisionOf(decided, table.record(pair.a).id,
                                         table.record(pair.b).id) == QLatin1String("apart");
        });
        const size_t apart = found - search.pairs.size();
        const size_t all = search.pairs.size();
        if (m_limit > 0 && m_limit < search.pairs.size())
            search.pairs.resize(m_limit);
        if (!m_csv.empty())
            write(m_csv, csv(table, search, decided, context.language));
        std::vector<QStringList> rows;
        QJsonArray values;
        for (const catalogue::DuplicatePair& pair : search.pairs) {
            const catalogue::MatchRecord& a = table.record(pair.a);
            const catalogue::MatchRecord& b = table.record(pair.b);
            const auto reasons =
                catalogue::explain(table, pair.a, pair.b, search.model, context.language);
            rows.push_back({QString::number(double(pair.bits), 'f', 1), QString::number(a.id),
                            QString::number(b.id), a.names.value(0), b.names.value(0),
                            catalogue::toText(reasons, context.language)});
            if (context.json)
                values.append(QJsonObject{
                    {QStringLiteral("site"), a.id},
                    {QStringLiteral("other"), b.id},
                    {QStringLiteral("bits"), rounded(double(pair.bits))},
                    {QStringLiteral("name"), a.names.value(0)},
                    {QStringLiteral("other_name"), b.names.value(0)},
                    {QStringLiteral("decision"), catalogue::decisionOf(decided, a.id, b.id)},
                    {QStringLiteral("reasons"), toJson(reasons)}});
        }
        context.table({Words::tr("bits"), Words::tr("site"), Words::tr("other"), Words::tr("name"),
                       Words::tr("name of the other"), Words::tr("because")},
                      rows);
        context.value(QJsonObject{{QStringLiteral("records"), qint64(table.size())},
                                  {QStringLiteral("candidates"), search.candidates},
                                  {QStringLiteral("found"), qint64(all)},
                                  {QStringLiteral("kept_apart"), qint64(apart)},
                                  {QStringLiteral("pairs"), values}});
        context.say(Words::tr("%1 of %2 pairs; %3 records, compared in %4 pairs")
                        .arg(search.pairs.size())
                        .arg(all)
                        .arg(table.size())
                        .arg(search.candidates));
    }

    static QJsonArray toJson(const std::vector<catalogue::MatchReason>& reasons)
    {
        QJsonArray values;
        for (const catalogue::MatchReason& reason : reasons)
            values.append(QJsonObject{{QStringLiteral("text"), reason.text},
                                      {QStringLiteral("bits"), rounded(reason.bits)}});
        return values;
    }

    static QByteArray csv(const catalogue::MatchTable& table,
                          const catalogue::DuplicateSearch& search,
                          const std::vector<catalogue::PairDecision>& decided,
                          base::Language language)
    {
        QByteArray text("\xEF\xBB\xBF"
                        "site,other,decision,reason,bits,name,other_name,because\r\n");
        for (const catalogue::DuplicatePair& pair : search.pairs) {
            const catalogue::MatchRecord& a = table.record(pair.a);
            const catalogue::MatchRecord& b = table.record(pair.b);
            catalogue::CsvLine line;
            line.integer(a.id).integer(b.id);
            line.raw(catalogue::decisionOf(decided, a.id, b.id)).raw({});
            line.number(std::optional(rounded(double(pair.bits))));
            line.text(a.names.value(0)).text(b.names.value(0));
            line.text(catalogue::toText(
                catalogue::explain(table, pair.a, pair.b, search.model, language), language));
            text += line.bytes();
        }
        return text;
    }

    void explain(Context& context, const catalogue::MatchTable& table,
                 const std::optional<catalogue::MatchModel>& given,
                 const std::vector<base::Id>& named) const
    {
        if (named[0] == named[1])
            throw base::Error(Words::tr("Both names mean one site, %1.").arg(named[0]));
        const catalogue::MatchModel model =
            given ? *given : catalogue::estimateModel(table, context.progress());
        saveModel(model);
        const auto reasons = catalogue::explain(table, *table.rowOf(named[0]),
                                                *table.rowOf(named[1]), model, context.language);
        std::vector<QStringList> rows;
        double sum = 0;
        for (const catalogue::MatchReason& reason : reasons) {
            sum += reason.bits;
            rows.push_back({QString::number(reason.bits, 'f', 1), reason.text});
        }
        rows.push_back(
            {QString::number(sum, 'f', 1), Words::tr("together: one mine with a chance of %1 %")
                                               .arg(100 / (1 + std::exp2(-sum)), 0, 'f', 1)});
        context.table({Words::tr("bits"), Words::tr("because")}, rows);
        context.value(QJsonObject{{QStringLiteral("site"), named[0]},
                                  {QStringLiteral("other"), named[1]},
                                  {QStringLiteral("bits"), rounded(sum)},
                                  {QStringLiteral("reasons"), toJson(reasons)}});
    }

    void evaluate(Context& context, std::vector<catalogue::MatchRecord> records,
                  const std::optional<catalogue::MatchModel>& model) const
    {
        std::vector<QStringList> rows;
        QJsonArray values;
        const auto tell = [&](const QString& name, const catalogue::MatchFigures& figures) {
            const auto number = [](double value) { return QString::number(value, 'f', 3); };
            rows.push_back({name, QString::number(figures.truePairs),
                            QString::number(figures.foundPairs),
                            QString::number(figures.rightPairs), number(figures.precision()),
                            number(figures.recall()), number(figures.f1()),
                            QString::number(figures.leastBits, 'f', 1)});
            values.append(
                QJsonObject{{QStringLiteral("set"), name},
                            {QStringLiteral("true_pairs"), figures.truePairs},
                            {QStringLiteral("found_pairs"), figures.foundPairs},
                            {QStringLiteral("right_pairs"), figures.rightPairs},
                            {QStringLiteral("precision"), rounded(figures.precision(), 1e4)},
                            {QStringLiteral("recall"), rounded(figures.recall(), 1e4)},
                            {QStringLiteral("f1"), rounded(figures.f1(), 1e4)},
                            {QStringLiteral("threshold_bits"), figures.leastBits}});
        };
        if (m_evaluate == "copies") {
            const catalogue::CopiedRecords copied =
                catalogue::copyRecords(records, m_records, m_seed);
            tell(QStringLiteral("copies"),
                 catalogue::evaluateCopies(copied, model, m_least, context.progress()));
        } else {
            std::vector<base::Issue> issues;
            std::vector<catalogue::JudgedPair> pairs =
                catalogue::judgedPairs(contentOf(m_evaluate), issues);
            for (base::Issue& issue : issues)
                issue.where.file = QFileInfo(toQString(m_evaluate)).fileName();
            context.issues(issues);
            catalogue::weighJudged(pairs, std::move(records), model, context.progress());
            QStringList parts;
            for (const catalogue::JudgedPair& pair : pairs)
                if (!pair.part.isEmpty() && !parts.contains(pair.part))
                    parts << pair.part;
            parts.sort();
            for (const QString& part : parts)
                tell(part, catalogue::judgedFigures(pairs, part, m_least));
            tell(QStringLiteral("all"), catalogue::judgedFigures(pairs, {}, m_least));
        }
        context.table({Words::tr("set"), Words::tr("true pairs"), Words::tr("found"),
                       Words::tr("right"), Words::tr("precision"), Words::tr("recall"),
                       QStringLiteral("F1"), Words::tr("threshold")},
                      rows);
        context.value(values);
    }

    void decide(Context& context) const
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        const catalogue::DecidedPairs outcome =
            catalogue::decidePairs(*file, author, contentOf(m_decide),
                                   QFileInfo(toQString(m_decide)).fileName(), context.progress());
        context.done(Words::tr("%1 merged, %2 kept apart, %3 left for later, %4 without a decision")
                         .arg(outcome.merged)
                         .arg(outcome.apart)
                         .arg(outcome.later)
                         .arg(outcome.undecided));
        context.issues(outcome.issues);
        QJsonArray issues;
        for (const base::Issue& issue : outcome.issues)
            issues.append(base::toJson(issue));
        context.value(QJsonObject{{QStringLiteral("merged"), outcome.merged},
                                  {QStringLiteral("apart"), outcome.apart},
                                  {QStringLiteral("later"), outcome.later},
                                  {QStringLiteral("undecided"), outcome.undecided},
                                  {QStringLiteral("issues"), issues}});
    }

    void split(Context& context) const
    {
        bool isNumber = false;
        const base::Id gone = toQString(m_split).toLongLong(&isNumber);
        if (!isNumber)
            throw UsageError(
                QStringLiteral("“%1” is not the number of a site.").arg(toQString(m_split)));
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        QString name;
        file->read([&](const catalogue::ReadAccess& access) {
            name = catalogue::mergedSiteName(access, gone);
        });
        file->edit(
            author, catalogue::EntryKind::Edit,
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Split %1 from the site it was merged "
                                                         "into")),
             {name}},
            [&](catalogue::Edit& edit) { catalogue::splitSite(edit, gone); });
        context.done(Words::tr("“%1” is a site of its own again.").arg(name));
        context.value(QJsonObject{{QStringLiteral("site"), gone}, {QStringLiteral("name"), name}});
    }
};

} // namespace

std::unique_ptr<Command> makeDuplicates()
{
    return std::make_unique<Duplicates>();
}

} // namespace cli
