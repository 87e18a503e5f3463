// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_blocks.h"

#include "base/parallel.h"
#include "catalogue/match_compare.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace catalogue {

namespace {

constexpr double LeastMetres = 1000; // neighbours are compared within it whatever they are called
constexpr double MostMetres = 2500;
constexpr double NamesakeMetres = 30000;
constexpr size_t FewNamesakes = 60; // so many are compared wherever they lie
constexpr size_t MostAtOneId = 200;
constexpr double MetresPerDegree = 111195;

// Pairs that several threads find.
class Found
{
public:
    void add(std::vector<CandidatePair>& pairs)
    {
        const std::lock_guard lock(m_mutex);
        m_all.insert(m_all.end(), pairs.begin(), pairs.end());
        pairs.clear();
    }
    std::vector<CandidatePair> take() { return std::move(m_all); }

private:
    std::mutex m_mutex;
    std::vector<CandidatePair> m_all;
};

CandidatePair ordered(uint32_t a, uint32_t b)
{
    return a < b ? CandidatePair{a, b} : CandidatePair{b, a};
}

void addNeighbours(const MatchTable& table, double leastUncertainty, const base::Progress& progress,
                   Found& found)
{
    // By rows of MostMetres in latitude, each by longitude: who is near stands in this row or the
    // next, within a stretch of it.
    struct Spot
    {
        int32_t band = 0;
        uint32_t row = 0;
        double lon = 0;
        double lat = 0;
        bool operator<(const Spot& other) const
        {
            return std::pair(band, lon) < std::pair(other.band, other.lon);
        }
    };
    constexpr double Step = MostMetres / MetresPerDegree;
    std::vector<Spot> spots;
    for (size_t i = 0; i < table.size(); ++i)
        if (const MatchTable::Row& row = table.row(i); row.placed)
            spots.push_back({int32_t(std::floor(row.lat / Step)), uint32_t(i), row.lon, row.lat});
    base::sortInParallel(spots, progress);
    base::inParallel(spots.size(), 2048, progress, [&](size_t begin, size_t end) {
        std::vector<CandidatePair> pairs;
        for (size_t i = begin; i < end; ++i) {
            const Spot& here = spots[i];
            const auto reachOf = [&](uint32_t row) {
                return std::max<double>(leastUncertainty, table.row(row).uncertaintyMetres);
            };
            const double parallel =
                std::max(0.01, std::cos((std::abs(here.lat) + Step) * M_PI / 180));
            const double width = Step / parallel;
            const auto look = [&](const Spot& there) {
                const double dy = (there.lat - here.lat) * MetresPerDegree;
                const double dx = (there.lon - here.lon) * parallel * MetresPerDegree;
                const double limit = std::clamp(
                    2 * std::hypot(reachOf(here.row), reachOf(there.row)), LeastMetres, MostMetres);
                if (dx * dx + dy * dy <= limit * limit)
                    pairs.push_back(ordered(here.row, there.row));
            };
            for (size_t j = i + 1;
                 j < spots.size() && spots[j].band == here.band && spots[j].lon - here.lon <= width;
                 ++j)
                look(spots[j]);
            for (auto next = std::lower_bound(spots.begin(), spots.end(),
                                              Spot{here.band + 1, 0, here.lon - width, 0});
                 next != spots.end() && next->band == here.band + 1 &&
                 next->lon - here.lon <= width;
                 ++next)
                look(*next);
        }
        found.add(pairs);
    });
}

struct Namesake
{
    uint64_t key = 0;
    uint32_t row = 0;
    float lat = 0; // 100: not known
    bool operator<(const Namesake& other) const
    {
        return std::tuple(key, lat, row) < std::tuple(other.key, other.lat, other.row);
    }
    bool operator==(const Namesake& other) const { return key == other.key && row == other.row; }
};

uint64_t mixed(uint64_t a, uint64_t b)
{
    uint64_t z = a * 0x9E3779B97F4A7C15U + b;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

std::vector<Namesake> namesakes(const MatchTable& table)
{
    std::vector<Namesake> all;
    std::vector<std::pair<float, uint32_t>> words;
    for (size_t i = 0; i < table.size(); ++i) {
        const MatchTable::Row& row = table.row(i);
        for (const auto* name = table.namesOf(row); name < table.namesOf(row) + row.names; ++name) {
            words.clear();
            for (const auto* word = table.wordsOf(*name); word < table.wordsOf(*name) + name->words;
                 ++word) {
                const MatchTable::Word& entry = table.word(word->word);
                if (entry.role == MineName::Role::Name || entry.role == MineName::Role::Substance)
                    words.emplace_back(-entry.weight, entry.code);
            }
            std::sort(words.begin(), words.end());
            const auto add = [&](uint64_t key) {
                all.push_back({key, uint32_t(i), row.placed ? float(row.lat) : 100.0F});
            };
            // Any two of the three rarest, so that one lost or unreadable word does no harm.
            for (size_t j = 0; j < std::min<size_t>(words.size(), 3); ++j)
                for (size_t k = j + 1; k < std::min<size_t>(words.size(), 3); ++k)
                    add(mixed(std::min(words[j].second, words[k].second),
                              std::max(words[j].second, words[k].second)));
            if (!words.empty())
                add(mixed(words[0].second, 0));
            add(mixed(name->joined, 1ULL << 40));
        }
    }
    return all;
}

void addNamesakes(const MatchTable& table, const base::Progress& progress, Found& found)
{
    std::vector<Namesake> all = namesakes(table);
    base::sortInParallel(all, progress);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<size_t> starts;
    for (size_t i = 0; i < all.size(); ++i)
        if (i == 0 || all[i].key != all[i - 1].key)
            starts.push_back(i);
    starts.push_back(all.size());
    constexpr float Band = float(NamesakeMetres / MetresPerDegree);
    base::inParallel(starts.size() - 1, 256, progress, [&](size_t begin, size_t end) {
        std::vector<CandidatePair> pairs;
        for (size_t block = begin; block < end; ++block) {
            const size_t first = starts[block];
            const size_t last = starts[block + 1];
            const bool few = last - first <= FewNamesakes;
            progress.check();
            for (size_t i = first; i < last; ++i) {
                const MatchTable::Row& here = table.row(all[i].row);
                for (size_t j = i + 1; j < last; ++j) {
                    const MatchTable::Row& there = table.row(all[j].row);
                    if (!few) {
                        if (!there.placed || all[j].lat - all[i].lat > Band)
                            break; // by latitude, those without a position last
                        const double dx = (there.lon - here.lon) * MetresPerDegree *
                                          std::cos(double(all[i].lat) * M_PI / 180);
                        if (std::abs(dx) > NamesakeMetres)
                            continue;
                    }
                    if (here.country != 0 && there.country != 0 && here.country != there.country &&
                        few && (!here.placed || !there.placed))
                        continue;
                    pairs.push_back(ordered(all[i].row, all[j].row));
                }
            }
        }
        found.add(pairs);
    });
}

void addSharedIds(const MatchTable& table, Found& found)
{
    std::vector<std::pair<uint32_t, uint32_t>> ids;
    for (size_t i = 0; i < table.size(); ++i) {
        const MatchTable::Row& row = table.row(i);
        for (const auto* id = table.externalIdsOf(row);
             id < table.externalIdsOf(row) + row.externalIds; ++id)
            ids.emplace_back(id->value, uint32_t(i));
    }
    std::sort(ids.begin(), ids.end());
    std::vector<CandidatePair> pairs;
    for (size_t i = 0; i < ids.size(); ++i)
        for (size_t j = i + 1;
             j < std::min(ids.size(), i + MostAtOneId) && ids[j].first == ids[i].first; ++j)
            if (ids[i].second != ids[j].second)
                pairs.push_back(ordered(ids[i].second, ids[j].second));
    found.add(pairs);
}

} // namespace

std::vector<CandidatePair> candidatePairs(const MatchTable& table, double leastUncertaintyMetres,
                                          const base::Progress& progress)
{
    Found found;
    addNeighbours(table, leastUncertaintyMetres, progress, found);
    addNamesakes(table, progress, found);
    addSharedIds(table, found);
    std::vector<CandidatePair> pairs = found.take();
    base::sortInParallel(pairs, progress);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace catalogue
