// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>

#include <cstddef>
#include <optional>

namespace hb::wording {

/// The headline of the Book page and of `./dev run` without a display: who needs you on that day.
struct BookHeadline {
    std::size_t accounts = 0;
    std::size_t needYou = 0;
    std::size_t newlyRed = 0;
    std::size_t onTrack = 0;
    std::size_t red = 0;
    std::size_t noData = 0;
    QString atRisk;      ///< "$410k" of those who need you that renews within 90 days, empty without ARR
    QString nextRenewal; ///< "Contoso in 12 days", empty without one
    std::optional<Day> redSince; ///< the day a newly red account was not yet red: the as-of day less the
                                 ///< book's newly-red days
};
/// "7 of your 60 accounts need you. 3 turned red since Monday last week, $410k that is not green renews
/// within 90 days.", or on a calm day "Nothing needs you today. 34 of your 60 accounts are on track; the next
/// renewal is Contoso in 12 days.", with how many are red where some are, and without praise where nothing is
/// known.
[[nodiscard]] QString headlineSentence(const BookHeadline& headline);

} // namespace hb::wording
