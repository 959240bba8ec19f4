// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/standings.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hb::analytics {

namespace {

/// What the levels add up to for one person.
struct LevelSums {
    std::size_t cases = 0;
    double values = 0;
    double ranksAbove = 0; ///< sum of ranks, less what chance would give
    double variance = 0;   ///< of it
    double valuesAbove = 0;
    double weight = 0; ///< cases, less the share of them that meets nobody else
};

/// The cases of one level: positions by value, lowest first.
class Level {
public:
    Level(std::span<const ComparedCase> cases, std::vector<std::size_t> members, std::vector<LevelSums>& sums)
        : m_cases(cases), m_members(std::move(members)), m_count(sums.size()), m_sums(sums) {
        std::ranges::stable_sort(m_members, {}, [&](std::size_t at) { return m_cases[at].value; });
    }

    void add() {
        const double middle = static_cast<double>(m_members.size() - 1) / 2;
        double mean = 0;
        for (const std::size_t at : m_members) {
            mean += m_cases[at].value;
        }
        mean /= static_cast<double>(m_members.size());
        double spread = 0;
        eachRank([&](std::size_t at, double rank) {
            spread += (rank - middle) * (rank - middle);
            if (const auto person = m_cases[at].person) {
                ++m_count[*person];
                m_sums[*person].ranksAbove += rank - middle;
                m_sums[*person].valuesAbove += m_cases[at].value - mean;
            }
        });
        addVariance(spread);
    }

private:
    /// Ranks from 0; ties share the mean of theirs.
    template <typename Work>
    void eachRank(const Work& work) const {
        for (std::size_t first = 0; first < m_members.size();) {
            std::size_t end = first;
            while (end < m_members.size() &&
                   m_cases[m_members[end]].value == m_cases[m_members[first]].value) {
                ++end;
            }
            const double rank = static_cast<double>(first + end - 1) / 2;
            for (; first < end; ++first) {
                work(m_members[first], rank);
            }
        }
    }

    /// The variance of a sum drawn without putting back.
    void addVariance(double spread) {
        const auto all = static_cast<double>(m_members.size());
        for (std::size_t person = 0; person < m_count.size(); ++person) {
            const auto own = static_cast<double>(m_count[person]);
            const double weight = own * (all - own) / all;
            m_sums[person].weight += weight;
            m_sums[person].variance += all > 1 ? weight * spread / (all - 1) : 0;
        }
    }

    std::span<const ComparedCase> m_cases;
    std::vector<std::size_t> m_members;
    std::vector<std::size_t> m_count; ///< by person
    std::vector<LevelSums>& m_sums;
};

std::vector<LevelSums>
addUp(std::span<const ComparedCase> cases, std::size_t people, const StandingLimits& limits) {
    std::vector<LevelSums> sums(people);
    for (const ComparedCase& each : cases) {
        if (each.person) {
            ++sums[*each.person].cases;
            sums[*each.person].values += each.value;
        }
    }
    std::vector<std::size_t> byLevel(cases.size());
    std::iota(byLevel.begin(), byLevel.end(), std::size_t{0});
    std::ranges::stable_sort(byLevel, {}, [&](std::size_t at) { return cases[at].level; });
    const std::size_t levels =
        std::clamp<std::size_t>(cases.size() / limits.casesPerLevel, 1, limits.mostLevels);
    for (std::size_t level = 0; level < levels && !cases.empty(); ++level) {
        const auto edge = [&](std::size_t at) {
            return byLevel.begin() + static_cast<std::ptrdiff_t>(at * cases.size() / levels);
        };
        Level(cases, {edge(level), edge(level + 1)}, sums).add();
    }
    return sums;
}

} // namespace

std::vector<Standing>
standings(std::span<const ComparedCase> cases, std::size_t people, const StandingLimits& limits) {
    const std::vector<LevelSums> sums = addUp(cases, people, limits);
    std::vector<Standing> result;
    std::size_t compared = 0;
    for (const LevelSums& sum : sums) {
        Standing& standing = result.emplace_back();
        standing.cases = sum.cases;
        standing.mean = sum.cases == 0 ? 0 : sum.values / static_cast<double>(sum.cases);
        const std::size_t others = cases.size() - sum.cases;
        if (sum.cases < limits.leastCases || others < limits.leastCases || sum.weight <= 0) {
            continue;
        }
        ++compared;
        standing.above = sum.valuesAbove / sum.weight;
        if (sum.variance > 0) {
            standing.chance = 0.5 * std::erfc(sum.ranksAbove / std::sqrt(2 * sum.variance));
        }
    }
    for (Standing& standing : result) {
        standing.standsOut = standing.above && *standing.above >= limits.leastAbove &&
                             standing.chance * static_cast<double>(compared) <= limits.chance;
    }
    return result;
}

} // namespace hb::analytics
