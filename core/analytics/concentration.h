// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace hb::analytics {

/// A value that accounts which are red have far more often than accounts as such: where a problem sits.
struct Concentration {
    std::string_view key; ///< of the attribute
    TextIndex value = 0;  ///< in the snapshot's texts, never the empty one
    std::size_t red = 0;  ///< so many of the red accounts have it

    friend bool operator==(const Concentration&, const Concentration&) = default;
};

/// Of segment, region, product, lifecycle stage, service level and owner the value that stands out most: the
/// largest ratio of its share among `red` to its share among `scored`, of which they are a part. None unless
/// it is clear: at least 5 are red, at least half of them and 4 have the value, and that is more than chance
/// explains. Pure; O(scored).
[[nodiscard]] std::optional<Concentration> concentration(const Snapshot& snapshot,
                                                         Day day,
                                                         std::span<const AccountIndex> red,
                                                         std::span<const AccountIndex> scored);

} // namespace hb::analytics
