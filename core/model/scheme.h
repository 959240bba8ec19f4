// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hb {

/// The health of a score. None is "not enough data" and is never counted with any colour.
enum class Band : std::uint8_t { Red, Yellow, Green, None };

enum class SchemeKind : std::uint8_t { RedYellowGreen, Letters, Numeric };

/// One range of a scheme: from `from` (inclusive, 0..100) to the next range's.
struct Range {
    double from = 0;
    std::string label;
    Band colour = Band::Red; ///< never None
    std::string help;

    friend bool operator==(const Range&, const Range&) = default;
};

/// How 0..100 is shown: 2 to 12 ranges with increasing lower bounds, the first 0.
struct Scheme {
    SchemeKind kind = SchemeKind::RedYellowGreen;
    std::vector<Range> ranges;

    friend bool operator==(const Scheme&, const Scheme&) = default;
};

[[nodiscard]] Scheme redYellowGreenScheme(); ///< red 0, yellow 50, green 75
[[nodiscard]] Scheme lettersScheme();        ///< F 0, D 60 (red), C 70 (yellow), B 80, A 90 (green)

} // namespace hb
