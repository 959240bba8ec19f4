// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace hb::analytics {

/// So many of so many.
struct Rate {
    std::size_t yes = 0;
    std::size_t of = 0;

    void add(bool isYes) {
        yes += isYes ? 1 : 0;
        ++of;
    }
    /// 0..1. Precondition: of > 0.
    [[nodiscard]] double share() const { return static_cast<double>(yes) / static_cast<double>(of); }
    friend bool operator==(const Rate&, const Rate&) = default;
};

struct Interval {
    double low = 0;
    double high = 1;
};

/// The 95% interval of the share behind a rate (Wilson's): inside 0..1, and honest for few cases and for none
/// or all of them. Of nothing it is 0..1.
[[nodiscard]] Interval intervalOf(const Rate& rate);

} // namespace hb::analytics
