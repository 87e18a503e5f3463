// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/estimate_totals.h"

#include "catalogue/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <climits>
#include <map>

namespace catalogue {

namespace {

// The classes of the CRIRSCO template that a category holds, as bits.
enum Class : unsigned { Measured = 1, Indicated = 2, Inferred = 4, Proved = 8, Probable = 16 };

struct Category
{
    const char* key;
    unsigned classes;
};

constexpr std::array<Category, 10> Categories{{
    {"measured", Measured},
    {"indicated", Indicated},
    {"inferred", Inferred},
    {"measured_indicated", Measured | Indicated},
    {"indicated_inferred", Indicated | Inferred},
    {"measured_inferred", Measured | Inferred},
    {"measured_indicated_inferred", Measured | Indicated | Inferred},
    {"proved", Proved},
    {"probable", Probable},
    {"proved_probable", Proved | Probable},
}};

unsigned classesOf(const Estimate& row)
{
    const auto at = std::find_if(Categories.begin(), Categories.end(), [&](const Category& each) {
        return row.category == QLatin1String(each.key);
    });
    return at == Categories.end() ? 0 : at->classes;
}

struct Report
{
    std::optional<base::Id> source;
    QString date;
    int rank = INT_MAX;
    double ore = 0;
    std::vector<const Estimate*> rows;

