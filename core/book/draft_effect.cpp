// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_effect.h"

#include <utility>

namespace hb::book {

DraftEffect draftEffect(const EffectBase& base, const Draft& draft, const std::stop_token& stop) {
    DraftEffect effect{.faults = {}, .after = {}, .scores = {}, .movement = {}, .newVersions = {}};
    // A version of the day itself scores on it, whatever the newest one's day is.
    auto published = scorecardWith(
        *base.snapshot->scorecard, draft, {.effectiveFrom = base.day, .today = base.day, .reason = {}});
    if (!published) {
        effect.faults = QString::fromStdString(published.error().found).split(u'\n');
        return effect;
    }
    effect.newVersions = toList(published->newVersions);
    auto snapshot = std::make_shared<Snapshot>(*base.snapshot);
    snapshot->scorecard = std::make_shared<const Scorecard>(std::move(published->scorecard));
    effect.after = std::make_shared<const scoring::Scorer>(std::move(snapshot));
    effect.scores = effect.after->scoreBook(base.day, stop);
    if (!stop.stop_requested()) {
        effect.movement = analytics::movement(*base.snapshot, base.day, base.scores, effect.scores, base.arr);
    }
    return effect;
}

} // namespace hb::book
