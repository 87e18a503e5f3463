// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_compare.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace catalogue {

namespace {

using Name = MatchTable::Name;
using NameWord = MatchTable::NameWord;
using Row = MatchTable::Row;
using Word = MatchTable::Word;
using Role = MineName::Role;

constexpr size_t MostWords = 12;       // of a name that are looked at
constexpr double LeastLikeness = 0.86; // of two words that may be one misspelt
constexpr double LeastOfShort = 0.91;  // of words of three letters
constexpr float Translated = 0.97F;    // equal in meaning, not in letters
constexpr float Abbreviated = 0.95F;

// Jaro-Winkler of two words, 0 where it must be below LeastLikeness: what letters they share says
// most of it.
float likeness(const Word& a, const Word& b)
{
    const double la = double(a.text.size());
    const double lb = double(b.text.size());
    if (la < 3 || lb < 3)
        return 0;
    const double most = std::min(la - std::popcount(a.letters & ~b.letters),
                                 lb - std::popcount(b.letters & ~a.letters));
    const double jaro = (most / la + most / lb + 1) / 3;
    const double bound = a.text[0] == b.text[0] ? jaro + 0.4 * (1 - jaro) : jaro;
    if (most <= 0 || bound < LeastLikeness)
        return 0;
    const double found = jaroWinkler(a.text, b.text);
    const double least = std::min(la, lb) < 4 ? LeastOfShort : LeastLikeness;
    return found < least ? 0 : float(1 - 2 * (1 - found));
}

float wordLikeness(const MatchTable& table, NameWord a, NameWord b)
{
    if (a.word == b.word)
        return 1;
    const Word& first = table.word(a.word);
    const Word& second = table.word(b.word);
    if (first.meaning == second.meaning)
        return Translated;
    if (first.role == Role::Kind || second.role == Role::Kind || (first.known && second.known))
        return 0;
    const auto shortens = [](NameWord word, const Word& brief, const Word& full) {
        return brief.text.size() < full.text.size() && full.text.starts_with(brief.text) &&
               (word.abbreviated || brief.text.size() >= 4);
    };
    if (shortens(a, first, second) || shortens(b, second, first))
        return Abbreviated;
    return likeness(first, second);
}

bool shareNumber(const MatchTable& table, const Name& a, const Name& b)
{
    const int* first = table.numbersOf(a);
    const int* second = table.numbersOf(b);
    return std::any_of(first, first + a.numbers, [&](int number) {
        return std::binary_search(second, second + b.numbers, number);
    });
}

bool sameNumbers(const MatchTable& table, const Name& a, const Name& b)
{
    return std::equal(table.numbersOf(a), table.numbersOf(a) + a.numbers, table.numbersOf(b),
                      table.numbersOf(b) + b.numbers);
}

uint8_t nameLevel(const NameComparison& names)
{
    using namespace match_level;
    if (names.otherNumber)
        return OtherNumber;
    return names.score >= 0.96F   ? SameName
           : names.score >= 0.85F ? CloseName
           : names.score >= 0.65F ? AkinName
           : names.score >= 0.40F ? PartOfName
                                  : OtherName;
}

void compareAllNames(const MatchTable& table, const Row& a, const Row& b, const MatchModel& model,
                     Comparison& result)
{
    if (a.names == 0 || b.names == 0)
        return;
    NameComparison best;
    bool found = false;
    for (const Name* first = table.namesOf(a); first < table.namesOf(a) + a.names; ++first)
        for (const Name* second = table.namesOf(b); second < table.namesOf(b) + b.names; ++second) {
            NameComparison each = compareNames(table, *first, *second);
            if (first->isAside && second->isAside)
                each.score *= 0.6F; // of one town, perhaps
            const auto rank = [](const NameComparison& names) {
                return std::pair(!names.otherNumber || names.score < 0.65F, names.score);
            };
            if (!found || rank(each) > rank(best))
                best = each;
            found = true;
        }
    result.nameScore = best.score;
    const uint8_t level = nameLevel(best);
    result.level[size_t(MatchField::Names)] = level;
    const float share = level == match_level::SameName     ? 1.0F
                        : level == match_level::CloseName  ? 0.75F
                        : level <= match_level::PartOfName ? 0.5F
                                                           : 0.0F;
    result.extraBits[size_t(MatchField::Names)] =
        std::clamp((best.sharedBits - float(model.typicalNameBits)) * share, -7.0F, 3.0F);
}

void comparePlaces(const MatchTable& table, const Row& a, const Row& b, const MatchModel& model,
                   Comparison& result)
{
    using namespace match_level;
    float& extra = result.extraBits[size_t(MatchField::Place)];
    // Two that may lie anywhere are of one mine more rarely than two neighbours.
    const auto anywhere = [&](double neighbours) {
        return -float(
            std::clamp(std::log2(double(table.size()) / std::max(1.0, neighbours)), 0.0, 8.0));
    };
    if (!a.placed || !b.placed) {
        extra =
            anywhere(std::max(a.neighbours, b.neighbours)) * (a.placed == b.placed ? 1.0F : 0.5F);
        return;
    }
    const double metres = roughMetres(a.lon, a.lat, b.lon, b.lat);
    const double least = model.leastUncertaintyMetres;
    const double uncertainty = std::hypot(std::max<double>(least, a.uncertaintyMetres),
                                          std::max<double>(least, b.uncertaintyMetres));
    const double times = metres / uncertainty;
    result.metres = float(metres);
    const uint8_t level = metres <= 20  ? SameSpot
                          : times <= 1  ? Within
                          : times <= 2  ? Near
                          : times <= 4  ? Around
                          : times <= 10 ? Apart
                          : times <= 30 ? Far
                                        : Elsewhere;
    result.level[size_t(MatchField::Place)] = level;
    if (level <= Apart)
        extra = std::clamp(float(std::log2(table.typicalCrowding()) -
                                 (std::log2(a.crowding) + std::log2(b.crowding)) / 2),
                           -3.0F, 3.0F);
    else if (metres > 25000)
        extra = anywhere((a.neighbours + b.neighbours) / 2);
}

void compareCommodities(const MatchTable& table, const Row& a, const Row& b, Comparison& result)
{
    using namespace match_level;
    if (a.commodities == 0 || b.commodities == 0)
        return;
    const uint16_t* first = table.commoditiesOf(a);
    const uint16_t* second = table.commoditiesOf(b);
    int shared = 0;
    float rarest = 0;
    bool kin = false;
    for (int i = 0; i < a.commodities; ++i)
        for (int j = 0; j < b.commodities; ++j) {
            if (first[i] == second[j]) {
                ++shared;
                rarest = std::max(rarest, table.commodityBits(first[i]));
            }
            const uint8_t group = table.commodityGroup(first[i]);
            kin = kin || (group != 0 && group == table.commodityGroup(second[j]));
        }
    const int all = a.commodities + b.commodities - shared;
    const int fewer = std::min(a.commodities, b.commodities);
    result.level[size_t(MatchField::Commodities)] = shared == all ? SameCommodities
                                                    : 2 * shared >= all || shared == fewer
                                                        ? MostShared
                                                    : shared > 0 ? SomeShared
                                                    : kin        ? KinCommodities
                                                                 : OtherCommodities;
    if (shared > 0)
        result.extraBits[size_t(MatchField::Commodities)] =
            std::clamp((rarest - 4.0F) * 0.4F, -1.0F, 2.0F);
}

template <class Number>
int sharedCount(const Number* a, int countA, const Number* b, int countB)
{
    int shared = 0;
    for (int i = 0, j = 0; i < countA && j < countB;) {
        if (a[i] == b[j]) {
            ++shared;
            ++i;
            ++j;
        } else {
            ++(a[i] < b[j] ? i : j);
        }
    }
    return shared;
}

// Mines, deposits and prospects are one and the same in different years and words.
bool isDug(const QString& kind)
{
    return kind == QLatin1String("mine") || kind == QLatin1String("deposit") ||
           kind == QLatin1String("prospect");
}

} // namespace

