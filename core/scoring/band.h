// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"

#include <optional>
#include <span>

namespace hb::scoring {

/// The position of the range that a score falls in: the one with the highest bound at or below r(score).
[[nodiscard]] std::size_t rangeOf(std::span<const Range> ranges, double score);
/// The colour of that range; None without a score.
[[nodiscard]] Band bandOf(std::span<const Range> ranges, std::optional<double> score);

} // namespace hb::scoring
