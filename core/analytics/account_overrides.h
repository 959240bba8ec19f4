// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstdint>
#include <optional>
#include <vector>

// The overrides of one account as a person looks at them (scoring.md, section 6): what each does, what the
// score would be without, and what one more would make of it.

namespace hb::analytics {

enum class OverrideState : std::uint8_t {
    Acting,
    Superseded, ///< live, but a later one on the same target acts
    Untargeted, ///< live, but the account's template lacks its target
    Coming,     ///< its first day is to come
    Ended,
};

struct AccountOverride {
    Override entered;
    OverrideState state = OverrideState::Ended;
    std::optional<double> computed; ///< what its target scores on the day with every override ignored

    [[nodiscard]] bool isLive() const { return state < OverrideState::Coming; }
    /// It can be ended.
    [[nodiscard]] bool isOpen() const { return state != OverrideState::Ended; }
};

/// Live ones first, then those to come, then what has ended; each the newest first.
[[nodiscard]] std::vector<AccountOverride>
accountOverrides(const scoring::Scorer& scorer, AccountIndex account, Day day);

struct OverrideEffect {
    scoring::TrackScore before; ///< what is shown
    scoring::TrackScore after;  ///< what would be
};

/// What one more override, the last entered, would do on a day; its account must be set. Costs what scoring
/// the one account twice does.
[[nodiscard]] OverrideEffect overrideEffect(const scoring::Scorer& scorer, const Override& added, Day day);

} // namespace hb::analytics
