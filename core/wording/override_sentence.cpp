// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/override_sentence.h"

#include "core/scoring/band.h"
#include "core/wording/days.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>

namespace hb::wording {

using analytics::AccountOverride;
using analytics::OverrideState;

namespace {

/// "45.0 red"
QString scoreAndBand(const std::vector<Range>& ranges, double score, Band band) {
    return Words::tr("%1 %2").arg(scoreText(score, std::max(1, schemeDecimals(ranges))), bandName(band));
}

QString shownText(const std::vector<Range>& ranges, const scoring::TrackScore& track) {
    return track.hasScore() ? scoreAndBand(ranges, track.score, track.band) : bandName(Band::None);
}

} // namespace

QString overrideTargetName(const scoring::Scorer& scorer,
                           const scoring::AccountDetail& detail,
                           OverrideTarget target,
                           const QString& key) {
    if (target == OverrideTarget::Overall) {
        return Words::tr("The score");
    }
    const Scorecard& scorecard = *scorer.snapshot().scorecard;
    const std::string wanted = key.toStdString();
    if (target == OverrideTarget::Metric) {
        const auto metric = std::ranges::find(scorecard.metrics, wanted, &Metric::key);
        return metric == scorecard.metrics.end() ? key : fromUtf8(metric->name);
    }
    const auto& groups = scorecard.templates[detail.templateIndex].versions[detail.versionIndex].groups;
    const auto group = std::ranges::find(groups, wanted, &Group::key);
    return group == groups.end() ? key : fromUtf8(group->name);
}

QString rangeText(const std::vector<Range>& ranges, double score) {
    const std::size_t at = scoring::rangeOf(ranges, score);
    const QString band = bandName(ranges[at].colour);
    const QString label = fromUtf8(ranges[at].label);
    const QString name = label.isEmpty() || label.compare(band, Qt::CaseInsensitive) == 0 ? band : label;
    const auto bound = [&ranges](std::size_t range) {
        return scoreText(ranges[range].from, schemeDecimals(ranges));
    };
    if (at + 1 == ranges.size()) {
        return Words::tr("%1, %2 or more").arg(name, bound(at));
    }
    return at == 0 ? Words::tr("%1, under %2").arg(name, bound(1))
                   : Words::tr("%1, %2 to under %3").arg(name, bound(at), bound(at + 1));
}

QString overrideEffectSentence(const analytics::OverrideEffect& effect,
                               const std::vector<Range>& ranges,
                               Day last,
                               Day today) {
    const QString before = shownText(ranges, effect.before);
    const QString after = shownText(ranges, effect.after);
    const QString until = dayText(last, today);
    return before == after ? Words::tr("The score stays %1: this alone changes nothing of it.").arg(after)
                           : Words::tr("Shown %1 in place of %2 until %3.").arg(after, before, until);
}

QString overrideScoresText(const scoring::Scorer& scorer,
                           const scoring::AccountDetail& detail,
                           const AccountOverride& each) {
    const std::vector<Range>& ranges = versionOf(scorer, detail).ranges;
    const auto text = [&ranges](double score) {
        return scoreAndBand(ranges, score, scoring::bandOf(ranges, score));
    };
    const QString name = overrideTargetName(scorer, detail, each.entered.target, fromUtf8(each.entered.key));
    const QString set = Words::tr("%1: %2").arg(name, text(each.entered.score));
    if (!each.isLive() || each.state == OverrideState::Untargeted) {
        return set;
    }
    return each.computed ? Words::tr("%1, computed %2").arg(set, text(*each.computed))
                         : Words::tr("%1, computed: no score").arg(set);
}

QString overrideTimeText(const AccountOverride& each, Day day) {
    const Override& entered = each.entered;
    const QString author = fromUtf8(entered.author);
    const QString first = dayText(entered.first, day);
    const QString last = dayText(entered.last, day);
    if (each.state == OverrideState::Ended) {
        return entered.last < entered.first
                   ? Words::tr("%1, entered for %2, ended before it acted").arg(author, first)
                   : Words::tr("%1, %2 to %3").arg(author, first, last);
    }
    if (each.state == OverrideState::Coming) {
        return Words::tr("%1, from %2 until %3").arg(author, first, last);
    }
    const int left = entered.last - day;
    const QString age = day == entered.first
                            ? Words::tr("since today")
                            : Words::tr("since %1 (%2)").arg(first, daysText(day - entered.first));
    const QString until =
        left == 0 ? Words::tr("until today") : Words::tr("until %1 (%2 left)").arg(last, daysText(left));
    QStringList parts{author, age, until};
    if (each.state == OverrideState::Superseded) {
        parts << Words::tr("a later one acts in its place");
    } else if (each.state == OverrideState::Untargeted) {
        parts << Words::tr("this account's template has no such part");
    }
    return parts.join(Words::tr(", "));
}

} // namespace hb::wording
