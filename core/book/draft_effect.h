// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/book/draft_scorecard.h"
#include "core/scoring/scorer.h"

#include <QStringList>

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::book {

/// What publishing a draft would do to the book on one day.
struct DraftEffect {
    QStringList faults; ///< as draftFaults(); with any, nothing else is there
    /// The book with the draft published on that day.
    std::shared_ptr<const scoring::Scorer> after;
    std::vector<scoring::AccountScore> scores; ///< by it, as the snapshot's accounts
    analytics::Movement movement;
    QStringList newVersions; ///< "enterprise v5"; more than one where a rule of other templates changes
};

/// The book as it is on a day, as draftEffect() compares with it: made once, for many drafts.
struct EffectBase {
    std::shared_ptr<const Snapshot> snapshot;
    std::span<const scoring::AccountScore> scores; ///< as the snapshot's accounts, on the day
    std::vector<analytics::AccountArr> arr;        ///< analytics::arrOfBook()
    Day day;
};

/// Works on all cores. Incomplete once `stop` is requested.
[[nodiscard]] DraftEffect
draftEffect(const EffectBase& base, const Draft& draft, const std::stop_token& stop = {});

} // namespace hb::book