    bool countsBefore(const Report& other) const
    {
        if (date != other.date)
            return date > other.date; // ISO 8601 sorts as text; an empty one is the oldest
        return rank != other.rank ? rank < other.rank : ore > other.ore;
    }
};

std::vector<Report> reportsOf(const std::vector<const Estimate*>& rows,
                              const std::vector<Source>& sources)
{
    std::vector<Report> reports;
    for (const Estimate* row : rows) {
        const auto source = std::find_if(sources.begin(), sources.end(), [&](const Source& each) {
            return row->cite.source && each.id == *row->cite.source;
        });
        const bool isKnown = source != sources.end();
        const QString date = !row->effectiveDate.isEmpty() ? row->effectiveDate
                             : isKnown                     ? source->published
                                                           : QString();
        auto report = std::find_if(reports.begin(), reports.end(), [&](const Report& each) {
            return each.source == row->cite.source && each.date == date;
        });
        if (report == reports.end()) {
            reports.push_back({row->cite.source,
                               date,
                               isKnown ? source->rank.value_or(INT_MAX) : INT_MAX,
                               0,
                               {}});
            report = std::prev(reports.end());
        }
        report->ore += row->tonnes.value_or(0);
        report->rows.push_back(row);
    }
    std::stable_sort(reports.begin(), reports.end(),
                     [](const Report& a, const Report& b) { return a.countsBefore(b); });
    return reports;
}

// Of the categories that a report states, those that hold each class once: as many classes as can
// be, in as fine parts as can be.
std::vector<unsigned> partition(const std::vector<const Estimate*>& rows)
{
    std::vector<unsigned> stated;
    for (const Category& category : Categories)
        for (const Estimate* row : rows)
            if (row->category == QLatin1String(category.key)) {
                stated.push_back(category.classes);
                break;
            }
    std::vector<unsigned> best;
    std::pair<int, size_t> bestHolds{0, 0}; // classes, parts
    for (unsigned choice = 0; choice < 1U << stated.size(); ++choice) {
        std::vector<unsigned> parts;
        unsigned held = 0;
        bool isOnce = true;
        for (size_t i = 0; i < stated.size(); ++i) {
            if ((choice >> i & 1) == 0)
                continue;
            isOnce = isOnce && (held & stated[i]) == 0;
            held |= stated[i];
            parts.push_back(stated[i]);
        }
        const std::pair<int, size_t> holds{std::popcount(held), parts.size()};
        if (isOnce && holds > bestHolds) {
            bestHolds = holds;
            best = parts;
        }
    }
    return best;
}

// Without rows that say the same tonnes again. Several of one category are several ore bodies.
std::vector<const Estimate*> withoutRepeated(const std::vector<const Estimate*>& rows,
                                             std::vector<base::Id>& repeated)
{
    const std::vector<unsigned> parts = partition(rows);
    std::vector<const Estimate*> counted;
    for (const Estimate* row : rows) {
        const unsigned classes = classesOf(*row);
        if (classes == 0 || std::find(parts.begin(), parts.end(), classes) != parts.end())
            counted.push_back(row);
        else
            repeated.push_back(row->id);
    }
    return counted;
}

EstimateSum sumOf(const std::vector<const Estimate*>& rows)
{
    EstimateSum sum;
    double ore = 0;
    double metal = 0;
    double metalByGrade = 0;
    bool hasOre = false;
    bool knowsMetal = true;
    bool knowsGrade = true;
    for (const Estimate* row : rows) {
        ++sum.rows;
        hasOre = hasOre || row->tonnes.has_value();
        ore += row->tonnes.value_or(0);
        const auto grade = row->grade ? gradeOfOne(*row->grade, row->gradeUnit) : std::nullopt;
        const auto derived =
            row->tonnes && grade ? std::optional(*row->tonnes * *grade) : std::nullopt;
        const auto contained = row->containedTonnes ? row->containedTonnes : derived;
        knowsMetal = knowsMetal && contained.has_value();
        metal += contained.value_or(0);
        knowsGrade = knowsGrade && row->tonnes && contained.has_value();
        metalByGrade += contained.value_or(0);
    }
    if (hasOre)
        sum.oreTonnes = ore;
    if (sum.rows > 0 && knowsMetal)
        sum.containedTonnes = metal;
    if (sum.rows > 0 && knowsGrade && ore > 0)
        sum.grade = metalByGrade / ore;
    return sum;
}

EstimateTotals totalsOf(const QString& commodity, const std::vector<const Estimate*>& rows,
                        const std::vector<Source>& sources)
{
    EstimateTotals totals;
    totals.commodity = commodity;
    const std::vector<Report> reports = reportsOf(rows, sources);
    totals.source = reports.front().source;
    totals.date = reports.front().date;
    for (auto older = std::next(reports.begin()); older != reports.end(); ++older)
        for (const Estimate* row : older->rows)
            totals.replaced.push_back(row->id);

    constexpr unsigned Reserve = Proved | Probable;
    std::vector<const Estimate*> reserves;
    std::vector<const Estimate*> known;
    std::vector<const Estimate*> inferred;
    std::vector<const Estimate*> mixed;
    std::vector<const Estimate*> unclassified;
    std::vector<const Estimate*> resources;
    bool saysAgree = true;
    for (const Estimate* row : withoutRepeated(reports.front().rows, totals.repeated)) {
        if (row->category == QLatin1String("exploration_target"))
            continue;
        totals.counted.push_back(row->id);
        const unsigned classes = classesOf(*row);
        if ((classes & Reserve) != 0) {
            reserves.push_back(row);
            continue;
        }
        if (classes == Inferred)
            inferred.push_back(row);
        else if ((classes & Inferred) != 0)
            mixed.push_back(row);
        else if (classes != 0)
            known.push_back(row);
        else
            unclassified.push_back(row);
        if (classes == 0)
            continue;
        saysAgree = saysAgree && (resources.empty() ||
                                  resources.front()->includesReserves == row->includesReserves);
        resources.push_back(row);
    }
    totals.reserves = sumOf(reserves);
    totals.measuredIndicated = sumOf(known);
    totals.inferred = sumOf(inferred);
    totals.mixed = sumOf(mixed);
    totals.unclassified = sumOf(unclassified);
    if (!resources.empty() && saysAgree)
        totals.includesReserves = resources.front()->includesReserves;

    std::vector<const Estimate*> all = resources;
    all.insert(all.end(), unclassified.begin(), unclassified.end());
    const bool isAsked = !resources.empty() && !reserves.empty() && !totals.includesReserves;
    if (resources.empty() || totals.includesReserves == false)
        all.insert(all.end(), reserves.begin(), reserves.end());
    if (!isAsked && !all.empty())
        totals.screening = sumOf(all);
    const bool hasInferred = !inferred.empty() || !mixed.empty();
    const bool hasBetter =
        !known.empty() || !mixed.empty() || (!reserves.empty() && totals.includesReserves == false);
    totals.needsLabel = totals.screening &&
                        ((hasInferred && hasBetter) || (!unclassified.empty() && all.size() > 1));
    return totals;
}

} // namespace

std::optional<double> gradeOfOne(double grade, const QString& unit)
{
    if (unit == QLatin1String("percent"))
        return grade / 100;
    if (unit == QLatin1String("g/t") || unit == QLatin1String("ppm"))
        return grade / 1e6;
    if (unit == QLatin1String("kg/t"))
        return grade / 1e3;
    return {};
}

namespace {

// Words of a report may be in another language than the program's own.
QString word(const base::Translation& words, const char* text)
{
    return words.text("Text", text);
}

QString massText(double tonnes, const base::Translation& words)
{
    const QLocale locale = base::localeOf(words.language());
    constexpr double Million = 1e6;
    constexpr int Digits = 4;
    return tonnes >= Million
               ? locale.toString(tonnes / Million, 'g', Digits) + QChar::Nbsp + QStringLiteral("Mt")
               : locale.toString(tonnes, 'f', 0) + QChar::Nbsp + QLatin1Char('t');
}

QString gradeText(double ofOne, const base::Translation& words)
{
    const QLocale locale = base::localeOf(words.language());
    constexpr double LeastPercent = 1e-4; // of one
    constexpr int Digits = 4;
    return ofOne >= LeastPercent
               ? locale.toString(ofOne * 100, 'g', Digits) + QChar::Nbsp + QLatin1Char('%')
               : locale.toString(ofOne * 1e6, 'g', Digits) + QChar::Nbsp + QStringLiteral("g/t");
}

QString sumText(const EstimateSum& sum, const base::Translation& words)
{
    QStringList parts;
    if (sum.oreTonnes)
        parts << (sum.grade
                      ? word(words, QT_TRANSLATE_NOOP("Text", "%1 at %2"))
                            .arg(massText(*sum.oreTonnes, words), gradeText(*sum.grade, words))
                      : massText(*sum.oreTonnes, words));
    if (sum.containedTonnes)
        parts << word(words, QT_TRANSLATE_NOOP("Text", "%1 contained"))
                     .arg(massText(*sum.containedTonnes, words));
    return parts.isEmpty() ? word(words, QT_TRANSLATE_NOOP("Text", "tonnage not known"))
                           : parts.join(QStringLiteral(", "));
}

} // namespace

QString screeningLabel(const base::Translation& words)
{
    return word(words,
                QT_TRANSLATE_NOOP("Text", "screening sum by Veta, not a code-compliant total"));
}

std::vector<TotalLine> inWords(const EstimateTotals& totals, const base::Translation& words)
{
    std::vector<TotalLine> lines;
    const auto add = [&](const char* name, const EstimateSum& sum) {
        if (!sum.isEmpty())
            lines.push_back({word(words, name), sumText(sum, words)});
    };
    add(QT_TRANSLATE_NOOP("Text", "Reserves"), totals.reserves);
    add(QT_TRANSLATE_NOOP("Text", "Measured and indicated"), totals.measuredIndicated);
    add(QT_TRANSLATE_NOOP("Text", "Inferred"), totals.inferred);
    add(QT_TRANSLATE_NOOP("Text", "Stated together with inferred"), totals.mixed);
    add(QT_TRANSLATE_NOOP("Text", "Not classified"), totals.unclassified);
    const bool isOfSeveral = lines.size() > 1;
    if (totals.screening && isOfSeveral) {
        QString text = sumText(*totals.screening, words);
        if (totals.needsLabel)
            text += QStringLiteral(" (%1)").arg(screeningLabel(words));
        lines.push_back({word(words, QT_TRANSLATE_NOOP("Text", "Together")), text});
    } else if (isOfSeveral && !totals.screening) {
        lines.push_back(
            {word(words, QT_TRANSLATE_NOOP("Text", "Together")),
             word(words, QT_TRANSLATE_NOOP("Text", "not added: nobody has said whether the "
                                                   "resources hold the reserves"))});
    }
    return lines;
}

std::vector<EstimateTotals> estimateTotals(const std::vector<Estimate>& estimates,
                                           const std::vector<Source>& sources)
{
    std::map<QString, std::vector<const Estimate*>> byCommodity;
    for (const Estimate& row : estimates)
        if (row.tonnes || row.grade || row.containedTonnes)
            byCommodity[row.commodity].push_back(&row);
    std::vector<EstimateTotals> all;
    for (const auto& [commodity, rows] : byCommodity)
        all.push_back(totalsOf(commodity, rows, sources));
    const auto ore = [](const EstimateTotals& totals) {
        return totals.screening ? totals.screening->oreTonnes.value_or(0)
                                : totals.measuredIndicated.oreTonnes.value_or(0);
    };
    std::stable_sort(all.begin(), all.end(), [&](const EstimateTotals& a, const EstimateTotals& b) {
        return ore(a) > ore(b);
    });
    return all;
}

} // namespace catalogue
