// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace shortlist {

// What a method makes of one delegation's values.
struct MethodResult
{
    struct Alternative
    {
        std::optional<double> score; // nullopt where nothing weighed is known
        double coverage = 0;         // share of the weight that is known, 0 to 1
        std::vector<std::optional<double>> contributions; // to the score, by criterion
    };
    std::vector<Alternative> alternatives;
};

// A way to score alternatives on criteria. More of them come behind this interface.
class Method
{
public:
    Method() = default;
    Method(const Method&) = delete;
    Method& operator=(const Method&) = delete;
    virtual ~Method() = default;
    // values[alternative][criterion] from 0 to 1, nullopt where not known; weights 0 or more by
    // criterion, of which only the ratios count.
    virtual MethodResult score(const std::vector<std::vector<std::optional<double>>>& values,
                               const std::vector<double>& weights) const = 0;
};

// The additive value function with constant weights (Keeney & Raiffa 1976, theorem 3.6). A missing
// value takes its weight out of the sum, and the coverage says how much is left; it is never 0.
class WeightedSum : public Method
{
public:
    MethodResult score(const std::vector<std::vector<std::optional<double>>>& values,
                       const std::vector<double>& weights) const override;
};

// Places by descending score, 1 first; equal scores (within 1e-9) share a place and the next one is
// left out (1, 2, 2, 4). nullopt where there is no score.
std::vector<std::optional<int>> ranks(const std::vector<std::optional<double>>& scores);

} // namespace shortlist
