// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check_run.h"
#include "catalogue/state_areas.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace catalogue {

namespace {

constexpr double NearZero = 0.001;           // degrees: what is meant for "not known"
constexpr double FarthestMetres = 3'000'000; // that is told; beyond it is only "far"
constexpr double Whole = 1e-7;               // of a unit: what rounding to a double leaves
constexpr double WholeMinute = 5.1e-5;       // degrees: a minute written with four decimals

QString positionText(const QPointF& lonLat)
{
    return QStringLiteral("%1 %2").arg(QString::number(lonLat.x(), 'g', 12),
                                       QString::number(lonLat.y(), 'g', 12));
}

QString country(const QString& key)
{
    return QStringLiteral("@countries/") + key;
}

// "3 km", "120 km": about.
QString kilometres(double metres)
{
    return checkNumber(std::max(1.0, metres < 100'000 ? std::round(metres / 1000)
                                                      : std::round(metres / 10'000) * 10));
}

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < Whole * std::max(1.0, std::abs(value));
}

// How coarsely two coordinates are written, as the accuracy that this makes the best possible, in
// metres: half a unit of the last place in both directions.
struct Coarse
{
    int decimals = 0; // -1: whole minutes
    double metres = 0;
};
std::optional<Coarse> coarseness(const QPointF& lonLat)
{
    constexpr std::array<Coarse, 3> ByDecimals{{{0, 80'000}, {1, 8000}, {2, 800}}};
    for (const Coarse& each : ByDecimals) {
        const double scale = std::pow(10.0, each.decimals);
        if (isWhole(lonLat.x() * scale) && isWhole(lonLat.y() * scale))
            return each;
    }
    const auto wholeMinutes = [](double degrees) {
        return std::abs(degrees * 60 - std::round(degrees * 60)) / 60 < WholeMinute;
    };
    if (wholeMinutes(lonLat.x()) && wholeMinutes(lonLat.y()))
        return Coarse{-1, 1300};
    return {};
}

// The ways a position is commonly written wrongly.
struct Mirrored
{
    Rule rule;
    const char* fixText;
    QPointF lonLat;
};
std::array<Mirrored, 6> mirrored(const QPointF& at)
{
    const char* const swap = QT_TRANSLATE_NOOP("Text", "Swap longitude and latitude: %1");
    const char* const swapAndSign =
        QT_TRANSLATE_NOOP("Text", "Swap longitude and latitude, and change the sign: %1");
    const char* const lon = QT_TRANSLATE_NOOP("Text", "Change the sign of the longitude: %1");
    const char* const lat = QT_TRANSLATE_NOOP("Text", "Change the sign of the latitude: %1");
    return {{{Rule::PositionSwapped, swap, {at.y(), at.x()}},
             {Rule::PositionSwapped, swapAndSign, {-at.y(), at.x()}},
             {Rule::PositionSwapped, swapAndSign, {at.y(), -at.x()}},
             {Rule::PositionSign, lon, {-at.x(), at.y()}},
             {Rule::PositionSign, lat, {at.x(), -at.y()}},
             {Rule::PositionSign,
              QT_TRANSLATE_NOOP("Text", "Change the sign of both coordinates: %1"),
              {-at.x(), -at.y()}}}};
}

bool isOnEarth(const QPointF& lonLat)
{
    return std::abs(lonLat.x()) <= 180 && std::abs(lonLat.y()) <= 90;
}

class Places
{
public:
    Places(CheckRun& run, const StateAreas& areas)
        : m_run(run)
        , m_areas(areas)
    {
    }

    void check(const CheckedSite& site)
    {
        const QPointF& at = *site.lonLat;
        if (!std::isfinite(at.x()) || !std::isfinite(at.y()) || !isOnEarth(at)) {
            if (const auto meant = onlyOneInPlace(site))
                misplaced(site, *meant);
            else
                m_run.add(Rule::PositionOutOfRange, site,
                          QT_TRANSLATE_NOOP("Text", "The position %1 is no place on Earth: "
                                                    "longitudes run from -180 to 180, latitudes "
                                                    "from -90 to 90."),
                          {positionText(at)});
            return;
        }
        if (std::abs(at.x()) < NearZero && std::abs(at.y()) < NearZero) {
            Finding& finding =
                m_run.add(Rule::PositionZero, site,
                          QT_TRANSLATE_NOOP("Text", "The position is 0, 0, in the Gulf of Guinea: "
                                                    "most likely it is not known."));
            finding.fix = {{QStringLiteral("position"), positionText(at), {}}};
            finding.fixText = QT_TRANSLATE_NOOP("Text", "Take the position away");
            return;
        }
        const std::optional<Coarse> coarse = coarseness(at);
        if (coarse)
            coarsely(site, *coarse);
        lies(site, StateAreas::BoundaryMetres +
                       std::max(site.accuracyMetres.value_or(0), coarse ? coarse->metres : 0));
    }

private:
    void coarsely(const CheckedSite& site, const Coarse& coarse)
    {
        if (site.accuracyMetres && *site.accuracyMetres >= coarse.metres / 2)
            return;
        Finding& finding =
            coarse.decimals < 0
                ? m_run.add(Rule::PositionFewDecimals, site,
                            QT_TRANSLATE_NOOP("Text",
                                              "Both coordinates are whole minutes, so the place is "
                                              "known to %1 m at best, and no accuracy says so."),
                            {checkNumber(coarse.metres)})
                : m_run.add(Rule::PositionFewDecimals, site,
                            QT_TRANSLATE_NOOP(
                                "Text",
                                "The coordinates are given to %1 degrees, so the place is known to "
                                "%2 m at best, and no accuracy says so."),
                            {coarse.decimals == 0
                                 ? QStringLiteral("1")
                                 : QStringLiteral("0.") + QString(coarse.decimals - 1, u'0') + u'1',
                             checkNumber(coarse.metres)});
        finding.fix = {
            {QStringLiteral("position_accuracy_m"),
             site.accuracyMetres ? QString::number(*site.accuracyMetres, 'g', 17) : QString(),
             QString::number(coarse.metres, 'f', 0)}};
        finding.fixText = QT_TRANSLATE_NOOP("Text", "Write an accuracy of %1 m to the position");
    }

    void lies(const CheckedSite& site, double tolerance)
    {
        const QPointF& at = *site.lonLat;
        const auto states = m_areas.states(site.country, site.admin1);
        for (const StateAreas::Area& state : states)
            if (m_areas.contains(state, at))
                return;
        if (site.country.isEmpty() || !m_areas.knows(site.country)) {
            inNoKnownCountry(site, tolerance);
            return;
        }
        if (m_areas.metresToCountry(site.country, at, tolerance) <= tolerance) {
            if (site.admin1.isEmpty())
                withoutState(site, tolerance);
            else if (states.empty())
                inUnknownState(site);
            else if (m_areas.metresTo(states, at, tolerance) > tolerance)
                inOtherState(site, states);
            return;
        }
        if (const auto meant = onlyOneInPlace(site)) {
            misplaced(site, *meant);
            return;
        }
        inOtherCountry(site);
    }

    void misplaced(const CheckedSite& site, const Mirrored& meant)
    {
        const QStringList args{positionText(*site.lonLat), country(site.country),
                               positionText(meant.lonLat)};
        Finding& finding =
            meant.rule == Rule::PositionSwapped
                ? m_run.add(Rule::PositionSwapped, site,
                            QT_TRANSLATE_NOOP("Text", "The position %1 lies outside %2; with "
                                                      "longitude and latitude swapped it lies "
                                                      "within: %3"),
                            args)
                : m_run.add(Rule::PositionSign, site,
                            QT_TRANSLATE_NOOP("Text", "The position %1 lies outside %2; with the "
                                                      "other sign it lies within: %3"),
                            args);
        offer(finding, site, meant.lonLat, meant.fixText);
    }

    // The country is not said, or one that the program does not know the place of.
    void inNoKnownCountry(const CheckedSite& site, double tolerance)
    {
        const QString there = m_areas.countryAt(*site.lonLat);
        if (site.country.isEmpty()) {
            Finding& finding =
                there.isEmpty()
                    ? m_run.add(Rule::CountryMissing, site,
                                QT_TRANSLATE_NOOP("Text", "No country is given."))
                    : m_run.add(Rule::CountryMissing, site,
                                QT_TRANSLATE_NOOP("Text",
                                                  "No country is given; the position lies in %1."),
                                {country(there)});
            if (!there.isEmpty() && isDeepIn(there, *site.lonLat, tolerance))
                take(finding, there);
            return;
        }
        if (!there.isEmpty() && !StateAreas::belongTogether(site.country, there) &&
            isDeepIn(there, *site.lonLat, tolerance))
            elsewhere(site, there);
    }

    void inOtherCountry(const CheckedSite& site)
    {
        const QPointF& at = *site.lonLat;
        const QString there = m_areas.countryAt(at);
        if (!there.isEmpty()) {
            elsewhere(site, there);
            return;
        }
        const double metres = m_areas.metresToCountry(site.country, at, FarthestMetres);
        if (std::isfinite(metres))
            m_run.add(Rule::PositionInSea, site,
                      QT_TRANSLATE_NOOP("Text", "The position lies in no country that the program "
                                                "has a boundary of, %1 km from %2: in the sea, or "
                                                "far off."),
                      {kilometres(metres), country(site.country)});
        else
            m_run.add(Rule::PositionInSea, site,
                      QT_TRANSLATE_NOOP("Text", "The position lies more than %1 km from %2."),
                      {kilometres(FarthestMetres), country(site.country)});
    }

    void elsewhere(const CheckedSite& site, const QString& there)
    {
        Finding& finding =
            m_run.add(Rule::PositionOtherCountry, site,
                      QT_TRANSLATE_NOOP("Text", "The country is given as %1, but the position lies "
                                                "in %2."),
                      {country(site.country), country(there)});
        // Where the state names the other country too, two of three agree.
        if (!site.admin1.isEmpty() && !m_areas.states(there, site.admin1).empty() &&
            m_areas.states(site.country, site.admin1).empty())
            take(finding, there, site.country);
    }

    void withoutState(const CheckedSite& site, double tolerance)
    {
        if (!m_areas.knowsStates(site.country) || !m_run.wants(Rule::StateMissing))
            return;
        const QString there = m_areas.stateAt(site.country, *site.lonLat);
        if (there.isEmpty())
            return;
        Finding& finding = m_run.add(
            Rule::StateMissing, site,
            QT_TRANSLATE_NOOP("Text", "No state is given; the position lies in %1."), {there});
        if (isDeepInState(site.country, there, *site.lonLat, tolerance)) {
            finding.fix = {{QStringLiteral("admin1"), {}, there}};
            finding.fixText = QT_TRANSLATE_NOOP("Text", "Write the state that the position lies "
                                                        "in: %1");
        }
    }

    void inUnknownState(const CheckedSite& site)
    {
        if (!m_areas.knowsStates(site.country))
            return;
        const QString there = m_areas.stateAt(site.country, *site.lonLat);
        const QString other =
            site.admin1.size() > 3 ? m_areas.countryOfState(site.admin1) : QString();
        Finding& finding =
            other.isEmpty()
                ? m_run.add(Rule::StateUnknown, site,
                            QT_TRANSLATE_NOOP("Text", "“%1” is no state of %2 that the program "
                                                      "knows; the position lies in %3."),
                            {site.admin1, country(site.country),
                             there.isEmpty() ? QStringLiteral("–") : there})
                : m_run.add(Rule::StateUnknown, site,
                            QT_TRANSLATE_NOOP("Text", "“%1” is a state of %2, but the country is "
                                                      "given as %3; the position lies in %4."),
                            {site.admin1, country(other), country(site.country),
                             there.isEmpty() ? QStringLiteral("–") : there});
        if (!there.isEmpty() && isMisspelt(site.admin1, there)) {
            finding.fix = {{QStringLiteral("admin1"), site.admin1, there}};
            finding.fixText =
                QT_TRANSLATE_NOOP("Text", "Write the state as the program knows it: %1");
        }
    }

    void inOtherState(const CheckedSite& site, const std::vector<StateAreas::Area>& states)
    {
        const QPointF& at = *site.lonLat;
        const QString there = m_areas.stateAt(site.country, at);
        const double metres = m_areas.metresTo(states, at, FarthestMetres);
        const QString far = std::isfinite(metres) ? kilometres(metres) : kilometres(FarthestMetres);
        if (there.isEmpty())
            m_run.add(Rule::PositionOtherState, site,
                      QT_TRANSLATE_NOOP("Text", "The state is given as %1, but the position lies "
                                                "%2 km from it, in no other state."),
                      {site.admin1, far});
        else
            m_run.add(Rule::PositionOtherState, site,
                      QT_TRANSLATE_NOOP("Text", "The state is given as %1, but the position lies "
                                                "in %2, %3 km from it."),
                      {site.admin1, there, far});
    }

    // Of the ways to write it wrongly the one that puts the position into its state, or its country
    // where no state is known; none where several do.
    std::optional<Mirrored> onlyOneInPlace(const CheckedSite& site) const
    {
        const auto states = m_areas.states(site.country, site.admin1);
        std::optional<Mirrored> found;
        for (const Mirrored& each : mirrored(*site.lonLat)) {
            if (!isOnEarth(each.lonLat) || (found && each.lonLat == found->lonLat))
                continue;
            const bool isIn =
                states.empty()
                    ? m_areas.metresToCountry(site.country, each.lonLat, 1) == 0
                    : m_areas.metresTo(states, each.lonLat, StateAreas::BoundaryMetres) <=
                          StateAreas::BoundaryMetres;
            if (!isIn)
                continue;
            if (found)
                return {};
            found = each;
        }
        return found;
    }

    bool isDeepIn(const QString& key, const QPointF& at, double tolerance) const
    {
        // Where another country is near, the lines are not good enough to say which one it is.
        for (const Term& other : countries().terms())
            if (other.key != key && m_areas.knows(other.key) &&
                m_areas.metresToCountry(other.key, at, tolerance) <= tolerance)
                return false;
        return true;
    }

    bool isDeepInState(const QString& key, const QString& state, const QPointF& at,
                       double tolerance) const
    {
        constexpr double Sides = std::numbers::pi / 4;
        const double lat = tolerance / 111'195;
        const double lon = lat / std::max(0.01, std::cos(at.y() * std::numbers::pi / 180));
        for (int i = 0; i < 8; ++i) {
            const QString there = m_areas.stateAt(
                key, at + QPointF(lon * std::cos(i * Sides), lat * std::sin(i * Sides)));
            if (!there.isEmpty() && there != state)
                return false;
        }
        return isDeepIn(key, at, tolerance);
    }

    static bool isMisspelt(const QString& given, const QString& name)
    {
        const QString a = folded(given);
        const QString b = folded(name);
        if (b.startsWith(a + u' ') || a.startsWith(b + u' '))
            return true;
        std::vector<int> row(size_t(b.size()) + 1);
        for (size_t i = 0; i < row.size(); ++i)
            row[i] = int(i);
        for (qsizetype i = 0; i < a.size(); ++i) {
            int corner = row[0];
            row[0] = int(i) + 1;
            for (qsizetype k = 0; k < b.size(); ++k) {
                const int above = row[size_t(k) + 1];
                row[size_t(k) + 1] =
                    std::min({above + 1, row[size_t(k)] + 1, corner + (a[i] == b[k] ? 0 : 1)});
                corner = above;
            }
        }
        return b.size() >= 5 && row.back() <= 2;
    }

    static void take(Finding& finding, const QString& there, const QString& was = {})
    {
        finding.fix = {{QStringLiteral("country"), was, there}};
        finding.fixText =
            QT_TRANSLATE_NOOP("Text", "Write the country that the position lies in: %1");
    }

    static void offer(Finding& finding, const CheckedSite& site, const QPointF& lonLat,
                      const char* words)
    {
        finding.fix = {
            {QStringLiteral("position"), positionText(*site.lonLat), positionText(lonLat)}};
        finding.fixText = words;
    }

    CheckRun& m_run;
    const StateAreas& m_areas;
};

// Sites on exactly one spot: one finding a spot, on the first of them.
void checkShared(CheckRun& run)
{
    std::vector<const CheckedSite*> placed;
    for (const CheckedSite& site : run.sites)
        if (site.lonLat && std::abs(site.lonLat->x()) + std::abs(site.lonLat->y()) > NearZero)
            placed.push_back(&site);
    std::sort(placed.begin(), placed.end(), [](const CheckedSite* a, const CheckedSite* b) {
        return std::tuple(a->lonLat->x(), a->lonLat->y(), a->id) <
               std::tuple(b->lonLat->x(), b->lonLat->y(), b->id);
    });
    constexpr size_t MostNames = 3;
    for (size_t first = 0, last = 0; first < placed.size(); first = last) {
        if (first % 1024 == 0)
            run.progress.check();
        for (last = first + 1;
             last < placed.size() && *placed[last]->lonLat == *placed[first]->lonLat;)
            ++last;
        if (last - first < 2)
            continue;
        QStringList names;
        for (size_t i = first + 1; i < last && names.size() < qsizetype(MostNames); ++i)
            names << (placed[i]->name.isEmpty() ? QString::number(placed[i]->id) : placed[i]->name);
        const bool all = last - first - 1 <= MostNames;
        run.add(Rule::PositionShared, *placed[first],
                all ? QT_TRANSLATE_NOOP("Text", "%1 sites lie on exactly this spot; besides this "
                                                "one %2. The same site twice, or a position that "
                                                "stands for a whole district?")
                    : QT_TRANSLATE_NOOP("Text", "%1 sites lie on exactly this spot; besides this "
                                                "one %2 and others. The same site twice, or a "
                                                "position that stands for a whole district?"),
                {checkNumber(double(last - first)), names.join(QStringLiteral(", "))});
    }
}

} // namespace

void checkPositions(CheckRun& run)
{
    if (run.wantsAny(Rule::PositionZero, Rule::PositionOutOfRange, Rule::PositionSwapped,
                     Rule::PositionSign, Rule::PositionOtherCountry, Rule::PositionInSea,
                     Rule::PositionOtherState, Rule::PositionFewDecimals, Rule::StateUnknown,
                     Rule::CountryMissing, Rule::StateMissing)) {
        run.progress.begin(Text::tr("Reading the boundaries"));
        const StateAreas areas(run.file, run.access, run.progress);
        run.progress.begin(Text::tr("Checking the positions"), qint64(run.sites.size()));
        Places places(run, areas);
        for (size_t i = 0; i < run.sites.size(); ++i) {
            if (i % 1024 == 0) {
                run.progress.check();
                run.progress.advance(qint64(i));
            }
            const CheckedSite& site = run.sites[i];
            if (site.lonLat)
                places.check(site);
            else if (site.country.isEmpty())
                run.add(Rule::CountryMissing, site,
                        QT_TRANSLATE_NOOP("Text", "No country is given."));
        }
    }
    if (run.wants(Rule::PositionShared))
        checkShared(run);
}

} // namespace catalogue
