// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/explain_change.h"

#include <QString>

namespace hb::wording {

/// 2: "Down 11.4 since 1 Mar: Open tickets −9.2, Logins −4.0, 2 others +1.8." Where a day has no roll-up it
/// says which.
[[nodiscard]] QString
changeSentence(const scoring::Scorer& scorer, const scoring::ChangeExplanation& change, Day today);
/// The same as the answer of a page: "Down 11.4 since 1 Mar, most of it Open tickets (−9.2)."; all of it
/// where no part bears most.
[[nodiscard]] QString
changeHeadline(const scoring::Scorer& scorer, const scoring::ChangeExplanation& change, Day today);
/// The name of what a line is about: the metric's, or as wording::costLineName.
[[nodiscard]] QString changeLineName(const scoring::Scorer& scorer,
                                     const scoring::ChangeExplanation& change,
                                     const scoring::ChangeLine& line);
/// A line of a change, in words: 3 for absences, "Open tickets went from 4 to 10: −9.2." for values.
[[nodiscard]] QString changeLineSentence(const scoring::Scorer& scorer,
                                         const scoring::ChangeExplanation& change,
                                         const scoring::ChangeLine& line,
                                         Day today);

} // namespace hb::wording
