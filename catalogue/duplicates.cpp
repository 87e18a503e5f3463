// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/duplicates.h"

#include "base/parallel.h"
#include "catalogue/match_blocks.h"
#include "catalogue/match_compare.h"
#include "catalogue/text.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <random>

namespace catalogue {

namespace {

constexpr size_t Block = 8192;
constexpr size_t RandomPairs = 400000;
constexpr double NeighbourMetres = 25000;
constexpr int MostRounds = 60;
// What is believed before weighs as so many pairs.
constexpr double BelievedMatches = 300;
constexpr double BelievedOthers = 3000;
constexpr double LeastChance = 1e-7;

// The levels of a pair and its extra bits in halves, in 32 bits: pairs of one pattern weigh the
// same.
using Pattern = uint32_t;
constexpr int LevelBits = 3;
constexpr int ExtraHalves = 32; // on either side of 0

Pattern patternOf(const Comparison& comparison)
{
    Pattern pattern = 0;
    float extra = 0;
    for (size_t i = 0; i < MatchFieldCount; ++i) {
        pattern |= Pattern(comparison.level[i]) << (LevelBits * int(i));
        extra += comparison.extraBits[i];
    }
    const int halves = std::clamp(int(std::lround(extra * 2)), -ExtraHalves, ExtraHalves - 1);
    return pattern | Pattern(halves + ExtraHalves) << (LevelBits * int(MatchFieldCount));
}

uint8_t levelOf(Pattern pattern, size_t field)
{
    return uint8_t(pattern >> (LevelBits * int(field)) & 7U);
}

double extraOf(Pattern pattern)
{
    return (int(pattern >> (LevelBits * int(MatchFieldCount))) - ExtraHalves) / 2.0;
}

struct Counted
{
    Pattern pattern = 0;
    double count = 0;
};

std::vector<Counted> counted(std::vector<Pattern> patterns, const base::Progress& progress)
{
    base::sortInParallel(patterns, progress);
    std::vector<Counted> counts;
    for (const Pattern pattern : patterns) {
        if (counts.empty() || counts.back().pattern != pattern)
            counts.push_back({pattern, 0});
        ++counts.back().count;
    }
    return counts;
}

// Believed chances moved by what was counted.
void learn(std::array<MatchModel::Level, MostMatchLevels>& levels,
           double MatchModel::Level::*chance, const std::array<double, MostMatchLevels>& counts,
           size_t levelCount, double weight)
{
    double all = weight;
    for (size_t level = 1; level <= levelCount; ++level)
        all += counts[level];
    for (size_t level = 1; level <= levelCount; ++level)
        levels[level].*chance =
            std::max(LeastChance, (counts[level] + weight * levels[level].*chance) / all);
}

// A pair drawn at random, and for how many it stands.
struct Drawn
{
    Comparison pair;
    double weight = 0;
};
struct DrawnPairs
{
    std::vector<Drawn> near; // neighbours: most fields are compared among them
    std::vector<Drawn> anywhere;
};

DrawnPairs drawPairs(const MatchTable& table, const MatchModel& model,
                     const base::Progress& progress)
{
    if (table.size() < 2)
        return {};
    // Sorted by bands of latitude, a neighbour stands nearby in this order.
    std::vector<uint32_t> order;
    for (size_t i = 0; i < table.size(); ++i)
        if (table.row(i).placed)
            order.push_back(uint32_t(i));
    const auto bandOf = [&](uint32_t row) { return int(std::floor(table.row(row).lat / 0.2)); };
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
        return std::tuple(bandOf(a), table.row(a).lon, a) <
               std::tuple(bandOf(b), table.row(b).lon, b);
    });
    const auto draw = [&](DrawnPairs& into, std::mt19937_64& random) {
        const size_t a = random() % table.size();
        const size_t b = random() % table.size();
        if (a != b)
            into.anywhere.push_back({compareRecords(table, a, b, model), 1});
        if (order.size() < 2)
            return;
        // Any of those whose longitude is near, in the same band.
        const size_t at = random() % order.size();
        const MatchTable::Row& here = table.row(order[at]);
        const double reach = 0.22 / std::max(0.05, std::cos(here.lat * M_PI / 180));
        const auto bound = [&](double lon) {
            const auto found = std::partition_point(order.begin(), order.end(), [&](uint32_t row) {
                return std::pair(bandOf(row), table.row(row).lon) <
                       std::pair(bandOf(order[at]), lon);
            });
            return size_t(found - order.begin());
        };
        const size_t from = bound(here.lon - reach);
        const size_t to = bound(here.lon + reach);
        const size_t other = from + random() % std::max<size_t>(to - from, 1);
        if (to - from < 2 || other == at)
            return;
        const Comparison pair = compareRecords(table, order[at], order[other], model);
        // Drawn by record, counted by pair: who has many neighbours is in many pairs.
        if (double(pair.metres) <= NeighbourMetres)
            into.near.push_back({pair, double(to - from - 1)});
    };
    constexpr size_t Lot = 1000; // pairs that one generator draws, so that threads change nothing
    std::vector<DrawnPairs> lots((std::min(RandomPairs, table.size() * 20) + Lot - 1) / Lot);
    base::inParallel(lots.size(), 1, progress, [&](size_t begin, size_t end) {
        for (size_t lot = begin; lot < end; ++lot) {
            std::mt19937_64 random(0x7665746100000000ULL + lot);
            for (size_t i = 0; i < Lot; ++i)
                draw(lots[lot], random);
        }
    });
    DrawnPairs all;
    double weights = 0;
    for (const DrawnPairs& lot : lots) {
        all.near.insert(all.near.end(), lot.near.begin(), lot.near.end());
        all.anywhere.insert(all.anywhere.end(), lot.anywhere.begin(), lot.anywhere.end());
    }
    for (const Drawn& each : all.near)
        weights += each.weight;
    for (Drawn& each : all.near)
        each.weight *= double(all.near.size()) / weights;
    return all;
}

