// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/layer.h"
#include "shortlist/round.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {

namespace {

QJsonObject parseObject(const std::string& text, const char* what)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    if (!document.isObject())
        throw UsageError(QStringLiteral("“%1” is not JSON for %2.")
                             .arg(toQString(text), QString::fromLatin1(what)));
    return document.object();
}

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// A layer may be named in a measure; the file keeps its number.
shortlist::Measure parseMeasure(const catalogue::ReadAccess& access, const std::string& text)
{
    QJsonObject object = text.starts_with('{')
                             ? parseObject(text, "a measure")
                             : QJsonObject{{QStringLiteral("kind"), toQString(text)}};
    const QJsonValue layer = object.value(QLatin1String("layer"));
    if (layer.isString())
        object.insert(QLatin1String("layer"), catalogue::findLayer(access, layer.toString()));
    return shortlist::measureFromJson(compact(object));
}

// What gates and criteria have in common on the command line.
struct Options
{
    std::string file;
    std::string rule;
    std::string nameEn;
    std::string nameEs;
    std::string measure;
    std::optional<bool> enabled;
    std::optional<int> position;
    CLI::App* add = nullptr;
    CLI::App* set = nullptr;
    CLI::App* list = nullptr;
    CLI::App* remove = nullptr;

    void setup(CLI::App& sub, const char* called)
    {
        sub.require_subcommand(1);
        add = sub.add_subcommand("add", std::string("Add a ") + called);
        set = sub.add_subcommand("set", std::string("Change a ") + called);
        list = sub.add_subcommand("list", std::string("List them"));
        remove = sub.add_subcommand("remove", std::string("Remove a ") + called);
        for (CLI::App* each : {add, set, list, remove})
            addFile(*each, file);
        for (CLI::App* each : {set, remove})
            each->add_option("NAME", rule, "Its name or number")->required();
        for (CLI::App* each : {add, set}) {
            each->add_option("--name-en,--name", nameEn, "Name in English");
            each->add_option("--name-es", nameEs, "Name in Spanish");
            each->add_option("--measure", measure,
                             "A kind (tonnes, stage, members …) or JSON, as in "
                             "{\"kind\": \"distance_km\", \"layer\": \"Main ports\"}");
            each->add_option("--enabled", enabled, "true or false");
            each->add_option("--position", position, "Its place in the list, from 1");
        }
    }

    template <class Rule>
    void apply(Rule& to, const catalogue::ReadAccess& access) const
    {
        if (!nameEn.empty())
            to.name.en = toQString(nameEn);
        if (!nameEs.empty())
            to.name.es = toQString(nameEs);
        if (!measure.empty())
            to.measure = parseMeasure(access, measure);
        if (enabled)
            to.enabled = *enabled;
        if (position)
            to.position = *position;
        if (to.name.en.isEmpty() && to.name.es.isEmpty())
            throw UsageError(QStringLiteral("It needs a name: --name …"));
        if (add->parsed() && measure.empty())
            throw UsageError(QStringLiteral("It needs something to measure: --measure …"));
    }
};

template <class Rule>
Rule byId(const std::vector<Rule>& rules, base::Id id)
{
    for (const Rule& rule : rules)
        if (rule.id == id)
            return rule;
    return {};
}

class Gate : public Command
{
    Options m_options;
    std::string m_condition;
    std::string m_atLeast;
    std::string m_atMost;

