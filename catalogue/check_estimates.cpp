// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check_run.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace catalogue {

namespace {

constexpr double Alike = 0.02;           // of a factor of a thousand between two figures
constexpr double Rounding = 0.10;        // of contained metal against tonnes x grade
constexpr double SameOrder = 3;          // figures that support each other
constexpr double MostTonnes = 50e9;      // of ore; the largest copper and iron districts hold less
constexpr double MostMilligrams = 1.3e6; // of anything in a litre of saturated brine
constexpr double LongestLife = 200;      // years
constexpr double ShortestLife = 0.1;
constexpr double Dilution = 1.2; // reserves hold waste that resources do not

struct Figure
{
    base::Id id = 0;
    QString commodity;
    QString category;
    std::optional<double> tonnes;
    std::optional<double> grade;
    QString unit;
    std::optional<double> contained;
    std::optional<double> cutoff;
    QString cutoffUnit;
    QString date;
    QString code;
    std::optional<base::Id> source;
    QString reference;
    std::optional<int> includesReserves;
};

// What a unit of grade is of a whole; nullopt for one by volume, and one that is not known.
std::optional<double> unitFraction(const QString& unit)
{
    if (unit == QLatin1String("percent"))
        return 0.01;
    if (unit == QLatin1String("g/t") || unit == QLatin1String("ppm"))
        return 1e-6;
    if (unit == QLatin1String("kg/t"))
        return 1e-3;
    return {};
}

std::optional<double> fraction(const std::optional<double>& grade, const QString& unit)
{
    const auto one = unitFraction(unit);
    return grade && one ? std::optional(*grade * *one) : std::nullopt;
}

// The highest grade, as a fraction, that an estimate of a whole deposit may have: the content of
// the richest ore mineral that such deposits are made of, or well above the richest deposit on
// record (docs/data-quality.md). 1 for what is traded as mined.
double highestGrade(const QString& commodity)
{
    struct Highest
    {
        const char* commodity;
        double fraction;
    };
    static constexpr std::array<Highest, 38> Table{{
        {"gold", 0.001},      {"platinum", 0.001}, {"palladium", 0.001}, {"rhodium", 0.001},
        {"ruthenium", 0.001}, {"iridium", 0.001},  {"rhenium", 0.001},   {"silver", 0.02},
        {"copper", 0.3},      {"nickel", 0.2},     {"cobalt", 0.15},     {"lithium", 0.04},
        {"zinc", 0.6},        {"lead", 0.75},      {"tin", 0.3},         {"tungsten", 0.15},
        {"molybdenum", 0.1},  {"uranium", 0.3},    {"antimony", 0.7},    {"manganese", 0.63},
        {"iron", 0.724},      {"chromium", 0.5},   {"titanium", 0.6},    {"vanadium", 0.15},
        {"niobium", 0.1},     {"tantalum", 0.1},   {"rare_earths", 0.4}, {"mercury", 0.2},
        {"bismuth", 0.2},     {"cadmium", 0.05},   {"gallium", 0.01},    {"germanium", 0.03},
        {"indium", 0.01},     {"beryllium", 0.06}, {"tellurium", 0.2},   {"aluminum", 0.45},
        {"phosphate", 0.45},  {"potash", 0.64},
    }};
    for (const Highest& each : Table)
        if (commodity == QLatin1String(each.commodity))
            return each.fraction;
    return 1;
}

bool isWithin(double value, double wanted, double part)
{
    return std::abs(value / wanted - 1) <= part;
}

QString number(double value)
{
    return QString::number(value, 'g', 17);
}

// 1000 or a million where a value is that many times the other, to 2 %.
double thousandsBetween(double smaller, double larger, double part = Alike)
{
    for (const double factor : {1e3, 1e6})
        if (smaller > 0 && isWithin(larger / smaller, factor, part))
            return factor;
    return 0;
}

class SiteFigures
{
public:
    SiteFigures(CheckRun& run, base::Id site, const std::vector<Figure>& figures, double capacity,
                std::vector<QString> commodities)
        : m_run(run)
        , m_site(site)
        , m_figures(figures)
        , m_capacity(capacity)
        , m_commodities(std::move(commodities))
    {
    }

