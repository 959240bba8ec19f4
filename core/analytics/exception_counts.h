// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

/// How many accounts one exception touches.
struct ExceptionCount {
    std::size_t holds = 0;   ///< all its conditions hold
    std::size_t changes = 0; ///< and it changed the running value of a score that is shown

    friend bool operator==(const ExceptionCount&, const ExceptionCount&) = default;
};

/// For each exception of `version`, over `accounts` on one day as that version scores them, overrides
/// included (scoring.md, section 5). Pure; incomplete once `stop` is requested.
[[nodiscard]] std::vector<ExceptionCount> exceptionCounts(const Snapshot& snapshot,
                                                          const scoring::CompiledVersion& version,
                                                          std::span<const AccountIndex> accounts,
                                                          Day day,
                                                          const std::stop_token& stop = {});

} // namespace hb::analytics
