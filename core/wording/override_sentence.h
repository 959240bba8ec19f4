// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/account_overrides.h"

#include <QString>

#include <vector>

// An override in the words of the place where it is entered, listed and ended.

namespace hb::wording {

/// What an override is of: "The score", the name of a group or metric; its key where the template lacks it.
[[nodiscard]] QString overrideTargetName(const scoring::Scorer& scorer,
                                         const scoring::AccountDetail& detail,
                                         OverrideTarget target,
                                         const QString& key);
/// The range that a score falls in: "red, under 50", "yellow, 50 to under 75", "B, 80 to under 90".
[[nodiscard]] QString rangeText(const std::vector<Range>& ranges, double score);
/// What an override would do: "Shown 80.0 green in place of 45.0 red until 30 Apr.", or that it changes
/// nothing of the score.
[[nodiscard]] QString overrideEffectSentence(const analytics::OverrideEffect& effect,
                                             const std::vector<Range>& ranges,
                                             Day last,
                                             Day today);
/// "Open tickets: 80.0 green, computed 20.0 red".
[[nodiscard]] QString overrideScoresText(const scoring::Scorer& scorer,
                                         const scoring::AccountDetail& detail,
                                         const analytics::AccountOverride& each);
/// Who, since when and until when: "Ana Lopez, since 20 Mar (10 days), until 19 Apr (20 days left)", and what
/// keeps it from acting.
[[nodiscard]] QString overrideTimeText(const analytics::AccountOverride& each, Day day);

} // namespace hb::wording
