// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/owned_metrics.h"

#include <QString>

// What a team owns, and where it is red, in words that blame nobody.

namespace hb::wording {

/// "3 of the 4 metrics that Support owns are red somewhere, Urgent tickets open most: in 14 of 60 accounts."
[[nodiscard]] QString ownedHeadline(const Snapshot& snapshot, const analytics::OwnedMetrics& owned);
/// "Urgent tickets open: red in 14 of 60 accounts, $1.2M, 9 more than 30 days ago. 11 of the 14 are EMEA."
[[nodiscard]] QString ownedMetricSentence(const Snapshot& snapshot, const analytics::OwnedMetric& metric);
/// "What helps: agree an escalation date.", or that it is not written down yet.
[[nodiscard]] QString ownedHelpSentence(const Metric& metric);
/// That a metric is shown and not counted; empty for one that counts.
[[nodiscard]] QString notCountedSentence(const analytics::OwnedMetric& metric);
/// "No account has a score of NPS or CSAT yet."; empty where every owned metric has scores.
[[nodiscard]] QString unscoredSentence(const Snapshot& snapshot, const analytics::OwnedMetrics& owned);
/// "Red in 10% of accounts 12 weeks ago, in 23% now.": what the line of weeks shows; where they have ARR with
/// "Of their ARR 11% then, 29% now."
[[nodiscard]] QString redWeeksSentence(const Snapshot& snapshot, const analytics::OwnedMetric& metric);
/// "red since 3 Mar", "red for over a year"
[[nodiscard]] QString redSinceText(const analytics::RedAccount& account, Day today);
/// "2 metrics of your team are newly red"
[[nodiscard]] QString newlyRedMetricsText(int count);

} // namespace hb::wording