double roughMetres(double lonA, double latA, double lonB, double latB)
{
    constexpr double Radian = M_PI / 180;
    constexpr double Radius = 6371008.8;
    const double dy = (latB - latA) * Radian;
    const double dx = (lonB - lonA) * Radian;
    const double h = std::pow(std::sin(dy / 2), 2) + std::cos(latA * Radian) *
                                                         std::cos(latB * Radian) *
                                                         std::pow(std::sin(dx / 2), 2);
    return 2 * Radius * std::asin(std::min(1.0, std::sqrt(h)));
}

NameComparison compareNames(const MatchTable& table, const Name& a, const Name& b)
{
    const Name& brief = a.words <= b.words ? a : b;
    const Name& full = a.words <= b.words ? b : a;
    const NameWord* first = table.wordsOf(brief);
    const NameWord* second = table.wordsOf(full);
    const size_t countFirst = std::min<size_t>(brief.words, MostWords);
    const size_t countSecond = std::min<size_t>(full.words, MostWords);
    std::array<bool, MostWords> used{};
    std::array<bool, MostWords> usedFirst{};
    double matched = 0;
    NameComparison result;
    for (size_t i = 0; i < countFirst; ++i) {
        float best = 0;
        size_t at = 0;
        for (size_t j = 0; j < countSecond && best < 1; ++j)
            if (!used[j])
                if (const float found = wordLikeness(table, first[i], second[j]); found > best) {
                    best = found;
                    at = j;
                }
        if (best == 0)
            continue;
        used[at] = usedFirst[i] = true;
        const Word& word = table.word(first[i].word);
        const Word& other = table.word(second[at].word);
        matched += double(best) * (word.weight + other.weight);
        if (word.role != Role::Kind)
            result.sharedBits += std::min(word.bits, other.bits) * best;
    }
    const double whole = double(a.weight) + double(b.weight);
    const double score = whole > 0 ? matched / whole : 0;
    // The words of one all occur in the other: “Mission” and “Asarco Mission Complex”.
    const double less = std::min(a.weight, b.weight);
    const double contained = less > 0 ? std::min(1.0, matched / (2 * less)) : 0;
    result.score = float(std::max(score, 0.72 * contained * contained));
    if (a.joined == b.joined && result.score < 0.97F) {
        result.score = 0.97F; // “Redhill” and “Red Hill”
        result.sharedBits =
            std::max(table.signatureBits(a.signature), table.signatureBits(b.signature));
    }
    if (a.signature == b.signature)
        result.sharedBits = std::min(result.sharedBits, table.signatureBits(a.signature) + 1);
    // What is left over on either side.
    const auto leftOver = [&](Role role, const NameWord* words, size_t count,
                              const auto& matchedWords) {
        for (size_t i = 0; i < count; ++i)
            if (!matchedWords[i] && table.word(words[i].word).role == role)
                return true;
        return false;
    };
    const bool named = leftOver(Role::Name, first, countFirst, usedFirst);
    const bool otherNamed = leftOver(Role::Name, second, countSecond, used);
    if (named && otherNamed && a.joined != b.joined)
        result.score *= 0.8F; // “Delano Black Granite” and “Royal Black Granite”
    if (result.score >= 0.6F) {
        const bool part = leftOver(Role::Qualifier, first, countFirst, usedFirst);
        const bool otherPart = leftOver(Role::Qualifier, second, countSecond, used);
        if (part && otherPart)
            result.otherNumber = true; // North and South, or any two parts of one place
        else if (part || otherPart)
            result.score *= 0.85F;
        if (a.numbers > 0 && b.numbers > 0) {
            if (!shareNumber(table, a, b))
                result.otherNumber = true;
            else if (!sameNumbers(table, a, b))
                result.score *= 0.96F;
        } else if (a.numbers != b.numbers) {
            result.score *= 0.93F;
        }
    }
    return result;
}

