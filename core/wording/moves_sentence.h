// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/period_moves.h"

#include <QString>

#include <span>

namespace hb::wording {

/// Who changed band in a period: "14 accounts changed band since 31 Dec: 9 got worse ($410k), 5 better
/// ($90k). Most went from green to yellow: 6, $300k." `today` is the day that is looked from.
[[nodiscard]] QString
movesHeadline(const analytics::PeriodMoves& moves, const analytics::Period& period, Day today);
/// "12, $1.2M"; without an ARR the number alone.
[[nodiscard]] QString tallyText(const analytics::Tally& tally);
/// All that some accounts pay, as one tally.
[[nodiscard]] analytics::Tally tallyOf(std::span<const analytics::PaidAccount> accounts);
/// How an account that is churned on `day` left: "Left on 3 Feb: budget cut."; empty where nothing tells.
[[nodiscard]] QString leftSentence(const Snapshot& snapshot, AccountIndex account, Day day, Day today);

} // namespace hb::wording
