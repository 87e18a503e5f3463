// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/measure.h"

#include "base/error.h"
#include "catalogue/vocabulary.h"
#include "geo/feature_layer.h"
#include "geo/identify.h"
#include "geo/measure.h"
#include "shortlist/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <set>

namespace shortlist {

namespace {

struct KindName
{
    MeasureKind kind;
    const char* key;
    const char* name;
};

constexpr std::array<KindName, 12> KindNames{{
    {MeasureKind::CommoditiesOnList, "commodities_on_list",
     QT_TRANSLATE_NOOP("Shortlist", "Commodities on a list")},
    {MeasureKind::AgreedMinerals, "agreed_minerals",
     QT_TRANSLATE_NOOP("Shortlist", "Agreed minerals of interest")},
    {MeasureKind::Estimates, "estimates", QT_TRANSLATE_NOOP("Shortlist", "Number of estimates")},
    {MeasureKind::Tonnes, "tonnes", QT_TRANSLATE_NOOP("Shortlist", "Largest tonnage of ore")},
    {MeasureKind::Grade, "grade", QT_TRANSLATE_NOOP("Shortlist", "Grade of the largest estimate")},
    {MeasureKind::Stage, "stage", QT_TRANSLATE_NOOP("Shortlist", "Most advanced stage")},
    {MeasureKind::Countries, "countries",
     QT_TRANSLATE_NOOP("Shortlist", "Countries that take part")},
    {MeasureKind::Members, "members", QT_TRANSLATE_NOOP("Shortlist", "Number of sites")},
    {MeasureKind::DistanceKm, "distance_km",
     QT_TRANSLATE_NOOP("Shortlist", "Distance to the nearest feature of a layer")},
    {MeasureKind::Inside, "inside", QT_TRANSLATE_NOOP("Shortlist", "Inside a polygon of a layer")},
    {MeasureKind::UnitAttribute, "unit_attribute",
     QT_TRANSLATE_NOOP("Shortlist", "Attribute of the map unit at the site")},
    {MeasureKind::Mark, "mark", QT_TRANSLATE_NOOP("Shortlist", "The delegation’s own mark")},
}};

QJsonArray toArray(const QStringList& list)
{
    return QJsonArray::fromStringList(list);
}

QStringList fromArray(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& item : value.toArray())
        list << item.toString();
    return list;
}

// What a unit of grade is of the whole, by mass; nullopt for one of another kind (mg/L).
std::optional<double> fractionOf(const QString& unit)
{
    static const std::map<QString, double> parts{{QStringLiteral("percent"), 1e-2},
                                                 {QStringLiteral("kg/t"), 1e-3},
                                                 {QStringLiteral("g/t"), 1e-6},
                                                 {QStringLiteral("ppm"), 1e-6}};
    const auto found = parts.find(unit);
    return found == parts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> gradeIn(double grade, const QString& unit, const QString& wanted)
{
    if (unit == wanted)
        return grade;
    const auto from = fractionOf(unit);
    const auto to = fractionOf(wanted);
    return from && to ? std::optional(grade * (*from / *to)) : std::nullopt;
}

Measured number(double value)
{
    Measured result;
    result.number = value;
    return result;
}

class Measuring
{
public:
    Measuring(const Measure& what, const std::vector<CandidateSite>& members,
              const MeasureContext& context)
        : m_what(what)
        , m_context(context)
    {
        for (const CandidateSite& member : members)
            if (what.roles.isEmpty() || what.roles.contains(member.role))
                m_members.push_back(&member);
    }

    Measured result() const
    {
        switch (m_what.kind) {
        case MeasureKind::Members:
            return members();
        case MeasureKind::Countries:
            return countries();
        default:
            break;
        }
        if (m_members.empty())
            return nothing(QT_TRANSLATE_NOOP("Shortlist", "No member has this role."));
        switch (m_what.kind) {
        case MeasureKind::CommoditiesOnList:
        case MeasureKind::AgreedMinerals:
            return commodities();
        case MeasureKind::Estimates:
            return estimates();
        case MeasureKind::Tonnes:
            return tonnes();
        case MeasureKind::Grade:
            return grade();
        case MeasureKind::Stage:
            return stage();
        case MeasureKind::DistanceKm:
            return distance();
        case MeasureKind::Inside:
        case MeasureKind::UnitAttribute:
            return unit();
        default:
            return nothing(QT_TRANSLATE_NOOP("Shortlist", "No delegation’s mark is looked at."));
        }
    }

private:
    Measured nothing(const char* reason) const
    {
        Measured result;
        result.missing = m_context.words.text("Shortlist", reason);
        return result;
    }

    Measured members() const
    {
        return number(double(
            std::count_if(m_members.begin(), m_members.end(), [&](const CandidateSite* member) {
                return m_what.country.isEmpty() || member->country == m_what.country;
            })));
    }

    Measured countries() const
    {
        std::set<QString> found;
        for (const CandidateSite* member : m_members)
            if (m_what.among.isEmpty() ? !member->country.isEmpty()
                                       : m_what.among.contains(member->country))
                found.insert(member->country);
        return number(double(found.size()));
    }

    Measured commodities() const
    {
        std::set<QString> found;
        bool any = false;
        for (const CandidateSite* member : m_members)
            for (const QString& key : member->commodities) {
                any = true;
                const catalogue::Term* term = catalogue::commodities().find(key);
                const bool counts =
                    m_what.kind == MeasureKind::AgreedMinerals
                        ? m_context.agreedMinerals.contains(key)
                        : term != nullptr && std::any_of(m_what.lists.begin(), m_what.lists.end(),
                                                         [&](const QString& list) {
                                                             return term->lists.contains(list);
                                                         });
                if (counts)
                    found.insert(key);
            }
        if (!any)
            return nothing(QT_TRANSLATE_NOOP("Shortlist", "No commodity of its sites is known."));
        Measured result = number(double(found.size()));
        QStringList names;
        for (const QString& key : found)
            names << catalogue::commodities().label(key, m_context.words.language());
        result.from = names.join(QStringLiteral(", "));
        return result;
    }

    Measured estimates() const
    {
        size_t count = 0;
        for (const CandidateSite* member : m_members)
            count += member->estimates.size();
        return number(double(count));
    }

    QString describe(const CandidateSite& member, const catalogue::Estimate& estimate) const
    {
        const base::Language language = m_context.words.language();
        QStringList parts{member.name};
        if (!estimate.commodity.isEmpty())
            parts << catalogue::commodities().label(estimate.commodity, language);
        if (!estimate.category.isEmpty())
            parts << catalogue::estimateCategories().label(estimate.category, language);
        if (!estimate.effectiveDate.isEmpty())
            parts << estimate.effectiveDate;
        return parts.join(QStringLiteral(", "));
    }

    Measured tonnes() const
    {
        Measured best;
        for (const CandidateSite* member : m_members)
            for (const catalogue::Estimate& estimate : member->estimates)
                if (estimate.tonnes && (!best.number || *estimate.tonnes > *best.number)) {
                    best.number = estimate.tonnes;
                    best.site = member->id;
                    best.cite = estimate.cite;
                    best.from = describe(*member, estimate);
                }
        return best.number ? best : nothing(QT_TRANSLATE_NOOP("Shortlist", "No tonnage is known."));
    }

    Measured grade() const
    {
        Measured best;
        double most = -1;
        for (const CandidateSite* member : m_members)
            for (const catalogue::Estimate& estimate : member->estimates) {
                const auto grade = estimate.grade
                                       ? gradeIn(*estimate.grade, estimate.gradeUnit, m_what.unit)
                                       : std::nullopt;
                if (grade &&
                    (m_what.commodity.isEmpty() || estimate.commodity == m_what.commodity) &&
                    estimate.tonnes.value_or(0) > most) {
                    most = estimate.tonnes.value_or(0);
                    best.number = grade;
                    best.site = member->id;
                    best.cite = estimate.cite;
                    best.from = describe(*member, estimate);
                }
            }
        return best.number ? best
                           : nothing(QT_TRANSLATE_NOOP("Shortlist", "No such grade is known."));
    }

    Measured stage() const
    {
        Measured best;
        qsizetype place = -1;
        for (const CandidateSite* member : m_members) {
            const qsizetype at = stageOrder().indexOf(member->stage);
            if (at > place) {
                place = at;
                best.word = member->stage;
                best.site = member->id;
                best.from = member->name;
            }
        }
        return best.known() ? best : nothing(QT_TRANSLATE_NOOP("Shortlist", "No stage is known."));
    }

    const geo::FeatureLayer* layer() const
    {
        const auto found = m_context.layers.find(m_what.layer);
        return found == m_context.layers.end() ? nullptr : found->second.get();
    }

    Measured noLayer() const
    {
        return nothing(QT_TRANSLATE_NOOP("Shortlist", "The layer is missing or cannot be read."));
    }

    Measured noPosition() const
    {
        return nothing(QT_TRANSLATE_NOOP("Shortlist", "No position of its sites is known."));
    }

    QString nameOf(const geo::FeatureLayer& features, std::uint32_t feature) const
    {
        const char* const own =
            m_context.words.language() == base::Language::Spanish ? "name_es" : "name_en";
        for (const char* field : {own, "name", "name_en"})
            if (const geo::Column* column = features.column(QString::fromLatin1(field)))
                if (!column->isMissing(feature))
                    return column->text(feature);
        return {};
    }

    Measured distance() const
    {
        const geo::FeatureLayer* features = layer();
        if (features == nullptr)
            return noLayer();
        Measured best;
        bool placed = false;
        double least = std::numeric_limits<double>::infinity();
        for (const CandidateSite* member : m_members) {
            if (!member->lonLat)
                continue;
            placed = true;
            const auto nearest = geo::nearestFeature(*features, *member->lonLat, least);
            if (!nearest || nearest->metres >= least)
                continue;
            least = nearest->metres;
            best.number = nearest->metres / 1000;
            best.site = member->id;
            best.from =
                QStringLiteral("%1 – %2").arg(member->name, nameOf(*features, nearest->feature));
            best.accuracyMetres = features->operation().info().accuracyMetres;
        }
        if (!placed)
            return noPosition();
        return best.number ? best
                           : nothing(QT_TRANSLATE_NOOP("Shortlist", "The layer holds nothing."));
    }

    Measured unit() const
    {
        const geo::FeatureLayer* features = layer();
        if (features == nullptr)
            return noLayer();
        bool placed = false;
        for (const CandidateSite* member : m_members) {
            if (!member->lonLat)
                continue;
            placed = true;
            const auto polygon = geo::polygonAt(*features, *member->lonLat);
            if (!polygon)
                continue;
            Measured found;
            found.site = member->id;
            found.from = QStringLiteral("%1 – %2").arg(member->name, nameOf(*features, *polygon));
            found.accuracyMetres = features->operation().info().accuracyMetres;
            if (m_what.kind == MeasureKind::Inside) {
                found.number = 1;
                return found;
            }
            const geo::Column* column = features->column(m_what.field);
            if (column == nullptr)
                return nothing(QT_TRANSLATE_NOOP("Shortlist", "The layer has no such field."));
            if (column->isMissing(*polygon))
                continue;
            found.word = column->text(*polygon);
            return found;
        }
        if (!placed)
            return noPosition();
        if (m_what.kind == MeasureKind::Inside)
            return number(0);
        return nothing(QT_TRANSLATE_NOOP("Shortlist", "No map unit is drawn at its sites."));
    }

    const Measure& m_what;
    const MeasureContext& m_context;
    std::vector<const CandidateSite*> m_members;
};

} // namespace

QString measureKindKey(MeasureKind kind)
{
    for (const KindName& each : KindNames)
        if (each.kind == kind)
            return QString::fromLatin1(each.key);
    return {};
}

std::optional<MeasureKind> measureKindFromKey(const QString& key)
{
    for (const KindName& each : KindNames)
        if (key == QLatin1String(each.key))
            return each.kind;
    return {};
}

QString measureKindName(MeasureKind kind, const base::Translation& words)
{
    for (const KindName& each : KindNames)
        if (each.kind == kind)
            return words.text("Shortlist", each.name);
    return {};
}

std::vector<MeasureKind> allMeasureKinds()
{
    std::vector<MeasureKind> kinds;
    kinds.reserve(KindNames.size());
    for (const KindName& each : KindNames)
        kinds.push_back(each.kind);
    return kinds;
}

QString measureToJson(const Measure& measure)
{
    QJsonObject object;
    object.insert(QLatin1String("kind"), measureKindKey(measure.kind));
    const auto list = [&](const char* key, const QStringList& values) {
        if (!values.isEmpty())
            object.insert(QLatin1String(key), toArray(values));
    };
    const auto text = [&](const char* key, const QString& value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(key), value);
    };
    list("roles", measure.roles);
    list("lists", measure.lists);
    list("among", measure.among);
    text("country", measure.country);
    text("commodity", measure.commodity);
    text("unit", measure.unit);
    text("field", measure.field);
    if (measure.layer != 0)
        object.insert(QLatin1String("layer"), measure.layer);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Measure measureFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const QString key = object.value(QLatin1String("kind")).toString();
    const std::optional<MeasureKind> kind = measureKindFromKey(key);
    if (!kind)
        throw base::Error(Text::tr("“%1” is nothing that this version can measure.").arg(key));
    Measure measure;
    measure.kind = *kind;
    measure.roles = fromArray(object.value(QLatin1String("roles")));
    measure.lists = fromArray(object.value(QLatin1String("lists")));
    measure.among = fromArray(object.value(QLatin1String("among")));
    measure.country = object.value(QLatin1String("country")).toString();
    measure.commodity = object.value(QLatin1String("commodity")).toString();
    measure.unit = object.value(QLatin1String("unit")).toString();
    measure.field = object.value(QLatin1String("field")).toString();
    measure.layer = object.value(QLatin1String("layer")).toInteger();
    return measure;
}

const QStringList& stageOrder()
{
    static const QStringList order{
        QStringLiteral("closed"),          QStringLiteral("care_and_maintenance"),
        QStringLiteral("exploration"),     QStringLiteral("advanced_exploration"),
        QStringLiteral("pre_feasibility"), QStringLiteral("feasibility"),
        QStringLiteral("permitting"),      QStringLiteral("construction"),
        QStringLiteral("production")};
    return order;
}

Measured measure(const Measure& what, const std::vector<CandidateSite>& members,
                 const MeasureContext& context)
{
    return Measuring(what, members, context).result();
}

} // namespace shortlist