Comparison compareRecords(const MatchTable& table, size_t a, size_t b, const MatchModel& model)
{
    using namespace match_level;
    const Row& first = table.row(a);
    const Row& second = table.row(b);
    Comparison result;
    const auto level = [&](MatchField field) -> uint8_t& { return result.level[size_t(field)]; };
    comparePlaces(table, first, second, model, result);
    compareAllNames(table, first, second, model, result);
    compareCommodities(table, first, second, result);
    if (first.kind != 0 && second.kind != 0)
        level(MatchField::Kind) = first.kind == second.kind ? SameKind
                                  : isDug(table.record(a).kind) == isDug(table.record(b).kind)
                                      ? AkinKind
                                      : OtherKind;
    if (first.stage != 0 && second.stage != 0)
        level(MatchField::Stage) = first.stage == second.stage ? SameStage : OtherStage;
    if (first.country != 0 && second.country != 0 && first.country != second.country)
        level(MatchField::Region) = OtherCountry;
    else if (first.admin1 != 0 && second.admin1 != 0)
        level(MatchField::Region) = first.admin1 == second.admin1 ? SameState : SameCountry;
    // Neighbours are of one state as a matter of course.
    const uint8_t place = level(MatchField::Place);
    if (place != Missing && result.metres < 25000 && level(MatchField::Region) != OtherCountry)
        level(MatchField::Region) = Missing;
    if (first.depositWords > 0 && second.depositWords > 0) {
        const int shared = sharedCount(table.depositWordsOf(first), first.depositWords,
                                       table.depositWordsOf(second), second.depositWords);
        const int fewer = std::min(first.depositWords, second.depositWords);
        level(MatchField::DepositType) =
            shared == fewer && first.depositWords == second.depositWords ? SameType
            : 2 * shared >= fewer                                        ? AkinType
                                                                         : OtherType;
    }
    const auto* ids = table.externalIdsOf(first);
    const auto* others = table.externalIdsOf(second);
    for (int i = 0; i < first.externalIds; ++i)
        for (int j = 0; j < second.externalIds; ++j)
            if (ids[i].value == others[j].value)
                level(MatchField::Ids) = SharedId;
            else if (ids[i].system == others[j].system && level(MatchField::Ids) == Missing)
                level(MatchField::Ids) = OtherIds;
    return result;
}

} // namespace catalogue
