// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "report/shortlist_report.h"
#include "shortlist/figure.h"
#include "shortlist/round.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

namespace cli {

namespace {

class Weights : public Command
{
    std::string m_file;
    std::string m_delegation;
    std::vector<std::string> m_weights;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("weights", "Set a delegation's weights");
        addFile(*sub, m_file);
        sub->add_option("--delegation", m_delegation, "US, MX …")->required();
        sub->add_option("WEIGHTS", m_weights,
                        "CRITERION=WEIGHT …: 0 or more; only the ratios count")
            ->required();
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        std::map<base::Id, double> weights;
        catalogue::Delegation delegation;
        file->read([&](const catalogue::ReadAccess& access) {
            delegation = catalogue::findDelegation(access, toQString(m_delegation));
            for (const std::string& given : m_weights) {
                const qsizetype sign = toQString(given).lastIndexOf(u'=');
                bool ok = false;
                const double weight = toQString(given).mid(sign + 1).toDouble(&ok);
                if (sign <= 0 || !ok || weight < 0)
                    throw UsageError(
                        QStringLiteral("“%1” is not CRITERION=WEIGHT.").arg(toQString(given)));
                weights[shortlist::findCriterion(access, toQString(given).first(sign))] = weight;
            }
        });
        const shortlist::JudgementStore store(delegation.id);
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Set the weights of %1")),
                    {delegation.code}},
                   [&](catalogue::Edit& edit) {
                       for (const auto& [criterion, weight] : weights)
                           store.writeWeight(edit, criterion, weight);
                   });
        context.done(
            QStringLiteral("Set %1 weights of %2.").arg(weights.size()).arg(delegation.code));
        context.value(QJsonObject{{QStringLiteral("delegation"), delegation.code},
                                  {QStringLiteral("weights"), qint64(weights.size())}});
    }
};

class Decide : public Command
{
    std::string m_file;
    std::string m_project;
    std::string m_decision;
    std::string m_reasonEn;
    std::string m_reasonEs;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("decide", "Put a decision on a project");
        addFile(*sub, m_file);
        sub->add_option("PROJECT", m_project, "Its name or number")->required();
        sub->add_option("DECISION", m_decision,
                        "shortlisted, reserve, deferred, declined; none takes it back")
            ->required();
        sub->add_option("--reason-en,--reason", m_reasonEn, "Why, in English");
        sub->add_option("--reason-es", m_reasonEs, "Why, in Spanish");
        return sub;
    }

    void run(Context& context) override
    {
        const catalogue::Author author = context.author();
        std::optional<shortlist::Decision> decision;
        if (m_decision != "none")
            decision = {parseTerm(catalogue::decisionKinds(), m_decision),
                        {toQString(m_reasonEn), toQString(m_reasonEs)},
                        QDate::currentDate().toString(Qt::ISODate)};
        const auto file = context.open(m_file, catalogue::OpenMode::ReadWrite);
        catalogue::Project project;
        file->read([&](const catalogue::ReadAccess& access) {
            project =
                catalogue::readProject(access, catalogue::findProject(access, toQString(m_project)))
                    .value();
        });
        const QString name = project.nameIn(base::Language::English);
        const catalogue::Sentence sentence =
            decision
                ? catalogue::Sentence{QStringLiteral(
                                          QT_TRANSLATE_NOOP("Journal", "Decided on %1: %2")),
                                      {name, QStringLiteral("@decisions/") + decision->kind}}
                : catalogue::Sentence{
                      QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Took back the decision on %1")),
                      {name}};
        file->edit(author, catalogue::EntryKind::Edit, sentence, [&](catalogue::Edit& edit) {
            shortlist::writeDecision(edit, project.id, decision);
        });
        context.done(QStringLiteral("%1: %2").arg(name, toQString(m_decision)));
        context.value(QJsonObject{{QStringLiteral("project"), project.id},
                                  {QStringLiteral("decision"), toQString(m_decision)}});
    }
};

