// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_model.h"

#include "base/error.h"
#include "catalogue/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace catalogue {

namespace {

constexpr double Least = 1e-7; // no chance is smaller: nothing is certain

struct FieldKeys
{
    const char* field;
    std::vector<const char*> levels;
};

const std::array<FieldKeys, MatchFieldCount>& allKeys()
{
    static const std::array<FieldKeys, MatchFieldCount> keys{{
        {"names", {"same", "close", "akin", "part", "other", "other_number"}},
        {"place", {"same_spot", "within", "near", "around", "apart", "far", "elsewhere"}},
        {"commodities", {"same", "most_shared", "some_shared", "kin", "other"}},
        {"kind", {"same", "akin", "other"}},
        {"stage", {"same", "other"}},
        {"region", {"same_state", "same_country", "other_country"}},
        {"deposit_type", {"same", "akin", "other"}},
        {"ids", {"shared", "other"}},
    }};
    return keys;
}

} // namespace

const char* matchFieldKey(MatchField field)
{
    return allKeys()[size_t(field)].field;
}

const std::vector<const char*>& matchLevelKeys(MatchField field)
{
    return allKeys()[size_t(field)].levels;
}

double MatchModel::bits(MatchField field, uint8_t level) const
{
    if (level == match_level::Missing)
        return 0;
    const Level& at = levels[size_t(field)][level];
    return std::log2(std::max(at.m, Least) / std::max(at.u, Least));
}

double MatchModel::bits(const Comparison& comparison) const
{
    double sum = priorBits;
    for (size_t i = 0; i < MatchFieldCount; ++i)
        sum += bits(MatchField(i), comparison.level[i]) + double(comparison.extraBits[i]);
    return sum;
}

MatchModel MatchModel::builtIn()
{
    MatchModel model;
    const auto set = [&](MatchField field, std::initializer_list<Level> levels) {
        size_t at = 1;
        for (const Level& level : levels)
            model.levels[size_t(field)][at++] = level;
    };
    set(MatchField::Names, {{0.50, 0.0005},
                            {0.20, 0.0005},
                            {0.12, 0.002},
                            {0.08, 0.008},
                            {0.0999, 0.9762},
                            {0.0001, 0.0128}});
    set(MatchField::Place, {{0.22, 0.0006},
                            {0.42, 0.003},
                            {0.18, 0.006},
                            {0.10, 0.015},
                            {0.05, 0.06},
                            {0.02, 0.25},
                            {0.01, 0.6654}});
    set(MatchField::Commodities,
        {{0.45, 0.08}, {0.27, 0.10}, {0.14, 0.12}, {0.06, 0.15}, {0.08, 0.55}});
    set(MatchField::Kind, {{0.65, 0.5}, {0.30, 0.3}, {0.05, 0.2}});
    set(MatchField::Stage, {{0.6, 0.4}, {0.4, 0.6}});
    set(MatchField::Region, {{0.96, 0.2}, {0.03, 0.5}, {0.01, 0.3}});
    set(MatchField::DepositType, {{0.45, 0.1}, {0.35, 0.2}, {0.2, 0.7}});
    set(MatchField::Ids, {{0.9, 0.00001}, {0.1, 0.99999}});
    return model;
}

QByteArray toJson(const MatchModel& model)
{
    QJsonObject fields;
    for (size_t i = 0; i < MatchFieldCount; ++i) {
        QJsonObject levels;
        uint8_t at = 1;
        for (const char* key : matchLevelKeys(MatchField(i))) {
            const MatchModel::Level& level = model.levels[i][at];
            levels.insert(QLatin1String(key),
                          QJsonObject{{QStringLiteral("m"), level.m},
                                      {QStringLiteral("u"), level.u},
                                      {QStringLiteral("bits"),
                                       std::round(model.bits(MatchField(i), at) * 100) / 100}});
            ++at;
        }
        fields.insert(QLatin1String(matchFieldKey(MatchField(i))), levels);
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("kind"), QStringLiteral("veta_match_model")},
                           {QStringLiteral("version"), 1},
                           {QStringLiteral("prior_bits"), model.priorBits},
                           {QStringLiteral("least_uncertainty_m"), model.leastUncertaintyMetres},
                           {QStringLiteral("typical_name_bits"), model.typicalNameBits},
                           {QStringLiteral("fields"), fields}})
        .toJson(QJsonDocument::Indented);
}

MatchModel matchModelFromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QJsonObject object = document.object();
    if (object.value(QLatin1String("kind")).toString() != QLatin1String("veta_match_model"))
        throw base::Error(Text::tr("This is no model of how records are matched. The command "
                                   "duplicates writes one with --save-model."),
                          error.errorString());
    if (object.value(QLatin1String("version")).toInt() != 1)
        throw base::Error(Text::tr("This model of how records are matched is of a later version of "
                                   "Veta."));
    const auto refuse = [](const QString& where) {
        throw base::Error(
            Text::tr("“%1” in the model of how records are matched is not a number that can stand "
                     "there. The chances m and u lie above 0 and up to 1.")
                .arg(where));
    };
    MatchModel model = MatchModel::builtIn();
    const auto take = [&](const QJsonObject& from, const char* key, double least, double most,
                          double& into, const QString& where) {
        const QJsonValue value = from.value(QLatin1String(key));
        if (value.isUndefined())
            return;
        if (!value.isDouble() || !(value.toDouble() >= least) || !(value.toDouble() <= most))
            refuse(where + QLatin1String(key));
        into = value.toDouble();
    };
    take(object, "prior_bits", -60, 60, model.priorBits, {});
    take(object, "least_uncertainty_m", 1, 100000, model.leastUncertaintyMetres, {});
    take(object, "typical_name_bits", 0, 60, model.typicalNameBits, {});
    const QJsonObject fields = object.value(QLatin1String("fields")).toObject();
    for (size_t i = 0; i < MatchFieldCount; ++i) {
        const QString field = QLatin1String(matchFieldKey(MatchField(i)));
        const QJsonObject levels = fields.value(field).toObject();
        size_t at = 1;
        for (const char* key : matchLevelKeys(MatchField(i))) {
            const QJsonObject level = levels.value(QLatin1String(key)).toObject();
            const QString where = field + u'.' + QLatin1String(key) + u'.';
            take(level, "m", Least, 1, model.levels[i][at].m, where);
            take(level, "u", Least, 1, model.levels[i][at].u, where);
            ++at;
        }
    }
    return model;
}

} // namespace catalogue
