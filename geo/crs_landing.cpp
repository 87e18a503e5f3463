// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs_landing.h"

#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/identify.h"
#include "geo/operation.h"
#include "geo/text.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace geo {

namespace {

constexpr std::size_t MostNamed = 150; // points that are asked for their state
constexpr double NamedShare = 0.05;    // of the first state's points, for another to be named

// "mexico" is a country more often than the state.
bool isHinted(const QString& name, const CrsHints& hints)
{
    const QString plain = plainWords(name);
    return plain.size() > 5 && plain != QLatin1String(" mexico ") && hints.plain.contains(plain);
}

struct StateNames
{
    explicit StateNames(const FeatureLayer& states)
        : en(states.column(QStringLiteral("name")))
        , es(states.column(QStringLiteral("name_es")))
        , country(states.column(QStringLiteral("country")))
    {
    }
    QString text(std::size_t state, base::Language language) const
    {
        const Column* column = language == base::Language::Spanish && es ? es : en;
        return column ? column->text(state) : QString();
    }
    bool hinted(std::size_t state, const CrsHints& hints) const
    {
        return std::any_of(std::begin(both), std::end(both), [&](base::Language language) {
            return isHinted(text(state, language), hints);
        });
    }
    static constexpr base::Language both[] = {base::Language::English, base::Language::Spanish};
    const Column* en;
    const Column* es;
    const Column* country;
};

QString joined(const QStringList& names)
{
    if (names.size() < 2)
        return names.join(QString());
    if (names.size() == 2)
        return Text::tr("%1 and %2", "two places").arg(names[0], names[1]);
    if (names.size() == 3)
        return Text::tr("%1, %2 and %3", "three places").arg(names[0], names[1], names[2]);
    return Text::tr("%1, %2 and %3 more", "places").arg(names[0], names[1]).arg(names.size() - 2);
}

QString longitude(double degrees, const QLocale& locale)
{
    const QString number = locale.toString(std::abs(degrees), 'f', 1);
    return degrees < 0 ? Text::tr("%1° W").arg(number) : Text::tr("%1° E").arg(number);
}

QString latitude(double degrees, const QLocale& locale)
{
    const QString number = locale.toString(std::abs(degrees), 'f', 1);
    return degrees < 0 ? Text::tr("%1° S").arg(number) : Text::tr("%1° N").arg(number);
}

QString range(const QString& from, const QString& to)
{
    return from == to ? from : Text::tr("%1 to %2", "a range").arg(from, to);
}

double inTurn(double longitude)
{
    return longitude - 360 * std::floor((longitude + 180) / 360);
}

} // namespace

std::vector<QPointF> pointsOf(const CrsEvidence& evidence)
{
    constexpr int Steps = 6;
    std::vector<QPointF> points = evidence.points;
    if (!points.empty() || evidence.extent.isEmpty())
        return points;
    for (int i = 0; i <= Steps; ++i)
        for (int k = 0; k <= Steps; ++k)
            points.emplace_back(evidence.extent.west + evidence.extent.width() * i / Steps,
                                evidence.extent.south + evidence.extent.height() * k / Steps);
    return points;
}

Landing landingOf(const Crs& crs, const std::vector<QPointF>& points, const Extent& whole)
{
    Landing landing;
    std::vector<QPointF> moved = points;
    CrsEvidence around;
    around.extent = whole;
    const std::vector<QPointF> frame = pointsOf(around);
    moved.insert(moved.end(), frame.begin(), frame.end());
    if (crs.isGeographic()) {
        for (QPointF& point : moved)
            point *= 360 / crs.turn();
    } else {
        try {
            Operation::between(crs, Crs::wgs84()).forward(moved);
        } catch (const base::Error&) {
            moved.clear();
        }
    }
    Extent straight; // as they stand
    Extent turned;   // from 0 to 360
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const QPointF point = moved[i];
        const bool framing = i >= points.size();
        if (framing && landing.lonLats.size() < points.size())
            break;
        if (!(std::abs(point.y()) <= 90.001 && std::abs(point.x()) <= 360.001)) {
            if (framing)
                break;
            continue;
        }
        landing.turned = landing.turned || std::abs(point.x()) > 180.001;
        const QPointF place(std::abs(point.x()) <= 180 ? point.x() : inTurn(point.x()), point.y());
        straight.add(place);
        turned.add({place.x() < 0 ? place.x() + 360 : place.x(), place.y()});
        if (!framing)
            landing.lonLats.push_back(place);
    }
    landing.lost = points.size() - landing.lonLats.size();
    landing.degrees = straight;
    // Numbers from 170 to 190 lie together across 180 degrees.
    if (landing.turned && turned.width() < straight.width() && turned.east > 180) {
        landing.degrees.west = turned.west;
        landing.degrees.east = turned.east - 360;
    }
    return landing;
}

double shareIn(const Landing& landing, const Extent& degrees, double margin)
{
    if (landing.lonLats.empty())
        return 0;
    const bool across = degrees.west > degrees.east;
    const auto inside = [&](QPointF place) {
        const bool east = place.x() >= degrees.west - margin;
        const bool west = place.x() <= degrees.east + margin;
        return (across ? east || west : east && west) && place.y() >= degrees.south - margin &&
               place.y() <= degrees.north + margin;
    };
    return double(std::count_if(landing.lonLats.begin(), landing.lonLats.end(), inside)) /
           double(landing.lonLats.size() + landing.lost);
}

QString rangeText(const Extent& degrees, base::Language language)
{
    const QLocale locale = base::localeOf(language);
    return Text::tr("%1, %2", "longitudes, latitudes")
        .arg(range(longitude(degrees.west, locale), longitude(degrees.east, locale)),
             range(latitude(degrees.south, locale), latitude(degrees.north, locale)));
}

bool namesState(const CrsRegion& region, const CrsHints& hints)
{
    if (!region.states)
        return false;
    const StateNames names(*region.states);
    for (std::size_t i = 0; i < region.states->size(); ++i)
        if (names.hinted(i, hints))
            return true;
    return false;
}

Places placesOf(const Landing& landing, const CrsRegion& region, const CrsHints& hints,
                base::Language language)
{
    Places places;
    places.text = rangeText(landing.degrees, language);
    if (!region.states || landing.lonLats.empty())
        return places;
    const StateNames names(*region.states);
    const std::size_t step = std::max<std::size_t>(1, landing.lonLats.size() / MostNamed);
    std::map<std::uint32_t, std::size_t> found; // state, points
    std::size_t asked = 0;
    for (std::size_t i = 0; i < landing.lonLats.size(); i += step, ++asked)
        if (const auto state = polygonAt(*region.states, landing.lonLats[i]))
            ++found[*state];
    std::vector<std::pair<std::size_t, std::uint32_t>> most;
    std::map<QString, std::size_t> countries;
    std::size_t onLand = 0;
    for (const auto& [state, count] : found) {
        onLand += count;
        most.emplace_back(count, state);
        if (names.country)
            countries[names.country->text(state)] += count;
        if (names.hinted(state, hints)) {
            places.hinted += double(count) / double(asked);
            places.hint = names.text(state, language);
        }
    }
    for (const auto& [country, count] : countries)
        if (places.country.isEmpty() || count > countries[places.country])
            places.country = country;
    places.land = double(onLand) / double(asked);
    std::stable_sort(most.begin(), most.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList texts;
    for (const auto& [count, state] : most)
        if (double(count) >= NamedShare * double(most.front().first))
            texts << names.text(state, language);
    if (!texts.isEmpty())
        places.text = joined(texts);
    return places;
}

} // namespace geo
