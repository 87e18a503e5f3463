// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/class_breaks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace geo {

namespace {

// Type 7 of Hyndman & Fan: between the two values that lie about (n - 1) p.
double quantile(const std::vector<double>& sorted, double p)
{
    const double place = double(sorted.size() - 1) * p;
    const auto index = std::min(std::size_t(place), sorted.size() - 1);
    const auto next = std::min(index + 1, sorted.size() - 1);
    return std::lerp(sorted[index], sorted[next], place - double(index));
}

// Sums over the first groups of values, from which the squares within any run of them follow.
class Groups
{
public:
    explicit Groups(const std::vector<double>& sorted)
    {
        // About the middle and within a few units, so that squares lose no digits.
        const double middle = std::midpoint(sorted.front(), sorted.back());
        const double half = sorted.back() / 2 - sorted.front() / 2;
        std::size_t different = 1;
        for (std::size_t i = 1; i < sorted.size(); ++i)
            different += sorted[i] != sorted[i - 1] ? 1 : 0;
        const std::size_t least =
            different <= MostJenksValues ? 1 : sorted.size() / MostJenksValues + 1;
        m_count.push_back(0);
        m_sum.push_back(0);
        m_squares.push_back(0);
        double count = 0;
        double sum = 0;
        double squares = 0;
        std::size_t begun = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const double value = half > 0 ? (sorted[i] - middle) / half : 0;
            count += 1;
            sum += value;
            squares += value * value;
            const bool last = i + 1 == sorted.size();
            if (!last && (sorted[i + 1] == sorted[i] || i + 1 - begun < least))
                continue;
            begun = i + 1;
            m_count.push_back(count);
            m_sum.push_back(sum);
            m_squares.push_back(squares);
            m_upper.push_back(sorted[i]);
        }
    }

    std::size_t size() const { return m_upper.size(); }
    double upper(std::size_t group) const { return m_upper[group]; }
    // Of groups first to last, without last.
    double squaresWithin(std::size_t first, std::size_t last) const
    {
        const double sum = m_sum[last] - m_sum[first];
        return std::max(0.0, m_squares[last] - m_squares[first] -
                                 sum * sum / (m_count[last] - m_count[first]));
    }

private:
    std::vector<double> m_count, m_sum, m_squares; // of the first i groups
    std::vector<double> m_upper;
};

class Jenks
{
public:
    Jenks(const Groups& groups, std::size_t classes)
        : m_groups(groups)
        , m_before(groups.size() + 1)
        , m_now(groups.size() + 1)
    {
        const std::size_t n = groups.size();
        for (std::size_t last = 1; last <= n; ++last)
            m_before[last] = groups.squaresWithin(0, last);
        m_first.assign(1, {});
        for (std::size_t k = 2; k <= classes; ++k) {
            m_first.emplace_back(n + 1, std::uint32_t(0));
            fill(k, n, k - 1, n - 1);
            std::swap(m_before, m_now);
        }
    }

    std::vector<double> upperBounds() const
    {
        std::vector<double> bounds;
        std::size_t last = m_groups.size();
        for (std::size_t k = m_first.size(); k > 0; --k) {
            bounds.push_back(m_groups.upper(last - 1));
            if (k > 1)
                last = m_first[k - 1][last];
        }
        std::reverse(bounds.begin(), bounds.end());
        return bounds;
    }

private:
    // The best of k classes of the first `last` groups, for each last from `from` to `to`; the last
    // class begins between `least` and `most`.
    void fill(std::size_t from, std::size_t to, std::size_t least, std::size_t most)
    {
        if (from > to)
            return;
        const std::size_t last = from + (to - from) / 2;
        double best = std::numeric_limits<double>::infinity();
        std::size_t bestFirst = least;
        for (std::size_t first = least; first <= std::min(most, last - 1); ++first) {
            const double squares = m_before[first] + m_groups.squaresWithin(first, last);
            if (squares < best) {
                best = squares;
                bestFirst = first;
            }
        }
        m_now[last] = best;
        m_first.back()[last] = std::uint32_t(bestFirst);
        fill(from, last - 1, least, bestFirst);
        fill(last + 1, to, bestFirst, most);
    }

    const Groups& m_groups;
    std::vector<double> m_before, m_now;             // least squares of the first i groups
    std::vector<std::vector<std::uint32_t>> m_first; // by class: where the last one begins
};

} // namespace

std::vector<double> classBreaks(std::vector<double> values, BreakMethod method, std::size_t classes)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const double least = values.front();
    const double most = values.back();
    if (least == most)
        return {least, most};
    classes = std::clamp(classes, FewestClasses, MostClasses);
    std::vector<double> bounds{least};
    if (method == BreakMethod::Jenks) {
        const Groups groups(values);
        for (const double bound : Jenks(groups, std::min(classes, groups.size())).upperBounds())
            bounds.push_back(bound);
    } else {
        for (std::size_t i = 1; i < classes; ++i) {
            const double share = double(i) / double(classes);
            bounds.push_back(method == BreakMethod::Quantile ? quantile(values, share)
                                                             : std::lerp(least, most, share));
        }
        bounds.push_back(most);
    }
    // A first class that holds the least value alone keeps its two bounds.
    bounds.erase(std::unique(bounds.begin() + 1, bounds.end()), bounds.end());
    return bounds;
}

} // namespace geo
