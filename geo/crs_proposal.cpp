// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs_proposal.h"

#include "base/error.h"
#include "geo/crs_landing.h"
#include "geo/crs_list.h"
#include "geo/text.h"
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double MostlyShare = 0.5;
constexpr double LeastShare = 0.1; // of points in a CRS's own area, to be thought of
constexpr double FarDegrees = 20;  // beyond its area of use, a CRS is not meant
constexpr double UtmMargin = 1.5;  // degrees beside a zone that maps still use it for
constexpr double LeastRank = 0.1;  // of the best one's
constexpr std::size_t MostCandidates = 16;
constexpr double ClearRank = 0.3;    // of what lies where data is expected
constexpr double RivalShare = 0.5;   // of the best one's rank
constexpr double NearDegrees = 0.01; // more than datums differ by

bool isDegree(QPointF point)
{
    return std::abs(point.x()) <= 360.001 && std::abs(point.y()) <= 90.001;
}

// As degrees with latitude before longitude, and impossible the other way round.
bool isSwappedDegree(QPointF point)
{
    return std::abs(point.x()) <= 90.001 && std::abs(point.y()) > 90.001 &&
           std::abs(point.y()) <= 180.001;
}

// Points that could be either way round speak for neither.
bool areSwapped(const std::vector<QPointF>& points)
{
    const auto swapped = std::count_if(points.begin(), points.end(), isSwappedDegree);
    const bool within = std::all_of(points.begin(), points.end(), [](QPointF point) {
        return std::abs(point.x()) <= 90.001 && std::abs(point.y()) <= 180.001;
    });
    return swapped > 0 && (within || double(swapped) > (1 - LeastShare) * double(points.size()));
}

double degreeShare(const std::vector<QPointF>& points)
{
    return points.empty() ? 0
                          : double(std::count_if(points.begin(), points.end(), isDegree)) /
                                double(points.size());
}

// A CRS to look at, and how likely it is before anything is known of the data.
struct Trial
{
    QString code;
    double prior = 1;
    std::optional<Datum> datum;
    std::optional<Projection> projection;
    int zone = 0; // of UTM
    bool south = false;
};

struct Judged
{
    Trial trial;
    CrsCandidate candidate;
    Places places;
};

QString epsg(int number)
{
    return QStringLiteral("EPSG:%1").arg(number);
}

// Empty where the register has none.
QString utmCode(Datum datum, int zone)
{
    const bool mexican = zone >= 11 && zone <= 16;
    switch (datum) {
    case Datum::Wgs84:
        return epsg(32600 + zone);
    case Datum::Nad83:
        return zone <= 23 ? epsg(26900 + zone) : QString();
    case Datum::Nad27:
        return zone <= 22 ? epsg(26700 + zone) : QString();
    case Datum::Itrf2008:
        return mexican ? epsg(6366 + zone - 11) : QString();
    case Datum::Itrf92:
        return mexican ? epsg(4484 + zone - 11) : QString();
    }
    return {};
}

QString degreeCode(Datum datum)
{
    switch (datum) {
    case Datum::Wgs84:
        return epsg(4326);
    case Datum::Nad83:
        return epsg(4269);
    case Datum::Nad27:
        return epsg(4267);
    case Datum::Itrf2008:
        return epsg(6365);
    case Datum::Itrf92:
        return epsg(4483);
    }
    return {};
}

QString datumText(Datum datum)
{
    switch (datum) {
    case Datum::Wgs84:
        return {};
    case Datum::Nad83:
        return Text::tr("NAD83 is the datum of newer maps of the United States and Canada, within "
                        "2 metres of WGS 84.");
    case Datum::Nad27:
        return Text::tr("NAD27 is the datum of older maps; it lies up to 200 metres beside the "
                        "newer ones.");
    case Datum::Itrf2008:
        return Text::tr("ITRF2008 is the official datum of Mexico since 2010, within 2 metres of "
                        "WGS 84.");
    case Datum::Itrf92:
        return Text::tr("ITRF92 was the official datum of Mexico until 2010, within 2 metres of "
                        "WGS 84.");
    }
    return {};
}

