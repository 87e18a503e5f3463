// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/language.h"
#include "catalogue/project.h"
#include "catalogue/site.h"

#include <QJsonObject>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace geo {
class FeatureLayer;
}

namespace shortlist {

// What a gate or a criterion looks at. Which of the parameters count depends on the kind.
enum class MeasureKind {
    CommoditiesOnList, // how many different commodities of the members stand on one of `lists`
    AgreedMinerals,    // how many of them are on the agreed list of minerals of interest
    Estimates,         // how many estimates the members have
    Tonnes,            // the largest tonnage of ore among them
    Grade,             // the grade of the largest estimate of `commodity`, converted to `unit`
    Stage,             // the most advanced stage of the members, a key
    Countries,         // how many of `among` take part
    Members,           // how many members there are (in `country`)
    DistanceKm,        // geodesic, of the nearest member to the nearest feature of `layer`
    Inside,            // 1 if a member lies in a polygon of `layer`, else 0
    UnitAttribute,     // `field` of the polygon of `layer` that the first member lies in, a word
    Mark,              // the delegation's own judgement, 0 to 1
};

struct Measure
{
    MeasureKind kind = MeasureKind::Members;
    QStringList roles; // of the members that count; empty: all
    QStringList lists;
    QStringList among;
    QString country;
    QString commodity;
    QString unit;
    QString field;
    base::Id layer = 0;
    bool operator==(const Measure&) const = default;
};

// {"kind": "distance_km", "layer": 123, "roles": ["extraction"], …}
QString measureToJson(const Measure& measure);
// Throws base::Error for a kind that is not known.
Measure measureFromJson(const QString& json);
QString measureKindKey(MeasureKind kind);
std::optional<MeasureKind> measureKindFromKey(const QString& key);
// For choosing one, in words.
QString measureKindName(MeasureKind kind, const base::Translation& words);
std::vector<MeasureKind> allMeasureKinds();

// Stages from the least to the most advanced: closed and care and maintenance come before
// exploration, since such a mine has to begin again.
const QStringList& stageOrder();

// What a member site brings to the evaluation.
struct CandidateSite
{
    base::Id id = 0;
    QString name;
    QString kind;
    QString stage;
    QString country;
    std::optional<QPointF> lonLat;
    std::vector<QString> commodities;
    std::vector<catalogue::Estimate> estimates;
    QString role;
};

// What was found, or why nothing was.
struct Measured
{
    std::optional<double> number;
    QString word;      // Stage, UnitAttribute: the key or attribute; empty: none
    QString missing;   // why there is nothing, in the reader's words
    base::Id site = 0; // the member it was read from; 0: several or none
    QString from;      // in words: which estimate, which feature
    catalogue::Citation cite;
    std::optional<double> accuracyMetres; // of a place on the map
    bool known() const { return number.has_value() || !word.isEmpty(); }
};

using LayerFeatures = std::map<base::Id, std::shared_ptr<const geo::FeatureLayer>>;

struct MeasureContext
{
    const QStringList& agreedMinerals;
    const LayerFeatures& layers;
    const base::Translation& words;
};

// All kinds but Mark, which is a delegation's.
Measured measure(const Measure& what, const std::vector<CandidateSite>& members,
                 const MeasureContext& context);

} // namespace shortlist