    static QJsonValue bound(const std::string& text)
    {
        bool isNumber = false;
        const double number = toQString(text).toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(toQString(text));
    }

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("gate", "Add, change, list or remove gates");
        m_options.setup(*sub, "gate");
        for (CLI::App* each : {m_options.add, m_options.set}) {
            each->add_option("--at-least", m_atLeast, "A number, or a stage");
            each->add_option("--at-most", m_atMost, "A number, or a stage");
            each->add_option("--condition", m_condition, "JSON, as in {\"one_of\": [\"SME\"]}");
        }
        return sub;
    }

    void run(Context& context) override
    {
        if (m_options.list->parsed())
            return list(context);
        const catalogue::Author author = context.author();
        const auto file = context.open(m_options.file, catalogue::OpenMode::ReadWrite);
        const bool adding = m_options.add->parsed();
        shortlist::Gate gate;
        file->read([&](const catalogue::ReadAccess& access) {
            if (!adding)
                gate = byId(shortlist::readGates(access),
                            shortlist::findGate(access, toQString(m_options.rule)));
            if (!m_options.remove->parsed())
                m_options.apply(gate, access);
        });
        const QString name = gate.nameIn(base::Language::English);
        if (m_options.remove->parsed()) {
            file->edit(
                author, catalogue::EntryKind::Edit,
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the gate %1")), {name}},
                [&](catalogue::Edit& edit) { shortlist::removeGate(edit, gate.id); });
        } else {
            QJsonObject condition;
            if (!m_condition.empty())
                condition = parseObject(m_condition, "a condition");
            if (!m_atLeast.empty())
                condition.insert(QLatin1String("at_least"), bound(m_atLeast));
            if (!m_atMost.empty())
                condition.insert(QLatin1String("at_most"), bound(m_atMost));
            if (!condition.isEmpty())
                gate.condition = shortlist::conditionFromJson(compact(condition));
            file->edit(author, catalogue::EntryKind::Edit,
                       {adding
                            ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the gate %1"))
                            : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the gate %1")),
                        {name}},
                       [&](catalogue::Edit& edit) {
                           if (adding)
                               gate.id = shortlist::addGate(edit, gate);
                           else
                               shortlist::updateGate(edit, gate);
                       });
        }
        context.done(QString::number(gate.id));
        context.value(QJsonObject{{QStringLiteral("id"), gate.id}});
    }

private:
    void list(Context& context)
    {
        const auto file = context.open(m_options.file, catalogue::OpenMode::ReadOnly);
        std::vector<shortlist::Gate> gates;
        file->read(
            [&](const catalogue::ReadAccess& access) { gates = shortlist::readGates(access); });
        QJsonArray values;
        std::vector<QStringList> rows;
        for (const shortlist::Gate& gate : gates) {
            const QString measure = shortlist::measureToJson(gate.measure);
            const QString condition = shortlist::conditionToJson(gate.condition);
            rows.push_back({QString::number(gate.id), gate.nameIn(context.language),
                            gate.enabled ? QStringLiteral("on") : QStringLiteral("off"), measure,
                            condition});
            values.append(QJsonObject{
                {QStringLiteral("id"), gate.id},
                {QStringLiteral("name_en"), gate.name.en},
                {QStringLiteral("name_es"), gate.name.es},
                {QStringLiteral("enabled"), gate.enabled},
                {QStringLiteral("measure"), QJsonDocument::fromJson(measure.toUtf8()).object()},
                {QStringLiteral("condition"),
                 QJsonDocument::fromJson(condition.toUtf8()).object()}});
        }
        context.table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("enabled"),
                       QStringLiteral("measure"), QStringLiteral("condition")},
                      rows);
        context.value(values);
    }
};