// Datums of maps of a country, the likeliest first.
std::vector<Datum> datumsOf(const QString& country, const CrsHints& hints)
{
    std::vector<Datum> datums{Datum::Wgs84, Datum::Itrf2008, Datum::Nad27};
    if (country == QLatin1String("US") || country == QLatin1String("CA"))
        datums = {Datum::Nad83, Datum::Wgs84, Datum::Nad27};
    else if (country != QLatin1String("MX"))
        datums = {Datum::Wgs84, Datum::Nad83, Datum::Nad27};
    if (hints.datum) {
        std::erase(datums, *hints.datum);
        datums.insert(datums.begin(), *hints.datum);
    }
    return datums;
}

class Proposer
{
public:
    Proposer(const CrsEvidence& evidence, const CrsRegion& region, base::Language language)
        : m_evidence(evidence)
        , m_region(region)
        , m_language(language)
        , m_hints(hintsIn(evidence.words))
        , m_points(pointsOf(evidence))
        , m_degreeShare(degreeShare(m_points))
    {
        m_words = m_hints.plain;
        m_hints.plain += plainWords(evidence.places.join(u' '));
        m_stateNamed = namesState(region, m_hints);
    }

    CrsProposal propose();
    // Without regard to how well it fits.
    Judged judge(const Crs& crs, const Trial& trial) const;

private:
    void tryCode(const Trial& trial);
    void tryDegrees();
    void tryUtm();
    void tryUtmZone(int zone, bool south, double prior);
    void tryOthers();
    void tryFeet();
    void addDatums();
    void addStated();
    bool inRegion() const;
    double regionShare(const Landing& landing) const;
    double rankOf(const Crs& crs, const Trial& trial, const Landing& landing,
                  const Places& places) const;
    QString reasonOf(const Crs& crs, const Trial& trial, const Landing& landing,
                     const Places& places) const;
    QString named(const QString& word) const;
    QString finding() const;

    const CrsEvidence& m_evidence;
    const CrsRegion& m_region;
    base::Language m_language;
    CrsHints m_hints;
    std::vector<QPointF> m_points;
    double m_degreeShare;
    QString m_words; // plain, without what the data itself names
    bool m_stateNamed = false;
    std::vector<Judged> m_judged;
};

double Proposer::regionShare(const Landing& landing) const
{
    double share = 0;
    for (const Extent& box : m_region.boxes)
        share += shareIn(landing, box);
    return std::min(1.0, share);
}

double Proposer::rankOf(const Crs& crs, const Trial& trial, const Landing& landing,
                        const Places& places) const
{
    const std::optional<Extent> area = crs.areaOfUse();
    const double margin = trial.zone > 0 ? UtmMargin : 0.2;
    const double fit = area ? shareIn(landing, *area, margin) : 1;
    double rank = trial.prior * fit * (0.15 + 0.85 * regionShare(landing)) *
                  (0.05 + 0.95 * places.land.value_or(1));
    if (!crs.isGeographic() && m_degreeShare >= MostlyShare)
        rank *= 0.001; // whatever else speaks for it: a few hundred metres around its origin
    if (m_stateNamed)
        rank *= places.hinted > 0.3 ? 2 : 0.6;
    if (!m_evidence.countries.isEmpty() && places.land)
        rank *= m_evidence.countries.contains(places.country) ? 1 : 0.2;
    if (!m_hints.code.isEmpty() && trial.code == m_hints.code)
        rank *= 8;
    if (m_hints.zone && trial.zone > 0)
        rank *= *m_hints.zone == trial.zone && m_hints.south == trial.south ? 4 : 0.5;
    if (m_hints.sheet && trial.zone > 0)
        rank *= shareIn(landing, *m_hints.sheet, 1) > MostlyShare ? 2 : 0.5;
    if (m_hints.datum && trial.datum)
        rank *= *m_hints.datum == *trial.datum ? 2 : 0.7;
    if (m_hints.projection && trial.projection)
        rank *= *m_hints.projection == *trial.projection ? 2 : 0.7;
    if (m_hints.feet && trial.projection)
        rank *= *trial.projection == Projection::StatePlane ? 3 : 0.7;
    return rank;
}

