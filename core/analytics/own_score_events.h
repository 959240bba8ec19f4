// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/own_scores.h"

// What people did by hand, and which accounts left: the cases that own_scores.h counts, one by one.

namespace hb::analytics {

struct OwnScoreEvent {
    OwnShare share{}; ///< of which it is a case
    AccountIndex account = 0;
    bool isHit = false;
    std::vector<std::string> people; ///< each once; a case of the book even where there is none
};

/// A metric that is set by hand and that counts.
[[nodiscard]] bool isOwnScore(const scoring::CompiledVersion& version, const scoring::CompiledMetric& metric);

/// The cases of every share but StaleGreen, of the days looked back on from `day`.
[[nodiscard]] std::vector<OwnScoreEvent> ownScoreEvents(const scoring::Scorer& scorer,
                                                        Day day,
                                                        std::span<const HandScore> byHand,
                                                        std::span<const ReviewHeld> reviews,
                                                        const OwnScoreOptions& options,
                                                        const std::stop_token& stop);

} // namespace hb::analytics
