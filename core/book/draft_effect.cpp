// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_effect.h"

#include "core/scoring/template_match.h"

#include <algorithm>
#include <utility>

namespace hb::book {

namespace {

std::size_t positionOf(const Scorecard& scorecard, const std::string& key) {
    const auto at = std::ranges::find(scorecard.templates, key, &Template::key);
    return static_cast<std::size_t>(at - scorecard.templates.begin());
}

/// Of one template only the versions differ: every other account scores as before.
bool differInVersionsOf(std::size_t position, const Scorecard& a, const Scorecard& b) {
    if (a.templates.size() != b.templates.size()) {
        return false;
    }
    for (std::size_t at = 0; at < a.templates.size(); ++at) {
        const Template& one = a.templates[at];
        const Template& other = b.templates[at];
        const bool isSame = at == position ? one.key == other.key && one.isDefault == other.isDefault &&
                                                 one.retiredOn == other.retiredOn
                                           : one == other;
        if (!isSame) {
            return false;
        }
    }
    return true;
}

/// The columns of the last effect, with what the new one scores otherwise; null where they do not serve.
std::shared_ptr<const analytics::WhatIf> columnsFor(const scoring::CompiledVersion& version,
                                                    Day day,
                                                    const DraftEffect& last,
                                                    const std::stop_token& stop) {
    auto columns =
        last.columns
            ? last.columns
            : std::make_shared<const analytics::WhatIf>(*last.after, day, version.templateIndex, stop);
    if (columns->answers(version)) {
        return columns;
    }
    auto anew = columns->scoredAnew(version, stop);
    return anew ? std::make_shared<const analytics::WhatIf>(std::move(*anew)) : nullptr;
}

/// Whether it could: the scores of the accounts of the draft's template by its columns, all others as in the
/// last effect.
bool rescore(DraftEffect& effect,
             const DraftEffect& last,
             Day day,
             const std::string& key,
             const std::stop_token& stop) {
    const Scorecard& scorecard = *effect.after->snapshot().scorecard;
    const std::size_t position = positionOf(scorecard, key);
    if (!last.after || !differInVersionsOf(position, *last.after->snapshot().scorecard, scorecard)) {
        return false;
    }
    const std::size_t inForce = scoring::versionOn(scorecard.templates[position].versions, day);
    const scoring::CompiledVersion& version = effect.after->version(position, inForce);
    effect.columns = columnsFor(version, day, last, stop);
    if (!effect.columns || stop.stop_requested()) {
        return false;
    }
    std::vector<scoring::TrackScore> scores;
    effect.columns->rescore(version, scores);
    effect.scores = last.scores;
    for (std::size_t row = 0; row < scores.size(); ++row) {
        effect.scores[effect.columns->accounts()[row]] = scores[row];
    }
    return true;
}

} // namespace

DraftEffect draftEffect(const EffectBase& base,
                        const Draft& draft,
                        const DraftEffect* last,
                        const std::stop_token& stop) {
    DraftEffect effect{
        .faults = {}, .after = {}, .scores = {}, .movement = {}, .newVersions = {}, .columns = {}};
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
    if (!last || !rescore(effect, *last, base.day, draft.key, stop)) {
        effect.scores = scoring::shownTracks(effect.after->scoreBook(base.day, stop));
    }
    if (!stop.stop_requested()) {
        effect.movement = analytics::movement(base.living, base.scores, effect.scores);
    }
    return effect;
}

} // namespace hb::book