QString Proposer::named(const QString& word) const
{
    return Text::tr("“%1” in the name of the file, its folder or its fields says so.").arg(word);
}

QString Proposer::reasonOf(const Crs& crs, const Trial& trial, const Landing& landing,
                           const Places& places) const
{
    QStringList sentences;
    if (crs.isGeographic() && m_degreeShare < MostlyShare) {
        sentences << Text::tr("As degrees the points would lie outside the globe.");
    } else if (landing.lonLats.empty()) {
        sentences << Text::tr("In it the points would lie nowhere on Earth.");
    } else if (crs.isGeographic()) {
        sentences
            << Text::tr("The numbers are degrees: %1.").arg(rangeText(landing.degrees, m_language));
        if (landing.turned)
            sentences << Text::tr("Longitudes that run from 0 to 360 are read as degrees west.");
        if (places.land.value_or(0) > 0)
            sentences << Text::tr("This lies in %1.").arg(places.text);
    } else if (trial.zone > 0) {
        sentences << (trial.south ? Text::tr("As UTM zone %1 south this lies in %2.")
                                  : Text::tr("As UTM zone %1 north this lies in %2."))
                         .arg(trial.zone)
                         .arg(places.text);
    } else {
        sentences << Text::tr("As %1 this lies in %2.").arg(crs.name(), places.text);
    }
    if (!landing.lonLats.empty() && places.land && *places.land < LeastShare)
        sentences << Text::tr("That is at sea, or in another country.");
    if (landing.lost > 0 && !landing.lonLats.empty())
        sentences << Text::tr("%1 of %2 points looked at have no place in it.")
                         .arg(landing.lost)
                         .arg(m_points.size());
    QStringList words;
    const auto hear = [&words](bool speaks, const QString& word) {
        if (speaks && !words.contains(word))
            words << word;
    };
    hear(!m_hints.code.isEmpty() && trial.code == m_hints.code, m_hints.codeWord);
    hear(m_hints.zone && trial.zone == *m_hints.zone && trial.south == m_hints.south &&
             m_hints.zoneWord != m_hints.sheetWord,
         m_hints.zoneWord);
    hear(m_hints.datum && trial.datum == m_hints.datum, m_hints.datumWord);
    hear(m_hints.projection && trial.projection == m_hints.projection &&
             !m_hints.zoneWord.contains(m_hints.projectionWord, Qt::CaseInsensitive),
         m_hints.projectionWord);
    hear(m_hints.feet && trial.projection == Projection::StatePlane, m_hints.feetWord);
    const bool isWord = m_words.contains(plainWords(places.hint));
    hear(places.hinted > 0.3 && isWord, places.hint);
    for (const QString& word : words)
        sentences << named(word);
    if (places.hinted > 0.3 && !isWord)
        sentences << Text::tr("The rows name “%1”, too.").arg(places.hint);
    else if (!places.country.isEmpty() && m_evidence.countries.contains(places.country))
        sentences << Text::tr("That is the country of its rows, too.");
    if (m_hints.sheet && trial.zone > 0 && shareIn(landing, *m_hints.sheet, 1) > MostlyShare &&
        *m_hints.zone == trial.zone)
        sentences << Text::tr("The map sheet “%1” lies there too.").arg(m_hints.sheetWord);
    if (trial.datum)
        sentences << datumText(*trial.datum);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

Judged Proposer::judge(const Crs& crs, const Trial& trial) const
{
    Landing landing = landingOf(crs, m_points, m_evidence.extent);
    Places places = placesOf(landing, m_region, m_hints, m_language);
    CrsCandidate candidate{crs,
                           reasonOf(crs, trial, landing, places),
                           rankOf(crs, trial, landing, places),
                           std::nullopt,
                           {}};
    if (!landing.lonLats.empty())
        candidate.degrees = landing.degrees;
    candidate.lonLats = std::move(landing.lonLats);
    return {trial, std::move(candidate), std::move(places)};
}

void Proposer::tryCode(const Trial& trial)
{
    if (trial.code.isEmpty() ||
        std::any_of(m_judged.begin(), m_judged.end(),
                    [&](const Judged& other) { return other.trial.code == trial.code; }))
        return;
    const Crs crs = Crs::fromText(trial.code);
    Judged judged = judge(crs, trial);
    const std::optional<Extent> area = crs.areaOfUse();
    const Landing landing{judged.candidate.lonLats, {}, 0, false};
    const bool fits =
        !landing.lonLats.empty() &&
        (!area || shareIn(landing, *area, trial.zone > 0 ? UtmMargin : 0.2) >= LeastShare);
    if (fits && judged.candidate.rank > 0)
        m_judged.push_back(std::move(judged));
}

void Proposer::tryDegrees()
{
    const Landing landing = landingOf(Crs::wgs84(), m_points);
    const Places places = placesOf(landing, m_region, m_hints, m_language);
    const bool mexican = shareIn(landing, {-122.2, 12.1, -84.6, 32.8}) > MostlyShare;
    double prior = 1;
    for (const Datum datum : {Datum::Wgs84, Datum::Nad83, Datum::Itrf2008, Datum::Nad27}) {
        const bool american = places.country == QLatin1String("US");
        if (datum == Datum::Itrf2008 ? mexican && !american : true)
            tryCode({degreeCode(datum), prior, datum, {}, 0, false});
        prior *= 0.8;
    }
    if (m_hints.datum == Datum::Itrf92)
        tryCode({degreeCode(Datum::Itrf92), prior, Datum::Itrf92, {}, 0, false});
}

// The likeliest datum of where the zone puts the points; the others follow in addDatums().
void Proposer::tryUtmZone(int zone, bool south, double prior)
{
    if (south) {
        tryCode({epsg(32700 + zone), prior, Datum::Wgs84, Projection::Utm, zone, true});
        return;
    }
    const Landing landing = landingOf(Crs::fromText(utmCode(Datum::Wgs84, zone)), m_points);
    const Places places = placesOf(landing, m_region, m_hints, m_language);
    for (const Datum datum : datumsOf(places.country, m_hints))
        if (const QString code = utmCode(datum, zone); !code.isEmpty()) {
            tryCode({code, prior, datum, Projection::Utm, zone, false});
            return;
        }
}

void Proposer::tryUtm()
{
    constexpr double Reach = 1'200'000; // metres beside a zone's middle
    const auto isGrid = [](QPointF point) {
        return std::abs(point.x() - 500'000) < Reach && point.y() >= 0 && point.y() < 10'000'000;
    };
    if (std::none_of(m_points.begin(), m_points.end(), isGrid))
        return;
    if (m_hints.zone)
        tryUtmZone(*m_hints.zone, m_hints.south, 0.9);
    for (int zone = 3; zone <= 22; ++zone) {
        // Where both countries have most of their mines.
        const double prior = zone >= 11 && zone <= 14 ? 0.9 : zone >= 10 && zone <= 17 ? 0.85 : 0.6;
        tryUtmZone(zone, false, prior);
    }
    if (!inRegion())
        for (int zone = 17; zone <= 25; ++zone)
            tryUtmZone(zone, true, 0.5);
}

void Proposer::tryOthers()
{
    tryCode({epsg(6372), 1, Datum::Itrf2008, Projection::Lambert, 0, false});
    tryCode({epsg(6362), 0.6, Datum::Itrf92, Projection::Lambert, 0, false});
    tryCode({QStringLiteral("ESRI:102008"), 0.6, Datum::Nad83, Projection::Albers, 0, false});
    tryCode({epsg(5070), 0.7, Datum::Nad83, Projection::Albers, 0, false});
    tryCode({QStringLiteral("ESRI:102003"), 0.65, Datum::Nad83, Projection::Albers, 0, false});
    tryCode({epsg(3857), 0.9, Datum::Wgs84, Projection::WebMercator, 0, false});
}

void Proposer::tryFeet()
{
    const bool old = m_hints.datum == Datum::Nad27;
    const QString begin = old ? QStringLiteral("NAD27 / ") : QStringLiteral("NAD83 / ");
    for (const CrsEntry& entry : listCrs()) {
        const bool feet = entry.name.endsWith(QLatin1String("(ftUS)")) ||
                          entry.name.endsWith(QLatin1String("(ft)"));
        const bool wanted = entry.name.startsWith(begin) && !entry.isGeographic &&
                            (old ? !entry.name.contains(QLatin1String("UTM")) && !feet : feet);
        if (wanted)
            tryCode({entry.code, m_hints.feet ? 1 : 0.4, old ? Datum::Nad27 : Datum::Nad83,
                     Projection::StatePlane, 0, false});
    }
}

bool Proposer::inRegion() const
{
    return std::any_of(m_judged.begin(), m_judged.end(), [this](const Judged& judged) {
        return regionShare({judged.candidate.lonLats, {}, 0, false}) > MostlyShare &&
               judged.places.land.value_or(1) > LeastShare;
    });
}

// The best UTM zone on the other datums of its country.
void Proposer::addDatums()
{
    const auto best =
        std::max_element(m_judged.begin(), m_judged.end(), [](const Judged& a, const Judged& b) {
            return a.candidate.rank < b.candidate.rank;
        });
    if (best == m_judged.end() || best->trial.zone == 0 || best->trial.south)
        return;
    const Trial trial = best->trial;
    double prior = trial.prior;
    for (const Datum datum : datumsOf(best->places.country, m_hints)) {
        prior *= 0.75;
        tryCode({utmCode(datum, trial.zone), prior, datum, Projection::Utm, trial.zone, false});
    }
}

void Proposer::addStated()
{
    if (!m_evidence.stated)
        return;
    const bool known = std::any_of(m_judged.begin(), m_judged.end(), [&](const Judged& judged) {
        return judged.candidate.crs == *m_evidence.stated;
    });
    if (known)
        return;
    Judged judged = judge(*m_evidence.stated, {m_evidence.stated->code(), 0, {}, {}, 0, false});
    judged.candidate.rank = 0;
    judged.candidate.reason =
        Text::tr("The file states it.") + QLatin1Char(' ') + judged.candidate.reason;
    m_judged.push_back(std::move(judged));
}

QString Proposer::finding() const
{
    const QLocale locale = base::localeOf(m_language);
    double largest = 0;
    double largestX = 0;
    for (const QPointF& point : m_points) {
        largestX = std::max(largestX, std::abs(point.x()));
        largest = std::max({largest, std::abs(point.x()), std::abs(point.y())});
    }
    const QString number = locale.toString(largest, 'f', 0);
    const bool degrees = m_degreeShare >= MostlyShare;
    if (m_points.empty())
        return Text::tr("The file holds no coordinates to judge by.");
    if (areSwapped(m_points))
        return Text::tr("Latitude and longitude are swapped in the file: its x runs to %1 and its "
                        "y to %2, and no latitude goes beyond 90. No coordinate system mends "
                        "that: export it again with the longitude (x) first. A table can be "
                        "imported as sites with its columns exchanged.")
            .arg(locale.toString(largestX, 'f', 0), number);
    if (m_evidence.stated && m_evidence.stated->isGeographic() && !degrees)
        return Text::tr("The file states %1, which is in degrees, but its numbers run to %2: they "
                        "are metres or feet.")
            .arg(m_evidence.stated->name(), number);
    if (m_evidence.stated && degrees)
        return Text::tr("The file states %1, but its numbers look like degrees.")
            .arg(m_evidence.stated->name());
    if (m_evidence.stated)
        return Text::tr("The file states %1, but its numbers do not fit where that is used.")
            .arg(m_evidence.stated->name());
    return degrees ? Text::tr("The file does not state its coordinate system. Its numbers look "
                              "like degrees.")
                   : Text::tr("The file does not state its coordinate system. Its numbers run to "
                              "%1: they are no degrees, but metres or feet.")
                         .arg(number);
}

CrsProposal Proposer::propose()
{
    if (areSwapped(m_points))
        return {finding(), {}, true};
    if (!m_hints.code.isEmpty()) {
        try {
            const Crs crs = Crs::fromText(m_hints.code);
            tryCode({m_hints.code, 1, {}, {}, 0, false});
        } catch (const base::Error&) { // a number that only looked like a code
            m_hints.code.clear();
        }
    }
    if (m_degreeShare >= MostlyShare) {
        tryDegrees();
    } else if (!m_points.empty()) {
        tryUtm();
        tryOthers();
        if (m_hints.feet || m_hints.projection == Projection::StatePlane || !inRegion())
            tryFeet();
        addDatums();
    }
    addStated();
    std::stable_sort(m_judged.begin(), m_judged.end(), [](const Judged& a, const Judged& b) {
        return a.candidate.rank > b.candidate.rank;
    });
    CrsProposal proposal{finding(), {}, false};
    const double least = m_judged.empty() ? 0 : m_judged.front().candidate.rank * LeastRank;
    for (Judged& judged : m_judged) {
        const bool stated = m_evidence.stated && judged.candidate.crs == *m_evidence.stated;
        if (stated ||
            (judged.candidate.rank >= least && proposal.candidates.size() < MostCandidates))
            proposal.candidates.push_back(std::move(judged.candidate));
    }
    return proposal;
}

} // namespace

bool CrsProposal::isClear() const
{
    if (candidates.empty() || candidates.front().rank < ClearRank ||
        candidates.front().lonLats.empty())
        return false;
    const CrsCandidate& first = candidates.front();
    const auto liesElsewhere = [&](const CrsCandidate& other) {
        return !std::equal(first.lonLats.begin(), first.lonLats.end(), other.lonLats.begin(),
                           other.lonLats.end(), [](QPointF a, QPointF b) {
                               return std::abs(a.x() - b.x()) < NearDegrees &&
                                      std::abs(a.y() - b.y()) < NearDegrees;
                           });
    };
    return std::none_of(candidates.begin() + 1, candidates.end(), [&](const CrsCandidate& other) {
        return other.rank >= RivalShare * first.rank && liesElsewhere(other);
    });
}

bool contradicts(const Crs& crs, const CrsEvidence& evidence)
{
    const std::vector<QPointF> points = pointsOf(evidence);
    if (points.empty())
        return false;
    const Landing landing = landingOf(crs, points);
    if (double(landing.lonLats.size()) < MostlyShare * double(points.size()))
        return true;
    const std::optional<Extent> area = crs.areaOfUse();
    if (crs.isGeographic() || !area)
        return false;
    if (degreeShare(points) > 1 - LeastShare)
        return shareIn(landing, *area) < MostlyShare;
    return shareIn(landing, *area, FarDegrees) < LeastShare;
}

CrsProposal proposeCrs(const CrsEvidence& evidence, const CrsRegion& region,
                       base::Language language)
{
    return Proposer(evidence, region, language).propose();
}

CrsCandidate candidateFor(const Crs& crs, const CrsEvidence& evidence, const CrsRegion& region,
                          base::Language language)
{
    return Proposer(evidence, region, language)
        .judge(crs, {crs.code(), 1, {}, {}, 0, false})
        .candidate;
}

} // namespace geo
