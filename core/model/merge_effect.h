// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hb {

/// What comes to an account with another that is merged into it.
struct MergeEffect {
    std::int64_t measurements = 0; ///< imported and by hand
    std::int64_t notes = 0;
    std::int64_t contacts = 0;
    std::int64_t openActions = 0;
    std::int64_t overrides = 0; ///< ended ones too
    std::int64_t outcomes = 0;
    std::int64_t children = 0;   ///< accounts directly below it, on the day that was asked for
    std::int64_t sharedDays = 0; ///< on which both have a value of the same metric

    friend bool operator==(const MergeEffect&, const MergeEffect&) = default;
};

} // namespace hb