    void check()
    {
        for (const Figure& each : m_figures) {
            said(each);
            values(each);
            grade(each);
            if (!thousandfold(each))
                contained(each);
        }
        twice();
        reserves();
    }

private:
    Finding& add(Rule rule, const Figure& on, const char* text, const QStringList& args = {})
    {
        return m_run.add(rule, "estimates", on.id, m_site, text, args);
    }

    static QString commodity(const Figure& each)
    {
        return each.commodity.isEmpty() ? QStringLiteral("–")
                                        : QStringLiteral("@commodities/") + each.commodity;
    }

    // What an estimate must say besides its figures.
    void said(const Figure& each)
    {
        if (!each.tonnes && !each.grade && !each.contained) {
            Finding& finding =
                add(Rule::EstimateEmpty, each,
                    QT_TRANSLATE_NOOP("Text", "The estimate of %1 has neither tonnes nor grade nor "
                                              "contained tonnes: it says nothing."),
                    {commodity(each)});
            finding.removal = true;
            finding.fixText = QT_TRANSLATE_NOOP("Text", "Remove the estimate");
            return;
        }
        if (each.date.isEmpty())
            add(Rule::EstimateWithoutDate, each,
                QT_TRANSLATE_NOOP("Text", "The estimate of %1 has no date."), {commodity(each)});
        else if (const auto last = lastDay(each.date); last && *last < m_run.staleBefore())
            add(Rule::EstimateOld, each,
                QT_TRANSLATE_NOOP("Text", "The estimate of %1 is of %2: prices, cut-offs and codes "
                                          "have changed since."),
                {commodity(each), each.date});
        if (!each.source)
            add(Rule::EstimateWithoutSource, each,
                QT_TRANSLATE_NOOP("Text", "The estimate of %1 cites no source."),
                {commodity(each)});
        if (each.category.isEmpty())
            add(Rule::EstimateWithoutCategory, each,
                QT_TRANSLATE_NOOP("Text", "The estimate of %1 does not say its category."),
                {commodity(each)});
        if (!each.commodity.isEmpty() && std::find(m_commodities.begin(), m_commodities.end(),
                                                   each.commodity) == m_commodities.end())
            add(Rule::EstimateOtherCommodity, each,
                QT_TRANSLATE_NOOP("Text", "There is an estimate of %1, which is none of the site's "
                                          "commodities: a filter by it passes the site over."),
                {commodity(each)});
    }

    void values(const Figure& each)
    {
        struct Named
        {
            const char* field;
            const std::optional<double>& value;
        };
        for (const Named& named : {Named{"tonnes", each.tonnes}, Named{"grade", each.grade},
                                   Named{"contained_tonnes", each.contained}})
            if (named.value && !(*named.value > 0)) {
                const QString field = QString::fromLatin1(named.field);
                Finding& finding =
                    add(Rule::FigureNotPositive, each,
                        *named.value == 0
                            ? QT_TRANSLATE_NOOP("Text", "The estimate of %1 gives 0 for “%2”: a "
                                                        "figure that is not known is left empty.")
                            : QT_TRANSLATE_NOOP("Text", "The estimate of %1 gives a value below 0 "
                                                        "for “%2”: %3"),
                        {commodity(each), QStringLiteral("!estimates.") + field,
                         checkNumber(*named.value)});
                if (*named.value == 0) {
                    finding.fix = {{field, number(*named.value), {}}};
                    finding.fixText = QT_TRANSLATE_NOOP("Text", "Leave the figure empty");
                }
            }
        if (each.tonnes && *each.tonnes > MostTonnes)
            add(Rule::TonnesImplausible, each,
                QT_TRANSLATE_NOOP("Text", "%1 tonnes of ore are more than any deposit on record "
                                          "has."),
                {checkNumber(*each.tonnes)});
        if (each.contained && each.tonnes && *each.tonnes > 0 &&
            *each.contained > *each.tonnes * 1.001)
            add(Rule::ContainedAboveTonnes, each,
                QT_TRANSLATE_NOOP("Text", "%1 t of %2 are said to be in %3 t of ore."),
                {checkNumber(*each.contained), commodity(each), checkNumber(*each.tonnes)});
    }

