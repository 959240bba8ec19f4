// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

// An order in which what is alike stands together.

namespace hb::analytics {

/// Scores in rows of one width; NaN: none.
struct ScoreTable {
    std::size_t width = 0;
    std::vector<double> scores;

    [[nodiscard]] std::size_t rows() const { return width == 0 ? 0 : scores.size() / width; }
    [[nodiscard]] std::span<const double> row(std::size_t row) const {
        return std::span(scores).subspan(row * width, width);
    }
};

[[nodiscard]] ScoreTable transposed(const ScoreTable& table);

/// The mean difference of two rows: where both have a score it is theirs, where one has none it is 50, half
/// of all there is, and where neither has one they are alike. A metric: no detour is shorter.
[[nodiscard]] double unlikeness(std::span<const double> a, std::span<const double> b);

struct AlikeOrder {
    std::vector<std::size_t> rows; ///< each once
    std::size_t clustered = 0;     ///< so many of them were compared with one another
};

/// Up to so many rows are all compared with one another.
inline constexpr std::size_t mostClustered = 500;

/// Average linkage: the two groups of rows that are the least unlike on average are joined, until one is
/// left; of two that are joined the one with the lower mean score stands first. Rows without any score stand
/// last. Of more than `most` rows so many, evenly spaced, are clustered, and each other row stands after the
/// one of these that it is most like. The same rows give the same order, however they stood, where no two
/// pairs are equally unlike. Pure; O(most^2 + rows * most) comparisons; empty once `stop` is requested.
[[nodiscard]] AlikeOrder
alikeOrder(const ScoreTable& table, const std::stop_token& stop = {}, std::size_t most = mostClustered);

} // namespace hb::analytics