// u from what was drawn, each pair as far as `model` does not hold it for one mine: where every
// record has its doubles, many of its few neighbours are among them.
void learnOthers(const DrawnPairs& drawn, const MatchModel& believed, MatchModel& model)
{
    using Counts = std::array<std::array<double, MostMatchLevels>, MatchFieldCount>;
    Counts near{};
    Counts extra{}; // near, each by what its extra bits make of its u
    Counts anywhere{};
    const auto other = [&](const Drawn& each) {
        return each.weight / (1 + std::exp2(model.bits(each.pair)));
    };
    for (const Drawn& each : drawn.near) {
        const double weight = other(each);
        for (size_t field = 0; field < MatchFieldCount; ++field) {
            near[field][each.pair.level[field]] += weight;
            extra[field][each.pair.level[field]] +=
                weight * std::exp2(-double(each.pair.extraBits[field]));
        }
    }
    for (const Drawn& each : drawn.anywhere) {
        const double weight = other(each);
        for (size_t field = 0; field < MatchFieldCount; ++field)
            anywhere[field][each.pair.level[field]] += weight;
    }
    for (size_t field = 0; field < MatchFieldCount; ++field) {
        const bool wide = MatchField(field) == MatchField::Region;
        const size_t levels = matchLevelKeys(MatchField(field)).size();
        auto& chances = model.levels[field];
        for (size_t level = 1; level <= levels; ++level)
            chances[level].u = believed.levels[field][level].u;
        learn(chances, &MatchModel::Level::u, wide ? anywhere[field] : near[field], levels,
              BelievedOthers);
        // A level whose extra bits are mostly below zero among others would weigh too little: over
        // all of them, u times 2^-extra is to be the share that was counted.
        for (size_t level = 1; level <= levels && !wide; ++level)
            chances[level].u = std::max(LeastChance, chances[level].u * (near[field][level] + 20) /
                                                         (extra[field][level] + 20));
    }
    // Numbers that differ speak against it, however rarely they are met.
    auto& number = model.levels[size_t(MatchField::Names)][match_level::OtherNumber];
    number.u = std::max(number.u, number.m * 128);
}