    void grade(const Figure& each)
    {
        if (!each.grade || !(*each.grade > 0))
            return;
        if (each.unit.isEmpty()) {
            add(Rule::GradeWithoutUnit, each,
                QT_TRANSLATE_NOOP("Text", "The grade %1 of %2 has no unit."),
                {checkNumber(*each.grade), commodity(each)});
            return;
        }
        const QString unit = QStringLiteral("@grade_units/") + each.unit;
        const auto part = fraction(each.grade, each.unit);
        const bool isBrine = each.unit == QLatin1String("mg/L");
        if ((part && *part > 1) || (isBrine && *each.grade > MostMilligrams)) {
            Finding& finding =
                add(Rule::GradeAboveWhole, each,
                    QT_TRANSLATE_NOOP("Text", "A grade of %1 %2 of %3 is more than the whole."),
                    {checkNumber(*each.grade), unit, commodity(each)});
            offerUnit(finding, each);
            return;
        }
        const double highest = highestGrade(each.commodity);
        if (part && *part > highest) {
            Finding& finding = add(
                Rule::GradeImplausible, each,
                QT_TRANSLATE_NOOP("Text", "A grade of %1 %2 of %3 is above what deposits have (%4 "
                                          "%5 at most): is the unit right?"),
                {checkNumber(*each.grade), unit, commodity(each),
                 checkNumber(highest / *unitFraction(each.unit)), unit});
            offerUnit(finding, each);
        }
        const auto cutoff = fraction(each.cutoff, each.cutoffUnit);
        const bool above = part && cutoff ? *cutoff > *part
                                          : isBrine && each.cutoffUnit == each.unit &&
                                                each.cutoff && *each.cutoff > *each.grade;
        if (above)
            add(Rule::CutoffAboveGrade, each,
                QT_TRANSLATE_NOOP("Text", "The cut-off of %1 %2 is above the grade of %3 %4, which "
                                          "is the mean of all that lies above it."),
                {checkNumber(*each.cutoff), QStringLiteral("@grade_units/") + each.cutoffUnit,
                 checkNumber(*each.grade), unit});
    }

    // Another unit that makes contained metal and tonnes agree with the grade.
    void offerUnit(Finding& finding, const Figure& each) const
    {
        if (!each.contained || !each.tonnes || !(*each.tonnes > 0) || !(*each.contained > 0))
            return;
        const double implied = *each.contained / *each.tonnes;
        for (const char* unit : {"percent", "g/t", "kg/t"}) {
            const QString key = QString::fromLatin1(unit);
            const auto part = fraction(each.grade, key);
            if (key != each.unit && part && isWithin(*part, implied, Alike)) {
                finding.fix = {{QStringLiteral("grade_unit"), each.unit, key}};
                finding.fixText = QT_TRANSLATE_NOOP(
                    "Text", "Take %1 as the unit, as tonnes and contained tonnes have it");
                return;
            }
        }
    }

    bool isSameStuff(const Figure& a, const Figure& b) const
    {
        if (a.commodity != b.commodity)
            return false;
        const auto gradeA = fraction(a.grade, a.unit);
        const auto gradeB = fraction(b.grade, b.unit);
        return !gradeA || !gradeB || !(*gradeB > 0) || isWithin(*gradeA, *gradeB, Rounding);
    }