QJsonValue json(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue json(const std::optional<int>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QString text(const std::optional<int>& rank)
{
    return rank ? QString::number(*rank) : QStringLiteral("–");
}

QString outcomeKey(shortlist::GateOutcome outcome)
{
    switch (outcome) {
    case shortlist::GateOutcome::Passed:
        return QStringLiteral("passed");
    case shortlist::GateOutcome::Failed:
        return QStringLiteral("failed");
    case shortlist::GateOutcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

class Rank : public Command
{
    std::string m_file;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub =
            app.add_subcommand("rank", "Rank the projects, for each delegation and jointly");
        addFile(*sub, m_file);
        return sub;
    }

    void run(Context& context) override
    {
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const report::ShortlistContent content =
            report::readShortlistContent(*file, context.words(), context.progress());
        for (const catalogue::LoadedLayer& layer : content.map.layers)
            if (layer.state != catalogue::LayerState::Ready)
                context.issues({{base::Severity::Warning, layer.problem, {}}});
        const shortlist::Evaluation& evaluation = content.evaluation;
        QStringList header{QStringLiteral("joint"), QStringLiteral("score"),
                           QStringLiteral("known")};
        for (const shortlist::Party& party : evaluation.parties)
            header << party.delegation.code << QStringLiteral("score");
        header << QStringLiteral("gates") << QStringLiteral("project");
        std::vector<QStringList> rows;
        QJsonArray values;
        for (const size_t at : evaluation.order) {
            const shortlist::CandidateResult& result = evaluation.candidates[at];
            const catalogue::Project& project = content.round.candidates[at].project;
            QStringList row{text(result.jointRank),
                            shortlist::scoreText(result.jointScore, context.words()),
                            QStringLiteral("%1 %").arg(std::lround(result.jointCoverage * 100))};
            for (const shortlist::PartyResult& party : result.parties)
                row << text(party.rank) << shortlist::scoreText(party.score, context.words());
            row << outcomeKey(result.outcome) << project.nameIn(context.language);
            rows.push_back(row);
            values.append(toJson(content, at));
        }
        context.table(header, rows);
        context.say(shortlist::jointRankingNote(context.words()));
        context.value(values);
    }

private:
    static QJsonObject toJson(const report::ShortlistContent& content, size_t at)
    {
        const shortlist::Evaluation& evaluation = content.evaluation;
        const shortlist::CandidateResult& result = evaluation.candidates[at];
        const shortlist::Candidate& candidate = content.round.candidates[at];
        QJsonArray gates;
        for (size_t i = 0; i < evaluation.gates.size(); ++i)
            gates.append(
                QJsonObject{{QStringLiteral("gate"), evaluation.gates[i].name.en},
                            {QStringLiteral("outcome"), outcomeKey(result.gates[i].outcome)},
                            {QStringLiteral("reason"), result.gates[i].reason}});
        QJsonObject delegations;
        for (size_t p = 0; p < evaluation.parties.size(); ++p) {
            const shortlist::PartyResult& party = result.parties[p];
            QJsonArray contributions;
            for (const auto& each : party.contributions)
                contributions.append(json(each));
            delegations.insert(evaluation.parties[p].delegation.code,
                               QJsonObject{{QStringLiteral("score"), json(party.score)},
                                           {QStringLiteral("rank"), json(party.rank)},
                                           {QStringLiteral("coverage"), party.coverage},
                                           {QStringLiteral("contributions"), contributions}});
        }
        QJsonArray criteria;
        for (size_t c = 0; c < evaluation.criteria.size(); ++c) {
            const shortlist::Measured& measured = result.criteria[c].measured;
            QJsonObject criterion{
                {QStringLiteral("criterion"), evaluation.criteria[c].name.en},
                {QStringLiteral("figure"), measured.number           ? QJsonValue(*measured.number)
                                           : measured.word.isEmpty() ? QJsonValue()
                                                                     : QJsonValue(measured.word)}};
            if (!measured.missing.isEmpty())
                criterion.insert(QStringLiteral("missing"), measured.missing);
            if (!measured.from.isEmpty())
                criterion.insert(QStringLiteral("from"), measured.from);
            criteria.append(criterion);
        }
        return {{QStringLiteral("project"), candidate.project.id},
                {QStringLiteral("name_en"), candidate.project.name.en},
                {QStringLiteral("name_es"), candidate.project.name.es},
                {QStringLiteral("joint_rank"), json(result.jointRank)},
                {QStringLiteral("joint_score"), json(result.jointScore)},
                {QStringLiteral("joint_coverage"), result.jointCoverage},
                {QStringLiteral("gates"), gates},
                {QStringLiteral("gates_outcome"), outcomeKey(result.outcome)},
                {QStringLiteral("criteria"), criteria},
                {QStringLiteral("delegations"), delegations},
                {QStringLiteral("decision"),
                 candidate.decision ? QJsonValue(candidate.decision->kind) : QJsonValue()}};
    }
};

} // namespace

std::unique_ptr<Command> makeWeights()
{
    return std::make_unique<Weights>();
}

std::unique_ptr<Command> makeDecide()
{
    return std::make_unique<Decide>();
}

std::unique_ptr<Command> makeRank()
{
    return std::make_unique<Rank>();
}

} // namespace cli