class Criterion : public Command
{
    Options m_options;
    std::string m_unit;
    std::string m_direction;
    std::string m_function;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("criterion", "Add, change, list or remove criteria");
        m_options.setup(*sub, "criterion");
        for (CLI::App* each : {m_options.add, m_options.set}) {
            each->add_option("--unit", m_unit, "Of the measure, for headers");
            each->add_option("--direction", m_direction, "maximise or minimise")
                ->check(CLI::IsMember({"maximise", "minimise"}));
            each->add_option("--values", m_function,
                             "JSON, as in {\"kind\": \"linear\", \"points\": [[0, 0], [100, 1]]}");
        }
        return sub;
    }

    void run(Context& context) override
    {
        if (m_options.list->parsed())
            return list(context);
        const catalogue::Author author = context.author();
        const auto file = context.open(m_options.file, catalogue::OpenMode::ReadWrite);
        const bool adding = m_options.add->parsed();
        shortlist::Criterion criterion;
        file->read([&](const catalogue::ReadAccess& access) {
            if (!adding)
                criterion = byId(shortlist::readCriteria(access),
                                 shortlist::findCriterion(access, toQString(m_options.rule)));
            if (!m_options.remove->parsed())
                m_options.apply(criterion, access);
        });
        const QString name = criterion.nameIn(base::Language::English);
        if (m_options.remove->parsed()) {
            file->edit(
                author, catalogue::EntryKind::Edit,
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the criterion %1")), {name}},
                [&](catalogue::Edit& edit) { shortlist::removeCriterion(edit, criterion.id); });
        } else {
            if (!m_unit.empty())
                criterion.unit = toQString(m_unit);
            if (!m_direction.empty())
                criterion.direction = m_direction == "minimise" ? shortlist::Direction::Minimise
                                                                : shortlist::Direction::Maximise;
            if (!m_function.empty())
                criterion.valueFunction = shortlist::valueFunctionFromJson(toQString(m_function));
            else if (adding)
                throw UsageError(QStringLiteral("It needs a value function: --values …"));
            file->edit(
                author, catalogue::EntryKind::Edit,
                {adding ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the criterion %1"))
                        : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the criterion %1")),
                 {name}},
                [&](catalogue::Edit& edit) {
                    if (adding)
                        criterion.id = shortlist::addCriterion(edit, criterion);
                    else
                        shortlist::updateCriterion(edit, criterion);
                });
        }
        context.done(QString::number(criterion.id));
        context.value(QJsonObject{{QStringLiteral("id"), criterion.id}});
    }

private:
    void list(Context& context)
    {
        const auto file = context.open(m_options.file, catalogue::OpenMode::ReadOnly);
        shortlist::Round round;
        file->read(
            [&](const catalogue::ReadAccess& access) { round = shortlist::readRound(access); });
        QJsonArray values;
        std::vector<QStringList> rows;
        QStringList header{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("unit"),
                           QStringLiteral("direction")};
        for (const shortlist::Party& party : round.parties)
            header << party.delegation.code;
        for (const shortlist::Criterion& criterion : round.criteria) {
            const QString direction = criterion.direction == shortlist::Direction::Minimise
                                          ? QStringLiteral("minimise")
                                          : QStringLiteral("maximise");
            QStringList row{QString::number(criterion.id), criterion.nameIn(context.language),
                            criterion.unit, direction};
            QJsonObject weights;
            for (const shortlist::Party& party : round.parties) {
                const auto weight = party.weights.find(criterion.id);
                row << (weight == party.weights.end() ? QStringLiteral("–")
                                                      : QString::number(weight->second));
                if (weight != party.weights.end())
                    weights.insert(party.delegation.code, weight->second);
            }
            rows.push_back(row);
            values.append(QJsonObject{
                {QStringLiteral("id"), criterion.id},
                {QStringLiteral("name_en"), criterion.name.en},
                {QStringLiteral("name_es"), criterion.name.es},
                {QStringLiteral("enabled"), criterion.enabled},
                {QStringLiteral("unit"), criterion.unit},
                {QStringLiteral("direction"), direction},
                {QStringLiteral("weights"), weights},
                {QStringLiteral("measure"),
                 QJsonDocument::fromJson(shortlist::measureToJson(criterion.measure).toUtf8())
                     .object()},
                {QStringLiteral("value_function"),
                 QJsonDocument::fromJson(
                     shortlist::valueFunctionToJson(criterion.valueFunction).toUtf8())
                     .object()}});
        }
        context.table(header, rows);
        context.value(values);
    }
};

} // namespace

std::unique_ptr<Command> makeGate()
{
    return std::make_unique<Gate>();
}

std::unique_ptr<Command> makeCriterion()
{
    return std::make_unique<Criterion>();
}

} // namespace cli