    // How much speaks for so many tonnes of this estimate.
    int support(const Figure& of, double tonnes, const Figure* besides = nullptr) const
    {
        int count = 0;
        for (const Figure& other : m_figures)
            if (&other != &of && &other != besides && other.tonnes && *other.tonnes > 0 &&
                other.commodity == of.commodity &&
                *other.tonnes<tonnes * SameOrder&& * other.tonnes> tonnes / SameOrder) {
                ++count;
                break;
            }
        if (const auto part = fraction(of.grade, of.unit);
            part && *part > 0 && of.contained && *of.contained > 0 &&
            isWithin(tonnes * *part, *of.contained, Rounding))
            ++count;
        if (m_capacity > 0 && tonnes > m_capacity * ShortestLife * 10 &&
            tonnes < m_capacity * LongestLife)
            ++count;
        return count;
    }

    bool thousandfold(const Figure& each)
    {
        if (!each.tonnes || !(*each.tonnes > 0))
            return false;
        const double tonnes = *each.tonnes;
        for (const Figure& other : m_figures) {
            if (&other == &each || !other.tonnes || !(*other.tonnes > 0) ||
                !isSameStuff(each, other))
                continue;
            const double smaller = std::min(tonnes, *other.tonnes);
            const double factor = thousandsBetween(smaller, std::max(tonnes, *other.tonnes));
            if (factor == 0)
                continue;
            const int mine = support(each, tonnes, &other);
            const int theirs = support(other, *other.tonnes, &each);
            const bool isMine = mine != theirs ? mine < theirs : tonnes == smaller;
            if (!isMine)
                continue; // said of the other one
            Finding& finding =
                add(Rule::TonnesThousandfold, each,
                    tonnes == smaller
                        ? QT_TRANSLATE_NOOP("Text", "%1 t of ore of %2; another estimate of the "
                                                    "site has %3 times as much, %4 t: thousands or "
                                                    "millions of tonnes?")
                        : QT_TRANSLATE_NOOP("Text", "%1 t of ore of %2, %3 times as much as "
                                                    "another estimate of the site, %4 t: which one "
                                                    "is in tonnes?"),
                    {checkNumber(tonnes), commodity(each), checkNumber(factor),
                     checkNumber(*other.tonnes)});
            if (mine < theirs)
                scale(finding, "tonnes", tonnes, tonnes == smaller ? factor : 1 / factor);
            return true;
        }
        const auto part = fraction(each.grade, each.unit);
        if (part && *part > 0 && *part <= 1 && each.contained && *each.contained > 0 &&
            againstContained(each, tonnes, *part))
            return true;
        return againstCapacity(each, tonnes);
    }

    bool againstContained(const Figure& each, double tonnes, double part)
    {
        const double derived = tonnes * part;
        const double stated = *each.contained;
        const double factor =
            thousandsBetween(std::min(derived, stated), std::max(derived, stated), Rounding);
        if (factor == 0)
            return false;
        const bool tooFewTonnes = stated > derived;
        const double other = tooFewTonnes ? tonnes * factor : tonnes / factor;
        Finding& finding =
            add(Rule::TonnesThousandfold, each,
                QT_TRANSLATE_NOOP("Text", "%1 t of ore at this grade hold %2 t of %3, but %4 t are "
                                          "stated: %5 times as much or as little."),
                {checkNumber(tonnes), checkNumber(derived), commodity(each), checkNumber(stated),
                 checkNumber(factor)});
        Figure alone = each; // what the contained tonnes say themselves does not count
        alone.contained.reset();
        const int now = support(alone, tonnes, &each);
        const int then = support(alone, other, &each);
        if (then > now)
            scale(finding, "tonnes", tonnes, other / tonnes);
        else if (now > then)
            scale(finding, "contained_tonnes", stated, tooFewTonnes ? 1 / factor : factor);
        return true;
    }