void learnMatches(const std::vector<Counted>& patterns, double neighbourPairs, size_t records,
                  const MatchModel& believed, MatchModel& model, const base::Progress& progress)
{
    double share = std::pow(2.0, model.priorBits);
    for (int round = 0; round < MostRounds; ++round) {
        progress.check();
        std::array<std::array<double, MostMatchLevels>, MatchFieldCount> counts{};
        double matches = 0;
        MatchModel::Levels weights = model.levels;
        for (size_t field = 0; field < MatchFieldCount; ++field)
            for (uint8_t level = 0; level < MostMatchLevels; ++level)
                weights[field][level].m = level <= matchLevelKeys(MatchField(field)).size()
                                              ? model.bits(MatchField(field), level)
                                              : 0;
        for (const Counted& each : patterns) {
            double bits = std::log2(share / (1 - share)) + extraOf(each.pattern);
            for (size_t field = 0; field < MatchFieldCount; ++field)
                bits += weights[field][levelOf(each.pattern, field)].m;
            const double expected = each.count / (1 + std::exp2(-bits));
            matches += expected;
            for (size_t field = 0; field < MatchFieldCount; ++field)
                counts[field][levelOf(each.pattern, field)] += expected;
        }
        MatchModel next = model;
        for (size_t field = 0; field < MatchFieldCount; ++field) {
            for (size_t level = 0; level < MostMatchLevels; ++level)
                next.levels[field][level].m = believed.levels[field][level].m;
            learn(next.levels[field], &MatchModel::Level::m, counts[field],
                  matchLevelKeys(MatchField(field)).size(), BelievedMatches);
        }
        // Claims “No. 1” to “No. 9” lie beside each other and agree in all else: what they teach
        // about numbers is wrong.
        auto& names = next.levels[size_t(MatchField::Names)];
        names[match_level::OtherNumber].m =
            believed.levels[size_t(MatchField::Names)][match_level::OtherNumber].m;
        // Of a table nobody has more than four doubles each on average, nor fewer than one in 500.
        const double bounded = std::clamp(matches, double(records) / 500, 2 * double(records));
        const double newShare =
            neighbourPairs > 0 ? std::clamp(bounded / neighbourPairs, 1e-9, 0.5) : share;
        const bool settled = std::abs(std::log2(newShare / share)) < 0.001;
        share = newShare;
        model.levels = next.levels;
        if (settled && round > 3)
            break;
    }
    model.priorBits = std::log2(share / (1 - share));
}

} // namespace

MatchModel estimateModel(const MatchTable& table, base::Progress& progress)
{
    return findDuplicates(table, {}, 1e9, progress).model;
}

DuplicateSearch findDuplicates(const MatchTable& table, const std::optional<MatchModel>& model,
                               double leastBits, base::Progress& progress)
{
    DuplicateSearch search;
    search.model = model.value_or(MatchModel::builtIn());
    progress.begin(Text::tr("Looking for records of the same mine"));
    const MatchModel believed = search.model;
    DrawnPairs drawn;
    if (!model) {
        drawn = drawPairs(table, believed, progress);
        learnOthers(drawn, believed, search.model);
    }
    const std::vector<CandidatePair> candidates =
        candidatePairs(table, search.model.leastUncertaintyMetres, progress);
    search.candidates = qint64(candidates.size());
    std::vector<Pattern> patterns(candidates.size());
    std::vector<DuplicatePair> pairs;
    std::mutex mutex;
    // A pair that could not reach leastBits in any model is not worth keeping, but which could is
    // known only when the model is: patterns come first, weights with the values at hand after.
    const auto compareAll = [&](auto&& visit) {
        std::atomic<qint64> done{0};
        base::inParallel(candidates.size(), Block, progress, [&](size_t begin, size_t end) {
            visit(begin, end);
            progress.advance(done += qint64(end - begin));
        });
    };
    progress.begin(Text::tr("Comparing records"), search.candidates);
    compareAll([&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            patterns[i] =
                patternOf(compareRecords(table, candidates[i].a, candidates[i].b, search.model));
    });
    if (!model) {
        const std::vector<Counted> counts = counted(patterns, progress);
        constexpr int Turns = 4; // by then neither moves any more
        for (int turn = 0; turn < Turns; ++turn) {
            learnMatches(counts, table.neighbourPairs(), table.size(), believed, search.model,
                         progress);
            if (turn + 1 < Turns)
                learnOthers(drawn, believed, search.model);
        }
    }
    const auto roughBits = [&](Pattern pattern) {
        double bits = search.model.priorBits + extraOf(pattern);
        for (size_t field = 0; field < MatchFieldCount; ++field)
            bits += search.model.bits(MatchField(field), levelOf(pattern, field));
        return bits;
    };
    progress.begin(Text::tr("Weighing pairs"), search.candidates);
    compareAll([&](size_t begin, size_t end) {
        std::vector<DuplicatePair> here;
        Pattern last = 0;
        double rough = 0;
        for (size_t i = begin; i < end; ++i) {
            if (i == begin || patterns[i] != last) {
                last = patterns[i];
                rough = roughBits(last);
            }
            if (rough < leastBits - 0.5 && leastBits > -30)
                continue; // halves of bits are off by a quarter at most
            const double bits = search.model.bits(
                compareRecords(table, candidates[i].a, candidates[i].b, search.model));
            if (bits >= leastBits)
                here.push_back({candidates[i].a, candidates[i].b, float(bits)});
        }
        const std::lock_guard lock(mutex);
        pairs.insert(pairs.end(), here.begin(), here.end());
    });
    std::sort(pairs.begin(), pairs.end(), [](const DuplicatePair& x, const DuplicatePair& y) {
        return std::tuple(-x.bits, x.a, x.b) < std::tuple(-y.bits, y.a, y.b);
    });
    search.pairs = std::move(pairs);
    return search;
}

} // namespace catalogue
