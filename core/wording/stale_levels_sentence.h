// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hb::wording {

/// What came of going through stale levels.
struct StaleRound {
    int asked = 0;
    int confirmed = 0;
    int changed = 0;

    [[nodiscard]] int skipped() const { return asked - confirmed - changed; }
};
/// "You went through 14 scores: 9 are confirmed, 3 changed, 2 were skipped."
[[nodiscard]] QString staleRoundSentence(const StaleRound& round);

} // namespace hb::wording
