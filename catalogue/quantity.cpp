// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/quantity.h"

#include "base/error.h"
#include "catalogue/quantity_table.h"
#include "catalogue/text.h"

#include <algorithm>

namespace catalogue {

namespace {

constexpr qsizetype MostSpellings = 4096; // remembered; a file of nonsense has more
constexpr qsizetype LongestSpelling = 120;
constexpr qsizetype LongestPhrase = 4; // words of one spelling in the table

using Table = QuantityTable;

// The unit that an ambiguous one stands for, where the meanings say so; itself if it is not.
const Table::Unit* settled(const Table::Unit* unit, const std::map<QString, Table::Unit>& units,
                           const UnitMeanings& meanings)
{
    if (unit == nullptr || unit->info.mayBe.empty())
        return unit;
    const auto meaning = meanings.find(unit->info.word);
    if (meaning == meanings.end())
        return nullptr;
    const auto key = unit->info.mayBe.find(meaning->second);
    return key == unit->info.mayBe.end() ? nullptr : &units.at(key->second);
}

// What a spelling of a tonnage is made of: one mass, and what stands around it.
struct Parts
{
    const Table::Unit* mass = nullptr;
    std::optional<double> multiplier;
    QString basis;
    QString of;
    QStringList rest;

    bool takeMass(const Table::Unit* unit)
    {
        if (unit == nullptr || mass != nullptr)
            return false;
        mass = unit;
        return true;
    }
    // Said twice is once: "tonnes of ore (ore)".
    static bool takeWord(QString& where, const QString& word)
    {
        if (!where.isEmpty() && where != word)
            return false;
        where = word;
        return true;
    }
};

enum class Taken { No, Yes, Wrong };

Taken takePhrase(Parts& parts, const QString& phrase)
{
    const Table& table = Table::instance();
    if (const auto mass = table.massSpellings.constFind(phrase);
        mass != table.massSpellings.constEnd())
        return parts.takeMass(&table.masses.at(*mass)) ? Taken::Yes : Taken::Wrong;
    if (const auto factor = table.multipliers.constFind(phrase);
        factor != table.multipliers.constEnd()) {
        if (parts.multiplier)
            return Taken::Wrong;
        parts.multiplier = *factor;
        return Taken::Yes;
    }
    if (const auto basis = table.bases.constFind(phrase); basis != table.bases.constEnd())
        return Parts::takeWord(parts.basis, *basis) ? Taken::Yes : Taken::Wrong;
    if (const auto of = table.materials.constFind(phrase); of != table.materials.constEnd())
        return Parts::takeWord(parts.of, *of) ? Taken::Yes : Taken::Wrong;
    return Taken::No;
}

std::optional<Parts> partsOf(const QStringList& exact, const QStringList& words)
{
    const Table& table = Table::instance();
    Parts parts;
    for (qsizetype at = 0; at < words.size();) {
        if (const auto mass = table.exactMasses.constFind(exact[at]);
            mass != table.exactMasses.constEnd()) {
            if (!parts.takeMass(&table.masses.at(*mass)))
                return {};
            ++at;
            continue;
        }
        Taken taken = Taken::No;
        qsizetype count = std::min(LongestPhrase, words.size() - at);
        for (; count > 0; --count) {
            taken = takePhrase(parts, words.mid(at, count).join(u' '));
            if (taken != Taken::No)
                break;
        }
        if (taken == Taken::Wrong)
            return {};
        if (taken == Taken::Yes) {
            at += count;
            continue;
        }
        parts.rest << exact[at++];
    }
    const auto isLink = [](const QString& word) {
        return word.compare(QLatin1String("of"), Qt::CaseInsensitive) == 0 ||
               word.compare(QLatin1String("de"), Qt::CaseInsensitive) == 0;
    };
    while (!parts.rest.isEmpty() && isLink(parts.rest.front()))
        parts.rest.removeFirst();
    while (!parts.rest.isEmpty() && isLink(parts.rest.back()))
        parts.rest.removeLast();
    return parts.mass != nullptr ? std::optional(parts) : std::nullopt;
}

UnitReading<TonnageUnit> readTonnage(const QString& spelling, const UnitMeanings& meanings)
{
    const Table& table = Table::instance();
    const QStringList exact = unitWords(spelling, UnitCase::Kept);
    const QStringList words = unitWords(spelling, UnitCase::Folded);
    const std::optional<Parts> parts = partsOf(exact, words);
    if (!parts)
        return {};
    TonnageUnit unit;
    if (!parts->rest.isEmpty()) {
        const QString name = parts->rest.join(QString());
        const auto substance = table.substanceSpellings.constFind(name.toLower());
        // A symbol is written with its capital: "tonne s" is no sulfur, "tonnes in" no indium.
        if (substance == table.substanceSpellings.constEnd() ||
            (name.size() <= 2 && name.front().isLower()))
            return {};
        unit.substance = table.substances[*substance];
    }
    const Table::Unit* mass = settled(parts->mass, table.masses, meanings);
    if (mass == nullptr)
        return {{}, UnitProblem::Ambiguous};
    unit.basis = mass->basis;
    if (!parts->basis.isEmpty() && !Parts::takeWord(unit.basis, parts->basis))
        return {};
    unit.of = parts->of;
    unit.tonnesPerUnit = mass->info.factor * parts->multiplier.value_or(1) * unit.substance.factor;
    return {unit, UnitProblem::None};
}

// "cu", "(cu)", "ni grade", "total ni", "cu eq": a substance, and whether others count in it.
std::optional<std::pair<Substance, bool>> substanceIn(const QStringList& exact)
{
    const Table& table = Table::instance();
    const auto known = [&](QString text) -> std::optional<Substance> {
        while (text.startsWith(u'/'))
            text.remove(0, 1);
        auto found = table.substanceSpellings.constFind(text);
        if (found == table.substanceSpellings.constEnd()) {
            for (const char* word : {"drybasis", "grade", "total"}) // all assays are of the dry
                if (const QLatin1String end(word); text.endsWith(end))
                    text.chop(end.size());
            if (text.startsWith(QLatin1String("total")))
                text.remove(0, 5);
            found = table.substanceSpellings.constFind(text);
        }
        return found == table.substanceSpellings.constEnd()
                   ? std::nullopt
                   : std::optional(table.substances[*found]);
    };
    const QString written = exact.join(QString());
    if (written.size() == 1 && written.front().isLower())
        return {}; // "% k" may be a footnote
    const QString text = written.toLower();
    if (const auto substance = known(text))
        return std::pair(*substance, false);
    for (const char* word : {"equivalent", "equivalence", "equivalente", "equiv", "eq"})
        if (const QLatin1String end(word); text.endsWith(end))
            if (const auto substance = known(text.chopped(end.size())))
                return std::pair(*substance, true);
    return {};
}

UnitReading<GradeUnit> readGrade(const QString& spelling, const UnitMeanings& meanings)
{
    const Table& table = Table::instance();
    QStringList words = gradeWords(spelling);
    const auto unitOf = [&](const QStringList& phrase) -> const Table::Unit* {
        const auto found = table.gradeSpellings.constFind(phrase.join(u' ').toLower());
        return found == table.gradeSpellings.constEnd() ? nullptr : &table.grades.at(*found);
    };
    const Table::Unit* unit = unitOf(words);
    std::optional<std::pair<Substance, bool>> of;
    // The unit before or after what it is of; then so with "Ag/gpt" as "Ag gpt".
    for (int pass = 0; pass < 2 && unit == nullptr; ++pass) {
        for (qsizetype at = words.size() - 1; at > 0 && unit == nullptr; --at) {
            const QStringList front = words.mid(0, at);
            const QStringList back = words.mid(at);
            const Table::Unit* found = unitOf(front);
            of = found != nullptr ? substanceIn(back) : std::nullopt;
            if (!of) {
                found = unitOf(back);
                of = found != nullptr ? substanceIn(front) : std::nullopt;
            }
            unit = of ? found : nullptr;
        }
        words = words.join(u' ').replace(u'/', u' ').split(u' ', Qt::SkipEmptyParts);
    }
    if (unit == nullptr)
        return {};
    const Table::Unit* meant = settled(unit, table.grades, meanings);
    if (meant == nullptr)
        return {{}, UnitProblem::Ambiguous};
    GradeUnit result{meant->info.unit, meant->info.factor, {}, false};
    if (of) {
        result.substance = of->first;
        result.equivalent = of->second;
        result.factor *= of->first.factor;
    }
    return {result, UnitProblem::None};
}

bool saysNothing(const QString& spelling)
{
    const QString text = spelling.trimmed();
    return text.isEmpty() || Table::instance().nothing.contains(text.toLower());
}

} // namespace

UnitReader::UnitReader(UnitMeanings meanings)
    : m_meanings(std::move(meanings))
{
    for (const auto& [word, meaning] : m_meanings) {
        QStringList possible;
        for (const QuantityUnit& unit : quantityUnits())
            if (unit.word == word)
                for (const auto& [key, target] : unit.mayBe)
                    if (!possible.contains(key))
                        possible << key;
        if (possible.isEmpty())
            throw base::Error(
                Text::tr("No unit is called by the word “%1” in more than one meaning.").arg(word));
        if (!possible.contains(meaning))
            throw base::Error(Text::tr("“%1” cannot mean “%2”. It can mean: %3.")
                                  .arg(word, meaning, possible.join(QStringLiteral(", "))));
    }
}

UnitReading<TonnageUnit> UnitReader::tonnage(const QString& spelling)
{
    if (const auto known = m_tonnages.constFind(spelling); known != m_tonnages.constEnd())
        return *known;
    UnitReading<TonnageUnit> reading;
    if (saysNothing(spelling))
        reading.problem = UnitProblem::Missing;
    else if (spelling.size() <= LongestSpelling) {
        reading = readTonnage(spelling, m_meanings);
        if (reading.problem == UnitProblem::Unknown &&
            readGrade(spelling, m_meanings).problem != UnitProblem::Unknown)
            reading.problem = UnitProblem::OtherQuantity;
    }
    if (m_tonnages.size() < MostSpellings && spelling.size() <= LongestSpelling)
        m_tonnages.insert(spelling, reading);
    return reading;
}

UnitReading<GradeUnit> UnitReader::grade(const QString& spelling)
{
    if (const auto known = m_grades.constFind(spelling); known != m_grades.constEnd())
        return *known;
    UnitReading<GradeUnit> reading;
    if (saysNothing(spelling))
        reading.problem = UnitProblem::Missing;
    else if (spelling.size() <= LongestSpelling) {
        reading = readGrade(spelling, m_meanings);
        if (reading.problem == UnitProblem::Unknown &&
            readTonnage(spelling, m_meanings).problem != UnitProblem::Unknown)
            reading.problem = UnitProblem::OtherQuantity;
    }
    if (m_grades.size() < MostSpellings && spelling.size() <= LongestSpelling)
        m_grades.insert(spelling, reading);
    return reading;
}

std::optional<Substance> substanceOf(const QString& text)
{
    const Table& table = Table::instance();
    if (text.size() > LongestSpelling)
        return {};
    const auto known = [&](const QString& part) -> std::optional<Substance> {
        const auto found =
            table.substanceSpellings.constFind(unitWords(part, UnitCase::Folded).join(QString()));
        return found == table.substanceSpellings.constEnd()
                   ? std::nullopt
                   : std::optional(table.substances[*found]);
    };
    if (const auto whole = known(text))
        return whole;
    // "lithium oxide (Li2O)": both, and they agree.
    const qsizetype open = text.indexOf(u'(');
    if (open <= 0 || !text.trimmed().endsWith(u')'))
        return {};
    const auto name = known(text.left(open));
    return name && name == known(text.mid(open)) ? name : std::nullopt;
}

QString unitProblemText(UnitProblem problem, const QString& spelling)
{
    switch (problem) {
    case UnitProblem::None:
        return {};
    case UnitProblem::Missing:
        return Text::tr("The figure has no unit. Say which one the file means.");
    case UnitProblem::Unknown:
        return Text::tr("The unit “%1” is not in the table of units. Write it in another way, or "
                        "say which unit is meant.")
            .arg(spelling);
    case UnitProblem::Ambiguous:
        return Text::tr("The unit “%1” has more than one meaning. Say which one the file means.")
            .arg(spelling);
    case UnitProblem::OtherQuantity:
        return Text::tr("The unit “%1” belongs to another quantity: a grade is no tonnage. Check "
                        "whether the columns are mixed up.")
            .arg(spelling);
    }
    return {};
}

const std::vector<QuantityUnit>& quantityUnits()
{
    return Table::instance().all;
}

const std::vector<Substance>& substances()
{
    return Table::instance().substances;
}

} // namespace catalogue