    bool againstCapacity(const Figure& each, double tonnes)
    {
        double largest = 0;
        for (const Figure& other : m_figures)
            largest = std::max(largest, other.tonnes.value_or(0));
        if (!(m_capacity > 0) || tonnes < largest || tonnes >= m_capacity * ShortestLife)
            return false;
        for (const double factor : {1e3, 1e6}) {
            const double years = tonnes * factor / m_capacity;
            if (years < 1 || years > LongestLife)
                continue;
            Finding& finding =
                add(Rule::TonnesThousandfold, each,
                    QT_TRANSLATE_NOOP("Text", "%1 t of ore would last for %2 days at the capacity "
                                              "of %3 t a year: thousands or millions of tonnes?"),
                    {checkNumber(tonnes),
                     checkNumber(std::max(1.0, std::round(tonnes / m_capacity * 365))),
                     checkNumber(m_capacity)});
            if (m_figures.size() == 1 && factor == 1e3)
                scale(finding, "tonnes", tonnes, factor);
            return true;
        }
        return false;
    }

    static void scale(Finding& finding, const char* field, double value, double factor)
    {
        finding.fix = {{QString::fromLatin1(field), number(value), number(value * factor)}};
        finding.fixText =
            field == std::string_view("tonnes")
                ? (factor == 1e3 ? QT_TRANSLATE_NOOP("Text", "Multiply the tonnes by 1,000: %1 t")
                   : factor == 1e6
                       ? QT_TRANSLATE_NOOP("Text", "Multiply the tonnes by 1,000,000: %1 t")
                   : factor > 1e-4
                       ? QT_TRANSLATE_NOOP("Text", "Divide the tonnes by 1,000: %1 t")
                       : QT_TRANSLATE_NOOP("Text", "Divide the tonnes by 1,000,000: %1 t"))
                : QT_TRANSLATE_NOOP("Text", "Put the contained tonnes right: %1 t");
    }

    void contained(const Figure& each)
    {
        const auto part = fraction(each.grade, each.unit);
        if (!each.tonnes || !part || !each.contained || !(*each.tonnes > 0) || !(*part > 0) ||
            *part > 1 || !(*each.contained > 0) || *each.contained > *each.tonnes * 1.001)
            return;
        const double derived = *each.tonnes * *part;
        if (!isWithin(*each.contained, derived, Rounding))
            add(Rule::ContainedMismatch, each,
                QT_TRANSLATE_NOOP("Text", "%1 t of %2 are stated, but tonnes x grade make %3 t, "
                                          "%4 % of it: another commodity or compound, or after "
                                          "losses?"),
                {checkNumber(*each.contained), commodity(each), checkNumber(derived),
                 checkNumber(std::round(derived / *each.contained * 100))});
    }

    void twice()
    {
        for (size_t i = 0; i < m_figures.size(); ++i)
            for (size_t k = 0; k < i; ++k) {
                const Figure& a = m_figures[i];
                const Figure& b = m_figures[k];
                if (a.commodity != b.commodity || a.category != b.category ||
                    a.tonnes != b.tonnes || a.grade != b.grade || a.unit != b.unit ||
                    a.contained != b.contained || a.cutoff != b.cutoff || a.date != b.date ||
                    a.code != b.code || (!a.tonnes && !a.grade && !a.contained))
                    continue;
                Finding& finding =
                    add(Rule::EstimateTwice, a,
                        QT_TRANSLATE_NOOP("Text", "The same estimate of %1 stands here twice; "
                                                  "both would be added up."),
                        {commodity(a)});
                if (a.source == b.source && a.reference == b.reference) {
                    finding.removal = true;
                    finding.fixText = QT_TRANSLATE_NOOP("Text", "Remove the second one");
                }
                break;
            }
    }

    static bool isReserve(const QString& category)
    {
        return category.startsWith(QLatin1String("prov")) || category == QLatin1String("probable");
    }

