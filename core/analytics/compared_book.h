// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/analytics/period.h"
#include "core/scoring/scorer.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace hb::analytics {

class Groupings;

/// The whole book, or some accounts of it, scored on both days of a period: what every comparison over it
/// begins with. Immutable.
struct ComparedBook {
    std::shared_ptr<const scoring::Scorer> scorer;
    Period period;
    std::vector<AccountIndex> accounts;         ///< that are compared, by index; churned ones among them
    std::vector<scoring::AccountScore> before;  ///< on period.from, as snapshot.accounts
    std::vector<scoring::AccountScore> now;     ///< on period.to
    std::vector<PaidAccount> living;            ///< of `accounts`, livingByArr() of period.to
    std::shared_ptr<const Groupings> groupings; ///< of `living`: those asked for are kept with the book

    [[nodiscard]] const Snapshot& snapshot() const { return scorer->snapshot(); }
};

/// Scores the book on both days, on all cores; incomplete once `stop` is requested.
[[nodiscard]] ComparedBook comparedBook(std::shared_ptr<const scoring::Scorer> scorer,
                                        const Period& period,
                                        const std::stop_token& stop = {});
/// The same of some accounts alone, by index.
[[nodiscard]] ComparedBook comparedBook(std::shared_ptr<const scoring::Scorer> scorer,
                                        const Period& period,
                                        std::vector<AccountIndex> accounts,
                                        const std::stop_token& stop = {});

} // namespace hb::analytics
