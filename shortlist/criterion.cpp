// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/criterion.h"

#include "base/error.h"
#include "shortlist/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace shortlist {

double ValueFunction::at(double x) const
{
    if (points.empty())
        return 0;
    if (x <= points.front().x())
        return points.front().y();
    if (x >= points.back().x())
        return points.back().y();
    const auto after =
        std::upper_bound(points.begin(), points.end(), x,
                         [](double v, const QPointF& point) { return v < point.x(); });
    const QPointF& right = *after;
    const QPointF& left = *(after - 1);
    if (kind == Kind::Steps)
        return left.y();
    return left.y() + (x - left.x()) / (right.x() - left.x()) * (right.y() - left.y());
}

std::optional<double> ValueFunction::value(const Measured& measured) const
{
    if (measured.number)
        return at(*measured.number);
    if (measured.word.isEmpty())
        return {};
    std::optional<size_t> any;
    for (size_t i = 0; i < of.size(); ++i) {
        if (of[i].contains(measured.word))
            return at(double(i));
        if (of[i].contains(QStringLiteral("*")))
            any = i;
    }
    return any ? std::optional(at(double(*any))) : std::nullopt;
}

QString valueFunctionToJson(const ValueFunction& function)
{
    QJsonObject object;
    object.insert(QLatin1String("kind"), function.kind == ValueFunction::Kind::Steps
                                             ? QStringLiteral("steps")
                                             : QStringLiteral("linear"));
    QJsonArray points;
    for (const QPointF& point : function.points)
        points.append(QJsonArray{point.x(), point.y()});
    object.insert(QLatin1String("points"), points);
    QJsonArray of;
    for (const QStringList& words : function.of) {
        if (words.size() == 1)
            of.append(words.first());
        else
            of.append(QJsonArray::fromStringList(words));
    }
    if (!of.isEmpty())
        object.insert(QLatin1String("of"), of);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ValueFunction valueFunctionFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    ValueFunction function;
    const QString kind = object.value(QLatin1String("kind")).toString();
    if (kind == QLatin1String("steps"))
        function.kind = ValueFunction::Kind::Steps;
    else if (kind != QLatin1String("linear"))
        throw base::Error(
            Text::tr("A value function is “linear” or “steps”; “%1” is neither.").arg(kind));
    for (const QJsonValue& each : object.value(QLatin1String("points")).toArray()) {
        const QPointF point(each.toArray().at(0).toDouble(), each.toArray().at(1).toDouble());
        if (!(point.y() >= 0 && point.y() <= 1))
            throw base::Error(Text::tr("A value function gives values from 0 to 1; %1 is outside.")
                                  .arg(point.y()));
        if (!function.points.empty() && point.x() <= function.points.back().x())
            throw base::Error(Text::tr("The points of a value function must ascend; %1 does not "
                                       "come after %2.")
                                  .arg(point.x())
                                  .arg(function.points.back().x()));
        function.points.push_back(point);
    }
    if (function.points.empty())
        throw base::Error(Text::tr("A value function needs at least one point: a figure and its "
                                   "value from 0 to 1."));
    for (const QJsonValue& each : object.value(QLatin1String("of")).toArray()) {
        QStringList words;
        if (each.isString())
            words << each.toString();
        for (const QJsonValue& word : each.toArray())
            words << word.toString();
        function.of.push_back(words);
    }
    return function;
}

const QString& Criterion::nameIn(base::Language language) const
{
    const QString& wanted = name.in(language);
    return wanted.isEmpty() ? (name.en.isEmpty() ? name.es : name.en) : wanted;
}

void checkCriterion(const Criterion& criterion)
{
    const auto& points = criterion.valueFunction.points;
    for (size_t i = 1; i < points.size(); ++i) {
        const double rise = points[i].y() - points[i - 1].y();
        if (criterion.direction == Direction::Maximise ? rise < 0 : rise > 0)
            throw base::Error(Text::tr("The points of the value function go against the direction "
                                       "of the criterion “%1”. Turn one of them round.")
                                  .arg(criterion.nameIn(base::Language::English)));
    }
}

} // namespace shortlist
