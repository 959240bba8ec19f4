// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/analytics/what_if.h"
#include "core/book/draft_scorecard.h"
#include "core/scoring/scorer.h"

#include <QStringList>

#include <memory>
#include <stop_token>
#include <vector>

namespace hb::book {

/// What publishing a draft would do to the book on one day.
struct DraftEffect {
    QStringList faults; ///< as draftFaults(); with any, nothing else is there
    /// The book with the draft published on that day.
    std::shared_ptr<const scoring::Scorer> after;
    std::vector<scoring::TrackScore> scores; ///< by it, as the snapshot's accounts
    analytics::Movement movement;
    QStringList newVersions; ///< "enterprise v5"; more than one where a rule of other templates changes
    /// The metric scores of the template's accounts; null until one draft follows another.
    std::shared_ptr<const analytics::WhatIf> columns;
};

/// The book as it is on a day, as draftEffect() compares with it: made once, for many drafts.
struct EffectBase {
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<scoring::TrackScore> scores;    ///< as the snapshot's accounts, on the day
    std::vector<analytics::PaidAccount> living; ///< analytics::livingByArr()
    Day day;
};

/// Works on all cores. Incomplete once `stop` is requested. `last` is the effect of a draft of the same
/// template on the same base that was worked out before, or null: of a draft that differs from it by what
/// weighs, rolls up, bounds, caps or maps values, only that is worked out, within a frame for a hundred
/// thousand accounts.
[[nodiscard]] DraftEffect draftEffect(const EffectBase& base,
                                      const Draft& draft,
                                      const DraftEffect* last = nullptr,
                                      const std::stop_token& stop = {});

} // namespace hb::book
