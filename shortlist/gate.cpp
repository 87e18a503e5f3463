// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/gate.h"

#include "catalogue/vocabulary.h"
#include "shortlist/figure.h"
#include "shortlist/text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace shortlist {

namespace {

void bound(QJsonObject& object, const char* key, const std::optional<double>& number,
           const QString& word)
{
    if (number)
        object.insert(QLatin1String(key), *number);
    else if (!word.isEmpty())
        object.insert(QLatin1String(key), word);
}

} // namespace

QString conditionToJson(const Condition& condition)
{
    QJsonObject object;
    bound(object, "at_least", condition.atLeast, condition.atLeastWord);
    bound(object, "at_most", condition.atMost, condition.atMostWord);
    if (!condition.oneOf.isEmpty())
        object.insert(QLatin1String("one_of"), QJsonArray::fromStringList(condition.oneOf));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Condition conditionFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    Condition condition;
    const QJsonValue least = object.value(QLatin1String("at_least"));
    if (least.isDouble())
        condition.atLeast = least.toDouble();
    condition.atLeastWord = least.toString();
    const QJsonValue most = object.value(QLatin1String("at_most"));
    if (most.isDouble())
        condition.atMost = most.toDouble();
    condition.atMostWord = most.toString();
    for (const QJsonValue& word : object.value(QLatin1String("one_of")).toArray())
        condition.oneOf << word.toString();
    return condition;
}

const QString& Gate::nameIn(base::Language language) const
{
    const QString& wanted = name.in(language);
    return wanted.isEmpty() ? (name.en.isEmpty() ? name.es : name.en) : wanted;
}

GateResult judge(const Gate& gate, const Measured& measured, const base::Translation& words)
{
    GateResult result{gate.id, GateOutcome::Unknown, measured.missing, measured};
    if (!measured.known())
        return result;
    const Condition& condition = gate.condition;
    const QString found = figureText(gate.measure, measured, words);
    const base::Language language = words.language();
    const auto fail = [&](const char* sentence, const QString& wanted) {
        result.outcome = GateOutcome::Failed;
        result.reason = words.text("Shortlist", sentence).arg(found, wanted);
    };
    result.outcome = GateOutcome::Passed;
    if (measured.number) {
        const QLocale locale = base::localeOf(language);
        if (condition.atLeast && *measured.number < *condition.atLeast)
            fail(QT_TRANSLATE_NOOP("Shortlist", "It is %1; at least %2 is asked."),
                 locale.toString(*condition.atLeast, 'g', 12));
        else if (condition.atMost && *measured.number > *condition.atMost)
            fail(QT_TRANSLATE_NOOP("Shortlist", "It is %1; at most %2 is asked."),
                 locale.toString(*condition.atMost, 'g', 12));
    } else {
        const qsizetype place = stageOrder().indexOf(measured.word);
        if (!condition.atLeastWord.isEmpty() && place < stageOrder().indexOf(condition.atLeastWord))
            fail(QT_TRANSLATE_NOOP("Shortlist", "It is %1; at least %2 is asked."),
                 catalogue::stages().label(condition.atLeastWord, language));
        else if (!condition.atMostWord.isEmpty() &&
                 place > stageOrder().indexOf(condition.atMostWord))
            fail(QT_TRANSLATE_NOOP("Shortlist", "It is %1; at most %2 is asked."),
                 catalogue::stages().label(condition.atMostWord, language));
    }
    if (result.outcome == GateOutcome::Passed && !condition.oneOf.isEmpty() &&
        !condition.oneOf.contains(measured.word))
        fail(QT_TRANSLATE_NOOP("Shortlist", "It is %1; one of these is asked: %2."),
             condition.oneOf.join(QStringLiteral(", ")));
    if (result.outcome == GateOutcome::Passed)
        result.reason =
            words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "It is %1.")).arg(found);
    return result;
}

} // namespace shortlist
