// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <QString>

namespace hb::wording {

/// 4: "Not enough data: 35% of this score is fresh, 50% is needed. Missing: NPS, Logins (Product
/// analytics)."; where there is enough, "82% of this score is fresh. Missing: ..." or "All of this score is
/// fresh."
[[nodiscard]] QString coverageSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// 5: "Set to 80 by Ana Lopez until 30 Apr: \"migration week\". Computed: 45.0, red.", for groups and metrics
/// by their name; empty where nothing is overridden.
[[nodiscard]] QString
overrideSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, Day today);
/// 5 of one metric, by its position in the version; empty where it is not overridden.
[[nodiscard]] QString metricOverrideSentence(const scoring::Scorer& scorer,
                                             const scoring::AccountDetail& detail,
                                             std::size_t metric,
                                             Day today);
/// 6: "Capped at 74.0 by \"Champion left\". Without that it would be 88.2."; empty where no exception acted.
[[nodiscard]] QString exceptionSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail);
/// 7: of a metric that is stale, by its position in the version; empty otherwise.
[[nodiscard]] QString
staleSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, std::size_t metric);

} // namespace hb::wording
