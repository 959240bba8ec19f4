// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"

#include <string>

namespace hb {

enum class OverrideTarget : std::uint8_t { Metric, Group, Overall };

/// A score set by a person for a while (scoring.md, section 6). Live on D when first <= D <= last.
struct Override {
    OverrideId id;
    AccountIndex account = 0;
    OverrideTarget target = OverrideTarget::Overall;
    std::string key;  ///< of the metric or group; empty for overall
    double score = 0; ///< 0..100
    Day first;
    Day last; ///< at most 90 days after the first; first - 1 or earlier: ended before it began
    std::string author;
    std::string reason;

    friend bool operator==(const Override&, const Override&) = default;
};

} // namespace hb
