// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/conflict_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace catalogue {

QByteArray candidatesJson(const std::vector<Conflict::Candidate>& candidates,
                          const std::vector<QByteArray>& canonicalValues)
{
    QJsonArray array;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const Conflict::Candidate& candidate = candidates[i];
        array.append(QJsonObject{
            {QStringLiteral("entry"), candidate.entry},
            {QStringLiteral("author"), candidate.author.name},
            {QStringLiteral("delegation"), candidate.author.delegation},
            {QStringLiteral("text"), candidate.value ? QJsonValue(*candidate.value) : QJsonValue()},
            {QStringLiteral("value"),
             canonicalValues[i].isEmpty()
                 ? QJsonValue()
                 : QJsonValue(QString::fromLatin1(canonicalValues[i].toBase64()))},
        });
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<Conflict::Candidate> candidatesFromJson(const QByteArray& json)
{
    std::vector<Conflict::Candidate> candidates;
    for (const auto& item : QJsonDocument::fromJson(json).array()) {
        Conflict::Candidate candidate;
        candidate.entry = item[QLatin1String("entry")].toString();
        candidate.author = {item[QLatin1String("delegation")].toString(),
                            item[QLatin1String("author")].toString()};
        if (item[QLatin1String("text")].isString())
            candidate.value = item[QLatin1String("text")].toString();
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

QByteArray candidateValue(const QByteArray& json, size_t candidate)
{
    const QJsonValue value =
        QJsonDocument::fromJson(json).array().at(qsizetype(candidate))[QLatin1String("value")];
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace catalogue
