// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/method.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace shortlist {

MethodResult WeightedSum::score(const std::vector<std::vector<std::optional<double>>>& values,
                                const std::vector<double>& weights) const
{
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    MethodResult result;
    result.alternatives.reserve(values.size());
    for (const auto& row : values) {
        MethodResult::Alternative alternative;
        alternative.contributions.resize(weights.size());
        double known = 0;
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (row[i])
                known += weights[i];
        if (known > 0) {
            double sum = 0;
            for (std::size_t i = 0; i < weights.size(); ++i)
                if (row[i]) {
                    alternative.contributions[i] = weights[i] / known * *row[i];
                    sum += *alternative.contributions[i];
                }
            alternative.score = sum;
            alternative.coverage = known / all;
        }
        result.alternatives.push_back(std::move(alternative));
    }
    return result;
}

std::vector<std::optional<int>> ranks(const std::vector<std::optional<double>>& scores)
{
    constexpr double Equal = 1e-9;
    std::vector<std::size_t> order;
    order.reserve(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i])
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return scores[a].value_or(0) > scores[b].value_or(0);
    });
    std::vector<std::optional<int>> places(scores.size());
    for (std::size_t at = 0; at < order.size(); ++at) {
        const bool tied =
            at > 0 && scores[order[at - 1]].value_or(0) - scores[order[at]].value_or(0) <= Equal;
        places[order[at]] = tied ? places[order[at - 1]] : std::optional(int(at) + 1);
    }
    return places;
}

} // namespace shortlist
