// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/sample.h"

#include "base/error.h"
#include "catalogue/access.h"
#include "catalogue/project_file.h"
#include "catalogue/sample_sites.h"
#include "catalogue/settings.h"
#include "shortlist/round.h"
#include "shortlist/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace shortlist {

namespace {

using catalogue::sampleId;

base::Label nameOf(const QJsonObject& object)
{
    return {object.value(QLatin1String("name_en")).toString(),
            object.value(QLatin1String("name_es")).toString()};
}

// In the sample a layer is named by its key.
Measure measureOf(const QJsonObject& object)
{
    QJsonObject measure = object.value(QLatin1String("measure")).toObject();
    const QString layer = measure.value(QLatin1String("layer")).toString();
    if (!layer.isEmpty())
        measure.insert(QLatin1String("layer"), sampleId("layers", layer));
    return measureFromJson(
        QString::fromUtf8(QJsonDocument(measure).toJson(QJsonDocument::Compact)));
}

QString jsonOf(const QJsonObject& object, const char* key)
{
    return QString::fromUtf8(
        QJsonDocument(object.value(QLatin1String(key)).toObject()).toJson(QJsonDocument::Compact));
}

void addRound(catalogue::Edit& edit, const QJsonObject& round)
{
    int position = 0;
    for (const QJsonValue& each : round.value(QLatin1String("delegations")).toArray()) {
        const QJsonObject object = each.toObject();
        catalogue::Delegation delegation;
        delegation.code = object.value(QLatin1String("key")).toString();
        delegation.name = nameOf(object);
        delegation.position = ++position;
        catalogue::addDelegation(edit, delegation);
    }
    QStringList minerals;
    for (const QJsonValue& mineral : round.value(QLatin1String("minerals_of_interest")).toArray())
        minerals << mineral.toString();
    catalogue::writeMineralsOfInterest(edit, minerals);

    for (const QJsonValue& each : round.value(QLatin1String("gates")).toArray()) {
        const QJsonObject object = each.toObject();
        Gate gate;
        gate.id = sampleId("gates", object.value(QLatin1String("key")).toString());
        gate.name = nameOf(object);
        gate.measure = measureOf(object);
        gate.condition = conditionFromJson(jsonOf(object, "condition"));
        gate.enabled = object.value(QLatin1String("enabled")).toBool(true);
        addGate(edit, gate);
    }
    for (const QJsonValue& each : round.value(QLatin1String("criteria")).toArray()) {
        const QJsonObject object = each.toObject();
        Criterion criterion;
        criterion.id = sampleId("criteria", object.value(QLatin1String("key")).toString());
        criterion.name = nameOf(object);
        criterion.measure = measureOf(object);
        criterion.unit = object.value(QLatin1String("unit")).toString();
        criterion.direction =
            object.value(QLatin1String("direction")).toString() == QLatin1String("minimise")
                ? Direction::Minimise
                : Direction::Maximise;
        criterion.valueFunction = valueFunctionFromJson(jsonOf(object, "value_function"));
        addCriterion(edit, criterion);
    }
    const QJsonObject weights = round.value(QLatin1String("weights")).toObject();
    for (auto party = weights.begin(); party != weights.end(); ++party) {
        const JudgementStore store(catalogue::delegationId(party.key()));
        const QJsonObject given = party->toObject();
        for (auto weight = given.begin(); weight != given.end(); ++weight)
            store.writeWeight(edit, sampleId("criteria", weight.key()), weight->toDouble());
    }
    for (const QJsonValue& each : round.value(QLatin1String("decisions")).toArray()) {
        const QJsonObject object = each.toObject();
        Decision decision;
        decision.kind = object.value(QLatin1String("decision")).toString();
        decision.reason = {object.value(QLatin1String("reason_en")).toString(),
                           object.value(QLatin1String("reason_es")).toString()};
        decision.decidedOn = object.value(QLatin1String("decided_on")).toString();
        writeDecision(edit, sampleId("projects", object.value(QLatin1String("project")).toString()),
                      decision);
    }
}

} // namespace

void createSample(const QString& path, const catalogue::Author& author, base::Progress& progress)
{
    auto file = catalogue::ProjectFile::create(
        path, Text::tr("Critical minerals across the border (example)"), author);
    try {
        catalogue::putSampleBlobs(*file);
        const QJsonObject round =
            QJsonDocument::fromJson(catalogue::sampleFile(QStringLiteral("round.json"))).object();
        file->edit(author, catalogue::EntryKind::Edit,
                   {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Built the sample project")), {}},
                   [&](catalogue::Edit& edit) {
                       catalogue::addSampleSites(edit, progress);
                       addRound(edit, round);
                   });
    } catch (...) {
        file.reset();
        QFile::remove(path);
        throw;
    }
}

} // namespace shortlist