    // Reserves of one source and date that are more than the resources said to hold them.
    void reserves()
    {
        for (const Figure& resource : m_figures) {
            if (resource.includesReserves != 1 || !resource.tonnes || isReserve(resource.category))
                continue;
            const auto belongs = [&](const Figure& other) {
                return other.commodity == resource.commodity && other.source == resource.source &&
                       other.date == resource.date && other.tonnes;
            };
            double resources = 0;
            double reserves = 0;
            bool isFirst = true;
            for (const Figure& other : m_figures) {
                if (!belongs(other))
                    continue;
                if (isReserve(other.category)) {
                    reserves += *other.tonnes;
                } else if (other.includesReserves == 1) {
                    resources += *other.tonnes;
                    isFirst = isFirst && other.id >= resource.id;
                }
            }
            if (isFirst && reserves > resources * Dilution)
                add(Rule::ReservesAboveResources, resource,
                    QT_TRANSLATE_NOOP("Text", "Reserves of %1 t of ore are said to be within "
                                              "resources of %2 t."),
                    {checkNumber(reserves), checkNumber(resources)});
        }
    }

    CheckRun& m_run;
    base::Id m_site;
    const std::vector<Figure>& m_figures;
    double m_capacity;
    std::vector<QString> m_commodities;
};

// By site, walked beside the estimates, which come in the order of theirs.
template <class Value>
class BySite
{
public:
    void add(base::Id site, const Value& value) { m_rows.emplace_back(site, value); }
    std::vector<Value> of(base::Id site)
    {
        std::vector<Value> values;
        while (m_at < m_rows.size() && m_rows[m_at].first < site)
            ++m_at;
        for (size_t i = m_at; i < m_rows.size() && m_rows[i].first == site; ++i)
            values.push_back(m_rows[i].second);
        return values;
    }

private:
    std::vector<std::pair<base::Id, Value>> m_rows;
    size_t m_at = 0;
};

} // namespace

void checkEstimates(CheckRun& run)
{
    bool wanted = false;
    for (int rule = int(Rule::GradeAboveWhole); rule <= int(Rule::EstimateOld); ++rule)
        wanted = wanted || run.wants(Rule(rule));
    if (!wanted)
        return;
    run.progress.begin(Text::tr("Checking the estimates"));
    BySite<double> capacities;
    run.each("SELECT site_id, MAX(capacity_tonnes_per_year) FROM main.site_processes "
             "WHERE capacity_tonnes_per_year > 0 GROUP BY site_id ORDER BY site_id",
             [&](SQLite::Statement& row) {
                 capacities.add(row.getColumn(0).getInt64(), row.getColumn(1).getDouble());
             });
    QHash<QString, QString> words;
    BySite<QString> commodities;
    run.each("SELECT site_id, commodity FROM main.site_commodities WHERE site_id IN "
             "(SELECT site_id FROM main.estimates) ORDER BY site_id",
             [&](SQLite::Statement& row) {
                 const QString key = textAt(row, 1);
                 commodities.add(row.getColumn(0).getInt64(), *words.insert(key, key));
             });
    std::vector<Figure> figures;
    base::Id site = 0;
    const auto finish = [&] {
        if (figures.empty())
            return;
        const std::vector<double> capacity = capacities.of(site);
        SiteFigures(run, site, figures, capacity.empty() ? 0 : capacity.front(),
                    commodities.of(site))
            .check();
        figures.clear();
    };
    run.each("SELECT id, site_id, commodity, category, tonnes, grade, grade_unit, "
             "contained_tonnes, cutoff, cutoff_unit, effective_date, code, source_id, reference, "
             "includes_reserves FROM main.estimates ORDER BY site_id, id",
             [&](SQLite::Statement& row) {
                 const base::Id next = row.getColumn(1).getInt64();
                 if (next != site)
                     finish();
                 site = next;
                 figures.push_back({row.getColumn(0).getInt64(), textAt(row, 2), textAt(row, 3),
                                    realAt(row, 4), realAt(row, 5), textAt(row, 6), realAt(row, 7),
                                    realAt(row, 8), textAt(row, 9), textAt(row, 10),
                                    textAt(row, 11), idAt(row, 12), textAt(row, 13),
                                    integerAt(row, 14)});
             });
    finish();
}

} // namespace catalogue
