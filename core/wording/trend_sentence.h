// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/book_trend.h"

#include <QString>
#include <QStringList>

namespace hb::wording {

/// How a book went: "Green fell from 62% to 55% since 31 Dec; with today's template it would have been 58%
/// then. The mean fell by 1.3 to 68.2." Of green and red the one that moved more. `today` is the day that is
/// looked from.
[[nodiscard]] QString trendHeadline(const analytics::BookTrend& trend,
                                    analytics::ScoredBy scoredBy,
                                    analytics::Measure measure,
                                    const analytics::Period& period,
                                    Day today);
/// The lines of a day: "9 red, 15%" a band, "$1.1M red, 15%" of ARR in `currency`, then the means.
[[nodiscard]] QStringList
bookDayLines(const analytics::BookDay& day, analytics::Measure measure, const QString& currency);

} // namespace hb::wording
