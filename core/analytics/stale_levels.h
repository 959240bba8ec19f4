// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/reasons.h"
#include "core/scoring/scorer.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

/// A level metric of an account that waits for a person.
struct StaleLevel {
    AccountIndex account = 0;
    MetricIndex metric = 0;
    std::optional<Day> observedOn; ///< none: it was never set
    std::optional<int> level;      ///< that was set then

    friend bool operator==(const StaleLevel&, const StaleLevel&) = default;
};

/// The level metrics that count in these accounts' templates and are stale or were never set, whether or not
/// an override stands over them. Account by account: those with an urgent reason open first, then by the
/// oldest of theirs (never set is oldest), then as they were given; the oldest metric of an account first.
/// `open`: as the snapshot's accounts. Incomplete once `stop` is requested.
[[nodiscard]] std::vector<StaleLevel> staleLevels(const scoring::Scorer& scorer,
                                                  std::span<const AccountIndex> accounts,
                                                  std::span<const scoring::Reasons> open,
                                                  Day day,
                                                  const std::stop_token& stop = {});

} // namespace hb::analytics
