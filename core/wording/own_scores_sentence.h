// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/own_scores.h"

#include <QString>

// The figures of own_scores.h in words that describe and judge nobody.

namespace hb::wording {

/// "The own scores of 2 of 6 people stand further above the numbers than chance explains: Ana and Ben."
[[nodiscard]] QString ownScoresHeadline(const analytics::OwnScores& scores);
/// "Ana's own scores stand 14 points above what the numbers say, over 23 accounts." Of the whole book: "All
/// own scores together stand ...".
[[nodiscard]] QString ownGapSentence(const analytics::OwnScores& scores,
                                     const analytics::PersonFigures& person);
/// "Where the numbers are alike, that is 12 points above everybody else's: more than chance explains."; empty
/// where there is nothing to compare.
[[nodiscard]] QString ownStandingSentence(const analytics::PersonFigures& person);
/// "3 of 12 levels that Ana raised by hand were raised in the 14 days before a review or a renewal."
[[nodiscard]] QString ownShareSentence(const analytics::OwnScores& scores,
                                       const analytics::PersonFigures& person,
                                       analytics::OwnShare share);

} // namespace hb::wording
